//! The modules that pages load, each with its glue, in `www/pkg`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::failing::fail_at_will;
use crate::identity::PLACE;
use crate::order::alike;
use crate::shrink::{BEGIN, shrink, with_begin};
use crate::tools::{Outcome, TARGET, While, cargo, ensure_target, failed, kilobytes, write};

/// The modules: all that is to be known of them here. Each is the package `metier-NAME` in `www/modules/NAME`.
pub const MODULES: [Module; 4] = [
    Module { name: "player", most: 41 * 1024, what: "the player module" },
    // What comes next in an adaptive quiz is chosen in `whole`, which alone reads such a quiz.
    Module { name: "matcher", most: 37 * 1024 + 512, what: "the matcher, for quizzes of several skills" },
    Module { name: "advert", most: 67 * 1024 + 512, what: "the reader of adverts, for its page" },
    // Some 113.9 KB: the build id within a module moves what brotli makes of it by up to three tenths of a KB.
    Module { name: "whole", most: 115 * 1024, what: "everything, for the profile page and some quizzes" },
];
/// Those that are made to count the steps of reading (`tests/module`): all that reads a stranger's text is in them.
const COUNTED: [&str; 2] = ["advert", "whole"];
/// Those that a quiz is taken with.
const FAILING: [&str; 3] = ["player", "matcher", "whole"];
/// The profile of what is served.
const SERVED: &str = "wasm";

/// A module.
pub struct Module {
    /// The name of its files and of its folder.
    pub name: &'static str,
    /// Bytes by brotli that it may have.
    pub most: usize,
    /// What it is, as the list of caps says it.
    pub what: &'static str,
}

/// What the compiler left behind.
struct Compiled {
    /// The name of the module.
    name: String,
    /// The module as the linker wrote it.
    file: PathBuf,
}

/// Brings `www/pkg` up to date and says what was done; for a release the scripts have a place for the build id, as
/// modules always do.
pub fn build(repository: &Path) -> Outcome<()> {
    ensure_target()?;
    let folder = repository.join("www/pkg");
    let start = Instant::now();
    let compiled = compile(repository, &MODULES.map(|module| module.name), SERVED)?;
    // One module on each processor, as far as they go.
    std::thread::scope(|scope| {
        let binding: Vec<_> = compiled.iter().map(|compiled| scope.spawn(|| renew(compiled, &folder, start))).collect();
        let done = binding.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(failed("wasm-bindgen gave up."))));
        done.collect::<Outcome<Vec<()>>>()
    })?;
    let script =
        format!("/** The build that these scripts belong to. @type {{string}} */\nexport const build = \"{PLACE}\";\n");
    write(&folder.join("build.js"), script)
}

/// Makes of a compiled module its files in `folder`, unless they are of it already.
fn renew(compiled: &Compiled, folder: &Path, start: Instant) -> Outcome<()> {
    let name = &compiled.name;
    let file = folder.join(format!("{name}_bg.wasm"));
    if newer(&file, &compiled.file) {
        println!("{name}: up to date.");
        return Ok(());
    }
    let module = bind(compiled, folder)?;
    if let Some((place, _)) = library().filter(|(place, _)| holds(&module, place)) {
        return Err(failed(format!("{name} holds a folder of this machine: {place}")));
    }
    println!("{name}: built in {:.1} s, {} KB.", start.elapsed().as_secs_f64(), kilobytes(module.len()));
    Ok(())
}

/// Whether a module has these letters somewhere.
fn holds(module: &[u8], letters: &str) -> bool {
    module.windows(letters.len().max(1)).any(|window| window == letters.as_bytes())
}

/// Makes the modules in which the steps of reading are counted in `folder`.
pub fn counted(repository: &Path, folder: &Path) -> Outcome<()> {
    ensure_target()?;
    // The dev profile keeps the debug assertions, which count.
    compile(repository, &COUNTED, "dev")?.iter().try_for_each(|compiled| bind(compiled, folder).map(drop))
}

/// Makes the modules of a quiz with a trap at any allocation (`failing`) in `folder`, and their glue; all else of them is
/// as it is served.
pub fn failing(repository: &Path, folder: &Path) -> Outcome<()> {
    ensure_target()?;
    for compiled in compile(repository, &FAILING, SERVED)? {
        let mut output = bindgen(&compiled, true)?;
        if !fail_at_will(output.wasm_mut()) {
            return Err(failed(format!("{} has no function by which it gets memory.", compiled.name)));
        }
        written(output, &compiled.name, folder)?;
    }
    Ok(())
}

/// Makes a module that is not part of the site, of a package that is more than one, in `folder`; gives its bytes.
pub fn apart(repository: &Path, package: &str, profile: &str, folder: &Path) -> Outcome<Vec<u8>> {
    ensure_target()?;
    let mut command = cargo(repository);
    command.args(["rustc", "--lib", "--crate-type", "cdylib", "-p", package]);
    let compiled = compiled(command, profile)?;
    let module = compiled.first().ok_or_else(|| failed("Cargo did not say where it put the module."))?;
    bind(module, folder)
}

/// The names and bytes of all modules, with the names of their functions.
pub fn named(repository: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    ensure_target()?;
    let compiled = compile(repository, &MODULES.map(|module| module.name), SERVED)?;
    let named =
        |compiled: Compiled| bindgen(&compiled, false).map(|mut output| (compiled.name, output.wasm_mut().emit_wasm()));
    compiled.into_iter().map(named).collect()
}

/// Compiles modules for the browser, the crates that they share once.
fn compile(repository: &Path, modules: &[&str], profile: &str) -> Outcome<Vec<Compiled>> {
    let mut command = cargo(repository);
    command.arg("build").args(modules.iter().map(|module| format!("--package=metier-{module}")));
    compiled(command, profile)
}

/// Runs a cargo that compiles for the browser; gives what it left.
fn compiled(mut cargo: Command, profile: &str) -> Outcome<Vec<Compiled>> {
    cargo.args(["--locked", "--profile", profile, "--target", TARGET, "--message-format", "json-render-diagnostics"]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags());
    let output = cargo.stderr(Stdio::inherit()).output().while_doing("cargo cannot be run")?;
    if !output.status.success() {
        return Err(failed("The modules could not be compiled; what the compiler said stands above."));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().filter_map(left).collect())
}

/// The compiler's flags: those of the caller, and ours. Some rename source files, which a module names where it can
/// panic. This machine's folders are kept out of it, so every machine makes the same bytes, and none tells its user's
/// name; the standard library is called as it is where its sources are not installed; and files of the core are called as they are there, not by the way to them from a module. The last one leaves
/// loops with one counter instead of several that are quicker to step: 0.6 KB less (brotli), and no other arithmetic.
fn flags() -> String {
    let own = std::env::var("CARGO_ENCODED_RUSTFLAGS");
    let own = own.or_else(|_| std::env::var("RUSTFLAGS").map(|flags| flags.replace(' ', "\u{1f}")));
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let renamed = |from: String, to: &str| format!("--remap-path-prefix={from}={to}");
    let core = |module: Module| renamed(format!("www/modules/{}/src/../../../../src", module.name), "src");
    own.into_iter()
        .filter(|flags| !flags.is_empty())
        .chain([renamed(home.display().to_string(), "cargo")])
        .chain(library().map(|(from, to)| renamed(from, &to)))
        .chain(MODULES.map(core))
        .chain(["-Cllvm-args=-disable-lsr".to_owned()])
        .collect::<Vec<_>>()
        .join("\u{1f}")
}

/// Where the sources of the standard library would be installed, and what a compiler without them calls that place.
fn library() -> Option<(String, String)> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let said = |word: &str| {
        let words = if word == "-vV" { vec![word] } else { vec!["--print", word] };
        let output = Command::new(&rustc).args(words).output().ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let (place, version) = (said("sysroot")?, said("-vV")?);
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((format!("{}/lib/rustlib/src/rust", place.trim()), format!("/rustc/{commit}")))
}

/// What a message of cargo says about a module; nothing if it speaks of something else.
fn left(line: &str) -> Option<Compiled> {
    let message: Value = serde_json::from_str(line).ok()?;
    let mut files = message.get("filenames")?.as_array()?.iter().filter_map(Value::as_str);
    let file = files.find(|name| name.ends_with(".wasm"))?;
    let name = message.pointer("/target/name")?.as_str()?;
    Some(Compiled { name: name.trim_start_matches("metier_").to_owned(), file: file.into() })
}

/// Whether `file` is there and at least as new as `source`.
fn newer(file: &Path, source: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    changed(file).is_some_and(|written| Some(written) >= changed(source))
}

/// Makes the module, its glue and their types in `folder` from what the compiler left; gives the module's bytes.
fn bind(compiled: &Compiled, folder: &Path) -> Outcome<Vec<u8>> {
    written(bindgen(compiled, true)?, &compiled.name, folder)
}

/// Writes what wasm-bindgen made into `folder`, less what nothing needs; gives the module's bytes.
fn written(mut output: Output, name: &str, folder: &Path) -> Outcome<Vec<u8>> {
    let glue = output.js().to_owned();
    let glue = with_begin(&shrink(output.wasm_mut(), &glue));
    write(&folder.join(format!("{name}.js")), glue)?;
    // `Symbol.dispose` is younger than the browsers that the pages are for; the glue needs no `realloc`.
    let types = output.ts().unwrap_or_default().lines();
    let types = types.filter(|line| !line.contains("[Symbol.dispose]") && !line.contains("__wbindgen_realloc"));
    write(&folder.join(format!("{name}.d.ts")), types.collect::<Vec<_>>().join("\n") + "\n" + BEGIN)?;
    let bytes = alike(&output.wasm_mut().emit_wasm());
    write(&folder.join(format!("{name}_bg.wasm")), &bytes)?;
    Ok(bytes)
}

/// What wasm-bindgen makes of what the compiler left; the names of functions are for people alone.
fn bindgen(compiled: &Compiled, nameless: bool) -> Outcome<Output> {
    let doing = "wasm-bindgen cannot make the glue";
    Bindgen::new()
        .input_path(&compiled.file)
        .out_name(&compiled.name)
        .web(true)
        .while_doing(doing)?
        // By default it is left out, and `init()` without an argument finds no module.
        .omit_default_module_path(false)
        // An instance that trapped is thrown away for a fresh one.
        .reset_state_function(true)
        .typescript(true)
        .remove_name_section(nameless)
        .remove_producers_section(true)
        .generate_output()
        .while_doing(doing)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COUNTED, FAILING, MODULES, holds, left};
    use crate::tools::{read, repository};

    #[test]
    fn letters_in_a_module_are_found() {
        assert!(holds(b"\0asm a/b/c", "a/b") && !holds(b"\0asm", "a/b") && !holds(b"", "a"));
    }

    #[test]
    fn a_module_is_found_among_the_messages() {
        let line = r#"{"reason":"compiler-artifact","target":{"name":"metier_player"},"filenames":["/t/metier_player.wasm"],"fresh":true}"#;
        let found = left(line).map(|compiled| (compiled.name, compiled.file));
        assert_eq!(found, Some(("player".to_owned(), "/t/metier_player.wasm".into())));
        assert!(left(r#"{"reason":"build-finished","success":true}"#).is_none());
    }

    /// The list is of the folders beside the boundary.
    #[test]
    fn the_list_is_what_stands_in_the_folder() -> Result<(), String> {
        let folder = repository().map_err(|failure| failure.sentence)?.join("www/modules");
        let mut found = BTreeSet::new();
        for entry in std::fs::read_dir(&folder).map_err(|error| error.to_string())? {
            let name = entry.map_err(|error| error.to_string())?.file_name().to_string_lossy().into_owned();
            if name != "boundary" {
                let manifest = read(&folder.join(&name).join("Cargo.toml")).map_err(|failure| failure.sentence)?;
                assert!(manifest.contains("crate-type = [\"cdylib\"]"), "{name}");
                assert!(manifest.contains(&format!("name = \"metier-{name}\"")), "{name}");
                found.insert(name);
            }
        }
        assert_eq!(found, MODULES.iter().map(|module| module.name.to_owned()).collect());
        assert!(COUNTED.iter().chain(&FAILING).all(|name| found.contains(*name)));
        Ok(())
    }
}
