//! `metier new`: a starter quiz that explains itself.

use crate::Wrong;
use std::io::Write;

/// A quiz with one item of each kind and a comment wherever an author has to decide something.
const STARTER: &str = include_str!("starter.json");

/// Prints it.
pub fn new() -> Result<(), Wrong> {
    std::io::stdout().write_all(STARTER.as_bytes()).map_err(|_| Wrong)
}
