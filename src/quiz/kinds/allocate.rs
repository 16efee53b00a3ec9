//! `allocate`: points shared out among the options.

use super::answer::Answer;
use super::checking::Checker;
use super::every::{LISTED, below};
use super::keyed::{self, share};
use super::levels::{Levels, ends};
use super::reading::Reader;
use super::room::{Room, fields};
use super::shown::Shown;
use crate::numeric::random::Random;
use crate::problem::Code;
use crate::problem::Naming::{Number, Text as Said};
use crate::quiz::key::weight;
use crate::quiz::limits::{POINTS, TOP};
use crate::quiz::option::NO_TEXT;
use crate::quiz::option::{OptionRecord, Options};
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::{Slot, Text};

/// An item whose points are shared out over options with levels, or over target ranges.
#[derive(Debug)]
pub struct Allocate {
    /// What can be given points.
    pub options: Options,
    /// How many points are shared.
    pub total: u32,
    /// Where options have target ranges: the skill that they measure.
    pub skill: Text,
    /// The same: how much it counts for the skill, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
}

impl Allocate {
    /// Whether points are shared out over target ranges, and not over options with levels.
    fn has_targets(&self) -> bool {
        self.skill.is_given()
    }

    /// The lowest level that shares of the points can stand for. The distance is convex in the points, so that it is
    /// largest where one option has them all.
    fn furthest(&self) -> f64 {
        let all_on =
            |chosen: usize| self.distance(&|option| if option == chosen { f64::from(self.total) } else { 0.0 });
        self.of_distance((0..self.options.list.len()).map(all_on).fold(0.0, f64::max))
    }

    fn of_distance(&self, distance: f64) -> f64 {
        TOP * (1.0 - distance / f64::from(self.total.max(1))).max(0.0)
    }

    /// How many points lie outside the options' target ranges, all together.
    fn distance(&self, points: &dyn Fn(usize) -> f64) -> f64 {
        let outside = |(index, option): (usize, &OptionRecord)| {
            let (low, high) = option.target.ends();
            (low - points(index)).max(points(index) - high).max(0.0)
        };
        self.options.list.iter().enumerate().map(outside).sum()
    }
}

impl Room for Allocate {
    const NEW: Allocate = Allocate { options: Options::NEW, total: 0, skill: NO_TEXT, weight: None };

    fields! { "id type situation? prompt sources? instruction?", allocate, index:
        "options shuffle?" => allocate.options.field(index, 2, "id text why? keys? shows? target?"),
        "total" => Slot::Whole(&mut allocate.total, 2, POINTS),
        "skill?" => Slot::Id(&mut allocate.skill),
        "weight?" => weight(&mut allocate.weight),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn skill(&self) -> Option<&Text> {
        Some(&self.skill).filter(|_| self.has_targets())
    }

    /// Target ranges stand for all options of an item that names a skill, in place of keys, and for none of another's;
    /// some way of sharing the points out is within all of them.
    fn check(&self, at: At, id: &str, checker: &mut Checker<'_, '_>) {
        let (mut fewest, mut most, mut read) = (0.0, 0.0, true);
        for option in &self.options.list {
            let (low, high) = option.target.ends();
            if self.has_targets() != option.target.is_given() || self.has_targets() && !option.keys.is_empty() {
                checker.error(Code::TARGET_OR_KEY, option.at, &[("item", Said(id))], None);
                read = false;
            } else if low > high {
                checker.error(Code::EMPTY_TARGET, option.at, &[("low", Number(low)), ("high", Number(high))], None);
                read = false;
            }
            fewest += low;
            most += high;
        }
        let total = f64::from(self.total);
        let read = read && checker.is_whole(at, "total");
        if self.has_targets() && read && self.total > 0 && !(fewest..=most).contains(&total) {
            let values = [("total", Number(total)), ("low", Number(fewest)), ("high", Number(most))];
            checker.error(Code::UNREACHABLE_TARGET, at, &values, None);
        }
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.total = self.total;
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        let shares = reader.wholes(at, &self.options.list, 0, self.total)?;
        let shares: Vec<u32> = shares.into_iter().map(Option::unwrap_or_default).collect();
        let sum: u32 = shares.iter().sum();
        if sum != self.total {
            reader.error(
                Code::ANSWER_TOTAL,
                at,
                &[("found", Number(f64::from(sum))), ("total", Number(f64::from(self.total)))],
                None,
            );
        }
        Some(Answer::Shares(shares))
    }

    /// Over options with levels as [`keyed::level`]. Over target ranges 4 max(0, 1 - D / total), with D the sum over
    /// options of how many points each lies outside its range. The weight is the item's.
    ///
    /// Full marks anywhere within the ranges, falling in proportion to the distance from them, is the desirability of
    /// Derringer & Suich 1980 (Journal of Quality Technology 12:214-219); the sum of absolute distances is the
    /// city-block distance between profiles (Cronbach & Gleser 1953, Psychological Bulletin 50:456-473). Metier's own
    /// is where it ends: misplaced points as many as there are to share stand for level 0. A point that one option has
    /// too much is often one that another lacks, and then counts twice.
    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        if !self.has_targets() {
            return keyed::level(&self.options.list, answer, skill);
        }
        let distance = self.distance(&|option| share(answer, option));
        Some((self.of_distance(distance), self.weight.unwrap_or(1.0)))
    }

    /// With an equal share of the points, or more.
    fn takes(&self, answer: &Answer, option: usize) -> bool {
        share(answer, option) * self.options.list.len() as f64 >= f64::from(self.total)
    }

    fn levels(&self, skill: &str) -> Levels {
        Levels::five(if self.has_targets() {
            (self.furthest(), TOP)
        } else {
            ends(&keyed::levels(&self.options.list, skill), 1)
        })
    }

    fn all(&self) -> Option<Vec<Answer>> {
        let mut found = Vec::new();
        shares(self.total, self.options.list.len(), &mut Vec::new(), &mut found)?;
        Some(found)
    }

    fn any(&self, random: &mut Random) -> Option<Answer> {
        let mut shares = vec![0; self.options.list.len()];
        for _ in 0..self.total {
            let option = below(shares.len(), random);
            if let Some(share) = shares.get_mut(option) {
                *share += 1;
            }
        }
        Some(Answer::Shares(shares))
    }
}

/// All ways of sharing `left` points over `options` more options after `before`.
fn shares(left: u32, options: usize, before: &mut Vec<u32>, found: &mut Vec<Answer>) -> Option<()> {
    if options <= 1 {
        before.push(left);
        found.push(Answer::Shares(before.clone()));
        before.pop();
        return (found.len() <= LISTED).then_some(());
    }
    for points in 0..=left {
        before.push(points);
        let listed = shares(left - points, options - 1, before, found);
        before.pop();
        listed?;
    }
    Some(())
}
