//! What the page gets of an item beside its prompt and its options.

use crate::text::record::Text;

/// What the page needs to draw an item; nothing for what its kind does not have.
#[derive(Debug, Default)]
pub struct Shown<'k> {
    /// Words of the steps or of the two ends.
    pub anchors: &'k [Text],
    /// Steps of the scale.
    pub points: u32,
    /// The fewest and the most options, or characters, that make an answer; if not said, 1 and all options.
    pub count: Option<(u32, u32)>,
    /// Points to share.
    pub total: u32,
    /// Lowest number that can be given.
    pub low: Option<f64>,
    /// Highest number that can be given.
    pub high: Option<f64>,
    /// From one position to the next; 1 if not said.
    pub step: Option<f64>,
    /// What is counted or measured.
    pub unit: Option<&'k Text>,
}
