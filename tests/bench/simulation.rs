//! The simulation behind the numbers that the method page prints about stated and true probabilities: people made up from the
//! prior, the truth's catalogue perturbed as the model's is. It tests the propagation of error, not validity. Some minutes:
//! `cargo bench --bench simulation`. It fails when the page prints another number.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../suite/method/claims.rs"]
mod claims;

use claims::{SIMULATED, agreeing, hold, listed, moments, shipped, short_form};
use metier::numeric::dot;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::roles::draws::{Fitted, leading, order, rank};
use metier::roles::fit::contributions;
use metier::roles::model::{Model, Need};
use metier::roles::profile::{Profile, posterior};
use metier::roles::verdict::{Call, verdict};
use std::collections::BTreeMap;

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

/// Finds every simulated number of the method page again.
fn main() {
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
