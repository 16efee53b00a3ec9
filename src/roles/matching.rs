//! A match: how the roles fit a person, as plain data for the page and the command line.

use super::catalogue::Catalogue;
use super::draws::{self, ranking};
use super::fit::shares;
use super::model::{Model, Need};
use super::person::Placed;
use super::posterior::Posterior;
use super::tally::Fitted;
use super::verdict::{self, Call, CallKind, Reason};
use crate::closed;
use crate::text::direction::Direction;
use crate::text::markdown::{self, Tree};
use crate::text::record::Text;
use serde::Serialize;

/// How the roles of a catalogue fit.
#[derive(Debug, Serialize)]
pub struct Match {
    /// What may be said about the roles.
    pub verdict: VerdictReport,
    /// Share of the draws in which an archetype fits best of all roles; 0 where there is nothing else.
    pub p_archetype: f64,
    /// All roles, the most probable first.
    pub roles: Vec<RoleReport>,
    /// The skills of the catalogue, in the order of every role's contributions.
    pub skills: Vec<SkillName>,
    /// Attributions that must be shown wherever the catalogue's numbers are.
    pub attributions: Vec<Tree>,
}

/// A skill of the catalogue.
#[derive(Debug, Serialize)]
pub struct SkillName {
    /// Identifier of the skill.
    pub skill: String,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// The name of its group.
    pub group: Tree,
    /// Whether it was measured.
    pub measured: bool,
    /// The person's level as it is shown everywhere; for a skill that was not measured, what correlated skills imply.
    pub level: f64,
}

/// What may be said about the roles.
#[derive(Debug, Serialize)]
pub struct VerdictReport {
    /// Which statement it is.
    pub code: CallKind,
    /// The roles named.
    pub roles: Vec<String>,
    /// Of `not-enough-evidence`: why.
    pub reason: Option<Reason>,
    /// Of `none-yet`: the must-have nearest to being met.
    pub floor: Option<NearestFloor>,
    /// Of `not-enough-evidence`: the skills that would help.
    pub unmeasured: Vec<String>,
    /// Weighted evidence of the leading role: 0 nothing known, 1 everything.
    pub evidence: f64,
}

/// The must-have that is nearest to being met.
#[derive(Debug, Serialize)]
pub struct NearestFloor {
    /// Identifier of the role.
    pub role: String,
    /// Identifier of the skill.
    pub skill: String,
    /// The level required.
    pub floor: f64,
    /// The person's level.
    pub level: f64,
    /// Probability of being below it.
    pub p_missed: f64,
}

/// How a role fits.
#[derive(Debug, Serialize)]
pub struct RoleReport {
    /// Identifier of the role.
    pub role: String,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// What it is, in a sentence or two.
    pub about: Tree,
    /// Whether it is what some companies mean by a title.
    pub archetype: bool,
    /// Mean fit; level, shape and must-have add up to it.
    pub fit: f64,
    /// What the levels contribute to the fit.
    pub level: f64,
    /// What the shape of the profile contributes to the fit.
    pub shape: f64,
    /// What missed must-haves take off the fit; 0 or below.
    pub must_have: f64,
    /// Share of the draws in which it fits best of all roles.
    pub p_best: f64,
    /// Share of the draws in which it is near the best of all roles.
    pub p_near_best: f64,
    /// Share of the draws in which it fits best of the roles that are no archetypes, which the verdict is about; nothing
    /// for an archetype, unless the catalogue has nothing else.
    pub p_best_product: Option<f64>,
    /// Share of the draws in which it is near the best of these; nothing as for `p_best_product`.
    pub p_near_best_product: Option<f64>,
    /// Share of the draws in which it misses a must-have.
    pub p_must_have_missed: f64,
    /// Whether its fit is near that of the best role that is no archetype, without being the most probable of these.
    pub also_good: bool,
    /// Weighted evidence about its skills: 0 nothing known, 1 everything.
    pub evidence: f64,
    /// What each skill contributes; they add up to the fit.
    pub contributions: Vec<Contribution>,
}

closed! {
    /// How a must-have stands, by the share of the draws below it and the catalogue's thresholds.
    pub enum MustHave {
        /// Met.
        Met = "met",
        /// Neither.
        Uncertain = "uncertain",
        /// Likely missed.
        Missed = "missed",
        /// The skill was not measured.
        Unknown = "unknown",
    }
}

/// What a skill contributes to a role's fit, and why.
#[derive(Debug, Serialize)]
pub struct Contribution {
    /// Identifier of the skill.
    pub skill: String,
    /// What it adds to the fit; below 0 where it takes away.
    pub value: f64,
    /// The level that the role needs, 0 to 4.
    pub need: f64,
    /// The skill's share of the role's weights, 0 to 1.
    pub weight: f64,
    /// The level below which a must-have is missed, where the skill is one.
    pub floor: Option<f64>,
    /// Share of the draws in which the level is below the floor; 0 without a floor, or where nothing was measured.
    pub p_floor_missed: f64,
    /// Of a must-have: how it stands.
    pub must_have: Option<MustHave>,
    /// Whether the skill carries the role for this person: at the need or above, no lower than the person's skills are
    /// on average, and of at least average weight in the role.
    pub carries: bool,
}

/// How the roles of `catalogue` fit a person. Texts whose language is not `language` are marked with their own.
///
/// `None` if the numbers contradict each other, which those of a catalogue and a profile that were read do not.
pub fn matching(catalogue: &Catalogue, placed: &Placed, language: &str, seed: u32, fixed: bool) -> Option<Match> {
    let posterior = &placed.posterior;
    let model = &catalogue.constants.model;
    let writer = Writer { catalogue, language, shown: &placed.shown };
    let needs = catalogue.needs();
    let ranking = ranking(model, &needs, &catalogue.apart(), posterior, (seed, fixed)).ok()?;
    let mut verdict = verdict::verdict(model, &needs, &ranking, posterior);
    let (fitted, p_archetype) = (ranking.roles, ranking.p_archetype);
    if placed.careless {
        verdict = verdict.of_careless_answers();
    }
    let role = |index: usize| writer.role(index, needs.get(index)?, fitted.get(index)?);
    Some(Match {
        verdict: writer.verdict(verdict),
        p_archetype,
        roles: draws::order(&fitted).into_iter().filter_map(role).collect(),
        skills: writer.skills(posterior),
        attributions: catalogue.attributions.0.iter().map(|text| writer.tree(text)).collect(),
    })
}

/// Names and texts of a catalogue as they are shown.
pub(super) struct Writer<'w> {
    pub(super) catalogue: &'w Catalogue,
    pub(super) language: &'w str,
    /// Level and spread of each measured skill, as they are shown.
    pub(super) shown: &'w [Option<(f64, f64)>],
}

impl Writer<'_> {
    pub(super) fn tree(&self, text: &Text) -> Tree {
        let mut tree = markdown::read(&text.value);
        if self.catalogue.language.value != self.language {
            tree.language = Some(self.catalogue.language.value.clone());
            tree.direction = Some(Direction::of(&self.catalogue.language.value));
        }
        tree
    }

    pub(super) fn skill_id(&self, skill: usize) -> String {
        self.catalogue.skills.get(skill).map(|skill| skill.id.value.clone()).unwrap_or_default()
    }

    pub(super) fn role_id(&self, role: usize) -> String {
        self.catalogue.roles.get(role).map(|role| role.id.value.clone()).unwrap_or_default()
    }

    /// The shown level of a skill; nothing where it was not measured.
    pub(super) fn level(&self, skill: usize) -> Option<f64> {
        self.shown.get(skill).copied().flatten().map(|(level, _)| level)
    }

    /// The name of a group.
    pub(super) fn group(&self, id: &Text) -> Tree {
        let group = self.catalogue.groups.iter().find(|group| group.id.value == id.value);
        group.map(|group| self.tree(&group.name)).unwrap_or_default()
    }

    fn skills(&self, posterior: &Posterior) -> Vec<SkillName> {
        let known = self.catalogue.skills.iter().zip(posterior.measured.iter().zip(&posterior.mean)).enumerate();
        known
            .map(|(index, (skill, (&measured, &level)))| SkillName {
                skill: skill.id.value.clone(),
                name: self.tree(&skill.name),
                group: self.group(&skill.group),
                measured,
                level: self.level(index).unwrap_or(level),
            })
            .collect()
    }

    fn role(&self, index: usize, needs: &[Need], fitted: &Fitted) -> Option<RoleReport> {
        let document = self.catalogue.roles.get(index)?;
        let weights = shares(needs);
        let contribution = |(skill, &value): (usize, &f64)| {
            let need = needs.get(skill)?;
            let weight = weights.get(skill).copied()?;
            let p_floor_missed = fitted.p_floor_missed.get(skill).copied()?;
            Some(Contribution {
                skill: self.skill_id(skill),
                value,
                need: need.need,
                weight,
                floor: need.floor,
                p_floor_missed,
                must_have: need
                    .floor
                    .map(|_| must_have(&self.catalogue.constants.model, p_floor_missed, self.level(skill).is_some())),
                carries: self.carries(skill, needs, &weights),
            })
        };
        Some(RoleReport {
            role: document.id.value.clone(),
            name: self.tree(&document.name),
            about: self.tree(&document.about),
            archetype: document.archetype,
            fit: fitted.fit,
            level: fitted.level,
            shape: fitted.shape,
            must_have: fitted.must_have,
            p_best: fitted.p_best,
            p_near_best: fitted.p_near_best,
            p_best_product: fitted.p_best_product,
            p_near_best_product: fitted.p_near_best_product,
            p_must_have_missed: fitted.p_must_have_missed,
            also_good: fitted.also_good,
            evidence: fitted.evidence,
            contributions: fitted.contributions.iter().enumerate().filter_map(contribution).collect(),
        })
    }

    /// Whether a skill carries a role of these needs and weights.
    pub(super) fn carries(&self, skill: usize, needs: &[Need], weights: &[f64]) -> bool {
        let levels = || self.shown.iter().flatten().map(|(level, _)| level);
        let mean = levels().sum::<f64>() / levels().count().max(1) as f64;
        let weighed = weights.iter().filter(|weight| **weight > 0.0).count().max(1) as f64;
        let (Some(level), Some(need), Some(weight)) = (self.level(skill), needs.get(skill), weights.get(skill)) else {
            return false;
        };
        level >= need.need && level >= mean && weight * weighed >= 1.0
    }

    fn verdict(&self, verdict: verdict::Verdict) -> VerdictReport {
        let (mut reason, mut floor, mut skills) = (None, None, Vec::new());
        let code = verdict.call.kind();
        match verdict.call {
            Call::NoneYet(nearest) => {
                floor = Some(NearestFloor {
                    role: self.role_id(nearest.role),
                    skill: self.skill_id(nearest.skill),
                    floor: nearest.floor,
                    level: self.level(nearest.skill).unwrap_or(nearest.level),
                    p_missed: nearest.p_missed,
                });
            }
            Call::NotEnoughEvidence { reason: why, unmeasured } => {
                reason = Some(why);
                skills = unmeasured;
            }
            Call::Clear | Call::Leaning | Call::TooClose => {}
        }
        VerdictReport {
            code,
            roles: verdict.roles.iter().map(|&role| self.role_id(role)).collect(),
            reason,
            floor,
            unmeasured: skills.into_iter().map(|skill| self.skill_id(skill)).collect(),
            evidence: verdict.evidence,
        }
    }
}

/// How a must-have stands that is missed with a probability.
fn must_have(model: &Model, p_missed: f64, measured: bool) -> MustHave {
    match p_missed {
        _ if !measured => MustHave::Unknown,
        p if p <= model.floor_met => MustHave::Met,
        p if p > model.floor_missed => MustHave::Missed,
        _ => MustHave::Uncertain,
    }
}
