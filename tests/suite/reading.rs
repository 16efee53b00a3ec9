//! Reading JSON: traps of the format, places, caps, and numbers beside those of the standard library.

use crate::support::{SMALL, quiz_of};
use metier::numeric::random::Random;
use metier::problem::{Problem, Problems};
use metier::quiz;
use metier::text::json::{self, Kind};
use serde_json::{Value, json};

/// All problems of a JSON text, whatever it holds.
fn faults(text: &str) -> Vec<Problem> {
    let mut problems = Problems::default();
    json::parse(text, &mut problems);
    problems.into_list()
}

/// The one problem of a text: code, pointer, line and column.
#[track_caller]
fn fault(text: &str) -> (&'static str, String, u32, u32) {
    let faults = faults(text);
    assert_eq!(faults.len(), 1, "{text}: {faults:?}");
    (faults[0].code.word(), faults[0].pointer.clone(), faults[0].line, faults[0].column)
}

/// Codes and pointers of the problems of a quiz document.
fn problems_of(quiz: &str) -> Vec<(&'static str, String)> {
    quiz::read(quiz).1.into_iter().map(|problem| (problem.code.word(), problem.pointer)).collect()
}

/// The string that a JSON text is.
#[track_caller]
fn string(text: &str) -> String {
    let mut problems = Problems::default();
    let tape = json::parse(text, &mut problems).expect("a value");
    assert!(!problems.rejected(), "{text}");
    assert_eq!(tape.kind(0), Kind::Text);
    tape.text(0).into()
}

#[test]
fn what_is_no_json_has_one_fault_with_its_place() {
    for (text, code, pointer, column) in [
        ("", "json-end", "", 1),
        (" ", "json-end", "", 2),
        ("{", "json-end", "", 2),
        ("[1", "json-end", "", 3),
        ("\"a", "json-end", "", 3),
        ("\"a\\", "json-end", "", 4),
        ("\"\\u12", "json-end", "", 6),
        ("-", "json-end", "", 2),
        ("1.", "json-end", "", 3),
        ("1e", "json-end", "", 3),
        ("1e+", "json-end", "", 4),
        ("{\"a\":", "json-end", "", 6),
        ("{\"a\":[0,{\"b~/\":", "json-end", "/a/1", 16),
        ("NaN", "json-value", "", 1),
        (" <!doctype html>", "json-page", "", 2),
        ("[<a/>]", "json-value", "", 2),
        ("Infinity", "json-value", "", 1),
        ("undefined", "json-value", "", 1),
        ("True", "json-value", "", 1),
        ("nul", "json-value", "", 1),
        ("'a'", "json-quotes", "", 1),
        ("{'a':1}", "json-quotes", "", 2),
        ("{\"a\":‘b’}", "json-quotes", "", 6),
        ("[“a”]", "json-quotes", "", 2),
        ("{„a“:1}", "json-quotes", "", 2),
        ("{«a»:1}", "json-quotes", "", 2),
        ("{\"a\":1,`b`:1}", "json-quotes", "", 8),
        ("[\"a\" “b”]", "json-array", "", 6),
        ("// a\n1", "json-comment", "", 1),
        ("{\"a\":1, // c\n\"b\":2}", "json-comment", "", 9),
        ("{\"a\":1 /* c */}", "json-comment", "", 8),
        ("[1, /* c */ 2]", "json-comment", "", 5),
        ("[1 # c\n]", "json-comment", "", 4),
        ("{# c\n}", "json-comment", "", 2),
        ("{} // c", "json-comment", "", 4),
        ("{\"a\": /b}", "json-value", "", 7),
        ("{\"a\": #fff}", "json-value", "", 7),
        ("+1", "json-value", "", 1),
        (".5", "json-value", "", 1),
        ("[1,]", "json-value", "", 4),
        ("[,1]", "json-value", "", 2),
        ("[\u{a0}1]", "json-value", "", 2),
        ("{\"a\":1,}", "json-key", "", 8),
        ("{a:1}", "json-key", "", 2),
        ("{1:1}", "json-key", "", 2),
        ("{\"a\" 1}", "json-colon", "", 6),
        ("[1 2]", "json-array", "", 4),
        ("[1}", "json-array", "", 3),
        ("{\"a\":1]", "json-object", "", 7),
        ("[\"\t\"]", "json-control", "/0", 3),
        ("[\"\0\"]", "json-control", "/0", 3),
        ("[\"a\nb\"]", "json-control", "/0", 4),
        ("[\"\\q\"]", "json-escape", "/0", 4),
        ("[\"\\u00g0\"]", "json-escape", "/0", 7),
        ("[\"\\u+123\"]", "json-escape", "/0", 5),
        ("010", "json-number", "", 2),
        ("-01", "json-number", "", 3),
        ("1.e5", "json-number", "", 3),
        ("[1.]", "json-number", "/0", 4),
        ("[1e]", "json-number", "/0", 4),
        ("[-]", "json-number", "/0", 3),
        ("0x10", "json-trailing", "", 2),
        ("1_000", "json-trailing", "", 2),
        ("{} {}", "json-trailing", "", 4),
        ("1\0", "json-trailing", "", 2),
        ("1e400", "json-range", "", 1),
        ("[-1e400]", "json-range", "/0", 2),
        ("1e-400", "json-range", "", 1),
        ("98765432109876543211", "json-range", "", 1),
        ("0.98765432109876543219", "json-range", "", 1),
    ] {
        assert_eq!(fault(text), (code, pointer.into(), 1, column), "{text:?}");
    }
}

#[test]
fn a_byte_order_mark_is_skipped_and_has_no_column() {
    assert!(faults("\u{feff}{}").is_empty());
    assert_eq!(fault("\u{feff}{]"), ("json-key", String::new(), 1, 2));
    assert_eq!(fault("\u{feff}\u{feff}{}"), ("json-value", String::new(), 1, 1), "one of them");
    assert!(quiz::read(&format!("\u{feff}{SMALL}")).0.is_some());
}

#[test]
fn columns_are_those_of_editors() {
    // Lines end in one or two bytes; the column starts anew on each.
    assert_eq!(fault("{\r\n\t\"a\": 1,\r\n  ]"), ("json-key", String::new(), 3, 3));
    assert_eq!(fault("{\n\n\"a\": x}"), ("json-value", String::new(), 3, 6));
    // An emoji outside the basic plane is two UTF-16 code units, an umlaut one.
    assert_eq!(fault("[\"\u{1f600}\", x]"), ("json-value", String::new(), 1, 8));
    assert_eq!(fault("[\"ä\", x]"), ("json-value", String::new(), 1, 7));
    // A combining mark and a joiner are units of their own.
    assert_eq!(fault("[\"e\u{301}\u{1f469}\u{200d}\u{1f4bb}\" x]"), ("json-array", String::new(), 1, 12));
    let crlf = SMALL.replace('\n', "\r\n").replace("\"P\"", "\"\u{1f600}P\"").replace("\"points\":5", "\"points\":55");
    let found = quiz::read(&crlf).1;
    assert_eq!((found[0].code.word(), found[0].line, found[0].column), ("shape-range", 3, 60));
}

#[test]
fn escapes_are_read_and_lone_halves_are_all_reported() {
    assert_eq!(string(r#""\u00e9\n\t\r\b\f\"\\\/""#), "é\n\t\r\u{8}\u{c}\"\\/");
    assert_eq!(string(r#""a\ud83d\ude00b""#), "a\u{1f600}b");
    assert_eq!(string(r#""\uD83D\uDE00\uFFFF\u0000""#), "\u{1f600}\u{ffff}\0");
    assert_eq!(string("\"ä\u{1f600}\u{7f}\""), "ä\u{1f600}\u{7f}", "a character of any plane may stand as it is");
    let places = |text: &str| {
        faults(text)
            .into_iter()
            .map(|problem| (problem.code.word(), problem.pointer, problem.column))
            .collect::<Vec<_>>()
    };
    let lone = |pointer: &str, column| ("json-surrogate", pointer.to_owned(), column);
    assert_eq!(places(r#"["\ud800", "\udc00"]"#), [lone("/0", 3), lone("/1", 13)]);
    assert_eq!(places(r#""\ud83dx""#), [lone("", 2)]);
    assert_eq!(places(r#""\ud83d\n""#), [lone("", 2)]);
    assert_eq!(places(r#""\ude00\ud83d""#), [lone("", 2), lone("", 8)], "the wrong way round");
    assert_eq!(places(r#""\ud83d\ud83d\ude00""#), [lone("", 2)], "the second begins a pair");
    assert_eq!(places(r#"{"\ud800":1}"#), [lone("", 3)], "in a name");
    assert_eq!(places(r#"["\ud83d\u00"]"#)[0].0, "json-escape");
}

/// The first 5 bytes, the first 6, … of a document: always a problem, never a panic. Nothing but the end of a text is
/// ever said to be wrong, save where half a word stands there.
#[test]
fn a_document_cut_off_anywhere_is_a_problem() {
    let text = SMALL
        .replace("\"T\"", "\"\u{1f600} *ä* \\u00e9\\ud83d\\ude00\\n\"")
        .replace("\"grade\":0", "\"grade\":0e0,\"x\":[true,null,-1.5]");
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let (quiz, problems) = quiz::read(&text[..end]);
        assert!(quiz.is_none() && !problems.is_empty(), "cut at {end}");
        let last = problems.last().unwrap();
        assert!(matches!(last.code.word(), "json-end" | "json-value" | "json-surrogate"), "cut at {end}: {last:?}");
        assert!(last.line > 0 && last.column > 0);
    }
    // At every byte, characters of several bytes included: what arrives is not UTF-8 or is cut.
    for end in 0..text.len() {
        let lossy = String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned();
        assert!(quiz::read(&lossy).0.is_none(), "cut at byte {end}");
    }
}

#[test]
fn depth_32_is_read_and_33_is_not() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(faults(&nested(32)).is_empty());
    assert_eq!(fault(&nested(33)), ("cap-depth", "/0".repeat(32), 1, 33));
    let objects = |depth: usize| format!("{}0{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    assert!(faults(&objects(32)).is_empty());
    assert_eq!(fault(&objects(33)).0, "cap-depth");
    assert_eq!(fault(&"[".repeat(1_000_000)).0, "cap-depth");
    assert_eq!(fault(&"[{\"a\":".repeat(100_000)).0, "cap-depth");
}

#[test]
fn two_megabytes_are_read_and_one_byte_more_is_not() {
    let most = 2 * 1024 * 1024;
    let padded = |length: usize| format!("{SMALL}{}", " ".repeat(length - SMALL.len()));
    assert!(quiz::read(&padded(most)).0.is_some());
    assert_eq!(problems_of(&padded(most + 1)), [("cap-bytes", String::new())]);
    assert!(quiz::read(&format!("\u{feff}{}", padded(most))).0.is_some(), "a byte order mark is not counted");
}

#[test]
fn strings_of_20_kilobytes_are_read_and_one_byte_more_is_not() {
    let most = 20 * 1024;
    let title = |title: &str| SMALL.replace("\"T\"", &format!("\"{title}\""));
    assert!(problems_of(&title(&"x".repeat(most))).is_empty());
    assert_eq!(problems_of(&title(&"x".repeat(most + 1))), [("cap-string", "/title".into())]);
    // Counted as it is read: an escape of six bytes is one, an umlaut two.
    assert!(problems_of(&title(&"\\u0041".repeat(most))).is_empty());
    assert_eq!(problems_of(&title(&"\\u0041".repeat(most + 1))), [("cap-string", "/title".into())]);
    assert!(problems_of(&title(&"ä".repeat(most / 2))).is_empty());
    assert_eq!(problems_of(&title(&"ä".repeat(most / 2 + 1))), [("cap-string", "/title".into())]);
    let name = "n".repeat(most + 1);
    assert_eq!(
        problems_of(&SMALL.replace("\"id\":\"q\"", &format!("\"id\":\"q\",\"{name}\":0")))[0].0,
        "cap-string",
        "names too"
    );
}

#[test]
fn lists_are_read_to_their_caps() {
    let item = |id: usize| json!({ "id": format!("i{id}"), "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": [{ "skill": "s" }] });
    let items = |count: usize| quiz_of(&(0..count).map(item).collect::<Value>()).to_string();
    assert!(problems_of(&items(2_000)).is_empty());
    assert_eq!(problems_of(&items(2_001)), [("shape-many", "/items".into())]);

    let option =
        |id: usize| json!({ "id": format!("o{id}"), "text": format!("T{id}"), "keys": [{ "skill": "s", "level": 1 }] });
    let options = |count: usize| {
        let options: Value = (0..count).map(option).collect();
        quiz_of(&json!([{ "id": "i", "type": "single", "prompt": "P", "options": options }])).to_string()
    };
    assert!(problems_of(&options(100)).is_empty());
    assert_eq!(problems_of(&options(101)), [("shape-many", "/items/0/options".into())]);
    assert_eq!(problems_of(&options(1)), [("shape-few", "/items/0/options".into())]);

    let skills = |count: usize| {
        let ids: Vec<String> = (0..count).map(|id| format!("s{id}")).collect();
        let keys: Value = ids.iter().take(100).map(|id| json!({ "skill": id })).collect();
        let mut quiz = quiz_of(
            &json!([{ "id": "i", "type": "likert", "prompt": "P", "points": 5, "anchors": ["no", "yes"], "keys": keys }]),
        );
        let skill =
            |id: &String| json!({ "id": id, "name": "S", "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
        quiz["skills"] = ids.iter().map(skill).collect();
        quiz.to_string()
    };
    assert!(problems_of(&skills(100)).is_empty());
    assert_eq!(problems_of(&skills(101)), [("shape-many", "/skills".into())]);
}

/// Reading goes on after a fault that is not one of syntax: four at once, in the order of their places.
#[test]
fn all_faults_come_at_once_in_the_order_of_their_places() {
    let text = SMALL
        .replace("\"about\":\"A\"", "\"abuot\":\"A\"")
        .replace("\"name\":\"S\",", "")
        .replace("\"points\":5", "\"points\":5.5")
        .replace("\"grade\":0", "\"grade\":false");
    let expected: [(&str, String); 5] = [
        ("shape-missing", String::new()),
        ("shape-unknown", "/abuot".into()),
        ("shape-missing", "/skills/0".into()),
        ("shape-whole", "/items/0/points".into()),
        ("shape-type", "/evidence/grade".into()),
    ];
    assert_eq!(problems_of(&text), expected);
    let problems = quiz::read(&text).1;
    assert!(problems.windows(2).all(|pair| (pair[0].line, pair[0].column) <= (pair[1].line, pair[1].column)));
}

/// An item of an unknown kind cannot be read, and nothing is made of that: what it would measure is not known.
#[test]
fn a_fault_does_not_drag_others_behind_it() {
    assert_eq!(problems_of(&SMALL.replace("likert", "lickert")), [("shape-word", "/items/0/type".into())]);
    assert_eq!(problems_of(&SMALL.replace("\"type\":\"likert\",", "")), [("shape-missing", "/items/0".into())]);
    let item = |item: &str| problems_of(&SMALL.replace("\"items\":[", &format!("\"items\":[{item},")));
    let slider = r#"{"id":"x","type":"slider","prompt":"P","min":2,"max":8,"step":3,"anchors":["no","yes"],"keys":[{"skill":"s"}]}"#;
    let number =
        r#"{"id":"x","type":"number","prompt":"P","correct":8,"min":2,"max":8,"keys":[{"skill":"s","level":2}]}"#;
    for (text, from, to, codes) in [
        (slider, "", "", vec![]),
        (slider, "\"min\":2", "\"min\":\"2\"", vec![("shape-type", "/items/0/min")]),
        (slider, "\"max\":8,", "", vec![("shape-missing", "/items/0")]),
        (slider, "\"max\":8", "\"max\":-8", vec![("empty-range", "/items/0")]),
        (slider, "\"step\":3", "\"step\":null", vec![("shape-type", "/items/0/step")]),
        (slider, "\"step\":3", "\"step\":0", vec![("shape-range", "/items/0/step")]),
        (slider, "\"step\":3", "\"step\":0.001", vec![("uneven-steps", "/items/0")]),
        (number, "\"correct\":8", "\"correct\":\"8\"", vec![("shape-type", "/items/0/correct")]),
        (number, "\"min\":2", "\"min\":9", vec![("empty-range", "/items/0")]),
        (number, "\"max\":8", "\"max\":[]", vec![("shape-type", "/items/0/max")]),
        (number, "\"level\":2", "\"level\":\"2\"", vec![("shape-type", "/items/0/keys/0/level")]),
    ] {
        let codes: Vec<_> = codes.into_iter().map(|(code, at)| (code, at.to_owned())).collect();
        assert_eq!(item(&text.replace(from, to)), codes, "{to}");
    }
}

#[test]
fn a_quiz_may_stand_in_any_order_and_hold_comments() {
    let quiz: Value = serde_json::from_str(SMALL).unwrap();
    let turned: serde_json::Map<String, Value> =
        quiz.as_object().unwrap().iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect();
    assert!(problems_of(&Value::Object(turned).to_string()).is_empty());
    let commented = SMALL.replace("{\"", "{\"$comment\":\"why\",\"");
    assert!(problems_of(&commented).is_empty());
    assert_eq!(
        problems_of(&SMALL.replace("{\"format\"", "{\"$comment\":1,\"format\"")),
        [("shape-type", "/$comment".into())]
    );
}

/// What a text of a number is read as; nothing where it is out of the range that is read.
fn number(text: &str) -> Option<f64> {
    let mut problems = Problems::default();
    let tape = json::parse(text, &mut problems).unwrap_or_else(|| panic!("{text}"));
    (!problems.rejected()).then(|| tape.number(0))
}

/// Compares a number with the standard library's reading, bit for bit; false where it is out of our range.
#[track_caller]
fn agrees(text: &str) -> bool {
    let Some(found) = number(text) else { return false };
    let expected: f64 = text.parse().unwrap();
    assert_eq!(found.to_bits(), expected.to_bits(), "{text}: {found} for {expected}");
    true
}

#[test]
fn numbers_are_read_as_the_standard_library_reads_them() {
    let mut random = Random::new(20);
    let mut below = |count: u64| random.bits() % count;
    let mut read = 0;
    for _ in 0..160_000 {
        let digits = 1 + below(19) as u32;
        let mut whole = (below(10_u64.pow(digits))).to_string();
        // Zeros at the end and long runs within, which are easy to lose.
        if whole != "0" && below(4) == 0 {
            whole += &"0".repeat(below(6) as usize);
        }
        let point = below(whole.len() as u64 + 3) as usize;
        let text = match point {
            0 => format!("0.{whole}"),
            point if point < whole.len() => {
                let start = whole[..point].trim_start_matches('0');
                format!("{}.{}", if start.is_empty() { "0" } else { start }, &whole[point..])
            }
            _ => whole,
        };
        let text = match below(3) {
            0 => text,
            1 => format!("{text}e{}", below(19)),
            _ => format!("{text}E-{}", below(30)),
        };
        let sign = if below(8) == 0 { "-" } else { "" };
        read += u32::from(agrees(&format!("{sign}{text}")));
    }
    assert!(read > 120_000, "only {read} were in range");
}

/// Numbers exactly between two neighbouring f64, and those one digit beside: here a rounding that is nearly right
/// shows.
#[test]
fn halfway_cases_go_to_the_even_neighbour() {
    let mut random = Random::new(21);
    let mut halves = 0;
    for _ in 0..10_000 {
        // 54 bits, the last one set: halfway between two numbers of 53 bits.
        let odd = 1 << 53 | random.bits() >> 11 | 1;
        // Whole, doubled: halfway still, up to 2^64.
        let shift = random.bits() % 11;
        let whole = u128::from(odd) << shift;
        // Divided by a power of two, written out in decimals as far as 19 digits go.
        let places = (random.bits() % 4) as u32;
        let (units, rest) = (odd >> places, odd & ((1 << places) - 1));
        let decimals = (rest * 10_u64.pow(places)) >> places;
        let fraction = if places > 0 {
            format!("{units}.{decimals:0places$}", places = places as usize)
        } else {
            units.to_string()
        };
        // A power of ten: an odd number of 54 bits that 5^p divides is q * 5^p, so q * 10^p lies halfway too.
        let power = (random.bits() % 19) as u32;
        let five = 5_u64.pow(power);
        let quotient = (odd / five) | 1;
        let within = (u128::from(quotient) * u128::from(five)) >> 53 == 1;
        let scaled = format!("{quotient}e{power}");
        for text in [whole.to_string(), (whole + 1).to_string(), (whole - 1).to_string(), fraction] {
            halves += u32::from(agrees(&text));
        }
        halves += u32::from(agrees(&scaled) && within);
        agrees(&format!("{}e{power}", quotient + 1));
    }
    assert!(halves > 40_000, "only {halves} were in range");
    // The textbook cases: 2^53 + 1 to even below, 2^53 + 3 to even above.
    assert_eq!(number("9007199254740993"), Some(9_007_199_254_740_992.0));
    assert_eq!(number("9007199254740995"), Some(9_007_199_254_740_996.0));
    assert_eq!(
        number("900719925474099300000000000000000e-17"),
        Some(9_007_199_254_740_992.0),
        "zeros at the end cost no digits"
    );
}

#[test]
fn numbers_at_the_ends_of_the_range() {
    for text in [
        "0",
        "-0",
        "0e0",
        "0.000",
        "0e400",
        "1e18",
        "1e-37",
        "9999999999999999999e18",
        "1234567890123456789e-37",
        "1.0000000000000000000000e2",
        "1e007",
        "1E+2",
    ] {
        assert!(agrees(text), "{text}");
    }
    for text in [
        "1e19",
        "1e-38",
        "1e400",
        "-1e400",
        "18446744073709551616",
        "0.100000000000000000001",
        "1e99999999999999999999",
    ] {
        assert_eq!(number(text), None, "{text}");
    }
    // A long row of zeros and a large exponent that nearly cancel: one power of ten too many is out of range, not lost.
    let zeros = "0".repeat(10_018);
    assert_eq!(number(&format!("0.{zeros}1e20000")), None);
    assert_eq!(number(&format!("1{zeros}e-20000")), None);
    assert!(agrees(&format!("1{zeros}e-10018")));
    assert!(agrees(&format!("0.{zeros}1e10019")));
}

/// A number that could not be read is one problem: nothing else is said of it, nor of what hangs together with it.
#[test]
fn a_number_out_of_range_is_one_problem() {
    let graded = SMALL.replace(
        r#""grade":0,"note":"N""#,
        r#""grade":2,"note":"N","experts":{"count":5,"roles":"R","agreement":0.5},"people":1e30,"reliability":0.9"#,
    );
    let changes = [
        SMALL.replace("\"points\":5", "\"points\":1e400"),
        SMALL.replace("\"grade\":0", "\"grade\":-1e30"),
        SMALL.replace("\"title\":\"T\"", "\"title\":\"T\",\"minutes\":[1e19,2]"),
        graded,
    ];
    for text in changes {
        let codes: Vec<&str> = metier::quiz::read(&text).1.iter().map(|problem| problem.code.word()).collect();
        assert_eq!(codes, ["json-range"], "{text}");
    }
    let profile = r#"{"skills":[{"skill":"customer","level":1e400,"se":0.5}]}"#;
    let codes: Vec<&str> = metier::roles::person::read(profile, &crate::support::catalogue())
        .1
        .iter()
        .map(|problem| problem.code.word())
        .collect();
    assert_eq!(codes, ["json-range"]);
}

#[test]
fn a_comment_may_stand_among_a_translation_s_strings() {
    let text = SMALL.replace(
        "\"evidence\"",
        r#""translations":[{"language":"de","strings":{"$comment":"Not yet.","title":"T"}}],"evidence""#,
    );
    let problems = metier::quiz::read(&text).1;
    assert!(problems.iter().all(|problem| problem.code.word() == "missing-translation"), "{problems:?}");
    let wrong = text.replace("\"Not yet.\"", "7");
    assert!(metier::quiz::read(&wrong).1.iter().any(|problem| problem.code.word() == "shape-type"));
}
