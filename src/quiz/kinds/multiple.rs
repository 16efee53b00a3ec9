//! `multiple`: several options, or one that can only be chosen alone ("none of these").

use super::answer::Answer;
use super::checking::Checker;
use super::every::{below, digits, power, shuffled};
use super::keyed::{self, KEYED};
use super::levels::{Levels, ends};
use super::reading::Reader;
use super::room::{Room, fields};
use super::shown::Shown;
use crate::numeric::random::Random;
use crate::problem::Code;
use crate::problem::Naming::Number;
use crate::quiz::FULL;
use crate::quiz::limits::OPTIONS;
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::Slot;

/// An item of which several options can be chosen.
#[derive(Debug)]
pub struct Multiple {
    /// What can be chosen.
    pub options: Options,
    /// The fewest options that make an answer; 1 if not said.
    pub min: Option<u32>,
    /// The most; if not said, all that can be chosen together.
    pub max: Option<u32>,
}

impl Multiple {
    /// The fewest options that make an answer.
    fn fewest(&self) -> u32 {
        self.min.unwrap_or(1)
    }

    /// The most options that make an answer.
    fn most(&self) -> u32 {
        self.max.unwrap_or(self.together())
    }

    /// How many options can be chosen together.
    fn together(&self) -> u32 {
        self.options.list.iter().filter(|option| !FULL || !option.exclusive).count() as u32
    }
}

impl Room for Multiple {
    const NEW: Multiple = Multiple { options: Options::NEW, min: None, max: None };

    fields! { "id type situation? prompt sources? instruction?", multiple, index:
        "options shuffle?" => multiple.options.field(index, 2, if FULL { "id text why? keys? shows? exclusive?" } else { KEYED }),
        "min? max?" => {
            let bound = if index == 0 { &mut multiple.min } else { &mut multiple.max };
            Slot::Whole(bound.get_or_insert_default(), 1, OPTIONS as u32)
        },
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn check(&self, at: At, _id: &str, checker: &mut Checker<'_, '_>) {
        let count = self.together();
        let (min, max) = (self.fewest(), self.most());
        if (min <= max && max <= count) || !(checker.is_whole(at, "min") && checker.is_whole(at, "max")) {
            return;
        }
        let most = max.min(count);
        let (code, max) = if min > most { (Code::UNREACHABLE_CHOICE, most) } else { (Code::UNREACHABLE_MOST, max) };
        let values =
            [("min", Number(f64::from(min))), ("max", Number(f64::from(max))), ("count", Number(f64::from(count)))];
        checker.error(code, at, &values, None);
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.count = Some((self.fewest(), self.most()));
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.options(at, &self.options.list, (self.fewest(), self.most()), |option| FULL && option.exclusive)
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        keyed::level(&self.options.list, answer, skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        // One option makes an answer where one can be chosen alone.
        let fewest = if FULL && self.together() < self.options.list.len() as u32 { 1 } else { self.fewest() };
        Levels::five(ends(&keyed::levels(&self.options.list, skill), fewest as usize))
    }

    fn all(&self) -> Option<Vec<Answer>> {
        let options = self.options.list.len();
        let count = power(2, options)?;
        let chosen = |number: usize| {
            digits(number, 2, options).enumerate().filter(|(_, digit)| *digit == 1).map(|(place, _)| place).collect()
        };
        let fits = |chosen: &Vec<usize>| match chosen.iter().any(|place| self.options.is_exclusive(*place)) {
            true => chosen.len() == 1,
            false => (self.fewest()..=self.most()).contains(&(chosen.len() as u32)),
        };
        Some((0..count).map(chosen).filter(fits).map(Answer::Options).collect())
    }

    fn any(&self, random: &mut Random) -> Option<Answer> {
        let count = self.fewest() as usize + below(1 + (self.most() - self.fewest()) as usize, random);
        let together = |place: &usize| !self.options.is_exclusive(*place);
        let mut chosen: Vec<usize> =
            shuffled(self.options.list.len(), random).into_iter().filter(together).take(count).collect();
        chosen.sort_unstable();
        Some(Answer::Options(chosen))
    }
}

#[cfg(test)]
mod tests {
    use super::{Multiple, Room};
    use crate::quiz::option::{OptionRecord, Options};

    #[test]
    fn what_stands_alone_does_not_count_for_the_most() {
        let option = |exclusive: bool| OptionRecord { exclusive, ..OptionRecord::default() };
        let list = [false, false, true, false, false].map(option).into();
        let item = Multiple { options: Options { list, ..Options::default() }, ..Multiple::NEW };
        assert_eq!(item.most(), 4);
    }
}
