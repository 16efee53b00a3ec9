//! All figures at once: bytes, the page in a browser, the engine on this machine.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::tools::{Outcome, cargo, run};
use crate::{parts, release, serve, sizes, timing};

/// The script that measures the page; `METIER_SITE` tells it the host and port of the release.
const PAGE: &str = "tests/bench/page.mjs";
/// The script that measures it beside other quizzes, and the folder in which those are installed.
const PEERS: (&str, &str) = ("tests/bench/peers.mjs", "tests/bench/peers");
/// What opening, answering, scoring and matching take natively: a benchmark of the root package.
const SESSION: &str = "session";
/// The scripts that time the readers, as the modules: of adverts, and of the slowest texts that anybody can send.
const READERS: [&str; 2] = ["tests/bench/advert.mjs", "tests/bench/reading.mjs"];

/// Prints every figure that can be measured here, and says what the others need.
pub fn run_all(repository: &Path) -> Outcome<()> {
    if !repository.join("www/dist").exists() {
        release::build(repository)?;
    }
    sizes::check(repository)?;
    parts::print(repository)?;
    page(repository)?;
    session(repository)?;
    timing::engine(repository)?;
    readers(repository)
}

/// Measures the page of the release in a browser.
fn page(repository: &Path) -> Outcome<()> {
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) || !repository.join("tests/node_modules").exists() {
        println!("\nLeft out: the page in a browser. It needs Node, and once: npm ci --prefix tests");
        return Ok(());
    }
    let address = serve::start(&repository.join("www/dist"), 0..=0)?;
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    println!();
    let measured = |script: &str| {
        let mut node = Command::new("node");
        node.arg(script).env("METIER_SITE", host).current_dir(repository);
        run(&mut node, "The page could not be measured")
    };
    measured(PAGE)?;
    let (script, folder) = PEERS;
    if repository.join(folder).join("node_modules").exists() {
        return measured(script);
    }
    println!("\nLeft out: the page beside other quizzes. It needs once: npm ci --prefix {folder}");
    Ok(())
}

/// Times the readers, where there is Node.
fn readers(repository: &Path) -> Outcome<()> {
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    READERS.into_iter().try_for_each(|script| {
        println!();
        run(Command::new("node").arg(script).current_dir(repository), &format!("{script} could not be run"))
    })
}

/// Times a quiz natively, to compare with what the page printed for the module.
fn session(repository: &Path) -> Outcome<()> {
    println!();
    let arguments = ["bench", "-q", "--locked", "-p", "metier", "--bench", SESSION];
    run(cargo(repository).args(arguments), "The session could not be timed")
}
