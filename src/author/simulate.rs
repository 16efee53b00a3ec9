//! Many made-up people through a quiz. It tests how errors spread under the quiz's own models, assumed ones included; whether people are
//! like that it cannot tell.

use super::answering::answer;
use super::bank::{Bank, bank};
use super::forms::{TwoStage, fixed, two_stage};
use crate::estimate::skills::{Measured, so_far};
use crate::model::calibrated::measures;
use crate::numeric::matrix::Matrix;
use crate::numeric::random::Random;
use crate::numeric::{dot, sqrt};
use crate::quiz::Quiz;
use crate::report::measured;
use crate::roles::catalogue::Catalogue;
use crate::roles::decide::{Candidate, best, decide};
use crate::roles::draws::rank;
use crate::roles::model::Model;
use crate::roles::profile::{Profile, posterior};
use crate::select;
use crate::session::Session;
use serde::Serialize;

/// Upper ends of the bands of a stated probability.
const BANDS: [f64; 4] = [0.4, 0.6, 0.8, 1.0];
/// Items among which the one that most decides is looked for.
const CANDIDATES: usize = 30;

/// What happened to the people.
#[derive(Clone, Debug, Serialize)]
pub struct Simulation {
    /// `metier-simulation/1`
    pub format: &'static str,
    /// The quiz.
    pub quiz: String,
    /// How many people.
    pub people: u32,
    /// Seed of their levels and answers.
    pub seed: u32,
    /// Whether the models by which they answer are assumed (evidence grade below 3), not calibrated.
    pub assumed: bool,
    /// Items asked.
    pub length: Length,
    /// Errors, skill by skill.
    pub skills: Vec<SkillErrors>,
    /// Share of the people who were asked each item.
    pub exposure: Vec<Exposure>,
    /// Of a quiz of several skills of the catalogue: how often each role came out.
    pub roles: Vec<RoleShare>,
    /// How often the most probable role was truly the best, by its stated probability.
    pub stated: Vec<Stated>,
    /// Mean of the largest probability of a role.
    pub mean_largest: Option<f64>,
    /// Share of people whose largest probability is .6 or more, and .8 or more.
    pub reached: Option<[f64; 2]>,
    /// Of an adaptive quiz: forms fixed beforehand, of the mean length.
    pub forms: Vec<Form>,
}

/// Items asked of a person.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Length {
    /// Mean.
    pub mean: f64,
    /// Fewest.
    pub min: u32,
    /// Most.
    pub max: u32,
}

/// How well a skill was found out.
#[derive(Clone, Debug, Serialize)]
pub struct SkillErrors {
    /// The skill.
    pub skill: String,
    /// Share of people who got a level.
    pub estimated: f64,
    /// Mean of estimated less true level.
    pub bias: f64,
    /// Root of the mean squared difference.
    pub rmse: f64,
    /// Mean of the spread or standard error that was stated.
    pub stated: f64,
    /// Share of people whose true level is within one stated spread or error; about .68 if all assumptions hold.
    pub within: f64,
    /// Of a calibrated quiz: what all its items together tell of the skill.
    #[serde(flatten)]
    pub bank: Option<Bank>,
}

/// How often an item was asked.
#[derive(Clone, Debug, Serialize)]
pub struct Exposure {
    /// The item.
    pub item: String,
    /// Share of people.
    pub share: f64,
}

/// How often a role came out.
#[derive(Clone, Debug, Serialize)]
pub struct RoleShare {
    /// The role.
    pub role: String,
    /// Share of people whom it truly fits best, the doubt about the catalogue included.
    pub truly: f64,
    /// Mean of its stated probability.
    pub stated: f64,
}

/// People whose most probable role has a probability within a band.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Stated {
    /// Lower end.
    pub from: f64,
    /// Upper end.
    pub to: f64,
    /// How many.
    pub people: u32,
    /// Mean of what was stated.
    pub stated: f64,
    /// How often it was truly the best.
    pub right: f64,
}

/// A form beside which an adaptive quiz has to prove itself.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// `adaptive`, `fixed` or `two-stage`.
    pub form: &'static str,
    /// Its items in order; of a two-stage form those of the first stage.
    pub items: Vec<String>,
    /// Root of the mean squared difference between estimated and true level, all skills.
    pub rmse: f64,
}

/// The way of a person through the quiz.
enum Way<'w> {
    /// As the quiz goes.
    Own,
    /// A form for all.
    Fixed(&'w [usize]),
    /// By the level after the first stage.
    Stages(&'w TwoStage),
}

/// A person after the quiz.
struct Taken {
    truth: Vec<f64>,
    found: Vec<Measured>,
    path: Vec<usize>,
    roles: Option<(Vec<f64>, Vec<f64>)>,
}

/// Sends `people` made-up people through the quiz of a session; `progress` hears after each how many it were.
pub fn simulate(session: &mut Session, catalogue: &Catalogue, people: u32, seed: u32, progress: &mut dyn FnMut(u32)) -> Simulation {
    let mut world = World::new(session, catalogue);
    let mut random = Random::new(u64::from(seed));
    let mut taken = Vec::new();
    for person in 0..people {
        let mut own = random.split();
        taken.push(world.take(&mut own, &Way::Own));
        progress(person + 1);
    }
    let quiz = &world.session.quiz;
    let count = f64::from(people.max(1));
    let lengths = || taken.iter().map(|taken| taken.path.len() as u32);
    let mean = lengths().map(f64::from).sum::<f64>() / count;
    let exposure = quiz.items.iter().enumerate().map(|(index, item)| {
        let asked = taken.iter().filter(|taken| taken.path.contains(&index)).count();
        Exposure { item: item.id.value.clone(), share: asked as f64 / count }
    });
    let largest: Vec<f64> = taken.iter().filter_map(|taken| taken.roles.as_ref()).map(|(stated, _)| top(stated).1).collect();
    let share = |least: f64| largest.iter().filter(|largest| **largest >= least).count() as f64 / largest.len() as f64;
    let mut simulation = Simulation {
        format: "metier-simulation/1",
        quiz: quiz.id.value.clone(),
        people,
        seed,
        assumed: !quiz.is_calibrated(),
        length: Length { mean, min: lengths().min().unwrap_or_default(), max: lengths().max().unwrap_or_default() },
        skills: (0..quiz.skills.len()).map(|skill| errors(quiz, skill, &taken)).collect(),
        exposure: exposure.collect(),
        roles: roles(catalogue, &taken),
        stated: stated(&taken),
        mean_largest: (!largest.is_empty()).then(|| largest.iter().sum::<f64>() / largest.len() as f64),
        reached: (!largest.is_empty()).then(|| [share(0.6), share(0.8)]),
        forms: Vec::new(),
    };
    if world.session.quiz.is_adaptive() {
        simulation.forms = forms(&mut world, &taken, people, seed, mean);
    }
    simulation
}

/// The forms of the adaptive quiz's mean length, taken by the same people.
fn forms(world: &mut World<'_>, own: &[Taken], people: u32, seed: u32, mean: f64) -> Vec<Form> {
    let length = (mean + 0.5) as usize;
    let plan = fixed(&world.session.quiz, length);
    let stages = two_stage(&world.session.quiz, length / 2, length);
    let mut compared = vec![Form { form: "adaptive", items: Vec::new(), rmse: rmse(own) }];
    let mut ways = vec![("fixed", plan.clone(), Way::Fixed(&plan))];
    if let Some(stages) = &stages {
        ways.push(("two-stage", stages.routing.clone(), Way::Stages(stages)));
    }
    for (form, items, way) in ways {
        let mut random = Random::new(u64::from(seed));
        let taken: Vec<Taken> = (0..people).map(|_| world.take(&mut random.split(), &way)).collect();
        let ids = items.iter().filter_map(|&item| Some(world.session.quiz.items.get(item)?.id.value.clone())).collect();
        compared.push(Form { form, items: ids, rmse: rmse(&taken) });
    }
    compared
}

struct World<'w> {
    session: &'w mut Session,
    catalogue: &'w Catalogue,
    /// Root of the covariance of the levels that people are drawn with.
    root: Matrix,
    /// Whether people are drawn with the catalogue's skills.
    places: Option<Vec<Option<usize>>>,
}

impl<'w> World<'w> {
    fn new(session: &'w mut Session, catalogue: &'w Catalogue) -> World<'w> {
        let quiz = &session.quiz;
        let places: Vec<Option<usize>> = quiz.skills.iter().map(|skill| catalogue.skill(&skill.id.value)).collect();
        let several = places.iter().flatten().count() > 1;
        let covariance = if several {
            let groups = catalogue.groups_of_skills();
            posterior(&catalogue.constants.model, &groups, &vec![None; groups.len()]).map(|nothing| nothing.covariance).ok()
        } else {
            Some(crate::estimate::skills::prior(quiz))
        };
        let root = covariance.and_then(|covariance| covariance.cholesky()).unwrap_or_else(|| Matrix::zeros(0));
        World { session, catalogue, root, places: several.then_some(places) }
    }

    /// Draws a person and lets them take the quiz.
    fn take(&mut self, random: &mut Random, way: &Way<'_>) -> Taken {
        let normals: Vec<f64> = (0..self.root.size()).map(|_| random.normal()).collect();
        let mean = if self.places.is_some() { self.catalogue.constants.model.prior_mean } else { self.session.quiz.assumed.prior_mean };
        let all: Vec<f64> = (0..normals.len()).map(|row| mean + dot(self.root.row(row), &normals)).collect();
        let truth: Vec<f64> = match &self.places {
            Some(places) => places.iter().map(|place| place.and_then(|place| all.get(place)).copied().unwrap_or(mean)).collect(),
            None => all.clone(),
        };
        let items = self.session.quiz.items.len();
        self.session.responses = vec![None; items];
        self.session.path.clear();
        self.session.seed = random.bits() as u32;
        let mut path: Vec<usize> = Vec::new();
        while path.len() < items {
            let Some(index) = self.next(way, &path) else { break };
            let Some(item) = self.session.quiz.items.get(index) else { break };
            let given = answer(&self.session.quiz, item, &truth, random);
            self.session.give(index, given, None);
            path.push(index);
        }
        let found = measured(self.session);
        let roles = self.places.as_ref().and_then(|_| self.roles(&found, &all));
        Taken { truth, found, path, roles }
    }

    /// The next item; by the catalogue where the quiz is to decide between roles.
    fn next(&self, way: &Way<'_>, path: &[usize]) -> Option<usize> {
        match way {
            Way::Fixed(form) => form.get(path.len()).copied(),
            Way::Stages(stages) => {
                let after = path.len().checked_sub(stages.routing.len());
                let Some(place) = after else { return stages.routing.get(path.len()).copied() };
                let first = self.session.responses.iter().enumerate();
                let routed = first.map(|(item, response)| response.clone().filter(|_| stages.routing.contains(&item))).collect();
                let level = so_far(&self.session.quiz, &routed).first().map_or(0.0, |(level, _)| *level);
                let module = stages.cuts.iter().filter(|cut| level > **cut).count();
                stages.modules.get(module)?.get(place).copied()
            }
            Way::Own => self.decided(self.session.next()?, path),
        }
    }

    /// As the page does: the matcher has the last word where roles are to be decided between.
    fn decided(&self, next: usize, path: &[usize]) -> Option<usize> {
        let quiz = &self.session.quiz;
        let settings =
            quiz.adaptive.as_ref().filter(|settings| quiz.is_adaptive() && (settings.rule == 2 || settings.stop_share.is_some()));
        let (Some(settings), Some(places)) = (settings, &self.places) else { return Some(next) };
        let items = select::best(quiz, &self.session.responses, &self.session.path, CANDIDATES);
        let mut candidates = Vec::new();
        for &index in &items {
            for measure in quiz.items.get(index).map(|item| measures(quiz)(quiz, item)).unwrap_or_default() {
                if let Some(skill) = places.get(measure.skill).copied().flatten() {
                    candidates.push((index, Candidate { skill, model: measure.model }));
                }
            }
        }
        let alone: Vec<Candidate> = candidates.iter().map(|(_, candidate)| candidate.clone()).collect();
        let profile = self.profile(&measured(self.session))?;
        let decision = decide(&self.catalogue.constants.model, &self.catalogue.needs(), &profile, &alone, self.session.seed).ok()?;
        if settings.stop_share.is_some_and(|share| decision.share >= share && path.len() >= settings.min.unwrap_or(1) as usize) {
            return None;
        }
        let chosen = best(&decision).and_then(|place| candidates.get(place)).map(|(index, _)| *index);
        Some(if settings.rule == 2 { chosen.unwrap_or(next) } else { next })
    }

    fn profile(&self, found: &[Measured]) -> Option<Profile> {
        let mut known = vec![None; self.catalogue.skills.len()];
        for (place, measured) in self.places.iter().flatten().zip(found) {
            if let Some(known) = place.and_then(|place| known.get_mut(place)) {
                *known = measured.estimate.as_ref().map(|estimate| (estimate.mean, estimate.variance));
            }
        }
        posterior(&self.catalogue.constants.model, &self.catalogue.groups_of_skills(), &known).ok()
    }

    /// The stated probability of each role, and how often it is truly the best over catalogues perturbed as the model's are.
    fn roles(&self, found: &[Measured], all: &[f64]) -> Option<(Vec<f64>, Vec<f64>)> {
        let model = &self.catalogue.constants.model;
        let needs = self.catalogue.needs();
        let shares = |model: &Model, profile: &Profile| -> Option<Vec<f64>> {
            let fitted = rank(model, &needs, profile, self.session.seed, false).ok()?;
            Some(fitted.iter().map(|role| role.p_best).collect())
        };
        let stated = shares(model, &self.profile(found)?)?;
        // The true levels, with a deviation that decides nothing: each perturbed catalogue then has its one best role.
        let certain =
            Profile { mean: all.to_vec(), covariance: Matrix::diagonal(&vec![1e-18; all.len()]), measured: vec![true; all.len()] };
        let truly = shares(&Model { pairs: model.catalogues, ..*model }, &certain)?;
        Some((stated, truly))
    }
}

/// Place and size of the largest number.
fn top(numbers: &[f64]) -> (usize, f64) {
    numbers.iter().copied().enumerate().fold((0, 0.0), |best, found| if found.1 > best.1 { found } else { best })
}

fn errors(quiz: &Quiz, skill: usize, taken: &[Taken]) -> SkillErrors {
    let pair = |taken: &Taken| {
        let estimate = taken.found.get(skill)?.estimate.as_ref()?;
        Some((estimate.level - taken.truth.get(skill)?, estimate.spread))
    };
    let pairs: Vec<(f64, f64)> = taken.iter().filter_map(pair).collect();
    let count = pairs.len().max(1) as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    SkillErrors {
        skill: quiz.skills.get(skill).map(|skill| skill.id.value.clone()).unwrap_or_default(),
        estimated: pairs.len() as f64 / taken.len().max(1) as f64,
        bias: mean(|pair| pair.0),
        rmse: sqrt(mean(|pair| pair.0 * pair.0)),
        stated: mean(|pair| pair.1),
        within: mean(|pair| f64::from(u8::from(pair.0.abs() <= pair.1))),
        bank: bank(quiz, skill),
    }
}

/// Root of the mean squared error over all skills and people; the prior mean stands where there is no level.
fn rmse(taken: &[Taken]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for taken in taken {
        for (found, truth) in taken.found.iter().zip(&taken.truth) {
            let Some(estimate) = found.estimate.as_ref() else { continue };
            sum += (estimate.level - truth) * (estimate.level - truth);
            count += 1.0;
        }
    }
    sqrt(sum / f64::max(count, 1.0))
}

fn roles(catalogue: &Catalogue, taken: &[Taken]) -> Vec<RoleShare> {
    type Shares = (Vec<f64>, Vec<f64>);
    let known: Vec<&Shares> = taken.iter().filter_map(|taken| taken.roles.as_ref()).collect();
    if known.is_empty() {
        return Vec::new();
    }
    let mean =
        |role: usize, of: fn(&Shares) -> &Vec<f64>| known.iter().filter_map(|pair| of(pair).get(role)).sum::<f64>() / known.len() as f64;
    let share = |(role, document): (usize, &crate::roles::catalogue::Role)| RoleShare {
        role: document.id.value.clone(),
        truly: mean(role, |pair| &pair.1),
        stated: mean(role, |pair| &pair.0),
    };
    catalogue.roles.iter().enumerate().map(share).collect()
}

/// The bands of the stated probability that anybody is in.
fn stated(taken: &[Taken]) -> Vec<Stated> {
    let mut bands: Vec<Stated> = Vec::new();
    for (index, &to) in BANDS.iter().enumerate() {
        let from = index.checked_sub(1).and_then(|index| BANDS.get(index)).copied().unwrap_or(0.0);
        let mut band = Stated { from, to, ..Stated::default() };
        for (stated, truly) in taken.iter().filter_map(|taken| taken.roles.as_ref()) {
            let (role, largest) = top(stated);
            // The last band has its upper end.
            if from <= largest && (largest < to || to == 1.0) {
                band.people += 1;
                band.stated += largest;
                band.right += truly.get(role).copied().unwrap_or_default();
            }
        }
        if band.people > 0 {
            let count = f64::from(band.people);
            bands.push(Stated { stated: band.stated / count, right: band.right / count, ..band });
        }
    }
    bands
}
