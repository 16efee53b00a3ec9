//! What a page may do with the tag, from the one place that says it: the package's manifest of the element
//! (`www/take/package/custom-elements.json`). The tables of the Embed page are made of it, and so is the class in the
//! package's types.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::document::{array, string};
use super::html::{Html, tag, text};

/// The manifest, from the top of `www`.
pub const MANIFEST: &str = "take/package/custom-elements.json";
/// Where the class's members stand in the types.
pub const PLACE: &str = "  /* members */\n";
/// What may be set to a number as well as to a text.
const NUMBER: &str = "number";
/// What is set by being there.
const BOOLEAN: &str = "boolean";

/// What the manifest says of the element itself.
pub fn element(manifest: &Value) -> Result<&Value, String> {
    manifest.pointer("/modules/0/declarations/0").ok_or_else(|| format!("www/{MANIFEST} declares no element"))
}

/// The tables of a page, by the words that stand for them; `types` names what each event tells.
pub fn tables(manifest: &Value, types: &str) -> Result<BTreeMap<String, String>, String> {
    let element = element(manifest)?;
    let plain = |list: &str, before: &str| -> Result<Vec<Vec<Html>>, String> {
        array(element, list)?.iter().map(|entry| Ok(vec![name(entry, before)?, description(entry)?])).collect()
    };
    let mut members = Vec::new();
    for member in array(element, "members")? {
        let call = if member.get("kind").is_some_and(|kind| kind == "method") { "()" } else { "" };
        let of_class = if member.get("static").is_some() { "MetierQuiz." } else { "" };
        members.push(vec![code(&format!("{of_class}{}{call}", string(member, "name")?)), description(member)?]);
    }
    let mut events = Vec::new();
    for event in array(element, "events")? {
        events.push(vec![name(event, "")?, description(event)?, text(&details(event, types)?)]);
    }
    let all = [
        (
            "attributes",
            "All are optional but src; each but lang is a property of the element too",
            ["Attribute", "Meaning", ""],
            plain("attributes", "")?,
        ),
        ("members", "Further properties and methods", ["Name", "What it does", ""], members),
        (
            "events",
            "They bubble, leave the shadow tree, and carry frozen plain data",
            ["Event", "When", "Detail"],
            events,
        ),
        (
            "properties",
            "Custom properties that you may set on the element or above it",
            ["Property", "Meaning", ""],
            plain("cssProperties", "")?,
        ),
        (
            "parts",
            "Parts: metier-quiz::part(button) styles all buttons",
            ["Part", "What it is", ""],
            plain("cssParts", "")?,
        ),
        (
            "states",
            "States: metier-quiz:state(result) fits while the result shows",
            ["State", "When", ""],
            plain("cssStates", "")?,
        ),
    ];
    Ok(all
        .into_iter()
        .map(|(name, caption, heads, rows)| (format!("{{{{tag.{name}}}}}"), table(caption, &heads, rows)))
        .collect())
}

/// A table with its caption; the first cell of each row is its header, and a head without words is none.
fn table(caption: &str, heads: &[&str], rows: Vec<Vec<Html>>) -> String {
    let heads = heads.iter().filter(|head| !head.is_empty());
    let heads: Html = heads.map(|head| tag("th", &[("scope", "col")], text(head))).collect();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(at, cell)| match at {
            0 => tag("th", &[("scope", "row")], cell),
            _ => tag("td", &[], cell),
        });
        text("\n        ").and(tag("tr", &[], cells.collect()))
    });
    let body = tag("tbody", &[], rows.collect::<Html>().and(text("\n      ")));
    let head = tag("thead", &[], tag("tr", &[], heads));
    let lines = [tag("caption", &[], text(caption)), head, body];
    let lines: Html = lines.into_iter().map(|line| text("\n      ").and(line)).collect();
    tag("table", &[], lines.and(text("\n    "))).as_str().to_owned()
}

/// The name of an entry as code.
fn name(entry: &Value, before: &str) -> Result<Html, String> {
    Ok(code(&format!("{before}{}", string(entry, "name")?)))
}

/// Letters of a program.
fn code(letters: &str) -> Html {
    tag("code", &[], text(letters))
}

/// What an entry is, with what stands between backquotes as code.
fn description(entry: &Value) -> Result<Html, String> {
    let parts = string(entry, "description")?.split('`').enumerate();
    Ok(parts.map(|(at, part)| if at % 2 == 0 { text(part) } else { code(part) }).collect())
}

/// What an event tells: the names of the fields of its type.
fn details(event: &Value, types: &str) -> Result<String, String> {
    let kind = event.pointer("/type/text").and_then(Value::as_str).unwrap_or_default();
    let kind = kind.trim_start_matches("CustomEvent<").trim_end_matches('>');
    let (_, body) = types
        .split_once(&format!("export interface {kind} {{\n"))
        .ok_or_else(|| format!("the types have no {kind}"))?;
    let (body, _) = body.split_once("\n}").unwrap_or((body, ""));
    let names = body.lines().filter_map(|line| line.trim().strip_prefix("readonly ")?.split([':', '?']).next());
    Ok(names.collect::<Vec<_>>().join(", "))
}

/// The manifest as it is published: with a field for each attribute that is a property too.
pub fn published(mut manifest: Value) -> Result<Value, String> {
    let mut members = Vec::new();
    for attribute in array(element(&manifest)?, "attributes")? {
        let Some(name) = attribute.get("fieldName") else { continue };
        let (kind, about) = (read_back(attribute), attribute.get("description"));
        members.push(json!({
            "kind": "field", "name": name, "type": { "text": kind }, "description": about,
            "attribute": attribute.get("name"), "reflects": true,
        }));
    }
    members.extend(array(element(&manifest)?, "members")?.iter().cloned());
    if let Some(place) = manifest.pointer_mut("/modules/0/declarations/0/members") {
        *place = Value::Array(members);
    }
    Ok(manifest)
}

/// What a property gives when it is read.
fn read_back(attribute: &Value) -> &'static str {
    let is_boolean = attribute.pointer("/type/text").is_some_and(|kind| kind == BOOLEAN);
    if is_boolean { BOOLEAN } else { "string | null" }
}

/// The types with the members of the class in their place.
pub fn typed(manifest: &Value, types: &str) -> Result<String, String> {
    let element = element(manifest)?;
    let mut members = String::new();
    for attribute in array(element, "attributes")?.iter().filter(|one| one.get("fieldName").is_some()) {
        let (name, kind) = (string(attribute, "name")?, attribute.pointer("/type/text").and_then(Value::as_str));
        let set = match kind.unwrap_or_default() {
            BOOLEAN => BOOLEAN.to_owned(),
            NUMBER => "string | number | null | undefined".to_owned(),
            "string" => "string | null | undefined".to_owned(),
            words => format!("{words} | (string & {{}}) | null | undefined"),
        };
        members.push_str(&accessor(name, string(attribute, "description")?, read_back(attribute), Some(&set)));
    }
    for member in array(element, "members")? {
        let (name, about) = (string(member, "name")?, string(member, "description")?);
        let of_class = if member.get("static").is_some() { "static " } else { "" };
        if let Some(gives) = member.pointer("/return/type/text").and_then(Value::as_str) {
            members.push_str(&format!("  /** {about} */\n  {of_class}{name}(): {gives};\n"));
            continue;
        }
        let kind = member.pointer("/type/text").and_then(Value::as_str).unwrap_or_default();
        let read = member.pointer("/readBack").and_then(Value::as_str).unwrap_or(kind);
        let set = format!("{kind} | undefined");
        let set = if member.get("readonly").is_some() { None } else { Some(set.as_str()) };
        members.push_str(&accessor(name, about, read, set));
    }
    if types.matches(PLACE).count() != 1 {
        return Err(format!("the types must have this line once: {PLACE}"));
    }
    Ok(types.replace(PLACE, &members))
}

/// A property in a class of types.
fn accessor(name: &str, about: &str, get: &str, set: Option<&str>) -> String {
    let set = set.map_or_else(String::new, |set| format!("  set {name}(value: {set});\n"));
    format!("  /** {about} */\n  get {name}(): {get};\n{set}")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{published, tables, typed};

    fn manifest() -> Value {
        json!({ "modules": [{ "declarations": [{
            "attributes": [
                { "name": "src", "type": { "text": "string" }, "description": "An `<address>`.", "fieldName": "src" },
                { "name": "lang", "type": { "text": "string" }, "description": "A language." },
                { "name": "resume", "type": { "text": "boolean" }, "description": "Keeps.", "fieldName": "resume" },
                { "name": "theme", "type": { "text": "\"light\" | \"dark\"" }, "description": "A look.", "fieldName": "theme" },
            ],
            "members": [
                { "kind": "field", "name": "ready", "readonly": true, "type": { "text": "Promise<A>" }, "description": "Later." },
                { "kind": "method", "name": "go", "static": true, "return": { "type": { "text": "void" } }, "description": "Goes." },
            ],
            "events": [{ "name": "a-ready", "type": { "text": "CustomEvent<A>" }, "description": "There." }],
            "cssProperties": [], "cssParts": [], "cssStates": [],
        }] }] })
    }

    const TYPES: &str = "export interface A {\n  readonly quiz: string;\n  readonly resumed?: true;\n}\nclass B {\n  /* members */\n}\n";

    #[test]
    fn tables_say_what_the_manifest_says() -> Result<(), String> {
        let tables = tables(&manifest(), TYPES)?;
        let has = |name: &str, words: &str| {
            assert!(tables.get(name).is_some_and(|table| table.contains(words)), "{tables:?}")
        };
        has("{{tag.attributes}}", "<th scope=\"row\"><code>src</code></th><td>An <code>&lt;address&gt;</code>.</td>");
        has("{{tag.events}}", "<td>There.</td><td>quiz, resumed</td>");
        has("{{tag.members}}", "<code>MetierQuiz.go()</code>");
        Ok(())
    }

    #[test]
    fn attributes_that_are_properties_are_published_as_both() -> Result<(), String> {
        let members = published(manifest())?;
        let members = members.pointer("/modules/0/declarations/0/members").and_then(Value::as_array);
        let names = members.into_iter().flatten().filter_map(|member| member.get("name")?.as_str());
        assert_eq!(names.collect::<Vec<_>>(), ["src", "resume", "theme", "ready", "go"]);
        Ok(())
    }

    #[test]
    fn types_have_each_member_with_what_it_takes() -> Result<(), String> {
        let types = typed(&manifest(), TYPES)?;
        for line in [
            "  get src(): string | null;\n  set src(value: string | null | undefined);\n",
            "  get resume(): boolean;\n  set resume(value: boolean);\n",
            "  set theme(value: \"light\" | \"dark\" | (string & {}) | null | undefined);\n",
            "  /** Later. */\n  get ready(): Promise<A>;\n  /** Goes. */\n  static go(): void;\n",
        ] {
            assert!(types.contains(line), "{types}");
        }
        assert!(typed(&manifest(), "class B {}").is_err());
        Ok(())
    }
}
