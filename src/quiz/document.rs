//! What a quiz document holds, field by field as in its JSON Schema (`www/schema/quiz-1.json`).

use super::FULL;
use super::calibration::{Adaptive, Correlation, Criterion, Scale};
#[cfg(feature = "whole")]
use super::counted::Counted;
use super::instruction::Instruction;
use super::item::Item;
use super::kinds::room::full;
use super::limits::{ITEMS, LEVELS, OPTIONS, SKILLS, TOP};
use super::line::{FEEDBACK, LEARNING, Lines, SUMMARY};
use super::option::{OptionRecord, Options};
use super::sample::Sample;
use super::scales::AnswerScale;
use crate::closed::Closed;
use crate::text::direction::Direction;
use crate::text::json::At;
use crate::text::record::{List, OneOf, Slot, Text, Words};
use crate::{closed, record};

closed! {
    /// In which order items are asked; as written where the document does not say.
    pub enum Order {
        /// As written.
        Fixed = "fixed",
        /// Shuffled with the session's seed.
        Shuffled = "shuffled",
        /// Each chosen by the answers so far.
        Adaptive = "adaptive",
    }
}

/// The words of [`Order`] that the small player reads.
const FEW_ORDERS: &str = "fixed shuffled";

/// A quiz.
#[derive(Debug, Default)]
pub struct Quiz {
    /// Its identifier, `[a-z][a-z0-9-]{0,63}`.
    pub id: Text,
    /// Its version, as the author counts.
    pub version: Text,
    /// Language of its own words.
    pub language: Text,
    /// The direction of its own words; the usual one of the language where it does not say.
    pub direction: OneOf<Direction>,
    /// Its title.
    pub title: Text,
    /// What it is and for whom, in two sentences.
    pub about: Text,
    /// What its items ask for, unless they say otherwise.
    pub instruction: OneOf<Instruction>,
    /// Nothing, or the least and the most minutes that it takes.
    pub minutes: Minutes,
    /// In which order its items are asked.
    pub order: OneOf<Order>,
    /// Share of a skill's items that must be answered before a level is given, 0 to 1; a half if not said.
    pub minimum_answered: Option<f64>,
    /// What is assumed about people and answers.
    pub assumed: Assumed,
    /// How an adaptive quiz goes on.
    pub adaptive: Option<Adaptive>,
    /// How the scale of calibrated items lies on that of levels.
    pub scale: Scale,
    /// Answer scales that statements share.
    pub scales: Vec<AnswerScale>,
    /// How its skills go together among people; those that are not named do not.
    pub correlations: Vec<Correlation>,
    /// Who wrote it.
    pub author: Text,
    /// Under which licence its words are.
    pub licence: Text,
    /// What it measures.
    pub skills: Vec<Skill>,
    /// Its questions.
    pub items: Vec<Item>,
    /// What is said of the count, in a quiz that measures no skills.
    #[cfg(feature = "whole")]
    pub counted: Option<Counted>,
    /// What is said of a skill at a level.
    pub feedback: Lines,
    /// What is said of the person where a band is at certain levels.
    pub summary: Lines,
    /// What to do next, by skill.
    pub learn: Lines,
    /// What the skill of a quiz of one skill means in each role.
    pub meaning: Vec<Meaning>,
    /// What must be shown wherever its numbers of other origin are.
    pub attributions: Words,
    /// Where to go next.
    pub next: Vec<Next>,
    /// The forms of the quiz, itself among them: documents that ask other questions on the same skills.
    pub forms: Vec<Form>,
    /// How far the quiz has been tested.
    pub evidence: Evidence,
    /// Its words in other languages.
    pub translations: Vec<Translation>,
    /// Node of the document.
    pub at: At,
}

record!(Quiz, quiz:
    "$schema?" => Slot::Anything,
    "format" => Slot::Constant("metier-quiz/1"),
    "id" => Slot::Id(&mut quiz.id),
    "version" => Slot::Label(&mut quiz.version),
    "language" => Slot::Language(&mut quiz.language),
    "direction?" => quiz.direction.slot(),
    "title" => Slot::Words(&mut quiz.title),
    "about" => Slot::Words(&mut quiz.about),
    "instruction" => quiz.instruction.slot(),
    "minutes?" => Slot::List(&mut quiz.minutes, 2, 2),
    "order?" => quiz.order.slot_of(if FULL { Order::WORDS } else { FEW_ORDERS }),
    "minimum_answered?" => Slot::Number(quiz.minimum_answered.get_or_insert_default(), 0.0, 1.0),
    "assumed?" => Slot::Record(&mut quiz.assumed),
    "adaptive?" => if FULL { Slot::Record(quiz.adaptive.get_or_insert_default()) } else { Slot::Elsewhere },
    "scale?" => if FULL { Slot::Record(&mut quiz.scale) } else { Slot::Elsewhere },
    "scales?" => if FULL { Slot::List(&mut quiz.scales, 0, OPTIONS) } else { Slot::Elsewhere },
    "correlations?" => if FULL { Slot::List(&mut quiz.correlations, 0, ITEMS) } else { Slot::Elsewhere },
    "author?" => Slot::Words(&mut quiz.author),
    "licence?" => Slot::Words(&mut quiz.licence),
    // A quiz that counts has none; that no other lacks them is checked with the rest.
    full!("skills", "?") => Slot::List(&mut quiz.skills, if FULL { 0 } else { 1 }, SKILLS),
    "items" => Slot::List(&mut quiz.items, 1, ITEMS),
    "counted?" => quiz.counted(),
    "feedback?" => quiz.feedback.slot(FEEDBACK),
    "summary?" => quiz.summary.slot(SUMMARY),
    "learn?" => quiz.learn.slot(LEARNING),
    "meaning?" => Slot::List(&mut quiz.meaning, 0, OPTIONS),
    "attributions?" => Slot::List(&mut quiz.attributions, 0, OPTIONS),
    "next?" => Slot::List(&mut quiz.next, 0, OPTIONS),
    "forms?" => Slot::List(&mut quiz.forms, 2, OPTIONS),
    "evidence" => Slot::Record(&mut quiz.evidence),
    "translations?" => Slot::List(&mut quiz.translations, 0, OPTIONS),
);

/// Least and most minutes.
#[derive(Debug, Default)]
pub struct Minutes(pub Vec<f64>);

impl List for Minutes {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0.0);
        self.0.last_mut().map_or(Slot::Anything, |minutes| Slot::Number(minutes, 0.0, 600.0))
    }
}

/// Something that is measured.
#[derive(Debug, Default)]
pub struct Skill {
    /// Its identifier; the catalogue's skill of the same id is the same skill.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// What someone who has it does.
    pub definition: Text,
    /// What each level from 0 to 4 looks like.
    pub levels: Words,
    /// What people who have it do, as far as items offer the chance. Read as options are, with an id and words alone.
    pub behaviours: Options,
    /// Node of the record.
    pub at: At,
}

record!(Skill, skill:
    "id" => Slot::Id(&mut skill.id),
    "name" => Slot::Words(&mut skill.name),
    "definition" => Slot::Words(&mut skill.definition),
    "levels" => Slot::List(&mut skill.levels, LEVELS, LEVELS),
    "behaviours?" => skill.behaviours.list(1, SKILLS, "id name"),
);

/// What the skill means in a role: for a quiz of one skill, which names no role.
#[derive(Debug, Default)]
pub struct Meaning {
    /// The role.
    pub role: Text,
    /// Its name.
    pub name: Text,
    /// Whether it is what some companies mean by a title, and not a role to aim for as such.
    pub archetype: bool,
    /// The level that it needs, 0 to 4.
    pub need: f64,
    /// The skill's share of all that the role weighs, 0 to 1.
    pub weight: f64,
    /// The level that is a must-have.
    pub floor: Option<f64>,
    /// Where the need is from.
    pub from: Text,
    /// What the skill is for there.
    pub text: Text,
    /// Node of the record.
    pub at: At,
}

record!(Meaning, meaning:
    "role" => Slot::Id(&mut meaning.role),
    "name" => Slot::Words(&mut meaning.name),
    "archetype?" => Slot::Flag(&mut meaning.archetype),
    "need" => Slot::Number(&mut meaning.need, 0.0, TOP),
    "weight" => Slot::Number(&mut meaning.weight, 0.0, 1.0),
    "floor?" => Slot::Number(meaning.floor.get_or_insert_default(), 0.0, TOP),
    "from?" => Slot::Label(&mut meaning.from),
    "text?" => Slot::Words(&mut meaning.text),
);

/// What is assumed about people and answers, for quizzes that were not calibrated on people.
///
/// A quiz may bring its own; the default is that of the shipped catalogue (a test holds the two together).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumed {
    /// Mean level of people before any answer, 0 to 4.
    pub prior_mean: f64,
    /// Standard deviation of people's levels before any answer, above 0.
    pub prior_sd: f64,
    /// Standard deviation of single answers around a person's level, above 0.
    pub answer_sd: f64,
    /// Read, so that documents may keep it; nothing goes by it.
    pub answer_weight: f64,
    /// Node of the record.
    pub at: At,
}

impl Quiz {
    /// Where what is said of a count is read into.
    #[cfg(feature = "whole")]
    fn counted(&mut self) -> Slot<'_> {
        Slot::Record(self.counted.get_or_insert_default())
    }

    /// The small player reads no quiz that counts.
    #[cfg(not(feature = "whole"))]
    fn counted(&mut self) -> Slot<'_> {
        Slot::Elsewhere
    }

    /// Whether its result is a count, and no level.
    #[cfg(feature = "whole")]
    pub fn counts(&self) -> bool {
        self.counted.is_some()
    }

    /// The small player reads no quiz that counts.
    #[cfg(not(feature = "whole"))]
    pub fn counts(&self) -> bool {
        false
    }

    /// What an item asks for.
    pub fn instruction_of(&self, item: &Item) -> Instruction {
        Instruction::said(item.instruction.or(self.instruction))
    }

    /// Whether items are chosen by the answers so far.
    pub fn is_adaptive(&self) -> bool {
        FULL && self.order.is(Order::Adaptive)
    }

    /// The adaptive settings of a quiz that asks by screens.
    pub fn screens(&self) -> Option<&Adaptive> {
        self.adaptive.as_ref().filter(|adaptive| self.is_adaptive() && adaptive.by_screens())
    }

    /// The most items that a person is asked by these settings, instructed ones included.
    pub fn longest(&self, adaptive: &Adaptive) -> u32 {
        let instructed = self.items.iter().filter(|item| item.instructed.is_some()).count() as u32;
        adaptive.max + if adaptive.by_screens() { instructed } else { 0 }
    }

    /// Whether the item that most decides between roles comes next: where the document says so, and where an adaptive
    /// quiz of several skills that are not calibrated says nothing.
    pub fn decides(&self) -> bool {
        let Some(adaptive) = self.adaptive.as_ref().filter(|_| self.is_adaptive()) else { return false };
        match adaptive.rule.get() {
            Some(criterion) => criterion == Criterion::Decide,
            None => self.skills.len() > 1 && !self.is_calibrated(),
        }
    }

    /// Whether its levels come from calibrated items: the evidence grade allows it, and each skill has some. So a
    /// report has standard errors for all skills, or for none.
    pub fn is_calibrated(&self) -> bool {
        FULL && self.evidence.grade >= 3 && self.skills.iter().all(|skill| self.calibrates(&skill.id.value))
    }

    /// Whether some item is calibrated for a skill.
    pub fn calibrates(&self, skill: &str) -> bool {
        self.items
            .iter()
            .any(|item| item.calibration.as_ref().is_some_and(|calibration| calibration.skill.value == skill))
    }

    /// The behaviours of all skills.
    pub fn behaviours(&self) -> impl Iterator<Item = &OptionRecord> {
        self.skills.iter().flat_map(|skill| &skill.behaviours.list)
    }

    /// The form that the quiz itself is, where it has several.
    pub fn form(&self) -> Option<&Form> {
        self.forms.iter().find(|form| form.id.value == self.id.value)
    }

    /// Whether a quiz is this one or another form of it.
    pub fn has_form(&self, quiz: &str) -> bool {
        self.id.value == quiz || self.forms.iter().any(|form| form.id.value == quiz)
    }

    /// The skill with an identifier.
    pub fn skill(&self, id: &str) -> Option<usize> {
        self.skills.iter().position(|skill| skill.id.value == id)
    }
}

impl Default for Assumed {
    fn default() -> Assumed {
        Assumed { prior_mean: 2.0, prior_sd: 1.0, answer_sd: 1.2, answer_weight: 4.0, at: 0 }
    }
}

record!(Assumed, assumed:
    "prior_mean" => Slot::Number(&mut assumed.prior_mean, 0.0, TOP),
    "prior_sd" => Slot::Number(&mut assumed.prior_sd, 0.01, TOP),
    "answer_sd" => Slot::Number(&mut assumed.answer_sd, 0.01, TOP),
    "answer_weight?" => Slot::Number(&mut assumed.answer_weight, 1.1, 1000.0),
);

/// Where to go next.
#[derive(Debug, Default)]
pub struct Next {
    /// Its title.
    pub title: Text,
    /// Its address: https, or relative to the document.
    pub link: Text,
    /// Why go there.
    pub why: Text,
    /// Node of the record.
    pub at: At,
}

record!(Next, next:
    "title" => Slot::Words(&mut next.title),
    "link" => Slot::Label(&mut next.link),
    "why?" => Slot::Words(&mut next.why),
);

/// One of several quizzes that ask other questions on the same skills.
#[derive(Debug, Default)]
pub struct Form {
    /// Identifier of its document.
    pub id: Text,
    /// What it is called beside the others, such as "A".
    pub name: Text,
    /// Where it is taken: https, or relative to the document.
    pub link: Text,
    /// Node of the record.
    pub at: At,
}

record!(Form, form:
    "id" => Slot::Id(&mut form.id),
    "name" => Slot::Words(&mut form.name),
    "link" => Slot::Label(&mut form.link),
);

/// How far a quiz has been tested. The grade switches outputs on; what it may not show is not in the report.
#[derive(Debug, Default)]
pub struct Evidence {
    /// 0 editorial, 1 keyed by experts, 2 piloted, 3 calibrated, 4 validated.
    pub grade: u32,
    /// What was done, in the author's words.
    pub note: Text,
    /// From grade 1: who keyed it.
    pub experts: Option<Experts>,
    /// From grade 2: how many people answered.
    pub people: Option<u32>,
    /// From grade 2: the reliability found.
    pub reliability: Option<f64>,
    /// From grade 2: the standard deviation of the levels of those people.
    pub deviation: Option<f64>,
    /// From grade 2: means and covariance of the levels of those people, for quizzes whose reports may say that levels
    /// stand out.
    pub sample: Option<Sample>,
    /// From grade 3: model fit and differential item functioning, in words with their source.
    pub fit: Text,
    /// Grade 4: the outcome study, cited.
    pub study: Text,
    /// Node of the record.
    pub at: At,
}

record!(Evidence, evidence:
    "grade" => Slot::Whole(&mut evidence.grade, 0, if FULL { 4 } else { 0 }),
    "note" => Slot::Words(&mut evidence.note),
    "experts?" => if FULL { Slot::Record(evidence.experts.get_or_insert_default()) } else { Slot::Elsewhere },
    "people?" => if FULL { Slot::Whole(evidence.people.get_or_insert_default(), 1, 1_000_000_000) } else { Slot::Elsewhere },
    "reliability?" => if FULL { Slot::Number(evidence.reliability.get_or_insert_default(), 0.0, 1.0) } else { Slot::Elsewhere },
    "deviation?" => if FULL { Slot::Number(evidence.deviation.get_or_insert_default(), 0.01, TOP) } else { Slot::Elsewhere },
    "sample?" => if FULL { Slot::Record(evidence.sample.get_or_insert_default()) } else { Slot::Elsewhere },
    "fit?" => if FULL { Slot::Words(&mut evidence.fit) } else { Slot::Elsewhere },
    "study?" => if FULL { Slot::Words(&mut evidence.study) } else { Slot::Elsewhere },
);

/// The experts who keyed a quiz.
#[derive(Debug, Default)]
pub struct Experts {
    /// How many.
    pub count: u32,
    /// What they work as.
    pub roles: Text,
    /// How well they agreed: mean correlation of one expert's key with the others'.
    pub agreement: f64,
    /// Node of the record.
    pub at: At,
}

record!(Experts, experts:
    "count" => Slot::Whole(&mut experts.count, 1, 10_000),
    "roles" => Slot::Words(&mut experts.roles),
    "agreement" => Slot::Number(&mut experts.agreement, -1.0, 1.0),
);

/// The words of a quiz in another language.
#[derive(Debug, Default)]
pub struct Translation {
    /// Which language.
    pub language: Text,
    /// The direction of its words; the usual one of the language where it does not say.
    pub direction: OneOf<Direction>,
    /// Path of a text (`items/launch-week/options/a/text`) and its words; what is missing falls back on the document's
    /// own.
    pub strings: Vec<(Text, Text)>,
    /// Node of the record.
    pub at: At,
}

record!(Translation, translation:
    "language" => Slot::Language(&mut translation.language),
    "direction?" => translation.direction.slot(),
    "strings" => Slot::Map(&mut translation.strings),
);
