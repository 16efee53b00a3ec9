//! Numbers as people type them: digits of any script, with a point or a comma before decimals or between thousands.

/// What was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// A number with one meaning.
    Number(f64),
    /// Three digits after the only separator: a whole number, or one with decimals.
    Either(f64, f64),
    /// No number.
    None,
}

/// The zeros of all scripts with decimal digits (general category Nd, Unicode 14.0.0); after each come 1 to 9.
const ZEROS: &str = "0\u{660}\u{6f0}\u{7c0}\u{966}\u{9e6}\u{a66}\u{ae6}\u{b66}\u{be6}\u{c66}\u{ce6}\u{d66}\u{de6}\u{e50}\u{ed0}\u{f20}\
    \u{1040}\u{1090}\u{17e0}\u{1810}\u{1946}\u{19d0}\u{1a80}\u{1a90}\u{1b50}\u{1bb0}\u{1c40}\u{1c50}\u{a620}\u{a8d0}\u{a900}\
    \u{a9d0}\u{a9f0}\u{aa50}\u{abf0}\u{ff10}\u{104a0}\u{10d30}\u{11066}\u{110f0}\u{11136}\u{111d0}\u{112f0}\u{11450}\
    \u{114d0}\u{11650}\u{116c0}\u{11730}\u{118e0}\u{11950}\u{11c50}\u{11d50}\u{11da0}\u{16a60}\u{16ac0}\u{16b50}\u{1d7ce}\
    \u{1d7d8}\u{1d7e2}\u{1d7ec}\u{1d7f6}\u{1e140}\u{1e2f0}\u{1e950}\u{1fbf0}";

fn digit(character: char) -> Option<char> {
    let value = ZEROS.chars().filter_map(|zero| u32::from(character).checked_sub(u32::from(zero))).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

/// Reads what was typed. Spaces and apostrophes part thousands; of a point and a comma the last comes before the decimals; one that comes
/// again parts thousands; and one alone before exactly three digits may do either.
pub fn read(text: &str) -> Typed {
    let Some((sign, number)) = plainly(text) else { return Typed::None };
    let value = |text: &str| text.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| sign * value);
    let or_none = |value: Option<f64>| value.map_or(Typed::None, Typed::Number);
    let marks: Vec<char> = number.chars().filter(|character| matches!(character, '.' | ',')).collect();
    let last = marks.last().copied();
    match (marks.as_slice(), last) {
        ([], _) => or_none(value(&number)),
        ([mark], _) => {
            let (before, after) = number.split_once(*mark).unwrap_or_default();
            let decimal = value(&format!("{before}.{after}"));
            let grouped = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
            match (value(&format!("{before}{after}")), decimal) {
                (Some(whole), Some(decimal)) if grouped => Typed::Either(whole, decimal),
                _ => or_none(decimal.filter(|_| !(before.is_empty() && after.is_empty()))),
            }
        }
        (marks, Some(last)) if marks.iter().all(|mark| *mark == last) => or_none(groups(&number, last).and_then(|whole| value(&whole))),
        (marks, Some(last)) if marks.iter().filter(|mark| **mark == last).count() == 1 => {
            let (before, after) = number.split_once(last).unwrap_or_default();
            let other = if last == '.' { ',' } else { '.' };
            or_none(groups(before, other).and_then(|whole| value(&format!("{whole}.{after}"))))
        }
        _ => Typed::None,
    }
}

/// The sign, and the number in ASCII with its points and commas, without the spaces between its thousands; nothing where another character
/// stands in it, or where spaces part it otherwise.
fn plainly(text: &str) -> Option<(f64, String)> {
    // Keyboards that write from right to left put marks of direction around a number.
    let seen: String = text
        .chars()
        .filter(|sign| !matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .collect();
    let mut rest = seen.trim();
    let mut sign = 1.0;
    if let Some(after) = rest.strip_prefix(['-', '−', '–', '－', '﹣']) {
        (sign, rest) = (-1.0, after);
    } else {
        rest = rest.strip_prefix(['+', '＋', '﹢']).unwrap_or(rest);
    }
    let plain = |character: char| match character {
        '٫' | '．' | '.' => Some('.'),
        '，' | ',' => Some(','),
        '٬' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(' '),
        _ => digit(character),
    };
    let spaced: String = rest.chars().map(plain).collect::<Option<String>>()?;
    let end = spaced.find(['.', ',']).unwrap_or(spaced.len());
    let (thousands, decimals) = spaced.split_at(end);
    let whole = if thousands.contains(' ') { groups(thousands, ' ')? } else { thousands.to_owned() };
    (!decimals.contains(' ')).then(|| (sign, whole + decimals))
}

/// The digits of a number whose thousands a mark parts: three after the last mark, two or three after the others, as in India, and one to
/// three before the first.
fn groups(number: &str, mark: char) -> Option<String> {
    let parts: Vec<&str> = number.split(mark).collect();
    let last = parts.len().saturating_sub(1);
    let fits = |(place, part): (usize, &&str)| match place {
        0 => (1..=3).contains(&part.len()),
        _ if place == last => part.len() == 3,
        _ => matches!(part.len(), 2 | 3),
    };
    parts.iter().enumerate().all(fits).then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::{Typed, read};

    /// The page reads the same (`www/kinds/quantity.js`), by the same table.
    #[test]
    fn numbers_are_read_however_they_are_typed() {
        let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/reference/numbers-typed.json"));
        let rows: Vec<serde_json::Value> = serde_json::from_str(table).expect("a table");
        assert!(rows.len() > 50, "{} rows", rows.len());
        for row in rows {
            let number = |name: &str| row.get(name).and_then(serde_json::Value::as_f64);
            let wanted = match (number("number"), number("whole"), number("decimal")) {
                (Some(number), ..) => Typed::Number(number),
                (_, Some(whole), Some(decimal)) => Typed::Either(whole, decimal),
                _ => Typed::None,
            };
            assert_eq!(read(row.get("typed").and_then(serde_json::Value::as_str).expect("what was typed")), wanted, "{row}");
        }
    }
}
