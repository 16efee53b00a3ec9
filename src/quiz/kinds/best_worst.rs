//! `best-worst`: the best and the worst option.

use super::answer::Answer;
use super::keyed::{self, KEYED, key};
use super::levels::{Levels, ends};
use super::reading::Reader;
use super::room::{Room, fields};
use crate::problem::Code;
use crate::problem::Naming::Text;
use crate::quiz::limits::TOP;
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::text::json::{At, Kind};

/// An item of whose options the best and the worst are named.
#[derive(Debug)]
pub struct BestWorst {
    /// What can be named.
    pub options: Options,
}

impl Room for BestWorst {
    const NEW: BestWorst = BestWorst { options: Options::NEW };

    fields! { "id type situation? prompt sources? instruction?", item, index:
        "options shuffle?" => item.options.field(index, 3, KEYED),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        if !reader.is(at, Kind::Object, "{\"best\": \"a\", \"worst\": \"c\"}") {
            return None;
        }
        let tape = reader.tape;
        for child in tape.children(at).filter(|&child| !matches!(tape.key(child), "best" | "worst")) {
            reader.error(Code::SHAPE_UNKNOWN, child, &[("field", Text(tape.key(child)))], None);
        }
        reader.twice(at, &["best", "worst"]);
        let mut part = |name: &'static str| match tape.member(at, name) {
            Some(child) => reader.option(child, &self.options.list),
            None => {
                reader.error(Code::SHAPE_MISSING, at, &[("field", Text(name))], None);
                None
            }
        };
        let (best, worst) = (part("best"), part("worst"));
        let (best, worst) = (best?, worst?);
        if best == worst {
            reader.error(Code::ANSWER_SAME, at, &[], None);
        }
        Some(Answer::BestWorst { best, worst })
    }

    /// The mean of the best pick's level and of the worst pick's level mirrored within the item, (L(best) + Lmax +
    /// Lmin - L(worst)) / 2.
    ///
    /// So calling the lowest option worst counts as much as calling the highest best, and an item whose options end at
    /// level 3 can show no more than 3. Metier's own; best and worst picks of one item depend on each other, which is
    /// why they make one observation and not two. `None` if either pick has no key on the skill.
    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        let Answer::BestWorst { best, worst } = answer else { return None };
        let options = &self.options.list;
        let (best, worst) = (key(options, *best, skill)?, key(options, *worst, skill)?);
        let levels = keyed::levels(options, skill);
        let (low, high) =
            levels.iter().fold((TOP, 0.0), |(low, high), level| (f64::min(low, *level), f64::max(high, *level)));
        let weight = (best.weight.unwrap_or(1.0) + worst.weight.unwrap_or(1.0)) / 2.0;
        Some(((best.level + high + low - worst.level) / 2.0, weight))
    }

    /// As the best.
    fn takes(&self, answer: &Answer, option: usize) -> bool {
        matches!(answer, Answer::BestWorst { best, .. } if *best == option)
    }

    fn levels(&self, skill: &str) -> Levels {
        Levels::five(ends(&keyed::levels(&self.options.list, skill), 1))
    }

    fn all(&self) -> Option<Vec<Answer>> {
        let options = self.options.list.len();
        let pairs = (0..options).flat_map(|best| (0..options).map(move |worst| (best, worst)));
        Some(
            pairs
                .filter(|(best, worst)| best != worst)
                .map(|(best, worst)| Answer::BestWorst { best, worst })
                .collect(),
        )
    }
}
