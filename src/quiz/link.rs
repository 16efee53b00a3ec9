//! Statements and the scales that they share.

use super::document::Quiz;

/// Gives each statement the steps of its scale, with the words that they have now: after reading, and once more after a
/// translation took the place of the words.
#[cfg(feature = "whole")]
pub fn link(quiz: &mut Quiz) {
    use super::kinds::Kind;
    use super::scales::{AnswerScale, STEP_BYTES};
    use crate::text::names::Names;
    let names = Names::of(&mut quiz.scales.iter().map(|scale| scale.id.value.as_str()));
    for item in &mut quiz.items {
        let Kind::Statement(statement) = &mut item.kind else { continue };
        let scale = names.find(&statement.scale.value).and_then(|index| quiz.scales.get(index));
        let short = |scale: &&AnswerScale| scale.steps.iter().all(|step| step.text.value.len() <= STEP_BYTES);
        if let Some(scale) = scale.filter(short) {
            statement.anchors.0 = scale.steps.iter().map(|step| step.text.clone()).collect();
            statement.offsets = scale.steps.iter().map(|step| step.offset).collect();
        }
    }
}

/// The small reader has no statements.
#[cfg(not(feature = "whole"))]
pub fn link(_quiz: &mut Quiz) {}
