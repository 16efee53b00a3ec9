//! A session: a quiz document, the responses to it, and a seed. Nothing derived from them is kept.
//!
//! Going back, taking a quiz up again, and going on after a crash are all the same thing: the responses once more.

use crate::numeric::random::Random;
use crate::problem::Problem;
use crate::quiz::response::{self, Response, Responses, unknown_item};
use crate::quiz::translate::{Voice, speak};
use crate::quiz::view::{QuizView, view};
use crate::quiz::{self, Quiz};
use serde::Serialize;

/// The seed where none is given.
pub const SEED: u32 = 1;

/// A quiz being taken.
#[derive(Debug)]
pub struct Session {
    /// The quiz, in the language shown.
    pub quiz: Quiz,
    /// The language shown.
    pub voice: Voice,
    /// Seed of the order and of the draws.
    pub seed: u32,
    /// What was answered, by the document's order of items.
    pub responses: Responses,
}

/// Where a session stands after an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The item that was answered.
    pub item: String,
    /// Items answered.
    pub answered: u32,
    /// Items skipped.
    pub skipped: u32,
    /// Items neither answered nor skipped.
    pub left: u32,
    /// The first of those in the order in which they are asked.
    pub next: Option<String>,
}

impl Session {
    /// Opens a quiz document in the language nearest to `language`.
    ///
    /// # Errors
    /// All problems of the document.
    pub fn open(text: &str, language: &str, seed: u32) -> Result<Session, Vec<Problem>> {
        let (quiz, problems) = quiz::read(text);
        let Some(mut quiz) = quiz else { return Err(problems) };
        let voice = speak(&mut quiz, language);
        let responses = vec![None; quiz.items.len()];
        Ok(Session { quiz, voice, seed, responses })
    }

    /// The quiz as it is shown.
    pub fn view(&self) -> QuizView<'_> {
        view(&self.quiz, &self.voice, &self.order(), self.seed)
    }

    /// The order in which items are asked, as indices into the document: as written, or shuffled with the seed
    /// (Fisher & Yates, in Durstenfeld's form of 1964).
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.quiz.items.len()).collect();
        if self.quiz.order == 1 {
            let mut random = Random::new(u64::from(self.seed));
            for last in (1..order.len()).rev() {
                order.swap(last, (random.uniform() * (last + 1) as f64) as usize);
            }
        }
        order
    }

    /// Keeps an answer (JSON text; `null` = skipped) and the milliseconds that it took, in place of an earlier one.
    ///
    /// # Errors
    /// All problems of the answer; the earlier one stays.
    pub fn answer(&mut self, id: &str, answer: &str, milliseconds: f64) -> Result<Step, Vec<Problem>> {
        let index = self.quiz.items.iter().position(|item| item.id.value == id);
        let found = index.and_then(|index| Some((self.quiz.items.get(index)?, self.responses.get_mut(index)?)));
        let Some((item, place)) = found else { return Err(vec![unknown_item(id, &self.quiz)]) };
        let answer = response::read_answer(answer, item)?;
        let milliseconds = (milliseconds.is_finite() && milliseconds >= 0.0).then_some(milliseconds);
        *place = Some(Response { answer, milliseconds });
        Ok(self.step(id))
    }

    fn step(&self, id: &str) -> Step {
        let (answered, skipped) = self.counts();
        let open = |index: &usize| self.responses.get(*index).is_some_and(Option::is_none);
        let next = self.order().into_iter().find(open).and_then(|index| self.quiz.items.get(index));
        Step {
            item: id.into(),
            answered,
            skipped,
            left: self.quiz.items.len() as u32 - answered - skipped,
            next: next.map(|item| item.id.value.clone()),
        }
    }

    /// How many items were answered, and how many skipped.
    pub fn counts(&self) -> (u32, u32) {
        let given = self.responses.iter().flatten();
        let answered = given.clone().filter(|response| response.answer.is_some()).count() as u32;
        (answered, given.count() as u32 - answered)
    }
}
