//! `metier score`: the report of an answer sheet.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use crate::matching::entry;
use metier::quiz::response::read_sheet;
use metier::report::{Report, report};
use metier::roles::catalogue::Catalogue;
use metier::roles::matching::{Match, matching};
use metier::roles::person;
use metier::session::Session;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::Path;

/// The report with the match that belongs to it.
#[derive(Serialize)]
pub struct Whole<'s> {
    /// What the answers say of the skills.
    #[serde(flatten)]
    pub report: Report<'s>,
    /// The roles that fit; nothing for a quiz of fewer than two skills of the catalogue.
    #[serde(rename = "match")]
    pub matching: Option<Match>,
}

/// Prints the report.
pub fn score(quiz: &Path, answers: &Path, roles: Option<&Path>, seed: u32, language: &str) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let mut session = open(quiz, seed, language)?;
    let sheet = read(answers, |text| read_sheet(text, &session.quiz))?;
    session.take_up(sheet);
    print_json(&whole(&session, &catalogue)?)
}

/// Opens a quiz for a session.
pub fn open(quiz: &Path, seed: u32, language: &str) -> Result<Session, Wrong> {
    read(quiz, |text| match Session::open(text, language, seed) {
        Ok(session) => (Some(session), Vec::new()),
        Err(problems) => (None, problems),
    })
}

/// The report of a session, and the match of its skills as the page makes it: over the same text.
pub fn whole<'s>(session: &'s Session, catalogue: &Catalogue) -> Result<Whole<'s>, Wrong> {
    let report = report(session);
    let (placed, _) = person::read(&profile(&report), catalogue);
    let placed = placed.filter(|placed| placed.asked > 1);
    let matching = placed.and_then(|placed| matching(catalogue, &placed, &session.voice.language, session.seed, false));
    Ok(Whole { report, matching })
}

/// The skills of a report as a match takes them, and whether its signs say that the answers need another look.
pub fn profile(report: &Report) -> String {
    let known: Vec<Value> = report.skills.iter().map(|skill| entry(skill.skill, skill.taken(), skill.shown())).collect();
    json!({ "skills": known, "careless": report.careless }).to_string()
}
