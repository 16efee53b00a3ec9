//! Two quizzes on one skill, taken by the same made-up people: whether they agree as their spreads say.

use super::Settings;
use super::chosen::mean;
use super::taking::{Taken, Way, World};
use crate::estimate::Estimate;
use crate::numeric::random::Random;
use crate::numeric::sqrt;
use crate::quiz::Quiz;
use crate::roles::catalogue::Catalogue;
use crate::session::Session;
use serde::Serialize;

/// How two quizzes agree on a skill that both measure.
#[derive(Clone, Debug, Serialize)]
pub struct Agreement {
    /// Identifier of the first quiz.
    pub quiz: String,
    /// Identifier of the other.
    pub beside: String,
    /// Identifier of the skill.
    pub skill: String,
    /// Number of people who got a level in both.
    pub people: u32,
    /// Seed of their levels and answers.
    pub seed: u32,
    /// Correlation of the two levels.
    pub correlation: f64,
    /// Mean of the level in the other less that in the first.
    pub difference: f64,
    /// Root of the mean squared difference.
    pub rms: f64,
    /// Root of the mean of a^2 + b^2, of the two stated spreads: what the difference may be.
    pub stated: f64,
    /// Share of people whose two levels differ by no more than sqrt(a^2 + b^2); .68 or more if the spreads mean what they
    /// say. It is more, since both levels are drawn to the same mean.
    pub within: f64,
}

/// Whether the same people can be drawn for two quizzes: they measure the same skills and assume the same of people.
pub fn comparable(first: &Quiz, other: &Quiz) -> bool {
    let skills = |quiz: &Quiz| quiz.skills.iter().map(|skill| skill.id.value.clone()).collect::<Vec<String>>();
    let people = |quiz: &Quiz| (quiz.assumed.prior_mean, quiz.assumed.prior_sd);
    skills(first) == skills(other) && people(first) == people(other)
}

/// Sends the same people through two quizzes that are [`comparable`]. Their answers, and the errors of the keys, are
/// drawn for each apart.
pub fn beside(first: &mut Session, other: &mut Session, catalogue: &Catalogue, settings: &Settings) -> Vec<Agreement> {
    let takers = |session: &mut Session, anew: bool| -> Vec<Taken> {
        let mut random = Random::new(u64::from(settings.seed));
        let mut keys = random.split();
        if anew {
            keys = keys.split();
        }
        let mut world = World::new(session, catalogue, settings.departures, &mut keys);
        world.anew = anew;
        (0..settings.people).map(|_| world.take(&mut random.split(), &Way::Own)).collect()
    };
    let (one, two) = (takers(first, false), takers(other, true));
    let shared = first.quiz.skills.iter().enumerate();
    shared
        .filter_map(|(index, skill)| Some((skill.id.value.as_str(), index, other.quiz.skill(&skill.id.value)?)))
        .map(|(skill, here, there)| {
            let of = |taken: &'_ Taken, skill: usize| taken.found.get(skill)?.estimate.clone();
            let pairs: Vec<(Estimate, Estimate)> =
                one.iter().zip(&two).filter_map(|(a, b)| Some((of(a, here)?, of(b, there)?))).collect();
            Agreement {
                quiz: first.quiz.id.value.clone(),
                beside: other.quiz.id.value.clone(),
                skill: skill.to_owned(),
                seed: settings.seed,
                ..agreement(&pairs)
            }
        })
        .collect()
}

/// The numbers of the levels of people in two quizzes.
fn agreement(pairs: &[(Estimate, Estimate)]) -> Agreement {
    let over = |of: fn(&Estimate, &Estimate) -> f64| mean(pairs.iter().map(|(a, b)| of(a, b)));
    let limit = |a: &Estimate, b: &Estimate| a.spread * a.spread + b.spread * b.spread;
    let (first, other) = (over(|a, _| a.level), over(|_, b| b.level));
    let moment = |of: &dyn Fn(f64, f64) -> f64| mean(pairs.iter().map(|(a, b)| of(a.level - first, b.level - other)));
    Agreement {
        quiz: String::new(),
        beside: String::new(),
        skill: String::new(),
        people: pairs.len() as u32,
        seed: 0,
        correlation: moment(&|a, b| a * b) / sqrt(moment(&|a, _| a * a) * moment(&|_, b| b * b)),
        difference: other - first,
        rms: sqrt(over(|a, b| (b.level - a.level) * (b.level - a.level))),
        stated: sqrt(over(limit)),
        within: mean(pairs.iter().map(|(a, b)| {
            let off = b.level - a.level;
            f64::from(u8::from(off * off <= limit(a, b)))
        })),
    }
}
