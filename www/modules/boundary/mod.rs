//! THE BOUNDARY: what all modules of the page share, a part of each. Here and in the modules' own exports alone a
//! browser is known.
//!
//! Text in, plain data out. Documents and answers enter as JSON text, never as a caller's live object, which could run
//! code in the middle of reading or exhaust the stack. Reports leave as frozen objects of arrays, strings and numbers.
//! A panic names its line on the console and traps; the page then throws the instance away and replays the responses.
//!
//! Each folder beside this one is a module: a package that exports what its pages call, and nothing else. It takes the
//! core in as its own sources (`src/layers.rs`) and not as a library: what stands in a crate of its own is optimised
//! before it is known who calls what, and the player would have 1.0 KB more (brotli, of 40), the module of everything
//! 1.6. The crates of others are compiled once for all.

mod plain;

use crate::problem::Problem;
use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;

pub(crate) use plain::plain;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The id of the build that a module belongs to: the page compares it with its own. What stands here is the place for
/// it, into which `cargo www build` writes the id of a release, so that a page that changes is no reason to compile.
#[wasm_bindgen]
pub fn build() -> String {
    "metier:build::id".into()
}

/// The steps of reading so far: only where they are counted, in no module that a page loads.
#[cfg(debug_assertions)]
#[wasm_bindgen]
pub fn steps() -> f64 {
    crate::steps::all() as f64
}

/// An `Error` with `problems`.
pub(crate) fn error(problems: Vec<Problem>) -> Error {
    let error = Error::new(problems.first().map_or("", |problem| problem.code.word()));
    error.set_name("MetierError");
    // Setting a field of an error just made cannot fail.
    let _ = Reflect::set(&error, &JsValue::from_str("problems"), &plain(&problems));
    error
}
