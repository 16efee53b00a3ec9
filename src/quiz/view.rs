//! A quiz as the page shows it: plain data in the language shown, and none of its keys' workings.

use super::document::{Instruction, Item, Quiz};
use super::translate::Voice;
use crate::text::markdown::Tree;
use crate::text::record::Text;
use serde::Serialize;

/// A quiz to be taken.
#[derive(Debug, Serialize)]
pub struct QuizView {
    /// The quiz's identifier.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The language shown.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Its title.
    pub title: Tree,
    /// What it is.
    pub about: Tree,
    /// Who wrote it.
    pub author: Option<Tree>,
    /// Under which licence.
    pub licence: Option<Tree>,
    /// `would` or `best`.
    pub instruction: &'static str,
    /// Nothing, or the least and the most minutes.
    pub minutes: Vec<f64>,
    /// The session's seed.
    pub seed: u32,
    /// Evidence grade, 0 to 4.
    pub grade: u32,
    /// What was done for the grade.
    pub note: Tree,
    /// Languages that the document has words in, its own first.
    pub languages: Vec<String>,
    /// What it measures.
    pub skills: Vec<SkillView>,
    /// Its questions in the order in which they are asked.
    pub items: Vec<ItemView>,
}

/// A skill of the quiz.
#[derive(Debug, Serialize)]
pub struct SkillView {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: Tree,
    /// What someone who has it does.
    pub definition: Tree,
    /// What each level from 0 to 4 looks like.
    pub levels: Vec<Tree>,
}

/// A question.
#[derive(Debug, Serialize)]
pub struct ItemView {
    /// Its identifier.
    pub id: String,
    /// The word of its kind.
    pub r#type: &'static str,
    /// `would` or `best`.
    pub instruction: &'static str,
    /// The question.
    pub prompt: Tree,
    /// What it rests on.
    pub sources: Vec<String>,
    /// What can be chosen, rated or given points.
    pub options: Vec<OptionView>,
    /// Words of the steps or of the two ends.
    pub anchors: Vec<Tree>,
    /// Steps of the scale; 0 where there is none.
    pub points: u32,
    /// Fewest options that make an answer.
    pub min: u32,
    /// Most options.
    pub max: u32,
    /// Points to share; 0 where there are none.
    pub total: u32,
}

/// An option.
#[derive(Debug, Serialize)]
pub struct OptionView {
    /// Its identifier.
    pub id: String,
    /// Its words.
    pub text: Tree,
    /// What speaks for and against it; shown after the result only.
    pub why: Option<Tree>,
}

/// The view of `quiz`, whose texts were put into the language of `voice`, with its items in `order`.
pub fn view(quiz: &Quiz, voice: &Voice, order: &[usize], seed: u32) -> QuizView {
    let mut languages = vec![quiz.language.value.clone()];
    languages.extend(quiz.translations.iter().map(|translation| translation.language.value.clone()));
    QuizView {
        id: quiz.id.value.clone(),
        version: quiz.version.value.clone(),
        language: voice.language.clone(),
        direction: voice.direction,
        title: voice.tree(&quiz.title),
        about: voice.tree(&quiz.about),
        author: voice.given(&quiz.author),
        licence: voice.given(&quiz.licence),
        instruction: if quiz.instruction == 0 { "would" } else { "best" },
        minutes: quiz.minutes.0.clone(),
        seed,
        grade: quiz.evidence.grade,
        note: voice.tree(&quiz.evidence.note),
        languages,
        skills: quiz.skills.iter().map(|skill| skill_view(skill, voice)).collect(),
        items: order.iter().filter_map(|&index| quiz.items.get(index)).map(|item| item_view(item, quiz, voice)).collect(),
    }
}

fn skill_view(skill: &super::document::Skill, voice: &Voice) -> SkillView {
    SkillView {
        id: skill.id.value.clone(),
        name: voice.tree(&skill.name),
        definition: voice.tree(&skill.definition),
        levels: trees(&skill.levels.0, voice),
    }
}

fn item_view(item: &Item, quiz: &Quiz, voice: &Voice) -> ItemView {
    let count = item.options.list.len() as u32;
    let option = |option: &super::document::OptionRecord| OptionView {
        id: option.id.value.clone(),
        text: voice.tree(&option.text),
        why: voice.given(&option.why),
    };
    ItemView {
        id: item.id.value.clone(),
        r#type: item.kind.word(),
        instruction: if item.instruction(quiz) == Instruction::Would { "would" } else { "best" },
        prompt: voice.tree(&item.prompt),
        sources: item.sources.0.iter().map(|source| source.value.clone()).collect(),
        options: item.options.list.iter().map(option).collect(),
        anchors: trees(&item.anchors.0, voice),
        points: item.points,
        min: item.min.unwrap_or(1),
        max: item.max.unwrap_or(count),
        total: item.total,
    }
}

fn trees(texts: &[Text], voice: &Voice) -> Vec<Tree> {
    texts.iter().map(|text| voice.tree(text)).collect()
}
