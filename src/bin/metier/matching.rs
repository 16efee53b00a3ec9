//! `metier match`: the roles that fit a profile, and why.

use crate::Wrong;
use crate::input::{is_saved, print_json, read, read_catalogue, today};
use crate::sort::Sort;
use metier::problem::{Code, Problem, Severity};
use metier::roles::catalogue::Catalogue;
use metier::roles::explain::{Change, Explained, Gap, Next, RoleExplained, Strength, explain};
use metier::roles::matching::{Match, RoleReport, SkillName, VerdictReport, matching as match_roles};
use metier::roles::person::{self, Placed};
use metier::saved::Saved;
use metier::text::markdown::Tree;
use serde::Serialize;
use std::path::Path;

/// A match and what explains it.
#[derive(Serialize)]
struct Whole {
    verdict: VerdictReport,
    p_archetype: f64,
    roles: Vec<Role>,
    next: Next,
    changes: Vec<Change>,
    skills: Vec<SkillName>,
    attributions: Vec<Tree>,
}

/// A role and what explains it.
#[derive(Serialize)]
struct Role {
    #[serde(flatten)]
    report: RoleReport,
    strengths: Vec<Strength>,
    gaps: Vec<Gap>,
}

/// Prints the match.
pub fn matching(profile: &Path, roles: Option<&Path>, seed: u32, fixed: bool) -> Result<(), Wrong> {
    let catalogue = read_catalogue(roles)?;
    let placed = read_profile(profile, &catalogue)?;
    let language = catalogue.language.value.as_str();
    let Match { verdict, p_archetype, roles, skills, attributions } =
        match_roles(&catalogue, &placed, language, seed, fixed).ok_or(Wrong)?;
    let mut explained = explain(&catalogue, &placed, seed, fixed).ok_or(Wrong)?;
    // Both lists have the order of the match.
    let role = |(report, RoleExplained { strengths, gaps, .. })| Role { report, strengths, gaps };
    let roles = roles.into_iter().zip(std::mem::take(&mut explained.roles)).map(role).collect();
    let Explained { next, changes, .. } = explained;
    print_json(&Whole { verdict, p_archetype, roles, next, changes, skills, attributions })
}

/// The skills of a profile, or of a saved one, beside those of a catalogue.
pub fn read_profile(path: &Path, catalogue: &Catalogue) -> Result<Placed, Wrong> {
    read(
        path,
        Sort::Profile,
        |text| if is_saved(text) { joined(text, catalogue) } else { person::read(text, catalogue) },
    )
}

/// The skills of a saved profile, of whose results those that can be read count.
fn joined(text: &str, catalogue: &Catalogue) -> (Option<Placed>, Vec<Problem>) {
    let saved = match Saved::open(text, "") {
        Ok(mut saved) => {
            today().into_iter().for_each(|today| saved.look_ahead(&today));
            saved
        }
        Err(problems) => return (None, problems),
    };
    let mut problems = saved.problems.clone();
    if saved.view().skills.is_empty() {
        problems.push(Problem::plain(Severity::Error, Code::PROFILE_NONE, &[], None));
        return (None, problems);
    }
    let view = saved.view();
    let known = view.known();
    problems.extend(person::left_out(&known, catalogue));
    (person::placed(&known, catalogue), problems)
}
