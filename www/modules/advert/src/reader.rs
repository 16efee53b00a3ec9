//! The reader of adverts: what a title means in one.

use crate::advert::lexicon;
use crate::advert::meets::Person;
use crate::advert::{Reader, Unit};
use crate::boundary::{error, plain};
use crate::roles::catalogue::{self, Catalogue};
use crate::roles::person;
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// A lexicon, and a catalogue of roles for those who bring a profile.
#[wasm_bindgen]
pub struct Advert(Reader, Option<Catalogue>);

#[wasm_bindgen]
impl Advert {
    /// Opens a lexicon. A catalogue is needed for profiles alone.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the catalogue, or of the lexicon.
    pub fn open(lexicon: &str, catalogue: Option<String>) -> Result<Advert, Error> {
        let catalogue = match catalogue {
            Some(text) => {
                let (catalogue, problems) = catalogue::read(&text);
                Some(catalogue.ok_or_else(|| error(problems))?)
            }
            None => None,
        };
        let (lexicon, problems) = lexicon::read(lexicon, catalogue.as_ref());
        lexicon.map(|lexicon| Advert(Reader::new(lexicon), catalogue)).ok_or_else(|| error(problems))
    }

    /// Reads an advert; places are in code units of UTF-16. A profile (JSON text) counts only beside a catalogue.
    ///
    /// # Errors
    /// An `Error` whose `problems` are all problems of the profile, or that the advert is too long.
    #[wasm_bindgen(unchecked_return_type = "AdvertReport")]
    pub fn read(&self, text: &str, language: &str, profile: Option<String>) -> Result<JsValue, Error> {
        let placed = match (&self.1, profile) {
            (Some(catalogue), Some(profile)) => {
                let (placed, problems) = person::read(&profile, catalogue);
                Some(placed.ok_or_else(|| error(problems))?)
            }
            _ => None,
        };
        let person =
            self.1.as_ref().zip(placed.as_ref()).map(|(catalogue, placed)| Person { catalogue, shown: &placed.shown });
        self.0
            .read(text, language, person, Unit::Utf16)
            .map(|report| plain(&report))
            .map_err(|problem| error(vec![problem]))
    }
}
