//! Writing markup: words are escaped where they come in, and what is markup already has a type of its own.

/// Markup.
#[derive(Clone, Default)]
pub struct Html(String);

impl Html {
    /// The markup as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One after the other.
    pub fn and(mut self, next: Html) -> Html {
        self.0.push_str(&next.0);
        self
    }
}

impl FromIterator<Html> for Html {
    fn from_iter<I: IntoIterator<Item = Html>>(parts: I) -> Html {
        parts.into_iter().fold(Html::default(), Html::and)
    }
}

/// Words, in which nothing is markup.
pub fn text(words: &str) -> Html {
    Html(words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

/// An element with its attributes and what stands in it.
pub fn tag(name: &str, attributes: &[(&str, &str)], inside: Html) -> Html {
    let attributes: String =
        attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", text(value).as_str())).collect();
    Html(format!("<{name}{attributes}>{}</{name}>", inside.as_str()))
}

/// A block without attributes, on a line of its own.
pub fn block(name: &str, inside: Html) -> Html {
    line(tag(name, &[], inside))
}

/// What stands on a line of its own.
pub fn line(inside: Html) -> Html {
    Html(format!("    {}\n", inside.as_str()))
}

/// A heading of the second rank that can be linked to.
pub fn heading(id: &str, words: &str) -> Html {
    line(tag("h2", &[("id", id)], text(words)))
}

/// A paragraph of words.
pub fn paragraph(words: &str) -> Html {
    block("p", text(words))
}

/// A paragraph in small print.
pub fn small(inside: Html) -> Html {
    line(tag("p", &[("class", "small")], inside))
}

/// A link.
pub fn link(address: &str, words: &str) -> Html {
    tag("a", &[("href", address)], text(words))
}

/// What leads on: a link, and what is found there.
pub fn onward(address: &str, words: &str, what: &str) -> Html {
    link(address, words).and(tag("div", &[], text(what)))
}

/// A list of that name with its entries.
pub fn list(name: &str, attributes: &[(&str, &str)], entries: impl IntoIterator<Item = Html>) -> Html {
    let entries: Html = entries.into_iter().map(|entry| line(tag("li", &[], entry))).collect();
    line(tag(name, attributes, Html("\n".to_owned()).and(entries).and(Html("    ".to_owned()))))
}

/// With something between each and the next.
pub fn joined(parts: impl IntoIterator<Item = Html>, between: &str) -> Html {
    let parts: Vec<String> = parts.into_iter().map(|part| part.0).collect();
    Html(parts.join(between))
}

/// A page's body: what its head needs, and its main part.
pub fn body(head: &[(&str, &str)], main: &Html) -> String {
    let head: String = head
        .iter()
        .map(|(field, value)| {
            let value = if *field == "head" { (*value).to_owned() } else { text(value).0 };
            format!("{field}: {value}\n")
        })
        .collect();
    format!("<!--\n{head}-->\n{}", main.as_str())
}

#[cfg(test)]
mod tests {
    use super::{Html, body, joined, link, list, text};

    #[test]
    fn words_are_no_markup() {
        assert_eq!(link("a.html?a&b", "<b>\"&").as_str(), "<a href=\"a.html?a&amp;b\">&lt;b&gt;&quot;&amp;</a>");
        assert!(body(&[("title", "A & B")], &Html::default()).starts_with("<!--\ntitle: A &amp; B\n-->\n"));
    }

    #[test]
    fn lists_have_their_entries() {
        let entries = ["a", "b", "c"].map(text);
        assert_eq!(joined(entries.clone(), ", ").as_str(), "a, b, c");
        assert_eq!(list("ul", &[], entries).as_str().matches("<li>").count(), 3);
    }
}
