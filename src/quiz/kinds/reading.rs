//! Reading the answer to one item: what several kinds of answers are made of.

use super::answer::Answer;
use crate::problem::Naming::{Number, Text};
use crate::problem::{Code, Naming, Problems, Severity};
use crate::quiz::limits::FURTHEST;
use crate::quiz::option::OptionRecord;
use crate::text::json::{At, Kind, Tape};
use crate::text::names::Names;

/// The code of an option that an item does not have, and what its sentence calls it.
const OPTION: (Code, &str) = (Code::ANSWER_OPTION, "option");

/// The names of options or groups.
pub fn names(list: &[OptionRecord]) -> Names<'_> {
    Names::of(&mut list.iter().map(|option| option.id.value.as_str()))
}

/// An answer on its tape, and where its problems go.
pub struct Reader<'r, 't> {
    /// The text that the answer stands in.
    pub tape: &'r Tape<'t>,
    /// What is wrong so far.
    pub problems: &'r mut Problems,
}

impl Reader<'_, '_> {
    /// Adds an error, where there is room.
    pub fn error(&mut self, code: Code, at: At, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) {
        if self.problems.wants() {
            self.problems.add(self.tape.problem(Severity::Error, code, at, values, hint));
        }
    }

    /// None of the fields called `names` stands there a second time.
    pub fn twice(&mut self, at: At, names: &[&'static str]) {
        let tape = self.tape;
        for &name in names {
            for child in tape.children(at).filter(|&child| tape.key(child) == name).skip(1) {
                self.error(Code::DUPLICATE_KEY, child, &[("field", Text(name))], None);
            }
        }
    }

    /// Whether the node is of the kind that the item's answers are; if not, that is a problem, with an example of one.
    pub fn is(&mut self, at: At, kind: Kind, example: &'static str) -> bool {
        let holds = self.tape.kind(at) == kind;
        if !holds {
            self.error(Code::ANSWER_TYPE, at, &[("example", Text(example))], None);
        }
        holds
    }

    /// One of the options, as its index.
    pub fn option(&mut self, at: At, options: &[OptionRecord]) -> Option<usize> {
        if !self.is(at, Kind::Text, "\"a\"") {
            return None;
        }
        let tape = self.tape;
        self.called(at, tape.text(at), options, &names(options), OPTION)
    }

    /// Index of the option or group of that id, of which `known` are the names; if there is none, that is the problem
    /// `code`, whose sentence calls it `name`.
    pub fn called(
        &mut self,
        at: At,
        id: &str,
        list: &[OptionRecord],
        known: &Names<'_>,
        (code, name): (Code, &'static str),
    ) -> Option<usize> {
        let index = known.find(id);
        if index.is_none() {
            let hint = self.problems.nearest(id, &mut list.iter().map(|option| option.id.value.as_str()));
            self.error(code, at, &[(name, Text(id))], hint);
        }
        index
    }

    /// A whole number from `low` to `high`.
    pub fn whole(&mut self, at: At, low: u32, high: u32) -> Option<u32> {
        self.number(at, true, f64::from(low), f64::from(high)).map(|number| number as u32)
    }

    /// A number, perhaps a whole one, from `low` to `high`.
    pub fn number(&mut self, at: At, whole: bool, low: f64, high: f64) -> Option<f64> {
        if !self.is(at, Kind::Number, if whole { "2" } else { "2.5" }) {
            return None;
        }
        let found = self.tape.number(at);
        if found.is_nan() {
            return None;
        }
        if !(low..=high).contains(&found) || whole && f64::from(found as u32) != found {
            let code = if whole { Code::ANSWER_RANGE } else { Code::ANSWER_NUMBER };
            self.error(code, at, &[("found", Number(found)), ("low", Number(low)), ("high", Number(high))], None);
            return None;
        }
        Some(found)
    }

    /// A number within an item's own bounds.
    pub fn amount(&mut self, at: At, low: Option<f64>, high: Option<f64>) -> Option<f64> {
        self.number(at, false, low.unwrap_or(-FURTHEST), high.unwrap_or(FURTHEST))
    }

    /// Several options in the answer's order, each once and at least and at most so many; or one that is `alone`.
    pub fn options(
        &mut self,
        at: At,
        options: &[OptionRecord],
        (min, max): (u32, u32),
        alone: fn(&OptionRecord) -> bool,
    ) -> Option<Answer> {
        if !self.is(at, Kind::Array, "[\"a\", \"c\"]") {
            return None;
        }
        let tape = self.tape;
        let known = names(options);
        let mut chosen: Vec<usize> = Vec::new();
        let mut open = vec![true; options.len()];
        let found = tape.children(at).count();
        let mut single = false;
        for child in tape.children(at) {
            if self.problems.full() {
                return None;
            }
            if !self.is(child, Kind::Text, "\"a\"") {
                continue;
            }
            let Some(index) = self.called(child, tape.text(child), options, &known, OPTION) else { continue };
            let alone = options.get(index).is_some_and(alone);
            if alone && found > 1 {
                self.error(Code::ANSWER_ALONE, child, &[("option", Text(tape.text(child)))], None);
            }
            single |= alone;
            if !open.get_mut(index).is_some_and(std::mem::take) {
                self.error(Code::ANSWER_TWICE, child, &[("option", Text(tape.text(child)))], None);
            }
            chosen.push(index);
        }
        if !single && !(min..=max).contains(&(found as u32)) {
            let code = if min == max { Code::ANSWER_EXACT } else { Code::ANSWER_COUNT };
            self.error(
                code,
                at,
                &[("count", Number(found as f64)), ("min", Number(f64::from(min))), ("max", Number(f64::from(max)))],
                None,
            );
        }
        Some(Answer::Options(chosen))
    }

    /// An object, option id -> what `read` makes a number of; `None` for options that it leaves out, and for all of it
    /// if any part is wrong.
    pub fn numbers(
        &mut self,
        at: At,
        options: &[OptionRecord],
        example: &'static str,
        read: Read<'_>,
    ) -> Option<Vec<Option<u32>>> {
        if !self.is(at, Kind::Object, example) {
            return None;
        }
        let tape = self.tape;
        let known = names(options);
        let mut numbers = vec![None; options.len()];
        let mut sound = true;
        for child in tape.children(at) {
            if self.problems.full() {
                return None;
            }
            let index = self.called(child, tape.key(child), options, &known, OPTION);
            let number = read(self, child);
            sound &= index.is_some() && number.is_some();
            if let Some(place) = index.and_then(|index| numbers.get_mut(index)) {
                if place.is_some() {
                    self.error(Code::DUPLICATE_KEY, child, &[("field", Text(tape.key(child)))], None);
                }
                *place = number;
            }
        }
        sound.then_some(numbers)
    }

    /// An object, option id -> whole number from `low` to `high`.
    pub fn wholes(&mut self, at: At, options: &[OptionRecord], low: u32, high: u32) -> Option<Vec<Option<u32>>> {
        self.numbers(at, options, "{\"a\": 5, \"b\": 2}", &|reader, child| reader.whole(child, low, high))
    }
}

/// How the value of an option is read as a number.
pub type Read<'f> = &'f dyn Fn(&mut Reader<'_, '_>, At) -> Option<u32>;
