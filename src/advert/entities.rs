//! Character references of HTML, as far as adverts use them.

/// Names with their characters. Letters with accents are made from their names.
const NAMES: [(&str, char); 46] = [
    ("amp", '&'),
    ("AMP", '&'),
    ("lt", '<'),
    ("LT", '<'),
    ("gt", '>'),
    ("GT", '>'),
    ("le", '≤'),
    ("ge", '≥'),
    ("quot", '"'),
    ("QUOT", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("shy", '\u{ad}'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("trade", '™'),
    ("reg", '®'),
    ("copy", '©'),
    ("euro", '€'),
    ("pound", '£'),
    ("rarr", '→'),
    ("szlig", 'ß'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("sect", '§'),
];

/// What follows the letter in the name of one with an accent, and the accent.
const ACCENTS: [(&str, char); 8] = [
    ("acute", '\u{301}'),
    ("grave", '\u{300}'),
    ("circ", '\u{302}'),
    ("uml", '\u{308}'),
    ("tilde", '\u{303}'),
    ("cedil", '\u{327}'),
    ("ring", '\u{30a}'),
    ("caron", '\u{30c}'),
];

/// The longest reference that is looked at, in bytes between `&` and `;`.
const LONGEST: usize = 10;

/// A character reference, decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The character, without an accent.
    pub character: char,
    /// The accent that goes with it, if any.
    pub accent: Option<char>,
    /// Length of the reference, in bytes.
    pub length: usize,
}

/// The reference at the start of `text`.
pub fn entity(text: &str) -> Option<Reference> {
    let rest = text.strip_prefix('&')?;
    let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b';')?;
    let name = rest.get(..end)?;
    let (character, accent) = match name.strip_prefix('#') {
        Some(number) => (numbered(number)?, None),
        None => named(name)?,
    };
    Some(Reference { character, accent, length: end + 2 })
}

/// Controls stay as they are written, but for white space.
fn numbered(number: &str) -> Option<char> {
    let (digits, base) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let plain = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
    let character = plain.then(|| u32::from_str_radix(digits, base).ok().and_then(char::from_u32)).flatten();
    character.filter(|character| !character.is_control() || character.is_ascii_whitespace())
}

fn named(name: &str) -> Option<(char, Option<char>)> {
    if let Some((_, character)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*character, None));
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let rest = name.get(1..)?;
    ACCENTS.iter().find(|(known, _)| *known == rest).map(|(_, accent)| (letter, Some(*accent)))
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn references_are_names_or_numbers() {
        for (text, character) in [
            ("&amp;", '&'),
            ("&nbsp;x", '\u{a0}'),
            ("&le;5", '≤'),
            ("&ge;5", '≥'),
            ("&#8217;", '’'),
            ("&#x2019;s", '’'),
            ("&#X2022;", '•'),
            ("&eacute;", 'e'),
            ("&Ouml;", 'O'),
        ] {
            let found = entity(text).unwrap();
            assert_eq!((found.character, found.length), (character, text.find(';').unwrap() + 1), "{text}");
        }
        assert_eq!(entity("&eacute;").unwrap().accent, Some('\u{301}'));
        for text in [
            "&",
            "&;",
            "& amp;",
            "&amp",
            "&nothing;",
            "&#;",
            "&#x;",
            "&#xd800;",
            "&#-5;",
            "&#99999999;",
            "&aaaaaaaaaaaamp;",
            "&#7;",
            "&#x9f;",
        ] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
