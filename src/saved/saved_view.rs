//! A saved profile as the page shows it: plain data, all of it replayed.

use super::compare::{Change, changes};
use super::join::{Joined, Measurement, disagree, join};
use super::{Replay, Saved};
use crate::estimate::known::{KnownSkill, KnownSkills};
use crate::estimate::{Estimate, estimate, skills};
use crate::model::Observation;
use crate::numeric::ordered;
use crate::problem::Problem;
use crate::quiz::Assumed;
use crate::quiz::kinds::Kind;
use crate::quiz::response::Response;
use crate::quiz::translate::Spoken;
use crate::quiz::view::QuizView;
use crate::report::{Band, End, LevelState, Report, SkillReport, end, grouped, measured, nearest, report};
use crate::roles::catalogue::Catalogue;
use crate::roles::person::{Placed, placed};
use crate::session::{SEED, Session};
use serde::Serialize;

/// Everything that is shown of a saved profile.
#[derive(Debug, Serialize)]
pub struct SavedView<'s> {
    /// Its results, in the order of the text.
    pub results: Vec<SavedResult<'s>>,
    /// What the results that count say of each skill, all together.
    pub skills: Vec<SavedSkill<'s>>,
    /// Skills with a level, highest first, in groups that are too close to tell apart.
    pub order: Vec<Vec<&'s str>>,
    /// Whether answers to one of the results that count bear a sign of carelessness, so that no role should be named.
    pub careless: bool,
    /// Where the person comes from: an origin of the catalogue.
    pub origin: Option<&'s str>,
    /// All problems, those of the results after those of the whole.
    pub problems: &'s [Problem],
}

/// A result.
#[derive(Debug, Serialize)]
pub struct SavedResult<'s> {
    /// Index among the results of the text.
    pub index: usize,
    /// The quiz's identifier; nothing where the quiz could not be read.
    pub quiz: Option<&'s str>,
    /// Version of the quiz, as its author counts.
    pub version: Option<&'s str>,
    /// Title in the language shown.
    pub title: Option<Spoken<'s>>,
    /// The language in which it was taken.
    pub language: &'s str,
    /// The day on which it was taken, as YYYY-MM-DD.
    pub taken: &'s str,
    /// Evidence grade of the quiz.
    pub grade: Option<u32>,
    /// Number of items answered, those in one's own words aside, of which nothing is kept.
    pub answered: u32,
    /// Number of items of the quiz, those aside.
    pub items: u32,
    /// Whether it is the latest of its quiz, and so counts.
    pub newest: bool,
    /// Whether an earlier result of the text is the same; it then counts once.
    pub again: bool,
    /// What is said of it; nothing where it could not be read.
    pub report: Option<Report<'s>>,
    /// The quiz as it was shown, for the words of its items and options.
    pub shown: Option<QuizView<'s>>,
    /// What was answered, in the order of the answers.
    pub answers: Vec<AnswerView<'s>>,
    /// Of the latest: what has changed since the result before of the same quiz, in whichever form; nothing where there is
    /// none.
    pub change: Option<Vec<Change<'s>>>,
}

/// An answer.
#[derive(Debug, Serialize)]
pub struct AnswerView<'s> {
    /// Identifier of the item.
    pub item: &'s str,
    /// The answer as JSON text; `null` = skipped.
    pub answer: &'s str,
}

/// A skill, from all results that count.
#[derive(Debug, Serialize)]
pub struct SavedSkill<'s> {
    /// Identifier of the skill.
    pub skill: &'s str,
    /// Name in the language shown.
    pub name: Spoken<'s>,
    /// Whether there is a level.
    pub state: LevelState,
    /// With `variance`, the measurement that a match takes up; it is not a level.
    pub mean: Option<f64>,
    /// Variance of that measurement.
    pub variance: Option<f64>,
    /// Level, 0 to 4; nothing where there are too few answers.
    pub level: Option<f64>,
    /// Spread, in levels; nothing where all measurements have a standard error.
    pub spread: Option<f64>,
    /// Where all measurements have one: the standard error of the level, in levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Level less spread or standard error.
    pub low: Option<f64>,
    /// Level plus spread or standard error.
    pub high: Option<f64>,
    /// The whole level nearest to `low`.
    pub from: Option<u32>,
    /// The whole level nearest to `high`.
    pub to: Option<u32>,
    /// The end of the scale, where the level is at it or beyond.
    pub end: Option<End>,
    /// Mean level of people before any answer: the pulls add up to the level less this.
    pub prior_mean: f64,
    /// Indices of the results that measured it.
    pub measured_by: Vec<usize>,
    /// Whether two of them are further apart than their errors explain.
    pub disagree: bool,
    /// What each answer did to the level.
    pub pulls: Vec<PullView<'s>>,
}

/// What one answer did to the level of a skill.
#[derive(Debug, Serialize)]
pub struct PullView<'s> {
    /// Index of its result.
    pub result: usize,
    /// Identifier of the item.
    pub item: &'s str,
    /// The level that the answer stands for, 0 to 4.
    pub value: f64,
    /// How far it moved the level, in levels.
    pub pull: f64,
}

/// A result that counts, replayed.
struct Counted<'s> {
    replay: &'s Replay,
    report: Report<'s>,
    /// What the answers say of each skill, in the order of the report's.
    measured: Vec<skills::Measured>,
}

impl SavedView<'_> {
    /// What is known of the skills, as a match takes it.
    pub fn known(&self) -> KnownSkills<'_> {
        let skills =
            self.skills.iter().map(|skill| KnownSkill::of(skill.skill, skill.taken(), skill.shown())).collect();
        KnownSkills { skills, careless: self.careless }
    }

    /// The skills beside those of a catalogue; nothing where fewer than two of them were measured, since one alone
    /// names no role.
    pub fn placed(&self, catalogue: &Catalogue) -> Option<Placed> {
        let several = |placed: &Placed| placed.posterior.measured.iter().filter(|measured| **measured).count() > 1;
        placed(&self.known(), catalogue).filter(several)
    }

    /// The seed of the newest result that counts: so one saved result shows the same as its quiz did.
    pub fn seed(&self) -> u32 {
        let measures =
            |result: &&SavedResult<'_>| result.report.as_ref().is_some_and(|report| !report.skills.is_empty());
        let counts = self.results.iter().filter(|result| result.newest).filter(measures);
        let newest = counts.max_by(|one, other| one.taken.cmp(other.taken));
        newest.and_then(|result| result.report.as_ref()).map_or(SEED, |report| report.seed)
    }
}

impl Saved {
    /// The whole profile as plain data.
    pub fn view(&self) -> SavedView<'_> {
        let counted = self.counted();
        let skills = all_skills(&counted);
        SavedView {
            results: self.results.iter().map(|replay| self.result(replay)).collect(),
            order: order(&skills),
            skills,
            careless: counted.iter().any(|counted| counted.report.careless),
            origin: self.origin.as_deref(),
            problems: &self.problems,
        }
    }

    /// The results that count, by the identifiers of their quizzes: sums then do not depend on the order in the text.
    fn counted(&self) -> Vec<Counted<'_>> {
        let newest: Vec<&Replay> = self.results.iter().filter(|replay| self.is_newest(replay)).collect();
        let id = |place: usize| {
            newest.get(place).and_then(|replay| replay.session.as_ref()).map(|session| &session.quiz.id.value)
        };
        let order = ordered(newest.len(), &|a, b| id(a) < id(b));
        let counted = |&place: &usize| {
            let replay = *newest.get(place)?;
            let session = replay.counting()?;
            Some(Counted { replay, report: report(session), measured: measured(session) })
        };
        order.iter().filter_map(counted).collect()
    }

    fn is_newest(&self, replay: &Replay) -> bool {
        replay.counting().is_some() && self.newest(replay).is_some_and(|newest| newest.index == replay.index)
    }

    fn result<'s>(&'s self, replay: &'s Replay) -> SavedResult<'s> {
        let session = replay.session.as_ref();
        let newest = self.is_newest(replay);
        let report = session.filter(|_| replay.whole).map(report);
        let id =
            |index: usize| session.and_then(|session| session.quiz.items.get(index)).map(|item| item.id.value.as_str());
        let answer = |(item, answer): &'s (usize, String)| Some(AnswerView { item: id(*item)?, answer });
        let (answered, items) = session.map_or((0, 0), kept_counts);
        SavedResult {
            index: replay.index,
            quiz: session.map(|session| session.quiz.id.value.as_str()),
            version: session.map(|session| session.quiz.version.value.as_str()),
            title: session.map(|session| session.voice.text(&session.quiz.title)),
            language: &replay.language,
            taken: &replay.taken,
            grade: session.map(|session| session.quiz.evidence.grade),
            answered: report.as_ref().map_or(0, |_| answered),
            items,
            newest,
            again: replay.again,
            shown: session.map(|session| session.view()),
            answers: replay.answers.iter().filter(|_| replay.whole).filter_map(answer).collect(),
            change: report.as_ref().filter(|_| newest).and_then(|report| self.change(replay, report)),
            report,
        }
    }

    fn change<'s>(&'s self, replay: &Replay, now: &Report<'s>) -> Option<Vec<Change<'s>>> {
        let before = self.before(replay)?;
        Some(changes(before.index, &report(before.counting()?), now))
    }
}

/// How many items were answered, and how many there are; those in one's own words aside.
fn kept_counts(session: &Session) -> (u32, u32) {
    let kept =
        session.quiz.items.iter().zip(&session.responses).filter(|(item, _)| !matches!(item.kind, Kind::Text(_)));
    let is_answered = |given: &Option<Response>| given.as_ref().is_some_and(|given| given.answer.is_some());
    let answered = kept.clone().filter(|(_, given)| is_answered(given)).count();
    (answered as u32, kept.count() as u32)
}

/// Every skill of the results that count.
fn all_skills<'s>(counted: &[Counted<'s>]) -> Vec<SavedSkill<'s>> {
    let mut skills: Vec<SavedSkill<'s>> = Vec::new();
    for skill in counted.iter().flat_map(|counted| &counted.report.skills) {
        if !skills.iter().any(|known| known.skill == skill.skill) {
            skills.push(joined(skill, counted));
        }
    }
    skills
}

/// A skill that one result at least is about, first by `skill`.
fn joined<'s>(skill: &SkillReport<'s>, counted: &[Counted<'s>]) -> SavedSkill<'s> {
    let about = |counted: &'_ Counted<'s>| counted.report.skills.iter().position(|other| other.skill == skill.skill);
    let measured: Vec<Measured<'_, 's>> =
        counted.iter().filter_map(|counted| Measured::of(counted, about(counted)?)).collect();
    let mut view = SavedSkill {
        skill: skill.skill,
        name: skill.name,
        state: LevelState::TooFew,
        mean: None,
        variance: None,
        level: None,
        spread: None,
        standard_error: None,
        low: None,
        high: None,
        from: None,
        to: None,
        end: None,
        prior_mean: Assumed::default().prior_mean,
        measured_by: measured.iter().map(|measured| measured.counted.replay.index).collect(),
        disagree: false,
        pulls: Vec::new(),
    };
    match measured.as_slice() {
        [] => {}
        [alone] => view.take(alone),
        several => view.join(several),
    }
    view
}

/// A skill as one result measured it.
struct Measured<'m, 's> {
    counted: &'m Counted<'s>,
    skill: &'m SkillReport<'s>,
    /// What each answer says.
    observations: &'m [Observation],
    mean: f64,
    variance: f64,
}

impl<'m, 's> Measured<'m, 's> {
    /// The skill at a place of a report, where it has a level.
    fn of(counted: &'m Counted<'s>, place: usize) -> Option<Measured<'m, 's>> {
        let (skill, measured) = (counted.report.skills.get(place)?, counted.measured.get(place)?);
        let (mean, variance) = skill.taken().filter(|(_, variance)| *variance > 0.0)?;
        Some(Measured { counted, skill, observations: &measured.observations, mean, variance })
    }

    /// What was assumed of people and answers, where the level rests on that.
    fn assumed(&self) -> Option<Assumed> {
        let session = self.counted.replay.session.as_ref().filter(|_| self.skill.standard_error.is_none())?;
        Some(Assumed { at: 0, ..session.quiz.assumed })
    }

    /// With what each answer adds to the mean less the prior's: its share of the pulls, or all the same where the pulls
    /// cancel out. Metier's own.
    fn measurement(&self, prior_mean: f64) -> Measurement {
        let pulls = &self.skill.pulls;
        let sum: f64 = pulls.iter().map(|pull| pull.pull).sum();
        let scale = (self.mean - prior_mean) / sum;
        let even = (self.mean - prior_mean) / pulls.len() as f64;
        let part = |pull: f64| if scale > 0.0 && scale < 1e3 { pull * scale } else { even };
        Measurement {
            mean: self.mean,
            variance: self.variance,
            parts: pulls.iter().map(|pull| part(pull.pull)).collect(),
        }
    }
}

/// Level, spread, what a match takes, and pulls of each result: from all answers together.
///
/// Results that assume the same are as one longer quiz: one posterior from the answers of all. Calibrated ones, and
/// those that assume something else, are joined as normal measurements under the prior that they agree on, or else the
/// shipped one.
fn together(several: &[Measured<'_, '_>]) -> Joined {
    let assumed: Vec<Option<Assumed>> = several.iter().map(Measured::assumed).collect();
    let first = assumed.first().cloned().flatten();
    if let Some(assumed) = first.filter(|first| assumed.iter().all(|other| other.as_ref() == Some(first))) {
        let observations: Vec<Observation> =
            several.iter().flat_map(|measured| measured.observations).cloned().collect();
        if let Some(found) = estimate(&observations, &assumed) {
            let mut pulls = found.pulls.into_iter();
            let pulls =
                several.iter().map(|measured| pulls.by_ref().take(measured.observations.len()).collect()).collect();
            let Estimate { mean, variance, level, spread, .. } = found;
            return Joined { mean, variance, level, spread, pulls, prior_mean: assumed.prior_mean };
        }
    }
    let prior = |measured: &Measured<'_, '_>| {
        (measured.counted.report.assumed.prior_mean, measured.counted.report.assumed.prior_sd)
    };
    let shipped = (Assumed::default().prior_mean, Assumed::default().prior_sd);
    let first = several.first().map_or(shipped, prior);
    let (prior_mean, prior_sd) = if several.iter().all(|measured| prior(measured) == first) { first } else { shipped };
    let measurements: Vec<Measurement> = several.iter().map(|measured| measured.measurement(prior_mean)).collect();
    join(&measurements, prior_mean, prior_sd)
}

impl<'s> SavedSkill<'s> {
    /// Takes what one result says, as it is.
    fn take(&mut self, alone: &Measured<'_, 's>) {
        let skill = alone.skill;
        self.state = skill.state;
        (self.mean, self.variance, self.level) = (skill.mean, skill.variance, skill.level);
        (self.spread, self.standard_error) = (skill.spread, skill.standard_error);
        (self.low, self.high, self.from, self.to, self.end) = (skill.low, skill.high, skill.from, skill.to, skill.end);
        self.prior_mean = alone.counted.report.assumed.prior_mean;
        self.pull(alone, &mut skill.pulls.iter().map(|pull| pull.pull));
    }

    /// Joins what several results say.
    fn join(&mut self, several: &[Measured<'_, 's>]) {
        let joined = together(several);
        let calibrated = several.iter().all(|measured| measured.skill.standard_error.is_some());
        let band = Band::of(joined.level, joined.spread, calibrated);
        self.state = LevelState::Estimated;
        (self.mean, self.variance, self.level) = (Some(joined.mean), Some(joined.variance), Some(joined.level));
        *(if calibrated { &mut self.standard_error } else { &mut self.spread }) = Some(joined.spread);
        (self.low, self.high) = (Some(band.low), Some(band.high));
        (self.from, self.to, self.end) = (Some(nearest(band.low)), Some(nearest(band.high)), end(joined.level));
        self.prior_mean = joined.prior_mean;
        self.disagree =
            disagree(&several.iter().map(|measured| measured.measurement(joined.prior_mean)).collect::<Vec<_>>());
        for (measured, pulls) in several.iter().zip(joined.pulls) {
            self.pull(measured, &mut pulls.into_iter());
        }
    }

    fn pull(&mut self, measured: &Measured<'_, 's>, pulls: &mut dyn Iterator<Item = f64>) {
        let result = measured.counted.replay.index;
        let answers = measured.skill.pulls.iter().zip(pulls);
        self.pulls.extend(answers.map(|(answer, pull)| PullView {
            result,
            item: answer.item,
            value: answer.value,
            pull,
        }));
    }

    /// Mean and variance, as a match takes them.
    pub fn taken(&self) -> Option<(f64, f64)> {
        self.mean.zip(self.variance)
    }

    /// Level, and its spread or standard error, as they are shown.
    pub fn shown(&self) -> Option<(f64, f64)> {
        self.level.zip(self.spread.or(self.standard_error))
    }
}

/// Skills with a level, highest first, in groups as in a report.
fn order<'s>(skills: &[SavedSkill<'s>]) -> Vec<Vec<&'s str>> {
    let levels: Vec<(&'s str, f64, f64)> =
        skills.iter().filter_map(|skill| skill.shown().map(|(level, spread)| (skill.skill, level, spread))).collect();
    grouped(&levels)
}
