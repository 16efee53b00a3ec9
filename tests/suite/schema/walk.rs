//! Ways through a schema: its fields, what is said of them, and which of them a document has.

use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// What `node` says under `word`, or what it refers to does.
pub fn said<'s>(schema: &'s Value, node: &'s Value, word: &str) -> Option<&'s Value> {
    let mut here = Some(node);
    while let Some(node) = here {
        if let Some(found) = node.get(word) {
            return Some(found);
        }
        here = node["$ref"].as_str().and_then(|reference| schema.pointer(reference.trim_start_matches('#')));
    }
    None
}

/// All fields, each with its place in the schema.
pub fn fields(schema: &Value) -> Vec<(String, &Value)> {
    let mut found = Vec::new();
    collect(schema, String::new(), &mut found);
    found
}

fn collect<'s>(node: &'s Value, at: String, found: &mut Vec<(String, &'s Value)>) {
    // A condition is no place of a document, and `$comment` needs none of its own.
    for (key, child) in
        node.as_object().into_iter().flatten().filter(|(key, _)| !matches!(key.as_str(), "if" | "examples"))
    {
        let place = format!("{at}/{key}");
        if at.ends_with("/properties") && key != "$comment" {
            found.push((place.clone(), child));
        }
        collect(child, place, found);
    }
}

/// The fields that `document` has, as places in the schema.
pub fn met(schema: &Value, document: &Value) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    visit(schema, schema, "", document, "", &mut |place, known, object, _| {
        met.extend(object.keys().filter(|key| known.contains(*key)).map(|key| format!("{place}/properties/{key}")));
    });
    // Items are told apart by their type before their fields are read, and calibrations by their model.
    met.insert("/$defs/item/properties/type".into());
    met.insert("/$defs/calibration/properties/model".into());
    met
}

/// The objects of `document` whose fields are fixed: where they stand, and the fields that they may have.
pub fn objects(schema: &Value, document: &Value) -> Vec<(String, BTreeSet<String>)> {
    let mut objects = Vec::new();
    visit(schema, schema, "", document, "", &mut |_, known, _, at| {
        objects.push((at.to_owned(), known.clone()));
    });
    objects
}

/// Called with an object's place in the schema, the fields that it may have, itself, and its place in the document.
type Seen<'f> = dyn FnMut(&str, &BTreeSet<String>, &Map<String, Value>, &str) + 'f;

fn visit(schema: &Value, node: &Value, place: &str, value: &Value, at: &str, seen: &mut Seen<'_>) {
    if let Some(reference) = node["$ref"].as_str() {
        let place = reference.trim_start_matches('#');
        return visit(schema, schema.pointer(place).unwrap(), place, value, at, seen);
    }
    let branch = node["allOf"].as_array().into_iter().flatten();
    let holds = |branch: &Value| {
        branch["if"]["properties"].as_object().unwrap().iter().all(|(name, field)| field["const"] == value[name])
    };
    if let Some(branch) = branch.into_iter().find(|branch| holds(branch)) {
        return visit(schema, &branch["then"], place, value, at, seen);
    }
    for (index, entry) in value.as_array().into_iter().flatten().enumerate() {
        visit(schema, &node["items"], &format!("{place}/items"), entry, &format!("{at}/{index}"), seen);
    }
    let (Some(object), Some(properties)) = (value.as_object(), node["properties"].as_object()) else { return };
    seen(place, &properties.keys().cloned().collect(), object, at);
    for (key, field) in object {
        if let Some(child) = properties.get(key) {
            visit(schema, child, &format!("{place}/properties/{key}"), field, &format!("{at}/{key}"), seen);
        }
    }
}

/// Places in the schema whose examples are not examples of it.
pub fn failing_examples(schema: &Value) -> Vec<String> {
    let mut places = Vec::new();
    with_examples(schema, String::new(), &mut places);
    // One schema for all of them: entry n of the list must be a list of examples of the n-th place.
    let entries: Vec<Value> = places.iter().map(|place| json!({ "items": { "$ref": format!("#{place}") } })).collect();
    let mut whole = schema.clone();
    whole.as_object_mut().unwrap().retain(|key, _| matches!(key.as_str(), "$schema" | "$defs" | "properties"));
    whole["prefixItems"] = json!(entries);
    let examples: Vec<&Value> = places.iter().map(|place| &schema.pointer(place).unwrap()["examples"]).collect();
    let validator = jsonschema::draft202012::new(&whole).unwrap();
    let examples = json!(examples);
    let errors = validator.iter_errors(&examples);
    errors
        .map(|error| {
            format!(
                "{} {}: {error}",
                places[first_index(error.instance_path().as_str())],
                error.instance_path().as_str()
            )
        })
        .collect()
}

fn first_index(pointer: &str) -> usize {
    pointer.split('/').nth(1).and_then(|index| index.parse().ok()).unwrap()
}

fn with_examples(node: &Value, at: String, places: &mut Vec<String>) {
    if node["examples"].is_array() && !at.ends_with("/properties") {
        places.push(at.clone());
    }
    for (key, child) in node.as_object().into_iter().flatten().filter(|(key, _)| *key != "examples") {
        with_examples(child, format!("{at}/{key}"), places);
    }
}
