//! What every verb needs: finding folders, running other programs, and reporting failures.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target that modules are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Why a verb stopped, as the sentence to print and the exit code.
#[derive(Debug)]
pub struct Failure {
    /// One or more plain sentences: what went wrong and what to do.
    pub sentence: String,
    /// 1 when something is missing or wrong, 2 when the call itself is wrong.
    pub code: u8,
}

/// The result of a verb.
pub type Outcome<T> = Result<T, Failure>;

/// Something is missing or wrong.
pub fn failed(sentence: impl Into<String>) -> Failure {
    Failure { sentence: sentence.into(), code: 1 }
}

/// The call is wrong.
pub fn misused(sentence: impl Into<String>) -> Failure {
    Failure { sentence: sentence.into(), code: 2 }
}

/// Adds to an error what was being done when it occurred.
pub trait While<T> {
    /// Turns an error into a failure that begins with `doing`.
    fn while_doing(self, doing: impl Display) -> Outcome<T>;
}

impl<T, E: Display> While<T> for Result<T, E> {
    fn while_doing(self, doing: impl Display) -> Outcome<T> {
        self.map_err(|error| failed(format!("{doing}: {error}")))
    }
}

/// The top of the repository: the nearest folder, from here or from this package upwards, that holds `www/build`.
pub fn repository() -> Outcome<PathBuf> {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = std::env::current_dir().ok();
    let top = package.into_iter().chain(here).find_map(|start| {
        start.ancestors().find(|folder| folder.join("www/build/Cargo.toml").exists()).map(Path::to_path_buf)
    });
    top.ok_or_else(|| failed("This is not the repository: there is no www/build here or above. Change into it first."))
}

/// The cargo that runs this program, to be run at the top of the repository.
pub fn cargo(repository: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(repository);
    command
}

/// Runs `command` to its end; `meaning` is said when it cannot be started or fails.
pub fn run(command: &mut Command, meaning: &str) -> Outcome<()> {
    let status = command.status().while_doing(meaning)?;
    if status.success() { Ok(()) } else { Err(failed(format!("{meaning}: it ended with {status}."))) }
}

/// Adds the module's target to the toolchain if it is not there.
pub fn ensure_target() -> Outcome<()> {
    // Whoever has the standard library built from source needs no ready-made one.
    if std::env::var_os("CARGO_UNSTABLE_BUILD_STD").is_some() || has_target()? {
        return Ok(());
    }
    eprintln!("The target {TARGET} is missing; rustup adds it now.");
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    if added.is_ok_and(|status| status.success()) && has_target()? {
        return Ok(());
    }
    Err(failed(format!(
        "The target {TARGET} is missing and rustup could not add it. With a network: rustup target add {TARGET}\n\
         Without rustup, on Debian: apt-get install rustc-web cargo-web rust-web-src lld, and then, with /usr/bin first \
         in PATH: RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
         CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld cargo www"
    )))
}

/// Whether the compiler has a standard library for the target.
fn has_target() -> Outcome<bool> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
    let output = output.while_doing("rustc cannot be run; rustup (https://rustup.rs) installs it")?;
    Ok(Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

/// Every file below `folder`, as paths from it with `/` between, sorted. Files and folders that begin with a dot are
/// left out; a folder that is not there has no files.
pub fn files(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort_unstable();
    Ok(found)
}

/// Adds the files of `folder`, which is `prefix` from the start, to `found`.
fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Outcome<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let reading = || format!("{} cannot be read", folder.display());
    for entry in std::fs::read_dir(folder).while_doing(reading())? {
        let entry = entry.while_doing(reading())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found)?;
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

/// Writes `content` to `file`, making its folder.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Outcome<()> {
    let writing = format!("{} cannot be written", file.display());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).while_doing(&writing)?;
    }
    std::fs::write(file, content).while_doing(&writing)
}

/// Reads the text of `file`.
pub fn read(file: &Path) -> Outcome<String> {
    std::fs::read_to_string(file).while_doing(format!("{} cannot be read", file.display()))
}

/// Removes `folder` with everything in it, if it exists.
pub fn clear(folder: &Path) -> Outcome<()> {
    if !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).while_doing(format!("{} cannot be removed", folder.display()))
}

/// Bytes as KB (1 KB = 1,024 bytes), to a tenth.
pub fn kilobytes(bytes: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "no file here has 2^52 bytes")]
    let size = bytes as f64 / 1024.0;
    format!("{size:.1}")
}
