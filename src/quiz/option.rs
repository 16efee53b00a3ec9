//! The options of an item: what can be chosen, rated, given points, put in order or into groups.

use super::FULL;
use super::key::{LevelKey, RatingKey};
use super::limits::{OPTIONS, POINTS, SKILLS};
use super::walk::Walk;
use crate::numeric::random::Random;
use crate::text::json::At;
use crate::text::record::{Ids, List, Record, Slot, Text};

/// No options: those of a kind without any.
pub static NONE: Options = Options::NEW;

/// A text that is not there.
pub const NO_TEXT: Text = Text { value: String::new(), at: 0, translated: false };

/// The options of an item.
#[derive(Debug, Default)]
pub struct Options {
    /// The fields of each, which depend on the kind of the item.
    pub names: &'static str,
    /// The options, in the order of the document.
    pub list: Vec<OptionRecord>,
    /// Whether they are shown in an order drawn with the seed.
    pub shuffle: bool,
}

impl Options {
    /// Options of which none was read yet.
    pub const NEW: Options = Options { names: "", list: Vec::new(), shuffle: false };

    /// The first or second of "options shuffle?": so many options at least, each with the fields `names`.
    #[inline(never)]
    pub fn field(&mut self, index: usize, least: usize, names: &'static str) -> Slot<'_> {
        match index {
            0 => self.list(least, OPTIONS, names),
            _ if FULL => Slot::Flag(&mut self.shuffle),
            // An order to be drawn is for the full player.
            _ => Slot::Elsewhere,
        }
    }

    /// So many at least and at most, each with the fields `names`.
    pub fn list(&mut self, least: usize, most: usize, names: &'static str) -> Slot<'_> {
        self.names = names;
        Slot::List(self, least, most)
    }

    /// The words that can be translated.
    pub fn texts(&mut self, walk: &mut Walk<'_>) {
        for option in &mut self.list {
            walk.named("options", &option.id.value, &mut |walk| {
                walk.text("text", &mut option.text);
                walk.text("why", &mut option.why);
                #[cfg(feature = "whole")]
                walk.text("talk", &mut option.talk);
            });
        }
    }

    /// Whether the option at the index can only be chosen alone.
    pub fn is_exclusive(&self, index: usize) -> bool {
        self.list.get(index).is_some_and(|option| option.exclusive)
    }

    /// The order in which they are shown, as indices: as written, or drawn with the seed and the item's place in the
    /// quiz, and after them what can only be chosen alone. The small player, which reads no such item, shows them as
    /// written and has no need of it.
    pub fn order(&self, seed: u32, place: usize) -> Vec<usize> {
        if !FULL {
            return Vec::new();
        }
        let all = 0..self.list.len();
        if !self.shuffle {
            return all.collect();
        }
        let (alone, mut order): (Vec<usize>, Vec<usize>) = all.partition(|index| self.is_exclusive(*index));
        Random::new((place as u64 + 1) << 32 | u64::from(seed)).shuffle(&mut order);
        order.extend(alone);
        order
    }
}

impl List for Options {
    fn push(&mut self) -> Slot<'_> {
        self.list.push(OptionRecord { names: self.names, ..OptionRecord::default() });
        self.list.last_mut().map_or(Slot::Anything, |option| Slot::Record(option))
    }
}

/// What can be chosen.
#[derive(Debug, Default)]
pub struct OptionRecord {
    /// Its fields, which depend on the kind of the item.
    pub names: &'static str,
    /// Its identifier within the item.
    pub id: Text,
    /// Its words.
    pub text: Text,
    /// What speaks for and against it, shown after the result.
    pub why: Text,
    /// `sort`, in a quiz that counts: why people differ about it.
    #[cfg(feature = "whole")]
    pub talk: Text,
    /// What choosing it says about skills.
    pub keys: Vec<LevelKey>,
    /// The behaviours that choosing it shows.
    pub shows: Ids,
    /// `multiple`: whether it can be chosen alone or not at all, as "none of these".
    pub exclusive: bool,
    /// `judge`: how experts rate it.
    pub key: RatingKey,
    /// `allocate`: the points that it should get.
    pub target: Target,
    /// `sort`: the group to which it belongs.
    pub group: Text,
    /// Node of the record.
    pub at: At,
}

impl Record for OptionRecord {
    fn names(&self) -> &'static str {
        self.names
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        match name {
            "id" => Slot::Id(&mut self.id),
            "text" | "name" => Slot::Words(&mut self.text),
            "why" => Slot::Words(&mut self.why),
            "shows" => Slot::List(&mut self.shows, 1, SKILLS),
            "keys" => Slot::List(&mut self.keys, 0, SKILLS),
            "target" => Slot::List(&mut self.target, 2, 2),
            "group" => Slot::Id(&mut self.group),
            #[cfg(feature = "whole")]
            "talk" => Slot::Words(&mut self.talk),
            "exclusive" if FULL => Slot::Flag(&mut self.exclusive),
            _ => Slot::Record(&mut self.key),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }
}

/// The fewest and the most points that an option of an `allocate` item should get; empty where it has no such range.
#[derive(Debug, Default)]
pub struct Target(Vec<u32>);

impl Target {
    /// The fewest and the most points.
    pub fn ends(&self) -> (f64, f64) {
        let end = |place: usize| f64::from(self.0.get(place).copied().unwrap_or_default());
        (end(0), end(1))
    }

    /// The same as written: two numbers, or none.
    pub fn points(&self) -> &[u32] {
        &self.0
    }

    /// Whether there is a range.
    pub fn is_given(&self) -> bool {
        !self.0.is_empty()
    }
}

impl List for Target {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0);
        self.0.last_mut().map_or(Slot::Anything, |points| Slot::Whole(points, 0, POINTS))
    }
}

#[cfg(test)]
mod tests {
    use super::{OptionRecord, Options};

    #[test]
    fn options_are_shown_in_every_order_and_what_stands_alone_comes_last() {
        let option = |exclusive: bool| OptionRecord { exclusive, ..OptionRecord::default() };
        let list = [false, false, true, false, false].map(option).into();
        let options = Options { shuffle: true, list, ..Options::default() };
        let orders: Vec<Vec<usize>> = (0..2_000).map(|seed| options.order(seed, 0)).collect();
        let mut known = orders.clone();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), 24, "orders of four options");
        assert!(orders.iter().all(|order| order[4] == 2));
        // Each of 24 in 2,000 draws: 83, give or take 9.
        let least = known.iter().map(|one| orders.iter().filter(|order| *order == one).count()).min();
        assert!(least > Some(83 - 45), "{least:?}");
        assert_eq!(options.order(7, 0), options.order(7, 0));
        assert!(
            (0..50).any(|seed| options.order(seed, 0) != options.order(seed, 1)),
            "two items of one quiz have orders of their own"
        );
    }
}
