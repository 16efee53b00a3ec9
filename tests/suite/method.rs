//! The method page: every number on it that can be recomputed is recomputed here.
//!
//! A number stands in an element with the id `n-` and the name of its claim. `tests/reference/method.json` holds each claim
//! with its value and where that is from; the page prints the value, and the library finds it again, both to the digits
//! that the page shows. Figures of papers are held against the list alone.

use metier::estimate::estimate;
use metier::model::Observation;
use metier::numeric::dot;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::quiz::{self, Assumed, Quiz};
use metier::roles::catalogue::{self, Catalogue};
use metier::roles::draws::{Fitted, leading, order, rank};
use metier::roles::fit::contributions;
use metier::roles::model::{Model, Need};
use metier::roles::person;
use metier::roles::profile::{Profile, posterior};
use metier::roles::verdict::{Call, verdict};
use metier::text::markdown;
use std::collections::BTreeMap;
use std::fs;

/// The claims that only the long simulation finds again.
const SIMULATED: [&str; 2] = ["sim-", "seed-sd-"];

/// The claims on what the grades 1, 2 and 3 need at least.
const GRADES: [&str; 3] = ["grade-experts", "grade-piloted", "grade-calibrated"];

fn text(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn shipped() -> Catalogue {
    catalogue::read(&text("www/roles/product.json")).0.expect("the shipped catalogue")
}

fn short_form() -> Quiz {
    quiz::read(&text("www/quizzes/roles.json")).0.expect("the short form")
}

/// What the page prints, by the name of the claim: digits, point and sign alone.
fn printed() -> BTreeMap<String, String> {
    let page = text("www/method.html");
    let mut found = BTreeMap::new();
    for part in page.split("id=\"n-").skip(1) {
        let (id, rest) = part.split_once('"').expect("the end of an id");
        let (_, rest) = rest.split_once('>').expect("the end of a tag");
        let (words, _) = rest.split_once('<').expect("another tag");
        let number = words.trim().replace('\u{2212}', "-").replace([',', '+'], "");
        assert!(number.parse::<f64>().is_ok(), "n-{id} holds {words:?}, not a number");
        assert_eq!(found.insert(id.to_owned(), number), None, "n-{id} is there twice");
    }
    found
}

/// The claims and where they are from.
fn listed() -> BTreeMap<String, (f64, String)> {
    let list: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text("tests/reference/method.json")).expect("the list of claims");
    let claim = |claim: serde_json::Value| {
        let from = claim["from"].as_str().expect("where a claim is from").to_owned();
        (claim["value"].as_f64().expect("the value of a claim"), from)
    };
    list.into_iter().map(|(id, value)| (id, claim(value))).collect()
}

/// `value` with as many decimals as `pattern` has, without the sign of a zero.
fn like(pattern: &str, value: f64) -> String {
    let decimals = pattern.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let number = format!("{value:.decimals$}");
    if number.parse() == Ok(0.0) { number.replace('-', "") } else { number }
}

/// Each claim as the library finds it is what the page prints.
#[track_caller]
fn hold(claims: &[(String, f64)]) {
    let printed = printed();
    for (id, value) in claims {
        let words = printed.get(id).unwrap_or_else(|| panic!("the page does not print n-{id}, which is {value}"));
        assert_eq!(*words, like(words, *value), "n-{id}: the page against the library");
    }
}

fn named<const N: usize>(claims: [(&str, f64); N]) -> Vec<(String, f64)> {
    claims.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
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
    let judged: Vec<String> = levels().into_iter().chain(catalogue_numbers()).chain(example()).chain(at_need()).map(|(id, _)| id).collect();
    for (id, (_, from)) in listed() {
        let elsewhere = GRADES.contains(&id.as_str()) || SIMULATED.iter().any(|start| id.starts_with(start));
        assert!(from.starts_with("paper: ") || elsewhere || judged.contains(&id), "nothing judges {id}");
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

/// What the catalogue wants shown beside its numbers stands on the page word for word.
#[test]
fn attributions_are_there() {
    let page = text("www/method.html");
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
        let mut quiz: serde_json::Value = serde_json::from_str(&text("www/quizzes/pace.json")).expect("a quiz");
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

fn agreeing(level: f64, count: usize, assumed: &Assumed) -> metier::estimate::Estimate {
    estimate(&vec![Observation { skill: 0, level, weight: 1.0 }; count], assumed).expect("an estimate")
}

fn levels() -> Vec<(String, f64)> {
    let quiz = short_form();
    let fours = agreeing(4.0, 3, &quiz.assumed);
    let asked = |skill: usize| quiz.items.iter().filter(|item| metier::model::skills(&quiz, item).contains(&skill)).count();
    let counts: Vec<usize> = (0..quiz.skills.len()).map(asked).collect();
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
    named([
        ("fours-level", fours.level),
        ("fours-level-fine", fours.level),
        ("fours-spread", fours.spread),
        ("fours-mean", fours.mean),
        ("fours-variance", fours.variance),
        ("fours-alone", f64::sqrt(fours.variance)),
        ("fours-answer-variance", 3.0 * fours.variance),
        ("fours-drawn", 1.0 + fours.variance),
        ("fours-pull", fours.pulls[0]),
        ("fours-pulls", fours.pulls.iter().sum()),
        ("fours-low", fours.level - fours.spread),
        ("fours-high", f64::min(fours.level + fours.spread, 4.0)),
        ("two-spread", agreeing(3.0, 2, &quiz.assumed).spread),
        ("ten-spread", agreeing(3.0, 10, &quiz.assumed).spread),
        ("short-items", quiz.items.len() as f64),
        ("short-each", counts[0] as f64),
    ])
}

// --- the catalogue ---

fn catalogue_numbers() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let model = &catalogue.constants.model;
    let assumed = &short_form().assumed;
    let same = |quiz: f64, roles: f64| {
        assert_eq!(quiz, roles, "quiz and catalogue assume different things");
        quiz
    };
    let cells: Vec<&str> = catalogue.roles.iter().flat_map(|role| &role.needs).map(|needed| needed.from.value.as_str()).collect();
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
        ("answer-weight", same(assumed.answer_weight, model.answer_weight)),
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
        ("evidence", model.evidence),
        ("clear", model.clear),
        ("leaning", model.leaning),
        ("named", model.named),
    ])
}

// --- the worked example ---

fn example() -> Vec<(String, f64)> {
    let catalogue = catalogue::read(&text("tests/reference/example-roles.json")).0.expect("the roles of the example");
    let profile = person::read(&text("tests/reference/example-person.json"), &catalogue).0.expect("the person of the example").profile;
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
    let [pm, pmm] = ["pm", "pmm"].map(|id| catalogue.roles.iter().position(|role| role.id.value == id).expect("a role"));
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

fn moments(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    (mean, f64::sqrt(values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0)))
}

// --- people at a role's need ---

fn at_need() -> Vec<(String, f64)> {
    let catalogue = shipped();
    let (model, needs) = (&catalogue.constants.model, catalogue.needs());
    let range = |fixed: bool| {
        let best = |(index, role): (usize, &Vec<Need>)| {
            let mean: Vec<f64> = role.iter().map(|need| need.need).collect();
            let covariance = Matrix::diagonal(&vec![0.45 * 0.45; mean.len()]);
            let profile = Profile { measured: vec![true; mean.len()], mean, covariance };
            rank(model, &needs, &profile, 1, fixed).expect("a ranking")[index].p_best
        };
        let all: Vec<f64> = needs.iter().enumerate().map(best).collect();
        (all.iter().copied().fold(1.0, f64::min), all.iter().copied().fold(0.0, f64::max))
    };
    let (doubted, fixed) = (range(false), range(true));
    named([("need-low", doubted.0), ("need-high", doubted.1), ("need-fixed-low", fixed.0), ("need-fixed-high", fixed.1)])
}

// --- the simulation ---

/// Simulated people for each error.
const PEOPLE: u32 = 8_000;
/// Least people of a band whose gap counts.
const ENOUGH: f64 = 1_000.0;
/// Upper ends of the bands of a stated probability.
const BANDS: [f64; 4] = [0.4, 0.6, 0.8, f64::INFINITY];

/// People of a band of the stated probability, what was stated, and how often it was right.
#[derive(Clone, Copy, Default)]
struct Band {
    people: f64,
    stated: f64,
    right: f64,
}

impl Band {
    fn add(bands: &mut [Band; 4], stated: f64, right: bool) {
        let band = BANDS.iter().position(|end| stated < *end).expect("a band");
        bands[band].people += 1.0;
        bands[band].stated += stated;
        bands[band].right += f64::from(u8::from(right));
    }

    fn stated(&self) -> f64 {
        100.0 * self.stated / self.people
    }

    fn right(&self) -> f64 {
        100.0 * self.right / self.people
    }
}

/// A made-up person: true levels from the prior, and what is measured of them with an error.
struct Simulated {
    levels: Vec<f64>,
    profile: Profile,
}

struct World {
    model: Model,
    needs: Vec<Vec<Need>>,
    groups: Vec<usize>,
    spread: Matrix,
}

impl World {
    fn new() -> World {
        let catalogue = shipped();
        let (model, groups) = (catalogue.constants.model, catalogue.groups_of_skills());
        let nothing = posterior(&model, &groups, &vec![None; groups.len()]).expect("the prior");
        World { model, needs: catalogue.needs(), groups, spread: nothing.covariance.cholesky().expect("a root") }
    }

    fn person(&self, error: f64, random: &mut Random) -> Simulated {
        let normals: Vec<f64> = self.groups.iter().map(|_| random.normal()).collect();
        let levels: Vec<f64> = (0..normals.len()).map(|skill| self.model.prior_mean + dot(self.spread.row(skill), &normals)).collect();
        let measured: Vec<_> = levels.iter().map(|level| Some((level + error * random.normal(), error * error))).collect();
        Simulated { levels, profile: posterior(&self.model, &self.groups, &measured).expect("a profile") }
    }

    /// The role that truly fits best, if the true numbers are some that the perturbation could have made.
    fn truly_best(&self, levels: &[f64], random: &mut Random) -> usize {
        let mut best = (0, f64::NEG_INFINITY);
        for (index, role) in self.needs.iter().enumerate() {
            let total: f64 = role.iter().map(|need| need.weight).sum();
            let mut weights: Vec<f64> = role.iter().map(|need| self.model.concentration * need.weight / total).collect();
            random.dirichlet(&mut weights);
            let shift = |random: &mut Random| self.model.need_shift * (2.0 * random.uniform() - 1.0);
            let need = |(need, weight): (&Need, f64)| Need { need: need.need + shift(random), weight, floor: need.floor };
            let truth: Vec<Need> = role.iter().zip(weights).map(need).collect();
            let fit = contributions(&self.model, &truth, levels, &vec![true; levels.len()], &mut vec![0.0; levels.len()]).fit();
            if fit > best.1 {
                best = (index, fit);
            }
        }
        best.0
    }

    fn rank(&self, person: &Simulated, seed: u32, fixed: bool) -> Vec<Fitted> {
        rank(&self.model, &self.needs, &person.profile, seed, fixed).expect("a ranking")
    }
}

/// The errors that the simulation measures with; the last is that of two answers that agree.
fn errors() -> [f64; 4] {
    let two = agreeing(3.0, 2, &short_form().assumed);
    [0.25, 0.4, 0.6, f64::sqrt(two.variance)]
}

#[test]
#[ignore = "four minutes, and in release: cargo test --release --test suite method -- --ignored"]
fn simulated_numbers_hold() {
    let world = World::new();
    let mut claims = Vec::new();
    let (mut doubted, mut fixed, mut gap) = ([Band::default(); 4], [Band::default(); 4], 0.0_f64);
    for error in errors() {
        let mut random = Random::new(2024);
        let (mut bands, mut calls) = ([Band::default(); 4], BTreeMap::<&str, Band>::new());
        for index in 0..PEOPLE {
            let person = world.person(error, &mut random);
            let truth = world.truly_best(&person.levels, &mut random);
            let fitted = world.rank(&person, index, false);
            let lead = order(&fitted)[0];
            for bands in [&mut bands, &mut doubted] {
                Band::add(bands, fitted[lead].p_best, lead == truth);
            }
            let said = verdict(&world.model, &world.needs, &fitted, &person.profile);
            let call = match said.call {
                Call::NoneYet(_) => "none",
                Call::NotEnoughEvidence { .. } => "not-enough",
                Call::Clear => "clear",
                Call::Leaning => "leaning",
                Call::TooClose => "close",
            };
            let call = calls.entry(call).or_default();
            call.people += 1.0;
            call.right += f64::from(u8::from(said.roles.contains(&truth)));
            let plain = world.rank(&person, index, true);
            let lead = leading(&plain).expect("a role");
            Band::add(&mut fixed, plain[lead].p_best, lead == truth);
        }
        for band in bands.iter().filter(|band| band.people >= ENOUGH) {
            gap = gap.max((band.stated() - band.right()).abs());
        }
        // What remains is that of the last error: two answers a skill.
        claims.retain(|(id, _): &(String, f64)| !id.starts_with("sim-two-"));
        for call in ["none", "clear", "leaning", "close"] {
            let band = calls.get(call).copied().unwrap_or_default();
            claims.push((format!("sim-two-{call}"), 100.0 * band.people / f64::from(PEOPLE)));
            if call != "none" {
                claims.push((format!("sim-two-{call}-right"), band.right()));
            }
        }
        assert!(!calls.contains_key("not-enough"));
    }
    for (band, (doubted, fixed)) in doubted.iter().zip(&fixed).enumerate() {
        claims.push((format!("sim-said-{band}"), doubted.stated()));
        claims.push((format!("sim-right-{band}"), doubted.right()));
        claims.push((format!("sim-fixed-said-{band}"), fixed.stated()));
        claims.push((format!("sim-fixed-right-{band}"), fixed.right()));
    }
    claims.push(("sim-gap".into(), gap));
    claims.push(("sim-people".into(), f64::from(PEOPLE)));
    claims.push(("sim-two-error".into(), errors()[3]));
    let deviations = seed_deviations(&world);
    claims.push(("seed-sd-low".into(), deviations.iter().copied().fold(1.0, f64::min)));
    claims.push(("seed-sd-high".into(), deviations.iter().copied().fold(0.0, f64::max)));
    for (id, value) in &claims {
        println!("{id} {value}");
    }
    let simulated = |id: &str| SIMULATED.iter().any(|start| id.starts_with(start));
    assert_eq!(listed().keys().filter(|id| simulated(id)).count(), claims.len());
    hold(&claims);
}

/// For each error, how far the probability of the leading role moves from seed to seed: the root mean square over 100
/// people of the standard deviation over 20 seeds.
fn seed_deviations(world: &World) -> Vec<f64> {
    let of = |error: f64| {
        let mut random = Random::new(7);
        let variance = |person: &Simulated| {
            let lead = leading(&world.rank(person, 1, false)).expect("a role");
            let best: Vec<f64> = (1..=20).map(|seed| world.rank(person, seed, false)[lead].p_best).collect();
            moments(&best).1 * moments(&best).1
        };
        let variances: Vec<f64> = (0..100).map(|_| variance(&world.person(error, &mut random))).collect();
        f64::sqrt(moments(&variances).0)
    };
    errors().into_iter().map(of).collect()
}
