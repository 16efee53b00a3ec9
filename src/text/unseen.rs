//! Characters that nobody sees, and marks that pile up.
//!
//! Controls, and those that turn the direction of what is around them, are an error wherever they stand
//! ([`is_control`]). Of the others ([`is_unseen`]) `metier check` warns. [`seen`] strips them, so that two texts that
//! look the same are the same (a separator of lines becomes a space), but for the marks U+200E, U+200F and U+061C,
//! which texts from right to left need: the page isolates every text (`bdi`, `dir`), so that they reach no further than
//! its end.

use crate::steps::counted;

/// More marks that combine with one letter are in no language; so many the Stream-Safe Text Format of Unicode allows
/// (UAX 15).
pub const MARKS: usize = 30;

/// Whether more than [`MARKS`] combining marks follow each other, which takes a browser minutes to draw.
pub fn piles_up(text: &str) -> bool {
    let mut marks = 0;
    // What nobody sees parts no marks.
    for character in counted(text.chars()).filter(|&character| !is_unseen(character)) {
        let mark = matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{6d6}'..='\u{6ed}' | '\u{e31}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}');
        marks = if mark { marks + 1 } else { 0 };
        if marks > MARKS {
            return true;
        }
    }
    false
}

/// A text without the characters that nobody sees.
pub fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut before = ' ';
    for character in counted(text.chars()) {
        if matches!(character, '\u{2028}' | '\u{2029}') {
            seen.push(' ');
        } else if !is_unseen(character) || is_direction(character) || is_flag(character, before) {
            seen.push(character);
        }
        before = character;
    }
    seen
}

/// Whether the character goes on with a flag after the one `before`: those of England, Scotland and Wales are a black
/// flag and letters that are not drawn.
fn is_flag(character: char, before: char) -> bool {
    is_tag(character) && (before == '\u{1f3f4}' || is_tag(before))
}

fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0000}'..='\u{e007f}')
}

/// The marks that say in which direction the text beside them goes.
fn is_direction(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Whether the character is invisible, though it may have a use: places where a word may be broken, separators, marks
/// of direction, letters of a kind that are not drawn. Those that join letters are seen in how the letters look.
pub fn is_unseen(character: char) -> bool {
    is_tag(character)
        || is_direction(character)
        || matches!(character, '\u{ad}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Whether the character is drawn as nothing, or as a gap, though it counts as a letter or a sign: fillers of Hangul,
/// an empty pattern of Braille, marks of older texts. Some texts need them, so they stay; the author is told.
fn is_blank(character: char) -> bool {
    matches!(character, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Whether the character only changes how the one before it looks, or joins: seen beside letters of most scripts, and
/// not at all after one of ASCII, but for the keys of telephones.
fn is_shaping(character: char) -> bool {
    matches!(character, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether the character is a control: of a terminal, or of the direction of the text around it (UAX #9), which would
/// let a text look like another.
pub fn is_control(character: char) -> bool {
    matches!(character, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first character of a text that nobody sees and that has no use there: marks of direction have one in a text with
/// letters that are written from right to left.
pub fn unseen(text: &str) -> Option<char> {
    let leftwards = |c: char| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && !is_direction(c)
    };
    let turned = text.chars().any(leftwards);
    let mut last = ' ';
    text.chars().find(|&character| {
        let before = std::mem::replace(&mut last, character);
        let useful = is_flag(character, before) || turned && is_direction(character);
        let idle = is_shaping(character) && (before.is_ascii_alphabetic() || before == ' ');
        (is_unseen(character) || is_blank(character) || idle) && !useful
    })
}

/// A character as the Unicode Standard writes its number: U+200B.
pub fn code_point(character: char) -> String {
    let mut text = String::from("U+");
    let code = u32::from(character);
    for place in (0..6).rev().filter(|&place| place < 4 || code >> (4 * place) > 0) {
        text.push(char::from_digit(code >> (4 * place) & 15, 16).unwrap_or('0').to_ascii_uppercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{is_control, unseen};
    use unicode_general_category::{GeneralCategory, get_general_category};

    /// Signs of Unicode's class of formats that are drawn: of numbers, years, verses and abbreviations in Arabic, Syriac
    /// and Kaithi, and those that group hieroglyphs.
    fn is_drawn(character: char) -> bool {
        matches!(character, '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{110bd}' | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}')
    }

    #[test]
    fn no_format_character_goes_unseen() {
        for character in '\u{80}'..=char::MAX {
            let format = get_general_category(character) == GeneralCategory::Format;
            if format && !is_drawn(character) {
                assert!(is_control(character) || unseen(&format!("a{character}b")).is_some(), "{character:?}");
            }
        }
    }

    #[test]
    fn what_joins_and_shapes_is_seen_where_it_is_of_use() {
        for useful in [
            "👩\u{200d}💻",
            "می\u{200c}خواهم",
            "1\u{fe0f}\u{20e3}",
            "❤\u{fe0f}",
            "葛\u{e0100}",
            "ᠠ\u{180b}",
            "क्\u{200d}ष",
            "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "שלום\u{200f}!",
        ] {
            assert_eq!(unseen(useful), None, "{useful}");
        }
        for idle in
            ["a\u{200d}b", "a\u{200c}b", " \u{200d}", "x\u{fe0f}", "x\u{e0100}", "x\u{180b}", "x\u{e0067}", "x\u{200f}"]
        {
            assert!(unseen(idle).is_some(), "{idle:?}");
        }
    }
}
