//! Texts of authors, the words of adverts, and JSON beside another reader of it.

use crate::hold::{Steps, linear, placed, texts};
use metier::advert::words::{Place, words};
use metier::problem::Problems;
use metier::text::address::{address_allowed, doubt, followed, is_strange};
use metier::text::json::{self, At, Kind, STRING, Tape};
use metier::text::markdown::{self, Tree};
use metier::text::unseen;
use serde_json::Value;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A text of an author: what is drawn of it is no more than was written, and leads only where it may.
pub fn markdown(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let tree = linear(Steps::Text, &text, || markdown::read(&text));
    linear(Steps::Text, &text, || (unseen::piles_up(&text), markdown::refused_address(&text)));
    linear(Steps::Text, &text, || markdown::lost(&text));
    let _ = (markdown::shown(&text), markdown::pieces(&tree), unseen::unseen(&text));
    leads_where_it_may(&tree);
    let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).count();
    let drawn: usize = tree.blocks.iter().flat_map(|block| &block.runs).map(|run| letters(&run.text)).sum();
    assert!(drawn <= letters(&text), "more letters are drawn than were written");
    for address in markdown::addresses(&text) {
        // What the small player takes, which does not look closely, is followed as it stands.
        let plain = address_allowed(address) && !is_strange(address);
        assert!(!plain || followed(address).as_deref() == Some(address), "{address}, {:?}", doubt(address));
    }
    !tree.blocks.is_empty()
}

/// A link that is drawn is followed as it stands, and tells nobody's name.
fn leads_where_it_may(tree: &Tree) {
    for link in tree.blocks.iter().flat_map(|block| &block.runs).filter_map(|run| run.link.as_ref()) {
        assert!(address_allowed(link), "{link}");
        assert_eq!(followed(link).as_deref(), Some(link.as_str()), "followed as it is drawn");
        assert!(!is_own_machine(link), "{link} leads to the reader's own machine");
    }
}

/// Whether the host of an address is a number of the reader's own machine, by the standard library's reader of those.
fn is_own_machine(link: &str) -> bool {
    let authority = link.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
    let six = authority.strip_prefix('[').and_then(|rest| rest.split(']').next()?.parse::<Ipv6Addr>().ok());
    let mapped = six.and_then(|six| six.to_ipv4_mapped());
    let four = authority.split(':').next().and_then(|host| host.parse::<Ipv4Addr>().ok());
    let own = |four: Ipv4Addr| four.is_loopback() || four.is_unspecified();
    six.is_some_and(|six| six.is_loopback() || six.is_unspecified()) || mapped.or(four).is_some_and(own)
}

/// The words of an advert and its tags: words and parts in order, at whole characters, counted alike in both ways.
pub fn tags(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let words = linear(Steps::Words, &text, || words(&text));
    let mut units = vec![None; text.len() + 1];
    let mut unit = 0;
    for (at, character) in text.char_indices() {
        units[at] = Some(unit);
        unit += character.len_utf16() as u32;
    }
    units[text.len()] = Some(unit);
    let is_place = |place: Place| units.get(place.byte as usize).copied().flatten() == Some(place.unit);
    in_order(words.list.iter().map(|word| (word.start, word.end)), &is_place);
    in_order(words.parts.iter().map(|part| (part.start, part.end)), &is_place);
    for word in &words.list {
        assert!(!words.letters_of(word).is_empty(), "a word without letters: {word:?}");
    }
    for line in &words.lines {
        assert!(line.first < line.end && line.end <= words.list.len(), "a line with words: {line:?}");
    }
    !words.list.is_empty()
}

fn in_order(spans: impl Iterator<Item = (Place, Place)>, is_place: &dyn Fn(Place) -> bool) {
    let mut before = 0;
    for (start, end) in spans {
        assert!(is_place(start) && is_place(end), "{start:?} to {end:?}");
        assert!(before <= start.byte && start.byte <= end.byte, "in order: {start:?} to {end:?} after {before}");
        before = end.byte;
    }
}

/// JSON: what is taken, serde_json takes too, and understands the same; what serde_json takes and we do not is beyond a
/// limit of ours.
pub fn json(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let mut problems = Problems::default();
    let tape = linear(Steps::Document, &text, || json::parse(&text, &mut problems));
    let rejected = problems.rejected();
    let found = problems.into_list();
    placed(&found);
    let theirs: Result<Value, _> = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text));
    match (tape, theirs) {
        (Some(tape), Ok(theirs)) => same(&tape, 0, &theirs),
        (Some(_), Err(error)) => assert!(rejected, "{text:?} is taken; {error}"),
        (None, Ok(theirs)) => assert!(is_deep(&theirs, json::DEPTH), "{text:?} is not taken: {found:?}"),
        (None, Err(_)) => {}
    }
    !rejected
}

/// Whether arrays and objects are within each other so many times.
fn is_deep(value: &Value, depth: u32) -> bool {
    let inner = |value: &Value| depth == 0 || is_deep(value, depth - 1);
    match value {
        Value::Array(list) => depth == 0 || list.iter().any(inner),
        Value::Object(members) => depth == 0 || members.values().any(inner),
        _ => false,
    }
}

fn same(tape: &Tape<'_>, at: At, theirs: &Value) {
    match (tape.kind(at), theirs) {
        (Kind::Null, Value::Null) => {}
        (Kind::Flag, Value::Bool(flag)) => assert_eq!(tape.number(at) == 1.0, *flag),
        (Kind::Number, Value::Number(number)) => {
            let (ours, theirs) = (tape.number(at), number.as_f64().unwrap());
            assert!(
                ours.to_bits() == theirs.to_bits() || ours == 0.0 && theirs == 0.0 || ours.is_nan(),
                "{ours} {theirs}"
            );
        }
        (Kind::Text, Value::String(text)) => assert!(tape.text(at) == text || text.len() > STRING),
        (Kind::Array, Value::Array(list)) => {
            assert_eq!(tape.children(at).count(), list.len());
            tape.children(at).zip(list).for_each(|(child, theirs)| same(tape, child, theirs));
        }
        // Of members with one name theirs has the last.
        (Kind::Object, Value::Object(members)) => {
            assert!(tape.children(at).all(|child| members.contains_key(tape.key(child))));
            for (name, theirs) in members {
                let last = tape.children(at).filter(|&child| tape.key(child) == name).last();
                same(tape, last.expect("a member that theirs has"), theirs);
            }
        }
        (kind, theirs) => panic!("{kind:?}, and {theirs}"),
    }
}
