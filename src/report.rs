//! The report at the end of a quiz: what is said, in what order, and on which answers it rests.
//!
//! Numbers, codes and the documents' own texts; the sentences around them are made where the language is. No output
//! above the quiz's evidence grade is in a report: a standard error, reliability or fit of a lower grade is not there
//! to hide, and a percentile never is.

use crate::closed;
use crate::estimate::known::{KnownSkill, KnownSkills};
use crate::estimate::skills::{Estimator, Measured, calibrate, measure};
use crate::estimate::theta::ErrorKind;
use crate::estimate::{Estimate, estimate};
use crate::numeric::{ordered, sqrt};
use crate::precision::change::{RELIABLE, difference_error};
use crate::quality::session::{SignKind, careless, distance, misfit, signs};
use crate::quiz::FULL;
use crate::quiz::calibration::Method;
use crate::quiz::document::{Evidence, Learning, Meaning, Next};
use crate::quiz::limits::TOP;
use crate::quiz::translate::{Each, Spoken, Voice};
use crate::session::Session;
use crate::text::record::Labels;
use serde::Serialize;

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
    /// Skills with a level, highest first, in groups that are too close to tell apart.
    pub order: Vec<Vec<&'q str>>,
    /// What the skill means in each role: for a quiz of one skill, which names no role.
    pub meaning: Each<'q, Meaning, MeaningReport<'q>>,
    /// What the quiz says to do next, in the document's order.
    pub learn: Each<'q, Learning, LearnReport<'q>>,
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

closed! {
    /// Whether a skill has a level.
    pub enum LevelState {
        /// It has.
        Estimated = "estimated",
        /// Too few of its items were answered.
        TooFew = "too-few",
    }
}

closed! {
    /// An end of the scale of levels.
    pub enum End {
        /// Level 4.
        Top = "top",
        /// Level 0.
        Bottom = "bottom",
    }
}

/// A skill and what the answers say of it.
#[derive(Debug, Serialize)]
pub struct SkillReport<'q> {
    /// Identifier of the skill.
    pub skill: &'q str,
    /// Name in the language shown.
    pub name: Spoken<'q>,
    /// Whether there is a level.
    pub state: LevelState,
    /// Number of items asked that could say something about it.
    pub asked: u32,
    /// Number of those that were answered.
    pub answered: u32,
    /// With `variance`, the measurement that a match takes up: the mean of a normal measurement that leads to this
    /// level and spread. It is not a level.
    pub mean: Option<f64>,
    /// Variance of that measurement.
    pub variance: Option<f64>,
    /// Its level. The mean of what is assumed possible may lie a little beyond 0 or 4; it is shown within them.
    pub level: Option<f64>,
    /// How far the level may be off if people answer as assumed: one standard deviation, in levels. Nothing where there
    /// is a standard error.
    pub spread: Option<f64>,
    /// From evidence grade 3, by calibrated items: the standard error of the level, in levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Which kind of error that is: of the observed information (with the prior's precision), or of the posterior.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorKind>,
    /// The level on the scale of the calibration, theta.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theta: Option<f64>,
    /// Level less spread, not below 0; or less the standard error.
    pub low: Option<f64>,
    /// Level plus spread, not above 4; or plus the standard error.
    pub high: Option<f64>,
    /// The whole level nearest to `low`. Where it is not that of `high`, the band crosses a boundary, and is called
    /// neither.
    pub from: Option<u32>,
    /// The whole level nearest to `high`.
    pub to: Option<u32>,
    /// The end of the scale, where the level is at it or beyond.
    pub end: Option<End>,
    /// What the document says of it at this level.
    pub feedback: Option<Spoken<'q>>,
    /// What each answer did to it; the pulls add up to the level less the prior mean.
    pub pulls: Vec<Pull<'q>>,
}

impl Report<'_> {
    /// What is known of the skills, as a match takes it.
    pub fn known(&self) -> KnownSkills<'_> {
        let skills =
            self.skills.iter().map(|skill| KnownSkill::of(skill.skill, skill.taken(), skill.shown())).collect();
        KnownSkills { skills, careless: self.careless }
    }
}

impl SkillReport<'_> {
    /// Mean and variance, as a match takes them.
    pub fn taken(&self) -> Option<(f64, f64)> {
        self.mean.zip(self.variance)
    }

    /// Level, and its spread or standard error, as they are shown.
    pub fn shown(&self) -> Option<(f64, f64)> {
        self.level.zip(self.spread.or(self.standard_error))
    }
}

/// What one answer did to the level of a skill.
#[derive(Debug, Serialize)]
pub struct Pull<'q> {
    /// Identifier of the item.
    pub item: &'q str,
    /// Level that the answer stands for, 0 to 4.
    pub value: f64,
    /// Its share of the weight of all answers, 0 to 1.
    pub weight: f64,
    /// How far it moved the level, in levels.
    pub pull: f64,
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
        careless: signs.iter().any(careless),
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
            .filter_map(|(index, measured)| skill_report(session, index, measured))
            .collect(),
        order: order(session, &estimates),
        meaning: voice.each(if quiz.skills.len() == 1 { &quiz.meaning } else { &[] }, meaning_report),
        learn: voice.each(&quiz.learn, learn_report),
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

fn learn_report<'q>(learning: &'q Learning, voice: &'q Voice) -> LearnReport<'q> {
    LearnReport { skill: learning.skill.value.as_str(), text: voice.text(&learning.text), sources: &learning.sources }
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
    let (quiz, responses) = (&session.quiz, &session.responses);
    let mut skills = measure(quiz, responses, &|index| session.is_asked(index), estimate);
    if quiz.is_calibrated() {
        calibrate(quiz, responses, &mut skills);
    }
    skills
}

fn skill_report<'q>(session: &'q Session, index: usize, measured: &Measured) -> Option<SkillReport<'q>> {
    let voice = &session.voice;
    let skill = session.quiz.skills.get(index)?;
    let estimate = measured.estimate.as_ref();
    let by_items = estimate.filter(|_| FULL && measured.calibrated);
    let scale = &session.quiz.scale;
    let level = estimate.map(|estimate| estimate.level);
    // A calibrated level may lie beyond what the five levels describe, and then its band does.
    let band = estimate.map(|estimate| Band::of(estimate.level, estimate.spread, measured.calibrated));
    Some(SkillReport {
        skill: skill.id.value.as_str(),
        name: voice.text(&skill.name),
        state: if estimate.is_some() { LevelState::Estimated } else { LevelState::TooFew },
        asked: measured.asked,
        answered: measured.answered,
        mean: estimate.map(|estimate| estimate.mean),
        variance: estimate.map(|estimate| estimate.variance),
        level,
        spread: estimate.filter(|_| !measured.calibrated).map(|estimate| estimate.spread),
        standard_error: by_items.map(|estimate| estimate.spread),
        error: by_items.map(|_| {
            if scale.method.is(Method::Eap) { ErrorKind::PosteriorSd } else { ErrorKind::ObservedInformation }
        }),
        theta: by_items.map(|estimate| (estimate.level - scale.zero) / scale.unit),
        low: band.map(|band| band.low),
        high: band.map(|band| band.high),
        from: band.map(|band| nearest(band.low)),
        to: band.map(|band| nearest(band.high)),
        end: level.and_then(end),
        feedback: level.and_then(|level| feedback(session, &skill.id.value, level)),
        pulls: estimate.map(|estimate| pulls(session, measured, estimate)).unwrap_or_default(),
    })
}

/// A level less and plus its spread or error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Band {
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Band {
    /// Around a level. Only a calibrated one may lie beyond what the five levels describe with all of its band.
    pub(crate) fn of(level: f64, spread: f64, calibrated: bool) -> Band {
        let (lowest, highest) = if calibrated { (f64::NEG_INFINITY, f64::INFINITY) } else { (0.0, TOP) };
        // Not `clamp`: with bounds that are not constant it can panic with a message, and the writing of numbers would
        // be in the module.
        let within = |level: f64| level.max(lowest).min(highest);
        Band { low: within(level - spread), high: within(level + spread) }
    }
}

/// The whole level nearest to a level as it is shown, in tenths; of two the higher. So that the words never contradict
/// the number beside them.
pub(crate) fn nearest(level: f64) -> u32 {
    let tenths = (level.clamp(0.0, TOP) * 10.0 + 0.5) as u32;
    (tenths + 5) / 10
}

/// At which end of the scale a level is.
pub(crate) fn end(level: f64) -> Option<End> {
    let bottom = if level <= 0.0 { Some(End::Bottom) } else { None };
    if level >= TOP { Some(End::Top) } else { bottom }
}

fn pulls<'q>(session: &'q Session, measured: &Measured, estimate: &Estimate) -> Vec<Pull<'q>> {
    let pull = |(place, &pull): (usize, &f64)| {
        let item = session.quiz.items.get(*measured.items.get(place)?)?.id.value.as_str();
        Some(Pull { item, value: measured.observations.get(place)?.level, weight: *estimate.weights.get(place)?, pull })
    };
    estimate.pulls.iter().enumerate().filter_map(pull).collect()
}

/// The document's words for a skill at a level: the band that holds it, the top one closed above.
fn feedback<'q>(session: &'q Session, skill: &str, level: f64) -> Option<Spoken<'q>> {
    // A level that is 2 but for rounding is 2.
    let level = (level + 1e-9).clamp(0.0, TOP);
    let holds = |from: f64, to: f64| from <= level && (level < to || to == TOP);
    let mut bands = session.quiz.feedback.iter().filter(|feedback| feedback.skill.value == skill);
    bands.find(|feedback| holds(feedback.from, feedback.to)).map(|feedback| session.voice.text(&feedback.text))
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
