//! What is counted and said beside levels: behaviours, sentences about the person, what to learn; and items that share a
//! screen.

use crate::support::{answered, any_sheet, json_of, open, quiz_of, reported, single};
use metier::quiz::translate::each_text;
use metier::report::report;
use serde_json::{Value, json};

/// Behaviours counted in the plainest way, over the document and the sheet as JSON; of the kinds that choose one option,
/// several, or a step.
fn counted(quiz: &Value, sheet: &Value, behaviour: &str) -> (u64, u64) {
    let (mut shown, mut offered) = (0, 0);
    for item in quiz["items"].as_array().unwrap() {
        let answer = &sheet[item["id"].as_str().unwrap()];
        let shows = |list: &Value| list.as_array().is_some_and(|list| list.contains(&json!(behaviour)));
        let options = item["options"].as_array().cloned().unwrap_or_default();
        let steps = item["shows"].as_array().cloned().unwrap_or_default();
        let steps: Vec<u64> = steps
            .iter()
            .filter(|step| step["behaviour"] == behaviour)
            .map(|step| step["from"].as_u64().unwrap())
            .collect();
        if answer.is_null() || steps.is_empty() && !options.iter().any(|option| shows(&option["shows"])) {
            continue;
        }
        offered += 1;
        let chosen = |id: &Value| answer == id || answer.as_array().is_some_and(|list| list.contains(id));
        let by_option = options.iter().any(|option| shows(&option["shows"]) && chosen(&option["id"]));
        shown += u64::from(by_option || steps.iter().any(|from| answer.as_u64() >= Some(*from)));
    }
    (shown, offered)
}

/// Whatever is answered, what the report counts is what a plain count finds, and a behaviour is there from two chances
/// on.
#[test]
fn behaviours_are_counted_and_no_more() {
    let option = |id: &str, shows: &[&str]| {
        let mut option = json!({ "id": id, "text": id, "keys": [{ "skill": "s", "level": id.len() }] });
        if !shows.is_empty() {
            option["shows"] = json!(shows);
        }
        option
    };
    let options = json!([option("a", &["x"]), option("bb", &["x", "y"]), option("ccc", &[]), option("dddd", &["z"])]);
    let items = json!([
        { "id": "one", "type": "single", "prompt": "P", "options": options },
        { "id": "two", "type": "single", "prompt": "P", "options": options },
        { "id": "three", "type": "multiple", "prompt": "P", "options": options },
        { "id": "four", "type": "frequency", "prompt": "P", "anchors": ["0", "1", "2"], "keys": [{ "skill": "s" }],
          "shows": [{ "behaviour": "y", "from": 1 }, { "behaviour": "q", "from": 0 }] },
        { "id": "five", "type": "likert", "prompt": "P", "points": 5, "anchors": ["0", "1"], "keys": [{ "skill": "s" }],
          "shows": [{ "behaviour": "y", "from": 3 }] },
    ]);
    let mut quiz = quiz_of(&items);
    quiz["minimum_answered"] = json!(0);
    let behaviours = ["x", "y", "z", "q"];
    quiz["skills"][0]["behaviours"] = behaviours.map(|id| json!({ "id": id, "name": format!("do {id}") })).into();
    let mut seen = 0;
    for seed in 0..300 {
        let sheet = any_sheet(&open(&quiz.to_string(), "", 1), seed);
        let found = json!(reported(&quiz, &sheet).skills[0].behaviours);
        let expected: Vec<Value> = behaviours
            .iter()
            .map(|id| (id, counted(&quiz, &sheet, id)))
            .filter(|(_, (_, offered))| *offered > 1)
            .map(|(id, (shown, offered))| json!([id, shown, offered]))
            .collect();
        let found: Vec<Value> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|found| json!([found["behaviour"], found["shown"], found["offered"]]))
            .collect();
        assert_eq!(found, expected, "{sheet}");
        seen += found.len();
    }
    assert!(seen > 500, "{seen}");
}

/// A quiz of statements, three of them on one screen.
fn screens() -> Value {
    let items: Vec<Value> = (0..7)
        .map(|number| {
            let mut item = json!({ "id": format!("i{number}"), "type": "statement", "prompt": "P", "scale": "d", "skill": "s", "aim": 2 });
            if (2..5).contains(&number) {
                item["group"] = json!("g");
            }
            item
        })
        .collect();
    let mut quiz = quiz_of(&json!(items));
    quiz["scales"] =
        json!([{ "id": "d", "steps": [{ "text": "A", "offset": -1 }, { "text": "B", "offset": 1 }, { "text": "C" }] }]);
    quiz
}

#[test]
fn a_screen_moves_as_one_in_a_shuffled_quiz() {
    let mut quiz = screens();
    quiz["order"] = json!("shuffled");
    let mut orders = std::collections::BTreeSet::new();
    for seed in 0..200 {
        let session = open(&quiz.to_string(), "", seed);
        let order: Vec<usize> = session.order();
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [0, 1, 2, 3, 4, 5, 6]);
        assert!(order.windows(3).any(|three| three == [2, 3, 4]), "{order:?}");
        orders.insert(order);
    }
    assert!(orders.len() > 60, "{} of 120 orders", orders.len());
}

#[test]
fn the_rest_of_a_screen_comes_right_after_its_first() {
    let mut quiz = screens();
    quiz["order"] = json!("adaptive");
    quiz["adaptive"] = json!({ "max": 7, "among": 5 });
    let mut met = 0;
    for seed in 0..40 {
        let mut session = open(&quiz.to_string(), "", seed);
        let mut path = Vec::new();
        while let Some(next) = session.next() {
            let id = session.quiz.items[next].id.value.clone();
            session.answer(&id, "1", 1.0).unwrap();
            path.push(next);
        }
        assert_eq!(path.len(), 7);
        let first = path.iter().position(|item| (2..5).contains(item)).unwrap();
        let mut screen = path[first..first + 3].to_vec();
        met += usize::from(screen != [2, 3, 4]);
        screen.sort_unstable();
        assert_eq!(screen, [2, 3, 4], "{path:?}");
    }
    assert!(met > 0, "the screen is entered in its middle, too");
}

#[test]
fn steps_of_a_shared_scale_speak_the_language_shown() {
    let mut quiz = screens();
    quiz["translations"] = json!([{ "language": "de", "strings": { "scales/d/steps/1/text": "Zwei" } }]);
    let session = open(&quiz.to_string(), "de", 1);
    let view = json!(session.view());
    let words = |step: usize| view["items"][6]["anchors"][step]["blocks"][0]["runs"][0]["text"].clone();
    assert_eq!((words(0), words(1)), (json!("A"), json!("Zwei")));
}

/// By the paths of translations.
#[test]
fn all_that_is_said_can_be_translated() {
    let quiz = json_of("tests/suite/schema/quiz.json");
    let mut session = open(&quiz.to_string(), "", 1);
    let mut paths = Vec::new();
    each_text(&mut session.quiz, &mut |path, _| paths.push(path.to_owned()));
    for path in [
        "skills/care/behaviours/dries/name",
        "scales/done/steps/2/text",
        "items/drill/situation",
        "summary/0/you",
        "summary/0/i",
        "learn/0/leaves",
    ] {
        assert!(paths.iter().any(|known| known == path), "{path}");
    }
}

/// A skill without a level gets what is for every level; each end of a range is where it is said to be.
#[test]
fn what_to_learn_fits_the_level() {
    let mut quiz = quiz_of(&json!([single("i", &[2.0, 2.0]), single("j", &[2.0, 2.0])]));
    quiz["learn"] = json!([
        { "skill": "s", "text": "all" },
        { "skill": "s", "to": 2, "text": "below" },
        { "skill": "s", "from": 2, "text": "from" },
        { "skill": "s", "from": 2, "to": 2.01, "text": "here" },
    ]);
    let texts = |sheet: Value| -> Vec<String> {
        let session = answered(&quiz, &sheet);
        let report = report(&session);
        report.learn.iter().map(|line| line.text.tree().blocks[0].runs[0].text.clone()).collect()
    };
    assert_eq!(texts(json!({ "i": "a", "j": "a" })), ["all", "from", "here"]);
    assert_eq!(texts(json!({})), ["all"]);
}
