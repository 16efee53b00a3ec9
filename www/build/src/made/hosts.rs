//! What to put where, host by host: the recipes of `www/pages/hosts.json` as folds of the page on embedding, each filled
//! for one quiz at an address that stands for the reader's own. With scripts `www/embed` fills them anew with what was
//! chosen, from the templates that stand beside the text; a test holds both to each other.

use std::path::Path;

use serde_json::Value;

use super::super::{UNNAMED, framed};
use super::document::{array, read, string, strings};
use super::html::{Html, line, tag, text};
use super::inline::inline;

/// The document of the recipes, below `www`.
const DOCUMENT: &str = "pages/hosts.json";
/// The address that stands for that of the reader's copy.
pub const EXAMPLE: &str = "https://quiz.example/";
/// The quiz of the example.
pub const QUIZ: &str = "pace";

/// What stands in the places of names in a template, for the example.
pub struct Words<'w> {
    /// The title of the quiz, as it may stand in a page.
    pub title: &'w str,
    /// The version of the project.
    pub version: &'w str,
}

/// The recipes as folds: the first, which is open, and the others.
pub fn recipes(www: &Path, words: &Words<'_>) -> Result<(String, String), String> {
    let document = read(www, DOCUMENT)?;
    let hosts = array(&document, "hosts")?;
    let folds: Result<Vec<Html>, String> =
        hosts.iter().enumerate().map(|(at, host)| fold(host, at == 0, words)).collect();
    let mut folds = folds?.into_iter();
    let first = folds.next().ok_or_else(|| format!("www/{DOCUMENT} has no hosts"))?;
    Ok((plain(&first), plain(&folds.collect())))
}

/// Lines to copy, as they stand in a page: `template` filled for the example, and beside the text the template.
pub fn lines(template: &str, words: &Words<'_>) -> Result<String, String> {
    Ok(plain(&block(&[("data-lines", template)], &filled(template, &serde_json::json!({}), words)?)))
}

/// Markup in which no braces are left that the maker of pages would take for a name of its own.
fn plain(html: &Html) -> String {
    html.as_str().replace("{{", "&#123;&#123;").trim().to_owned()
}

/// One host.
fn fold(host: &Value, is_open: bool, words: &Words<'_>) -> Result<Html, String> {
    let id = string(host, "id")?;
    let takes = tag("span", &[("class", "takes")], text(string(host, "takes")?));
    let mut inside = line(tag("summary", &[], text(string(host, "name")?).and(text(" ")).and(takes)));
    for words in strings(host, "words")? {
        inside = inside.and(line(tag("p", &[], inline(words))));
    }
    for one in array(host, "pieces")? {
        inside = inside.and(piece(one, words)?);
    }
    let anchor = format!("host-{id}");
    let mut attributes = vec![("class", "host"), ("id", anchor.as_str()), ("data-host", id)];
    if is_open {
        attributes.push(("open", ""));
    }
    Ok(line(tag("details", &attributes, text("\n").and(inside).and(text("    ")))))
}

/// One piece of a recipe: where it goes, and its lines.
fn piece(piece: &Value, words: &Words<'_>) -> Result<Html, String> {
    let template = strings(piece, "lines")?.join("\n");
    let own = if piece.get("own").is_some() { Some(strings(piece, "own")?.join("\n")) } else { None };
    let holes = piece.get("holes").map(Value::to_string);
    let mut attributes = vec![("data-lines", template.as_str())];
    attributes.extend(own.as_deref().map(|own| ("data-own", own)));
    attributes.extend(holes.as_deref().map(|holes| ("data-holes", holes)));
    if piece.get("jsx").is_some() {
        attributes.push(("data-jsx", ""));
    }
    let shown = filled(&template, piece.get("holes").unwrap_or(&Value::Null), words)?;
    Ok(line(tag("p", &[("class", "where")], text(string(piece, "where")?))).and(block(&attributes, &shown)))
}

/// Lines that can be scrolled and copied.
fn block(attributes: &[(&str, &str)], shown: &str) -> Html {
    line(tag("pre", &[("tabindex", "0")], tag("code", attributes, text(shown))))
}

/// A template with what the example has in the places of the names. A name that stands alone in its line keeps its
/// indent on every line of what comes there.
fn filled(template: &str, holes: &Value, words: &Words<'_>) -> Result<String, String> {
    let mut out = Vec::new();
    for line in template.lines() {
        let indent: String = line.chars().take_while(|character| *character == ' ').collect();
        let mut said = line.to_owned();
        while let Some((name, whole)) = next_name(&said) {
            let value = value(&name, holes, words).ok_or_else(|| format!("www/{DOCUMENT} names [[{name}]]"))?;
            said = said.replace(&whole, &value.replace('\n', &format!("\n{indent}")));
        }
        out.push(said);
    }
    Ok(out.join("\n"))
}

/// The first name of a template, without and with its brackets.
fn next_name(template: &str) -> Option<(String, String)> {
    template.split("[[").skip(1).find_map(|rest| {
        let (name, _) = rest.split_once("]]")?;
        let is_name = !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-');
        is_name.then(|| (name.to_owned(), format!("[[{name}]]")))
    })
}

/// What the example has for a name.
fn value(name: &str, holes: &Value, words: &Words<'_>) -> Option<String> {
    let title = words.title;
    Some(match name {
        "base" => EXAMPLE.to_owned(),
        "metier" => format!("{EXAMPLE}metier.js"),
        "script" => format!("<script type=\"module\" src=\"{EXAMPLE}metier.js\"></script>"),
        "tag" => the_tag(holes, title),
        "frame" => framed::lines(QUIZ, title, EXAMPLE),
        "frame-address" => format!("{EXAMPLE}{}?quiz={QUIZ}", framed::PAGE),
        "helper" => format!("<script src=\"{EXAMPLE}metier-frame.js\" defer></script>"),
        "page" => format!("{EXAMPLE}{QUIZ}.html"),
        "name" => QUIZ.to_owned(),
        "title" => title.to_owned(),
        "shortcode" => format!("quiz=\"{QUIZ}\""),
        "version" => words.version.to_owned(),
        "policy" => {
            let origin = EXAMPLE.trim_end_matches('/');
            format!("script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}")
        }
        "frame-policy" => {
            let origin = EXAMPLE.trim_end_matches('/');
            format!("frame-src {origin}; script-src {origin}")
        }
        // What a release fills in, once its files have their names.
        "preload" => UNNAMED.to_owned(),
        _ => return None,
    })
}

/// The tag with its link; a template of the host may stand in the place of an address or a title.
fn the_tag(holes: &Value, title: &str) -> String {
    let hole = |name: &str, otherwise: String| {
        let own = holes.get(name).and_then(Value::as_str);
        own.map_or(otherwise, |own| own.replace("[[base]]", EXAMPLE))
    };
    let src = hole("src", format!("{EXAMPLE}quizzes/{QUIZ}.json"));
    let href = hole("href", format!("{EXAMPLE}{QUIZ}.html"));
    let words = hole("text", title.to_owned());
    format!("<metier-quiz src=\"{src}\">\n  <a href=\"{href}\">{words}</a>\n</metier-quiz>")
}

#[cfg(test)]
mod tests {
    use super::{Words, filled, next_name};
    use serde_json::{Value, json};

    /// A template, filled.
    fn said(template: &str, holes: &Value) -> Result<String, String> {
        filled(template, holes, &Words { title: "A title", version: "1.2.3" })
    }

    #[test]
    fn a_name_is_filled_wherever_it_stands() -> Result<(), String> {
        assert_eq!(said("a [[name]] b [[version]]", &Value::Null)?, "a pace b 1.2.3");
        assert_eq!(
            said("x\n  [[tag]]", &Value::Null)?,
            "x\n  <metier-quiz src=\"https://quiz.example/quizzes/pace.json\">\n    \
             <a href=\"https://quiz.example/pace.html\">A title</a>\n  </metier-quiz>"
        );
        assert!(said("[[nothing]]", &Value::Null).is_err());
        Ok(())
    }

    #[test]
    fn what_a_host_writes_with_brackets_is_no_name() {
        assert_eq!(next_name("head: [[\"script\", { }]]"), None);
        assert_eq!(next_name("[metier [[shortcode]]]").map(|(name, _)| name).as_deref(), Some("shortcode"));
    }

    #[test]
    fn a_template_of_the_host_stands_in_the_tag() -> Result<(), String> {
        let tag = said("[[tag]]", &json!({ "src": "[[base]]{{ .Get 0 }}.json", "text": "{{ .Get 1 }}" }))?;
        assert!(tag.starts_with("<metier-quiz src=\"https://quiz.example/{{ .Get 0 }}.json\">"), "{tag}");
        assert!(tag.contains(">{{ .Get 1 }}</a>"), "{tag}");
        Ok(())
    }
}
