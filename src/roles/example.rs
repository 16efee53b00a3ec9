//! Numbers that several tests share.

use super::model::{Model, Need};
use super::posterior::{Posterior, posterior};
use crate::numeric::matrix::Matrix;
use crate::numeric::random::Random;

/// The constants of the shipped catalogue, as documented at each field.
pub(crate) const MODEL: Model = Model {
    prior_mean: 2.0,
    prior_sd: 1.0,
    answer_sd: 1.2,
    answer_weight: 4.0,
    within: 0.5,
    across: 0.3,
    beta: 0.3,
    lambda: 0.15,
    gamma: 1.5,
    steady: 0.25,
    concentration: 60.0,
    need_shift: 0.5,
    near: 0.03,
    also_good: 0.1,
    missed: 0.7,
    floor_met: 0.1,
    floor_missed: 0.66,
    evidence: 0.44,
    clear: 0.8,
    leaning: 0.6,
    named: 0.8,
    pairs: 2048,
    catalogues: 64,
};

/// A role from needs, raw weights and floors by skill.
pub(crate) fn role(needs: &[f64], weights: &[f64], floors: &[(usize, f64)]) -> Vec<Need> {
    let floor = |skill| floors.iter().find(|(of, _)| *of == skill).map(|(_, floor)| *floor);
    let needs = needs.iter().zip(weights).enumerate();
    needs.map(|(skill, (&need, &weight))| Need { need, weight, floor: floor(skill) }).collect()
}

/// A posterior of measured skills with independent errors.
pub(crate) fn independent(mean: &[f64], errors: &[f64]) -> Posterior {
    let variances: Vec<f64> = errors.iter().map(|error| error * error).collect();
    Posterior { mean: mean.to_vec(), covariance: Matrix::diagonal(&variances), measured: vec![true; mean.len()] }
}

/// Product manager, technical product manager and product marketing manager over customer, negotiation, technical,
/// communication, data: the worked example of the method page.
pub(crate) fn three_roles() -> Vec<Vec<Need>> {
    vec![
        role(&[3.0, 2.5, 2.0, 3.0, 3.0], &[5.0, 3.0, 2.0, 4.0, 4.0], &[(0, 2.0), (3, 2.0)]),
        role(&[2.0, 2.0, 3.5, 2.5, 2.5], &[3.0, 2.0, 5.0, 3.0, 3.0], &[(2, 2.5)]),
        role(&[3.5, 2.0, 1.0, 3.5, 2.0], &[5.0, 2.0, 1.0, 5.0, 2.0], &[(0, 2.0), (3, 2.5)]),
    ]
}

/// The person of the worked example.
pub(crate) fn person() -> Posterior {
    independent(&[3.0, 3.2, 1.6, 2.9, 1.8], &[0.35, 0.30, 0.45, 0.35, 0.40])
}

/// Any catalogue and person, small enough for loops: 1 to 6 roles, 1 to 8 skills, some weights zero, some skills not
/// measured, constants all over their ranges.
pub(crate) fn anything(random: &mut Random) -> (Model, Vec<Vec<Need>>, Posterior) {
    let skills = 1 + (8.0 * random.uniform()) as usize;
    let model = Model {
        prior_sd: 0.5 + random.uniform(),
        beta: random.uniform(),
        lambda: random.uniform(),
        gamma: 3.0 * random.uniform(),
        steady: 0.01 + random.uniform(),
        concentration: 1.0 + 100.0 * random.uniform(),
        need_shift: random.uniform(),
        near: 0.2 * random.uniform(),
        pairs: 40,
        catalogues: 1 + (50.0 * random.uniform()) as u32,
        ..MODEL
    };
    let mut need = || Need {
        need: 4.0 * random.uniform(),
        weight: if random.uniform() < 0.1 { 0.0 } else { 5.0 * random.uniform() },
        floor: (random.uniform() < 0.2).then(|| 3.0 * random.uniform()),
    };
    let mut any_role = || (0..skills).map(|_| need()).collect();
    let roles = (0..1 + skills % 6).map(|_| any_role()).collect();
    let groups: Vec<usize> = (0..skills).map(|_| (3.0 * random.uniform()) as usize).collect();
    let mut measure = || (random.uniform() < 0.8).then(|| (4.0 * random.uniform(), 0.05 + random.uniform()));
    let measured: Vec<Option<(f64, f64)>> = (0..skills).map(|_| measure()).collect();
    let posterior = posterior(&model, &groups, &measured).expect("a posterior");
    (model, roles, posterior)
}
