//! Everything but adverts: a player for every quiz, the matcher, and what reads saved results. It takes the place of
//! player and matcher for calibrated and adaptive quizzes, for those that count, for stated evidence and rarer types of
//! items, and to tell what is wrong with a document; the page of a person's own profile loads it alone.

// The core, compiled as a part of this crate.
include!("../../../../src/layers.rs");

#[path = "../../boundary/mod.rs"]
mod boundary;
#[path = "../../matcher/src/matcher.rs"]
mod matcher;
#[path = "../../player/src/player.rs"]
mod player;
mod profile;

use boundary::{error, plain};
use js_sys::Error;
use matcher::{Matcher, taken};
use player::Session;
use roles::question::Judge;
use wasm_bindgen::prelude::*;

// 2.8 KB (brotli) less than the allocator of the standard library, for a tenth of a millisecond a quiz.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());

#[wasm_bindgen]
impl Session {
    /// How an adaptive quiz would go on, for the matcher to have the last word; `null` where it has none.
    #[wasm_bindgen(unchecked_return_type = "Choice | null")]
    pub fn choice(&self) -> JsValue {
        self.0.choice().map_or(JsValue::NULL, |choice| plain(&choice))
    }
}

#[wasm_bindgen]
impl Matcher {
    /// The items to be asked next by what is known of the skills and by how the session would go on (`Session.choice`),
    /// both as JSON text: one, or those of a screen; `null` where the quiz ends.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the texts, or that the seed is none.
    #[wasm_bindgen(unchecked_return_type = "string[] | null")]
    pub fn next(&self, known: &str, choice: &str, seed: f64) -> Result<JsValue, Error> {
        let (placed, problems) = roles::person::read(known, &self.0);
        let placed = placed.ok_or_else(|| error(problems))?;
        let (open, problems) = roles::question::read(choice);
        let open = open.ok_or_else(|| error(problems))?;
        let judge = Judge { catalogue: &self.0, posterior: &placed.posterior, seed: taken(seed)? };
        Ok(roles::question::next(&judge, &open).map_or(JsValue::NULL, |items| plain(&items)))
    }

    /// The catalogue as it is shown. The one within the module has no more than matching needs: open the whole document
    /// for definitions, levels, learnings, quizzes, notes and origins.
    #[wasm_bindgen(unchecked_return_type = "CatalogueView")]
    pub fn catalogue(&self, language: &str) -> JsValue {
        plain(&roles::catalogue_view::view(&self.0, language))
    }
}
