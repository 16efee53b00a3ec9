//! Shared by several files of the suite: the project's files, the built command line, small documents.

use metier::numeric::random::Random;
use metier::quiz::response::read_sheet;
use metier::quiz::view::ItemView;
use metier::report::{Report, report};
use metier::roles::catalogue::{self, Catalogue};
use metier::roles::matching::matching;
use metier::roles::person;
use metier::session::Session;
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The shipped quizzes that measure skills, by the names of their files. What another one counts has tests of its own.
pub const SHIPPED: [&str; 7] = ["negotiation", "pace", "setbacks", "roles", "negotiation-b", "pace-b", "setbacks-b"];

/// The text of a quiz that asks all its questions in a fixed order: the shipped ones that do, and the earlier one of all
/// skills.
pub fn fixed(index: usize) -> String {
    match SHIPPED[index] {
        "roles" => text_of("tests/reference/frozen/roles.json"),
        name => shipped(name),
    }
}

/// A path of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of the project.
pub fn text_of(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A file of the project read as JSON.
pub fn json_of(path: &str) -> Value {
    serde_json::from_str(&text_of(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a shipped quiz.
pub fn shipped(name: &str) -> String {
    text_of(&format!("www/quizzes/{name}.json"))
}

/// The files below a folder of the project, with their paths from it, in order.
pub fn files_below(folder: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    let mut folders = vec![project(folder)];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(project(folder)).unwrap().to_str().unwrap().replace('\\', "/");
                found.push((name, path));
            }
        }
    }
    found.sort();
    found
}

/// A table of comma-separated values: lines that begin with "#" say where it is from; the first other line names the
/// columns.
pub fn table_of(path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text_of(path);
    let mut rows = text.lines().filter(|line| !line.starts_with('#')).map(cells);
    (rows.next().unwrap(), rows.collect())
}

/// The cells of a line; a cell with commas stands in quotation marks.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(character),
        }
    }
    cells
}

/// A file that lives as long as the test.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(bytes: impl AsRef<[u8]>) -> Scratch {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("suite-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&path, bytes).unwrap();
        Scratch(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// The outcome of a call of the command line.
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the built command line in the project's folder.
pub fn metier(words: &[&str], input: impl AsRef<[u8]>) -> Done {
    let mut call = Command::new(env!("CARGO_BIN_EXE_metier"));
    call.args(words).current_dir(project("")).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = call.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // A call that does not read its input closes it early, which is no fault.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Done { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

include!("small.rs");

/// A quiz of these items, with those of the skills `s` and `t` that they are keyed on.
pub fn quiz_of(items: &Value) -> Value {
    let skill = |id: &str| json!({ "id": id, "name": id, "definition": "D", "levels": ["0", "1", "2", "3", "4"] });
    let keyed = |id: &&str| items.to_string().contains(&format!("\"skill\":\"{id}\""));
    let skills: Vec<Value> = ["s", "t"].into_iter().filter(keyed).map(skill).collect();
    json!({
        "format": "metier-quiz/1", "id": "q", "version": "1", "language": "en", "title": "T", "about": "A", "instruction": "best",
        "skills": skills, "items": items, "evidence": { "grade": 0, "note": "N" }
    })
}

/// A session of a document that must be right.
pub fn open(quiz: &str, language: &str, seed: u32) -> Session {
    Session::open(quiz, language, seed).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// A session of a document, with the answers of a sheet that must be right.
pub fn answered(quiz: &Value, answers: &Value) -> Session {
    let mut session = open(&quiz.to_string(), "", 1);
    let (responses, problems) = read_sheet(&answers.to_string(), &session.quiz);
    session.take_up(responses.unwrap_or_else(|| panic!("{problems:#?}")));
    session
}

/// A session that lives as long as the tests, for views and reports, which borrow from it.
pub fn kept(session: Session) -> &'static Session {
    Box::leak(Box::new(session))
}

/// The report of a document and the answers of a sheet.
pub fn reported(quiz: &Value, answers: &Value) -> Report<'static> {
    report(kept(answered(quiz, answers)))
}

/// The shipped catalogue.
pub fn catalogue() -> Catalogue {
    catalogue::read(catalogue::SHIPPED).0.unwrap()
}

/// The report with the match that belongs to it, as `metier score` prints it and the page puts it together.
pub fn whole(session: &Session, catalogue: &Catalogue) -> Value {
    let mut whole = serde_json::to_value(report(session)).unwrap();
    let known = |skill: &Value| match &skill["mean"] {
        Value::Null => json!({ "skill": skill["skill"] }),
        mean => {
            let se = skill.get("standard_error").unwrap_or(&skill["spread"]);
            json!({ "skill": skill["skill"], "mean": mean, "variance": skill["variance"], "level": skill["level"], "se": se })
        }
    };
    let careless = whole["signs"]
        .as_array()
        .unwrap()
        .iter()
        .any(|sign| ["fast", "flat", "random"].iter().any(|code| sign["code"] == *code));
    let skills: Vec<Value> = whole["skills"].as_array().unwrap().iter().map(known).collect();
    let profile = json!({ "skills": skills, "careless": careless });
    let (placed, _) = person::read(&profile.to_string(), catalogue);
    let placed = placed.filter(|placed| placed.asked > 1);
    let found =
        placed.map(|placed| matching(catalogue, &placed, &session.voice.language, session.seed, false).unwrap());
    whole["match"] = serde_json::to_value(found).unwrap();
    whole
}

/// Some answer to an item, as JSON; a tenth are skipped.
pub fn any_answer(item: &ItemView, random: &mut Random) -> Value {
    let mut below = |count: usize| (random.uniform() * count as f64) as usize;
    let ids: Vec<&str> = item.options.iter().map(|option| option.id).collect();
    if below(10) == 0 {
        return Value::Null;
    }
    match item.r#type {
        "single" => json!(ids[below(ids.len())]),
        "multiple" => {
            let count = item.min as usize + below((item.max - item.min) as usize + 1);
            let mut left: Vec<&str> =
                item.options.iter().filter(|option| !option.exclusive).map(|option| option.id).collect();
            json!((0..count).map(|_| left.remove(below(left.len()))).collect::<Vec<_>>())
        }
        "likert" => json!(below(item.points as usize)),
        "frequency" | "statement" => json!(below(item.anchors.iter().len())),
        "judge" => ids.iter().map(|id| ((*id).to_owned(), json!(1 + below(item.points as usize)))).collect(),
        "best-worst" => {
            let best = below(ids.len());
            json!({ "best": ids[best], "worst": ids[(best + 1 + below(ids.len() - 1)) % ids.len()] })
        }
        "rank" => {
            let mut left = ids.clone();
            json!((0..ids.len()).map(|_| left.remove(below(left.len()))).collect::<Vec<_>>())
        }
        "slider" => {
            let (low, high) = (item.low.unwrap(), item.high.unwrap());
            json!(low + item.step * below(((high - low) / item.step) as usize) as f64)
        }
        "number" => json!(
            item.low.unwrap_or(0.0)
                + below(100) as f64 * (item.high.unwrap_or(100.0) - item.low.unwrap_or(0.0)) / 100.0
        ),
        "sort" => ids
            .iter()
            .map(|id| ((*id).to_owned(), json!(item.groups.iter().nth(below(item.groups.iter().len())).unwrap().id)))
            .collect(),
        "text" => json!("ä\u{1f600}".repeat(1 + below(item.max as usize / 2))),
        _ => {
            let mut shares = vec![0; ids.len()];
            (0..item.total).for_each(|_| shares[below(ids.len())] += 1);
            ids.iter().zip(shares).map(|(id, share)| ((*id).to_owned(), json!(share))).collect()
        }
    }
}

/// Some answers to all items of a session.
pub fn any_sheet(session: &Session, seed: u64) -> Value {
    let mut random = Random::new(seed);
    session.view().items.iter().map(|item| (item.id.to_owned(), any_answer(item, &mut random))).collect()
}

#[track_caller]
pub fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not within {within} of {expected}");
}

/// A `single` with those levels.
pub fn single(id: &str, levels: &[f64]) -> Value {
    json!({ "id": id, "type": "single", "prompt": "P", "options": options(levels) })
}

/// Options a, b and so on, keyed with those levels on the skill `s`.
pub fn options(levels: &[f64]) -> Value {
    let option = |(index, level): (usize, &f64)| {
        let id = ["a", "b", "c", "d", "e"][index];
        json!({ "id": id, "text": id, "keys": [{ "skill": "s", "level": level }] })
    };
    levels.iter().enumerate().map(option).collect()
}
