//! A quiz as the page shows it: plain data in the language shown. What an option counts for is there for the look back
//! alone; no other workings of the keys are.

use super::FULL;
use super::document::{Evidence, Form, Quiz, Skill};
use super::instruction::Instruction;
use super::item::Item;
use super::key::LevelKey;
use super::kinds::shown::Shown;
use super::option::OptionRecord;
use super::translate::{Each, Spoken, Voice};
use crate::text::direction::Direction;
use crate::text::record::{Labels, Text};
use serde::{Serialize, Serializer};

/// A quiz to be taken.
#[derive(Debug, Serialize)]
pub struct QuizView<'q> {
    /// The quiz's identifier.
    pub id: &'q str,
    /// Its version.
    pub version: &'q str,
    /// The language shown.
    pub language: &'q str,
    /// The direction of that language.
    pub direction: Direction,
    /// Its title.
    pub title: Spoken<'q>,
    /// What it is.
    pub about: Spoken<'q>,
    /// Who wrote it.
    pub author: Option<Spoken<'q>>,
    /// Under which licence.
    pub licence: Option<Spoken<'q>>,
    /// What its items ask for, unless they say otherwise.
    pub instruction: Instruction,
    /// Nothing, or the least and the most minutes.
    pub minutes: &'q [f64],
    /// The session's seed.
    pub seed: u32,
    /// Whether its levels come from calibrated items, and so have standard errors.
    pub calibrated: bool,
    /// Adaptive: the settings; the others ask all items.
    pub adaptive: Option<AdaptiveView>,
    /// The item to be asked next.
    pub next: Option<&'q str>,
    /// Evidence grade, 0 to 4.
    pub grade: u32,
    /// What was done for the grade.
    pub note: Spoken<'q>,
    /// What else the author states for the grade.
    pub stated: StatedView<'q>,
    /// What must be shown where the quiz shows numbers of other origin.
    pub attributions: Each<'q, Text, Spoken<'q>>,
    /// Its forms, itself among them; empty where it has but this one.
    pub forms: Each<'q, Form, FormView<'q>>,
    /// Languages that the document has words in, its own first.
    pub languages: Vec<&'q str>,
    /// What it measures.
    pub skills: Each<'q, Skill, SkillView<'q>>,
    /// Its questions in the order in which they are asked.
    pub items: Vec<ItemView<'q>>,
}

/// One of the forms of a quiz.
#[derive(Debug, Serialize)]
pub struct FormView<'q> {
    /// Identifier of its document.
    pub id: &'q str,
    /// What it is called beside the others.
    pub name: Spoken<'q>,
    /// Where it is taken.
    pub link: &'q str,
}

/// How an adaptive quiz goes on.
#[derive(Debug, Serialize)]
pub struct AdaptiveView {
    /// The most items that are asked.
    pub max: u32,
}

/// What the author states for the evidence grade. A field that belongs to a higher grade is not shown, whatever the
/// document says.
#[derive(Debug, Serialize)]
pub struct StatedView<'q> {
    /// From grade 1: who keyed it.
    pub experts: Option<ExpertsView<'q>>,
    /// From grade 2: how many people answered.
    pub people: Option<u32>,
    /// From grade 2: the reliability found, 0 to 1.
    pub reliability: Option<f64>,
    /// From grade 3: model fit and differential item functioning.
    pub fit: Option<Spoken<'q>>,
    /// Grade 4: the outcome study.
    pub study: Option<Spoken<'q>>,
}

/// The experts who keyed a quiz.
#[derive(Debug, Serialize)]
pub struct ExpertsView<'q> {
    /// How many.
    pub count: u32,
    /// What they work as.
    pub roles: Spoken<'q>,
    /// How well they agreed, -1 to 1.
    pub agreement: f64,
}

/// A skill of the quiz.
#[derive(Debug, Serialize)]
pub struct SkillView<'q> {
    /// Its identifier.
    pub id: &'q str,
    /// Its name.
    pub name: Spoken<'q>,
    /// What someone who has it does.
    pub definition: Spoken<'q>,
    /// What each level from 0 to 4 looks like.
    pub levels: Each<'q, Text, Spoken<'q>>,
}

/// A question.
#[derive(Debug, Serialize)]
pub struct ItemView<'q> {
    /// Its identifier.
    pub id: &'q str,
    /// The word of its kind.
    pub r#type: &'static str,
    /// The screen that it shares with the items beside it.
    #[cfg(feature = "whole")]
    pub group: Option<&'q str>,
    /// What it asks for.
    pub instruction: Instruction,
    /// The story that comes before the question.
    pub situation: Option<Spoken<'q>>,
    /// The question.
    pub prompt: Spoken<'q>,
    /// What it rests on.
    pub sources: &'q Labels,
    /// What can be chosen, rated, given points, put in order or into groups.
    pub options: OptionsView<'q>,
    /// Where options belong; empty where nothing is sorted.
    pub groups: Each<'q, OptionRecord, OptionView<'q>>,
    /// Words of the steps or of the two ends.
    pub anchors: Each<'q, Text, Spoken<'q>>,
    /// Steps of the scale; 0 where there is none.
    pub points: u32,
    /// Fewest options that make an answer.
    pub min: u32,
    /// Most options, or characters of a text.
    pub max: u32,
    /// Points to share; 0 where there are none.
    pub total: u32,
    /// Lowest number that can be given, if there is a bound.
    pub low: Option<f64>,
    /// Highest number that can be given.
    pub high: Option<f64>,
    /// From one position of a slider to the next.
    pub step: f64,
    /// What is counted or measured.
    pub unit: Option<Spoken<'q>>,
}

/// The options of an item in the order in which they are shown, each made when it is asked for or written out.
#[derive(Debug)]
pub struct OptionsView<'q> {
    order: Vec<usize>,
    list: &'q [OptionRecord],
    voice: &'q Voice,
}

impl<'q> OptionsView<'q> {
    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = OptionView<'q>> {
        self.order.iter().filter_map(|&index| Some(option_view(self.list.get(index)?, self.voice)))
    }
}

impl Serialize for OptionsView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !FULL {
            return self.voice.each(self.list, option_view).serialize(serializer);
        }
        serializer.collect_seq(self.iter())
    }
}

/// An option, or a group of options.
#[derive(Debug, Serialize)]
pub struct OptionView<'q> {
    /// Its identifier.
    pub id: &'q str,
    /// Its words.
    pub text: Spoken<'q>,
    /// What speaks for and against it; shown after the result only.
    pub why: Option<Spoken<'q>>,
    /// The levels that choosing it stands for; shown after the result only.
    pub levels: &'q [LevelKey],
    /// `judge`: the mean rating of the experts; shown after the result only.
    pub rating: Option<f64>,
    /// `allocate`: the fewest and the most points that it should get, or nothing; shown after the result only.
    pub target: &'q [u32],
    /// `sort`: the group to which it belongs, else empty; shown after the result only.
    pub group: &'q str,
    /// Whether it can be chosen alone or not at all.
    #[cfg(feature = "whole")]
    pub exclusive: bool,
    /// Why people differ about its group; shown after the result only.
    #[cfg(feature = "whole")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk: Option<Spoken<'q>>,
}

/// The view of `quiz`, whose texts were put into the language of `voice`, with its items in `order`.
pub fn view<'q>(quiz: &'q Quiz, voice: &'q Voice, order: &[usize], seed: u32, next: Option<&'q str>) -> QuizView<'q> {
    let mut languages = vec![quiz.language.value.as_str()];
    languages.extend(quiz.translations.iter().map(|translation| translation.language.value.as_str()));
    QuizView {
        id: quiz.id.value.as_str(),
        version: quiz.version.value.as_str(),
        language: &voice.language,
        direction: voice.direction,
        title: voice.text(&quiz.title),
        about: voice.text(&quiz.about),
        author: voice.given(&quiz.author),
        licence: voice.given(&quiz.licence),
        instruction: Instruction::said(quiz.instruction),
        minutes: &quiz.minutes.0,
        seed,
        calibrated: quiz.is_calibrated(),
        adaptive: quiz.adaptive.as_ref().filter(|_| FULL).map(|adaptive| AdaptiveView { max: quiz.longest(adaptive) }),
        next,
        grade: quiz.evidence.grade,
        note: voice.text(&quiz.evidence.note),
        stated: stated_view(&quiz.evidence, voice),
        attributions: voice.list(&quiz.attributions.0),
        forms: voice.each(&quiz.forms, form_view),
        languages,
        skills: voice.each(&quiz.skills, skill_view),
        items: order
            .iter()
            .filter_map(|&index| Some(item_view(quiz.items.get(index)?, index, seed, quiz, voice)))
            .collect(),
    }
}

fn stated_view<'q>(evidence: &'q Evidence, voice: &'q Voice) -> StatedView<'q> {
    let from = |grade: u32| FULL && evidence.grade >= grade;
    let experts = evidence.experts.as_ref().filter(|_| from(1));
    StatedView {
        experts: experts.map(|experts| ExpertsView {
            count: experts.count,
            roles: voice.text(&experts.roles),
            agreement: experts.agreement,
        }),
        people: evidence.people.filter(|_| from(2)),
        reliability: evidence.reliability.filter(|_| from(2)),
        fit: voice.given(&evidence.fit).filter(|_| from(3)),
        study: voice.given(&evidence.study).filter(|_| from(4)),
    }
}

fn form_view<'q>(form: &'q Form, voice: &'q Voice) -> FormView<'q> {
    FormView { id: form.id.value.as_str(), name: voice.text(&form.name), link: form.link.value.as_str() }
}

fn skill_view<'q>(skill: &'q Skill, voice: &'q Voice) -> SkillView<'q> {
    SkillView {
        id: skill.id.value.as_str(),
        name: voice.text(&skill.name),
        definition: voice.text(&skill.definition),
        levels: voice.list(&skill.levels.0),
    }
}

fn item_view<'q>(item: &'q Item, place: usize, seed: u32, quiz: &Quiz, voice: &'q Voice) -> ItemView<'q> {
    let options = item.kind.options();
    let mut shown = Shown::default();
    item.kind.show(&mut shown);
    let (min, max) = shown.count.unwrap_or((1, options.list.len() as u32));
    ItemView {
        id: item.id.value.as_str(),
        r#type: item.kind.word(),
        #[cfg(feature = "whole")]
        group: Some(item.group.value.as_str()).filter(|group| !group.is_empty()),
        instruction: quiz.instruction_of(item),
        situation: voice.given(&item.situation),
        prompt: voice.text(&item.prompt),
        sources: &item.sources,
        options: OptionsView { order: options.order(seed, place), list: &options.list, voice },
        groups: voice.each(&item.kind.groups().list, option_view),
        anchors: voice.list(shown.anchors),
        points: shown.points,
        min,
        max,
        total: shown.total,
        low: shown.low,
        high: shown.high,
        step: shown.step.unwrap_or(1.0),
        unit: shown.unit.and_then(|unit| voice.given(unit)),
    }
}

fn option_view<'q>(option: &'q OptionRecord, voice: &'q Voice) -> OptionView<'q> {
    OptionView {
        id: option.id.value.as_str(),
        text: voice.text(&option.text),
        why: voice.given(&option.why),
        levels: &option.keys,
        rating: Some(option.key.mean).filter(|mean| *mean > 0.0),
        target: option.target.points(),
        group: option.group.value.as_str(),
        #[cfg(feature = "whole")]
        exclusive: option.exclusive,
        #[cfg(feature = "whole")]
        talk: voice.given(&option.talk),
    }
}
