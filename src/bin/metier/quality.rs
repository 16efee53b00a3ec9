//! `metier quality`: signs of careless answering, a row for each person.

use crate::Wrong;
use crate::cells::{Cells, number};
use crate::input::{print_text, read};
use crate::items::{self, Items};
use crate::responses::{self, Responses, Reversed};
use crate::sort::Sort;
use clap::Args;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::Given;
use metier::numeric::random::Random;
use metier::problem::{Code, Naming, Problem, Problems, Severity};
use metier::quality::fit::{lz, simulated_p};
use metier::quality::{even_odd, is_flat, longest_run, variability};
use std::collections::HashSet;
use std::path::PathBuf;

/// What the verb is called with.
#[derive(Args)]
pub struct Call {
    /// People's answers.
    responses: PathBuf,
    /// The items of a scale, with commas between them; once for each scale.
    #[arg(long, value_name = "ITEMS")]
    scale: Vec<String>,
    /// Items of the scales whose categories run the other way, with commas between them.
    #[arg(long, value_delimiter = ',', value_name = "ITEMS")]
    reverse: Vec<String>,
    /// Calibrated items, for lz, and for how many categories reversed items have: item,model,a,b1,b2,…,c,d.
    #[arg(long, value_name = "CSV")]
    items: Option<PathBuf>,
    /// Seed of the answers that are drawn to compare with.
    #[arg(long, default_value_t = metier::session::SEED)]
    seed: u32,
    #[command(flatten)]
    cells: Cells,
}

/// Answers drawn for each person: a p of .05 is then known to within .014, two standard errors.
const DRAWS: u32 = 1000;

/// Where a level is looked for.
const RANGE: (f64, f64) = (-6.0, 6.0);

/// Prints the signs as CSV.
pub fn quality(call: &Call) -> Result<(), Wrong> {
    let items = call.items.as_deref().map(|file| read(file, Sort::Table, items::read)).transpose()?;
    let (responses, (scales, reversed)) = read(&call.responses, Sort::Table, |text| {
        let found = match &items {
            Some(items) => responses::read_of(text, items),
            None => responses::read(text),
        };
        responses::with(found, |responses, problems| {
            let names = |scale: &String| scale.split(',').map(str::to_owned).collect::<Vec<_>>();
            let scales: Vec<Vec<usize>> =
                call.scale.iter().map(|scale| responses.named(&names(scale), problems)).collect();
            named_once(&scales, responses, problems);
            let reversed = responses.reversed(&call.reverse, problems);
            let count = |id: &String| Some(items.as_ref()?.models.get(items.as_ref()?.find(id)?)?.count());
            let reversed = reversed.among(responses.items.iter().map(count));
            scales.iter().for_each(|scale| responses.doubt(scale, &reversed, problems));
            (scales, reversed)
        })
    })?;
    // Of two categories, as right and wrong are, ten alike are no sign of anything.
    let several: Vec<bool> = responses.highest().into_iter().map(|highest| highest > 1).collect();
    let models = items.as_ref().map(|items| responses.items.iter().map(|id| items.find(id)).collect::<Vec<_>>());
    let mut random = Random::new(u64::from(call.seed));
    let mut out = String::from("person,answered,longstring,irv,even_odd,lz,lz_p,flags\n");
    for (person, name) in responses.persons.iter().enumerate() {
        let answers = responses.of(person);
        let answered = answers.iter().flatten().count();
        let run = if answered > 0 { longest_run(answers).to_string() } else { String::new() };
        let irv = variability(answers).map(number).unwrap_or_default();
        let halves = even_odd(&scored(&responses, person, &scales, &reversed)).map(number).unwrap_or_default();
        // Taken for everybody, so that nobody's numbers depend on what another answered.
        let mut own = random.split();
        let fit = items.as_ref().zip(models.as_ref()).and_then(|(items, models)| fit(items, models, answers, &mut own));
        let [lz, p] = fit.map(|fit| fit.map(number)).unwrap_or_default();
        let rated: Vec<Option<u32>> =
            answers.iter().zip(&several).filter(|(_, several)| **several).map(|(answer, _)| *answer).collect();
        let flags = if is_flat(&rated) { "flat" } else { "" };
        out += &format!("{},{answered},{run},{irv},{halves},{lz},{p},{flags}\n", call.cells.cell(name));
    }
    print_text(&out)
}

/// No item stands in a scale twice, or in two: it would agree with itself.
fn named_once(scales: &[Vec<usize>], responses: &Responses, problems: &mut Problems) {
    let mut known = HashSet::new();
    for item in scales.iter().flatten().filter(|item| !known.insert(**item)) {
        let name = responses.items.get(*item).map_or("", String::as_str);
        let said = [("item", Naming::Text(name))];
        problems.add(Problem::plain(Severity::Error, Code::SCALE_ITEM, &said, None));
    }
}

/// A person's answers to each scale, scored in one direction.
fn scored(responses: &Responses, person: usize, scales: &[Vec<usize>], reversed: &Reversed) -> Vec<Vec<Option<f64>>> {
    let score = |&item: &usize| responses.score(person, item, reversed);
    scales.iter().map(|scale| scale.iter().map(score).collect()).collect()
}

/// lz at the person's weighted likelihood estimate, and its simulated p.
fn fit(items: &Items, places: &[Option<usize>], answers: &[Option<u32>], random: &mut Random) -> Option<[f64; 2]> {
    let one = |(answer, place): (&Option<u32>, &Option<usize>)| {
        Some(Given { model: items.models.get((*place)?)?, category: (*answer)? as usize })
    };
    let given: Vec<Given> = answers.iter().zip(places).filter_map(one).collect();
    let theta = maximum(&given, Maximum::Weighted, RANGE).ok()?.theta;
    let curves =
        |given: &Given| given.model.categories(theta).iter().map(|category| category.probability).collect::<Vec<f64>>();
    let curves: Vec<Vec<f64>> = given.iter().map(curves).collect();
    let answered: Vec<(&[f64], usize)> =
        curves.iter().zip(&given).map(|(curve, given)| (curve.as_slice(), given.category)).collect();
    Some([lz(&answered)?.lz, simulated_p(&answered, DRAWS, random)?])
}
