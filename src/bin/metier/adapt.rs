//! `metier adapt`: the items that an adaptive test would have asked people whose answers are known.

use crate::Wrong;
use crate::cells::number;
use crate::estimate::{Estimation, absent, answered, columns, tell};
use crate::input::print_text;
use crate::items::Items;
use clap::Args;
use metier::estimate::theta::{Absent, Given};
use metier::model::response::LARGEST;
use metier::select::most_informative;

/// How an adaptive test goes.
#[derive(Args)]
pub struct Adaptive {
    #[command(flatten)]
    pub estimation: Estimation,
    /// Level at which the first item is chosen; the prior's mean if not said.
    #[arg(long, value_name = "THETA", allow_hyphen_values = true, value_parser = finite)]
    pub start: Option<f64>,
    /// Ends after so many items.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub max: Option<u32>,
    /// Ends when the standard error is as small as this.
    #[arg(long, value_name = "X", value_parser = positive)]
    pub stop_se: Option<f64>,
}

/// A number that can be computed with.
pub fn finite(text: &str) -> Result<f64, String> {
    let found = text.trim().parse().ok().filter(|number: &f64| number.abs() <= LARGEST);
    found.ok_or_else(|| format!("a number from -{LARGEST:e} to {LARGEST:e} is wanted"))
}

fn positive(text: &str) -> Result<f64, String> {
    let found = finite(text).ok().filter(|number| *number > 0.0);
    found.ok_or_else(|| format!("a number above 0 is wanted, of {LARGEST:e} at most"))
}

/// Prints a row for each item that each person is asked.
pub fn adapt(call: &Adaptive) -> Result<(), Wrong> {
    let (items, responses) = call.estimation.read()?;
    let columns = columns(&items, &responses);
    let mut out = String::from("person,step,item,theta,se\n");
    let mut missing = Vec::new();
    for (person, name) in responses.persons.iter().enumerate() {
        let known: Vec<(usize, Given)> = answered(&items, &columns, responses.of(person)).collect();
        if known.is_empty() {
            missing.push(absent(name, Absent::NoAnswers));
        }
        ask(call, &items, &known, name, &mut out);
    }
    tell(&call.estimation.responses, &missing);
    print_text(&out)
}

/// Asks one person. While there is no estimate, the next item is chosen at the level of the last one that there was.
fn ask(call: &Adaptive, items: &Items, known: &[(usize, Given<'_>)], name: &str, out: &mut String) {
    let cells = call.estimation.cells;
    let mut theta = call.start.unwrap_or(call.estimation.prior.mean);
    let mut open: Vec<Option<Given>> = vec![None; items.models.len()];
    for (item, given) in known {
        if let Some(place) = open.get_mut(*item) {
            *place = Some(*given);
        }
    }
    let mut given: Vec<Given> = Vec::new();
    while call.max.is_none_or(|max| given.len() < max as usize) {
        let information = |item: usize| Some(open.get(item)?.as_ref()?.model.information(theta));
        let Some(item) = most_informative(open.len(), &information) else { break };
        given.extend(open.get_mut(item).and_then(Option::take));
        let found = call.estimation.theta(&given).ok();
        let numbers = found.map_or([String::new(), String::new()], |found| [number(found.theta), number(found.se)]);
        let id = items.ids.get(item).map_or("", String::as_str);
        *out += &format!("{},{},{},{}\n", cells.cell(name), given.len(), cells.cell(id), numbers.join(","));
        if let Some(found) = found {
            theta = found.theta;
            if call.stop_se.is_some_and(|se| found.se <= se) {
                break;
            }
        }
    }
}
