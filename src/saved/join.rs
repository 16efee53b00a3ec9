//! Measurements of one skill by quizzes that do not assume the same, or are calibrated, joined.

use crate::numeric::sqrt;

/// What one quiz measured of a skill.
#[derive(Clone, Debug)]
pub struct Measurement {
    /// Mean, before anything is assumed about people.
    pub mean: f64,
    /// Variance of that mean, above 0.
    pub variance: f64,
    /// What each answer adds to the mean less the prior's.
    pub parts: Vec<f64>,
}

/// A skill after several quizzes.
#[derive(Clone, Debug)]
pub struct Joined {
    /// With `variance`, the measurement that a match takes up.
    pub mean: f64,
    /// Variance of that measurement.
    pub variance: f64,
    /// Level, 0 to 4, or a little beyond.
    pub level: f64,
    /// Spread of the level, in levels.
    pub spread: f64,
    /// How far each answer of each quiz moves the level; all of them add up to the level less the prior mean.
    pub pulls: Vec<Vec<f64>>,
    /// Mean level of people before any answer.
    pub prior_mean: f64,
}

/// The level after `measurements`, of which there is at least one, under a prior N(`prior_mean`, `prior_sd`^2).
///
/// Independent measurements of one thing: v = 1 / sum(1 / v_q), mean = v sum(m_q / v_q), and then a normal mean under a
/// normal prior, level = m + (mean - m) / (1 + v / t^2), spread = (1 / t^2 + 1 / v)^(-1/2) (Gelman et al., *Bayesian
/// Data Analysis*, 3rd edition, section 2.5). An answer's pull is its part of its quiz's mean, times the quiz's share
/// of the precision v / v_q, over 1 + v / t^2.
///
/// By hand, for the prior 2 +- 1: 4 +- 1 and 3 +- 1 give v = 1/2, mean 3.5, level 2 + 1.5 / 1.5 = 3, spread (1 +
/// 2)^(-1/2).
pub fn join(measurements: &[Measurement], prior_mean: f64, prior_sd: f64) -> Joined {
    let precision: f64 = measurements.iter().map(|measurement| 1.0 / measurement.variance).sum();
    let variance = 1.0 / precision;
    let mean = measurements.iter().map(|measurement| measurement.mean / measurement.variance).sum::<f64>() * variance;
    let prior = prior_sd * prior_sd;
    let drawn = 1.0 + variance / prior;
    let pulls = |measurement: &Measurement| {
        let share = variance / measurement.variance / drawn;
        measurement.parts.iter().map(|part| part * share).collect::<Vec<f64>>()
    };
    let pulls: Vec<Vec<f64>> = measurements.iter().map(pulls).collect();
    let level = prior_mean + pulls.iter().flatten().sum::<f64>();
    Joined { mean, variance, level, spread: 1.0 / sqrt(1.0 / prior + precision), pulls, prior_mean }
}

/// Whether two of the measurements are further apart than their errors explain: |m_a - m_b| > 2 sqrt(v_a + v_b), which
/// the difference of two measurements of one thing is for one person in twenty-two. Metier's own limit.
pub fn disagree(measurements: &[Measurement]) -> bool {
    let apart = |(a, b): (&Measurement, &Measurement)| (a.mean - b.mean).abs() > 2.0 * sqrt(a.variance + b.variance);
    let pairs =
        measurements.iter().enumerate().flat_map(|(index, a)| measurements.iter().take(index).map(move |b| (a, b)));
    pairs.into_iter().any(apart)
}

#[cfg(test)]
mod tests {
    use super::{Measurement, disagree, join};

    fn measured(mean: f64, variance: f64, parts: &[f64]) -> Measurement {
        Measurement { mean, variance, parts: parts.to_vec() }
    }

    /// By hand, as in the doc comment; the answers of the first stand for 4 and 4, that of the second for 3.
    #[test]
    fn two_quizzes_are_the_textbook_case() {
        let found = join(&[measured(4.0, 1.0, &[1.0, 1.0]), measured(3.0, 1.0, &[1.0])], 2.0, 1.0);
        let near = |found: f64, wanted: f64| assert!((found - wanted).abs() < 1e-15, "{found}, not {wanted}");
        near(found.mean, 3.5);
        near(found.variance, 0.5);
        near(found.level, 3.0);
        near(found.spread * found.spread, 1.0 / 3.0);
        // (4 - 2) / 2 answers, half the precision, over 1.5
        near(found.pulls[0][0], 1.0 / 3.0);
        near(found.pulls[1][0], 1.0 / 3.0);
    }

    /// Two standard errors of a difference are 2 sqrt(1 + 1.25) = 3 levels.
    #[test]
    fn measurements_disagree_beyond_two_standard_errors() {
        let pair = |other: f64| [measured(0.5, 1.0, &[]), measured(other, 1.25, &[])];
        assert!(!disagree(&pair(3.5)));
        assert!(disagree(&pair(3.51)));
        assert!(!disagree(&pair(0.5)[..1]));
    }
}
