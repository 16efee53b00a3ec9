//! Adverts: places that are exact, values that add up, what counts and what does not, and adverts of our own.

mod denied;
mod language;
mod own;
mod pieces;
mod places;
mod seen;

use crate::support::{Scratch, catalogue, metier, text_of};
use metier::advert::lexicon::{self, Lexicon};
use metier::advert::meets::Person;
use metier::advert::report::Report;
use metier::advert::{MOST, Reader, Unit};
use metier::closed::Closed;
use metier::roles::person;
use serde_json::{Value, json};

/// A small lexicon; most of its phrases are not words of any advert, so that nothing else is found.
fn document() -> Value {
    let archetype =
        |id: &str, product: f64| json!({ "id": id, "name": id.to_uppercase(), "product": product, "role": id });
    let phrase = |phrase: &str, archetype: &str, weight: f64| json!({ "phrase": phrase, "for": [{ "archetype": archetype, "weight": weight }] });
    let other = json!({ "id": "other", "name": "Other", "product": -2, "shown": false });
    let mut both = phrase("shared sense", "pm", 1.0);
    both["for"].as_array_mut().unwrap().push(json!({ "archetype": "tpm", "weight": 3 }));
    let mut vision = phrase("product vision", "pm", 2.0);
    vision["skills"] = json!(["strategy", "customer"]);
    let mut systems = phrase("deep systems", "tpm", 4.0);
    systems["skills"] = json!(["technical"]);
    json!({
        "format": "metier-advert/1", "id": "l", "version": "1", "language": "en", "title": "T", "about": "A",
        "model": { "saturation": 1.2, "slope": 0.75, "length": 100, "temperature": 6, "reach": 3, "least_words": 60, "least_phrases": 3,
            "product_base": -1, "broad": 1.9, "musts": 2, "note": "N" },
        "archetypes": [archetype("pm", 0.5), archetype("tpm", 0.25), other],
        "phrases": [vision, phrase("road*", "pm", 1.0), systems, both, phrase("nursing", "other", 2.0), phrase("ward", "other", 1.0), phrase("shifts", "other", 1.0)],
        "sections": [{ "kind": "duties", "factor": 1.5, "headings": ["what you will do"] }, { "kind": "benefits", "factor": 0, "headings": ["benefits"] },
            { "kind": "company", "factor": 0.5, "headings": ["us"] }],
        "boilerplate": ["equal opportunity"],
        "negations": { "before": ["no", "not", "rather than"], "after": ["not needed"], "except": ["not only"] },
        "seniority": ["senior", "head of"], "musts": ["must have", "essential"], "superlatives": ["ninja*"],
        "questions": [{ "when": "always", "text": "A?" }, { "when": "superhero", "text": "S?" }, { "when": "pm", "text": "P?" }, { "when": "tpm", "text": "T?" },
            { "when": "other", "text": "O?" }],
        "prepare": [{ "skill": "strategy", "text": "*A vision* of yours.", "sources": ["S1"] }]
    })
}

fn reader_of(document: &Value) -> Reader {
    let (lexicon, problems) = lexicon::read(&document.to_string(), None);
    Reader::new(lexicon.unwrap_or_else(|| panic!("{problems:#?}")))
}

fn reader() -> Reader {
    reader_of(&document())
}

fn shipped() -> Lexicon {
    lexicon::read(&text_of("www/lexicon/product.json"), Some(&catalogue())).0.unwrap()
}

fn read<'r>(reader: &'r Reader, text: &str) -> Report<'r> {
    reader.read(text, "en", None, Unit::Byte).unwrap()
}

/// What is found: state and text of each span.
fn states(text: &str) -> Vec<(&'static str, String)> {
    let reader = reader();
    let spans = read(&reader, text).spans;
    spans.iter().map(|span| (span.state.word(), text[span.start as usize..span.end as usize].to_lowercase())).collect()
}

fn states_of(text: &str) -> String {
    states(text).iter().map(|(state, words)| format!("{words}={state} ")).collect::<String>().trim_end().to_owned()
}

#[test]
fn what_is_denied_does_not_count() {
    for (text, found) in [
        ("own the product vision", "product vision=counted"),
        ("no product vision", "product vision=negated"),
        ("not a big product vision", "product vision=negated"),
        ("not a very big product vision", "product vision=counted"),
        ("not now, a product vision", "product vision=counted"),
        ("not. Product vision", "product vision=counted"),
        ("not only a product vision", "product vision=counted"),
        ("rather than roads", "roads=negated"),
        ("rather, than roads", "roads=counted"),
        ("product vision is not needed", "product vision=negated"),
        ("product vision, not needed", "product vision=counted"),
        ("product vision and roads not needed", "product vision=negated roads=negated"),
        ("product vision may well be not needed", "product vision=counted"),
        ("not\nProduct vision", "product vision=counted"),
        ("not a\nproduct vision", "product vision=negated"),
        ("not a\n\nproduct vision", "product vision=counted"),
        ("not a<br>product vision", "product vision=counted"),
        ("no <b>product</b> vision", "product</b> vision=negated"),
    ] {
        assert_eq!(states_of(text), found, "{text}");
    }
}

#[test]
fn sentences_and_sections_that_do_not_speak_of_the_work_are_left_out() {
    for (text, found) in [
        (
            "Roads. We are an equal opportunity employer with roads, and roads. Roads",
            "roads=counted roads=left-out roads=left-out roads=counted",
        ),
        ("Equal opportunity\nroads go on here\n\nRoads", "roads=left-out roads=counted"),
        ("Equal\nopportunity for roads", "roads=left-out"),
        ("Roads\nBenefits\nfree roads\nWhat you will do\nroads", "roads=counted roads=left-out roads=counted"),
        ("Benefits:\n- no roads", "roads=left-out"),
        (
            "<h2>Benefits</h2><p>roads</p><h2>What you will do</h2><ul><li>roads<li>roads</ul>",
            "roads=left-out roads=counted roads=counted",
        ),
    ] {
        assert_eq!(states_of(text), found, "{text}");
    }
}

#[test]
fn entries_of_lists_keep_to_themselves() {
    for mark in [
        "•",
        "• ",
        "- ",
        "* ",
        "+ ",
        "– ",
        "— ",
        "▪ ",
        "● ",
        "◦\t",
        "‣ ",
        "\u{f0b7}\t",
        "·  ",
        "o ",
        "➢ ",
        "✓ ",
        "🚀 ",
        "→ ",
        "» ",
        "§ ",
        "1. ",
        "a) ",
        "<li>",
    ] {
        let text = format!("{mark}no product\n{mark}vision of roads\n{mark}product vision");
        assert_eq!(states_of(&text), "roads=counted product vision=counted", "{mark:?}");
        assert_eq!(states_of(&format!("{mark}no\n{mark}roads")), "roads=counted", "{mark:?}");
    }
    assert_eq!(states_of("•\nroads\n•\nnot\n•\nroads"), "roads=counted roads=counted", "marks on lines of their own");
    assert_eq!(
        states_of("We: • want no • roads • product vision"),
        "roads=counted product vision=counted",
        "entries within a line"
    );
}

#[test]
fn html_pasted_as_text_is_read() {
    let text = "<div class=\"x>\" data-a='roads'><p>Own the pro&shy;duct&nbsp;<b>vi</b>sion &amp; r&ouml;ads</p><script>roads</script><!-- roads --><p>deep&#32;systems</p></div>";
    assert_eq!(states_of(text), "pro&shy;duct&nbsp;<b>vi</b>sion=counted r&ouml;ads=counted deep&#32;systems=counted");
    assert_eq!(states_of("a < b roads > c <5 ms roads"), "roads=counted roads=counted");
}

/// The text of `count` words that are in no list.
fn filler(count: usize) -> String {
    "filler ".repeat(count)
}

#[test]
fn no_verdict_for_too_little() {
    let reader = reader();
    for (text, words, phrases, verdict) in [
        (String::new(), 0, 0, "too-short"),
        ("\u{feff} <p></p> &nbsp; • ".to_owned(), 0, 0, "too-short"),
        ("Roads".to_owned(), 1, 1, "too-short"),
        (format!("road; deep systems; product vision; {}", filler(54)), 59, 3, "too-short"),
        (format!("road; deep systems; product vision; {}", filler(55)), 60, 3, "one"),
        (format!("road; roads; roads; deep systems; {}", filler(55)), 60, 2, "too-few"),
        (format!("road; deep systems; no product vision; {}", filler(54)), 60, 2, "too-few"),
        (format!("roads; nursing; ward; shifts; {}", filler(56)), 60, 1, "too-few"),
    ] {
        let report = read(&reader, &text);
        assert_eq!((report.words, report.phrases, report.verdict.word()), (words, phrases, verdict), "{text}");
        assert_eq!(report.breadth.is_some(), verdict == "one");
        assert!(report.archetypes.iter().filter(|one| one.shown).all(|one| one.share.is_some() == (verdict == "one")));
    }
    let nurse = read(&reader, &format!("nursing; ward; shifts; {}", filler(57)));
    assert!(
        nurse.product.unwrap() < 0.05 && nurse.verdict.word() == "too-few",
        "no share, and surely no product role: {:?}",
        nurse.product
    );
    assert_eq!(read(&reader, &format!("roads; {}", filler(59))).product, None);
}

/// Values worked out from the formula with 40 digits, by a program that shares nothing with this one: road* twice
/// (factors 1 and 1.5), shared sense once (1.5) and deep systems once (0.5) in 65 words; norms sqrt(6)/10 for pm, 5/10
/// for tpm.
#[test]
fn scores_are_those_of_the_formula() {
    let reader = reader();
    let text = format!(
        "road\n{}\nWhat you will do\nA road! Shared sense\nAbout us\ndeep systems; {}",
        filler(40).trim(),
        filler(12).trim()
    );
    let report = read(&reader, &text);
    assert_eq!(report.words, 65);
    let score = |id: &str| report.archetypes.iter().find(|one| one.archetype == id).unwrap();
    let (pm, tpm) = (score("pm"), score("tpm"));
    for (found, expected) in [
        (pm.score, GOLDEN[0]),
        (tpm.score, GOLDEN[1]),
        (pm.share.unwrap(), GOLDEN[2]),
        (report.breadth.unwrap(), GOLDEN[3]),
        (report.product.unwrap(), GOLDEN[4]),
    ] {
        assert!((found / expected - 1.0).abs() < 1e-13, "{found} and {expected}");
    }
}

const GOLDEN: [f64; 5] = [
    14.929_948_651_895_256,
    15.172_413_793_103_448,
    0.489_898_660_400_985_6,
    1.999_935_122_350_025,
    0.999_964_928_188_687_2,
];

#[test]
fn a_superhero_is_broad_and_must_be_much() {
    let reader = reader();
    let both = format!("product vision; deep systems; shared sense; {}", filler(60));
    let words =
        |report: &Report<'_>| report.questions.iter().map(|question| question.when).collect::<Vec<_>>().join(" ");
    for (more, verdict, questions) in [
        ("", "several", "always pm tpm"),
        ("a ninja", "superhero", "always superhero pm tpm"),
        ("no ninja", "several", "always pm tpm"),
        ("sums are essential; you must have sums", "superhero", "always superhero pm tpm"),
        ("sums are essential, tea is not essential", "several", "always pm tpm"),
    ] {
        let report = read(&reader, &format!("{both} {more}"));
        assert_eq!(
            (report.verdict.word(), words(&report).as_str()),
            (verdict, questions),
            "{more}: {:?}",
            report.breadth
        );
    }
    let one = read(&reader, &format!("{}; {}", "product vision; road".repeat(3), filler(60)));
    assert_eq!(one.verdict.word(), "too-few");
    let one = read(&reader, &format!("product vision; road; shared sense; product vision; roads; {}", filler(60)));
    assert_eq!((one.verdict.word(), words(&one).as_str()), ("one", "always pm"), "{:?}", one.archetypes);
}

#[test]
fn facts_are_listed_where_they_would_count() {
    let reader = reader();
    let text = "Head of roads\nAbout us\nOver the 30 years of our history\nWhat you will do\nSenior work, 5+ years of it; at least two years here. Report to the head of tea.\n\
        Essential: tea. Not essential. Equal opportunity for ninjas who must have 3 years.\nBenefits\nessential 9 years";
    let report = read(&reader, text);
    let at = |start: u32, end: u32| &text[start as usize..end as usize];
    assert_eq!(report.seniority.iter().map(|fact| fact.word.as_str()).collect::<Vec<_>>(), ["head of", "senior"]);
    assert_eq!(
        report.years.iter().map(|years| (at(years.start, years.end), years.least)).collect::<Vec<_>>(),
        [("5+ years", 5.0), ("at least two years", 2.0)]
    );
    assert_eq!(report.musts.iter().map(|fact| at(fact.start, fact.end)).collect::<Vec<_>>(), ["Essential"]);
    assert!(report.superlatives.is_empty());
}

#[test]
fn skills_meet_the_lines_that_ask_for_them() {
    let (reader, catalogue) = (reader(), catalogue());
    let profile = r#"{"skills":[{"skill":"strategy","level":3.5,"se":0.3},{"skill":"customer","level":3.2,"se":0.3}]}"#;
    let placed = person::read(profile, &catalogue).0.unwrap();
    let person = Some(Person { catalogue: &catalogue, shown: &placed.shown });
    let text = format!(
        "{}\n- A product vision and roads, \n  product vision\n- Deep systems. Road.\n- no deep systems",
        filler(60)
    );
    let report = reader.read(&text, "en", person, Unit::Byte).unwrap();
    let met = report.meets.unwrap();
    let short: Vec<_> = met
        .iter()
        .map(|one| (&text[one.start as usize..one.end as usize], one.skill, one.state.word(), one.need))
        .collect();
    // The needs of a product manager, of the shipped catalogue: strategy 2.5, customer 3, technical 2.
    let first = "A product vision and roads, \n  product vision";
    assert_eq!(report.archetypes[0].archetype, "pm");
    assert_eq!(
        short,
        [
            (first, "strategy", "strength", Some(2.5)),
            (first, "customer", "even", Some(3.0)),
            ("Deep systems. Road", "technical", "unknown", Some(2.0))
        ]
    );
    assert_eq!((met[0].level, met[0].spread, met[0].sources.as_slice()), (Some(3.5), Some(0.3), ["S1"].as_slice()));
    assert_eq!((met[2].level, met[2].spread, met[2].prepare.blocks.len()), (None, None, 0));
    assert!(read(&reader, &text).meets.is_none(), "no profile");
    assert!(reader.read("product vision", "en", person, Unit::Byte).unwrap().meets.unwrap().is_empty(), "no verdict");
}

#[test]
fn a_long_text_is_read_and_a_longer_one_is_not() {
    let reader = Reader::new(shipped());
    for piece in [
        "product roadmap ",
        "a ",
        "<b>",
        "<!--",
        "<script>",
        "&amp;",
        "&",
        "•",
        "no ",
        "(5) ",
        "5 years ",
        "e\u{301}",
        "\u{1d40f}",
        "o \n",
        "”",
        "platform",
    ] {
        let long = piece.repeat(MOST / piece.len());
        match reader.read(&long, "en", None, Unit::Byte) {
            Ok(report) => assert!(report.product.is_none_or(f64::is_finite), "{piece:?}"),
            Err(problem) => assert_eq!(problem.code.word(), "advert-drawn", "{piece:?}"),
        }
    }
    let long = "x".repeat(MOST);
    assert_eq!(read(&reader, &long).words, 1);
    let problem = reader.read(&(long + "x"), "en", None, Unit::Byte).unwrap_err();
    assert_eq!(problem.code.word(), "advert-long");
}

#[test]
fn the_command_line_reads_adverts() {
    let lexicon = Scratch::new(document().to_string());
    let text = format!("É product vision, roads; deep systems {}", filler(60));
    let done = metier(&["advert", "-", "--lexicon", lexicon.path()], &text);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let report: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!((&report["spans"][0]["start"], &report["spans"][0]["end"]), (&json!(3), &json!(17)), "bytes");
    assert_eq!(report["meets"], Value::Null);
    let profile = Scratch::new(r#"{"skills":[{"skill":"strategy","level":3.5,"se":0.3}]}"#);
    let done = metier(&["advert", "-", "--lexicon", lexicon.path(), "--profile", profile.path()], &text);
    let report: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(report["meets"][0]["skill"], "strategy");
}
