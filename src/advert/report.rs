//! What is said of an advert, as plain data for the page and the command line.

use super::context::State;
use super::lexicon::SectionKind;
use super::verdict::Verdict;
use crate::closed;
use crate::text::markdown::Tree;
use serde::Serialize;

/// What an advert asks for.
#[derive(Debug, Serialize)]
pub struct Report<'l> {
    /// Number of words in the text.
    pub words: u32,
    /// Distinct phrases that count for an archetype with a share.
    pub phrases: u32,
    /// What may be said of it.
    pub verdict: Verdict,
    /// How probably the advert is for a product role, 0 to 1.
    pub product: Option<f64>,
    /// How many archetypes the text speaks for, by their parts, from 1 to their number.
    pub breadth: Option<f64>,
    /// Those with a share, the highest first; then the others.
    pub archetypes: Vec<ArchetypeReport<'l>>,
    /// The phrases, in the order of the text; they never overlap.
    pub spans: Vec<Span<'l>>,
    /// Words of seniority, such as "senior" or "lead", that are said of the job.
    pub seniority: Vec<Fact>,
    /// Years of experience.
    pub years: Vec<Years>,
    /// What the advert says is a must.
    pub musts: Vec<Fact>,
    /// Words for a person who does not exist, such as "ninja".
    pub superlatives: Vec<Fact>,
    /// What to ask the company.
    pub questions: Vec<Question<'l>>,
    /// How a person's skills meet the advert; none without a profile.
    pub meets: Option<Vec<Meets<'l>>>,
    /// The text as it is seen, for whoever draws it: only where places are counted as a browser does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Shown>,
}

/// A text as it is seen. What the reader took for words lies within its parts, so that no number rests on what is not
/// shown.
#[derive(Debug, Serialize)]
pub struct Shown {
    /// Whether the text has tags, which are dropped.
    pub tagged: bool,
    /// The parts, in order; they do not overlap.
    pub parts: Vec<Part>,
}

/// A part of a text that is seen.
#[derive(Debug, Serialize)]
pub struct Part {
    /// Where it begins, in the unit that places are counted in.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Whether a line ends after it.
    pub ends: bool,
    /// What is shown in its place: the character that a reference such as `&amp;` stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stands: Option<String>,
}

/// What a title may mean, and how much speaks for it.
#[derive(Debug, Serialize)]
pub struct ArchetypeReport<'l> {
    /// Identifier of the archetype.
    pub archetype: &'l str,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// What it is, in a sentence or two.
    pub about: Tree,
    /// What to do about it.
    pub advice: Tree,
    /// The role of the catalogue that goes with it.
    pub role: Option<&'l str>,
    /// Whether it can have a share.
    pub shown: bool,
    /// The sum of the values of the spans for it.
    pub score: f64,
    /// Its part of the scores of all that are shown, 0 to 1.
    pub part: Option<f64>,
    /// How probable it is that this is meant, judged by the adverts that the lexicon was made from: a share of all that
    /// are shown, 0 to 1.
    pub share: Option<f64>,
    /// Sources that it rests on.
    pub sources: Vec<&'l str>,
}

/// A phrase in the text.
#[derive(Debug, Serialize)]
pub struct Span<'l> {
    /// Where it begins, in the unit that places are counted in.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The phrase as the lexicon spells it.
    pub phrase: &'l str,
    /// What becomes of it.
    pub state: State,
    /// The kind of its section.
    pub section: Option<SectionKind>,
    /// The archetypes it speaks for and what it adds to their scores; 0 where it does not count.
    pub r#for: Vec<Value<'l>>,
}

/// What a span adds to the score of an archetype.
#[derive(Debug, Serialize)]
pub struct Value<'l> {
    /// Identifier of the archetype.
    pub archetype: &'l str,
    /// How much it adds.
    pub value: f64,
}

/// Words that were found in the text.
#[derive(Debug, Serialize)]
pub struct Fact {
    /// Where they begin, in the unit that places are counted in.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// The words, in small letters.
    pub word: String,
}

/// Years of experience that are asked for.
#[derive(Debug, Serialize)]
pub struct Years {
    /// Where the words begin.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// Lower bound, in years; months are parts of a year.
    pub least: f64,
    /// Upper bound, in years; nothing where the advert names none.
    pub most: Option<f64>,
}

/// A question to the company.
#[derive(Debug, Serialize)]
pub struct Question<'l> {
    /// `always`, `superhero`, or the archetype that it goes with.
    pub when: &'l str,
    /// The question, worded as it is asked.
    pub text: Tree,
    /// Sources that it rests on.
    pub sources: Vec<&'l str>,
}

closed! {
    /// How a person's level stands beside what is needed.
    pub enum MeetsState {
        /// Above the need by more than the spread.
        Strength = "strength",
        /// Below the need by more than the spread.
        Gap = "gap",
        /// Within the spread of the need.
        Even = "even",
        /// The skill was not measured, or no role says what is needed.
        Unknown = "unknown",
    }
}

/// How a skill of a person meets a line of the advert.
#[derive(Debug, Serialize)]
pub struct Meets<'l> {
    /// Where the line begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Identifier of the skill.
    pub skill: &'l str,
    /// Name, ready to be drawn.
    pub name: Tree,
    /// How the level stands beside the need.
    pub state: MeetsState,
    /// The person's level; none if it was not measured.
    pub level: Option<f64>,
    /// Its standard deviation.
    pub spread: Option<f64>,
    /// The level that the leading archetype's role needs; none if there is no such role.
    pub need: Option<f64>,
    /// Evidence to prepare.
    pub prepare: Tree,
    /// Sources of that.
    pub sources: Vec<&'l str>,
}
