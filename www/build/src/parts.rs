//! What each part of a module weighs, by the names of its functions.

use std::collections::BTreeMap;
use std::path::Path;

use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::module::named;
use crate::tools::{Outcome, While, kilobytes};

/// Prints what the parts of each module weigh, in bytes of uncompressed code. Inlined functions count where they were
/// inlined.
pub fn print(repository: &Path) -> Outcome<()> {
    for (name, bytes) in named(repository)? {
        let parts = weigh(&bytes).while_doing("The module cannot be read")?;
        let all: usize = parts.values().sum();
        println!("\n{name}: {} KB in all, its parts:", kilobytes(all));
        let mut parts: Vec<_> = parts.into_iter().collect();
        parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
        for (part, bytes) in parts.into_iter().filter(|(_, bytes)| *bytes >= 100) {
            println!("  {part:<40} {bytes:>7}");
        }
    }
    Ok(())
}

/// Bytes of each part of a module: code by the path of its functions, and data.
fn weigh(module: &[u8]) -> Result<BTreeMap<String, usize>, wasmparser::BinaryReaderError> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut parts = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                imported = imports
                    .into_imports()
                    .filter_map(Result::ok)
                    .filter(|import| matches!(import.ty, wasmparser::TypeRef::Func(_)))
                    .count();
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::DataSection(data) => *parts.entry("data".to_owned()).or_default() += data.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for functions in sections.into_iter().filter_map(Result::ok) {
                        if let Name::Function(functions) = functions {
                            names.extend(
                                functions.into_iter().filter_map(Result::ok).map(|one| (one.index as usize, one.name)),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
    for (index, bytes) in bodies.into_iter().enumerate() {
        let part = names.get(&(imported + index)).map_or_else(|| "without a name".to_owned(), |name| part(name));
        *parts.entry(part).or_default() += bytes;
    }
    Ok(parts)
}

/// The part that a function belongs to: the module of ours in whose path it is, or the crate.
fn part(name: &str) -> String {
    // A name can end with a number of its own, "::h" and 16 digits.
    let name = name.rsplit_once("::h").filter(|(_, number)| number.len() == 16).map_or(name, |(name, _)| name);
    let path = name.trim_start_matches(['<', '&', '[']);
    let path = path.strip_prefix("dyn ").unwrap_or(path);
    let mut words = path.split("::").map(|word| word.split(['<', '>', ' ', '[', '{', '(']).next().unwrap_or_default());
    let first = words.next().unwrap_or_default();
    // The core is a part of each module's own crate.
    if !first.starts_with("metier") {
        return first.to_owned();
    }
    let first = "metier";
    // Modules are in small letters; the last such word is a function unless a type follows.
    let mut modules = vec![first];
    for word in words {
        if !word.starts_with(|letter: char| letter.is_ascii_lowercase()) {
            if !word.starts_with(|letter: char| letter.is_ascii_uppercase()) {
                modules.pop();
            }
            return join(&modules);
        }
        modules.push(word);
    }
    modules.pop();
    join(&modules)
}

/// The path of a module, no deeper than its file.
fn join(modules: &[&str]) -> String {
    modules.get(..modules.len().min(3)).unwrap_or_default().join("::")
}

#[cfg(test)]
mod tests {
    use super::part;

    #[test]
    fn a_function_belongs_to_the_module_that_it_is_in() {
        for (name, expected) in [
            ("metier_whole::estimate::expected::grid", "metier::estimate::expected"),
            ("metier::estimate::expected::grid", "metier::estimate::expected"),
            ("metier::estimate::expected::single::{{closure}}", "metier::estimate::expected"),
            ("metier::select::best::h0123456789abcdef", "metier::select"),
            ("metier::numeric::matrix::Matrix::cholesky", "metier::numeric::matrix"),
            ("<metier::model::response::ResponseModel>::each", "metier::model::response"),
            ("<alloc::vec::Vec<T> as core::clone::Clone>::clone", "alloc"),
            ("session_open", "session_open"),
        ] {
            assert_eq!(part(name), expected, "{name}");
        }
    }
}
