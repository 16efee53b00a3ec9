//! Character references of HTML: the ones that adverts have.

/// Names with their characters. Letters with accents are made from their names.
const NAMES: [(&str, char); 36] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
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
    ("oelig", 'œ'),
    ("sect", '§'),
];

/// What follows the letter in the name of one with an accent.
const ACCENTS: [&str; 9] = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "slash"];

/// The longest reference that is looked at, in bytes between `&` and `;`.
const LONGEST: usize = 10;

/// The character that the reference at the start of `text` stands for, and the bytes that it takes. Accents are left off.
pub fn entity(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let end = rest.bytes().take(LONGEST + 1).position(|byte| byte == b';')?;
    let name = rest.get(..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((character, end + 2))
}

fn numbered(number: &str) -> Option<char> {
    let (digits, base) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let plain = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
    plain.then(|| u32::from_str_radix(digits, base).ok().and_then(char::from_u32)).flatten()
}

fn named(name: &str) -> Option<char> {
    if let Some((_, character)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some(*character);
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let accent = name.get(1..)?;
    ACCENTS.contains(&accent).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn references_are_names_or_numbers() {
        for (text, character) in [
            ("&amp;", '&'),
            ("&nbsp;x", '\u{a0}'),
            ("&#8217;", '’'),
            ("&#x2019;s", '’'),
            ("&#X2022;", '•'),
            ("&eacute;", 'e'),
            ("&Ouml;", 'O'),
        ] {
            assert_eq!(entity(text), Some((character, text.find(';').unwrap() + 1)), "{text}");
        }
        for text in ["&", "&;", "& amp;", "&amp", "&nothing;", "&#;", "&#x;", "&#xd800;", "&#-5;", "&#99999999;", "&aaaaaaaaaaaamp;"] {
            assert_eq!(entity(text), None, "{text}");
        }
    }
}
