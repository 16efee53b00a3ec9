//! Reading is linear, as a law: of every shape of text, twice as much takes at most two and a half times as many steps,
//! in every reader.
//!
//! Steps are counted and never timed ([`metier::steps`]), so that a busy machine changes nothing. A reader that
//! compares each entry with each other takes four times as many.
#![cfg(debug_assertions)]

mod shapes;

use crate::support::{catalogue, text_of};
use metier::advert::words::words;
use metier::advert::{Reader, Unit, lexicon};
use metier::quiz::response::read_sheet;
use metier::saved::Saved;
use metier::steps::taken;
use metier::text::{markdown, unseen};
use metier::{quiz, roles};
use metier_fuzz::{items, responses};
use shapes::Shape;

/// How many times as many steps twice as much may take.
const MOST: f64 = 2.5;
/// Entries of a shape at first; then twice and four times as many.
const ENTRIES: usize = 400;
/// Each reader is held to the law over so many shapes at least.
const SHAPES: usize = 40;

/// Holds a reader to the law.
fn hold(shapes: &[Shape], read: &dyn Fn(&str)) {
    assert!(shapes.len() >= SHAPES, "{} shapes", shapes.len());
    let mut broken = Vec::new();
    for shape in shapes {
        let steps = [1, 2, 4].map(|times| {
            let text = (shape.text)(times * ENTRIES);
            let steps = taken(|| read(&text));
            assert!(steps > 0, "{}: steps are counted", shape.name);
            steps as f64
        });
        let grows = |less: f64, more: f64| more / less > MOST;
        if grows(steps[0], steps[1]) || grows(steps[1], steps[2]) {
            broken.push(format!("{}: {steps:?}", shape.name));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn quizzes() {
    hold(&shapes::quizzes::quizzes(), &|text| drop(quiz::read(text)));
}

#[test]
fn answers() {
    let (quiz, problems) = quiz::read(&shapes::quizzes::answered_quiz());
    let quiz = quiz.unwrap_or_else(|| panic!("{problems:#?}"));
    hold(&shapes::quizzes::answers(), &|text| drop(read_sheet(text, &quiz)));
}

#[test]
fn catalogues() {
    hold(&shapes::catalogues::catalogues(), &|text| drop(roles::catalogue::read(text)));
}

#[test]
fn lexicons() {
    let catalogue = catalogue();
    hold(&shapes::catalogues::lexicons(), &|text| drop(lexicon::read(text, Some(&catalogue))));
}

#[test]
fn saved_profiles() {
    let other = Saved::open(&shapes::profile(3), "").unwrap();
    hold(&shapes::profiles(), &|text| {
        if let Ok(saved) = Saved::open(text, "de") {
            let _ = (saved.mended(), saved.take_in(&other), other.take_in(&saved), saved.remove(0));
        }
    });
}

#[test]
fn tables_of_responses() {
    let bank = items::read("item,model,a,b1\nq0,2pl,1,0\nq1,2pl,1,0\n").0.unwrap();
    hold(&shapes::tables("person,q0,q1\n", "0,1"), &|text| {
        responses::read(text);
        responses::read_of(text, &bank);
    });
}

#[test]
fn tables_of_items() {
    hold(&shapes::tables("item,model,a,b1\n", "2pl,1,0"), &|text| drop(items::read(text)));
}

#[test]
fn adverts() {
    let reader = Reader::new(lexicon::read(&text_of("www/lexicon/product.json"), None).0.unwrap());
    hold(&shapes::texts::adverts(), &|text| drop(reader.read(text, "en", None, Unit::Utf16)));
}

#[test]
fn words_and_tags() {
    hold(&shapes::texts::adverts(), &|text| drop(words(text)));
}

#[test]
fn author_texts() {
    hold(&shapes::texts::texts(), &|text| {
        markdown::read(text);
        markdown::refused_address(text);
        markdown::lost(text);
        unseen::piles_up(text);
    });
}

/// The law can be broken: a reader that looks from each character to the end.
#[test]
fn a_reader_that_begins_again_and_again_is_found() {
    let shape = Shape::repeated("a");
    let again = |text: &str| text.char_indices().for_each(|(at, _)| metier::steps::count(text.len() - at));
    let steps = [1, 2].map(|times| taken(|| again(&(shape.text)(times * ENTRIES))) as f64);
    assert!(steps[1] / steps[0] > MOST);
}
