//! The page of sources: what each row of the inventory says, in our words, and where it acts.

use std::path::Path;

use serde_json::Value;

use super::document::{Documents, array, string};
use super::html::{Html, block, body, heading, joined, line, link, paragraph, tag, text};
use super::uses::{Place, uses};

/// What stands for where a number or a line is from, beside the rows.
const LETTERS: [(&str, &str); 3] = [
    ("E", "Our judgement alone, or for a part of the line where a row stands beside it."),
    (
        "D",
        "The level of the nearest role in the Government Digital and Data Profession Capability Framework of the United Kingdom. The number behind the letter is its level on our scale.",
    ),
    ("O", "A level worked out from O*NET, a survey of jobs in the United States."),
];

/// The page.
pub fn page(www: &Path, documents: &Documents) -> Result<String, String> {
    let uses = uses(www)?;
    let (seeds, rows) = (array(&documents.sources, "seeds")?, array(&documents.sources, "rows")?);
    let acting = rows.iter().filter(|row| acts(row)).count();
    let lead = format!(
        "What roles, questions and ways rest on: {} rows from {} texts, each in our own words, and where it acts.",
        rows.len(),
        seeds.len()
    );
    let mut main = block("h1", text("Sources"))
        .and(line(tag("p", &[("class", "lead")], text(&lead))))
        .and(paragraph(&format!(
            "The texts are what people in the trade say of it. None is a study, so a row gives a direction and proves nothing. Something on this site acts on {acting} of the rows. The others are context, each with the reason."
        )))
        .and(heading("letters", "The letters beside the rows"))
        .and(letters());
    for seed in seeds {
        let id = string(seed, "id")?;
        let own = rows.iter().filter(|row| string(row, "id").is_ok_and(|row| row.starts_with(&format!("{id}-"))));
        let entries = own
            .map(|row| entry(row, string(row, "id").ok().and_then(|id| uses.get(id))))
            .collect::<Result<Vec<_>, String>>()?;
        main = main
            .and(heading(id, &format!("{id}: {} rows", entries.len())))
            .and(paragraph(string(seed, "what")?))
            .and(rows_list(entries));
    }
    Ok(body(
        &[("title", "Sources · Metier"), ("description", &lead), ("within", "ways.html"), ("picture", "method")],
        &main,
    ))
}

/// The letters, each with what it stands for.
fn letters() -> Html {
    let one =
        |(letter, words): (&str, &str)| line(tag("dt", &[("id", letter)], text(letter))).and(block("dd", text(words)));
    line(tag("dl", &[("class", "letters")], LETTERS.into_iter().map(one).collect()))
}

/// The rows of one text, each with its name as the part of the page that links lead to.
fn rows_list(entries: Vec<Html>) -> Html {
    line(tag("ul", &[("class", "rows")], entries.into_iter().collect()))
}

/// Whether something acts on a row.
fn acts(row: &Value) -> bool {
    row.get("use").and_then(Value::as_str) == Some("acts")
}

/// One row: what it says, how it acts and where.
fn entry(row: &Value, places: Option<&Vec<Place>>) -> Result<Html, String> {
    let id = string(row, "id")?;
    let said = tag("strong", &[], text(id)).and(text(" ")).and(text(string(row, "says")?));
    let how = string(row, "how")?.trim_end_matches('.');
    let word = if acts(row) { "Acts" } else { "Context" };
    let links = places.into_iter().flatten().map(|(address, words)| link(address, words));
    let places = match places {
        Some(_) => text(" In: ").and(joined(links, "; ")).and(text(".")),
        None => Html::default(),
    };
    let used = text(&format!("{word}: {how}.")).and(places);
    Ok(line(tag("li", &[("id", id)], said.and(tag("div", &[("class", "small")], used)))))
}
