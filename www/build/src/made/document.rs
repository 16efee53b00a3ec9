//! The documents that pages are made of, and how they are read: what lacks is said with its place.

use std::path::Path;

use serde_json::Value;

/// The documents.
pub struct Documents {
    /// The catalogue: `www/roles/product.json`.
    pub catalogue: Value,
    /// What the roles are like.
    pub life: Value,
    /// The ways in.
    pub ways: Value,
    /// The rows of the inventory.
    pub sources: Value,
    /// The names of the levels, 0 to 4, as results say them.
    pub levels: Vec<String>,
}

impl Documents {
    /// Reads them below `www`.
    pub fn read(www: &Path) -> Result<Documents, String> {
        Ok(Documents {
            catalogue: read(www, "roles/product.json")?,
            life: read(www, "pages/life.json")?,
            ways: read(www, "pages/ways.json")?,
            sources: read(www, "pages/sources.json")?,
            levels: levels(www)?,
        })
    }

    /// The role of that id in the catalogue.
    pub fn role(&self, id: &str) -> Result<&Value, String> {
        entry(&self.catalogue, "roles", "id", id)
    }

    /// The name of the skill of that id.
    pub fn skill(&self, id: &str) -> Result<&str, String> {
        string(entry(&self.catalogue, "skills", "id", id)?, "name")
    }
}

/// A document below `www`.
pub fn read(www: &Path, path: &str) -> Result<Value, String> {
    let text =
        std::fs::read_to_string(www.join(path)).map_err(|error| format!("www/{path} cannot be read: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("www/{path} is not JSON: {error}"))
}

/// The names of the levels, from the words of results.
pub fn levels(www: &Path) -> Result<Vec<String>, String> {
    let path = "words/en/quiz.js";
    let text =
        std::fs::read_to_string(www.join(path)).map_err(|error| format!("www/{path} cannot be read: {error}"))?;
    let named = |level: usize| {
        let (_, rest) = text.split_once(&format!("\"level-{level}\": \""))?;
        rest.split('"').next().map(str::to_owned)
    };
    (0..=4).map(|level| named(level).ok_or_else(|| format!("www/{path} has no level-{level}"))).collect()
}

/// A field that is words.
pub fn string<'v>(value: &'v Value, field: &str) -> Result<&'v str, String> {
    value.get(field).and_then(Value::as_str).ok_or_else(|| lacks(value, field))
}

/// A field that is a list.
pub fn array<'v>(value: &'v Value, field: &str) -> Result<&'v [Value], String> {
    value.get(field).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| lacks(value, field))
}

/// A field that is a list of words.
pub fn strings<'v>(value: &'v Value, field: &str) -> Result<Vec<&'v str>, String> {
    array(value, field)?.iter().map(|one| one.as_str().ok_or_else(|| lacks(value, field))).collect()
}

/// A field that is a number.
pub fn number(value: &Value, field: &str) -> Result<f64, String> {
    value.get(field).and_then(Value::as_f64).ok_or_else(|| lacks(value, field))
}

/// The entry of a list whose `field` says `id`.
pub fn entry<'v>(value: &'v Value, list: &str, field: &str, id: &str) -> Result<&'v Value, String> {
    let found = array(value, list)?.iter().find(|one| one.get(field).and_then(Value::as_str) == Some(id));
    found.ok_or_else(|| format!("None of the {list} has the {field} {id}"))
}

/// What is said of a value without a field that it needs.
fn lacks(value: &Value, field: &str) -> String {
    let shown: String = value.to_string().chars().take(80).collect();
    format!("There is no {field}, or not of its kind, in {shown} …")
}

#[cfg(test)]
mod tests {
    use super::{array, entry, number, string, strings};

    #[test]
    fn what_lacks_is_said_with_its_place() -> Result<(), String> {
        let value = serde_json::json!({ "a": "b", "c": [{ "id": "d" }], "e": 1.5, "f": ["g"] });
        assert_eq!((string(&value, "a")?, number(&value, "e")?, strings(&value, "f")?), ("b", 1.5, vec!["g"]));
        assert_eq!((array(&value, "c")?.len(), string(entry(&value, "c", "id", "d")?, "id")?), (1, "d"));
        let lacking = string(&value, "c").err().unwrap_or_default();
        assert!(lacking.contains("no c") && lacking.contains("{\"a\":\"b\""), "{lacking}");
        assert_eq!(entry(&value, "c", "id", "z").err().as_deref(), Some("None of the c has the id z"));
        Ok(())
    }
}
