//! Made-up people who answer items as the quiz's models say: by calibration, or by what is assumed.

use crate::model::calibrated::{calibrated, category};
use crate::model::observations;
use crate::numeric::random::Random;
use crate::quiz::document::Quiz;
use crate::quiz::item::{Item, ItemKind};
use crate::quiz::response::Answer;
use libm::exp;

/// Answers that are tried where there are too many to list them all.
const TRIES: usize = 32;

/// The answer of a person with these levels, in the order of the quiz's skills; `None` for an item that measures nothing.
///
/// A calibrated item is answered with the probabilities of its model. Any other gets an answer with a probability in proportion to
/// exp(-(y - x)^2 / (2 d^2)), y being the level that the answer stands for on each skill that it says something of, x the person's, and d
/// the assumed deviation; of items with very many answers, one of 32 drawn at random.
pub fn answer(quiz: &Quiz, item: &Item, levels: &[f64], random: &mut Random) -> Option<Answer> {
    let answers = possible(item, random);
    let chances: Vec<f64> = match calibrated(quiz, item) {
        Some(measure) => {
            let categories = measure.model.categories(levels.get(measure.skill).copied()?);
            let found: Vec<Option<usize>> = answers.iter().map(|answer| category(item, answer)).collect();
            let same = |place: &Option<usize>| found.iter().filter(|other| *other == place).count() as f64;
            found
                .iter()
                .map(|place| place.and_then(|place| categories.get(place)).map_or(0.0, |found| found.probability) / same(place))
                .collect()
        }
        None => answers.iter().map(|answer| likelihood(quiz, item, answer, levels)).collect(),
    };
    let total: f64 = chances.iter().sum();
    let mut left = random.uniform() * total;
    let mut chosen = answers.len().checked_sub(1)?;
    for (place, chance) in chances.iter().enumerate() {
        left -= chance;
        if left < 0.0 {
            chosen = place;
            break;
        }
    }
    answers.into_iter().nth(chosen).filter(|_| total > 0.0)
}

/// How likely an answer is, but for a factor that all answers share.
fn likelihood(quiz: &Quiz, item: &Item, answer: &Answer, levels: &[f64]) -> f64 {
    let found = observations(quiz, item, answer);
    let square = |skill: usize, level: f64| levels.get(skill).map_or(0.0, |x| (level - x) * (level - x));
    let sum: f64 = found.iter().map(|observation| square(observation.skill, observation.level)).sum();
    let variance = quiz.assumed.answer_sd * quiz.assumed.answer_sd;
    if found.is_empty() { 0.0 } else { exp(-sum / (2.0 * variance)) }
}

/// All answers to an item, or some drawn at random.
fn possible(item: &Item, random: &mut Random) -> Vec<Answer> {
    let options = item.options.list.len();
    match item.kind {
        ItemKind::Single => (0..options).map(Answer::Option).collect(),
        ItemKind::Likert | ItemKind::Frequency => (0..item.categories()).map(Answer::Category).collect(),
        ItemKind::Number => vec![Answer::Number(item.correct + 2.0 * item.tolerance.unwrap_or(0.0) + 1.0), Answer::Number(item.correct)],
        ItemKind::Sort => (0..=options as u32).map(Answer::Groups).collect(),
        ItemKind::Text => Vec::new(),
        _ => (0..TRIES).map(|_| any(item, random)).collect(),
    }
}

/// A whole number below `count`.
fn below(count: usize, random: &mut Random) -> usize {
    (random.uniform() * count as f64) as usize
}

/// Any answer to an item of many.
fn any(item: &Item, random: &mut Random) -> Answer {
    let options = item.options.list.len();
    match item.kind {
        ItemKind::Slider => Answer::Category(below(item.categories() as usize, random) as u32),
        ItemKind::Judge => Answer::Ratings((0..options).map(|_| Some(1 + below(item.points as usize, random) as u32)).collect()),
        ItemKind::Allocate => {
            let mut shares = vec![0; options];
            for _ in 0..item.total {
                if let Some(share) = shares.get_mut(below(options, random)) {
                    *share += 1;
                }
            }
            Answer::Shares(shares)
        }
        _ => {
            let order = shuffled(options, random);
            let count = item.fewest() as usize + below(1 + (item.most() - item.fewest()) as usize, random);
            match (item.kind, order.as_slice()) {
                (ItemKind::BestWorst, [best, worst, ..]) => Answer::BestWorst { best: *best, worst: *worst },
                (ItemKind::Rank, _) => Answer::Options(order),
                _ => {
                    let mut chosen: Vec<usize> = order.into_iter().take(count).collect();
                    chosen.sort_unstable();
                    Answer::Options(chosen)
                }
            }
        }
    }
}

/// The numbers below `count` in any order.
fn shuffled(count: usize, random: &mut Random) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        order.swap(last, below(last + 1, random));
    }
    order
}
