//! What a report says of one skill: its level with its band, the document's words for it, what was shown of its
//! behaviours, and what each answer did to it.

use crate::closed;
use crate::estimate::Estimate;
use crate::estimate::skills::Measured;
use crate::estimate::theta::ErrorKind;
use crate::quiz::FULL;
use crate::quiz::calibration::Method;
use crate::quiz::limits::TOP;
use crate::quiz::option::OptionRecord;
use crate::quiz::translate::{Spoken, Voice};
use crate::session::Session;
use crate::text::names::Names;
use serde::Serialize;

/// Answered items that must have offered a behaviour before it is spoken of.
const CHANCES: u32 = 2;

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
    /// What the document says of the person where the band is at `from` and `to`.
    pub summary: Option<SummaryReport<'q>>,
    /// Its behaviours that at least two answered items offered, and in how many of those the answer showed them.
    pub behaviours: Vec<BehaviourReport<'q>>,
    /// What each answer did to it; the pulls add up to the level less the prior mean.
    pub pulls: Vec<Pull<'q>>,
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

/// A sentence about the person.
#[derive(Debug, Serialize)]
pub struct SummaryReport<'q> {
    /// To the person: "Your answers ...".
    pub you: Spoken<'q>,
    /// As the person says it: "My answers ...".
    pub i: Spoken<'q>,
}

/// How often the answers showed a behaviour.
#[derive(Debug, Serialize)]
pub struct BehaviourReport<'q> {
    /// Identifier of the behaviour.
    pub behaviour: &'q str,
    /// Name in the language shown: a verb phrase that follows "you".
    pub name: Spoken<'q>,
    /// In how many items the answer showed it.
    pub shown: u32,
    /// Of how many answered items that offered it.
    pub offered: u32,
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

pub(super) fn skill_report<'q>(
    session: &'q Session,
    index: usize,
    measured: &Measured,
    left: &mut &[Count],
) -> Option<SkillReport<'q>> {
    let voice = &session.voice;
    let skill = session.quiz.skills.get(index)?;
    let (own, rest) = left.split_at_checked(skill.behaviours.list.len()).unwrap_or_default();
    *left = rest;
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
        summary: band.and_then(|band| summary(session, &skill.id.value, (nearest(band.low), nearest(band.high)))),
        behaviours: skill
            .behaviours
            .list
            .iter()
            .zip(own)
            .filter_map(|(behaviour, count)| behaviour_report(voice, behaviour, *count))
            .collect(),
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
    let mut lines = session.quiz.feedback.list.iter().filter(|line| line.skill.value == skill);
    lines.find(|line| line.holds(level)).map(|line| session.voice.text(&line.text))
}

/// The document's words for the person where the band of a skill goes from one whole level to another.
fn summary<'q>(session: &'q Session, skill: &str, band: (u32, u32)) -> Option<SummaryReport<'q>> {
    let line = session.quiz.summary.list.iter().find(|line| line.skill.value == skill && line.band == band)?;
    Some(SummaryReport { you: session.voice.text(&line.text), i: session.voice.text(&line.more) })
}

/// What was counted of a behaviour.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    shown: u32,
    offered: u32,
    /// The last item that offered it, from 1, and whether it was shown there.
    last: usize,
    seen: bool,
}

/// How often the answers showed each behaviour of the quiz, in one pass over items however many there are.
pub(super) fn counts(session: &Session) -> Vec<Count> {
    let quiz = &session.quiz;
    let names = Names::of(&mut quiz.behaviours().map(|behaviour| behaviour.id.value.as_str()));
    let mut counts = vec![Count::default(); quiz.behaviours().count()];
    for ((item, response), place) in quiz.items.iter().zip(&session.responses).zip(1..) {
        let Some(answer) = response.as_ref().and_then(|response| response.answer.as_ref()) else { continue };
        item.each_shown(answer, &mut |behaviour, shows| {
            let Some(count) = names.find(behaviour).and_then(|index| counts.get_mut(index)) else { return };
            if count.last != place {
                *count = Count { offered: count.offered + 1, last: place, seen: false, ..*count };
            }
            count.shown += u32::from(shows && !count.seen);
            count.seen |= shows;
        });
    }
    counts
}

/// A behaviour as it is spoken of; nothing where fewer than two items offered it.
fn behaviour_report<'q>(voice: &'q Voice, behaviour: &'q OptionRecord, count: Count) -> Option<BehaviourReport<'q>> {
    let Count { shown, offered, .. } = count;
    let name = voice.text(&behaviour.text);
    (offered >= CHANCES).then(|| BehaviourReport { behaviour: &behaviour.id.value, name, shown, offered })
}
