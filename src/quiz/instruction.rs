//! What the items of a quiz ask for.

use crate::closed;

closed! {
    /// What an item asks for: what the person would do, or what is best. Always said beside the item.
    pub enum Instruction {
        /// "What would you do?"
        Would = "would",
        /// "What is best?"
        Best = "best",
    }
}
