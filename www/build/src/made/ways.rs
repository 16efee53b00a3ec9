//! The way to product roles from each origin of the catalogue, and the page that leads to all ways and roles.

use std::collections::BTreeMap;

use serde_json::Value;

use super::document::{Documents, array, entry, number, string, strings};
use super::html::{Html, block, body, heading, line, link, list, onward, paragraph, small, tag, text};
use super::inline::{inline, with_sources};
use super::life;

/// The name of the page of an origin.
pub fn page_of(origin: &str) -> String {
    format!("way-{origin}")
}

/// What the way from an origin of that name is called.
pub fn title(name: &str) -> String {
    format!("From {}", within(name))
}

/// A name as it stands within a sentence: small, unless it begins with initials.
fn within(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let is_initials = letters.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !is_initials => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// The page of each way, and the one that leads to them.
pub fn pages(documents: &Documents) -> Result<BTreeMap<String, String>, String> {
    let mut pages = BTreeMap::from([("ways".to_owned(), index(documents)?)]);
    for way in array(&documents.ways, "ways")? {
        pages.insert(page_of(string(way, "origin")?), page(way, documents)?);
    }
    Ok(pages)
}

/// The page of one way.
fn page(way: &Value, documents: &Documents) -> Result<String, String> {
    let title = title(string(way, "name")?);
    let main = [
        block("h1", text(&format!("{title} to product work"))),
        line(tag("p", &[("class", "lead")], text(string(way, "who")?))),
        targets(way, documents)?,
        carries(way, documents)?,
        doubts(way)?,
        steps(way, documents)?,
        bridges(way)?,
        letter(way)?,
        promises(way)?,
        onwards(),
    ];
    let head = [
        ("title", format!("{title} to product work · Metier")),
        (
            "description",
            format!("{title}: what carries over, what is doubted and what answers it, and three first steps."),
        ),
        ("within", "ways.html".to_owned()),
        ("picture", "roles".to_owned()),
    ];
    Ok(body(&head.each_ref().map(|(field, value)| (*field, value.as_str())), &main.into_iter().collect()))
}

/// The role of that id, linked.
fn role_link(id: &str, documents: &Documents) -> Result<Html, String> {
    Ok(link(&format!("{}.html", life::page_of(id)), string(documents.role(id)?, "name")?))
}

/// A list of `how` with a bold beginning in each entry, from what `first` gives.
fn lines(how: &str, entries: &[Value], line: impl Fn(&Value) -> Result<Html, String>) -> Result<Html, String> {
    Ok(list(how, &[], entries.iter().map(line).collect::<Result<Vec<_>, String>>()?))
}

/// A line with its sources.
fn sourced(one: &Value, field: &str) -> Result<Html, String> {
    Ok(with_sources(string(one, field)?, &strings(one, "sources")?))
}

/// The roles to look at first, each with its doubt.
fn targets(way: &Value, documents: &Documents) -> Result<Html, String> {
    let lines = lines("ul", array(way, "target")?, |one| {
        Ok(tag("strong", &[], role_link(string(one, "role")?, documents)?).and(text(": ")).and(sourced(one, "why")?))
    })?;
    Ok(heading("target", "Roles to look at first").and(lines))
}

/// What carries over.
fn carries(way: &Value, documents: &Documents) -> Result<Html, String> {
    let lines = lines("ul", array(way, "carries")?, |one| {
        let skill = documents.skill(string(one, "skill")?)?;
        Ok(tag("strong", &[], text(skill)).and(text(": ")).and(sourced(one, "text")?))
    })?;
    Ok(heading("carries", "What carries over").and(lines))
}

/// What those who hire doubt, and what answers it.
fn doubts(way: &Value) -> Result<Html, String> {
    let mut out = heading("doubts", "What those who hire doubt");
    for one in array(way, "doubts")? {
        out = out
            .and(block("h3", text(&format!("“{}”", string(one, "doubt")?))))
            .and(block("p", sourced(one, "answer")?));
    }
    Ok(out)
}

/// The first steps, each with its time and what it leaves.
fn steps(way: &Value, documents: &Documents) -> Result<Html, String> {
    let lines = lines("ol", array(way, "steps")?, |one| {
        let time = match (number(one, "minutes"), number(one, "days")) {
            (Ok(minutes), _) => counted(minutes, "minute"),
            (_, days) => counted(days?, "day"),
        };
        let leaves = format!("Takes about {time}. Leaves: {}.", string(one, "leaves")?);
        Ok(sourced(one, "text")?.and(tag("div", &[("class", "small")], text(&leaves))))
    })?;
    let order = documents.ways.get("order").ok_or("www/pages/ways.json does not say in which order the steps come")?;
    Ok(heading("steps", "Your first three steps").and(block("p", sourced(order, "text")?)).and(lines))
}

/// A time in whole minutes or days, with its name.
fn counted(count: f64, unit: &str) -> String {
    if unit == "minute" && count >= 120.0 && count % 60.0 == 0.0 {
        return counted(count / 60.0, "hour");
    }
    format!("{count} {unit}{}", if count == 1.0 { "" } else { "s" })
}

/// Jobs on the way.
fn bridges(way: &Value) -> Result<Html, String> {
    let lines = lines("ul", array(way, "bridges")?, |one| {
        Ok(tag("strong", &[], text(string(one, "title")?)).and(text(": ")).and(sourced(one, "why")?))
    })?;
    let lead = "You need not jump. Each of these jobs is nearer to you, and some people reach a product role from it.";
    Ok(heading("bridges", "Jobs on the way").and(paragraph(lead)).and(lines))
}

/// A paragraph for a letter, in its own words.
fn letter(way: &Value) -> Result<Html, String> {
    let lead = "Fill in what stands in brackets, and strike what is not true of you.";
    let quote = tag("blockquote", &[("class", "letter")], tag("p", &[], text(string(way, "letter")?)));
    Ok(heading("letter", "How to say it in a letter").and(paragraph(lead)).and(line(quote)))
}

/// What not to promise.
fn promises(way: &Value) -> Result<Html, String> {
    let lines = lines("ul", array(way, "promise_not")?, |one| sourced(one, "text"))?;
    Ok(heading("promises", "What not to promise").and(lines))
}

/// What leads on from a way.
fn onwards() -> Html {
    let next = [
        onward("roles.html", "Which product role fits you?", "Say what you have done, and see which roles are near."),
        onward("profile.html", "My profile", "Typical levels of people who come from here, beside yours."),
        onward("ways.html", "All roles and ways in", "What the roles are like, and ways from other jobs."),
    ];
    let note =
        "The letters and numbers in small print say where a line is from. What names no source is our judgement.";
    small(text(note)).and(heading("next", "What next?")).and(list("ul", &[("class", "ways")], next))
}

/// The page that leads to all roles and ways.
fn index(documents: &Documents) -> Result<String, String> {
    let (others, product): (Vec<&Value>, Vec<&Value>) =
        array(&documents.catalogue, "roles")?.iter().partition(|role| life::is_archetype(role));
    let roles = |roles: Vec<&Value>| {
        let entries = roles.into_iter().map(|role| {
            let words = tag("div", &[], inline(&in_short(role, documents)?));
            Ok(role_link(string(role, "id")?, documents)?.and(words))
        });
        Ok::<_, String>(list("ul", &[("class", "ways")], entries.collect::<Result<Vec<_>, String>>()?))
    };
    let ways = array(&documents.ways, "ways")?.iter().map(|way| {
        let address = format!("{}.html", page_of(string(way, "origin")?));
        Ok(link(&address, string(way, "name")?).and(tag("div", &[], text(string(way, "who")?))))
    });
    let ways = list("ul", &[("class", "ways")], ways.collect::<Result<Vec<_>, String>>()?);
    let lead = "What product roles are like on a Tuesday, and how people get there from other work.";
    let main = block("h1", text("Roles and ways in"))
        .and(line(tag("p", &[("class", "lead")], text(lead))))
        .and(heading("roles", "Product roles"))
        .and(roles(product)?)
        .and(heading("others", "What some companies mean by “product manager”"))
        .and(paragraph("These are jobs in their own right. An advert may call them product manager all the same."))
        .and(roles(others)?)
        .and(heading("ways", "Where do you come from?"))
        .and(paragraph("Each way says what carries over, what is doubted and what answers it, and which three steps come first. If your job is not here, take the one whose days are most like yours."))
        .and(ways)
        .and(block("p", text("All of this rests on five texts and on our judgement. ").and(link("sources.html", "See what each row of them says, and where it is used")).and(text("."))));
    Ok(body(&[("title", "Roles and ways in · Metier"), ("description", lead), ("picture", "roles")], &main))
}

/// A role in a sentence: what some companies mean by the name, where it is another job, else what it is about.
fn in_short(role: &Value, documents: &Documents) -> Result<String, String> {
    if life::is_archetype(role) {
        return Ok(string(entry(&documents.life, "roles", "role", string(role, "id")?)?, "meaning")?.to_owned());
    }
    let about = string(role, "about")?;
    let first = about.split_once(". ").map_or(about, |(first, _)| first).trim_end_matches('.');
    Ok(format!("{first}."))
}

#[cfg(test)]
mod tests {
    use super::{counted, title};

    #[test]
    fn a_name_stands_within_a_sentence() {
        assert_eq!(title("Sales manager"), "From sales manager");
        assert_eq!(title("QA tester"), "From QA tester");
    }

    #[test]
    fn a_time_is_said_as_people_say_it() {
        assert_eq!(
            ["90 minutes", "2 hours", "1 day"],
            [counted(90.0, "minute"), counted(120.0, "minute"), counted(1.0, "day")]
        );
    }
}
