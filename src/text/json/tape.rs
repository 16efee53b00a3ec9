//! A document that was read: its nodes in order, with their texts and their places.

use crate::problem::{Code, Naming, Problem, Severity, cut};
use crate::steps::count;
use crate::text::places::Places;
use std::cell::RefCell;

/// A piece of the text, or of the side buffer that holds strings whose escapes were read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) side: bool,
}

/// The kinds of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Flag,
    /// A number
    Number,
    /// A string
    Text,
    /// An array; its entries follow
    Array,
    /// An object; its members follow
    Object,
}

/// A value of the text.
#[derive(Debug)]
pub(super) struct Node {
    /// Where its text begins, in bytes.
    pub(super) at: u32,
    /// The member's name in an object; empty elsewhere.
    pub(super) key: Span,
    /// Index of the node after this one and everything within it.
    pub(super) next: u32,
    pub(super) kind: Kind,
    pub(super) text: Span,
    pub(super) number: f64,
}

/// A read text: nodes in document order. Node 0 is the whole value.
#[derive(Debug)]
pub struct Tape<'t> {
    pub(super) text: &'t str,
    pub(super) side: String,
    pub(super) nodes: Vec<Node>,
    pub(super) exact: bool,
    places: Places<'t>,
    /// The way of the last pointer, so that the next one need not count entries from the first again.
    way: RefCell<Vec<Stage>>,
}

/// Part of the way to a node: the entry of `parent` that holds it, and which that is.
#[derive(Clone, Copy, Debug)]
struct Stage {
    parent: At,
    child: At,
    index: u32,
}

/// Index of a node of a [`Tape`].
pub type At = u32;

impl<'t> Tape<'t> {
    /// A tape of a text of which nothing was read.
    pub(super) fn of(text: &'t str) -> Tape<'t> {
        let nodes = Vec::with_capacity(text.len() / 16);
        Tape { text, side: String::new(), nodes, exact: true, places: Places::of(text), way: RefCell::default() }
    }

    fn node(&self, at: At) -> Option<&Node> {
        self.nodes.get(at as usize)
    }

    fn span(&self, span: Span) -> &str {
        let source = if span.side { self.side.as_str() } else { self.text };
        source.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The kind of the node; `Null` for an index beyond the tape.
    pub fn kind(&self, at: At) -> Kind {
        self.node(at).map_or(Kind::Null, |node| node.kind)
    }

    /// Where the node's text begins, in bytes.
    pub fn begins(&self, at: At) -> usize {
        self.node(at).map_or(0, |node| node.at as usize)
    }

    /// The node's name in its object; empty elsewhere.
    pub fn key(&self, at: At) -> &str {
        self.node(at).map_or("", |node| self.span(node.key))
    }

    /// The string; empty for other kinds.
    pub fn text(&self, at: At) -> &str {
        self.node(at).map_or("", |node| self.span(node.text))
    }

    /// The number, or 1 for `true`; 0 for other kinds, and NaN where it could not be read, which was reported.
    pub fn number(&self, at: At) -> f64 {
        self.node(at).map_or(0.0, |node| node.number)
    }

    /// Whether every number was read. If not, relations between fields are not checked.
    pub fn exact(&self) -> bool {
        self.exact
    }

    /// The entries of an array or object.
    pub fn children(&self, at: At) -> Children<'_, 't> {
        let end = self.node(at).map_or(0, |node| node.next.min(self.nodes.len() as u32));
        let holds = matches!(self.kind(at), Kind::Array | Kind::Object);
        Children { tape: self, at: if holds { at + 1 } else { end }, end }
    }

    /// The member called `name`.
    pub fn member(&self, at: At, name: &str) -> Option<At> {
        self.children(at).find(|&child| self.key(child) == name)
    }

    /// The path of a node as a JSON pointer, found by descending from the root into the child that holds it. It costs
    /// nothing until asked for.
    pub fn pointer(&self, at: At) -> String {
        let mut pointer = String::new();
        let mut way = Vec::new();
        let mut here = 0;
        while here < at {
            let stage = self.stage(here, at, self.way.borrow().get(way.len()));
            pointer.push('/');
            if self.kind(here) == Kind::Object {
                push_escaped(&mut pointer, self.key(stage.child));
            } else {
                push_whole(&mut pointer, stage.index);
            }
            here = stage.child;
            way.push(stage);
        }
        self.way.replace(way);
        pointer
    }

    /// The entry of `parent` that holds the node `at`, looked for from the one that was found `before`, if that is no
    /// later one.
    fn stage(&self, parent: At, at: At, before: Option<&Stage>) -> Stage {
        let end = self.nodes.len() as u32;
        let first = Stage { parent, child: parent + 1, index: 0 };
        let mut stage = before.filter(|before| before.parent == parent && before.child <= at).copied().unwrap_or(first);
        while let Some(next) = self.node(stage.child).map(|node| node.next.min(end)) {
            count(1);
            if at < next {
                break;
            }
            stage = Stage { parent, child: next, index: stage.index + 1 };
        }
        stage
    }

    /// The way to where reading stands: to the last node begun that is still open.
    pub(super) fn way_to_the_end(&self) -> String {
        let open = self.nodes.iter().rposition(|node| {
            count(1);
            node.next == At::MAX
        });
        open.map_or(String::new(), |open| self.pointer(open as At))
    }

    /// Line and column of a byte of the text: both from 1, the column in UTF-16 code units.
    pub(super) fn line_and_column(&self, at: usize) -> (u32, u32) {
        self.places.line_and_column(at)
    }

    /// A problem at a node.
    pub fn problem(
        &self,
        severity: Severity,
        code: Code,
        at: At,
        values: &[(&'static str, Naming<'_>)],
        hint: Option<&str>,
    ) -> Problem {
        let (line, column) = self.line_and_column(self.node(at).map_or(0, |node| node.at as usize));
        Problem { line, column, pointer: self.pointer(at), ..Problem::plain(severity, code, values, hint) }
    }
}

/// The longest name in a pointer, in bytes: a document can have a hundred problems below thirty names of 20 KB each.
const NAME: usize = 200;

fn push_escaped(pointer: &mut String, key: &str) {
    let (kept, more) = cut(key, NAME);
    for character in kept.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
    pointer.push_str(more);
}

/// Appends a whole number in decimal; core's formatting would be paid for by every page.
pub fn push_whole(text: &mut String, mut number: u32) {
    let mut place = 1u32;
    while number / place >= 10 {
        place *= 10;
    }
    while place > 0 {
        text.push(char::from(b'0' + (number / place) as u8));
        number %= place;
        place /= 10;
    }
}

/// The entries of an array or the members of an object.
#[derive(Debug)]
pub struct Children<'a, 't> {
    tape: &'a Tape<'t>,
    at: At,
    end: At,
}

impl Iterator for Children<'_, '_> {
    type Item = At;

    fn next(&mut self) -> Option<At> {
        if self.at >= self.end {
            return None;
        }
        count(1);
        let child = self.at;
        self.at = self.tape.node(child)?.next;
        Some(child)
    }
}
