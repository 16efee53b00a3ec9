//! How a person's skills compare with what an advert asks for, line by line.

use super::lexicon::Lexicon;
use super::phrases::Found;
use super::report::{Meets, MeetsState};
use super::words::Words;
use crate::roles::catalogue::Catalogue;
use crate::text::markdown::Tree;
use crate::text::record::Text;

/// A person to be compared with the roles of a catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Person<'p> {
    /// The catalogue whose roles the person is compared with.
    pub catalogue: &'p Catalogue,
    /// Level and spread of each skill of the catalogue that was measured, as they are shown.
    pub shown: &'p [Option<(f64, f64)>],
}

/// A line that asks for a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'l> {
    /// Index of its first word.
    pub first: usize,
    /// Index of the word after its last one.
    pub end: usize,
    /// Identifier of the skill.
    pub skill: &'l str,
}

/// The lines with counted phrases that ask for skills: each skill of a line once, in the order of the text.
pub fn lines<'l>(lexicon: &'l Lexicon, words: &Words, counted: &[Found]) -> Vec<Line<'l>> {
    let paragraph = |word: usize| words.list.get(word).map_or(0, |word| word.paragraph);
    let mut lines: Vec<Line<'l>> = Vec::new();
    let mut range = (0, 0);
    for found in counted {
        if found.first >= range.1 {
            let this = paragraph(found.first);
            range.0 = words.list.partition_point(|word| word.paragraph < this);
            range.1 = words.list.partition_point(|word| word.paragraph <= this);
        }
        for skill in lexicon.phrases.get(found.phrase).into_iter().flat_map(|phrase| &phrase.skills.0) {
            let line = Line { first: range.0, end: range.1, skill: &skill.value };
            let said = lines.iter().rev().take_while(|other| other.first == line.first).any(|other| *other == line);
            if !said {
                lines.push(line);
            }
        }
    }
    lines
}

/// How a person's skill compares with what `role` needs; nothing if the catalogue does not know the skill. `places` are
/// those of the line.
pub fn meets<'l>(
    lexicon: &'l Lexicon,
    person: Person<'_>,
    role: Option<&str>,
    (line, places): (Line<'l>, (u32, u32)),
    tree: &dyn Fn(&Text, &Text) -> Tree,
) -> Option<Meets<'l>> {
    let Person { catalogue, shown } = person;
    let index = catalogue.skill(line.skill)?;
    let skill = catalogue.skills.get(index)?;
    let (level, spread) = shown.get(index).copied().flatten().unzip();
    let role = catalogue.roles.iter().find(|known| role == Some(known.id.value.as_str()));
    let need = role
        .and_then(|role| role.needs.iter().find(|needed| needed.skill.value == line.skill))
        .map(|needed| needed.need);
    let prepare = lexicon.prepare.iter().find(|prepare| prepare.skill.value == line.skill);
    Some(Meets {
        start: places.0,
        end: places.1,
        skill: line.skill,
        name: tree(&skill.name, &catalogue.language),
        state: state(level, spread, need),
        level,
        spread,
        need,
        prepare: prepare.map(|prepare| tree(&prepare.text, &lexicon.language)).unwrap_or_default(),
        sources: prepare
            .into_iter()
            .flat_map(|prepare| &prepare.sources.0)
            .map(|source| source.value.as_str())
            .collect(),
    })
}

/// Whether a level is above the need, below it, or within its spread of it.
fn state(level: Option<f64>, spread: Option<f64>, need: Option<f64>) -> MeetsState {
    let (Some(level), Some(spread), Some(need)) = (level, spread, need) else { return MeetsState::Unknown };
    match level - need {
        over if over.abs() <= spread => MeetsState::Even,
        over if over > 0.0 => MeetsState::Strength,
        _ => MeetsState::Gap,
    }
}

#[cfg(test)]
mod tests {
    use super::{MeetsState, state};

    #[test]
    fn what_lies_within_the_error_is_even() {
        let state = |level, need| state(Some(level), Some(0.5), Some(need));
        assert_eq!(
            [state(3.5, 3.0), state(2.5, 3.0), state(3.6, 3.0), state(2.4, 3.0)],
            [MeetsState::Even, MeetsState::Even, MeetsState::Strength, MeetsState::Gap]
        );
        assert_eq!(super::state(None, None, Some(3.0)), MeetsState::Unknown);
        assert_eq!(super::state(Some(3.0), Some(0.5), None), MeetsState::Unknown);
    }
}
