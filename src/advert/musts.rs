//! Must-haves: what a phrase marks as one, and every list entry under a heading that does.

use super::phrases::Found;
use super::words::{Line, Words};
use crate::steps::counted;

/// A must-have, with the phrase that makes it one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Must {
    /// Index of its first word.
    pub first: usize,
    /// Index of the word after its last one.
    pub end: usize,
    /// The phrase that makes it one.
    pub said: Found,
}

/// The must-haves of a text, in its order. `headings` says of each line whether it is one; `found` are the phrases that
/// count. An entry of a list counts once, whatever phrases it holds; a heading whose entries count does not count
/// itself.
pub fn musts(words: &Words, headings: &[bool], found: &[Found]) -> Vec<Must> {
    let mut musts = Vec::new();
    let mut heading: Option<Found> = None;
    for (index, line) in words.lines.iter().enumerate() {
        // Lines and phrases both stand in the order of the text.
        let before = |word: usize| found.partition_point(|found| found.first < word);
        let own = found.get(before(line.first)..before(line.end)).unwrap_or_default();
        if headings.get(index).copied().unwrap_or_default() {
            heading = own.first().filter(|_| entry_follows(words, headings, index)).copied();
            if heading.is_some() {
                continue;
            }
        }
        // "You will get:" begins another list.
        heading = heading.filter(|_| line.bulleted || line.last != ':');
        match heading.filter(|_| line.bulleted) {
            Some(said) => musts.push(Must { first: line.first, end: line.end, said }),
            None => {
                musts.extend(counted(own.iter()).map(|said| Must { first: said.first, end: said.end, said: *said }))
            }
        }
    }
    musts
}

/// Whether the first line below a heading is an entry of a list.
fn entry_follows(words: &Words, headings: &[bool], heading: usize) -> bool {
    let below = |line: &Line| line.bulleted && !headings.get(heading + 1).copied().unwrap_or_default();
    words.lines.get(heading + 1).is_some_and(below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::phrases::Phrases;
    use crate::advert::words::words;

    #[test]
    fn entries_under_a_must_are_musts() {
        let phrases = Phrases::of(["essential", "must have"].into_iter());
        for (text, headings, expected) in [
            (
                "Essential criteria\n- tea\n- you must have milk\nMore\n- cups",
                [0, 3].as_slice(),
                vec!["tea", "you must have milk"],
            ),
            ("Essential criteria\nTea. You must have milk.\n- cups", &[0], vec!["essential", "must have"]),
            ("Essential\n- tea\nYou will get:\n- cups", &[0], vec!["tea"]),
            ("Essential\n· tea\n· milk · sugar", &[0], vec!["tea", "milk sugar"]),
            ("You must have tea\n- cups", &[], vec!["must have"]),
            ("Essential\nDesirable\n- cups", &[0, 1], vec!["essential"]),
            ("", &[], vec![]),
        ] {
            let read = words(text);
            let is_heading: Vec<bool> = (0..read.lines.len()).map(|line| headings.contains(&line)).collect();
            let musts = musts(&read, &is_heading, &phrases.find(&read));
            let said =
                |must: &Must| (must.first..must.end).map(|word| read.letters(word)).collect::<Vec<_>>().join(" ");
            assert_eq!(musts.iter().map(said).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
