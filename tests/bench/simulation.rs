//! The simulation behind the numbers that the method page prints about levels and their spread, about stated and true
//! probabilities, about what other numbers in the catalogue would change, and about the next question. Levels and
//! roles: people made up from the prior who answer the shipped quizzes as the estimate assumes, and with departures
//! from that. The rest: levels measured with a given error. The truth's catalogue is drawn anew, as the model's are. It
//! tests the propagation of error, not validity. Half an hour: `cargo bench --bench simulation`, or less of it with the
//! names of parts (`-- roles departing`). It prints its seeds, and fails when the page prints another number.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../suite/method/claims.rs"]
mod claims;
#[path = "simulation/through.rs"]
mod through;

use claims::{SIMULATED, agreeing, hold, listed, moments, role_quiz, shipped};
use metier::numeric::dot;
use metier::numeric::matrix::Matrix;
use metier::numeric::random::Random;
use metier::roles::draws::{leading, rank};
use metier::roles::fit::contributions;
use metier::roles::model::{Model, Need};
use metier::roles::posterior::{Posterior, posterior};
use metier::roles::tally::Fitted;
use through::{departing, levels, roles};

/// Simulated people for each error.
const PEOPLE: u32 = 8_000;
/// Upper ends of the bands of a stated probability of people measured with an error.
const BANDS: [f64; 4] = [0.4, 0.6, 0.8, f64::INFINITY];
/// Mean level and standard deviation of people who are nearer to the needs, and more alike, than the prior's.
const ALIKE: (f64, f64) = (2.5, 0.7);
/// Strata of the draws for the next question, as in the match.
const STRATA: usize = 16;
/// People whose next question is looked at, and how many times the match's draws its estimate is compared with.
const ASKED: u32 = 100;
const MORE: u32 = 32;

/// Cases of a band of a stated probability, and how often something was so.
#[derive(Clone, Copy, Default)]
struct Band {
    cases: f64,
    right: f64,
}

/// The same, band by band.
#[derive(Clone, Copy, Default)]
struct Bands([Band; 4]);

impl Bands {
    fn add(&mut self, stated: f64, right: bool) {
        let band = &mut self.0[BANDS.iter().position(|end| stated < *end).expect("a band")];
        band.cases += 1.0;
        band.right += f64::from(u8::from(right));
    }

    /// How often it was so in each band, and in all, of 100.
    fn right(&self) -> ([f64; 4], f64) {
        let (cases, right) =
            self.0.iter().fold((0.0, 0.0), |(cases, right), band| (cases + band.cases, right + band.right));
        (self.0.map(|band| 100.0 * band.right / band.cases), 100.0 * right / cases)
    }
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

    /// A made-up person: true levels from the prior, measured with an error.
    fn person(&self, error: f64, random: &mut Random) -> Posterior {
        let normals: Vec<f64> = self.groups.iter().map(|_| random.normal()).collect();
        let levels: Vec<f64> =
            (0..normals.len()).map(|skill| self.model.prior_mean + dot(self.spread.row(skill), &normals)).collect();
        let measured: Vec<_> =
            levels.iter().map(|level| Some((level + error * random.normal(), error * error))).collect();
        posterior(&self.model, &self.groups, &measured).expect("a profile")
    }

    /// The numbers of the roles as another might have written them: what the perturbation could have made.
    fn redrawn(&self, random: &mut Random) -> Vec<Vec<Need>> {
        let redrawn = |role: &Vec<Need>| {
            let total: f64 = role.iter().map(|need| need.weight).sum();
            let mut weights: Vec<f64> =
                role.iter().map(|need| self.model.concentration * need.weight / total).collect();
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

    fn rank(&self, needs: &[Vec<Need>], person: &Posterior, seed: u32, fixed: bool) -> Vec<Fitted> {
        rank(&self.model, needs, person, seed, fixed).expect("a ranking")
    }

    /// Whether the leading role of a person leads with other numbers of the roles as well, with the probability that it
    /// had.
    fn same(&self, person: &Posterior, others: &[Vec<Need>], seed: u32, fixed: bool) -> (f64, bool) {
        let [own, other] = [&self.needs, others].map(|needs| self.rank(needs, person, seed, fixed));
        let lead = leading(&own).expect("a role");
        (own[lead].p_best, leading(&other) == Some(lead))
    }
}

/// The place of the greatest number.
fn greatest(numbers: &[f64]) -> usize {
    (0..numbers.len()).max_by(|&a, &b| numbers[a].total_cmp(&numbers[b])).expect("a number")
}

/// The errors that the simulation measures with; the last is that of two answers that agree.
fn errors() -> [f64; 4] {
    let two = agreeing(3.0, 2, &role_quiz().assumed);
    [0.25, 0.4, 0.6, f64::sqrt(two.variance)]
}

/// What finds the numbers of a part of the pages.
type Part<'p> = &'p dyn Fn() -> Vec<(String, f64)>;

/// Finds every simulated number of the pages again, or those of the parts that are named.
fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let prior = shipped().constants.model;
    let world = || World::new(prior.prior_mean, prior.prior_sd);
    let parts: [(&str, Part<'_>); 7] = [
        ("levels", &levels),
        ("roles", &roles),
        ("departing", &departing),
        ("others", &|| others(&world())),
        ("alike", &alike),
        ("next", &|| next_question(&world())),
        ("seeds", &|| seeds(&world())),
    ];
    let mut claims = Vec::new();
    for (name, part) in parts {
        if named.is_empty() || named.iter().any(|wanted| wanted == name) {
            let found = part();
            found.iter().for_each(|(id, value)| println!("{id} {value}"));
            claims.extend(found);
        }
    }
    let simulated = |id: &str| SIMULATED.iter().any(|start| id.starts_with(start));
    assert!(!named.is_empty() || listed().keys().filter(|id| simulated(id)).count() == claims.len());
    hold(&claims);
}

/// How many keep their leading role when the numbers of the roles are others.
fn others(world: &World) -> Vec<(String, f64)> {
    let mut same = [Bands::default(); 2];
    for error in errors() {
        let mut random = Random::new(2024);
        for index in 0..PEOPLE {
            let person = world.person(error, &mut random);
            let others = world.redrawn(&mut random);
            for (same, fixed) in same.iter_mut().zip([false, true]) {
                let (stated, kept) = world.same(&person, &others, index, fixed);
                same.add(stated, kept);
            }
        }
    }
    let mut claims = vec![("sim-people".to_owned(), f64::from(PEOPLE)), ("sim-two-error".to_owned(), errors()[3])];
    for (same, name) in same.iter().zip(["", "fixed-"]) {
        let (bands, all) = same.right();
        claims.extend(bands.into_iter().enumerate().map(|(band, right)| (format!("sim-{name}same-{band}"), right)));
        claims.push((format!("sim-{name}same"), all));
    }
    claims
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
            let (stated, kept) = world.same(&person, &others, seed, false);
            same.add(stated, kept);
        }
    }
    let (bands, whole) = same.right();
    let bands = bands.into_iter().enumerate().map(|(band, right)| (format!("sim-alike-same-{band}"), right));
    let all = [("sim-alike-same", whole), ("sim-alike-mean", mean), ("sim-alike-sd", sd)];
    bands.chain(all.map(|(id, value)| (id.to_owned(), value))).collect()
}

/// What knowing a skill is estimated to do to the leading role's share, from as many draws as the match has and from
/// many more: means over people measured with two answers a skill, of 100.
fn next_question(world: &World) -> Vec<(String, f64)> {
    let mut random = Random::new(16);
    let mut sums = [0.0; 6];
    for _ in 0..ASKED {
        let person = world.person(errors()[3], &mut random);
        let copies: Vec<_> = (0..world.model.catalogues).map(|_| world.redrawn(&mut random)).collect();
        let mut turn = copies.iter().cycle().cloned();
        let few = knowing(world, &person, world.model.pairs, &mut || turn.next().expect("a copy"), &mut random.split());
        let mut fresh = random.split();
        let many =
            knowing(world, &person, MORE * world.model.pairs, &mut || world.redrawn(&mut fresh), &mut random.split());
        let first = greatest(&few.1);
        let best = many.1[greatest(&many.1)];
        let mean = |shares: &[f64]| moments(shares).0;
        let found = [
            few.0,
            few.1[first] - few.0,
            many.1[first] - many.0,
            best - many.0,
            mean(&few.1) - few.0,
            mean(&many.1) - many.0,
        ];
        sums.iter_mut().zip(found).for_each(|(sum, found)| *sum += found);
    }
    let mean = |(id, sum): (&str, f64)| (format!("sim-next-{id}"), 100.0 * sum / f64::from(ASKED));
    let means = ["today", "said", "so", "best", "any-said", "any"].into_iter().zip(sums).map(mean);
    means.chain([("sim-next-people".into(), f64::from(ASKED)), ("sim-next-more".into(), f64::from(MORE))]).collect()
}

/// The largest share of wins, and for each skill the mean over strata of the draws by that skill of each stratum's
/// largest.
fn knowing(
    world: &World,
    profile: &Posterior,
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

/// The least and the most of [`seed_deviations`].
fn seeds(world: &World) -> Vec<(String, f64)> {
    let deviations = seed_deviations(world);
    let (low, high) = deviations.iter().fold((1.0, 0.0), |(low, high), &one| (f64::min(low, one), f64::max(high, one)));
    vec![("seed-sd-low".to_owned(), low), ("seed-sd-high".to_owned(), high)]
}

/// For each error, how far the probability of the leading role moves from seed to seed: the root mean square over 100
/// people of the standard deviation over 20 seeds.
fn seed_deviations(world: &World) -> Vec<f64> {
    let of = |error: f64| {
        let mut random = Random::new(7);
        let variance = |person: &Posterior| {
            let lead = leading(&world.rank(&world.needs, person, 1, false)).expect("a role");
            let best: Vec<f64> =
                (1..=20).map(|seed| world.rank(&world.needs, person, seed, false)[lead].p_best).collect();
            moments(&best).1 * moments(&best).1
        };
        let variances: Vec<f64> = (0..100).map(|_| variance(&world.person(error, &mut random))).collect();
        f64::sqrt(moments(&variances).0)
    };
    errors().into_iter().map(of).collect()
}
