//! The numbers of a catalogue: constants of the model, and what roles need.

/// The constants of the matching model. They stand in the catalogue document, so that a catalogue carries its own
/// model; the values in parentheses are those of the shipped one, editorial throughout.
///
/// Levels, needs and standard deviations are on the level scale (0 none to 4 expert); shares and probabilities are
/// of 1. The default holds zeros, to be filled by the reader of the catalogue; it matches nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Model {
    /// Level of a skill before anything is known about it (2).
    pub prior_mean: f64,
    /// Standard deviation of that level, above 0 (1).
    pub prior_sd: f64,
    /// Standard deviation of one answer around the person's level, above 0 (1.2). Used where answers become levels.
    pub answer_sd: f64,
    /// Read so that older catalogues stay valid; not used.
    pub answer_weight: f64,
    /// Prior correlation of two skills of one group (.5).
    pub within: f64,
    /// Prior correlation of two skills of different groups (.3).
    pub across: f64,
    /// Share of the shape in the fit, 0 to 1 (.3); the level has the rest.
    pub beta: f64,
    /// What being above a need costs, as a share of what being as far below it costs, 0 to 1 (.15).
    pub lambda: f64,
    /// What each level below a must-have floor takes off the fit, from 0 (1.5).
    pub gamma: f64,
    /// A standard deviation added to a person's own so that nearly flat profiles do not get a loud shape, from 0
    /// (.25); s0 on the method page.
    pub steady: f64,
    /// How firmly the weights of a role stand: the sum of the Dirichlet shapes that perturb them, above 0 (60).
    pub concentration: f64,
    /// How far a need may be off, up and down, in levels, from 0 (.5).
    pub need_shift: f64,
    /// A role whose fit in a draw is within this of the best one's is near the best (.03).
    pub near: f64,
    /// A role whose mean fit is within this of the best mean fit is also a good fit (.1).
    pub also_good: f64,
    /// No role fits yet when every role misses a must-have in more than this share of the draws (.7).
    pub missed: f64,
    /// A must-have is met when at most this share of the draws is below its floor (.1) ...
    pub floor_met: f64,
    /// ... and likely missed when more than this share is (.66); between the two it is uncertain.
    pub floor_missed: f64,
    /// Least weighted evidence, 0 to 1, for a role to be named (.44).
    pub evidence: f64,
    /// Least probability of a clear verdict (.8).
    pub clear: f64,
    /// Least probability of a leaning verdict (.6).
    pub leaning: f64,
    /// When it is too close to call, roles are named until their probabilities add up to this (.8).
    pub named: f64,
    /// Antithetic pairs of draws, 1 to [`Model::MOST_PAIRS`] (2,048: 4,096 draws).
    pub pairs: u32,
    /// Perturbed catalogues that the pairs cycle through, 1 to [`Model::MOST_CATALOGUES`] (64).
    pub catalogues: u32,
}

impl Model {
    /// Most pairs that are drawn; more are cut down to this.
    pub const MOST_PAIRS: u32 = 100_000;
    /// Most perturbed catalogues that are made; more are cut down to this.
    pub const MOST_CATALOGUES: u32 = 1_000;

    /// Number of antithetic pairs to draw.
    pub(super) fn pairs(&self) -> u32 {
        self.pairs.clamp(1, Self::MOST_PAIRS)
    }

    /// Number of perturbed catalogues to make: never more than there are pairs.
    pub(super) fn catalogues(&self) -> u32 {
        self.catalogues.clamp(1, Self::MOST_CATALOGUES).min(self.pairs())
    }

    /// Whether every constant is finite and in its range.
    pub(super) fn usable(&self) -> bool {
        let numbers = [
            self.prior_mean,
            self.prior_sd,
            self.within,
            self.across,
            self.beta,
            self.lambda,
            self.gamma,
            self.steady,
            self.concentration,
            self.need_shift,
            self.near,
            self.also_good,
        ];
        numbers.into_iter().all(usable) && self.prior_sd > 0.0
    }
}

/// What a role asks of one skill. A role is a list of these, parallel to the skills of the catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Need {
    /// The level that the role needs, 0 to 4.
    pub need: f64,
    /// How much the skill counts in the role, from 0, in any unit: weights are divided by their sum.
    pub weight: f64,
    /// The level below which the role is out of reach: a must-have. Most skills have none.
    pub floor: Option<f64>,
}

impl Need {
    /// Whether the numbers are finite and the weight is not negative.
    pub(super) fn usable(&self) -> bool {
        usable(self.need) && usable(self.weight) && self.weight >= 0.0 && self.floor.is_none_or(usable)
    }
}

/// Why a match cannot be made. Documents and profiles that were checked when they were read give none of these
/// but the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The covariance of the skills, or the prior correlations behind it, contradict each other: the matrix is not
    /// positive definite.
    Covariance,
    /// Lists that describe the same skills differ in length.
    Lengths,
    /// A number is infinite, not a number, beyond 1e9 in size, or negative or zero where that has no meaning.
    Number,
}

/// Whether no product of a few such numbers can overflow: finite and at most 1e9 in size.
pub(super) fn usable(number: f64) -> bool {
    number.abs() <= 1e9
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::example::MODEL;

    #[test]
    fn counts_are_cut_to_what_can_be_drawn() {
        let model = Model { pairs: 0, catalogues: 0, ..MODEL };
        assert_eq!((model.pairs(), model.catalogues()), (1, 1));
        let model = Model { pairs: u32::MAX, catalogues: u32::MAX, ..MODEL };
        assert_eq!((model.pairs(), model.catalogues()), (100_000, 1_000));
        let model = Model { pairs: 10, ..MODEL };
        assert_eq!(model.catalogues(), 10);
    }

    #[test]
    fn what_cannot_be_calculated_with_is_told_apart() {
        assert!(MODEL.usable());
        assert!(!Model { gamma: f64::NAN, ..MODEL }.usable());
        assert!(!Model { concentration: f64::INFINITY, ..MODEL }.usable());
        assert!(!Model { prior_sd: 0.0, ..MODEL }.usable());
        let need = Need { need: 3.0, weight: 1.0, floor: Some(2.0) };
        assert!(need.usable());
        assert!(Need { weight: 0.0, floor: None, ..need }.usable());
        assert!(!Need { weight: -1.0, ..need }.usable());
        assert!(!Need { need: f64::NAN, ..need }.usable());
        assert!(!Need { floor: Some(f64::NEG_INFINITY), ..need }.usable());
    }
}
