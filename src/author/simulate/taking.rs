//! One made-up person through a quiz.

use crate::author::answering::{Answerer, Answers, Departures};
use crate::author::forms::TwoStage;
use crate::estimate::level::level;
use crate::estimate::skills::{Measured, so_far};
use crate::numeric::dot;
use crate::numeric::matrix::Matrix;
use crate::numeric::random::Random;
use crate::quality::session::signs;
use crate::quiz::response::Answer;
use crate::report::measured_by;
use crate::roles::catalogue::Catalogue;
use crate::roles::draws::ranking as found_by_draws;
use crate::roles::model::{Model, Need};
use crate::roles::posterior::{Posterior, posterior};
use crate::roles::question::Ending;
use crate::roles::verdict::{Verdict, verdict};
use crate::session::Session;
use crate::sitting;

/// How items are chosen for a person.
pub enum Way<'w> {
    /// By the quiz itself.
    Own,
    /// The same items for all.
    Fixed(&'w [usize]),
    /// The same items for all at first, then by the level after those.
    Stages(&'w TwoStage),
}

/// A person after the quiz.
pub struct Taken {
    /// True levels, in the order of the quiz's skills.
    pub truth: Vec<f64>,
    /// What was measured, skill by skill.
    pub found: Vec<Measured>,
    /// The items asked, in order.
    pub path: Vec<usize>,
    /// What was answered, in the document's order of items.
    pub given: Vec<Option<Answer>>,
    /// Whether the answers bear a sign of carelessness.
    pub careless: bool,
    /// Why it ended.
    pub ending: Ending,
    /// What was said of the roles, where the quiz is about any.
    pub roles: Option<Told>,
}

/// What a person was told of the roles, and what is true.
pub struct Told {
    /// Stated probability of each role.
    pub stated: Vec<f64>,
    /// How often each role is the best for the true levels, over catalogues drawn anew: none of those of the statement.
    pub truly: Vec<f64>,
    /// The same as `stated` among the roles that a verdict is about; nothing for the others.
    pub stated_product: Vec<Option<f64>>,
    /// The same as `truly` among these.
    pub truly_product: Vec<Option<f64>>,
    /// Stated probability that each of these misses a must-have.
    pub p_none: f64,
    /// Whether each of these truly misses one.
    pub none: bool,
    /// What was said.
    pub verdict: Verdict,
}

impl Told {
    /// The probability of the most probable role: as stated, and in truth.
    pub fn leading(&self) -> (f64, f64) {
        leading(self.stated.iter().copied().zip(self.truly.iter().copied()))
    }

    /// The same of the roles that a verdict is about.
    pub fn leading_product(&self) -> (f64, f64) {
        leading(self.stated_product.iter().copied().flatten().zip(self.truly_product.iter().copied().flatten()))
    }
}

/// The pair with the largest first number; of equals the first.
fn leading(pairs: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    pairs.fold((0.0, 0.0), |best, found| if found.0 > best.0 { found } else { best })
}

/// A quiz and the people who take it.
pub struct World<'w> {
    pub(super) session: &'w mut Session,
    catalogue: &'w Catalogue,
    departures: Departures,
    answers: Answers,
    /// Root of the covariance of the levels that people are drawn with.
    root: Matrix,
    /// Whether people are drawn with the catalogue's skills.
    places: Option<Vec<Option<usize>>>,
    /// Whether people answer by chance of their own: the same people then make other mistakes in another quiz.
    pub(super) anew: bool,
}

impl<'w> World<'w> {
    /// People who differ from what is assumed by `departures`; `random` draws the errors of the keys, which are the
    /// same for all.
    pub fn new(
        session: &'w mut Session,
        catalogue: &'w Catalogue,
        departures: Departures,
        random: &mut Random,
    ) -> World<'w> {
        let quiz = &session.quiz;
        let places: Vec<Option<usize>> = quiz.skills.iter().map(|skill| catalogue.skill(&skill.id.value)).collect();
        let several = places.iter().flatten().count() > 1;
        let covariance = if several {
            let groups = catalogue.groups_of_skills();
            posterior(&catalogue.constants.model, &groups, &vec![None; groups.len()])
                .map(|nothing| nothing.covariance)
                .ok()
        } else {
            Some(crate::estimate::skills::prior(quiz))
        };
        let root = covariance.and_then(|covariance| covariance.cholesky()).unwrap_or_else(|| Matrix::zeros(0));
        let answers = Answers::new(quiz, departures, random);
        World { session, catalogue, departures, answers, root, places: several.then_some(places), anew: false }
    }

    /// Makes all people from now on press anything.
    pub fn press_anything(&mut self) {
        self.departures = Departures { lapse: 1.0, ..self.departures };
        self.answers.depart(self.departures);
    }

    /// Draws a person and lets them take the quiz.
    pub fn take(&mut self, random: &mut Random, way: &Way<'_>) -> Taken {
        let normals: Vec<f64> = (0..self.root.size()).map(|_| random.normal()).collect();
        let mean = if self.places.is_some() {
            self.catalogue.constants.model.prior_mean
        } else {
            self.session.quiz.assumed.prior_mean
        };
        let all: Vec<f64> = (0..normals.len()).map(|row| mean + dot(self.root.row(row), &normals)).collect();
        let truth: Vec<f64> = match &self.places {
            Some(places) => {
                places.iter().map(|place| place.and_then(|place| all.get(place)).copied().unwrap_or(mean)).collect()
            }
            None => all.clone(),
        };
        let person = Answerer::new(&self.session.quiz, &truth, &self.departures, random);
        if self.anew {
            *random = random.split();
        }
        let items = self.session.quiz.items.len();
        self.session.responses = vec![None; items];
        self.session.path.clear();
        self.session.seed = random.bits() as u32;
        let mut path: Vec<usize> = Vec::new();
        let mut waiting = Vec::new();
        let mut ending = Ending::Length;
        while path.len() < items {
            if waiting.is_empty() {
                match self.screen(way, &path) {
                    Ok(screen) => waiting = screen.into_iter().rev().collect(),
                    Err(why) => ending = why,
                }
            }
            let Some(index) = waiting.pop() else { break };
            let given = self.answers.answer(&self.session.quiz, index, &person, random);
            self.session.give(index, given, None);
            path.push(index);
        }
        let found = self.found();
        let careless = signs(&self.session.quiz, &self.session.responses, &found).iter().any(|sign| sign.careless);
        let roles = self.places.as_ref().and_then(|_| self.told(&found, &all, careless, random));
        let given = self.session.responses.iter().map(|response| response.as_ref()?.answer.clone()).collect();
        Taken { truth, found, path, given, careless, roles, ending }
    }

    /// What the answers say so far.
    fn found(&self) -> Vec<Measured> {
        measured_by(self.session, level)
    }

    /// What is asked next; by the catalogue where the quiz is to decide between roles.
    fn screen(&self, way: &Way<'_>, path: &[usize]) -> Result<Vec<usize>, Ending> {
        match way {
            Way::Own => sitting::screen(self.session, self.catalogue),
            _ => self.planned(way, path).map(|item| vec![item]).ok_or(Ending::Length),
        }
    }

    /// The next item of a form that is fixed beforehand.
    fn planned(&self, way: &Way<'_>, path: &[usize]) -> Option<usize> {
        match way {
            Way::Fixed(form) => form.get(path.len()).copied(),
            Way::Stages(stages) => {
                let after = path.len().checked_sub(stages.routing.len());
                let Some(place) = after else { return stages.routing.get(path.len()).copied() };
                let first = self.session.responses.iter().enumerate();
                let routed =
                    first.map(|(item, response)| response.clone().filter(|_| stages.routing.contains(&item))).collect();
                let level = so_far(&self.session.quiz, &routed).first().map_or(0.0, |(level, _)| *level);
                let module = stages.cuts.iter().filter(|cut| level > **cut).count();
                stages.modules.get(module)?.get(place).copied()
            }
            Way::Own => None,
        }
    }

    fn posterior(&self, found: &[Measured]) -> Option<Posterior> {
        let mut known = vec![None; self.catalogue.skills.len()];
        for (place, measured) in self.places.iter().flatten().zip(found) {
            if let Some(known) = place.and_then(|place| known.get_mut(place)) {
                *known = measured.estimate.as_ref().map(|estimate| (estimate.mean, estimate.variance));
            }
        }
        posterior(&self.catalogue.constants.model, &self.catalogue.groups_of_skills(), &known).ok()
    }

    /// What is said of the roles, beside what is true of somebody with levels `all`.
    fn told(&self, found: &[Measured], all: &[f64], careless: bool, random: &mut Random) -> Option<Told> {
        let model = &self.catalogue.constants.model;
        let needs = self.catalogue.needs();
        let posterior = self.posterior(found)?;
        let apart = self.catalogue.apart();
        let ranking = found_by_draws(model, &needs, &apart, &posterior, (self.session.seed, false)).ok()?;
        let verdict = verdict(model, &needs, &ranking, &posterior);
        let verdict = if careless { verdict.of_careless_answers() } else { verdict };
        // The true levels, with a deviation that decides nothing: each perturbed catalogue then has its one best role.
        let covariance = Matrix::diagonal(&vec![1e-18; all.len()]);
        let certain = Posterior { mean: all.to_vec(), covariance, measured: posterior.measured.clone() };
        let copies = Model { pairs: model.catalogues, ..*model };
        let truly = found_by_draws(&copies, &needs, &apart, &certain, (random.bits() as u32, false)).ok()?.roles;
        let misses = |role: &Vec<Need>| {
            let missed = |((need, level), measured): ((&Need, &f64), &bool)| {
                *measured && need.floor.is_some_and(|floor| *level < floor)
            };
            role.iter().zip(all).zip(&posterior.measured).any(missed)
        };
        Some(Told {
            stated: ranking.roles.iter().map(|role| role.p_best).collect(),
            truly: truly.iter().map(|role| role.p_best).collect(),
            stated_product: ranking.roles.iter().map(|role| role.p_best_product).collect(),
            truly_product: truly.iter().map(|role| role.p_best_product).collect(),
            p_none: ranking.p_none,
            none: needs.iter().zip(&apart).all(|(role, apart)| *apart || misses(role)),
            verdict,
        })
    }
}
