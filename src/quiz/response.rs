//! Answers: what was answered to which item, and how long it took.

use super::document::Quiz;
use super::item::Item;
use super::kinds::Kind as ItemKind;
use super::kinds::reading::Reader;
use crate::problem::Naming::Text;
use crate::problem::{Code, Problem, Problems, Severity, WARNS, nearest};
use crate::text::json::{self, At, Kind, Tape};
use crate::text::names::Names;

pub use super::kinds::answer::Answer;

/// What was said to one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// The answer; `None` if the item was skipped.
    pub answer: Option<Answer>,
    /// Milliseconds it took, if they were measured.
    pub milliseconds: Option<f64>,
}

/// Responses to a quiz: one place for each of its items, `None` where nothing was said.
pub type Responses = Vec<Option<Response>>;

/// An answer sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// What was answered, by the document's order of items.
    pub responses: Responses,
    /// The items in the order of the sheet, as indices into the quiz.
    pub order: Vec<usize>,
    /// Node of the answer to each of them.
    pub places: Vec<At>,
}

/// Reads an answer sheet: an object, item id -> answer, or -> `{"answer": …, "ms": 4200}`; `null` = skipped. In the
/// order in which items were asked, as an adaptive quiz needs it: a list of `{"item": …, "answer": …, "ms": 4200}`.
pub fn read_sheet(text: &str, quiz: &Quiz) -> (Option<Sheet>, Vec<Problem>) {
    let mut problems = Problems::default();
    let sheet = json::parse(text, &mut problems).map(|tape| sheet(&tape, 0, quiz, &mut problems));
    let sheet = sheet.filter(|_| !problems.rejected());
    (sheet, problems.into_list())
}

/// Reads the answer sheet that is the node `at` of a document; all problems are added to `problems`.
pub fn sheet(tape: &Tape<'_>, at: At, quiz: &Quiz, problems: &mut Problems) -> Sheet {
    let mut sheet = Sheet { responses: vec![None; quiz.items.len()], ..Sheet::default() };
    Reader { tape, problems }.sheet(at, quiz, &mut sheet);
    sheet
}

/// Reads the answer to one item; `Ok(None)` = skipped.
///
/// # Errors
/// All problems of the answer, with places in its text.
pub fn read_answer(text: &str, item: &Item) -> Result<Option<Answer>, Vec<Problem>> {
    let mut problems = Problems::default();
    let tape = json::parse(text, &mut problems);
    let answer = tape.and_then(|tape| Reader { tape: &tape, problems: &mut problems }.answer(0, item));
    if problems.rejected() { Err(problems.into_list()) } else { Ok(answer) }
}

impl Reader<'_, '_> {
    fn sheet(&mut self, at: At, quiz: &Quiz, sheet: &mut Sheet) {
        let tape = self.tape;
        let listed = tape.kind(at) == Kind::Array;
        if !listed && tape.kind(at) != Kind::Object {
            return self.error(Code::ANSWER_SHEET, at, &[], None);
        }
        let ids = || quiz.items.iter().map(|item| item.id.value.as_str());
        let items = Names::of(&mut ids());
        for child in tape.children(at) {
            if self.problems.full() {
                return;
            }
            let name = if listed { self.entry(child) } else { Some(child) };
            let Some(name) = name else {
                self.error(Code::ANSWER_ENTRY, child, &[], None);
                continue;
            };
            let id = if listed { tape.text(name) } else { tape.key(child) };
            let Some(index) = items.find(id) else {
                let hint = self.problems.nearest(id, &mut ids());
                self.error(Code::ANSWER_ITEM, name, &[("item", Text(id))], hint);
                continue;
            };
            let read = quiz.items.get(index).map(|item| self.response(child, item, listed));
            let (place, response) = read.map_or((child, None), |(place, response)| (place, Some(response)));
            sheet.places.push(place);
            if let Some(place) = sheet.responses.get_mut(index) {
                if place.is_some() {
                    self.error(
                        if listed { Code::ANSWER_AGAIN } else { Code::DUPLICATE_KEY },
                        name,
                        &[("field", Text(id))],
                        None,
                    );
                }
                *place = response;
                sheet.order.push(index);
            }
        }
    }

    /// The name of the item in an entry of a list, which has an answer and perhaps a time beside it, and nothing else.
    fn entry(&mut self, at: At) -> Option<At> {
        let tape = self.tape;
        let known = tape.children(at).all(|child| matches!(tape.key(child), "item" | "answer" | "ms"));
        let name = tape
            .member(at, "item")
            .filter(|&name| (known || WARNS) && tape.kind(at) == Kind::Object && tape.kind(name) == Kind::Text);
        let name = name.filter(|_| tape.member(at, "answer").is_some())?;
        if WARNS && !known {
            self.strange(at, &["item", "answer", "ms"]);
        }
        Some(name)
    }

    /// Says which fields stand beside an answer that do not belong there.
    fn strange(&mut self, at: At, names: &[&'static str]) {
        let tape = self.tape;
        for child in tape.children(at).filter(|&child| !names.contains(&tape.key(child))) {
            if self.problems.full() {
                return;
            }
            let hint = self.problems.nearest(tape.key(child), &mut names.iter().copied());
            self.error(Code::ANSWER_FIELD, child, &[("field", Text(tape.key(child)))], hint);
        }
    }

    /// Whether the field “answer” holds an answer, and is no option of one: an answer is an object where options or ends
    /// have values, and those are none.
    fn is_wrapped(&self, answer: At, item: &Item) -> bool {
        let named = matches!(item.kind.word(), "judge" | "best-worst" | "allocate" | "sort");
        !named || self.tape.kind(answer) == Kind::Object
    }

    /// An answer with its node: alone, or beside the time it took: `{"answer": …, "ms": …}` and nothing else, or an
    /// entry of a list.
    fn response(&mut self, at: At, item: &Item, listed: bool) -> (At, Response) {
        let tape = self.tape;
        let wrapped = tape.member(at, "answer");
        let only = tape.children(at).all(|child| matches!(tape.key(child), "answer" | "ms"));
        // Ratings, shares or groups of options, one of which is called so.
        let option = |at: &At| {
            let said = match tape.kind(*at) {
                Kind::Number => true,
                Kind::Text => matches!(item.kind, ItemKind::Sort(_)),
                _ => false,
            };
            said && item.kind.options().list.iter().any(|option| option.id.value == "answer")
        };
        let strange = WARNS && !only && !listed && wrapped.is_some_and(|answer| self.is_wrapped(answer, item));
        // No page writes such a sheet.
        if strange {
            self.strange(at, &["answer", "ms"]);
        }
        let Some(answer) = wrapped.filter(|at| listed || strange || only && !option(at)) else {
            return (at, Response { answer: self.answer(at, item), milliseconds: None });
        };
        self.twice(at, &["item", "answer", "ms"]);
        let milliseconds = tape.member(at, "ms").map(|ms| {
            if tape.kind(ms) != Kind::Number || tape.number(ms) < 0.0 {
                self.error(Code::ANSWER_TIME, ms, &[], None);
            }
            tape.number(ms)
        });
        (answer, Response { answer: self.answer(answer, item), milliseconds })
    }

    fn answer(&mut self, at: At, item: &Item) -> Option<Answer> {
        if self.tape.kind(at) == Kind::Null { None } else { item.kind.read(at, self) }
    }
}

/// An answer to an item that the quiz does not have.
pub fn unknown_item(id: &str, quiz: &Quiz) -> Problem {
    let hint = nearest(id, &mut quiz.items.iter().map(|item| item.id.value.as_str()));
    Problem::plain(Severity::Error, Code::ANSWER_ITEM, &[("item", Text(id))], hint)
}
