//! Headings, and the sections that they begin.

use super::phrases::{Found, Phrases};
use super::words::{Line, Words};

/// More words make no heading.
const LONGEST: usize = 8;
/// What may stand before the words of a heading.
const BEFORE: [&str; 4] = ["the", "your", "our", "about"];
/// What may follow them; anything else makes another thing of the line: "Benefits realisation".
const AFTER: [&str; 18] = [
    "and", "or", "as", "at", "by", "for", "from", "in", "of", "on", "to", "with", "you", "your", "we", "this",
    "include", "includes",
];

/// What the lines of a text are.
#[derive(Debug, Default)]
pub struct Sections {
    /// The heading that each line belongs to, by index into the list of headings; none before the first.
    pub of: Vec<Option<usize>>,
    /// Which lines are headings.
    pub headings: Vec<bool>,
}

/// Finds the headings of a text.
pub fn sections(words: &Words, headings: &Phrases) -> Sections {
    let mut sections = Sections::default();
    let (mut section, mut label) = (None, None);
    for line in &words.lines {
        let heading = heading(words, line, headings);
        let found = heading.map(|found| found.phrase);
        if heading.is_some_and(|found| !is_label(words, line, found)) {
            (section, label) = (found, None);
        } else if heading.is_some() || !(line.bulleted || line.wrapped) {
            label = found;
        }
        sections.of.push(label.or(section));
        sections.headings.push(heading.is_some());
    }
    sections
}

/// Whether what the heading names stands in its own line: "Benefits: a pension". Its section is that line and the
/// entries of a list below it; then the section before goes on.
fn is_label(words: &Words, line: &Line, found: Found) -> bool {
    found.end < line.end && words.list.get(found.end).is_some_and(|word| word.mark == ':')
}

/// The heading that a line consists of, if it is one.
fn heading(words: &Words, line: &Line, headings: &Phrases) -> Option<Found> {
    if line.bulleted || line.wrapped {
        return None;
    }
    let leads = (line.first..line.end).take_while(|&word| BEFORE.contains(&words.letters(word))).count();
    let found = (0..=leads).find_map(|lead| headings.at(words, line.first + lead, &|word| word < line.end))?;
    Some(found).filter(|&found| is_alone(words, line, found))
}

/// Whether the rest of the line leaves it a heading.
fn is_alone(words: &Words, line: &Line, found: Found) -> bool {
    let mark = words.list.get(found.end).filter(|_| found.end < line.end).map(|word| word.mark);
    if is_label(words, line, found) {
        return found.end - line.first <= LONGEST;
    }
    let follows = match mark {
        None => true,
        Some(',' | ';') => false,
        Some('\0') => AFTER.contains(&words.letters(found.end)),
        Some(_) => true,
    };
    follows && line.end - line.first <= LONGEST && !matches!(line.last, '.' | ',' | ';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::words::words;

    const HEADINGS: [&str; 6] = ["requirements", "what you* will do", "benefits", "role", "who we are", "us"];

    #[test]
    fn headings_are_short_lines_that_begin_so() {
        let list = Phrases::of(HEADINGS.iter().copied());
        for (text, heading) in [
            ("Requirements", Some("requirements")),
            ("REQUIREMENTS:", Some("requirements")),
            ("## Requirements", Some("requirements")),
            ("**Requirements**", Some("requirements")),
            ("<h2>Require<b>ments</b></h2>", Some("requirements")),
            ("🚀 What you will do", Some("what you* will do")),
            ("About the role", Some("role")),
            ("About us", Some("us")),
            ("Requirements for this role", Some("requirements")),
            ("Requirements (essential)", Some("requirements")),
            ("Requirements – essential", Some("requirements")),
            ("Benefits: a pension, a gym, free lunch and a day off for your birthday.", Some("benefits")),
            ("Who we are?", Some("who we are")),
            ("Requirements gathering", None),
            ("Benefits realisation and tracking", None),
            ("Benefits, pensions and payroll", None),
            ("Requirements for this role are many indeed, as follows", None),
            ("The role is yours.", None),
            ("Role of the team,", None),
            ("• Requirements", None),
            ("- Requirements", None),
            ("<li>Requirements</li>", None),
            ("Our new benefits", None),
            ("", None),
        ] {
            let read = words(text);
            let found = sections(&read, &list);
            let first = found.of.first().copied().flatten().map(|phrase| HEADINGS[phrase]);
            assert_eq!(first, heading, "{text}");
        }
    }

    #[test]
    fn a_section_lasts_to_the_next_heading() {
        let list = Phrases::of(HEADINGS.iter().copied());
        let read = words("Hello there\nRequirements\nown the roadmap\nand business\nbenefits\n\nBenefits\nlunch");
        let found = sections(&read, &list);
        assert_eq!(
            found.of,
            [None, Some(0), Some(0), Some(0), Some(0), Some(2), Some(2)],
            "a wrapped line is no heading"
        );
        assert_eq!(found.headings.iter().filter(|&&heading| heading).count(), 2);
        let read =
            words("Requirements\nRoads\nBenefits: lunch and\nmore lunch\n- gym\nBridges\nRole: much\nBenefits\nTea");
        let found = sections(&read, &list);
        assert_eq!(found.of, [0, 0, 2, 2, 2, 0, 3, 2, 2].map(Some), "a label has its own line, and the list below");
    }
}
