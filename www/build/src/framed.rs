//! Quizzes in frames of other people's pages: the page that stands in such a frame, the lines that put it there, and the
//! documents (oEmbed) by which a program that shows links finds those lines.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The page that shows a quiz and nothing else.
pub const PAGE: &str = "frame.html";
/// The size of a frame whose page does not follow its height, in pixels: about a first screen.
const SIZE: (u32, u32) = (720, 640);
/// The line after which a quiz page says where its document for links is.
const BEFORE: &str = "  <link rel=\"icon\" ";

/// The title of the quiz called `name` with what tells its form, from the words that stand for it in pages.
pub fn titled(name: &str, words: &BTreeMap<String, String>) -> String {
    let word = |field: &str| words.get(&format!("{{{{{name}.{field}}}}}")).map_or("", String::as_str);
    format!("{}{}", word("title"), word("form"))
}

/// The list of the quizzes: what the page shows to who asks for another, and where it looks up who asks for one.
pub fn links(quizzes: &[String], words: &BTreeMap<String, String>) -> String {
    let line = |name: &String| format!("        <li><a href=\"{name}.html\">{}</a></li>", titled(name, words));
    quizzes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The same to choose from in a form.
pub fn options(quizzes: &[String], words: &BTreeMap<String, String>) -> String {
    let line = |name: &String| format!("          <option value=\"{name}\">{}</option>", titled(name, words));
    quizzes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines that put the quiz called `name` into a page elsewhere: a frame, and a link below it, since what stands in a
/// frame's tag is gone where a host takes the frame away. `place` is the whole address of the site.
pub fn lines(name: &str, title: &str, place: &str) -> String {
    let (width, height) = SIZE;
    format!(
        "<iframe data-metier src=\"{place}{PAGE}?quiz={name}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;max-width:100%\" loading=\"lazy\"></iframe>\n<p><a href=\"{place}{name}.html\">{title}</a></p>"
    )
}

/// The path of the document of a quiz.
pub fn path(name: &str) -> String {
    format!("oembed/{name}.json")
}

/// What a program that shows links is told of the quiz called `name`, by <https://oembed.com>, version 1.0.
pub fn document(name: &str, title: &str, place: &str) -> Value {
    let (width, height) = SIZE;
    json!({
        "version": "1.0", "type": "rich", "provider_name": "Metier", "provider_url": place, "title": plain(title),
        "width": width, "height": height, "html": lines(name, title, place),
    })
}

/// The page of the quiz called `name` with the address of its document.
pub fn discovered(page: &str, name: &str, title: &str, place: &str) -> String {
    let line = format!(
        "  <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{place}{}\" title=\"{title}\">\n",
        path(name)
    );
    page.replacen(BEFORE, &format!("{line}{BEFORE}"), 1)
}

/// The page for frames at `place`: its policy names the site, since in a sandbox that takes the page's origin away WebKit
/// takes `'self'` for nothing.
pub fn placed(page: &str, place: &str) -> String {
    let (scheme, rest) = place.split_once("://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    ["script-src 'self'", "connect-src 'self'"]
        .iter()
        .fold(page.to_owned(), |page, part| page.replacen(part, &format!("{part} {scheme}://{host}"), 1))
}

/// `text` of a page as it stands outside of pages.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{discovered, document, links, options, placed};

    const PLACE: &str = "https://example.org/quiz/";

    #[test]
    fn a_list_has_each_quiz_by_its_title_and_form() {
        let words = [
            ("{{a.title}}", "One &amp; two"),
            ("{{a.form}}", ""),
            ("{{a-b.title}}", "One"),
            ("{{a-b.form}}", ", form B"),
        ];
        let words: BTreeMap<_, _> = words.map(|(word, said)| (word.to_owned(), said.to_owned())).into();
        let list = links(&["a".to_owned(), "a-b".to_owned()], &words);
        assert_eq!(
            list,
            "        <li><a href=\"a.html\">One &amp; two</a></li>\n        <li><a href=\"a-b.html\">One, form B</a></li>"
        );
        let list = options(&["a-b".to_owned()], &words);
        assert_eq!(list, "          <option value=\"a-b\">One, form B</option>");
    }

    #[test]
    fn a_link_to_a_quiz_can_be_shown_as_the_quiz() {
        let found = document("pace", "Pace &amp; \u{201c}more\u{201d}", PLACE);
        for (field, value) in [("version", "1.0"), ("type", "rich"), ("title", "Pace & \u{201c}more\u{201d}")] {
            assert_eq!(found.get(field).and_then(serde_json::Value::as_str), Some(value), "{field}");
        }
        let html = found.get("html").and_then(serde_json::Value::as_str).unwrap_or_default();
        let (frame, link) = html.split_once("</iframe>").unwrap_or_default();
        assert!(
            frame.starts_with("<iframe data-metier src=\"https://example.org/quiz/frame.html?quiz=pace\" "),
            "{frame}"
        );
        assert!(frame.contains(" width=\"720\" height=\"640\" ") && !html.contains("<script"), "{html}");
        assert!(link.contains("<a href=\"https://example.org/quiz/pace.html\">Pace &amp; "), "{link}");
        assert_eq!(
            [found.get("width"), found.get("height")].map(|side| side.and_then(serde_json::Value::as_u64)),
            [Some(720), Some(640)]
        );
    }

    #[test]
    fn a_quiz_page_at_a_known_address_names_its_document_once() {
        let page = "  <link rel=\"icon\" href=\"icon.svg\">\n  <link rel=\"manifest\">";
        let there = "  <link rel=\"alternate\" type=\"application/json+oembed\" \
            href=\"https://example.org/quiz/oembed/pace.json\" title=\"Pace\">\n  <link rel=\"icon\" href=\"icon.svg\">\n  \
            <link rel=\"manifest\">";
        assert_eq!(discovered(page, "pace", "Pace", PLACE), there);
    }

    #[test]
    fn the_policy_of_the_page_for_frames_names_a_known_site() {
        let page =
            "content=\"script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; base-uri 'none'\"";
        let there = "content=\"script-src 'self' https://example.org 'wasm-unsafe-eval'; style-src 'self'; \
            connect-src 'self' https://example.org; base-uri 'none'\"";
        assert_eq!(placed(page, PLACE), there);
    }
}
