//! Which item comes next.

/// Information that differs by less than this share of the largest counts as the same: the estimates that it is taken at are known no better.
pub const SAME: f64 = 1e-10;

/// The item with the most information; of equals the first. `None` where no item is left.
///
/// `information(item)` is `None` for an item that may not be asked.
#[must_use]
pub fn most_informative(count: usize, information: &dyn Fn(usize) -> Option<f64>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for item in 0..count {
        let Some(found) = information(item) else { continue };
        if best.is_none_or(|(_, most)| found > most + SAME * most.abs()) {
            best = Some((item, found));
        }
    }
    best.map(|(item, _)| item)
}
