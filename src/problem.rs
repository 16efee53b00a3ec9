//! What is wrong with an input, where, and what would mend it: the one error type of the core.
//!
//! The core holds no prose. A problem carries a code and named values; the sentence for the code stands in
//! `www/words/en/problems.js`, from which the page and the command line make the same words.

mod code;

pub use code::Code;

use crate::closed;
use crate::steps::count;
use serde::Serialize;

/// At most this many problems are collected for one document; reading then stops, and a last problem says that there
/// are more.
pub const MOST: usize = 100;

/// The longest value of a problem, in bytes: longer words of a document are told by their beginning.
const VALUE: usize = 1_000;

/// The beginning of a text, of so many bytes at most, and the sign that more follows, where it does.
pub fn cut(text: &str, most: usize) -> (&str, &'static str) {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    (text.get(..end).unwrap_or_default(), if end < text.len() { "…" } else { "" })
}

/// Whether problems are described. They are everywhere but in the small reader, which most embeds load: it only finds
/// out that something is wrong and hands the document on to the whole one, which says what. That saves it the bytes of
/// codes, places, values and hints.
pub const TELLS: bool = cfg!(feature = "whole");

/// Whether warnings are made. They are for authors, who read them on the command line: a page makes none, and is spared
/// their bytes.
pub const WARNS: bool = cfg!(feature = "author");

closed! {
    /// Whether a document can be used in spite of the problem.
    pub enum Severity {
        /// The document is rejected.
        Error = "error",
        /// The document works; its author should look.
        Warning = "warning",
    }
}

/// A value that a problem's sentence names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Said {
    /// Words of the document, or a word list of the format.
    Text(String),
    /// A count or a bound. Formatting it is left to whoever writes the sentence.
    Number(f64),
}

/// A named value of a problem: `{field}` in its sentence stands for the value named `field`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// The name, as the sentence spells it.
    pub name: &'static str,
    /// What to put there.
    pub value: Said,
}

/// Something wrong with an input.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "whole", derive(Serialize))]
pub struct Problem {
    /// Whether the input is rejected.
    pub severity: Severity,
    /// What is wrong.
    pub code: Code,
    /// Where it is, as a JSON pointer (RFC 6901); empty for the whole document.
    pub pointer: String,
    /// Line in the text, from 1; 0 where there is no text.
    pub line: u32,
    /// Column in the line, from 1, in UTF-16 code units as editors count them; 0 where there is no text.
    pub column: u32,
    /// The values that its sentence names.
    pub values: Vec<Value>,
    /// What was probably meant.
    pub hint: Option<String>,
}

/// A value that a problem's sentence names, borrowed until the problem is made.
#[derive(Clone, Copy, Debug)]
pub enum Naming<'a> {
    /// Words of the document, or a word list of the format.
    Text(&'a str),
    /// A count or a bound.
    Number(f64),
}

impl Problem {
    /// A problem of an input that has no places in a text.
    #[inline(never)]
    pub fn plain(severity: Severity, code: Code, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) -> Problem {
        let keep = |&(name, naming): &(&'static str, Naming<'_>)| {
            let value = match naming {
                Naming::Text(text) => {
                    let (kept, more) = cut(text, VALUE);
                    Said::Text([kept, more].concat())
                }
                Naming::Number(number) => Said::Number(number),
            };
            Value { name, value }
        };
        let values = values.iter().filter(|_| TELLS).map(keep).collect();
        let hint = hint.filter(|_| TELLS).map(Into::into);
        Problem { severity, code, pointer: String::new(), line: 0, column: 0, values, hint }
    }
}

/// Where nothing is told, only the code is more than a place for what is not said: so the small reader is spared the
/// writing of values and hints.
#[cfg(not(feature = "whole"))]
impl Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("", 7)?;
        fields.serialize_field("severity", &self.severity)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("pointer", "")?;
        fields.serialize_field("line", &0u32)?;
        fields.serialize_field("column", &0u32)?;
        fields.serialize_field("values", &[(); 0])?;
        fields.serialize_field("hint", &())?;
        fields.end()
    }
}

/// The problems found so far, at most [`MOST`].
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    errors: u32,
    hints: Hints,
}

impl Problems {
    /// Whether one more error is to be described and added. Where none are described, it is counted here instead.
    pub fn wants(&mut self) -> bool {
        self.errors += u32::from(!TELLS);
        TELLS && !self.full()
    }

    /// Adds one, if there is room. An error takes the room of a warning.
    pub fn add(&mut self, problem: Problem) {
        let error = problem.severity == Severity::Error;
        self.errors += u32::from(error);
        if !self.crowded() {
            self.list.push(problem);
        } else if let Some(kept) = self.list.iter_mut().rev().find(|kept| error && kept.severity == Severity::Warning) {
            *kept = problem;
        }
    }

    /// Whether the list has no room for another error. Readers then stop: a hostile document can have hundreds of
    /// thousands, and finding the place of each would take longer than anyone waits.
    pub fn full(&self) -> bool {
        self.errors as usize >= if TELLS { MOST } else { 1 }
    }

    /// Whether the list has no room for another warning.
    pub fn crowded(&self) -> bool {
        self.list.len() >= MOST
    }

    /// The candidate nearest to `word`, if it is near enough to be a slip of the hand: "did you mean". A document gets
    /// [`HINTS`] of them.
    pub fn nearest<'a>(&mut self, word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
        self.hints.nearest(word, candidates)
    }

    /// Whether any of them rejects the input.
    pub fn rejected(&self) -> bool {
        self.errors > 0
    }

    /// All problems in the order of their places. Where the list is full, a last one says so.
    /// Where none are described, one stands for all of them.
    pub fn into_list(mut self) -> Vec<Problem> {
        if !TELLS {
            return if self.rejected() {
                vec![Problem::plain(Severity::Error, Code::QUIZ_FULL, &[], None)]
            } else {
                Vec::new()
            };
        }
        let severity = if self.rejected() { Severity::Error } else { Severity::Warning };
        let crowded = self.crowded();
        sort_by_place(&mut self.list);
        if crowded {
            self.list.push(Problem::plain(severity, Code::MORE_PROBLEMS, &[], None));
        }
        self.list
    }
}

/// Insertion sort: short lists, and core's general sort costs the module kilobytes.
fn sort_by_place(list: &mut [Problem]) {
    for end in 1..list.len() {
        let mut at = end;
        while let Some([before, after]) = at.checked_sub(1).and_then(|first| list.get_mut(first..=at)) {
            if (before.line, before.column) <= (after.line, after.column) {
                break;
            }
            std::mem::swap(before, after);
            at -= 1;
        }
    }
}

/// Words of one document for which a hint is looked up; words that resemble nothing do not count.
pub const HINTS: u32 = 3;
/// Comparisons that all hints of one document may take.
const COMPARED: u32 = 2_000;
/// Candidates of which more than the length may be looked at, for all hints of one document.
const SEEN: u32 = 200_000;
/// The longest word, in bytes, that gets a hint: as long as an identifier may be.
const LONGEST: usize = 64;

/// What "did you mean" may still cost for one document. Names are made up by whoever wrote it, and each comparison
/// takes as many steps as the two names have pairs of letters.
#[derive(Debug)]
struct Hints {
    words: u32,
    compared: u32,
    seen: u32,
}

impl Default for Hints {
    fn default() -> Hints {
        Hints { words: HINTS, compared: COMPARED, seen: SEEN }
    }
}

impl Hints {
    fn nearest<'a>(&mut self, word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
        if !TELLS || self.words == 0 || word.len() > LONGEST {
            return None;
        }
        let before = self.compared;
        let mut best = None;
        let mut least = word.len() / 3 + 1;
        for candidate in candidates {
            count(1);
            if self.compared == 0 || self.seen == 0 {
                break;
            }
            if candidate.len() > LONGEST || candidate.len().abs_diff(word.len()) >= least {
                continue;
            }
            self.seen -= 1;
            // A slip changes two of the letters that occur at most.
            if (letters(word) ^ letters(candidate)).count_ones() as usize + 2 > 2 * least {
                continue;
            }
            self.compared -= 1;
            let distance = distance(word.as_bytes(), candidate.as_bytes());
            if distance < least {
                least = distance;
                best = Some(candidate);
            }
        }
        self.words -= u32::from(self.compared < before);
        best
    }
}

/// The candidate nearest to `word`, outside of any document: without a limit on the number of hints.
pub fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    Hints::default().nearest(word, candidates)
}

/// The set of letters that occur, as bits; some letters share a bit.
fn letters(word: &str) -> u32 {
    count(word.len());
    word.bytes().fold(0, |all, byte| all | 1 << (byte & 31))
}

/// A row of distances.
type Row = [u8; LONGEST + 1];

/// Optimal string alignment distance in bytes (Damerau 1964; Wagner & Fischer 1974), of words of at most [`LONGEST`]
/// bytes; capitals are no other letters.
fn distance(a: &[u8], b: &[u8]) -> usize {
    count(a.len() * b.len());
    let same = |left: Option<&u8>, right: &u8| left.is_some_and(|left| left.eq_ignore_ascii_case(right));
    let at = |row: &Row, index: usize| row.get(index).copied().unwrap_or(u8::MAX - 1);
    let (mut before, mut row): (Row, Row) = ([0; LONGEST + 1], std::array::from_fn(|index| index as u8));
    for (i, &left) in a.iter().enumerate() {
        let mut next: Row = [i as u8 + 1; LONGEST + 1];
        for (j, right) in b.iter().enumerate() {
            let mut least =
                (at(&row, j) + u8::from(!same(Some(&left), right))).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && same(a.get(i - 1), right) && same(b.get(j - 1), &left);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            if let Some(place) = next.get_mut(j + 1) {
                *place = least;
            }
        }
        before = std::mem::replace(&mut row, next);
    }
    usize::from(at(&row, b.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_a_slip_away() {
        let names = ["urgency", "setbacks", "negotiation"];
        assert_eq!(nearest("urgancy", &mut names.into_iter()), Some("urgency"));
        assert_eq!(nearest("ugrency", &mut names.into_iter()), Some("urgency"), "neighbours swapped count once");
        assert_eq!(nearest("market", &mut names.into_iter()), None);
        assert_eq!(nearest("A", &mut ["b", "a"].into_iter()), Some("a"), "a capital is no other letter");
        assert_eq!(nearest("q1", &mut ["Q2", "Q1"].into_iter()), Some("Q1"));
        assert_eq!(nearest("UGRENCY", &mut names.into_iter()), Some("urgency"));
        assert_eq!(nearest("a", &mut ["b", "c"].into_iter()), None);
        assert_eq!(nearest("", &mut names.into_iter()), None);
    }

    /// However many words and candidates a document has, only a few words are looked up, and few candidates compared.
    #[test]
    fn a_document_gets_a_few_hints() {
        let names: Vec<String> = (0..5_000).map(|number| format!("name-{number}")).collect();
        let candidates = || names.iter().map(String::as_str);
        let mut problems = Problems::default();
        assert_eq!(
            problems.nearest("zzzzzz", &mut candidates()),
            None,
            "nothing is like it, and it takes no hint away"
        );
        assert_eq!(problems.nearest("nam-1", &mut candidates()), Some("name-1"));
        assert_eq!(problems.nearest("naem-2", &mut candidates()), Some("name-2"));
        assert_eq!(problems.hints.words, 1);
        assert!(problems.hints.compared < COMPARED);
        assert_eq!(problems.nearest("nmae-3", &mut candidates()), Some("name-3"));
        assert_eq!(problems.nearest("nam-4", &mut candidates()), None, "the fourth");
        let mut long = Problems::default();
        assert_eq!(
            long.nearest("abcdefghij", &mut std::iter::repeat_n("jihgfedcba", 5_000).chain(["abcdefghi"])),
            None
        );
        assert_eq!(long.hints.compared, 0, "what comes later is not compared");
    }

    #[test]
    fn problems_come_in_the_order_of_their_places_and_a_last_one_says_that_there_are_more() {
        let mut problems = Problems::default();
        for line in (1..=102).rev() {
            problems.add(Problem { line, ..Problem::plain(Severity::Warning, Code::TEXT_STAR, &[], None) });
        }
        assert!(!problems.rejected());
        let list = problems.into_list();
        assert_eq!(list.len(), MOST + 1);
        assert!(list.windows(2).take(MOST - 1).all(|pair| pair[0].line < pair[1].line));
        assert_eq!(list[MOST].code, Code::MORE_PROBLEMS);
    }
}
