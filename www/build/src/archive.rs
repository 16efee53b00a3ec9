//! The archive for those who write pages and have no Rust: one folder to upload, with what an embed needs, the shipped
//! quizzes, and a page that shows that it works. The same release gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::embed::{self, Files, QUIZZES, taken};
use crate::names::plain;
use crate::tools::{self, Outcome, While, failed, kilobytes, read, write};
use crate::{bom, frame, notices};

/// How the archive's name begins and ends; between them stands the version.
pub const NAME: (&str, &str) = ("metier-", ".zip");
/// The folder in it.
const FOLDER: &str = "metier/";
/// Its own pages, in this folder of `www/`: the one that shows that it works, the one for each quiz, to which results
/// lead, and their sheet.
const PAGES: (&str, [&str; 3]) = ("take/archive", ["index.html", "quiz.html", "page.css"]);
/// What stands in frames of other pages, and what lets them follow its height, without the digests in their names.
const FRAMES: [&str; 3] = ["frame.html", "framed.js", "metier-frame.js"];
/// What other makers of sites take, in this folder of `www/`, and in the archive: a tag in their own language.
const HOSTS: (&str, &str) = ("take/hosts", "hosts/");
/// The page of the site that leads to what there is to take.
const LINKED: &str = "embed.html";
/// The licences, where they are in the repository and what they are called in what is taken: those of the code at its
/// top, that of the texts beside them.
pub const LICENCES: [(&str, &str); 3] = [
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("www/LICENSE-CC-BY-4.0", "LICENSE-CC-BY-4.0"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Writes the archive of the release in `dist` beside it, and its size into the page that leads to it.
pub fn put(www: &Path, dist: &Path, place: Option<&str>) -> Outcome<()> {
    let name = format!("{}{}{}", NAME.0, frame::version(www).map_err(failed)?, NAME.1);
    lay(dist, &name, &contents(www, dist, place)?)
}

/// Packs `files` into an archive in `dist`, and writes its size into the page that leads to it.
pub fn lay(dist: &Path, name: &str, files: &Files) -> Outcome<()> {
    let archive = pack(files)?;
    let page = read(&dist.join(LINKED))?;
    let said = |size: &str| format!(">{name}</a> ({size})");
    if page.matches(&said(frame::UNWEIGHED)).count() != 1 {
        let wanted = said("{{archive.size}}");
        return Err(failed(format!("www/pages/{LINKED} must say once what {name} weighs: {wanted}")));
    }
    let weighed = said(&format!("{} KB", kilobytes(archive.len())));
    write(&dist.join(LINKED), page.replace(&said(frame::UNWEIGHED), &weighed))?;
    write(&dist.join(name), archive)
}

/// The files of the archive.
fn contents(www: &Path, dist: &Path, place: Option<&str>) -> Outcome<Files> {
    let mut files = served(www, dist, place)?;
    let (own, shows) = (www.join(PAGES.0), PAGES.1[0]);
    let mut list = BTreeSet::new();
    for (name, Quiz { title, .. }) in quizzes(dist)? {
        let title = frame::escaped(&title);
        let line = format!("      <li><a href=\"{name}.html\">{title}</a>: <code>{name}</code></li>");
        list.insert((title, line));
    }
    let list: Vec<String> = list.into_iter().map(|(_, line)| line).collect();
    let shown = read(&own.join(shows))?.replace("{{quizzes}}", &list.join("\n"));
    files.insert(format!("{FOLDER}{shows}"), shown.into_bytes());
    let hosts = www.join(HOSTS.0);
    for path in tools::files(&hosts)? {
        let bytes = taken(&hosts, &path)?;
        files.insert(format!("{FOLDER}{}{path}", HOSTS.1), bytes);
    }
    Ok(files)
}

/// The folder that a site serves: what an embed loads, the page for frames and its helper, each quiz and its page,
/// notices and licences.
pub fn served(www: &Path, dist: &Path, place: Option<&str>) -> Outcome<Files> {
    let mut files = embed::loaded(dist, place)?;
    let (own, [_, quiz, sheet]) = (www.join(PAGES.0), PAGES.1);
    let page = read(&own.join(quiz))?;
    files.extend(embed::quizzes(dist)?);
    for name in tools::files(dist)?.into_iter().filter(|name| FRAMES.contains(&plain(name).as_str())) {
        let bytes = taken(dist, &name)?;
        files.insert(name, bytes);
    }
    for (name, Quiz { title, .. }) in quizzes(dist)? {
        let page = page.replace("{{name}}", &name).replace("{{title}}", &frame::escaped(&title));
        files.insert(format!("{name}.html"), page.into_bytes());
    }
    files.insert(sheet.to_owned(), taken(&own, sheet)?);
    for name in [bom::FILE, notices::FILE] {
        files.insert(name.to_owned(), taken(dist, name)?);
    }
    for (from, to) in LICENCES {
        files.insert(to.to_owned(), taken(&www.join(".."), from)?);
    }
    Ok(files.into_iter().map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes)).collect())
}

/// What is said of a quiz where it is offered.
pub struct Quiz {
    /// Its title, with what tells its form.
    pub title: String,
    /// The language of the title.
    pub language: String,
}

/// The shipped quizzes by name.
pub fn quizzes(dist: &Path) -> Outcome<BTreeMap<String, Quiz>> {
    let mut quizzes = BTreeMap::new();
    for (path, document) in embed::quizzes(dist)? {
        let document: Value = serde_json::from_slice(&document).while_doing(format!("{path} is not JSON"))?;
        let said = |field: &str| {
            let word = document.get(field).and_then(Value::as_str);
            word.map(str::to_owned).ok_or_else(|| failed(format!("{path} has no {field}")))
        };
        let quiz = Quiz { title: said("title")? + &frame::made::notes::form(&document), language: said("language")? };
        quizzes.insert(path.trim_start_matches(QUIZZES).trim_end_matches(".json").to_owned(), quiz);
    }
    Ok(quizzes)
}

/// The files in one archive, in the order of their names, all of the same day: nothing in it tells when it was made.
fn pack(files: &Files) -> Outcome<Vec<u8>> {
    let packing = "The archive cannot be packed";
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path, options).while_doing(packing)?;
        writer.write_all(bytes).while_doing(packing)?;
    }
    Ok(writer.finish().while_doing(packing)?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};
    use std::path::Path;

    use zip::ZipArchive;

    use super::{contents, pack, put};
    use crate::embed::tests::seen;
    use crate::tools::read;

    /// The tag in the language of one maker of sites.
    const HUGO: &str = "hosts/hugo/layouts/shortcodes/metier.html";

    /// The pages, where this repository has them.
    fn www() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    #[test]
    fn the_archive_has_what_an_embed_needs_and_comes_back_as_it_went() -> Result<(), String> {
        let (files, packed) = seen("archive", |dist| {
            let files = contents(www(), dist, None)?;
            let packed = pack(&files)?;
            assert_eq!(pack(&files)?, packed, "the same bytes");
            Ok((files, packed))
        })?;
        for path in
            ["index.html", "metier.js", "pace.html", "quizzes/pace.json", "THIRD-PARTY.txt", "LICENSE-MIT", HUGO]
        {
            assert!(files.contains_key(&format!("metier/{path}")), "{path}");
        }
        assert!(
            !files.keys().any(|path| path.contains("profile") || path.contains("method.html")),
            "{:?}",
            files.keys()
        );
        let page = files.get("metier/pace.html").map(|page| String::from_utf8_lossy(page).into_owned());
        assert!(page.as_deref().is_some_and(|page| page.contains("<h1>Pace &amp; more</h1>") && !page.contains("{{")));
        let mut archive = ZipArchive::new(Cursor::new(packed)).map_err(|error| error.to_string())?;
        assert_eq!(archive.len(), files.len());
        for (path, bytes) in &files {
            let mut back = Vec::new();
            let mut file = archive.by_name(path).map_err(|error| error.to_string())?;
            file.read_to_end(&mut back).map_err(|error| error.to_string())?;
            assert_eq!(&back, bytes, "{path}");
        }
        Ok(())
    }

    #[test]
    fn the_page_that_leads_to_it_says_what_it_weighs() -> Result<(), String> {
        let page = seen("weighed", |dist| {
            put(www(), dist, None)?;
            read(&dist.join("embed.html"))
        })?;
        assert!(
            page.starts_with("<a href=\"metier-0.1.0.zip\">metier-0.1.0.zip</a> (") && page.contains(" KB), "),
            "{page}"
        );
        assert_eq!(page.matches("not packed").count(), 1, "the other archive is another's to weigh: {page}");
        Ok(())
    }
}
