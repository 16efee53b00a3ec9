//! The way through a quiz: answers one by one or from a sheet, and the order of the items.

use crate::support::{SHIPPED, any_answer, any_sheet, fixed, kept, open, options, quiz_of, reported, single, whole};
use metier::numeric::random::Random;
use metier::problem::Problem;
use metier::quiz::response::read_sheet;
use metier::session::Session;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    /// Answered one by one, in any order and with second thoughts, or read from a sheet: the same report.
    #[test]
    fn replay_is_live(name in 0..SHIPPED.len(), seed in any::<u64>()) {
        let text = fixed(name);
        let mut random = Random::new(seed);
        let mut live = open(&text, "", 3);
        let items = kept(open(&text, "", 3)).view().items;
        let sheet = any_sheet(&live, seed);
        let mut order: Vec<usize> = (0..items.len()).collect();
        for last in (1..order.len()).rev() {
            order.swap(last, (random.uniform() * (last + 1) as f64) as usize);
        }
        let mut steps = 0;
        for index in order {
            let item = &items[index];
            if random.uniform() < 0.3 {
                live.answer(item.id, &any_answer(item, &mut random).to_string(), 10.0).unwrap();
            }
            prop_assert!(live.answer(item.id, "\"no such answer\"", 10.0).is_err());
            let step = live.answer(item.id, &sheet[item.id].to_string(), 10.0).unwrap();
            steps += 1;
            prop_assert_eq!((step.answered + step.skipped, step.left as usize), (steps, items.len() - steps as usize));
            prop_assert_eq!(step.next.is_none(), step.left == 0);
        }
        let mut replay = open(&text, "", 3);
        let timed = |(id, answer): (&String, &Value)| (id.clone(), json!({ "answer": answer, "ms": 10 }));
        let sheet: serde_json::Map<String, Value> = sheet.as_object().unwrap().iter().map(timed).collect();
        replay.take_up(read_sheet(&Value::from(sheet).to_string(), &replay.quiz).0.unwrap());
        let catalogue = crate::support::catalogue();
        let said = |session: &Session| whole(session, &catalogue).to_string();
        prop_assert_eq!(said(&live), said(&replay));
    }
}

#[test]
fn the_next_item_is_the_first_one_open() {
    let items = json!([single("x", &[0.0, 4.0]), single("y", &[0.0, 4.0]), single("z", &[0.0, 4.0])]);
    let mut session = open(&quiz_of(&items).to_string(), "", 1);
    let next = |step: Result<metier::session::Step, Vec<Problem>>| step.unwrap().next;
    assert_eq!(next(session.answer("y", "\"a\"", 1.0)).as_deref(), Some("x"));
    assert_eq!(next(session.answer("x", "null", 1.0)).as_deref(), Some("z"));
    assert_eq!(next(session.answer("x", "\"b\"", 1.0)).as_deref(), Some("z"));
    assert_eq!(next(session.answer("z", "\"a\"", f64::NAN)), None);
    assert_eq!(session.answer("w", "\"a\"", 1.0).unwrap_err()[0].code.word(), "answer-item");
}

#[test]
fn a_sheet_may_hold_times_and_says_each_thing_once() {
    let quiz = quiz_of(
        &json!([single("x", &[0.0, 4.0]), { "id": "y", "type": "best-worst", "prompt": "P", "options": options(&[0.0, 1.0, 4.0]) }]),
    );
    let quiz = open(&quiz.to_string(), "", 1).quiz;
    let read = |sheet: &str| {
        let (responses, problems) = read_sheet(sheet, &quiz);
        (responses, problems.first().map(|problem| problem.code.word()))
    };
    let (timed, _) = read(r#"{"x": {"answer": "b", "ms": 4200}, "y": {"answer": null, "ms": 0}}"#);
    let timed = timed.unwrap();
    assert_eq!(timed.responses[0].as_ref().unwrap().milliseconds, Some(4200.0));
    assert_eq!(timed.responses[1].as_ref().unwrap().answer, None);
    for (sheet, code) in [
        (r#"{"x": "a", "x": "b"}"#, "duplicate-key"),
        (r#"{"x": {"answer": "a", "answer": "b"}}"#, "duplicate-key"),
        (r#"{"x": {"answer": "a", "ms": 1, "ms": 2}}"#, "duplicate-key"),
        (r#"{"y": {"best": "a", "best": "b", "worst": "c"}}"#, "duplicate-key"),
        (r#"{"y": {"best": "a", "worst": "c", "middle": "b"}}"#, "shape-unknown"),
        (r#"{"y": {"best": "a"}}"#, "shape-missing"),
        (r#"{"x": {"answer": "a", "ms": "1"}}"#, "answer-time"),
        (r#"{"x": ["a"]}"#, "answer-type"),
    ] {
        let (responses, problem) = read(sheet);
        assert_eq!((responses.is_none(), problem), (true, Some(code)), "{sheet}");
    }
}

/// Options may be called like the fields of a timed answer.
#[test]
fn options_called_answer_and_ms_are_options() {
    let option = |id: &str, mean: f64| json!({ "id": id, "text": id, "key": { "mean": mean } });
    let judge = json!({ "id": "x", "type": "judge", "prompt": "P", "points": 7, "skill": "s",
        "options": [option("answer", 2.0), option("ms", 4.0), option("c", 6.0)] });
    let keyed = |id: &str, level: f64| json!({ "id": id, "text": id, "keys": [{ "skill": "s", "level": level }] });
    let allocate = json!({ "id": "y", "type": "allocate", "prompt": "P", "total": 10, "options": [keyed("answer", 4.0), keyed("ms", 0.0)] });
    let quiz = quiz_of(&json!([judge, allocate]));
    let plain = json!({ "x": { "answer": 2, "ms": 4, "c": 6 }, "y": { "answer": 4, "ms": 6 } });
    let timed = json!({ "x": { "answer": { "answer": 2, "ms": 4, "c": 6 }, "ms": 4200 }, "y": { "answer": { "answer": 4, "ms": 6 }, "ms": 9 } });
    for sheet in [plain, timed] {
        let values: Vec<f64> = reported(&quiz, &sheet).skills[0].pulls.iter().map(|pull| pull.value).collect();
        assert_eq!(values, [4.0, 1.6]);
    }
}

#[test]
fn a_shuffled_order_is_a_permutation_fixed_by_the_seed() {
    let mut quiz = quiz_of(&(0..12).map(|id| single(&format!("i{id}"), &[0.0, 4.0])).collect::<Value>());
    let order = |quiz: &Value, seed: u32| {
        open(&quiz.to_string(), "", seed).view().items.into_iter().map(|item| item.id.to_owned()).collect::<Vec<_>>()
    };
    let written = order(&quiz, 1);
    assert_eq!(order(&quiz, 2), written, "as written, whatever the seed");
    quiz["order"] = json!("shuffled");
    let mut different = 0;
    let mut first = [0; 12];
    for seed in 0..240 {
        let shuffled = order(&quiz, seed);
        assert_eq!(shuffled, order(&quiz, seed));
        let mut sorted = shuffled.clone();
        sorted.sort_by_key(|id| id[1..].parse::<u32>().unwrap());
        assert_eq!(sorted, written);
        different += u32::from(shuffled != written);
        first[written.iter().position(|id| *id == shuffled[0]).unwrap()] += 1;
    }
    assert!(different > 235);
    // 20 times each on average, standard deviation 4.3: none is far off.
    assert!(first.iter().all(|count| (4..=40).contains(count)), "{first:?}");
    let session = open(&quiz.to_string(), "", 5);
    let mut other = open(&quiz.to_string(), "", 5);
    let step = other.answer(session.view().items[0].id, "\"a\"", 1.0).unwrap();
    assert_eq!(step.next.as_deref(), Some(session.view().items[1].id), "asked in the shuffled order");
}
