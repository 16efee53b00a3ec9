//! `metier new`: a starter quiz that explains itself.

use crate::Wrong;
use crate::input::print_or_write;
use std::path::Path;

/// A quiz with one item of each kind and a comment wherever an author has to decide something.
const STARTER: &str = include_str!("starter.json");

/// Prints it, or writes it into a file that is not there yet.
pub fn new(output: Option<&Path>) -> Result<(), Wrong> {
    print_or_write(output, STARTER)
}
