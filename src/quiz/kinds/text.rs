//! `text`: a few words of one's own, which count for nothing and go nowhere.

use super::answer::Answer;
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields};
use super::shown::Shown;
use crate::problem::{Code, Naming};
use crate::quiz::limits::CHARACTERS;
use crate::steps::count;
use crate::text::json::{At, Kind};
use crate::text::record::Slot;

/// Characters of an answer at most, where the item does not say.
const USUAL_CHARACTERS: u32 = 1_000;

/// An item that is answered in one's own words.
#[derive(Debug)]
pub struct Text {
    /// The most characters.
    pub max: Option<u32>,
}

impl Text {
    /// The most characters that make an answer.
    fn most(&self) -> u32 {
        self.max.unwrap_or(USUAL_CHARACTERS)
    }
}

impl Room for Text {
    const NEW: Text = Text { max: None };

    // What is one's own is neither what one would do nor what is best.
    fields! { "id type situation? prompt sources?", text, _index:
        "max?" => Slot::Whole(text.max.get_or_insert_default(), 1, CHARACTERS),
    }

    const MEASURES: bool = false;

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.count = Some((1, self.most()));
    }

    /// Words are counted and not kept. White space alone is none.
    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        if !reader.is(at, Kind::Text, "\"…\"") {
            return None;
        }
        let words = reader.tape.text(at);
        // Each character has one byte that does not go on another's; core's own count costs the module half a KB.
        let length = words.bytes().filter(|byte| byte & 0xc0 != 0x80).count();
        count(words.len());
        let found = if words.trim_ascii().is_empty() { 0 } else { length };
        let most = self.most();
        if found == 0 || found > most as usize {
            let values = [("found", Naming::Number(found as f64)), ("most", Naming::Number(f64::from(most)))];
            reader.error(Code::ANSWER_LENGTH, at, &values, None);
        }
        Some(Answer::Words)
    }

    fn says(&self, _answer: &Answer, _skill: &str) -> Option<(f64, f64)> {
        None
    }

    fn levels(&self, _skill: &str) -> Levels {
        Levels::default()
    }

    fn all(&self) -> Option<Vec<Answer>> {
        Some(Vec::new())
    }
}
