//! The simulation behind the numbers that the method page prints about stated and true probabilities, about what other numbers
//! in the catalogue would change, and about the next question: people made up from the prior, the truth's catalogue perturbed
//! as the model's is. It tests the propagation of error, not validity. Some minutes:
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
/// Least cases of a band whose gap counts.
const ENOUGH: f64 = 1_000.0;
/// How far stated and true may lie apart in such a band, of 100.
const GAP: f64 = 3.0;
/// Upper ends of the bands of a stated probability that the page prints.
const BANDS: [f64; 4] = [0.4, 0.6, 0.8, f64::INFINITY];
/// The finer bands that gaps are looked for in.
const TENTHS: [f64; 10] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, f64::INFINITY];
/// Mean level and standard deviation of people who are nearer to the needs, and more alike, than the prior's.
const ALIKE: (f64, f64) = (2.5, 0.7);
/// Strata of the draws for the next question, as in the match.
const STRATA: usize = 16;
/// People whose next question is looked at, and how many times the match's draws its estimate is compared with.
const ASKED: u32 = 100;
const MORE: u32 = 32;

/// Cases of a band of a stated probability, what was stated, and how often it was so.
#[derive(Clone, Copy, Default)]
struct Band {
    cases: f64,
    stated: f64,
    right: f64,
}

impl Band {
    fn add(&mut self, stated: f64, right: bool) {
        self.cases += 1.0;
        self.stated += stated;
        self.right += f64::from(u8::from(right));
    }

    fn join(&mut self, other: &Band) {
        self.cases += other.cases;
        self.stated += other.stated;
        self.right += other.right;
    }

    fn stated(&self) -> f64 {
        100.0 * self.stated / self.cases
    }

    fn right(&self) -> f64 {
        100.0 * self.right / self.cases
    }
}

/// The same cases in the bands of the page and in finer ones.
#[derive(Clone, Default)]
struct Bands {
    page: [Band; 4],
    fine: [Band; 10],
}

impl Bands {
    fn add(&mut self, stated: f64, right: bool) {
        self.page[band(&BANDS, stated)].add(stated, right);
        self.fine[band(&TENTHS, stated)].add(stated, right);
    }

    fn join(&mut self, other: &Bands) {
        let (page, fine) = (self.page.iter_mut().zip(&other.page), self.fine.iter_mut().zip(&other.fine));
        page.chain(fine).for_each(|(band, other)| band.join(other));
    }

    fn all(&self) -> Band {
        let mut all = Band::default();
        self.page.iter().for_each(|band| all.join(band));
        all
    }

    /// The greatest gap of a band with enough cases.
    fn gap(&self) -> f64 {
        let enough = self.page.iter().chain(&self.fine).filter(|band| band.cases >= ENOUGH);
        enough.map(|band| (band.stated() - band.right()).abs()).fold(0.0, f64::max)
    }

    fn print(&self, name: &str) {
        for (end, band) in TENTHS.iter().zip(&self.fine).filter(|(_, band)| band.cases > 0.0) {
            println!("{name} below {end:.1}: {} cases, stated {:.1}, so {:.1}", band.cases, band.stated(), band.right());
        }
    }
}

fn band(ends: &[f64], stated: f64) -> usize {
    ends.iter().position(|end| stated < *end).expect("a band")
}

/// What is looked at, each by the probability that was stated.
#[derive(Clone, Default)]
struct Looked {
    /// Whether the leading role is the best; with the catalogue's doubt, and fixed.
    best: [Bands; 2],
    /// Whether a role, any of them, is near the best; the same.
    near: [Bands; 2],
    /// Whether a role's must-have is missed: floors are in no doubt.
    missed: Bands,
    /// Whether the leading role leads with another's numbers in the catalogue as well.
    same: [Bands; 2],
}

impl Looked {
    fn join(&mut self, other: &Looked) {
        let both = |looked: &Looked| {
            let Looked { best: [a, b], near: [c, d], missed: e, same: [f, g] } = looked.clone();
            [a, b, c, d, e, f, g]
        };
        let mut all = both(self);
        all.iter_mut().zip(&both(other)).for_each(|(bands, other)| bands.join(other));
        let [a, b, c, d, e, f, g] = all;
        *self = Looked { best: [a, b], near: [c, d], missed: e, same: [f, g] };
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
    fn new(mean: f64, sd: f64) -> World {
        let catalogue = shipped();
        let groups = catalogue.groups_of_skills();
        let model = Model { prior_mean: mean, prior_sd: sd, ..catalogue.constants.model };
        let nothing = posterior(&model, &groups, &vec![None; groups.len()]).expect("the prior");
        World { model, needs: catalogue.needs(), groups, spread: nothing.covariance.cholesky().expect("a root") }
    }

    fn person(&self, error: f64, random: &mut Random) -> Simulated {
        let normals: Vec<f64> = self.groups.iter().map(|_| random.normal()).collect();
        let levels: Vec<f64> = (0..normals.len()).map(|skill| self.model.prior_mean + dot(self.spread.row(skill), &normals)).collect();
        let measured: Vec<_> = levels.iter().map(|level| Some((level + error * random.normal(), error * error))).collect();
        Simulated { levels, profile: posterior(&self.model, &self.groups, &measured).expect("a profile") }
    }

    /// The numbers of the roles as another might have written them: what the perturbation could have made.
    fn redrawn(&self, random: &mut Random) -> Vec<Vec<Need>> {
        let redrawn = |role: &Vec<Need>| {
            let total: f64 = role.iter().map(|need| need.weight).sum();
            let mut weights: Vec<f64> = role.iter().map(|need| self.model.concentration * need.weight / total).collect();
            random.dirichlet(&mut weights);
            let mut shift = || self.model.need_shift * (2.0 * random.uniform() - 1.0);
            let need = |(need, weight): (&Need, f64)| Need { need: need.need + shift(), weight, floor: need.floor };
            role.iter().zip(weights).map(need).collect()
        };
        self.needs.iter().map(redrawn).collect()
    }

    fn fits(&self, needs: &[Vec<Need>], levels: &[f64]) -> Vec<f64> {
        let (measured, mut out) = (vec![true; levels.len()], vec![0.0; levels.len()]);
        needs.iter().map(|role| contributions(&self.model, role, levels, &measured, &mut out).fit()).collect()
    }

    fn rank(&self, needs: &[Vec<Need>], person: &Simulated, seed: u32, fixed: bool) -> Vec<Fitted> {
        rank(&self.model, needs, &person.profile, seed, fixed).expect("a ranking")
    }

    /// Looks at the match of a person; gives the verdict's name, the probability stated, and whether it named the best role.
    fn look(&self, looked: &mut Looked, person: &Simulated, truth: &[Vec<Need>], seed: u32) -> (&'static str, f64, bool) {
        let fits = self.fits(truth, &person.levels);
        let best = greatest(&fits);
        let below = |role: &Vec<Need>| role.iter().zip(&person.levels).any(|(need, level)| need.floor.is_some_and(|floor| *level < floor));
        let fitted = [false, true].map(|fixed| self.rank(&self.needs, person, seed, fixed));
        for (index, (fitted, fixed)) in fitted.iter().zip([false, true]).enumerate() {
            let lead = leading(fitted).expect("a role");
            looked.best[index].add(fitted[lead].p_best, lead == best);
            let elsewhere = leading(&self.rank(truth, person, seed, fixed)).expect("a role");
            looked.same[index].add(fitted[lead].p_best, lead == elsewhere);
            for ((role, fit), needs) in fitted.iter().zip(&fits).zip(&self.needs) {
                looked.near[index].add(role.p_near_best, *fit >= fits[best] - self.model.near);
                if !fixed {
                    looked.missed.add(role.p_must_have_missed, below(needs));
                }
            }
        }
        let said = verdict(&self.model, &self.needs, &fitted[0], &person.profile);
        let call = match said.call {
            Call::NoneYet(_) => "none",
            Call::NotEnoughEvidence { .. } => "not-enough",
            Call::Clear => "clear",
            Call::Leaning => "leaning",
            Call::TooClose => "close",
        };
        (call, fitted[0][order(&fitted[0])[0]].p_best, said.roles.contains(&best))
    }
}

/// The place of the greatest number.
fn greatest(numbers: &[f64]) -> usize {
    (0..numbers.len()).max_by(|&a, &b| numbers[a].total_cmp(&numbers[b])).expect("a number")
}

/// The errors that the simulation measures with; the last is that of two answers that agree.
fn errors() -> [f64; 4] {
    let two = agreeing(3.0, 2, &short_form().assumed);
    [0.25, 0.4, 0.6, f64::sqrt(two.variance)]
}

/// Finds every simulated number of the pages again.
fn main() {
    let prior = shipped().constants.model;
    let world = World::new(prior.prior_mean, prior.prior_sd);
    let mut claims = Vec::new();
    let (mut all, mut gaps) = (Looked::default(), [0.0_f64; 3]);
    for error in errors() {
        let mut random = Random::new(2024);
        let (mut looked, mut calls) = (Looked::default(), BTreeMap::<&str, Band>::new());
        for index in 0..PEOPLE {
            let person = world.person(error, &mut random);
            let truth = world.redrawn(&mut random);
            let (call, stated, right) = world.look(&mut looked, &person, &truth, index);
            calls.entry(call).or_default().add(stated, right);
        }
        println!("error {error:.2}");
        let named = [("best", &looked.best[0]), ("near", &looked.near[0]), ("missed", &looked.missed)];
        for ((name, bands), gap) in named.into_iter().zip(&mut gaps) {
            bands.print(name);
            *gap = gap.max(bands.gap());
        }
        all.join(&looked);
        // What remains is that of the last error: two answers a skill.
        claims.retain(|(id, _): &(String, f64)| !id.starts_with("sim-two-"));
        for call in ["none", "clear", "leaning", "close"] {
            let band = calls.get(call).copied().unwrap_or_default();
            claims.push((format!("sim-two-{call}"), 100.0 * band.cases / f64::from(PEOPLE)));
            if call != "none" {
                claims.push((format!("sim-two-{call}-right"), band.right()));
            }
        }
        assert!(!calls.contains_key("not-enough"));
    }
    for (name, gap) in ["best", "near", "missed"].into_iter().zip(gaps) {
        claims.push((format!("sim-gap-{name}"), gap));
    }
    for (index, name) in ["", "fixed-"].into_iter().enumerate() {
        for band in 0..BANDS.len() {
            let (best, same) = (&all.best[index].page[band], &all.same[index].page[band]);
            claims.push((format!("sim-{name}said-{band}"), best.stated()));
            claims.push((format!("sim-{name}right-{band}"), best.right()));
            claims.push((format!("sim-{name}same-{band}"), same.right()));
        }
        claims.push((format!("sim-{name}same"), all.same[index].all().right()));
        all.near[index].print(&format!("{name}near, all errors"));
    }
    claims.push(("sim-people".into(), f64::from(PEOPLE)));
    claims.push(("sim-two-error".into(), errors()[3]));
    claims.extend(alike());
    claims.extend(next_question(&world));
    let deviations = seed_deviations(&world);
    claims.push(("seed-sd-low".into(), deviations.iter().copied().fold(1.0, f64::min)));
    claims.push(("seed-sd-high".into(), deviations.iter().copied().fold(0.0, f64::max)));
    for (id, value) in &claims {
        println!("{id} {value}");
    }
    assert!(gaps.into_iter().all(|gap| gap <= GAP), "stated and true are {gaps:?} of 100 apart");
    let simulated = |id: &str| SIMULATED.iter().any(|start| id.starts_with(start));
    assert_eq!(listed().keys().filter(|id| simulated(id)).count(), claims.len());
    hold(&claims);
}

/// How many keep their leading role among people who are nearer to the needs of the roles and to each other.
fn alike() -> Vec<(String, f64)> {
    let (mean, sd) = ALIKE;
    let (world, mut same) = (World::new(mean, sd), Bands::default());
    for error in errors() {
        let mut random = Random::new(2025);
        for seed in 0..PEOPLE / 4 {
            let person = world.person(error, &mut random);
            let others = world.redrawn(&mut random);
            let [own, other] = [&world.needs, &others].map(|needs| world.rank(needs, &person, seed, false));
            let lead = leading(&own).expect("a role");
            same.add(own[lead].p_best, leading(&other) == Some(lead));
        }
    }
    let bands = same.page.iter().enumerate().map(|(band, same)| (format!("sim-alike-same-{band}"), same.right()));
    let all = [("sim-alike-same", same.all().right()), ("sim-alike-mean", mean), ("sim-alike-sd", sd)];
    bands.chain(all.map(|(id, value)| (id.to_owned(), value))).collect()
}

/// What knowing a skill is estimated to do to the leading role's share, from as many draws as the match has and from many
/// more: means over people measured with two answers a skill, of 100.
fn next_question(world: &World) -> Vec<(String, f64)> {
    let mut random = Random::new(16);
    let mut sums = [0.0; 6];
    for _ in 0..ASKED {
        let person = world.person(errors()[3], &mut random);
        let copies: Vec<_> = (0..world.model.catalogues).map(|_| world.redrawn(&mut random)).collect();
        let mut turn = copies.iter().cycle().cloned();
        let few = knowing(world, &person.profile, world.model.pairs, &mut || turn.next().expect("a copy"), &mut random.split());
        let mut fresh = random.split();
        let many = knowing(world, &person.profile, MORE * world.model.pairs, &mut || world.redrawn(&mut fresh), &mut random.split());
        let first = greatest(&few.1);
        let best = many.1[greatest(&many.1)];
        let mean = |shares: &[f64]| moments(shares).0;
        let found = [few.0, few.1[first] - few.0, many.1[first] - many.0, best - many.0, mean(&few.1) - few.0, mean(&many.1) - many.0];
        sums.iter_mut().zip(found).for_each(|(sum, found)| *sum += found);
    }
    let mean = |(id, sum): (&str, f64)| (format!("sim-next-{id}"), 100.0 * sum / f64::from(ASKED));
    let means = ["today", "said", "so", "best", "any-said", "any"].into_iter().zip(sums).map(mean);
    means.chain([("sim-next-people".into(), f64::from(ASKED)), ("sim-next-more".into(), f64::from(MORE))]).collect()
}

/// The largest share of wins, and for each skill the mean over strata of the draws by that skill of each stratum's largest.
fn knowing(
    world: &World,
    profile: &Profile,
    pairs: u32,
    catalogue: &mut dyn FnMut() -> Vec<Vec<Need>>,
    random: &mut Random,
) -> (f64, Vec<f64>) {
    let spread = profile.covariance.cholesky().expect("a root");
    let (mut draws, mut winners) = (Vec::new(), Vec::new());
    for _ in 0..pairs {
        let normals: Vec<f64> = profile.mean.iter().map(|_| random.normal()).collect();
        let needs = catalogue();
        for sign in [1.0, -1.0] {
            let level = |(skill, mean): (usize, &f64)| mean + sign * dot(spread.row(skill), &normals);
            let levels: Vec<f64> = profile.mean.iter().enumerate().map(level).collect();
            winners.push(greatest(&world.fits(&needs, &levels)));
            draws.push(levels);
        }
    }
    let largest = |draws: &[usize]| {
        let mut wins = vec![0.0; world.needs.len()];
        draws.iter().for_each(|&draw| wins[winners[draw]] += 1.0);
        wins.into_iter().fold(0.0, f64::max) / draws.len() as f64
    };
    let mut order: Vec<usize> = (0..draws.len()).collect();
    let today = largest(&order);
    let mut known = |skill: usize| {
        order.sort_by(|&a, &b| draws[a][skill].total_cmp(&draws[b][skill]));
        order.chunks(order.len() / STRATA).map(largest).sum::<f64>() / STRATA as f64
    };
    (today, (0..profile.mean.len()).map(&mut known).collect())
}

/// For each error, how far the probability of the leading role moves from seed to seed: the root mean square over 100
/// people of the standard deviation over 20 seeds.
fn seed_deviations(world: &World) -> Vec<f64> {
    let of = |error: f64| {
        let mut random = Random::new(7);
        let variance = |person: &Simulated| {
            let lead = leading(&world.rank(&world.needs, person, 1, false)).expect("a role");
            let best: Vec<f64> = (1..=20).map(|seed| world.rank(&world.needs, person, seed, false)[lead].p_best).collect();
            moments(&best).1 * moments(&best).1
        };
        let variances: Vec<f64> = (0..100).map(|_| variance(&world.person(error, &mut random))).collect();
        f64::sqrt(moments(&variances).0)
    };
    errors().into_iter().map(of).collect()
}
