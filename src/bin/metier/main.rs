//! The command line: text in, text out. Exit 0 good, 1 the input is wrong, 2 the call is wrong.

mod check;
mod input;
mod matching;
mod new;
#[allow(dead_code)]
mod responses;
mod score;
#[allow(dead_code)]
mod table;
mod take;
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
    /// All problems of quiz and catalogue documents, with places and hints.
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
    /// ANSWERS is an object, item id -> answer or {"answer": …, "ms": 4200}; null = skipped. A single is an option id ("a"), a multiple
    /// a list of them, likert and frequency the category from 0, judge {"a": 5, "b": 2}, best-worst {"best": "a", "worst": "c"},
    /// allocate {"a": 4, "b": 6}.
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
    /// PROFILE: {"skills": [{"skill": "customer", "level": 3.0, "se": 0.35}], "covariance": optional, in the order of the skills}, or
    /// {"skill": …, "mean": …, "variance": …} as a report has them, to be joined with the catalogue's prior and correlations.
    /// A skill that the profile leaves out is taken at the prior and counts as not measured.
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
    /// Prints a documented starter quiz.
    ///
    /// Example: metier new > my-quiz.json
    New,
}

/// What a verb ends with when its input is wrong; what is wrong has been said.
struct Wrong;

fn main() -> ExitCode {
    let done = match Call::parse().verb {
        Verb::Check { files, format } => check::check(&files, format),
        Verb::Score { quiz, answers, roles, seed, lang } => score::score(&quiz, &answers, roles.as_deref(), seed, &lang),
        Verb::Match { profile, roles, seed, fixed } => matching::matching(&profile, roles.as_deref(), seed, fixed),
        Verb::Take { quiz, roles, seed, lang } => take::take(&quiz, roles.as_deref(), seed, &lang),
        Verb::New => new::new(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Wrong) => ExitCode::from(1),
    }
}
