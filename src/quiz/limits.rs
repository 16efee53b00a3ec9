//! How much a document may hold, and how far levels go.

/// Items in a quiz at most.
pub const ITEMS: usize = 2_000;
/// Options of an item at most.
pub const OPTIONS: usize = 100;
/// Skills of a quiz at most.
pub const SKILLS: usize = 100;
/// Steps of a rating scale at most.
pub const STEPS: u32 = 11;
/// Levels of a skill: 0 none, 1 awareness, 2 working, 3 practitioner, 4 expert.
pub const LEVELS: usize = 5;
/// The highest level.
pub const TOP: f64 = 4.0;
/// Numbers of a slider or a number item go from minus this to this.
pub const FURTHEST: f64 = 1e12;
/// Steps from the first to the last position of a slider at most.
pub const POSITIONS: u32 = 1_000;
/// Points to share out at most.
pub const POINTS: u32 = 100;
/// Items on one screen at most.
pub const GROUPED: usize = 4;
/// Minutes that something to do next takes at most.
pub const LONGEST: u32 = 10_000;
/// Characters of an answer in one's own words at most.
pub const CHARACTERS: u32 = 5_000;
