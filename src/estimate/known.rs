//! What is known of skills, as a match takes it: of a report, or of several results joined.

use serde::Serialize;

/// What is known of each skill, and how far the answers can be relied on.
#[derive(Debug, Serialize)]
pub struct KnownSkills<'s> {
    /// Skill by skill, in the order of what they come from.
    pub skills: Vec<KnownSkill<'s>>,
    /// Whether the answers bear a sign of carelessness, by which no role is named.
    pub careless: bool,
}

/// What is known of a skill: no number at all where it was asked for and not measured.
#[derive(Debug, Serialize)]
pub struct KnownSkill<'s> {
    /// Identifier of the skill.
    pub skill: &'s str,
    /// Mean of a normal measurement that leads to the level and its spread. It is not a level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// Variance of that measurement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variance: Option<f64>,
    /// Its level as it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<f64>,
    /// Spread or standard error of the level as it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub se: Option<f64>,
}

impl<'s> KnownSkill<'s> {
    /// A skill with its measurement (mean, variance) and with how it is shown (level, spread or standard error): both
    /// or neither.
    pub fn of(skill: &'s str, measured: Option<(f64, f64)>, shown: Option<(f64, f64)>) -> KnownSkill<'s> {
        let both = measured.zip(shown);
        let measured = both.map(|(measured, _)| measured);
        let shown = both.map(|(_, shown)| shown);
        KnownSkill {
            skill,
            mean: measured.map(|(mean, _)| mean),
            variance: measured.map(|(_, variance)| variance),
            level: shown.map(|(level, _)| level),
            se: shown.map(|(_, se)| se),
        }
    }
}
