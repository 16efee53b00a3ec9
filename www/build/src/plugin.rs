//! The plugin for WordPress: one folder with what WordPress reads, and in it the folder of the archive that a site
//! serves. The same release gives the same bytes.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::archive::{self, NAME};
use crate::embed::{Files, taken};
use crate::frame;
use crate::names::digest;
use crate::tools::{Outcome, failed, files, read};

/// What stands between the beginning of an archive's name and the version.
const KIND: &str = "wordpress-";
/// The folder in the archive, which WordPress calls the plugin after.
const FOLDER: &str = "metier-quiz/";
/// What WordPress reads of it, in this folder of `www/`.
const WRITTEN: &str = "take/wordpress";
/// The list of the quizzes, for the plugin alone.
const LIST: &str = "quizzes.json";
/// How many digits of a digest tell one build from another.
const DIGITS: usize = 12;

/// Writes the plugin of the release in `dist` beside it, and its size into the page that leads to it.
pub fn put(www: &Path, dist: &Path, place: Option<&str>) -> Outcome<()> {
    let version = frame::version(www).map_err(failed)?;
    let name = format!("{}{KIND}{version}{}", NAME.0, NAME.1);
    archive::lay(dist, &name, &contents(www, dist, &version, place)?)
}

/// The files of the plugin.
fn contents(www: &Path, dist: &Path, version: &str, place: Option<&str>) -> Outcome<Files> {
    let mut found = archive::served(www, dist, place)?;
    let quizzes = archive::quizzes(dist)?;
    let list: Map<String, Value> = quizzes
        .iter()
        .map(|(name, quiz)| (name.clone(), json!({ "language": quiz.language, "title": quiz.title })))
        .collect();
    found.insert(LIST.to_owned(), Value::from(list).to_string().into_bytes());
    let names: Vec<String> = quizzes.keys().map(|name| format!("`{name}`")).collect();
    let written = www.join(WRITTEN);
    let paths = files(&written)?;
    for path in &paths {
        found.insert(path.clone(), taken(&written, path)?);
    }
    let all: Vec<u8> = found.iter().flat_map(|(path, bytes)| [path.as_bytes(), bytes]).flatten().copied().collect();
    let build = digest(&all);
    let words = [
        ("{{version}}", version),
        ("{{build}}", build.get(..DIGITS).unwrap_or_default()),
        ("{{quizzes}}", &names.join(", ")),
    ];
    for path in paths {
        let text = words.iter().fold(read(&written.join(&path))?, |text, (word, said)| text.replace(word, said));
        if has_word(&text) {
            return Err(failed(format!("www/{WRITTEN}/{path} has a word in {{{{ }}}} that nothing fills.")));
        }
        found.insert(path, text.into_bytes());
    }
    Ok(found.into_iter().map(|(path, bytes)| (format!("{FOLDER}{path}"), bytes)).collect())
}

/// Whether a word in double braces is left. Types of JavaScript stand in such braces, too, but are more than a word.
fn has_word(text: &str) -> bool {
    let words = text.split("{{").skip(1).filter_map(|rest| rest.split_once("}}"));
    words.map(|(word, _)| word).any(|word| word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '.'))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::contents;
    use crate::embed::tests::seen;

    #[test]
    fn the_plugin_has_what_wordpress_reads_and_what_the_site_serves() -> Result<(), String> {
        let www = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let (files, again) =
            seen("plugin", |dist| Ok((contents(www, dist, "9.8.7", None)?, contents(www, dist, "9.8.7", None)?)))?;
        assert_eq!(files, again, "the same bytes");
        let text = |path: &str| files.get(&format!("metier-quiz/{path}")).map(|bytes| String::from_utf8_lossy(bytes));
        for path in ["metier/metier.js", "metier/pace.html", "metier/quizzes/pace.json", "metier/LICENSE-MIT"] {
            assert!(text(path).is_some(), "{path}");
        }
        assert!(text("metier/index.html").is_none(), "nobody uploads this folder by hand");
        assert_eq!(text("quizzes.json").as_deref(), Some(r#"{"pace":{"language":"en","title":"Pace & more"}}"#));
        for path in ["metier-quiz.php", "block.json", "readme.txt", "languages/metier-quiz.pot"] {
            assert!(text(path).is_some_and(|text| text.contains("9.8.7")), "{path} says the version");
        }
        Ok(())
    }
}
