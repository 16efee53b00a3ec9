//! Slow and obvious twins: each model as its paper writes it, differentiated by rule; each estimator by bisection or by
//! a sum over the whole line. Nothing here is shared with the library.

use super::number::{Big, Jet, Number};
use metier::model::response::ResponseModel;

/// An item, as a row of a file of items has it.
#[derive(Clone, Debug)]
pub struct Item {
    pub model: &'static str,
    /// One slope; of a nominal item one a category.
    pub a: Vec<f64>,
    /// Locations, thresholds or steps.
    pub b: Vec<f64>,
    /// The lower asymptote; of a nominal item the intercepts.
    pub c: Vec<f64>,
    /// The upper asymptote.
    pub d: f64,
}

impl Item {
    pub fn new(model: &'static str, a: &[f64], b: &[f64], c: &[f64], d: f64) -> Item {
        Item { model, a: a.to_vec(), b: b.to_vec(), c: c.to_vec(), d }
    }

    pub fn right_or_wrong(a: f64, b: f64, c: f64, d: f64) -> Item {
        Item::new("4pl", &[a], &[b], &[c], d)
    }

    /// The library's model.
    pub fn response_model(&self) -> ResponseModel {
        match self.model {
            "graded" => ResponseModel::Graded { a: self.a[0], b: self.b.clone() },
            "partial-credit" => ResponseModel::partial_credit(self.a[0], &self.b),
            "nominal" => ResponseModel::Nominal { a: self.a.clone(), c: self.c.clone() },
            _ => ResponseModel::Logistic { a: self.a[0], b: self.b[0], c: self.c[0], d: self.d },
        }
    }

    pub fn count(&self) -> usize {
        if self.model == "nominal" { self.a.len() } else { self.b.len() + 1 }
    }

    pub fn steepest(&self) -> f64 {
        let low = if self.model == "nominal" { self.a.iter().fold(f64::INFINITY, |low, &a| low.min(a)) } else { 0.0 };
        let many = if self.model == "partial-credit" { self.b.len() as f64 } else { 1.0 };
        self.a.iter().fold(0.0, |most: f64, &a| most.max(a - low)) * many
    }

    /// Each category's probability.
    pub fn categories<N: Number>(&self, theta: &N) -> Vec<Jet<N>> {
        let level = Jet::level(theta);
        let z = |a: f64, b: f64| Jet::fixed(a).times(&level.minus(&Jet::fixed(b)));
        match self.model {
            // P(x = k) = P(x >= k) - P(x >= k + 1), or the same of the complements where both are near 1.
            "graded" => {
                let all = (Jet::fixed(1.0), Jet::fixed(0.0));
                let mut reached = vec![all.clone()];
                reached.extend(self.b.iter().map(|&b| curve(&z(self.a[0], b))));
                reached.push((all.1, all.0));
                let half = N::of(0.5);
                let less = |pair: &[(Jet<N>, Jet<N>)]| {
                    if pair[1].0.value > half { pair[1].1.minus(&pair[0].1) } else { pair[0].0.minus(&pair[1].0) }
                };
                reached.windows(2).map(less).collect()
            }
            "partial-credit" => {
                let mut sum = Jet::fixed(0.0);
                let mut sums = vec![sum.clone()];
                for &b in &self.b {
                    sum = sum.plus(&z(self.a[0], b));
                    sums.push(sum.clone());
                }
                shares(&sums)
            }
            "nominal" => {
                let line = |(&a, &c): (&f64, &f64)| Jet::fixed(a).times(&level).plus(&Jet::fixed(c));
                shares(&self.a.iter().zip(&self.c).map(line).collect::<Vec<_>>())
            }
            _ => {
                let (p, q) = curve(&z(self.a[0], self.b[0]));
                let (c, d) = (Jet::fixed(self.c[0]), Jet::fixed(self.d));
                let right = c.plus(&d.minus(&c).times(&p));
                let wrong = Jet::fixed(1.0).minus(&d).plus(&d.minus(&c).times(&q));
                vec![wrong, right]
            }
        }
    }
}

/// 1 / (1 + e^-z) and its complement 1 / (1 + e^z), by whichever exponential is small.
fn curve<N: Number>(z: &Jet<N>) -> (Jet<N>, Jet<N>) {
    let up = z.value > N::of(0.0);
    let small = if up { z.times(&Jet::fixed(-1.0)).exponential() } else { z.exponential() };
    let more = Jet::fixed(1.0).plus(&small).inverse();
    let less = small.times(&more);
    if up { (more, less) } else { (less, more) }
}

/// e^x of each as its share of the sum of them all.
fn shares<N: Number>(exponents: &[Jet<N>]) -> Vec<Jet<N>> {
    let grown: Vec<Jet<N>> = exponents.iter().map(Jet::exponential).collect();
    let sum = grown.iter().fold(Jet::fixed(0.0), |sum, one| sum.plus(one));
    grown.iter().map(|one| one.over(&sum)).collect()
}

/// What a set of categories tells at a level: Fisher's information, the sum of P'^2 / P, and Warm's J, the sum of P'
/// P'' / P.
pub fn told<N: Number>(categories: &[Jet<N>]) -> (N, N) {
    let (mut information, mut warm) = (N::of(0.0), N::of(0.0));
    for Jet { value, first, second } in categories {
        information = information + first.clone() * first.clone() / value.clone();
        warm = warm + first.clone() * second.clone() / value.clone();
    }
    (information, warm)
}

/// Answers of a person.
pub type Given<'i> = [(&'i Item, usize)];

/// What is estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    Eap { mean: f64, sd: f64 },
    Map { mean: f64, sd: f64 },
    Wle,
    Ml,
}

/// At a level: the slope of what is maximised, the slope of its weight alone, the observed and the expected
/// information, and the likelihood.
struct There<N> {
    slope: N,
    weight: N,
    observed: N,
    expected: N,
    likelihood: N,
}

fn there<N: Number>(given: &Given, method: Method, theta: &N) -> There<N> {
    let (zero, one) = (N::of(0.0), N::of(1.0));
    let (mut slope, mut observed, mut expected, mut warm, mut likelihood) =
        (zero.clone(), zero.clone(), zero.clone(), zero.clone(), one);
    for (item, category) in given {
        let categories = item.categories(theta);
        let Jet { value, first, second } = categories[*category].clone();
        let rise = first / value.clone();
        observed = observed + rise.clone() * rise.clone() - second / value.clone();
        slope = slope + rise;
        likelihood = likelihood * value;
        let (information, j) = told(&categories);
        (expected, warm) = (expected + information, warm + j);
    }
    let mut weight = zero;
    if let Method::Map { mean, sd } = method {
        let precision = N::of(1.0) / (N::of(sd) * N::of(sd));
        slope = slope + (N::of(mean) - theta.clone()) * precision.clone();
        observed = observed + precision;
    }
    if method == Method::Wle {
        weight = warm / (N::of(2.0) * expected.clone());
        slope = slope + weight.clone();
    }
    There { slope, weight, observed, expected, likelihood }
}

/// A level and its error; nothing where the highest point is not within the range.
pub fn estimate(given: &Given, method: Method, range: (f64, f64)) -> Option<(f64, f64)> {
    // A very wide prior needs very many levels; sums of plain numbers still have twelve digits there.
    if let Method::Eap { mean, sd } = method {
        return Some(if sd > 10.0 { mean_of::<f64>(given, mean, sd) } else { mean_of::<Big>(given, mean, sd) });
    }
    if given.is_empty() && !matches!(method, Method::Map { .. }) {
        return None;
    }
    let (low, high) = bracket(given, method, range)?;
    let (mut low, mut high) = (Big::of(low), Big::of(high));
    // 48 halvings of less than a tenth leave less than 1e-15.
    for _ in 0..48 {
        let middle = (low.clone() + high.clone()) / Big::of(2.0);
        if there(given, method, &middle).slope > Big::of(0.0) { low = middle } else { high = middle }
    }
    let found = there(given, method, &low);
    let information = if matches!(method, Method::Map { .. }) { found.observed } else { found.expected };
    Some((low.near(), 1.0 / information.near().sqrt()))
}

/// Two of very many levels with the highest point between them; nothing if that is an end of the range.
fn bracket(given: &Given, method: Method, (low, high): (f64, f64)) -> Option<(f64, f64)> {
    let steps = 600;
    let width = (high - low) / f64::from(steps);
    let level = |step: i32| low + width * f64::from(step);
    let mut before = there(given, method, &low);
    let height = |found: &There<f64>, theta: f64| {
        let prior = if let Method::Map { mean, sd } = method { -0.5 * ((theta - mean) / sd).powi(2) } else { 0.0 };
        found.likelihood.ln() + prior
    };
    // Where the slope turns from up to down; and the ends, if it is from there that all falls.
    let mut places = if before.slope > 0.0 { vec![] } else { vec![(height(&before, low), None)] };
    let mut weighted = 0.0;
    for step in 1..=steps {
        let theta = level(step);
        let found = there(given, method, &theta);
        weighted += 0.5 * (before.weight + found.weight) * width;
        if before.slope > 0.0 && found.slope <= 0.0 {
            places.push((height(&found, theta) + weighted, Some((level(step - 1), theta))));
        }
        before = found;
    }
    if before.slope > 0.0 {
        places.push((height(&before, high) + weighted, None));
    }
    places.into_iter().max_by(|one, other| one.0.total_cmp(&other.0)).and_then(|(_, place)| place)
}

/// Mean and standard deviation of the posterior: three sums over evenly spaced levels of the whole line, from 9
/// deviations of the prior below its mean to 9 above it (e^-40), so fine that the trapezoid rule is exact to sixteen
/// digits and more.
pub fn mean_of<N: Number>(given: &Given, mean: f64, sd: f64) -> (f64, f64) {
    let steepest = given.iter().map(|(item, _)| item.steepest()).fold(0.0, f64::max);
    let step = (0.4 / steepest).min(0.2 * sd);
    let count = (9.0 * sd / step) as i32;
    let (mut sum, mut first, mut second) = (N::of(0.0), N::of(0.0), N::of(0.0));
    for index in -count..=count {
        let off = N::of(step) * N::of(f64::from(index));
        let theta = N::of(mean) + off.clone();
        let share = off.clone() / N::of(sd);
        let mut weight = (share.clone() * share / N::of(-2.0)).exponential();
        for (item, category) in given {
            weight = weight * item.categories(&theta)[*category].value.clone();
        }
        sum = sum + weight.clone();
        first = first + weight.clone() * off.clone();
        second = second + weight * off.clone() * off;
    }
    let off = first / sum.clone();
    let variance = second / sum - off.clone() * off.clone();
    ((N::of(mean) + off).near(), variance.near().sqrt())
}
