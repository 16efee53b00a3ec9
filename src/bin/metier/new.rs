//! `metier new`: a starter quiz that explains itself.

use crate::Wrong;
use crate::input::{print_text, tell};
use metier::problem::{Code, Naming, Problem, Severity};
use std::io::Write as _;
use std::path::Path;

/// A quiz with one item of each kind and a comment wherever an author has to decide something.
const STARTER: &str = include_str!("starter.json");

/// Prints it, or writes it into a file that is not there yet.
pub fn new(output: Option<&Path>) -> Result<(), Wrong> {
    let Some(path) = output else { return print_text(STARTER) };
    let made = std::fs::File::create_new(path).and_then(|mut file| file.write_all(STARTER.as_bytes()));
    made.map_err(|error| {
        let reason = error.to_string();
        let problem = Problem::plain(Severity::Error, Code::FILE_WRITE, &[("reason", Naming::Text(&reason))], None);
        tell(path, &[problem]);
        Wrong
    })
}
