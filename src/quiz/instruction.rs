//! What the items of a quiz ask for.

use crate::closed;
use crate::text::record::OneOf;

closed! {
    /// What an item asks for: what the person would do, has done, or what is best. Always said beside the item.
    pub enum Instruction {
        /// "What would you do?"
        Would = "would",
        /// "What is best?"
        Best = "best",
        /// "Have you done this?"
        Done = "done",
    }
}

impl Instruction {
    /// What a document says, which it has to.
    pub(super) fn said(said: OneOf<Instruction>) -> Instruction {
        [Instruction::Best, Instruction::Done].into_iter().find(|one| said.is(*one)).unwrap_or(Instruction::Would)
    }
}
