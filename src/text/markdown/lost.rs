//! Marks of Markdown that the subset does not have, for whoever wrote them to hear of it.

use super::shown;
use crate::steps::count;
use crate::text::digits::digit;

/// A mark of Markdown that the subset does not have, and that a reader would miss or see as something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Three backticks or tildes around lines, which run into one.
    Fence,
    /// Number signs before a heading, which are shown.
    Heading,
    /// The line below the heads of a table, whose bars are shown and whose lines run into one.
    Table,
    /// An image: it would be a link after a "!".
    Image,
    /// A star within a word or a sum, which sets part of it in emphasis and is not shown.
    Star,
}

/// The first mark that reading `text` loses.
pub fn lost(text: &str) -> Option<Lost> {
    if let Some(lost) = text.lines().map(str::trim_ascii_start).find_map(lost_in_line) {
        return Some(lost);
    }
    let escaped = |at: usize| text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\\');
    let (mut bracket, mut end) = (None, None);
    let mut linked = |at: usize| {
        let (bracket, end) = (next(text, at, ']', &mut bracket), next(text, at, '\n', &mut end));
        bracket < end && text.get(bracket..).is_some_and(|rest| rest.starts_with("]("))
    };
    if text.match_indices("![").any(|(at, _)| !escaped(at) && !escaped(at + 1) && linked(at)) {
        return Some(Lost::Image);
    }
    let within = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        // "5*(3+1)*2": no emphasis begins after a word or ends before one.
        let ends = |c: char| is_word_or_sign(c) || matches!(c, ')' | ']' | '}');
        let begins = |c: char| is_word_or_sign(c) || matches!(c, '(' | '[' | '{');
        before.chars().next_back().is_some_and(ends) && after.chars().nth(1).is_some_and(begins)
    };
    let stars = |text: &str| text.bytes().filter(|&byte| byte == b'*').count();
    let within = text.match_indices('*').filter(|&(at, _)| within(at)).count();
    (within > 1 && stars(&shown(text)) + 1 < within).then_some(Lost::Star)
}

/// Where a sign comes next at or after a place, the end of the text where it does not. Places never go back, so that
/// the text is looked through once: what was `found` before still holds until it is passed.
fn next(text: &str, at: usize, sign: char, found: &mut Option<usize>) -> usize {
    if let Some(known) = found.filter(|&known| at <= known) {
        return known;
    }
    let next = text.get(at..).and_then(|rest| rest.find(sign)).map_or(text.len(), |distance| at + distance);
    count(next - at);
    *found = Some(next);
    next
}

/// The mark of a block that the subset does not have, at the beginning of a line.
fn lost_in_line(line: &str) -> Option<Lost> {
    let heads = line.bytes().take_while(|&byte| byte == b'#').count();
    let ruled = || line.len() > 2 && line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '));
    match line {
        _ if line.starts_with("```") || line.starts_with("~~~") => Some(Lost::Fence),
        _ if (1..=6).contains(&heads) && line.get(heads..).is_some_and(|rest| rest.starts_with(' ')) => {
            Some(Lost::Heading)
        }
        _ if line.contains("|") && line.contains("--") && ruled() => Some(Lost::Table),
        _ => None,
    }
}

/// Whether a star beside the character stands within a word or a sum: the marks of a sentence open and close emphasis.
/// From Thai (U+0E00) on come most scripts that put no spaces between words, where emphasis begins within what looks
/// like one.
fn is_word_or_sign(character: char) -> bool {
    let spaced = character < '\u{e00}' && character.is_alphanumeric() || character.is_numeric();
    spaced
        || digit(character).is_some()
        || matches!(character, '+' | '=' | '<' | '>' | '%' | '^' | '$' | '€' | '£' | '−' | '×' | '÷' | '±' | '°')
}

#[cfg(test)]
mod tests {
    use super::{Lost, lost};

    #[test]
    fn lost_marks_are_found() {
        for (text, expected) in [
            ("What is a*b*c?", Some(Lost::Star)),
            ("а*б*в", Some(Lost::Star)),
            ("٢*٣*٤", Some(Lost::Star)),
            ("x+*y*+z", Some(Lost::Star)),
            ("2*3*4", None),
            ("What does 5*(3+1)*2 give?", Some(Lost::Star)),
            ("What is (a)*(b)*(c)?", Some(Lost::Star)),
            ("[0-9]*[a-z]*", None),
            ("x₁*x₂*x₃", Some(Lost::Star)),
            ("(*word*) and [*another*]", None),
            ("a *word*, and **another**.", None),
            ("这是*重点*内容", None),
            ("~~~\nlet a\n~~~", Some(Lost::Fence)),
            ("  ```rust\nlet a\n  ```", Some(Lost::Fence)),
            ("# Heads", Some(Lost::Heading)),
            ("A\n### Heads", Some(Lost::Heading)),
            ("#1 of all", None),
            ("####### seven", None),
            ("a|b\n-|-\n", None),
            ("|a|b|\n|---|:--:|\n|1|2|", Some(Lost::Table)),
            ("a -- b | c", None),
        ] {
            assert_eq!(lost(text), expected, "{text}");
        }
    }
}
