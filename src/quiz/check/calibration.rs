//! What hangs together in calibrated items and in the settings of an adaptive quiz.

use crate::numeric::matrix::Matrix;
use crate::problem::Code;
use crate::problem::Naming::{Number, Text as Words};
use crate::quiz::calibration::{Adaptive, Calibration, Criterion, ModelKind};
use crate::quiz::document::{Quiz, Skill};
use crate::quiz::item::Item;
use crate::quiz::kinds::Kind;
use crate::quiz::kinds::checking::Checker;
use crate::text::json::At;

impl Checker<'_, '_> {
    /// The parameters of an item: possible ones, for its own categories and a skill that it is keyed on.
    pub(super) fn calibration(&mut self, item: &Item, calibration: &Calibration) {
        let skill = &calibration.skill;
        if skill.is_given() && !item.measures(&skill.value) {
            self.error(Code::CALIBRATION_SKILL, skill.at, &[("skill", Words(&skill.value))], None);
        }
        let (c, d) = (calibration.c.unwrap_or(0.0), calibration.d.unwrap_or(1.0));
        if c >= d {
            self.error(Code::CALIBRATION_ASYMPTOTES, calibration.at, &[("c", Number(c)), ("d", Number(d))], None);
        }
        let b = &calibration.b.0;
        let falls = || b.iter().zip(b.iter().skip(1)).position(|(lower, higher)| lower >= higher);
        if calibration.model == ModelKind::Graded
            && let Some(place) = falls()
        {
            self.error(Code::CALIBRATION_ORDER, calibration.at, &[("place", Number(place as f64 + 2.0))], None);
        }
        let (slopes, intercepts) = (calibration.slopes.0.len(), calibration.intercepts.0.len());
        if slopes != intercepts {
            let values = [("slopes", Number(slopes as f64)), ("intercepts", Number(intercepts as f64))];
            self.error(Code::CALIBRATION_PAIRS, calibration.at, &values, None);
        }
        self.categories(item, calibration);
    }

    /// The parameters are for as many categories as the item's answers have.
    fn categories(&mut self, item: &Item, calibration: &Calibration) {
        let listed = &calibration.categories.0;
        let options = item.kind.options().list.len();
        let single = matches!(item.kind, Kind::Single(_));
        if !single && !listed.is_empty() || single && listed.len() != options {
            let values = [("found", Number(listed.len() as f64)), ("wanted", Number(options as f64))];
            let code = if single { Code::CALIBRATION_OPTIONS } else { Code::CALIBRATION_LISTED };
            return self.error(code, calibration.at, &values, None);
        }
        if !self.is_whole(item.at, "points") {
            return;
        }
        let last = listed.iter().max().map_or(0, |last| *last as usize + 1);
        let found = if single { last } else { item.kind.categories() as usize };
        if found != calibration.count() {
            let values = [("found", Number(found as f64)), ("wanted", Number(calibration.count() as f64))];
            self.error(Code::CALIBRATION_CATEGORIES, calibration.at, &values, None);
        }
    }

    /// An adaptive quiz has its settings, and no other has.
    pub(super) fn adaptive(&mut self, quiz: &Quiz) {
        let Some(adaptive) = &quiz.adaptive else {
            if quiz.is_adaptive() {
                let at = self.member(quiz.at, "order");
                self.error(Code::ADAPTIVE_MISSING, at, &[], None);
            }
            return;
        };
        if !quiz.is_adaptive() {
            self.error(Code::ADAPTIVE_ORDER, adaptive.at, &[], None);
        }
        let (min, items) = (adaptive.min.unwrap_or(1), quiz.items.len() as u32);
        let read = adaptive.max > 0 && self.is_whole(adaptive.at, "min") && self.is_whole(adaptive.at, "max");
        let most = adaptive.max.min(items);
        if read && min > most {
            let values = [("min", Number(f64::from(min))), ("max", Number(f64::from(most)))];
            self.error(Code::ADAPTIVE_LENGTH, adaptive.at, &values, None);
        } else if read && adaptive.max > items {
            let values = [("max", Number(f64::from(adaptive.max))), ("items", Number(f64::from(items)))];
            self.error(Code::ADAPTIVE_MOST, adaptive.at, &values, None);
        }
        if adaptive.stop_error.is_some() {
            self.stop_error(quiz, adaptive);
        }
        let decides = adaptive.rule.is(Criterion::Decide) || adaptive.stop_share.is_some();
        if (decides || adaptive.by_screens()) && quiz.skills.len() < 2 {
            self.error(Code::ADAPTIVE_ROLES, adaptive.at, &[], None);
        }
        if adaptive.by_screens() {
            self.screens(quiz, adaptive);
        }
    }

    /// Screens are chosen by what decides between roles, and by nothing else beside it.
    fn screens(&mut self, quiz: &Quiz, adaptive: &Adaptive) {
        let others =
            [("among", adaptive.among.is_some()), ("start", adaptive.start.is_some()), ("balance", adaptive.balance)];
        for (name, _) in others.into_iter().filter(|(_, given)| *given) {
            let at = self.member(adaptive.at, name);
            self.warn(Code::ADAPTIVE_SCREENS, at, &[("name", Words(name))]);
        }
        if quiz.is_adaptive() && quiz.skills.len() > 1 && !quiz.decides() {
            self.error(Code::ADAPTIVE_DECIDES, adaptive.at, &[], None);
        }
    }

    /// Only levels that come from calibrated items have a standard error to stop by.
    fn stop_error(&mut self, quiz: &Quiz, adaptive: &Adaptive) {
        let at = self.member(adaptive.at, "stop_error");
        if quiz.evidence.grade < 3 {
            return self.error(Code::ADAPTIVE_GRADE, at, &[("grade", Number(f64::from(quiz.evidence.grade)))], None);
        }
        if let Some(skill) = self.uncalibrated(quiz) {
            self.error(Code::ADAPTIVE_CALIBRATED, at, &[("skill", Words(&skill.id.value))], None);
        }
    }

    /// The first skill for which no item is calibrated.
    fn uncalibrated<'q>(&self, quiz: &'q Quiz) -> Option<&'q Skill> {
        let mut calibrated = vec![false; quiz.skills.len()];
        for calibration in quiz.items.iter().filter_map(|item| item.calibration.as_ref()) {
            let place = self.skills.find(&calibration.skill.value).and_then(|skill| calibrated.get_mut(skill));
            place.into_iter().for_each(|calibrated| *calibrated = true);
        }
        quiz.skills.iter().zip(calibrated).find(|(_, calibrated)| !calibrated).map(|(skill, _)| skill)
    }

    /// Where levels could come from calibrated items, but not those of every skill, none do.
    pub(super) fn calibrated(&mut self, quiz: &Quiz) {
        let some = quiz.items.iter().any(|item| item.calibration.is_some());
        let Some(skill) = self.uncalibrated(quiz) else { return };
        if some && quiz.evidence.grade >= 3 {
            self.warn(Code::CALIBRATION_PARTIAL, skill.at, &[("skill", Words(&skill.id.value))]);
        }
    }

    /// Correlations are of known pairs, each named once, and there can be people of whom all of them hold.
    pub(super) fn correlations(&mut self, quiz: &Quiz) {
        let mut matrix = Matrix::diagonal(&vec![1.0; quiz.skills.len()]);
        let mut named = Matrix::diagonal(&vec![1.0; quiz.skills.len()]);
        for correlation in &quiz.correlations {
            self.known_skill(&correlation.skill, quiz);
            self.known_skill(&correlation.with, quiz);
            let (one, other) = (self.skills.find(&correlation.skill.value), self.skills.find(&correlation.with.value));
            let (Some(one), Some(other)) = (one, other) else { continue };
            if named.at(one, other) != 0.0 {
                let values = [("skill", Words(&correlation.skill.value)), ("with", Words(&correlation.with.value))];
                self.error(Code::CORRELATION_TWICE, correlation.at, &values, None);
                continue;
            }
            for (matrix, value) in [(&mut matrix, correlation.value), (&mut named, 1.0)] {
                matrix.set(one, other, value);
                matrix.set(other, one, value);
            }
        }
        if !quiz.correlations.is_empty() && matrix.cholesky().is_none() {
            let at = self.member(quiz.at, "correlations");
            self.error(Code::CORRELATION_IMPOSSIBLE, at, &[], None);
        }
    }

    pub(super) fn member(&self, at: At, name: &str) -> At {
        self.tape.member(at, name).unwrap_or(at)
    }
}
