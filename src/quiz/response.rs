//! Answers: what was answered to which item, and how long it took.

use super::FULL;
use super::document::Quiz;
use super::item::{Item, ItemKind};
use super::limits::FURTHEST;
use super::option::OptionRecord;
use crate::problem::Naming::{Number, Text};
use crate::problem::{Code, Naming, Problem, Problems, Severity, nearest};
use crate::steps::count;
use crate::text::json::{self, At, Kind, Tape};
use crate::text::names::Names;

/// An answer to an item of the kind beside it. Options are indices into the item's options.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// `single`: the option.
    Option(usize),
    /// `multiple`: the options. `rank`: all of them, best first.
    Options(Vec<usize>),
    /// `likert`, `frequency`: the category, from 0. `slider`: the position, from 0.
    Category(u32),
    /// `judge`: a rating from 1 for each option; `None` where an option was not rated.
    Ratings(Vec<Option<u32>>),
    /// `best-worst`
    BestWorst {
        /// The option called best.
        best: usize,
        /// The option called worst.
        worst: usize,
    },
    /// `allocate`: points for each option, adding up to the item's total.
    Shares(Vec<u32>),
    /// `number`
    Number(f64),
    /// `sort`: how many options were put into their group.
    Groups(u32),
    /// `text`: that there are words. They themselves are read and forgotten: nothing could pass them on.
    Words,
}

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

/// Reads an answer sheet: an object, item id -> answer, or -> `{"answer": …, "ms": 4200}`; `null` = skipped. In the order in which
/// items were asked, as an adaptive quiz needs it: a list of `{"item": …, "answer": …, "ms": 4200}`.
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

/// The code of an option that an item does not have, and what its sentence calls it.
const OPTION: [&str; 2] = ["answer-option", "option"];

/// The names of options or groups.
fn names(list: &[OptionRecord]) -> Names<'_> {
    Names::of(&mut list.iter().map(|option| option.id.value.as_str()))
}

struct Reader<'r, 't> {
    tape: &'r Tape<'t>,
    problems: &'r mut Problems,
}

impl Reader<'_, '_> {
    fn error(&mut self, code: &'static str, at: At, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) {
        if self.problems.wants() {
            self.problems.add(self.tape.problem(Severity::Error, Code::spelled(code), at, values, hint));
        }
    }

    fn sheet(&mut self, at: At, quiz: &Quiz, sheet: &mut Sheet) {
        let tape = self.tape;
        let listed = tape.kind(at) == Kind::Array;
        if !listed && tape.kind(at) != Kind::Object {
            return self.error("answer-sheet", at, &[], None);
        }
        let ids = || quiz.items.iter().map(|item| item.id.value.as_str());
        let items = Names::of(&mut ids());
        for child in tape.children(at) {
            if self.problems.full() {
                return;
            }
            let name = if listed { self.entry(child) } else { Some(child) };
            let Some(name) = name else {
                self.error("answer-entry", child, &[], None);
                continue;
            };
            let id = if listed { tape.text(name) } else { tape.key(child) };
            let Some(index) = items.find(id) else {
                let hint = self.problems.nearest(id, &mut ids());
                self.error("answer-item", name, &[("item", Text(id))], hint);
                continue;
            };
            let read = quiz.items.get(index).map(|item| self.response(child, item, listed));
            let (place, response) = read.map_or((child, None), |(place, response)| (place, Some(response)));
            sheet.places.push(place);
            if let Some(place) = sheet.responses.get_mut(index) {
                if place.is_some() {
                    self.error(if listed { "answer-again" } else { "duplicate-key" }, name, &[("field", Text(id))], None);
                }
                *place = response;
                sheet.order.push(index);
            }
        }
    }

    /// The name of the item in an entry of a list, which has an answer and perhaps a time beside it, and nothing else.
    fn entry(&self, at: At) -> Option<At> {
        let tape = self.tape;
        let known = tape.children(at).all(|child| matches!(tape.key(child), "item" | "answer" | "ms"));
        let name = tape.member(at, "item").filter(|&name| known && tape.kind(at) == Kind::Object && tape.kind(name) == Kind::Text);
        name.filter(|_| tape.member(at, "answer").is_some())
    }

    /// An answer with its node: alone, or beside the time it took: `{"answer": …, "ms": …}` and nothing else, or an entry of a list.
    fn response(&mut self, at: At, item: &Item, listed: bool) -> (At, Response) {
        let tape = self.tape;
        let wrapped = tape.member(at, "answer");
        let only = tape.children(at).all(|child| matches!(tape.key(child), "answer" | "ms"));
        // Ratings or shares of options, one of which is called so.
        let option = |at: &At| tape.kind(*at) == Kind::Number && item.options.list.iter().any(|option| option.id.value == "answer");
        let Some(answer) = wrapped.filter(|at| listed || only && !option(at)) else {
            return (at, Response { answer: self.answer(at, item), milliseconds: None });
        };
        self.twice(at, &["item", "answer", "ms"]);
        let milliseconds = tape.member(at, "ms").map(|ms| {
            if tape.kind(ms) != Kind::Number || tape.number(ms) < 0.0 {
                self.error("answer-time", ms, &[], None);
            }
            tape.number(ms)
        });
        (answer, Response { answer: self.answer(answer, item), milliseconds })
    }

    /// None of the fields called `names` stands there a second time.
    fn twice(&mut self, at: At, names: &[&'static str]) {
        let tape = self.tape;
        for &name in names {
            for child in tape.children(at).filter(|&child| tape.key(child) == name).skip(1) {
                self.error("duplicate-key", child, &[("field", Text(name))], None);
            }
        }
    }

    fn answer(&mut self, at: At, item: &Item) -> Option<Answer> {
        if self.tape.kind(at) == Kind::Null {
            return None;
        }
        match item.kind {
            ItemKind::Single => self.option(at, item).map(Answer::Option),
            ItemKind::Multiple | ItemKind::Rank => self.options(at, item),
            ItemKind::Likert | ItemKind::Frequency => self.whole(at, 0, item.categories().saturating_sub(1)).map(Answer::Category),
            ItemKind::Judge => self.numbers(at, item, 1, item.points).map(Answer::Ratings),
            ItemKind::BestWorst => self.best_worst(at, item),
            ItemKind::Allocate => self.shares(at, item),
            ItemKind::Slider if FULL => self.slider(at, item),
            ItemKind::Number if FULL => self.amount(at, item).map(Answer::Number),
            ItemKind::Sort if FULL => self.groups(at, item),
            ItemKind::Text if FULL => self.words(at, item),
            _ => None,
        }
    }

    /// Whether the node is of the kind that the item's answers are; if not, that is a problem, with an example of one.
    fn is(&mut self, at: At, kind: Kind, example: &'static str) -> bool {
        let holds = self.tape.kind(at) == kind;
        if !holds {
            self.error("answer-type", at, &[("example", Text(example))], None);
        }
        holds
    }

    fn option(&mut self, at: At, item: &Item) -> Option<usize> {
        if !self.is(at, Kind::Text, "\"a\"") {
            return None;
        }
        let tape = self.tape;
        self.called(at, tape.text(at), &item.options.list, &names(&item.options.list), OPTION)
    }

    /// Index of the option or group of that id, of which `known` are the names; if there is none, that is the problem `code`, whose
    /// sentence calls it `name`.
    fn called(&mut self, at: At, id: &str, list: &[OptionRecord], known: &Names<'_>, [code, name]: [&'static str; 2]) -> Option<usize> {
        let index = known.find(id);
        if index.is_none() {
            let hint = self.problems.nearest(id, &mut list.iter().map(|option| option.id.value.as_str()));
            self.error(code, at, &[(name, Text(id))], hint);
        }
        index
    }

    fn whole(&mut self, at: At, low: u32, high: u32) -> Option<u32> {
        self.number(at, true, f64::from(low), f64::from(high)).map(|number| number as u32)
    }

    /// A number, perhaps a whole one, from `low` to `high`.
    fn number(&mut self, at: At, whole: bool, low: f64, high: f64) -> Option<f64> {
        if !self.is(at, Kind::Number, if whole { "2" } else { "2.5" }) {
            return None;
        }
        let found = self.tape.number(at);
        if found.is_nan() {
            return None;
        }
        if !(low..=high).contains(&found) || whole && f64::from(found as u32) != found {
            let code = if whole { "answer-range" } else { "answer-number" };
            self.error(code, at, &[("found", Number(found)), ("low", Number(low)), ("high", Number(high))], None);
            return None;
        }
        Some(found)
    }

    /// A number within the item's own bounds.
    fn amount(&mut self, at: At, item: &Item) -> Option<f64> {
        self.number(at, false, item.low.unwrap_or(-FURTHEST), item.high.unwrap_or(FURTHEST))
    }

    fn options(&mut self, at: At, item: &Item) -> Option<Answer> {
        if !self.is(at, Kind::Array, "[\"a\", \"c\"]") {
            return None;
        }
        let tape = self.tape;
        let known = names(&item.options.list);
        let mut chosen: Vec<usize> = Vec::new();
        let mut open = vec![true; item.options.list.len()];
        let found = tape.children(at).count();
        let mut single = false;
        for child in tape.children(at) {
            if self.problems.full() {
                return None;
            }
            if !self.is(child, Kind::Text, "\"a\"") {
                continue;
            }
            let Some(index) = self.called(child, tape.text(child), &item.options.list, &known, OPTION) else { continue };
            let alone = FULL && item.options.list.get(index).is_some_and(|option| option.exclusive);
            if alone && found > 1 {
                self.error("answer-alone", child, &[("option", Text(tape.text(child)))], None);
            }
            single |= alone;
            if !open.get_mut(index).is_some_and(std::mem::take) {
                self.error("answer-twice", child, &[("option", Text(tape.text(child)))], None);
            }
            chosen.push(index);
        }
        let (min, max) = (item.fewest(), item.most());
        if !single && !(min..=max).contains(&(found as u32)) {
            let found = found as f64;
            self.error(
                "answer-count",
                at,
                &[("found", Number(found)), ("min", Number(f64::from(min))), ("max", Number(f64::from(max)))],
                None,
            );
        }
        Some(Answer::Options(chosen))
    }

    /// An object, option id -> whole number, or for `sort` the id of a group, which counts as its index; `None` for options that it leaves out, and for all of it if any part is wrong.
    fn numbers(&mut self, at: At, item: &Item, low: u32, high: u32) -> Option<Vec<Option<u32>>> {
        let example = if item.kind == ItemKind::Sort { "{\"a\": \"x\", \"b\": \"y\"}" } else { "{\"a\": 5, \"b\": 2}" };
        if !self.is(at, Kind::Object, example) {
            return None;
        }
        let tape = self.tape;
        let (options, groups) = (names(&item.options.list), names(&item.groups.list));
        let mut numbers = vec![None; item.options.list.len()];
        let mut sound = true;
        for child in tape.children(at) {
            if self.problems.full() {
                return None;
            }
            let index = self.called(child, tape.key(child), &item.options.list, &options, OPTION);
            let number = if FULL && item.kind == ItemKind::Sort { self.group(child, item, &groups) } else { self.whole(child, low, high) };
            sound &= index.is_some() && number.is_some();
            if let Some(place) = index.and_then(|index| numbers.get_mut(index)) {
                if place.is_some() {
                    self.error("duplicate-key", child, &[("field", Text(tape.key(child)))], None);
                }
                *place = number;
            }
        }
        sound.then_some(numbers)
    }

    fn best_worst(&mut self, at: At, item: &Item) -> Option<Answer> {
        if !self.is(at, Kind::Object, "{\"best\": \"a\", \"worst\": \"c\"}") {
            return None;
        }
        let tape = self.tape;
        for child in tape.children(at).filter(|&child| !matches!(tape.key(child), "best" | "worst")) {
            self.error("shape-unknown", child, &[("field", Text(tape.key(child)))], None);
        }
        self.twice(at, &["best", "worst"]);
        let mut part = |name: &'static str| match tape.member(at, name) {
            Some(child) => self.option(child, item),
            None => {
                self.error("shape-missing", at, &[("field", Text(name))], None);
                None
            }
        };
        let (best, worst) = (part("best"), part("worst"));
        let (best, worst) = (best?, worst?);
        if best == worst {
            self.error("answer-same", at, &[], None);
        }
        Some(Answer::BestWorst { best, worst })
    }

    fn shares(&mut self, at: At, item: &Item) -> Option<Answer> {
        let shares: Vec<u32> = self.numbers(at, item, 0, item.total)?.into_iter().map(Option::unwrap_or_default).collect();
        let sum: u32 = shares.iter().sum();
        if sum != item.total {
            self.error("answer-total", at, &[("found", Number(f64::from(sum))), ("total", Number(f64::from(item.total)))], None);
        }
        Some(Answer::Shares(shares))
    }

    fn group(&mut self, at: At, item: &Item, known: &Names<'_>) -> Option<u32> {
        if !self.is(at, Kind::Text, "\"x\"") {
            return None;
        }
        let tape = self.tape;
        self.called(at, tape.text(at), &item.groups.list, known, ["unknown-group", "group"]).map(|index| index as u32)
    }

    fn groups(&mut self, at: At, item: &Item) -> Option<Answer> {
        let groups = self.numbers(at, item, 0, 0)?;
        let mut right = 0;
        for (option, group) in item.options.list.iter().zip(&groups) {
            match group.and_then(|group| item.groups.list.get(group as usize)) {
                Some(group) => right += u32::from(group.id.value == option.group.value),
                None => self.error("shape-missing", at, &[("field", Text(&option.id.value))], None),
            }
        }
        Some(Answer::Groups(right))
    }

    fn slider(&mut self, at: At, item: &Item) -> Option<Answer> {
        let found = self.amount(at, item)?;
        let position = item.position(found);
        if position.is_none() {
            let (low, step) = (item.low.unwrap_or_default(), item.step.unwrap_or(1.0));
            self.error("answer-step", at, &[("found", Number(found)), ("low", Number(low)), ("step", Number(step))], None);
        }
        position.map(Answer::Category)
    }

    /// Words are counted and not kept. White space alone is none.
    fn words(&mut self, at: At, item: &Item) -> Option<Answer> {
        if !self.is(at, Kind::Text, "\"…\"") {
            return None;
        }
        let words = self.tape.text(at);
        // Each character has one byte that does not go on another's; core's own count costs the module half a KB.
        let length = words.bytes().filter(|byte| byte & 0xc0 != 0x80).count();
        count(words.len());
        let found = if words.trim_ascii().is_empty() { 0 } else { length };
        let most = item.most();
        if found == 0 || found > most as usize {
            self.error("answer-length", at, &[("found", Number(found as f64)), ("most", Number(f64::from(most)))], None);
        }
        Some(Answer::Words)
    }
}

/// An answer to an item that the quiz does not have.
pub fn unknown_item(id: &str, quiz: &Quiz) -> Problem {
    let hint = nearest(id, &mut quiz.items.iter().map(|item| item.id.value.as_str()));
    Problem::plain(Severity::Error, Code::ANSWER_ITEM, &[("item", Text(id))], hint)
}
