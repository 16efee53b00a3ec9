//! Imports point one way, and the core computes and does nothing else: both are read from the sources.

use crate::support::files_below;
use std::collections::{BTreeMap, BTreeSet};

/// The layers of the library: each may use those before it.
const LAYERS: [&str; 18] = [
    "closed",
    "steps",
    "problem",
    "numeric",
    "text",
    "quiz",
    "model",
    "estimate",
    "precision",
    "quality",
    "roles",
    "select",
    "session",
    "report",
    "sitting",
    "saved",
    "advert",
    "author",
];

/// Pairs that the order would allow and the design does not: what is said of skills knows no roles, and numbers no
/// problems.
const APART: [(&str, &str); 2] = [("report", "roles"), ("numeric", "problem")];

/// Crates of the browser, for the modules alone.
const BROWSER: [&str; 5] = ["wasm_bindgen", "js_sys", "web_sys", "serde_wasm_bindgen", "lol_alloc"];

/// Packages that may name them: the modules, and a benchmark that is one.
const MODULES: [&str; 2] = ["www/modules/", "tests/bench/timing/"];

/// Parts of the standard library that deal with the world outside.
const OUTSIDE: [&str; 7] = ["time", "fs", "net", "thread", "env", "process", "io"];

/// What would keep state between calls, or differ from machine to machine or from run to run.
const UNSTEADY: [&str; 10] = [
    "LazyLock",
    "OnceLock",
    "thread_local",
    "static mut",
    "Atomic",
    "Mutex",
    "HashMap",
    "HashSet",
    "mul_add",
    "SystemTime",
];

/// Functions of the standard library whose last bits are the machine's own; `libm` has them for all.
const INEXACT: [&str; 10] =
    [".exp(", ".ln(", ".log2(", ".log10(", ".powf(", ".powi(", ".sin(", ".cos(", ".tanh(", ".cbrt("];

/// Files that deal with the world outside: the command line and the build script.
fn is_outside(file: &str) -> bool {
    file.starts_with("bin/") || file == "build.rs"
}

/// The code of a file alone: comments, strings and characters are blanked.
fn code_of(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r#\"") {
            rest.find("\"#").map_or(rest.len(), |end| end + 2)
        } else if first == '"' {
            string_length(rest)
        } else if first == '\'' {
            character_length(rest)
        } else {
            code.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        };
        code.push(' ');
        rest = &rest[length..];
    }
    code
}

/// Length of the string literal at the start.
fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match byte {
            b'"' if !escaped => return at + 1,
            b'\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// Length of the character literal at the start, or of the tick of a lifetime.
fn character_length(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((second, _))) => rest[second + 1..].find('\'').map_or(1, |end| second + end + 2),
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 1,
    }
}

/// The first words of all paths that begin with `root::`, groups in braces included.
fn paths(code: &str, root: &str) -> Vec<String> {
    let mut found = Vec::new();
    let start = format!("{root}::");
    for (at, _) in code.match_indices(&start) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(entries(group)),
            None => found.push(word(rest)),
        }
    }
    found
}

/// The first word of each entry of a group, of which the opening brace is gone.
fn entries(group: &str) -> Vec<String> {
    let (mut depth, mut found, mut entry) = (0, Vec::new(), String::new());
    for character in group.chars() {
        match character {
            '}' if depth == 0 => break,
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => found.push(word(std::mem::take(&mut entry).trim())),
            _ => entry.push(character),
        }
    }
    found.push(word(entry.trim()));
    found.retain(|word| !word.is_empty());
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The layer that a file belongs to.
fn layer_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or_default()
}

/// Everything that `super::super…` reaches at the root of the crate from a file.
fn reached_upwards(file: &str, code: &str) -> Vec<String> {
    let depth = file.matches('/').count() + 1;
    paths(code, &vec!["super"; depth].join("::"))
}

/// The crates of the browser that a text names, in code or in a manifest.
fn browsers(text: &str) -> impl Iterator<Item = &'static str> {
    let text = text.replace('-', "_");
    // What binds modules runs on the machine that builds them.
    let text = text.replace("wasm_bindgen_cli_support", "");
    BROWSER.into_iter().filter(move |name| text.contains(name))
}

/// What is wrong with the imports of a file of `src/`, and with what it does.
fn faults(file: &str, source: &str) -> Vec<String> {
    let code = code_of(source);
    let tested = code.find("#[cfg(test)]\nmod").unwrap_or(code.len());
    let mut faults = Vec::new();
    let layer = layer_of(file);
    let rank = LAYERS.iter().position(|known| *known == layer);
    if rank.is_none() && !matches!(file, "lib.rs" | "layers.rs" | "build.rs") && !file.starts_with("bin/") {
        faults.push(format!("{file}: the layer {layer} has no place in the order"));
    }
    if let Some(rank) = rank {
        let mut used = paths(&code, "crate");
        used.extend(reached_upwards(file, &code[..tested]));
        // The macro of text/record.rs stands at the root, as macros do.
        for used in used.iter().map(|used| if used == "record" { "text" } else { used }) {
            match LAYERS.iter().position(|known| *known == used) {
                None => faults.push(format!("{file} uses {used}, which has no place in the order")),
                Some(other) if other > rank => faults.push(format!("{file} uses {used}, which comes after {layer}")),
                Some(_) if APART.contains(&(layer, used)) => {
                    faults.push(format!("{file} uses {used}, which is apart from {layer}"))
                }
                Some(_) => {}
            }
        }
    }
    faults.extend(browsers(&code).map(|name| format!("{file} names {name}, which is for the modules")));
    if !is_outside(file) {
        let outside = paths(&code, "std").into_iter().filter(|part| OUTSIDE.contains(&part.as_str()));
        faults.extend(outside.map(|part| {
            format!("{file} uses std::{part}: the core has no clock, file, network, thread or environment")
        }));
        // Steps are counted in debug builds alone, and nothing in the core reads the count.
        let steady = if file == "steps.rs" { "thread_local" } else { "" };
        let unsteady =
            UNSTEADY.iter().chain(&INEXACT).filter(|name| **name != steady && code[..tested].contains(**name));
        faults.extend(
            unsteady.map(|name| format!("{file} uses {name}: the same input would not always give the same bits")),
        );
    }
    faults
}

#[test]
fn imports_point_one_way_and_the_core_only_computes() {
    let mut seen = 0;
    let mut found = Vec::new();
    for (file, path) in files_below("src").into_iter().filter(|(file, _)| file.ends_with(".rs")) {
        seen += 1;
        found.extend(faults(&file, &std::fs::read_to_string(path).unwrap()));
    }
    assert!(seen > 30, "only {seen} sources were found");
    assert!(found.is_empty(), "{found:#?}");
}

/// What a manifest asks for; what it only lists for others (`[workspace.dependencies]`) left out.
fn asked(manifest: &str) -> String {
    let sections = format!("\n{manifest}");
    let sections = sections.split("\n[").filter(|section| !section.starts_with("workspace."));
    let lines = sections.flat_map(str::lines).filter(|line| !line.starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

/// No package but the modules asks for a crate of the browser, on any target.
#[test]
fn only_the_modules_know_a_browser() {
    let folders = ["", "www/build/", "www/build/join/", "www/modules/", "tests/bench/", "tests/fuzz/"];
    let manifests: BTreeSet<String> = folders
        .into_iter()
        .flat_map(|folder| match folder {
            "www/modules/" | "tests/bench/" => {
                let found = files_below(folder).into_iter().filter(|(file, _)| file.ends_with("Cargo.toml"));
                found.map(|(file, _)| format!("{folder}{file}")).collect()
            }
            _ => vec![format!("{folder}Cargo.toml")],
        })
        .collect();
    let knowing: Vec<_> =
        manifests.iter().filter(|path| browsers(&asked(&crate::support::text_of(path))).next().is_some()).collect();
    assert!(knowing.len() > 4, "{knowing:?}");
    assert!(knowing.iter().all(|path| MODULES.iter().any(|folder| path.starts_with(folder))), "{knowing:?}");
    assert_eq!(
        manifests.len(),
        crate::support::text_of("Cargo.lock").matches("\nname = \"metier").count(),
        "{manifests:?}"
    );
}

/// What the files of one folder use of each other, by their names: file -> files.
fn neighbours(folder: &str, sources: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let own = |file: &str| {
        file.strip_prefix(folder)?
            .strip_prefix('/')?
            .strip_suffix(".rs")
            .filter(|name| !name.contains('/'))
            .map(str::to_owned)
    };
    let files: BTreeSet<String> = sources.iter().filter_map(|(file, _)| own(file)).collect();
    let inside = format!("crate::{}", folder.replace('/', "::"));
    let uses = |(file, source): &(String, String)| {
        let name = own(file)?;
        let code = code_of(source);
        let code = &code[..code.find("#[cfg(test)]\nmod").unwrap_or(code.len())];
        let used = paths(code, "super")
            .into_iter()
            .chain(paths(code, &inside))
            .filter(|used| files.contains(used) && *used != name);
        let used = used.collect();
        Some((name, used))
    };
    sources.iter().filter_map(uses).collect()
}

/// A cycle of imports; nothing where there is none.
fn circle(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn search(
        graph: &BTreeMap<String, BTreeSet<String>>,
        at: &str,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> bool {
        if let Some(from) = way.iter().position(|seen| seen == at) {
            way.drain(..from);
            return true;
        }
        if !done.insert(at.to_owned()) {
            return false;
        }
        way.push(at.to_owned());
        let found = graph.get(at).into_iter().flatten().any(|next| search(graph, next, way, done));
        if !found {
            way.pop();
        }
        found
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|file| {
        let mut way = Vec::new();
        search(graph, file, &mut way, &mut done).then_some(way)
    })
}

/// Within a folder too, imports point one way: no file uses one that uses it.
#[test]
fn no_room_goes_round_in_a_circle() {
    let sources: Vec<(String, String)> = files_below("src")
        .into_iter()
        .filter(|(file, _)| file.ends_with(".rs"))
        .map(|(file, path)| (file, std::fs::read_to_string(path).unwrap()))
        .collect();
    let folders: BTreeSet<&str> = sources.iter().filter_map(|(file, _)| Some(file.rsplit_once('/')?.0)).collect();
    assert!(folders.len() > 12, "{folders:?}");
    let circles: Vec<_> =
        folders.iter().filter_map(|folder| Some((folder, circle(&neighbours(folder, &sources))?))).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// The test can fail: a file that uses itself by way of others.
#[test]
fn a_circle_is_found() {
    let source = |file: &str, text: &str| (file.to_owned(), text.to_owned());
    let mut sources = vec![
        source("a/one.rs", "use super::two::X;"),
        source("a/two.rs", "use crate::a::three::Y;"),
        source("a/three.rs", "fn f() {}"),
    ];
    assert_eq!(circle(&neighbours("a", &sources)), None);
    sources.push(source("a/three.rs", "use super::{one, FULL};"));
    assert_eq!(circle(&neighbours("a", &sources)).map(|way| way.len()), Some(3));
}

/// The modules in the crate's own list stand in the order of the layers.
#[test]
fn the_map_shows_the_order_of_the_layers() {
    let map = crate::support::text_of("src/lib.rs");
    let modules =
        map.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    assert_eq!(modules.collect::<Vec<_>>(), LAYERS);
    // The modules of the page have the same core.
    let items = |text: &str| {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("//"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let core = items(&map[map.find("\npub mod ").unwrap()..]);
    assert_eq!(items(&crate::support::text_of("src/layers.rs")), core);
}

/// The checker can fail: one small file for each fault.
#[test]
fn the_checker_finds_what_it_looks_for() {
    for (file, source, fault) in [
        ("quiz/view.rs", "use crate::report::Report;", "quiz/view.rs uses report, which comes after quiz"),
        (
            "text/json.rs",
            "use crate::{problem::Problem, quiz::{Item, Quiz}};",
            "text/json.rs uses quiz, which comes after text",
        ),
        (
            "model/answering.rs",
            "fn f() { super::super::session::SEED; }",
            "model/answering.rs uses session, which comes after model",
        ),
        ("model.rs", "use super::estimate;", "model.rs uses estimate, which comes after model"),
        ("report.rs", "let x = crate::roles::fit::shares(y);", "report.rs uses roles, which is apart from report"),
        ("share.rs", "", "share.rs: the layer share has no place in the order"),
        ("session.rs", "use crate::share::Share;", "session.rs uses share, which has no place in the order"),
        ("quiz.rs", "fn f(x: wasm_bindgen::JsValue) {}", "quiz.rs names wasm_bindgen, which is for the modules"),
        (
            "numeric.rs",
            "use std::{fmt, time::Instant};",
            "numeric.rs uses std::time: the core has no clock, file, network, thread or environment",
        ),
        (
            "report.rs",
            "fn f(x: f64) -> f64 { x.exp() }",
            "report.rs uses .exp(: the same input would not always give the same bits",
        ),
    ] {
        assert_eq!(faults(file, source), [fault], "{file}: {source}");
    }
    for (file, source) in [
        ("quiz/view.rs", "// use crate::report::Report;\nuse super::document::Quiz;"),
        ("quiz/view.rs", "const NAME: &str = \"crate::report\"; const MARK: char = '\"'; const OTHER: u8 = b'\\'';"),
        ("report.rs", "use crate::session::Session;\nuse crate::model::{self, Observation};"),
        ("bin/metier/input.rs", "use std::fs::read;"),
        ("numeric/random.rs", "use super::sqrt;\nuse libm::{exp, log};"),
    ] {
        assert_eq!(faults(file, source), [""; 0], "{file}: {source}");
    }
}
