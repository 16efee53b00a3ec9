//! Documents broken by hand, each with the code and place of what is wrong; and odd ones that are right.

use super::mutate::{Change, Edit};
use super::profiles;
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
        Some("quiz.json") => quiz(),
        Some("roles.json") => roles(),
        Some("profile.json") => profiles::broken(),
        _ => advert(),
    };
    all.into_iter().map(|(at, change, code)| Case::new(at, change, code)).collect()
}

/// Changes that leave the complete document of that name right, as far as a schema can see.
pub fn accepted(name: &str) -> Vec<Case> {
    let all = match name.rsplit('/').next() {
        Some("quiz.json") => odd_quiz(),
        Some("roles.json") => odd_roles(),
        Some("profile.json") => profiles::odd(),
        _ => odd_advert(),
    };
    all.into_iter().map(|(at, change)| Case::new(at, change, "")).collect()
}

/// Items with identifiers of their own.
fn many_items(count: usize) -> Value {
    let item = |index| {
        let keys = json!([{ "skill": "care" }, { "skill": "advice" }]);
        json!({ "id": format!("i{index}"), "type": "likert", "prompt": "?", "points": 2, "anchors": ["no", "yes"], "keys": keys })
    };
    (0..count).map(item).collect()
}

#[rustfmt::skip]
fn quiz() -> Vec<(&'static str, Change, &'static str)> {
    let set = |value: Value| Set(value);
    let long = || json!("a".repeat(65));
    let rename = |name: &str| Rename(name.to_owned());
    vec![
        ("", set(json!([1])), "shape-type"),
        ("", set(json!("quiz")), "shape-type"),
        ("", set(json!({})), "shape-missing"),
        ("/$schema", set(json!(1)), "shape-type"),
        ("/$comment", set(json!(["a"])), "shape-type"),
        ("/items/0/$comment", set(json!(null)), "shape-type"),
        ("/title", set(json!(1)), "shape-type"),
        ("/skills", set(json!({})), "shape-type"),
        ("/evidence", set(json!([])), "shape-type"),
        ("/minutes/0", set(json!(null)), "shape-type"),
        ("/items/0", set(json!("x")), "shape-type"),
        ("/items/0/type", set(json!(1)), "shape-type"),
        ("/items/0/options/0/keys/0/level", set(json!("3")), "shape-type"),
        ("/items/1/min", set(json!("1")), "shape-type"),
        ("/items/2/keys/0/reverse", set(json!("no")), "shape-type"),
        ("/items/4/options/0/key", set(json!(5)), "shape-type"),
        ("/items/8/min", set(json!("0")), "shape-type"),
        ("/items/8/keys", set(json!({})), "shape-type"),
        ("/items/9/correct", set(json!("0.1")), "shape-type"),
        ("/items/10/groups", set(json!({ "wood": "Wood" })), "shape-type"),
        ("/items/11/max", set(json!(null)), "shape-type"),
        ("/evidence/experts", set(json!(true)), "shape-type"),
        ("/translations/0/strings", set(json!([])), "shape-type"),
        ("/translations/0/strings/title", set(json!(1)), "shape-type"),

        ("/adaptive", set(json!(12)), "shape-type"),
        ("/scale/unit", set(json!("1")), "shape-type"),
        ("/correlations", set(json!({})), "shape-type"),
        ("/items/0/calibration", set(json!([])), "shape-type"),
        ("/items/0/calibration/b", set(json!(-0.5)), "shape-type"),
        ("/items/12/calibration/c", set(json!(null)), "shape-type"),

        ("/format", Remove, "shape-missing"),
        ("/id", Remove, "shape-missing"),
        ("/language", Remove, "shape-missing"),
        ("/evidence", Remove, "shape-missing"),
        ("/assumed/prior_sd", Remove, "shape-missing"),
        ("/skills/0/levels", Remove, "shape-missing"),
        ("/items/0/type", Remove, "shape-missing"),
        ("/items/0/prompt", Remove, "shape-missing"),
        ("/items/0/options", Remove, "shape-missing"),
        ("/items/0/options/0/text", Remove, "shape-missing"),
        ("/items/0/options/0/keys/0/skill", Remove, "shape-missing"),
        ("/items/2/points", Remove, "shape-missing"),
        ("/items/2/keys", Remove, "shape-missing"),
        ("/items/3/anchors", Remove, "shape-missing"),
        ("/items/4/skill", Remove, "shape-missing"),
        ("/items/4/options/0/key", Remove, "shape-missing"),
        ("/items/4/options/0/key/mean", Remove, "shape-missing"),
        ("/items/6/total", Remove, "shape-missing"),
        ("/items/7/options", Remove, "shape-missing"),
        ("/items/8/max", Remove, "shape-missing"),
        ("/items/8/anchors", Remove, "shape-missing"),
        ("/items/9/correct", Remove, "shape-missing"),
        ("/items/9/keys/0/level", Remove, "shape-missing"),
        ("/items/10/keys", Remove, "shape-missing"),
        ("/items/10/options/0/group", Remove, "shape-missing"),
        ("/items/10/groups/0/text", Remove, "shape-missing"),
        ("/items/11/prompt", Remove, "shape-missing"),
        ("/feedback/0/text", Remove, "shape-missing"),
        ("/learn/0/skill", Remove, "shape-missing"),
        ("/meaning/0/need", Remove, "shape-missing"),
        ("/next/0/link", Remove, "shape-missing"),
        ("/evidence/note", Remove, "shape-missing"),
        ("/evidence/experts/agreement", Remove, "shape-missing"),
        ("/translations/0/strings", Remove, "shape-missing"),

        ("/adaptive/max", Remove, "shape-missing"),
        ("/scale/zero", Remove, "shape-missing"),
        ("/correlations/0/with", Remove, "shape-missing"),
        ("/items/0/calibration/model", Remove, "shape-missing"),
        ("/items/0/calibration/a", Remove, "shape-missing"),
        ("/items/9/calibration/b", Remove, "shape-missing"),
        ("/items/10/calibration/intercepts", Remove, "shape-missing"),
        ("/items/12/calibration/c", Remove, "shape-missing"),
        ("/items/13/calibration/d", Remove, "shape-missing"),

        ("/about", rename("abuot"), "shape-unknown"),
        ("/image", set(json!("x.png")), "shape-unknown"),
        ("/skills/0/group", set(json!("x")), "shape-unknown"),
        ("/items/0/min", set(json!(1)), "shape-unknown"),
        ("/items/2/options", set(json!([])), "shape-unknown"),
        ("/items/3/points", set(json!(5)), "shape-unknown"),
        ("/items/0/options/0/key", set(json!({ "mean": 3 })), "shape-unknown"),
        ("/items/4/options/0/keys", set(json!([])), "shape-unknown"),
        ("/items/4/keys", set(json!([])), "shape-unknown"),
        ("/items/2/keys/0/level", set(json!(3)), "shape-unknown"),
        ("/items/0/options/0/keys/0/reverse", set(json!(true)), "shape-unknown"),
        ("/items/7/max", set(json!(4)), "shape-unknown"),
        ("/items/8/points", set(json!(5)), "shape-unknown"),
        ("/items/8/keys/0/level", set(json!(3)), "shape-unknown"),
        ("/items/9/step", set(json!(1)), "shape-unknown"),
        ("/items/9/instruction", set(json!("best")), "shape-unknown"),
        ("/items/9/keys/0/reverse", set(json!(true)), "shape-unknown"),
        ("/items/10/options/0/keys", set(json!([])), "shape-unknown"),
        ("/items/10/min", set(json!(0)), "shape-unknown"),
        ("/items/11/keys", set(json!([])), "shape-unknown"),
        ("/items/11/min", set(json!(1)), "shape-unknown"),
        ("/items/0/options/0/group", set(json!("wood")), "shape-unknown"),
        ("/evidence/count", set(json!(5)), "shape-unknown"),

        ("/adaptive/stop", set(json!(0.5)), "shape-unknown"),
        ("/correlations/0/skills", set(json!(["a"])), "shape-unknown"),
        ("/items/0/calibration/c", set(json!(0.2)), "shape-unknown"),
        ("/items/2/calibration/slopes", set(json!([0, 1])), "shape-unknown"),
        ("/items/10/calibration/a", set(json!(1)), "shape-unknown"),
        ("/items/12/calibration/d", set(json!(1)), "shape-unknown"),
        ("/items/4/calibration", set(json!({ "model": "1pl", "skill": "care", "b": [0] })), "shape-unknown"),
        ("/items/7/calibration", set(json!({ "model": "1pl", "skill": "care", "b": [0] })), "shape-unknown"),

        ("/format", set(json!("metier-quiz/2")), "shape-word"),
        ("/format", set(json!("metier-roles/1")), "shape-word"),
        ("/instruction", set(json!("should")), "shape-word"),
        ("/direction", set(json!("")), "shape-word"),
        ("/direction", set(json!("auto")), "shape-word"),
        ("/order", set(json!("random")), "shape-word"),
        ("/items/0/type", set(json!("matrix")), "shape-word"),
        ("/items/0/type", set(json!("")), "shape-word"),
        ("/items/0/instruction", set(json!("")), "shape-word"),
        ("/translations/0/direction", set(json!("LTR")), "shape-word"),

        ("/adaptive/rule", set(json!("share")), "shape-word"),
        ("/scale/method", set(json!("ml")), "shape-word"),
        ("/scale/method", set(json!("")), "shape-word"),
        ("/items/0/calibration/model", set(json!("rasch")), "shape-word"),
        ("/items/0/calibration/model", set(json!("single")), "shape-word"),

        ("/minutes/1", set(json!(601)), "shape-range"),
        ("/minimum_answered", set(json!(1.01)), "shape-range"),
        ("/assumed/prior_mean", set(json!(4.5)), "shape-range"),
        ("/assumed/prior_sd", set(json!(0)), "shape-range"),
        ("/assumed/answer_weight", set(json!(1)), "shape-range"),
        ("/items/0/options/0/keys/0/level", set(json!(4.5)), "shape-range"),
        ("/items/0/options/0/keys/0/level", set(json!(-0.5)), "shape-range"),
        ("/items/0/options/0/keys/0/weight", set(json!(0)), "shape-range"),
        ("/items/2/keys/0/weight", set(json!(10.5)), "shape-range"),
        ("/items/1/min", set(json!(0)), "shape-range"),
        ("/items/1/max", set(json!(101)), "shape-range"),
        ("/items/2/points", set(json!(1)), "shape-range"),
        ("/items/4/points", set(json!(12)), "shape-range"),
        ("/items/4/weight", set(json!(11)), "shape-range"),
        ("/items/4/options/0/key/mean", set(json!(0.5)), "shape-range"),
        ("/items/4/options/0/key/spread", set(json!(-1)), "shape-range"),
        ("/items/4/options/0/key/experts", set(json!(0)), "shape-range"),
        ("/items/6/total", set(json!(1)), "shape-range"),
        ("/items/6/total", set(json!(101)), "shape-range"),
        ("/items/8/min", set(json!(-1e13)), "shape-range"),
        ("/items/8/step", set(json!(0)), "shape-range"),
        ("/items/8/step", set(json!(-1)), "shape-range"),
        ("/items/9/correct", set(json!(1.5e12)), "shape-range"),
        ("/items/9/tolerance", set(json!(-0.5)), "shape-range"),
        ("/items/9/keys/0/level", set(json!(4.5)), "shape-range"),
        ("/items/11/max", set(json!(0)), "shape-range"),
        ("/items/11/max", set(json!(5_001)), "shape-range"),
        ("/feedback/0/to", set(json!(5)), "shape-range"),
        ("/meaning/0/weight", set(json!(1.5)), "shape-range"),
        ("/meaning/0/floor", set(json!(-1)), "shape-range"),
        ("/evidence/grade", set(json!(5)), "shape-range"),
        ("/evidence/grade", set(json!(-0.5)), "shape-range"),
        ("/evidence/people", set(json!(0)), "shape-range"),
        ("/evidence/reliability", set(json!(2)), "shape-range"),
        ("/evidence/deviation", set(json!(5)), "shape-range"),
        ("/evidence/experts/agreement", set(json!(-1.5)), "shape-range"),

        ("/adaptive/min", set(json!(0)), "shape-range"),
        ("/adaptive/max", set(json!(2_001)), "shape-range"),
        ("/adaptive/stop_error", set(json!(0)), "shape-range"),
        ("/adaptive/stop_share", set(json!(0.45)), "shape-range"),
        ("/adaptive/among", set(json!(101)), "shape-range"),
        ("/adaptive/start", set(json!(4.5)), "shape-range"),
        ("/scale/zero", set(json!(-10_001)), "shape-range"),
        ("/scale/unit", set(json!(0)), "shape-range"),
        ("/correlations/0/value", set(json!(1)), "shape-range"),
        ("/items/0/calibration/a", set(json!(0)), "shape-range"),
        ("/items/0/calibration/a", set(json!(-1.2)), "shape-range"),
        ("/items/2/calibration/a", set(json!(1_001)), "shape-range"),
        ("/items/0/calibration/b/0", set(json!(10_001)), "shape-range"),
        ("/items/0/calibration/categories/0", set(json!(-1)), "shape-range"),
        ("/items/10/calibration/slopes/0", set(json!(-10_001)), "shape-range"),
        ("/items/12/calibration/c", set(json!(-0.1)), "shape-range"),
        ("/items/13/calibration/d", set(json!(1.01)), "shape-range"),

        ("/evidence/grade", set(json!(1.5)), "shape-whole"),
        ("/evidence/people", set(json!(200.5)), "shape-whole"),
        ("/evidence/experts/count", set(json!(5.5)), "shape-whole"),
        ("/items/1/min", set(json!(1.5)), "shape-whole"),
        ("/items/1/max", set(json!(2.5)), "shape-whole"),
        ("/items/2/points", set(json!(4.5)), "shape-whole"),
        ("/items/4/options/0/key/experts", set(json!(5.5)), "shape-whole"),
        ("/items/6/total", set(json!(9.5)), "shape-whole"),
        ("/items/11/max", set(json!(9.5)), "shape-whole"),

        ("/adaptive/max", set(json!(9.5)), "shape-whole"),
        ("/adaptive/among", set(json!(1.5)), "shape-whole"),
        ("/items/0/calibration/categories/1", set(json!(0.5)), "shape-whole"),

        ("/id", set(json!("Tools")), "shape-id"),
        ("/id", set(json!("")), "shape-id"),
        ("/id", set(long()), "shape-id"),
        ("/skills/0/id", set(json!("1st")), "shape-id"),
        ("/items/0/id", set(json!("drill bit")), "shape-id"),
        ("/items/0/options/0/id", set(json!("é")), "shape-id"),
        ("/items/0/options/0/keys/0/skill", set(json!("a_b")), "shape-id"),
        ("/items/2/keys/0/skill", set(json!("a\n")), "shape-id"),
        ("/items/4/skill", set(json!("-a")), "shape-id"),
        ("/items/10/groups/0/id", set(json!("Wood")), "shape-id"),
        ("/items/10/options/0/group", set(json!("")), "shape-id"),
        ("/feedback/0/skill", set(json!("Care")), "shape-id"),
        ("/learn/0/skill", set(json!("Care")), "shape-id"),
        ("/meaning/0/role", set(json!("Host")), "shape-id"),

        ("/correlations/0/with", set(json!("")), "shape-id"),
        ("/items/0/calibration/skill", set(json!("Care")), "shape-id"),

        ("/language", set(json!("")), "shape-language"),
        ("/language", set(json!("en_GB")), "shape-language"),
        ("/language", set(json!("en-")), "shape-language"),
        ("/language", set(json!("englishes")), "shape-language"),
        ("/translations/0/language", set(json!("1e")), "shape-language"),

        ("/title", set(json!("")), "shape-empty"),
        ("/about", set(json!(" \n\t")), "shape-empty"),
        ("/version", set(json!("")), "shape-empty"),
        ("/author", set(json!(" ")), "shape-empty"),
        ("/skills/0/levels/0", set(json!("")), "shape-empty"),
        ("/items/0/sources/0", set(json!("")), "shape-empty"),
        ("/items/0/options/0/why", set(json!("\u{c}")), "shape-empty"),
        ("/items/2/anchors/0", set(json!("\r")), "shape-empty"),
        ("/items/8/unit", set(json!(" ")), "shape-empty"),
        ("/items/10/groups/0/text", set(json!("")), "shape-empty"),
        ("/next/0/link", set(json!("")), "shape-empty"),
        ("/meaning/0/from", set(json!("")), "shape-empty"),
        ("/evidence/fit", set(json!("")), "shape-empty"),
        ("/translations/0/strings/title", set(json!("")), "shape-empty"),

        ("/skills", Resize(0), "shape-few"),
        ("/items", Resize(0), "shape-few"),
        ("/minutes", Resize(1), "shape-few"),
        ("/skills/0/levels", Resize(4), "shape-few"),
        ("/items/0/options", Resize(1), "shape-few"),
        ("/items/2/anchors", Resize(1), "shape-few"),
        ("/items/2/keys", Resize(0), "shape-few"),
        ("/items/3/anchors", Resize(1), "shape-few"),
        ("/items/4/options", Resize(2), "shape-few"),
        ("/items/5/options", Resize(2), "shape-few"),
        ("/items/6/options", Resize(1), "shape-few"),
        ("/items/7/options", Resize(2), "shape-few"),
        ("/items/8/anchors", Resize(1), "shape-few"),
        ("/items/9/keys", Resize(0), "shape-few"),
        ("/items/10/groups", Resize(1), "shape-few"),
        ("/items/10/options", Resize(1), "shape-few"),

        ("/items/0/calibration/b", Resize(0), "shape-few"),
        ("/items/0/calibration/categories", Resize(1), "shape-few"),
        ("/items/10/calibration/slopes", Resize(1), "shape-few"),

        ("/minutes", Resize(3), "shape-many"),
        ("/skills", Resize(101), "shape-many"),
        ("/skills/0/levels", Resize(6), "shape-many"),
        ("/items", set(many_items(2_001)), "shape-many"),
        ("/items/0/options", Resize(101), "shape-many"),
        ("/items/0/sources", Resize(101), "shape-many"),
        ("/items/0/options/0/keys", Resize(101), "shape-many"),
        ("/items/2/anchors", Resize(3), "shape-many"),
        ("/items/2/keys", Resize(101), "shape-many"),
        ("/items/3/anchors", Resize(12), "shape-many"),
        ("/items/4/anchors", Resize(3), "shape-many"),
        ("/items/8/anchors", Resize(3), "shape-many"),
        ("/items/9/keys", Resize(101), "shape-many"),
        ("/items/10/groups", Resize(12), "shape-many"),
        ("/feedback", Resize(2_001), "shape-many"),
        ("/learn", Resize(2_001), "shape-many"),
        ("/meaning", Resize(101), "shape-many"),
        ("/attributions", Resize(101), "shape-many"),
        ("/next", Resize(101), "shape-many"),
        ("/translations", Resize(101), "shape-many"),
        ("/correlations", Resize(2_001), "shape-many"),
        ("/items/0/calibration/b", Resize(2), "shape-many"),
        ("/items/2/calibration/b", Resize(11), "shape-many"),
        ("/items/0/calibration/categories", Resize(101), "shape-many"),
        ("/items/10/calibration/intercepts", Resize(101), "shape-many"),
    ]
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
fn odd_quiz() -> Vec<(&'static str, Change)> {
    let set = |value: Value| Set(value);
    vec![
        ("/$schema", set(json!(""))),
        ("/$comment", set(json!(""))),
        ("/items/4/options/0/key/$comment", set(json!("why 6.2"))),
        ("/items/2/points", set(json!(5.0))),
        ("/evidence/grade", set(json!(4.0))),
        ("/minutes", set(json!([600, 0.0]))),
        ("/id", set(json!("a".repeat(64)))),
        ("/id", set(json!("z-9-"))),
        ("/language", set(json!("aa-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaa"))),
        ("/language", set(json!("X"))),
        ("/items/0/options/0/keys/0/weight", set(json!(0.001))),
        ("/items/0/options/0/keys/0/level", set(json!(3.999))),
        ("/items/0/options/0/keys", Resize(0)),
        ("/items/0/options/0/keys", Resize(100)),
        ("/items/0/sources", Resize(0)),
        ("/items/3/anchors", Resize(11)),
        ("/items", set(many_items(2_000))),
        ("/feedback", Resize(0)),
        ("/feedback", Resize(2_000)),
        ("/translations/0/strings", set(json!({}))),
        // Not empty to either: only ASCII white space is nothing.
        ("/title", set(json!("\u{a0}"))),
        // Beyond a schema.
        ("/title", set(json!("a".repeat(30_000)))),
        ("/title", set(json!("bell \u{7}"))),
        ("/title", set(json!("[x](javascript:alert)"))),
        ("/next/0/link", set(json!("//elsewhere.example"))),
        ("/skills/0/id", set(json!("advice"))),
        ("/items/1/max", set(json!(100))),
        ("/items/4/options/0/key/mean", set(json!(11))),
        ("/items/7/options/2/keys/0/level", set(json!(4))),
        ("/items/8/max", set(json!(-1e12))),
        ("/items/8/step", set(json!(7.5))),
        ("/items/9/correct", set(json!(6))),
        ("/items/9/keys/0/level", set(json!(0))),
        ("/items/10/options/0/group", set(json!("nowhere"))),
        ("/items/10/groups/1/text", set(json!("Wood"))),
        ("/items/11/max", set(json!(5_000))),
        ("/feedback/0/from", set(json!(4))),
        ("/adaptive", Remove),
        ("/adaptive/min", set(json!(2_000))),
        ("/adaptive/max", set(json!(1))),
        ("/order", set(json!("fixed"))),
        ("/correlations/0/with", set(json!("care"))),
        ("/correlations", Resize(2_000)),
        ("/items/0/calibration/skill", set(json!("nothing"))),
        ("/items/0/calibration/categories", Resize(100)),
        ("/items/0/calibration/categories/1", set(json!(100))),
        ("/items/2/calibration/b", Resize(10)),
        ("/items/3/calibration/b", set(json!([2, -2]))),
        ("/items/9/calibration/a", Remove),
        ("/items/10/calibration/slopes", Resize(2)),
        ("/items/13/calibration/c", set(json!(1))),
        ("/evidence/people", Remove),
        ("/evidence/experts/count", set(json!(1))),
        ("/translations/0/strings/nowhere", set(json!("x"))),
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
