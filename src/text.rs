//! Text in: JSON with positions, records read by one walker, and the safe Markdown subset.

pub mod address;
pub mod digits;
pub mod direction;
pub mod json;
pub mod markdown;
pub mod names;
pub mod parts;
pub mod places;
pub mod record;
pub mod unseen;
