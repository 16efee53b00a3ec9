//! Joins the modules of `www/` into the few files of a release and makes them small.
//!
//! `metier-join WWW OUT ENTRY…`: every ENTRY is a module of WWW that a page or a stranger's tag loads by name; it and
//! every module behind an `import("./…")` or a `new URL("./….js", import.meta.url)` begin one file each in OUT, under
//! their own names and side by side with the WebAssembly modules.
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
    let [www, out, entries @ ..] = arguments.as_slice() else {
        eprintln!("metier-join WWW OUT ENTRY…");
        return ExitCode::from(2);
    };
    match join(Path::new(www), Path::new(out), entries) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(1)
        }
    }
}

/// Reads the modules behind `entries` and writes one small file for each entry and each later part.
fn join(www: &Path, out: &Path, entries: &[String]) -> Result<(), String> {
    let read =
        |path: &str| std::fs::read_to_string(www.join(path)).map_err(|error| format!("{path} cannot be read: {error}"));
    let graph = graph::Graph::load(&read, entries)?;
    for root in graph.roots() {
        let text = chunk::shrink(root, &chunk::join(&graph, root)?)?;
        std::fs::write(out.join(address::file_name(root)), text)
            .map_err(|error| format!("{root} cannot be written: {error}"))?;
    }
    Ok(())
}
