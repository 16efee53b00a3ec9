//! The report at the end of a quiz: what is said, in what order, and on which answers it rests.
//!
//! Numbers, codes and the documents' own texts; the sentences around them are made where the language is. No output
//! above the quiz's evidence grade is in a report: a standard error, reliability or fit of a lower grade is not there
//! to hide, and a percentile never is.

#[cfg(feature = "whole")]
mod counted;
mod skill;

use crate::estimate::known::{KnownSkill, KnownSkills};
use crate::estimate::level::level;
use crate::estimate::skills::{Estimator, Measured, calibrate, measure};
use crate::estimate::{Estimate, estimate};
use crate::numeric::{ordered, sqrt};
use crate::precision::change::{RELIABLE, difference_error};
use crate::quality::session::{SignKind, distance, misfit, signs};
use crate::quiz::document::{Evidence, Meaning, Next};
use crate::quiz::line::Line;
use crate::quiz::response::Responses;
use crate::quiz::translate::{Each, Spoken, Voice};
use crate::quiz::{FULL, Quiz};
use crate::select::screens::known;
use crate::session::Session;
use crate::text::record::Labels;
#[cfg(feature = "whole")]
pub use counted::{CountedReport, SectionReport};
use serde::Serialize;
#[cfg_attr(not(feature = "whole"), expect(unused_imports, reason = "what saved results take up"))]
pub(crate) use skill::{Band, end, nearest};
pub use skill::{BehaviourReport, End, LevelState, Pull, SkillReport, SummaryReport};
use skill::{counts, skill_report};

/// The method by which levels below evidence grade 3 are worked out: 2, the posterior under the assumed answering model
/// ([`mod@crate::estimate::level`]); 1 was a mean shrunk towards the middle. Levels are only compared if they are by
/// the same method.
pub const METHOD: u32 = 2;

/// The format of a report.
pub const FORMAT: &str = "metier-report/1";

/// Everything that is shown at the end.
#[derive(Debug, Serialize)]
pub struct Report<'q> {
    /// [`FORMAT`]
    pub format: &'static str,
    /// [`METHOD`]
    pub method: u32,
    /// Identifier of the quiz.
    pub quiz: &'q str,
    /// Version of the quiz, as its author counts.
    pub version: &'q str,
    /// The language of the texts.
    pub language: &'q str,
    /// The session's seed.
    pub seed: u32,
    /// Evidence grade of the quiz, 0 to 4: what may be claimed.
    pub grade: u32,
    /// Number of items answered.
    pub answered: u32,
    /// Number of items skipped.
    pub skipped: u32,
    /// Number of items of the quiz.
    pub items: u32,
    /// Adaptive: the items that were asked, in order.
    pub asked: Vec<&'q str>,
    /// The assumptions that levels below evidence grade 3 rest on.
    pub assumed: AssumedReport,
    /// From evidence grade 2, where reliability and deviation are stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measurement: Option<MeasurementReport>,
    /// Signs that some answers deserve another look; nothing is rescored for them.
    pub signs: Vec<SignReport<'q>>,
    /// Whether one of them is a sign of careless answers, by which no role is named.
    pub careless: bool,
    /// Each skill, in the quiz's order.
    pub skills: Vec<SkillReport<'q>>,
    /// Of a quiz that counts, which has no skills: the count, and what is said of it.
    #[cfg(feature = "whole")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<CountedReport<'q>>,
    /// Skills with a level, highest first, in groups that are too close to tell apart.
    pub order: Vec<Vec<&'q str>>,
    /// What the skill means in each role: for a quiz of one skill, which names no role.
    pub meaning: Each<'q, Meaning, MeaningReport<'q>>,
    /// What the quiz says to do next at these levels, in the document's order.
    pub learn: Vec<LearnReport<'q>>,
    /// Where to go next.
    pub next: Each<'q, Next, NextReport<'q>>,
}

/// The assumptions behind every level at this evidence grade.
#[derive(Debug, Serialize)]
pub struct AssumedReport {
    /// Mean level before any answer.
    pub prior_mean: f64,
    /// Standard deviation of levels before any answer.
    pub prior_sd: f64,
    /// Standard deviation of answers around a level.
    pub answer_sd: f64,
}

/// How exact a level is by what the author states of those who answered before. From evidence grade 2.
#[derive(Debug, Serialize)]
pub struct MeasurementReport {
    /// The reliability stated, 0 to 1.
    pub reliability: f64,
    /// Standard error of measurement, in levels: the deviation stated times the root of 1 - reliability.
    pub sem: f64,
    /// From how many levels on two attempts of one person differ reliably: 1.96 times the standard error of a
    /// difference.
    pub reliable_change: f64,
}

/// A sign that some answers deserve another look.
#[derive(Debug, Serialize)]
pub struct SignReport<'q> {
    /// What it is a sign of.
    pub code: SignKind,
    /// The items concerned.
    pub items: Vec<&'q str>,
}

impl Report<'_> {
    /// What is known of the skills, as a match takes it.
    pub fn known(&self) -> KnownSkills<'_> {
        let skills =
            self.skills.iter().map(|skill| KnownSkill::of(skill.skill, skill.taken(), skill.shown())).collect();
        KnownSkills { skills, careless: self.careless }
    }
}

/// What a skill means in a role.
#[derive(Debug, Serialize)]
pub struct MeaningReport<'q> {
    /// Identifier of the role.
    pub role: &'q str,
    /// Name in the language shown.
    pub name: Spoken<'q>,
    /// Whether it is what some companies mean by a title, and not a role to aim for.
    pub archetype: bool,
    /// The level it needs, 0 to 4.
    pub need: f64,
    /// The skill's share of the role's weights, 0 to 1.
    pub weight: f64,
    /// The level below which a must-have is missed, where the skill is one.
    pub floor: Option<f64>,
    /// Where the need is from, such as a level of a framework.
    pub provenance: &'q str,
    /// What the skill is for there.
    pub text: Option<Spoken<'q>>,
}

/// Something concrete to do next.
#[derive(Debug, Serialize)]
pub struct LearnReport<'q> {
    /// The skill that it is for.
    pub skill: &'q str,
    /// The step, as a sentence.
    pub text: Spoken<'q>,
    /// How many minutes it takes.
    pub minutes: Option<u32>,
    /// What it leaves behind.
    pub leaves: Option<Spoken<'q>>,
    /// Sources that it rests on.
    pub sources: &'q Labels,
}

/// Where to go next.
#[derive(Debug, Serialize)]
pub struct NextReport<'q> {
    /// Title in the language shown.
    pub title: Spoken<'q>,
    /// Address, `https:` or relative to the document.
    pub link: &'q str,
    /// Why go there.
    pub why: Option<Spoken<'q>>,
}

/// The report of a session.
pub fn report(session: &Session) -> Report<'_> {
    let quiz = &session.quiz;
    let voice = &session.voice;
    let measured = measured(session);
    let (answered, skipped) = session.counts();
    let assumed = &quiz.assumed;
    let mut signs = signs(quiz, &session.responses, &measured);
    if quiz.is_calibrated() {
        signs.extend(misfit(quiz, &session.responses, &measured, session.seed));
    }
    if FULL {
        signs.extend(distance(quiz, &measured));
    }
    let counts = counts(session);
    let mut left = counts.as_slice();
    let id = |index: &usize| Some(quiz.items.get(*index)?.id.value.as_str());
    let estimates: Vec<Option<&Estimate>> = measured.iter().map(|measured| measured.estimate.as_ref()).collect();
    Report {
        format: FORMAT,
        method: METHOD,
        quiz: quiz.id.value.as_str(),
        version: quiz.version.value.as_str(),
        language: &voice.language,
        seed: session.seed,
        grade: quiz.evidence.grade,
        answered,
        skipped,
        items: quiz.items.len() as u32,
        asked: session.path.iter().filter_map(id).collect(),
        measurement: measurement(&quiz.evidence),
        // A count names no role, and hinders none that other results name.
        careless: signs.iter().any(|sign| sign.careless) && !quiz.counts(),
        signs: signs
            .iter()
            .map(|sign| SignReport { code: sign.kind, items: sign.items.iter().filter_map(id).collect() })
            .collect(),
        assumed: AssumedReport {
            prior_mean: assumed.prior_mean,
            prior_sd: assumed.prior_sd,
            answer_sd: assumed.answer_sd,
        },
        skills: measured
            .iter()
            .enumerate()
            .filter_map(|(index, measured)| skill_report(session, index, measured, &mut left))
            .collect(),
        #[cfg(feature = "whole")]
        counted: counted::counted(session),
        order: order(session, &estimates),
        meaning: voice.each(if quiz.skills.len() == 1 { &quiz.meaning } else { &[] }, meaning_report),
        learn: quiz.learn.list.iter().filter_map(|learning| learn_report(session, learning, &estimates)).collect(),
        next: voice.each(&quiz.next, next_report),
    }
}

fn meaning_report<'q>(meaning: &'q Meaning, voice: &'q Voice) -> MeaningReport<'q> {
    MeaningReport {
        role: meaning.role.value.as_str(),
        name: voice.text(&meaning.name),
        archetype: meaning.archetype,
        need: meaning.need,
        weight: meaning.weight,
        floor: meaning.floor,
        provenance: meaning.from.value.as_str(),
        text: voice.given(&meaning.text),
    }
}

/// What to do next, if it is for the level of its skill: a skill without a level gets what is for every level.
fn learn_report<'q>(
    session: &'q Session,
    learning: &'q Line,
    estimates: &[Option<&Estimate>],
) -> Option<LearnReport<'q>> {
    let skill = session.quiz.skill(&learning.skill.value)?;
    let fits = match estimates.get(skill).copied().flatten() {
        Some(estimate) => learning.holds(estimate.level),
        None => learning.from.or(learning.to).is_none(),
    };
    fits.then(|| LearnReport {
        skill: learning.skill.value.as_str(),
        text: session.voice.text(&learning.text),
        minutes: learning.minutes,
        leaves: session.voice.given(&learning.more),
        sources: &learning.sources,
    })
}

fn next_report<'q>(next: &'q Next, voice: &'q Voice) -> NextReport<'q> {
    NextReport { title: voice.text(&next.title), link: next.link.value.as_str(), why: voice.given(&next.why) }
}

/// What the evidence says of errors; nothing below grade 2, whatever the document holds.
fn measurement(evidence: &Evidence) -> Option<MeasurementReport> {
    let stated = evidence.reliability.zip(evidence.deviation).filter(|_| FULL && evidence.grade >= 2);
    let (reliability, deviation) = stated?;
    let sem = deviation * sqrt(1.0 - reliability);
    Some(MeasurementReport { reliability, sem, reliable_change: RELIABLE * difference_error(sem, sem)? })
}

/// What the answers say of each skill: by calibrated items where the evidence grade allows it.
pub fn measured(session: &Session) -> Vec<Measured> {
    measured_by(session, estimate)
}

/// As [`measured`], with another estimator below evidence grade 3.
pub fn measured_by(session: &Session, estimate: Estimator) -> Vec<Measured> {
    measured_of(&session.quiz, &session.responses, &|index| session.is_asked(index), estimate)
}

/// What the answers before the present screen say of each skill of an adaptive quiz.
pub fn measured_before(session: &Session) -> Vec<Measured> {
    let before = session.before();
    measured_of(&session.quiz, &known(&session.responses, before), &|index| before.contains(&index), level)
}

fn measured_of(
    quiz: &Quiz,
    responses: &Responses,
    asked: &dyn Fn(usize) -> bool,
    estimate: Estimator,
) -> Vec<Measured> {
    let mut skills = measure(quiz, responses, asked, estimate);
    if quiz.is_calibrated() {
        calibrate(quiz, responses, &mut skills);
    }
    skills
}

/// Skills with a level, highest first.
fn order<'q>(session: &'q Session, estimates: &[Option<&Estimate>]) -> Vec<Vec<&'q str>> {
    let id = |index: usize| session.quiz.skills.get(index).map(|skill| skill.id.value.as_str()).unwrap_or_default();
    let levels: Vec<(&'q str, f64, f64)> = estimates
        .iter()
        .enumerate()
        .filter_map(|(index, estimate)| Some((id(index), (*estimate)?.level, (*estimate)?.spread)))
        .collect();
    grouped(&levels)
}

/// Skills by their levels and spreads, highest first. A skill joins the group before it while its level is nearer to
/// that of the group's first than the spreads of the two allow telling apart: difference <= sqrt(a^2 + b^2).
pub(crate) fn grouped<'q>(levels: &[(&'q str, f64, f64)]) -> Vec<Vec<&'q str>> {
    let mut groups: Vec<Vec<&'q str>> = Vec::new();
    let mut first = (f64::INFINITY, 0.0);
    let key = |place: usize| levels.get(place).map(|(_, level, _)| *level);
    for place in ordered(levels.len(), &|a, b| key(a) > key(b)) {
        let Some(&(skill, level, spread)) = levels.get(place) else { continue };
        let close = first.0 - level <= crate::numeric::sqrt(first.1 * first.1 + spread * spread);
        match groups.last_mut().filter(|_| close) {
            Some(group) => group.push(skill),
            None => {
                first = (level, spread);
                groups.push(vec![skill]);
            }
        }
    }
    groups
}
