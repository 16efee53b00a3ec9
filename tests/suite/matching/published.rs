//! The shipped catalogue: the claims of its sources, its numbers, its languages, and the quizzes that rest on it.

use super::{matched, placed, role};
use crate::support::{SHIPPED, catalogue, json_of, near, shipped, table_of};
use metier::closed::Closed;
use metier::quiz::{self, Assumed};
use metier::roles::catalogue;
use metier::roles::catalogue_view::view;
use metier::roles::matching::{Match, matching};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The claims of the sources; see the note in the table on what they are worth.
#[test]
fn the_claims_of_the_sources_hold() {
    let (columns, rows) = table_of("tests/reference/claims.csv");
    assert_eq!(rows.len(), 12);
    for seed in [1, 2, 3] {
        let found: BTreeMap<String, Match> = rows
            .iter()
            .map(|row| {
                let known = columns.iter().zip(row).skip(1).map(
                    |(skill, level)| json!({ "skill": skill, "level": level.parse::<f64>().unwrap(), "se": 0.45 }),
                );
                let profile = json!({ "skills": known.collect::<Vec<_>>() });
                (row[0].clone(), matched(&profile, &catalogue(), seed, false))
            })
            .collect();
        let of = |name: &str| found.iter().find(|(key, _)| key.starts_with(name)).unwrap().1;
        let above = |name: &str, one: &str, other: &str| {
            let (one, other) = (role(of(name), one), role(of(name), other));
            assert!(one.fit > other.fit && one.p_best >= other.p_best, "{name}: {} above {}", one.role, other.role);
        };
        let among_two = |name: &str, roles: [&str; 2]| {
            let best: Vec<&str> = of(name).roles.iter().take(2).map(|role| role.role.as_str()).collect();
            assert!(roles.iter().any(|role| best.contains(role)), "{name}: {best:?}");
        };
        let first = |name: &str, role: &str| assert_eq!(of(name).roles[0].role, role, "{name}");

        above("QA tester", "tpm", "pm");
        assert!(role(of("QA tester"), "pm").p_must_have_missed > 0.5, "held back by a must-have");
        above("Programmer", "tpm", "pm");
        above("Programmer", "tpm", "pmm");
        above("Web developer", "tpm", "pmm");
        first("Better communicator", "pmm");
        let last = of("Knows market").roles.iter().min_by(|a, b| a.fit.total_cmp(&b.fit)).unwrap();
        assert!(matches!(last.role.as_str(), "tpm" | "agile"), "{}", last.role);
        above("Great with customers", "pmm", "pm");
        among_two("BA + presales", ["pm", "pmm"]);
        among_two("Sales / solution engineer", ["solution", "pm"]);
        let seller = of("Sales + operations");
        assert!(
            role(seller, "pm").also_good || seller.roles[0].role == "pm",
            "the product manager is shown as a good fit too"
        );
        above("Sales rep", "pmm", "tpm");
        among_two("IT project manager", ["project", "agile"]);
        first("BI analyst", "analyst");
    }
}

/// Whoever is exactly at a role's needs is named for it, .82 and .97 being the least of the eight roles, to two digits.
#[test]
fn whoever_is_at_the_needs_of_a_role_gets_it() {
    for role in &catalogue().roles {
        for (error, least) in [(0.45, 0.82), (0.30, 0.97)] {
            let known =
                |needed: &catalogue::Needed| json!({ "skill": needed.skill.value, "level": needed.need, "se": error });
            let profile = json!({ "skills": role.needs.iter().map(known).collect::<Vec<_>>() });
            let first = &matched(&profile, &catalogue(), 1, true).roles[0];
            assert_eq!(first.role, role.id.value, "known to {error}");
            assert!(first.p_best > least - 0.005, "{}: {}", first.role, first.p_best);
        }
    }
}

/// The shipped catalogue says what the table says.
#[test]
fn the_shipped_numbers_are_those_of_the_table() {
    let (columns, rows) = table_of("tests/reference/roles.csv");
    let shipped = json_of("www/roles/product.json");
    let ids = [
        ("PM", "pm"),
        ("TPM", "tpm"),
        ("PMM", "pmm"),
        ("SOL", "solution"),
        ("ANA", "analyst"),
        ("PJM", "project"),
        ("AGL", "agile"),
        ("STR", "strategist"),
    ];
    let roles = shipped["roles"].as_array().unwrap();
    assert_eq!(roles.iter().map(|role| role["id"].as_str().unwrap()).collect::<Vec<_>>(), ids.map(|(_, id)| id));
    assert_eq!(rows.len(), 16);
    let skills: Vec<&Value> = shipped["skills"].as_array().unwrap().iter().map(|skill| &skill["id"]).collect();
    assert_eq!(skills, rows.iter().map(|row| &row[0]).collect::<Vec<_>>());
    for (short, id) in ids {
        let role = roles.iter().find(|role| role["id"] == id).unwrap();
        assert_eq!(role["archetype"] == true, matches!(short, "PJM" | "AGL" | "STR"));
        let needs = role["needs"].as_array().unwrap();
        assert_eq!(needs.len(), 16, "{id}");
        for row in &rows {
            let cell =
                |kind: &str| &row[columns.iter().position(|column| *column == format!("{kind}_{short}")).unwrap()];
            let need = needs.iter().find(|need| need["skill"] == row[0].as_str()).unwrap();
            let number = |kind: &str| cell(kind).parse::<f64>().ok();
            assert_eq!(need["need"].as_f64(), number("need"), "{id} {}", row[0]);
            assert_eq!(need["weight"].as_f64(), number("w"), "{id} {}", row[0]);
            assert_eq!(need["floor"].as_f64(), number("floor"), "{id} {}", row[0]);
            assert_eq!(need["from"].as_str().unwrap(), cell("prov"), "{id} {}", row[0]);
        }
    }
}

/// The library has the same numbers as the document on the site.
#[test]
fn the_catalogue_within_the_library_has_the_site_s_numbers() {
    let site = catalogue::read(&std::fs::read_to_string(crate::support::project("www/roles/product.json")).unwrap())
        .0
        .unwrap();
    let within = catalogue();
    assert_eq!(within.needs(), site.needs());
    assert_eq!(within.constants.model, site.constants.model);
    assert_eq!(within.groups_of_skills(), site.groups_of_skills());
}

/// What a quiz of one skill says of the roles, and what all quizzes assume, is what the catalogue has.
#[test]
fn quizzes_and_catalogue_agree() {
    let catalogue = catalogue();
    let model = &catalogue.constants.model;
    let default = Assumed::default();
    for name in SHIPPED {
        let quiz = quiz::read(&shipped(name)).0.unwrap();
        for assumed in [&quiz.assumed, &default] {
            assert_eq!((assumed.prior_mean, assumed.prior_sd), (model.prior_mean, model.prior_sd), "{name}");
            assert_eq!(assumed.answer_sd, model.answer_sd, "{name}");
        }
        for skill in &quiz.skills {
            assert!(catalogue.skill(&skill.id.value).is_some(), "{name}: {}", skill.id.value);
        }
        let [skill] = quiz.skills.as_slice() else {
            assert!(quiz.meaning.is_empty(), "{name}: several skills are matched instead");
            continue;
        };
        assert_eq!(quiz.meaning.len(), catalogue.roles.len(), "{name}");
        for meaning in &quiz.meaning {
            let role = catalogue.roles.iter().find(|role| role.id.value == meaning.role.value).unwrap();
            let needed = role.needs.iter().find(|needed| needed.skill.value == skill.id.value).unwrap();
            let total: f64 = role.needs.iter().map(|needed| needed.weight).sum();
            assert_eq!((meaning.need, meaning.floor), (needed.need, needed.floor), "{name}: {}", role.id.value);
            near(meaning.weight, needed.weight / total, 0.000_05 + 1e-12);
            assert_eq!(
                (&meaning.name.value, meaning.archetype, &meaning.from.value),
                (&role.name.value, role.archetype, &needed.from.value)
            );
        }
        let said: Vec<&str> = quiz.attributions.0.iter().map(|text| text.value.as_str()).collect();
        for (origin, mark) in [('D', "Open Government Licence"), ('O', "O\\*NET")] {
            let used = quiz.meaning.iter().any(|meaning| meaning.from.value.starts_with(origin));
            let line = catalogue.attributions.0.iter().find(|text| text.value.contains(mark)).unwrap();
            assert_eq!(said.contains(&line.value.as_str()), used, "{name}: {mark}");
        }
        assert!(quiz.meaning.windows(2).all(|pair| pair[0].weight >= pair[1].weight), "{name}: by weight");
    }
}

/// Texts of a catalogue in another language than the one shown say so, with their direction.
#[test]
fn texts_of_the_catalogue_say_their_language() {
    let profile = placed(&json!({ "skills": [{ "skill": "customer" }] }), &catalogue());
    let name = |language: &str| matching(&catalogue(), &profile, language, 1, true).unwrap().roles[0].name.clone();
    assert_eq!((name("en").language, name("en").direction), (None, None));
    assert_eq!((name("ar").language.as_deref(), name("ar").direction.map(Closed::word)), (Some("en"), Some("ltr")));
}

/// The whole catalogue as a page shows it has what the document has; the one within the library has no more than
/// matching needs.
#[test]
fn a_view_of_the_catalogue_holds_the_document() {
    let text = std::fs::read_to_string(crate::support::project("www/roles/product.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let whole = catalogue::read(&text).0.unwrap();
    let view = serde_json::to_value(view(&whole, "en")).unwrap();
    let counts =
        |of: &Value| ["skills", "roles", "origins", "attributions"].map(|list| of[list].as_array().unwrap().len());
    assert_eq!(counts(&view), counts(&document));
    for (shown, skill) in view["skills"].as_array().unwrap().iter().zip(document["skills"].as_array().unwrap()) {
        assert_eq!((&shown["skill"], &shown["sources"]), (&skill["id"], &skill["sources"]));
        assert_eq!(shown["levels"].as_array().unwrap().len(), 5);
        assert_eq!(shown["learn"].as_array().unwrap().len(), skill["learn"].as_array().map_or(0, Vec::len));
        assert_eq!(shown["quiz"]["link"], skill["quiz"]["link"]);
        assert_eq!(
            !shown["quiz"].is_null(),
            matches!(skill["id"].as_str().unwrap(), "negotiation" | "urgency" | "setbacks")
        );
    }
    for (shown, role) in view["roles"].as_array().unwrap().iter().zip(document["roles"].as_array().unwrap()) {
        let needs = role["needs"].as_array().unwrap();
        let all: f64 = needs.iter().map(|need| need["weight"].as_f64().unwrap()).sum();
        for (shown, need) in shown["needs"].as_array().unwrap().iter().zip(needs) {
            assert_eq!((&shown["skill"], &shown["from"]), (&need["skill"], &need["from"]));
            assert_eq!(shown["floor"].as_f64(), need["floor"].as_f64());
            near(shown["weight"].as_f64().unwrap(), need["weight"].as_f64().unwrap() / all, 1e-12);
        }
        assert_eq!((&shown["role"], shown["note"].is_null()), (&role["id"], role["note"].is_null()));
    }
    for (shown, origin) in view["origins"].as_array().unwrap().iter().zip(document["origins"].as_array().unwrap()) {
        assert_eq!(
            (&shown["origin"], shown["levels"].as_array().unwrap().len()),
            (&origin["id"], origin["levels"].as_array().unwrap().len())
        );
    }
    let within = serde_json::to_value(self::view(&catalogue(), "ar")).unwrap();
    assert_eq!(within["origins"], json!([]));
    assert!(
        within["skills"]
            .as_array()
            .unwrap()
            .iter()
            .all(|skill| skill["quiz"].is_null() && skill["levels"] == json!([]))
    );
    assert_eq!(within["roles"][0]["name"]["language"], "en");
}

/// A shipped quiz that a skill names is there, under the title that it has.
#[test]
fn quizzes_of_skills_are_there() {
    for skill in
        json_of("www/roles/product.json")["skills"].as_array().unwrap().iter().filter(|skill| !skill["quiz"].is_null())
    {
        let page = skill["quiz"]["link"].as_str().unwrap().trim_start_matches("../");
        // Each quiz has a page of its name.
        let quiz = page.strip_suffix(".html").map(|name| format!("www/quizzes/{name}.json"));
        assert!(quiz.is_some_and(|quiz| crate::support::project(&quiz).exists()), "{page}");
        let quiz: Value = serde_json::from_str(&shipped(page.trim_end_matches(".html"))).unwrap();
        assert_eq!((&quiz["title"], &quiz["skills"][0]["id"]), (&skill["quiz"]["title"], &skill["id"]));
    }
}

/// The lines of what to learn: for every level of every skill there is one in the catalogue and one in the quiz of all
/// skills, each says how long it takes and what it leaves, and none is said twice anywhere.
#[test]
fn what_to_learn_is_there_for_every_level_and_said_once() {
    let document = |path: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(crate::support::project(path)).unwrap()).unwrap()
    };
    let catalogue = document("www/roles/product.json");
    let mut said = BTreeSet::new();
    let mut bands = |lines: &[Value], whose: &str| {
        for line in lines {
            let text = line["text"].as_str().unwrap();
            assert!(said.insert(text.to_lowercase()), "said twice: {text}");
            assert!(line["minutes"].is_u64() || line["days"].is_u64(), "{whose}: how long: {text}");
            assert!(line["leaves"].is_string(), "{whose}: what it leaves: {text}");
        }
        for level in (0..=16).map(|quarter| f64::from(quarter) / 4.0) {
            let holds = |line: &&Value| {
                let (from, to) = (line["from"].as_f64().unwrap_or(0.0), line["to"].as_f64().unwrap_or(4.0));
                from <= level && (level < to || to == 4.0)
            };
            assert!(lines.iter().any(|line| holds(&line)), "{whose}: nothing to learn at level {level}");
        }
    };
    for skill in catalogue["skills"].as_array().unwrap() {
        bands(skill["learn"].as_array().unwrap(), skill["id"].as_str().unwrap());
    }
    for quiz in ["negotiation", "pace", "setbacks", "roles"] {
        let quiz = document(&format!("www/quizzes/{quiz}.json"));
        for skill in quiz["skills"].as_array().unwrap() {
            let lines: Vec<Value> =
                quiz["learn"].as_array().unwrap().iter().filter(|line| line["skill"] == skill["id"]).cloned().collect();
            bands(&lines, &format!("{}, {}", quiz["id"], skill["id"]));
        }
    }
}
