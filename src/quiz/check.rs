//! What a JSON Schema cannot see: names that must agree, bounds that hang together, keys that nobody can reach.

mod calibration;
mod sample;

use super::FULL;
use super::document::Quiz;
use super::item::{Item, ItemKind};
use super::key::LevelKey;
use super::option::OptionRecord;
use super::translate::each_text;
use crate::problem::Naming::{Number, Text as Words};
use crate::problem::{Naming, Problems, Severity, TELLS, WARNS};
use crate::steps::{count, counted};
use crate::text::address::is_strange;
use crate::text::address::{address_allowed, doubt, followed};
use crate::text::json::{At, Kind, Tape};
use crate::text::markdown::shown;
use crate::text::names::Names;
use crate::text::record::Text;
use std::collections::BTreeMap;

/// Adds what is wrong between the parts of `quiz`.
pub fn check(quiz: &mut Quiz, tape: &Tape<'_>, problems: &mut Problems) {
    let skills = Names::of(&mut quiz.skills.iter().map(|skill| skill.id.value.as_str()));
    let mut checker = Checker { tape, problems, skills: &skills };
    checker.distinct(&mut quiz.skills.iter().map(|skill| &skill.id));
    checker.distinct(&mut quiz.items.iter().map(|item| &item.id));
    for item in &quiz.items {
        checker.item(item, quiz);
    }
    checker.skills(quiz);
    checker.bounds(quiz);
    if FULL {
        checker.orders(quiz);
        checker.adaptive(quiz);
        checker.correlations(quiz);
        checker.calibrated(quiz);
        checker.evidence(quiz);
        checker.sample(quiz);
    }
    translations(quiz, tape, problems);
    if TELLS {
        follow(quiz);
    }
}

/// Leaves what is followed of the links to other places: none that leads to the reader's own machine, and no name before a host.
fn follow(quiz: &mut Quiz) {
    quiz.next.retain_mut(|next| {
        let followed = followed(&next.link.value);
        let follows = followed.is_some();
        next.link.value = followed.unwrap_or_default();
        follows
    });
}

struct Checker<'c, 't> {
    tape: &'c Tape<'t>,
    problems: &'c mut Problems,
    /// The skills of the quiz.
    skills: &'c Names<'c>,
}

impl Checker<'_, '_> {
    fn error(&mut self, code: &'static str, at: At, values: &[(&'static str, Naming<'_>)], hint: Option<&str>) {
        if self.problems.wants() {
            self.problems.add(self.tape.problem(Severity::Error, code, at, values, hint));
        }
    }

    /// A warning, where any are made.
    fn warn(&mut self, code: &'static str, at: At, values: &[(&'static str, Naming<'_>)]) {
        if WARNS && !self.problems.crowded() {
            self.problems.add(self.tape.problem(Severity::Warning, code, at, values, None));
        }
    }

    /// No two ids of a list are the same.
    fn distinct(&mut self, ids: &mut dyn Iterator<Item = &Text>) {
        let mut names = Names::default();
        for id in ids.filter(|id| id.is_given()) {
            if names.add(&id.value).is_some() {
                self.error("duplicate-id", id.at, &[("id", Words(&id.value))], None);
            }
        }
    }

    /// The skills of one list of keys: known, and none twice, since the second would never be reached.
    fn keys(&mut self, skills: &mut dyn Iterator<Item = &Text>, quiz: &Quiz) {
        let mut seen = Names::default();
        for skill in skills.filter(|skill| skill.is_given()) {
            self.known_skill(skill, quiz);
            if seen.add(&skill.value).is_some() {
                self.error("unreachable-key", skill.at, &[("skill", Words(&skill.value))], None);
            }
        }
    }

    fn level_keys(&mut self, keys: &[LevelKey], quiz: &Quiz) {
        self.keys(&mut keys.iter().map(|key| &key.skill), quiz);
    }

    fn known_skill(&mut self, skill: &Text, quiz: &Quiz) {
        if !self.problems.full() && skill.is_given() && self.skills.find(&skill.value).is_none() {
            let hint = self.problems.nearest(&skill.value, &mut quiz.skills.iter().map(|skill| skill.id.value.as_str()));
            self.error("unknown-skill", skill.at, &[("skill", Words(&skill.value))], hint);
        }
    }

    fn item(&mut self, item: &Item, quiz: &Quiz) {
        self.apart("unreachable-option", &item.options.list);
        self.apart("unreachable-group", &item.groups.list);
        self.keys(&mut item.keys.iter().map(|key| &key.skill), quiz);
        self.level_keys(&item.right, quiz);
        self.known_skill(&item.skill, quiz);
        for option in &item.options.list {
            self.level_keys(&option.keys, quiz);
        }
        match item.kind {
            ItemKind::Judge => self.judge(item),
            ItemKind::Allocate => self.targets(item),
            ItemKind::Multiple => self.choices(item),
            ItemKind::Slider if FULL => self.slider(item),
            ItemKind::Number if FULL => self.number(item),
            ItemKind::Sort if FULL => self.groups(item),
            _ => {}
        }
        if let Some(calibration) = item.calibration.as_ref().filter(|_| FULL) {
            self.calibration(item, calibration);
        }
        for key in item.right.iter().filter(|key| key.level == 0.0) {
            if let Some(at) = self.number_at(key.at, "level") {
                self.error("flat-right", at, &[], None);
            }
        }
        let keyed = || item.options.list.iter().any(|option| !option.keys.is_empty());
        let scored = item.keys.is_empty() && item.right.is_empty() && !item.has_targets();
        let choice = scored && !matches!(item.kind, ItemKind::Judge | ItemKind::Text);
        if choice && !keyed() && item.id.is_given() {
            self.warn("item-without-key", item.at, &[("item", Words(&item.id.value))]);
        }
    }

    /// Options or groups with ids and words of their own: of two that are shown with the same words nobody can choose the second and
    /// mean it.
    fn apart(&mut self, code: &'static str, options: &[OptionRecord]) {
        self.distinct(&mut options.iter().map(|option| &option.id));
        let given = || options.iter().filter(|option| option.text.is_given());
        // Where nothing is told, only what is written alike is refused: how it is shown is for the whole reader, which authors check with.
        let words = |option: &OptionRecord| if TELLS { shown(&option.text.value) } else { option.text.value.clone() };
        let shown: Vec<String> = given().map(words).collect();
        let mut known = Names::default();
        let mut firsts: Vec<&str> = Vec::new();
        for (option, words) in given().zip(&shown) {
            match known.add(words).and_then(|first| firsts.get(first)) {
                Some(first) => self.error(code, option.text.at, &[("first", Words(first))], None),
                None => firsts.push(&option.id.value),
            }
        }
    }

    fn judge(&mut self, item: &Item) {
        let means = || item.options.list.iter().map(|option| option.key.mean);
        for option in item.options.list.iter().filter(|option| option.key.mean > f64::from(item.points) && item.points > 0) {
            self.error(
                "unreachable-mean",
                option.key.at,
                &[("mean", Number(option.key.mean)), ("points", Number(f64::from(item.points)))],
                None,
            );
        }
        let first = means().next();
        if first.is_some() && item.options.list.len() > 2 && means().all(|mean| Some(mean) == first) {
            self.error("flat-key", item.at, &[("item", Words(&item.id.value))], None);
        }
    }

    /// Target ranges stand for all options of an item that names a skill, in place of keys, and for none of another's; some way of
    /// sharing the points out is within all of them.
    fn targets(&mut self, item: &Item) {
        let (mut fewest, mut most, mut read) = (0.0, 0.0, true);
        for option in &item.options.list {
            let (low, high) = option.target.ends();
            if item.has_targets() != option.target.is_given() || item.has_targets() && !option.keys.is_empty() {
                self.error("target-or-key", option.at, &[("item", Words(&item.id.value))], None);
                read = false;
            } else if low > high {
                self.error("empty-target", option.at, &[("low", Number(low)), ("high", Number(high))], None);
                read = false;
            }
            fewest += low;
            most += high;
        }
        let total = f64::from(item.total);
        if item.has_targets() && read && item.total > 0 && !(fewest..=most).contains(&total) {
            let values = [("total", Number(total)), ("low", Number(fewest)), ("high", Number(most))];
            self.error("unreachable-target", item.at, &values, None);
        }
    }

    /// On each skill of a `rank` item an order must be able to agree with the key more or less.
    fn orders(&mut self, quiz: &Quiz) {
        // What each skill has in the item that is looked at, beside the number of that item: so nothing is cleared for the next.
        let mut levels = vec![(usize::MAX, 0, 0.0, 0.0); quiz.skills.len()];
        let rank = |(_, item): &(usize, &Item)| item.kind == ItemKind::Rank;
        for (index, item) in quiz.items.iter().enumerate().filter(rank) {
            let mut named: Vec<usize> = Vec::new();
            for key in counted(item.options.list.iter().flat_map(|option| &option.keys)) {
                let Some(skill) = self.skills.find(&key.skill.value) else { continue };
                let Some(level) = levels.get_mut(skill) else { continue };
                if level.0 != index {
                    *level = (index, 0, key.level, 0.0);
                    named.push(skill);
                }
                *level = (index, level.1 + 1, f64::min(level.2, key.level), f64::max(level.3, key.level));
            }
            for skill in named {
                let (Some(skill), Some(&(_, count, low, high))) = (quiz.skills.get(skill), levels.get(skill)) else { continue };
                if count < 3 || low == high {
                    self.error("flat-order", item.at, &[("item", Words(&item.id.value)), ("skill", Words(&skill.id.value))], None);
                }
            }
        }
    }

    /// The field of that name, if a number stands there: what could not be read is no reason for further problems.
    fn number_at(&self, at: At, field: &str) -> Option<At> {
        self.tape.member(at, field).filter(|&at| self.tape.kind(at) == Kind::Number)
    }

    /// Whether there are numbers from the item's least to its greatest; false, too, where one of them could not be read.
    fn range(&mut self, item: &Item) -> bool {
        let unread = |field: &str| self.tape.member(item.at, field).is_some() && self.number_at(item.at, field).is_none();
        if unread("min") || unread("max") || unread("step") {
            return false;
        }
        let (Some(low), Some(high)) = (item.low, item.high) else { return true };
        if low >= high {
            self.error("empty-range", item.at, &[("low", Number(low)), ("high", Number(high))], None);
        }
        low < high
    }

    fn slider(&mut self, item: &Item) {
        let (Some(low), Some(high)) = (item.low, item.high) else { return };
        let step = item.step.unwrap_or(1.0);
        if self.range(item) && step > 0.0 && item.position(high).is_none() {
            self.error("uneven-steps", item.at, &[("low", Number(low)), ("high", Number(high)), ("step", Number(step))], None);
        }
    }

    fn number(&mut self, item: &Item) {
        let outside = item.low.is_some_and(|low| low > item.correct) || item.high.is_some_and(|high| high < item.correct);
        if let Some(at) = self.number_at(item.at, "correct")
            && self.range(item)
            && outside
        {
            self.error("unreachable-correct", at, &[("correct", Number(item.correct))], None);
        }
    }

    fn groups(&mut self, item: &Item) {
        let known = || item.groups.list.iter().map(|group| group.id.value.as_str());
        for option in item.options.list.iter().filter(|option| option.group.is_given()) {
            let group = &option.group;
            if !self.problems.full() && !known().any(|id| id == group.value) {
                let hint = self.problems.nearest(&group.value, &mut known());
                self.error("unknown-group", group.at, &[("group", Words(&group.value))], hint);
            }
        }
    }

    fn choices(&mut self, item: &Item) {
        let count = item.together();
        let (min, max) = (item.fewest(), item.most());
        if min > max || max > count {
            self.error(
                "unreachable-choice",
                item.at,
                &[("min", Number(f64::from(min))), ("max", Number(f64::from(max))), ("count", Number(f64::from(count)))],
                None,
            );
        }
    }

    fn skills(&mut self, quiz: &Quiz) {
        // An item without an id could not be read: who knows what it measures.
        let unread = quiz.items.iter().any(|item| !item.id.is_given());
        let mut measured = vec![unread; quiz.skills.len()];
        for skill in counted(quiz.items.iter().flat_map(Item::skills)) {
            let place = self.skills.find(&skill.value).and_then(|skill| measured.get_mut(skill));
            place.into_iter().for_each(|measured| *measured = true);
        }
        for (skill, _) in quiz.skills.iter().zip(&measured).filter(|(skill, measured)| skill.id.is_given() && !**measured) {
            self.error("skill-without-items", skill.at, &[("skill", Words(&skill.id.value))], None);
        }
        for skill in quiz.feedback.iter().map(|feedback| &feedback.skill).chain(quiz.learn.iter().map(|learning| &learning.skill)) {
            self.known_skill(skill, quiz);
        }
    }

    fn bounds(&mut self, quiz: &Quiz) {
        if let (Some(meaning), true) = (quiz.meaning.first(), quiz.skills.len() > 1) {
            self.warn("meaning-unseen", meaning.at, &[("count", Number(quiz.skills.len() as f64))]);
        }
        for feedback in quiz.feedback.iter().filter(|feedback| feedback.from >= feedback.to) {
            self.error("empty-band", feedback.at, &[("from", Number(feedback.from)), ("to", Number(feedback.to))], None);
        }
        if WARNS {
            self.bands(quiz);
        }
        if let [least, most] = quiz.minutes.0.as_slice()
            && least > most
        {
            let at = self.tape.member(quiz.at, "minutes").unwrap_or(quiz.at);
            self.error("minutes-order", at, &[("least", Number(*least)), ("most", Number(*most))], None);
        }
        for link in quiz.next.iter().map(|next| &next.link).filter(|link| link.is_given()) {
            let address = [("address", Words(&link.value))];
            if !address_allowed(&link.value) || !TELLS && is_strange(&link.value) {
                self.error("link-address", link.at, &address, None);
            } else if WARNS && let Some(doubt) = doubt(&link.value) {
                self.warn(doubt.code(), link.at, &address);
            }
        }
    }

    /// A grade needs its evidence in the document.
    fn evidence(&mut self, quiz: &Quiz) {
        let evidence = &quiz.evidence;
        let needs = [
            (1, "experts", evidence.experts.as_ref().is_some_and(|experts| experts.count >= 5)),
            (2, "people", evidence.people.is_some_and(|people| people >= if evidence.grade > 2 { 500 } else { 200 })),
            (2, "reliability", evidence.reliability.is_some()),
            (3, "fit", evidence.fit.is_given()),
            (4, "study", evidence.study.is_given()),
        ];
        for (grade, field, given) in needs {
            if evidence.grade >= grade && !given {
                self.error("evidence-missing", evidence.at, &[("grade", Number(f64::from(evidence.grade))), ("field", Words(field))], None);
            }
        }
    }

    /// Where texts of a skill are said of the same levels, the first is, and the others are not.
    fn bands(&mut self, quiz: &Quiz) {
        let mut said: Vec<BTreeMap<u64, f64>> = vec![BTreeMap::new(); quiz.skills.len()];
        for feedback in quiz.feedback.iter().filter(|feedback| feedback.from < feedback.to) {
            let Some(said) = self.skills.find(&feedback.skill.value).and_then(|skill| said.get_mut(skill)) else { continue };
            if let Some((from, to)) = add_band(said, feedback.from, feedback.to) {
                self.warn("overlapping-bands", feedback.at, &[("from", Number(from)), ("to", Number(to))]);
            }
        }
    }
}

/// Adds a band to those of a skill, which never overlap: where each begins, as the bits of a level from 0 on (whose order is that of the
/// levels), and where it ends. Gives the first part of it that another covers.
fn add_band(said: &mut BTreeMap<u64, f64>, mut from: f64, mut to: f64) -> Option<(f64, f64)> {
    let mut first = None;
    while let Some((&begins, &ends)) = said.range(..to.abs().to_bits()).next_back().filter(|(_, ends)| **ends > from) {
        count(1);
        let start = f64::from_bits(begins);
        first = Some((start.max(from), ends.min(to)));
        (from, to) = (start.min(from), ends.max(to));
        said.remove(&begins);
    }
    said.insert(from.abs().to_bits(), to);
    first
}

/// Adds what is wrong with the translations of `quiz`.
fn translations(quiz: &mut Quiz, tape: &Tape<'_>, problems: &mut Problems) {
    let translations = std::mem::take(&mut quiz.translations);
    if translations.is_empty() {
        return;
    }
    let mut texts: Vec<(String, At)> = Vec::new();
    each_text(quiz, &mut |path, text| texts.push((path.into(), text.at)));
    let paths = Names::of(&mut texts.iter().map(|(path, _)| path.as_str()));
    let skills = Names::default();
    let mut checker = Checker { tape, problems, skills: &skills };
    checker.distinct(&mut translations.iter().map(|translation| &translation.language));
    for language in translations.iter().map(|translation| &translation.language) {
        if language.value.eq_ignore_ascii_case(&quiz.language.value) {
            checker.warn("own-language", language.at, &[("language", Words(&language.value))]);
        }
    }
    // All errors come before the warnings, which a list cut short may lose.
    for (key, _) in translations.iter().flat_map(|translation| &translation.strings) {
        if !checker.problems.full() && paths.find(&key.value).is_none() {
            let hint = checker.problems.nearest(&key.value, &mut texts.iter().map(|(path, _)| path.as_str()));
            checker.error("unknown-text", key.at, &[("path", Words(&key.value))], hint);
        }
    }
    for translation in translations.iter().filter(|_| WARNS) {
        let given = Names::of(&mut translation.strings.iter().map(|(key, _)| key.value.as_str()));
        for (path, at) in &texts {
            if checker.problems.crowded() {
                break;
            }
            if given.find(path).is_none() {
                checker.warn("missing-translation", *at, &[("path", Words(path)), ("language", Words(&translation.language.value))]);
            }
        }
    }
    quiz.translations = translations;
}
