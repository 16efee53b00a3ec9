//! What the measurement engine costs: natively, inside WebAssembly for size and for speed, beside plain JavaScript and
//! jsCAT.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::module::apart;
use crate::tools::{Outcome, cargo, kilobytes, run, write};

/// The script that gives all engines the same work, and prints the tables.
const SCRIPT: &str = "tests/bench/timing.mjs";
/// The package whose program and module the script drives.
const PACKAGE: &str = "metier-timing";
/// The profile that ships and the one for speed, with what the script is to call their modules.
const PROFILES: [(&str, &str); 2] = [("wasm", "module"), ("wasm-fast", "opt 3")];

/// Builds the engine's loops natively and as modules, and times them.
pub fn engine(repository: &Path) -> Outcome<()> {
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) {
        println!("Left out: the engine's times. They need Node.");
        return Ok(());
    }
    let arguments = ["build", "-q", "--locked", "--release", "-p", PACKAGE, "--bin", PACKAGE];
    run(cargo(repository).args(arguments), "The engine could not be built")?;
    let target = repository.join("target");
    let folder = target.join("timing");
    write(&folder.join("package.json"), "{ \"type\": \"module\" }\n")?;
    let mut script = Command::new("node");
    script.arg(SCRIPT).arg(target.join("release").join(PACKAGE)).current_dir(repository);
    for (profile, name) in PROFILES {
        let bytes = apart(repository, PACKAGE, profile, &folder.join(name))?;
        println!("{name}: {} KB with profile {profile}", kilobytes(bytes.len()));
        script.arg(folder.join(name));
    }
    run(&mut script, "The engine could not be timed")
}
