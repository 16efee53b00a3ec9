//! Two attempts at one quiz, compared as far as its evidence grade allows.

use crate::closed;
use crate::numeric::sqrt;
use crate::precision::change::reliable_change;
use crate::report::{Report, SkillReport};
use serde::Serialize;

closed! {
    /// What a difference between two attempts amounts to.
    pub enum ChangeKind {
        /// Larger than the limit.
        Larger = "larger",
        /// Not larger than the limit.
        NotLarger = "not-larger",
        /// From evidence grade 2, for two attempts at one version of a quiz: larger than errors of measurement explain.
        Reliable = "reliable",
        /// From evidence grade 2, for two attempts at one version of a quiz: no larger than errors of measurement
        /// explain.
        NotReliable = "not-reliable",
    }
}

/// How the level of a skill differs between two attempts.
#[derive(Debug, Serialize)]
pub struct Change<'s> {
    /// Identifier of the skill.
    pub skill: &'s str,
    /// Index of the earlier result.
    pub since: usize,
    /// Level in the earlier result.
    pub before: f64,
    /// Level in the later result.
    pub now: f64,
    /// `now` less `before`, in levels.
    pub difference: f64,
    /// How the difference stands beside `limit`.
    pub code: ChangeKind,
    /// What the difference is compared with, in levels: sqrt(a^2 + b^2) of the two spreads, or 1.96 standard errors of
    /// a difference.
    pub limit: f64,
    /// Whether both attempts were at the same version of the quiz.
    pub same_version: bool,
    /// Whether both attempts were at the same form of the quiz, and so at the same questions.
    pub same_form: bool,
}

/// The changes of the skills that have a level in both reports; `since` is the index of the earlier result.
///
/// Both attempts are worked out by the present method, whenever they were made. Below evidence grade 2 nothing is known
/// of errors, and the assumed spreads take their place: for two attempts at the same questions they are too wide rather
/// than too narrow; two forms share no question, and they fit. Metier's own. From grade 2 the reliable change index ([`reliable_change`]), with the errors of the
/// two levels where both come from calibrated items, else with the standard error of measurement that the document
/// states.
pub fn changes<'s>(since: usize, before: &Report<'s>, now: &Report<'s>) -> Vec<Change<'s>> {
    let same_form = before.quiz == now.quiz;
    let same_version = before.version == now.version;
    let change = |skill: &SkillReport<'s>| {
        let earlier = before.skills.iter().find(|earlier| earlier.skill == skill.skill)?;
        let (first, second) = (earlier.level?, skill.level?);
        let difference = second - first;
        let errors = errors(before, earlier).zip(errors(now, skill)).filter(|_| same_form && same_version);
        let reliable = errors.and_then(|(a, b)| reliable_change((first, a), (second, b)));
        let (code, limit) = match reliable {
            Some(change) => {
                let code = if change.reliable { ChangeKind::Reliable } else { ChangeKind::NotReliable };
                (code, crate::precision::change::RELIABLE * change.standard_error)
            }
            None => {
                let ((_, a), (_, b)) = (earlier.shown()?, skill.shown()?);
                let limit = sqrt(a * a + b * b);
                (if difference.abs() > limit { ChangeKind::Larger } else { ChangeKind::NotLarger }, limit)
            }
        };
        Some(Change {
            skill: skill.skill,
            since,
            before: first,
            now: second,
            difference,
            code,
            limit,
            same_version,
            same_form,
        })
    };
    now.skills.iter().filter_map(change).collect()
}

/// The standard error of a level, where the evidence grade has one.
fn errors(report: &Report<'_>, skill: &SkillReport<'_>) -> Option<f64> {
    skill.standard_error.or(report.measurement.as_ref().map(|stated| stated.sem))
}
