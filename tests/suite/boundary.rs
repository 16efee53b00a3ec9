//! The values that cross to the page have the types that `www/modules/boundary/types.d.ts` declares, in both
//! directions: nothing crosses undeclared, and everything declared does cross.

mod typescript;

use crate::adaptive::screens::{bank, usual};
use crate::support::{any_sheet, catalogue, files_below, json_of, open, quiz_of, shipped, single, text_of};
use metier::advert::context::State;
use metier::advert::lexicon::SectionKind;
use metier::advert::meets::Person;
use metier::advert::report::MeetsState;
use metier::advert::{self, Reader, Unit, lexicon};
use metier::closed::Closed;
use metier::estimate::theta::ErrorKind;
use metier::problem::Severity;
use metier::quality::session::SignKind;
use metier::quiz::instruction::Instruction;
use metier::quiz::kinds::ITEM_KINDS;
use metier::quiz::response::read_sheet;
use metier::report::{End, LevelState};
use metier::roles::explain::{Way, explain};
use metier::roles::matching::MustHave;
use metier::roles::verdict::{CallKind, Reason};
use metier::roles::{self, catalogue_view, person};
use metier::saved::Saved;
use metier::saved::compare::ChangeKind;
use metier::session::Session;
use metier::sitting::whole;
use metier::text::direction::Direction;
use metier::text::markdown::BlockKind;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use typescript::Types;

/// Values by the name of their type.
type Crossing = BTreeMap<&'static str, Vec<Value>>;

/// The page guesses which module a document wants by the types of its items: those of the small player.
#[test]
fn the_page_knows_what_the_small_player_reads() {
    let (kinds, page) = (text_of("src/quiz/kinds.rs"), text_of("www/element/wanted.js"));
    let each = kinds.split("    each {").nth(1).and_then(|rest| rest.split('}').next()).unwrap();
    let read: BTreeSet<&str> = each.split('"').skip(1).step_by(2).collect();
    let listed = page.split("/^(").nth(1).and_then(|rest| rest.split(')').next()).unwrap();
    assert_eq!(read, listed.split('|').collect());
    assert!(read.len() > 5 && read.iter().all(|word| ITEM_KINDS.contains(word)), "{read:?}");
}

fn add(crossing: &mut Crossing, name: &'static str, value: Value) {
    crossing.entry(name).or_default().push(value);
}

/// The documents and sheets of the conformance cases, and the shipped quizzes with some answers.
fn sittings() -> Vec<(String, Value)> {
    let cases = files_below("tests/cases")
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| name.ends_with(".json") && !name.contains('/'));
    let of_case = |name: String| {
        let case = json_of(&format!("tests/cases/{name}"));
        let quiz = case["quiz"].as_str().map_or_else(|| case["quiz"].to_string(), text_of);
        (quiz, case["answers"].clone())
    };
    let of_shipped = |name: &str| {
        let quiz = shipped(name);
        let sheet = any_sheet(&open(&quiz, "", 1), 5);
        (quiz, sheet)
    };
    let starter = text_of("src/bin/metier/starter.json");
    let sheet = any_sheet(&open(&starter, "", 1), 3);
    cases
        .map(of_case)
        .chain(crate::support::SHIPPED.map(of_shipped))
        .chain([(starter, sheet)])
        .chain(all_fields())
        .chain(by_screens())
        .collect()
}

/// A quiz that asks by screens, while it opens and after that.
fn by_screens() -> [(String, Value); 2] {
    let skills: Vec<String> = catalogue().skills.iter().map(|skill| skill.id.value.clone()).collect();
    let answers = |count: usize| -> Value {
        skills.iter().take(count).map(|skill| json!({ "item": format!("{skill}-0"), "answer": 3 })).collect()
    };
    let later = json!({ "screen": 4, "max": 20, "stop_gain": 0.01, "stop_share": 0.8 });
    [(bank(usual()).to_string(), answers(1)), (bank(later).to_string(), answers(10))]
}

/// A quiz with every field of the format, its words in two other languages.
fn all_fields() -> Vec<(String, Value)> {
    let mut quiz = json_of("tests/suite/schema/quiz.json");
    quiz["items"][0]["prompt"] = json!("1. Dry it.\n2. Check it.");
    quiz["items"][1]["prompt"] = json!("What do you do?");
    let sheet = any_sheet(&open(&quiz.to_string(), "", 1), 2);
    let (mut right, mut left) = (quiz.clone(), quiz.clone());
    right["translations"][0]["direction"] = json!("rtl");
    left["direction"] = json!("rtl");
    [quiz, right, left].map(|quiz| (quiz.to_string(), sheet.clone())).into()
}

/// A quiz of one skill that people have answered before, all of whose answers are the lowest or the highest, and come
/// fast.
fn extreme(id: &str, answer: &str) -> (String, Value) {
    let ids: Vec<String> = (0..8).map(|number| format!("q{number}")).collect();
    let mut quiz = quiz_of(&ids.iter().map(|id| single(id, &[0.0, 4.0])).collect());
    quiz["id"] = json!(id);
    quiz["meaning"] = json!([{ "role": "pm", "name": "PM", "need": 3, "weight": 0.4, "floor": 2, "from": "E" }]);
    quiz["next"] = json!([{ "title": "Next", "link": "next.html" }]);
    quiz["evidence"] = json!({ "grade": 2, "note": "N", "experts": { "count": 5, "roles": "R", "agreement": 0.6 }, "people": 300,
        "reliability": 0.8, "deviation": 0.9, "sample": { "means": [2.0], "covariance": [[0.01]] } });
    (quiz.to_string(), ids.into_iter().map(|id| (id, json!({ "answer": answer, "ms": 500 }))).collect())
}

/// Adds what a session returns, from its opening to its end.
fn sit(crossing: &mut Crossing, quiz: &str, answers: &Value) {
    let mut session = open(quiz, "de-CH", 1);
    add(crossing, "QuizView", json!(session.view()));
    let given: Vec<(String, String)> = match answers {
        Value::Array(list) => {
            list.iter().map(|entry| (entry["item"].as_str().unwrap().to_owned(), entry["answer"].to_string())).collect()
        }
        object => {
            let answer =
                |given: &Value| given.get("answer").filter(|_| given.get("ms").is_some()).unwrap_or(given).to_string();
            object.as_object().unwrap().iter().map(|(item, given)| (item.clone(), answer(given))).collect()
        }
    };
    for (item, answer) in given {
        session.choice().iter().for_each(|choice| add(crossing, "Choice", json!(choice)));
        match session.answer(&item, &answer, 900.0) {
            Ok(step) => add(crossing, "Step", json!(step)),
            Err(problems) => problems.iter().for_each(|problem| add(crossing, "Problem", json!(problem))),
        }
    }
    let item = session.quiz.items[0].id.value.clone();
    session
        .answer(&format!("{item}x"), "null", 1.0)
        .unwrap_err()
        .iter()
        .for_each(|problem| add(crossing, "Problem", json!(problem)));
    let (sheet, _) = read_sheet(&answers.to_string(), &session.quiz);
    let mut session = open(quiz, "", 1);
    sheet.into_iter().for_each(|sheet| session.take_up(sheet));
    speak(crossing, &session);
}

/// Adds the report and the match at the end of a session.
fn speak(crossing: &mut Crossing, session: &Session) {
    let catalogue = catalogue();
    let whole = whole(session, &catalogue);
    add(crossing, "Report", json!(whole.report));
    add(crossing, "KnownSkills", json!(whole.report.known()));
    whole.matching.iter().for_each(|found| add(crossing, "Match", json!(found)));
    let placed = person::placed(&whole.report.known(), &catalogue).filter(|placed| placed.asked > 1);
    let explained = placed.and_then(|placed| explain(&catalogue, &placed, 1, false));
    explained.iter().for_each(|explained| add(crossing, "Explained", json!(explained)));
}

/// Saved profiles: quizzes taken twice, a day to come, a result that cannot be read, one with no answer; from any grade
/// of evidence.
fn save(crossing: &mut Crossing, sittings: &[(String, Value)]) {
    let result = |quiz: &str, answers: &Value, taken: &str| json!({ "quiz": serde_json::from_str::<Value>(quiz).unwrap(), "language": "en", "seed": 1, "taken": taken, "answers": answers });
    let mut results = vec![
        json!(0),
        json!({ "quiz": { "format": "metier-quiz/9" }, "language": "en", "seed": 1, "taken": "2999-01-01", "answers": {} }),
    ];
    for (quiz, answers) in sittings {
        let other = any_sheet(&open(quiz, "", 1), 11);
        results.push(result(quiz, &other, "2026-01-02"));
        results.push(result(quiz, answers, "2026-03-04"));
    }
    let mut made = Vec::new();
    for (id, answers) in [("made-one", ["a", "b"]), ("made-two", ["b", "b"])] {
        for (day, answer) in ["2026-05-05", "2026-06-06"].iter().zip(answers) {
            let (quiz, answers) = extreme(id, answer);
            sit(crossing, &quiz, &answers);
            made.push(result(&quiz, &answers, day));
        }
    }
    let (quiz, answers) = extreme("made-three", "b");
    made.push(result(&quiz, &answers, "2999-01-01"));
    for (part, results) in results.chunks(2).chain([made.as_slice()]).enumerate() {
        let mut text = json!({ "format": "metier-profile/1", "results": results });
        if part == 0 {
            text["origin"] = json!("tester");
        }
        let text = text.to_string();
        let mut saved = Saved::open(&text, "").unwrap();
        saved.look_ahead("2026-11-29");
        add(crossing, "SavedView", json!(saved.view()));
    }
}

/// Adds the reports on our own adverts, in units that a page can draw, with and without a person to compare.
fn read(crossing: &mut Crossing) {
    let catalogue = catalogue();
    let reader = Reader::new(lexicon::read(&text_of("www/lexicon/product.json"), Some(&catalogue)).0.unwrap());
    let known = catalogue.skills.iter().enumerate().filter(|(index, _)| index % 3 > 0);
    let skills: Vec<Value> = known
        .map(|(index, skill)| json!({ "skill": skill.id.value, "level": (index % 5) as f64 * 0.9, "se": 0.3 }))
        .collect();
    let (placed, _) = person::read(&json!({ "skills": skills }).to_string(), &catalogue);
    let placed = placed.unwrap();
    let mut bare = self::catalogue();
    bare.roles.clear();
    let adverts = files_below("tests/suite/advert/adverts")
        .into_iter()
        .map(|(name, _)| text_of(&format!("tests/suite/advert/adverts/{name}")));
    let more = ["", "<b>Wir suchen</b> eine erfahrene Person, die sich um unser Produkt und um die Planung der Arbeit k\u{fc}mmert. "]
        .map(|text| text.repeat(20));
    for text in adverts.chain(more).chain(["word ".repeat(50_000)]) {
        let person = |catalogue| Some(Person { catalogue, shown: &placed.shown });
        for person in [None, person(&catalogue), person(&bare)] {
            match reader.read(&text, "en", person, Unit::Utf16) {
                Ok(report) => add(crossing, "AdvertReport", json!(report)),
                Err(problem) => add(crossing, "Problem", json!(problem)),
            }
        }
    }
}

#[test]
fn what_crosses_is_what_the_page_is_told() {
    let types = Types::read(&text_of("www/modules/boundary/types.d.ts"));
    let mut crossing = Crossing::new();
    let sittings = sittings();
    for (quiz, answers) in &sittings {
        sit(&mut crossing, quiz, answers);
    }
    save(&mut crossing, &sittings);
    read(&mut crossing);
    let whole = roles::catalogue::read(&text_of("www/roles/product.json")).0.unwrap();
    let complete = roles::catalogue::read(&text_of("tests/suite/schema/roles.json")).0.unwrap();
    [whole, catalogue(), complete]
        .iter()
        .for_each(|one| add(&mut crossing, "CatalogueView", json!(catalogue_view::view(one, "en"))));
    let mut seen = types.nothing_seen();
    let mut wrong = Vec::new();
    for (name, values) in &crossing {
        for value in values {
            types.check(name, value, &mut seen, &mut wrong);
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "what crosses and is not told:\n{}", wrong.join("\n"));
    let missing = types.unseen(&seen);
    assert!(missing.is_empty(), "what is told and never crosses:\n{}", missing.join("\n"));
}

/// Where one of several words may stand, they are those of the set in Rust: none too many and none too few.
#[test]
fn unions_of_words_are_the_closed_sets() {
    let types = Types::read(&text_of("www/modules/boundary/types.d.ts"));
    let errors = [ErrorKind::ObservedInformation, ErrorKind::PosteriorSd].map(Closed::word).join(" ");
    let sets = [
        ("AdvertMeets.state", MeetsState::WORDS),
        ("AdvertReport.verdict", advert::verdict::Verdict::WORDS),
        ("AdvertSection", SectionKind::WORDS),
        ("AdvertSpan.state", State::WORDS),
        ("Block.kind", BlockKind::WORDS),
        ("Change.direction", Way::WORDS),
        ("Contribution.must_have", MustHave::WORDS),
        ("Difference.code", ChangeKind::WORDS),
        ("Instruction", Instruction::WORDS),
        ("ItemView.type", ITEM_KINDS),
        ("Problem.severity", Severity::WORDS),
        ("QuizView.direction", Direction::WORDS),
        ("Report.signs.code", SignKind::WORDS),
        ("SavedSkill.end", End::WORDS),
        ("SavedSkill.state", LevelState::WORDS),
        ("SkillReport.end", End::WORDS),
        // No report has a level by the expected information.
        ("SkillReport.error", errors.as_str()),
        ("SkillReport.state", LevelState::WORDS),
        ("Tree.direction", Direction::WORDS),
        ("Verdict.code", CallKind::WORDS),
        ("Verdict.reason", Reason::WORDS),
    ];
    let sets: BTreeMap<String, BTreeSet<&str>> =
        sets.into_iter().map(|(place, words)| (place.to_owned(), words.split(' ').collect())).collect();
    assert_eq!(types.word_sets(), sets);
}

/// The test can fail: a field too many, one too few, a word that is not of the union.
#[test]
fn a_difference_is_found() {
    let types = Types::read("export type A = { one: \"a\" | \"b\"; two?: number; three: A[] | null };");
    for (value, faults) in [
        (json!({ "one": "a", "three": null }), 0),
        (json!({ "one": "c", "three": null }), 1),
        (json!({ "one": "a", "three": null, "four": 4 }), 1),
        (json!({ "one": "a" }), 1),
        (json!({ "one": "a", "three": [{ "one": "b", "three": [], "two": "x" }] }), 1),
    ] {
        let mut wrong = Vec::new();
        types.check("A", &value, &mut types.nothing_seen(), &mut wrong);
        assert_eq!(wrong.len(), faults, "{value}: {wrong:?}");
    }
    let mut seen = types.nothing_seen();
    types.check("A", &json!({ "one": "a", "three": null }), &mut seen, &mut Vec::new());
    assert_eq!(types.unseen(&seen), ["A.one: \"b\"", "A.three: A[]", "A.two"]);
}

/// What a page is told of a question and its options is what the document says.
#[test]
fn a_question_is_shown_as_it_is_written() {
    let all = json_of("tests/suite/schema/quiz.json");
    let document = all.to_string();
    let session = open(&document, "", 1);
    let view = serde_json::to_value(session.view()).unwrap();
    let by_id = |list: &Value, id: &Value| -> Value {
        list.as_array().unwrap().iter().find(|one| one["id"] == *id).unwrap_or_else(|| panic!("no {id}")).clone()
    };
    let mut compared = BTreeSet::new();
    for item in all["items"].as_array().unwrap() {
        let shown = by_id(&view["items"], &item["id"]);
        assert_eq!((&shown["type"], &shown["group"]), (&item["type"], &item["group"]));
        for name in ["points", "total", "step"].iter().filter(|name| !item[**name].is_null()) {
            compared.insert(*name);
            assert_eq!(shown[*name].as_f64(), item[*name].as_f64(), "{name} of {}", item["id"]);
        }
        let (low, high) =
            if item["type"] == "slider" || item["type"] == "number" { ("low", "high") } else { ("min", "max") };
        for (name, place) in [("min", low), ("max", high)].into_iter().filter(|(name, _)| !item[*name].is_null()) {
            assert_eq!(shown[place].as_f64(), item[name].as_f64(), "{name} of {}", item["id"]);
        }
        for option in item["options"].as_array().into_iter().flatten() {
            let shown = by_id(&shown["options"], &option["id"]);
            for (name, absent) in [("target", json!([])), ("group", json!("")), ("exclusive", json!(false))] {
                let written = if option[name].is_null() { &absent } else { &option[name] };
                if *written != absent {
                    compared.insert(name);
                }
                assert_eq!(shown[name], *written, "{name} of {} in {}", option["id"], item["id"]);
            }
        }
    }
    assert_eq!(compared.into_iter().collect::<Vec<_>>(), ["exclusive", "group", "points", "step", "target", "total"]);
}
