//! The pages: the frame that all share, around the body of each; a page for each quiz; pages that are made of documents;
//! the sheet with the design tokens in it.
//!
//! A body in `www/pages` begins with a comment that says what the head needs: `title`, `description`, `head` (a line
//! more, as often as there are), `within`, the page of the navigation that it belongs to if it is not there itself, and
//! for links that are shared `heading`, where the title does not do, and `picture`, where it has none of its own in
//! `www/og`.
//! `{{quiz.title}}` and the like come from the document of the quiz, `{{version}}` from `Cargo.toml`. One page has nothing
//! around its body: that which shows a quiz in a frame of somebody else's. The tests of the pages read this file too, so
//! it needs nothing of the others here.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

#[path = "framed.rs"]
pub mod framed;
#[path = "made/made.rs"]
pub mod made;
#[path = "sample.rs"]
mod sample;

/// The body that makes a page for each quiz in `www/quizzes`.
const QUIZ: &str = "quiz";
/// The page for addresses that lead nowhere.
pub const MISSING: &str = "404.html";
/// The sheet of all pages, which begins with the tokens.
pub const SHEET: &str = "site.css";
/// What a page says where the archive is not packed yet: a release puts its size there.
pub const UNWEIGHED: &str = "not packed yet";
/// What a page shows where files have no names yet: a release puts its lines there (`lines.rs`).
pub const UNNAMED: &str = "A release names its files here.";
/// How a page says what the files of a release are called, until they are called anything.
pub const UNLISTED: &str = " data-files=\"\"";
/// Where the tokens stand.
const TOKENS: &str = "tokens.js";

/// What the pages are made from.
pub struct Site {
    /// The frame, the policy and the colours of the paper in it.
    frame: String,
    /// The same for the page that shows nothing but a quiz.
    bare: String,
    /// The bodies, by name.
    bodies: BTreeMap<String, String>,
    /// The words that stand for what the documents of quizzes say.
    words: BTreeMap<String, String>,
    /// The names of the quizzes.
    quizzes: Vec<String>,
}

impl Site {
    /// Reads the frame, the bodies and the documents of the quizzes below `www`; `policy` is the content security
    /// policy.
    pub fn read(www: &Path, policy: &str) -> Result<Site, String> {
        let frame = grounded(www, &text(&www.join("frame.html"))?.replace("{{policy}}", policy))?;
        let bare = text(&www.join("bare.html"))?.replace("{{policy}}", policy);
        let mut words = sample::words(&text(&www.join("pages/sample.json"))?)?;
        let mut quizzes = Vec::new();
        for (name, document) in folder(&www.join("quizzes"), "json")? {
            let document: Value = serde_json::from_str(&document)
                .map_err(|error| format!("www/quizzes/{name}.json is not JSON: {error}"))?;
            words.extend(said(&name, &document)?);
            quizzes.push((name, document));
        }
        for (name, notes) in made::notes::notes(www, &quizzes)? {
            words.insert(format!("{{{{{name}.notes}}}}"), notes);
        }
        let manifest: Value = serde_json::from_str(&text(&www.join(made::tag::MANIFEST))?)
            .map_err(|error| format!("www/{} is not JSON: {error}", made::tag::MANIFEST))?;
        words.extend(made::tag::tables(&manifest, &text(&www.join("take/package/element.d.ts"))?)?);
        words.insert("{{version}}".to_owned(), version(www)?);
        words.insert("{{archive.size}}".to_owned(), UNWEIGHED.to_owned());
        words.insert("{{quizzes.list}}".to_owned(), listed(&quizzes));
        let quizzes: Vec<String> = quizzes.into_iter().map(|(name, _)| name).collect();
        words.extend(to_copy(www, &words)?);
        words.insert("{{quizzes.links}}".to_owned(), framed::links(&quizzes, &words));
        words.insert("{{quizzes.options}}".to_owned(), framed::options(&quizzes, &words));
        let mut bodies: BTreeMap<_, _> = folder(&www.join("pages"), "html")?.into_iter().collect();
        bodies.extend(made::bodies(www)?);
        Ok(Site { frame, bare, bodies, words, quizzes })
    }

    /// The names of the pages, each with its ending.
    pub fn names(&self) -> Vec<String> {
        let bodies = self.bodies.keys().filter(|name| *name != QUIZ);
        bodies.chain(&self.quizzes).map(|name| format!("{name}.html")).collect()
    }

    /// The names of the quizzes, each with its title and what tells its form, as they stand in pages.
    pub fn quizzes(&self) -> impl Iterator<Item = (&str, String)> {
        self.quizzes.iter().map(|name| (name.as_str(), framed::titled(name, &self.words)))
    }

    /// The page called `file`.
    pub fn page(&self, file: &str) -> Result<String, String> {
        let name = file.strip_suffix(".html").unwrap_or(file);
        let body = match self.bodies.get(name) {
            Some(body) if name != QUIZ => body.clone(),
            _ if self.quizzes.iter().any(|quiz| quiz == name) => self
                .bodies
                .get(QUIZ)
                .ok_or("www/pages has no body for quizzes")?
                .replace("{{quiz.", &format!("{{{{{name}.")),
            _ => return Err(format!("www/pages has no {name}.html")),
        };
        let (head, main) =
            body.strip_prefix("<!--\n").and_then(|rest| rest.split_once("\n-->\n")).ok_or_else(|| {
                format!("www/pages/{name}.html does not begin with a comment that says its title and description")
            })?;
        let fields: Vec<(&str, &str)> = head.lines().filter_map(|line| line.split_once(": ")).collect();
        let field = |wanted: &str| fields.iter().find(|(field, _)| *field == wanted).map(|(_, value)| *value);
        let needed = |wanted: &str| field(wanted).ok_or_else(|| format!("www/pages/{name}.html says no {wanted}"));
        let more: String =
            fields.iter().filter(|(field, _)| *field == "head").map(|(_, line)| format!("  {line}\n")).collect();
        let title = needed("title")?;
        let heading = field("heading").unwrap_or_else(|| title.trim_end_matches(" · Metier"));
        let around = if file == framed::PAGE { &self.bare } else { &self.frame };
        let page = around.replace("{{title}}", title).replace("{{description}}", needed("description")?);
        let page = page.replace("{{heading}}", heading).replace("{{picture}}", field("picture").unwrap_or(name));
        let page = page.replace("{{head}}", &more).replace("{{main}}", main.trim_end());
        let page = self.words.iter().fold(page, |page, (word, words)| page.replace(word, words));
        if let Some((_, rest)) = page.split_once("{{") {
            return Err(format!(
                "www/pages/{name}.html: {{{{{} is nothing that is known",
                rest.split_once('\n').map_or(rest, |(line, _)| line)
            ));
        }
        let own = if name == "index" { "./" } else { file };
        Ok(match field("within") {
            Some(other) => marked(&page, other, "true"),
            None => marked(&page, own, "page"),
        })
    }
}

/// The names of the quizzes and their titles, as an attribute may say them.
fn listed(quizzes: &[(String, Value)]) -> String {
    let entries = quizzes.iter().map(|(name, document)| {
        let title = document.get("title").and_then(Value::as_str).unwrap_or_default();
        Value::from(vec![name.clone(), format!("{title}{}", made::notes::form(document))])
    });
    escaped(&Value::from(entries.collect::<Vec<_>>()).to_string())
}

/// What the page on embedding has to copy, by the words that stand for it there; `words` are those of the quizzes.
fn to_copy(www: &Path, words: &BTreeMap<String, String>) -> Result<Vec<(String, String)>, String> {
    let title = framed::titled(made::hosts::QUIZ, words);
    let filled = made::hosts::Words { title: &title, version: &version(www)? };
    let (first, others) = made::hosts::recipes(www, &filled)?;
    let mut said = vec![("{{hosts.first}}".to_owned(), first), ("{{hosts.others}}".to_owned(), others)];
    for name in ["policy", "frame-policy", "preload"] {
        said.push((format!("{{{{lines.{name}}}}}"), made::hosts::lines(&format!("[[{name}]]"), &filled)?));
    }
    Ok(said)
}

/// The page with its place in the navigation marked.
fn marked(page: &str, address: &str, how: &str) -> String {
    page.replacen(
        &format!("<li><a href=\"{address}\">"),
        &format!("<li><a href=\"{address}\" aria-current=\"{how}\">"),
        1,
    )
}

/// What the document of a quiz says, by the words that stand for it in bodies.
fn said(name: &str, document: &Value) -> Result<BTreeMap<String, String>, String> {
    let string = |field: &str| document.get(field).and_then(Value::as_str).map(escaped);
    let missing = || format!("www/quizzes/{name}.json has not what its page needs: title, about, items, minutes");
    let about = string("about").ok_or_else(missing)?;
    let minutes = document.get("minutes").and_then(Value::as_array).ok_or_else(missing)?;
    let (Some(low), Some(high)) = (minutes.first(), minutes.last()) else { return Err(missing()) };
    let pairs = [
        ("id", name.to_owned()),
        ("title", string("title").ok_or_else(missing)?),
        ("form", escaped(&made::notes::form(document))),
        ("picture", made::notes::family(document)?.to_owned()),
        ("description", about.split_once(". ").map_or(about.clone(), |(first, _)| format!("{first}."))),
        ("length", format!("{} questions, {low} to {high} minutes", asked(document).ok_or_else(missing)?)),
    ];
    Ok(pairs.into_iter().map(|(field, words)| (format!("{{{{{name}.{field}}}}}"), words)).collect())
}

/// How many questions a quiz asks, in words: all of its items, or as many as an adaptive one may choose.
fn asked(document: &Value) -> Option<String> {
    let items = document.get("items")?.as_array()?.len();
    let Some(adaptive) = document.get("adaptive") else { return Some(items.to_string()) };
    let most = adaptive.get("max")?;
    Some(match adaptive.get("min").filter(|least| *least != most) {
        Some(least) => format!("{least} to {most}"),
        None => most.to_string(),
    })
}

/// `text` as it may stand in a page.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A page as it stands in a release, where the scripts stand side by side at the top.
pub fn released(page: &str) -> String {
    let mut pieces = page.split(" src=\"");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let is_script = address.ends_with(".js") && !address.contains("..") && !address.contains(':');
        let address = if is_script { address.rsplit('/').next().unwrap_or(address) } else { address };
        text.push_str(&format!(" src=\"{address}\"{rest}"));
    }
    text
}

/// The page for addresses that lead nowhere with all of its own begun at `place`, the folder of the site on its host:
/// it may be shown at any address, from where nothing else would lead back.
pub fn placed(page: &str, place: &str) -> String {
    [" href=\"", " src=\""].into_iter().fold(page.to_owned(), |page, before| {
        let mut pieces = page.split(before);
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let is_own = !piece.starts_with('#') && !piece.split('"').next().unwrap_or_default().contains(':');
            text.push_str(before);
            text.push_str(if is_own { place } else { "" });
            text.push_str(if is_own { piece.strip_prefix("./").unwrap_or(piece) } else { piece });
        }
        text
    })
}

/// The page called `file` as it stands at `place`, the whole address of the site: what shows a link to it, elsewhere,
/// asks for its picture by a whole address.
pub fn addressed(page: &str, file: &str, place: &str) -> String {
    let own = if file == "index.html" { "" } else { file };
    let address =
        format!("  <meta property=\"og:url\" content=\"{place}{own}\">\n  <meta property=\"og:image\" content=\"");
    page.replacen("  <meta property=\"og:image\" content=\"", &format!("{address}{place}"), 1)
}

/// The version of the project, as its manifest beside `www` says it.
pub fn version(www: &Path) -> Result<String, String> {
    let manifest = text(&www.join("../Cargo.toml"))?;
    let said = manifest.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    said.map(str::to_owned).ok_or_else(|| "Cargo.toml has no version".to_owned())
}

/// The sheet of all pages, the tokens in front.
pub fn sheet(www: &Path) -> Result<String, String> {
    let tokens = tokens(www)?;
    let sizes: String = sizes(www)?.iter().map(|(name, rem)| format!("  --{name}: {rem}rem;\n")).collect();
    let list = |value: &dyn Fn(&str, &str) -> String| -> String {
        tokens.iter().map(|(name, (day, night))| format!("  --{name}: {};\n", value(day, night))).collect()
    };
    let both = list(&|day, night| format!("light-dark({day}, {night})"));
    let day = list(&|day, _| day.to_owned());
    Ok(format!(
        ":root {{\n  color-scheme: light dark;\n{both}{sizes}}}\n/* Older browsers have the page by day. */\n\
        @supports not (color: light-dark(red, red)) {{ :root {{\n  color-scheme: light;\n{day}}} }}\n{}",
        text(&www.join(SHEET))?
    ))
}

/// `text` with the colours of the paper, by day and by night, in it.
pub fn grounded(www: &Path, text: &str) -> Result<String, String> {
    let paper = tokens(www)?.remove("paper").ok_or_else(|| format!("www/{TOKENS} has no paper"))?;
    Ok(text.replace("{{paper.day}}", &paper.0).replace("{{paper.night}}", &paper.1))
}

/// The tokens: each with its colour by day and by night.
fn tokens(www: &Path) -> Result<BTreeMap<String, (String, String)>, String> {
    let text = text(&www.join(TOKENS))?;
    let lines = text.lines().filter(|line| line.contains('#'));
    lines
        .map(|line| {
            let (name, colours) = line.split_once(": [").ok_or_else(|| format!("www/{TOKENS}: not a token: {line}"))?;
            let mut colours = colours.split('"').filter(|colour| colour.starts_with('#')).map(str::to_owned);
            let (Some(day), Some(night)) = (colours.next(), colours.next()) else {
                return Err(format!("www/{TOKENS}: not two colours: {line}"));
            };
            Ok((name.trim().trim_matches('"').to_owned(), (day, night)))
        })
        .collect()
}

/// The sizes: each in rem, of which one has 16 pixels where the reader has not chosen otherwise.
fn sizes(www: &Path) -> Result<Vec<(String, f64)>, String> {
    let text = text(&www.join(TOKENS))?;
    let (_, table) = text.split_once("export const sizes = {\n").ok_or_else(|| format!("www/{TOKENS} has no sizes"))?;
    let lines = table.lines().take_while(|line| !line.starts_with('}'));
    lines
        .map(|line| {
            let size = line.trim().trim_end_matches(',').split_once(": ").and_then(|(name, pixels)| {
                Some((name.trim_matches('"').to_owned(), pixels.parse::<f64>().ok()? / 16.0))
            });
            size.ok_or_else(|| format!("www/{TOKENS}: not a size: {line}"))
        })
        .collect()
}

/// The files of a folder with an ending, by their names without it, in the order of those.
fn folder(path: &Path, ending: &str) -> Result<Vec<(String, String)>, String> {
    let entries = std::fs::read_dir(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let file = entry.map_err(|error| format!("{} cannot be read: {error}", path.display()))?.path();
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if file.extension().is_some_and(|own| own == ending) {
            files.push((name, text(&file)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The text of a file.
fn text(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{addressed, placed, released};

    #[test]
    fn a_page_of_a_release_has_its_scripts_beside_it() {
        let page = "<script src=\"site/a.js\"></script><img src=\"a/b.png\"><script src=\"c.js\"></script><metier-quiz src=\"quizzes/q.json\">";
        let flat = "<script src=\"a.js\"></script><img src=\"a/b.png\"><script src=\"c.js\"></script><metier-quiz src=\"quizzes/q.json\">";
        assert_eq!(released(page), flat);
    }

    #[test]
    fn a_page_at_a_known_address_names_its_picture_in_whole() {
        let page = "  <meta property=\"og:image\" content=\"og/pace.png\">";
        let there = "  <meta property=\"og:url\" content=\"https://example.org/quiz/pace.html\">\n  <meta property=\"og:image\" content=\"https://example.org/quiz/og/pace.png\">";
        assert_eq!(addressed(page, "pace.html", "https://example.org/quiz/"), there);
    }

    #[test]
    fn a_page_shown_anywhere_leads_to_its_own_place() {
        let page = "<a href=\"./\"> <a href=\"#main\"> <link href=\"site.css\"> <img src=\"icon.svg\"> <a href=\"https://example.org/\">";
        let there = "<a href=\"/quiz/\"> <a href=\"#main\"> <link href=\"/quiz/site.css\"> <img src=\"/quiz/icon.svg\"> <a href=\"https://example.org/\">";
        assert_eq!(placed(page, "/quiz/"), there);
    }
}
