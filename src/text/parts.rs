//! Texts in parts, cut at single bytes. The searchers of the standard library for one character would bring a kilobyte
//! into every module: their own code, and that of the panics that they could end in.

/// What stands before and after the first `mark`, an ASCII character.
#[inline(never)]
pub fn cut(text: &str, mark: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == mark)?;
    text.get(..at).zip(text.get(at + 1..))
}

/// The parts between marks; of a text without a mark the whole.
pub fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let (before, after) = cut(text, mark).map_or((text, None), |(before, after)| (before, Some(after)));
        rest = after;
        Some(before)
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn parts_are_those_of_the_standard_library() {
        for text in ["", "-", "a", "a-b", "-a--b-", "ä-ö", "zh-Hant-TW"] {
            assert!(parts(text, b'-').eq(text.split('-')), "{text}");
        }
    }
}
