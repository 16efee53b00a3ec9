//! The command line: what it takes, what it prints where, and how it ends.

mod bundle;
mod measures;

use crate::support::{
    Done, SHIPPED, SMALL, Scratch, any_sheet, catalogue, json_of, metier, near, open, project, shipped, text_of, whole,
};
use metier::quiz::response::read_sheet;
use metier::text::unseen::is_control;
use serde_json::{Value, json};
use std::process::{Command, Stdio};

#[test]
fn it_ends_with_0_1_or_2() {
    let code = |words: &[&str], input: &str| metier(words, input).code;
    assert_eq!(code(&["check", "-"], SMALL), 0);
    assert_eq!(code(&["check", "-"], "{}"), 1, "the input is wrong");
    assert_eq!(code(&["check", "no-such-file.json"], ""), 1);
    assert_eq!(code(&["check", "www/quizzes/pace.json", "-"], "{}"), 1, "one of two");
    assert_eq!(code(&["score", "www/quizzes/pace.json", "-"], "[1]"), 1);
    assert_eq!(code(&["score", "www/quizzes/pace.json", "-"], "[]"), 0, "nothing was answered");
    assert_eq!(code(&["score", "-", "www/quizzes/pace.json"], SMALL), 1, "a quiz is no answer sheet");
    assert_eq!(code(&["match", "-"], "{}"), 1);
    assert_eq!(code(&["take", "-"], "{}"), 1);
    assert_eq!(code(&["reliability", "-"], ""), 1);
    assert_eq!(code(&["quality", "-", "--scale", "a"], "person,b\nann,1\n"), 1);
    for words in [
        &[][..],
        &["score"],
        &["check"],
        &["dance"],
        &["check", "--format", "xml", "-"],
        &["match", "-", "--seed", "-1"],
        &["match", "-", "--seed", "4294967296"],
        &["score", "a.json"],
        &["reliability"],
        &["quality", "-", "--scale"],
        &["new", "x"],
    ] {
        let done = metier(words, "");
        assert_eq!((done.code, done.out.as_str()), (2, ""), "the call is wrong: {words:?}");
        assert!(!done.err.is_empty());
    }
    for words in [&["--help"][..], &["help"], &["--version"], &["help", "score"]] {
        let done = metier(words, "");
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{words:?}");
    }
}

#[test]
fn help_names_every_verb_and_has_examples() {
    let all = metier(&["--help"], "").out;
    let listed = all.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let verbs: Vec<&str> =
        listed.lines().filter_map(|line| line.split_whitespace().next()).filter(|verb| *verb != "help").collect();
    assert!(verbs.len() > 10, "{verbs:?}");
    for verb in verbs {
        let help = metier(&[verb, "--help"], "").out;
        assert!(help.contains(&format!("Example: metier {verb}")), "{help}");
    }
}

/// What stands after an option and cannot be meant is said before any file is read.
#[test]
fn options_of_the_measurement_verbs_are_checked() {
    let files = ["--items", "no-such-file.csv", "--responses", "no-such-file.csv"];
    for (words, said) in [
        (&["--method", "eap", "--prior", "0,0"][..], "must be at least 0.000001"),
        (&["--method", "eap", "--prior=0,-1"], "must be at least 0.000001"),
        (&["--method", "eap", "--prior", "0"], "two numbers from -1000000 to 1000000 are wanted"),
        (&["--method", "eap", "--prior", "NaN,1"], "two numbers from -1000000 to 1000000 are wanted"),
        (&["--method", "eap", "--prior", "0,inf"], "two numbers from -1000000 to 1000000 are wanted"),
        (&["--method", "ml", "--range=6,-6"], "the first number must be below the second"),
        (&["--method", "ml", "--range=1,1"], "the first number must be below the second"),
        (&["--method", "mle"], "possible values: eap, map, wle, ml"),
        (&[], "--method"),
    ] {
        let done = metier(&[&["estimate"], &files[..], words].concat(), "");
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
        assert!(done.err.contains(said), "{}", done.err);
    }
    for words in
        [&["--max", "0"][..], &["--stop-se", "0"], &["--stop-se", "NaN"], &["--start", "inf"], &["--start", "x"]]
    {
        let done = metier(&[&["adapt"], &files[..], &["--method", "map"], words].concat(), "");
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
    }
    for at in ["--at=", "--at=x", "--at=0,,1", "--at=NaN", "--at=1e400"] {
        assert_eq!(metier(&["curves", "--items", "no-such-file.csv", at], "").code, 2, "{at}");
    }
    assert_eq!(
        metier(&[&["estimate"], &files[..], &["--method", "ml", "--range", "-4,4", "--prior", "-1,2"]].concat(), "")
            .code,
        1
    );
}

#[test]
fn the_starter_is_a_quiz_without_a_problem() {
    let starter = metier(&["new"], "");
    assert_eq!(starter.code, 0);
    let checked = metier(&["check", "-"], &starter.out);
    assert_eq!((checked.code, checked.out.as_str()), (0, "-: 0 errors, 0 warnings\n"));
    for kind in metier::quiz::kinds::ITEM_KINDS.split(' ') {
        assert!(starter.out.contains(&format!("\"type\": \"{kind}\"")), "{kind}");
    }
}

#[test]
fn what_is_shipped_has_no_problem_and_no_warning() {
    let mut files: Vec<String> = SHIPPED.iter().map(|name| format!("www/quizzes/{name}.json")).collect();
    files.push("www/roles/product.json".into());
    let mut words = vec!["check"];
    words.extend(files.iter().map(String::as_str));
    let done = metier(&words, "");
    let expected: String = files.iter().map(|file| format!("{file}: 0 errors, 0 warnings\n")).collect();
    assert_eq!((done.code, done.out), (0, expected));
}

#[test]
fn problems_as_json_have_words_and_places() {
    let done = metier(
        &["check", "--format", "json", "-", "www/roles/product.json"],
        SMALL.replace("\"points\":5", "\"points\":12"),
    );
    assert_eq!((done.code, done.err.as_str()), (1, ""));
    let found: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(
        (&found[0]["file"], &found[1]["file"], &found[1]["problems"]),
        (&"-".into(), &"www/roles/product.json".into(), &Value::Array(vec![]))
    );
    let problem = &found[0]["problems"][0];
    assert_eq!(
        *problem,
        serde_json::json!({
            "severity": "error", "code": "shape-range", "pointer": "/items/0/points", "line": 3, "column": 58,
            "values": [{ "name": "found", "value": 12.0 }, { "name": "low", "value": 2.0 }, { "name": "high", "value": 11.0 }],
            "hint": null, "message": "12 is not between 2 and 11.", "advice": null
        })
    );
}

/// The same record as the library's, to the last bit of every number.
#[test]
fn score_prints_the_report() {
    for name in SHIPPED {
        let mut session = open(&shipped(name), "", 9);
        let sheet = any_sheet(&session, 77).to_string();
        session.take_up(read_sheet(&sheet, &session.quiz).0.unwrap());
        let done =
            metier(&["score", &format!("www/quizzes/{name}.json"), Scratch::new(&sheet).path(), "--seed", "9"], "");
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name}");
        let printed: Value = serde_json::from_str(&done.out).unwrap();
        assert_eq!(printed, whole(&session, &catalogue()), "{name}");
    }
    let empty = metier(&["score", "www/quizzes/roles.json", "-"], "{}");
    let printed: Value = serde_json::from_str(&empty.out).unwrap();
    assert_eq!(
        (empty.code, &printed["match"]["verdict"]["code"]),
        (0, &"not-enough-evidence".into()),
        "nothing answered is no fault"
    );
}

#[test]
fn another_catalogue_may_take_the_place_of_the_shipped_one() {
    let roles = "tests/reference/worked-example/catalogue.json";
    let done = metier(&["score", "www/quizzes/roles.json", "-", "--roles", roles], "{}");
    let printed: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!((done.code, printed["match"]["roles"].as_array().unwrap().len()), (0, 3));
    assert_eq!(
        metier(&["score", "www/quizzes/roles.json", "-", "--roles", "www/quizzes/pace.json"], "{}").code,
        1,
        "a quiz is no catalogue"
    );
}

fn take(name: &str, typed: &str) -> Done {
    metier(&["take", &format!("www/quizzes/{name}.json")], typed)
}

/// What would be typed to answer every item of a shipped quiz with its first choices.
fn typed_answers(name: &str) -> Vec<String> {
    typed_for(&shipped(name))
}

fn typed_for(quiz: &str) -> Vec<String> {
    let first = |item: &metier::quiz::view::ItemView| {
        let ids: Vec<&str> = item.options.iter().map(|option| option.id).collect();
        match item.r#type {
            "single" => ids[0].into(),
            "multiple" => ids[..item.min as usize].join(" "),
            "best-worst" => format!("{} {}", ids[0], ids[1]),
            "judge" => ids
                .iter()
                .enumerate()
                .map(|(place, id)| format!("{id}={}", 1 + place as u32 % item.points))
                .collect::<Vec<_>>()
                .join(" "),
            "allocate" => format!("{}={}", ids[0], item.total),
            "rank" => ids.join(" "),
            "slider" => format!("{:.1}", item.low.unwrap() + item.step).replace('.', ","),
            "sort" => ids
                .iter()
                .map(|id| format!("{id}={}", item.groups.iter().next().unwrap().id))
                .collect::<Vec<_>>()
                .join(", "),
            "text" => "to myself, about lunch".into(),
            _ => "1".to_owned(),
        }
    };
    open(quiz, "", 1).view().items.iter().map(first).collect()
}

#[test]
fn every_shipped_quiz_can_be_taken_to_its_end() {
    for name in SHIPPED {
        let done = take(name, &typed_answers(name).join("\n"));
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{name}");
        assert!(done.out.contains("Your profile, from") && done.out.contains("Not for hiring decisions."), "{name}");
        assert_eq!(done.out.contains("of 100 skill profiles that fit your answers"), name == "roles", "{name}");
        assert_eq!(done.out.contains(" needs about "), name != "roles", "{name}");
    }
}

/// A quiz without skills ends in its count, in what people differ about and in what else it says; no level is spoken of.
#[test]
fn a_quiz_that_counts_is_taken_to_its_count() {
    let quiz = json_of("www/quizzes/product-or-sales.json");
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for item in quiz["items"].as_array().unwrap() {
        let each = |group: &dyn Fn(&Value) -> Value| {
            let options = item["options"].as_array().unwrap().iter();
            let pairs = options.map(|option| format!("{}={}", word(&option["id"]), word(&group(option))));
            pairs.collect::<Vec<_>>().join(" ")
        };
        right.push(each(&|option| option["group"].clone()));
        wrong.push(each(&|_| json!("both")));
    }
    for (typed, count, end) in [(right.join("\n"), 12, 2), (wrong.join("\n"), 4, 0)] {
        let done = take("product-or-sales", &typed);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        let end = word(&quiz["counted"]["ends"][end]["text"]);
        let talk = word(&quiz["items"][0]["options"][1]["talk"]);
        for said in [format!("\nYou sorted {count} of 12 as we do.\n{end}\n"), talk, "\nWhat they share\n- Both".into()]
        {
            assert!(done.out.contains(&said), "{said}: {}", done.out);
        }
        assert!(!done.out.contains("Your profile") && !done.out.contains("Levels go"), "{}", done.out);
    }
    let done = take("product-or-sales", &format!("{}\nskip\nskip", right[0]));
    assert!(done.out.contains("You sorted 4 of 4 as we do.\nSkipped: 2. That counts neither way.\n"), "{}", done.out);
    let done = take("product-or-sales", "skip\nskip\nskip");
    assert!(done.out.contains("You sorted nothing, so there is nothing to count.\n"), "{}", done.out);
}

fn word(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The starter has every type of item. A reflection stands in what the person typed, and nowhere in what is printed.
#[test]
fn every_type_can_be_taken_in_the_terminal() {
    let starter = text_of("src/bin/metier/starter.json");
    let file = Scratch::new(&starter);
    let typed = typed_for(&starter);
    let done = metier(&["take", file.path()], typed.join("\n"));
    assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
    assert!(done.out.contains(&format!("from {} answers", typed.len())), "{}", done.out);
    for line in [
        "Type the letters of all, best first: b a …",
        "  0) I spoke\n  100) the other person spoke\n\nType a number, in steps of 5 (%).",
        "Type a number (minutes).",
        "  said = said\n  made = made of it\n\nPut each into a group: a=made b=said …",
        "Write at most 300 characters, on one line.",
    ] {
        assert!(done.out.contains(line), "{line}\n{}", done.out);
    }
    assert!(!done.out.contains("about lunch"), "{}", done.out);
}

/// The last frequency and the last likert of the quiz have no option called "s" or "b", all others have one called "b".
#[test]
fn taking_goes_on_after_a_wrong_answer_and_back_and_over_a_question() {
    let typed = typed_answers("pace");
    let count = typed.len();
    let asked = |done: &Done, number: usize| done.out.matches(&format!("Question {number} of {count}.")).count();

    let mut wrong = typed.clone();
    wrong.insert(0, "z".into());
    wrong.insert(1, String::new());
    let done = take("pace", &wrong.join("\n"));
    assert_eq!((done.code, asked(&done, 1), asked(&done, 2)), (0, 3, 1), "asked again until answered");
    assert!(done.out.contains("This question has no option “z”."));

    let mut back = typed.clone();
    back.splice(1..1, ["back".to_owned(), typed[0].clone()]);
    let done = take("pace", &back.join("\n"));
    assert_eq!((done.code, asked(&done, 1), asked(&done, 2)), (0, 2, 2));

    let mut first = typed.clone();
    first.insert(0, "back".into());
    assert_eq!(asked(&take("pace", &first.join("\n")), 1), 2, "before the first is nothing");

    let mut skipped = typed.clone();
    (skipped[0], skipped[count - 1]) = ("skip".into(), "s".into());
    let done = take("pace", &skipped.join("\n"));
    assert!(done.out.contains(&format!("from {} answers", count - 2)), "{}", done.out);

    let mut letter = typed.clone();
    letter.splice(count - 1.., ["b".to_owned(), typed[count - 2].clone(), typed[count - 1].clone()]);
    let done = take("pace", &letter.join("\n"));
    assert_eq!((done.code, asked(&done, count - 1)), (0, 2), "b goes back where no option is called so");

    let mut option = typed.clone();
    option[0] = "b".into();
    let done = take("pace", &option.join("\n"));
    assert_eq!((done.code, asked(&done, 1), asked(&done, 2)), (0, 1, 1), "an option called b can be chosen");
    assert!(done.out.contains(&format!("from {count} answers")));

    let done = take("pace", &typed[..3].join("\n"));
    assert_eq!(done.code, 1, "the input ends too early");
}

#[test]
fn a_profile_in_the_terminal_is_that_of_the_report() {
    let done = take("pace", &typed_answers("pace").join("\n"));
    let line = done.out.lines().find(|line| line.trim_start().starts_with("Urgency: ")).expect("the skill").to_owned();
    let sheet: Value = open(&shipped("pace"), "", 1)
        .view()
        .items
        .iter()
        .zip(typed_answers("pace"))
        .map(|(item, typed)| {
            let pairs = || {
                typed
                    .split(' ')
                    .map(|pair| pair.split_once('=').unwrap())
                    .map(|(id, number)| (id.to_owned(), Value::from(number.parse::<u32>().unwrap())))
                    .collect::<Value>()
            };
            let value = match item.r#type {
                "single" => typed.clone().into(),
                "multiple" | "rank" => typed.split(' ').collect::<Vec<_>>().into(),
                "sort" => typed
                    .split(", ")
                    .map(|pair| pair.split_once('=').unwrap())
                    .map(|(id, group)| (id.to_owned(), Value::from(group)))
                    .collect(),
                "best-worst" => serde_json::json!({ "best": &typed[..1], "worst": &typed[2..] }),
                "judge" | "allocate" => pairs(),
                _ => typed.parse::<u32>().unwrap().into(),
            };
            (item.id.to_owned(), value)
        })
        .collect();
    let report: Value =
        serde_json::from_str(&metier(&["score", "www/quizzes/pace.json", "-"], sheet.to_string()).out).unwrap();
    let skill = &report["skills"][0];
    let number = |field: &str| skill[field].as_f64().unwrap();
    let called = |field: &str| ["none", "awareness", "working", "practitioner", "expert"][number(field) as usize];
    let (from, to) = (called("from"), called("to"));
    let name = if from == to { from.to_owned() } else { format!("between {from} and {to}") };
    assert_eq!(line.trim(), format!("Urgency: {:.1}, {name}, give or take {:.1}", number("level"), number("spread")));
}

/// Whatever a document holds, nothing of it steers the terminal: not in sentences, not as JSON, not while a quiz is
/// taken.
#[test]
fn no_control_character_reaches_the_terminal() {
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}\u{2066}\u{7}\u{7f}\u{85}";
    let quiz = SMALL
        .replace("\"likert\"", &format!("\"{}\"", hostile.replace(['\u{1b}', '\u{7}'], "")))
        .replace("\"title\":\"T\"", &format!("\"title\":\"T\",\"{}\":0", hostile.replace(['\u{1b}', '\u{7}'], "")));
    let escaped = SMALL.replace("\"title\":\"T\"", r#""title":"\u001b[31m\u009b\u202eT","\u001b\u009b\u202e":1"#);
    let plain = |done: &Done| {
        for text in [&done.out, &done.err] {
            let found = text.chars().find(|c| is_control(*c) && *c != '\n');
            assert_eq!(found, None, "{text:?}");
        }
    };
    for document in [&quiz, &escaped] {
        for words in [&["check", "-"][..], &["check", "--format", "json", "-"], &["take", "-"]] {
            let done = metier(words, document);
            assert_eq!(done.code, 1);
            plain(&done);
        }
        plain(&metier(&["score", "www/quizzes/pace.json", "-"], document));
        plain(&metier(&["match", "-"], document));
    }
    // What stands there can still be read from the JSON.
    let found: Value = serde_json::from_str(&metier(&["check", "--format", "json", "-"], &escaped).out).unwrap();
    assert!(found.to_string().contains('\u{9b}'));
    // Typed nonsense comes back escaped.
    let done = take("pace", "\u{1b}[31m\u{9b}x\n");
    plain(&done);
    assert!(done.out.contains("\\u{1b}[31m\\u{9b}x"));
}

/// Whoever stops reading has what was wanted: that is neither a panic nor a wrong input.
#[test]
fn a_reader_that_stops_is_no_fault() {
    let check = &["check", "www/quizzes/pace.json"][..];
    for words in [
        &["new"][..],
        check,
        &["check", "--format", "json", "www/quizzes/pace.json"],
        &["take", "www/quizzes/pace.json"],
    ] {
        let mut call = Command::new(env!("CARGO_BIN_EXE_metier"));
        // It stops before there is anything to read: afterwards some may be written already.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        call.args(words).current_dir(project("")).stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped());
        let done = call.spawn().unwrap().wait_with_output().unwrap();
        assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""), "{words:?}");
    }
}

#[test]
fn documents_come_from_standard_input_with_a_byte_order_mark_or_windows_lines() {
    for text in [format!("\u{feff}{SMALL}"), SMALL.replace('\n', "\r\n")] {
        assert_eq!(metier(&["check", "-"], text).out, "-: 0 errors, 0 warnings\n");
    }
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(SMALL.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let told = metier(&["check", "-"], utf16).out;
    assert!(told.starts_with("-: 0 errors, 1 warning\nwarning[text-wide]: "), "as some shells print: {told}");
    let catalogue = metier(&["check", "-"], text_of("www/roles/product.json"));
    assert_eq!(catalogue.out, "-: 0 errors, 0 warnings\n", "a catalogue is told by its format");
}
