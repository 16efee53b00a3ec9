//! A session: a quiz document, the responses to it, and a seed. Nothing derived from them is kept.
//!
//! Going back, taking a quiz up again, and going on after a crash are all the same thing: the responses once more.

use crate::model::calibrated::{Measure, Parameters, is_readable, measures, parameters};
use crate::numeric::random::Random;
use crate::problem::{Code, Naming, Problem, Severity, TELLS};
use crate::quiz::calibration::Adaptive;
use crate::quiz::document::Order;
use crate::quiz::limits::ITEMS;
use crate::quiz::response::{self, Answer, Response, Responses, Sheet, unknown_item};
use crate::quiz::translate::{Voice, speak};
use crate::quiz::view::{QuizView, view};
use crate::quiz::{self, FULL, Item, Quiz};
use crate::roles::question::Rule;
use crate::select::{self, screens};
use serde::Serialize;

/// The seed where none is given.
pub const SEED: u32 = 1;

/// Turns a number into a seed.
///
/// # Errors
/// `seed-range` for anything but a whole number from 0 to 4294967295, which a page would otherwise wrap into one.
pub fn seed(number: f64) -> Result<u32, Problem> {
    let seed = number as u32;
    if f64::from(seed) == number {
        return Ok(seed);
    }
    let values = [("found", Naming::Number(number)), ("most", Naming::Number(f64::from(u32::MAX)))];
    Err(Problem::plain(Severity::Error, if TELLS { Code::SEED_RANGE } else { Code::QUIZ_FULL }, &values, None))
}

/// A quiz being taken.
#[derive(Debug)]
pub struct Session {
    /// The quiz, in the language shown.
    pub quiz: Quiz,
    /// The language shown.
    pub voice: Voice,
    /// Seed of the order of items and options, and of all draws.
    pub seed: u32,
    /// The responses, in the document's order of items.
    pub responses: Responses,
    /// Adaptive: the items asked so far, in order.
    pub path: Vec<usize>,
}

/// The state of a session after an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The item that was answered.
    pub item: String,
    /// Number of items answered.
    pub answered: u32,
    /// Number of items skipped.
    pub skipped: u32,
    /// Number of items neither answered nor skipped; adaptive: how many may still be asked at most.
    pub left: u32,
    /// The item to be asked next: the first of those; adaptive: what was chosen.
    pub next: Option<String>,
    /// Adaptive: items asked after this one, whose answers were dropped because the answer to it changed.
    pub dropped: Vec<String>,
}

/// How an adaptive quiz would go on, for a catalogue to have the last word ([`crate::roles::question`]).
#[derive(Debug, Serialize)]
pub struct Choice<'q> {
    /// What the quiz itself would ask: an item, or a screen of them.
    pub own: Vec<&'q str>,
    /// How far the catalogue has a say; nothing where it has none.
    pub rule: Option<Rule>,
    /// An instructed item that comes last on a screen that is shared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joins: Option<&'q str>,
    /// The items that could be asked.
    pub items: Vec<CandidateView<'q>>,
}

/// An item that could be asked next.
#[derive(Debug, Serialize)]
pub struct CandidateView<'q> {
    /// Identifier of the item.
    pub item: &'q str,
    /// Whether it may share a screen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub shares: bool,
    /// What it measures, on the scale of levels.
    pub measures: Parameters<'q>,
}

impl Session {
    /// Opens a quiz document in the language nearest to `language`.
    ///
    /// # Errors
    /// All problems of the document.
    pub fn open(text: &str, language: &str, seed: u32) -> Result<Session, Vec<Problem>> {
        let (quiz, problems) = quiz::read(text);
        quiz.map(|quiz| Session::start(quiz, language, seed)).ok_or(problems)
    }

    /// Starts with a quiz that was read, in the language nearest to `language`.
    pub fn start(mut quiz: Quiz, language: &str, seed: u32) -> Session {
        let voice = speak(&mut quiz, language);
        let responses = vec![None; quiz.items.len()];
        Session { quiz, voice, seed, responses, path: Vec::new() }
    }

    /// The quiz as it is shown.
    pub fn view(&self) -> QuizView<'_> {
        let first = self.next().and_then(|index| self.quiz.items.get(index)).map(|item| item.id.value.as_str());
        view(&self.quiz, &self.voice, &self.order(), self.seed, first)
    }

    /// Takes up the responses of a sheet, with the order of the answers in it.
    pub fn take_up(&mut self, sheet: Sheet) {
        self.responses = sheet.responses;
        self.path = if self.quiz.is_adaptive() { sheet.order } else { Vec::new() };
    }

    /// The item to be asked next, as an index into the document.
    pub fn next(&self) -> Option<usize> {
        if self.quiz.screens().is_some() {
            return self.screen().first().copied();
        }
        if self.quiz.is_adaptive() {
            return select::next(&self.quiz, &self.responses, &self.path, self.seed);
        }
        self.order().into_iter().find(|&index| self.responses.get(index).is_some_and(Option::is_none))
    }

    /// What the quiz by itself asks next, as indices into the document: what is not answered of [`Session::whole_screen`].
    pub fn screen(&self) -> Vec<usize> {
        let mut screen = self.whole_screen();
        screen.retain(|item| self.quiz.screens().is_none() || !self.path.contains(item));
        screen
    }

    /// What the quiz by itself puts on the present screen: one item, where it does not ask by screens. Nothing at its end.
    pub fn whole_screen(&self) -> Vec<usize> {
        if self.quiz.screens().is_some() {
            screens::own(&self.quiz, &self.responses, &self.path)
        } else {
            self.next().into_iter().collect()
        }
    }

    /// The items that were asked before the present screen, in order.
    pub fn before(&self) -> &[usize] {
        let begins = if self.quiz.screens().is_some() { self.place().begins } else { self.path.len() };
        self.path.get(..begins).unwrap_or_default()
    }

    /// Where a session stands whose quiz asks by screens.
    fn place(&self) -> screens::Place {
        screens::place(&self.quiz, &self.path)
    }

    /// Whether an item was asked, or will be.
    pub fn is_asked(&self, index: usize) -> bool {
        !self.quiz.is_adaptive() || self.path.contains(&index)
    }

    /// Whether the seed decides what is shown: where nobody gives one, each sitting then has one of its own.
    pub fn draws(&self) -> bool {
        let shuffled = || FULL && self.quiz.items.iter().any(|item| item.kind.options().shuffle);
        self.quiz.order.is(Order::Shuffled) || self.quiz.is_adaptive() || shuffled()
    }

    /// How far a catalogue has a say in which item comes next; nothing where it has none.
    pub fn rule(&self) -> Option<Rule> {
        let adaptive = self.quiz.adaptive.as_ref().filter(|_| self.quiz.is_adaptive())?;
        if adaptive.by_screens() {
            return self.rule_of_screens(adaptive);
        }
        // The rest of a screen comes next whatever a catalogue would rather know.
        if select::rest(&self.quiz, &self.path).is_some() {
            return None;
        }
        let (decides, stop_share) = (self.quiz.decides(), adaptive.stop_share);
        let min = adaptive.min.unwrap_or(1);
        let rule = Rule { asked: self.path.len() as u32, min, stop_share, decides, ..Rule::default() };
        (decides || stop_share.is_some()).then_some(rule)
    }

    /// The rule by which a catalogue chooses the present screen; nothing while the quiz opens.
    fn rule_of_screens(&self, adaptive: &Adaptive) -> Option<Rule> {
        let (before, frame) = (self.before(), self.frame());
        frame.opening.is_none().then(|| Rule {
            asked: screens::counted(&self.quiz, before) as u32,
            min: adaptive.min.unwrap_or(1),
            stop_share: adaptive.stop_share,
            decides: self.quiz.decides(),
            screen: Some(frame.most as u32),
            stop_gain: adaptive.stop_gain,
        })
    }

    /// What may stand on the present screen.
    fn frame(&self) -> screens::Frame {
        screens::frame(&self.quiz, self.before(), self.place().screens)
    }

    /// The instructed item that joins the present screen, if that is shared.
    pub fn joins(&self) -> Option<usize> {
        self.quiz.screens().and_then(|_| self.frame().instructed)
    }

    /// Whether an item may share a screen.
    pub fn shares(&self, item: usize) -> bool {
        screens::shares(&self.quiz, item)
    }

    /// Adaptive: the items that may be asked next, as indices into the document, with what each measures; no more than
    /// can be read again as a text, and without models whose parameters cannot.
    pub fn candidates(&self) -> Vec<(usize, Measure)> {
        let measures = measures(&self.quiz);
        let by_screens = self.quiz.screens().is_some();
        let open = || self.frame().items.into_iter().map(|(item, _)| item).collect();
        let open: Vec<usize> = if by_screens { open() } else { select::open(&self.quiz, &self.path) };
        let mut candidates = Vec::new();
        for index in open {
            let Some(item) = self.quiz.items.get(index) else { continue };
            let readable = measures(&self.quiz, item).into_iter().filter(|measure| is_readable(&measure.model));
            // On a screen each item is for one skill, the first of its own.
            let most = if by_screens { 1 } else { usize::MAX };
            candidates.extend(readable.take(most).map(|measure| (index, measure)));
        }
        candidates.truncate(ITEMS);
        candidates
    }

    /// How the quiz would go on after what was answered before the present screen, where that is more than one item or a
    /// catalogue has the last word; nothing otherwise, or at the end.
    pub fn choice(&self) -> Option<Choice<'_>> {
        let rule = self.rule();
        let own = self.whole_screen();
        if own.is_empty() || rule.is_none() && self.quiz.screens().is_none() {
            return None;
        }
        let id = |index: usize| self.quiz.items.get(index).map(|item| item.id.value.as_str());
        let view = |(index, measure): (usize, Measure)| {
            Some(CandidateView {
                item: id(index)?,
                shares: self.shares(index),
                measures: parameters(&self.quiz, &measure),
            })
        };
        let candidates = if rule.is_some() { self.candidates() } else { Vec::new() };
        Some(Choice {
            own: own.into_iter().filter_map(id).collect(),
            rule,
            joins: self.joins().and_then(id),
            items: candidates.into_iter().filter_map(view).collect(),
        })
    }

    /// The order in which items are asked, as indices into the document: as written, or shuffled with the seed.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.quiz.items.len()).collect();
        if !self.quiz.order.is(Order::Shuffled) {
            return order;
        }
        // What stands on one screen moves as one.
        if FULL {
            order.retain(|&index| self.beside(index.wrapping_sub(1), index).is_none());
        }
        Random::new(u64::from(self.seed)).shuffle(&mut order);
        if FULL {
            let screen = |first: usize| {
                std::iter::successors(Some(first), |&index| self.beside(index, index + 1).map(|_| index + 1))
            };
            return order.into_iter().flat_map(screen).collect();
        }
        order
    }

    /// The item at an index, if it stands on one screen with another.
    fn beside(&self, other: usize, index: usize) -> Option<&Item> {
        let other = self.quiz.items.get(other)?;
        self.quiz.items.get(index).filter(|item| item.is_beside(other))
    }

    /// Records an answer (JSON text; `null` = skipped) and the milliseconds that it took, replacing an earlier one.
    ///
    /// # Errors
    /// All problems of the answer; the earlier one stays.
    pub fn answer(&mut self, id: &str, answer: &str, milliseconds: f64) -> Result<Step, Vec<Problem>> {
        let index = self.quiz.items.iter().position(|item| item.id.value == id);
        let found = index.and_then(|index| Some((index, self.quiz.items.get(index)?)));
        let Some((index, item)) = found else { return Err(vec![unknown_item(id, &self.quiz)]) };
        let answer = response::read_answer(answer, item)?;
        let milliseconds = (milliseconds.is_finite() && milliseconds >= 0.0).then_some(milliseconds);
        let dropped = self.give(index, answer, milliseconds);
        Ok(self.step(id, &dropped))
    }

    /// Records an answer to the item at an index; returns the items whose answers are dropped for it.
    pub fn give(&mut self, index: usize, answer: Option<Answer>, milliseconds: Option<f64>) -> Vec<usize> {
        let Some(place) = self.responses.get_mut(index) else { return Vec::new() };
        let same = place.as_ref().is_some_and(|before| before.answer == answer);
        *place = Some(Response { answer, milliseconds });
        self.asked(index, same)
    }

    /// Updates the path of an adaptive quiz: a new item is appended, and a changed answer cuts the path off after its
    /// item. Returns the items that are dropped.
    fn asked(&mut self, index: usize, same: bool) -> Vec<usize> {
        if !self.quiz.is_adaptive() {
            return Vec::new();
        }
        let Some(place) = self.path.iter().position(|&asked| asked == index) else {
            self.path.push(index);
            return Vec::new();
        };
        // What stands on one screen was chosen before any of it was answered.
        let end = if self.quiz.screens().is_some() { screens::end(&self.quiz, &self.path, place) } else { place + 1 };
        let dropped = if same { Vec::new() } else { self.path.split_off(end.min(self.path.len())) };
        for &index in &dropped {
            if let Some(response) = self.responses.get_mut(index) {
                *response = None;
            }
        }
        dropped
    }

    fn step(&self, id: &str, dropped: &[usize]) -> Step {
        let (answered, skipped) = self.counts();
        let next = self.next().and_then(|index| self.quiz.items.get(index));
        let most = self
            .quiz
            .adaptive
            .as_ref()
            .filter(|_| self.quiz.is_adaptive())
            .map_or(self.quiz.items.len() as u32, |adaptive| self.quiz.longest(adaptive));
        let id_of = |&index: &usize| Some(self.quiz.items.get(index)?.id.value.clone());
        Step {
            item: id.into(),
            answered,
            skipped,
            left: if next.is_some() { most.saturating_sub(answered + skipped) } else { 0 },
            next: next.map(|item| item.id.value.clone()),
            dropped: dropped.iter().filter_map(id_of).collect(),
        }
    }

    /// How many items were answered, and how many skipped.
    pub fn counts(&self) -> (u32, u32) {
        let given = self.responses.iter().flatten();
        let answered = given.clone().filter(|response| response.answer.is_some()).count() as u32;
        (answered, given.count() as u32 - answered)
    }
}
