//! The lexicon (`metier-advert/1`): phrases of adverts, with what each speaks for, and all other words that reading one
//! takes. The shipped one stands in `www/lexicon/product.json`; the page loads it, the command line has it within.

use super::phrases::folded;
use super::verdict::Verdict;
use crate::closed;
use crate::closed::Closed;
use crate::problem::{Code, Naming, Problem, Problems, Severity};
use crate::quiz::limits::{ITEMS, OPTIONS};
use crate::record;
use crate::roles::catalogue::Catalogue;
use crate::steps::counted;
use crate::text::json::{self, Tape};
use crate::text::names::Names;
use crate::text::record::{self, Labels, List, OneOf, Slot, Text};

closed! {
    /// Kinds of sections of an advert.
    pub enum SectionKind {
        /// What there is to do.
        Duties = "duties",
        /// What is asked for.
        Requirements = "requirements",
        /// What would be nice to have.
        Nice = "nice",
        /// What the company says of itself.
        Company = "company",
        /// What it offers.
        Benefits = "benefits",
        /// How to apply.
        Apply = "apply",
        /// That everybody has equal opportunities.
        Equal = "equal",
    }
}

/// The `when` of a question that is asked about every advert.
pub const ALWAYS: &str = "always";

/// Reads a lexicon: the lexicon if nothing is wrong with it, and all problems. Roles and skills that `catalogue` does
/// not know are warned of, where there is one.
pub fn read(text: &str, catalogue: Option<&Catalogue>) -> (Option<Lexicon>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut lexicon = Lexicon::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut lexicon, &mut problems);
        if tape.exact() {
            Checker { lexicon: &lexicon, tape: &tape, problems: &mut problems }.check(catalogue);
        }
    }
    let lexicon = (!problems.rejected()).then_some(lexicon);
    (lexicon, problems.into_list())
}

/// A lexicon.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Its version, as its authors count.
    pub version: Text,
    /// Language of its words, and of the adverts.
    pub language: Text,
    /// Title as it is shown.
    pub title: Text,
    /// What it is and what it rests on, in a few sentences.
    pub about: Text,
    /// The constants of the scoring model.
    pub model: Model,
    /// What a title may mean.
    pub archetypes: Vec<Archetype>,
    /// The phrases that speak for them.
    pub phrases: Vec<Phrase>,
    /// Parts of an advert, by their headings.
    pub sections: Vec<Section>,
    /// Phrases whose sentences are left out.
    pub boilerplate: Labels,
    /// Words that negate a phrase.
    pub negations: Negations,
    /// Words of seniority, such as "senior" or "lead".
    pub seniority: Labels,
    /// Words that say that something is a must.
    pub musts: Labels,
    /// Words for a person who does not exist, such as "ninja".
    pub superlatives: Labels,
    /// Words that any text of the language has many of, and a text of another language few.
    pub common: Labels,
    /// Questions to ask the company.
    pub questions: Vec<Question>,
    /// Evidence to prepare for skills.
    pub prepare: Vec<Prepare>,
}

record!(Lexicon, lexicon without place:
    "$schema?" => Slot::Anything,
    "format" => Slot::Constant("metier-advert/1"),
    "id" => Slot::Id(&mut lexicon.id),
    "version" => Slot::Label(&mut lexicon.version),
    "language" => Slot::Language(&mut lexicon.language),
    "title" => Slot::Words(&mut lexicon.title),
    "about" => Slot::Words(&mut lexicon.about),
    "model" => Slot::Record(&mut lexicon.model),
    "archetypes" => Slot::List(&mut lexicon.archetypes, 1, OPTIONS),
    "phrases" => Slot::List(&mut lexicon.phrases, 1, ITEMS),
    "sections?" => Slot::List(&mut lexicon.sections, 0, OPTIONS),
    "boilerplate?" => Slot::List(&mut lexicon.boilerplate, 0, ITEMS),
    "negations?" => Slot::Record(&mut lexicon.negations),
    "seniority?" => Slot::List(&mut lexicon.seniority, 0, ITEMS),
    "musts?" => Slot::List(&mut lexicon.musts, 0, ITEMS),
    "superlatives?" => Slot::List(&mut lexicon.superlatives, 0, ITEMS),
    "common?" => Slot::List(&mut lexicon.common, 0, ITEMS),
    "questions?" => Slot::List(&mut lexicon.questions, 0, OPTIONS),
    "prepare?" => Slot::List(&mut lexicon.prepare, 0, OPTIONS),
);

/// The constants of the model.
#[derive(Debug, Default)]
pub struct Model {
    /// How soon repetitions of a phrase add little (k1 of BM25).
    pub saturation: f64,
    /// How much long texts are discounted, 0 to 1 (b of BM25).
    pub slope: f64,
    /// Usual length of an advert, in words.
    pub length: f64,
    /// What scores are divided by before they become shares.
    pub temperature: f64,
    /// How many words a negation reaches over.
    pub reach: u32,
    /// Fewest words that a verdict takes.
    pub least_words: u32,
    /// Fewest distinct phrases that a verdict takes.
    pub least_phrases: u32,
    /// The log odds of a product role before any score.
    pub product_base: f64,
    /// The breadth from which too much is wanted.
    pub broad: f64,
    /// The number of must-haves from which too much is wanted.
    pub musts: u32,
    /// The share of common words below which a text is in another language; 0 if not said, so that none is.
    pub common: Option<f64>,
    /// Where the numbers are from.
    pub note: Text,
}

record!(Model, model without place:
    "saturation" => Slot::Number(&mut model.saturation, 0.0, 100.0),
    "slope" => Slot::Number(&mut model.slope, 0.0, 1.0),
    "length" => Slot::Number(&mut model.length, 1.0, 1e6),
    "temperature" => Slot::Number(&mut model.temperature, 0.001, 1000.0),
    "reach" => Slot::Whole(&mut model.reach, 0, 20),
    "least_words" => Slot::Whole(&mut model.least_words, 0, 10_000),
    "least_phrases" => Slot::Whole(&mut model.least_phrases, 1, 1_000),
    "product_base" => Slot::Number(&mut model.product_base, -1000.0, 1000.0),
    "broad" => Slot::Number(&mut model.broad, 1.0, 100.0),
    "musts" => Slot::Whole(&mut model.musts, 1, 1_000),
    "common?" => Slot::Number(model.common.get_or_insert_default(), 0.0, 1.0),
    "note" => Slot::Words(&mut model.note),
);

/// What a title may mean.
#[derive(Debug)]
pub struct Archetype {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Name as it is shown.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub about: Text,
    /// What to do about it.
    pub advice: Text,
    /// What a point of its score adds to the log odds of a product role.
    pub product: f64,
    /// Identifier of the catalogue's role that it corresponds to.
    pub role: Text,
    /// Whether it has a share; otherwise it only helps to tell product roles from others.
    pub shown: bool,
    /// Sources that it rests on.
    pub sources: Labels,
}

impl Default for Archetype {
    fn default() -> Archetype {
        let (id, name, about, advice, role) = Default::default();
        Archetype { id, name, about, advice, product: 0.0, role, shown: true, sources: Labels::default() }
    }
}

record!(Archetype, archetype without place:
    "id" => Slot::Id(&mut archetype.id),
    "name" => Slot::Words(&mut archetype.name),
    "about?" => Slot::Words(&mut archetype.about),
    "advice?" => Slot::Words(&mut archetype.advice),
    "product" => Slot::Number(&mut archetype.product, -1000.0, 1000.0),
    "role?" => Slot::Id(&mut archetype.role),
    "shown?" => Slot::Flag(&mut archetype.shown),
    "sources?" => Slot::List(&mut archetype.sources, 0, OPTIONS),
);

/// A phrase, with what it speaks for.
#[derive(Debug, Default)]
pub struct Phrase {
    /// The words; one that ends in `*` may go on.
    pub phrase: Text,
    /// The archetypes that it speaks for.
    pub speaks: Vec<Speaks>,
    /// The skills that it asks for.
    pub skills: Ids,
    /// Why it has these weights.
    pub why: Text,
}

record!(Phrase, phrase without place:
    "phrase" => Slot::Label(&mut phrase.phrase),
    "for" => Slot::List(&mut phrase.speaks, 1, OPTIONS),
    "skills?" => Slot::List(&mut phrase.skills, 0, OPTIONS),
    "why?" => Slot::Words(&mut phrase.why),
);

/// How much a phrase speaks for an archetype.
#[derive(Debug, Default)]
pub struct Speaks {
    /// Identifier of the archetype.
    pub archetype: Text,
    /// Weight, above 0.
    pub weight: f64,
}

record!(Speaks, speaks without place:
    "archetype" => Slot::Id(&mut speaks.archetype),
    "weight" => Slot::Number(&mut speaks.weight, 0.001, 100.0),
);

/// A part of an advert.
#[derive(Debug, Default)]
pub struct Section {
    /// What it is about.
    pub kind: OneOf<SectionKind>,
    /// Factor by which its phrases count: 1 as outside of all sections, 0 not at all.
    pub factor: f64,
    /// What its headings begin with.
    pub headings: Labels,
}

record!(Section, section without place:
    "kind" => section.kind.slot(),
    "factor" => Slot::Number(&mut section.factor, 0.0, 10.0),
    "headings" => Slot::List(&mut section.headings, 1, ITEMS),
);

/// Words that negate a phrase.
#[derive(Debug, Default)]
pub struct Negations {
    /// Those that come before the phrase.
    pub before: Labels,
    /// Those that come after it.
    pub after: Labels,
    /// Phrases that look like negations and are not.
    pub except: Labels,
}

record!(Negations, negations without place:
    "before?" => Slot::List(&mut negations.before, 0, ITEMS),
    "after?" => Slot::List(&mut negations.after, 0, ITEMS),
    "except?" => Slot::List(&mut negations.except, 0, ITEMS),
);

/// A question to ask the company.
#[derive(Debug, Default)]
pub struct Question {
    /// `always`, `superhero` or an archetype.
    pub when: Text,
    /// The question, worded as it is asked.
    pub text: Text,
    /// Sources that it rests on.
    pub sources: Labels,
}

record!(Question, question without place:
    "when" => Slot::Id(&mut question.when),
    "text" => Slot::Words(&mut question.text),
    "sources?" => Slot::List(&mut question.sources, 0, OPTIONS),
);

/// Evidence to prepare for a skill.
#[derive(Debug, Default)]
pub struct Prepare {
    /// Identifier of the skill.
    pub skill: Text,
    /// What to bring, as a sentence.
    pub text: Text,
    /// Sources that it rests on.
    pub sources: Labels,
}

record!(Prepare, prepare without place:
    "skill" => Slot::Id(&mut prepare.skill),
    "text" => Slot::Words(&mut prepare.text),
    "sources?" => Slot::List(&mut prepare.sources, 0, OPTIONS),
);

/// A list of identifiers.
#[derive(Debug, Default)]
pub struct Ids(pub Vec<Text>);

impl List for Ids {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Text::default());
        self.0.last_mut().map_or(Slot::Anything, Slot::Id)
    }
}

impl Lexicon {
    /// Index of an archetype.
    pub fn archetype(&self, id: &str) -> Option<usize> {
        self.archetypes.iter().position(|archetype| archetype.id.value == id)
    }
}

/// Checks what a JSON Schema cannot: identifiers and phrases that must agree or differ.
struct Checker<'c, 't> {
    lexicon: &'c Lexicon,
    tape: &'c Tape<'t>,
    problems: &'c mut Problems,
}

impl Checker<'_, '_> {
    fn add(&mut self, severity: Severity, code: Code, text: &Text, name: &'static str, hint: Option<&str>) {
        let full = if severity == Severity::Error { self.problems.full() } else { self.problems.crowded() };
        if text.is_given() && !full {
            self.problems.add(self.tape.problem(severity, code, text.at, &[(name, Naming::Text(&text.value))], hint));
        }
    }

    fn check(&mut self, catalogue: Option<&Catalogue>) {
        let lexicon = self.lexicon;
        let questions = [ALWAYS, Verdict::Superhero.word()];
        self.ids(&questions, &mut lexicon.archetypes.iter().map(|archetype| &archetype.id));
        self.ids(&[], &mut lexicon.prepare.iter().map(|prepare| &prepare.skill));
        for phrase in &lexicon.phrases {
            self.ids(&[], &mut phrase.speaks.iter().map(|speaks| &speaks.archetype));
            self.ids(&[], &mut phrase.skills.0.iter());
        }
        self.archetypes(&questions);
        let Negations { before, after, except, .. } = &lexicon.negations;
        self.phrases(&mut lexicon.phrases.iter().map(|phrase| &phrase.phrase));
        self.phrases(&mut lexicon.sections.iter().flat_map(|section| &section.headings.0));
        for list in [
            &lexicon.boilerplate,
            before,
            after,
            except,
            &lexicon.seniority,
            &lexicon.musts,
            &lexicon.superlatives,
            &lexicon.common,
        ] {
            self.phrases(&mut list.0.iter());
        }
        if let Some(catalogue) = catalogue {
            self.beside(catalogue);
        }
    }

    /// Warns of roles and skills that the lexicon names and the catalogue does not have.
    fn beside(&mut self, catalogue: &Catalogue) {
        let lexicon = self.lexicon;
        let roles: Vec<&str> = catalogue.roles.iter().map(|role| role.id.value.as_str()).collect();
        let named = lexicon.archetypes.iter().map(|archetype| &archetype.role);
        self.known(&mut named.into_iter(), &roles, (Severity::Warning, Code::ROLE_LEFT_OUT, "role"));
        let skills: Vec<&str> = catalogue.skills.iter().map(|skill| skill.id.value.as_str()).collect();
        let named = lexicon
            .phrases
            .iter()
            .flat_map(|phrase| &phrase.skills.0)
            .chain(lexicon.prepare.iter().map(|prepare| &prepare.skill));
        self.known(&mut named.into_iter(), &skills, (Severity::Warning, Code::SKILL_LEFT_OUT, "skill"));
    }

    /// Each name is one of those that are known; if not, that is a problem with the code and the name of its value
    /// beside it.
    fn known(&mut self, named: &mut dyn Iterator<Item = &Text>, known: &[&str], told: (Severity, Code, &'static str)) {
        let names = Names::of(&mut known.iter().copied());
        let (severity, code, name) = told;
        for text in counted(named.filter(|text| text.is_given())) {
            let full = if severity == Severity::Error { self.problems.full() } else { self.problems.crowded() };
            if !full && names.find(&text.value).is_none() {
                let hint = self.problems.nearest(&text.value, &mut known.iter().copied());
                self.add(severity, code, text, name, hint);
            }
        }
    }

    /// What phrases and questions name is an archetype, and phrases speak for each.
    fn archetypes(&mut self, questions: &[&str]) {
        let lexicon = self.lexicon;
        let ids: Vec<&str> = lexicon.archetypes.iter().map(|archetype| archetype.id.value.as_str()).collect();
        let spoken = || lexicon.phrases.iter().flat_map(|phrase| &phrase.speaks).map(|speaks| &speaks.archetype);
        let asked = lexicon
            .questions
            .iter()
            .map(|question| &question.when)
            .filter(|when| !questions.contains(&when.value.as_str()));
        self.known(&mut spoken().chain(asked), &ids, (Severity::Error, Code::UNKNOWN_ARCHETYPE, "archetype"));
        let names = Names::of(&mut ids.iter().copied());
        let mut silent = vec![true; ids.len()];
        for archetype in counted(spoken()) {
            let place = names.find(&archetype.value).and_then(|archetype| silent.get_mut(archetype));
            place.into_iter().for_each(|silent| *silent = false);
        }
        for (archetype, _) in lexicon.archetypes.iter().zip(silent).filter(|(_, silent)| *silent) {
            self.add(Severity::Warning, Code::ARCHETYPE_SILENT, &archetype.id, "archetype", None);
        }
    }

    /// Checks that each identifier is listed once and is none of those `taken`.
    fn ids<'n>(&mut self, taken: &[&'n str], ids: &mut dyn Iterator<Item = &'n Text>) {
        let mut names = Names::default();
        for id in taken {
            names.add(id);
        }
        for id in ids {
            if names.add(&id.value).is_some() {
                self.add(Severity::Error, Code::DUPLICATE_ID, id, "id", None);
            }
        }
    }

    /// Checks that each phrase of a list can be found, and is listed once.
    fn phrases(&mut self, phrases: &mut dyn Iterator<Item = &Text>) {
        let list: Vec<(&Text, Option<String>)> = phrases.map(|phrase| (phrase, folded(&phrase.value))).collect();
        let mut names = Names::default();
        for (phrase, folded) in &list {
            match folded {
                None => self.add(Severity::Error, Code::PHRASE_UNREACHABLE, phrase, "phrase", None),
                Some(folded) if names.add(folded).is_some() => {
                    self.add(Severity::Error, Code::DUPLICATE_PHRASE, phrase, "phrase", None)
                }
                Some(_) => {}
            }
        }
    }
}
