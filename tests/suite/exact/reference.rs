//! The stored numbers of `tests/reference/measurement`: the twins compute them again, and the command line prints them.

use super::number::{Big, Number};
use super::twin::{self, Item, Method};
use crate::support::{metier, near, project, table_of};

const FOLDER: &str = "tests/reference/measurement";
const METHODS: [&str; 4] = ["eap", "map", "wle", "ml"];
const RANGE: (f64, f64) = (-6.0, 6.0);

fn method(name: &str, mean: f64, sd: f64) -> Method {
    match name {
        "eap" => Method::Eap { mean, sd },
        "map" => Method::Map { mean, sd },
        "wle" => Method::Wle,
        _ => Method::Ml,
    }
}

fn file(name: &str) -> String {
    format!("{FOLDER}/{name}.csv")
}

/// The items, read without the library.
fn items() -> Vec<(String, Item)> {
    let (header, rows) = table_of(&file("items"));
    let models = super::banks::MODELS;
    let read = |row: &Vec<String>| {
        let series = |name: &str| -> Vec<f64> {
            let wanted = |column: &&String| column.starts_with(name) && (row[1] != "nominal" || column.len() > 1);
            let places =
                header.iter().enumerate().skip(2).filter(|(_, column)| wanted(column)).map(|(place, _)| &row[place]);
            places.filter(|cell| !cell.is_empty()).map(|cell| cell.parse().unwrap()).collect()
        };
        let or = |numbers: Vec<f64>, otherwise: f64| if numbers.is_empty() { vec![otherwise] } else { numbers };
        let model = models.into_iter().find(|model| *model == row[1]).unwrap();
        let d = or(series("d"), 1.0)[0];
        (row[0].clone(), Item::new(model, &or(series("a"), 1.0), &series("b"), &or(series("c"), 0.0), d))
    };
    rows.iter().map(read).collect()
}

/// Each person with the category of each item, in the order of the items.
fn people() -> Vec<(String, Vec<Option<usize>>)> {
    let (_, rows) = table_of(&file("responses"));
    rows.iter().map(|row| (row[0].clone(), row[1..].iter().map(|cell| cell.parse().ok()).collect())).collect()
}

fn cells(found: Option<(f64, f64)>) -> [String; 2] {
    found.map_or([String::new(), String::new()], |(theta, se)| [format!("{theta}"), format!("{se}")])
}

/// The rows that the twins compute are those that are stored, to a few of their last bits.
fn hold(name: &str, header: &str, rows: &[Vec<String>]) {
    let text: String =
        std::iter::once(header.to_owned()).chain(rows.iter().map(|row| row.join(","))).map(|row| row + "\n").collect();
    let stored = std::fs::read_to_string(project(&file(name))).unwrap_or_default();
    let alike = |stored: &str, computed: &str| match (stored.parse::<f64>(), computed.parse::<f64>()) {
        (Ok(stored), Ok(computed)) => (stored - computed).abs() <= 1e-14,
        _ => stored == computed,
    };
    let same = stored.lines().count() == text.lines().count()
        && stored
            .lines()
            .flat_map(|line| line.split(','))
            .zip(text.lines().flat_map(|line| line.split(',')))
            .all(|(a, b)| alike(a, b));
    if !same {
        let left = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.csv"));
        std::fs::write(&left, text).unwrap();
        panic!("{} is not what the twins compute, which is in {}", file(name), left.display());
    }
}

#[test]
fn stored_curves_are_the_twins() {
    let mut rows = Vec::new();
    for (id, item) in items() {
        for theta in [-3.0, -1.5, 0.0, 2.0] {
            let categories = item.categories(&Big::of(theta));
            let information = twin::told(&categories).0.near();
            for (category, found) in categories.iter().enumerate() {
                let numbers =
                    [theta, category as f64, found.value.near(), information].map(|number| format!("{number}"));
                rows.push(std::iter::once(id.clone()).chain(numbers).collect());
            }
        }
    }
    hold("curves", "item,theta,category,probability,information", &rows);
}

#[test]
fn stored_estimates_are_the_twins() {
    let items = items();
    let mut rows = Vec::new();
    for name in METHODS {
        for (person, answers) in people() {
            let given: Vec<_> =
                items.iter().zip(answers).filter_map(|((_, item), answer)| Some((item, answer?))).collect();
            let found = cells(twin::estimate(&given, method(name, 0.3, 1.2), RANGE));
            rows.push([name.to_owned(), person].into_iter().chain(found).collect());
        }
    }
    hold("estimates", "method,person,theta,se", &rows);
}

/// The item with the most information, of equals the first; then the estimate; while there is none, the level before.
#[test]
fn stored_traces_are_the_twins() {
    let items = items();
    let mut rows = Vec::new();
    for name in METHODS {
        for (person, mut open) in people().into_iter().take(3) {
            let (mut theta, mut given) = (0.0, Vec::new());
            for step in 1..=6 {
                let told = |item: usize| twin::told(&items[item].1.categories(&Big::of(theta))).0.near();
                let mut best: Option<(usize, f64)> = None;
                for item in (0..items.len()).filter(|&item| open[item].is_some()) {
                    let found = told(item);
                    if best.is_none_or(|(_, most)| found > most * (1.0 + 1e-12)) {
                        best = Some((item, found));
                    }
                }
                let (item, _) = best.unwrap();
                given.push((&items[item].1, open[item].take().unwrap()));
                let found = twin::estimate(&given, method(name, 0.0, 1.0), RANGE);
                theta = found.map_or(theta, |(theta, _)| theta);
                let start = [name.to_owned(), person.clone(), step.to_string(), items[item].0.clone()];
                rows.push(start.into_iter().chain(cells(found)).collect());
            }
        }
    }
    hold("traces", "method,person,step,item,theta,se", &rows);
}

/// What the command line prints, with its first line.
fn printed(verb: &str, more: &[&str]) -> Vec<Vec<String>> {
    let (items, responses) = (file("items"), file("responses"));
    let mut words = vec![verb, "--items", &items];
    if verb != "curves" {
        words.extend(["--responses", &responses]);
    }
    words.extend(more);
    let done = metier(&words, "");
    assert_eq!(done.code, 0, "{}", done.err);
    done.out.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

/// A cell is the stored one: the same text, or a number that near.
#[track_caller]
fn alike(found: &str, stored: &str, within: f64) {
    match (found.parse(), stored.parse()) {
        (Ok(found), Ok(stored)) => near(found, stored, within),
        _ => assert_eq!(found, stored),
    }
}

#[test]
fn the_command_line_prints_the_curves() {
    let (header, stored) = table_of(&file("curves"));
    let found = printed("curves", &["--at=-3,-1.5,0,2"]);
    assert_eq!((&found[0], found.len() - 1), (&header, stored.len()));
    for (found, stored) in found[1..].iter().zip(&stored) {
        found.iter().zip(stored).for_each(|(found, stored)| alike(found, stored, 1e-12));
    }
}

#[test]
fn the_command_line_prints_the_estimates() {
    let (_, stored) = table_of(&file("estimates"));
    let mut left = stored.iter();
    for (name, error) in METHODS.into_iter().zip([
        "posterior-sd",
        "observed-information",
        "expected-information",
        "expected-information",
    ]) {
        let found = printed("estimate", &["--method", name, "--prior", "0.3,1.2"]);
        assert_eq!(found[0], ["person", "theta", "se", "error"]);
        for (row, stored) in found[1..].iter().zip(&mut left) {
            assert_eq!((&row[0], &row[3], &stored[0]), (&stored[1], &error.to_owned(), &name.to_owned()));
            alike(&row[1], &stored[2], 1e-8);
            alike(&row[2], &stored[3], 1e-8);
        }
    }
    assert!(left.next().is_none());
}

#[test]
fn the_command_line_prints_the_traces() {
    let (_, stored) = table_of(&file("traces"));
    let mut left = stored.iter();
    for name in METHODS {
        let found = printed("adapt", &["--method", name, "--max", "6"]);
        assert_eq!(found[0], ["person", "step", "item", "theta", "se"]);
        for (row, stored) in
            found[1..].iter().filter(|row| ["p1", "p2", "p3"].contains(&row[0].as_str())).zip(&mut left)
        {
            assert_eq!((&row[..3], &stored[0]), (&stored[1..4], &name.to_owned()));
            alike(&row[3], &stored[4], 1e-8);
            alike(&row[4], &stored[5], 1e-8);
        }
    }
    assert!(left.next().is_none());
}

/// The head of a trace does not depend on where it ends.
#[test]
fn a_shorter_trace_is_the_head_of_a_longer_one() {
    for name in METHODS {
        let whole = printed("adapt", &["--method", name]);
        for (max, more) in [(1, vec!["--max", "1"]), (5, vec!["--max", "5"]), (99, vec!["--max", "99"])] {
            let words: Vec<&str> = ["--method", name].into_iter().chain(more).collect();
            let short = printed("adapt", &words);
            let head: Vec<_> =
                whole.iter().filter(|row| row[1].parse::<usize>().map_or(true, |step| step <= max)).cloned().collect();
            assert_eq!(short, head, "{name} {max}");
        }
        let precise = printed("adapt", &["--method", name, "--stop-se", "0.6"]);
        for person in ["p1", "p2", "p3", "p4"] {
            let of = |rows: &[Vec<String>]| rows.iter().filter(|row| row[0] == person).cloned().collect::<Vec<_>>();
            let (whole, precise) = (of(&whole), of(&precise));
            let good = |row: &Vec<String>| row[4].parse().is_ok_and(|se: f64| se <= 0.6);
            let end = whole.iter().position(good).map_or(whole.len(), |last| last + 1);
            assert_eq!(precise, whole[..end], "{name} {person}");
        }
    }
    let far = printed("adapt", &["--method", "map", "--start=2.5", "--max", "1"]);
    let near = printed("adapt", &["--method", "map", "--prior", "2.5,1", "--max", "1"]);
    assert_eq!(far[1][2], near[1][2], "the prior's mean is the start that is not said");
}

/// Neither the order of the items' rows nor that of the responses' columns nor the other people matter.
#[test]
fn a_person_is_estimated_alone_and_in_any_order() {
    let text = |name: &str| std::fs::read_to_string(project(&file(name))).unwrap();
    let (bank, answers) = (text("items"), text("responses"));
    let scratch = |text: String| crate::support::Scratch::new(text);
    let mut rows: Vec<&str> = bank.lines().collect();
    rows[1..].reverse();
    let turned_rows = scratch(rows.join("\n"));
    let turned = |line: &str| {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[1..].rotate_left(7);
        cells[1..].reverse();
        cells.join(",")
    };
    let turned_columns = scratch(answers.lines().map(turned).collect::<Vec<_>>().join("\n"));
    let alone = scratch(answers.lines().take(2).collect::<Vec<_>>().join("\n"));
    let (bank, answers) = (scratch(bank.clone()), scratch(answers.clone()));
    for name in METHODS {
        let of = |items: &str, responses: &str| {
            let done = metier(&["estimate", "--items", items, "--responses", responses, "--method", name], "");
            assert_eq!(done.code, 0, "{}", done.err);
            done.out.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
        };
        let plain = of(bank.path(), answers.path());
        assert_eq!(of(turned_rows.path(), answers.path()), plain, "{name}: rows of items");
        assert_eq!(of(bank.path(), alone.path()), plain[..2], "{name}: one person alone");
        for (row, plain) in of(bank.path(), turned_columns.path()).iter().zip(&plain) {
            row.iter().zip(plain).for_each(|(found, plain)| alike(found, plain, 1e-12));
        }
    }
}
