//! A skill's level: the posterior under the answering model that is assumed, with what each answer did to it.
//!
//! For documents that were not calibrated on people (evidence grades 0 to 2): everything beyond the answers themselves
//! is assumed, and labelled so wherever it is shown. If people are as assumed, the spread says how far the level may be
//! off. It is not a standard error of measurement, which would need data.

use crate::model::Observation;
use crate::numeric::quadrature::each_node;
use crate::numeric::{dot, sqrt};
use crate::quiz::Assumed;
use libm::{exp, log};

/// Half the width of the grid on which the posterior is evaluated, in units to each side of its middle.
const REACH: usize = 8;
/// Points of the grid per unit; [`fineness`] multiplies it.
const LEVELS: usize = 10;
/// Upper limit of that multiple, which only answers too exact to occur in practice reach.
const FINEST: usize = 16;
/// How far answers may lie from the person's level, as shares of the assumed deviation: one or the other, all alike.
const DEVIATIONS: [f64; 3] = [1.0 / 1.5, 1.0, 1.5];
/// The least that a match takes answers to say, in 1 / squared levels.
const LEAST: f64 = 0.01;
/// Deviations with a smaller share of the total are ignored.
const NOTHING: f64 = 1e-25;
/// More stretches than any document can need.
const STRETCHES: usize = 64;

/// A skill's level and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// What a match takes: the mean of a normal measurement that, under the prior, leads to this level and spread.
    /// Never shown as a level.
    pub mean: f64,
    /// Variance of that measurement, above 0.
    pub variance: f64,
    /// The level: the mean of the posterior. It may lie a little beyond 0 or 4.
    pub level: f64,
    /// The spread: the standard deviation of the posterior, in levels, above 0.
    pub spread: f64,
    /// Each answer's share of the weight, in the order of the observations.
    pub weights: Vec<f64>,
    /// How far each answer moves the level from the prior mean; they add up to `level - prior_mean`.
    pub pulls: Vec<f64>,
    /// ln of how much likelier these answers are from somebody who answers as assumed than from one who presses
    /// anything.
    pub evidence: f64,
}

/// The level after `observations` of one skill; `None` without any.
///
/// Person and answers as assumed: the level x is normal with the prior's mean and deviation; answers to this skill lie
/// around it with a deviation s that is 2/3, 1 or 3/2 of the assumed one, each as likely; answer i is then as likely as
/// [`Answering::log_ratio`] has it, with variance s^2 + u_i, u_i being that of its key. Weights count as powers, W_i =
/// w_i (sum w) / (sum w^2), so that they add up to Kish's effective number of answers (1992, Journal of Official
/// Statistics 8:183-200). Level and spread are mean and standard deviation of x under the posterior of x and s.
///
/// The pull of answer i is the integral over t from 0 to 1 of the covariance of x with its ln likelihood, under the
/// prior times the likelihood to the power t. That is how the mean moves as all answers are let in together, so that
/// the pulls add up to the whole of it (thermodynamic integration: Gelman & Meng 1998, Statistical Science 13:163-185;
/// shares along a straight way: Aumann & Shapley 1974).
///
/// [`Answering::log_ratio`]: crate::model::answering::Answering::log_ratio
///
/// Three answers at level 4 to questions whose answers stand for 1, 2, 3 and 4, under the shipped assumptions:
/// ```
/// use metier::estimate::estimate;
/// use metier::model::{Observation, answering::Answering};
/// use metier::quiz::Assumed;
/// let answering = Answering { levels: vec![1.0, 2.0, 3.0, 4.0], guess: None };
/// let four = Observation { skill: 0, level: 4.0, weight: 1.0, key_variance: 0.0, answering };
/// let found = estimate(&[four.clone(), four.clone(), four], &Assumed::default()).unwrap();
/// // 25 digits of another program
/// assert!((found.level - 3.749_559).abs() < 1e-6);
/// assert!((found.spread - 0.761_211).abs() < 1e-6);
/// assert!((found.pulls[0] - 0.583_186).abs() < 1e-6);
/// ```
pub fn estimate(observations: &[Observation], assumed: &Assumed) -> Option<Estimate> {
    let mut pulls = vec![0.0; observations.len()];
    let found = along(observations, assumed, &mut |stretch, from, end| stretch.integrate((from, end), &mut pulls))?;
    // Sums miss integrals by next to nothing, but for answers assumed to be all but exact, whose curves have corners.
    let missed = found.level - assumed.prior_mean - pulls.iter().sum::<f64>();
    for (pull, weight) in pulls.iter_mut().zip(&found.weights) {
        *pull += missed * weight;
    }
    Some(Estimate { pulls, ..found })
}

/// As [`estimate`], without pulls, which take most of the time.
pub fn level(observations: &[Observation], assumed: &Assumed) -> Option<Estimate> {
    along(observations, assumed, &mut |_, _, _| ())
}

/// A stretch of the way from prior to posterior, with t at its start and at its end.
type See<'s> = &'s mut dyn FnMut(&Stretch, f64, f64);

/// The estimate, but for pulls, at the end of the way from prior (t = 0) to posterior (t = 1); `see` hears of each
/// stretch of it.
///
/// Over a stretch the distribution under each deviation gets no narrower than its levels can show: all but very many or
/// very telling answers need one.
fn along(observations: &[Observation], assumed: &Assumed, see: See<'_>) -> Option<Estimate> {
    let (scale, total) = scale(observations)?;
    let mut windows = [Window { middle: assumed.prior_mean, unit: assumed.prior_sd }; DEVIATIONS.len()];
    let (mut from, mut evidence, mut last) = (0.0, 0.0, None);
    for _ in 0..STRETCHES {
        let stretch = Stretch::new(observations, scale, assumed, &windows);
        let mut end = 1.0;
        let mut reached = stretch.at(end);
        while end - from > 1e-15 && reached.is_narrow(&windows) {
            end = from + (end - from) / 4.0;
            reached = stretch.at(end);
        }
        see(&stretch, from, end);
        evidence += reached.log - stretch.at(from).log;
        (from, windows) = (end, reached.windows);
        if end >= 1.0 {
            last = Some((reached.mean, reached.deviation));
            break;
        }
    }
    let (level, spread) = last.filter(|(level, spread)| level.is_finite() && *spread > 0.0)?;
    let precision = (1.0 / (spread * spread) - 1.0 / (assumed.prior_sd * assumed.prior_sd)).max(LEAST);
    Some(Estimate {
        mean: assumed.prior_mean + (level - assumed.prior_mean) / (precision * spread * spread),
        variance: 1.0 / precision,
        level,
        spread,
        weights: observations.iter().map(|observation| observation.weight / total).collect(),
        pulls: Vec::new(),
        evidence,
    })
}

/// What the weights are multiplied by to add up to the effective number of answers, and their sum; `None` where nothing
/// counts.
fn scale(observations: &[Observation]) -> Option<(f64, f64)> {
    let total: f64 = observations.iter().map(|observation| observation.weight).sum();
    let squares: f64 = observations.iter().map(|observation| observation.weight * observation.weight).sum();
    (total > 0.0).then_some((total / squares, total))
}

/// How many times as many levels the curves of the answers need: they bend within the smallest variance of answers, in
/// levels, and under the shipped assumptions as many as usual are enough. Fewer for many answers, which only a made-up
/// document has.
fn fineness(answers: usize, unit: f64, answer_sd: f64) -> usize {
    let [smallest, ..] = DEVIATIONS;
    let bend = smallest * answer_sd * smallest * answer_sd;
    let wanted = (0.6 * unit / bend) as usize + 1;
    wanted.min(FINEST).min(1 + 400 / answers.max(1))
}

/// Where the distribution under one deviation of answers is looked at: around its middle, in units of its own
/// deviation.
#[derive(Clone, Copy)]
struct Window {
    middle: f64,
    unit: f64,
}

/// Prior and likelihoods at the levels of each window.
struct Stretch {
    /// The levels, window after window.
    x: Vec<f64>,
    /// How many a window has.
    count: usize,
    /// ln of the prior at each of them times the distance to the next, but for a constant.
    prior: Vec<f64>,
    /// ln likelihood of each answer, weighted, one answer after the other.
    logs: Vec<f64>,
    /// The same of all answers together.
    sum: Vec<f64>,
}

/// The distribution after a part of the evidence.
struct Power {
    /// Probability of each level.
    p: Vec<f64>,
    mean: f64,
    deviation: f64,
    /// Mean and deviation under each deviation of answers.
    windows: [Window; DEVIATIONS.len()],
    /// ln of what the probabilities were divided by.
    log: f64,
}

impl Power {
    /// Whether it has become too narrow for the levels of some window. Three levels a deviation are enough for a sum in
    /// place of an integral: its error is e^(-2 pi^2 3.3^2) for a normal curve.
    fn is_narrow(&self, windows: &[Window]) -> bool {
        self.windows.iter().zip(windows).any(|(own, window)| own.unit < window.unit / 3.0)
    }
}

/// Sum, mean and deviation of `x` by weights.
fn moments(weights: &[f64], x: &[f64]) -> (f64, f64, f64) {
    let total: f64 = weights.iter().sum();
    let mean = dot(weights, x) / total;
    let square: f64 = weights.iter().zip(x).map(|(weight, x)| weight * (x - mean) * (x - mean)).sum();
    (total, mean, sqrt(square / total))
}

impl Stretch {
    fn new(observations: &[Observation], scale: f64, assumed: &Assumed, windows: &[Window]) -> Stretch {
        let unit = windows.iter().fold(0.0, |unit: f64, window| unit.max(window.unit));
        let fine = fineness(observations.len(), unit, assumed.answer_sd) * LEVELS;
        let count = 2 * REACH * fine + 1;
        let (mut x, mut prior, mut variances) = (Vec::new(), Vec::new(), Vec::new());
        for (window, share) in windows.iter().zip(DEVIATIONS) {
            let step = window.unit / fine as f64;
            variances.push(share * assumed.answer_sd * share * assumed.answer_sd);
            for place in 0..count {
                let level = window.middle + step * (place as f64 - (REACH * fine) as f64);
                let off = (level - assumed.prior_mean) / assumed.prior_sd;
                x.push(level);
                prior.push(log(step) - 0.5 * off * off);
            }
        }
        let mut logs = Vec::with_capacity(observations.len() * x.len());
        let mut sum = vec![0.0; x.len()];
        for Observation { level, weight, key_variance, answering, .. } in observations {
            let mut sums = sum.iter_mut();
            for (levels, variance) in x.chunks(count).zip(&variances) {
                for (x, sum) in levels.iter().zip(sums.by_ref()) {
                    let ratio = weight * scale * answering.log_ratio(*level, *x, variance + key_variance);
                    *sum += ratio;
                    logs.push(ratio);
                }
            }
        }
        Stretch { x, count, prior, logs, sum }
    }

    /// The distribution at `t`.
    fn at(&self, t: f64) -> Power {
        let mut p: Vec<f64> = self.prior.iter().zip(&self.sum).map(|(prior, sum)| prior + t * sum).collect();
        let most = p.iter().fold(f64::NEG_INFINITY, |most: f64, of| most.max(*of));
        for p in &mut p {
            *p = exp(*p - most);
        }
        let (total, mean, deviation) = moments(&p, &self.x);
        let mut windows = [Window { middle: mean, unit: deviation }; DEVIATIONS.len()];
        for ((window, p), x) in windows.iter_mut().zip(p.chunks(self.count)).zip(self.x.chunks(self.count)) {
            let (own, middle, unit) = moments(p, x);
            // One that has no weight left stays as it is: it is not looked at any more.
            if own > total * NOTHING {
                *window = Window { middle, unit };
            }
        }
        for p in &mut p {
            *p /= total;
        }
        Power { p, mean, deviation, windows, log: most + log(total) }
    }

    /// Adds to the pulls what comes between two t.
    fn integrate(&self, (from, end): (f64, f64), pulls: &mut [f64]) {
        // Covariances are sums over the levels: their integral is taken once for all answers.
        let mut turn = vec![0.0; self.sum.len()];
        each_node(from, end, &mut |t, width| {
            let power = self.at(t);
            for ((turn, p), x) in turn.iter_mut().zip(&power.p).zip(&self.x) {
                *turn += width * p * (x - power.mean);
            }
        });
        for (pull, logs) in pulls.iter_mut().zip(self.logs.chunks(turn.len())) {
            *pull += dot(&turn, logs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, estimate, level};
    use crate::model::Observation;
    use crate::model::answering::Answering;
    use crate::numeric::random::Random;
    use crate::quiz::Assumed;
    use libm::exp;

    fn answer(level: f64, weight: f64, levels: &[f64], guess: Option<f64>) -> Observation {
        Observation {
            skill: 0,
            level,
            weight,
            key_variance: 0.0,
            answering: Answering { levels: levels.to_vec(), guess },
        }
    }

    fn step(level: f64, weight: f64) -> Observation {
        answer(level, weight, &[0.0, 1.0, 2.0, 3.0, 4.0], None)
    }

    fn of(observations: &[Observation]) -> Estimate {
        estimate(observations, &Assumed::default()).expect("an estimate")
    }

    #[track_caller]
    fn near(found: f64, expected: f64, within: f64) {
        assert!((found - expected).abs() < within, "{found}, not {expected}");
    }

    #[track_caller]
    fn adds_up(found: &Estimate, prior_mean: f64) {
        near(found.pulls.iter().sum::<f64>(), found.level - prior_mean, 1e-9);
    }

    /// Worked out with 25 digits by an independent audit of the estimator, printed to six.
    #[test]
    fn the_worked_values_of_the_audit() {
        let four = || answer(4.0, 1.0, &[1.0, 2.0, 3.0, 4.0], None);
        let right = |level: f64, wrong: f64| answer(level, 1.0, &[wrong, level], Some(0.25));
        let lower = |level: f64, right: f64| answer(level, 1.0, &[level, right], Some(0.25));
        let cases: [(Vec<Observation>, f64, f64); 5] = [
            (vec![four(), four(), four()], 3.749_559, 0.761_211),
            (vec![step(4.0, 1.0), step(0.0, 1.0)], 2.0, 0.841_717),
            (vec![step(4.0, 2.0), step(1.0, 1.0)], 2.544_957, 0.821_757),
            (vec![right(3.0, 1.0), right(4.0, 2.0)], 2.586_839, 0.960_685),
            (vec![lower(1.0, 3.0), lower(2.0, 4.0)], 1.375_579, 0.811_551),
        ];
        for (observations, expected, spread) in cases {
            let found = of(&observations);
            near(found.level, expected, 1e-6);
            near(found.spread, spread, 1e-6);
            adds_up(&found, 2.0);
            let short = level(&observations, &Assumed::default()).expect("a level");
            assert_eq!(Estimate { pulls: Vec::new(), ..found }, short, "the same without the pulls, to the last bit");
        }
        of(&[four(), four(), four()]).pulls.iter().for_each(|pull| near(*pull, 0.583_186, 1e-6));
    }

    /// By hand: a normal measurement of mean y and variance v under the prior N(2, 1) has its level at 2 + (y - 2) /
    /// (1 + v), with variance v / (1 + v).
    #[test]
    fn a_match_takes_what_leads_to_the_same_level() {
        let found = of(&[step(4.0, 1.0), step(3.0, 1.0), step(3.0, 1.0)]);
        near(2.0 + (found.mean - 2.0) / (1.0 + found.variance), found.level, 1e-12);
        near(found.variance / (1.0 + found.variance), found.spread * found.spread, 1e-12);
    }

    /// Huge and missing variances of keys, weights from nothing to a million, one level only, levels off the scale,
    /// thousands of answers.
    #[test]
    fn bad_input_gives_a_number_or_nothing() {
        assert_eq!(estimate(&[], &Assumed::default()), None);
        assert_eq!(estimate(&[step(3.0, 0.0)], &Assumed::default()), None);
        let silent = of(&[answer(3.0, 1.0, &[3.0], None)]);
        near(silent.level, 2.0, 1e-12);
        near(silent.spread, 1.0, 1e-12);
        near(silent.pulls[0], 0.0, 1e-12);
        assert_eq!(silent.variance, 100.0);
        let huge = Observation { key_variance: 1e12, ..step(4.0, 1.0) };
        near(of(&[huge]).level, 2.0, 1e-6);
        let heavy = of(&[step(4.0, 1e6), step(0.0, 1e-3), step(1.0, 0.0)]);
        near(heavy.level, of(&[step(4.0, 1.0)]).level, 1e-6);
        near(heavy.pulls[2], 0.0, 1e-12);
        for level in [-1e3, 9.0, 1e3] {
            let found = of(&[answer(level, 1.0, &[0.0, level], None), step(2.0, 1.0)]);
            assert!(found.level.is_finite() && found.spread > 0.0, "{level}: {found:?}");
            adds_up(&found, 2.0);
        }
        let torn: Vec<Observation> = (0..200).map(|place| step(f64::from(place % 2) * 4.0, 1.0)).collect();
        let found = of(&torn);
        near(found.level, 2.0, 1e-9);
        adds_up(&found, 2.0);
    }

    /// Thousands of answers leave a posterior far narrower than the prior's levels: sums over finer levels take their
    /// place.
    #[test]
    fn narrow_posteriors_add_up_too() {
        for (answer_sd, count) in [(1.2, 400), (0.01, 50), (0.01, 1), (4.0, 3)] {
            let assumed = Assumed { answer_sd, ..Assumed::default() };
            let observations: Vec<Observation> = (0..count).map(|place| step(f64::from(2 + place % 3), 1.0)).collect();
            let found = estimate(&observations, &assumed).expect("an estimate");
            assert!(found.spread > 0.0 && found.level > 1.9 && found.level < 4.1, "{answer_sd} {count}: {found:?}");
            adds_up(&found, 2.0);
        }
    }

    /// Of any answers: the pulls add up, and an answer above the level that the others lead to pulls up.
    #[test]
    fn pulls_go_where_the_answers_lie() {
        let mut random = Random::new(5);
        for _ in 0..300 {
            let count = 1 + (random.uniform() * 12.0) as usize;
            let observations: Vec<Observation> =
                (0..count).map(|_| step((random.uniform() * 5.0).floor(), 0.5 + random.uniform() * 2.0)).collect();
            let found = of(&observations);
            adds_up(&found, 2.0);
            for (observation, pull) in observations.iter().zip(&found.pulls) {
                assert!(observation.level <= found.level.max(2.0) || *pull > 0.0, "{found:?}");
                assert!(observation.level >= found.level.min(2.0) || *pull < 0.0, "{found:?}");
            }
        }
    }

    /// ln of the marginal likelihood: of one answer it is known without an integral where its levels lie evenly around
    /// the prior mean, since all ends are then alike; and what everybody would say is no evidence at all.
    #[test]
    fn evidence_of_one_answer_is_known() {
        near(of(&[answer(3.0, 1.0, &[3.0], None)]).evidence, 0.0, 1e-12);
        let (low, high) = (of(&[step(0.0, 1.0)]).evidence, of(&[step(4.0, 1.0)]).evidence);
        near(low, high, 1e-12);
        let ratio = |level: f64| exp(of(&[step(level, 1.0)]).evidence);
        near((0..5).map(|level| ratio(f64::from(level))).sum::<f64>() / 5.0, 1.0, 1e-12);
    }

    /// Somebody who answers as assumed is likelier to have answered alike; torn answers come from pressing anything.
    #[test]
    fn evidence_tells_care_from_chance() {
        let alike = of(&[step(3.0, 1.0), step(3.0, 1.0), step(4.0, 1.0), step(3.0, 1.0)]);
        let torn = of(&[step(0.0, 1.0), step(4.0, 1.0), step(0.0, 1.0), step(4.0, 1.0)]);
        assert!(alike.evidence > 0.5 && torn.evidence < -0.5, "{} {}", alike.evidence, torn.evidence);
    }
}
