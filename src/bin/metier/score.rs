//! `metier score`: the report of an answer sheet.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use crate::sort::Sort;
use metier::quiz::response::read_sheet;
use metier::session::Session;
use metier::sitting::whole;
use std::path::Path;

/// Prints the report.
pub fn score(quiz: &Path, answers: &Path, roles: Option<&Path>, seed: u32, language: &str) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let mut session = open(quiz, seed, language)?;
    let sheet = read(answers, Sort::Answers, |text| read_sheet(text, &session.quiz))?;
    session.take_up(sheet);
    print_json(&whole(&session, &catalogue))
}

/// Opens a quiz for a session.
pub fn open(quiz: &Path, seed: u32, language: &str) -> Result<Session, Wrong> {
    read(quiz, Sort::Quiz, |text| match Session::open(text, language, seed) {
        Ok(session) => (Some(session), Vec::new()),
        Err(problems) => (None, problems),
    })
}
