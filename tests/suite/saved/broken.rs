//! Saved profiles that were cut off, edited by hand, or are of another kind: a clear problem, and the rest still
//! counts.

use super::{codes, of, result, saved, three, viewed};
use crate::support::{SMALL, metier, shipped};
use metier::problem::Severity;
use metier::saved::Saved;
use metier::saved::outline::Outline;
use serde_json::{Value, json};

/// Three small results, in three lines.
const DAYS: [&str; 3] = ["2026-01-01", "2026-02-02", "2026-03-03"];

fn small(day: &str) -> String {
    let quiz = SMALL.replacen("\"id\":\"q\"", &format!("\"id\":\"q{}\"", &day[6..7]), 1).replace('\n', " ");
    format!(r#"{{"quiz":{quiz},"language":"en","seed":1,"taken":"{day}","answers":{{"i":3}}}}"#)
}

fn text() -> String {
    format!(
        "{{\"format\":\"metier-profile/1\",\"results\":[\n{}\n],\"origin\":\"teacher\"}}",
        DAYS.map(small).join(",\n")
    )
}

/// The days of the results that count.
fn counting(saved: &Saved) -> Vec<&str> {
    saved.results.iter().filter(|kept| kept.counting().is_some()).map(|kept| kept.taken.as_str()).collect()
}

/// The results that are whole in a text that was cut off: those whose last byte is there. `ends` are those of the
/// results.
fn whole_before(cut: usize, ends: &[usize]) -> usize {
    ends.iter().filter(|end| **end <= cut).count()
}

#[test]
fn a_text_that_was_cut_off_keeps_the_results_before_the_cut() {
    for (text, step) in [(three().to_string(), 50), (serde_json::to_string_pretty(&three()).unwrap(), 997), (text(), 1)]
    {
        let ends: Vec<usize> =
            metier::saved::outline::Outline::of(&text, false).results.iter().map(|place| place.end).collect();
        assert_eq!(ends.len(), 3);
        let listed = text.find("\"results\"").unwrap() + 12;
        let mut seen = 9;
        // The last byte of the text may be a line feed less.
        for cut in (0..text.len())
            .step_by(step)
            .chain(ends.iter().flat_map(|end| [end - 1, *end, end + 1]))
            .chain([text.len() - 1])
        {
            let Some(part) = text.get(..cut) else { continue };
            match Saved::open(part, "en") {
                Ok(saved) => {
                    assert_eq!(counting(&saved).len(), whole_before(cut, &ends), "cut at {cut}");
                    let problem = &saved.problems[0];
                    assert_eq!(codes(&saved.problems), ["profile-cut"], "cut at {cut}");
                    assert!(problem.line > 0 && problem.column > 0 && problem.severity == Severity::Error);
                    assert_eq!(json!(problem.values[0].value), json!(whole_before(cut, &ends) as f64));
                    assert!(saved.remove(0).is_err(), "nothing is written over it");
                    if std::mem::replace(&mut seen, saved.results.len()) != saved.results.len() {
                        serde_json::to_value(saved.view()).unwrap();
                    }
                }
                Err(problems) => {
                    assert!(cut < listed && codes(&problems) == ["json-end"], "cut at {cut}: {problems:?}")
                }
            }
        }
    }
}

/// A change by hand in the second of three results: what is said where, and that the other two count.
#[test]
fn a_mistake_in_one_result_does_not_cost_the_others() {
    let cases: &[(&str, &str, &str, &str)] = &[
        // Text that is no JSON.
        ("\"seed\":1", "\"seed\":01", "json-number", "/seed"),
        ("\"seed\":1", "\"seed\":1.", "json-number", "/seed"),
        ("\"seed\":1", "\"seed\":", "json-value", ""),
        ("\"seed\":1", "\"seed\":1 1", "json-object", ""),
        ("\"seed\":1", "\"seed\":+1", "json-value", ""),
        ("\"seed\":1", "\"seed\":NaN", "json-value", ""),
        ("\"seed\":1", "\"seed\":1e", "json-number", "/seed"),
        ("\"seed\":1,", "\"seed\":1,,", "json-key", ""),
        ("\"seed\":1,", "\"seed\":1", "json-object", ""),
        ("\"seed\":1", "\"seed\" 1", "json-colon", ""),
        ("\"seed\":1", "seed:1", "json-key", ""),
        ("\"seed\":1", "'seed':1", "json-quotes", ""),
        ("\"seed\":1", "/* mine */ \"seed\":1", "json-comment", ""),
        ("\"taken\"", "\"\\x\":1,\"taken\"", "json-escape", ""),
        ("\"taken\"", "\"\u{1}\":1,\"taken\"", "json-control", ""),
        ("\"taken\":\"2026-02-02\"", "\"taken\":\"2026-02-02", "json-object", ""),
        ("\"title\":\"T\"", "\"title\":\"\\ud800\"", "json-surrogate", "/quiz/title"),
        ("{\"i\":3}", "{\"i\":3,}", "json-key", "/answers"),
        ("{\"i\":3}", "{\"i\":3]", "json-object", "/answers"),
        ("{\"i\":3}", "{\"i\":tru}", "json-value", "/answers/i"),
        // Numbers.
        ("\"seed\":1", "\"seed\":-1", "shape-range", "/seed"),
        ("\"seed\":1", "\"seed\":1.5", "shape-whole", "/seed"),
        ("\"seed\":1", "\"seed\":4294967296", "shape-range", "/seed"),
        ("\"seed\":1", "\"seed\":1e400", "json-range", "/seed"),
        ("\"seed\":1", "\"seed\":99999999999999999999", "json-range", "/seed"),
        ("\"seed\":1", "\"seed\":\"1\"", "shape-type", "/seed"),
        ("\"seed\":1", "\"seed\":null", "shape-type", "/seed"),
        ("{\"i\":3}", "{\"i\":1e999}", "json-range", "/answers/i"),
        ("{\"i\":3}", "{\"i\":3.5}", "answer-range", "/answers/i"),
        ("{\"i\":3}", "{\"i\":5}", "answer-range", "/answers/i"),
        ("{\"i\":3}", "{\"i\":-1}", "answer-range", "/answers/i"),
        ("{\"i\":3}", "{\"i\":{\"answer\":3,\"ms\":-5}}", "answer-time", "/answers/i/ms"),
        ("\"points\":5", "\"points\":1e9", "shape-range", "/quiz/items/0/points"),
        ("\"grade\":0", "\"grade\":5", "shape-range", "/quiz/evidence/grade"),
        ("\"grade\":0", "\"grade\":4", "evidence-missing", "/quiz/evidence"),
        // Answers that do not fit the quiz.
        ("{\"i\":3}", "{\"i\":\"a\"}", "answer-type", "/answers/i"),
        ("{\"i\":3}", "{\"j\":3}", "answer-item", "/answers/j"),
        ("{\"i\":3}", "{\"i\":3,\"i\":2}", "duplicate-key", "/answers/i"),
        ("{\"i\":3}", "{\"__proto__\":3}", "answer-item", "/answers/__proto__"),
        ("{\"i\":3}", "{\"constructor\":3}", "answer-item", "/answers/constructor"),
        ("{\"i\":3}", "3", "answer-sheet", "/answers"),
        ("{\"i\":3}", "null", "answer-sheet", "/answers"),
        ("{\"i\":3}", "\"i\"", "answer-sheet", "/answers"),
        ("{\"i\":3}", "[3]", "answer-entry", "/answers/0"),
        (
            "{\"i\":3}",
            "[{\"item\":\"i\",\"answer\":1},{\"item\":\"i\",\"answer\":2}]",
            "answer-again",
            "/answers/1/item",
        ),
        // Days.
        ("2026-02-02", "2026-02-30", "profile-day", "/taken"),
        ("2026-02-02", "2026-13-01", "profile-day", "/taken"),
        ("2026-02-02", "2026-2-2", "profile-day", "/taken"),
        ("2026-02-02", "02.02.2026", "profile-day", "/taken"),
        ("2026-02-02", "2026-02-02T10:00", "profile-day", "/taken"),
        ("2026-02-02", "\u{b2}026-02-0", "profile-day", "/taken"),
        ("\"2026-02-02\"", "\"\"", "shape-empty", "/taken"),
        ("\"2026-02-02\"", "20260202", "shape-type", "/taken"),
        // Fields.
        ("\"taken\":\"2026-02-02\",", "", "shape-missing", ""),
        ("\"language\":\"en\",\"seed\"", "\"seed\"", "shape-missing", ""),
        ("\"language\":\"en\",\"seed\"", "\"language\":\"e_n\",\"seed\"", "shape-language", "/language"),
        ("\"taken\"", "\"score\":4,\"taken\"", "shape-unknown", "/score"),
        ("\"taken\"", "\"__proto__\":{\"quiz\":1},\"taken\"", "shape-unknown", "/__proto__"),
        ("\"taken\"", "\"hasOwnProperty\":1,\"taken\"", "shape-unknown", "/hasOwnProperty"),
        ("\"taken\"", "\"toString\":[],\"taken\"", "shape-unknown", "/toString"),
        ("\"taken\"", "\"seed\":2,\"taken\"", "duplicate-key", "/seed"),
        // Quizzes.
        ("metier-quiz/1", "metier-quiz/2", "profile-quiz", "/quiz/format"),
        ("metier-quiz/1", "survey", "profile-quiz", "/quiz/format"),
        ("\"format\":\"metier-quiz/1\",", "", "shape-missing", "/quiz"),
        ("\"type\":\"likert\"", "\"type\":\"dance\"", "shape-word", "/quiz/items/0/type"),
        ("\"skill\":\"s\"", "\"skill\":\"x\"", "unknown-skill", "/quiz/items/0/keys/0/skill"),
        ("\"quiz\":{", "\"quiz\":null,\"was\":{", "shape-type", "/quiz"),
    ];
    assert!(cases.len() >= 60, "{}", cases.len());
    for (from, to, code, pointer) in cases {
        let good = small(DAYS[1]);
        // From the right: the fields of the result come after the quiz.
        let at = if pointer.starts_with("/quiz") { good.find(from) } else { good.rfind(from) }
            .unwrap_or_else(|| panic!("{from}"));
        let bad = format!("{}{to}{}", &good[..at], &good[at + from.len()..]);
        let damaged = text().replacen(&good, &bad, 1);
        let saved = saved(&damaged);
        assert_eq!(counting(&saved), [DAYS[0], DAYS[2]], "{from} -> {to}: {:?}", saved.problems);
        let found = saved.problems.iter().find(|problem| problem.code.word() == *code);
        let found = found.unwrap_or_else(|| panic!("{from} -> {to}: {:?}", saved.problems));
        assert_eq!(found.pointer, format!("/results/1{pointer}"), "{from} -> {to}");
        assert_eq!(found.line, 3, "{from} -> {to}");
        assert!(saved.problems.iter().all(|problem| problem.pointer.starts_with("/results/1")), "{:?}", saved.problems);
        assert_eq!(saved.origin.as_deref(), Some("teacher"), "{from} -> {to}");
        serde_json::to_value(saved.view()).unwrap();
        // Nothing of it is lost where it is edited, or it is not edited.
        if let Ok(text) = saved.add(&small("2026-04-04")) {
            assert!(text.contains(&bad), "{from} -> {to}");
        }
    }
}

/// Brackets that are not closed, or once too often, take nothing along but their own result.
#[test]
fn brackets_and_commas_between_results_cost_none() {
    let good = small(DAYS[1]);
    for (from, to) in [
        (good.clone(), good.trim_end_matches('}').to_owned()),
        (good.clone(), good.replace("{\"i\":3}}", "{\"i\":3}")),
        (good.clone(), good.replace("\"keys\":[", "\"keys\":[[")),
        (good.clone(), good.replace("\"items\":[{", "\"items\":[{{")),
        (good.clone(), format!("{{{good}")),
        (good.clone(), good.replace("\"seed\":1", "\"seed\":1\"")),
        (good.clone(), good.replace("\"id\":\"i\"", "\"id\":\"i\"\"")),
        (good.clone(), good.replace("\"anchors\":[", "\"anchors\":]")),
        (good.clone(), good.replace("\"evidence\":{", "\"evidence\":}")),
        (good.clone(), good.replace("{\"i\":3}", "{\"i\":3}}]")),
        (good.clone(), format!("]{good}")),
        (good.clone(), format!("\"{good}")),
        (good.clone(), format!("{good} x, 1, \"")),
    ] {
        // On lines of their own, and all on one.
        for text in [text(), text().replace('\n', "")] {
            let saved = saved(&text.replacen(&from, &to, 1));
            let days = counting(&saved);
            assert!(days.contains(&DAYS[0]) && days.contains(&DAYS[2]), "{to}: {days:?} {:?}", saved.problems);
            assert!(!saved.problems.is_empty());
        }
    }
    for (from, to, all) in [
        (",\n{\"quiz\"", "\n{\"quiz\"", 3),
        (",\n{\"quiz\"", ",,\n{\"quiz\"", 3),
        ("\n],", ",\n],", 3),
        ("\n],", "\n]},", 3),
        ("\n],", "\n", 3),
    ] {
        let saved = saved(&text().replacen(from, to, 1));
        assert_eq!(counting(&saved).len(), all, "{from} -> {to}");
        assert!(
            saved
                .problems
                .iter()
                .any(|problem| problem.code.word().starts_with("json-") || problem.code.word() == "profile-cut"),
            "{:?}",
            saved.problems
        );
        let mended = super::saved(&saved.mended().unwrap());
        assert_eq!((counting(&mended).len(), mended.origin.as_deref()), (all, saved.origin.as_deref()));
    }
}

#[test]
fn places_of_problems_are_those_of_the_whole_text() {
    let good = small(DAYS[1]);
    let bad = good.replace("\"seed\":1", "\"seed\":-1").replace("\"title\":\"T\"", "\"title\":\"\u{1f600} \u{e9}\"");
    // On one line, after another result with letters beyond ASCII: two code units for the face.
    let one = format!("\u{feff}{{\"format\":\"metier-profile/1\",\"results\":[{bad},{bad}]}}");
    let saved = saved(&one);
    let wanted: Vec<u32> = one
        .trim_start_matches('\u{feff}')
        .match_indices("-1,\"taken\"")
        .map(|(at, _)| one.trim_start_matches('\u{feff}')[..at].encode_utf16().count() as u32 + 1)
        .collect();
    let found: Vec<u32> = saved.problems.iter().map(|problem| problem.column).collect();
    assert_eq!((found, wanted.len()), (wanted, 2));
    assert_eq!(saved.problems[1].pointer, "/results/1/seed");
    // Over several lines the column is the line's own.
    let lines = super::saved(&text().replace("\"seed\":1", "\"seed\":\n -1"));
    let places: Vec<(u32, u32)> = lines.problems.iter().map(|problem| (problem.line, problem.column)).collect();
    assert_eq!(places, [(3, 2), (5, 2), (7, 2)]);
}

#[test]
fn another_version_or_kind_is_not_read() {
    for (format, code) in [
        ("metier-profile/2", "profile-version"),
        ("metier-profile/1.1", "profile-version"),
        ("metier-quiz/1", "profile-version"),
        ("", "profile-version"),
        ("__proto__", "profile-version"),
    ] {
        for text in [text(), text()[..text().len() - 100].to_owned()] {
            let problems = Saved::open(&text.replacen("metier-profile/1", format, 1), "").unwrap_err();
            assert_eq!(codes(&problems), [code], "{format}");
            assert_eq!(
                (problems[0].pointer.as_str(), problems[0].line, problems[0].column),
                ("/format", 1, 11),
                "{format}"
            );
        }
    }
    for (text, code) in [
        ("", "json-end"),
        ("null", "shape-type"),
        ("[]", "shape-type"),
        ("{}", "shape-missing"),
        ("\"metier-profile/1\"", "shape-type"),
        ("{\"format\":\"metier-profile/1\"}", "shape-missing"),
        ("{\"format\":\"metier-profile/1\",\"results\":{}}", "shape-type"),
        ("{\"format\":\"metier-profile/1\",\"results\":null}", "shape-type"),
        ("not a profile", "json-value"),
        ("<html>", "json-page"),
        ("{\"results\"", "json-end"),
        ("\u{0}", "json-value"),
    ] {
        let problems = Saved::open(text, "").unwrap_err();
        assert!(codes(&problems).contains(&code), "{text}: {problems:?}");
    }
    // Its fields in any order, its format missing or no text: there is nothing to say that it is another.
    for text in [
        text().replacen("\"format\":\"metier-profile/1\",", "", 1),
        text().replacen("\"metier-profile/1\"", "1", 1),
        text().replacen("\"origin\"", "\"$schema\":1,\"origin\"", 1),
        text().replacen("\"teacher\"", "\"Te acher\"", 1),
        text().replacen("\"teacher\"", "\"teacher\",\"__proto__\":{\"results\":[]}", 1),
        text().replacen("\"teacher\"", "\"teacher\",\"results\":[]", 1),
        text().replacen("\"origin\":\"teacher\"", "\"origin\":[\"\"]", 1),
    ] {
        let saved = saved(&text);
        assert_eq!(counting(&saved).len(), 3, "{:?}", saved.problems);
        assert_eq!(saved.problems.len(), 1, "{:?}", saved.problems);
    }
}

/// Two lists of results are a mistake that loses neither.
#[test]
fn two_lists_of_results_are_both_read() {
    let text = text().replacen("\"origin\"", &format!("\"results\":[{}],\"origin\"", small("2026-04-04")), 1);
    let profile = saved(&text);
    assert_eq!((codes(&profile.problems), counting(&profile).len()), (vec!["duplicate-key"], 4));
    let one = saved(&profile.add(&small("2026-05-05")).unwrap()).results.len();
    assert_eq!(one, 5);
}

#[test]
fn names_of_objects_are_names_like_others() {
    let named = |id: &str| {
        SMALL.replacen("\"id\":\"i\"", &format!("\"id\":\"{id}\""), 1).replacen(
            "\"id\":\"q\"",
            "\"id\":\"constructor\"",
            1,
        )
    };
    for id in ["constructor", "valueof", "proto", "answer", "ms", "item", "results"] {
        let quiz: Value = serde_json::from_str(&named(id)).unwrap();
        let view = viewed(&of(&[
            json!({ "quiz": quiz, "language": "en", "seed": 1, "taken": "2026-01-01", "answers": { id: { "answer": 2, "ms": 1 } } }),
        ]));
        assert_eq!(view["results"][0]["answers"], json!([{ "item": id, "answer": "2" }]), "{id}");
    }
}

#[test]
fn large_and_deep_texts_are_read_or_refused_at_once() {
    let head = "{\"format\":\"metier-profile/1\",\"results\":[";
    for (text, code) in [
        (format!("{head}{}", "[".repeat(300_000)), "cap-depth"),
        (format!("{head}{}", "{\"quiz\":".repeat(50_000)), "cap-depth"),
        (format!("{head}{}]}}", "{},".repeat(100_000)), "json-value"),
        (format!("{head}{}]}}", vec!["{}"; 100_000].join(",")), "shape-many"),
        (format!("{head}{}]}}", vec!["0"; 200_000].join(",")), "shape-many"),
        (format!("{head}\"{}", "\\".repeat(500_000)), "profile-cut"),
        (format!("{head}{}", "\"".repeat(499_999)), "json-array"),
        (format!("{head}]{}", "}".repeat(300_000)), "json-trailing"),
        (format!("{head}{}]}}", "{\"quiz\"".repeat(50_000)), "json-colon"),
        (format!("{head}]{}}}", ",\"a\":1".repeat(300_000)), "shape-unknown"),
    ] {
        let saved = Saved::open(&text, "en").unwrap_or_else(|problems| panic!("{code}: {problems:?}"));
        assert!(codes(&saved.problems).contains(&code), "{code}: {:?}", codes(&saved.problems));
        assert!(saved.results.len() <= 50 && saved.results.iter().all(|kept| !kept.whole));
        serde_json::to_value(saved.view()).unwrap();
        saved.mended();
    }
}

/// A result of the largest shipped quiz fifty times over is near the cap, and read.
#[test]
fn the_same_quiz_may_be_taken_often() {
    let pace: Value = serde_json::from_str(&shipped("setbacks")).unwrap();
    let results: Vec<Value> =
        (0..50).map(|index| result(&pace, &format!("2026-01-{:02}", index % 31 + 1), index)).collect();
    let saved = saved(&of(&results).to_string());
    assert!(saved.problems.is_empty(), "{:?}", saved.problems);
    let view = serde_json::to_value(saved.view()).unwrap();
    let newest: Vec<&Value> =
        view["results"].as_array().unwrap().iter().filter(|result| result["newest"] == true).collect();
    assert_eq!((newest.len(), &newest[0]["taken"], &newest[0]["index"]), (1, &json!("2026-01-31"), &json!(30)));
}

/// `"resu\u006cts"` is `results` to every reader of JSON, and `metier-profile\/1` is the format.
#[test]
fn names_are_read_however_their_letters_are_written() {
    let written = text()
        .replace("\"format\"", "\"for\\u006dat\"")
        .replace("metier-profile/1", "metier-profile\\/1")
        .replace("\"results\"", "\"resu\\u006cts\"");
    for text in [written.clone(), written[..written.len() - 2].to_owned()] {
        assert_eq!(counting(&saved(&text)), DAYS, "{text}");
        let done = metier(&["check", "-"], &text);
        assert!(!done.out.contains("/items") && !done.out.contains("shape-unknown"), "no quiz: {}", done.out);
    }
    assert_eq!(metier(&["check", "-"], &written).code, 0);
    let empty = r#"{"format":"metier-profile/1","resu\u006cts":[]}"#;
    assert!(Saved::open(empty, "").is_ok_and(|saved| saved.results.is_empty()));
}

/// A bracket too many or too few costs the result in which it is, and none beside it.
#[test]
fn a_bracket_that_does_not_match_costs_one_result() {
    let early = text().replacen("\"results\"", "\"origin\":},\"results\"", 1);
    assert_eq!(counting(&saved(&early)), DAYS, "before the list: {early}");
    let [first, second, third] = DAYS.map(small);
    let torn = second.strip_suffix('}').unwrap();
    let text = format!("{{\"format\":\"metier-profile/1\",\"results\":[{first},{torn} , {third}]}}");
    let outline = Outline::of(&text, true);
    let parts: Vec<&str> = outline.results.iter().map(|place| &text[place.clone()]).collect();
    assert_eq!(parts, [first.as_str(), torn, third.as_str()], "as they stand in the text");
    assert_eq!(counting(&saved(&text)), [DAYS[0], DAYS[2]]);
}
