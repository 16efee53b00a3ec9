//! `single`: one option.

use super::answer::Answer;
use super::keyed::{self, KEYED};
use super::levels::{Levels, once};
use super::reading::Reader;
use super::right::lower;
use super::room::{Room, fields};
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::text::json::At;

/// Decimals that differ by less are the same: 3.3 less 2 is not quite 1.3 to a computer.
const SAME: f64 = 1e-9;

/// An item of which one option is chosen.
#[derive(Debug)]
pub struct Single {
    /// What can be chosen.
    pub options: Options,
}

impl Room for Single {
    const NEW: Single = Single { options: Options::NEW };

    fields! { "id type situation? prompt sources? instruction? calibration?", single, index:
        "options shuffle?" => single.options.field(index, 2, KEYED),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.option(at, &self.options.list).map(Answer::Option)
    }

    fn says(&self, answer: &Answer, skill: &str) -> Option<(f64, f64)> {
        keyed::level(&self.options.list, answer, skill)
    }

    fn levels(&self, skill: &str) -> Levels {
        levels(&keyed::levels(&self.options.list, skill), self.options.list.len())
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some((0..self.options.list.len()).map(Answer::Option).collect())
    }
}

/// The levels of the options that are keyed, of so many; an item with one option at L and all others at max(0, L - 2)
/// asks for knowledge.
fn levels(keyed: &[f64], options: usize) -> Levels {
    let levels = once(keyed);
    let high = levels.iter().fold(0.0, |high: f64, level| high.max(*level));
    let count = |wanted: f64| keyed.iter().filter(|level| (**level - wanted).abs() < SAME).count();
    let (right, wrong) = (count(high), count(lower(high)));
    if right == 1 && wrong > 0 && right + wrong == options {
        return Levels { levels: vec![lower(high), high], guess: Some(1.0 / options as f64) };
    }
    Levels::of(levels)
}

#[cfg(test)]
mod tests {
    use super::levels;

    /// One option at L and all others two lower, or at 0: knowledge. Two right options, three levels, or an option
    /// without a key: judgement.
    #[test]
    fn knowledge_has_one_right_option() {
        let guess = |keyed: &[f64], options: usize| levels(keyed, options).guess;
        assert_eq!(guess(&[1.0, 3.0, 1.0, 1.0], 4), Some(0.25));
        assert_eq!(guess(&[0.0, 1.5, 0.0], 3), Some(1.0 / 3.0));
        assert_eq!(guess(&[1.3, 3.3], 2), Some(0.5));
        assert_eq!(guess(&[3.0, 3.0, 1.0], 3), None);
        assert_eq!(guess(&[3.0, 2.0, 1.0], 3), None);
        assert_eq!(guess(&[3.0, 1.0], 3), None);
        assert_eq!(guess(&[2.0, 2.0], 2), None);
    }
}
