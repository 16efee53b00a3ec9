//! Characters as the lexicon compares them: small letters without accents, whatever alphabet of symbols they are
//! written in.

use crate::text::digits::digit;

/// The part that a character plays in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Part of a word.
    Letter,
    /// An accent of its own: goes with the letter before it, and is not seen.
    Accent,
    /// Not seen at all: soft hyphen, zero width, direction.
    Unseen,
    /// Dropped within a word.
    Apostrophe,
    /// `and`, where it stands alone.
    And,
    /// Ends a sentence, unless it stands within a word.
    Dot,
    /// Ends a sentence.
    Stop,
    /// Ends a stretch, unless it stands within a number.
    Comma,
    /// Ends a stretch.
    Pause,
    /// Begins an entry of a list, and ends what stands before.
    Bullet,
    /// Begins an entry of a list at the start of a line; words end there otherwise.
    Dash,
    /// A dot at half height: as a dash, and ends a stretch.
    Middle,
    /// In a phrase: anything may follow. In a text: as a dash.
    Star,
    /// White space within a line.
    Space,
    /// Ends a line.
    LineEnd,
    /// Anything else: words end there.
    Other,
}

/// Latin letters with accents from U+00C0 on, and from U+1E00 on: the letter alone, or "." for those that have none.
const LATIN: &str = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkk.llllllllllnnnnnnn..oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsb.......\
    ...............i..l.....oo.............uu....zz......................aaiioouuuuuuuuuu.aaaa....ggkkoo\
    oo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................";
const MORE_LATIN: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
/// Letters among the symbols from U+2100 on.
const SYMBOLS: &str = "..c.......ghhhh.iill.n...pqrrr......z...z.k.bc.eef.mo....i...........ddeij";

/// Adds what the character is in a word to `word`, and says what it does.
pub fn fold(character: char, word: &mut String) -> Class {
    let code = character as u32;
    let plain = match code {
        0xc0..0x250 => letter_in(LATIN, code - 0xc0),
        0x1e00..0x1f00 => letter_in(MORE_LATIN, code - 0x1e00),
        0x2100..0x2150 => letter_in(SYMBOLS, code - 0x2100),
        0x24b6..0x24ea => Some(b'a' + ((code - 0x24b6) % 26) as u8),
        // Mathematical letters: alphabets of 26 capital and 26 small ones, then of Greek, then digits.
        0x1_d400..0x1_d6a4 => Some(b'a' + ((code - 0x1_d400) % 26) as u8),
        0x1_d7ce..0x1_d800 => Some(b'0' + ((code - 0x1_d7ce) % 10) as u8),
        0xff01..0xff5f => return fold(char::from((code - 0xff01 + 0x21) as u8), word),
        _ => None,
    };
    if let Some(plain) = plain {
        word.push(char::from(plain));
        return Class::Letter;
    }
    let several = match character {
        'æ' | 'Æ' | 'ǽ' | 'Ǽ' => "ae",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        'ª' => "a",
        'º' => "o",
        _ => "",
    };
    word.push_str(several);
    if !several.is_empty() {
        return Class::Letter;
    }
    let class = class_of(character);
    if let Some(value) = digit(character) {
        word.extend(char::from_digit(value, 10));
    } else if class == Class::Letter {
        word.extend(character.to_lowercase().filter(|&small| class_of(small) == Class::Letter));
    }
    class
}

fn letter_in(table: &str, index: u32) -> Option<u8> {
    table.as_bytes().get(index as usize).copied().filter(|&letter| letter != b'.')
}

/// What a character does that has no plain letter in its place.
fn class_of(character: char) -> Class {
    match character {
        'a'..='z' | 'A'..='Z' | '0'..='9' => Class::Letter,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::LineEnd,
        '\u{300}'..='\u{36f}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' => Class::Accent,
        '\u{ad}'
        | '\u{61c}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffc}' => Class::Unseen,
        // Letters that have no shape: fillers of Korean, and letters of tags.
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}' => Class::Unseen,
        '\'' | '’' | '‘' | 'ʼ' | '‛' => Class::Apostrophe,
        '&' => Class::And,
        '.' => Class::Dot,
        '!' | '?' | '…' | '。' | '؟' | '۔' => Class::Stop,
        ',' | ':' => Class::Comma,
        ';' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '、' | '،' | '؛' => Class::Pause,
        '•' | '‣' | '◦' | '⁃' | '∙' | '■'..='◿' | '➔'..='➾' | '\u{e000}'..='\u{f8ff}' | '①'..='⒵' | '⓪'..='⓿' => {
            Class::Bullet
        }
        '·' | '・' | '‧' => Class::Middle,
        '-' | '‐'..='―' | '−' | '+' | '»' | '›' | '§' | '¤' | '~' => Class::Dash,
        '*' => Class::Star,
        // Arrows, miscellaneous symbols, dingbats, emoji.
        '←'..='⇿' | '☀'..='➓' | '➿' | '⬀'..='⯿' | '\u{1f000}'..='\u{1faff}' => Class::Pause,
        _ if character.is_whitespace() => Class::Space,
        _ if character.is_alphanumeric() => Class::Letter,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut word = String::new();
        text.chars().for_each(|character| {
            fold(character, &mut word);
        });
        word
    }

    #[test]
    fn faces_and_accents_are_taken_off() {
        for (text, plain) in [
            ("RÉSUMÉ", "resume"),
            ("re\u{301}sume\u{301}", "resume"),
            ("Ｐｒｏｄｕｃｔ９", "product9"),
            ("ﬁnd oﬃce ﬂow", "findofficeflow"),
            ("𝐏𝐫𝐨𝐝𝐮𝐜𝐭 𝑟𝑜𝑎𝑑𝑚𝑎𝑝 𝟓𝟟", "productroadmap57"),
            ("ℛℴ𝒶𝒹 ℂℍℕℙℚℝℤ", "roadchnpqrz"),
            ("ⓇⓄⒶⒹ ⓜⓐⓟ ⓏⓩⒶⓐ", "roadmapzzaa"),
            ("Straße Łódź Ångström Ørsted Æsir œuvre", "strasselodzangstromorstedaesiroeuvre"),
            ("Việt Nguyễn", "vietnguyen"),
            ("İstanbul ŽIVOT", "istanbulzivot"),
            ("ROADMAP ПРОДУКТ", "roadmapпродукт"),
            ("road\u{ad}map\u{200b}s", "roadmaps"),
            ("ro\u{206a}ad\u{180b}m\u{fffb}a\u{e0100}p\u{e0fff}s", "roadmaps"),
            ("ⓟⓜ", "pm"),
            ("٣ ۵ ७", "357"),
        ] {
            assert_eq!(folded(text), plain, "{text}");
        }
    }

    #[test]
    fn the_tables_are_as_long_as_their_ranges() {
        assert_eq!((LATIN.len(), MORE_LATIN.len(), SYMBOLS.len()), (0x250 - 0xc0, 0x100, 0x4a));
        assert_eq!(
            [letter_in(SYMBOLS, 0x2a), letter_in(SYMBOLS, 0x24), letter_in(SYMBOLS, 0x45)],
            [Some(b'k'), Some(b'z'), Some(b'd')]
        );
    }
}
