//! From answers to levels, each with how far it could be off.
//!
//! - [`level`]: the level of a skill with its spread under the assumed answering model, for documents that nobody has
//!   calibrated
//! - [`theta`]: answers to calibrated items, priors, kinds of error
//! - [`expected`]: the mean of the posterior (EAP)
//! - [`maximum`]: maximum likelihood (ML), with a prior (MAP) or weighted (WLE)
//! - [`skills`]: what the answers of a session say of each skill
//! - [`several`]: correlated skills at once
//! - [`known`]: what is known of skills, as a match takes it

pub mod expected;
pub mod known;
pub mod level;
pub mod maximum;
pub mod several;
pub mod skills;
pub mod theta;

pub use level::{Estimate, estimate};
