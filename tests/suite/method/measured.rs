//! The numbers of the page on measurement: its made-up example, precision, signs of careless answers, choice of
//! questions.

use super::claims::{like, printed, text};
use super::named;
use crate::exact::twin::{self, Item, Method};
use crate::exact::{banks, found};
use crate::support::{metier, table_of};
use libm::{erfc, exp};
use metier::estimate::several::several;
use metier::estimate::theta::{Absent, Given, Theta, log_likelihood};
use metier::model::response::ResponseModel;
use metier::numeric::matrix::Matrix;
use metier::precision::change::{RELIABLE, difference_error};
use metier::precision::length::length_for;
use metier::precision::{Reliability, reliability};
use metier::quality::fit::lz;
use metier::quality::{FAST, FLAT, even_odd};
use metier::quiz::Assumed;
use metier::roles::catalogue;
use metier::roles::decide::decide;
use metier::roles::person;

const ITEMS: &str = "tests/reference/made-up/items.csv";
const ANSWERS: &str = "tests/reference/made-up/answers.csv";
/// Where maximum likelihood is looked for.
const RANGE: (f64, f64) = (-6.0, 6.0);
const METHODS: [(&str, Method); 4] = [
    ("eap", Method::Eap { mean: 0.0, sd: 1.0 }),
    ("map", Method::Map { mean: 0.0, sd: 1.0 }),
    ("wle", Method::Wle),
    ("ml", Method::Ml),
];
/// Who answered five, ten and twenty questions alike, and who gave the highest answers to five.
const PEOPLE: [&str; 4] = ["five", "ten", "twenty", "top"];

pub fn measured() -> Vec<(String, f64)> {
    let all = [questions(), estimates(), bands(), joint(), informative(), precise(), signs(), steps(), chosen()];
    all.into_iter().flatten().map(|(id, value)| (format!("m-{id}"), value)).collect()
}

/// The estimates of the example are those of the twins, which share nothing with the library.
pub fn as_the_twins() {
    let items = items();
    for name in PEOPLE {
        let answers: Vec<_> = items.iter().zip(answers(name)).collect();
        for (word, method) in METHODS {
            let twin = twin::estimate(&answers, method, RANGE);
            let near =
                |(theta, se): (f64, f64), found: Theta| (found.theta - theta).abs().max((found.se - se).abs()) < 1e-8;
            match (twin, estimate(name, method)) {
                (None, Err(_)) => {}
                (Some(twin), Ok(found)) => assert!(near(twin, found), "{word} {name}: {found:?}, not {twin:?}"),
                (twin, found) => panic!("{word} {name}: {found:?}, not {twin:?}"),
            }
        }
    }
}

/// What the page prints a second time, and its figure, are as the first time.
pub fn as_printed() {
    let (page, printed) = (text("www/pages/measurement.html"), printed());
    for (row, (word, method)) in METHODS.into_iter().enumerate() {
        let (level, error) = (&printed[&format!("m-{word}-five")], &printed[&format!("m-{word}-five-error")]);
        assert!(page.contains(&format!("<td>{level} ± {error}</td>")), "{word} after five questions");
        // 60 a level, 0 at 120; 34 from row to row.
        let (found, y) = (estimate("five", method).expect("an estimate"), 24 + 34 * row);
        let (x, width) = (120.0 + 60.0 * (found.theta - found.se), 120.0 * found.se);
        let bar = format!("<rect x=\"{x:.1}\" y=\"{}\" width=\"{width:.1}\" ", y - 5);
        let dot = format!("<circle cx=\"{:.1}\" cy=\"{y}\" ", 120.0 + 60.0 * found.theta);
        assert!(page.contains(&bar) && page.contains(&dot), "{bar} {dot}");
    }
}

/// The calls that the page and the README print work, and the page's prints what stands above it.
pub fn as_called() {
    let called = |file: &str| {
        let text = text(file).replace(" \\\n", " ");
        let (_, call) = text.split_once("cargo metier estimate").expect("a call");
        let words = call.split(['\n', '<']).next().expect("its line").split_whitespace();
        let done = metier(&["estimate"].into_iter().chain(words).collect::<Vec<_>>(), "");
        assert!(done.code == 0 && done.out.starts_with("person,theta,se,error\n"), "{file}: {}", done.err);
        done.out
    };
    called("README.md");
    let (out, asked) = (called("www/pages/measurement.html"), &printed()["m-eap-five"]);
    let five = out.lines().find(|line| line.starts_with("five,")).expect("the person of the example");
    assert_eq!(like(asked, five.split(',').nth(1).expect("a level").parse().expect("a number")), *asked);
}

// --- the made-up example ---

fn items() -> Vec<Item> {
    let (header, rows) = table_of(ITEMS);
    assert_eq!(header, ["item", "model", "a", "b1", "b2", "b3", "c"]);
    let number = |cell: &String| cell.parse::<f64>().ok();
    let item = |row: &Vec<String>| {
        let (a, b) = (number(&row[2]).expect("a slope"), row[3..6].iter().filter_map(number).collect::<Vec<_>>());
        match row[1].as_str() {
            "graded" => Item::new("graded", &[a], &b, &[], 1.0),
            "partial-credit" => Item::new("partial-credit", &[a], &b, &[], 1.0),
            _ => Item::right_or_wrong(a, b[0], number(&row[6]).unwrap_or(0.0), 1.0),
        }
    };
    rows.iter().map(item).collect()
}

fn models(count: usize) -> Vec<ResponseModel> {
    items().iter().take(count).map(Item::response_model).collect()
}

/// A person's answers, as many as were given.
fn answers(name: &str) -> Vec<usize> {
    let (_, rows) = table_of(ANSWERS);
    let row = rows.iter().find(|row| row[0] == name).expect("a person");
    row[1..].iter().filter_map(|cell| cell.parse().ok()).collect()
}

fn given<'m>(models: &'m [ResponseModel], answers: &[usize]) -> Vec<Given<'m>> {
    models.iter().zip(answers).map(|(model, &category)| Given { model, category }).collect()
}

fn estimate(name: &str, method: Method) -> Result<Theta, Absent> {
    let (items, answers) = (items(), answers(name));
    let answers: Vec<_> = items.iter().zip(answers).collect();
    found(&banks::given(&models(answers.len()), &answers), method, RANGE)
}

fn questions() -> Vec<(String, f64)> {
    let (header, rows) = table_of(ITEMS);
    let mut claims = Vec::new();
    for (row, answer) in rows.iter().zip(answers("five")) {
        let cells = header.iter().zip(row).skip(2).filter_map(|(name, cell)| Some((name, cell.parse().ok()?)));
        claims.extend(cells.map(|(name, value)| (format!("{}-{name}", row[0]), value)));
        claims.push((format!("{}-answer", row[0]), answer as f64));
    }
    let (models, answers) = (models(5), answers("five"));
    for level in [0, 1] {
        claims.push((
            format!("likely-{level}"),
            100.0 * exp(log_likelihood(&given(&models, &answers), f64::from(level))),
        ));
    }
    claims
}

fn estimates() -> Vec<(String, f64)> {
    let mut claims = Vec::new();
    for (word, method) in METHODS {
        for name in PEOPLE {
            let Ok(found) = estimate(name, method) else { continue };
            claims.push((format!("{word}-{name}"), found.theta));
            claims.push((format!("{word}-{name}-error"), found.se));
        }
    }
    claims
}

/// All ways to answer the five questions.
fn ways(models: &[ResponseModel]) -> Vec<Vec<usize>> {
    models.iter().fold(vec![Vec::new()], |ways, model| {
        let longer = |way: &Vec<usize>| {
            (0..model.count()).map(|category| [way.as_slice(), &[category]].concat()).collect::<Vec<_>>()
        };
        ways.iter().flat_map(longer).collect()
    })
}

/// Of 100 people from the prior: whose level the band of EAP holds, and who gets no ML estimate.
fn bands() -> Vec<(String, f64)> {
    let models = models(5);
    let levels: Vec<f64> = (-1600..=1600).map(|step| f64::from(step) / 200.0).collect();
    let density: Vec<f64> = levels.iter().map(|theta| exp(-theta * theta / 2.0)).collect();
    let curves: Vec<Vec<Vec<f64>>> = models
        .iter()
        .map(|model| {
            levels
                .iter()
                .map(|&theta| model.categories(theta).iter().map(|found| found.probability).collect())
                .collect()
        })
        .collect();
    let (mut held, mut no_ml, mut all) = (0.0, 0.0, 0.0);
    let ways = ways(&models);
    for way in &ways {
        let given = given(&models, way);
        let eap = found(&given, METHODS[0].1, RANGE).expect("an estimate");
        let none = found(&given, Method::Ml, RANGE).is_err();
        for (place, (theta, density)) in levels.iter().zip(&density).enumerate() {
            let likely =
                way.iter().zip(&curves).fold(*density, |likely, (&category, curve)| likely * curve[place][category]);
            all += likely;
            held += if (theta - eap.theta).abs() <= eap.se { likely } else { 0.0 };
            no_ml += if none { likely } else { 0.0 };
        }
    }
    named([("ways", ways.len() as f64), ("held", 100.0 * held / all), ("no-ml", 100.0 * no_ml / all)])
}

/// Two skills, one of which nothing was asked.
fn joint() -> Vec<(String, f64)> {
    let (models, answers) = (models(5), answers("five"));
    let correlation: f64 = printed()["m-correlation"].parse().expect("a number");
    let mut prior = Matrix::diagonal(&[1.0, 1.0]);
    prior.set(0, 1, correlation);
    prior.set(1, 0, correlation);
    let levels = several(&[given(&models, &answers), Vec::new()], &[0.0, 0.0], &prior).expect("levels");
    let error = |skill: usize| levels.covariance.at(skill, skill).sqrt();
    named([
        ("correlation", correlation),
        ("own-level", levels.theta[0]),
        ("own-error", error(0)),
        ("other-level", levels.theta[1]),
        ("other-error", error(1)),
    ])
}

// --- precision ---

fn informative() -> Vec<(String, f64)> {
    let models = models(5);
    let mut claims = Vec::new();
    for (place, theta) in [-2.0, -1.0, 0.0, 1.0, 2.0].into_iter().enumerate() {
        let information: f64 = models.iter().map(|model| model.information(theta)).sum();
        claims.push((format!("information-{}", place + 1), information));
        claims.push((format!("error-{}", place + 1), 1.0 / information.sqrt()));
    }
    claims
}

/// The seventh section of the Law School Admission Test.
fn precise() -> Vec<(String, f64)> {
    let (header, rows) = table_of("tests/reference/lsat.csv");
    let column = header.iter().position(|name| name == "lsat7").expect("the section");
    let people: Vec<&[u8]> =
        rows.iter().flat_map(|row| vec![row[0].as_bytes(); row[column].parse().expect("how many")]).collect();
    let score = |person: usize, item: usize| Some(f64::from(people[person][item] - b'0'));
    let Reliability { alpha, lambda_2, omega, sem, .. } = reliability(5, people.len(), &score);
    let (alpha, sem) = (alpha.expect("alpha"), sem.expect("an error"));
    named([
        ("lsat-people", people.len() as f64),
        ("lsat-alpha", alpha),
        ("lsat-lambda", lambda_2.expect("lambda-2")),
        ("lsat-omega", omega.expect("omega").omega),
        ("lsat-sem", sem),
        ("lsat-longer", 5.0 * length_for(alpha, 0.8).expect("a length")),
        ("lsat-change", RELIABLE * difference_error(sem, sem).expect("an error")),
        ("beyond", RELIABLE),
    ])
}

// --- signs of careless answers ---

fn signs() -> Vec<(String, f64)> {
    let scales =
        |count: usize| (0..count).map(|scale| vec![Some(scale as f64), Some(scale as f64)]).collect::<Vec<_>>();
    let halves = (1..10).find(|&count| even_odd(&scales(count)).is_some()).expect("some scales");
    let (printed, shares) = (fits(), fits().into_iter().map(|(_, _, share)| share).collect::<Vec<_>>());
    let of = |name: &str| printed.iter().find(|(person, ..)| person == name).expect("a person");
    let odd = of("odd").1;
    named([
        ("flat", FLAT as f64),
        ("fast", FAST),
        ("halves", halves as f64),
        ("five-lz", of("five").1),
        ("odd-lz", odd),
        ("odd-normal", erfc(-odd / 2.0_f64.sqrt()) / 2.0),
        ("odd-drawn", of("odd").2),
        ("odd-counted", counted(&answers("odd"))),
        // A share is (1 + so many) / (1 + draws).
        ("drawn", whole_of(&shares) - 1.0),
    ])
}

/// lz and p of each person, as the command line prints them.
fn fits() -> Vec<(String, f64, f64)> {
    let done = metier(&["quality", ANSWERS, "--items", ITEMS], "");
    let row = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        (cells[0].to_owned(), cells[5].parse().expect("lz"), cells[6].parse().expect("p"))
    };
    done.out.lines().skip(1).map(row).collect()
}

/// How likely answers are that are no likelier than these, at the level of these: all ways counted.
fn counted(answers: &[usize]) -> f64 {
    let models = models(answers.len());
    let theta = found(&given(&models, answers), Method::Wle, RANGE).expect("a level").theta;
    let curves: Vec<Vec<f64>> =
        models.iter().map(|model| model.categories(theta).iter().map(|found| found.probability).collect()).collect();
    let log = |way: &[usize]| {
        let answered: Vec<(&[f64], usize)> =
            curves.iter().zip(way).map(|(curve, &category)| (curve.as_slice(), category)).collect();
        lz(&answered).expect("a fit").log_likelihood
    };
    let own = log(answers);
    ways(&models).iter().map(|way| log(way)).filter(|log| *log <= own + 1e-12).map(exp).sum()
}

// --- the choice of questions ---

/// The adaptive test of the example, as the command line prints it.
fn steps() -> Vec<(String, f64)> {
    let done = metier(&["adapt", "--items", ITEMS, "--responses", ANSWERS, "--method", "eap"], "");
    let mut claims = Vec::new();
    for line in done.out.lines().filter(|line| line.starts_with("five,")) {
        let cells: Vec<&str> = line.split(',').collect();
        claims.push((format!("step-{}", cells[1]), cells[2].trim_start_matches('q').parse().expect("a question")));
        claims.push((format!("step-{}-error", cells[1]), cells[4].parse().expect("an error")));
    }
    claims
}

fn chosen() -> Vec<(String, f64)> {
    let catalogue = catalogue::read(&text("tests/reference/example-roles.json")).0.expect("roles");
    let profile = person::read(&text("tests/reference/example-person.json"), &catalogue).0.expect("a person").posterior;
    let share =
        |seed| decide(&catalogue.constants.model, &catalogue.needs(), &[], &profile, &[], seed).expect("a share").share;
    let shares: Vec<f64> = (1..=20).map(share).collect();
    let answer_sd = Assumed::default().answer_sd;
    named([("draws", whole_of(&shares)), ("answer-sd", answer_sd)])
}

/// The smallest number of which all shares are whole parts.
fn whole_of(shares: &[f64]) -> f64 {
    let off = |number: f64| (number - number.round()).abs();
    let whole = |number: &u32| shares.iter().all(|share| off(share * f64::from(*number)) < 1e-9);
    f64::from((1..10_000).find(whole).expect("a number"))
}
