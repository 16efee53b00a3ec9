//! The catalogue of roles (`metier-roles/1`): what each role needs, the constants of the model, and where every number
//! is from. The shipped one stands in `www/roles/product.json` and is part of the module, so that an embed asks for no
//! more files.

use super::model::{Model, Need};
use crate::problem::{Code, Naming, Problem, Problems, Severity, WARNS};
use crate::quiz::limits::{LEVELS, LONGEST, OPTIONS, SKILLS, TOP};
use crate::record;
use crate::text::address::{address_allowed, doubt};
use crate::text::json::{self, At, Tape};
use crate::text::names::Names;
use crate::text::record::{self, Labels, Slot, Text, Words};

/// The shipped catalogue without what the module does not use (`src/build.rs` leaves it out).
pub const SHIPPED: &str = include_str!(concat!(env!("OUT_DIR"), "/product.json"));

/// The most roles that a catalogue may have.
pub const ROLES: usize = 100;

/// Reads a catalogue: the catalogue if nothing is wrong with it, and all problems.
pub fn read(text: &str) -> (Option<Catalogue>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut catalogue = Catalogue::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut catalogue, &mut problems);
        if tape.exact() {
            check(&catalogue, &tape, &mut problems);
        }
    }
    let catalogue = (!problems.rejected()).then_some(catalogue);
    (catalogue, problems.into_list())
}

/// A catalogue of roles.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Its version, as its authors count.
    pub version: Text,
    /// Language of its words.
    pub language: Text,
    /// Title as it is shown.
    pub title: Text,
    /// What it is and what it rests on, in a few sentences.
    pub about: Text,
    /// The constants of the matching model.
    pub constants: Constants,
    /// Groups of skills that go together.
    pub groups: Vec<Group>,
    /// The skills that roles are told apart by.
    pub skills: Vec<Skill>,
    /// The roles that people are matched with.
    pub roles: Vec<Role>,
    /// Jobs that people come from, with typical levels: for comparison only.
    pub origins: Vec<Origin>,
    /// Attributions that must be shown wherever its numbers are.
    pub attributions: Words,
}

record!(Catalogue, catalogue without place:
    "$schema?" => Slot::Anything,
    "format" => Slot::Constant("metier-roles/1"),
    "id" => Slot::Id(&mut catalogue.id),
    "version" => Slot::Label(&mut catalogue.version),
    "language" => Slot::Language(&mut catalogue.language),
    "title" => Slot::Words(&mut catalogue.title),
    "about" => Slot::Words(&mut catalogue.about),
    "model" => Slot::Record(&mut catalogue.constants),
    "groups" => Slot::List(&mut catalogue.groups, 1, SKILLS),
    "skills" => Slot::List(&mut catalogue.skills, 1, SKILLS),
    "roles" => Slot::List(&mut catalogue.roles, 1, ROLES),
    "origins?" => Slot::List(&mut catalogue.origins, 0, ROLES),
    "attributions?" => Slot::List(&mut catalogue.attributions, 0, OPTIONS),
);

/// The constants of the model, all assumed.
#[derive(Debug)]
pub struct Constants {
    /// The numbers themselves.
    pub model: Model,
    /// Where the numbers are from.
    pub note: Text,
    /// Where it is in the document.
    pub at: At,
}

impl Default for Constants {
    /// The defaults: a must-have is met from nine draws in ten on, and likely missed in more than two of three, which
    /// is how the Intergovernmental Panel on Climate Change uses "very likely" and "likely" (Mastrandrea et al. 2010,
    /// guidance note on uncertainties).
    fn default() -> Constants {
        Constants {
            model: Model { floor_met: 0.1, floor_missed: 0.66, ..Model::default() },
            note: Text::default(),
            at: 0,
        }
    }
}

record!(Constants, constants:
    "prior_mean" => Slot::Number(&mut constants.model.prior_mean, 0.0, TOP),
    "prior_sd" => Slot::Number(&mut constants.model.prior_sd, 0.01, TOP),
    "answer_sd" => Slot::Number(&mut constants.model.answer_sd, 0.01, TOP),
    "answer_weight?" => Slot::Number(&mut constants.model.answer_weight, 1.1, 1000.0),
    "within" => Slot::Number(&mut constants.model.within, 0.0, 0.99),
    "across" => Slot::Number(&mut constants.model.across, 0.0, 0.99),
    "beta" => Slot::Number(&mut constants.model.beta, 0.0, 1.0),
    "lambda" => Slot::Number(&mut constants.model.lambda, 0.0, 1.0),
    "gamma" => Slot::Number(&mut constants.model.gamma, 0.0, 10.0),
    "steady" => Slot::Number(&mut constants.model.steady, 0.01, TOP),
    "pairs" => Slot::Whole(&mut constants.model.pairs, 1, 16_384),
    "catalogues" => Slot::Whole(&mut constants.model.catalogues, 1, 1_000),
    "concentration" => Slot::Number(&mut constants.model.concentration, 1.0, 1e6),
    "need_shift" => Slot::Number(&mut constants.model.need_shift, 0.0, TOP),
    "near" => Slot::Number(&mut constants.model.near, 0.0, 1.0),
    "also_good" => Slot::Number(&mut constants.model.also_good, 0.0, 1.0),
    "missed" => Slot::Number(&mut constants.model.missed, 0.0, 1.0),
    "floor_met?" => Slot::Number(&mut constants.model.floor_met, 0.0, 1.0),
    "floor_missed?" => Slot::Number(&mut constants.model.floor_missed, 0.0, 1.0),
    "evidence" => Slot::Number(&mut constants.model.evidence, 0.0, 1.0),
    "clear" => Slot::Number(&mut constants.model.clear, 0.0, 1.0),
    "leaning" => Slot::Number(&mut constants.model.leaning, 0.0, 1.0),
    "named" => Slot::Number(&mut constants.model.named, 0.0, 1.0),
    "note" => Slot::Words(&mut constants.note),
);

/// Skills that go together: they are assumed to correlate more with each other than with the rest.
#[derive(Debug, Default)]
pub struct Group {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Name as it is shown.
    pub name: Text,
}

record!(Group, group without place:
    "id" => Slot::Id(&mut group.id),
    "name" => Slot::Words(&mut group.name),
);

/// A skill that roles need.
#[derive(Debug, Default)]
pub struct Skill {
    /// Its identifier; a quiz's skill of the same id is the same skill.
    pub id: Text,
    /// Name as it is shown.
    pub name: Text,
    /// What someone who has it does.
    pub definition: Text,
    /// What each level from 0 to 4 looks like.
    pub levels: Words,
    /// Identifier of its group.
    pub group: Text,
    /// Sources that it rests on.
    pub sources: Labels,
    /// Concrete steps that improve it.
    pub learn: Vec<Learning>,
    /// The quiz that measures it, if there is one.
    pub quiz: Option<Quiz>,
}

record!(Skill, skill without place:
    "id" => Slot::Id(&mut skill.id),
    "name" => Slot::Words(&mut skill.name),
    "definition?" => Slot::Words(&mut skill.definition),
    "levels?" => Slot::List(&mut skill.levels, LEVELS, LEVELS),
    "group" => Slot::Id(&mut skill.group),
    "sources?" => Slot::List(&mut skill.sources, 0, OPTIONS),
    "learn?" => Slot::List(&mut skill.learn, 0, OPTIONS),
    "quiz?" => Slot::Record(skill.quiz.get_or_insert_default()),
);

/// A quiz that measures a skill.
#[derive(Debug, Default)]
pub struct Quiz {
    /// Title as it is shown.
    pub title: Text,
    /// Address of its page.
    pub link: Text,
}

record!(Quiz, quiz without place:
    "title" => Slot::Words(&mut quiz.title),
    "link" => Slot::Label(&mut quiz.link),
);

/// Something concrete to do next for a skill.
#[derive(Debug, Default)]
pub struct Learning {
    /// The step, as a sentence.
    pub text: Text,
    /// It is for levels from this, 0 to 4; 0 if not said.
    pub from: Option<f64>,
    /// It is for levels below this, 0 to 4, where 4 includes 4; 4 if not said.
    pub to: Option<f64>,
    /// How many minutes it takes, in one go.
    pub minutes: Option<u32>,
    /// Over how many days it goes.
    pub days: Option<u32>,
    /// What it leaves behind.
    pub leaves: Text,
    /// Sources that it rests on.
    pub sources: Labels,
    /// Node of the record.
    pub at: At,
}

record!(Learning, learning:
    "text" => Slot::Words(&mut learning.text),
    "from?" => Slot::Number(learning.from.get_or_insert_default(), 0.0, TOP),
    "to?" => Slot::Number(learning.to.get_or_insert_default(), 0.0, TOP),
    "minutes?" => Slot::Whole(learning.minutes.get_or_insert_default(), 1, LONGEST),
    "days?" => Slot::Whole(learning.days.get_or_insert_default(), 1, DAYS),
    "leaves?" => Slot::Words(&mut learning.leaves),
    "sources?" => Slot::List(&mut learning.sources, 0, OPTIONS),
);

/// Days that something to do next may take at most.
const DAYS: u32 = 366;

/// A role.
#[derive(Debug, Default)]
pub struct Role {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Name as it is shown.
    pub name: Text,
    /// What it is, in a sentence or two.
    pub about: Text,
    /// Whether it is what some companies mean by a title, for comparison, and not a role to aim for as such.
    pub archetype: bool,
    /// A remark on the model or the role's numbers, such as why a source's claim is surprising or does not hold here.
    pub note: Text,
    /// The skills it needs.
    pub needs: Vec<Needed>,
}

record!(Role, role without place:
    "id" => Slot::Id(&mut role.id),
    "name" => Slot::Words(&mut role.name),
    "about" => Slot::Words(&mut role.about),
    "archetype?" => Slot::Flag(&mut role.archetype),
    "note?" => Slot::Words(&mut role.note),
    "needs" => Slot::List(&mut role.needs, 1, SKILLS),
);

/// What a role needs of a skill.
#[derive(Debug, Default)]
pub struct Needed {
    /// Identifier of the skill.
    pub skill: Text,
    /// The level it needs, 0 to 4.
    pub need: f64,
    /// How much the skill matters relative to the role's others, in any unit.
    pub weight: f64,
    /// The level below which the role is out of reach for now: a must-have.
    pub floor: Option<f64>,
    /// Where the numbers are from: a level of the UK framework (D), of O*NET (O), an inventory row (S), or editorial
    /// (E).
    pub from: Text,
    /// Where it is in the document.
    pub at: At,
}

record!(Needed, needed:
    "skill" => Slot::Id(&mut needed.skill),
    "need" => Slot::Number(&mut needed.need, 0.0, TOP),
    "weight" => Slot::Number(&mut needed.weight, 0.001, 100.0),
    "floor?" => Slot::Number(needed.floor.get_or_insert_default(), 0.0, TOP),
    "from" => Slot::Label(&mut needed.from),
);

/// A job that people come from. Typical, not anyone's own: never a prior for a person's level.
#[derive(Debug, Default)]
pub struct Origin {
    /// Identifier, unique in its list.
    pub id: Text,
    /// Name as it is shown.
    pub name: Text,
    /// Its typical levels.
    pub levels: Vec<Typical>,
    /// Where the numbers are from.
    pub from: Text,
    /// Sources that it rests on.
    pub sources: Labels,
}

record!(Origin, origin without place:
    "id" => Slot::Id(&mut origin.id),
    "name" => Slot::Words(&mut origin.name),
    "levels" => Slot::List(&mut origin.levels, 1, SKILLS),
    "from" => Slot::Words(&mut origin.from),
    "sources?" => Slot::List(&mut origin.sources, 0, OPTIONS),
);

/// The typical level of a skill in a job.
#[derive(Debug, Default)]
pub struct Typical {
    /// Identifier of the skill.
    pub skill: Text,
    /// Typical level, 0 to 4.
    pub level: f64,
}

record!(Typical, typical without place:
    "skill" => Slot::Id(&mut typical.skill),
    "level" => Slot::Number(&mut typical.level, 0.0, TOP),
);

impl Catalogue {
    /// Index of the skill with an identifier.
    pub fn skill(&self, id: &str) -> Option<usize> {
        self.skills.iter().position(|skill| skill.id.value == id)
    }

    /// The group of each skill, as an index.
    pub fn groups_of_skills(&self) -> Vec<usize> {
        let group = |skill: &Skill| self.groups.iter().position(|group| group.id.value == skill.group.value);
        self.skills.iter().map(|skill| group(skill).unwrap_or_default()).collect()
    }

    /// Which roles are set apart from those that a verdict is about: archetypes, unless there is nothing else.
    pub fn apart(&self) -> Vec<bool> {
        let product = self.roles.iter().any(|role| !role.archetype);
        self.roles.iter().map(|role| product && role.archetype).collect()
    }

    /// What each role needs, skill by skill in the catalogue's order. A skill that a role does not name has no weight
    /// there.
    pub fn needs(&self) -> Vec<Vec<Need>> {
        let need = |role: &Role, skill: &Skill| {
            let needed = role.needs.iter().find(|needed| needed.skill.value == skill.id.value);
            needed.map_or(Need { need: 0.0, weight: 0.0, floor: None }, |n| Need {
                need: n.need,
                weight: n.weight,
                floor: n.floor,
            })
        };
        self.roles.iter().map(|role| self.skills.iter().map(|skill| need(role, skill)).collect()).collect()
    }
}

/// The names of a list, for looking them up.
fn names<'n>(ids: &mut dyn Iterator<Item = &'n Text>) -> Names<'n> {
    Names::of(&mut ids.map(|id| id.value.as_str()))
}

/// Bands of levels that hold none.
fn bands(catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    for line in catalogue.skills.iter().flat_map(|skill| &skill.learn) {
        let (from, to) = (line.from.unwrap_or(0.0), line.to.unwrap_or(TOP));
        if from >= to {
            let ends = [("from", Naming::Number(from)), ("to", Naming::Number(to))];
            error(tape, problems, Code::EMPTY_BAND, line.at, &ends, None);
        }
    }
}

/// Checks what a JSON Schema cannot: identifiers that must agree, and numbers that depend on each other.
fn check(catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    distinct(catalogue, tape, problems);
    let known = names(&mut catalogue.skills.iter().map(|skill| &skill.id));
    let groups = names(&mut catalogue.groups.iter().map(|group| &group.id));
    for group in catalogue.skills.iter().map(|skill| &skill.group).filter(|group| group.is_given()) {
        if groups.find(&group.value).is_none() {
            let hint =
                problems.nearest(&group.value, &mut catalogue.groups.iter().map(|group| group.id.value.as_str()));
            error(tape, problems, Code::UNKNOWN_GROUP, group.at, &[("group", Naming::Text(&group.value))], hint);
        }
    }
    for link in catalogue.skills.iter().filter_map(|skill| skill.quiz.as_ref()).map(|quiz| &quiz.link) {
        if link.is_given() && !address_allowed(&link.value) {
            error(tape, problems, Code::LINK_ADDRESS, link.at, &[("address", Naming::Text(&link.value))], None);
        } else if WARNS && let Some(doubt) = doubt(&link.value) {
            let address = [("address", Naming::Text(link.value.as_str()))];
            problems.add(tape.problem(Severity::Warning, doubt.code(), link.at, &address, None));
        }
    }
    let needs = catalogue.roles.iter().map(|role| role.needs.iter().map(|needed| &needed.skill).collect::<Vec<_>>());
    let levels = catalogue.origins.iter().map(|origin| origin.levels.iter().map(|typical| &typical.skill).collect());
    for list in needs.chain(levels) {
        let mut seen = Names::default();
        for skill in list.into_iter().filter(|skill| skill.is_given()) {
            if known.find(&skill.value).is_none() {
                let hint =
                    problems.nearest(&skill.value, &mut catalogue.skills.iter().map(|skill| skill.id.value.as_str()));
                error(tape, problems, Code::UNKNOWN_SKILL, skill.at, &[("skill", Naming::Text(&skill.value))], hint);
            }
            if seen.add(&skill.value).is_some() {
                error(tape, problems, Code::UNREACHABLE_KEY, skill.at, &[("skill", Naming::Text(&skill.value))], None);
            }
        }
    }
    bands(catalogue, tape, problems);
    numbers(catalogue, tape, problems);
}

fn error(
    tape: &Tape<'_>,
    problems: &mut Problems,
    code: Code,
    at: At,
    values: &[(&'static str, Naming<'_>)],
    hint: Option<&str>,
) {
    if !problems.full() {
        problems.add(tape.problem(Severity::Error, code, at, values, hint));
    }
}

/// Checks that no two identifiers of a list are the same.
fn distinct(catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    for ids in [
        catalogue.groups.iter().map(|group| &group.id).collect::<Vec<_>>(),
        catalogue.skills.iter().map(|skill| &skill.id).collect(),
        catalogue.roles.iter().map(|role| &role.id).collect(),
        catalogue.origins.iter().map(|origin| &origin.id).collect(),
    ] {
        let mut seen = Names::default();
        for id in ids.into_iter().filter(|id| id.is_given()) {
            if seen.add(&id.value).is_some() {
                error(tape, problems, Code::DUPLICATE_ID, id.at, &[("id", Naming::Text(&id.value))], None);
            }
        }
    }
}

/// Checks numbers that depend on each other.
fn numbers(catalogue: &Catalogue, tape: &Tape<'_>, problems: &mut Problems) {
    for needed in catalogue.roles.iter().flat_map(|role| &role.needs) {
        if let Some(floor) = needed.floor.filter(|floor| *floor > needed.need) {
            error(
                tape,
                problems,
                Code::FLOOR_ABOVE_NEED,
                needed.at,
                &[("floor", Naming::Number(floor)), ("need", Naming::Number(needed.need))],
                None,
            );
        }
    }
    let model = &catalogue.constants.model;
    if model.across > model.within {
        error(
            tape,
            problems,
            Code::CORRELATION_ORDER,
            catalogue.constants.at,
            &[("across", Naming::Number(model.across)), ("within", Naming::Number(model.within))],
            None,
        );
    }
}
