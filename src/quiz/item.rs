//! What an item of a quiz document holds: its kind, its options and its keys.

use super::document::{Instruction, OPTIONS, Quiz, SKILLS, STEPS, TOP};
use crate::record;
use crate::text::json::At;
use crate::text::record::{Labels, List, Record, Slot, Text, Words};

/// How an item is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ItemKind {
    /// One option.
    #[default]
    Single,
    /// Several options.
    Multiple,
    /// Agreement on a scale.
    Likert,
    /// How often, on anchored steps.
    Frequency,
    /// A rating for every option of a situation.
    Judge,
    /// The best and the worst option.
    BestWorst,
    /// Points shared among the options.
    Allocate,
}

/// The words of [`ItemKind`] in documents, in its order.
pub const ITEM_KINDS: &str = "single multiple likert frequency judge best-worst allocate";

const KINDS: [ItemKind; 7] =
    [ItemKind::Single, ItemKind::Multiple, ItemKind::Likert, ItemKind::Frequency, ItemKind::Judge, ItemKind::BestWorst, ItemKind::Allocate];

impl ItemKind {
    /// The word of this kind in documents.
    pub fn word(self) -> &'static str {
        ITEM_KINDS.split(' ').nth(self as usize).unwrap_or_default()
    }
}

/// A question. One record for all kinds: which fields a kind has is said in [`Record::names`], and the others stay empty.
#[derive(Debug, Default)]
pub struct Item {
    /// Its identifier.
    pub id: Text,
    /// How it is answered.
    pub kind: ItemKind,
    /// The question.
    pub prompt: Text,
    /// 0 as the quiz says, otherwise one more than the index into [`INSTRUCTIONS`].
    pub instruction: u8,
    /// What the item rests on.
    pub sources: Labels,
    /// What can be chosen, rated or given points.
    pub options: Options,
    /// `multiple`: the fewest options that make an answer.
    pub min: Option<u32>,
    /// `multiple`: the most.
    pub max: Option<u32>,
    /// `likert`: number of steps. `judge`: ratings go from 1 to this.
    pub points: u32,
    /// `likert` and `judge`: the words at the two ends. `frequency`: the words of all steps, rising.
    pub anchors: Words,
    /// `likert` and `frequency`: what the steps say about skills.
    pub keys: Vec<ScaleKey>,
    /// `judge`: the skill it measures.
    pub skill: Text,
    /// `judge`: how much it counts for the skill.
    pub weight: Option<f64>,
    /// `allocate`: how many points are shared.
    pub total: u32,
    /// Node of the record.
    pub at: At,
}

impl Item {
    /// What the item asks for.
    pub fn instruction(&self, quiz: &Quiz) -> Instruction {
        let index = if self.instruction > 0 { self.instruction - 1 } else { quiz.instruction };
        if index == 0 { Instruction::Would } else { Instruction::Best }
    }

    /// Number of answer categories of a scale item.
    pub fn categories(&self) -> u32 {
        if self.kind == ItemKind::Likert { self.points } else { self.anchors.0.len() as u32 }
    }
}

impl Record for Item {
    fn names(&self) -> &'static str {
        match self.kind {
            ItemKind::Single | ItemKind::BestWorst => "id type prompt instruction? sources? options",
            ItemKind::Multiple => "id type prompt instruction? sources? options min? max?",
            ItemKind::Likert => "id type prompt instruction? sources? points anchors keys",
            ItemKind::Frequency => "id type prompt instruction? sources? anchors keys",
            ItemKind::Judge => "id type prompt instruction? sources? options points anchors? skill weight?",
            ItemKind::Allocate => "id type prompt instruction? sources? options total",
        }
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        let fewest = if matches!(self.kind, ItemKind::Judge | ItemKind::BestWorst) { 3 } else { 2 };
        let anchors = if self.kind == ItemKind::Frequency { STEPS as usize } else { 2 };
        match name {
            "id" => Slot::Id(&mut self.id),
            "prompt" => Slot::Words(&mut self.prompt),
            "instruction" => Slot::Word(&mut self.instruction, " would best"),
            "sources" => Slot::List(&mut self.sources, 0, OPTIONS),
            "options" => Slot::List(&mut self.options, fewest, OPTIONS),
            "min" => Slot::Whole(self.min.get_or_insert_default(), 1, OPTIONS as u32),
            "max" => Slot::Whole(self.max.get_or_insert_default(), 1, OPTIONS as u32),
            "points" => Slot::Whole(&mut self.points, 2, STEPS),
            "anchors" => Slot::List(&mut self.anchors, 2, anchors),
            "keys" => Slot::List(&mut self.keys, 1, SKILLS),
            "skill" => Slot::Id(&mut self.skill),
            "weight" => weight(&mut self.weight),
            "total" => Slot::Whole(&mut self.total, 2, 100),
            _ => Slot::Anything,
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }

    fn kinds(&self) -> &'static str {
        ITEM_KINDS
    }

    fn become_kind(&mut self, kind: u8) {
        self.kind = KINDS.get(usize::from(kind)).copied().unwrap_or_default();
        self.options.judged = self.kind == ItemKind::Judge;
    }
}

/// A weight: above 0, at most 10.
fn weight(weight: &mut Option<f64>) -> Slot<'_> {
    Slot::Number(weight.get_or_insert_default(), 0.001, 10.0)
}

/// The options of an item.
#[derive(Debug, Default)]
pub struct Options {
    /// Whether they are keyed by experts' ratings (`judge`) or by levels.
    judged: bool,
    /// The options, in the order in which they are shown.
    pub list: Vec<OptionRecord>,
}

impl List for Options {
    fn push(&mut self) -> Slot<'_> {
        self.list.push(OptionRecord { judged: self.judged, ..OptionRecord::default() });
        self.list.last_mut().map_or(Slot::Anything, |option| Slot::Record(option))
    }
}

/// What can be chosen.
#[derive(Debug, Default)]
pub struct OptionRecord {
    judged: bool,
    /// Its identifier within the item.
    pub id: Text,
    /// Its words.
    pub text: Text,
    /// What speaks for and against it, shown after the result.
    pub why: Text,
    /// What choosing it says about skills.
    pub keys: Vec<LevelKey>,
    /// `judge`: how experts rate it.
    pub key: RatingKey,
    /// Node of the record.
    pub at: At,
}

impl Record for OptionRecord {
    fn names(&self) -> &'static str {
        if self.judged { "id text why? key" } else { "id text why? keys?" }
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        match name {
            "id" => Slot::Id(&mut self.id),
            "text" => Slot::Words(&mut self.text),
            "why" => Slot::Words(&mut self.why),
            "keys" => Slot::List(&mut self.keys, 0, SKILLS),
            _ => Slot::Record(&mut self.key),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }
}

/// What choosing an option says about a skill: the level at which a person would choose it.
#[derive(Debug, Default)]
pub struct LevelKey {
    /// Which skill.
    pub skill: Text,
    /// 0 to 4.
    pub level: f64,
    /// How much it counts, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
    /// Node of the record.
    pub at: At,
}

record!(LevelKey, key:
    "skill" => Slot::Id(&mut key.skill),
    "level" => Slot::Number(&mut key.level, 0.0, TOP),
    "weight?" => weight(&mut key.weight),
);

/// What the steps of a scale say about a skill: the first is level 0 and the last level 4, or the other way round.
#[derive(Debug, Default)]
pub struct ScaleKey {
    /// Which skill.
    pub skill: Text,
    /// Whether the first step is the highest level.
    pub reverse: bool,
    /// How much it counts, above 0, at most 10; 1 if not said.
    pub weight: Option<f64>,
    /// Node of the record.
    pub at: At,
}

record!(ScaleKey, key:
    "skill" => Slot::Id(&mut key.skill),
    "reverse?" => Slot::Flag(&mut key.reverse),
    "weight?" => weight(&mut key.weight),
);

/// How experts rate an option of a `judge` item.
#[derive(Debug, Default)]
pub struct RatingKey {
    /// Their mean, 1 to the item's `points`.
    pub mean: f64,
    /// Their standard deviation.
    pub spread: Option<f64>,
    /// How many they are.
    pub experts: Option<u32>,
    /// Node of the record.
    pub at: At,
}

record!(RatingKey, key:
    "mean" => Slot::Number(&mut key.mean, 1.0, f64::from(STEPS)),
    "spread?" => Slot::Number(key.spread.get_or_insert_default(), 0.0, f64::from(STEPS)),
    "experts?" => Slot::Whole(key.experts.get_or_insert_default(), 1, 10_000),
);
