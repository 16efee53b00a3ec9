//! The pages on method and measurement: every number on them that can be recomputed is recomputed here.
//!
//! A number stands in an element with the id `n-` and the name of its claim. `tests/reference/method.json` holds each
//! claim with its value and where that is from; a page prints the value, and the library finds it again, both to the
//! digits that the page shows. Figures of papers, and those found once on adverts that the project may not pass on, are
//! held against the list alone, and those of the simulation by `cargo bench --bench simulation`, which takes minutes.

mod asked;
mod claims;
mod measured;
mod roles;

use claims::{SIMULATED, agreeing, hold, like, listed, moments, printed, role_quiz, shipped, text};
use metier::numeric::matrix::Matrix;
use metier::quiz;
use metier::quiz::response::Answer;
use metier::roles::catalogue;
use metier::roles::draws::rank;
use metier::roles::fit::contributions;
use metier::roles::model::{Model, Need};
use metier::roles::person;
use metier::roles::posterior::Posterior;
use metier::text::markdown;
use serde_json::Value;

/// The claims on what the grades 1, 2 and 3 need at least.
const GRADES: [&str; 3] = ["grade-experts", "grade-piloted", "grade-calibrated"];

fn named<const N: usize>(claims: [(&str, f64); N]) -> Vec<(String, f64)> {
    claims.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
}

/// From when on a superhero is wanted.
fn adverts() -> Vec<(String, f64)> {
    let model = metier::advert::lexicon::read(&text("www/lexicon/product.json"), None).0.expect("the lexicon").model;
    named([("advert-broad", model.broad), ("advert-musts", f64::from(model.musts))])
}

#[test]
fn the_reader_of_adverts_has_the_printed_limits() {
    hold(&adverts());
}

#[test]
fn page_and_list_say_the_same() {
    let (printed, listed) = (printed(), listed());
    assert!(printed.keys().eq(listed.keys()), "on the page {:#?}, in the list {:#?}", printed.keys(), listed.keys());
    for (id, (value, from)) in listed {
        assert_eq!(printed[&id], like(&printed[&id], value), "n-{id}: the page against the list");
        assert!(!from.is_empty());
    }
}

/// No claim is left out: the library finds it again, or a paper has it.
#[test]
fn every_claim_has_its_judge() {
    let judged: Vec<String> = levels()
        .into_iter()
        .chain(catalogue_numbers())
        .chain(example())
        .chain(at_need())
        .chain(measured::measured())
        .chain(roles::roles())
        .chain(adverts())
        .chain(asked::asked())
        .map(|(id, _)| id)
        .collect();
    for (id, (_, from)) in listed() {
        let elsewhere = GRADES.contains(&id.as_str()) || SIMULATED.iter().any(|start| id.starts_with(start));
        assert!(
            from.starts_with("paper: ") || from.starts_with("once: ") || elsewhere || judged.contains(&id),
            "nothing judges {id}"
        );
    }
}

#[test]
fn numbers_about_levels_hold() {
    hold(&levels());
}

#[test]
fn numbers_about_the_catalogue_hold() {
    hold(&catalogue_numbers());
}

#[test]
fn the_worked_example_holds() {
    hold(&example());
}

#[test]
fn a_person_at_the_need_is_named_as_the_page_says() {
    hold(&at_need());
}

#[test]
fn numbers_about_what_follows_from_a_ranking_hold() {
    hold(&roles::roles());
}

#[test]
fn numbers_about_measurement_hold() {
    hold(&measured::measured());
}

#[test]
fn numbers_about_the_role_quiz_hold() {
    hold(&asked::asked());
}

#[test]
fn the_measured_example_is_exact() {
    measured::as_the_twins();
}

#[test]
fn the_measured_example_is_drawn_as_it_is() {
    measured::as_printed();
}

#[test]
fn printed_calls_work() {
    measured::as_called();
}

/// What the catalogue wants shown beside its numbers stands on the page word for word.
#[test]
fn attributions_are_there() {
    let page = text("www/pages/method.html");
    let tags_out: String = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let page = words(&tags_out);
    for attribution in &shipped().attributions.0 {
        let tree = markdown::read(&attribution.value);
        let plain: String = tree.blocks.iter().flat_map(|block| &block.runs).map(|run| run.text.as_str()).collect();
        // The page names the framework in a sentence of its own.
        for part in plain.split(": ") {
            assert!(page.contains(&words(part)), "missing: {part}");
        }
    }
}

/// A document with as much evidence as the page asks for is read, one with a little less is not.
#[test]
fn grades_need_what_the_page_says() {
    let least = |id: &str| printed()[id].parse::<u64>().expect("a whole number");
    let read = |grade: u32, experts: u64, people: u64| {
        let mut quiz: Value = serde_json::from_str(&text("www/quizzes/pace.json")).expect("a quiz");
        quiz["evidence"] = serde_json::json!({ "grade": grade, "note": "n", "people": people, "reliability": 0.8, "fit": "f",
            "experts": { "count": experts, "roles": "product managers", "agreement": 0.8 } });
        quiz::read(&quiz.to_string()).0.is_some()
    };
    let [experts, piloted, calibrated] = GRADES.map(least);
    assert!(read(1, experts, 1) && !read(1, experts - 1, 1));
    assert!(read(2, experts, piloted) && !read(2, experts, piloted - 1));
    assert!(read(3, experts, calibrated) && !read(3, experts, calibrated - 1));
    assert!(!read(4, experts, calibrated), "grade 4 without a study");
}

// --- levels ---

fn levels() -> Vec<(String, f64)> {
    let assumed = role_quiz().assumed;
    let fours = agreeing(4.0, 3, &assumed);
    let case: Value = serde_json::from_str(&text("tests/cases/judge-experts.json")).expect("a case");
    let read = quiz::read(&case["quiz"].to_string()).0.expect("a quiz");
    let ratings = [1, 2, 6].map(Some).to_vec();
    let rated = metier::model::observations(&read, &read.items[0], &Answer::Ratings(ratings)).remove(0);
    named([
        ("fours-level", fours.level),
        ("fours-level-fine", fours.level),
        ("fours-spread", fours.spread),
        ("fours-pull", fours.pulls[0]),
        ("fours-pulls", fours.pulls.iter().sum()),
        ("fours-low", fours.level - fours.spread),
        ("fours-high", f64::min(fours.level + fours.spread, 4.0)),
        ("two-spread", agreeing(3.0, 2, &assumed).spread),
        ("ten-spread", agreeing(3.0, 10, &assumed).spread),
        ("experts-level", rated.level),
        ("experts-alone", f64::sqrt(rated.key_variance)),
    ])
}

// --- the catalogue ---

fn catalogue_numbers() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let model = &catalogue.constants.model;
    let assumed = &role_quiz().assumed;
    let same = |quiz: f64, roles: f64| {
        assert_eq!(quiz, roles, "quiz and catalogue assume different things");
        quiz
    };
    let cells: Vec<&str> =
        catalogue.roles.iter().flat_map(|role| &role.needs).map(|needed| needed.from.value.as_str()).collect();
    let share = |of: &dyn Fn(&str) -> bool| cells.iter().filter(|from| of(from)).count() as f64;
    let (framework, onet) = (|from: &str| from.contains('D'), |from: &str| from.contains('O'));
    let editorial = |from: &str| from == "E";
    let archetypes = catalogue.roles.iter().filter(|role| role.archetype).count();
    named([
        ("roles-skills", catalogue.skills.len() as f64),
        ("roles-groups", catalogue.groups.len() as f64),
        ("roles-targets", (catalogue.roles.len() - archetypes) as f64),
        ("roles-archetypes", archetypes as f64),
        ("roles-origins", catalogue.origins.len() as f64),
        ("roles-cells", cells.len() as f64),
        ("roles-editorial", share(&editorial)),
        ("roles-framework", share(&framework)),
        ("roles-onet", share(&onet)),
        ("roles-direction", share(&|from| !editorial(from) && !framework(from) && !onet(from))),
        ("prior-mean", same(assumed.prior_mean, model.prior_mean)),
        ("prior-sd", same(assumed.prior_sd, model.prior_sd)),
        ("answer-sd", same(assumed.answer_sd, model.answer_sd)),
        ("within", model.within),
        ("across", model.across),
        ("beta", model.beta),
        ("lambda", model.lambda),
        ("gamma", model.gamma),
        ("steady", model.steady),
        ("draws", 2.0 * f64::from(model.pairs)),
        ("catalogues", f64::from(model.catalogues)),
        ("concentration", model.concentration),
        ("need-shift", model.need_shift),
        ("near", model.near),
        ("also-good", model.also_good),
        ("missed", model.missed),
        ("floor-met", model.floor_met),
        ("floor-missed", model.floor_missed),
        ("evidence", model.evidence),
        ("clear", model.clear),
        ("leaning", model.leaning),
        ("named", model.named),
    ])
}

// --- the worked example ---

fn example() -> Vec<(String, f64)> {
    let catalogue = catalogue::read(&text("tests/reference/example-roles.json")).0.expect("the roles of the example");
    let profile = person::read(&text("tests/reference/example-person.json"), &catalogue)
        .0
        .expect("the person of the example")
        .posterior;
    let (model, needs) = (&catalogue.constants.model, catalogue.needs());
    let fitted = rank(model, &needs, &profile, 1, true).expect("a ranking");
    let mut claims = Vec::new();
    for ((role, needs), fitted) in catalogue.roles.iter().zip(&needs).zip(&fitted) {
        let at_the_means = contributions(model, needs, &profile.mean, &profile.measured, &mut vec![0.0; needs.len()]);
        for (part, value) in [
            ("fit", fitted.fit),
            ("level", fitted.level),
            ("shape", fitted.shape),
            ("must-have", fitted.must_have),
            ("best", fitted.p_best),
            ("missed", fitted.p_must_have_missed),
            ("means", at_the_means.fit()),
        ] {
            claims.push((format!("example-{}-{part}", role.id.value), value));
        }
    }
    let [pm, pmm] =
        ["pm", "pmm"].map(|id| catalogue.roles.iter().position(|role| role.id.value == id).expect("a role"));
    for (index, skill) in catalogue.skills.iter().enumerate() {
        let lead = fitted[pmm].contributions[index] - fitted[pm].contributions[index];
        claims.push((format!("example-lead-{}", skill.id.value), lead));
    }
    claims.push(("example-lead".into(), fitted[pmm].fit - fitted[pm].fit));
    // As many draws as in the shipped catalogue, and the doubt about the numbers in them.
    let usual = Model { pairs: shipped().constants.model.pairs, ..*model };
    let best = |seed| rank(&usual, &needs, &profile, seed, false).expect("a ranking")[pmm].p_best;
    let (mean, deviation) = moments(&(1..=50).map(best).collect::<Vec<_>>());
    claims.push(("example-doubt-best".into(), mean));
    claims.push(("example-doubt-sd".into(), deviation));
    claims
}

// --- people at a role's need ---

fn at_need() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let (model, needs) = (&catalogue.constants.model, catalogue.needs());
    let range = |fixed: bool| {
        let best = |(index, role): (usize, &Vec<Need>)| {
            let mean: Vec<f64> = role.iter().map(|need| need.need).collect();
            let covariance = Matrix::diagonal(&vec![0.45 * 0.45; mean.len()]);
            let profile = Posterior { measured: vec![true; mean.len()], mean, covariance };
            rank(model, &needs, &profile, 1, fixed).expect("a ranking")[index].p_best
        };
        let all: Vec<f64> = needs.iter().enumerate().map(best).collect();
        (all.iter().copied().fold(1.0, f64::min), all.iter().copied().fold(0.0, f64::max))
    };
    let (doubted, fixed) = (range(false), range(true));
    named([
        ("need-low", doubted.0),
        ("need-high", doubted.1),
        ("need-fixed-low", fixed.0),
        ("need-fixed-high", fixed.1),
    ])
}
