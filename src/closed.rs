//! Closed sets: enums whose values have words in documents and reports. Each word is named once, beside its value.

/// An enum that the macro `closed!` made.
pub trait Closed: Copy + 'static {
    /// All values, in their order.
    const ALL: &'static [Self];
    /// Their words in the same order, separated by spaces.
    const WORDS: &'static str;

    /// Place in [`Closed::ALL`].
    fn index(self) -> u8;

    /// The word in documents and reports.
    fn word(self) -> &'static str {
        nth(Self::WORDS, self.index())
    }

    /// The value with a word.
    fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

/// One word of several. A table for each enum, or this code for each, would have more bytes.
#[inline(never)]
fn nth(words: &'static str, index: u8) -> &'static str {
    words.split_ascii_whitespace().nth(usize::from(index)).unwrap_or_default()
}

/// Makes an enum that is written as words: `closed! { pub enum Order { Fixed = "fixed", Shuffled = "shuffled", } }`.
///
/// It is written as a unit variant, whose word the boundary makes into a string of JavaScript once.
macro_rules! closed {
    (
        $(#[$about:meta])*
        $visible:vis enum $name:ident {
            $(#[$first_about:meta])*
            $first:ident = $first_word:literal,
            $($(#[$value_about:meta])* $value:ident = $word:literal,)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $visible enum $name {
            $(#[$first_about])*
            $first,
            $($(#[$value_about])* $value,)*
        }

        impl $crate::closed::Closed for $name {
            const ALL: &'static [Self] = &[Self::$first $(, Self::$value)*];
            const WORDS: &'static str = concat!($first_word $(, " ", $word)*);

            fn index(self) -> u8 {
                self as u8
            }

        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_unit_variant("", 0, $crate::closed::Closed::word(*self))
            }
        }
    };
}

pub(crate) use closed;

#[cfg(test)]
mod tests {
    use super::Closed;

    closed! {
        /// Three values.
        enum Three {
            /// First.
            One = "one",
            /// Second.
            TwoWords = "two-words",
            /// Third.
            Last = "last",
        }
    }

    #[test]
    fn words_stand_in_the_order_of_the_values() {
        assert_eq!(Three::WORDS, "one two-words last");
        let words: Vec<&str> = Three::ALL.iter().map(|value| value.word()).collect();
        assert_eq!(words.join(" "), Three::WORDS);
        assert_eq!((Three::of_word("two-words"), Three::of_word("two")), (Some(Three::TwoWords), None));
        assert!(Three::ALL.iter().enumerate().all(|(place, value)| usize::from(value.index()) == place));
        assert_eq!(serde_json::to_string(Three::ALL).expect("plain words"), r#"["one","two-words","last"]"#);
    }
}
