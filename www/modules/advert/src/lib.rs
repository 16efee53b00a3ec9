//! The reader of adverts, for its page.
//!
//! Its allocator is that of the standard library: the small one of the other modules is slow where thousands of strings
//! come and go, as the phrases of a lexicon do.

// The core, compiled as a part of this crate.
include!("../../../../src/layers.rs");

#[path = "../../boundary/mod.rs"]
mod boundary;
mod reader;
