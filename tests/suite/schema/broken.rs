//! Documents broken by hand, each with the code and place of what is wrong; and odd ones that are right.

use super::mutate::{Change, Edit};
use super::{profiles, quizzes};
use Change::{Remove, Rename, Resize, Set};
use serde_json::{Value, json};

/// A change with what the reader has to say of it.
pub struct Case {
    edit: Edit,
    pub code: &'static str,
    /// Where the reader has to say it.
    pub at: String,
}

impl Case {
    fn new(at: &str, change: Change, code: &'static str) -> Case {
        let (parent, _) = at.rsplit_once('/').unwrap_or_default();
        let place = match &change {
            Remove => parent.to_owned(),
            Rename(name) => format!("{parent}/{name}"),
            _ => at.to_owned(),
        };
        Case { edit: Edit { at: at.to_owned(), change }, code, at: place }
    }

    pub fn apply(&self, document: &Value) -> Value {
        self.edit.apply(document)
    }

    pub fn says(&self) -> String {
        self.edit.to_string()
    }
}

/// The cases for the complete document of that name.
pub fn cases(name: &str) -> Vec<Case> {
    let all = match name.rsplit('/').next() {
        Some("quiz.json") => quizzes::broken(),
        Some("counted.json") => quizzes::broken_counted(),
        Some("roles.json") => roles(),
        Some("profile.json") => profiles::broken(),
        _ => advert(),
    };
    all.into_iter().map(|(at, change, code)| Case::new(at, change, code)).collect()
}

/// Changes that leave the complete document of that name right, as far as a schema can see.
pub fn accepted(name: &str) -> Vec<Case> {
    let all = match name.rsplit('/').next() {
        Some("quiz.json") => quizzes::odd(),
        Some("counted.json") => quizzes::odd_counted(),
        Some("roles.json") => odd_roles(),
        Some("profile.json") => profiles::odd(),
        _ => odd_advert(),
    };
    all.into_iter().map(|(at, change)| Case::new(at, change, "")).collect()
}

#[rustfmt::skip]
fn roles() -> Vec<(&'static str, Change, &'static str)> {
    let set = |value: Value| Set(value);
    vec![
        ("", set(json!(null)), "shape-type"),
        ("/model", set(json!([])), "shape-type"),
        ("/roles/0/archetype", set(json!(0)), "shape-type"),
        ("/model/prior_mean", set(json!("2")), "shape-type"),
        ("/model", Remove, "shape-missing"),
        ("/model/note", Remove, "shape-missing"),
        ("/model/pairs", Remove, "shape-missing"),
        ("/groups/0/name", Remove, "shape-missing"),
        ("/skills/0/group", Remove, "shape-missing"),
        ("/skills/0/learn/0/text", Remove, "shape-missing"),
        ("/roles/0/about", Remove, "shape-missing"),
        ("/roles/0/needs/0/from", Remove, "shape-missing"),
        ("/origins/0/levels", Remove, "shape-missing"),
        ("/origins/0/levels/0/level", Remove, "shape-missing"),
        ("/instruction", set(json!("best")), "shape-unknown"),
        ("/model/delta", set(json!(1)), "shape-unknown"),
        ("/roles/0/needs/0/level", set(json!(1)), "shape-unknown"),
        ("/format", set(json!("metier-quiz/1")), "shape-word"),
        ("/model/prior_sd", set(json!(0)), "shape-range"),
        ("/model/within", set(json!(1)), "shape-range"),
        ("/model/beta", set(json!(1.01)), "shape-range"),
        ("/model/gamma", set(json!(-1)), "shape-range"),
        ("/model/steady", set(json!(0)), "shape-range"),
        ("/model/pairs", set(json!(16_385)), "shape-range"),
        ("/model/catalogues", set(json!(0)), "shape-range"),
        ("/model/concentration", set(json!(0.5)), "shape-range"),
        ("/model/need_shift", set(json!(4.5)), "shape-range"),
        ("/roles/0/needs/0/weight", set(json!(0)), "shape-range"),
        ("/roles/0/needs/0/need", set(json!(5)), "shape-range"),
        ("/origins/0/levels/0/level", set(json!(-1)), "shape-range"),
        ("/skills/0/learn/0/from", set(json!(-1)), "shape-range"),
        ("/skills/0/learn/0/to", set(json!(4.5)), "shape-range"),
        ("/skills/0/learn/0/minutes", set(json!(0)), "shape-range"),
        ("/skills/0/learn/0/days", set(json!(367)), "shape-range"),
        ("/skills/0/learn/0/days", set(json!(1.5)), "shape-whole"),
        ("/skills/0/learn/0/leaves", set(json!("")), "shape-empty"),
        ("/model/pairs", set(json!(10.5)), "shape-whole"),
        ("/model/catalogues", set(json!(1.5)), "shape-whole"),
        ("/groups/0/id", set(json!("Hands")), "shape-id"),
        ("/skills/0/group", set(json!("")), "shape-id"),
        ("/roles/0/needs/0/skill", set(json!("9")), "shape-id"),
        ("/language", set(json!("en us")), "shape-language"),
        ("/model/note", set(json!(" ")), "shape-empty"),
        ("/roles/0/needs/0/from", set(json!("")), "shape-empty"),
        ("/attributions/0", set(json!("")), "shape-empty"),
        ("/groups", Resize(0), "shape-few"),
        ("/roles", Resize(0), "shape-few"),
        ("/roles/0/needs", Resize(0), "shape-few"),
        ("/origins/0/levels", Resize(0), "shape-few"),
        ("/skills/0/levels", Resize(4), "shape-few"),
        ("/skills/0/levels", Resize(6), "shape-many"),
        ("/groups", Resize(101), "shape-many"),
        ("/roles", Resize(101), "shape-many"),
        ("/origins", Resize(101), "shape-many"),
        ("/skills/0/learn", Resize(101), "shape-many"),
        ("/attributions", Resize(101), "shape-many"),
    ]
}

#[rustfmt::skip]
fn advert() -> Vec<(&'static str, Change, &'static str)> {
    let set = |value: Value| Set(value);
    vec![
        ("", set(json!([])), "shape-type"),
        ("/archetypes/0/shown", set(json!("no")), "shape-type"),
        ("/phrases/0/for", set(json!("mender")), "shape-type"),
        ("/phrases/0/skills/0", set(json!(1)), "shape-type"),
        ("/negations", set(json!(["no"])), "shape-type"),
        ("/boilerplate", set(json!("letter")), "shape-type"),
        ("/model", Remove, "shape-missing"),
        ("/model/note", Remove, "shape-missing"),
        ("/archetypes/1/product", Remove, "shape-missing"),
        ("/phrases/1/for", Remove, "shape-missing"),
        ("/phrases/1/for/0/weight", Remove, "shape-missing"),
        ("/sections/0/factor", Remove, "shape-missing"),
        ("/questions/0/when", Remove, "shape-missing"),
        ("/prepare/0/text", Remove, "shape-missing"),
        ("/roles", set(json!([])), "shape-unknown"),
        ("/phrases/0/weight", set(json!(1)), "shape-unknown"),
        ("/negations/never", set(json!([])), "shape-unknown"),
        ("/format", set(json!("metier-roles/1")), "shape-word"),
        ("/sections/0/kind", set(json!("Duties")), "shape-word"),
        ("/model/temperature", set(json!(0)), "shape-range"),
        ("/model/slope", set(json!(1.01)), "shape-range"),
        ("/model/length", set(json!(0)), "shape-range"),
        ("/model/least_phrases", set(json!(0)), "shape-range"),
        ("/model/broad", set(json!(0.5)), "shape-range"),
        ("/model/reach", set(json!(21)), "shape-range"),
        ("/phrases/0/for/0/weight", set(json!(0)), "shape-range"),
        ("/phrases/0/for/0/weight", set(json!(-1)), "shape-range"),
        ("/sections/0/factor", set(json!(-0.5)), "shape-range"),
        ("/archetypes/0/product", set(json!(1001)), "shape-range"),
        ("/model/reach", set(json!(1.5)), "shape-whole"),
        ("/model/musts", set(json!(1.5)), "shape-whole"),
        ("/archetypes/0/id", set(json!("Mender")), "shape-id"),
        ("/archetypes/0/role", set(json!("")), "shape-id"),
        ("/phrases/0/skills/0", set(json!("Care")), "shape-id"),
        ("/questions/0/when", set(json!("if asked")), "shape-id"),
        ("/language", set(json!("en us")), "shape-language"),
        ("/phrases/0/phrase", set(json!("")), "shape-empty"),
        ("/phrases/0/why", set(json!(" ")), "shape-empty"),
        ("/musts/0", set(json!("")), "shape-empty"),
        ("/negations/before/0", set(json!("")), "shape-empty"),
        ("/archetypes", Resize(0), "shape-few"),
        ("/phrases", Resize(0), "shape-few"),
        ("/phrases/0/for", Resize(0), "shape-few"),
        ("/sections/0/headings", Resize(0), "shape-few"),
        ("/archetypes", Resize(101), "shape-many"),
        ("/phrases", Resize(2_001), "shape-many"),
        ("/boilerplate", Resize(2_001), "shape-many"),
        ("/questions", Resize(101), "shape-many"),
    ]
}

#[rustfmt::skip]
fn odd_roles() -> Vec<(&'static str, Change)> {
    let set = |value: Value| Set(value);
    vec![
        ("/model/pairs", set(json!(16_384.0))),
        ("/model/concentration", set(json!(1e6))),
        ("/model/across", set(json!(0.99))),
        ("/roles/0/needs/0/floor", set(json!(4))),
        ("/roles/0/needs/0/weight", set(json!(100))),
        ("/skills/0/group", set(json!("nowhere"))),
        ("/roles/1/needs/0/skill", set(json!("nowhere"))),
        ("/origins", Remove),
        ("/attributions", Remove),
        ("/skills/0/definition", Remove),
        ("/skills/0/levels", Remove),
    ]
}

#[rustfmt::skip]
fn odd_advert() -> Vec<(&'static str, Change)> {
    let set = |value: Value| Set(value);
    vec![
        ("/model/temperature", set(json!(0.001))),
        ("/model/least_words", set(json!(0))),
        ("/archetypes/0/role", set(json!("nowhere"))),
        ("/archetypes/0/id", set(json!("always"))),
        ("/archetypes/0/shown", set(json!(false))),
        ("/phrases/0/for/0/archetype", set(json!("nobody"))),
        ("/phrases/0/phrase", set(json!("*"))),
        ("/phrases/1/phrase", set(json!("MEND* tools"))),
        ("/phrases/0/skills", Resize(0)),
        ("/sections/0/kind", set(json!("equal"))),
        ("/sections", Remove),
        ("/boilerplate", Remove),
        ("/negations", Remove),
        ("/negations/before", Remove),
        ("/seniority", Remove),
        ("/musts", Resize(2_000)),
        ("/superlatives", Resize(0)),
        ("/questions/0/when", set(json!("superhero"))),
        ("/questions", Remove),
        ("/prepare", Remove),
    ]
}
