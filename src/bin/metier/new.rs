//! `metier new`: a starter quiz that explains itself.

use crate::Wrong;
use crate::input::print_text;

/// A quiz with one item of each kind and a comment wherever an author has to decide something.
const STARTER: &str = include_str!("starter.json");

/// Prints it.
pub fn new() -> Result<(), Wrong> {
    print_text(STARTER)
}
