//! The sample result on the home page: a hundred dots in groups, and what each group is. What the engine says of the
//! made-up answers stands in `www/pages/sample.json`, beside those; a test scores them anew.

use std::collections::BTreeMap;

use serde_json::Value;

/// The shapes of the groups, drawn from their middle: the same as on a result.
const SHAPES: [&str; 6] = [
    "m-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0",
    "m-3.2 0a3.2 3.2 0 1 1 6.4 0a3.2 3.2 0 1 1-6.4 0",
    "m-4.4 0l4.4-4.4 4.4 4.4-4.4 4.4z",
    "m-3.6 0l3.6-3.6 3.6 3.6-3.6 3.6z",
    "m-3 0h6m-3-3v6",
    "m-1.6 0a1.6 1.6 0 1 1 3.2 0a1.6 1.6 0 1 1-3.2 0",
];
/// Dots in a row.
const ROW: usize = 20;

/// The words for `{{sample.roles}}` and `{{sample.picture}}` on the home page, from what stands in `text`.
pub fn words(text: &str) -> Result<BTreeMap<String, String>, String> {
    let wrong = || "www/pages/sample.json has not what the home page shows: named, roles".to_owned();
    let sample: Value =
        serde_json::from_str(text).map_err(|error| format!("www/pages/sample.json is not JSON: {error}"))?;
    let listed = |name: &str| sample.get(name).and_then(Value::as_array).ok_or_else(wrong);
    let named: Vec<&str> = listed("named")?.iter().filter_map(Value::as_str).collect();
    let mut groups = Vec::new();
    let mut others = (0, 0);
    for role in listed("roles")? {
        let (Some(id), Some(name), Some(count)) = (
            role.get("role").and_then(Value::as_str),
            role.get("name").and_then(Value::as_str),
            role.get("count").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()),
        ) else {
            return Err(wrong());
        };
        if named.contains(&id) {
            groups.push((name.to_owned(), count));
        } else {
            others = (others.0 + 1, others.1 + count);
        }
    }
    let names: Vec<&str> = groups.iter().map(|(name, _)| name.as_str()).collect();
    let (last, rest) = names.split_last().ok_or_else(wrong)?;
    let list = if rest.is_empty() { (*last).to_owned() } else { format!("{} and {last}", rest.join(", ")) };
    groups.push((format!("{} other roles", others.0), others.1));
    if groups.len() > SHAPES.len() || groups.iter().map(|(_, count)| count).sum::<usize>() != 100 {
        return Err(wrong());
    }
    Ok([("{{sample.roles}}", list), ("{{sample.picture}}", picture(&groups))]
        .into_iter()
        .map(|(word, words)| (word.to_owned(), words))
        .collect())
}

/// The dots, hidden from screen readers since the list beside them says the same, and the list.
fn picture(groups: &[(String, usize)]) -> String {
    let mut placed = 0;
    let (mut marks, mut key) = (String::new(), String::new());
    for (at, ((name, count), shape)) in groups.iter().zip(SHAPES).enumerate() {
        let places: String = (placed..placed + count)
            .map(|dot| format!("M{} {}{shape}", dot % ROW * 10 + 5, dot / ROW * 10 + 5))
            .collect();
        placed += count;
        marks.push_str(&format!("<path class=\"group-{at}\" d=\"{places}\"/>"));
        key.push_str(&format!(
            "\n            <li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><path class=\"group-{at}\" d=\"M5 \
             5{shape}\"/></svg> <span>{name}</span> <b>{count}</b></li>"
        ));
    }
    format!(
        "<svg class=\"hundred\" viewBox=\"0 0 200 50\" aria-hidden=\"true\">{marks}</svg>\n          <ul \
         class=\"key\">{key}\n          </ul>"
    )
}
