//! THE BOUNDARY: the only place that names wasm-bindgen, js-sys, web-sys and serde-wasm-bindgen.
//!
//! Text in, plain data out. Documents and answers enter as JSON text, never as a caller's live object, which could run
//! code in the middle of reading or exhaust the stack. Reports leave as frozen objects of arrays, strings and numbers.
//! A panic names its line on the console and traps; the page then throws the instance away and replays the responses.
//!
//! Five modules are built from it: the player ([`player`]), which every embed loads; the full player (feature `full`), which takes
//! its place for calibrated and adaptive quizzes, for stated evidence and rarer types of items, and to tell what is wrong with a
//! document; the matcher ([`matcher`], feature `matcher`), which only quizzes of several skills load; all of them in one with what reads
//! saved results ([`saved`], feature `profile`), for the page of a person's own profile; and the reader of adverts ([`advert`], feature
//! `advert`), for its page.

#[cfg(feature = "advert")]
mod advert;
#[cfg(any(feature = "matcher", feature = "profile"))]
mod matcher;
mod plain;
#[cfg(any(not(any(feature = "matcher", feature = "advert")), feature = "profile"))]
mod player;
#[cfg(feature = "profile")]
mod saved;

use crate::problem::Problem;
use js_sys::{Error, Reflect};
#[cfg(not(feature = "advert"))]
use lol_alloc::{FreeListAllocator, LockedAllocator};
use plain::plain;
use wasm_bindgen::prelude::*;

// Small, and slow where thousands of strings come and go, as with the phrases of a lexicon: its module has that of the standard library.
#[cfg(not(feature = "advert"))]
#[global_allocator]
static ALLOCATOR: LockedAllocator<FreeListAllocator> = LockedAllocator::new(FreeListAllocator::new());

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm/types.d.ts");

#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The id of the build that this module belongs to: the page compares it with its own.
#[wasm_bindgen]
pub fn build() -> String {
    option_env!("METIER_BUILD").unwrap_or("development").into()
}

/// The steps of reading so far: only where they are counted, in no module that a page loads.
#[cfg(debug_assertions)]
#[wasm_bindgen]
pub fn steps() -> f64 {
    crate::steps::all() as f64
}

/// An `Error` with `problems`.
fn error(problems: Vec<Problem>) -> Error {
    let error = Error::new(problems.first().map_or("", |problem| problem.code.word()));
    error.set_name("MetierError");
    // Setting a field of an error just made cannot fail.
    let _ = Reflect::set(&error, &JsValue::from_str("problems"), &plain(&problems));
    error
}
