//! The pages that are made of documents: one for each role, one for the way from each origin, what leads to both, and
//! the sources. Each comes out as a body, as those in `www/pages` are, and gets its frame with them.
//!
//! Their prose stands in `www/pages/life.json` (roles), `ways.json` and `sources.json`; the roles' numbers and the
//! origins are the catalogue's.

mod document;
pub mod hosts;
mod html;
mod inline;
mod life;
pub mod notes;
mod sources;
pub mod tag;
mod uses;
mod ways;

use std::collections::BTreeMap;
use std::path::Path;

use document::Documents;

/// The bodies of the made pages below `www`, by their names.
pub fn bodies(www: &Path) -> Result<BTreeMap<String, String>, String> {
    let documents = Documents::read(www)?;
    let mut bodies = life::pages(&documents)?;
    bodies.extend(ways::pages(&documents)?);
    bodies.insert("sources".to_owned(), sources::page(www, &documents)?);
    Ok(bodies)
}
