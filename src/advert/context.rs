//! What surrounds the words of an advert: negations, sections, sentences that are left out.

use super::lexicon::{Lexicon, SectionKind};
use super::phrases::{Found, Phrases};
use super::sections::{Sections, sections};
use super::words::Words;
use crate::closed;

/// The lists of a lexicon that tell what surrounds a phrase.
#[derive(Debug)]
pub struct Lists {
    headings: Phrases,
    /// The section of each heading.
    owners: Vec<usize>,
    boilerplate: Phrases,
    before: Phrases,
    after: Phrases,
    except: Phrases,
}

impl Lists {
    /// Prepares the lists of a lexicon.
    pub fn of(lexicon: &Lexicon) -> Lists {
        let list =
            |labels: &crate::text::record::Labels| Phrases::of(labels.0.iter().map(|label| label.value.as_str()));
        let sections = || lexicon.sections.iter().enumerate();
        Lists {
            headings: Phrases::of(
                sections().flat_map(|(_, section)| &section.headings.0).map(|heading| heading.value.as_str()),
            ),
            owners: sections().flat_map(|(index, section)| section.headings.0.iter().map(move |_| index)).collect(),
            boilerplate: list(&lexicon.boilerplate),
            before: list(&lexicon.negations.before),
            after: list(&lexicon.negations.after),
            except: list(&lexicon.negations.except),
        }
    }
}

closed! {
    /// What becomes of a phrase that was found.
    pub enum State {
        /// It counts.
        Counted = "counted",
        /// The text negates it.
        Negated = "negated",
        /// Its sentence or section is not about the work.
        LeftOut = "left-out",
    }
}

/// What surrounds the words of one advert.
#[derive(Debug)]
pub struct Context<'c> {
    lexicon: &'c Lexicon,
    owners: &'c [usize],
    /// The words of the advert.
    pub words: &'c Words,
    sections: Sections,
    /// Whether each sentence is left out.
    left_out: Vec<bool>,
    before: Vec<Found>,
    after: Vec<Found>,
}

/// Finds the context of `words`, and ends their stretches at headings.
pub fn context<'c>(lexicon: &'c Lexicon, lists: &'c Lists, words: &'c mut Words) -> Context<'c> {
    let sections = sections(words, &lists.headings);
    words.divide(&|line| sections.headings.get(line).copied().unwrap_or_default());
    let words: &Words = words;
    let mut left_out = vec![false; words.list.last().map_or(0, |word| word.sentence as usize + 1)];
    for found in lists.boilerplate.find(words) {
        let sentence = words.list.get(found.first).and_then(|word| left_out.get_mut(word.sentence as usize));
        sentence.into_iter().for_each(|out| *out = true);
    }
    let exceptions = lists.except.find(words);
    let covered = |found: &Found| {
        let after = exceptions.partition_point(|except| except.end < found.end);
        exceptions.get(after).is_some_and(|except| except.first <= found.first)
    };
    let all = |list: &Phrases| list.find(words).into_iter().filter(|found| !covered(found)).collect();
    Context {
        lexicon,
        owners: &lists.owners,
        words,
        left_out,
        before: all(&lists.before),
        after: all(&lists.after),
        sections,
    }
}

impl Context<'_> {
    /// Index of the section of a word.
    fn section(&self, word: usize) -> Option<usize> {
        let heading = (*self.sections.of.get(self.words.list.get(word)?.line as usize)?)?;
        self.owners.get(heading).copied()
    }

    /// Which lines are headings.
    pub fn headings(&self) -> &[bool] {
        &self.sections.headings
    }

    /// The kind of the section of a word.
    pub fn kind(&self, word: usize) -> Option<SectionKind> {
        self.lexicon.sections.get(self.section(word)?)?.kind.get()
    }

    /// The factor by which phrases in the section of a word count; 1 outside of all sections.
    pub fn factor(&self, word: usize) -> f64 {
        self.section(word).and_then(|section| self.lexicon.sections.get(section)).map_or(1.0, |section| section.factor)
    }

    /// What becomes of a phrase from `first` up to, but not including, `end`.
    pub fn state(&self, first: usize, end: usize) -> State {
        let sentence = self.words.list.get(first).map_or(0, |word| word.sentence as usize);
        if self.left_out.get(sentence).copied().unwrap_or_default() || self.factor(first) == 0.0 {
            return State::LeftOut;
        }
        if self.is_negated(first, end) { State::Negated } else { State::Counted }
    }

    fn is_negated(&self, first: usize, end: usize) -> bool {
        let reach = self.lexicon.model.reach as usize;
        let up_to = self.before.partition_point(|found| found.end <= first);
        let before =
            self.before.get(..up_to).unwrap_or_default().iter().rev().take_while(|found| first - found.end < reach);
        let from = self.after.partition_point(|found| found.first < end);
        let after = self.after.get(from..).unwrap_or_default().iter().take_while(|found| found.first - end < reach);
        before.into_iter().any(|found| self.words.together(found.first, first))
            || after.into_iter().any(|found| self.words.together(end.saturating_sub(1), found.first))
    }
}
