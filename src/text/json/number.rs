//! Decimal numbers read exactly, without core's float parser.

/// A decimal number: `digits * 10^power`. Digits past the nineteenth are counted, and make it inexact unless zero.
#[derive(Default)]
pub(super) struct Decimal {
    digits: u64,
    pub(super) power: i32,
    /// Zeros at the end that have not been multiplied in: "1.50" and "1500" keep few digits.
    zeros: u32,
    long: bool,
}

impl Decimal {
    /// One more digit, of the fraction or before it.
    pub(super) fn push(&mut self, digit: u8, fraction: bool) {
        self.power -= i32::from(fraction);
        if digit == 0 {
            self.zeros += u32::from(self.digits > 0);
            self.power += i32::from(self.digits > 0);
            return;
        }
        for _ in 0..self.zeros {
            self.times_ten(0);
        }
        self.power -= self.zeros as i32;
        self.zeros = 0;
        self.times_ten(digit);
    }

    fn times_ten(&mut self, digit: u8) {
        let next = self.digits.checked_mul(10).and_then(|tens| tens.checked_add(u64::from(digit)));
        self.long |= next.is_none();
        self.digits = next.unwrap_or(self.digits);
    }

    /// The nearest `f64`, ties to even; `None` outside the range that is read exactly: at most 19 digits and a power
    /// of ten from -37 to 18 (longer numbers appear in no document that people write).
    ///
    /// Long division of the digits by the power of ten, bit by bit, to at least 55 bits with the remainder kept in the
    /// last bit, so that the one rounding of the conversion to `f64` is right (as in Clinger 1990, "AlgorithmM").
    pub(super) fn exact(&self) -> Option<f64> {
        if self.digits == 0 {
            return Some(0.0);
        }
        if self.long || !(-37..=18).contains(&self.power) {
            return None;
        }
        let ten = (0..self.power.unsigned_abs()).fold(1u128, |product, _| product * 10);
        if self.power >= 0 {
            return Some((u128::from(self.digits) * ten) as f64);
        }
        let (mut quotient, mut rest) = (0u64, 0u128);
        let mut divide = |bit: u128| {
            rest = rest * 2 + bit;
            let fits = rest >= ten;
            rest -= if fits { ten } else { 0 };
            quotient = quotient * 2 + u64::from(fits);
            quotient
        };
        for place in (0..64).rev() {
            divide(u128::from(self.digits >> place & 1));
        }
        let mut shift = 0u64;
        while divide_more(&mut divide, &mut shift) {}
        let scale = f64::from_bits((1023 - shift) << 52);
        Some((quotient | u64::from(rest != 0)) as f64 * scale)
    }
}

/// One more bit of the quotient, until it has 55.
fn divide_more(divide: &mut impl FnMut(u128) -> u64, shift: &mut u64) -> bool {
    *shift += 1;
    divide(0) < 1 << 54
}
