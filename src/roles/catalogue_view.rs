//! A whole catalogue as plain data, for a page that shows more of it than a match.

use super::catalogue::{Catalogue, Needed, Origin, Role, Skill};
use super::fit::shares;
use super::matching::Writer;
use super::model::Need;
use crate::quiz::limits::TOP;
use crate::text::markdown::Tree;
use crate::text::record::{Labels, Text, Words};
use serde::Serialize;

/// A whole catalogue.
#[derive(Debug, Serialize)]
pub struct CatalogueView {
    /// The skills, in the order of every match.
    pub skills: Vec<CatalogueSkill>,
    /// The roles, in the order of the document.
    pub roles: Vec<RoleView>,
    /// Jobs that people come from: typical, never anyone's own level.
    pub origins: Vec<OriginView>,
    /// Attributions that must be shown wherever its numbers are.
    pub attributions: Vec<Tree>,
}

/// A skill. What the catalogue leaves out is an empty text or list.
#[derive(Debug, Serialize)]
pub struct CatalogueSkill {
    /// Identifier of the skill.
    pub skill: String,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// What someone who has it does.
    pub definition: Tree,
    /// What each level from 0 to 4 looks like.
    pub levels: Vec<Tree>,
    /// The name of its group.
    pub group: Tree,
    /// Sources that it rests on.
    pub sources: Vec<String>,
    /// Steps that improve it.
    pub learn: Vec<LearningView>,
    /// The quiz that measures it.
    pub quiz: Option<QuizLink>,
}

/// Something to do next for a skill.
#[derive(Debug, Serialize)]
pub struct LearningView {
    /// The step, as a sentence.
    pub text: Tree,
    /// The level from which it is for somebody.
    pub from: f64,
    /// The level below which it is, where 4 includes 4.
    pub to: f64,
    /// How many minutes it takes.
    pub minutes: Option<u32>,
    /// Over how many days it goes.
    pub days: Option<u32>,
    /// What it leaves behind.
    pub leaves: Option<Tree>,
    /// Sources that it rests on.
    pub sources: Vec<String>,
}

/// A link to a quiz.
#[derive(Debug, Serialize)]
pub struct QuizLink {
    /// Title, ready to be drawn.
    pub title: Tree,
    /// Address of its page.
    pub link: String,
}

/// A role.
#[derive(Debug, Serialize)]
pub struct RoleView {
    /// Identifier of the role.
    pub role: String,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// What it is, in a sentence or two.
    pub about: Tree,
    /// Whether it is what some companies mean by a title.
    pub archetype: bool,
    /// A remark on its numbers or the model.
    pub note: Option<Tree>,
    /// What it needs, in the role's own order.
    pub needs: Vec<NeedView>,
}

/// What a role needs of a skill.
#[derive(Debug, Serialize)]
pub struct NeedView {
    /// Identifier of the skill.
    pub skill: String,
    /// The level needed, 0 to 4.
    pub need: f64,
    /// The skill's share of the role's weights, 0 to 1.
    pub weight: f64,
    /// The level below which a must-have is missed, where the skill is one.
    pub floor: Option<f64>,
    /// Where the numbers are from.
    pub from: String,
}

/// A job that people come from.
#[derive(Debug, Serialize)]
pub struct OriginView {
    /// Identifier of the job.
    pub origin: String,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// Where the numbers are from.
    pub from: Tree,
    /// Sources that it rests on.
    pub sources: Vec<String>,
    /// Its typical levels.
    pub levels: Vec<TypicalView>,
}

/// The typical level of a skill in a job.
#[derive(Debug, Serialize)]
pub struct TypicalView {
    /// Identifier of the skill.
    pub skill: String,
    /// Typical level, 0 to 4.
    pub level: f64,
}

/// The whole catalogue. Texts whose language is not `language` are marked with their own.
pub fn view(catalogue: &Catalogue, language: &str) -> CatalogueView {
    let writer = Writer { catalogue, language, shown: &[] };
    CatalogueView {
        skills: catalogue.skills.iter().map(|skill| of_skill(&writer, skill)).collect(),
        roles: catalogue.roles.iter().map(|role| of_role(&writer, role)).collect(),
        origins: catalogue.origins.iter().map(|origin| of_origin(&writer, origin)).collect(),
        attributions: trees(&writer, &catalogue.attributions),
    }
}

fn of_skill(writer: &Writer, skill: &Skill) -> CatalogueSkill {
    let learning = |learning: &super::catalogue::Learning| LearningView {
        text: writer.tree(&learning.text),
        from: learning.from.unwrap_or(0.0),
        to: learning.to.unwrap_or(TOP),
        minutes: learning.minutes,
        days: learning.days,
        leaves: learning.leaves.is_given().then(|| writer.tree(&learning.leaves)),
        sources: labels(&learning.sources),
    };
    CatalogueSkill {
        skill: skill.id.value.clone(),
        name: writer.tree(&skill.name),
        definition: writer.tree(&skill.definition),
        levels: trees(writer, &skill.levels),
        group: writer.group(&skill.group),
        sources: labels(&skill.sources),
        learn: skill.learn.iter().map(learning).collect(),
        quiz: skill
            .quiz
            .as_ref()
            .map(|quiz| QuizLink { title: writer.tree(&quiz.title), link: quiz.link.value.clone() }),
    }
}

fn of_role(writer: &Writer, role: &Role) -> RoleView {
    let plain: Vec<Need> = role.needs.iter().map(|n| Need { need: n.need, weight: n.weight, floor: n.floor }).collect();
    let need = |(needed, weight): (&Needed, f64)| NeedView {
        skill: needed.skill.value.clone(),
        need: needed.need,
        weight,
        floor: needed.floor,
        from: needed.from.value.clone(),
    };
    RoleView {
        role: role.id.value.clone(),
        name: writer.tree(&role.name),
        about: writer.tree(&role.about),
        archetype: role.archetype,
        note: role.note.is_given().then(|| writer.tree(&role.note)),
        needs: role.needs.iter().zip(shares(&plain)).map(need).collect(),
    }
}

fn of_origin(writer: &Writer, origin: &Origin) -> OriginView {
    let typical =
        |typical: &super::catalogue::Typical| TypicalView { skill: typical.skill.value.clone(), level: typical.level };
    OriginView {
        origin: origin.id.value.clone(),
        name: writer.tree(&origin.name),
        from: writer.tree(&origin.from),
        sources: labels(&origin.sources),
        levels: origin.levels.iter().map(typical).collect(),
    }
}

fn trees(writer: &Writer, words: &Words) -> Vec<Tree> {
    words.0.iter().map(|text| writer.tree(text)).collect()
}

fn labels(labels: &Labels) -> Vec<String> {
    labels.0.iter().map(|label: &Text| label.value.clone()).collect()
}
