//! Whose code the modules are compiled from, as cargo says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use crate::module::MODULES;
use crate::tools::{Outcome, TARGET, While, cargo};

/// What cargo says of all packages, for the target of the modules.
pub fn metadata(repository: &Path) -> Outcome<Value> {
    let mut command = cargo(repository);
    command.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET]);
    let output = command.stderr(Stdio::inherit()).output().while_doing("cargo cannot be run")?;
    serde_json::from_slice(&output.stdout).while_doing("Cargo did not say which packages there are")
}

/// The packages of others that the modules are compiled from, for the target that the metadata are about.
pub fn packages(metadata: &Value) -> Vec<&Value> {
    let list = |value: &'static str, of: &'static str| {
        metadata
            .pointer(value)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(move |one| Some((one.get(of)?.as_str()?, one)))
    };
    let known: BTreeMap<&str, &Value> = list("/packages", "id").collect();
    let nodes: BTreeMap<&str, &Value> = list("/resolve/nodes", "id").collect();
    let name = |id: &str| known.get(id).and_then(|package| package.get("name")?.as_str());
    let mut open: Vec<&str> = known.keys().copied().filter(|id| name(id).is_some_and(is_module)).collect();
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        let needs = nodes.get(id).and_then(|node| node.get("deps")?.as_array()).into_iter().flatten();
        for need in needs.filter(|need| is_compiled_in(need)).filter_map(|need| need.get("pkg")?.as_str()) {
            if known.get(need).is_some_and(|package| !is_macro(package)) && found.insert(need) {
                open.push(need);
            }
        }
    }
    found.into_iter().filter_map(|id| known.get(id).copied()).collect()
}

/// Whether a package is a module of the pages.
fn is_module(package: &str) -> bool {
    package.strip_prefix("metier-").is_some_and(|name| MODULES.iter().any(|module| module.name == name))
}

/// Whether a dependency is one of the library itself and not of its tests or its making.
fn is_compiled_in(need: &Value) -> bool {
    let kinds = need.get("dep_kinds").and_then(Value::as_array);
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind.get("kind").is_none_or(Value::is_null)))
}

/// Whether a package runs in the compiler and leaves no code of its own behind.
fn is_macro(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array).into_iter().flatten();
    targets.filter_map(|target| target.get("kind")?.as_array()).flatten().any(|kind| kind == "proc-macro")
}
