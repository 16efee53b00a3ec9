//! Saved profiles broken by hand, each with the code of what is wrong, and odd ones that are right. Of quizzes and
//! answers nothing.

use super::mutate::Change::{self, Remove, Rename, Resize, Set};
use serde_json::json;

#[rustfmt::skip]
pub fn broken() -> Vec<(&'static str, Change, &'static str)> {
    vec![
        ("", Set(json!([1])), "shape-type"),
        ("", Set(json!({})), "shape-missing"),
        ("/$schema", Set(json!(1)), "shape-type"),
        ("/$comment", Set(json!(["a"])), "shape-type"),
        ("/format", Set(json!(1)), "shape-type"),
        ("/format", Remove, "shape-missing"),
        ("/results", Set(json!({})), "shape-type"),
        ("/results", Resize(51), "shape-many"),
        ("/results/1", Set(json!(null)), "shape-type"),
        ("/results/1", Set(json!([])), "shape-type"),
        ("/results/0/$comment", Set(json!(1)), "shape-type"),
        ("/results/0/quiz", Set(json!([])), "shape-type"),
        ("/results/0/quiz", Set(json!("pace")), "shape-type"),
        ("/results/0/quiz", Remove, "shape-missing"),
        ("/results/1/language", Set(json!(null)), "shape-type"),
        ("/results/1/language", Set(json!("en_GB")), "shape-language"),
        ("/results/1/language", Remove, "shape-missing"),
        ("/results/0/seed", Set(json!("1")), "shape-type"),
        ("/results/0/seed", Set(json!(-1)), "shape-range"),
        ("/results/0/seed", Set(json!(4_294_967_296_u64)), "shape-range"),
        ("/results/0/seed", Set(json!(1.5)), "shape-whole"),
        ("/results/0/seed", Remove, "shape-missing"),
        ("/results/0/taken", Set(json!(20_261_122)), "shape-type"),
        ("/results/0/taken", Set(json!("")), "shape-empty"),
        ("/results/0/taken", Remove, "shape-missing"),
        ("/results/0/answers", Remove, "shape-missing"),
        ("/results/0/score", Set(json!(3)), "shape-unknown"),
        ("/results/1/answers", Rename("answer".to_owned()), "shape-unknown"),
        ("/name", Set(json!("Ann")), "shape-unknown"),
        ("/origin", Set(json!("Sales")), "shape-id"),
        ("/origin", Set(json!("")), "shape-id"),
        ("/origin", Set(json!(["a"])), "shape-type"),
    ]
}

#[rustfmt::skip]
pub fn odd() -> Vec<(&'static str, Change)> {
    vec![
        ("/results", Set(json!([]))),
        ("/results", Resize(50)),
        ("/results/0", Remove),
        ("/origin", Remove),
        ("/origin", Set(json!(null))),
        ("/results/0/seed", Set(json!(0))),
        ("/results/0/seed", Set(json!(7.0))),
        ("/results/0/taken", Set(json!("yesterday"))),
        ("/results/0/answers", Set(json!({}))),
        ("/results/0/answers", Set(json!([]))),
        ("/results/0/answers", Set(json!(3))),
        ("/results/0/quiz/format", Set(json!("metier-quiz/2"))),
        ("/results/0/language", Set(json!("zh-Hant-TW"))),
    ]
}
