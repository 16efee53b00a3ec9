//! What stands below a quiz on its page: what it measures and what it does not, how it was written, how far to trust it.
//!
//! The prose is in `www/pages/notes.json`; its numbers are those of the quiz document and of the simulation of its forms,
//! `www/pages/simulated.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::document::{array, entry, number, read, string, strings};
use super::html::{Html, heading, line, link, list, paragraph, tag, text};

/// The notes below each of `quizzes`, names with their documents, by name. A quiz of which the prose says nothing has none.
pub fn notes(www: &Path, quizzes: &[(String, Value)]) -> Result<BTreeMap<String, String>, String> {
    let (prose, simulated) = (read(www, "pages/notes.json")?, read(www, "pages/simulated.json")?);
    let of = |(name, document): &(String, Value)| {
        let Ok(own) = entry(&prose, "quizzes", "quiz", family(document)?) else {
            return Ok((name.clone(), String::new()));
        };
        Ok((name.clone(), note(own, document, &prose, &simulated)?.as_str().trim().to_owned()))
    };
    quizzes.iter().map(of).collect()
}

/// The quiz of whose forms this is one: the first of them, else itself.
pub fn family(document: &Value) -> Result<&str, String> {
    match document.get("forms").and_then(|forms| forms.get(0)) {
        Some(first) => string(first, "id"),
        None => string(document, "id"),
    }
}

/// What tells a quiz from the first of its forms, as it stands after the title; nothing where it is the first.
pub fn form(document: &Value) -> String {
    let forms = document.get("forms").and_then(Value::as_array).into_iter().flatten();
    let own = forms.skip(1).find(|form| form.get("id") == document.get("id"));
    let name = own.and_then(|form| form.get("name")).and_then(Value::as_str);
    name.map_or_else(String::new, |name| format!(", form {name}"))
}

/// The notes of one quiz.
fn note(own: &Value, document: &Value, prose: &Value, simulated: &Value) -> Result<Html, String> {
    let has_forms = document.get("forms").is_some();
    let said = prose.get("forms").unwrap_or(&Value::Null);
    let numbers = if has_forms { numbers(document, simulated)? } else { Vec::new() };
    let filled = |field: &str| -> Result<Html, String> { Ok(paragraph(&fill(string(said, field)?, &numbers))) };
    let mut parts = vec![
        heading("about", "About this quiz"),
        fold(
            "What it measures, and what it does not",
            [bullets(own, "measures")?, counted(document)?, paragraph("It does not measure:"), bullets(own, "not")?],
        ),
    ];
    let mut trust = vec![paragraph(string(own, "trust").or_else(|_| string(prose, "trust"))?)];
    if has_forms {
        parts.push(fold("How it was written", [filled("written")?, forms(document)?]));
        trust.extend([filled("simulated")?, filled("agreement")?]);
    }
    if document.get("skills").is_some() {
        trust.push(line(tag("p", &[], link("method.html", "How levels come about"))));
    }
    parts.push(fold("How far to trust it", trust));
    parts.push(fold("How to help", [paragraph(string(prose, "help")?)]));
    Ok(line(tag(
        "section",
        &[("class", "notes"), ("aria-labelledby", "about")],
        text("\n").and(parts.into_iter().collect()),
    )))
}

/// What is folded below a line.
fn fold(summary: &str, inside: impl IntoIterator<Item = Html>) -> Html {
    let inside: Html = inside.into_iter().collect();
    line(tag("details", &[], tag("summary", &[], text(summary)).and(text("\n")).and(inside)))
}

/// The other forms, linked.
fn forms(document: &Value) -> Result<Html, String> {
    let id = string(document, "id")?;
    let mut links = Html::default();
    for form in array(document, "forms")? {
        let (quiz, name) = (string(form, "id")?, string(form, "name")?);
        if quiz != id {
            links = links.and(link(&format!("{quiz}.html"), &format!("Take form {name}")));
        }
    }
    Ok(line(tag("p", &[], links)))
}

/// `words` with the numbers in the places of their names in braces.
fn fill(words: &str, numbers: &[(&str, String)]) -> String {
    numbers.iter().fold(words.to_owned(), |words, (name, number)| words.replace(&format!("{{{name}}}"), number))
}

/// The behaviours that a quiz of one skill counts.
fn counted(document: &Value) -> Result<Html, String> {
    let Ok([skill]) = array(document, "skills") else { return Ok(Html::default()) };
    let mut names = Vec::new();
    for behaviour in array(skill, "behaviours")? {
        names.push(text(string(behaviour, "name")?));
    }
    Ok(paragraph("It counts how often you:").and(list("ul", &[], names)))
}

/// A list of words.
fn bullets(own: &Value, field: &str) -> Result<Html, String> {
    Ok(list("ul", &[], strings(own, field)?.into_iter().map(text)))
}

/// The numbers of a quiz with forms, each the less favourable of the forms.
fn numbers(document: &Value, simulated: &Value) -> Result<Vec<(&'static str, String)>, String> {
    let forms = array(document, "forms")?;
    let mut reports = Vec::new();
    for form in forms {
        reports.push(entry(simulated, "forms", "quiz", string(form, "id")?)?);
    }
    let skill =
        |report: &'_ Value| array(report, "skills")?.first().cloned().ok_or("A simulation without skills".to_owned());
    let most = |of: &dyn Fn(&Value) -> Result<f64, String>| -> Result<f64, String> {
        reports.iter().try_fold(f64::NEG_INFINITY, |most, report| Ok(of(report)?.max(most)))
    };
    let bias = |report: &Value, level: usize| -> Result<f64, String> {
        number(array(&skill(report)?, "by_level")?.get(level).unwrap_or(&Value::Null), "bias")
    };
    let rarest = |report: &Value| -> Result<f64, String> {
        let mut least = f64::INFINITY;
        for choice in array(report, "choices")? {
            for option in array(choice, "options")? {
                least = least.min(number(option, "share")?);
            }
        }
        Ok(-least)
    };
    let both = entry(simulated, "beside", "quiz", family(document)?)?;
    let tenths = |number: f64| format!("{number:.1}");
    let names: Result<Vec<&str>, String> = forms.iter().map(|form| string(form, "name")).collect();
    Ok(vec![
        ("items", array(document, "items")?.len().to_string()),
        ("forms", names?.join(" and ")),
        ("people", thousands(number(simulated, "people")? as u32)),
        ("rmse", tenths(most(&|report| number(&skill(report)?, "rmse"))?)),
        ("stated", tenths(most(&|report| number(&skill(report)?, "stated"))?)),
        ("low", tenths(most(&|report| bias(report, 0))?)),
        ("high", tenths(most(&|report| Ok(-bias(report, 4)?))?)),
        ("rarest", format!("{:.0}", -100.0 * most(&rarest)?)),
        ("rms", tenths(number(both, "rms")?)),
        ("allowed", tenths(number(both, "stated")?)),
    ])
}

/// A whole number with a comma before each three digits.
fn thousands(number: u32) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", thousands(number / 1000), number % 1000) }
}

#[cfg(test)]
mod tests {
    use super::{fill, thousands};

    #[test]
    fn words_take_their_numbers() {
        assert_eq!(fill("{a} of {b}, {a}", &[("a", "1".into()), ("b", "2".into())]), "1 of 2, 1");
        assert_eq!([thousands(999), thousands(1000), thousands(1_020_003)], ["999", "1,000", "1,020,003"]);
    }
}
