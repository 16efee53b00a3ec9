//! Numbers of fifty decimal digits, and functions with their first two derivatives, over them or over plain ones.

use dashu_float::FBig;
use dashu_float::round::mode::HalfEven;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number of [`BITS`] binary digits.
pub type Big = FBig<HalfEven, 2>;

/// About 51 decimal digits.
const BITS: usize = 170;

/// What the twins compute with.
pub trait Number:
    Clone
    + PartialOrd
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
{
    fn of(x: f64) -> Self;
    fn exponential(self) -> Self;
    fn near(&self) -> f64;
}

impl Number for f64 {
    fn of(x: f64) -> Self {
        x
    }

    fn exponential(self) -> Self {
        self.exp()
    }

    fn near(&self) -> f64 {
        *self
    }
}

impl Number for Big {
    fn of(x: f64) -> Self {
        Big::try_from(x).unwrap().with_precision(BITS).value()
    }

    fn exponential(self) -> Self {
        self.exp()
    }

    fn near(&self) -> f64 {
        self.to_f64().value()
    }
}

/// The value of a function at a level, with its first and second derivative there.
#[derive(Clone)]
pub struct Jet<N> {
    pub value: N,
    pub first: N,
    pub second: N,
}

impl<N: Number> Jet<N> {
    /// The level itself.
    pub fn level(theta: &N) -> Jet<N> {
        Jet { value: theta.clone(), first: N::of(1.0), second: N::of(0.0) }
    }

    /// A number that does not depend on the level.
    pub fn fixed(x: f64) -> Jet<N> {
        Jet { value: N::of(x), first: N::of(0.0), second: N::of(0.0) }
    }

    pub fn plus(&self, other: &Jet<N>) -> Jet<N> {
        Jet {
            value: self.value.clone() + other.value.clone(),
            first: self.first.clone() + other.first.clone(),
            second: self.second.clone() + other.second.clone(),
        }
    }

    pub fn minus(&self, other: &Jet<N>) -> Jet<N> {
        self.plus(&other.times(&Jet::fixed(-1.0)))
    }

    /// (fg)' = f'g + fg', (fg)'' = f''g + 2f'g' + fg''.
    pub fn times(&self, other: &Jet<N>) -> Jet<N> {
        let (f, g) = (self.clone(), other.clone());
        Jet {
            value: f.value.clone() * g.value.clone(),
            first: f.first.clone() * g.value.clone() + f.value.clone() * g.first.clone(),
            second: f.second * g.value + N::of(2.0) * f.first * g.first + f.value * g.second,
        }
    }

    /// (1/f)' = -f'/f^2, (1/f)'' = 2f'^2/f^3 - f''/f^2.
    pub fn inverse(&self) -> Jet<N> {
        let one = N::of(1.0) / self.value.clone();
        let square = one.clone() * one.clone();
        let (first, second) = (self.first.clone(), self.second.clone());
        Jet {
            first: -(first.clone() * square.clone()),
            second: N::of(2.0) * first.clone() * first * square.clone() * one.clone() - second * square,
            value: one,
        }
    }

    pub fn over(&self, other: &Jet<N>) -> Jet<N> {
        self.times(&other.inverse())
    }

    /// (e^f)' = e^f f', (e^f)'' = e^f (f'' + f'^2).
    pub fn exponential(&self) -> Jet<N> {
        let value = self.value.clone().exponential();
        Jet {
            first: value.clone() * self.first.clone(),
            second: value.clone() * (self.second.clone() + self.first.clone() * self.first.clone()),
            value,
        }
    }
}
