//! One module as text: what it imports, what it exports, and its source with the exports undone.

use std::collections::BTreeMap;

use oxc_allocator::Allocator;
use oxc_ast::ast::{ExportDefaultDeclaration, ExportDefaultDeclarationKind, Statement};
use oxc_parser::{Parser, ParserReturn};
use oxc_span::{GetSpan, SourceType, Span};
use oxc_syntax::module_record::{ExportExportName, ExportImportName, ImportImportName};

use crate::address::{address, resolve, settled};
use crate::graph::Swaps;

/// The name that an unnamed default export gets.
const UNNAMED: &str = "unnamed";

/// A name in another module: the module's path and the name that it exports.
pub type Place = (String, String);

/// What an exported name refers to.
pub enum Export {
    /// A name of this module.
    Own(String),
    /// A name that another module exports.
    Other(Place),
}

/// A module, ready to be joined.
pub struct Module {
    /// The source without `export`; its imports are still there.
    pub text: String,
    /// Local name of an import -> where it comes from.
    pub imports: BTreeMap<String, Place>,
    /// Exported name -> what it refers to.
    pub exports: BTreeMap<String, Export>,
    /// The modules that must run before this one, in the order in which they are named.
    pub needs: Vec<String>,
    /// The modules that it loads later, by `import("./…")`, or names by `new URL("./….js", import.meta.url)` to do so.
    pub later: Vec<String>,
    /// Whether it asks for its own address (`import.meta`) in a way that joining changes.
    pub asks_address: bool,
    /// The modules that it names and gets others for.
    pub swapped: Vec<String>,
}

/// A piece of the source and what takes its place.
type Edit = (Span, String);

impl Module {
    /// Reads the module at `path` (from the top of `www/`) out of its `source`.
    pub fn read(path: &str, source: &str) -> Result<Module, String> {
        if source.contains("$$m") || source.contains("$$r") {
            return Err(format!("{path}: names with `$$m` or `$$r` in them are the joiner's own; take another."));
        }
        let (source, scripts) = &settled(path, source)?;
        let allocator = Allocator::default();
        let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
        if let Some(error) = parsed.diagnostics.iter().next() {
            return Err(format!("{path} cannot be read: {error}"));
        }
        crate::pattern::check(path, &parsed.program)?;
        let (mut later, mut edits) = later(path, source, &parsed)?;
        later.extend(scripts.iter().cloned());
        edits.extend(parsed.program.body.iter().filter_map(undo_export));
        Ok(Module {
            text: edited(source, edits),
            imports: imports(path, &parsed)?,
            exports: exports(path, &parsed)?,
            needs: needs(path, &parsed)?,
            later,
            asks_address: asks_address(source),
            swapped: Vec::new(),
        })
    }

    /// This module, at `path`, with others in the places of those that `swaps` names. What takes a module's place may
    /// itself need that module.
    pub fn with(mut self, path: &str, swaps: &Swaps) -> Module {
        let other = |of: &str| swaps.get(of).filter(|other| *other != path);
        for need in &mut self.needs {
            if let Some(other) = other(need) {
                self.swapped.push(std::mem::replace(need, other.clone()));
            }
        }
        let behind = self.exports.values_mut().filter_map(|export| match export {
            Export::Other((from, _)) => Some(from),
            Export::Own(_) => None,
        });
        for from in self.imports.values_mut().map(|(from, _)| from).chain(behind) {
            if let Some(other) = other(from) {
                from.clone_from(other);
            }
        }
        self
    }

    /// Whether something at its top can change: then the module may not be there twice.
    pub fn keeps_state(&self) -> bool {
        let starts = |line: &str, words: &[&str]| words.iter().any(|word| line.starts_with(word));
        let mut lines = self.text.lines();
        lines.any(|line| {
            starts(line, &["let ", "var ", "class "]) || starts(line, &["const "]) && line.contains("= new ")
        })
    }
}

/// Whether `source`, which is settled, asks for its own address otherwise than for what stands at a place that is
/// known, or for itself.
fn asks_address(source: &str) -> bool {
    let mut pieces = source.split("import.meta");
    let mut before = pieces.next().unwrap_or_default();
    pieces.any(|after| {
        let is_known = (before.ends_with("\", ") || before.ends_with("new URL(")) && after.starts_with(".url)");
        before = after;
        !is_known
    })
}

/// The modules loaded later by name, and the edits that give them their addresses in the release.
fn later(path: &str, source: &str, parsed: &ParserReturn) -> Result<(Vec<String>, Vec<Edit>), String> {
    let mut paths = Vec::new();
    let mut edits = Vec::new();
    for import in &parsed.module_record.dynamic_imports {
        let written = import.module_request.source_text(source);
        // An address that is known only when it is asked for, of a file that is named elsewhere.
        if written.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            continue;
        }
        let specifier = written.trim_matches(['"', '\'']);
        if specifier.len() + 2 != written.len() {
            return Err(format!("{path}: import({written}) cannot be followed; give it a plain string."));
        }
        let target = resolve(path, specifier)?;
        edits.push((import.module_request, format!("\"{}\"", address(&target))));
        paths.push(target);
    }
    Ok((paths, edits))
}

/// What each imported name stands for.
fn imports(path: &str, parsed: &ParserReturn) -> Result<BTreeMap<String, Place>, String> {
    let entries = parsed.module_record.import_entries.iter();
    entries
        .map(|entry| {
            let name = match &entry.import_name {
                ImportImportName::Name(name) => name.name.to_string(),
                ImportImportName::Default(_) => "default".to_owned(),
                ImportImportName::NamespaceObject => {
                    return Err(format!("{path}: `import *` is not joined; name what you import."));
                }
            };
            Ok((entry.local_name.name.to_string(), (resolve(path, &entry.module_request.name)?, name)))
        })
        .collect()
}

/// What each exported name refers to.
fn exports(path: &str, parsed: &ParserReturn) -> Result<BTreeMap<String, Export>, String> {
    let record = &parsed.module_record;
    if !record.star_export_entries.is_empty() {
        return Err(format!("{path}: `export *` is not joined; name what you export."));
    }
    let entries = record.local_export_entries.iter().chain(&record.indirect_export_entries);
    entries
        .map(|entry| {
            let exported = match &entry.export_name {
                ExportExportName::Name(name) => name.name.to_string(),
                ExportExportName::Default(_) | ExportExportName::Null => "default".to_owned(),
            };
            let behind = match (&entry.module_request, &entry.import_name) {
                (Some(request), ExportImportName::Name(name)) => {
                    // The parser gives an import that is passed on its local name when it is a default one.
                    let mut imports = record.import_entries.iter();
                    let is_default =
                        imports.any(|one| one.import_name.is_default() && one.local_name.span == name.span);
                    let name = if is_default { "default".to_owned() } else { name.name.to_string() };
                    Export::Other((resolve(path, &request.name)?, name))
                }
                (Some(_), _) => return Err(format!("{path}: `export * as` is not joined; name what you export.")),
                (None, _) => Export::Own(own_name(entry.local_name.name().as_deref())),
            };
            Ok((exported, behind))
        })
        .collect()
}

/// The local name behind an export; an unnamed default has none of its own.
fn own_name(name: Option<&str>) -> String {
    match name {
        None | Some("*default*" | "default") => UNNAMED.to_owned(),
        Some(name) => name.to_owned(),
    }
}

/// The modules named by `import` and `export … from`, in the order of the source.
fn needs(path: &str, parsed: &ParserReturn) -> Result<Vec<String>, String> {
    let requested = &parsed.module_record.requested_modules;
    let mut places: Vec<(u32, &str)> =
        requested.iter().filter_map(|(name, requests)| Some((requests.first()?.span.start, name.as_str()))).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, name)| resolve(path, name)).collect()
}

/// The edit that takes `export` away from a statement; nothing for any other statement.
fn undo_export(statement: &Statement) -> Option<Edit> {
    match statement {
        Statement::ExportNamedDeclaration(list) => Some((list.span, String::new())),
        Statement::ExportFromDeclaration(list) => Some((list.span, String::new())),
        Statement::ExportDeclaration(export) => {
            Some((Span::new(export.span.start, export.declaration.span().start), String::new()))
        }
        Statement::ExportDefaultDeclaration(export) => Some(undo_default(export)),
        _ => None,
    }
}

/// The edit that turns a default export into a plain declaration.
fn undo_default(export: &ExportDefaultDeclaration) -> Edit {
    let named = match &export.declaration {
        ExportDefaultDeclarationKind::FunctionDeclaration(function) => function.id.is_some(),
        ExportDefaultDeclarationKind::ClassDeclaration(class) => class.id.is_some(),
        _ => false,
    };
    let prefix = Span::new(export.span.start, export.declaration.span().start);
    (prefix, if named { String::new() } else { format!("const {UNNAMED} = ") })
}

/// `source` with the edits done.
fn edited(source: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_unstable_by_key(|(span, _)| span.start);
    let mut text = String::with_capacity(source.len());
    let mut rest = 0;
    for (span, replacement) in edits {
        text.push_str(Span::new(rest, span.start).source_text(source));
        text.push_str(&replacement);
        rest = span.end;
    }
    text.push_str(source.get(rest as usize..).unwrap_or_default());
    text
}
