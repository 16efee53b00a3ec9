//! What is known of a person's skills, as a text: the input of a match.
//!
//! `{"skills": [{"skill": "customer", "level": 3.0, "se": 0.35}], "covariance": optional}` gives levels with their
//! standard deviations as they are. `{"skill": "customer", "mean": 3.4, "variance": 0.5}` gives what the answers said
//! before anything is assumed about people (as in a report); prior and correlations of the catalogue are then taken in.
//! Several such entries of one skill are measurements that know nothing of each other, and add up. With `level` and
//! `se` beside `mean` and `variance` an entry says how the skill was shown, so that it is shown the same wherever the
//! match is. A skill without numbers was asked for but not measured. `"careless": true` says that the answers bear
//! signs of carelessness: then no role is named.

mod contrary;

use super::catalogue::Catalogue;
use super::model::{Fault, Model};
use super::posterior::{Posterior, posterior};
use crate::estimate::known::{KnownSkill, KnownSkills};
use crate::numeric::matrix::Matrix;
use crate::numeric::sqrt;
use crate::problem::{Code, Naming, Problem, Problems, Severity, WARNS, nearest};
use crate::quiz::limits::SKILLS;
use crate::record;
use crate::text::json::{self, At, Tape};
use crate::text::record::{self, List, Slot, Text};

/// The most entries of a profile: all measurements of all skills.
const ENTRIES: usize = 1_000;

/// The largest level or standard deviation, in levels, that a profile may bring.
const WIDEST: f64 = 10.0;
/// The largest mean: answers that say next to nothing of a level a little off the middle are a measurement far off, and
/// of no weight.
const FURTHEST: f64 = 1_000.0;

/// The smallest variance that a profile may bring, the square of the smallest deviation: less than 2,000 equal answers
/// under the smallest assumed deviation have, so that every report makes a profile.
const LEAST: f64 = 1e-12;
/// What a smaller variance is taken as: the level moves by less than 1e-8, and nothing near it divides by too little.
const TAKEN: f64 = 1e-9;

/// What is known of a person, as the document says it.
#[derive(Debug, Default)]
pub struct Person {
    /// What is known, skill by skill.
    pub skills: Vec<Known>,
    /// Whether the answers bear signs of carelessness.
    pub careless: bool,
    /// Covariance of the levels, in the order of `skills`; empty = independent.
    covariance: Rows,
    /// The whole of it.
    pub at: At,
}

record!(Person, person:
    "skills" => Slot::List(&mut person.skills, 1, ENTRIES),
    "careless?" => Slot::Flag(&mut person.careless),
    "covariance?" => Slot::List(&mut person.covariance, 1, SKILLS),
);

/// What is known of a skill.
#[derive(Debug, Default)]
pub struct Known {
    /// Identifier of the skill.
    pub skill: Text,
    /// Level, 0 to 4; nothing where there are too few answers.
    pub level: Option<f64>,
    /// Standard deviation of the level, in levels, above 0.
    pub se: Option<f64>,
    /// Mean of the levels that the answers stand for.
    pub mean: Option<f64>,
    /// Variance of that mean.
    pub variance: Option<f64>,
    /// Where it is in the document.
    pub at: At,
}

record!(Known, known:
    "skill" => Slot::Id(&mut known.skill),
    "level?" => Slot::Number(known.level.get_or_insert_default(), -WIDEST, WIDEST),
    "se?" => Slot::Number(known.se.get_or_insert_default(), 1e-6, WIDEST),
    "mean?" => Slot::Number(known.mean.get_or_insert_default(), -FURTHEST, FURTHEST),
    "variance?" => Slot::Number(known.variance.get_or_insert_default(), LEAST, WIDEST * WIDEST),
);

#[derive(Debug, Default)]
struct Rows(Vec<Row>);

#[derive(Debug, Default)]
struct Row(Vec<f64>);

impl List for Rows {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Row::default());
        self.0.last_mut().map_or(Slot::Anything, |row| Slot::List(row, 1, SKILLS))
    }
}

impl List for Row {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0.0);
        self.0.last_mut().map_or(Slot::Anything, |number| Slot::Number(number, -WIDEST * WIDEST, WIDEST * WIDEST))
    }
}

/// A person's skills in the order of a catalogue's.
#[derive(Debug)]
pub struct Placed {
    /// What is known of all skills together.
    pub posterior: Posterior,
    /// Shown level and spread of each skill of the catalogue that was measured: from its own answers alone.
    pub shown: Vec<Option<(f64, f64)>>,
    /// How many skills of the catalogue were asked for, measured or not.
    pub asked: usize,
    /// Whether the answers bear signs of carelessness.
    pub careless: bool,
}

/// Reads a profile for `catalogue`: the profile if nothing is wrong with it, and all problems.
///
/// A skill that the catalogue does not know is left out, with a warning.
pub fn read(text: &str, catalogue: &Catalogue) -> (Option<Placed>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut placed = None;
    if let Some(tape) = json::parse(text, &mut problems) {
        let mut person = Person::default();
        record::read(&tape, &mut person, &mut problems);
        if tape.exact() {
            check(&person, catalogue, &tape, &mut problems);
        }
        if !problems.rejected() {
            placed = place(&person, catalogue)
                .map_err(|_| problems.add(tape.problem(Severity::Error, Code::COVARIANCE, 0, &[], None)))
                .ok();
        }
    }
    (placed, problems.into_list())
}

/// The skills beside those of a catalogue; nothing where the numbers contradict each other. A skill that the catalogue
/// does not know is left out.
pub fn placed(known: &KnownSkills<'_>, catalogue: &Catalogue) -> Option<Placed> {
    let entry = |known: &KnownSkill<'_>| Known {
        skill: Text { value: known.skill.to_owned(), ..Text::default() },
        level: known.level,
        se: known.se,
        mean: known.mean,
        variance: known.variance,
        at: 0,
    };
    let skills = known.skills.iter().map(entry).collect();
    place(&Person { skills, careless: known.careless, ..Person::default() }, catalogue).ok()
}

/// A warning for each skill that the catalogue does not know.
pub fn left_out(known: &KnownSkills<'_>, catalogue: &Catalogue) -> Vec<Problem> {
    let strange = known.skills.iter().filter(|known| catalogue.skill(known.skill).is_none());
    let warning = |known: &KnownSkill<'_>| {
        let hint = nearest(known.skill, &mut catalogue.skills.iter().map(|skill| skill.id.value.as_str()));
        Problem::plain(Severity::Warning, Code::SKILL_LEFT_OUT, &[("skill", Naming::Text(known.skill))], hint)
    };
    strange.map(warning).collect()
}

fn check(person: &Person, catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    let add =
        |problems: &mut Problems, severity, code, at, values: &[(&'static str, Naming<'_>)], hint: Option<&str>| {
            problems.add(tape.problem(severity, code, at, values, hint));
        };
    for (index, known) in person.skills.iter().enumerate().filter(|(_, known)| known.skill.is_given()) {
        let skill = &known.skill.value;
        let named = [("skill", Naming::Text(skill))];
        if catalogue.skill(skill).is_none() {
            let hint = problems.nearest(skill, &mut catalogue.skills.iter().map(|skill| skill.id.value.as_str()));
            add(problems, Severity::Warning, Code::SKILL_LEFT_OUT, known.skill.at, &named, hint);
        }
        // Means of the same skill add up; levels, in which all is already taken together, cannot.
        let is_level = |known: &Known| known.mean.is_none() && (known.level.is_some() || known.se.is_some());
        if person
            .skills
            .iter()
            .take(index)
            .any(|other| other.skill.value == *skill && (is_level(known) || is_level(other)))
        {
            add(problems, Severity::Error, Code::DUPLICATE_ID, known.skill.at, &[("id", Naming::Text(skill))], None);
        }
        let halves = known.level.is_some() != known.se.is_some() || known.mean.is_some() != known.variance.is_some();
        if halves {
            add(problems, Severity::Error, Code::PROFILE_PAIR, known.at, &named, None);
        }
    }
    let count = |of: fn(&Known) -> bool| person.skills.iter().filter(|known| of(known)).count();
    if count(|known| known.level.is_some() && known.mean.is_none()) > 0 && count(|known| known.mean.is_some()) > 0 {
        add(problems, Severity::Error, Code::PROFILE_MIXED, person.at, &[], None);
    }
    let rows = &person.covariance.0;
    let levels = count(|known| known.level.is_some() && known.mean.is_none());
    let square =
        rows.len() == person.skills.len() && rows.iter().all(|row| row.0.len() == rows.len()) && levels == rows.len();
    if !rows.is_empty() && !square {
        add(
            problems,
            Severity::Error,
            Code::COVARIANCE_SIZE,
            person.at,
            &[("count", Naming::Number(person.skills.len() as f64))],
            None,
        );
    }
    // No page writes such numbers: they are for whoever writes a profile by hand.
    if WARNS {
        contrary::check(person, catalogue, tape, problems);
    }
}

/// The person's skills in the order of the catalogue's.
fn place(person: &Person, catalogue: &Catalogue) -> Result<Placed, Fault> {
    let model = &catalogue.constants.model;
    let of =
        |skill: &super::catalogue::Skill| person.skills.iter().position(|known| known.skill.value == skill.id.value);
    let places: Vec<Option<usize>> = catalogue.skills.iter().map(of).collect();
    let known = |place: Option<usize>| person.skills.get(place?);
    let (asked, careless) = (places.iter().flatten().count(), person.careless);
    if person.skills.iter().any(|known| known.mean.is_some()) {
        let measured: Vec<Option<(f64, f64)>> =
            catalogue.skills.iter().map(|skill| all_of(person, &skill.id.value)).collect();
        let own = |(place, measured): (&Option<usize>, &Option<(f64, f64)>)| {
            let own = measured.map(|(mean, variance)| alone(model, mean, variance));
            known(*place).and_then(|known| known.level.zip(known.se)).or(own)
        };
        let shown = places.iter().zip(&measured).map(own).collect();
        return Ok(Placed {
            posterior: posterior(model, &catalogue.groups_of_skills(), &measured)?,
            shown,
            asked,
            careless,
        });
    }
    let given: Vec<Option<(f64, f64)>> =
        places.iter().map(|&place| known(place).and_then(|known| known.level.zip(known.se))).collect();
    let mut covariance = Matrix::zeros(given.len());
    for (row, given) in given.iter().enumerate() {
        let deviation = given.map_or(model.prior_sd, |(_, se)| se);
        covariance.set(row, row, deviation * deviation);
        for column in 0..places.len() {
            if let Some(value) = covariance_of(person, &places, row, column) {
                covariance.set(row, column, value);
            }
        }
    }
    // The model takes the lower half alone: what the upper says otherwise must not pass in silence.
    let mirrored =
        (0..given.len()).all(|row| (0..row).all(|column| covariance.at(row, column) == covariance.at(column, row)));
    if !mirrored || covariance.cholesky().is_none() {
        return Err(Fault::Covariance);
    }
    let mean = given.iter().map(|given| given.map_or(model.prior_mean, |(level, _)| level)).collect();
    let measured = given.iter().map(Option::is_some).collect();
    Ok(Placed { posterior: Posterior { mean, covariance, measured }, shown: given, asked, careless })
}

/// Level and spread of a skill by its own measurement alone, under the prior.
fn alone(model: &Model, mean: f64, variance: f64) -> (f64, f64) {
    let prior = model.prior_sd * model.prior_sd;
    (
        model.prior_mean + (mean - model.prior_mean) * prior / (prior + variance),
        sqrt(prior * variance / (prior + variance)),
    )
}

/// Mean and variance of all measurements of a skill: weighted by one over their variances, which is what independent
/// normal measurements of one thing add up to (Gelman et al., *Bayesian Data Analysis*, 3rd edition, section 2.5).
fn all_of(person: &Person, skill: &str) -> Option<(f64, f64)> {
    let mut all: Option<(f64, f64)> = None;
    for known in person.skills.iter().filter(|known| known.skill.value == skill) {
        let (Some(mean), Some(variance)) = (known.mean, known.variance.map(|variance| variance.max(TAKEN))) else {
            continue;
        };
        let (mean, variance) = match all {
            None => (mean, variance),
            Some((other, doubt)) => {
                ((mean * doubt + other * variance) / (doubt + variance), variance * doubt / (doubt + variance))
            }
        };
        all = Some((mean, variance.max(TAKEN)));
    }
    all
}

/// The covariance of two of the catalogue's skills, where the profile gives one.
fn covariance_of(person: &Person, places: &[Option<usize>], row: usize, column: usize) -> Option<f64> {
    let place = |skill: usize| places.get(skill).copied().flatten();
    person.covariance.0.get(place(row)?)?.0.get(place(column)?).copied()
}
