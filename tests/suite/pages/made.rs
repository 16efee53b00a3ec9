//! The pages that are made of documents: each role and each origin has one with all of its parts, and each row of the
//! inventory stands among the sources, with what acts on it.

use std::collections::BTreeSet;

use super::{pages, quoted};
use crate::support::json_of;

/// How many rows each text of the inventory has.
const ROWS: [(&str, usize); 5] = [("S1", 21), ("S2", 80), ("S3", 50), ("S4", 31), ("S5", 25)];
/// The parts of a role's page, by their anchors; the second list is of jobs that some companies call by the name.
const OF_ROLE: [&str; 8] = ["tuesday", "measured", "not", "signs", "elsewhere", "needs", "next", "main"];
const OF_ARCHETYPE: [&str; 1] = ["taking"];
/// The parts of a way's page.
const OF_WAY: [&str; 9] = ["target", "carries", "doubts", "steps", "bridges", "letter", "promises", "next", "main"];

/// The names of all rows.
fn rows() -> BTreeSet<String> {
    let of = |(text, count): (&str, usize)| (1..=count).map(move |row| format!("{text}-{row:02}")).collect::<Vec<_>>();
    ROWS.into_iter().flat_map(of).collect()
}

/// The page of that name.
fn page(site: &[(String, String)], name: &str) -> String {
    let found = site.iter().find(|(path, _)| path == name);
    found.unwrap_or_else(|| panic!("there is no {name}")).1.clone()
}

/// The ids of the entries of a list of the catalogue.
fn ids(list: &str) -> Vec<(String, bool)> {
    let catalogue = json_of("www/roles/product.json");
    let id = |one: &serde_json::Value| (one["id"].as_str().unwrap().to_owned(), one["archetype"] == true);
    catalogue[list].as_array().unwrap().iter().map(id).collect()
}

/// What stands under an anchor, up to the next heading of the second rank.
fn part<'p>(page: &'p str, id: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!(" id=\"{id}\""))?;
    Some(rest.split("<h2").next().unwrap_or(rest))
}

#[test]
fn every_role_has_its_page_with_all_parts() {
    let site = pages(false);
    assert_eq!(ids("roles").len(), 8);
    for (id, archetype) in ids("roles") {
        let page = page(&site, &format!("role-{id}.html"));
        for wanted in OF_ROLE {
            assert!(part(&page, wanted).is_some_and(|part| part.len() > 40), "{id} without {wanted}");
        }
        assert_eq!(OF_ARCHETYPE.iter().all(|wanted| part(&page, wanted).is_some()), archetype, "{id}");
        let signs = part(&page, "signs").unwrap();
        assert_eq!(signs.matches("<li>").count(), 6, "three signs each way: {id}");
        let needs = part(&page, "needs").unwrap();
        assert_eq!(needs.matches("<th scope=\"row\">").count(), 16, "the needs of {id}");
        for row in needs.split("<th scope=\"row\">").skip(1) {
            assert!(
                row.split("</tr>").next().unwrap().contains("sources.html#"),
                "{id} says where each is from: {row}"
            );
        }
        assert!(
            ["roles.html", "advert.html", "ways.html"].iter().all(|to| page.contains(&format!("\"{to}\""))),
            "{id}"
        );
    }
}

#[test]
fn every_origin_has_its_way_with_all_parts() {
    let site = pages(false);
    let index = page(&site, "ways.html");
    assert_eq!(ids("origins").len(), 16);
    for (id, _) in ids("origins") {
        let name = format!("way-{id}.html");
        let page = page(&site, &name);
        for wanted in OF_WAY {
            assert!(part(&page, wanted).is_some_and(|part| part.len() > 40), "{id} without {wanted}");
        }
        let steps = part(&page, "steps").unwrap();
        let counts =
            [steps.matches("<li>").count(), steps.matches("Leaves: ").count(), steps.matches("Takes about ").count()];
        assert_eq!(counts, [3; 3], "three steps with time and artefact: {id}");
        assert_eq!(part(&page, "doubts").unwrap().matches("<h3>").count(), 3, "three doubts: {id}");
        assert!(part(&page, "target").unwrap().contains("\"role-"), "{id} leads to a role");
        assert!(index.contains(&format!("\"{name}\"")), "{name} is led to");
    }
}

#[test]
fn every_row_is_among_the_sources_with_what_acts_on_it_or_why_nothing_does() {
    let sources = page(&pages(false), "sources.html");
    let entries: Vec<&str> = sources.split("<li id=\"").skip(1).collect();
    let named: BTreeSet<String> = entries.iter().map(|entry| entry[..5].to_owned()).collect();
    assert_eq!((named, entries.len()), (rows(), rows().len()));
    let mut idle = Vec::new();
    for entry in entries {
        let id = &entry[..5];
        let (said, used) = entry.split_once("<div class=\"small\">").unwrap();
        assert!(said.split_once("</strong> ").unwrap().1.split(' ').count() > 2, "{id} says something: {said}");
        let (word, how) = used.split_once(": ").unwrap();
        assert!(how.split('.').next().unwrap().split(' ').count() > 2, "{id} says how or why: {used}");
        match word {
            "Context" => {}
            "Acts" if used.contains("<a href=\"") => {}
            "Acts" => idle.push(id),
            _ => panic!("{id} neither acts nor is context: {used}"),
        }
    }
    assert_eq!(idle, Vec::<&str>::new(), "rows that are said to act, and that no document cites");
}

/// What a page names as a row leads to that row, and to none that is not there.
#[test]
fn rows_on_pages_lead_to_the_sources() {
    let rows = rows();
    for (path, page) in pages(false) {
        for address in quoted(&page, "href=\"sources.html#S") {
            assert!(rows.contains(&format!("S{address}")) || address.len() == 1, "{path} leads to S{address}");
        }
        if path == "sources.html" {
            continue;
        }
        for row in &rows {
            let unlinked =
                page.matches(row.as_str()).count() - 2 * page.matches(&format!("#{row}\">{row}</a>")).count();
            assert_eq!(unlinked, 0, "{row} in {path} without a link");
        }
    }
}
