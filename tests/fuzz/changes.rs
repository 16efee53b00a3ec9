//! Changes to an input, drawn from a seeded generator: bytes, pieces of it and of others, tokens, numbers.

use metier::numeric::random::Random;

/// Numbers at which something may turn.
pub const NUMBERS: [&str; 26] = [
    "0",
    "-0",
    "1",
    "-1",
    "2",
    "3",
    "4",
    "5",
    "0.5",
    "1e-9",
    "-1e-9",
    "1e9",
    "-1e9",
    "1e308",
    "-1e308",
    "5e-324",
    "1e400",
    "100",
    "1000",
    "4294967295",
    "4294967296",
    "0.1",
    "0.9999999999999999",
    "99999999999999999999",
    "0.05",
    "15",
];

/// Pieces that mean something to a reader.
pub const PIECES: [&str; 26] = [
    "\"",
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "\n",
    "\r\n",
    "\u{1e}",
    "\u{feff}",
    "\\ud800",
    "\\u0000",
    "\u{202e}",
    "\u{1f600}",
    "NaN",
    "inf",
    "graded",
    "nominal",
    "4pl",
    "\"type\":\"judge\",",
    ",,",
    "\"\"",
];

/// One to four changes of `input`, some of which take from `other`.
pub fn changed(input: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=below(4, random) {
        change(&mut bytes, other, random);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let at = below(bytes.len() + 1, random);
    let end = (at + below(40, random)).min(bytes.len());
    match below(12, random) {
        0 if at < bytes.len() => bytes[at] ^= 1 << below(8, random),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let piece = PIECES[below(PIECES.len(), random)];
            bytes.splice(at..at, piece.bytes());
        }
        3 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(end..end, piece);
        }
        4 => {
            let from = below(other.len() + 1, random);
            let piece = other[from..(from + below(80, random)).min(other.len())].to_vec();
            bytes.splice(at..end, piece);
        }
        5 | 6 => swapped(bytes, random),
        _ => renumbered(bytes, random),
    }
}

/// Puts one token in the place of another.
fn swapped(bytes: &mut Vec<u8>, random: &mut Random) {
    let found = tokens(bytes, |byte| !b",:{}[]\n\x1e".contains(&byte));
    if found.is_empty() {
        return;
    }
    let (one, other) = (found[below(found.len(), random)], found[below(found.len(), random)]);
    let piece = bytes[other.0..other.1].to_vec();
    bytes.splice(one.0..one.1, piece);
}

/// Puts another number in the place of one.
fn renumbered(bytes: &mut Vec<u8>, random: &mut Random) {
    let found = tokens(bytes, |byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
    if found.is_empty() {
        return;
    }
    let (start, end) = found[below(found.len(), random)];
    let number = match below(3, random) {
        0 => NUMBERS[below(NUMBERS.len(), random)].to_owned(),
        1 => below(12, random).to_string(),
        _ => ((random.uniform() - 0.5) * [1.0, 10.0, 100.0][below(3, random)]).to_string(),
    };
    bytes.splice(start..end, number.bytes());
}

/// Where runs of bytes stand that belong together.
fn tokens(bytes: &[u8], belongs: impl Fn(u8) -> bool) -> Vec<(usize, usize)> {
    let (mut found, mut start) = (Vec::new(), None);
    for (at, byte) in bytes.iter().copied().chain([b',']).enumerate() {
        match (at < bytes.len() && belongs(byte), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A whole number from 0 below `count`.
pub fn below(count: usize, random: &mut Random) -> usize {
    (random.uniform() * count as f64) as usize
}
