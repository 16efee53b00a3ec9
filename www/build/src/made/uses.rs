//! Which row of the inventory acts where: read from the documents that cite it, so that the page of sources never says
//! more than is true.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::document::{array, read, string};
use super::notes::form;
use super::{life, ways};

/// Where a row acts: the address of a page, part included, and what stands there.
pub type Place = (String, String);
/// Where each row acts, in the order of the documents.
pub type Uses = BTreeMap<String, Vec<Place>>;

/// The folders of `www` in which no document of ours stands.
const APART: [&str; 7] = ["build", "dist", "examples", "modules", "og", "pkg", "schema"];
/// Documents that cite no row: the rows themselves among them.
const SILENT: [&str; 2] = ["pages/sample.json", "pages/sources.json"];
/// Documents that act on one page: how their paths begin, the page, and what it is called.
const ON_A_PAGE: [(&str, &str, &str); 3] = [
    ("lexicon/", "advert.html", "Read an advert"),
    ("roles/hiring.json", "advert.html", "Read an advert: I am hiring"),
    ("roles/evidence.json", "evidence.html", "You may already be one"),
];
/// The parts of a role's page, by the fields that they are made of.
const OF_ROLES: [(&str, &str, &str); 3] = [
    ("measured", "measured", "measured by"),
    ("is_not", "not", "is not"),
    ("elsewhere", "elsewhere", "coming from elsewhere"),
];
/// The parts of a way's page.
const OF_WAYS: [(&str, &str, &str); 6] = [
    ("carries", "carries", "what carries over"),
    ("doubts", "doubts", "doubts"),
    ("bridges", "bridges", "jobs on the way"),
    ("steps", "steps", "first steps"),
    ("promise_not", "promises", "what not to promise"),
    ("target", "target", "roles to look at"),
];

/// Where each row that a document below `www` cites acts.
pub fn uses(www: &Path) -> Result<Uses, String> {
    let mut found = Uses::new();
    for path in documents(www)? {
        let document = read(www, &path)?;
        let parts = parts(&path, &document, www)?;
        if parts.is_empty() && !cited(&document).is_empty() {
            return Err(format!(
                "www/{path} cites rows of sources, and www/build/src/made/uses.rs does not say where it acts"
            ));
        }
        for (place, part) in parts {
            for row in cited(part) {
                let places = found.entry(row).or_default();
                if !places.contains(&place) {
                    places.push(place.clone());
                }
            }
        }
    }
    Ok(found)
}

/// The documents that may cite rows, as paths from `www`, in order.
fn documents(www: &Path) -> Result<Vec<String>, String> {
    let (mut found, mut folders) = (Vec::new(), vec![String::new()]);
    while let Some(folder) = folders.pop() {
        let path = www.join(&folder);
        let entries =
            std::fs::read_dir(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        for entry in entries {
            let entry = entry.map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let own = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if entry.path().is_dir() {
                folders.extend((!APART.contains(&own.as_str())).then_some(own));
            } else if own.ends_with(".json") && !SILENT.contains(&own.as_str()) {
                found.push(own);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The parts of a document, each with the place where it acts; none of a document that is not known.
fn parts<'d>(path: &str, document: &'d Value, www: &Path) -> Result<Vec<(Place, &'d Value)>, String> {
    match path {
        "pages/life.json" => of_roles(document, www),
        "pages/ways.json" => of_ways(document),
        "roles/product.json" => of_catalogue(document),
        _ => {
            let place = match path.strip_prefix("quizzes/").and_then(|name| name.strip_suffix(".json")) {
                Some(quiz) => {
                    Some((format!("{quiz}.html"), format!("{}{}", string(document, "title")?, form(document))))
                }
                None => ON_A_PAGE
                    .iter()
                    .find(|(before, ..)| path.starts_with(before))
                    .map(|(_, page, words)| ((*page).to_owned(), (*words).to_owned())),
            };
            Ok(place.map(|place| (place, document)).into_iter().collect())
        }
    }
}

/// The parts of the pages of roles.
fn of_roles<'d>(life: &'d Value, www: &Path) -> Result<Vec<(Place, &'d Value)>, String> {
    let catalogue = read(www, "roles/product.json")?;
    let mut parts = Vec::new();
    for one in array(life, "roles")? {
        let id = string(one, "role")?;
        let name = string(super::document::entry(&catalogue, "roles", "id", id)?, "name")?;
        parts.extend(of_page(&life::page_of(id), name, one, &OF_ROLES));
    }
    Ok(parts)
}

/// The parts of the pages of ways.
fn of_ways(document: &Value) -> Result<Vec<(Place, &Value)>, String> {
    let order =
        document.get("order").map(|order| (("ways.html#ways".to_owned(), "the steps of every way".to_owned()), order));
    let mut parts: Vec<(Place, &Value)> = order.into_iter().collect();
    for one in array(document, "ways")? {
        parts.extend(of_page(
            &ways::page_of(string(one, "origin")?),
            &ways::title(string(one, "name")?),
            one,
            &OF_WAYS,
        ));
    }
    Ok(parts)
}

/// The parts of one page, whose fields are made into its parts.
fn of_page<'d>(page: &str, name: &str, one: &'d Value, table: &[(&str, &str, &str)]) -> Vec<(Place, &'d Value)> {
    let part = |(field, id, words): &(&str, &str, &str)| {
        Some(((format!("{page}.html#{id}"), format!("{name}: {words}")), one.get(field)?))
    };
    table.iter().filter_map(part).collect()
}

/// The parts of the catalogue: skills, what to learn of them, needs of roles, typical levels of origins.
fn of_catalogue(catalogue: &Value) -> Result<Vec<(Place, &Value)>, String> {
    let mut parts = Vec::new();
    for skill in array(catalogue, "skills")? {
        let name = string(skill, "name")?;
        let of_skill =
            skill.get("sources").map(|sources| (("roles.html".to_owned(), format!("the skill “{name}”")), sources));
        let learn =
            skill.get("learn").map(|learn| (("profile.html".to_owned(), format!("what to learn, “{name}”")), learn));
        parts.extend(of_skill.into_iter().chain(learn));
    }
    for role in array(catalogue, "roles")? {
        let place =
            (format!("{}.html#needs", life::page_of(string(role, "id")?)), format!("{}: needs", string(role, "name")?));
        parts.extend(role.get("needs").map(|needs| (place, needs)));
    }
    for origin in array(catalogue, "origins")? {
        let page = format!("{}.html", ways::page_of(string(origin, "id")?));
        let place = (page, format!("{}: typical levels", ways::title(string(origin, "name")?)));
        parts.extend(origin.get("sources").map(|sources| (place, sources)));
    }
    Ok(parts)
}

/// The rows that a part of a document cites, each once: in lists, and in words that say where a number is from.
fn cited(value: &Value) -> Vec<String> {
    let mut rows = Vec::new();
    let mut add = |row: &str| {
        if is_row(row) && !rows.iter().any(|known| known == row) {
            rows.push(row.to_owned());
        }
    };
    match value {
        Value::String(words) => words.split(' ').for_each(&mut add),
        Value::Array(entries) => entries.iter().flat_map(cited).for_each(|row| add(&row)),
        Value::Object(fields) => fields.values().flat_map(cited).for_each(|row| add(&row)),
        _ => {}
    }
    rows
}

/// Whether this is the name of a row: S, its text, a hyphen, and its number in two digits.
fn is_row(word: &str) -> bool {
    let [b'S', text, b'-', tens, ones] = word.as_bytes() else { return false };
    [text, tens, ones].iter().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{cited, is_row};

    #[test]
    fn rows_are_found_wherever_they_stand() {
        let part =
            serde_json::json!([{ "from": "D3 S2-22" }, { "sources": ["S1-08", "E", "S2-22"], "text": "S1, S1-1" }]);
        assert_eq!(cited(&part), ["S2-22", "S1-08"]);
        assert!(is_row("S5-25") && !is_row("S5-2") && !is_row("S5_25") && !is_row("D3"));
    }
}
