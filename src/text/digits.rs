//! Decimal digits of all scripts.

/// The zeros of all scripts with decimal digits (general category Nd, Unicode 17.0.0); after each come 1 to 9.
const ZEROS: &str = "0\u{660}\u{6f0}\u{7c0}\u{966}\u{9e6}\u{a66}\u{ae6}\u{b66}\u{be6}\u{c66}\u{ce6}\u{d66}\u{de6}\u{e50}\u{ed0}\
    \u{f20}\u{1040}\u{1090}\u{17e0}\u{1810}\u{1946}\u{19d0}\u{1a80}\u{1a90}\u{1b50}\u{1bb0}\u{1c40}\u{1c50}\u{a620}\
    \u{a8d0}\u{a900}\u{a9d0}\u{a9f0}\u{aa50}\u{abf0}\u{ff10}\u{104a0}\u{10d30}\u{10d40}\u{11066}\u{110f0}\u{11136}\
    \u{111d0}\u{112f0}\u{11450}\u{114d0}\u{11650}\u{116c0}\u{116d0}\u{116da}\u{11730}\u{118e0}\u{11950}\u{11bf0}\
    \u{11c50}\u{11d50}\u{11da0}\u{11de0}\u{11f50}\u{16130}\u{16a60}\u{16ac0}\u{16b50}\u{16d70}\u{1ccf0}\u{1d7ce}\
    \u{1d7d8}\u{1d7e2}\u{1d7ec}\u{1d7f6}\u{1e140}\u{1e2f0}\u{1e4f0}\u{1e5f1}\u{1e950}\u{1fbf0}";

/// The value, 0 to 9, of a decimal digit of any script.
///
/// ```
/// use metier::text::digits::digit;
/// assert_eq!([digit('7'), digit('٧'), digit('७'), digit('½')], [Some(7), Some(7), Some(7), None]);
/// ```
pub fn digit(character: char) -> Option<u32> {
    ZEROS.chars().filter_map(|zero| u32::from(character).checked_sub(u32::from(zero))).find(|value| *value < 10)
}

#[cfg(test)]
mod tests {
    use super::digit;
    use unicode_general_category::{GeneralCategory, get_general_category};

    /// The table of that package is of Unicode 16, that of the standard library of the version below: when it grows,
    /// look for new rows of digits.
    #[test]
    fn the_table_is_that_of_unicode() {
        assert_eq!(char::UNICODE_VERSION, (17, 0, 0), "which digits are new?");
        for character in '\0'..=char::MAX {
            let known = digit(character).is_some();
            let decimal = get_general_category(character) == GeneralCategory::DecimalNumber;
            // Tolong Siki, of Unicode 17.
            let newer = ('\u{11de0}'..='\u{11de9}').contains(&character);
            assert_eq!(known, decimal || newer, "{character:?}");
            assert!(!known || character.is_numeric(), "{character:?}");
        }
    }
}
