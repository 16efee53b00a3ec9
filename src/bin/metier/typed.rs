//! Numbers as people type them: digits of any script, with a point or a comma before decimals or between thousands.

use metier::text::digits::digit;

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

/// Reads what was typed. Spaces and apostrophes part thousands; of a point and a comma the last comes before the
/// decimals; one that comes again parts thousands; and one alone before exactly three digits may do either.
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
        (marks, Some(last)) if marks.iter().all(|mark| *mark == last) => {
            or_none(groups(&number, last).and_then(|whole| value(&whole)))
        }
        (marks, Some(last)) if marks.iter().filter(|mark| **mark == last).count() == 1 => {
            let (before, after) = number.split_once(last).unwrap_or_default();
            let other = if last == '.' { ',' } else { '.' };
            or_none(groups(before, other).and_then(|whole| value(&format!("{whole}.{after}"))))
        }
        _ => Typed::None,
    }
}

/// The sign, and the number in ASCII with its points and commas, without the spaces between its thousands; nothing
/// where another character stands in it, or where spaces part it otherwise.
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
        _ => char::from_digit(digit(character)?, 10),
    };
    let spaced: String = rest.chars().map(plain).collect::<Option<String>>()?;
    let end = spaced.find(['.', ',']).unwrap_or(spaced.len());
    let (thousands, decimals) = spaced.split_at(end);
    let whole = if thousands.contains(' ') { groups(thousands, ' ')? } else { thousands.to_owned() };
    (!decimals.contains(' ')).then(|| (sign, whole + decimals))
}

/// The digits of a number whose thousands a mark parts: three after the last mark, two or three after the others, as in
/// India, and one to three before the first.
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
            assert_eq!(
                read(row.get("typed").and_then(serde_json::Value::as_str).expect("what was typed")),
                wanted,
                "{row}"
            );
        }
    }
}
