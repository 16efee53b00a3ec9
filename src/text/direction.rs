//! The direction of writing.

use super::parts::{cut, parts};
use crate::closed;

closed! {
    /// The direction in which lines run.
    #[derive(Default)]
    pub enum Direction {
        /// Left to right.
        #[default]
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}

impl Direction {
    /// The usual direction of a language, by its tag. A script named in the tag takes precedence over the language's
    /// usual script.
    #[must_use]
    pub fn of(language: &str) -> Direction {
        let among =
            |names: &str, part: &str| names.split_ascii_whitespace().any(|name| name.eq_ignore_ascii_case(part));
        let (primary, subtags) = cut(language, b'-').unwrap_or((language, ""));
        let has = |names: &str| parts(subtags, b'-').any(|part| among(names, part));
        let leftwards = "ar ckb dv fa he iw ji ps sd ug ur yi";
        if has("arab hebr") || among(leftwards, primary) && !has("latn") { Direction::Rtl } else { Direction::Ltr }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn scripts_say_the_direction() {
        for language in ["ar", "iw", "ji", "az-Arab", "pa-Arab", "uz-Arab", "he-IL"] {
            assert_eq!(Direction::of(language), Direction::Rtl, "{language}");
        }
        for language in ["en", "es-AR", "en-PS", "ur-Latn", "az", "zh-Hant"] {
            assert_eq!(Direction::of(language), Direction::Ltr, "{language}");
        }
    }
}
