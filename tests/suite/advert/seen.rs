//! No number rests on anything invisible: every word that is read, and so every cue that counts, is among the parts
//! that are shown.

use super::pieces::PIECES;
use super::{document, reader, reader_of};
use metier::advert::fold::{Class, fold};
use metier::advert::report::{Report, Shown};
use metier::advert::words::words;
use metier::advert::{Reader, Unit};
use metier::closed::Closed;
use metier::numeric::random::Random;
use serde_json::json;

/// What is shown of a stretch of a text, in code units of UTF-16.
fn shown(text: &[u16], shown: &Shown, (start, end): (u32, u32)) -> String {
    let mut found = String::new();
    for part in shown.parts.iter().filter(|part| part.start < end && start < part.end) {
        match &part.stands {
            Some(stands) => found += stands,
            None => {
                found += &String::from_utf16_lossy(&text[part.start.max(start) as usize..part.end.min(end) as usize])
            }
        }
    }
    found
}

/// The letters of a text as the lexicon sees them, `and` for an `&`.
fn letters(text: &str) -> String {
    let mut letters = String::new();
    for character in text.chars() {
        if fold(character, &mut letters) == Class::And {
            letters += "and";
        }
    }
    letters
}

/// Every word is shown at its place, letter by letter; parts are in order and do not overlap; every cue is among them.
fn hold(reader: &Reader, text: &str) {
    let read = words(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let Ok(report) = reader.read(text, "en", None, Unit::Utf16) else { return };
    let parts = report.shown.as_ref().unwrap();
    assert!(parts.parts.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text:?}");
    assert!(parts.parts.last().is_some_and(|last| last.ends && last.end as usize <= units.len()), "{text:?}");
    for (index, word) in read.list.iter().enumerate() {
        let seen = shown(&units, parts, (word.start.unit, word.end.unit));
        assert_eq!(letters(&seen), read.letters(index), "{seen:?} in {text:?}");
    }
    for (start, end) in places(&report) {
        let seen = letters(&shown(&units, parts, (start, end)));
        let within = |index: &usize| read.list[*index].start.unit >= start && read.list[*index].end.unit <= end;
        let wanted: String = (0..read.list.len()).filter(within).map(|index| read.letters(index)).collect();
        assert!(!wanted.is_empty(), "a cue without a word in {text:?}");
        assert_eq!(seen.replace("and", ""), wanted.replace("and", ""), "{text:?}");
    }
}

/// The places of cues and facts.
fn places(report: &Report<'_>) -> Vec<(u32, u32)> {
    let facts = [&report.seniority, &report.musts, &report.superlatives]
        .into_iter()
        .flatten()
        .map(|fact| (fact.start, fact.end));
    let years = report.years.iter().map(|years| (years.start, years.end));
    report.spans.iter().map(|span| (span.start, span.end)).chain(facts).chain(years).collect()
}

#[test]
fn every_word_that_is_read_is_shown() {
    let reader = reader();
    let mut random = Random::new(11);
    let mut below = |most: usize| (random.uniform() * most as f64) as usize;
    for _ in 0..10_000 {
        let text: String = (0..1 + below(24)).map(|_| PIECES[below(PIECES.len())]).collect();
        hold(&reader, &text);
    }
}

/// Two readers of tags once did not agree on values in quotation marks: cues counted that nothing on the page showed.
#[test]
fn what_a_tag_quotes_is_neither_counted_nor_shown() {
    let text = format!("{}<a b=\"product vision. roads. deep systems. > \"<", "filler ".repeat(60));
    let reader = reader();
    hold(&reader, &text);
    let report = reader.read(&text, "en", None, Unit::Utf16).unwrap();
    let seen: String =
        shown(&text.encode_utf16().collect::<Vec<_>>(), report.shown.as_ref().unwrap(), (0, text.len() as u32));
    assert_eq!(report.spans.len(), 3, "the tag does not close, so that all of it is text");
    assert!(seen.contains("product vision"));
    let closed = format!("{text}>");
    let report = reader.read(&closed, "en", None, Unit::Utf16).unwrap();
    let seen: String =
        shown(&closed.encode_utf16().collect::<Vec<_>>(), report.shown.as_ref().unwrap(), (0, closed.len() as u32));
    assert_eq!(report.spans.len(), if seen.contains("product vision") { 3 } else { 0 });
}

#[test]
fn names_of_characters_are_shown_as_characters() {
    let reader = reader();
    let text = "r&ouml;ads &amp; caf&eacute; &oslash; &nothing; &#7;<br>a &lt;b&gt;";
    let report = reader.read(text, "en", None, Unit::Utf16).unwrap();
    let parts = report.shown.unwrap();
    let lines = |parts: &Shown| {
        let mut lines = vec![String::new()];
        for part in &parts.parts {
            let letters =
                part.stands.clone().unwrap_or_else(|| text[part.start as usize..part.end as usize].to_owned());
            lines.last_mut().unwrap().push_str(&letters);
            if part.ends {
                lines.push(String::new());
            }
        }
        lines
    };
    assert!(parts.tagged);
    assert_eq!(lines(&parts), ["ro\u{308}ads & cafe\u{301} ø &nothing; &#7;", "a <b>", ""]);
    assert!(
        reader
            .read("a\r\nb", "en", None, Unit::Utf16)
            .unwrap()
            .shown
            .is_some_and(|shown| !shown.tagged && shown.parts.len() == 2)
    );
    assert!(reader.read(text, "en", None, Unit::Byte).unwrap().shown.is_none(), "the command line draws nothing");
}

/// Words that the end of a line divides are one where the lexicon knows it.
#[test]
fn words_divided_at_the_end_of_a_line_are_one_where_it_is_known() {
    let reader = reader();
    for (text, found) in [
        ("own the pro-\nduct vision", vec!["pro-\nduct vision"]),
        ("own the prod\u{2010}\r\n  uct vi-\nsion and ro-\nads", vec!["prod\u{2010}\r\n  uct vi-\nsion", "ro-\nads"]),
        ("deep-\nsystems", vec!["deep-\nsystems"]),
        ("roads- \nWhat you will do", vec!["roads"]),
        ("roads-\nwhat", vec!["roads"]),
        ("deep-\ner systems", vec![]),
        ("a pro- duct vision", vec![]),
        ("a pro-\n\nduct vision", vec![]),
        ("own ro-\n\nads", vec!["ro-\n\nads"]),
        ("own ro-\n\n\nads", vec![]),
        ("a pro-\n- duct vision", vec![]),
    ] {
        let report = reader.read(text, "en", None, Unit::Byte).unwrap();
        let spans: Vec<&str> = report.spans.iter().map(|span| &text[span.start as usize..span.end as usize]).collect();
        assert_eq!(spans, found, "{text:?}");
    }
    let lines = reader
        .read("What you will do\nown the pro-\nduct vision\n- ro-\nads\nBenefits\nroads", "en", None, Unit::Byte)
        .unwrap();
    let sections: Vec<_> = lines.spans.iter().map(|span| (span.state.word(), span.section.map(Closed::word))).collect();
    assert_eq!(sections, [("counted", Some("duties")), ("counted", Some("duties")), ("left-out", Some("benefits"))]);
}

/// Six loanwords in a text of another language give no shares.
#[test]
fn a_text_in_another_language_has_no_shares() {
    let mut document = document();
    document["model"]["common"] = json!(0.05);
    document["common"] = json!(["the", "and", "of", "you"]);
    let reader = reader_of(&document);
    let german = "Wir suchen jemanden f\u{fc}r product vision und roads sowie deep systems. ".repeat(10);
    let report = reader.read(&german, "en", None, Unit::Byte).unwrap();
    assert_eq!((report.verdict.word(), report.breadth, report.product), ("other-language", None, None));
    assert!(report.archetypes.iter().all(|archetype| archetype.share.is_none() && archetype.part.is_none()));
    assert!(!report.spans.is_empty(), "what was found is shown all the same");
    let english = "You own the product vision, the roads and parts of deep systems and a shared sense. ".repeat(10);
    assert_ne!(reader.read(&english, "en", None, Unit::Byte).unwrap().verdict.word(), "other-language");
    // A paragraph in English about the employer does not make it an English advert, nor one in German a German one.
    let (mut paragraphs, mut mixed) = (vec![german.as_str(); 3], "The best of the roads and of you. ".repeat(8));
    paragraphs.push(&mixed);
    assert_eq!(reader.read(&paragraphs.join("\n\n"), "en", None, Unit::Byte).unwrap().verdict.word(), "other-language");
    // An English line at the end of a German advert, however long, holds none of its phrases.
    let verdict = |text: &str| reader.read(text, "en", None, Unit::Byte).unwrap().verdict.word();
    mixed = [german.clone(), "You are welcome as you are, and the best of you is what we want of all. ".repeat(12)]
        .join("\n\n");
    assert_eq!(verdict(&mixed), "other-language");
    mixed = [english.as_str(), &english, &german].join("\n\n");
    assert_ne!(reader.read(&mixed, "en", None, Unit::Byte).unwrap().verdict.word(), "other-language");
    // A bare list has few of the words that sentences need; in its language it is full of phrases, in another it is not.
    assert_ne!(verdict(&"- product vision\n- roads, B2B\n- deep systems\n".repeat(10)), "other-language");
    assert_eq!(
        verdict(&"- product vision\n- Kantine, Urlaub\n- gute Anbindung, ruhige Lage\n".repeat(10)),
        "other-language"
    );
    assert_eq!(
        reader.read("product vision, roads", "en", None, Unit::Byte).unwrap().verdict.word(),
        "too-short",
        "too short to tell"
    );
}
