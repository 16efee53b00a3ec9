//! libFuzzer: built, called, and read.

use metier_fuzz::changes::{NUMBERS, PIECES};
use metier_fuzz::{Target, corpus, project};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the compiler adds to every block and every comparison, so that libFuzzer sees them.
const PASSES: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];
/// The longest input, in bytes: what lies deep is reached by short ones, and they are read sooner.
const LONGEST: usize = 6_000;
/// Nothing takes nearly so many seconds: whatever does not end. Slow reading fails by its steps, not by this.
const HANGS: u32 = 60;
/// Schemas, whose words are those of the documents.
const SCHEMAS: [&str; 1] = ["www/schema"];

/// The program that is guided.
pub struct Guide {
    program: PathBuf,
    folder: PathBuf,
}

/// What a run said of itself.
pub struct Run {
    /// Inputs that were run.
    pub executions: u64,
    /// Edges that were reached: ways from one block to the next.
    pub edges: u64,
    /// Inputs that reach something that no others do.
    pub found: usize,
    /// The input that failed.
    pub failed: Option<PathBuf>,
}

impl Guide {
    /// Builds the program, in a folder of its own.
    pub fn build() -> Result<Guide, String> {
        let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".into());
        if Command::new(&compiler).arg("--version").output().is_err() {
            return Err(format!("missing: {compiler}, a C++ compiler; on Debian: apt-get install g++"));
        }
        let folder = project("target/fuzz");
        let host = host()?;
        let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args([
                "build",
                "--quiet",
                "--locked",
                "--package",
                "metier-fuzz",
                "--bin",
                "guided",
                "--features",
                "guided",
            ])
            .args(["--profile", "fuzz", "--target", &host, "--target-dir"])
            .arg(&folder)
            .env("CARGO_ENCODED_RUSTFLAGS", PASSES.join("\u{1f}"))
            .current_dir(project(""))
            .status();
        if !built.is_ok_and(|status| status.success()) {
            return Err("the guided program could not be built".into());
        }
        Ok(Guide { program: folder.join(host).join("fuzz/guided"), folder })
    }

    /// Fuzzes a target from its seeds, its corpus and what earlier runs have found.
    pub fn fuzz(&self, target: &Target, seconds: u32, seed: u32) -> Run {
        let (found, given) = (self.fresh_or_kept("found", target), self.given(target));
        let failed = self.folder.join("failed");
        std::fs::create_dir_all(&failed).unwrap();
        let dictionary = self.dictionary();
        let output = self
            .called(target)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-seed={seed}"))
            .arg(format!("-dict={}", dictionary.display()))
            .arg(format!("-artifact_prefix={}/{}-", failed.display(), target.name))
            .args([format!("-timeout={HANGS}"), "-rss_limit_mb=2048".into(), "-print_final_stats=1".into()])
            .args([&found, &given])
            .output()
            .expect("the guided program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        std::fs::write(self.folder.join(format!("{}.log", target.name)), said.as_bytes()).unwrap();
        let after = |mark: &str| said.rsplit_once(mark).map(|(_, rest)| rest.split_whitespace().next().unwrap_or(""));
        let number = |mark: &str| after(mark).and_then(|number| number.parse().ok()).unwrap_or(0);
        let kept = after("Test unit written to ").map(PathBuf::from);
        let log = || self.folder.join(format!("{}.log", target.name));
        Run {
            executions: number("stat::number_of_executed_units:"),
            edges: number("cov: "),
            found: std::fs::read_dir(&found).map_or(0, Iterator::count),
            failed: (!output.status.success()).then(|| kept.unwrap_or_else(log)),
        }
    }

    /// Of all inputs that a target has, a least set that reaches what all of them reach and its seeds do not.
    pub fn least(&self, target: &Target) -> Vec<String> {
        let least = self.fresh("least", target);
        let seeds: BTreeSet<Vec<u8>> = seeds(target).into_iter().collect();
        fill(&least, seeds.iter().cloned());
        let output = self
            .called(target)
            .args(["-set_cover_merge=1", "-use_counters=0"])
            .args([&least, &self.given(target), &self.fresh_or_kept("found", target)])
            .output()
            .expect("the guided program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let texts = inputs(&least).into_iter().filter(|input| !seeds.contains(input));
        texts.map(|input| String::from_utf8_lossy(&input).into_owned()).collect()
    }

    fn called(&self, target: &Target) -> Command {
        let mut command = Command::new(&self.program);
        command.env("METIER_FUZZ_TARGET", target.name).current_dir(&self.folder).arg(format!("-max_len={LONGEST}"));
        command
    }

    /// A folder with a target's seeds and its corpus.
    fn given(&self, target: &Target) -> PathBuf {
        let folder = self.fresh("given", target);
        let kept = corpus::kept(target.name).into_iter().map(|kept| kept.input.into_bytes());
        fill(&folder, seeds(target).into_iter().chain(kept));
        folder
    }

    /// An empty folder.
    fn fresh(&self, name: &str, target: &Target) -> PathBuf {
        let folder = self.folder.join(name).join(target.name);
        let _ = std::fs::remove_dir_all(&folder);
        self.fresh_or_kept(name, target)
    }

    fn fresh_or_kept(&self, name: &str, target: &Target) -> PathBuf {
        let folder = self.folder.join(name).join(target.name);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    /// Writes the dictionary: the words of the schemas, numbers at which something may turn, and pieces.
    fn dictionary(&self) -> PathBuf {
        let mut words: BTreeSet<String> = NUMBERS.iter().chain(&PIECES).map(|&word| word.to_owned()).collect();
        for folder in SCHEMAS {
            let texts = inputs(&project(folder)).into_iter().map(|text| String::from_utf8_lossy(&text).into_owned());
            texts.for_each(|text| words.extend(quoted(&text)));
        }
        let escaped = |word: &String| word.bytes().map(|byte| format!("\\x{byte:02x}")).collect::<String>();
        let lines: String = words.iter().map(|word| format!("\"{}\"\n", escaped(word))).collect();
        let file = self.folder.join("dictionary");
        std::fs::write(&file, lines).unwrap();
        file
    }
}

/// Seeds that are not longer than an input may be: a longer one would be cut.
fn seeds(target: &Target) -> Vec<Vec<u8>> {
    (target.seeds)().into_iter().filter(|seed| seed.len() <= LONGEST).collect()
}

/// The words of a text of JSON that stand between quotation marks and are names.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    let name = |word: &&str| {
        (1..=24).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    text.split('"').skip(1).step_by(2).filter(name).map(|word| format!("\"{word}\""))
}

fn fill(folder: &Path, inputs: impl Iterator<Item = Vec<u8>>) {
    for (index, input) in inputs.enumerate() {
        std::fs::write(folder.join(format!("{index:04}")), input).unwrap();
    }
}

/// What is in the files of a folder.
fn inputs(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.filter_map(|entry| std::fs::read(entry.ok()?.path()).ok()).collect()
}

/// The machine for which the compiler builds: named, so that build scripts are built without counters.
fn host() -> Result<String, String> {
    let said = Command::new("rustc").arg("-vV").output().map_err(|error| format!("rustc: {error}"))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc names no host".into())
}
