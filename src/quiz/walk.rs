//! A walk through the texts of a quiz, each with its path: `items/ID/options/ID/text`.

use crate::text::json::push_whole;
use crate::text::record::Text;

/// Where in a quiz its texts are looked for, and what is done with each.
pub struct Walk<'v> {
    /// The way from the quiz to the part that is walked now.
    pub path: String,
    /// What is done with a text and its path.
    pub visit: &'v mut dyn FnMut(&str, &mut Text),
}

impl Walk<'_> {
    /// Walks a part.
    pub fn within(&mut self, part: &str, inside: &mut dyn FnMut(&mut Self)) {
        let length = self.path.len();
        if length > 0 {
            self.path.push('/');
        }
        self.path.push_str(part);
        inside(self);
        self.path.truncate(length);
    }

    /// Walks one of several parts that have names.
    pub fn named(&mut self, part: &str, name: &str, inside: &mut dyn FnMut(&mut Self)) {
        self.within(part, &mut |walk| walk.within(name, inside));
    }

    /// Walks parts that are numbered from 0.
    pub fn numbered<T>(&mut self, part: &str, list: &mut [T], inside: impl Fn(&mut Self, &mut T)) {
        for (index, entry) in list.iter_mut().enumerate() {
            let mut number = String::new();
            push_whole(&mut number, index as u32);
            self.named(part, &number, &mut |walk| inside(walk, entry));
        }
    }

    /// A text at the path so far, if it is there.
    pub fn visit(&mut self, text: &mut Text) {
        if text.is_given() {
            (self.visit)(&self.path, text);
        }
    }

    /// A text that is such a part.
    pub fn text(&mut self, part: &str, text: &mut Text) {
        self.within(part, &mut |walk| walk.visit(text));
    }
}
