//! The engine as WebAssembly modules, each with its glue, in `www/pkg`.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use serde_json::Value;
use wasm_bindgen_cli_support::{Bindgen, Output};

use crate::identity::PLACE;
use crate::shrink::{BEGIN, shrink, with_begin};
use crate::tools::{Outcome, TARGET, While, cargo, ensure_target, failed, kilobytes, write};

/// The modules made from the one library.
pub const MODULES: [Recipe; 5] = [
    Recipe::of("player", ""),
    Recipe::of("full", "full"),
    Recipe::of("matcher", "matcher"),
    Recipe::of("profile", "profile"),
    Recipe::of("advert", "advert"),
];

/// The one in which the steps of reading are counted (`tests/module`): all that reads a stranger's text is in it.
const COUNTED: Recipe = Recipe { profile: "counted", ..Recipe::of("counted", "profile advert") };

/// How a module is made.
#[derive(Clone, Copy)]
pub struct Recipe {
    /// The name of its files.
    pub name: &'static str,
    /// The package whose library it is.
    pub package: &'static str,
    /// The features that it is built with.
    pub features: &'static str,
    /// The profile that it is built with.
    pub profile: &'static str,
}

impl Recipe {
    /// A module of the engine as it ships.
    const fn of(name: &'static str, features: &'static str) -> Recipe {
        Recipe { name, package: "metier", features, profile: "wasm" }
    }
}

/// What the compiler left behind.
struct Compiled {
    /// The module as the linker wrote it.
    file: PathBuf,
    /// Whether it was there already.
    unchanged: bool,
}

/// Brings `www/pkg` up to date and says what was done; for a release with a place for the build id.
pub fn build(repository: &Path, release: bool) -> Outcome<()> {
    let id = release.then_some(PLACE);
    ensure_target()?;
    for recipe in MODULES {
        let name = recipe.name;
        let start = Instant::now();
        let compiled = compile(repository, recipe, id)?;
        let file = repository.join(format!("www/pkg/{name}_bg.wasm"));
        if compiled.unchanged && newer(&file, &compiled.file) {
            println!("{name}: up to date.");
            continue;
        }
        let bytes = bind(name, &compiled.file, &file)?.len();
        println!("{name}: built in {:.1} s, {} KB.", start.elapsed().as_secs_f64(), kilobytes(bytes));
    }
    let id = id.unwrap_or("development");
    let script = format!("/** The build that these scripts belong to. @type {{string}} */\nexport const build = \"{id}\";\n");
    write(&repository.join("www/pkg/build.js"), script)
}

/// Makes the module in which the steps of reading are counted in `folder`.
pub fn counted(repository: &Path, folder: &Path) -> Outcome<()> {
    apart(repository, COUNTED, folder).map(drop)
}

/// Makes a module that is not part of the site in `folder`; gives its bytes.
pub fn apart(repository: &Path, recipe: Recipe, folder: &Path) -> Outcome<Vec<u8>> {
    ensure_target()?;
    let compiled = compile(repository, recipe, None)?;
    bind(recipe.name, &compiled.file, &folder.join(format!("{}_bg.wasm", recipe.name)))
}

/// The bytes of a module whose functions still have their names.
pub fn named(repository: &Path, recipe: Recipe) -> Outcome<Vec<u8>> {
    ensure_target()?;
    let compiled = compile(repository, recipe, None)?;
    let mut output = bindgen(recipe.name, &compiled.file, false)?;
    Ok(output.wasm_mut().emit_wasm())
}

/// Compiles a library for the browser; `id` is what its `build()` will answer.
fn compile(repository: &Path, recipe: Recipe, id: Option<&str>) -> Outcome<Compiled> {
    let Recipe { name, package, features, profile } = recipe;
    let mut command = cargo(repository);
    command.args(["rustc", "--locked", "--lib", "--crate-type", "cdylib", "--profile", profile, "--target", TARGET]);
    command.args(["--no-default-features", "--features", features, "-p", package]);
    command.args(["--message-format", "json-render-diagnostics"]);
    command.env("CARGO_ENCODED_RUSTFLAGS", flags());
    // Keeps the modules apart in cargo's store, where a library of this kind otherwise has one place whatever its
    // features. A cargo that no longer hears this compiles both each time: slower, and as right.
    command.env("__CARGO_DEFAULT_LIB_METADATA", name);
    match id {
        Some(id) => command.env("METIER_BUILD", id),
        None => command.env_remove("METIER_BUILD"),
    };
    let output = command.stderr(Stdio::inherit()).output().while_doing("cargo cannot be run")?;
    if !output.status.success() {
        return Err(failed("The module could not be compiled; what the compiler said stands above."));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    messages.lines().rev().find_map(compiled).ok_or_else(|| failed("Cargo did not say where it put the module."))
}

/// The compiler's flags: those of the caller, and two of ours. One keeps this machine's folders out of the module, which names
/// source files where it can panic: so every machine makes the same bytes, and none tells its user's name. The other leaves
/// loops with one counter instead of several that are quicker to step: 0.6 KB less (brotli), and no other arithmetic.
fn flags() -> String {
    let own = std::env::var("CARGO_ENCODED_RUSTFLAGS");
    let own = own.or_else(|_| std::env::var("RUSTFLAGS").map(|flags| flags.replace(' ', "\u{1f}")));
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let remap = format!("--remap-path-prefix={}=cargo", home.display());
    own.into_iter()
        .filter(|flags| !flags.is_empty())
        .chain([remap, "-Cllvm-args=-disable-lsr".to_owned()])
        .collect::<Vec<_>>()
        .join("\u{1f}")
}

/// What a message of cargo says about the module; nothing if it speaks of something else.
fn compiled(line: &str) -> Option<Compiled> {
    let message: Value = serde_json::from_str(line).ok()?;
    let mut files = message.get("filenames")?.as_array()?.iter().filter_map(Value::as_str);
    let file = files.find(|name| name.ends_with(".wasm"))?;
    Some(Compiled { file: file.into(), unchanged: message.get("fresh")?.as_bool()? })
}

/// Whether `file` is there and at least as new as `source`.
fn newer(file: &Path, source: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified()).ok();
    changed(file).is_some_and(|written| Some(written) >= changed(source))
}

/// Makes `module`, its glue and their types from what the compiler left; gives the module's bytes.
fn bind(name: &str, compiled: &Path, module: &Path) -> Outcome<Vec<u8>> {
    let mut output = bindgen(name, compiled, true)?;
    let glue = output.js().to_owned();
    let glue = with_begin(&shrink(output.wasm_mut(), &glue));
    write(&module.with_file_name(format!("{name}.js")), glue)?;
    // `Symbol.dispose` is younger than the browsers that the pages are for.
    let types = output.ts().unwrap_or_default().lines().filter(|line| !line.contains("[Symbol.dispose]"));
    write(&module.with_file_name(format!("{name}.d.ts")), types.collect::<Vec<_>>().join("\n") + "\n" + BEGIN)?;
    let bytes = output.wasm_mut().emit_wasm();
    write(module, &bytes)?;
    Ok(bytes)
}

/// What wasm-bindgen makes of what the compiler left; the names of functions are for people alone.
fn bindgen(name: &str, compiled: &Path, nameless: bool) -> Outcome<Output> {
    let doing = "wasm-bindgen cannot make the glue";
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
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
    use super::compiled;

    #[test]
    fn the_module_is_found_among_the_messages() {
        let line = r#"{"reason":"compiler-artifact","filenames":["/t/metier.d","/t/metier.wasm"],"fresh":true}"#;
        let found = compiled(line).map(|compiled| (compiled.file, compiled.unchanged));
        assert_eq!(found, Some(("/t/metier.wasm".into(), true)));
        assert!(compiled(r#"{"reason":"build-finished","success":true}"#).is_none());
    }
}
