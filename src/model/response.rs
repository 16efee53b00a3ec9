//! Item response models: how likely each category of an item is at each level.
//!
//! The level is called theta here, on whatever scale the items were calibrated on; the logistic metric is D = 1 and the
//! form slope and location, a(theta - b). The 1, 2, 3 and 4 parameter logistic models are one
//! ([`ResponseModel::Logistic`]), and the generalised partial credit model is the nominal one with its slopes in steps
//! ([`ResponseModel::partial_credit`]).

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

/// The largest parameter and the largest level, in absolute size, that can be computed with: third powers of their
/// products are still numbers.
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
    /// First derivative of ln P by theta: P' / P.
    pub slope: f64,
    /// P'' / P. The second derivative of ln P is this less the square of `slope`.
    pub bend: f64,
}

impl Category {
    /// The second derivative of ln P, its sign turned: the information that this very answer gives.
    #[must_use]
    pub fn observed(&self) -> f64 {
        self.slope * self.slope - self.bend
    }
}

impl ResponseModel {
    /// Generalised partial credit (Muraki 1992, Applied Psychological Measurement 16:159-176): step k has a(theta -
    /// b_k). Masters' partial credit model has one slope for all items. Steps may stand in any order.
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

    /// What is impossible about the parameters, if anything. Only items without such a fault may be asked for anything
    /// else.
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

    /// Gives all categories at a level, from the first, to `see`. Every part keeps its relative precision however
    /// unlikely the category is.
    pub fn each(&self, theta: f64, see: &mut dyn FnMut(Category)) {
        match self {
            ResponseModel::Logistic { a, b, c, d } => {
                logistic_categories(*a, a * (theta - b), *c, *d).into_iter().for_each(see)
            }
            ResponseModel::Graded { a, b } => {
                let mut lower = Threshold::LOWEST;
                for b in b {
                    let higher = Threshold::new(*a, *b, theta);
                    see(graded_category(*a, lower, higher));
                    lower = higher;
                }
                see(graded_category(*a, lower, Threshold::HIGHEST));
            }
            ResponseModel::Nominal { a, c } => {
                let all = Softmax::new(a, c, theta);
                a.iter().zip(c).for_each(|(a, c)| see(all.category(*a, *c)));
            }
        }
    }

    /// The probability of each category at a level, in their order, put after what `chances` holds; what `each` would give
    /// of it, at less cost.
    pub fn chances(&self, theta: f64, chances: &mut Vec<f64>) {
        let ResponseModel::Nominal { a, c } = self else {
            return self.each(theta, &mut |category| chances.push(category.probability));
        };
        let start = chances.len();
        chances.extend(a.iter().zip(c).map(|(a, c)| a * theta + c));
        let own = chances.get_mut(start..).unwrap_or_default();
        let highest = own.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        own.iter_mut().for_each(|chance| *chance = exp(*chance - highest));
        let sum: f64 = own.iter().sum();
        own.iter_mut().for_each(|chance| *chance /= sum);
    }

    /// One category at a level; what `each` would give of it, at less cost.
    #[must_use]
    pub fn category(&self, index: usize, theta: f64) -> Category {
        match self {
            ResponseModel::Logistic { a, b, c, d } => {
                let [wrong, right] = logistic_categories(*a, a * (theta - b), *c, *d);
                if index == 0 { wrong } else { right }
            }
            ResponseModel::Graded { a, b } => {
                let threshold = |index: usize| b.get(index).map(|&b| Threshold::new(*a, b, theta));
                let lower = index.checked_sub(1).and_then(threshold).unwrap_or(Threshold::LOWEST);
                graded_category(*a, lower, threshold(index).unwrap_or(Threshold::HIGHEST))
            }
            ResponseModel::Nominal { a, c } => match (a.get(index), c.get(index)) {
                (Some(own_a), Some(own_c)) => Softmax::new(a, c, theta).category(*own_a, *own_c),
                _ => Category::default(),
            },
        }
    }

    /// ln P of a category at a level, also where P is too small for a number.
    #[must_use]
    pub fn log(&self, index: usize, theta: f64) -> f64 {
        match self {
            ResponseModel::Logistic { a, b, c, d } => {
                let z = a * (theta - b);
                match (index, *c == 0.0, *d == 1.0) {
                    (0, _, true) => log(1.0 - c) + log_logistic(-z),
                    (1, true, _) => log(*d) + log_logistic(z),
                    _ => log(self.category(index, theta).probability),
                }
            }
            ResponseModel::Graded { a, b } => {
                let (lower, higher) = (index.checked_sub(1).and_then(|k| b.get(k)), b.get(index));
                let between =
                    if let (Some(lower), Some(higher)) = (lower, higher) { -expm1(-a * (higher - lower)) } else { 1.0 };
                let side = |b: Option<&f64>, sign: f64| b.map_or(0.0, |b| log_logistic(sign * a * (theta - b)));
                side(lower, 1.0) + side(higher, -1.0) + log(between)
            }
            ResponseModel::Nominal { a, c } => match (a.get(index), c.get(index)) {
                (Some(own_a), Some(own_c)) => {
                    let all = Softmax::new(a, c, theta);
                    own_a * theta + own_c - all.highest - log(all.sum)
                }
                _ => f64::NEG_INFINITY,
            },
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
            // The two sides of the curve are p / n and q / n; where there is no asymptote, what cancels out is left
            // out, as it may be too small for a number. Products alone, so that items that are mirror images of each
            // other tie to the last bit.
            ResponseModel::Logistic { a, b, c, d } => {
                let z = a * (theta - b);
                let small = exp(-z.abs());
                let (p, q) = if z < 0.0 { (small, 1.0) } else { (1.0, small) };
                let (n, rise) = (1.0 + small, a * (d - c));
                let (right, over) = if *c == 0.0 { (*d, 1.0) } else { (c * q + d * p, p) };
                let (wrong, under) = if *d == 1.0 { (1.0 - c, 1.0) } else { ((1.0 - c) * q + (1.0 - d) * p, q) };
                rise * rise * small * (over * under) / (n * n * (right * wrong))
            }
            ResponseModel::Nominal { a, c } => Softmax::new(a, c, theta).variance,
            ResponseModel::Graded { .. } => {
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
                let (low, high) =
                    a.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &a| (low.min(a), high.max(a)));
                high - low
            }
        }
    }

    /// Whether the logarithm of every category is concave, so that a likelihood of such items has one peak at most. Not
    /// so where success can be guessed or the best can slip.
    #[must_use]
    pub fn concave(&self) -> bool {
        !matches!(self, ResponseModel::Logistic { c, d, .. } if *c > 0.0 || *d < 1.0)
    }
}

/// Wrong and right at z = a(theta - b).
fn logistic_categories(a: f64, z: f64, c: f64, d: f64) -> [Category; 2] {
    let (p, q) = logistic(z);
    let (right, wrong) = (c + (d - c) * p, (1.0 - d) + (d - c) * q);
    // Shares of the answers that are due to the curve and not to an asymptote; whole where there is none, also where p
    // or q is too small for a number.
    let right_share = if c == 0.0 { 1.0 } else { (d - c) * p / right };
    let wrong_share = if d == 1.0 { 1.0 } else { (d - c) * q / wrong };
    let (rise, fall) = (a * right_share * q, -a * wrong_share * p);
    let turn = a * (q - p);
    [
        Category { probability: wrong, slope: fall, bend: fall * turn },
        Category { probability: right, slope: rise, bend: rise * turn },
    ]
}

/// The curve of a graded item's threshold at a level.
#[derive(Clone, Copy)]
struct Threshold {
    /// a(theta - b).
    z: f64,
    /// How likely an answer above it is.
    p: f64,
    /// How likely one below it is.
    q: f64,
}

impl Threshold {
    /// Below all categories.
    const LOWEST: Threshold = Threshold { z: f64::INFINITY, p: 1.0, q: 0.0 };
    /// Above all categories.
    const HIGHEST: Threshold = Threshold { z: f64::NEG_INFINITY, p: 0.0, q: 1.0 };

    fn new(a: f64, b: f64, theta: f64) -> Threshold {
        let z = a * (theta - b);
        let (p, q) = logistic(z);
        Threshold { z, p, q }
    }
}

/// The category between two thresholds u and v. P' / P = a(1 - F(u) - F(v)) with the logistic function F, and P =
/// F(u) - F(v): of those that are not near 1, or, where u and v are close, F(u) F(-v) (1 - e^(v-u)); no difference of
/// two numbers that are nearly the same.
fn graded_category(a: f64, u: Threshold, v: Threshold) -> Category {
    let probability = if u.z - v.z < 0.5 {
        u.p * v.q * -expm1(v.z - u.z)
    } else if v.z > 0.0 {
        v.q - u.q
    } else {
        u.p - v.p
    };
    let slope = a * (u.q - v.p);
    Category { probability, slope, bend: slope * slope - a * a * (u.p * u.q + v.p * v.q) }
}

/// All categories of a nominal item together: e^(a_k theta + c_k) added up.
struct Softmax {
    theta: f64,
    /// The largest exponent.
    highest: f64,
    /// Sum of the powers as shares of the largest.
    sum: f64,
    /// Mean of the slopes.
    mean: f64,
    /// Variance of the slopes, which is the information.
    variance: f64,
}

impl Softmax {
    fn new(a: &[f64], c: &[f64], theta: f64) -> Softmax {
        let (mut highest, mut likeliest) = (f64::NEG_INFINITY, 0.0);
        for (&a, c) in a.iter().zip(c) {
            if a * theta + c > highest {
                (highest, likeliest) = (a * theta + c, a);
            }
        }
        // Slopes from that of the likeliest category, so that their squares do not swallow a small variance.
        let (mut sum, mut first, mut second) = (0.0, 0.0, 0.0);
        for (a, c) in a.iter().zip(c) {
            let (weight, off) = (exp(a * theta + c - highest), a - likeliest);
            sum += weight;
            first += weight * off;
            second += weight * off * off;
        }
        let mean = first / sum;
        Softmax { theta, highest, sum, mean: likeliest + mean, variance: second / sum - mean * mean }
    }

    /// P' / P = a_k less the mean slope, and P'' / P its square less the variance of the slopes.
    fn category(&self, a: f64, c: f64) -> Category {
        let slope = a - self.mean;
        Category {
            probability: exp(a * self.theta + c - self.highest) / self.sum,
            slope,
            bend: slope * slope - self.variance,
        }
    }
}
