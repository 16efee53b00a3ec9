//! Made-up people who answer items as the quiz's models say: by calibration, or by the answering model that the
//! estimate assumes, with the departures from it that an author asks for.

use crate::model::answering::Answering;
use crate::model::calibrated::{calibrated, category};
use crate::model::{observations, skills};
use crate::numeric::random::Random;
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::kinds::every::{LISTED, below};
use crate::quiz::limits::TOP;
use crate::quiz::response::Answer;
use libm::exp;

/// Levels that differ by less are the same: what rounding leaves.
const SAME: f64 = 1e-9;
/// The deviations of answers, as shares of the assumed one, each as likely: those of the estimate.
const DEVIATIONS: [f64; 3] = [1.0 / 1.5, 1.0, 1.5];

/// In what people differ from what the estimate assumes. Nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Departures {
    /// The deviation of everybody's answers, in levels, above 0; not said: drawn for each skill of each person, as
    /// assumed.
    pub answer_spread: Option<f64>,
    /// Share of answers for which anything is pressed, 0 to 1.
    pub lapse: f64,
    /// Whether people answer as somebody at level 3 would, if they are below it.
    pub flattering: bool,
    /// Whether people who do not know an answer never guess it.
    pub no_guessing: bool,
    /// Standard deviation by which the levels of the keys are off, in levels, from 0.
    pub key_error: f64,
    /// Standard deviation of a shift of all answers of one person, in levels, from 0.
    pub elevation: f64,
    /// Share of answers on a scale of steps that are one step higher than they would be, 0 to 1.
    pub acquiescence: f64,
    /// Whether people choose the highest step of every scale.
    pub topmost: bool,
}

/// A person as they answer.
#[derive(Clone, Debug)]
pub struct Answerer {
    /// The levels that they answer by, in the order of the quiz's skills.
    levels: Vec<f64>,
    /// Variance of their answers on each skill.
    variances: Vec<f64>,
}

impl Answerer {
    /// A person with these levels, one for each skill of the quiz.
    pub fn new(quiz: &Quiz, levels: &[f64], departures: &Departures, random: &mut Random) -> Answerer {
        let shift = if departures.elevation > 0.0 { departures.elevation * random.normal() } else { 0.0 };
        let shown = |level: &f64| if departures.flattering { level.max(3.0) } else { *level } + shift;
        let deviation = |random: &mut Random| {
            let drawn =
                DEVIATIONS.get(below(DEVIATIONS.len(), random)).copied().unwrap_or(1.0) * quiz.assumed.answer_sd;
            departures.answer_spread.unwrap_or(drawn)
        };
        let variances = levels.iter().map(|_| deviation(random)).map(|deviation| deviation * deviation).collect();
        Answerer { levels: levels.iter().map(shown).collect(), variances }
    }
}

/// All answers to a quiz, made ready once.
pub struct Answers {
    items: Vec<Listed>,
    departures: Departures,
}

/// The answers to an item.
#[derive(Default)]
struct Listed {
    /// The answers that can be given, or some drawn at random.
    answers: Vec<Answer>,
    /// What an answer to it may say, skill by skill.
    skills: Vec<Asked>,
    /// Places of the answers whose levels are nearest, by the levels drawn of all skills.
    nearest: Vec<(Vec<usize>, Vec<usize>)>,
}

/// What the answers to an item say of a skill.
struct Asked {
    /// Index into the quiz's skills.
    skill: usize,
    /// The levels that they could stand for.
    answering: Answering,
    /// The same as people see them: the keys may be off.
    seen: Vec<f64>,
    /// The level that each answer stands for; nothing where it says nothing of the skill.
    levels: Vec<Option<f64>>,
}

impl Answers {
    /// Prepares the answers to a quiz. `random` draws a sample where there are too many, and the errors of keys.
    pub fn new(quiz: &Quiz, departures: Departures, random: &mut Random) -> Answers {
        let mut items = Vec::with_capacity(quiz.items.len());
        for item in &quiz.items {
            items.push(Listed::new(quiz, item, departures.key_error, random));
        }
        Answers { items, departures }
    }

    /// Sets how people from now on differ from what is assumed; the errors of the keys stay.
    pub fn depart(&mut self, departures: Departures) {
        self.departures = departures;
    }

    /// What a person answers to an item; `None` for an item that measures nothing.
    ///
    /// A calibrated item is answered with the probabilities of its model. Of any other, a level is drawn for each skill
    /// that it is keyed on, by the answering model, and then one of the answers that come nearest to the levels drawn,
    /// all alike.
    pub fn answer(&mut self, quiz: &Quiz, index: usize, person: &Answerer, random: &mut Random) -> Option<Answer> {
        let (item, departures) = (quiz.items.get(index)?, self.departures);
        let listed = self.items.get_mut(index)?;
        if listed.answers.is_empty() || listed.skills.is_empty() && item.instructed.is_none() {
            return None;
        }
        if let Some(category) = item.instructed {
            let pressed = departures.lapse > 0.0 && random.uniform() < departures.lapse;
            let place = if pressed { below(listed.answers.len(), random) } else { category as usize };
            return listed.answers.get(place).cloned();
        }
        if departures.lapse > 0.0 && random.uniform() < departures.lapse {
            return listed.answers.get(below(listed.answers.len(), random)).cloned();
        }
        if let Some(measure) = calibrated(quiz, item).filter(|_| quiz.is_calibrated()) {
            return listed.by_model(
                item,
                &measure.model.categories(person.levels.get(measure.skill).copied()?),
                random,
            );
        }
        let drawn: Vec<usize> =
            listed.skills.iter().map(|asked| asked.draw(person, departures.no_guessing, random)).collect();
        let places = listed.nearest(drawn);
        let place = *places.get(below(places.len(), random))?;
        let answer = listed.answers.get(place).cloned()?;
        Some(higher(item, answer, &departures, random))
    }
}

/// The answer as somebody gives it who agrees: a step higher now and then, or always the highest step.
fn higher(item: &Item, answer: Answer, departures: &Departures, random: &mut Random) -> Answer {
    let Some(step) = answer.category() else { return answer };
    let last = item.kind.categories().saturating_sub(1);
    let agrees = departures.acquiescence > 0.0 && random.uniform() < departures.acquiescence;
    let step = if agrees { (step + 1).min(last) } else { step };
    Answer::Category(if departures.topmost { last } else { step })
}

impl Asked {
    /// The place of a level drawn for a person.
    fn draw(&self, person: &Answerer, no_guessing: bool, random: &mut Random) -> usize {
        let (x, variance) = (person.levels.get(self.skill).copied(), person.variances.get(self.skill).copied());
        let (x, variance) = (x.unwrap_or_default(), variance.unwrap_or(1.0));
        let square = |level: &f64| (level - x) * (level - x) / (2.0 * variance);
        let least = self.seen.iter().map(square).fold(f64::INFINITY, f64::min);
        let mut chances: Vec<f64> = self.seen.iter().map(|level| exp(least - square(level))).collect();
        if let (Some(guess), [wrong, right], false) = (self.answering.guess, chances.as_slice(), no_guessing) {
            let known = right / (wrong + right);
            chances = vec![(1.0 - guess) * (1.0 - known), guess + (1.0 - guess) * known];
        }
        pick(&chances, random)
    }
}

impl Listed {
    fn new(quiz: &Quiz, item: &Item, key_error: f64, random: &mut Random) -> Listed {
        let answers = possible(item, random);
        let told: Vec<Vec<_>> = answers.iter().map(|answer| observations(quiz, item, answer)).collect();
        let mut asked = Vec::new();
        for skill in skills(quiz, item) {
            let answering = Answering::of(item, quiz.skills.get(skill).map_or("", |skill| skill.id.value.as_str()));
            let mut off = |level: &f64| if key_error > 0.0 { level + key_error * random.normal() } else { *level };
            let seen: Vec<f64> = answering.levels.iter().map(&mut off).collect();
            let level = |told: &Vec<crate::model::Observation>| {
                told.iter().find(|told| told.skill == skill).map(|told| told.level)
            };
            asked.push(Asked { skill, answering, seen, levels: told.iter().map(level).collect() });
        }
        // What nobody has a level for cannot be drawn.
        asked.retain(|asked| asked.levels.iter().any(Option::is_some) && !asked.seen.is_empty());
        Listed { answers, skills: asked, nearest: Vec::new() }
    }

    /// Places of the answers that come nearest to levels given by their places. Answers that say nothing of a skill are
    /// as far off as the scale is long.
    fn nearest(&mut self, drawn: Vec<usize>) -> &[usize] {
        let known = self.nearest.iter().position(|(levels, _)| *levels == drawn);
        let place = known.unwrap_or_else(|| {
            let off = |answer: usize| -> f64 {
                let one = |(asked, place): (&Asked, &usize)| {
                    let wanted = asked.answering.levels.get(*place).copied().unwrap_or_default();
                    let off = asked.levels.get(answer).copied().flatten().map_or(TOP, |level| level - wanted);
                    off * off
                };
                self.skills.iter().zip(&drawn).map(one).sum()
            };
            let all: Vec<f64> = (0..self.answers.len()).map(off).collect();
            let least = all.iter().copied().fold(f64::INFINITY, f64::min);
            let places =
                (0..all.len()).filter(|place| all.get(*place).is_some_and(|off| *off <= least + SAME)).collect();
            self.nearest.push((drawn, places));
            self.nearest.len() - 1
        });
        self.nearest.get(place).map_or(&[], |(_, places)| places)
    }

    /// An answer by the probabilities of the item's categories.
    fn by_model(
        &self,
        item: &Item,
        categories: &[crate::model::response::Category],
        random: &mut Random,
    ) -> Option<Answer> {
        let found: Vec<Option<usize>> = self.answers.iter().map(|answer| category(item, answer)).collect();
        let same = |place: &Option<usize>| found.iter().filter(|other| *other == place).count() as f64;
        let chance = |place: &Option<usize>| {
            place.and_then(|at| categories.get(at)).map_or(0.0, |found| found.probability) / same(place)
        };
        let chances: Vec<f64> = found.iter().map(chance).collect();
        self.answers.get(pick(&chances, random)).cloned()
    }
}

/// A place, in proportion to the chances.
fn pick(chances: &[f64], random: &mut Random) -> usize {
    let mut left = random.uniform() * chances.iter().sum::<f64>();
    for (place, chance) in chances.iter().enumerate() {
        left -= chance;
        if left < 0.0 {
            return place;
        }
    }
    chances.len().saturating_sub(1)
}

/// All answers to an item, or some drawn at random.
fn possible(item: &Item, random: &mut Random) -> Vec<Answer> {
    item.kind.all().unwrap_or_else(|| (0..LISTED).filter_map(|_| item.kind.any(random)).collect())
}

#[cfg(test)]
mod tests {
    use super::{LISTED, Listed, pick};
    use crate::numeric::random::Random;
    use crate::quiz;
    use crate::quiz::Quiz;

    fn quiz_of(item: &str) -> Quiz {
        let options = |levels: &[f64]| {
            let option = |(place, level): (usize, &f64)| {
                let id = char::from(b'a' + place as u8);
                format!(r#"{{"id":"{id}","text":"{id}","keys":[{{"skill":"s","level":{level}}}]}}"#)
            };
            levels.iter().enumerate().map(option).collect::<Vec<_>>().join(",")
        };
        let item = item.replace("OPTIONS", &options(&[0.0, 1.0, 2.0, 3.0, 4.0]));
        let text = format!(
            r#"{{"format":"metier-quiz/1","id":"q","version":"1","language":"en","title":"T","about":"A","instruction":"best",
            "skills":[{{"id":"s","name":"S","definition":"D","levels":["0","1","2","3","4"]}}],
            "items":[{{"id":"i","prompt":"P",{item}}}],"evidence":{{"grade":0,"note":"N"}}}}"#
        );
        quiz::read(&text).0.unwrap_or_else(|| panic!("{text}"))
    }

    /// Counts known from combinatorics: 5 of 5 in any order, 10 points over 5 options, subsets of two or three, pairs
    /// of best and worst.
    #[test]
    fn all_answers_are_listed_once() {
        let count = |item: &str| quiz_of(item).items[0].kind.all().expect("a list").len();
        assert_eq!(count(r#""type":"rank","options":[OPTIONS]"#), 120);
        assert_eq!(count(r#""type":"allocate","total":10,"options":[OPTIONS]"#), 1_001);
        assert_eq!(count(r#""type":"multiple","min":2,"max":3,"options":[OPTIONS]"#), 20);
        assert_eq!(count(r#""type":"best-worst","options":[OPTIONS]"#), 20);
        assert!(
            quiz_of(r#""type":"allocate","total":100,"options":[OPTIONS]"#).items[0].kind.all().is_none(),
            "over {LISTED}"
        );
    }

    /// Of orders, 4 is said by the right one alone, and 0 by all that agree with the key less than not at all.
    #[test]
    fn the_nearest_answers_to_a_level_are_found() {
        let quiz = quiz_of(r#""type":"rank","options":[OPTIONS]"#);
        let mut listed = Listed::new(&quiz, &quiz.items[0], 0.0, &mut Random::new(1));
        assert_eq!(listed.nearest(vec![4]).len(), 1);
        assert!(listed.nearest(vec![0]).len() >= 60);
    }

    #[test]
    fn chances_are_kept() {
        let mut random = Random::new(3);
        let mut counts = [0.0_f64; 3];
        for _ in 0..30_000 {
            counts[pick(&[1.0, 0.0, 3.0], &mut random)] += 1.0 / 30_000.0;
        }
        assert!((counts[0] - 0.25).abs() < 0.01 && counts[1] == 0.0, "{counts:?}");
    }
}
