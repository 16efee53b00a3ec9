//! Text in: JSON with positions, records read by one walker, and the safe Markdown subset.

pub mod json;
pub mod markdown;
pub mod names;
pub mod record;
