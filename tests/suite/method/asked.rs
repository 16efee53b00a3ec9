//! The numbers of the method page on the role quiz: what it is made of, what its steps stand for, when it ends, and the
//! time that is shown.

use super::claims::{printed, role_quiz, text};
use super::named;
use metier::model::observations;
use metier::quiz::response::Answer;
use metier::select::screens::may_share;
use serde_json::Value;

/// Words that are read in a minute, and seconds that a step of a scale and a judgement take besides.
const WORDS: f64 = 200.0;
const STEP: f64 = 6.0;
const JUDGEMENT: f64 = 8.0;
/// The aims of the statements that the page shows.
const AIMS: [(f64, &str); 2] = [(2.0, "easy"), (3.5, "hard")];

pub fn asked() -> Vec<(String, f64)> {
    [settings(), steps(), time()].into_iter().flatten().collect()
}

fn items() -> Vec<Value> {
    let quiz: Value = serde_json::from_str(&text("www/quizzes/roles.json")).expect("a quiz");
    quiz["items"].as_array().expect("items").clone()
}

fn settings() -> Vec<(String, f64)> {
    let quiz = role_quiz();
    let adaptive = quiz.adaptive.as_ref().expect("an adaptive quiz");
    let (statements, judgements): (Vec<_>, Vec<_>) =
        quiz.items.iter().filter(|item| item.instructed.is_none()).partition(|item| may_share(item));
    assert_eq!(adaptive.each, Some(1), "the page says that it opens with one statement on each skill");
    assert_eq!(quiz.items.len() - statements.len() - judgements.len(), 2, "two that only ask to be read");
    named([
        ("role-statements", statements.len() as f64),
        ("role-judgements", judgements.len() as f64),
        ("role-alone", f64::from(adaptive.alone_max.expect("a limit"))),
        ("role-screen", f64::from(adaptive.screen.expect("a screen"))),
        ("role-min", f64::from(adaptive.min.expect("a least number"))),
        ("role-max", f64::from(adaptive.max)),
        ("role-share", adaptive.stop_share.expect("a share")),
        ("role-gain", adaptive.stop_gain.expect("a gain")),
    ])
}

/// What each step of a statement stands for, and its offset: how far that is from an aim where nothing is cut.
fn steps() -> Vec<(String, f64)> {
    let (quiz, items) = (role_quiz(), items());
    let level = |aim: f64, step: u32| {
        let place = items.iter().position(|item| item["aim"] == aim).expect("a statement of that aim");
        observations(&quiz, &quiz.items[place], &Answer::Category(step)).first().map(|one| one.level)
    };
    let mut claims = Vec::new();
    for step in 1..=4 {
        let levels = AIMS.map(|(aim, _)| level(aim, step).expect("a level"));
        claims.push((format!("step-{step}"), levels[0] - AIMS[0].0));
        claims.extend(AIMS.iter().zip(levels).map(|((_, word), level)| (format!("step-{step}-{word}"), level)));
    }
    assert!(AIMS.iter().all(|(aim, _)| level(*aim, 0).is_none()), "what never came up is no evidence");
    claims
}

/// The minutes that the quiz states: those of the average path of the simulated people, and of the longest.
fn time() -> Vec<(String, f64)> {
    let (quiz, printed) = (role_quiz(), printed());
    let adaptive = quiz.adaptive.as_ref().expect("an adaptive quiz");
    let (judgements, statements): (Vec<_>, Vec<_>) = items().into_iter().partition(|item| item["options"].is_array());
    let number = |id: &str| printed[id].parse::<f64>().expect("a number");
    let minutes = |items: f64, alone: f64| {
        let each = |items: &[Value], more: f64| seconds(items) + more;
        ((items - alone) * each(&statements, STEP) + alone * each(&judgements, JUDGEMENT)) / 60.0
    };
    let alone = f64::from(adaptive.alone_max.expect("a limit"));
    let (average, longest) =
        (minutes(number("sim-items"), number("sim-judgements")), minutes(f64::from(adaptive.max) + 2.0, alone));
    assert_eq!(quiz.minutes.0, [average.round(), longest.round()], "{average} and {longest} minutes");
    named([
        ("time-low", average.round()),
        ("time-high", longest.round()),
        ("time-words", WORDS),
        ("time-step", STEP),
        ("time-judgement", JUDGEMENT),
    ])
}

/// Seconds that it takes to read one of the items, on average.
fn seconds(items: &[Value]) -> f64 {
    let words = |text: &Value| text.as_str().map_or(0, |text| text.split_whitespace().count());
    let of = |item: &Value| {
        let options = item["options"].as_array().into_iter().flatten().map(|option| words(&option["text"]));
        words(&item["situation"]) + words(&item["prompt"]) + options.sum::<usize>()
    };
    let all: usize = items.iter().map(of).sum();
    60.0 * all as f64 / items.len() as f64 / WORDS
}
