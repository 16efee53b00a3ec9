//! What the documents say in a line: words with emphasis and links, and the marks of where it is from.

use super::html::{Html, joined, link, tag, text};

/// Words in which `*…*` is stressed, `` `…` `` is code, `[…](…)` leads somewhere and a backslash keeps what follows.
pub fn inline(words: &str) -> Html {
    let mut out = Html::default();
    let mut plain = String::new();
    let mut rest = words;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        let found = match character {
            '*' => after.split_once('*').map(|(inside, rest)| (tag("em", &[], text(inside)), rest)),
            '`' => after.split_once('`').map(|(inside, rest)| (tag("code", &[], text(inside)), rest)),
            '[' => linked(after),
            _ => None,
        };
        if let Some((markup, next)) = found {
            out = out.and(text(&std::mem::take(&mut plain))).and(markup);
            rest = next;
            continue;
        }
        let kept = if character == '\\' { after.chars().next() } else { None };
        plain.push(kept.unwrap_or(character));
        rest = after.get(kept.map_or(0, char::len_utf8)..).unwrap_or_default();
    }
    out.and(text(&plain))
}

/// A link, from within its brackets, and what follows it.
fn linked(after: &str) -> Option<(Html, &str)> {
    let (words, rest) = after.split_once("](")?;
    let (address, rest) = rest.split_once(')')?;
    Some((link(address, words), rest))
}

/// Where one row of the inventory, or a letter, is explained.
pub fn row(id: &str) -> Html {
    link(&format!("sources.html#{id}"), id)
}

/// Words, and behind them where they are from: rows of the inventory, our judgement, or both.
pub fn with_sources(words: &str, sources: &[&str]) -> Html {
    let from = from(sources);
    let mark = if from.as_str().is_empty() { from } else { text(" ").and(tag("span", &[("class", "from")], from)) };
    text(words).and(mark)
}

/// Where something is from.
pub fn from(sources: &[&str]) -> Html {
    let rows: Vec<Html> = sources.iter().filter(|id| **id != "E").map(|id| row(id)).collect();
    match (rows.is_empty(), sources.contains(&"E")) {
        (true, true) => link("sources.html#E", "our judgement"),
        (false, true) => joined(rows, ", ").and(text(", in part ")).and(link("sources.html#E", "our judgement")),
        (_, false) => joined(rows, ", "),
    }
}

#[cfg(test)]
mod tests {
    use super::{from, inline, with_sources};

    #[test]
    fn a_line_has_emphasis_links_and_kept_characters() {
        let html = inline("a *b* O\\*NET [c & d](https://example.org/) <e> 2 * 3");
        assert_eq!(inline("a `<b>` c` d").as_str(), "a <code>&lt;b&gt;</code> c` d");
        assert_eq!(html.as_str(), "a <em>b</em> O*NET <a href=\"https://example.org/\">c &amp; d</a> &lt;e&gt; 2 * 3");
    }

    #[test]
    fn a_line_says_where_it_is_from() {
        assert_eq!(from(&["S1-02"]).as_str(), "<a href=\"sources.html#S1-02\">S1-02</a>");
        assert!(from(&["S1-02", "E"]).as_str().ends_with(", in part <a href=\"sources.html#E\">our judgement</a>"));
        assert!(from(&["E"]).as_str().starts_with("<a href=\"sources.html#E\">"));
        assert_eq!(with_sources("a", &[]).as_str(), "a");
    }
}
