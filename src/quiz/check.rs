//! What a JSON Schema cannot see: names that must agree, bounds that hang together, keys that nobody can reach.

mod calibration;
mod sample;

use super::FULL;
use super::document::{Feedback, Quiz};
use super::item::{Item, ItemKind, LevelKey, OptionRecord, key_of};
use super::translate::each_text;
use crate::problem::Naming::{Number, Text as Words};
use crate::problem::{Naming, Problems, Severity, nearest};
use crate::text::json::{At, Kind, Tape};
use crate::text::markdown::address_allowed;
use crate::text::names::Names;
use crate::text::record::Text;

/// Warnings are for authors, who read them on the command line: a page makes none.
const WARNS: bool = cfg!(not(target_arch = "wasm32"));

/// Adds what is wrong between the parts of `quiz`.
pub fn check(quiz: &mut Quiz, tape: &Tape<'_>, problems: &mut Problems) {
    let mut checker = Checker { tape, problems };
    checker.distinct(&mut quiz.skills.iter().map(|skill| &skill.id));
    checker.distinct(&mut quiz.items.iter().map(|item| &item.id));
    for item in &quiz.items {
        checker.item(item, quiz);
    }
    checker.skills(quiz);
    checker.bounds(quiz);
    if FULL {
        checker.adaptive(quiz);
        checker.correlations(quiz);
        checker.calibrated(quiz);
        checker.evidence(quiz);
        checker.sample(quiz);
    }
    checker.translations(quiz);
}

struct Checker<'c, 't> {
    tape: &'c Tape<'t>,
    problems: &'c mut Problems,
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
        let mut seen: Vec<&str> = Vec::new();
        for skill in skills.filter(|skill| skill.is_given()) {
            self.known_skill(skill, quiz);
            if seen.contains(&skill.value.as_str()) {
                self.error("unreachable-key", skill.at, &[("skill", Words(&skill.value))], None);
            }
            seen.push(&skill.value);
        }
    }

    fn level_keys(&mut self, keys: &[LevelKey], quiz: &Quiz) {
        self.keys(&mut keys.iter().map(|key| &key.skill), quiz);
    }

    fn known_skill(&mut self, skill: &Text, quiz: &Quiz) {
        let known = || quiz.skills.iter().map(|skill| skill.id.value.as_str());
        if self.problems.full() {
            return;
        }
        if skill.is_given() && !known().any(|id| id == skill.value) {
            self.error("unknown-skill", skill.at, &[("skill", Words(&skill.value))], nearest(&skill.value, &mut known()));
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
            ItemKind::Rank if FULL => self.order(item, quiz),
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

    /// Options or groups with ids and words of their own: of two with the same words nobody can choose the second and mean it.
    fn apart(&mut self, code: &'static str, options: &[OptionRecord]) {
        self.distinct(&mut options.iter().map(|option| &option.id));
        let mut known: Vec<(&str, &str)> = Vec::new();
        for option in options.iter().filter(|option| option.text.is_given()) {
            let words = option.text.value.as_str();
            if let Some((_, first)) = known.iter().find(|(text, _)| *text == words) {
                self.error(code, option.text.at, &[("first", Words(first))], None);
            }
            known.push((words, &option.id.value));
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
    fn order(&mut self, item: &Item, quiz: &Quiz) {
        for skill in &quiz.skills {
            let (mut count, mut low, mut high) = (0, 0.0, 0.0);
            for key in item.options.list.iter().filter_map(|option| key_of(&option.keys, &skill.id.value)) {
                low = if count == 0 { key.level } else { f64::min(low, key.level) };
                high = f64::max(high, key.level);
                count += 1;
            }
            if count > 0 && (count < 3 || low == high) {
                self.error("flat-order", item.at, &[("item", Words(&item.id.value)), ("skill", Words(&skill.id.value))], None);
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
                self.error("unknown-group", group.at, &[("group", Words(&group.value))], nearest(&group.value, &mut known()));
            }
        }
    }

    fn choices(&mut self, item: &Item) {
        let count = item.options.list.len() as u32;
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
        for skill in quiz.skills.iter().filter(|skill| skill.id.is_given()) {
            let id = &skill.id.value;
            // An item without an id could not be read: who knows what it measures.
            let keyed = |item: &Item| !item.id.is_given() || item.measures(id);
            if !quiz.items.iter().any(keyed) {
                self.error("skill-without-items", skill.at, &[("skill", Words(id))], None);
            }
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
        for (index, feedback) in quiz.feedback.iter().enumerate().filter(|_| WARNS) {
            let overlaps = |other: &&Feedback| {
                other.skill.value == feedback.skill.value
                    && feedback.skill.is_given()
                    && other.from < feedback.to
                    && feedback.from < other.to
            };
            if let Some(first) = quiz.feedback.iter().take(index).find(overlaps) {
                let (from, to) = (first.from.max(feedback.from), first.to.min(feedback.to));
                self.warn("overlapping-bands", feedback.at, &[("from", Number(from)), ("to", Number(to))]);
            }
        }
        if let [least, most] = quiz.minutes.0.as_slice()
            && least > most
        {
            let at = self.tape.member(quiz.at, "minutes").unwrap_or(quiz.at);
            self.error("minutes-order", at, &[("least", Number(*least)), ("most", Number(*most))], None);
        }
        for next in quiz.next.iter().filter(|next| next.link.is_given() && !address_allowed(&next.link.value)) {
            self.error("link-address", next.link.at, &[("address", Words(&next.link.value))], None);
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

    fn translations(&mut self, quiz: &mut Quiz) {
        let translations = std::mem::take(&mut quiz.translations);
        if translations.is_empty() {
            return;
        }
        self.distinct(&mut translations.iter().map(|translation| &translation.language));
        for language in translations.iter().map(|translation| &translation.language) {
            if language.value.eq_ignore_ascii_case(&quiz.language.value) {
                self.warn("own-language", language.at, &[("language", Words(&language.value))]);
            }
        }
        let mut texts: Vec<(String, At)> = Vec::new();
        each_text(quiz, &mut |path, text| texts.push((path.into(), text.at)));
        let mut paths = Names::default();
        for (path, _) in &texts {
            paths.add(path);
        }
        // All errors come before the warnings, which a list cut short may lose.
        for (key, _) in translations.iter().flat_map(|translation| &translation.strings) {
            if !self.problems.full() && paths.find(&key.value).is_none() {
                let hint = nearest(&key.value, &mut texts.iter().map(|(path, _)| path.as_str()));
                self.error("unknown-text", key.at, &[("path", Words(&key.value))], hint);
            }
        }
        for translation in translations.iter().filter(|_| WARNS) {
            let mut given = Names::default();
            for (key, _) in &translation.strings {
                given.add(&key.value);
            }
            for (path, at) in texts.iter().filter(|(path, _)| given.find(path).is_none()) {
                self.warn("missing-translation", *at, &[("path", Words(path)), ("language", Words(&translation.language.value))]);
            }
        }
        quiz.translations = translations;
    }
}
