//! What may be said of an advert.

use crate::closed;

closed! {
    /// What may be said of an advert.
    pub enum Verdict {
        /// It is in another language than the lexicon's.
        OtherLanguage = "other-language",
        /// It has fewer words than a verdict takes.
        TooShort = "too-short",
        /// It has fewer distinct phrases than a verdict takes.
        TooFew = "too-few",
        /// It asks for too many archetypes at once, and for too many musts or for superlatives.
        Superhero = "superhero",
        /// One archetype is meant.
        One = "one",
        /// Several may be meant.
        Several = "several",
    }
}
