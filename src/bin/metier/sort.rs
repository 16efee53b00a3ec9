//! Sorts of files, by what they say that they are: one in the place of another is named, and not read as that other.

use metier::problem::{Code, Naming, Problem, Problems, Severity, nearest};
use metier::text::json::{self, At, Kind, Tape};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Quiz,
    Catalogue,
    Lexicon,
    /// A saved one, or one that was written by hand and does not say what it is.
    Profile,
    Report,
    Simulation,
    /// It does not say what it is.
    Answers,
    /// The same, in columns.
    Table,
    /// A text of any kind.
    Advert,
}

/// Those that say what they are, by the beginning of their format.
const SAID: [(&str, Sort); 6] = [
    ("metier-quiz/", Sort::Quiz),
    ("metier-roles/", Sort::Catalogue),
    ("metier-advert/", Sort::Lexicon),
    ("metier-profile/", Sort::Profile),
    ("metier-report/", Sort::Report),
    ("metier-simulation/", Sort::Simulation),
];
/// The formats that are read.
const READ: &str = "metier-quiz/1 metier-roles/1 metier-advert/1 metier-profile/1";
/// What has their form, and does not say what it is.
const JSON: &str = "a JSON document";
/// What they are of, with the articles.
const CHECKED: &str = "a quiz, a catalogue, a lexicon or a profile";

impl Sort {
    /// With its article.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Quiz => "a quiz",
            Sort::Catalogue => "a catalogue of roles",
            Sort::Lexicon => "a lexicon of adverts",
            Sort::Profile => "a profile",
            Sort::Report => "a report",
            Sort::Simulation => "a simulation",
            Sort::Answers => "an answer sheet",
            Sort::Table => "a table",
            Sort::Advert => "an advert",
        }
    }

    /// The problem of a text that says it is something else, or of a format that there is not.
    pub fn mistaken(self, text: &str) -> Option<Problem> {
        let text = bare(text);
        let Some(tape) = document(text) else {
            let found = match self {
                // What is no JSON may have been meant for it, and is no table.
                Sort::Table => text.trim_start().starts_with('{').then_some(JSON),
                Sort::Advert => None,
                _ => is_table(text).then_some(Sort::Table.name()),
            };
            return Some(at_the_start(other(found?, self.name())));
        };
        let format = format(&tape);
        match format.and_then(|(_, format)| said(format)) {
            Some(sort) if sort == self => None,
            Some(sort) => Some(sort.instead(&tape, format?, self.name())),
            None if self == Sort::Table => Some(placed(&tape, 0, other(JSON, self.name()))),
            None => format.filter(|(_, format)| format.starts_with("metier-")).map(|(at, _)| no_format(&tape, at)),
        }
    }

    /// The problem of a document that says by its format, at a place, that it is of this sort.
    fn instead(self, tape: &Tape<'_>, (at, format): (At, &str), wanted: &str) -> Problem {
        placed(tape, at, other(&format!("{} ({format})", self.name()), wanted))
    }
}

/// What a document says that it is; a quiz where it does not say.
///
/// # Errors
/// The problem of a format that is none of those that can be checked.
pub fn checked(text: &str) -> Result<Sort, Problem> {
    let text = bare(text);
    let Some(tape) = document(text) else {
        return if is_table(text) { Err(at_the_start(other(Sort::Table.name(), CHECKED))) } else { Ok(Sort::Quiz) };
    };
    let Some((at, format)) = format(&tape) else { return Ok(Sort::Quiz) };
    match said(format) {
        Some(sort @ (Sort::Report | Sort::Simulation)) => Err(sort.instead(&tape, (at, format), CHECKED)),
        Some(sort) => Ok(sort),
        None => Err(no_format(&tape, at)),
    }
}

/// A text without its byte order mark.
fn bare(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn said(format: &str) -> Option<Sort> {
    SAID.iter().find(|(start, _)| format.starts_with(start)).map(|(_, sort)| *sort)
}

/// A text as JSON, an object or a list; nothing where it is none.
fn document(text: &str) -> Option<Tape<'_>> {
    json::parse(text, &mut Problems::default()).filter(|tape| matches!(tape.kind(0), Kind::Object | Kind::Array))
}

/// The format of a document, and where it says that.
fn format<'t>(tape: &'t Tape<'_>) -> Option<(At, &'t str)> {
    let at = tape.member(0, "format").filter(|&at| tape.kind(at) == Kind::Text)?;
    Some((at, tape.text(at)))
}

/// Whether a text begins as a table of ours does.
fn is_table(text: &str) -> bool {
    let first = text.trim_start().split([',', ';', '\t', '|', '\n']).next().unwrap_or_default();
    let after = text.trim_start().get(first.len()..).unwrap_or_default();
    matches!(first.trim_matches(['"', ' ']).to_ascii_lowercase().as_str(), "person" | "item")
        && after.starts_with([',', ';', '\t', '|'])
}

fn other(found: &str, wanted: &str) -> Problem {
    let values = [("found", Naming::Text(found)), ("wanted", Naming::Text(wanted))];
    Problem::plain(Severity::Error, Code::FILE_SORT, &values, None)
}

fn no_format(tape: &Tape<'_>, at: At) -> Problem {
    let found = tape.text(at);
    let values = [("found", Naming::Text(found)), ("words", Naming::Text(READ))];
    tape.problem(Severity::Error, Code::SHAPE_WORD, at, &values, nearest(found, &mut READ.split(' ')))
}

fn at_the_start(problem: Problem) -> Problem {
    Problem { line: 1, column: 1, ..problem }
}

/// A problem at a node.
fn placed(tape: &Tape<'_>, at: At, problem: Problem) -> Problem {
    let Problem { line, column, pointer, .. } = tape.problem(problem.severity, problem.code, at, &[], None);
    Problem { line, column, pointer, ..problem }
}
