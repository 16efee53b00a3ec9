//! Item response models: how likely each category of an item is at each level.
//!
//! The level is called theta here, on whatever scale the items were calibrated on; the logistic metric is D = 1 and the form
//! slope and location, a(theta - b). The 1, 2, 3 and 4 parameter logistic models are one ([`ResponseModel::Logistic`]), and
//! the generalised partial credit model is the nominal one with its slopes in steps ([`ResponseModel::partial_credit`]).

use crate::numeric::logistic::{log_logistic, logistic};
use libm::{exp, expm1, log};

/// How likely each category of an item is, as a function of the level theta. Categories count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum ResponseModel {
    /// Right (1) or wrong (0): P(1) = c + (d - c) / (1 + e^(-a(theta - b))).
    ///
    /// Rasch 1960 (a = 1), Birnbaum 1968 (c: success by guessing), Barton & Lord 1981 (d: the best can slip).
    Logistic {
        /// Slope, above 0.
        a: f64,
        /// Location.
        b: f64,
        /// Lower asymptote, 0 to below `d`.
        c: f64,
        /// Upper asymptote, above `c` to 1.
        d: f64,
    },
    /// Rising categories: P(x >= k) = 1 / (1 + e^(-a(theta - b_k))). Samejima 1969, Psychometrika Monograph 17.
    Graded {
        /// Slope, above 0.
        a: f64,
        /// Thresholds, strictly rising; one fewer than categories.
        b: Vec<f64>,
    },
    /// Categories without an order: P(k) proportional to e^(a_k theta + c_k). Bock 1972, Psychometrika 37:29-51.
    Nominal {
        /// Slopes, one a category.
        a: Vec<f64>,
        /// Intercepts, one a category.
        c: Vec<f64>,
    },
}

/// The largest parameter and the largest level, in absolute size, that can be computed with: third powers of their products are still
/// numbers.
pub const LARGEST: f64 = 1e30;

/// What is impossible about an item's parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// A number that is not finite, or beyond [`LARGEST`].
    NotFinite,
    /// A slope of 0 or less (the nominal model alone may have those).
    Slope,
    /// A lower asymptote that is not in 0 to 1.
    Lower,
    /// An upper asymptote that is not in 0 to 1.
    Upper,
    /// A lower asymptote that is not below the upper one.
    Asymptotes,
    /// Graded thresholds that do not rise.
    Order,
    /// Fewer than two categories, or not as many slopes as intercepts.
    Categories,
}

/// One category at a level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Category {
    /// Its probability P.
    pub probability: f64,
    /// ln P.
    pub log: f64,
    /// First derivative of ln P by theta: P' / P.
    pub slope: f64,
    /// P'' / P. The second derivative of ln P is this less the square of `slope`.
    pub bend: f64,
}

impl ResponseModel {
    /// Generalised partial credit (Muraki 1992, Applied Psychological Measurement 16:159-176): step k has a(theta - b_k). Masters'
    /// partial credit model has one slope for all items. Steps may stand in any order.
    #[must_use]
    pub fn partial_credit(a: f64, steps: &[f64]) -> ResponseModel {
        let (mut slopes, mut intercepts, mut sum) = (vec![0.0], vec![0.0], 0.0);
        for (k, step) in steps.iter().enumerate() {
            sum += step;
            slopes.push(a * (k + 1) as f64);
            intercepts.push(-a * sum);
        }
        ResponseModel::Nominal { a: slopes, c: intercepts }
    }

    /// What is impossible about the parameters, if anything. Only items without such a fault may be asked for anything else.
    #[must_use]
    pub fn fault(&self) -> Option<Impossible> {
        let finite = |numbers: &[f64]| numbers.iter().all(|number| number.abs() <= LARGEST);
        match self {
            ResponseModel::Logistic { a, b, c, d } => {
                if !finite(&[*a, *b, *c, *d]) {
                    return Some(Impossible::NotFinite);
                }
                let asymptotes = [(0.0..=1.0).contains(c), (0.0..=1.0).contains(d), c < d];
                let faults = [Impossible::Lower, Impossible::Upper, Impossible::Asymptotes];
                let asymptote = faults.into_iter().zip(asymptotes).find(|(_, holds)| !holds).map(|(fault, _)| fault);
                if *a <= 0.0 { Some(Impossible::Slope) } else { asymptote }
            }
            ResponseModel::Graded { a, b } => {
                let rising = b.iter().zip(b.iter().skip(1)).all(|(lower, higher)| lower < higher);
                match (finite(b) && finite(&[*a]), *a > 0.0, b.is_empty(), rising) {
                    (false, ..) => Some(Impossible::NotFinite),
                    (_, false, ..) => Some(Impossible::Slope),
                    (_, _, true, _) => Some(Impossible::Categories),
                    (.., false) => Some(Impossible::Order),
                    _ => None,
                }
            }
            ResponseModel::Nominal { a, c } if a.len() != c.len() || a.len() < 2 => Some(Impossible::Categories),
            ResponseModel::Nominal { a, c } => (!finite(a) || !finite(c)).then_some(Impossible::NotFinite),
        }
    }

    /// Number of categories.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            ResponseModel::Logistic { .. } => 2,
            ResponseModel::Graded { b, .. } => b.len() + 1,
            ResponseModel::Nominal { a, .. } => a.len(),
        }
    }

    /// Gives all categories at a level, from the first, to `see`. Every part keeps its relative precision however unlikely
    /// the category is.
    pub fn each(&self, theta: f64, see: &mut dyn FnMut(Category)) {
        match self {
            ResponseModel::Logistic { a, b, c, d } => logistic_categories(*a, a * (theta - b), *c, *d).into_iter().for_each(see),
            ResponseModel::Graded { a, b } => (0..=b.len()).for_each(|k| see(graded_category(*a, b, k, theta))),
            ResponseModel::Nominal { a, c } => nominal_categories(a, c, theta).into_iter().for_each(see),
        }
    }

    /// All categories at a level.
    #[must_use]
    pub fn categories(&self, theta: f64) -> Vec<Category> {
        let mut categories = Vec::with_capacity(self.count());
        self.each(theta, &mut |category| categories.push(category));
        categories
    }

    /// Fisher's information on theta at a level: the sum over categories of P'^2 / P, at least 0.
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        match self {
            // Products alone, so that items that are mirror images of each other tie to the last bit.
            ResponseModel::Logistic { a, b, c, d } => {
                let (p, q) = logistic(a * (theta - b));
                let (right, wrong) = (c + (d - c) * p, (1.0 - d) + (d - c) * q);
                if *c == 0.0 && *d == 1.0 {
                    return a * a * (p * q);
                }
                // p / right is 1 / (d - c) where there is no guessing, also where p is too small for a number.
                let (over, under) = (if *c == 0.0 { 1.0 / d } else { p / right }, if *d == 1.0 { 1.0 / (1.0 - c) } else { q / wrong });
                a * a * (d - c) * (d - c) * (p * q) * (over * under)
            }
            _ => {
                let mut sum = 0.0;
                self.each(theta, &mut |category| sum += category.probability * category.slope * category.slope);
                sum
            }
        }
    }

    /// Warm's J at a level: the sum over categories of P' P'' / P (Warm 1989, Psychometrika 54:427-450, equation 5).
    #[must_use]
    pub fn warm(&self, theta: f64) -> f64 {
        let mut sum = 0.0;
        self.each(theta, &mut |category| sum += category.probability * category.slope * category.bend);
        sum
    }

    /// The largest slope of any curve of the item, in absolute size: how fine a grid must be to see it.
    #[must_use]
    pub fn steepest(&self) -> f64 {
        match self {
            ResponseModel::Logistic { a, .. } | ResponseModel::Graded { a, .. } => *a,
            ResponseModel::Nominal { a, .. } => {
                let (low, high) = a.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &a| (low.min(a), high.max(a)));
                high - low
            }
        }
    }

    /// Whether the logarithm of every category is concave, so that a likelihood of such items has one peak at most. Not so
    /// where success can be guessed or the best can slip.
    #[must_use]
    pub fn concave(&self) -> bool {
        !matches!(self, ResponseModel::Logistic { c, d, .. } if *c > 0.0 || *d < 1.0)
    }
}

/// Wrong and right at z = a(theta - b).
fn logistic_categories(a: f64, z: f64, c: f64, d: f64) -> [Category; 2] {
    let (p, q) = logistic(z);
    let (right, wrong) = (c + (d - c) * p, (1.0 - d) + (d - c) * q);
    // Shares of the answers that are due to the curve and not to an asymptote; whole where there is none, also where p or
    // q is too small for a number.
    let right_share = if c == 0.0 { 1.0 } else { (d - c) * p / right };
    let wrong_share = if d == 1.0 { 1.0 } else { (d - c) * q / wrong };
    let log_right = if c == 0.0 { log(d) + log_logistic(z) } else { log(right) };
    let log_wrong = if d == 1.0 { log(1.0 - c) + log_logistic(-z) } else { log(wrong) };
    let (rise, fall) = (a * right_share * q, -a * wrong_share * p);
    let turn = a * (q - p);
    [
        Category { probability: wrong, log: log_wrong, slope: fall, bend: fall * turn },
        Category { probability: right, log: log_right, slope: rise, bend: rise * turn },
    ]
}

/// Category `k` of a graded item. With u = a(theta - b_k), v = a(theta - b_(k+1)) and F the logistic function, F(u) - F(v) =
/// F(u) F(-v) (1 - e^(v-u)), and P' / P = a(1 - F(u) - F(v)): no difference of two numbers that are nearly the same.
fn graded_category(a: f64, b: &[f64], k: usize, theta: f64) -> Category {
    let at = |k: usize| b.get(k).map(|b| a * (theta - b));
    let (u, v) = (k.checked_sub(1).and_then(at), at(k));
    let ((p_u, q_u), log_u) = u.map_or(((1.0, 0.0), 0.0), |u| (logistic(u), log_logistic(u)));
    let ((p_v, q_v), log_v) = v.map_or(((0.0, 1.0), 0.0), |v| (logistic(v), log_logistic(-v)));
    let between = match (k.checked_sub(1).and_then(|k| b.get(k)), b.get(k)) {
        (Some(lower), Some(higher)) => -expm1(-a * (higher - lower)),
        _ => 1.0,
    };
    let slope = a * (q_u - p_v);
    let bend = slope * slope - a * a * (p_u * q_u + p_v * q_v);
    Category { probability: p_u * q_v * between, log: log_u + log_v + log(between), slope, bend }
}

/// Categories of a nominal item: P' / P = a_k less the mean slope, and P'' / P its square less the variance of the slopes.
fn nominal_categories(a: &[f64], c: &[f64], theta: f64) -> Vec<Category> {
    let logits = || a.iter().zip(c).map(|(a, c)| a * theta + c);
    let highest = logits().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = logits().map(|logit| exp(logit - highest)).sum();
    let rest = log(sum);
    let mut categories: Vec<Category> = logits()
        .zip(a)
        .map(|(logit, &slope)| Category { probability: exp(logit - highest) / sum, log: logit - highest - rest, slope, bend: 0.0 })
        .collect();
    let mean: f64 = categories.iter().map(|category| category.probability * category.slope).sum();
    let mut variance = 0.0;
    for category in &mut categories {
        category.slope -= mean;
        variance += category.probability * category.slope * category.slope;
    }
    for category in &mut categories {
        category.bend = category.slope * category.slope - variance;
    }
    categories
}
