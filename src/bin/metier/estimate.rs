//! `metier estimate`: people's levels from their answers to calibrated items.

use crate::Wrong;
use crate::cells::{Cells, number};
use crate::input::{print_text, read};
use crate::items::{self, Items};
use crate::responses::{self, Responses};
use crate::sort::Sort;
use crate::words::print;
use clap::{Args, ValueEnum};
use metier::closed::Closed;
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::{Absent, ErrorKind, Given, Prior, Theta};
use metier::problem::{Code, Naming, Problem, Severity};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// How a level is estimated.
#[derive(Clone, Copy, ValueEnum)]
pub enum Method {
    /// Mean of the posterior; its error is the posterior's standard deviation.
    Eap,
    /// Highest point of the posterior; error by the observed information and the prior's precision.
    Map,
    /// Warm's weighted likelihood; error by the expected information.
    Wle,
    /// Highest point of the likelihood; error by the expected information.
    Ml,
}

/// What `estimate` and `adapt` have in common.
#[derive(Args)]
pub struct Estimation {
    /// The items: item,model,a,b1,b2,…,c,d.
    #[arg(long, value_name = "CSV")]
    pub items: PathBuf,
    /// The responses: person, then a column for each item.
    #[arg(long, value_name = "CSV")]
    pub responses: PathBuf,
    /// How levels are estimated.
    #[arg(long, value_enum)]
    pub method: Method,
    /// Mean and standard deviation of the prior (eap, map).
    #[arg(long, value_name = "MEAN,SD", value_parser = prior, default_value = "0,1", allow_hyphen_values = true)]
    pub prior: Prior,
    /// Where map, wle and ml look for the highest point.
    #[arg(long, value_name = "LO,HI", value_parser = range, default_value = "-6,6", allow_hyphen_values = true)]
    pub range: (f64, f64),
    #[command(flatten)]
    pub cells: Cells,
}

/// Two numbers with a comma between them, neither so large that a step of a thousandth is lost in it.
fn two(text: &str) -> Result<(f64, f64), String> {
    let numbers = text.split_once(',').and_then(|(a, b)| Some((a.trim().parse().ok()?, b.trim().parse().ok()?)));
    let sensible = numbers.filter(|(a, b): &(f64, f64)| a.abs() <= 1e6 && b.abs() <= 1e6);
    sensible.ok_or_else(|| "two numbers from -1000000 to 1000000 are wanted, with a comma between them".into())
}

fn prior(text: &str) -> Result<Prior, String> {
    let (mean, sd) = two(text)?;
    if sd >= 1e-6 {
        Ok(Prior { mean, sd })
    } else {
        Err("the second number, the standard deviation, must be at least 0.000001".into())
    }
}

fn range(text: &str) -> Result<(f64, f64), String> {
    let (low, high) = two(text)?;
    if low < high { Ok((low, high)) } else { Err("the first number must be below the second".into()) }
}

impl Estimation {
    /// Reads both files.
    pub fn read(&self) -> Result<(Items, Responses), Wrong> {
        let items = read(&self.items, Sort::Table, items::read)?;
        let responses = read(&self.responses, Sort::Table, |text| responses::read_of(text, &items))?;
        Ok((items, responses))
    }

    /// The level after some answers.
    pub fn theta(&self, given: &[Given<'_>]) -> Result<Theta, Absent> {
        let Prior { mean, sd } = self.prior;
        match self.method {
            // As it is, without the rounding of a search for it.
            Method::Eap if given.is_empty() => Ok(Theta { theta: mean, se: sd, error: self.error() }),
            Method::Map if given.is_empty() && self.range.0 <= mean && mean <= self.range.1 => {
                Ok(Theta { theta: mean, se: sd, error: self.error() })
            }
            Method::Eap => expected(given, self.prior),
            Method::Map => maximum(given, Maximum::Posterior(self.prior), self.range),
            Method::Wle => maximum(given, Maximum::Weighted, self.range),
            Method::Ml => maximum(given, Maximum::Likelihood, self.range),
        }
    }

    /// The kind of error that the method gives.
    fn error(&self) -> ErrorKind {
        match self.method {
            Method::Eap => ErrorKind::PosteriorSd,
            Method::Map => ErrorKind::ObservedInformation,
            Method::Wle | Method::Ml => ErrorKind::ExpectedInformation,
        }
    }

    /// Why a person with these answers has no estimate.
    fn absent(&self, person: &str, given: &[Given<'_>], why: Absent) -> Problem {
        let ml = matches!(self.method, Method::Ml);
        match why {
            Absent::LowEnd if ml && given.iter().all(|one| one.category == 0) => warning(Code::ESTIMATE_LOWEST, person),
            Absent::HighEnd if ml && given.iter().all(|one| one.category + 1 == one.model.count()) => {
                warning(Code::ESTIMATE_HIGHEST, person)
            }
            _ => absent(person, why),
        }
    }
}

/// Prints a row for each person.
pub fn estimate(call: &Estimation) -> Result<(), Wrong> {
    let (items, responses) = call.read()?;
    let columns = columns(&items, &responses);
    let mut out = String::from("person,theta,se,error\n");
    let mut missing = Vec::new();
    for (person, name) in responses.persons.iter().enumerate() {
        let given: Vec<Given> = answered(&items, &columns, responses.of(person)).map(|(_, given)| given).collect();
        let numbers = match call.theta(&given) {
            Ok(found) => {
                missing.extend(given.is_empty().then(|| warning(Code::ESTIMATE_PRIOR, name)));
                [number(found.theta), number(found.se)]
            }
            Err(why) => {
                missing.push(call.absent(name, &given, why));
                [String::new(), String::new()]
            }
        };
        out += &format!("{},{},{}\n", call.cells.cell(name), numbers.join(","), call.error().word());
    }
    tell(&call.responses, &missing);
    print_text(&out)
}

/// Where the items of the responses' columns stand among the items.
pub fn columns(items: &Items, responses: &Responses) -> Vec<Option<usize>> {
    responses.items.iter().map(|id| items.find(id)).collect()
}

/// A person's answers, each with the index of its item among the items.
pub fn answered<'i>(
    items: &'i Items,
    columns: &[Option<usize>],
    answers: &[Option<u32>],
) -> impl Iterator<Item = (usize, Given<'i>)> {
    answers.iter().zip(columns).filter_map(|(answer, item)| {
        let item = (*item)?;
        Some((item, Given { model: items.models.get(item)?, category: (*answer)? as usize }))
    })
}

/// Why a person has no estimate.
pub fn absent(person: &str, why: Absent) -> Problem {
    let code = match why {
        Absent::NoAnswers => Code::ESTIMATE_ANSWERS,
        Absent::LowEnd => Code::ESTIMATE_LOW,
        Absent::HighEnd => Code::ESTIMATE_HIGH,
        Absent::NotFinite => Code::ESTIMATE_FINITE,
    };
    warning(code, person)
}

fn warning(code: Code, person: &str) -> Problem {
    Problem::plain(Severity::Warning, code, &[("person", Naming::Text(person))], None)
}

/// Says on standard error who has no estimate, or none of their own, and why.
pub fn tell(file: &Path, missing: &[Problem]) {
    let mut out = String::new();
    if !missing.is_empty() {
        print(&mut out, &file.display().to_string(), missing);
    }
    let _ = write!(std::io::stderr(), "{out}");
}
