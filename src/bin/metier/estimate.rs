//! `metier estimate`: people's levels from their answers to calibrated items.

use crate::Wrong;
use crate::input::{print_text, read};
use crate::items::{self, Items};
use crate::responses::{self, Responses};
use crate::table::{cell, number};
use crate::words::sentence;
use clap::{Args, ValueEnum};
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::{Absent, ErrorKind, Given, Prior, Theta};
use metier::problem::{Naming, Problem, Severity};
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
}

/// Two finite numbers with a comma between them.
fn two(text: &str) -> Result<(f64, f64), String> {
    let numbers = text.split_once(',').and_then(|(a, b)| Some((a.trim().parse().ok()?, b.trim().parse().ok()?)));
    let finite = numbers.filter(|(a, b): &(f64, f64)| a.is_finite() && b.is_finite());
    finite.ok_or_else(|| "two numbers with a comma between them are wanted".into())
}

fn prior(text: &str) -> Result<Prior, String> {
    let (mean, sd) = two(text)?;
    // Squares of the two must be numbers, too.
    let holds = sd > 1e-100 && sd < 1e100 && mean.abs() < 1e100;
    if holds { Ok(Prior { mean, sd }) } else { Err("the standard deviation must be above 0, and both within reason".into()) }
}

fn range(text: &str) -> Result<(f64, f64), String> {
    let (low, high) = two(text)?;
    if low < high && high - low < 1e6 { Ok((low, high)) } else { Err("the first must be below the second, by less than a million".into()) }
}

impl Estimation {
    /// Reads both files.
    pub fn read(&self) -> Result<(Items, Responses), Wrong> {
        let items = read(&self.items, items::read)?;
        let responses = read(&self.responses, |text| responses::read_of(text, &items))?;
        Ok((items, responses))
    }

    /// The level after some answers.
    pub fn theta(&self, given: &[Given<'_>]) -> Result<Theta, Absent> {
        match self.method {
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
}

/// Prints a row for each person.
pub fn estimate(call: &Estimation) -> Result<(), Wrong> {
    let (items, responses) = call.read()?;
    let mut out = String::from("person,theta,se,error\n");
    for (person, name) in responses.persons.iter().enumerate() {
        let given: Vec<Given> = answered(&items, &responses, person).map(|(_, given)| given).collect();
        let numbers = match call.theta(&given) {
            Ok(found) => [number(found.theta), number(found.se)],
            Err(why) => {
                tell(&call.responses, name, why);
                [String::new(), String::new()]
            }
        };
        out += &format!("{},{},{}\n", cell(name), numbers.join(","), call.error().word());
    }
    print_text(&out)
}

/// A person's answers, each with the index of its item among the items.
pub fn answered<'i>(items: &'i Items, responses: &'i Responses, person: usize) -> impl Iterator<Item = (usize, Given<'i>)> {
    let answers = responses.of(person).iter().zip(&responses.items);
    answers.filter_map(|(answer, id)| {
        let item = items.find(id)?;
        Some((item, Given { model: items.models.get(item)?, category: (*answer)? as usize }))
    })
}

/// Says on standard error why a person has no estimate.
pub fn tell(file: &Path, person: &str, why: Absent) {
    let code = match why {
        Absent::NoAnswers => "estimate-answers",
        Absent::LowEnd => "estimate-low",
        Absent::HighEnd => "estimate-high",
        Absent::NotFinite => "estimate-finite",
    };
    let problem = Problem::plain(Severity::Warning, code, &[("person", Naming::Text(person))], None);
    let _ = std::io::Write::write_fmt(
        &mut std::io::stderr(),
        format_args!("{}: {}\n", file.display(), crate::words::printable(&sentence(&problem))),
    );
}
