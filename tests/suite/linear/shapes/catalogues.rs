//! Shapes of catalogues of roles and of lexicons of adverts.

use super::{Shape, alike, documents, list};
use serde_json::{Value, json};

/// The smallest catalogue, before its groups.
const CATALOGUE: &str = r#"{"format":"metier-roles/1","id":"c","version":"1","language":"en","title":"T","about":"A",
"model":{"prior_mean":2,"prior_sd":1,"answer_sd":1.2,"answer_weight":4,"within":0.5,"across":0.3,"beta":0.3,"lambda":0.15,
"gamma":1.5,"steady":0.25,"pairs":64,"catalogues":4,"concentration":60,"need_shift":0.5,"near":0.03,"also_good":0.1,
"missed":0.5,"evidence":0.5,"clear":0.8,"leaning":0.6,"named":0.8,"note":"N"},"#;

fn roles_of(groups: &str, skills: &str, roles: &str, more: &str) -> String {
    format!("{CATALOGUE}\"groups\":[{groups}],\"skills\":[{skills}],\"roles\":[{roles}]{more}}}")
}

pub fn catalogues() -> Vec<Shape> {
    const GROUP: &str = r#"{"id":"g","name":"G"}"#;
    const SKILL: &str = r#"{"id":"s","name":"S","group":"g"}"#;
    const ROLE: &str = r#"{"id":"r","name":"R","about":"A","needs":[{"skill":"s","need":3,"weight":1,"from":"E"}]}"#;
    let small = roles_of(GROUP, SKILL, ROLE, "");
    let mut shapes = documents(&format!("{},", small.strip_suffix('}').unwrap()), "\"x\"", "}");
    let named = |number: usize, more: Value| {
        let mut record = more;
        record["id"] = json!(format!("n{number}"));
        record["name"] = json!("N");
        record
    };
    let need = |skill: String| json!({ "skill": skill, "need": 3, "weight": 1, "from": "E" });
    let add = move |name: &'static str, text: Box<dyn Fn(usize) -> String>| Shape::new(name, text);
    shapes.push(add(
        "groups",
        Box::new(move |n| {
            roles_of(&format!("{},{GROUP}", list(n / 17, |number| named(number, json!({})))), SKILL, ROLE, "")
        }),
    ));
    shapes.push(add(
        "skills",
        Box::new(move |n| {
            roles_of(
                GROUP,
                &format!("{},{SKILL}", list(n / 17, |number| named(number, json!({ "group": "g" })))),
                ROLE,
                "",
            )
        }),
    ));
    shapes.push(add(
        "skills of groups that are not there",
        Box::new(move |n| {
            roles_of(
                GROUP,
                &format!("{},{SKILL}", list(n / 17, |number| named(number, json!({ "group": alike(number) })))),
                ROLE,
                "",
            )
        }),
    ));
    shapes.push(add(
        "roles",
        Box::new(move |n| {
            roles_of(
                GROUP,
                SKILL,
                &list(n / 16, |number| named(number, json!({ "about": "A", "needs": [need("s".into())] }))),
                "",
            )
        }),
    ));
    shapes.push(add(
        "needs",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|number| need(format!("n{number}"))).collect();
            let skills = list(n / 16, |number| named(number, json!({ "group": "g" })));
            roles_of(GROUP, &skills, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "needs of one skill",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|_| need("s".into())).collect();
            roles_of(GROUP, SKILL, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "needs that are not there",
        Box::new(move |n| {
            let needs: Value = (0..n / 16).map(|number| need(alike(number))).collect();
            roles_of(GROUP, SKILL, &named(0, json!({ "about": "A", "needs": needs })).to_string(), "")
        }),
    ));
    shapes.push(add(
        "origins",
        Box::new(move |n| {
            let origins =
                list(n / 16, |number| named(number, json!({ "levels": [{ "skill": "s", "level": 1 }], "from": "F" })));
            roles_of(GROUP, SKILL, ROLE, &format!(",\"origins\":[{origins}]"))
        }),
    ));
    shapes
}

pub fn lexicons() -> Vec<Shape> {
    const START: &str = r#"{"format":"metier-advert/1","id":"l","version":"1","language":"en","title":"T","about":"A","model":{"saturation":1.2,"slope":0.75,
"length":300,"temperature":2,"reach":3,"least_words":10,"least_phrases":2,"product_base":-1,"broad":1.5,"musts":2,"note":"N"},"#;
    let whole = |archetypes: String, phrases: String, more: &str| {
        format!("{START}\"archetypes\":[{archetypes}],\"phrases\":[{phrases}]{more}}}")
    };
    let archetype = |id: &str| json!({ "id": id, "name": "N", "product": 1 });
    let phrase = |words: String, to: &str| json!({ "phrase": words, "for": [{ "archetype": to, "weight": 1 }] });
    let small = whole(archetype("a").to_string(), phrase("some words".into(), "a").to_string(), "");
    let mut shapes = documents(&format!("{},", small.strip_suffix('}').unwrap()), "\"x\"", "}");
    let one = move || archetype("a").to_string();
    shapes.push(Shape::new("archetypes", move |n| {
        whole(list(n / 16, |number| archetype(&format!("a{number}"))), phrase("w".into(), "a0").to_string(), "")
    }));
    shapes.push(Shape::new("phrases", move |n| {
        whole(one(), list(n, |number| phrase(format!("word{number} goes*"), "a")), "")
    }));
    shapes.push(Shape::new("one phrase", move |n| whole(one(), list(n, |_| phrase("Words-go".into(), "a")), "")));
    shapes.push(Shape::new("phrases for archetypes that are not there", move |n| {
        whole(one(), list(n, |number| phrase(format!("w{number}"), &alike(number))), "")
    }));
    shapes.push(Shape::new("archetypes and phrases", move |n| {
        whole(
            list(n / 16, |number| archetype(&format!("a{number}"))),
            list(n, |number| phrase(format!("w{number}"), &format!("a{}", number % (n / 16)))),
            "",
        )
    }));
    shapes.push(Shape::new("a phrase of many words", move |n| {
        whole(one(), phrase("word ".repeat(n).trim().into(), "a").to_string(), "")
    }));
    shapes.push(Shape::new("skills that are not there", move |n| {
        let mut entry = phrase("w".into(), "a");
        entry["skills"] = (0..n / 16).map(|number| json!(alike(number))).collect();
        whole(one(), entry.to_string(), "")
    }));
    shapes.push(Shape::new("boilerplate", move |n| {
        whole(
            one(),
            phrase("w".into(), "a").to_string(),
            &format!(",\"boilerplate\":[{}]", list(n, |number| json!(format!("some words {number}")))),
        )
    }));
    shapes.push(Shape::new("questions of archetypes that are not there", move |n| {
        whole(
            one(),
            phrase("w".into(), "a").to_string(),
            &format!(",\"questions\":[{}]", list(n / 16, |number| json!({ "when": alike(number), "text": "Q" }))),
        )
    }));
    shapes
}
