//! The notices of others whose work is compiled into the modules: their licences ask for it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::inventory::packages;
use crate::tools::{Outcome, While, failed, read};

/// The name of the file in the release.
pub const FILE: &str = "THIRD-PARTY.txt";
/// The terms of the MIT licence, for a package that names it without bringing its text.
const MIT: &str = include_str!("mit.txt");

/// A package whose code is part of a module.
struct Part {
    /// Name and version, as shown in the file.
    title: String,
    /// Licence, as its manifest states it.
    licence: String,
    /// The licence texts that have to be passed on.
    texts: Vec<String>,
}

/// The text of the file: whose work is part of the modules, and under what terms.
pub fn text(metadata: &Value) -> Outcome<String> {
    let parts = packages(metadata).into_iter().map(part).collect::<Outcome<Vec<_>>>()?;
    Ok(page(&parts))
}

/// What a package says of itself, and the texts beside its manifest.
fn part(package: &Value) -> Outcome<Part> {
    let field = |name: &str| package.get(name).and_then(Value::as_str).unwrap_or_default();
    let title = format!("{} {}", field("name"), field("version"));
    let licence = field("license").to_owned();
    let folder = Path::new(field("manifest_path")).parent().unwrap_or(Path::new(""));
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).while_doing(format!("The source of {title} cannot be read"))? {
        names.push(
            entry
                .while_doing(format!("The source of {title} cannot be read"))?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    let mut texts = chosen(names).iter().map(|name| read(&folder.join(name))).collect::<Outcome<Vec<_>>>()?;
    if texts.is_empty() && licence == "MIT" {
        texts.push(format!("Copyright (c) the authors of {}, {}\n\n{MIT}", field("name"), field("repository")));
    }
    if texts.is_empty() {
        return Err(failed(format!(
            "{title} ({licence}) does not bring the text of its licence, which a release must pass on."
        )));
    }
    Ok(Part { title, licence, texts })
}

/// The files among `names` to pass on: of several licences to choose from, that of MIT; beside it what holds in any
/// case.
fn chosen(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    let starts = |name: &str, words: &[&str]| words.iter().any(|word| name.to_ascii_uppercase().starts_with(word));
    names.retain(|name| starts(name, &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"]));
    if names.iter().any(|name| name.to_ascii_uppercase().contains("MIT")) {
        names.retain(|name| !name.to_ascii_uppercase().contains("APACHE") && !starts(name, &["COPYING"]));
    }
    names
}

/// The file: each text once, below the names of the packages that it belongs to.
fn page(parts: &[Part]) -> String {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in parts {
        for text in &part.texts {
            let text = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned();
            texts.entry(text).or_default().push(format!("{} ({})", part.title, part.licence));
        }
    }
    let rust = format!("Copyright (c) The Rust Project Contributors\n\n{}", MIT.trim());
    texts.entry(rust).or_default().push("the standard library of Rust (MIT OR Apache-2.0)".to_owned());
    let mut sections: Vec<String> =
        texts.into_iter().map(|(text, owners)| format!("{}\n\n{text}\n", owners.join("\n"))).collect();
    sections.sort_unstable();
    let lead = "The WebAssembly modules of this site contain code of others. These are their notices.\n";
    format!("{lead}\n{}\n{}", "-".repeat(78), sections.join(&format!("\n{}\n", "-".repeat(78))))
}

#[cfg(test)]
mod tests {
    use super::{Part, chosen, page, text};

    #[test]
    fn of_several_licences_one_is_chosen_and_nothing_else_is_left_out() {
        let names = |names: &[&str]| chosen(names.iter().map(|name| (*name).to_owned()).collect());
        assert_eq!(names(&["src", "LICENSE-MIT", "LICENSE-APACHE", "README.md"]), ["LICENSE-MIT"]);
        assert_eq!(
            names(&["LICENSE-MIT", "LICENSE-UNICODE", "NOTICE", "COPYING"]),
            ["LICENSE-MIT", "LICENSE-UNICODE", "NOTICE"]
        );
        assert_eq!(names(&["LICENSE-APACHE", "license.txt"]), ["LICENSE-APACHE", "license.txt"]);
    }

    #[test]
    fn one_text_stands_once_below_all_whose_it_is() {
        let part = |title: &str, text: &str| Part {
            title: title.to_owned(),
            licence: "MIT".to_owned(),
            texts: vec![text.to_owned()],
        };
        let page = page(&[part("a 1", "Same\r\n"), part("b 2", "Same"), part("c 3", "Other")]);
        assert!(page.contains("a 1 (MIT)\nb 2 (MIT)\n\nSame\n"), "{page}");
        assert_eq!(page.matches("Same").count(), 1);
    }

    #[test]
    fn every_part_of_the_modules_has_its_notice() -> Result<(), String> {
        let repository = crate::tools::repository().map_err(|failure| failure.sentence)?;
        let metadata = crate::inventory::metadata(&repository).map_err(|failure| failure.sentence)?;
        let text = text(&metadata).map_err(|failure| failure.sentence)?;
        for name in ["wasm-bindgen 0", "serde 1", "libm 0", "lol_alloc 0", "the standard library of Rust"] {
            assert!(text.contains(name), "{name}");
        }
        assert!(!text.contains("clap"), "no part of a module");
        Ok(())
    }
}
