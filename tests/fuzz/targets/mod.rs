//! What is done with an input, by what reads it.

pub mod numbers;
pub mod quizzes;
pub mod roles;
pub mod tables;
pub mod texts;
