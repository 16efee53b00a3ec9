//! Joins the modules of `www/` into the few files of a release and makes them small.
//!
//! `metier-join WWW OUT ENTRY…`: every ENTRY is a module of WWW that a page or a stranger's tag loads by name; it and
//! every module behind an `import("./…")` or a `new URL("./….js", import.meta.url)` begin one file each in OUT, under
//! their own names and side by side with the WebAssembly modules.
//!
//! `metier-join --alone WWW FILE ENTRY FROM=TO…`: ENTRY and all that it needs, now or later, as one classic script in
//! FILE, with the module TO in the place of each FROM.
//!
//! # Why this and not a bundler
//! Measured in November 2026 with rustc 1.95 on 2 cores, on the player of this repository (about 25 modules and the
//! glue, 118 KB of source); the last column is the player's file, brotli at its best.
//!
//! | way | to compile, processor time | bytes |
//! |---|---|---|
//! | oxc's parser and minifier, joined here | 73 to 94 s, once | 18,538 |
//! | esbuild 0.28 from npm: the yardstick, but `cargo www build` is to need no Node | - | 18,887 |
//! | no short names: spaces, comments and simple syntax only | - | 20,526 |
//! | joined only | - | 23,247 |
//! | rolldown 1.2.16 from crates.io | needs Rust 1.97 | - |
//! | rolldown 1.2.5, its parts pinned by hand to suit Rust 1.95 | 229 s, then does not compile | - |
//! | minify-js 0.6 | 13 s | cannot read `static {}` |
//!
//! The same sources give the same bytes. It is a package of its own because the first `cargo www` should not wait for
//! it.

use std::path::Path;
use std::process::ExitCode;

mod address;
mod chunk;
mod graph;
mod module;
mod pattern;
mod sheet;

/// Runs the join; 0 when every file was written, 1 when the modules do not fit together, 2 when the call is wrong.
fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["--alone", www, file, entry, swaps @ ..] => alone(Path::new(www), Path::new(file), entry, swaps),
        [www, out, ..] => join(Path::new(www), Path::new(out), arguments.get(2..).unwrap_or_default()),
        _ => {
            eprintln!("metier-join [--alone] WWW OUT ENTRY…");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(1)
        }
    }
}

/// Writes `entry` with all that it needs into one `file`; each of `swaps` is `FROM=TO`.
fn alone(www: &Path, file: &Path, entry: &str, swaps: &[&str]) -> Result<(), String> {
    let pair = |swap: &&str| {
        let (from, to) = swap.split_once('=').ok_or_else(|| format!("{swap} must be FROM=TO."))?;
        Ok((from.to_owned(), to.to_owned()))
    };
    let swaps = swaps.iter().map(pair).collect::<Result<graph::Swaps, String>>()?;
    let text = chunk::alone(&graph::Graph::alone(&reader(www), entry, &swaps)?, entry)?;
    std::fs::write(file, text).map_err(|error| format!("{} cannot be written: {error}", file.display()))
}

/// What reads the modules of `www`.
fn reader(www: &Path) -> impl Fn(&str) -> Result<String, String> {
    |path| std::fs::read_to_string(www.join(path)).map_err(|error| format!("{path} cannot be read: {error}"))
}

/// Reads the modules behind `entries` and writes one small file for each entry and each later part.
fn join(www: &Path, out: &Path, entries: &[String]) -> Result<(), String> {
    let graph = graph::Graph::load(&reader(www), entries)?;
    for root in graph.roots() {
        let text = chunk::shrink(root, &chunk::join(&graph, root)?)?;
        std::fs::write(out.join(address::file_name(root)), text)
            .map_err(|error| format!("{root} cannot be written: {error}"))?;
    }
    Ok(())
}
