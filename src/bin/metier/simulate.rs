//! `metier simulate`: what a quiz would do, before anybody has taken it.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use crate::sort::Sort;
use clap::Args;
use metier::author::answering::Departures;
use metier::author::simulate::beside::{beside, comparable};
use metier::author::simulate::{Settings, simulate as run};
use metier::problem::{Code, Problem, Severity};
use metier::quiz::Quiz;
use metier::session::Session;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

/// The call.
#[derive(Args)]
pub struct Call {
    /// The quiz.
    quiz: PathBuf,
    /// A catalogue in place of the shipped one.
    #[arg(long)]
    roles: Option<PathBuf>,
    /// Another quiz on the same skill, such as another form: prints how the two agree instead.
    #[arg(long, value_name = "QUIZ")]
    beside: Option<PathBuf>,
    /// How many people, and as many who press anything.
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people: u32,
    /// Seed of their levels and answers.
    #[arg(long, default_value_t = metier::session::SEED)]
    seed: u32,
    /// Departure: answers lie around a person's level with this deviation, in levels.
    #[arg(long, value_name = "LEVELS", value_parser = deviation)]
    answer_spread: Option<f64>,
    /// Departure: this share of answers is pressed at random, 0 to 1.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    lapse: f64,
    /// Departure: whoever is below level 3 answers as somebody at 3.
    #[arg(long)]
    flattering: bool,
    /// Departure: nobody guesses what they do not know.
    #[arg(long)]
    no_guessing: bool,
    /// Departure: the levels of the keys are off, with this standard deviation.
    #[arg(long, value_name = "LEVELS", default_value_t = 0.0, value_parser = deviation)]
    key_error: f64,
    /// Departure: all answers of a person are shifted, with this standard deviation.
    #[arg(long, value_name = "LEVELS", default_value_t = 0.0, value_parser = deviation)]
    elevation: f64,
    /// Departure: this share of answers on a scale is one step higher than it would be, 0 to 1.
    #[arg(long, value_name = "SHARE", default_value_t = 0.0, value_parser = share)]
    acquiescence: f64,
    /// Departure: everybody chooses the highest step of every scale.
    #[arg(long)]
    topmost: bool,
}

/// A number from 0 to `most`.
fn number(text: &str, most: f64) -> Result<f64, String> {
    let wrong = || format!("must be a number from 0 to {most}");
    text.parse().ok().filter(|number| (0.0..=most).contains(number)).ok_or_else(wrong)
}

fn share(text: &str) -> Result<f64, String> {
    number(text, 1.0)
}

fn deviation(text: &str) -> Result<f64, String> {
    number(text, 10.0)
}

/// Opens a quiz that gives levels: of a count nothing is stated that could hold or not. Beside another one it has to
/// measure the same, or other people would be drawn for it.
fn measured(quiz: &Path, seed: u32, first: Option<&Quiz>) -> Result<Session, Wrong> {
    let refused = |code: Code| (None, vec![Problem::plain(Severity::Error, code, &[], None)]);
    read(quiz, Sort::Quiz, |text| match Session::open(text, "", seed) {
        Ok(session) if session.quiz.counts() => refused(Code::COUNTED_SIMULATED),
        Ok(session) if first.is_some_and(|first| !comparable(first, &session.quiz)) => {
            refused(Code::BESIDE_OTHER_SKILLS)
        }
        Ok(session) => (Some(session), Vec::new()),
        Err(problems) => (None, problems),
    })
}

/// Prints the simulation as JSON; a terminal sees how far it is.
pub fn simulate(call: &Call) -> Result<(), Wrong> {
    let catalogue = read_catalogue(call.roles.as_deref())?;
    let mut session = measured(&call.quiz, call.seed, None)?;
    let shown = std::io::stderr().is_terminal();
    let people = call.people;
    let mut progress = |done: u32| {
        if shown && (done.is_multiple_of(10) || done == people) {
            let end = if done == people { "\n" } else { "" };
            let _ = write!(std::io::stderr(), "\r{done} of {people}{end}");
        }
    };
    let departures = Departures {
        answer_spread: call.answer_spread.map(|spread| spread.max(0.01)),
        lapse: call.lapse,
        flattering: call.flattering,
        no_guessing: call.no_guessing,
        key_error: call.key_error,
        elevation: call.elevation,
        acquiescence: call.acquiescence,
        topmost: call.topmost,
    };
    let settings = Settings { people, seed: call.seed, departures };
    if let Some(other) = &call.beside {
        let mut other = measured(other, call.seed, Some(&session.quiz))?;
        return print_json(&beside(&mut session, &mut other, &catalogue, &settings));
    }
    print_json(&run(&mut session, &catalogue, &settings, &mut progress))
}
