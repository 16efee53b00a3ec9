//! `metier match`: the roles that fit a profile, and why.

use crate::Wrong;
use crate::input::{print_json, read, read_catalogue};
use metier::roles::explain::{Change, Gap, Next, RoleExplained, Strength, explain};
use metier::roles::matching::{Match, RoleReport, SkillName, VerdictReport, matching as match_roles};
use metier::roles::person;
use metier::text::markdown::Tree;
use serde::Serialize;
use std::path::Path;

/// A match and what explains it.
#[derive(Serialize)]
struct Whole {
    verdict: VerdictReport,
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
    let placed = read(profile, |text| person::read(text, &catalogue))?;
    let language = catalogue.language.value.as_str();
    let Match { verdict, roles, skills, attributions } = match_roles(&catalogue, &placed, language, seed, fixed).ok_or(Wrong)?;
    let explained = explain(&catalogue, &placed.profile, seed, fixed).ok_or(Wrong)?;
    // Both lists have the order of the match.
    let role = |(report, RoleExplained { strengths, gaps, .. })| Role { report, strengths, gaps };
    let roles = roles.into_iter().zip(explained.roles).map(role).collect();
    print_json(&Whole { verdict, roles, next: explained.next, changes: explained.changes, skills, attributions })
}
