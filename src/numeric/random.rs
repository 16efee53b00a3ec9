//! A seeded generator and what is drawn from it. The same seed gives the same numbers on every machine.

use super::sqrt;
use libm::{exp, log};

/// `SplitMix64`: 64 bits of state, a period of 2^64, any seed good.
///
/// Steele, Lea & Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA; the constants are those of
/// Vigna's public-domain `splitmix64.c`. Made for simulation; its numbers can be predicted and must guard no secret.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
    spare: Option<f64>,
}

/// The fractional part of the golden ratio in 64 bits, made odd: the step between two states.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// 2^-53, the distance between two neighbouring uniform numbers.
const UNIT: f64 = 1.0 / 9_007_199_254_740_992.0;

impl Random {
    /// A generator that starts at `seed`. Neighbouring seeds give unrelated numbers.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed, spare: None }
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GOLDEN);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Another generator, seeded by this one: a stream of its own, so that taking more numbers for one purpose does
    /// not shift those of another.
    pub const fn split(&mut self) -> Self {
        Self::new(self.bits())
    }

    /// A number in [0, 1): each multiple of 2^-53 is equally likely.
    pub const fn uniform(&mut self) -> f64 {
        // 53 bits fit the mantissa, so the conversion is exact.
        (self.bits() >> 11) as f64 * UNIT
    }

    /// Puts a list in one of its orders, each equally likely (Fisher & Yates, in Durstenfeld's form of 1964,
    /// Communications of the ACM 7:420).
    pub fn shuffle(&mut self, list: &mut [usize]) {
        for last in (1..list.len()).rev() {
            let other = (self.uniform() * (last + 1) as f64) as usize;
            // Not `swap`, whose panic would be in the module; an entry that keeps its place is no pair.
            if let Ok([one, other]) = list.get_disjoint_mut([last, other]) {
                std::mem::swap(one, other);
            }
        }
    }

    /// A number from the standard normal distribution: mean 0, standard deviation 1.
    ///
    /// Polar method, Marsaglia & Bray (1964), SIAM Review 6:260-264. It makes two numbers at a time and keeps one
    /// back. Chosen over Box & Muller because it needs no sine: those bytes would be the largest part of the module's
    /// arithmetic.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let x = 2.0 * self.uniform() - 1.0;
            let y = 2.0 * self.uniform() - 1.0;
            let square = x * x + y * y;
            if square >= 1.0 || square == 0.0 {
                continue;
            }
            let scale = sqrt(-2.0 * log(square) / square);
            self.spare = Some(y * scale);
            return x * scale;
        }
    }

    /// A number from the gamma distribution of the given shape and scale 1: mean and variance are both `shape`.
    ///
    /// `shape` > 0; anything else, infinity included, gives 0. Marsaglia & Tsang (2000), ACM Transactions on
    /// Mathematical Software 26:363-372; below 1 by their section 6: a gamma of `shape + 1` times u^(1/shape). For
    /// shapes below about .001 the result may round to 0.
    pub fn gamma(&mut self, shape: f64) -> f64 {
        if !shape.is_finite() || shape <= 0.0 {
            return 0.0;
        }
        if shape >= 1.0 {
            return self.gamma_from_one(shape);
        }
        // 1 - uniform is in (0, 1]: its logarithm is finite.
        let boost = exp(log(1.0 - self.uniform()) / shape);
        self.gamma_from_one(shape + 1.0) * boost
    }

    /// The squeeze and rejection of Marsaglia & Tsang, for finite shapes from 1; accepts at least 95 in 100 tries.
    fn gamma_from_one(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let root = 1.0 + c * x;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            let u = 1.0 - self.uniform();
            let square = x * x;
            // The first test spares nearly every logarithm.
            if u < 1.0 - 0.0331 * square * square || log(u) < 0.5 * square + d * (1.0 - v + log(v)) {
                return d * v;
            }
        }
    }

    /// Replaces `shapes` by a draw from the Dirichlet distribution with these shapes: shares of 1, with the means
    /// shape / sum of shapes. An entry of 0 stays 0.
    ///
    /// Gammas divided by their sum (Devroye 1986, *Non-Uniform Random Variate Generation*, chapter XI.4). Where
    /// every gamma rounds to 0 (sums of shapes below about .001) the means themselves are given; where there is
    /// no positive shape, zeros.
    pub fn dirichlet(&mut self, shapes: &mut [f64]) {
        let mut sum = 0.0;
        let mut draws = Vec::with_capacity(shapes.len());
        for &shape in shapes.iter() {
            let draw = self.gamma(shape);
            sum += draw;
            draws.push(draw);
        }
        if sum > 0.0 {
            for (share, draw) in shapes.iter_mut().zip(draws) {
                *share = draw / sum;
            }
            return;
        }
        normalise(shapes);
    }
}

/// Divides `weights` by their sum; leaves zeros where the sum is not positive.
pub fn normalise(weights: &mut [f64]) {
    let mut sum = 0.0;
    for weight in weights.iter() {
        sum += weight;
    }
    for weight in weights {
        *weight = if sum > 0.0 { *weight / sum } else { 0.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and variance of `count` draws.
    fn moments(count: u32, mut draw: impl FnMut() -> f64) -> (f64, f64) {
        let (mut sum, mut squares) = (0.0, 0.0);
        for _ in 0..count {
            let x = draw();
            sum += x;
            squares += x * x;
        }
        let n = f64::from(count);
        (sum / n, squares / n - (sum / n) * (sum / n))
    }

    #[track_caller]
    fn near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "{found} is not within {tolerance} of {expected}");
    }

    /// First five outputs for this seed as printed with Vigna's algorithm at Rosetta Code,
    /// "Pseudo-random numbers/Splitmix64".
    #[test]
    fn bits_are_those_of_the_reference() {
        let mut random = Random::new(1_234_567);
        let found: Vec<u64> = (0..5).map(|_| random.bits()).collect();
        assert_eq!(
            found,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    /// The same page counts floor(5 u) over 100,000 numbers u of seed 987654321, with u the top bits of the output:
    /// 20027, 19892, 20073, 19978, 20030.
    #[test]
    fn uniform_fills_five_bins_as_the_reference_does() {
        let mut random = Random::new(987_654_321);
        let mut bins = [0_u32; 5];
        for _ in 0..100_000 {
            let u = random.uniform();
            assert!((0.0..1.0).contains(&u));
            for (bin, edge) in bins.iter_mut().zip([0.0, 1.0, 2.0, 3.0, 4.0]) {
                *bin += u32::from(5.0 * u >= edge && 5.0 * u < edge + 1.0);
            }
        }
        assert_eq!(bins, [20_027, 19_892, 20_073, 19_978, 20_030]);
    }

    #[test]
    fn a_split_leaves_a_stream_of_its_own() {
        let mut one = Random::new(7);
        let mut other = Random::new(7);
        let mut child = one.split();
        let mut twin = other.split();
        for _ in 0..100 {
            child.bits();
        }
        assert_eq!(one.bits(), other.bits());
        assert_eq!(twin.bits(), Random::new(Random::new(7).bits()).bits());
    }

    /// Exact: mean 0, variance 1, fourth moment 3, P(|x| < 1) = .682689. Tolerances are four standard errors of
    /// 200,000 independent draws: 1, 1.41, 9.8 and .465, each divided by 447, times four.
    #[test]
    fn normal_has_the_moments_of_the_normal() {
        let mut random = Random::new(1);
        let (mean, variance) = moments(200_000, || random.normal());
        near(mean, 0.0, 0.0090);
        near(variance, 1.0, 0.0127);
        let (fourth, _) = moments(200_000, || {
            let x = random.normal();
            x * x * x * x
        });
        near(fourth, 3.0, 0.088);
        let (inside, _) = moments(200_000, || if random.normal().abs() < 1.0 { 1.0 } else { 0.0 });
        near(inside, 0.682_689, 0.0042);
    }

    /// Exact: mean and variance are the shape. Standard errors: sqrt(a / n) of the mean, sqrt((2 a^2 + 6 a) / n) of
    /// the variance (the gamma's fourth central moment is 3 a^2 + 6 a); four of each allowed.
    #[test]
    fn gamma_has_the_moments_of_the_gamma() {
        let n = 200_000;
        for shape in [0.2, 0.7, 1.0, 2.5, 30.0] {
            let mut random = Random::new(2);
            let (mean, variance) = moments(n, || random.gamma(shape));
            near(mean, shape, 4.0 * sqrt(shape / f64::from(n)));
            near(variance, shape, 4.0 * sqrt((2.0 * shape * shape + 6.0 * shape) / f64::from(n)));
        }
    }

    #[test]
    fn gamma_refuses_shapes_that_are_none() {
        let mut random = Random::new(3);
        for shape in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(random.gamma(shape), 0.0);
        }
        assert!(random.gamma(1e-300).is_finite());
        assert!(random.gamma(1e300).is_finite());
    }

    /// Exact, with shapes 30, 18, 12 of sum 60: means .5, .3, .2; variances m (1 - m) / 61; covariance of the first
    /// two -.15 / 61. Four standard errors of 100,000 draws: .0008 for a mean, 2 % for a variance.
    #[test]
    fn dirichlet_has_the_moments_of_the_dirichlet() {
        let mut random = Random::new(4);
        let n = 100_000;
        let mut sums = [0.0; 3];
        let mut squares = [0.0; 3];
        let mut product = 0.0;
        for _ in 0..n {
            let mut shares = [30.0, 18.0, 12.0];
            random.dirichlet(&mut shares);
            near(shares.iter().sum(), 1.0, 1e-15);
            for ((sum, square), share) in sums.iter_mut().zip(&mut squares).zip(shares) {
                *sum += share / f64::from(n);
                *square += share * share / f64::from(n);
            }
            product += shares[0] * shares[1] / f64::from(n);
        }
        for ((sum, square), mean) in sums.into_iter().zip(squares).zip([0.5, 0.3, 0.2]) {
            let variance: f64 = mean * (1.0 - mean) / 61.0;
            near(sum, mean, 0.0008);
            near(square - sum * sum, variance, 0.02 * variance);
        }
        near(product - sums[0] * sums[1], -0.15 / 61.0, 0.02 * 0.25 / 61.0);
    }

    #[test]
    fn dirichlet_never_divides_by_nothing() {
        let mut random = Random::new(5);
        let mut none = [0.0, 0.0];
        random.dirichlet(&mut none);
        assert_eq!(none, [0.0, 0.0]);
        let mut tiny = [1e-300, 3e-300, 0.0];
        random.dirichlet(&mut tiny);
        assert_eq!(tiny, [0.25, 0.75, 0.0]);
        let mut single = [0.4];
        random.dirichlet(&mut single);
        assert_eq!(single, [1.0]);
        random.dirichlet(&mut []);
    }
}
