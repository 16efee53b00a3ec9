//! Roles: how well a person's skills fit what each role needs, and how sure that is.
//!
//! Skills and roles are numbers here, parallel to those of a catalogue; names and texts stay outside. In
//! reading order:
//!
//! - [`model`]: the constants that a catalogue brings along, what a role needs, what can be wrong
//! - [`posterior`]: what is known of a person's skills, with its uncertainty, from all measured skills together
//! - [`fit`]: the fit of one set of levels to one role, as a sum of contributions of skills
//! - [`draws`]: the same over 4,096 draws: probabilities, ranking, contributions
//! - [`decide`]: which question would most decide between roles
//! - [`question`]: what comes next where a quiz is to decide; the same for a session in another module, as a text
//! - [`verdict`]: what may be said about it
//! - [`catalogue`]: the document that names roles and skills and brings the numbers
//! - [`person`]: what is known of a person's skills, as a text
//! - [`matching`]: all of it as plain data
//! - [`explain`]: what to measure next, what would change a match, strengths and gaps
//! - [`catalogue_view`]: a whole catalogue as plain data
//!
//! The matching model is Metier's own; the method page tells why it has this form and how it was checked.

pub mod catalogue;
pub mod catalogue_view;
mod change;
pub mod decide;
pub mod draws;
pub mod explain;
pub mod fit;
pub mod matching;
pub mod model;
mod next;
pub mod person;
pub mod posterior;
pub mod question;
mod shift;
pub mod tally;
pub mod verdict;
mod walk;

#[cfg(test)]
mod example;
