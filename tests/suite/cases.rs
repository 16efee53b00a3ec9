//! The open conformance cases (`tests/cases`): each says what it expects and where that is from; a second calculation, written
//! from the definitions alone and over the documents as plain JSON, holds for the levels of all of them.

use crate::support::{catalogue, files_below, json_of, near, open, text_of, whole};
use metier::quiz::response::read_sheet;
use serde_json::{Value, json};

struct Case {
    name: String,
    case: Value,
    quiz: String,
}

fn cases() -> Vec<Case> {
    let files = files_below("tests/cases").into_iter().map(|(name, _)| name).filter(|name| name.ends_with(".json") && !name.contains('/'));
    files
        .map(|name| {
            let case = json_of(&format!("tests/cases/{name}"));
            let quiz = case["quiz"].as_str().map_or_else(|| case["quiz"].to_string(), text_of);
            Case { name, case, quiz }
        })
        .collect()
}

impl Case {
    /// The entry of an item where the sheet is a list.
    fn listed(&self, item: &str) -> Option<&Value> {
        self.case["answers"].as_array()?.iter().find(|entry| entry["item"] == item)
    }

    /// The record that `metier score` prints.
    fn scored(&self) -> Value {
        let seed = self.case.get("seed").map_or(1, |seed| u32::try_from(seed.as_u64().unwrap()).unwrap());
        let mut session = open(&self.quiz, self.case["language"].as_str().unwrap_or_default(), seed);
        let (responses, problems) = read_sheet(&self.case["answers"].to_string(), &session.quiz);
        session.take_up(responses.unwrap_or_else(|| panic!("{}: {problems:#?}", self.name)));
        whole(&session, &catalogue())
    }
}

#[test]
fn every_case_gives_what_it_expects_and_the_same_bits_twice() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let mut checked = 0;
    for case in &cases {
        let found = case.scored();
        assert_eq!(found.to_string(), case.scored().to_string(), "{}", case.name);
        for expected in case.case["expected"].as_array().into_iter().flatten() {
            let at = expected["at"].as_str().unwrap();
            let there = found.pointer(at).unwrap_or_else(|| panic!("{}: nothing at {at}", case.name));
            let within = expected["within"].as_f64().unwrap_or(0.0);
            let equal = match (there.as_f64(), expected["value"].as_f64()) {
                (Some(found), Some(expected)) => (found - expected).abs() <= within,
                _ => *there == expected["value"],
            };
            assert!(equal, "{}: {there} at {at}, not {}", case.name, expected["value"]);
            assert!(expected["source"].as_str().is_some_and(|source| source.len() > 10), "{}: {at} has no source", case.name);
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked} values");
}

/// Sheets that are lists go as their quizzes ask.
#[test]
fn lists_of_answers_go_as_the_quiz_asks() {
    let mut steps = 0;
    for case in cases() {
        let mut session = open(&case.quiz, "", 1);
        for entry in case.case["answers"].as_array().into_iter().flatten() {
            let next = session.next().map(|index| session.quiz.items[index].id.value.clone());
            assert_eq!(next.as_deref(), entry["item"].as_str(), "{}", case.name);
            session.answer(entry["item"].as_str().unwrap(), &entry["answer"].to_string(), -1.0).unwrap();
            steps += 1;
        }
    }
    assert!(steps >= 5, "{steps} steps");
}

#[test]
fn cases_have_the_fields_of_the_format() {
    for case in cases() {
        let known = ["about", "quiz", "answers", "seed", "language", "expected"];
        let fields: Vec<&String> = case.case.as_object().unwrap().keys().collect();
        assert!(fields.iter().all(|field| known.contains(&field.as_str())), "{}: {fields:?}", case.name);
        assert!(case.case["about"].is_string() && (case.case["answers"].is_object() || case.case["answers"].is_array()), "{}", case.name);
    }
}

/// The cases hold every kind of item, every verdict, and every shipped quiz.
#[test]
fn cases_cover_the_formats() {
    let (mut kinds, mut verdicts, mut quizzes) = (Vec::new(), Vec::new(), Vec::new());
    for case in cases() {
        let quiz: Value = serde_json::from_str(&case.quiz).unwrap();
        let answers = &case.case["answers"];
        let items = quiz["items"].as_array().unwrap().iter().filter(|item| !answers[item["id"].as_str().unwrap()].is_null());
        kinds.extend(items.map(|item| item["type"].as_str().unwrap().to_owned()));
        let verdict = &case.scored()["match"]["verdict"];
        verdicts.push(format!("{}/{}", verdict["code"].as_str().unwrap_or_default(), verdict["reason"].as_str().unwrap_or_default()));
        quizzes.extend(case.case["quiz"].as_str().map(str::to_owned));
    }
    for kind in metier::quiz::item::ITEM_KINDS.split(' ') {
        assert!(kinds.iter().any(|known| known == kind), "{kind}");
    }
    let reasons = ["not-enough-evidence/evidence", "not-enough-evidence/unmeasured-floor", "not-enough-evidence/careless"];
    for verdict in ["none-yet/", "clear/", "leaning/", "too-close/"].into_iter().chain(reasons) {
        assert!(verdicts.iter().any(|known| known == verdict), "{verdict}");
    }
    for name in crate::support::SHIPPED {
        let people = quizzes.iter().filter(|quiz| **quiz == format!("www/quizzes/{name}.json")).count();
        assert!(people >= 4, "{name}: {people} people");
    }
}

/// What an answer stands for on a skill: level and weight, by the definition.
fn stands_for(item: &Value, answer: &Value, skill: &str) -> Option<(f64, f64)> {
    let key_in = |keys: &Value| keys.as_array()?.iter().find(|key| key["skill"] == skill).cloned();
    let weight = |key: &Value| key["weight"].as_f64().unwrap_or(1.0);
    let options = || item["options"].as_array().into_iter().flatten();
    let key_of = |id: &Value| key_in(&options().find(|option| option["id"] == *id)?["keys"]);
    let level = |key: &Value| key["level"].as_f64().unwrap();
    // Keyed options with the share of the answer that went to each.
    let shared = |shares: Vec<(Value, f64)>| {
        let keyed: Vec<(f64, f64, f64)> = shares
            .into_iter()
            .filter(|(_, share)| *share > 0.0)
            .filter_map(|(id, share)| key_of(&id).map(|key| (share, weight(&key), level(&key))))
            .collect();
        let total: f64 = keyed.iter().map(|(share, weight, _)| share * weight).sum();
        let points: f64 = keyed.iter().map(|(share, ..)| share).sum();
        (points > 0.0).then(|| (keyed.iter().map(|(share, weight, level)| share * weight * level).sum::<f64>() / total, total / points))
    };
    match item["type"].as_str().unwrap() {
        "single" => shared(vec![(answer.clone(), 1.0)]),
        "multiple" => shared(answer.as_array().unwrap().iter().map(|id| (id.clone(), 1.0)).collect()),
        "allocate" => shared(answer.as_object().unwrap().iter().map(|(id, share)| (json!(id), share.as_f64().unwrap())).collect()),
        "likert" | "frequency" => {
            let key = key_in(&item["keys"])?;
            let steps = item["points"].as_f64().unwrap_or_else(|| item["anchors"].as_array().unwrap().len() as f64);
            let up = 4.0 * answer.as_f64().unwrap() / (steps - 1.0);
            Some((if key["reverse"] == true { 4.0 - up } else { up }, weight(&key)))
        }
        "best-worst" => {
            let (best, worst) = (key_of(&answer["best"])?, key_of(&answer["worst"])?);
            let levels: Vec<f64> = options().filter_map(|option| key_in(&option["keys"])).map(|key| level(&key)).collect();
            let (high, low) = (levels.iter().copied().fold(0.0, f64::max), levels.iter().copied().fold(4.0, f64::min));
            Some(((level(&best) + high + low - level(&worst)) / 2.0, (weight(&best) + weight(&worst)) / 2.0))
        }
        "rank" => {
            let places = answer.as_array().unwrap();
            let keyed = places.iter().enumerate().filter_map(|(place, id)| Some(((places.len() - place) as f64, key_of(id)?)));
            let keyed: Vec<(f64, Value)> = keyed.collect();
            let pairs: Vec<(f64, f64)> = keyed.iter().map(|(place, key)| (*place, level(key))).collect();
            let weights: f64 = keyed.iter().map(|(_, key)| weight(key)).sum();
            Some((4.0 * correlation(&pairs)?.max(0.0), weights / keyed.len() as f64))
        }
        "slider" => {
            let key = key_in(&item["keys"])?;
            let (low, high) = (item["min"].as_f64().unwrap(), item["max"].as_f64().unwrap());
            let up = 4.0 * (answer.as_f64().unwrap() - low) / (high - low);
            Some((if key["reverse"] == true { 4.0 - up } else { up }, weight(&key)))
        }
        "number" | "sort" => {
            let key = key_in(&item["keys"])?;
            let share = match answer.as_f64() {
                // The cases stay clear of rounding, save the one about it, whose numbers are tenths.
                Some(number) => {
                    let apart = ((number - item["correct"].as_f64().unwrap()).abs() * 1e9).round();
                    f64::from(u8::from(apart <= (item["tolerance"].as_f64().unwrap_or(0.0) * 1e9).round()))
                }
                None => {
                    let right = options().filter(|option| answer[option["id"].as_str().unwrap()] == option["group"]).count();
                    right as f64 / options().count() as f64
                }
            };
            let wrong = (level(&key) - 2.0).max(0.0);
            Some((wrong + (level(&key) - wrong) * share, weight(&key)))
        }
        _ => {
            if item["skill"] != skill {
                return None;
            }
            let pairs: Vec<(f64, f64)> =
                options().filter_map(|option| Some((answer[option["id"].as_str()?].as_f64()?, option["key"]["mean"].as_f64()?))).collect();
            Some((4.0 * correlation(&pairs)?.max(0.0), item["weight"].as_f64().unwrap_or(1.0)))
        }
    }
}

/// What the experts of a `judge` item add to the variance of its answer: half of each squared change as a mean moves by its error.
fn of_experts(item: &Value, answer: &Value) -> f64 {
    if item["type"] != "judge" {
        return 0.0;
    }
    let level = |moved: usize, by: f64| {
        let options = item["options"].as_array().unwrap().iter().enumerate();
        let pair = |(place, option): (usize, &Value)| {
            let mean = option["key"]["mean"].as_f64()? + if place == moved { by } else { 0.0 };
            Some((answer[option["id"].as_str()?].as_f64()?, mean))
        };
        4.0 * correlation(&options.filter_map(pair).collect::<Vec<_>>()).map_or(0.0, |r| r.max(0.0))
    };
    let mut sum = 0.0;
    for (place, option) in item["options"].as_array().unwrap().iter().enumerate() {
        let key = &option["key"];
        let error = key["spread"].as_f64().zip(key["experts"].as_f64()).map_or(0.0, |(spread, experts)| spread / experts.sqrt());
        sum += [error, -error].map(|by| (level(place, by) - level(place, 0.0)).powi(2) / 2.0).iter().sum::<f64>();
    }
    sum
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

/// Whether an item can say anything about a skill.
fn asks(item: &Value, skill: &str) -> bool {
    let names = |keys: &Value| keys.as_array().into_iter().flatten().any(|key| key["skill"] == skill);
    item["skill"] == skill || names(&item["keys"]) || item["options"].as_array().into_iter().flatten().any(|option| names(&option["keys"]))
}

#[test]
fn levels_are_those_of_a_second_calculation() {
    let mut levels = 0;
    for case in cases() {
        let quiz: Value = serde_json::from_str(&case.quiz).unwrap();
        let found = case.scored();
        let assumed = |name: &str, default: f64| quiz["assumed"][name].as_f64().unwrap_or(default);
        let (m, t) = (assumed("prior_mean", 2.0), assumed("prior_sd", 1.0));
        let (d, k) = (assumed("answer_sd", 1.2), assumed("answer_weight", 4.0));
        for (index, skill) in quiz["skills"].as_array().unwrap().iter().enumerate() {
            let id = skill["id"].as_str().unwrap();
            // A list holds what was asked.
            let listed = |item: &Value| case.listed(item["id"].as_str().unwrap());
            let was_asked = |item: &&Value| !case.case["answers"].is_array() || listed(item).is_some();
            let items: Vec<&Value> = quiz["items"].as_array().unwrap().iter().filter(|item| asks(item, id)).filter(was_asked).collect();
            let answer = |item: &Value| {
                let given = listed(item).or_else(|| case.case["answers"].get(item["id"].as_str().unwrap()))?;
                let timed = given.as_object().is_some_and(|fields| fields.contains_key("ms"));
                Some(if timed || case.case["answers"].is_array() { given["answer"].clone() } else { given.clone() })
                    .filter(|answer| !answer.is_null())
            };
            let answers: Vec<(&Value, Value)> = items.iter().filter_map(|item| Some((*item, answer(item)?))).collect();
            let of = |(item, answer): &(&Value, Value)| {
                let (level, weight) = stands_for(item, answer, id)?;
                Some((level, weight, of_experts(item, answer)))
            };
            let said: Vec<(f64, f64, f64)> = answers.iter().filter_map(of).collect();
            let report = &found["skills"][index];
            assert_eq!(
                (report["asked"].as_u64().unwrap(), report["answered"].as_u64().unwrap()),
                (items.len() as u64, answers.len() as u64),
                "{}: {id}",
                case.name
            );
            if report["standard_error"].is_number() {
                // Its numbers stand in the case.
                assert!(quiz["evidence"]["grade"].as_u64() >= Some(3), "{}", case.name);
                continue;
            }
            let share = answers.len() as f64 / items.len() as f64;
            if said.is_empty() || share < quiz["minimum_answered"].as_f64().unwrap_or(0.5) {
                assert_eq!((&report["state"], &report["level"]), (&json!("too-few"), &Value::Null), "{}: {id}", case.name);
                continue;
            }
            let total: f64 = said.iter().map(|(_, weight, _)| weight).sum();
            let shares: Vec<(f64, f64)> = said.iter().map(|(level, weight, _)| (*level, weight / total)).collect();
            let keys: f64 = said.iter().map(|(_, weight, key)| weight * weight * key / total / total).sum();
            let n = 1.0 / shares.iter().map(|(_, w)| w * w).sum::<f64>();
            let mean: f64 = shares.iter().map(|(y, w)| w * y).sum();
            let scatter: f64 = shares.iter().map(|(y, w)| w * (y - mean) * (y - mean)).sum();
            let v = (k * d * d + n * scatter) / (n + k - 1.0) / n + keys;
            let number = |field: &str| report[field].as_f64().unwrap_or_else(|| panic!("{}: {id} has no {field}", case.name));
            near(number("mean"), mean, 1e-12);
            near(number("variance"), v, 1e-12);
            near(number("level"), m + (mean - m) / (1.0 + v / (t * t)), 1e-12);
            near(number("spread"), (1.0 / (t * t) + 1.0 / v).sqrt().recip(), 1e-12);
            levels += 1;
        }
    }
    assert!(levels > 215, "{levels} levels");
}
