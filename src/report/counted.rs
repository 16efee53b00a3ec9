//! What a report says of a quiz that counts: how many options are in their groups, and the document's words for that.

use crate::quiz::Item;
use crate::quiz::counted::Section;
use crate::quiz::kinds::answer::Answer;
use crate::quiz::response::Response;
use crate::quiz::translate::{Each, Spoken, Voice};
use crate::session::Session;
use crate::text::record::{Labels, Text};
use serde::Serialize;

/// A count. Items that were skipped are no part of it.
#[derive(Debug, Serialize)]
pub struct CountedReport<'q> {
    /// How many options were put into their groups.
    pub right: u32,
    /// How many options were put into any group; none where every item was skipped.
    pub of: u32,
    /// What the document says of the count. Its words are about all options: nothing where some were skipped.
    pub end: Option<Spoken<'q>>,
    /// What else it says.
    pub sections: Each<'q, Section, SectionReport<'q>>,
}

/// Lines under a title.
#[derive(Debug, Serialize)]
pub struct SectionReport<'q> {
    /// The title.
    pub title: Spoken<'q>,
    /// The lines.
    pub lines: Each<'q, Text, Spoken<'q>>,
    /// Sources that they rest on.
    pub sources: &'q Labels,
}

/// The count of a session; nothing where the quiz measures skills.
pub(super) fn counted(session: &Session) -> Option<CountedReport<'_>> {
    let (quiz, voice) = (&session.quiz, &session.voice);
    let counted = quiz.counted.as_ref()?;
    let given = || quiz.items.iter().zip(&session.responses).filter_map(put);
    let (right, of) = given().fold((0, 0), |(right, of), one| (right + one.0, of + one.1));
    let all = given().count() == quiz.items.len();
    let end = counted.end(right).filter(|_| all).map(|end| voice.text(&end.text));
    Some(CountedReport { right, of, end, sections: voice.each(&counted.sections, section_report) })
}

/// How many options of an answered item are in their groups, and how many it has.
fn put((item, response): (&Item, &Option<Response>)) -> Option<(u32, u32)> {
    let Answer::Groups(right) = response.as_ref()?.answer.as_ref()? else { return None };
    Some((*right, item.kind.options().list.len() as u32))
}

fn section_report<'q>(section: &'q Section, voice: &'q Voice) -> SectionReport<'q> {
    SectionReport { title: voice.text(&section.title), lines: voice.list(&section.lines.0), sources: &section.sources }
}
