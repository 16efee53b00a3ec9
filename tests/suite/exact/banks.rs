//! Item banks and answers from a seeded generator: invented, never anybody's.

use super::twin::{Given, Item};
use metier::numeric::random::Random;

/// The seven models.
pub const MODELS: [&str; 7] = ["1pl", "2pl", "3pl", "4pl", "graded", "partial-credit", "nominal"];

/// A number between two others with three decimals.
fn some(random: &mut Random, low: f64, high: f64) -> f64 {
    ((low + (high - low) * random.uniform()) * 1e3).round() / 1e3
}

/// An item of a model.
pub fn item(model: &'static str, random: &mut Random) -> Item {
    let a = if model == "1pl" { 1.0 } else { some(random, 0.4, 2.5) };
    let count = 1 + (random.uniform() * 4.0) as usize;
    match model {
        "nominal" => {
            let a: Vec<f64> = (0..=count).map(|_| some(random, -1.5, 1.5)).collect();
            let c: Vec<f64> = a.iter().map(|_| some(random, -2.0, 2.0)).collect();
            Item::new(model, &a, &[], &c, 1.0)
        }
        "graded" => {
            let mut b = vec![some(random, -3.0, 0.0)];
            for last in 0..count - 1 {
                b.push(((b[last] + some(random, 0.05, 1.2)) * 1e3).round() / 1e3);
            }
            Item::new(model, &[a], &b, &[], 1.0)
        }
        "partial-credit" => {
            let b: Vec<f64> = (0..count).map(|_| some(random, -2.5, 2.5)).collect();
            Item::new(model, &[a], &b, &[], 1.0)
        }
        _ => {
            let c = if matches!(model, "3pl" | "4pl") { some(random, 0.05, 0.35) } else { 0.0 };
            let d = if model == "4pl" { some(random, 0.8, 0.99) } else { 1.0 };
            Item::new(model, &[a], &[some(random, -3.0, 3.0)], &[c], d)
        }
    }
}

/// Items of all seven models in turn.
pub fn mixed(count: usize, random: &mut Random) -> Vec<Item> {
    MODELS.into_iter().cycle().take(count).map(|model| item(model, random)).collect()
}

/// An answer drawn from the item's own probabilities.
pub fn answer(item: &Item, theta: f64, random: &mut Random) -> usize {
    let mut left = random.uniform();
    let categories = item.categories(&theta);
    let found = categories.iter().position(|category| {
        left -= category.value;
        left < 0.0
    });
    found.unwrap_or(categories.len() - 1)
}

/// Answers of one person to all items.
pub fn answers<'i>(items: &'i [Item], theta: f64, random: &mut Random) -> Vec<(&'i Item, usize)> {
    items.iter().map(|item| (item, answer(item, theta, random))).collect()
}

/// The same answers as the library takes them; the models must live as long.
pub fn given<'m>(
    models: &'m [metier::model::response::ResponseModel],
    answers: &Given,
) -> Vec<metier::estimate::theta::Given<'m>> {
    models
        .iter()
        .zip(answers)
        .map(|(model, (_, category))| metier::estimate::theta::Given { model, category: *category })
        .collect()
}
