//! What is wrong with an input, where, and what would mend it: the one error type of the core.
//!
//! The core holds no prose. A problem carries a code and named values; the sentence for the code stands in
//! `www/words/problems-en.js`, from which the page and the command line make the same words.

use serde::Serialize;

/// At most this many problems are kept for one document; reading then ends, and a last one says that there are more.
pub const MOST: usize = 100;

/// Whether it is told what is wrong. Everywhere but in the player that most embeds load: that one only finds out that something is, and
/// hands the document on to the full player, which tells all of it. So it is spared the bytes of codes, places, values and hints.
pub const TELLS: bool = cfg!(any(not(target_arch = "wasm32"), feature = "full", feature = "matcher", feature = "advert"));

/// Whether a document can be used in spite of the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The document is rejected.
    Error,
    /// The document works; its author should look.
    Warning,
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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// Whether the input is rejected.
    pub severity: Severity,
    /// What is wrong; the key of its sentence. Codes that begin `shape-` are those a JSON Schema can see too.
    pub code: &'static str,
    /// Where, as a JSON pointer (RFC 6901); empty for the whole document.
    pub pointer: String,
    /// Line in the text, from 1; 0 where there is no text.
    pub line: u32,
    /// Column in the line, from 1, in UTF-16 code units as editors count them; 0 where there is no text.
    pub column: u32,
    /// What the sentence names.
    pub values: Vec<Value>,
    /// What was probably meant.
    pub hint: Option<String>,
}

/// What a problem's sentence names, before it is kept.
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
    pub fn plain(severity: Severity, code: &'static str, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) -> Problem {
        let keep = |&(name, naming): &(&'static str, Naming<'_>)| {
            let value = match naming {
                Naming::Text(text) => Said::Text(text.into()),
                Naming::Number(number) => Said::Number(number),
            };
            Value { name, value }
        };
        let values = values.iter().map(keep).collect();
        Problem { severity, code, pointer: String::new(), line: 0, column: 0, values, hint: hint.map(Into::into) }
    }
}

/// The problems found so far, at most [`MOST`].
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
    errors: u32,
}

impl Problems {
    /// Whether one more error is to be told and added. Where none are told, it is counted here.
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

    /// Whether no more errors are kept. Whoever reads stops then: a hostile document can have hundreds of thousands, and finding
    /// the place of each would take longer than anyone waits.
    pub fn full(&self) -> bool {
        self.errors as usize >= if TELLS { MOST } else { 1 }
    }

    /// Whether no more warnings are kept.
    pub fn crowded(&self) -> bool {
        self.list.len() >= MOST
    }

    /// Whether any of them rejects the input.
    pub fn rejected(&self) -> bool {
        self.errors > 0
    }

    /// All of them in the order of their places. Where no more are kept, a last one says so.
    /// Where none are told, one stands for all of them.
    pub fn into_list(mut self) -> Vec<Problem> {
        if !TELLS {
            return if self.rejected() { vec![Problem::plain(Severity::Error, "quiz-full", &[], None)] } else { Vec::new() };
        }
        let severity = if self.rejected() { Severity::Error } else { Severity::Warning };
        let crowded = self.crowded();
        sort_by_place(&mut self.list);
        if crowded {
            self.list.push(Problem::plain(severity, "more-problems", &[], None));
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

/// The candidate nearest to `word`, if it is near enough to be a slip of the hand: "did you mean".
///
/// Distance: optimal string alignment (Damerau 1964; Wagner & Fischer 1974), at most a third of the word's length.
pub fn nearest<'a>(word: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    if !TELLS {
        return None;
    }
    let mut best = None;
    let mut least = word.len() / 3 + 1;
    for candidate in candidates.filter(|candidate| candidate.len().abs_diff(word.len()) <= word.len() / 3) {
        let distance = distance(word.as_bytes(), candidate.as_bytes());
        if distance < least {
            least = distance;
            best = Some(candidate);
        }
    }
    best
}

/// Optimal string alignment distance in bytes; `usize::MAX` for words longer than an identifier may be.
fn distance(a: &[u8], b: &[u8]) -> usize {
    if a.len().max(b.len()) > 64 {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, &left) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, &right) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut least = (at(&row, j) + usize::from(left != right)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&right) && b.get(j - 1) == Some(&left);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
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
        assert_eq!(nearest("", &mut names.into_iter()), None);
    }

    #[test]
    fn problems_come_in_the_order_of_their_places_and_a_last_one_says_that_there_are_more() {
        let mut problems = Problems::default();
        for line in (1..=102).rev() {
            problems.add(Problem { line, ..Problem::plain(Severity::Warning, "any", &[], None) });
        }
        assert!(!problems.rejected());
        let list = problems.into_list();
        assert_eq!(list.len(), MOST + 1);
        assert!(list.windows(2).take(MOST - 1).all(|pair| pair[0].line < pair[1].line));
        assert_eq!(list[MOST].code, "more-problems");
    }
}
