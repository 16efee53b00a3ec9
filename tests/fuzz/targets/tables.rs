//! Tables of CSV, as the command line reads them.

use crate::hold::{Steps, linear, numbers_are_finite, soon, texts, value_of};
use crate::items::{self, Items};
use crate::responses::{self, Responses};
use crate::table::Table;
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::{Given, Prior};
use metier::numeric::random::Random;
use metier::precision::reliability;
use metier::problem::Problems;
use metier::quality;
use metier::quality::fit::{lz, simulated_p};

/// People of a file who are looked at: enough, and soon over.
const FEW: usize = 12;
/// Levels at which curves are looked at.
const LEVELS: [f64; 7] = [-1e6, -8.0, -1.0, 0.0, 0.7, 8.0, 1e6];
const PRIOR: Prior = Prior { mean: 0.0, sd: 1.0 };

/// Any table: each cell stands where it says.
pub fn table(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let mut problems = Problems::default();
    let table = linear(Steps::Text, &text, || Table::read(&text, &mut problems));
    assert_eq!(table.is_none(), problems.rejected());
    let Some(table) = table else { return value_of((None::<()>, problems.into_list())).is_some() };
    let width = table.header().len();
    let lines = lines(&text);
    for row in table.rows() {
        assert_eq!(row.len(), width, "rows as long as the header");
        for cell in row.take(FEW) {
            let (line, column) = cell.place();
            let there = lines.get(line as usize - 1).and_then(|line| line.get(column as usize - 1..));
            let there = String::from_utf16(there.expect("a place within the text")).expect("whole characters");
            let said = cell.text.chars().next().filter(|said| !matches!(said, '"' | '\n' | '\r'));
            let found = there.trim_start_matches('"').chars().next();
            assert!(said.is_none() || said == found, "{said:?} at {line}:{column}, where {found:?} stands");
        }
    }
    true
}

/// The lines of a text in UTF-16, however they end.
fn lines(text: &str) -> Vec<Vec<u16>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(|line| line.encode_utf16().collect()).collect()
}

/// Items and responses as `metier curves`, `estimate` and `adapt` read them: curves, and levels by every estimator.
pub fn bank(bytes: &[u8]) -> bool {
    let [bank, sheet] = texts(bytes);
    let Some(items) = value_of(linear(Steps::Text, &bank, || items::read(&bank))) else { return false };
    for model in &items.models {
        assert_eq!(model.fault(), None);
        for level in LEVELS {
            let information = model.information(level);
            assert!(information >= 0.0 && information.is_finite(), "{model:?} at {level}: information {information}");
            let sum: f64 = model.categories(level).iter().map(|category| category.probability).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{model:?} at {level}: probabilities add up to {sum}");
            numbers_are_finite(&(model.categories(level), model.warm(level)));
        }
    }
    let Some(responses) = value_of(linear(Steps::Text, &sheet, || responses::read_of(&sheet, &items))) else {
        return false;
    };
    for person in 0..responses.persons.len().min(FEW) {
        levels(&answered(&items, &responses, person));
    }
    true
}

fn answered<'i>(items: &'i Items, responses: &Responses, person: usize) -> Vec<Given<'i>> {
    let given = |(id, category): (&String, &Option<u32>)| {
        let model = items.models.get(items.find(id)?)?;
        Some(Given { model, category: (*category)? as usize })
    };
    responses.items.iter().zip(responses.of(person)).filter_map(given).collect()
}

/// By each estimator a level with an error, or the reason why there is none.
fn levels(given: &[Given<'_>]) {
    let steepest = given.iter().map(|one| one.model.steepest()).fold(0.0, f64::max);
    let range = (-6.0, 6.0);
    if !soon(steepest, range, PRIOR) {
        return;
    }
    let ways = [Maximum::Posterior(PRIOR), Maximum::Weighted, Maximum::Likelihood];
    let found = ways.map(|way| maximum(given, way, range));
    for found in found.into_iter().chain([expected(given, PRIOR)]).flatten() {
        assert!(found.theta.is_finite() && found.se > 0.0 && found.se.is_finite(), "{found:?}");
    }
    let curves: Vec<Vec<f64>> = given
        .iter()
        .map(|one| one.model.categories(0.5).iter().map(|category| category.probability).collect())
        .collect();
    let chosen: Vec<(&[f64], usize)> =
        curves.iter().zip(given).map(|(curve, one)| (curve.as_slice(), one.category)).collect();
    numbers_are_finite(&(lz(&chosen), simulated_p(&chosen, 50, &mut Random::new(1))));
}

/// Responses as `metier reliability` and `quality` read them.
pub fn scores(bytes: &[u8]) -> bool {
    let [sheet] = texts(bytes);
    let Some(responses) = value_of(linear(Steps::Text, &sheet, || responses::read(&sheet))) else { return false };
    let score = |person: usize, item: usize| responses.of(person).get(item).copied().flatten().map(f64::from);
    // The cost grows with the square of the items.
    numbers_are_finite(&reliability(responses.items.len().min(60), responses.persons.len().min(500), &score));
    for person in 0..responses.persons.len().min(FEW) {
        let answers = responses.of(person);
        let halves: Vec<Vec<Option<f64>>> =
            answers.chunks(4).map(|chunk| chunk.iter().map(|answer| answer.map(f64::from)).collect()).collect();
        numbers_are_finite(&(quality::longest_run(answers), quality::variability(answers), quality::even_odd(&halves)));
    }
    true
}
