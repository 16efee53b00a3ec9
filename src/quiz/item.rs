//! An item of a quiz document: its kind, and the fields that each kind has.

use super::FULL;
use super::calibration::Calibration;
use super::instruction::Instruction;
use super::key::{LevelKey, ScaleKey, weight};
use super::limits::{CHARACTERS, FURTHEST, OPTIONS, POINTS, POSITIONS, SKILLS, STEPS};
use super::option::Options;
use crate::numeric::random::Random;
use crate::text::json::At;
use crate::text::record::{Labels, OneOf, Record, Slot, Text, Words};

/// Characters of an answer in one's own words at most, where the item does not say.
const USUAL_CHARACTERS: u32 = 1_000;

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
    /// All options, the best first.
    Rank,
    /// A position between two ends.
    Slider,
    /// A number, right or wrong.
    Number,
    /// Every option into its group.
    Sort,
    /// A few words of one's own, which count for nothing and go nowhere.
    Text,
}

/// The words of [`ItemKind`] in documents, in its order.
pub const ITEM_KINDS: &str = if FULL {
    "single multiple likert frequency judge best-worst allocate rank slider number sort text"
} else {
    "single multiple likert frequency judge best-worst allocate"
};

const KINDS: [ItemKind; 12] = [
    ItemKind::Single,
    ItemKind::Multiple,
    ItemKind::Likert,
    ItemKind::Frequency,
    ItemKind::Judge,
    ItemKind::BestWorst,
    ItemKind::Allocate,
    ItemKind::Rank,
    ItemKind::Slider,
    ItemKind::Number,
    ItemKind::Sort,
    ItemKind::Text,
];

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
    /// What it asks for; as the quiz says where it does not say itself.
    pub instruction: OneOf<Instruction>,
    /// What the item rests on.
    pub sources: Labels,
    /// What can be chosen, rated, given points, put in order or into groups.
    pub options: Options,
    /// Whether the options are shown in an order drawn with the seed.
    pub shuffle: bool,
    /// `multiple`: the fewest options that make an answer.
    pub min: Option<u32>,
    /// `multiple`: the most. `text`: the most characters.
    pub max: Option<u32>,
    /// `likert`: number of steps. `judge`: ratings go from 1 to this.
    pub points: u32,
    /// `likert`, `judge` and `slider`: the words at the two ends. `frequency`: the words of all steps, rising.
    pub anchors: Words,
    /// `likert`, `frequency` and `slider`: what the steps say about skills.
    pub keys: Vec<ScaleKey>,
    /// `number` and `sort`: the levels that a right answer stands for.
    pub right: Vec<LevelKey>,
    /// `judge`, and `allocate` whose options have target ranges: the skill it measures.
    pub skill: Text,
    /// The same: how much it counts for the skill.
    pub weight: Option<f64>,
    /// `judge`: how far a rating may be off by itself, in steps. Where it is given, ratings that hardly differ count less.
    pub rating_error: Option<f64>,
    /// `allocate`: how many points are shared.
    pub total: u32,
    /// `slider`, `number`: the lowest number that can be given (`min` in documents).
    pub low: Option<f64>,
    /// `slider`, `number`: the highest (`max` in documents).
    pub high: Option<f64>,
    /// `slider`: from one position to the next, above 0; 1 if not said.
    pub step: Option<f64>,
    /// `slider`, `number`: what is counted or measured.
    pub unit: Text,
    /// `number`: the right answer.
    pub correct: f64,
    /// `number`: how far from it an answer may be and still be right, from 0; 0 if not said.
    pub tolerance: Option<f64>,
    /// `sort`: where the options belong. Groups are read as options are, and have an id and words alone.
    pub groups: Options,
    /// What calibration found out about it.
    pub calibration: Option<Calibration>,
    /// Node of the record.
    pub at: At,
}

impl Item {
    /// Number of answer categories of a scale item.
    pub fn categories(&self) -> u32 {
        match self.kind {
            ItemKind::Likert => self.points,
            ItemKind::Slider if FULL => self.position(self.high.unwrap_or_default()).map_or(0, |last| last + 1),
            _ => self.anchors.0.len() as u32,
        }
    }

    /// Which position of a slider the number is, from 0; `None` where it is beside all of them.
    ///
    /// A sum of decimal steps is hardly ever the decimal that it looks like (.1 + .2), so that a millionth of a step is nothing.
    pub fn position(&self, number: f64) -> Option<u32> {
        let steps = (number - self.low.unwrap_or_default()) / self.step.unwrap_or(1.0);
        let nearest = (steps + 0.5) as u32;
        let apart = steps - f64::from(nearest);
        ((-1e-6..=1e-6).contains(&apart) && nearest <= POSITIONS).then_some(nearest)
    }

    /// Whether the number is the right answer, give or take the tolerance.
    ///
    /// Each number is read to within 2^-53 of itself, and the difference is rounded once more: so much is nobody's mistake.
    /// Decimals of up to 15 digits are still told apart.
    pub fn is_right(&self, number: f64) -> bool {
        let tolerance = self.tolerance.unwrap_or_default();
        let rounding = 2.0 * f64::EPSILON * (number.abs() + self.correct.abs() + tolerance);
        (number - self.correct).abs() <= tolerance + rounding
    }

    /// Whether it asks for a number of its own, and not for a step or an option.
    fn is_measured(&self) -> bool {
        FULL && matches!(self.kind, ItemKind::Slider | ItemKind::Number)
    }

    /// Whether points are shared out over target ranges, and not over options with levels.
    pub fn has_targets(&self) -> bool {
        self.kind == ItemKind::Allocate && self.skill.is_given()
    }

    /// The fewest options that make an answer.
    pub fn fewest(&self) -> u32 {
        if self.kind == ItemKind::Rank { self.options.list.len() as u32 } else { self.min.unwrap_or(1) }
    }

    /// The most options, or characters, that make an answer.
    pub fn most(&self) -> u32 {
        self.max.unwrap_or(if self.kind == ItemKind::Text { USUAL_CHARACTERS } else { self.together() })
    }

    /// How many options can be chosen together.
    pub fn together(&self) -> u32 {
        self.options.list.iter().filter(|option| !FULL || !option.exclusive).count() as u32
    }

    /// The order in which the options are shown, as indices: as written, or drawn with the seed and the item's place in the quiz, and after
    /// them what can only be chosen alone. The small player, which reads no such item, shows them as written and has no need of it.
    pub fn shown(&self, seed: u32, place: usize) -> Vec<usize> {
        if !FULL {
            return Vec::new();
        }
        let all = 0..self.options.list.len();
        if !self.shuffle {
            return all.collect();
        }
        let (alone, mut order): (Vec<usize>, Vec<usize>) = all.partition(|index| self.options.is_exclusive(*index));
        Random::new((place as u64 + 1) << 32 | u64::from(seed)).shuffle(&mut order);
        order.extend(alone);
        order
    }

    /// The skills on which the item, or an option of it, has a key; some perhaps more than once.
    pub fn skills(&self) -> impl Iterator<Item = &Text> {
        let levels = self.options.list.iter().flat_map(|option| &option.keys).chain(&self.right);
        self.keys.iter().map(|key| &key.skill).chain(levels.map(|key| &key.skill)).chain([&self.skill])
    }

    /// Whether the item, or an option of it, has a key on the skill.
    pub fn measures(&self, skill: &str) -> bool {
        self.skills().any(|keyed| keyed.value == skill)
    }
}

impl Record for Item {
    fn names(&self) -> &'static str {
        match self.kind {
            ItemKind::Single if FULL => "id type prompt instruction? sources? options shuffle? calibration?",
            ItemKind::BestWorst | ItemKind::Rank if FULL => "id type prompt instruction? sources? options shuffle?",
            ItemKind::Multiple if FULL => "id type prompt instruction? sources? options shuffle? min? max?",
            ItemKind::Judge if FULL => "id type prompt instruction? sources? options shuffle? points anchors? skill weight? rating_error?",
            ItemKind::Allocate if FULL => "id type prompt instruction? sources? options shuffle? total skill? weight?",
            // Where only the small player is, an order to be drawn is for the full one, as any field that it does not know.
            ItemKind::Single => "id type prompt instruction? sources? options calibration?",
            ItemKind::BestWorst | ItemKind::Rank => "id type prompt instruction? sources? options",
            ItemKind::Multiple => "id type prompt instruction? sources? options min? max?",
            ItemKind::Likert => "id type prompt instruction? sources? points anchors keys calibration?",
            ItemKind::Frequency => "id type prompt instruction? sources? anchors keys calibration?",
            ItemKind::Judge => "id type prompt instruction? sources? options points anchors? skill weight? rating_error?",
            ItemKind::Allocate => "id type prompt instruction? sources? options total skill? weight?",
            ItemKind::Slider if FULL => "id type prompt instruction? sources? min max step? anchors unit? keys",
            // What is right or one's own is neither what one would do nor what is best.
            ItemKind::Number if FULL => "id type prompt sources? correct tolerance? min? max? unit? keys calibration?",
            ItemKind::Sort if FULL => "id type prompt sources? groups options shuffle? keys calibration?",
            ItemKind::Text if FULL => "id type prompt sources? max?",
            _ => "",
        }
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        let fewest = if matches!(self.kind, ItemKind::Judge | ItemKind::BestWorst | ItemKind::Rank) { 3 } else { 2 };
        let anchors = if self.kind == ItemKind::Frequency { STEPS as usize } else { 2 };
        match name {
            "id" => Slot::Id(&mut self.id),
            "prompt" => Slot::Words(&mut self.prompt),
            "instruction" => self.instruction.slot(),
            "sources" => Slot::List(&mut self.sources, 0, OPTIONS),
            "options" => Slot::List(&mut self.options, fewest, OPTIONS),
            "shuffle" if FULL => Slot::Flag(&mut self.shuffle),
            "min" if self.is_measured() => any(self.low.get_or_insert_default()),
            "max" if self.is_measured() => any(self.high.get_or_insert_default()),
            "min" => Slot::Whole(self.min.get_or_insert_default(), 1, OPTIONS as u32),
            "max" => {
                Slot::Whole(self.max.get_or_insert_default(), 1, if self.kind == ItemKind::Text { CHARACTERS } else { OPTIONS as u32 })
            }
            "step" if FULL => Slot::Number(self.step.get_or_insert_default(), 1e-6, FURTHEST),
            "unit" if FULL => Slot::Words(&mut self.unit),
            "correct" if FULL => any(&mut self.correct),
            "tolerance" if FULL => Slot::Number(self.tolerance.get_or_insert_default(), 0.0, FURTHEST),
            "groups" if FULL => Slot::List(&mut self.groups, 2, STEPS as usize),
            "points" => Slot::Whole(&mut self.points, 2, STEPS),
            "anchors" => Slot::List(&mut self.anchors, 2, anchors),
            "keys" if FULL && matches!(self.kind, ItemKind::Number | ItemKind::Sort) => Slot::List(&mut self.right, 1, SKILLS),
            "keys" => Slot::List(&mut self.keys, 1, SKILLS),
            "skill" => Slot::Id(&mut self.skill),
            "calibration" => {
                if FULL {
                    Slot::Record(self.calibration.get_or_insert_default())
                } else {
                    Slot::Elsewhere
                }
            }
            "weight" => weight(&mut self.weight),
            "rating_error" => Slot::Number(self.rating_error.get_or_insert_default(), 0.01, f64::from(STEPS)),
            "total" => Slot::Whole(&mut self.total, 2, POINTS),
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
        self.options.names = match self.kind {
            ItemKind::Judge => "id text why? key",
            ItemKind::Multiple if FULL => "id text why? keys? exclusive?",
            ItemKind::Allocate => "id text why? keys? target?",
            ItemKind::Sort => "id text why? group",
            _ => "id text why? keys?",
        };
        self.groups.names = "id text";
    }
}

/// A number on either side of 0.
fn any(number: &mut f64) -> Slot<'_> {
    Slot::Number(number, -FURTHEST, FURTHEST)
}

#[cfg(test)]
mod tests {
    use super::Item;
    use crate::quiz;

    const QUIZ: &str = r#"{"format":"metier-quiz/1","id":"q","version":"1","language":"en","title":"T","about":"A","instruction":"best",
        "skills":[{"id":"s","name":"S","definition":"D","levels":["0","1","2","3","4"]}],
        "items":[{"id":"i","type":"multiple","prompt":"P","shuffle":true,"options":[{"id":"a","text":"A","keys":[{"skill":"s","level":1}]},
        {"id":"b","text":"B"},{"id":"none","text":"N","exclusive":true},{"id":"c","text":"C"},{"id":"d","text":"D"}]}],
        "evidence":{"grade":0,"note":"N"}}"#;

    fn item() -> Item {
        quiz::read(QUIZ).0.expect("a quiz").items.remove(0)
    }

    #[test]
    fn options_are_shown_in_every_order_and_what_stands_alone_comes_last() {
        let item = item();
        let orders: Vec<Vec<usize>> = (0..2_000).map(|seed| item.shown(seed, 0)).collect();
        let mut known = orders.clone();
        known.sort();
        known.dedup();
        assert_eq!(known.len(), 24, "orders of four options");
        assert!(orders.iter().all(|order| order[4] == 2));
        // Each of 24 in 2,000 draws: 83, give or take 9.
        let least = known.iter().map(|one| orders.iter().filter(|order| *order == one).count()).min();
        assert!(least > Some(83 - 45), "{least:?}");
        assert_eq!(item.shown(7, 0), item.shown(7, 0));
        assert!((0..50).any(|seed| item.shown(seed, 0) != item.shown(seed, 1)), "two items of one quiz have orders of their own");
    }

    #[test]
    fn what_stands_alone_does_not_count_for_the_most() {
        assert_eq!(item().most(), 4);
    }
}
