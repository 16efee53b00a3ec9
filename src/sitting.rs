//! A sitting: a session beside a catalogue of roles. Which item comes next, and what is said at the end. The page has
//! both in modules of their own and passes texts between them; by the same rules ([`crate::roles::question`],
//! [`crate::roles::matching`]).

use crate::estimate::known::KnownSkills;
use crate::report::{Report, report};
use crate::roles::catalogue::Catalogue;
use crate::roles::decide::Candidate;
use crate::roles::matching::{Match, matching};
use crate::roles::{person, question};
use crate::session::Session;
use serde::Serialize;

/// A report with the match that belongs to it.
#[derive(Serialize)]
pub struct Whole<'s> {
    /// What the answers say of the skills.
    #[serde(flatten)]
    pub report: Report<'s>,
    /// The roles that fit; nothing for a quiz of fewer than two skills of the catalogue.
    #[serde(rename = "match")]
    pub matching: Option<Match>,
}

/// The report of a session with the match that belongs to it.
pub fn whole<'s>(session: &'s Session, catalogue: &Catalogue) -> Whole<'s> {
    let report = report(session);
    let matching = fitting(&report.known(), catalogue, &session.voice.language, session.seed);
    Whole { report, matching }
}

/// How the roles fit; nothing where fewer than two of the skills are the catalogue's, since one alone names no role.
pub fn fitting(known: &KnownSkills<'_>, catalogue: &Catalogue, language: &str, seed: u32) -> Option<Match> {
    let placed = person::placed(known, catalogue).filter(|placed| placed.asked > 1)?;
    matching(catalogue, &placed, language, seed, false)
}

/// The item to be asked next, as an index into the document: the session's choice, or where a quiz decides between
/// roles the one that most decides; nothing where the quiz ends.
pub fn next(session: &Session, catalogue: &Catalogue) -> Option<usize> {
    let own = session.next()?;
    let Some(rule) = session.rule() else { return Some(own) };
    let candidates = candidates(session, |skill| catalogue.skill(&session.quiz.skills.get(skill)?.id.value));
    let placed = person::placed(&report(session).known(), catalogue);
    rule.next(
        own,
        placed.and_then(|placed| question::deciding(catalogue, &placed.posterior, &candidates, session.seed)),
    )
}

/// The items that may be asked next, as indices into the document, with what each measures; `place` says where a skill
/// of the quiz, as an index, stands in the catalogue.
pub fn candidates(session: &Session, place: impl Fn(usize) -> Option<usize>) -> Vec<(usize, Candidate)> {
    let open = session.candidates().into_iter();
    open.filter_map(|(index, measure)| Some((index, Candidate { skill: place(measure.skill)?, model: measure.model })))
        .collect()
}
