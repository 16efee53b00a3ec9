//! What a JSON Schema cannot see: names that must agree, bounds that hang together, keys that nobody can reach.

mod calibration;
#[cfg(feature = "whole")]
mod counted;
mod doubts;
mod sample;
mod scales;

use super::FULL;
use super::document::Quiz;
use super::item::Item;
use super::key::LevelKey;
use super::kinds::checking::Checker;
use super::link::link;
use super::option::OptionRecord;
use super::translate::each_text;
use crate::problem::Naming::{Number, Text as Words};
use crate::problem::{Code, Problems, TELLS, WARNS};
use crate::steps::count;
use crate::text::address::is_strange;
use crate::text::address::{address_allowed, doubt, followed};
use crate::text::json::{At, Tape};
use crate::text::markdown::shown;
use crate::text::names::Names;
use crate::text::record::Text;
use std::collections::BTreeMap;

/// Adds what is wrong between the parts of `quiz`.
pub fn check(quiz: &mut Quiz, tape: &Tape<'_>, problems: &mut Problems) {
    link(quiz);
    let skills = Names::of(&mut quiz.skills.iter().map(|skill| skill.id.value.as_str()));
    let mut checker = Checker { tape, problems, skills: &skills };
    checker.distinct(&mut quiz.skills.iter().map(|skill| &skill.id));
    checker.distinct(&mut quiz.behaviours().map(|behaviour| &behaviour.id));
    checker.distinct(&mut quiz.items.iter().map(|item| &item.id));
    checker.distinct(&mut quiz.forms.iter().map(|form| &form.id));
    for item in &quiz.items {
        checker.item(item, quiz);
    }
    checker.skills(quiz);
    checker.bounds(quiz);
    if FULL {
        #[cfg(feature = "whole")]
        checker.counted(quiz);
        checker.scales(quiz);
        checker.groups(quiz);
        checker.adaptive(quiz);
        checker.correlations(quiz);
        checker.calibrated(quiz);
        checker.evidence(quiz);
        checker.sample(quiz);
    }
    if WARNS {
        checker.doubts(quiz);
    }
    translations(quiz, tape, problems);
    if TELLS {
        follow(quiz);
    }
}

/// Keeps only links that may be followed: drops those that lead to the reader's own machine, and strips user names
/// before a host.
fn follow(quiz: &mut Quiz) {
    let follows = |link: &mut Text| {
        let followed = followed(&link.value);
        let follows = followed.is_some();
        link.value = followed.unwrap_or_default();
        follows
    };
    quiz.next.retain_mut(|next| follows(&mut next.link));
    quiz.forms.retain_mut(|form| follows(&mut form.link));
}

impl Checker<'_, '_> {
    /// No two ids of a list are the same.
    fn distinct(&mut self, ids: &mut dyn Iterator<Item = &Text>) {
        let mut names = Names::default();
        for id in ids.filter(|id| id.is_given()) {
            if names.add(&id.value).is_some() {
                self.error(Code::DUPLICATE_ID, id.at, &[("id", Words(&id.value))], None);
            }
        }
    }

    /// The skills of one list of keys: known, and none twice, since the second would never be reached.
    fn keys(&mut self, skills: &mut dyn Iterator<Item = &Text>, quiz: &Quiz) {
        let mut seen = Names::default();
        for skill in skills.filter(|skill| skill.is_given()) {
            self.known_skill(skill, quiz);
            if seen.add(&skill.value).is_some() {
                self.error(Code::UNREACHABLE_KEY, skill.at, &[("skill", Words(&skill.value))], None);
            }
        }
    }

    fn level_keys(&mut self, keys: &[LevelKey], quiz: &Quiz) {
        self.keys(&mut keys.iter().map(|key| &key.skill), quiz);
    }

    fn known_skill(&mut self, skill: &Text, quiz: &Quiz) {
        if !self.problems.full() && skill.is_given() && self.skills.find(&skill.value).is_none() {
            let hint =
                self.problems.nearest(&skill.value, &mut quiz.skills.iter().map(|skill| skill.id.value.as_str()));
            self.error(Code::UNKNOWN_SKILL, skill.at, &[("skill", Words(&skill.value))], hint);
        }
    }

    fn item(&mut self, item: &Item, quiz: &Quiz) {
        let kind = &item.kind;
        let options = &kind.options().list;
        self.apart(Code::UNREACHABLE_OPTION, options);
        self.apart(Code::UNREACHABLE_GROUP, &kind.groups().list);
        self.keys(&mut kind.keys().iter().map(|key| &key.skill), quiz);
        // Keys that a quiz without skills cannot have are told as such.
        if !quiz.counts() {
            self.level_keys(kind.right(), quiz);
        }
        if let Some(skill) = kind.skill() {
            self.known_skill(skill, quiz);
        }
        for option in options {
            self.level_keys(&option.keys, quiz);
        }
        kind.check(item.at, &item.id.value, self);
        if let Some(calibration) = item.calibration.as_ref().filter(|_| FULL) {
            self.calibration(item, calibration);
        }
        for key in kind.right().iter().filter(|key| key.level == 0.0) {
            if let Some(at) = self.number_at(key.at, "level") {
                self.error(Code::FLAT_RIGHT, at, &[], None);
            }
        }
        let mut keyed = false;
        item.each_skill(&mut |_| keyed = true);
        if FULL {
            self.scaled(item, quiz);
        }
        if kind.measures() && !keyed && !quiz.counts() && item.instructed.is_none() && item.id.is_given() {
            self.warn(Code::ITEM_WITHOUT_KEY, item.at, &[("item", Words(&item.id.value))]);
        }
    }

    /// Options or groups with ids and words of their own: of two that are shown with the same words nobody can choose
    /// the second and mean it.
    fn apart(&mut self, code: Code, options: &[OptionRecord]) {
        self.distinct(&mut options.iter().map(|option| &option.id));
        let given = || options.iter().filter(|option| option.text.is_given());
        // Where nothing is told, only what is written alike is refused: how it is shown is for the whole reader, which
        // authors check with.
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

    fn skills(&mut self, quiz: &Quiz) {
        // An item without an id could not be read: who knows what it measures.
        let unread = quiz.items.iter().any(|item| !item.id.is_given());
        let mut measured = vec![unread; quiz.skills.len()];
        for item in &quiz.items {
            item.each_skill(&mut |skill| {
                count(1);
                let place = self.skills.find(&skill.value).and_then(|skill| measured.get_mut(skill));
                place.into_iter().for_each(|measured| *measured = true);
            });
        }
        for (skill, _) in
            quiz.skills.iter().zip(&measured).filter(|(skill, measured)| skill.id.is_given() && !**measured)
        {
            self.error(Code::SKILL_WITHOUT_ITEMS, skill.at, &[("skill", Words(&skill.id.value))], None);
        }
        for line in [&quiz.feedback, &quiz.summary, &quiz.learn].into_iter().flat_map(|lines| &lines.list) {
            self.known_skill(&line.skill, quiz);
        }
    }

    fn bounds(&mut self, quiz: &Quiz) {
        if let (Some(meaning), true) = (quiz.meaning.first(), quiz.skills.len() > 1) {
            self.warn(Code::MEANING_UNSEEN, meaning.at, &[("count", Number(quiz.skills.len() as f64))]);
        }
        for line in quiz.feedback.list.iter().chain(&quiz.learn.list) {
            let (from, to) = line.ends();
            if from >= to {
                self.error(Code::EMPTY_BAND, line.at, &[("from", Number(from)), ("to", Number(to))], None);
            }
        }
        if WARNS {
            self.bands(quiz);
        }
        if let [least, most] = quiz.minutes.0.as_slice()
            && least > most
        {
            let at = self.tape.member(quiz.at, "minutes").unwrap_or(quiz.at);
            self.error(Code::MINUTES_ORDER, at, &[("least", Number(*least)), ("most", Number(*most))], None);
        }
        if let Some(first) = quiz.forms.first().filter(|_| quiz.id.is_given() && quiz.form().is_none()) {
            self.error(Code::FORMS_WITHOUT_OWN, first.at, &[("quiz", Words(&quiz.id.value))], None);
        }
        let links = quiz.next.iter().map(|next| &next.link).chain(quiz.forms.iter().map(|form| &form.link));
        for link in links.filter(|link| link.is_given()) {
            let address = [("address", Words(&link.value))];
            if !address_allowed(&link.value) || !TELLS && is_strange(&link.value) {
                self.error(Code::LINK_ADDRESS, link.at, &address, None);
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
        let known = self.is_whole(evidence.at, "grade");
        for (grade, field, given) in needs {
            if known && evidence.grade >= grade && !given {
                self.error(
                    Code::EVIDENCE_MISSING,
                    evidence.at,
                    &[("grade", Number(f64::from(evidence.grade))), ("field", Words(field))],
                    None,
                );
            }
        }
    }

    /// Where texts of a skill are said of the same levels, the first is, and the others are not.
    fn bands(&mut self, quiz: &Quiz) {
        let mut said: Vec<BTreeMap<u64, f64>> = vec![BTreeMap::new(); quiz.skills.len()];
        for feedback in &quiz.feedback.list {
            let ((from, to), skill) = (feedback.ends(), self.skills.find(&feedback.skill.value));
            let Some(said) = skill.and_then(|skill| said.get_mut(skill)).filter(|_| from < to) else {
                continue;
            };
            if let Some((from, to)) = add_band(said, from, to) {
                self.warn(Code::OVERLAPPING_BANDS, feedback.at, &[("from", Number(from)), ("to", Number(to))]);
            }
        }
    }
}

/// Adds a band to those of a skill, which never overlap: where each begins, as the bits of a level from 0 on (whose
/// order is that of the levels), and where it ends. Gives the first part of it that another covers.
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
            checker.warn(Code::OWN_LANGUAGE, language.at, &[("language", Words(&language.value))]);
        }
    }
    // All errors come before the warnings, which a list cut short may lose.
    for (key, _) in translations.iter().flat_map(|translation| &translation.strings) {
        if !checker.problems.full() && paths.find(&key.value).is_none() {
            let hint = checker.problems.nearest(&key.value, &mut texts.iter().map(|(path, _)| path.as_str()));
            checker.error(Code::UNKNOWN_TEXT, key.at, &[("path", Words(&key.value))], hint);
        }
    }
    for translation in translations.iter().filter(|_| WARNS) {
        let given = Names::of(&mut translation.strings.iter().map(|(key, _)| key.value.as_str()));
        for (path, at) in &texts {
            if checker.problems.crowded() {
                break;
            }
            if given.find(path).is_none() {
                checker.warn(
                    Code::MISSING_TRANSLATION,
                    *at,
                    &[("path", Words(path)), ("language", Words(&translation.language.value))],
                );
            }
        }
    }
    quiz.translations = translations;
}
