//! What would change the most probable role: the smallest shift of one posterior mean, upwards (what to learn) and
//! downwards (how sure we are).

use super::shift::Moved;

/// Shifts are whole multiples of one over this, in levels.
const STEPS: f64 = 100.0;
/// How many steps are taken at once; where another role leads, the first of them is then found by halving. A role that
/// would lead for less than half a level, and the present one again beyond, can be passed over.
const STRIDE: usize = 50;

/// The smallest shift in hundredths of a level, up to `room` and in the direction of `sign`, with which another role
/// than `leading` leads, and that role; nothing if there is none.
pub(super) fn smallest(moved: &Moved, leading: usize, sign: f64, room: f64) -> Option<(f64, usize)> {
    let shift = |steps: usize| sign * steps as f64 / STEPS;
    let turned = |steps: usize| moved.leading(shift(steps)).filter(|role| *role != leading);
    // A cast of a negative number gives 0.
    let most = (room * STEPS + 1e-9) as usize;
    let (mut before, mut role) = (0, None);
    let mut after = 0;
    while role.is_none() && after < most {
        before = after;
        after = (after + STRIDE).min(most);
        role = turned(after);
    }
    let mut role = role?;
    while after - before > 1 {
        let middle = usize::midpoint(before, after);
        match turned(middle) {
            Some(other) => (after, role) = (middle, other),
            None => before = middle,
        }
    }
    Some((shift(after), role))
}
