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

use crate::frame::{Site, framed};
use crate::headers::POLICY;
use crate::names::{ALL, FACADE, LASTING, digest};
use crate::tools::{Outcome, While, cargo, clear, failed, files, read, run, write};
use crate::{archive, bom, frame, headers, identity, inventory, lines, module, names, notices, one_file, plugin};

/// The folders of `www/` that are part of a release; files at the top are too.
const FOLDERS: [&str; 6] = [EXAMPLES, "lexicon", "og", "quizzes", "roles", "schema"];
/// The package that joins scripts.
const JOINER: &str = "metier-join";
/// The variable that says where the site will stand, which only its host knows: the folder on the host, from `/` to
/// `/`, for the page that is shown at any address; or the whole address, `https://` and the host before that folder,
/// which the pictures of shared links and their documents (oEmbed) need too.
const PLACE: &str = "METIER_PLACE";
/// The folder of pages that show how to embed. Their own scripts are there to be read, and stay as they are.
const EXAMPLES: &str = "examples";
/// The kinds of file that are copied as they are.
const COPIED: [&str; 8] = ["html", "css", "json", "webmanifest", "svg", "png", "ico", "txt"];
/// The folders of documents that pages load; those for authors, such as schemas, keep their comments.
const SHRUNK: [&str; 3] = ["lexicon", "quizzes", "roles"];
/// The fields of a document that nobody but its authors reads.
const AUTHORS: [&str; 2] = ["$schema", "$comment"];
/// Files for hosts, for those who show links and for lawyers, which pages do not need offline.
const UNKEPT: [&str; 9] =
    ["_headers", "hosting/", ALL, "metier-frame.js", "oembed/", "og/", one_file::PAGE, bom::FILE, notices::FILE];
/// How the names begin of what the service worker keeps only once somebody has opened it: pages for those who embed, write
/// and check quizzes, what reads adverts, what only embeds load, and what says where each row is from.
const OPENED: [&str; 12] = [
    "advert",
    "author.",
    "embed",
    "evidence",
    "frame.",
    "framed-",
    "lexicon/",
    "matcher_bg",
    "measurement.",
    "method.",
    "schema/",
    "sources.",
];
/// What the worker may fetch on a first visit: files, and their bytes.
const FIRST_VISIT: (usize, usize) = (80, 1_500_000);
/// The service worker: where it stands in `www/`, and its address.
const WORKER_FILES: (&str, &str) = ("site/worker.js", "sw.js");
/// What stands in it for the build id and for the digests of the files, those of the first visit and those after it.
const WORKER: [&str; 3] = ["const build = \"development\";", "const files = {};", "const later = {};"];

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
    one_file::join(repository, JOINER, &parts)?;
    let metadata = inventory::metadata(repository)?;
    write(&parts.join(notices::FILE), notices::text(&metadata)?)?;
    let version = frame::version(&www).map_err(failed)?;
    write(&parts.join(bom::FILE), bom::text(&metadata, &read(&repository.join("Cargo.lock"))?, &version)?)?;
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
    one_file::put(www, next, site().as_deref())?;
    let named = names::give(next)?;
    headers::put(next, &named)?;
    archive::put(www, next, site().as_deref())?;
    plugin::put(www, next, site().as_deref())?;
    lines::put(next, site().as_deref())?;
    write_worker(www, next, id)
}

/// The whole address of the site, if it is said where it will stand.
pub fn site() -> Option<String> {
    std::env::var(PLACE).ok().filter(|place| place.contains("://"))
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

/// Writes the pages and their sheet. Gives back the scripts that they name, and those that strangers' pages name, as
/// paths from `www/`.
fn pages(www: &Path, next: &Path) -> Outcome<BTreeSet<String>> {
    let site = Site::read(www, POLICY).map_err(failed)?;
    let lasting = LASTING.iter().filter(|name| **name != ALL);
    let mut entries: BTreeSet<String> = lasting.map(|name| (*name).to_owned()).collect();
    let place = std::env::var(PLACE).unwrap_or_default();
    for name in site.names() {
        let page = site.page(&name).map_err(failed)?;
        entries.extend(sources(&page));
        let page = frame::released(&page);
        write(&next.join(&name), at_its_place(&page, &name, &place))?;
    }
    // A frame is asked for by its whole address: without one there is nothing to tell.
    if place.contains("://") {
        documents_of_links(&site, next, &place)?;
        let page = next.join(framed::PAGE);
        write(&page, framed::placed(&read(&page)?, &place))?;
    }
    write(&next.join(frame::SHEET), frame::sheet(www).map_err(failed)?)?;
    Ok(entries)
}

/// Writes for each quiz what a program that shows links is told of it, and says on its page where that is.
fn documents_of_links(site: &Site, next: &Path, place: &str) -> Outcome<()> {
    for (name, title) in site.quizzes() {
        write(&next.join(framed::path(name)), framed::document(name, &title, place).to_string())?;
        let page = next.join(format!("{name}.html"));
        write(&page, framed::discovered(&read(&page)?, name, &title, place))?;
    }
    Ok(())
}

/// The page called `name` with what it has to know of its `place`, if that is said.
fn at_its_place(page: &str, name: &str, place: &str) -> String {
    let host = place.split_once("://").map(|(_, rest)| rest);
    let page = if host.is_some() { frame::addressed(page, name, place) } else { page.to_owned() };
    if name != frame::MISSING || place.is_empty() {
        return page;
    }
    let folder = host.map(|rest| format!("/{}", rest.split_once('/').map_or("", |(_, folder)| folder)));
    frame::placed(&page, &folder.unwrap_or_else(|| place.to_owned()))
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
    let (mut first, mut later, mut bytes_at_first) = (Vec::new(), Vec::new(), 0);
    for path in files(next)?.into_iter().filter(|path| is_kept(path)) {
        let bytes = std::fs::read(next.join(&path)).while_doing(format!("{path} cannot be read"))?;
        let line = format!("\n  {path:?}: \"{}\"", digest(&bytes));
        if is_opened(&path) {
            later.push(line);
        } else {
            bytes_at_first += bytes.len();
            first.push(line);
        }
    }
    fits(first.len(), bytes_at_first)?;
    let list = |lines: &[String]| format!("{{{}\n}};", lines.join(","));
    let filled = [
        format!("const build = \"{id}\";"),
        format!("const files = {}", list(&first)),
        format!("const later = {}", list(&later)),
    ];
    let mut text = read(&www.join(from))?;
    for (line, filled) in WORKER.iter().zip(&filled) {
        if text.matches(line).count() != 1 {
            return Err(failed(format!("www/{from} must hold this line once: {line}")));
        }
        text = text.replace(line, filled);
    }
    write(&next.join(to), text)
}

/// Fails if a first visit would fetch more than it may.
fn fits(count: usize, bytes: usize) -> Outcome<()> {
    let (most, most_bytes) = FIRST_VISIT;
    if count <= most && bytes <= most_bytes {
        return Ok(());
    }
    Err(failed(format!(
        "A first visit would fetch {count} files of {bytes} bytes; at most are {most} of {most_bytes}. Let the worker keep \
         some only once they are opened (OPENED)."
    )))
}

/// Whether the worker keeps a file only once somebody has opened it.
fn is_opened(path: &str) -> bool {
    OPENED.iter().any(|opened| path.starts_with(opened))
}

/// Whether the service worker keeps a file, for readers without a network.
fn is_kept(path: &str) -> bool {
    !path.ends_with(archive::NAME.1) && !UNKEPT.iter().any(|unkept| path.starts_with(unkept))
}

#[cfg(test)]
mod tests {
    use super::{at_its_place, fits, for_readers, is_kept, is_opened, sources};

    #[test]
    fn a_page_knows_of_its_place_what_is_said() {
        let page = "<a href=\"./\">\n  <meta property=\"og:image\" content=\"og/a.png\">";
        let link = |name: &str, place: &str| at_its_place(page, name, place).lines().next().map(str::to_owned);
        assert_eq!(at_its_place(page, "404.html", ""), page);
        assert_eq!(at_its_place(page, "a.html", "/quiz/"), page);
        assert_eq!(link("404.html", "/quiz/").as_deref(), Some("<a href=\"/quiz/\">"));
        assert_eq!(link("404.html", "https://example.org/quiz/").as_deref(), Some("<a href=\"/quiz/\">"));
        assert_eq!(link("404.html", "https://example.org/").as_deref(), Some("<a href=\"/\">"));
        let shared = at_its_place(page, "a.html", "https://example.org/");
        assert!(shared.contains("content=\"https://example.org/og/a.png\""), "{shared}");
    }

    #[test]
    fn files_for_hosts_and_for_bloggers_are_not_kept_offline() {
        let kept = ["metier.js", "embed.html"];
        let unkept = [
            "metier-wordpress-0.1.0.zip",
            "_headers",
            "og/pace.png",
            "THIRD-PARTY.txt",
            "metier-all.js",
            "one-page.txt",
        ];
        assert!(kept.iter().all(|path| is_kept(path)) && !unkept.iter().any(|path| is_kept(path)));
    }

    #[test]
    fn what_a_first_visit_fetches_is_for_everybody_and_little() {
        let paths =
            ["pace.html", "quizzes/pace.json", "whole_bg-0.wasm", "advert.html", "advert_bg-0.wasm", "schema/a.json"];
        assert_eq!(paths.map(is_opened), [false, false, false, true, true, true]);
        assert!(fits(80, 1_500_000).is_ok());
        assert!(fits(81, 1).is_err_and(|failure| failure.sentence.contains("81 files of 1 bytes")));
        assert!(fits(1, 1_500_001).is_err());
    }

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
