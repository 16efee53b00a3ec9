//! `metier reliability`: how precisely a set of items measures, from people's answers.

use crate::Wrong;
use crate::input::{print_json, read};
use crate::responses::{self, Responses};
use crate::sort::Sort;
use crate::words::sentence;
use metier::precision::omega::NoOmega;
use metier::precision::pairwise::{Pairwise, pairwise};
use metier::precision::{Reliability, reliability as reliability_of};
use metier::problem::{Code, Naming, Problem, Severity};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Printed<'r> {
    items: usize,
    persons: usize,
    persons_used: usize,
    missing: &'static str,
    alpha: Option<f64>,
    lambda_2: Option<f64>,
    omega: Option<f64>,
    omega_estimator: &'static str,
    sem: Option<f64>,
    item_rest: Vec<ItemRest<'r>>,
    pairwise: Printwise,
    notes: Vec<Note>,
}

/// Alpha from pairs of items.
#[derive(Serialize)]
struct Printwise {
    alpha: Option<f64>,
    least_persons: usize,
}

#[derive(Serialize)]
struct ItemRest<'r> {
    item: &'r str,
    value: Option<f64>,
}

#[derive(Serialize)]
struct Note {
    code: Code,
    message: String,
}

/// Prints the coefficients; the categories of the items in `reverse` are turned round first.
pub fn reliability(file: &Path, reverse: &[String]) -> Result<(), Wrong> {
    let (responses, reversed) = read(file, Sort::Table, |text| {
        // Within how many categories an item is turned round changes none of these numbers.
        responses::with(responses::read(text), |responses, problems| responses.reversed(reverse, problems))
    })?;
    let (items, persons) = (responses.items.len(), responses.persons.len());
    let score = |person: usize, item: usize| responses.score(person, item, &reversed);
    let found = reliability_of(items, persons, &score);
    let pairs = pairwise(items, persons, &score);
    let rest = responses.items.iter().zip(&found.item_rest);
    print_json(&Printed {
        items,
        persons,
        persons_used: found.persons_used,
        missing: "listwise",
        alpha: found.alpha,
        lambda_2: found.lambda_2,
        omega: found.omega.as_ref().ok().map(|omega| omega.omega),
        omega_estimator: "minres",
        sem: found.sem,
        item_rest: rest.map(|(item, value)| ItemRest { item, value: *value }).collect(),
        pairwise: Printwise { alpha: pairs.alpha, least_persons: pairs.least },
        notes: notes(&responses, &found, &pairs),
    })
}

/// What a reader of the coefficients has to know: who was left out, and why a coefficient is missing.
fn notes(responses: &Responses, found: &Reliability, pairs: &Pairwise) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code: Code, values: &[(&'static str, Naming<'_>)]| {
        let message = sentence(&Problem::plain(Severity::Warning, code, values, None));
        notes.push(Note { code, message });
    };
    let persons = responses.persons.len();
    let left_out = persons - found.persons_used;
    if left_out > 0 {
        note(
            Code::NOTE_LEFT_OUT,
            &[("count", Naming::Number(left_out as f64)), ("persons", Naming::Number(persons as f64))],
        );
        match pairs.alpha {
            Some(_) => note(Code::NOTE_PAIRWISE, &[("least", Naming::Number(pairs.least as f64))]),
            None if pairs.least < 2 => note(Code::NOTE_PAIRWISE_FEW, &[]),
            None if responses.items.len() > 1 => note(Code::NOTE_PAIRWISE_SUM, &[]),
            None => {}
        }
    }
    if found.persons_used < 2 {
        note(Code::NOTE_FEW_PERSONS, &[]);
        return notes;
    }
    match found.alpha {
        None if responses.items.len() < 2 => note(Code::NOTE_FEW_ITEMS, &[]),
        None => note(Code::NOTE_NO_VARIANCE, &[]),
        Some(alpha) if alpha < 0.0 => note(Code::NOTE_NEGATIVE, &[]),
        Some(_) => {}
    }
    let name = |item: usize| Naming::Text(responses.items.get(item).map_or("", String::as_str));
    for (item, (variance, rest)) in found.variance.iter().zip(&found.item_rest).enumerate() {
        if *variance == Some(0.0) {
            note(Code::NOTE_CONSTANT, &[("item", name(item))]);
        } else if rest.is_some_and(|rest| rest < 0.0) {
            note(Code::NOTE_CONTRARY, &[("item", name(item))]);
        }
    }
    match found.omega {
        Ok(_) | Err(NoOmega::TooFewPersons) => {}
        Err(NoOmega::TooFewItems) => note(Code::NOTE_OMEGA_ITEMS, &[]),
        Err(NoOmega::Improper(item)) => note(Code::NOTE_OMEGA_IMPROPER, &[("item", name(item))]),
        Err(NoOmega::NoFactor | NoOmega::NotSettled) => note(Code::NOTE_OMEGA_FACTOR, &[]),
    }
    notes
}
