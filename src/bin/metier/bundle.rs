//! `metier bundle`: a quiz and all that it needs as one page, for hosts that take one file and for opening from a disk.

use crate::Wrong;
use crate::input::{print_or_write, read, read_text};
use crate::sort::Sort;
use metier::session::{SEED, Session};
use metier::text::json;
use metier::text::markdown::Tree;
use std::io::Write as _;
use std::path::Path;

/// The page without a quiz, in the folder of a release.
const PAGE: &str = "one-page.txt";
/// What it has for a quiz, in the order in which it stands there; `www/embed/one-page.js` fills the same.
const PLACES: [&str; 4] = ["{{quiz.language}}", "{{quiz.direction}}", "{{quiz.title}}", "{{quiz.document}}"];

/// Writes the page of a quiz that has no mistakes.
pub fn bundle(quiz: &Path, output: Option<&Path>, release: &Path) -> Result<(), Wrong> {
    let mut document = String::new();
    let session = read(quiz, Sort::Quiz, |text| {
        document = harmless(text.strip_prefix('\u{feff}').unwrap_or(text));
        let (quiz, problems) = match json::too_long(&document) {
            Some(problem) => (None, vec![problem]),
            None => metier::quiz::read(text),
        };
        (quiz.map(|quiz| Session::start(quiz, "", SEED)), problems)
    })?;
    let view = session.view();
    let title = escaped(&plain(&view.title.tree()));
    let direction = metier::closed::Closed::word(view.direction);
    let page = filled(&template(release)?, [&escaped(view.language), direction, &title, &document]);
    print_or_write(
        output,
        &page.ok_or_else(|| say(&format!("{} is of another version.", release.join(PAGE).display())))?,
    )
}

/// The page without a quiz.
fn template(release: &Path) -> Result<String, Wrong> {
    read_text(&release.join(PAGE)).map_err(|_| {
        say(&format!(
            "There is no release in {} to take the page from. Write one first, in the project’s folder: cargo www build",
            release.display()
        ))
    })
}

/// The page with a value in each of its places, from the first to the last and once: what a quiz says is never read as a
/// place.
fn filled(template: &str, values: [&str; 4]) -> Option<String> {
    let (mut page, mut rest) = (String::with_capacity(template.len()), template);
    for (place, value) in PLACES.iter().zip(values) {
        let (before, after) = rest.split_once(place)?;
        page.push_str(before);
        page.push_str(value);
        rest = after;
    }
    Some(page + rest)
}

/// A document of JSON as it may stand in a script of a page: nothing in it ends or begins anything there. All that is
/// written otherwise can only be within strings.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A text as it may stand in a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The letters alone, on one line, as the page's own `textPlain` has them.
fn plain(tree: &Tree) -> String {
    let block = |block: &metier::text::markdown::Block| {
        let number = block.number.map_or_else(String::new, |number| format!("{number}. "));
        block.runs.iter().fold(number, |text, run| text + &run.text)
    };
    tree.blocks.iter().map(block).collect::<Vec<_>>().join(" ").replace('\n', " ")
}

/// Says what is wrong with the call's surroundings.
fn say(sentence: &str) -> Wrong {
    let _ = writeln!(std::io::stderr(), "{sentence}");
    Wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_places_once_and_in_order() {
        let template = PLACES.join("|");
        let made = filled(&template, ["en", "ltr", "{{quiz.document}}", "{\"a\":\"{{quiz.title}}\"}"]);
        assert_eq!(made.as_deref(), Some("en|ltr|{{quiz.document}}|{\"a\":\"{{quiz.title}}\"}"));
        assert_eq!(filled("{{quiz.language}} {{quiz.title}} {{quiz.direction}}", [""; 4]), None);
    }

    #[test]
    fn a_document_in_a_script_says_the_same_and_ends_nothing() {
        let text = r#"{"a":"</script><!-- \\<SCRIPT"#.to_owned() + "\u{2028}\u{2029}\"}";
        let made = harmless(&text);
        assert!(!made.contains(['<', '\u{2028}', '\u{2029}']), "{made}");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(read(&made), read(&text));
    }

    #[test]
    fn a_title_is_one_line_of_letters() {
        let tree = metier::text::markdown::read("*One* [way](https://a.example)\nand\n\n1. more");
        assert_eq!(escaped(&plain(&tree)), "One way and 1. more");
        assert_eq!(escaped("<a b=\"&\">"), "&lt;a b=&quot;&amp;&quot;&gt;");
    }
}
