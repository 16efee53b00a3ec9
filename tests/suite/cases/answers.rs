//! What an answer stands for on a skill, by the definitions alone, over documents as plain JSON.

use serde_json::{Value, json};

/// Level and weight of an answer on a skill; nothing if it stands for no level.
pub fn stands_for(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    match item["type"].as_str().unwrap() {
        "single" => shared(item, vec![(answer.clone(), 1.0)], skill),
        "multiple" => shared(item, answer.as_array().unwrap().iter().map(|id| (id.clone(), 1.0)).collect(), skill),
        "allocate" if item["skill"].is_string() => (item["skill"] == skill).then(|| {
            let points = |option: &Value| answer[option["id"].as_str().unwrap()].as_f64().unwrap_or(0.0);
            (of_points(item, &points), item["weight"].as_f64().unwrap_or(1.0))
        }),
        "allocate" => {
            let points = answer.as_object().unwrap().iter().map(|(id, share)| (json!(id), share.as_f64().unwrap()));
            shared(item, points.collect(), skill)
        }
        "likert" | "frequency" | "slider" => on_a_scale(item, answer, skill),
        "statement" if item["skill"] == skill => {
            Some((on_steps(item)[answer.as_u64().unwrap() as usize]?, item["weight"].as_f64().unwrap_or(1.0)))
        }
        "best-worst" => best_and_worst(item, answer, skill),
        "rank" => ordered(item, answer, skill),
        "number" | "sort" => right(item, answer, skill),
        _ if item["skill"] == skill => {
            Some((agreement(item, answer, &|_| 0.0)?, item["weight"].as_f64().unwrap_or(1.0) * reliable(item, answer)))
        }
        _ => None,
    }
}

/// The levels of the steps of a statement, whose scale stands in it as `steps`.
pub fn on_steps(item: &Value) -> Vec<Option<f64>> {
    let level = |step: &Value| Some((item["aim"].as_f64()? + step["offset"].as_f64()?).clamp(0.0, 4.0));
    item["steps"].as_array().unwrap().iter().map(level).collect()
}

/// What points for each option stand for, where the options have targets: 4 less 4 times the points outside over those
/// to share, but not below 0.
pub fn of_points(item: &Value, points: &dyn Fn(&Value) -> f64) -> f64 {
    let end = |option: &Value, place: usize| option["target"][place].as_f64().unwrap();
    let outside = |option: &Value| (end(option, 0) - points(option)).max(points(option) - end(option, 1)).max(0.0);
    (4.0 - 4.0 * options(item).map(outside).sum::<f64>() / item["total"].as_f64().unwrap()).max(0.0)
}

/// The share of the weight that ratings keep: their variance over that with the error of a rating added.
fn reliable(item: &Value, answer: &Value) -> f64 {
    let Some(error) = item["rating_error"].as_f64() else { return 1.0 };
    let given: Vec<f64> = answer.as_object().unwrap().values().filter_map(Value::as_f64).collect();
    let n = given.len() as f64;
    let variance = given.iter().map(|x| x * x).sum::<f64>() / n - (given.iter().sum::<f64>() / n).powi(2);
    variance / (variance + error * error)
}

/// The key on a skill among others.
pub fn key_in<'v>(keys: &'v Value, skill: &str) -> Option<&'v Value> {
    keys.as_array()?.iter().find(|key| key["skill"] == skill)
}

/// The levels of the options that are keyed on a skill.
pub fn keyed(item: &Value, skill: &str) -> Vec<f64> {
    options(item).filter_map(|option| key_in(&option["keys"], skill)).map(level_of).collect()
}

/// Whether an item can say anything about a skill.
pub fn asks(item: &Value, skill: &str) -> bool {
    item["skill"] == skill || key_in(&item["keys"], skill).is_some() || !keyed(item, skill).is_empty()
}

/// What the experts of a `judge` item add to the variance of its answer: half of each squared change as a mean moves by
/// its error.
pub fn of_experts(item: &Value, answer: &Value) -> f64 {
    if item["type"] != "judge" {
        return 0.0;
    }
    let level =
        |moved: usize, by: f64| agreement(item, answer, &|place| if place == moved { by } else { 0.0 }).unwrap_or(0.0);
    let mut sum = 0.0;
    for (place, option) in options(item).enumerate() {
        let key = &option["key"];
        let error = key["spread"]
            .as_f64()
            .zip(key["experts"].as_f64())
            .map_or(0.0, |(spread, experts)| spread / experts.sqrt());
        sum += [error, -error].map(|by| (level(place, by) - level(place, 0.0)).powi(2) / 2.0).iter().sum::<f64>();
    }
    sum
}

pub fn options(item: &Value) -> impl Iterator<Item = &Value> {
    item["options"].as_array().into_iter().flatten()
}

fn key_of<'v>(item: &'v Value, option: &Value, skill: &str) -> Option<&'v Value> {
    key_in(&options(item).find(|other| other["id"] == *option)?["keys"], skill)
}

pub fn level_of(key: &Value) -> f64 {
    key["level"].as_f64().unwrap()
}

fn weight_of(key: &Value) -> f64 {
    key["weight"].as_f64().unwrap_or(1.0)
}

/// Options with the share of the answer that went to each: the mean of their levels, by share times weight.
fn shared(item: &Value, shares: Vec<(Value, f64)>, skill: &str) -> Option<(f64, f64)> {
    let given = shares.into_iter().filter(|(_, share)| *share > 0.0);
    let keyed: Vec<(f64, &Value)> = given.filter_map(|(id, share)| Some((share, key_of(item, &id, skill)?))).collect();
    let total: f64 = keyed.iter().map(|(share, key)| share * weight_of(key)).sum();
    let points: f64 = keyed.iter().map(|(share, _)| share).sum();
    (points > 0.0).then(|| {
        (keyed.iter().map(|(share, key)| share * weight_of(key) * level_of(key)).sum::<f64>() / total, total / points)
    })
}

/// The share of the way from the first step or position to the last, times 4.
fn on_a_scale(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    let key = key_in(&item["keys"], skill)?;
    let steps = item["points"].as_f64().unwrap_or_else(|| item["anchors"].as_array().unwrap().len() as f64);
    let (low, high) = item["min"].as_f64().zip(item["max"].as_f64()).unwrap_or((0.0, steps - 1.0));
    let up = 4.0 * (answer.as_f64().unwrap() - low) / (high - low);
    Some((if key["reverse"] == true { 4.0 - up } else { up }, weight_of(key)))
}

/// The level of the best, and that of the worst turned round between the lowest and the highest: their mean.
fn best_and_worst(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    let (best, worst) = (key_of(item, &answer["best"], skill)?, key_of(item, &answer["worst"], skill)?);
    let levels = keyed(item, skill);
    let (high, low) = (levels.iter().copied().fold(0.0, f64::max), levels.iter().copied().fold(4.0, f64::min));
    Some(((level_of(best) + high + low - level_of(worst)) / 2.0, (weight_of(best) + weight_of(worst)) / 2.0))
}

/// How well the places of the keyed options go with their levels.
fn ordered(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    let places = answer.as_array().unwrap();
    let key = |(place, id): (usize, &Value)| Some(((places.len() - place) as f64, key_of(item, id, skill)?.clone()));
    let keyed: Vec<(f64, Value)> = places.iter().enumerate().filter_map(key).collect();
    let pairs: Vec<(f64, f64)> = keyed.iter().map(|(place, key)| (*place, level_of(key))).collect();
    let weights: f64 = keyed.iter().map(|(_, key)| weight_of(key)).sum();
    Some((4.0 * correlation(&pairs)?.max(0.0), weights / keyed.len() as f64))
}

/// From the level of what is wrong to that of what is right, by the share that is right.
fn right(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    let key = key_in(&item["keys"], skill)?;
    let share = match answer.as_f64() {
        // The cases stay clear of rounding, save the one about it, whose numbers are tenths.
        Some(number) => {
            let apart = ((number - item["correct"].as_f64().unwrap()).abs() * 1e9).round();
            f64::from(u8::from(apart <= (item["tolerance"].as_f64().unwrap_or(0.0) * 1e9).round()))
        }
        None => {
            let right =
                options(item).filter(|option| answer[option["id"].as_str().unwrap()] == option["group"]).count();
            right as f64 / options(item).count() as f64
        }
    };
    let wrong = (level_of(key) - 2.0).max(0.0);
    Some((wrong + (level_of(key) - wrong) * share, weight_of(key)))
}

/// How well ratings go with the means of the key, each moved by so much; 0 to 4.
fn agreement(item: &Value, answer: &Value, moved: &dyn Fn(usize) -> f64) -> Option<f64> {
    let pair = |(place, option): (usize, &Value)| {
        let rating = answer[option["id"].as_str()?].as_f64()?;
        Some((rating, option["key"]["mean"].as_f64()? + moved(place)))
    };
    Some(4.0 * correlation(&options(item).enumerate().filter_map(pair).collect::<Vec<_>>())?.max(0.0))
}

/// Pearson's r by its textbook form; nothing for fewer than three pairs or where one side is flat.
fn correlation(pairs: &[(f64, f64)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let sum = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let (x, y) = (sum(|pair| pair.0), sum(|pair| pair.1));
    let both = n * sum(|pair| pair.0 * pair.1) - x * y;
    let squares = (n * sum(|pair| pair.0 * pair.0) - x * x) * (n * sum(|pair| pair.1 * pair.1) - y * y);
    (n >= 3.0 && squares > 1e-9).then(|| both / squares.sqrt())
}
