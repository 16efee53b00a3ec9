//! Warnings about what is counted and said: behaviours that nobody can show, sentences about the person that are missing,
//! texts too long to be read in one go.

use crate::problem::Naming::{Number, Text as Words};
use crate::problem::{Code, Severity};
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::kinds::checking::Checker;
use crate::quiz::limits::LEVELS;
use crate::steps::count;
use crate::text::markdown;
use crate::text::names::Names;
use crate::text::record::Text;

/// Words of a situation, and of the question after it, from which on people lose the thread: what we judge ourselves.
const SITUATION: usize = 45;
const QUESTION: usize = 15;
/// Items that must offer a behaviour before the report speaks of it.
const CHANCES: u32 = 2;

impl Checker<'_, '_> {
    /// All of them.
    pub(super) fn doubts(&mut self, quiz: &Quiz) {
        self.behaviours(quiz);
        self.summaries(quiz);
        self.forms(quiz);
        for item in &quiz.items {
            self.long(Code::SITUATION_LONG, &item.situation, SITUATION);
            // Without a situation the story stands in the question.
            if item.situation.is_given() {
                self.long(Code::QUESTION_LONG, &item.prompt, QUESTION);
            }
        }
    }

    /// Each form has a name of its own, by what is shown of it.
    fn forms(&mut self, quiz: &Quiz) {
        let given = || quiz.forms.iter().map(|form| &form.name).filter(|name| name.is_given());
        let shown: Vec<String> = given().map(|name| markdown::shown(&name.value)).collect();
        let mut names = Names::default();
        for (name, shown) in given().zip(&shown) {
            if names.add(shown).is_some() {
                self.warn(Code::FORMS_ALIKE, name.at, &[("name", Words(&name.value))]);
            }
        }
    }

    fn long(&mut self, code: Code, text: &Text, most: usize) {
        count(text.value.len());
        let found = text.value.split_ascii_whitespace().count();
        if found > most {
            self.warn(code, text.at, &[("found", Number(found as f64)), ("most", Number(most as f64))]);
        }
    }

    /// Behaviours that are shown are there, and each has chances enough to be spoken of.
    fn behaviours(&mut self, quiz: &Quiz) {
        let names = Names::of(&mut quiz.behaviours().map(|behaviour| behaviour.id.value.as_str()));
        // Chances so far, and the last item that was one, from 1.
        let mut chances = vec![(0, 0); quiz.behaviours().count()];
        for (item, place) in quiz.items.iter().zip(1..) {
            for shown in shown(item) {
                match names.find(&shown.value).and_then(|behaviour| chances.get_mut(behaviour)) {
                    Some((chances, last)) if *last != place => (*chances, *last) = (*chances + 1, place),
                    Some(_) => {}
                    None => self.unknown_behaviour(shown, quiz),
                }
            }
            let steps = item.kind.categories();
            for shows in item.shows.iter().filter(|shows| shows.from >= steps && steps > 0) {
                let values = [("found", Number(f64::from(shows.from))), ("most", Number(f64::from(steps) - 1.0))];
                self.warn(Code::UNREACHABLE_STEP, shows.at, &values);
            }
        }
        let rare = |(_, (chances, _)): &(_, (u32, usize))| *chances < CHANCES;
        for (behaviour, (chances, _)) in quiz.behaviours().zip(chances).filter(rare) {
            let values = [("behaviour", Words(&behaviour.id.value)), ("count", Number(f64::from(chances)))];
            self.warn(Code::BEHAVIOUR_RARE, behaviour.id.at, &values);
        }
    }

    fn unknown_behaviour(&mut self, shown: &Text, quiz: &Quiz) {
        if self.problems.crowded() {
            return;
        }
        let mut known = quiz.behaviours().map(|behaviour| behaviour.id.value.as_str());
        let hint = self.problems.nearest(&shown.value, &mut known);
        let values = [("behaviour", Words(&shown.value))];
        let warning = self.tape.problem(Severity::Warning, Code::UNKNOWN_BEHAVIOUR, shown.at, &values, hint);
        self.problems.add(warning);
    }

    /// A skill with sentences about the person has one for each level, for each boundary, and for each two boundaries on
    /// both sides of a level, as bands of few answers cross; and none twice.
    fn summaries(&mut self, quiz: &Quiz) {
        let mut said = vec![[[false; LEVELS]; LEVELS]; quiz.skills.len()];
        for line in &quiz.summary.list {
            let (from, to) = line.band;
            let values = [("from", Number(f64::from(from))), ("to", Number(f64::from(to)))];
            if from > to {
                self.warn(Code::SUMMARY_NEVER, line.at, &values);
                continue;
            }
            let skill = self.skills.find(&line.skill.value).and_then(|skill| said.get_mut(skill));
            let place = skill.and_then(|said| said.get_mut(from as usize)?.get_mut(to as usize));
            if place.is_some_and(|said| std::mem::replace(said, true)) {
                self.warn(Code::SUMMARY_AGAIN, line.at, &values);
            }
        }
        for (skill, said) in quiz.skills.iter().zip(&said).filter(|(_, said)| said.iter().flatten().any(|said| *said)) {
            let pairs = (0..LEVELS).flat_map(|from| (from..LEVELS.min(from + 3)).map(move |to| (from, to)));
            let is_said = |(from, to): &(usize, usize)| said.get(*from).and_then(|row| row.get(*to)) == Some(&true);
            if let Some((from, to)) = pairs.into_iter().find(|pair| !is_said(pair)) {
                let levels = [("from", Number(from as f64)), ("to", Number(to as f64))];
                let [from, to] = levels;
                self.warn(Code::SUMMARY_MISSING, skill.at, &[("skill", Words(&skill.id.value)), from, to]);
            }
        }
    }
}

/// The behaviours that answers to an item show, some perhaps more than once.
fn shown(item: &Item) -> impl Iterator<Item = &Text> {
    let steps = item.shows.iter().map(|shows| &shows.behaviour);
    steps.chain(item.kind.options().list.iter().flat_map(|option| &option.shows.0))
}
