//! A saved profile (`metier-profile/1`): the quizzes that a person took, with the answers. Everything said of them is
//! replayed.
//!
//! Nothing of a person may be lost to a mistake: each result is read by itself, one that is wrong leaves the others as
//! they are, and of a text that was cut off the results before the cut are read. What was read is never written over
//! what could not be read ([`edit`]).
//!
//! - [`outline`]: where the results stand, whatever is wrong with them
//! - [`document`]: what a profile and a result hold
//! - [`join`]: several quizzes on one skill
//! - [`compare`]: two attempts at one quiz
//! - [`saved_view`]: all of it as the page shows it
//! - [`edit`]: a result more or less

pub mod compare;
pub mod document;
pub mod edit;
pub mod join;
pub mod outline;
pub mod saved_view;

use self::document::{Attempt, FORMAT, Profile};
use self::outline::{Outline, Place};
use crate::problem::{Code, Naming, Problem, Problems, Severity};
use crate::quiz::check::check;
use crate::quiz::response::sheet;
use crate::session::Session;
use crate::text::json::{self, BYTES, Kind, Tape, push_whole};
use crate::text::places::Places;
use crate::text::record;

/// The most results that are read; of more, the last ones.
pub const RESULTS: usize = 50;
/// The format of the quizzes that are replayed.
const QUIZ: &str = "metier-quiz/1";

/// A saved profile that was read.
#[derive(Debug)]
pub struct Saved {
    /// The text, without a byte order mark.
    text: String,
    /// Where its parts stand.
    outline: Outline,
    /// Whether the text as a whole is JSON.
    sound: bool,
    /// Where the person comes from: an origin of the catalogue.
    pub origin: Option<String>,
    /// All results in the order of the text, including those that could not be read.
    pub results: Vec<Replay>,
    /// All problems, those of the results after those of the whole.
    pub problems: Vec<Problem>,
}

/// A result of a saved profile, replayed as far as it could be read.
#[derive(Debug)]
pub struct Replay {
    /// Index among the results of the text.
    pub index: usize,
    /// The session replayed, where the quiz could be read.
    pub session: Option<Session>,
    /// Whether the answers could be read too: only then does the result count.
    pub whole: bool,
    /// The language in which it was taken.
    pub language: String,
    /// The day on which it was taken, as YYYY-MM-DD.
    pub taken: String,
    /// The answers as JSON text, with the index of each item in the quiz, in the order of the answers.
    pub answers: Vec<(usize, String)>,
    /// Whether an earlier result of the text is the same; it then counts once.
    pub again: bool,
}

impl Replay {
    /// The session, where the result counts.
    pub fn counting(&self) -> Option<&Session> {
        self.session.as_ref().filter(|_| self.whole && !self.again)
    }

    /// Whether it is later than `other`: by day, and on the same day by place in the text.
    fn is_after(&self, other: &Replay) -> bool {
        (&self.taken, self.index) > (&other.taken, other.index)
    }

    /// Whether both say the same of the same quiz on the same day.
    fn is_same(&self, other: &Replay) -> bool {
        let (Some(one), Some(two)) = (&self.session, &other.session) else { return false };
        self.whole
            && other.whole
            && self.taken == other.taken
            && one.seed == two.seed
            && one.quiz.id.value == two.quiz.id.value
            && one.quiz.version.value == two.quiz.version.value
            && one.responses == two.responses
    }
}

impl Saved {
    /// Opens a saved profile, with all of its texts in the language nearest to `language`.
    ///
    /// # Errors
    /// The problems of a text that is no profile of this format (`profile-version` for another version), has no list of
    /// results, or is over [`BYTES`]. All other problems leave what can be read, and stand in [`Saved::problems`].
    pub fn open(text: &str, language: &str) -> Result<Saved, Vec<Problem>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut problems = Problems::default();
        let tape = json::parse(text, &mut problems);
        let mut problems = problems.into_list();
        if text.len() > BYTES {
            return Err(problems);
        }
        let outline = Outline::of(text, tape.is_none());
        if let Some(problem) = other_version(text, &outline) {
            return Err(vec![problem]);
        }
        let (profile, outer) = tape.as_ref().map_or_else(|| read_around(text, &outline), read_profile);
        let origin = Some(profile.origin.value).filter(|_| !outer.iter().any(|problem| problem.pointer == "/origin"));
        if tape.is_some() {
            problems.extend(outer);
        }
        if !outline.listed {
            return Err(problems);
        }
        let mut saved = Saved {
            text: text.into(),
            sound: tape.is_some(),
            origin: origin.filter(|origin| !origin.is_empty()),
            results: Vec::new(),
            problems: Vec::new(),
            outline,
        };
        saved.read_results(language, problems);
        saved.find_twice();
        Ok(saved)
    }

    /// Warns of results that are of a later day than `today` (YYYY-MM-DD), which the core cannot know: they stay the
    /// newest for good.
    pub fn look_ahead(&mut self, today: &str) {
        let places = Places::of(&self.text);
        for replay in self.results.iter().filter(|replay| replay.whole && replay.taken.as_str() > today) {
            let said = [("taken", Naming::Text(replay.taken.as_str()))];
            let place = self.outline.results.get(replay.index).map_or(0, |place| place.start);
            let (line, column) = places.line_and_column(place);
            let problem = Problem::plain(Severity::Warning, Code::PROFILE_FUTURE, &said, None);
            self.problems.push(Problem { line, column, pointer: within(replay.index), ..problem });
        }
    }

    /// The text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Reads each result by itself; `problems` are those of the whole text.
    fn read_results(&mut self, language: &str, mut problems: Vec<Problem>) {
        let (results, places) = (&self.outline.results, Places::of(&self.text));
        let mut found = Vec::new();
        for (index, place) in results.iter().enumerate().skip(results.len().saturating_sub(RESULTS)) {
            let slice = self.text.get(place.clone()).unwrap_or_default();
            let (replay, wrong) = read_result(index, slice, language);
            found.extend(moved(wrong, &places, place, &within(index)));
            self.results.push(replay);
        }
        // What is wrong within a result is said there.
        problems.retain(|problem| {
            let here = |other: &Problem| {
                (other.line, other.column, other.code) == (problem.line, problem.column, problem.code)
            };
            !found.iter().any(here)
        });
        for problem in &mut problems {
            if is_cut(problem, &places, &self.outline) {
                let whole = self.results.iter().filter(|replay| replay.whole).count();
                let values = [("kept", Naming::Number(whole as f64))];
                let said = Problem::plain(Severity::Error, Code::PROFILE_CUT, &values, None);
                *problem = Problem {
                    pointer: std::mem::take(&mut problem.pointer),
                    line: problem.line,
                    column: problem.column,
                    ..said
                };
            }
        }
        problems.extend(found);
        self.problems = problems;
    }

    /// Marks results that appear in the text twice.
    fn find_twice(&mut self) {
        let places = Places::of(&self.text);
        for index in 1..self.results.len() {
            let (before, rest) = self.results.split_at_mut(index);
            let Some(replay) = rest.first_mut() else { return };
            let Some(first) = before.iter().find(|first| !first.again && first.is_same(replay)) else { continue };
            replay.again = true;
            let said = [("first", Naming::Number(first.index as f64 + 1.0))];
            let place = self.outline.results.get(replay.index).map_or(0, |place| place.start);
            let (line, column) = places.line_and_column(place);
            let problem = Problem::plain(Severity::Warning, Code::PROFILE_AGAIN, &said, None);
            self.problems.push(Problem { line, column, pointer: within(replay.index), ..problem });
        }
    }

    /// The result that counts for the quiz of `replay`: the latest.
    pub fn newest(&self, replay: &Replay) -> Option<&Replay> {
        latest(self.attempts(replay))
    }

    /// The result before `replay` of the same quiz, or of another form of it.
    pub fn before(&self, replay: &Replay) -> Option<&Replay> {
        let quiz = &replay.session.as_ref()?.quiz;
        let alike = |other: &&Replay| other.counting().is_some_and(|session| quiz.has_form(&session.quiz.id.value));
        latest(self.results.iter().filter(alike).filter(|other| replay.is_after(other)))
    }

    /// All results of the quiz of `replay` that count.
    fn attempts(&self, replay: &Replay) -> impl Iterator<Item = &Replay> {
        let quiz = replay.session.as_ref().map(|session| session.quiz.id.value.clone());
        self.results
            .iter()
            .filter(move |other| other.counting().is_some_and(|session| Some(&session.quiz.id.value) == quiz.as_ref()))
    }
}

/// The latest of some results.
fn latest<'r>(results: impl Iterator<Item = &'r Replay>) -> Option<&'r Replay> {
    results.reduce(|latest, other| if other.is_after(latest) { other } else { latest })
}

/// The origin that a text to be written gets.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'o> {
    /// The one that the text has.
    AsSaved,
    /// This, or nothing.
    Set(Option<&'o str>),
}

/// Whether a problem of a whole text is that it ends too early: within a word, too.
fn is_cut(problem: &Problem, places: &Places<'_>, outline: &Outline) -> bool {
    let text = places.text();
    let word = text.trim_end_matches(|letter: char| letter.is_ascii_lowercase()).len();
    let within = problem.code == Code::JSON_VALUE && !outline.closed;
    problem.code == Code::JSON_END || within && places.line_and_column(word) == (problem.line, problem.column)
}

/// The problem of a document of another format or version.
fn other_version(text: &str, outline: &Outline) -> Option<Problem> {
    let place = outline.field(text, "format")?;
    let tape = json::parse(text.get(place.clone())?, &mut Problems::default())?;
    let found = tape.text(0);
    if tape.kind(0) != Kind::Text || found == FORMAT {
        return None;
    }
    let (line, column) = Places::of(text).line_and_column(place.start);
    let said = [("found", Naming::Text(found))];
    Some(Problem {
        line,
        column,
        pointer: "/format".into(),
        ..Problem::plain(Severity::Error, Code::PROFILE_VERSION, &said, None)
    })
}

fn read_profile(tape: &Tape<'_>) -> (Profile, Vec<Problem>) {
    let no_origin = tape.member(0, "origin").is_some_and(|origin| tape.kind(origin) == Kind::Null);
    let mut profile = Profile::new(no_origin);
    let mut problems = Problems::default();
    record::read(tape, &mut profile, &mut problems);
    (profile, problems.into_list())
}

/// What a text that is no JSON says outside of its results, which may be JSON still.
fn read_around(text: &str, outline: &Outline) -> (Profile, Vec<Problem>) {
    let around = edit::write(text, outline, Origin::AsSaved, &[]);
    json::parse(&around, &mut Problems::default()).map(|tape| read_profile(&tape)).unwrap_or_default()
}

/// Reads one result; its problems have places in `text`, which is its own.
fn read_result(index: usize, text: &str, language: &str) -> (Replay, Vec<Problem>) {
    let mut replay = Replay {
        index,
        session: None,
        whole: false,
        language: String::new(),
        taken: String::new(),
        answers: Vec::new(),
        again: false,
    };
    let mut problems = Problems::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        read_attempt(&tape, text, language, &mut replay, &mut problems);
    }
    let errors = problems.into_list().into_iter().filter(|problem| problem.severity == Severity::Error);
    (replay, errors.collect())
}

fn read_attempt(tape: &Tape<'_>, text: &str, language: &str, replay: &mut Replay, problems: &mut Problems) {
    let format = tape.member(0, "quiz").and_then(|quiz| tape.member(quiz, "format"));
    if let Some(format) = format.filter(|&format| tape.kind(format) == Kind::Text && tape.text(format) != QUIZ) {
        let found = [("found", Naming::Text(tape.text(format)))];
        return problems.add(tape.problem(Severity::Error, Code::PROFILE_QUIZ, format, &found, None));
    }
    let mut attempt = Attempt::default();
    record::read(tape, &mut attempt, problems);
    // Nothing is missing in a quiz that is not there.
    let quiz = tape.member(0, "quiz").filter(|&quiz| tape.kind(quiz) == Kind::Object);
    if tape.exact() && quiz.is_some() {
        check(&mut attempt.quiz, tape, problems);
    }
    if attempt.taken.is_given() && !is_day(&attempt.taken.value) {
        let found = [("found", Naming::Text(&attempt.taken.value))];
        problems.add(tape.problem(Severity::Error, Code::PROFILE_DAY, attempt.taken.at, &found, None));
    }
    if problems.rejected() {
        return;
    }
    let sheet = sheet(tape, attempt.answers, &attempt.quiz, problems);
    let raw = |&place: &u32| text.get(tape.begins(place)..outline::end(text, tape.begins(place))).unwrap_or_default();
    replay.answers = sheet.order.iter().copied().zip(sheet.places.iter().map(|place| raw(place).into())).collect();
    replay.language = attempt.language.value;
    replay.taken = attempt.taken.value;
    replay.whole = !problems.rejected();
    let mut session = Session::start(attempt.quiz, language, attempt.seed);
    if replay.whole {
        session.take_up(sheet);
    }
    replay.session = Some(session);
}

/// Whether a text is a day of the calendar, as YYYY-MM-DD.
fn is_day(text: &str) -> bool {
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
        Some(digits.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')))
    };
    let dashed = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (Some(year), Some(month), Some(day), true) = (number(0, 4), number(5, 7), number(8, 10), dashed) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The pointer to a result.
fn within(index: usize) -> String {
    let mut pointer = String::from("/results/");
    push_whole(&mut pointer, index as u32);
    pointer
}

/// Problems of a part of a text, with places in the whole.
fn moved(mut problems: Vec<Problem>, places: &Places<'_>, place: &Place, pointer: &str) -> Vec<Problem> {
    if problems.is_empty() {
        return problems;
    }
    let (line, column) = places.line_and_column(place.start);
    for problem in problems.iter_mut().filter(|problem| problem.line > 0) {
        problem.column += if problem.line == 1 { column - 1 } else { 0 };
        problem.line += line - 1;
        problem.pointer.insert_str(0, pointer);
    }
    problems
}
