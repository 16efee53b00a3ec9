//! A page for each role: what the job is like, what it is measured by, and what it needs.

use std::collections::BTreeMap;

use serde_json::Value;

use super::document::{Documents, array, entry, number, string, strings};
use super::html::{Html, block, body, heading, joined, line, link, list, onward, paragraph, small, tag, text};
use super::inline::{inline, row, with_sources};
use super::ways;

/// The name of the page of a role.
pub fn page_of(role: &str) -> String {
    format!("role-{role}")
}

/// The page of each role of the catalogue.
pub fn pages(documents: &Documents) -> Result<BTreeMap<String, String>, String> {
    array(&documents.catalogue, "roles")?
        .iter()
        .map(|role| Ok((page_of(string(role, "id")?), page(role, documents)?)))
        .collect()
}

/// Whether a role is another job that some companies call by the name.
pub fn is_archetype(role: &Value) -> bool {
    role.get("archetype") == Some(&Value::Bool(true))
}

/// The page of one role.
fn page(role: &Value, documents: &Documents) -> Result<String, String> {
    let (id, name) = (string(role, "id")?, string(role, "name")?);
    let life = entry(&documents.life, "roles", "role", id)?;
    let description =
        format!("{name}: a Tuesday in the job, what it is measured by, what it is not, and what it needs.");
    let main = [
        block("h1", text(name)),
        line(tag("p", &[("class", "lead")], lead(role, life)?)),
        tuesday(life)?,
        lines("measured", "What it is measured by", life, "measured")?,
        lines("not", "What it is not", life, "is_not")?,
        signs(life)?,
        elsewhere(life)?,
        taking(role, life)?,
        needs(role, documents)?,
        onwards(id, documents)?,
    ];
    let head = [
        ("title", format!("{name} · Metier")),
        ("description", description),
        ("within", "ways.html".to_owned()),
        ("picture", "roles".to_owned()),
    ];
    Ok(body(&head.each_ref().map(|(field, value)| (*field, value.as_str())), &main.into_iter().collect()))
}

/// What the role is: of another job, what some companies mean by the name.
fn lead(role: &Value, life: &Value) -> Result<Html, String> {
    Ok(if is_archetype(role) { text(string(life, "meaning")?) } else { inline(string(role, "about")?) })
}

/// A day in the job.
fn tuesday(life: &Value) -> Result<Html, String> {
    let paragraphs: Html = strings(life, "tuesday")?.into_iter().map(paragraph).collect();
    let made_up =
        small(text("The day and the product are made up. What names no source on this page is our judgement."));
    Ok(heading("tuesday", "A Tuesday").and(paragraphs).and(made_up))
}

/// A list of lines with their sources.
fn lines(id: &str, title: &str, life: &Value, field: &str) -> Result<Html, String> {
    let entries: Vec<Html> = array(life, field)?
        .iter()
        .map(|one| Ok(with_sources(string(one, "text")?, &strings(one, "sources")?)))
        .collect::<Result<_, String>>()?;
    Ok(heading(id, title).and(list("ul", &[], entries)))
}

/// By what in their own week people can tell whether they would like it.
fn signs(life: &Value) -> Result<Html, String> {
    let signs = |field: &str| Ok::<_, String>(list("ul", &[], strings(life, field)?.into_iter().map(text)));
    let part = |title: &str, list: Html| tag("div", &[], block("h3", text(title)).and(list));
    let both = part("Signs that you would", signs("like")?).and(part("Signs that you would not", signs("dislike")?));
    Ok(heading("signs", "Would you like it?")
        .and(paragraph("Think of your past week. These are things that happen to people, and none of them is a fault."))
        .and(line(tag("div", &[("class", "pair")], both))))
}

/// What people from elsewhere bring, and what is doubted.
fn elsewhere(life: &Value) -> Result<Html, String> {
    let mut out = heading("elsewhere", "If you come from elsewhere");
    for one in array(life, "elsewhere")? {
        let brings = block("dt", text("You bring")).and(block("dd", text(string(one, "brings")?)));
        let doubted = with_sources(string(one, "doubted")?, &strings(one, "sources")?);
        let doubted = block("dt", text("You will be asked")).and(block("dd", doubted));
        out = out.and(block("h3", text(string(one, "from")?))).and(line(tag(
            "dl",
            &[("class", "said")],
            brings.and(doubted),
        )));
    }
    Ok(out)
}

/// What taking such a job would mean, where it is another job under the name.
fn taking(role: &Value, life: &Value) -> Result<Html, String> {
    if !is_archetype(role) {
        return Ok(Html::default());
    }
    let lead = "Some companies call this job “product manager”. If you want to do product management, this is what taking it would mean.";
    Ok(heading("taking", "If you took such a job").and(paragraph(lead)).and(paragraph(string(life, "taking")?)))
}

/// What the role needs, as the catalogue has it, what weighs most first.
fn needs(role: &Value, documents: &Documents) -> Result<Html, String> {
    let mut needs: Vec<&Value> = array(role, "needs")?.iter().collect();
    needs.sort_by_key(|need| std::cmp::Reverse(need.get("weight").and_then(Value::as_u64)));
    let rows: Html = needs
        .into_iter()
        .map(|need| need_row(need, documents))
        .collect::<Result<Vec<_>, String>>()?
        .into_iter()
        .collect();
    let heads: Html = ["Skill", "Level needed", "Weight", "Must-have", "From"]
        .into_iter()
        .map(|head| tag("th", &[("scope", "col")], text(head)))
        .collect();
    let caption = tag("caption", &[], text("Levels run from 0, none, to 4, expert; weights from 1 to 5"));
    let table = caption.and(tag("thead", &[], tag("tr", &[], heads))).and(tag("tbody", &[], rows));
    let from = text("The letters say where a number is from: ")
        .and(row("E")).and(text(" our judgement alone, "))
        .and(row("D")).and(text(" a British framework of government jobs, "))
        .and(row("O")).and(text(" a survey of jobs in the United States. A row gives the direction only; the number is ours. Most are our judgement, and nobody has checked them on people."));
    let marks = attributions(role, documents)?;
    Ok(heading("needs", "What it needs")
        .and(line(tag("div", &[("class", "wide whole")], tag("table", &[], table))))
        .and(small(from))
        .and(marks))
}

/// What has to be said beside numbers that come from others: of the framework, of the survey.
fn attributions(role: &Value, documents: &Documents) -> Result<Html, String> {
    let needs = array(role, "needs")?;
    let mut out = Html::default();
    for said in strings(&documents.catalogue, "attributions")? {
        let letter = if said.contains("O\\*NET") { 'O' } else { 'D' };
        let is_used = |need: &Value| string(need, "from").is_ok_and(|from| from.contains(letter));
        if needs.iter().any(is_used) {
            out = out.and(small(inline(said)));
        }
    }
    Ok(out)
}

/// One skill that the role needs.
fn need_row(need: &Value, documents: &Documents) -> Result<Html, String> {
    let cell = |inside: Html| tag("td", &[], inside);
    let must = match number(need, "floor") {
        Ok(floor) => format!("at least {}", level(floor, documents)),
        Err(_) => "–".to_owned(),
    };
    let from = joined(string(need, "from")?.split(' ').map(provenance), " ");
    Ok(tag(
        "tr",
        &[],
        tag("th", &[("scope", "row")], text(documents.skill(string(need, "skill")?)?))
            .and(cell(text(&level(number(need, "need")?, documents))))
            .and(cell(text(&number(need, "weight")?.to_string())))
            .and(cell(text(&must)))
            .and(cell(from)),
    ))
}

/// A level with its name, or with the two names that it lies between.
fn level(level: f64, documents: &Documents) -> String {
    let name = |level: f64| {
        documents.levels.iter().zip(0u8..).find(|(_, n)| f64::from(*n) == level).map(|(name, _)| name.as_str())
    };
    match (name(level.floor()), name(level.ceil())) {
        (Some(low), Some(high)) if low == high => format!("{level}, {low}"),
        (Some(low), Some(high)) => format!("{level}, {low} to {high}"),
        _ => level.to_string(),
    }
}

/// Where a number is from: a row of the inventory, or a letter with the level that a public source has.
fn provenance(from: &str) -> Html {
    let letter = from.get(..1).filter(|letter| ["D", "O", "E"].contains(letter));
    match letter {
        Some(letter) => link(&format!("sources.html#{letter}"), from),
        None => row(from),
    }
}

/// What leads on from here.
fn onwards(role: &str, documents: &Documents) -> Result<Html, String> {
    let mut entries = Vec::new();
    for way in array(&documents.ways, "ways")? {
        let target =
            array(way, "target")?.iter().find(|target| target.get("role").and_then(Value::as_str) == Some(role));
        if target.is_some() {
            let address = format!("{}.html", ways::page_of(string(way, "origin")?));
            entries.push(link(&address, &ways::title(string(way, "name")?)).and(tag(
                "div",
                &[],
                text(string(way, "who")?),
            )));
        }
    }
    let here = match entries.is_empty() {
        true => Html::default(),
        false => heading("ways", "Ways that lead here").and(list("ul", &[("class", "ways")], entries)),
    };
    let next = [
        onward("roles.html", "Which product role fits you?", "Say what you have done, and see how near this role is."),
        onward("advert.html", "Read an advert", "See which job an advert means, and what to ask."),
        onward("ways.html", "All roles and ways in", "The other roles, and ways from other jobs."),
    ];
    Ok(here.and(heading("next", "What next?")).and(list("ul", &[("class", "ways")], next)))
}
