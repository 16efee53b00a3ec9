//! Many simulated people through a quiz. It tests how errors spread under the quiz's own models, assumed ones included,
//! and under departures from them; it cannot tell whether people are like that.
//!
//! - [`beside`]: the same people through two quizzes on one skill
//! - [`chosen`]: which options and bands there were
//! - [`taking`]: one person through the quiz
//! - [`told`]: what happened to all of them, in numbers

pub mod beside;
pub mod chosen;
pub mod taking;
pub mod told;

use self::chosen::{BandShare, Choices, choices};
use self::taking::{Taken, Way, World};
use self::told::{endings, errors, largest, product, role_shares, root_mean_square, signs, stated, verdicts};
use super::answering::Departures;
use super::bank::Bank;
use super::forms::{fixed, two_stage};
use crate::closed;
use crate::numeric::random::Random;
use crate::roles::catalogue::Catalogue;
use crate::roles::question::Ending;
use crate::roles::verdict::CallKind;
use crate::session::Session;
use serde::Serialize;

/// The format of a simulation.
pub const FORMAT: &str = "metier-simulation/3";

/// The people to be simulated.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How many people, and as many who press anything.
    pub people: u32,
    /// Seed of their levels and answers.
    pub seed: u32,
    /// How they differ from what the estimate assumes.
    pub departures: Departures,
}

/// The outcome of a simulation.
#[derive(Clone, Debug, Serialize)]
pub struct Simulation {
    /// [`FORMAT`]
    pub format: &'static str,
    /// Identifier of the quiz.
    pub quiz: String,
    /// Number of people who took the quiz.
    pub people: u32,
    /// Seed of their levels and answers.
    pub seed: u32,
    /// Whether the models by which they answer are assumed (evidence grade below 3), not calibrated.
    pub assumed: bool,
    /// Items asked.
    pub length: Length,
    /// Errors, skill by skill.
    pub skills: Vec<SkillErrors>,
    /// Signs of carelessness.
    pub signs: Signs,
    /// Share of the people who were asked each item.
    pub exposure: Vec<Exposure>,
    /// How often each option was chosen.
    pub choices: Vec<Choices>,
    /// Of a quiz of several skills of the catalogue: how often each role came out.
    pub roles: Vec<RoleShare>,
    /// How often the most probable role was truly the best, by its stated probability.
    pub stated: Vec<Stated>,
    /// What was said of the roles, and how often it was true.
    pub verdicts: Vec<VerdictShare>,
    /// Mean of the largest probability of a role.
    pub mean_largest: Option<f64>,
    /// Share of people whose largest probability is .6 or more, and .8 or more.
    pub reached: Option<[f64; 2]>,
    /// What is said of the roles that a verdict is about: those that are no archetypes.
    pub product: Option<Product>,
    /// Of an adaptive quiz: why it ended.
    pub ended: Vec<Ended>,
    /// Of an adaptive quiz: forms fixed beforehand, of the mean length.
    pub forms: Vec<Form>,
}

/// What is said of the roles that a verdict is about.
#[derive(Clone, Debug, Serialize)]
pub struct Product {
    /// Mean of the largest probability of one of them, compared among themselves.
    pub mean_largest: f64,
    /// Share of people whose largest probability is .6 or more, and .8 or more.
    pub reached: [f64; 2],
    /// Median number of roles that are named, where any is.
    pub named: u32,
    /// How often the most probable one was truly the best of them, by its stated probability.
    pub stated: Vec<Stated>,
    /// Share of those who press anything for whom one role is clear.
    pub pressing_clear: f64,
    /// Share of those who press anything for whom one role leads.
    pub pressing_leaning: f64,
}

/// People whose quiz ended for the same reason.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Ended {
    /// Why it ended.
    pub ending: Ending,
    /// Share of the people.
    pub share: f64,
}

/// Items asked of a person.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Length {
    /// Mean over all people.
    pub mean: f64,
    /// Fewest asked of one person.
    pub min: u32,
    /// Most asked of one person.
    pub max: u32,
}

/// How accurately a skill was measured.
#[derive(Clone, Debug, Serialize)]
pub struct SkillErrors {
    /// Identifier of the skill.
    pub skill: String,
    /// Share of people who got a level.
    pub estimated: f64,
    /// Mean of estimated less true level.
    pub bias: f64,
    /// The bias by the whole level nearest to the true one.
    pub by_level: Vec<AtLevel>,
    /// Root of the mean squared difference.
    pub rmse: f64,
    /// Mean of the spread or standard error that was stated.
    pub stated: f64,
    /// Share of people whose true level is within one stated spread or error; .68 if they mean what they say.
    pub covered_68: f64,
    /// Share of people whose true level is within 1.96 stated spreads or errors; .95 if they mean what they say.
    pub covered_95: f64,
    /// How often the band went from which whole level to which.
    pub bands: Vec<BandShare>,
    /// Of a calibrated quiz: what all its items together tell of the skill.
    #[serde(flatten)]
    pub bank: Option<Bank>,
}

/// People of about one level.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct AtLevel {
    /// The whole level, 0 to 4; people beyond the ends are with them.
    pub level: u32,
    /// Number of people.
    pub people: u32,
    /// Mean of estimated less true level.
    pub bias: f64,
}

/// How often the answers bear a sign of carelessness.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Signs {
    /// Share of the people who are asked to look again.
    pub honest: f64,
    /// Share of people who press anything, without a clock, of whom that is noticed.
    pub pressing: f64,
    /// Share of those who press anything for whom one role is named, clearly or leaning.
    pub pressing_named: f64,
}

/// How often an item was asked.
#[derive(Clone, Debug, Serialize)]
pub struct Exposure {
    /// Identifier of the item.
    pub item: String,
    /// Share of people who were asked it, 0 to 1.
    pub share: f64,
}

/// How often a role came out.
#[derive(Clone, Debug, Serialize)]
pub struct RoleShare {
    /// Identifier of the role.
    pub role: String,
    /// Share of people whom it truly fits best, the doubt about the catalogue included.
    pub truly: f64,
    /// Mean of its stated probability.
    pub stated: f64,
}

/// People whose most probable role has a probability within a band.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Stated {
    /// Lower end of the band, 0 to 1; it belongs to the band.
    pub from: f64,
    /// Upper end of the band, 0 to 1; it belongs to the next one, except for 1.
    pub to: f64,
    /// Number of people.
    pub people: u32,
    /// Mean of what was stated.
    pub stated: f64,
    /// How often it was truly the best.
    pub right: f64,
}

/// People who were told the same.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct VerdictShare {
    /// What they were told.
    pub verdict: CallKind,
    /// Number of people.
    pub people: u32,
    /// Mean of what was stated: the probability of the role that is named, of several all together; of `none-yet` that
    /// every role misses a must-have; nothing of `not-enough-evidence`.
    pub stated: f64,
    /// How often that was true.
    pub right: f64,
    /// Mean number of roles that were named.
    pub named: f64,
}

closed! {
    /// How the items of a form are chosen.
    pub enum FormKind {
        /// As the quiz goes, by the answers so far.
        Adaptive = "adaptive",
        /// The same for all.
        Fixed = "fixed",
        /// The same for all at first, then by the level after that.
        TwoStage = "two-stage",
    }
}

/// A form that an adaptive quiz is compared with.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// How its items are chosen.
    pub form: FormKind,
    /// Its items in order; of a two-stage form those of the first stage.
    pub items: Vec<String>,
    /// Root of the mean squared difference between estimated and true level, all skills.
    pub rmse: f64,
}

/// Sends simulated people through the quiz of a session; `progress` is called with the number of people done.
pub fn simulate(
    session: &mut Session,
    catalogue: &Catalogue,
    settings: &Settings,
    progress: &mut dyn FnMut(u32),
) -> Simulation {
    let Settings { people, seed, departures } = *settings;
    let mut random = Random::new(u64::from(seed));
    let mut world = World::new(session, catalogue, departures, &mut random.split());
    let mut pressing = random.split();
    let mut taken = Vec::new();
    for person in 0..people {
        taken.push(world.take(&mut random.split(), &Way::Own));
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
    let (mean_largest, reached) = largest(&taken).unzip();
    let mut simulation = Simulation {
        format: FORMAT,
        quiz: quiz.id.value.clone(),
        people,
        seed,
        assumed: !quiz.is_calibrated(),
        length: Length { mean, min: lengths().min().unwrap_or_default(), max: lengths().max().unwrap_or_default() },
        skills: (0..quiz.skills.len()).map(|skill| errors(quiz, skill, &taken)).collect(),
        exposure: exposure.collect(),
        choices: Vec::new(),
        roles: role_shares(catalogue, &taken),
        stated: stated(&taken),
        verdicts: verdicts(&taken),
        mean_largest,
        reached,
        signs: Signs { honest: 0.0, pressing: 0.0, pressing_named: 0.0 },
        product: None,
        ended: Vec::new(),
        forms: Vec::new(),
    };
    if world.session.quiz.is_adaptive() {
        simulation.ended = endings(&taken);
        simulation.forms = forms(&mut world, &taken, settings, mean);
    }
    world.press_anything();
    let pressed: Vec<Taken> = (0..people).map(|_| world.take(&mut pressing.split(), &Way::Own)).collect();
    simulation.signs = signs(&taken, &pressed);
    simulation.choices = choices(&world.session.quiz, &taken, &pressed);
    simulation.product = product(&taken, &pressed);
    simulation
}

/// The forms of the adaptive quiz's mean length, taken by the same people.
fn forms(world: &mut World<'_>, own: &[Taken], settings: &Settings, mean: f64) -> Vec<Form> {
    let length = (mean + 0.5) as usize;
    let plan = fixed(&world.session.quiz, length);
    let stages = two_stage(&world.session.quiz, length / 2, length);
    let mut compared = vec![Form { form: FormKind::Adaptive, items: Vec::new(), rmse: root_mean_square(own) }];
    let mut ways = vec![(FormKind::Fixed, plan.clone(), Way::Fixed(&plan))];
    if let Some(stages) = &stages {
        ways.push((FormKind::TwoStage, stages.routing.clone(), Way::Stages(stages)));
    }
    for (form, items, way) in ways {
        let mut random = Random::new(u64::from(settings.seed));
        // The generators that the errors of keys and those who press anything have.
        random.split();
        random.split();
        let taken: Vec<Taken> = (0..settings.people).map(|_| world.take(&mut random.split(), &way)).collect();
        let ids = items.iter().filter_map(|&item| Some(world.session.quiz.items.get(item)?.id.value.clone())).collect();
        compared.push(Form { form, items: ids, rmse: root_mean_square(&taken) });
    }
    compared
}
