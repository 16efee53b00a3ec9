//! `cargo www package`: the npm package, made of the last release, and packed as npm would pack it. The same release
//! gives the same bytes.
//!
//! It has the scripts twice: as they are in the release, each with its digest in its name, for browsers and for hosts
//! that serve packages; and without, in the form that bundlers follow.

use std::path::Path;

use flate2::{Compression, GzBuilder};
use serde_json::{Value, json};

use crate::archive::LICENCES;
use crate::embed::{self, Files, QUIZZES, taken};
use crate::frame::made::tag;
use crate::names::{FACADE, plain};
use crate::sizes::{BEST, brotli};
use crate::tools::{Outcome, While, clear, failed, kilobytes, read, write};
use crate::{bom, frame, notices, release};

mod bundled;

/// What the package is called, and how its packed file begins.
const NAME: &str = "metier-quiz";
/// Where it is written when nobody says otherwise, from the top of the repository.
const FOLDER: &str = "target/package";
/// What stands in the package as it stands in the repository: the folder, and the files.
const WRITTEN: (&str, [&str; 3]) = ("www/take/package", ["README.md", "index.d.ts", "react.d.ts"]);
/// The types of the element, whose members come from the manifest, and that manifest.
const TYPES: &str = "element.d.ts";
const MANIFEST: &str = "custom-elements.json";
/// The shapes of what a module gives, which are the types of a result: in the repository, and in the package.
const SHAPES: (&str, &str) = ("www/modules/boundary/types.d.ts", "report.d.ts");
/// What changed, in both places.
const CHANGES: (&str, &str) = (".github/CHANGELOG.md", "CHANGELOG.md");
/// The fields of a quiz that lead to pages of the site.
const LEADING: [&str; 2] = ["forms", "next"];
/// The time of every file, in seconds from 1970: the one that npm itself gives them.
const TIME: u64 = 499_162_500;

/// Writes the package of the last release into `folder`, and its packed file beside what is in it.
pub fn make(repository: &Path, folder: Option<&str>) -> Outcome<()> {
    let dist = repository.join("www/dist");
    if !dist.join(FACADE).exists() {
        return Err(failed("There is no release to make a package of. Build it first: cargo www build"));
    }
    let version = frame::version(&repository.join("www")).map_err(failed)?;
    let files = contents(repository, &dist, &version, release::site().as_deref())?;
    let folder = folder.map_or_else(|| repository.join(FOLDER), |folder| Path::new(folder).to_owned());
    let packed = format!("{NAME}-{version}.tgz");
    if !is_ours(&folder)? {
        return Err(failed(format!("{} holds something else than a package; name another folder.", folder.display())));
    }
    clear(&folder)?;
    for (path, bytes) in &files {
        write(&folder.join(path), bytes)?;
    }
    let bytes = pack(&files)?;
    write(&folder.join(&packed), &bytes)?;
    println!("{}: {} files; {packed}, {} KB.", folder.display(), files.len(), kilobytes(bytes.len()));
    println!("Try it: npm install {}; publish it: npm publish, in that folder.", folder.join(packed).display());
    Ok(())
}

/// Whether a folder may be written anew: it is not there, is empty, or holds a package of this name.
fn is_ours(folder: &Path) -> Outcome<bool> {
    let manifest = std::fs::read(folder.join("package.json")).unwrap_or_default();
    let manifest: Value = serde_json::from_slice(&manifest).unwrap_or_default();
    let is_package = manifest.get("name").is_some_and(|name| name == NAME);
    Ok(is_package || !folder.exists() || folder.read_dir().while_doing("The folder cannot be read")?.next().is_none())
}

/// The files of the package, made of the release in `dist`; `place` is the whole address of the site, if it is known.
fn contents(repository: &Path, dist: &Path, version: &str, place: Option<&str>) -> Outcome<Files> {
    let mut files = embed::loaded(dist, place)?;
    files.extend(bundled::scripts(&files)?);
    let mut names = Vec::new();
    for (path, document) in embed::quizzes(dist)? {
        names.push(path.trim_start_matches(QUIZZES).trim_end_matches(".json").to_owned());
        files.insert(path, apart(&document, place)?);
    }
    for name in WRITTEN.1 {
        files.insert(name.to_owned(), taken(&repository.join(WRITTEN.0), name)?);
    }
    let said = read(&repository.join("www").join(tag::MANIFEST))?;
    let said: Value = serde_json::from_str(&said).while_doing("The manifest of the tag is not JSON")?;
    let types = tag::typed(&said, &read(&repository.join(WRITTEN.0).join(TYPES))?).map_err(failed)?;
    files.insert(TYPES.to_owned(), types.into_bytes());
    let said = serde_json::to_string_pretty(&tag::published(said).map_err(failed)?).while_doing("The manifest")?;
    files.insert(MANIFEST.to_owned(), (said + "\n").into_bytes());
    let readme = filled(&read(&repository.join(WRITTEN.0).join("README.md"))?, &files, &names, version, place)?;
    files.insert("README.md".to_owned(), readme.into_bytes());
    for (from, to) in [SHAPES, CHANGES].into_iter().chain(LICENCES) {
        files.insert(to.to_owned(), taken(repository, from)?);
    }
    for name in [bom::FILE, notices::FILE] {
        files.insert(name.to_owned(), taken(dist, name)?);
    }
    let manifest = serde_json::to_string_pretty(&manifest(version, place)).while_doing("package.json")?;
    files.insert("package.json".to_owned(), (manifest + "\n").into_bytes());
    Ok(files)
}

/// `package.json`.
fn manifest(version: &str, place: Option<&str>) -> Value {
    let entry =
        |name: &str, module: &str| json!({ "types": format!("./{name}.d.ts"), "default": format!("./{module}.js") });
    let mut manifest = json!({
        "name": NAME,
        "version": version,
        "description": "Skill quizzes that run entirely in the reader's browser, as one tag: <metier-quiz>",
        "keywords": ["quiz", "web-component", "custom-element", "webassembly", "skills"],
        "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
        "type": "module",
        "main": "./index.js",
        "types": "./index.d.ts",
        "unpkg": FACADE,
        "jsdelivr": FACADE,
        "customElements": MANIFEST,
        "exports": {
            ".": entry("index", "index"),
            "./element": entry("element", "element"),
            "./react": entry("react", "index"),
            format!("./{FACADE}"): format!("./{FACADE}"),
            "./quizzes/*": "./quizzes/*",
            format!("./{MANIFEST}"): format!("./{MANIFEST}"),
            "./package.json": "./package.json",
        },
        "sideEffects": [format!("./{FACADE}"), "./index.js"],
        "files": ["*.d.ts", "*.js", "*.wasm", "quizzes/", MANIFEST, "CHANGELOG.md", "LICENSE-*", bom::FILE, notices::FILE],
    });
    if let (Some(place), Some(fields)) = (place, manifest.as_object_mut()) {
        fields.insert("homepage".to_owned(), json!(place));
    }
    manifest
}

/// A quiz apart from the pages of the site: its links lead there by their whole addresses, or are left out where the
/// site's is not known.
fn apart(document: &[u8], place: Option<&str>) -> Outcome<Vec<u8>> {
    let mut quiz: Value = serde_json::from_slice(document).while_doing("A quiz is not JSON")?;
    if let Some(place) = place {
        let lists = LEADING.map(|name| quiz.get(name).and_then(Value::as_array).cloned());
        for (name, list) in LEADING.into_iter().zip(lists) {
            if let (Some(list), Some(fields)) = (list, quiz.as_object_mut()) {
                fields.insert(name.to_owned(), list.into_iter().map(|entry| whole(entry, place)).collect());
            }
        }
    } else if let Some(fields) = quiz.as_object_mut() {
        fields.retain(|name, _| !LEADING.contains(&name.as_str()));
    }
    Ok(quiz.to_string().into_bytes())
}

/// What leads to a page of the site, by its whole address.
fn whole(mut entry: Value, place: &str) -> Value {
    if let Some(Value::String(link)) = entry.get_mut("link")
        && let Some(page) = link.strip_prefix("../")
    {
        *link = format!("{place}{page}");
    }
    entry
}

/// The README with what only a release knows: the version, the sizes, the quizzes, where links lead.
fn filled(text: &str, files: &Files, names: &[String], version: &str, place: Option<&str>) -> Outcome<String> {
    let weigh = |names: &[&str]| -> usize {
        let files = files.iter().filter(|(path, _)| names.contains(&plain(path).as_str()));
        files.map(|(_, bytes)| brotli(bytes, BEST).len()).sum()
    };
    let links = match place {
        Some(place) => format!("Links on a result, to other quizzes and to the method, lead to <{place}>."),
        None => "Quizzes here have no links to other quizzes, and a result none to a page about the method: this package was made for no site of its own.".to_owned(),
    };
    let words = [
        ("version", version.to_owned()),
        ("before", kilobytes(weigh(&[FACADE]))),
        ("then", kilobytes(weigh(&["player.js", "player_bg.wasm"]))),
        ("quizzes", names.join("`, `")),
        ("links", links),
    ];
    let text = words.iter().fold(text.to_owned(), |text, (word, said)| text.replace(&format!("{{{{{word}}}}}"), said));
    if text.contains("{{") {
        return Err(failed("The README of the package has a word in {{ }} that nothing fills."));
    }
    Ok(text)
}

/// The files as npm packs them: below `package/`, in the order of their names, all of one time and nobody's.
fn pack(files: &Files) -> Outcome<Vec<u8>> {
    let packing = "The package cannot be packed";
    let mut builder = tar::Builder::new(GzBuilder::new().write(Vec::new(), Compression::best()));
    for (path, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(TIME);
        builder.append_data(&mut header, format!("package/{path}"), bytes.as_slice()).while_doing(packing)?;
    }
    builder.into_inner().and_then(flate2::write::GzEncoder::finish).while_doing(packing)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use serde_json::Value;

    use super::{apart, contents, is_ours, pack};
    use crate::embed::tests::seen;
    use crate::tools::write;

    /// The text of each file of a package, made of a small release.
    fn made(label: &str, place: Option<&str>) -> Result<Vec<(String, String)>, String> {
        let repository = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        let files = seen(label, |dist| {
            let files = contents(repository, dist, "1.2.3", place)?;
            assert_eq!(pack(&files)?, pack(&files)?, "the same bytes");
            Ok(files)
        })?;
        Ok(files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect())
    }

    #[test]
    fn each_file_that_the_package_names_is_in_it() -> Result<(), String> {
        let files = made("package", None)?;
        let text = |path: &str| files.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str());
        let manifest: Value =
            serde_json::from_str(text("package.json").unwrap_or_default()).map_err(|error| error.to_string())?;
        assert_eq!(manifest.get("version"), Some(&Value::from("1.2.3")));
        for named in paths(&manifest).iter().filter(|path| !path.contains('*')) {
            assert!(text(named.trim_start_matches("./")).is_some(), "{named}");
        }
        let readme = text("README.md").unwrap_or_default();
        assert!(readme.contains("metier-quiz@1.2.3") && readme.contains("for no site of its own"), "{readme}");
        assert!(text("quizzes/pace.json").is_some_and(|quiz| !quiz.contains("html")));
        assert!(!files.iter().any(|(path, _)| path.ends_with(".html")), "no page of the site");
        Ok(())
    }

    /// The paths from the package that its manifest names.
    fn paths(value: &Value) -> Vec<String> {
        match value {
            Value::String(text) => text.starts_with("./").then(|| text.clone()).into_iter().collect(),
            Value::Array(list) => list.iter().flat_map(paths).collect(),
            Value::Object(fields) => fields.values().flat_map(paths).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn a_folder_of_something_else_is_left_alone() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("metier-ours-{}", std::process::id()));
        let asked = || is_ours(&folder).map_err(|failure| failure.sentence);
        let put = |path: &str, text: &str| write(&folder.join(path), text).map_err(|failure| failure.sentence);
        assert!(asked()?, "not there");
        put(".git/config", "")?;
        assert!(!asked()?, "somebody's");
        put("package.json", r#"{ "name": "somebody" }"#)?;
        assert!(!asked()?, "another package");
        put("package.json", r#"{ "name": "metier-quiz" }"#)?;
        assert!(asked()?, "ours");
        std::fs::remove_dir_all(folder).map_err(|error| error.to_string())
    }

    #[test]
    fn links_lead_to_the_site_where_it_is_known() -> Result<(), String> {
        let quiz =
            br#"{"id":"a","forms":[{"link":"../a.html"}],"next":[{"link":"../b.html"},{"link":"https://c.example/"}]}"#;
        let said = |place| apart(quiz, place).map(|quiz| String::from_utf8_lossy(&quiz).into_owned());
        let said = |place| said(place).map_err(|failure| failure.sentence);
        assert_eq!(said(None)?, r#"{"id":"a"}"#);
        assert_eq!(
            said(Some("https://d.example/e/"))?,
            r#"{"id":"a","forms":[{"link":"https://d.example/e/a.html"}],"next":[{"link":"https://d.example/e/b.html"},{"link":"https://c.example/"}]}"#
        );
        let files = made("placed", Some("https://d.example/e/"))?;
        assert!(
            files
                .iter()
                .any(|(path, text)| path == "metier.js" && text.contains("\"https://d.example/e/method.html\""))
        );
        Ok(())
    }
}
