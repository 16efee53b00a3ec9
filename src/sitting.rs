//! A sitting: a session beside a catalogue of roles. Which item comes next, and what is said at the end. The page has
//! both in modules of their own and passes texts between them; by the same rules ([`crate::roles::question`],
//! [`crate::roles::matching`]).

use crate::estimate::known::{KnownSkill, KnownSkills};
use crate::estimate::skills::Measured;
use crate::model::calibrated::Measure;
use crate::quiz::document::Skill;
use crate::report::{Report, measured_before, report};
use crate::roles::catalogue::Catalogue;
use crate::roles::decide::Candidate;
use crate::roles::matching::{Match, matching};
use crate::roles::person;
use crate::roles::question::{Ending, Judge, Offer};
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

/// The item to be asked next, as an index into the document: the first of [`screen`]; nothing where the quiz ends.
pub fn next(session: &Session, catalogue: &Catalogue) -> Option<usize> {
    screen(session, catalogue).ok()?.first().copied()
}

/// What is asked next, as indices into the document: the session's choice, or where a quiz decides between roles what
/// most decides. Of a quiz that asks by screens what is not answered of the present one, in its order.
///
/// # Errors
/// Why the quiz ends.
pub fn screen(session: &Session, catalogue: &Catalogue) -> Result<Vec<usize>, Ending> {
    let own = session.whole_screen();
    if own.is_empty() {
        return Err(Ending::Length);
    }
    let left = |mut screen: Vec<usize>| {
        screen.retain(|item| session.quiz.screens().is_none() || !session.path.contains(item));
        screen
    };
    let rule = session.rule();
    let placed = rule.and_then(|_| person::placed(&known_before(session), catalogue));
    let (Some(rule), Some(placed)) = (rule, placed) else { return Ok(left(own)) };
    let offers = offers(session, |skill| catalogue.skill(&session.quiz.skills.get(skill)?.id.value));
    let judge = Judge { catalogue, posterior: &placed.posterior, seed: session.seed };
    judge.next(&rule, &own, &offers, session.joins()).map(left)
}

/// What was known before the present screen, as a match takes it.
fn known_before(session: &Session) -> KnownSkills<'_> {
    let measured = measured_before(session);
    fn known<'s>((skill, measured): (&'s Skill, &Measured)) -> KnownSkill<'s> {
        let estimate = measured.estimate.as_ref();
        let id = skill.id.value.as_str();
        KnownSkill::of(id, estimate.map(|one| (one.mean, one.variance)), estimate.map(|one| (one.level, one.spread)))
    }
    let skills = session.quiz.skills.iter().zip(&measured).map(known).collect();
    KnownSkills { skills, careless: false }
}

/// What may be asked next, as indices into the document; `place` says where a skill of the quiz, as an index, stands in
/// the catalogue.
fn offers(session: &Session, place: impl Fn(usize) -> Option<usize>) -> Vec<Offer<usize>> {
    let offer = |(item, measure): (usize, Measure)| {
        let candidate = Candidate { skill: place(measure.skill)?, model: measure.model };
        Some(Offer { item, candidate, shares: session.shares(item) })
    };
    session.candidates().into_iter().filter_map(offer).collect()
}
