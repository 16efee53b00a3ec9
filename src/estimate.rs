//! From answers to levels, each with how far it could be off.

pub mod level;

pub use level::{Estimate, estimate};
