//! `metier simulate`: what a quiz would do, before anybody has taken it.

use crate::Wrong;
use crate::input::{print_json, read_catalogue};
use crate::score::open;
use metier::author::simulate::simulate as run;
use std::io::{IsTerminal, Write};
use std::path::Path;

/// Prints the simulation as JSON; a terminal sees how far it is.
pub fn simulate(quiz: &Path, roles: Option<&Path>, people: u32, seed: u32) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let mut session = open(quiz, seed, "")?;
    let shown = std::io::stderr().is_terminal();
    let mut progress = |done: u32| {
        if shown && (done.is_multiple_of(10) || done == people) {
            let end = if done == people { "\n" } else { "" };
            let _ = write!(std::io::stderr(), "\r{done} of {people}{end}");
        }
    };
    print_json(&run(&mut session, &catalogue, people, seed, &mut progress))
}
