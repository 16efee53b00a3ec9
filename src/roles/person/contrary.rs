//! Numbers of a profile that say two things of one skill.

use super::{Known, Person, TAKEN, alone};
use crate::numeric::sqrt;
use crate::problem::Naming::{Number, Text};
use crate::problem::{Code, Problems, Severity};
use crate::roles::catalogue::Catalogue;
use crate::text::json::Tape;

/// How far two spreads of one level, or two levels, may be apart, in levels: as far as numbers that were both rounded to
/// a tenth.
const ROUNDED: f64 = 0.1;

/// Says where a profile contradicts itself.
pub(super) fn check(person: &Person, catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    squares(person, tape, problems);
    for known in person.skills.iter().filter(|known| catalogue.skill(&known.skill.value).is_some()) {
        shown(known, catalogue, tape, problems);
    }
}

/// The diagonal of the covariance holds the squares of the standard deviations.
fn squares(person: &Person, tape: &Tape<'_>, problems: &mut Problems) {
    for (place, (known, row)) in person.skills.iter().zip(&person.covariance.0).enumerate() {
        let (Some(se), Some(&variance)) = (known.se, row.0.get(place)) else { continue };
        // One that is none is a problem of the whole covariance.
        if variance > 0.0 && (sqrt(variance) - se).abs() > ROUNDED && !problems.full() {
            let values = [("skill", Text(&known.skill.value)), ("variance", Number(variance)), ("se", Number(se))];
            problems.add(tape.problem(Severity::Error, Code::COVARIANCE_SE, known.at, &values, None));
        }
    }
}

/// A skill with a measurement counts by that alone, and its level and spread are only shown. They may be those of a quiz
/// that assumes other people than the catalogue, so that a difference is no mistake for certain.
fn shown(known: &Known, catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    let (Some((level, se)), Some((mean, variance))) = (known.level.zip(known.se), known.mean.zip(known.variance))
    else {
        return;
    };
    let (found, spread) = alone(&catalogue.constants.model, mean, variance.max(TAKEN));
    let agree = (level - found).abs() <= ROUNDED && (se - spread).abs() <= ROUNDED;
    if agree || problems.crowded() {
        return;
    }
    let values = [
        ("skill", Text(&known.skill.value)),
        ("level", Number(level)),
        ("se", Number(se)),
        ("found", Number(hundredths(found))),
        ("spread", Number(hundredths(spread))),
    ];
    problems.add(tape.problem(Severity::Warning, Code::PROFILE_SHOWN, known.at, &values, None));
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
