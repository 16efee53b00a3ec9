//! Adverts that we wrote ourselves, with what they are for. They show that nothing breaks; they are no measure of how
//! well real adverts are read, and no figure is made of them.

use super::places::hold;
use super::{Reader, read, shipped};
use crate::support::{files_below, project};

/// Adverts that the lexicon reads otherwise than their authors meant, and why that is left so.
const EXCEPTIONS: [(&str, &str); 11] = [
    (
        "02-product-owner-virtual-clinic.md",
        "plain words throughout: what a product manager does, hardly a phrase that says so",
    ),
    (
        "04-head-of-proposition-insurance.md",
        "three cues in all, none of them common in real adverts; no verdict is right",
    ),
    ("05-product-manager-live-game.md", "mostly about the company; the work is told in the words of games"),
    ("10-digital-product-manager-charity.md", "mostly small print; too few cues for a verdict"),
    (
        "24-technical-product-owner-warehouse-app.md",
        "backlog work, which delivery managers' and Scrum masters' adverts share word for word",
    ),
    ("26-po-sm-ba-everything.md", "four jobs in one; three of them are no product work"),
    (
        "31-head-of-product-strategy-publisher.md",
        "strategy in the words of product work; just on the other side of a half",
    ),
    (
        "33-product-marketing-manager-payroll.md",
        "sales enablement and campaigns, as in adverts for marketing; just on the other side of a half",
    ),
    ("36-brand-and-product-manager-wound-care.md", "brand and sales work; whether that is product work may be argued"),
    ("37-go-to-market-lead-cyber.md", "sales and marketing words alone; the duties are a product marketer's"),
    ("45-technical-product-wizard.md", "half of it asks for a developer"),
];

/// An advert: the file's name, the lines before the text, the text.
struct Own {
    name: String,
    family: String,
    product: bool,
    text: String,
}

fn own() -> Vec<Own> {
    if !project("tests/suite/advert/adverts").is_dir() {
        return Vec::new();
    }
    let files = files_below("tests/suite/advert/adverts").into_iter().filter(|(name, _)| name.ends_with(".md"));
    files.map(|(name, path)| one(name, &std::fs::read_to_string(path).unwrap())).collect()
}

fn one(name: String, whole: &str) -> Own {
    let (front, text) =
        whole.split_once("\n\n").unwrap_or_else(|| panic!("{name}: no empty line after the front matter"));
    let field = |field: &str| {
        let line = front.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        line.unwrap_or_else(|| panic!("{name}: no {field}")).trim().to_owned()
    };
    Own { family: field("family"), product: field("product") == "yes", text: text.to_owned(), name }
}

#[test]
fn own_adverts_get_what_they_are_for() {
    let lexicon = shipped();
    // One that is still being written says so by its version.
    let finished = !lexicon.version.value.starts_with("0.");
    let reader = Reader::new(lexicon);
    let mut wrong = Vec::new();
    for Own { name, family, product, text } in own() {
        hold(&reader, &text);
        let report = read(&reader, &text);
        let first: Vec<&str> =
            report.archetypes.iter().filter(|one| one.shown).take(2).map(|one| one.archetype).collect();
        let said = report.product.unwrap_or_default() >= 0.5;
        let right = said == product && (family == "other" || first.contains(&family.as_str()));
        let excepted = EXCEPTIONS.iter().any(|(known, _)| *known == name);
        if right == excepted {
            wrong.push(format!(
                "{name}: for {family}, product {product}; found {first:?}, {:?}{}",
                report.product,
                if excepted { ", and excepted" } else { "" }
            ));
        }
    }
    assert!(!finished || wrong.is_empty(), "{wrong:#?}");
}
