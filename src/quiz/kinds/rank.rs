//! `rank`: all options, the best first.

use super::answer::Answer;
use super::checking::Checker;
use super::every::{LISTED, shuffled};
use super::keyed::{KEYED, key};
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields};
use super::shape;
use super::shown::Shown;
use crate::numeric::random::Random;
use crate::problem::Code;
use crate::problem::Naming::Text as Said;
use crate::quiz::limits::TOP;
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::steps::counted;
use crate::text::json::At;
use crate::text::names::Names;

/// An item whose options are put in order.
#[derive(Debug)]
pub struct Rank {
    /// What is put in order.
    pub options: Options,
}

impl Rank {
    /// All of them make an answer.
    fn count(&self) -> (u32, u32) {
        let all = self.options.list.len() as u32;
        (all, all)
    }
}

impl Room for Rank {
    const NEW: Rank = Rank { options: Options::NEW };

    fields! { "id type situation? prompt sources? instruction?", rank, index:
        "options shuffle?" => rank.options.field(index, 3, KEYED),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    /// On each skill an order must be able to agree with the key more or less.
    fn check(&self, at: At, id: &str, checker: &mut Checker<'_, '_>) {
        let mut names = Names::default();
        let mut skills: Vec<(&str, usize, f64, f64)> = Vec::new();
        for key in counted(self.options.list.iter().flat_map(|option| &option.keys)) {
            let skill = key.skill.value.as_str();
            // What is no skill of the quiz is a problem of its own.
            if checker.skills.find(skill).is_none() {
                continue;
            }
            match names.add(skill).and_then(|place| skills.get_mut(place)) {
                Some((_, count, low, high)) => {
                    (*count, *low, *high) = (*count + 1, low.min(key.level), high.max(key.level))
                }
                None => skills.push((skill, 1, key.level, f64::max(0.0, key.level))),
            }
        }
        for (skill, count, low, high) in skills {
            if count < 3 || low == high {
                checker.error(Code::FLAT_ORDER, at, &[("item", Said(id)), ("skill", Said(skill))], None);
            }
        }
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.count = Some(self.count());
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.options(at, &self.options.list, self.count(), |_| false)
    }

    /// 4 max(0, r) of the places, counted so that the first is highest, with the levels of the options keyed on the
    /// skill; the weight is the mean of those keys' weights.
    ///
    /// Places are those in the whole order, also where some options have no key on the skill.
    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        let Answer::Options(order) = answer else { return None };
        let key = |index: usize| key(&self.options.list, index, skill);
        let (mut keys, mut weights) = (0.0, 0.0);
        for key in order.iter().filter_map(|&index| key(index)) {
            keys += 1.0;
            weights += key.weight.unwrap_or(1.0);
        }
        let placed = |place: usize| Some((-(place as f64), key(*order.get(place)?)?.level));
        Some((shape::level(order.len(), &placed)?, weights / keys))
    }

    /// In the first place.
    fn takes(&self, answer: &Answer, option: usize) -> bool {
        matches!(answer, Answer::Options(order) if order.first() == Some(&option))
    }

    fn levels(&self, _skill: &str) -> Levels {
        Levels::five((0.0, TOP))
    }

    fn all(&self) -> Option<Vec<Answer>> {
        let mut found = Vec::new();
        orders(self.options.list.len(), &mut Vec::new(), &mut found)?;
        Some(found)
    }

    fn any(&self, random: &mut Random) -> Option<Answer> {
        Some(Answer::Options(shuffled(self.options.list.len(), random)))
    }
}

/// All orders of the options below `options` that begin with `before`.
fn orders(options: usize, before: &mut Vec<usize>, found: &mut Vec<Answer>) -> Option<()> {
    if before.len() == options {
        found.push(Answer::Options(before.clone()));
        return (found.len() <= LISTED).then_some(());
    }
    for option in 0..options {
        if before.contains(&option) {
            continue;
        }
        before.push(option);
        let listed = orders(options, before, found);
        before.pop();
        listed?;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Answer, LISTED, orders};

    /// n! of them, no two alike; nothing where there are more than can be listed (8! = 40,320).
    #[test]
    fn every_order_is_listed_once() {
        for (options, count) in [(1, 1), (3, 6), (5, 120), (7, 5_040)] {
            let mut found = Vec::new();
            assert!(orders(options, &mut Vec::new(), &mut found).is_some());
            let mut lists: Vec<Vec<usize>> = found
                .into_iter()
                .filter_map(|answer| if let Answer::Options(order) = answer { Some(order) } else { None })
                .collect();
            lists.sort();
            lists.dedup();
            assert_eq!(lists.len(), count, "{options} options");
            let sorted = |order: &Vec<usize>| {
                let mut order = order.clone();
                order.sort_unstable();
                order == (0..options).collect::<Vec<_>>()
            };
            assert!(lists.iter().all(sorted), "each has every option");
        }
        assert!(LISTED < 40_320 && orders(8, &mut Vec::new(), &mut Vec::new()).is_none());
    }
}
