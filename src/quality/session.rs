//! The signs in the answers to one quiz, with the items that deserve another look.

use super::fit::{Answered, simulated_p};
use super::{FAST, is_flat};
use crate::estimate::skills::{Measured, fitted};
use crate::numeric::ordered;
use crate::numeric::random::Random;
use crate::quiz::document::Quiz;
use crate::quiz::response::{Answer, Responses};

/// A sign, and the items concerned, as indices into the quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// `fast`, `flat` or `misfit`.
    pub code: &'static str,
    /// The items, in the quiz's order.
    pub items: Vec<usize>,
}

/// Draws for the simulated p of the fit.
const DRAWS: u32 = 1_000;
/// A fit that at most this share of simulated answers has is a sign: one person in twenty gets it for nothing, at most.
const RARE: f64 = 0.05;
/// So many of the least likely answers are worth another look.
const LEAST: usize = 3;

/// What may be worth a kind word about the answers. Nothing is rescored for it.
#[must_use]
pub fn signs(responses: &Responses) -> Vec<Sign> {
    [("fast", fast(responses)), ("flat", flat(responses))]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(code, items)| Sign { code, items })
        .collect()
}

/// The items answered in less than [`FAST`] seconds, where that is the mean time of all whose time is known.
fn fast(responses: &Responses) -> Vec<usize> {
    let (mut sum, mut count, mut items) = (0.0, 0.0, Vec::new());
    for (item, response) in responses.iter().enumerate() {
        let Some(milliseconds) = response.as_ref().filter(|given| given.answer.is_some()).and_then(|given| given.milliseconds) else {
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
fn flat(responses: &Responses) -> Vec<usize> {
    let (mut ratings, mut items) = (Vec::new(), Vec::new());
    for (item, response) in responses.iter().enumerate() {
        match response.as_ref().and_then(|given| given.answer.as_ref()) {
            Some(Answer::Category(category)) => ratings.push(Some(*category)),
            // Steps of a scale count from 0 and ratings from 1.
            Some(Answer::Ratings(given)) => ratings.extend(given.iter().flatten().map(|rating| Some(rating.saturating_sub(1)))),
            _ => continue,
        }
        items.push(item);
    }
    if is_flat(&ratings) { items } else { Vec::new() }
}

/// From evidence grade 3: the least likely answers to calibrated items, where answers as unlikely as all of them together are rare at the
/// person's levels (lz with a simulated p; the level counts as known, which makes the p too large rather than too small).
#[must_use]
pub fn misfit(quiz: &Quiz, responses: &Responses, measured: &[Measured], seed: u32) -> Option<Sign> {
    let found = fitted(quiz, responses, measured);
    let answered: Vec<Answered<'_>> = found.iter().map(|fitted| (fitted.probabilities.as_slice(), fitted.category)).collect();
    let p = simulated_p(&answered, DRAWS, &mut Random::new(u64::from(seed)))?;
    if p > RARE {
        return None;
    }
    let chance = |place: usize| answered.get(place).and_then(|(all, chosen)| all.get(*chosen)).copied();
    let mut items: Vec<usize> = ordered(answered.len(), &|a, b| chance(a) < chance(b))
        .into_iter()
        .take(LEAST)
        .filter_map(|place| Some(found.get(place)?.item))
        .collect();
    items.sort_unstable();
    Some(Sign { code: "misfit", items })
}
