//! `metier match`: the roles that fit a profile.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use metier::roles::matching::matching as match_roles;
use metier::roles::person;
use std::path::Path;

/// Prints the match.
pub fn matching(profile: &Path, roles: Option<&Path>, seed: u32, fixed: bool) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let placed = read(profile, |text| person::read(text, &catalogue))?;
    let language = catalogue.language.value.as_str();
    print_json(&match_roles(&catalogue, &placed.profile, language, seed, fixed).ok_or(Wrong)?)
}
