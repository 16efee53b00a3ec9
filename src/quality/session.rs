//! The signs in the answers to one quiz, with the items that deserve another look.

use super::fit::{Answered, simulated_p};
use super::{FAST, is_flat, mahalanobis};
use crate::closed;
use crate::estimate::skills::{Measured, fitted};
use crate::numeric::chi_squared::tail;
use crate::numeric::random::Random;
use crate::numeric::{ordered, sqrt};
use crate::quiz::FULL;
use crate::quiz::document::Quiz;
use crate::quiz::response::{Answer, Response, Responses};

closed! {
    /// What can be a sign that answers deserve another look.
    pub enum SignKind {
        /// Less than [`FAST`] seconds a question on average.
        Fast = "fast",
        /// One and the same rating throughout.
        Flat = "flat",
        /// Answers that pressing anything makes likelier than any levels do.
        Random = "random",
        /// From evidence grade 3: answers that are hardly likely together.
        Misfit = "misfit",
        /// From evidence grade 2: levels that stand out from those of the sample that the document describes.
        Distance = "distance",
        /// Instructed items that were answered otherwise.
        Instructed = "instructed",
    }
}

/// A sign, and the items concerned, as indices into the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What it is a sign of.
    pub kind: SignKind,
    /// The items, in the quiz's order.
    pub items: Vec<usize>,
    /// Whether it is a sign of carelessness: such answers name no role.
    pub careless: bool,
}

/// Draws for the simulated p of the fit.
const DRAWS: u32 = 1_000;
/// A fit that at most this share of simulated answers has is a sign, so at most one careful person in twenty gets it.
const RARE: f64 = 0.05;
/// Levels as far off as at most this share of a normal sample's are a sign: the point at which Tabachnick & Fidell
/// (2013, Using Multivariate Statistics, chapter 4) take somebody for a multivariate outlier.
const FAR: f64 = 0.001;
/// How many of the least likely answers are worth another look.
const LEAST: usize = 3;

/// Where ln of the Bayes factor of the answers against pressing anything is below this, pressing anything is likelier
/// twelve times over: a sign. Of simulated people who answer as assumed, at most 2 in 100 get it in each shipped quiz
/// (`cargo bench --bench simulation` prints it); in no quiz can more than one in twelve, since a likelihood ratio is
/// that much against the truth with a probability of 1/12 at most (Markov's inequality).
const RANDOM: f64 = -2.5;

/// The signs that answers may deserve another look. Nothing is rescored for them.
#[must_use]
pub fn signs(quiz: &Quiz, responses: &Responses, measured: &[Measured]) -> Vec<Sign> {
    let found = [
        (SignKind::Fast, fast(responses)),
        (SignKind::Flat, flat(quiz, responses)),
        (SignKind::Random, random(quiz, measured)),
    ];
    let found = found.into_iter().filter(|(_, items)| !items.is_empty());
    let mut signs: Vec<Sign> = found.map(|(kind, items)| Sign { kind, items, careless: true }).collect();
    if FULL {
        signs.extend(instructed(quiz, responses));
    }
    signs
}

/// The instructed items that were answered otherwise. One can be misread; it is a sign of carelessness where at least
/// two were answered and none as asked.
fn instructed(quiz: &Quiz, responses: &Responses) -> Option<Sign> {
    let (mut answered, mut items) = (0, Vec::new());
    for (index, (item, response)) in quiz.items.iter().zip(responses).enumerate() {
        let Some(answer) = response.as_ref().and_then(|given| given.answer.as_ref()) else { continue };
        answered += usize::from(item.instructed.is_some());
        if item.missed(answer) {
            items.push(index);
        }
    }
    let careless = answered > 1 && items.len() == answered;
    (!items.is_empty()).then_some(Sign { kind: SignKind::Instructed, items, careless })
}

/// Whether the time of a response counts.
fn counts(given: &Response) -> bool {
    given.answer.as_ref().is_some_and(|answer| !matches!(answer, Answer::Words))
}

/// The items answered in less than [`FAST`] seconds, where that is the mean time of all whose time is known. What somebody
/// wrote in their own words stays with them, so the time of it would count on one page and not on another.
fn fast(responses: &Responses) -> Vec<usize> {
    let (mut sum, mut count, mut items) = (0.0, 0.0, Vec::new());
    for (item, response) in responses.iter().enumerate() {
        let Some(milliseconds) = response.as_ref().filter(|given| counts(given)).and_then(|given| given.milliseconds)
        else {
            continue;
        };
        sum += milliseconds;
        count += 1.0;
        if milliseconds < FAST * 1000.0 {
            items.push(item);
        }
    }
    if sum < FAST * 1000.0 * count { items } else { Vec::new() }
}

/// The items with ratings, where all ratings of the quiz are the same and there are enough of them.
fn flat(quiz: &Quiz, responses: &Responses) -> Vec<usize> {
    let (mut ratings, mut items) = (Vec::new(), Vec::new());
    for (item, response) in responses.iter().enumerate() {
        // What an item says itself to choose is no rating.
        if FULL && quiz.items.get(item).is_some_and(|item| item.instructed.is_some()) {
            continue;
        }
        match response.as_ref().and_then(|given| given.answer.as_ref()) {
            Some(Answer::Category(category)) => ratings.push(Some(*category)),
            // Steps of a scale count from 0 and ratings from 1.
            Some(Answer::Ratings(given)) => {
                ratings.extend(given.iter().flatten().map(|rating| Some(rating.saturating_sub(1))))
            }
            _ => continue,
        }
        items.push(item);
    }
    if is_flat(&ratings) { items } else { Vec::new() }
}

/// The answers that are least likely at the levels found, where all together are likelier from pressing anything: ln of
/// the Bayes factor, added up over the skills, is below [`RANDOM`]. Nothing where levels come from calibrated items.
fn random(quiz: &Quiz, measured: &[Measured]) -> Vec<usize> {
    let estimates = || {
        measured
            .iter()
            .filter(|measured| !measured.calibrated)
            .filter_map(|measured| Some((measured, measured.estimate.as_ref()?)))
    };
    if estimates().map(|(_, estimate)| estimate.evidence).sum::<f64>() >= RANDOM {
        return Vec::new();
    }
    let variance = quiz.assumed.answer_sd * quiz.assumed.answer_sd;
    let (mut items, mut ratios) = (Vec::new(), Vec::new());
    for (measured, estimate) in estimates() {
        for (item, observation) in measured.items.iter().zip(&measured.observations) {
            items.push(*item);
            ratios.push(observation.answering.log_ratio(observation.level, estimate.level, variance));
        }
    }
    let least = ordered(ratios.len(), &|a, b| ratios.get(a) < ratios.get(b)).into_iter().take(LEAST);
    let items: Vec<usize> = least.filter_map(|place| items.get(place).copied()).collect();
    in_order(quiz, &items)
}

/// From evidence grade 3: the least likely answers to calibrated items, where answers as unlikely as all of them
/// together are rare at the person's levels (lz with a simulated p; the level counts as known, which makes the p too
/// large rather than too small).
#[must_use]
pub fn misfit(quiz: &Quiz, responses: &Responses, measured: &[Measured], seed: u32) -> Option<Sign> {
    let found = fitted(quiz, responses, measured);
    let answered: Vec<Answered<'_>> =
        found.iter().map(|fitted| (fitted.probabilities.as_slice(), fitted.category)).collect();
    let p = simulated_p(&answered, DRAWS, &mut Random::new(u64::from(seed)))?;
    if p > RARE {
        return None;
    }
    let chance = |place: usize| answered.get(place).and_then(|(all, chosen)| all.get(*chosen)).copied();
    let least = ordered(answered.len(), &|a, b| chance(a) < chance(b)).into_iter().take(LEAST);
    let items: Vec<usize> = least.filter_map(|place| Some(found.get(place)?.item)).collect();
    Some(Sign { kind: SignKind::Misfit, items: in_order(quiz, &items), careless: false })
}

/// The items in the quiz's order. Not by the sort of the standard library, which has more bytes than all signs
/// together.
fn in_order(quiz: &Quiz, items: &[usize]) -> Vec<usize> {
    (0..quiz.items.len()).filter(|item| items.contains(item)).collect()
}

/// From evidence grade 2, where the document describes a sample: the answers that pull most at the level that stands
/// out most, where all levels together are further from the sample's means than one person in a thousand is (the
/// squared distance of Mahalanobis against the chi-square distribution with as many degrees of freedom as skills).
/// Nothing where a skill has no level.
#[must_use]
pub fn distance(quiz: &Quiz, measured: &[Measured]) -> Option<Sign> {
    let sample = quiz.evidence.sample.as_ref()?;
    let covariance = sample.matrix()?;
    let levels =
        measured.iter().map(|measured| Some(measured.estimate.as_ref()?.level)).collect::<Option<Vec<f64>>>()?;
    if tail(mahalanobis(&levels, &sample.means.0, &covariance)?, levels.len()) >= FAR {
        return None;
    }
    let off = |skill: usize| {
        let (level, mean) = (levels.get(skill)?, sample.means.0.get(skill)?);
        Some((level - mean).abs() / sqrt(covariance.at(skill, skill)))
    };
    let furthest = *ordered(levels.len(), &|a, b| off(a) > off(b)).first()?;
    let skill = measured.get(furthest)?;
    let pulls = &skill.estimate.as_ref()?.pulls;
    let pull = |place: usize| pulls.get(place).map(|pull| pull.abs());
    let strongest = ordered(skill.items.len(), &|a, b| pull(a) > pull(b)).into_iter().take(LEAST);
    let items: Vec<usize> = strongest.filter_map(|place| skill.items.get(place).copied()).collect();
    Some(Sign { kind: SignKind::Distance, items: in_order(quiz, &items), careless: false })
}
