//! `metier check`: all problems of documents.

use crate::Wrong;
use crate::input::{Letters, is_saved, print_json, print_text, read_letters, today};
use crate::sort::{Sort, checked};
use crate::words::{hint, print, sentence};
use clap::ValueEnum;
use metier::advert::lexicon;
use metier::problem::{Problem, Severity};
use metier::saved::Saved;
use metier::{quiz, roles::catalogue};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How problems are printed.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs: a list of files with their problems.
    Json,
}

#[derive(Serialize)]
struct Checked {
    file: String,
    problems: Vec<Worded>,
}

#[derive(Serialize)]
struct Worded {
    #[serde(flatten)]
    problem: Problem,
    message: String,
    advice: Option<String>,
}

/// Prints the problems of all files; wrong if any document is rejected.
pub fn check(files: &[PathBuf], format: Format) -> Result<(), Wrong> {
    let checked: Vec<(String, Vec<Problem>)> =
        files.iter().map(|file| (file.display().to_string(), problems(file))).collect();
    let rejected = checked.iter().flat_map(|(_, problems)| problems).any(|problem| problem.severity == Severity::Error);
    match format {
        Format::Text => {
            let mut out = String::new();
            checked.iter().for_each(|(file, problems)| print(&mut out, file, problems));
            print_text(&out)?;
        }
        Format::Json => print_json(&checked.into_iter().map(worded).collect::<Vec<_>>())?,
    }
    if rejected { Err(Wrong) } else { Ok(()) }
}

fn problems(file: &Path) -> Vec<Problem> {
    let (text, encoding) = match read_letters(file, Letters::Unicode) {
        Ok(read) => read,
        Err(problem) => return vec![problem],
    };
    encoding.warning(Letters::Unicode).into_iter().chain(problems_of(&text)).collect()
}

fn problems_of(text: &str) -> Vec<Problem> {
    // Even where it is cut off.
    let sort = if is_saved(text) { Ok(Sort::Profile) } else { checked(text) };
    match sort {
        Ok(Sort::Catalogue) => catalogue::read(text).1,
        Ok(Sort::Lexicon) => lexicon::read(text, catalogue::read(catalogue::SHIPPED).0.as_ref()).1,
        Ok(Sort::Profile) => Saved::open(text, "").map_or_else(|problems| problems, looked_ahead),
        Ok(_) => quiz::read(text).1,
        Err(problem) => vec![problem],
    }
}

/// The problems of a saved profile, with results that are of a day to come.
fn looked_ahead(mut saved: Saved) -> Vec<Problem> {
    today().into_iter().for_each(|today| saved.look_ahead(&today));
    saved.problems
}

fn worded((file, problems): (String, Vec<Problem>)) -> Checked {
    let word = |problem: Problem| Worded { message: sentence(&problem), advice: hint(&problem), problem };
    Checked { file, problems: problems.into_iter().map(word).collect() }
}
