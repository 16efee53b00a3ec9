//! One walker that reads any record of a document and finds all of its problems.
//!
//! A record names its fields and gives for each a [`Slot`] that says what belongs there. There is one walker for all
//! records, not one decoder for each type: that keeps the module small, and each field costs a few bytes. The
//! documents' JSON Schemas say the same as the slots; a test holds them to the same verdict for every code that begins
//! `shape-`.

use super::json::{At, Kind, Tape};
use super::names::Names;
use super::parts::parts;
use super::{address, markdown, unseen};
use crate::closed::Closed;
use crate::problem::{Code, Naming, Problems, Severity, TELLS, WARNS};
use crate::steps::counted;
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// The most blocks, runs and line breaks that one text may be drawn as: a question with a hundred options then stays
/// below the hundred thousand at which a page freezes for seconds.
const PIECES: usize = 1_000;

/// A string of a document that remembers its place, so that later checks can point at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The string itself, escapes read.
    pub value: String,
    /// Its place on the tape.
    pub at: At,
    /// Whether it was replaced by a translation.
    pub translated: bool,
}

impl Text {
    /// Whether the document has this text at all.
    pub fn is_given(&self) -> bool {
        !self.value.is_empty()
    }
}

/// What a field may hold, and where it is read into.
pub enum Slot<'a> {
    /// An author's text in the Markdown subset, not empty.
    Words(&'a mut Text),
    /// An identifier: `[a-z][a-z0-9-]{0,63}`.
    Id(&'a mut Text),
    /// A language tag: letters and digits in parts of one to eight, joined by "-" (RFC 5646 in outline).
    Language(&'a mut Text),
    /// A plain string, not empty.
    Label(&'a mut Text),
    /// This string and no other.
    Constant(&'static str),
    /// One of the words, which are separated by spaces: its number goes there, counted from 1 ([`OneOf::slot`]).
    Word(&'a mut u8, &'static str),
    /// A number from the first bound to the second.
    Number(&'a mut f64, f64, f64),
    /// A whole number from the first bound to the second.
    Whole(&'a mut u32, u32, u32),
    /// `true` or `false`.
    Flag(&'a mut bool),
    /// An object.
    Record(&'a mut dyn Record),
    /// An array of at least and at most so many entries.
    List(&'a mut dyn List, usize, usize),
    /// An object of any keys, all of whose values are texts; `$comment` is none of them.
    Map(&'a mut Vec<(Text, Text)>),
    /// Any string; it is not read.
    Anything,
    /// Any value; its place on the tape is read.
    #[cfg(feature = "whole")]
    Node(&'a mut At),
    /// A field that only the whole reader reads: refused, so that the document is handed on to it.
    Elsewhere,
}

/// An object of a document. Any object may have a string called `$comment`, which is not read.
pub trait Record {
    /// The names of its fields, separated by spaces; `?` follows those that are optional.
    fn names(&self) -> &'static str;

    /// What the field called `name` may hold; it is the one at `index` in [`Record::names`].
    fn field(&mut self, index: usize, name: &str) -> Slot<'_>;

    /// Tells the record its place on the tape.
    fn place(&mut self, _at: At) {}

    /// The words of its kinds, where its fields depend on one; empty for all other records.
    fn kinds(&self) -> &'static str {
        ""
    }

    /// The name of the field that holds the kind.
    fn kind_name(&self) -> &'static str {
        "type"
    }

    /// Sets its kind, as an index into [`Record::kinds`].
    fn become_kind(&mut self, _kind: u8) {}
}

/// An array of a document.
pub trait List {
    /// Adds an empty entry and returns its slot.
    fn push(&mut self) -> Slot<'_>;
}

impl<R: Record + Default> List for Vec<R> {
    fn push(&mut self) -> Slot<'_> {
        self.push(R::default());
        self.last_mut().map_or(Slot::Anything, |entry| Slot::Record(entry))
    }
}

/// A word of a closed set as a document has it, or nothing where the document does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneOf<E> {
    /// Number of the word, counted from 1; 0 for nothing.
    number: u8,
    set: PhantomData<E>,
}

impl<E> Default for OneOf<E> {
    fn default() -> OneOf<E> {
        OneOf { number: 0, set: PhantomData }
    }
}

impl<E: Closed> OneOf<E> {
    /// Whether the document says this.
    pub fn is(self, value: E) -> bool {
        self.number == value.index() + 1
    }

    /// What the document says.
    pub fn get(self) -> Option<E> {
        E::ALL.get(usize::from(self.number).wrapping_sub(1)).copied()
    }

    /// What the document says here, or else there.
    #[must_use]
    pub fn or(self, other: OneOf<E>) -> OneOf<E> {
        if self.number == 0 { other } else { self }
    }

    /// The slot of a field that may have any word of the set.
    pub fn slot(&mut self) -> Slot<'_> {
        self.slot_of(E::WORDS)
    }

    /// The slot of a field that may have the first words of the set alone.
    pub fn slot_of(&mut self, words: &'static str) -> Slot<'_> {
        Slot::Word(&mut self.number, words)
    }
}

/// A list of texts in the Markdown subset.
#[derive(Debug, Default)]
pub struct Words(pub Vec<Text>);

impl List for Words {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Text::default());
        self.0.last_mut().map_or(Slot::Anything, Slot::Words)
    }
}

/// Written as the string alone.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.value)
    }
}

/// A list of plain strings.
#[derive(Debug, Default, Serialize)]
pub struct Labels(pub Vec<Text>);

impl List for Labels {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Text::default());
        self.0.last_mut().map_or(Slot::Anything, Slot::Label)
    }
}

/// A list of identifiers.
#[derive(Debug, Default)]
pub struct Ids(pub Vec<Text>);

impl List for Ids {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Text::default());
        self.0.last_mut().map_or(Slot::Anything, Slot::Id)
    }
}

/// Implements [`Record`]: `record!(Type, this: "name" => slot, "other?" => slot)`. The type has a field `at` for its
/// place, unless it says that nobody asks for it: `record!(Type, this without place: ...)`.
macro_rules! record {
    ($type:ty, $this:ident: $($name:expr => $slot:expr,)+) => {
        $crate::record!(@ $type, $this, {
            fn place(&mut self, at: $crate::text::json::At) {
                self.at = at;
            }
        }, $($name => $slot,)+);
    };
    ($type:ty, $this:ident without place: $($name:expr => $slot:expr,)+) => {
        $crate::record!(@ $type, $this, {}, $($name => $slot,)+);
    };
    (@ $type:ty, $this:ident, { $($place:tt)* }, $($name:expr => $slot:expr,)+) => {
        impl $crate::text::record::Record for $type {
            fn names(&self) -> &'static str {
                concat!($($name, " "),+)
            }

            // By index: comparing names again would cost the module their bytes twice.
            fn field(&mut self, mut index: usize, _name: &str) -> $crate::text::record::Slot<'_> {
                let $this = self;
                $(if index == 0 {
                    return $slot;
                }
                index = index.wrapping_sub(1);)+
                let _ = index;
                $crate::text::record::Slot::Anything
            }

            $($place)*
        }
    };
}
pub(crate) use record;

/// Whether a name as [`Record::names`] has it (perhaps with `?`) is `name`.
fn same(listed: &str, name: &str) -> bool {
    listed.strip_suffix('?').unwrap_or(listed) == name
}

/// Reads the whole tape into `record`; all problems are added to `problems`.
pub fn read(tape: &Tape<'_>, record: &mut dyn Record, problems: &mut Problems) {
    Walker { tape, problems }.fill(0, Slot::Record(record));
}

struct Walker<'w, 't> {
    tape: &'w Tape<'t>,
    problems: &'w mut Problems,
}

impl Walker<'_, '_> {
    fn error(&mut self, code: Code, at: At, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) {
        if self.problems.wants() {
            self.problems.add(self.tape.problem(Severity::Error, code, at, values, hint));
        }
    }

    fn fill(&mut self, at: At, slot: Slot<'_>) {
        let kind = self.tape.kind(at);
        match (slot, kind) {
            (Slot::Words(text), Kind::Text) => self.words(at, text),
            (Slot::Id(text), Kind::Text) => self.checked(at, text, is_id, Code::SHAPE_ID),
            (Slot::Language(text), Kind::Text) => self.checked(at, text, is_language, Code::SHAPE_LANGUAGE),
            (Slot::Label(text), Kind::Text) => self.checked(at, text, |label| !label.is_empty(), Code::SHAPE_EMPTY),
            (Slot::Constant(word), Kind::Text) => self.word(at, &mut 0, word),
            (Slot::Word(number, words), Kind::Text) => self.word(at, number, words),
            (Slot::Number(number, low, high), Kind::Number) => *number = self.number(at, low, high),
            (Slot::Whole(number, low, high), Kind::Number) => self.whole(at, number, low, high),
            (Slot::Flag(flag), Kind::Flag) => *flag = self.tape.number(at) != 0.0,
            (Slot::Record(record), Kind::Object) => self.record(at, record),
            (Slot::List(list, least, most), Kind::Array) => self.list(at, list, least, most),
            (Slot::Map(map), Kind::Object) => self.map(at, map),
            (Slot::Anything, Kind::Text) => {}
            #[cfg(feature = "whole")]
            (Slot::Node(node), _) => *node = at,
            (slot, _) => self.error(Code::SHAPE_TYPE, at, &[("wanted", Naming::Text(wanted(&slot)))], None),
        }
    }

    fn words(&mut self, at: At, text: &mut Text) {
        self.checked(at, text, |words| !words.trim_ascii().is_empty(), Code::SHAPE_EMPTY);
        // Where nothing is told, a strange address is refused as well: the whole reader looks at it.
        let refused = |address: &&str| !address::address_allowed(address) || !TELLS && address::is_strange(address);
        if let Some(address) = markdown::addresses(&text.value).find(refused) {
            self.error(Code::LINK_ADDRESS, at, &[("address", Naming::Text(address))], None);
        }
        // A text has no more pieces than twice its bytes.
        if text.value.len() > PIECES / 2 {
            let found = markdown::pieces(&markdown::read(&text.value));
            if found > PIECES {
                self.error(
                    Code::TEXT_PIECES,
                    at,
                    &[("found", Naming::Number(found as f64)), ("most", Naming::Number(PIECES as f64))],
                    None,
                );
            }
        }
        if WARNS {
            self.doubts(at, &text.value);
        }
    }

    /// Warns of what readers would not see or not expect.
    fn doubts(&mut self, at: At, text: &str) {
        let mark = match markdown::lost(text) {
            Some(markdown::Lost::Fence) => Some(Code::TEXT_FENCE),
            Some(markdown::Lost::Heading) => Some(Code::TEXT_HEADING),
            Some(markdown::Lost::Table) => Some(Code::TEXT_TABLE),
            Some(markdown::Lost::Image) => Some(Code::TEXT_IMAGE),
            Some(markdown::Lost::Star) => Some(Code::TEXT_STAR),
            None => None,
        };
        if let Some(code) = mark {
            self.warn(code, at, &[]);
        }
        for address in markdown::addresses(text) {
            if let Some(code) = address::doubt(address).map(address::Doubt::code) {
                self.warn(code, at, &[("address", Naming::Text(address))]);
            }
        }
    }

    /// Adds a warning, where warnings are made.
    fn warn(&mut self, code: Code, at: At, values: &[(&'static str, Naming<'_>)]) {
        if WARNS && !self.problems.crowded() {
            self.problems.add(self.tape.problem(Severity::Warning, code, at, values, None));
        }
    }

    fn checked(&mut self, at: At, text: &mut Text, holds: fn(&str) -> bool, code: Code) {
        let value = self.tape.text(at);
        if !holds(value) {
            self.error(code, at, &[("found", Naming::Text(value))], None);
        }
        if counted(value.chars()).any(|c| unseen::is_control(c) && c != '\n') {
            self.error(Code::TEXT_CONTROL, at, &[], None);
        }
        if unseen::piles_up(value) {
            self.error(Code::TEXT_MARKS, at, &[("most", Naming::Number(unseen::MARKS as f64))], None);
        }
        if WARNS && let Some(found) = unseen::unseen(value) {
            self.warn(Code::TEXT_UNSEEN, at, &[("found", Naming::Text(&unseen::code_point(found)))]);
        }
        *text = Text { value: value.into(), at, translated: false };
    }

    fn word(&mut self, at: At, number: &mut u8, words: &'static str) {
        let found = self.tape.text(at);
        match words.split_ascii_whitespace().position(|word| word == found) {
            Some(position) => *number = position as u8 + 1,
            None => {
                let values = [("found", Naming::Text(found)), ("words", Naming::Text(words))];
                let hint = self.problems.nearest(found, &mut words.split_ascii_whitespace());
                self.error(Code::SHAPE_WORD, at, &values, hint);
            }
        }
    }

    fn number(&mut self, at: At, low: f64, high: f64) -> f64 {
        let found = self.tape.number(at);
        if found.is_nan() {
            return low;
        }
        if !(low..=high).contains(&found) {
            let values =
                [("found", Naming::Number(found)), ("low", Naming::Number(low)), ("high", Naming::Number(high))];
            self.error(Code::SHAPE_RANGE, at, &values, None);
        }
        found
    }

    fn whole(&mut self, at: At, number: &mut u32, low: u32, high: u32) {
        let found = self.number(at, f64::from(low), f64::from(high));
        *number = found as u32;
        if f64::from(*number) != found && (0.0..=f64::from(u32::MAX)).contains(&found) {
            self.error(Code::SHAPE_WHOLE, at, &[("found", Naming::Number(found))], None);
        }
    }

    fn list(&mut self, at: At, list: &mut dyn List, least: usize, most: usize) {
        let mut count = 0;
        for child in self.tape.children(at) {
            count += 1;
            if count <= most && !self.problems.full() {
                self.fill(child, list.push());
            }
        }
        if count < least {
            self.error(
                Code::SHAPE_FEW,
                at,
                &[("found", Naming::Number(count as f64)), ("count", Naming::Number(least as f64))],
                None,
            );
        }
        if count > most {
            self.error(
                Code::SHAPE_MANY,
                at,
                &[("found", Naming::Number(count as f64)), ("most", Naming::Number(most as f64))],
                None,
            );
        }
    }

    fn map(&mut self, at: At, map: &mut Vec<(Text, Text)>) {
        let tape = self.tape;
        let mut names = Names::default();
        for child in tape.children(at) {
            let key = tape.key(child);
            if key == "$comment" {
                self.fill(child, Slot::Anything);
                continue;
            }
            if names.add(key).is_some() {
                self.error(Code::DUPLICATE_KEY, child, &[("field", Naming::Text(key))], None);
            }
            if self.problems.full() {
                return;
            }
            let mut text = Text::default();
            self.fill(child, Slot::Words(&mut text));
            map.push((Text { value: key.into(), at: child, translated: false }, text));
        }
    }

    fn record(&mut self, at: At, record: &mut dyn Record) {
        record.place(at);
        if !record.kinds().is_empty() && !self.kind(at, record) {
            return;
        }
        let names = record.names();
        let mut seen = 0u64;
        for child in self.tape.children(at) {
            if self.problems.full() {
                return;
            }
            let key = self.tape.key(child);
            if key == "$comment" {
                self.fill(child, Slot::Anything);
                continue;
            }
            let Some(index) = names.split_ascii_whitespace().position(|name| same(name, key)) else {
                let mut known = names.split_ascii_whitespace().map(|name| name.strip_suffix('?').unwrap_or(name));
                let hint = self.problems.nearest(key, &mut known);
                self.error(Code::SHAPE_UNKNOWN, child, &[("field", Naming::Text(key))], hint);
                continue;
            };
            if seen & 1 << index != 0 {
                self.error(Code::DUPLICATE_KEY, child, &[("field", Naming::Text(key))], None);
            }
            seen |= 1 << index;
            // The kind has been read: it said which fields there are.
            if record.kinds().is_empty() || key != record.kind_name() {
                self.fill(child, record.field(index, key));
            }
        }
        for (index, name) in names.split_ascii_whitespace().enumerate() {
            if seen & 1 << index == 0 && !name.ends_with('?') {
                self.error(Code::SHAPE_MISSING, at, &[("field", Naming::Text(name))], None);
            }
        }
    }

    /// Reads the record's kind; whether it is known, without which its other fields cannot be judged.
    fn kind(&mut self, at: At, record: &mut dyn Record) -> bool {
        let name = record.kind_name();
        let Some(child) = self.tape.member(at, name) else {
            self.error(Code::SHAPE_MISSING, at, &[("field", Naming::Text(name))], None);
            return false;
        };
        let mut kind = 0;
        self.fill(child, Slot::Word(&mut kind, record.kinds()));
        record.become_kind(kind.wrapping_sub(1));
        kind != 0
    }
}

fn is_id(id: &str) -> bool {
    let mut bytes = id.bytes();
    id.len() <= 64
        && bytes.next().is_some_and(|first| first.is_ascii_lowercase())
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn is_language(tag: &str) -> bool {
    tag.len() <= 35
        && tag.starts_with(|first: char| first.is_ascii_alphabetic())
        && parts(tag, b'-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// JSON's own name for the type of a slot (for whole numbers, that of JSON Schema).
fn wanted(slot: &Slot<'_>) -> &'static str {
    match slot {
        Slot::Number(..) => "number",
        Slot::Whole(..) => "integer",
        Slot::Flag(_) => "boolean",
        Slot::Record(_) | Slot::Map(_) => "object",
        Slot::List(..) => "array",
        _ => "string",
    }
}
