//! The bill of materials of a release (CycloneDX 1.6): whose code is compiled into the modules, of which version, under
//! which licence, and with which checksum the registry gave it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::inventory::packages;
use crate::tools::{Outcome, failed};

/// The name of the file in the release.
pub const FILE: &str = "bom.json";

/// The text of the file, for this version of Metier; `lock` is what cargo has locked.
pub fn text(metadata: &Value, lock: &str, version: &str) -> Outcome<String> {
    let checksums = checksums(lock);
    let parts = packages(metadata);
    let components = parts.into_iter().map(|package| component(package, &checksums)).collect::<Outcome<Vec<_>>>()?;
    let bom = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "metier", "name": "metier", "version": version,
            "licenses": [{ "expression": "(MIT OR Apache-2.0) AND CC-BY-4.0" }],
        } },
        "components": components,
    });
    Ok(format!("{bom:#}\n"))
}

/// One package of others.
fn component(package: &Value, checksums: &BTreeMap<(&str, &str), &str>) -> Outcome<Value> {
    let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, version) = (field("name"), field("version"));
    let checksum = checksums.get(&(name, version)).ok_or_else(|| {
        failed(format!("{name} {version} is compiled into the modules, and Cargo.lock has no checksum of it."))
    })?;
    let address = format!("pkg:cargo/{name}@{version}");
    Ok(json!({
        "type": "library", "bom-ref": address, "name": name, "version": version, "purl": address,
        "licenses": [{ "expression": field("license").replace('/', " OR ") }],
        "hashes": [{ "alg": "SHA-256", "content": checksum }],
    }))
}

/// The checksums in a Cargo.lock, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let packages = lock.split("[[package]]").skip(1);
    let found = packages.filter_map(|package| {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = \""))?;
            line.strip_suffix('"')
        };
        Some(((field("name")?, field("version")?), field("checksum")?))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{checksums, text};

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n\n\
        [[package]]\nname = \"own\"\nversion = \"0.1.0\"\n";

    #[test]
    fn packages_of_a_registry_have_their_checksum() {
        let found = checksums(LOCK);
        assert_eq!(found.get(&("a", "1.0.0")), Some(&"ab"));
        assert_eq!(found.len(), 1, "our own have none");
    }

    #[test]
    fn every_part_of_the_modules_is_listed_with_licence_and_checksum() -> Result<(), String> {
        let repository = crate::tools::repository().map_err(|failure| failure.sentence)?;
        let metadata = crate::inventory::metadata(&repository).map_err(|failure| failure.sentence)?;
        let lock = std::fs::read_to_string(repository.join("Cargo.lock")).map_err(|error| error.to_string())?;
        let bom = text(&metadata, &lock, "1.2.3").map_err(|failure| failure.sentence)?;
        let bom: Value = serde_json::from_str(&bom).map_err(|error| error.to_string())?;
        let components = bom.get("components").and_then(Value::as_array).ok_or("no components")?;
        let names: Vec<_> = components.iter().filter_map(|one| one.get("name")?.as_str()).collect();
        assert!(["wasm-bindgen", "serde", "libm"].iter().all(|name| names.contains(name)), "{names:?}");
        assert!(!names.contains(&"clap"), "no part of a module");
        for component in components {
            let licence = component.pointer("/licenses/0/expression").and_then(Value::as_str).unwrap_or_default();
            let hash = component.pointer("/hashes/0/content").and_then(Value::as_str).unwrap_or_default();
            assert!(licence.contains("MIT") && hash.len() == 64, "{component}");
        }
        Ok(())
    }
}
