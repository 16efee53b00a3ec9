//! A quiz being taken.

use crate::boundary::{error, plain};
use crate::report::report;
use crate::session::{self, SEED, Session as Core};
use js_sys::Error;
use wasm_bindgen::prelude::*;
use web_sys::Crypto;

/// A quiz being taken.
#[wasm_bindgen]
pub struct Session(pub(crate) Core);

#[wasm_bindgen]
impl Session {
    /// Opens a quiz document. Without a seed, a shuffled quiz gets a fresh one and any other the usual one.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the document, or that the seed is none; `quiz-full` alone where
    /// the whole one is to read it.
    pub fn open(text: &str, language: &str, seed: Option<f64>) -> Result<Session, Error> {
        let given = session::seed(seed.unwrap_or(f64::from(SEED))).map_err(|problem| error(vec![problem]))?;
        let mut session = Core::open(text, language, given).map_err(error)?;
        if seed.is_none() && session.draws() {
            session.seed = fresh_seed().unwrap_or(SEED);
        }
        Ok(Session(session))
    }

    /// The quiz as it is shown.
    #[wasm_bindgen(unchecked_return_type = "QuizView")]
    pub fn quiz(&self) -> JsValue {
        plain(&self.0.view())
    }

    /// Records an answer (JSON text, `null` = skipped), replacing an earlier one.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the answer (by the small reader: `quiz-full` alone); the earlier
    /// one stays.
    #[wasm_bindgen(unchecked_return_type = "Step")]
    pub fn answer(&mut self, item: &str, answer: &str, milliseconds: f64) -> Result<JsValue, Error> {
        self.0.answer(item, answer, milliseconds).map(|step| plain(&step)).map_err(error)
    }

    /// The report of what was answered so far, and what a match takes of it.
    #[wasm_bindgen(unchecked_return_type = "[Report, KnownSkills]")]
    pub fn report(&self) -> JsValue {
        let report = report(&self.0);
        plain(&(&report, report.known()))
    }
}

#[wasm_bindgen]
extern "C" {
    /// The browser's own generator, by its name: going through `web_sys::window()` costs the module half a KB more.
    #[wasm_bindgen(thread_local_v2, js_name = crypto)]
    static CRYPTO: Crypto;
}

/// A seed that nobody can foresee; `None` where the browser has none to give.
fn fresh_seed() -> Option<u32> {
    let mut bytes = [0; 4];
    CRYPTO.with(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)).ok()?;
    Some(u32::from_le_bytes(bytes))
}
