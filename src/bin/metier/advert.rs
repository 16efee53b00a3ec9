//! `metier advert`: what a job advert asks for.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use crate::matching::read_profile;
use crate::sort::Sort;
use metier::advert::lexicon;
use metier::advert::meets::Person;
use metier::advert::{Reader, Unit};
use std::path::Path;

/// The shipped lexicon.
const SHIPPED: &str = include_str!("../../../www/lexicon/product.json");

/// Prints the report.
pub fn advert(
    advert: &Path,
    lexicon: Option<&Path>,
    profile: Option<&Path>,
    roles: Option<&Path>,
) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let lexicon = match lexicon {
        Some(path) => read(path, Sort::Lexicon, |text| lexicon::read(text, Some(&catalogue)))?,
        None => lexicon::read(SHIPPED, None).0.ok_or(Wrong)?,
    };
    let reader = Reader::new(lexicon);
    let placed = profile.map(|path| read_profile(path, &catalogue)).transpose()?;
    let person = placed.as_ref().map(|placed| Person { catalogue: &catalogue, shown: &placed.shown });
    let language = reader.lexicon().language.value.as_str();
    let look = |text: &str| match reader.read(text, language, person, Unit::Byte) {
        Ok(report) => (Some(print_json(&report)), Vec::new()),
        Err(problem) => (None, vec![problem]),
    };
    read(advert, Sort::Advert, look)?
}
