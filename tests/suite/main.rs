//! The one Rust test binary; a file for each subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod adaptive;
mod advert;
mod blind;
mod boundary;
mod calibrated;
mod cases;
mod command_line;
mod evidence;
mod exact;
mod forms;
mod fuzz;
mod guide;
mod hostile;
mod intake;
mod layers;
mod linear;
mod matching;
mod method;
mod pages;
mod precision;
mod quality;
mod reading;
mod said;
mod saved;
mod schema;
mod scoring;
mod security;
mod sentences;
mod simulate;
mod support;
