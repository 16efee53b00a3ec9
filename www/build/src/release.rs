//! The release: everything that a static host needs, in `www/dist`, and nothing else.
//!
//! `metier-join` (beside this package, which see for what else was tried) makes the scripts; all of them and the
//! WebAssembly modules stand side by side, whatever their folders in `www/`. What is made up to there is of no build
//! yet: the last step writes the id into it, calls each file after what is in it, and lists the digests for the service
//! worker.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use crate::frame::Site;
use crate::headers::POLICY;
use crate::names::{FACADE, digest};
use crate::tools::{Outcome, While, cargo, clear, failed, files, read, run, write};
use crate::{frame, headers, identity, module, names, notices};

/// The folders of `www/` that are part of a release; files at the top are too.
const FOLDERS: [&str; 5] = [EXAMPLES, "lexicon", "quizzes", "roles", "schema"];
/// The package that joins scripts.
const JOINER: &str = "metier-join";
/// The variable that names the folder of the site on its host, from `/` to `/`, for the page that is shown at any
/// address.
const PLACE: &str = "METIER_PLACE";
/// The folder of pages that show how to embed. Their own scripts are there to be read, and stay as they are.
const EXAMPLES: &str = "examples";
/// The kinds of file that are copied as they are.
const COPIED: [&str; 8] = ["html", "css", "json", "webmanifest", "svg", "png", "ico", "txt"];
/// The folders of documents that pages load; those for authors, such as schemas, keep their comments.
const SHRUNK: [&str; 3] = ["lexicon", "quizzes", "roles"];
/// The fields of a document that nobody but its authors reads.
const AUTHORS: [&str; 2] = ["$schema", "$comment"];
/// Files for hosts and lawyers, which pages do not need offline.
const UNKEPT: [&str; 3] = ["_headers", "hosting/", notices::FILE];
/// The service worker: where it stands in `www/`, and its address.
const WORKER_FILES: (&str, &str) = ("site/worker.js", "sw.js");
/// What stands in it for the build id and for the digests of the files.
const WORKER: [&str; 2] = ["const build = \"development\";", "const files = {};"];

/// Writes the release into `www/dist`; an earlier one stays until the new one is whole.
pub fn build(repository: &Path) -> Outcome<()> {
    let start = Instant::now();
    let id = identity::of(repository)?;
    let (www, parts, next) = (repository.join("www"), beside("parts")?, beside("release")?);
    clear(&parts)?;
    copy(&www, &parts)?;
    let entries = pages(&www, &parts)?;
    modules_and_joiner(repository)?;
    join(repository, &parts, &entries)?;
    write(&parts.join(notices::FILE), notices::text(repository)?)?;
    finish(&www, &parts, &next, &id)?;
    clear(&www.join("dist"))?;
    let files = files(&next)?;
    for path in &files {
        copy_file(&next, &www.join("dist"), path)?;
    }
    println!("www/dist: release {id}, {} files, in {:.1} s.", files.len(), start.elapsed().as_secs_f64());
    println!("cargo www sizes weighs it; cargo www serve --dist serves it; any static host can.");
    Ok(())
}

/// Writes the last release once more into `folder`, as another build with another id: for tests of an update.
pub fn twin(repository: &Path, folder: &Path) -> Outcome<()> {
    let parts = beside("parts")?;
    if !parts.join(FACADE).exists() {
        return Err(failed("There is no release to take after. Build it first: cargo www build"));
    }
    finish(&repository.join("www"), &parts, folder, &identity::other(&identity::of(repository)?))
}

/// Where a release is made: beside this program, among what is built.
fn beside(what: &str) -> Outcome<PathBuf> {
    let program = std::env::current_exe().while_doing("This program does not know where it is")?;
    Ok(program.with_file_name(format!("metier-www-{what}")))
}

/// Makes of `parts`, which are of no build yet, the build `id` in the folder `next`.
fn finish(www: &Path, parts: &Path, next: &Path, id: &str) -> Outcome<()> {
    clear(next)?;
    for path in files(parts)? {
        let bytes = std::fs::read(parts.join(&path)).while_doing(format!("{path} cannot be read"))?;
        write(&next.join(&path), identity::signed(bytes, id))?;
    }
    check_signed(parts)?;
    let named = names::give(next)?;
    headers::put(next, &named)?;
    write_worker(www, next, id)
}

/// Checks that every module has the placeholder for the id once: the page compares the id with its own.
fn check_signed(parts: &Path) -> Outcome<()> {
    for path in files(parts)?.iter().filter(|path| path.ends_with(".wasm")) {
        let bytes = std::fs::read(parts.join(path)).while_doing(format!("{path} cannot be read"))?;
        if identity::rooms(&bytes) != 1 {
            return Err(failed(format!("{path} must hold the place for its build id once: {}", identity::PLACE)));
        }
    }
    Ok(())
}

/// Writes the pages and their sheet. Gives back the scripts that they name, and the facade, as paths from `www/`.
fn pages(www: &Path, next: &Path) -> Outcome<BTreeSet<String>> {
    let site = Site::read(www, POLICY).map_err(failed)?;
    let mut entries = BTreeSet::from([FACADE.to_owned()]);
    for name in site.names() {
        let page = site.page(&name).map_err(failed)?;
        entries.extend(sources(&page));
        let page = frame::released(&page);
        // Only who hosts the site knows where it will stand.
        let place = std::env::var(PLACE).ok().filter(|_| name == frame::MISSING);
        write(&next.join(&name), place.map_or(page.clone(), |place| frame::placed(&page, &place)))?;
    }
    write(&next.join(frame::SHEET), frame::sheet(www).map_err(failed)?)?;
    Ok(entries)
}

/// Copies the documents, examples and pictures; the documents that pages load in the fewest bytes.
fn copy(www: &Path, next: &Path) -> Outcome<()> {
    for path in files(www)? {
        let folder = path.split_once('/').map(|(folder, _)| folder);
        let extension = path.rsplit('.').next().unwrap_or_default();
        let is_copied = COPIED.contains(&extension) || (extension == "js" && folder == Some(EXAMPLES));
        let is_made = folder.is_none() && extension == "html";
        if !is_copied || is_made || folder.is_some_and(|folder| !FOLDERS.contains(&folder)) {
            continue;
        }
        if extension == "html" && !read(&www.join(&path))?.contains(POLICY) {
            return Err(failed(format!("www/{path} has no <meta> with the policy, word for word:\n{POLICY}")));
        }
        if extension == "json" && folder.is_some_and(|folder| SHRUNK.contains(&folder)) {
            let document =
                serde_json::from_str(&read(&www.join(&path))?).while_doing(format!("www/{path} is not JSON"))?;
            write(&next.join(&path), for_readers(document).to_string())?;
        } else {
            copy_file(www, next, &path)?;
        }
    }
    Ok(())
}

/// `document` without what only its authors read: `$schema` and `$comment`.
fn for_readers(mut document: Value) -> Value {
    match &mut document {
        Value::Object(fields) => {
            fields.retain(|name, _| !AUTHORS.contains(&name.as_str()));
            fields.values_mut().for_each(|value| *value = for_readers(value.take()));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| *entry = for_readers(entry.take())),
        _ => {}
    }
    document
}

/// Copies the file at `path` in one folder to the same place in another.
fn copy_file(from: &Path, to: &Path, path: &str) -> Outcome<()> {
    write(&to.join(path), std::fs::read(from.join(path)).while_doing(format!("{path} cannot be read"))?)
}

/// Brings the modules up to date, and at the same time what is to join the scripts: linking a module keeps one
/// processor busy.
fn modules_and_joiner(repository: &Path) -> Outcome<()> {
    std::thread::scope(|scope| {
        let joiner = scope.spawn(|| {
            run(cargo(repository).args(["build", "-q", "--locked", "-p", JOINER]), "The joiner could not be built")
        });
        module::build(repository)?;
        joiner.join().unwrap_or_else(|_| Err(failed("The joiner could not be built.")))
    })
}

/// Puts the modules in place and joins the scripts, both from `www/`.
fn join(repository: &Path, next: &Path, entries: &BTreeSet<String>) -> Outcome<()> {
    let www = repository.join("www");
    for module in module::MODULES {
        copy_file(&www.join("pkg"), next, &format!("{}_bg.wasm", module.name))?;
    }
    let mut joiner = cargo(repository);
    joiner.args(["run", "-q", "--locked", "-p", JOINER, "--"]);
    joiner.arg(www).arg(next).args(entries);
    run(&mut joiner, "The scripts could not be joined")
}

/// The scripts of this site that a page at the top names in `<script src="…">`, as paths from there.
fn sources(page: &str) -> impl Iterator<Item = String> {
    let tags = page.split("<script").skip(1).filter_map(|rest| rest.split('>').next());
    let addresses = tags.filter_map(|tag| tag.split_once("src=\"")?.1.split('"').next());
    addresses.filter(|address| !address.contains(':')).map(|address| address.trim_start_matches("./").to_owned())
}

/// Writes the service worker with the build id and the digests of all other files.
fn write_worker(www: &Path, next: &Path, id: &str) -> Outcome<()> {
    let (from, to) = WORKER_FILES;
    let source = read(&www.join(from))?;
    let mut list = Vec::new();
    for path in files(next)?.into_iter().filter(|path| !UNKEPT.iter().any(|unkept| path.starts_with(unkept))) {
        let bytes = std::fs::read(next.join(&path)).while_doing(format!("{path} cannot be read"))?;
        list.push(format!("\n  {path:?}: \"{}\"", digest(&bytes)));
    }
    let filled = [format!("const build = \"{id}\";"), format!("const files = {{{}\n}};", list.join(","))];
    let mut text = source;
    for (line, filled) in WORKER.iter().zip(&filled) {
        if text.matches(line).count() != 1 {
            return Err(failed(format!("www/{from} must hold this line once: {line}")));
        }
        text = text.replace(line, filled);
    }
    write(&next.join(to), text)
}

#[cfg(test)]
mod tests {
    use super::{for_readers, sources};

    #[test]
    fn the_scripts_of_a_page_are_its_own() {
        let page = "<p>&lt;script src=\"no.js\"> <script type=\"module\" src=\"./metier.js\"></script>\
            <script src=\"site/every-page.js\" defer></script><script src=\"https://example.org/far.js\"></script><script>1</script>";
        assert_eq!(sources(page).collect::<Vec<_>>(), ["metier.js", "site/every-page.js"]);
    }

    #[test]
    fn a_document_in_a_release_says_the_same_in_fewer_bytes() -> Result<(), serde_json::Error> {
        let text = r#"{ "$schema": "../a.json", "z": [1.0, 0.1111, { "$comment": "b", "a": "$comment" }], "b": null }"#;
        let small = r#"{"z":[1.0,0.1111,{"a":"$comment"}],"b":null}"#;
        assert_eq!(for_readers(serde_json::from_str(text)?).to_string(), small);
        Ok(())
    }
}
