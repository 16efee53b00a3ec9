//! `judge`: a rating for every option of a situation.

use super::answer::Answer;
use super::checking::Checker;
use super::every::{below, digits, power};
use super::levels::Levels;
use super::reading::Reader;
use super::room::{Room, fields};
use super::shape;
use super::shown::Shown;
use crate::numeric::random::Random;
use crate::numeric::sqrt;
use crate::problem::Code;
use crate::problem::Naming::{Number, Text as Said};
use crate::quiz::key::weight;
use crate::quiz::limits::{STEPS, TOP};
use crate::quiz::option::NO_TEXT;
use crate::quiz::option::Options;
use crate::quiz::walk::Walk;
use crate::text::json::At;
use crate::text::record::{Slot, Text, Words};

/// A situation whose options are rated as experts rated them.
#[derive(Debug)]
pub struct Judge {
    /// What is rated.
    pub options: Options,
    /// Ratings go from 1 to this.
    pub points: u32,
    /// The words at the two ends.
    pub anchors: Words,
    /// The skill it measures.
    pub skill: Text,
    /// How much it counts for the skill, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
    /// How far a rating may be off by itself, in steps. Where it is given, ratings that hardly differ count less.
    pub rating_error: Option<f64>,
}

impl Room for Judge {
    const NEW: Judge = Judge {
        options: Options::NEW,
        points: 0,
        anchors: Words(Vec::new()),
        skill: NO_TEXT,
        weight: None,
        rating_error: None,
    };

    fields! { "id type situation? prompt sources? instruction?", judge, index:
        "options shuffle?" => judge.options.field(index, 3, "id text why? key shows?"),
        "points" => Slot::Whole(&mut judge.points, 2, STEPS),
        "anchors?" => Slot::List(&mut judge.anchors, 2, 2),
        "skill" => Slot::Id(&mut judge.skill),
        "weight?" => weight(&mut judge.weight),
        "rating_error?" => Slot::Number(judge.rating_error.get_or_insert_default(), 0.01, f64::from(STEPS)),
    }

    fn texts(&mut self, walk: &mut Walk<'_>) {
        walk.numbered("anchors", &mut self.anchors.0, Walk::visit);
        self.options.texts(walk);
    }

    fn options(&self) -> &Options {
        &self.options
    }

    fn skill(&self) -> Option<&Text> {
        Some(&self.skill)
    }

    fn check(&self, at: At, id: &str, checker: &mut Checker<'_, '_>) {
        let options = &self.options.list;
        let means = || options.iter().map(|option| option.key.mean);
        let points = if checker.is_whole(at, "points") { self.points } else { 0 };
        for option in options.iter().filter(|option| option.key.mean > f64::from(points) && points > 0) {
            checker.error(
                Code::UNREACHABLE_MEAN,
                option.key.at,
                &[("mean", Number(option.key.mean)), ("points", Number(f64::from(points)))],
                None,
            );
        }
        let first = means().next();
        if first.is_some() && options.len() > 2 && means().all(|mean| Some(mean) == first) {
            checker.error(Code::FLAT_KEY, at, &[("item", Said(id))], None);
        }
    }

    fn show<'k>(&'k self, shown: &mut Shown<'k>) {
        shown.points = self.points;
        shown.anchors = &self.anchors.0;
    }

    fn read(&self, at: At, reader: &mut Reader<'_, '_>) -> Option<Answer> {
        reader.wholes(at, &self.options.list, 1, self.points).map(Answer::Ratings)
    }

    /// By shape, over the options that were rated: 4 max(0, r) of the ratings with the key's means.
    ///
    /// Where the item says how far a rating may be off by itself (`rating_error` e, in steps), the weight falls with
    /// the variance S^2 of this person's ratings, by S^2 / (S^2 + e^2): their reliability, true over observed variance
    /// (Lord & Novick 1968, *Statistical Theories of Mental Test Scores*, chapter 3). Ratings that hardly differ then
    /// say little, since chance alone could have made such a shape.
    fn says(&self, answer: &Answer, _skill: &str) -> Option<(f64, f64)> {
        let Answer::Ratings(ratings) = answer else { return None };
        let level = shape::level(ratings.len(), &|index| self.rated(ratings, index))?;
        let told = self.rating_error.map_or(1.0, |error| {
            let variance = variance(ratings);
            variance / (variance + error * error)
        });
        Some((level, self.weight.unwrap_or(1.0) * told))
    }

    /// The variance, in squared levels, that the experts' own disagreement adds to the level of an answer; 0 for
    /// options whose key does not say both spread and number of experts.
    ///
    /// Each key mean is moved up and down by its standard error, spread / sqrt(experts), alone. With y the level and y+
    /// and y- what it becomes, the variance is the sum over options of ((y+ - y)^2 + (y- - y)^2) / 2: for small errors
    /// the delta method (independent means), and above zero where the ratings agree fully and its derivatives vanish.
    /// Metier's own; what the scatter of the answers holds of it already is not taken off again.
    fn key_variance(&self, answer: &Answer) -> f64 {
        let Answer::Ratings(ratings) = answer else { return 0.0 };
        let level_with = |place: usize, error: f64| {
            let moved = |index: usize| {
                let (rating, mean) = self.rated(ratings, index)?;
                Some((rating, if index == place { mean + error } else { mean }))
            };
            shape::level(ratings.len(), &moved)
        };
        let Some(level) = level_with(0, 0.0) else { return 0.0 };
        let mut variance = 0.0;
        // The mean of an option that was not rated moves nothing.
        for (place, option) in self.options.list.iter().enumerate() {
            let (Some(spread), Some(experts)) = (option.key.spread, option.key.experts) else { continue };
            let error = spread / sqrt(f64::from(experts));
            for moved in [error, -error] {
                let change = level_with(place, moved).unwrap_or(level) - level;
                variance += change * change / 2.0;
            }
        }
        variance
    }

    /// Rated above the middle of the scale.
    fn takes(&self, answer: &Answer, option: usize) -> bool {
        let Answer::Ratings(ratings) = answer else { return false };
        ratings.get(option).copied().flatten().is_some_and(|rating| 2 * rating > self.points + 1)
    }

    fn levels(&self, _skill: &str) -> Levels {
        Levels::five((0.0, TOP))
    }

    fn all(&self) -> Option<Vec<Answer>> {
        let (options, base) = (self.options.list.len(), self.points as usize);
        let ratings = |number: usize| {
            Answer::Ratings(digits(number, base, options).map(|rating| Some(rating as u32 + 1)).collect())
        };
        Some((0..power(base, options)?).map(ratings).collect())
    }

    fn any(&self, random: &mut Random) -> Option<Answer> {
        let ratings = self.options.list.iter().map(|_| Some(1 + below(self.points as usize, random) as u32)).collect();
        Some(Answer::Ratings(ratings))
    }
}

impl Judge {
    /// Rating and key mean of an option; `None` if it was not rated.
    fn rated(&self, ratings: &[Option<u32>], index: usize) -> Option<(f64, f64)> {
        let rating = ratings.get(index).copied().flatten()?;
        self.options.list.get(index).map(|option| (f64::from(rating), option.key.mean))
    }
}

/// The variance of the ratings that were given.
fn variance(ratings: &[Option<u32>]) -> f64 {
    let given = || ratings.iter().flatten().map(|rating| f64::from(*rating));
    let count = given().count() as f64;
    let mean = given().sum::<f64>() / count;
    given().map(|rating| (rating - mean) * (rating - mean)).sum::<f64>() / count
}
