//! What arrives from elsewhere is taken as it is meant, or said to be wrong: encodings, numbers as people type them,
//! days to come, seeds, names that a spreadsheet would run.

use crate::support::{SMALL, Scratch, metier, text_of};
use metier::saved::Saved;
use metier::session;
use serde_json::{Value, json};

/// A text in UTF-16, little end first, with a byte order mark: what some shells print into a file.
fn wide(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

#[test]
fn a_starter_in_two_bytes_a_letter_is_a_quiz() {
    let starter = metier(&["new"], "").out;
    let said = "-: 0 errors, 1 warning\nwarning[text-wide]: The file is in UTF-16 or UTF-32, which a page does not read.\n  \
        hint: Save it with the encoding UTF-8.\n";
    let done = metier(&["check", "-"], wide(&starter));
    assert_eq!((done.code, done.out.as_str()), (0, said));
    let big: Vec<u8> = SMALL.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(metier(&["check", "-"], big).out, said, "without a mark, too");
}

#[test]
fn adverts_and_tables_of_the_west_are_read_and_documents_are_not() {
    let advert = metier(&["advert", "-"], b"Caf\xe9 \x96 own the roadmap");
    assert_eq!(advert.code, 0);
    let report: Value = serde_json::from_str(&advert.out).unwrap();
    assert_eq!(report["words"], 4);
    let said = "warning[text-western]: The file is not in UTF-8 and was read as Windows-1252; look whether letters with accents are right.\n  \
        hint: Save it with the encoding UTF-8 to be sure.\n";
    assert_eq!(advert.err, format!("-: 0 errors, 1 warning\n{said}"));
    let table = metier(&["quality", "-"], b"person;q1;q2\nJos\xe9;1;2\nb;2;1\n");
    assert!(table.out.contains("\nJosé,2,"), "{}", table.out);
    let quiz = metier(&["check", "-"], b"{\"title\":\"Caf\xe9\"}");
    assert!(quiz.out.contains("error[text-utf8] 1:14: "), "{}", quiz.out);
}

#[test]
fn a_file_that_is_no_text_is_named() {
    for (start, kind) in [
        (&b"%PDF-1.7\n%\xe2\xe3"[..], "a PDF"),
        (b"PK\x03\x04\x14", "a ZIP archive, as documents of Word, Excel and LibreOffice are"),
        (b"PK\x05\x06\0\0", "a ZIP archive with nothing in it"),
        (b"\x1f\x8b\x08\0", "compressed by gzip"),
        (b"GIF89a\x01\0", "a picture"),
    ] {
        for words in [&["advert", "-"][..], &["match", "-"], &["reliability", "-"]] {
            let done = metier(words, start);
            let said = format!(
                "-: 1 error, 0 warnings\nerror[file-kind]: The file is {kind}, and no text.\n  hint: Save or copy what it says as plain text.\n"
            );
            assert_eq!((done.code, done.err), (1, said));
        }
    }
}

#[test]
fn the_starter_is_written_into_a_new_file() {
    let place = Scratch::new("");
    let path = format!("{}-new.json", place.path());
    let done = metier(&["new", "--output", &path], "");
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text_of("src/bin/metier/starter.json"));
    std::fs::write(&path, "mine").unwrap();
    let again = metier(&["new", "--output", &path], "");
    assert!(again.code == 1 && again.err.contains("error[file-write]: The file cannot be written: "), "{}", again.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine", "nothing is written over");
    std::fs::remove_file(path).unwrap();
}

/// One question for a number from 0 to 2000.
fn counting() -> String {
    SMALL.replace(
        r#"{"id":"i","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]}"#,
        r#"{"id":"n","type":"number","prompt":"P","correct":1000,"keys":[{"skill":"s","level":3}]}"#,
    )
}

#[test]
fn a_number_that_may_be_either_is_asked_for_again() {
    let quiz = Scratch::new(counting());
    let take = |typed: &str| metier(&["take", quiz.path()], typed);
    for typed in ["1.000\n1000\n", "1,000\n1 000\n", "1.000\n１０００\n"] {
        let done = take(typed);
        assert_eq!(done.code, 0, "{typed}");
        let first = typed.lines().next().unwrap();
        assert!(done.out.contains(&format!("“{first}” may be 1000 or 1.\n")), "{}", done.out);
        assert_eq!(done.out.matches("Question 1 of 1.").count(), 2);
    }
    for typed in ["1.000.000\n", "1.000,0\n", "1000,5\n", "१०००\n", "1'000.0\n"] {
        let done = take(typed);
        assert_eq!((done.code, done.out.matches("Question 1 of 1.").count()), (0, 1), "{typed}: {}", done.out);
    }
}

/// Where the bounds of the item leave one reading, that is taken.
#[test]
fn of_two_readings_that_within_the_bounds_is_taken() {
    for (bounds, typed, asked) in [
        (r#""min":0,"max":2000,"#, "1.500\n1000\n", 2),
        (r#""min":100,"max":2000,"#, "1.500\n", 1),
        (r#""min":500,"#, "1,500\n", 1),
        (r#""min":0,"max":1000,"#, "1.500\n", 1),
        (r#""max":1000,"#, "-1,500\n1\n", 2),
        (r#""min":-2,"max":1000,"#, "-1,500\n", 1),
    ] {
        let quiz = Scratch::new(counting().replace(r#""correct""#, &format!(r#"{bounds}"correct""#)));
        let done = metier(&["take", quiz.path()], typed);
        assert_eq!(
            (done.code, done.out.matches("Question 1 of 1.").count()),
            (0, asked),
            "{bounds} {typed}: {}",
            done.out
        );
    }
}

/// The same option twice on one line is no answer: one of the two would be lost.
#[test]
fn an_option_that_is_answered_twice_is_said_to_be() {
    let quiz = Scratch::new(SMALL.replace(
        r#"{"id":"i","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]}"#,
        r#"{"id":"w","type":"allocate","prompt":"P","total":10,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":3}]},{"id":"b","text":"B","keys":[{"skill":"s","level":1}]}]}"#,
    ));
    let done = metier(&["take", quiz.path()], "a=4 a=6\na=4 b=6\n");
    assert_eq!(done.code, 0, "{}", done.out);
    assert!(done.out.contains("There are two answers for “a”.\n"), "{}", done.out);
    assert_eq!(done.out.matches("Question 1 of 1.").count(), 2);
}

/// What was typed beside the pairs is not passed over, and half a number is no number.
#[test]
fn all_that_was_typed_is_read() {
    let quiz = Scratch::new(SMALL.replace(
        r#"{"id":"i","type":"likert","prompt":"P","points":5,"anchors":["no","yes"],"keys":[{"skill":"s"}]}"#,
        r#"{"id":"w","type":"allocate","prompt":"P","total":10,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":3}]},{"id":"b","text":"B","keys":[{"skill":"s","level":1}]}]}"#,
    ));
    let asked = |typed: &str| {
        let done = metier(&["take", quiz.path()], format!("{typed}\na=4 b=6\n"));
        assert_eq!(done.code, 0, "{typed}: {}", done.out);
        done.out.matches("Question 1 of 1.").count()
    };
    for typed in ["a=3,5 b=7", "a=4 b=6 oops", "oops", "a=4 oops,b=6", "a=4,b=6,5"] {
        assert_eq!(asked(typed), 2, "{typed}");
    }
    for typed in ["a=4 b=6", "a=4,b=6", "a=4, b=6,", "b=6\ta=4"] {
        assert_eq!(asked(typed), 1, "{typed}");
    }
}

/// A saved profile with results of these days, each of its own quiz.
fn profile(days: &[&str]) -> String {
    let result = |(number, day): (usize, &&str)| {
        let quiz = SMALL.replace("\"id\":\"q\"", &format!("\"id\":\"q{number}\"")).replace('\n', " ");
        format!("{{\"quiz\":{quiz},\"language\":\"en\",\"seed\":1,\"taken\":\"{day}\",\"answers\":{{\"i\":3}}}}")
    };
    let results: Vec<String> = days.iter().enumerate().map(result).collect();
    format!("{{\"format\":\"metier-profile/1\",\"results\":[\n{}\n]}}", results.join(",\n"))
}

#[test]
fn a_result_of_a_day_to_come_is_remarked() {
    let done = metier(&["check", "-"], profile(&["2026-01-01", "2999-01-01"]));
    let said = "warning[profile-future] 3:1 /results/1: This result is of 2999-01-01, a day to come: it stays the newest of its quiz until then.\n  \
        hint: Was the clock of the device wrong? Correct the day in the file, or take the result out.\n";
    assert_eq!((done.code, done.out), (0, format!("-: 0 errors, 1 warning\n{said}")));
    let mut saved = Saved::open(&profile(&["2026-01-01", "2026-01-02"]), "").unwrap();
    saved.look_ahead("2026-01-01");
    assert_eq!(
        saved.problems.iter().map(|problem| problem.pointer.as_str()).collect::<Vec<_>>(),
        ["/results/1"],
        "tomorrow is a day to come"
    );
    saved.problems.clear();
    saved.look_ahead("2026-01-02");
    assert!(saved.problems.is_empty());
}

/// Its warnings are of a text that Metier made for the match, which nobody can look into.
#[test]
fn warnings_of_a_match_have_the_places_of_no_other_text() {
    let done = metier(&["match", "-"], profile(&["2026-01-01"]));
    assert_eq!(
        done.err, "-: 0 errors, 1 warning\nwarning[skill-left-out]: The catalogue has no skill “s”; it is left out.\n",
        "no line, no column, no pointer"
    );
}

/// What is no result is said, and stays in the text whatever is added or taken out.
#[test]
fn a_kept_result_that_is_none_is_reported_and_not_lost() {
    let text = "{\"format\":\"metier-profile/1\",\"results\":[null]}";
    let done = metier(&["check", "-"], text);
    assert_eq!(
        done.out,
        "-: 1 error, 0 warnings\nerror[shape-type] 1:41 /results/0: The value must be a JSON object.\n"
    );
    let saved = Saved::open(text, "").unwrap();
    assert_eq!((saved.results.len(), saved.problems[0].code.word()), (1, "shape-type"));
    let one = Saved::open(&profile(&["2026-01-01"]), "").unwrap();
    let result =
        one.text()[one.text().find("{\"quiz\"").unwrap()..].trim_end_matches(['\n', ']', '}']).to_owned() + "}}";
    let more = Saved::open(&saved.add(&result).unwrap(), "").unwrap();
    assert_eq!(more.results.iter().map(|kept| kept.whole).collect::<Vec<_>>(), [false, true]);
    assert!(more.text().contains("null"));
    assert!(one.take_in(&saved).unwrap().contains("null"), "and comes along");
}

#[test]
fn a_seed_out_of_range_is_a_problem() {
    for number in [4_294_967_296.0, -1.0, 1.5, f64::NAN, f64::INFINITY] {
        assert_eq!(session::seed(number).unwrap_err().code.word(), "seed-range", "{number}");
    }
    assert_eq!([0.0, 1.0, 4_294_967_295.0].map(|number| session::seed(number).unwrap()), [0, 1, u32::MAX]);
    for (seed, code) in [("4294967296", "shape-range"), ("-1", "shape-range"), ("1.5", "shape-whole")] {
        let done = metier(&["check", "-"], profile(&["2026-01-01"]).replace("\"seed\":1", &format!("\"seed\":{seed}")));
        assert!(
            done.out.contains(&format!("error[{code}] 2:")) && done.out.contains("/results/0/seed: "),
            "{}",
            done.out
        );
        let call = metier(&["take", "www/quizzes/pace.json", &format!("--seed={seed}")], "");
        assert!(call.code == 2 && call.err.contains("invalid value"), "{}", call.err);
    }
}

/// Names of people reach a spreadsheet as text, unless the plain text is asked for.
#[test]
fn no_printed_name_runs_in_a_spreadsheet() {
    let answers = "person,q1,q2\n\"=cmd|'/C calc'!A0\",0,1\n@x,1,0\n+1 2,1,1\n-3,0,0\n";
    let names = |words: &[&str]| {
        let done = metier(words, answers);
        assert_eq!(done.code, 0, "{}", done.err);
        done.out.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["quality", "-"]), ["'=cmd|'/C calc'!A0", "'@x", "'+1 2", "-3"]);
    assert_eq!(names(&["quality", "-", "--raw"]), ["=cmd|'/C calc'!A0", "@x", "+1 2", "-3"]);
    let bank = Scratch::new("item,model,a,b1\nq1,2pl,1,0\nq2,2pl,1,1\n");
    let estimate = ["estimate", "--items", bank.path(), "--responses", "-", "--method", "eap"];
    assert_eq!(names(&estimate)[0], "'=cmd|'/C calc'!A0");
    assert_eq!(names(&[&estimate[..], &["--raw"]].concat())[0], "=cmd|'/C calc'!A0");
    // As tables are often typed: a blank beside a cell.
    let blank = Scratch::new(" item, model, a, b1\nq1 , 2pl, 1.0, 0\nq2, 2pl,1 , 1 \n");
    assert_eq!(
        metier(&["estimate", "--items", blank.path(), "--responses", "-", "--method", "eap"], answers).out,
        metier(&estimate, answers).out
    );
    let curves = metier(&["curves", "--items", "-", "--at=0"], "item,model,b1\n=1+1,1pl,0\n").out;
    assert!(curves.contains("\n'=1+1,0,"), "{curves}");
}

/// Options that only their numbers tell apart, and a product with its stars.
#[test]
fn no_mark_is_taken_away_that_tells_texts_apart() {
    let options = |texts: [&str; 3]| {
        let key = |number: usize| json!([{ "skill": "s", "level": number }]);
        let option = |(number, text): (usize, &str)| {
            json!({ "id": format!("o{number}"), "text": text, "keys": key(number) }).to_string()
        };
        let options: Vec<String> = texts.into_iter().enumerate().map(option).collect();
        SMALL.replace(
            "\"items\":[",
            &format!(
                "\"items\":[{{\"id\":\"c\",\"type\":\"single\",\"prompt\":\"What is 2*3*4?\",\"options\":[{}]}},",
                options.join(",")
            ),
        )
    };
    let check = |texts: [&str; 3]| metier(&["check", "-"], options(texts)).out;
    assert_eq!(check(["1. Stock", "2. Stock", "3. Stock"]), "-: 0 errors, 0 warnings\n");
    let quiz = Scratch::new(options(["1. Stock", "2. Stock", "- Stock"]));
    let shown = metier(&["take", quiz.path()], "").out;
    for words in ["What is 2*3*4?", "o0) 1. Stock", "o1) 2. Stock", "o2) - Stock"] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    for texts in [
        ["Stock", "Sto\u{ad}ck", "x"],
        ["Stock", "**Stock**", "x"],
        ["a  b", "x", "a\nb"],
        ["`a`", "a", "x"],
        ["a\u{a0}b", "a b", "x"],
    ] {
        assert!(check(texts).contains("error[unreachable-option] "), "{texts:?}");
    }
    for texts in [["1. a", "1. b", "a"], ["a\n\n- b\n- c", "a b c", "x"], ["1. a\n2. b", "2. a\n3. b", "a b"]] {
        assert_eq!(check(texts), "-: 0 errors, 0 warnings\n", "{texts:?}");
    }
}

/// A name of a file may hold what a terminal obeys.
#[test]
fn the_name_of_a_file_steers_no_terminal() {
    let done = metier(&["check", "no\u{1b}[2J\nfile.json"], "");
    assert!(done.out.starts_with("no\\u{1b}[2J\\u{a}file.json: 1 error"), "{}", done.out);
}

/// Thirty names of 20 KB, one within the other, and a hundred problems below them: what is told stays short.
#[test]
fn long_names_and_words_are_told_by_their_beginning() {
    let name = "n".repeat(20_000);
    let open: String = (0..28).map(|_| format!("{{\"{name}\":")).collect();
    let wrong = vec!["\"\\ud800\""; 120].join(",");
    let text = format!("{open}[{wrong}]{}", "}".repeat(28));
    let (quiz, problems) = metier::quiz::read(&text);
    assert!(quiz.is_none() && problems.len() > 100, "{} problems", problems.len());
    let longest = problems.iter().map(|problem| problem.pointer.len()).max();
    assert!(longest.is_some_and(|longest| (3_000..8_000).contains(&longest)), "{longest:?}");
    let word = json!({ "format": "w".repeat(20_000) }).to_string();
    let told = metier(&["check", "-"], &word).out;
    assert!(told.contains(&"w".repeat(900)) && told.len() < 10_000, "{} bytes", told.len());
}
