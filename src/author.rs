//! For authors, on their own machines: what a quiz would do before anybody has taken it. Not part of what a page loads.
//!
//! - [`answering`]: made-up people who answer items
//! - [`bank`]: information of all items, marginal reliability
//! - [`forms`]: the best fixed form and a two-stage form, beside which an adaptive quiz has to prove itself
//! - [`simulate`]: many people through a quiz: its length, errors, exposure, roles, and whether stated probabilities
//!   hold

pub mod answering;
pub mod bank;
pub mod forms;
pub mod simulate;
