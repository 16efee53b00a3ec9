//! Properties of every text: spans in order, exact places in both ways of counting, values that add up.

use super::pieces::PIECES;
use super::{Reader, reader, shipped};
use metier::advert::Unit;
use metier::advert::phrases::folded;
use metier::advert::report::Report;
use metier::advert::words::words;
use proptest::prelude::*;

/// The words of a text, or of a phrase, without their stars.
fn letters(text: &str) -> Vec<String> {
    let read = words(text);
    (0..read.list.len()).map(|index| read.letters(index).to_owned()).collect()
}

/// Whether the words of a slice are those of a phrase, as they stand or once words that the end of a line divides are
/// whole.
fn is_phrase(slice: &str, phrase: &str) -> bool {
    [slice, &slice.replace("-\n", "")].iter().any(|slice| says(slice, phrase))
}

fn says(slice: &str, phrase: &str) -> bool {
    let (found, phrase) = (letters(slice), folded(phrase).unwrap());
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let same = |(found, wanted): (&String, &&str)| {
        wanted.strip_suffix('*').map_or(found == wanted, |start| found.starts_with(start))
    };
    found.len() == wanted.len() && found.iter().zip(&wanted).all(same)
}

/// The slice of a text in code units.
fn slice16(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).unwrap()
}

pub fn hold(reader: &Reader, text: &str) {
    let (bytes, units) =
        (reader.read(text, "en", None, Unit::Byte).unwrap(), reader.read(text, "en", None, Unit::Utf16).unwrap());
    let mut before = 0;
    assert_eq!(bytes.spans.len(), units.spans.len());
    for (span, other) in bytes.spans.iter().zip(&units.spans) {
        assert!(before <= span.start && span.start < span.end, "{text:?}");
        before = span.end;
        let slice = &text[span.start as usize..span.end as usize];
        assert_eq!(slice, slice16(text, other.start, other.end), "{text:?}");
        assert!(is_phrase(slice, span.phrase), "{slice:?} is {:?} in {text:?}", span.phrase);
    }
    let facts = |report: &Report<'_>| {
        let facts = [&report.seniority, &report.musts, &report.superlatives]
            .into_iter()
            .flatten()
            .map(|fact| (fact.start, fact.end));
        facts.chain(report.years.iter().map(|years| (years.start, years.end))).collect::<Vec<_>>()
    };
    for (byte, unit) in facts(&bytes).into_iter().zip(facts(&units)) {
        assert_eq!(text[byte.0 as usize..byte.1 as usize], slice16(text, unit.0, unit.1));
    }
    adds_up(&bytes);
}

/// The values of the spans add up to the scores, and the shares to 1.
pub fn adds_up(report: &Report<'_>) {
    for archetype in &report.archetypes {
        let values =
            report.spans.iter().flat_map(|span| &span.r#for).filter(|value| value.archetype == archetype.archetype);
        let sum: f64 = values.map(|value| value.value).sum();
        assert!((sum - archetype.score).abs() <= 1e-12 * archetype.score.max(1.0), "{} and {sum}", archetype.score);
    }
    let shares: Vec<f64> = report.archetypes.iter().filter_map(|archetype| archetype.share).collect();
    assert!(shares.is_empty() || (shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    let parts: Vec<f64> = report.archetypes.iter().filter_map(|archetype| archetype.part).collect();
    assert!(parts.len() == shares.len() && (parts.is_empty() || (parts.iter().sum::<f64>() - 1.0).abs() < 1e-12));
    assert!(report.product.is_none_or(|product| (0.0..=1.0).contains(&product)));
}

/// Ways to write a phrase that are read alike.
fn written(phrase: &str, way: usize) -> String {
    let between = |with: &str| {
        phrase
            .split(' ')
            .map(|word| word.chars().map(String::from).collect::<Vec<_>>().join(with))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let moved = |first: u32| {
        phrase
            .chars()
            .map(|c| if c == ' ' { c } else { char::from_u32(first + u32::from(c) - u32::from('a')).unwrap() })
            .collect()
    };
    match way {
        0 => phrase.to_uppercase(),
        1 => between("\u{ad}"),
        2 => between("\u{200b}"),
        3 => between("<wbr>"),
        4 => between("\u{301}"),
        5 => moved(0x1_d41a),
        6 => moved(0xff41),
        7 => phrase.replace(' ', "\u{a0}"),
        8 => phrase.replace(' ', " \n "),
        9 => phrase.replace(' ', "-"),
        10 => phrase.replace(' ', "</b>&nbsp;<b>"),
        11 => phrase.replace('o', "&#111;").replace('i', "&#x69;"),
        12 => phrase.replace('o', "ö").replace('s', "ş"),
        _ => phrase.replace(' ', "/"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn places_are_exact_and_values_add_up(parts in proptest::collection::vec(prop_oneof![
        3 => (0..PIECES.len()).prop_map(|index| PIECES[index].to_owned()),
        1 => any::<String>(),
        1 => "[ -~]{0,12}",
        1 => "\\PC{0,6}",
        1 => Just(" ".to_owned()),
    ], 0..40)) {
        hold(&reader(), &parts.concat());
    }

    #[test]
    fn planted_phrases_are_found_where_they_stand(before in "[^<&>\u{0}]{0,30}", after in "[^<&>\u{0}]{0,30}", way in 0..14usize, phrase in 0..3usize) {
        let phrase = ["product vision", "deep systems", "shared sense"][phrase];
        let reader = reader();
        let planted = written(phrase, way);
        let text = format!("{before}\n\n{planted} . {after}");
        let report = reader.read(&text, "en", None, Unit::Byte).unwrap();
        let start = before.len() + 2;
        // An accent at the very end belongs to the word.
        let found = report.spans.iter().any(|span| span.phrase == phrase && span.start as usize == start && span.end as usize == start + planted.len());
        prop_assert!(found, "{:?} in {:?}", report.spans, text);
        hold(&reader, &text);
    }
}

#[test]
fn texts_from_right_to_left_and_emoji_keep_their_places() {
    let text =
        "דרוש מנהל מוצר 👩\u{200d}💻 עם product vision ו\u{200f}roads\u{200f}. 🇩🇪🚀roads! مدير المنتج؛ deep systems";
    let reader = reader();
    hold(&reader, text);
    assert_eq!(reader.read(text, "en", None, Unit::Byte).unwrap().spans.len(), 3, "ו goes on in roads");
}

#[test]
fn phrases_of_the_shipped_lexicon_are_all_found() {
    let lexicon = shipped();
    let phrases: Vec<String> = lexicon.phrases.iter().map(|phrase| phrase.phrase.value.clone()).collect();
    let reader = Reader::new(lexicon);
    for phrase in &phrases {
        let text = phrase.replace('*', "");
        let report = reader.read(&text, "en", None, Unit::Byte).unwrap();
        let found: Vec<&str> = report.spans.iter().map(|span| span.phrase).collect();
        // A phrase of the very same words may be nearer: "api" beside "api*".
        let whole = report
            .spans
            .first()
            .is_some_and(|span| letters(&text[span.start as usize..span.end as usize]) == letters(&text));
        assert!(whole, "{phrase}: {found:?}");
        hold(&reader, &text);
    }
}
