//! English sentences for problems, and words for levels, from the page's own tables of words.

use metier::closed::Closed;
use metier::problem::{Problem, Said, Severity};
use serde_json::Value;
use std::fmt::Write as _;
use std::sync::LazyLock;

/// The tables that the page loads.
static SENTENCES: LazyLock<Value> = LazyLock::new(|| table(include_str!("../../../www/words/en/problems.js")));
/// What is said of tables and of what comes of them, which no page reads or loads.
static TABLES: LazyLock<Value> = LazyLock::new(|| table(include_str!("../../../www/words/en/tables.js")));
static WORDS: LazyLock<Value> = LazyLock::new(|| table(include_str!("../../../www/words/en/quiz.js")));
/// What is said besides of evidence that an author states, and of a count.
static STATED: LazyLock<Value> = LazyLock::new(|| besides("statedWords"));
static COUNTED: LazyLock<Value> = LazyLock::new(|| besides("countedWords"));

/// A table that only some quizzes need.
fn besides(name: &str) -> Value {
    let text = include_str!("../../../www/words/en/measurement.js");
    table(text.split("export const ").find(|part| part.starts_with(name)).unwrap_or_default())
}

/// A table; from its first bracket to its last it is JSON.
fn table(text: &str) -> Value {
    let json = text.find('{').zip(text.rfind('}')).and_then(|(start, end)| text.get(start..=end));
    json.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// What the page says under a key that has one form, with values in its places.
pub fn word(key: &str, values: &[(&str, &str)]) -> Option<String> {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
    filled(WORDS.get(key).or_else(|| STATED.get(key)).or_else(|| COUNTED.get(key))?.as_str()?, &value)
}

/// What is wrong, in a sentence.
pub fn sentence(problem: &Problem) -> String {
    fill(problem.code.word(), problem).unwrap_or_else(|| problem.code.word().into())
}

/// What would mend it, if that is known.
pub fn hint(problem: &Problem) -> Option<String> {
    let meant = problem.hint.as_ref().map(|hint| format!("did you mean “{hint}”?"));
    meant.or_else(|| fill(&format!("{}.hint", problem.code.word()), problem))
}

fn fill(key: &str, problem: &Problem) -> Option<String> {
    let said = |name: &str| {
        problem.values.iter().find(|value| value.name == name).map(|value| match &value.value {
            Said::Text(text) => text.clone(),
            Said::Number(number) => number.to_string(),
        })
    };
    filled(form(SENTENCES.get(key).or_else(|| TABLES.get(key))?, problem)?, &said)
}

/// A sentence, or of one that has a form for one thing and another for several, that of the problem's `count`.
fn form<'s>(sentence: &'s Value, problem: &Problem) -> Option<&'s str> {
    let one = problem.values.iter().any(|value| value.name == "count" && value.value == Said::Number(1.0));
    sentence.as_str().or_else(|| sentence.get(if one { "one" } else { "other" })?.as_str())
}

/// A template with its places filled, from left to right and once: what a document says is never read as a template.
fn filled(template: &str, value: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let (mut sentence, mut rest) = (String::new(), template);
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        sentence += before;
        sentence += &value(name)?;
        rest = after;
    }
    Some(sentence + rest)
}

/// Prints the problems of a file: a line with their number, then each with its place, sentence and hint.
pub fn print(out: &mut String, file: &str, problems: &[Problem]) {
    let count = |severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let _ = writeln!(
        out,
        "{}: {}, {}",
        printable(file),
        counted(count(Severity::Error), "error"),
        counted(count(Severity::Warning), "warning")
    );
    for problem in problems {
        let severity = problem.severity.word();
        let place = if problem.line > 0 { format!(" {}:{}", problem.line, problem.column) } else { String::new() };
        let pointer =
            if problem.pointer.is_empty() { String::new() } else { format!(" {}", printable(&problem.pointer)) };
        let _ = writeln!(out, "{severity}[{}]{place}{pointer}: {}", problem.code.word(), printable(&sentence(problem)));
        if let Some(hint) = hint(problem) {
            let _ = writeln!(out, "  hint: {}", printable(&hint));
        }
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The text with its control characters escaped: a document must not steer the terminal.
pub fn printable(text: &str) -> String {
    let steers = |c: char| metier::text::unseen::is_control(c);
    text.chars().map(|c| if steers(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
}

#[cfg(test)]
mod tests {
    use super::word;
    use metier::closed::Closed;
    use metier::quality::session::SignKind;

    #[test]
    fn the_words_of_the_page_are_read() {
        assert_eq!(word("level-2", &[]).as_deref(), Some("working"));
        assert_eq!(word("level-between", &[("from", "a"), ("to", "b")]).as_deref(), Some("between a and b"));
        assert_eq!((word("questions", &[]), word("nobody", &[])), (None, None));
    }

    #[test]
    fn every_sign_has_its_words() {
        for sign in SignKind::ALL {
            assert!(word(&format!("sign-{}", sign.word()), &[]).is_some(), "{sign:?}");
        }
    }
}
