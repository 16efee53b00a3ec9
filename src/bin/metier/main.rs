//! The command line: text in, text out. Exit 0 good, 1 the input is wrong, 2 the call is wrong.
#![cfg_attr(test, allow(clippy::expect_used, clippy::indexing_slicing))]

mod adapt;
mod advert;
mod bundle;
mod cells;
mod check;
mod curves;
mod estimate;
mod input;
mod items;
mod matching;
mod new;
mod quality;
mod reliability;
mod responses;
mod score;
mod simulate;
mod sort;
mod table;
mod take;
mod typed;
mod words;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Skill quizzes with honest profiles: the same engine as on the page.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Call {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// All problems of quizzes, catalogues, lexicons and saved profiles, with places and hints.
    ///
    /// Example: metier check www/quizzes/pace.json
    Check {
        /// Documents to read.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// How the problems are printed.
        #[arg(long, value_enum, default_value_t = check::Format::Text)]
        format: check::Format,
    },
    /// The report of an answer sheet as JSON, the same record as on the page.
    ///
    /// ANSWERS is an object, item id -> answer or {"answer": …, "ms": 4200}; null = skipped. A single is an option id
    /// ("a"), a multiple a list of them, likert, frequency and statement the step from 0, judge {"a": 5, "b": 2},
    /// best-worst {"best": "a", "worst": "c"}, allocate {"a": 4, "b": 6}, rank a list of all ids, the best first, slider
    /// and number the number, sort {"a": "x", "b": "y"}, text any words.
    ///
    /// Example: metier score www/quizzes/pace.json answers.json
    Score {
        /// The quiz.
        quiz: PathBuf,
        /// The answer sheet.
        answers: PathBuf,
        /// A catalogue in place of the shipped one.
        #[arg(long)]
        roles: Option<PathBuf>,
        /// Seed of the order of items and of the draws.
        #[arg(long, default_value_t = metier::session::SEED)]
        seed: u32,
        /// The language wanted, as a tag; the quiz's own where it has no such translation.
        #[arg(long, default_value = "")]
        lang: String,
    },
    /// The roles that fit a profile, as JSON.
    ///
    /// PROFILE: {"skills": [{"skill": "customer", "level": 3.0, "se": 0.35}], "covariance": optional, in the order of
    /// the skills}, or {"skill": …, "mean": …, "variance": …} as a report has them, to be joined with the catalogue's
    /// prior and correlations; several of one skill add up. A skill that the profile leaves out is taken at the prior
    /// and counts as not measured. "careless": true says that the answers bear signs of carelessness; no role is then
    /// named. Or a saved profile (metier-profile/1), of which the newest results of each quiz are joined.
    ///
    /// Prints {"verdict", "roles": the most probable first, each with its parts, contributions by skill, strengths and
    /// gaps, "next": for each skill the largest probability of one role to be expected once it were known, "changes":
    /// for each skill and direction the smallest shift of its mean with which another role leads, in levels and in
    /// standard deviations ("errors"), "skills", "attributions"}. A gap's gain is the rise of the role's mean fit if
    /// the mean moved to the need.
    ///
    /// Example: metier match profile.json --fixed
    Match {
        /// The profile.
        profile: PathBuf,
        /// A catalogue in place of the shipped one.
        #[arg(long)]
        roles: Option<PathBuf>,
        /// Seed of the draws.
        #[arg(long, default_value_t = metier::session::SEED)]
        seed: u32,
        /// Takes the catalogue's needs and weights as they are, without the doubt about them.
        #[arg(long)]
        fixed: bool,
    },
    /// What a job advert asks for, as JSON.
    ///
    /// ADVERT is a text ("-" is standard input). Prints shares of what a title may mean, each phrase that speaks for
    /// one with its place in bytes and what it adds to the score, words of seniority, years, must-haves, superlatives,
    /// and questions to ask the company. With a profile (as for `metier match`) also how the person's skills meet the
    /// lines of the advert. No shares for fewer than 60 words or three phrases.
    ///
    /// Example: metier advert advert.txt --profile profile.json
    Advert {
        /// The advert.
        advert: PathBuf,
        /// A lexicon in place of the shipped one.
        #[arg(long)]
        lexicon: Option<PathBuf>,
        /// What is known of a person's skills.
        #[arg(long)]
        profile: Option<PathBuf>,
        /// A catalogue in place of the shipped one.
        #[arg(long)]
        roles: Option<PathBuf>,
    },
    /// Probabilities and information of calibrated items at chosen levels, as CSV.
    ///
    /// ITEMS: a CSV file with the header item,model,a,b1,b2,…,c,d. Models: 1pl 2pl 3pl 4pl graded partial-credit
    /// nominal, in the form a(theta - b), D = 1; a 1pl item without a slope has 1. Cells stay empty where a model has
    /// no such parameter. nominal uses the columns a1,a2,… and c1,c2,…: P(k) proportional to exp(ak theta + ck). Prints
    /// item,theta,category,probability,information.
    ///
    /// Example: metier curves --items items.csv --at=-3,-1.5,0,2
    Curves {
        /// The items.
        #[arg(long, value_name = "CSV")]
        items: PathBuf,
        /// The levels, with commas between them.
        #[arg(long, value_name = "THETA,…", value_delimiter = ',', required = true, allow_hyphen_values = true, value_parser = adapt::finite)]
        at: Vec<f64>,
        #[command(flatten)]
        cells: cells::Cells,
    },
    /// People's levels from their answers to calibrated items, as CSV.
    ///
    /// Items as for `metier curves`; responses with the header person,item ids…, categories from 0, an empty cell where
    /// an item was not answered. Prints person,theta,se,error with error one of posterior-sd (eap),
    /// observed-information (map) and expected-information (wle, ml). An estimate that does not exist, such as ml for
    /// answers that are all right, leaves theta and se empty, and standard error says why.
    ///
    /// Example: metier estimate --items items.csv --responses answers.csv --method eap --prior 0,1
    Estimate(estimate::Estimation),
    /// The items that an adaptive test would have asked people whose answers are known, as CSV.
    ///
    /// Each time the item with the most information at the present level, of equals the first; among those that the
    /// person answered. Prints person,step,item,theta,se. While there is no estimate (ml, wle), theta and se are empty
    /// and the level before it is kept.
    ///
    /// Example: metier adapt --items items.csv --responses answers.csv --method map --stop-se 0.4 --max 20
    Adapt(adapt::Adaptive),
    /// What a quiz would do, before anybody has taken it: made-up people through it, as JSON.
    ///
    /// People's levels are drawn from the prior, and they answer as the quiz's models say: by calibration, or as
    /// assumed. Prints how many items are asked, the errors of the levels beside the stated ones, whether random
    /// answers are noticed, how often each item is asked, the share of each role, whether what is said of roles holds,
    /// and for an adaptive quiz the best fixed form and a two-stage form of the same length. People answer just as the
    /// estimate assumes, unless told to depart from it.
    ///
    /// Example: metier simulate www/quizzes/pace.json --people 200
    Simulate(simulate::Call),
    /// Takes a quiz in the terminal.
    ///
    /// Example: metier take www/quizzes/pace.json
    Take {
        /// The quiz.
        quiz: PathBuf,
        /// A catalogue in place of the shipped one.
        #[arg(long)]
        roles: Option<PathBuf>,
        /// Seed of the order of items and of the draws.
        #[arg(long, default_value_t = metier::session::SEED)]
        seed: u32,
        /// The language wanted, as a tag.
        #[arg(long, default_value = "")]
        lang: String,
    },
    /// How precisely a set of items measures, from people's answers, as JSON.
    ///
    /// RESPONSES is a CSV file ("-" is standard input) with the header person,item,item,…, a row for each person, and
    /// in each cell the category chosen, a whole number from 0 to 100; an empty cell was not answered.
    ///
    /// Prints {"items", "persons", "persons_used", "missing": "listwise", "alpha", "lambda_2", "omega",
    /// "omega_estimator": "minres", "sem", "item_rest": [{"item", "value"}], "pairwise": {"alpha", "least_persons"},
    /// "notes": [{"code", "message"}]}. Only people who answered every item are used, but for "pairwise": there each
    /// covariance is over all who answered both items, the fewest of any pair being "least_persons". omega is that of
    /// one factor with the least residual covariances; sem is the standard error of measurement of the
    /// sum of all items, sd √(1 − alpha). What cannot be
    /// computed is null, and a note says why.
    ///
    /// Example: metier reliability responses.csv --reverse late,untidy
    Reliability {
        /// People's answers.
        responses: PathBuf,
        /// Items whose categories run the other way, with commas between them.
        #[arg(long, value_delimiter = ',', value_name = "ITEMS")]
        reverse: Vec<String>,
    },
    /// Signs of careless answering, a row for each person, as CSV. Nothing is left out or scored anew.
    ///
    /// RESPONSES is a CSV file ("-" is standard input) with the header person,item,item,…, a row for each person, and
    /// in each cell the category chosen, a whole number from 0 to 100; an empty cell was not answered. The items stand in the
    /// order in which they were asked.
    ///
    /// Prints person,answered,longstring,irv,even_odd,lz,lz_p,flags: how many items were answered; the longest run of
    /// equal answers (an unanswered item ends it); the standard deviation of the answers; how little the halves of the
    /// scales agree, from -1 (as one) to 1, given three scales or more; how likely the answers are at the person's
    /// weighted likelihood estimate (Warm, looked for from -6 to 6), standardised (low is unlikely), given calibrated items, and the share of a thousand drawn answers that
    /// are no likelier; and "flat" where ten ratings or more (three categories at least) are all the same. None of the
    /// numbers has a limit that holds for every form, so no other flag is raised. A cell is empty where there is no
    /// such number.
    ///
    /// Example: metier quality responses.csv --scale a1,a2,a3 --scale b1,b2,b3 --scale c1,c2,c3
    Quality(quality::Call),
    /// Writes a quiz and all that it needs as one page, which runs from a disk and asks for nothing.
    ///
    /// QUIZ is checked first ("-" is standard input); with mistakes in it no page is written. The page has the quiz as
    /// data, the script and the module within it, and a policy that lets it load nothing. It is made from the page
    /// without a quiz that a release holds (one-page.txt).
    ///
    /// Example: metier bundle www/quizzes/pace.json -o pace.html
    Bundle {
        /// The quiz.
        quiz: PathBuf,
        /// The file; one that is there already is left as it is. Without it, the page is printed.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The release.
        #[arg(long, value_name = "FOLDER", default_value = "www/dist")]
        release: PathBuf,
    },
    /// Prints a documented starter quiz, or writes it into a file.
    ///
    /// Example: metier new --output my-quiz.json
    New {
        /// The file; one that is there already is left as it is. Some shells write what is printed in another encoding.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
}

/// What a verb ends with when its input is wrong; what is wrong has been said.
struct Wrong;

fn main() -> ExitCode {
    let done = match Call::parse().verb {
        Verb::Check { files, format } => check::check(&files, format),
        Verb::Score { quiz, answers, roles, seed, lang } => {
            score::score(&quiz, &answers, roles.as_deref(), seed, &lang)
        }
        Verb::Match { profile, roles, seed, fixed } => matching::matching(&profile, roles.as_deref(), seed, fixed),
        Verb::Advert { advert, lexicon, profile, roles } => {
            advert::advert(&advert, lexicon.as_deref(), profile.as_deref(), roles.as_deref())
        }
        Verb::Curves { items, at, cells } => curves::curves(&items, &at, cells),
        Verb::Estimate(call) => estimate::estimate(&call),
        Verb::Adapt(call) => adapt::adapt(&call),
        Verb::Simulate(call) => simulate::simulate(&call),
        Verb::Take { quiz, roles, seed, lang } => take::take(&quiz, roles.as_deref(), seed, &lang),
        Verb::Reliability { responses, reverse } => reliability::reliability(&responses, &reverse),
        Verb::Quality(call) => quality::quality(&call),
        Verb::Bundle { quiz, output, release } => bundle::bundle(&quiz, output.as_deref(), &release),
        Verb::New { output } => new::new(output.as_deref()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Wrong) => ExitCode::from(1),
    }
}
