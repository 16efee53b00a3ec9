//! Coefficient alpha where answers are missing: from pairs of items, each over all who answered both.
//!
//! Leaving out whoever left out one item throws away most people soon: with a tenth of the answers to ten items
//! missing, two in three. Covariances from different people need not go together, so that the coefficient is said to be
//! pairwise wherever it is shown.

/// Alpha from pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairwise {
    /// Alpha; nothing where there are fewer than two items, where some pair of them was answered by fewer than two
    /// people, or where the sum of all covariances is not above 0.
    pub alpha: Option<f64>,
    /// The fewest people who answered both items of a pair.
    pub least: usize,
}

/// Alpha of `persons` people's answers to `items` items, by `score(person, item)`.
///
/// k / (k - 1) (1 - sum of the items' variances / sum of all covariances), as for complete answers (Cronbach 1951,
/// Psychometrika 16:297-334), with "pairwise deletion": the covariance of two items is that of those who answered both,
/// and an item's variance that of all who answered it. Without missing answers it is alpha itself.
#[must_use]
pub fn pairwise(items: usize, persons: usize, score: &dyn Fn(usize, usize) -> Option<f64>) -> Pairwise {
    let columns: Vec<Vec<Option<f64>>> = (0..items)
        .map(|item| (0..persons).map(|person| score(person, item).filter(|score| score.is_finite())).collect())
        .collect();
    let (mut least, mut single, mut all, mut known) = (persons, 0.0, 0.0, true);
    for (index, one) in columns.iter().enumerate() {
        for other in columns.iter().take(index + 1) {
            let (count, covariance) = covariance(one, other);
            least = least.min(count);
            known &= count > 1;
            let own = std::ptr::eq(one, other);
            single += if own { covariance } else { 0.0 };
            all += if own { covariance } else { 2.0 * covariance };
        }
    }
    let correction = items as f64 / (items as f64 - 1.0);
    let alpha = (items > 1 && known && all > super::NOTHING * single)
        .then(|| super::rounded(correction * (all - single) / all));
    Pairwise { alpha: alpha.filter(|alpha| alpha.is_finite()), least }
}

/// Over those who answered both: how many they are, and the covariance (divisor n - 1).
fn covariance(one: &[Option<f64>], other: &[Option<f64>]) -> (usize, f64) {
    let both = || one.iter().zip(other).filter_map(|(one, other)| Some(((*one)?, (*other)?)));
    let count = both().count();
    // The first is taken away first: equal answers then deviate by nothing at all.
    let Some((left, right)) = both().next().filter(|_| count > 1) else { return (count, 0.0) };
    let (mut sums, mut product) = ((0.0, 0.0), 0.0);
    for (one, other) in both() {
        sums = (sums.0 + (one - left), sums.1 + (other - right));
        product += (one - left) * (other - right);
    }
    (count, (product - sums.0 * sums.1 / count as f64) / (count - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::precision::reliability;

    fn of(rows: &[[Option<f64>; 3]]) -> Pairwise {
        pairwise(3, rows.len(), &|person, item| rows[person][item])
    }

    #[test]
    fn without_missing_answers_it_is_alpha() {
        let rows = [[1.0, 2.0, 2.0], [3.0, 3.0, 4.0], [2.0, 4.0, 3.0], [0.0, 1.0, 1.0]].map(|row| row.map(Some));
        let alpha = reliability(3, 4, &|person, item| rows[person][item]).alpha.unwrap();
        let pairs = of(&rows);
        assert!((pairs.alpha.unwrap() - alpha).abs() < 1e-14, "{pairs:?} and {alpha}");
        assert_eq!(pairs.least, 4);
    }

    /// By hand: variances 5/3, 1 and 7/3 over 4, 3 and 3 people, covariances 1 (of 3), 11/6 (of 3) and 3 (of 2).
    #[test]
    fn each_pair_is_of_those_who_answered_both() {
        let rows = [
            [Some(0.0), Some(1.0), Some(1.0)],
            [Some(1.0), Some(2.0), None],
            [Some(2.0), Some(3.0), Some(4.0)],
            [Some(3.0), None, Some(3.0)],
        ];
        let found = of(&rows);
        let covariances = [
            covariance(&rows.map(|row| row[0]), &rows.map(|row| row[1])),
            covariance(&rows.map(|row| row[0]), &rows.map(|row| row[2])),
            covariance(&rows.map(|row| row[1]), &rows.map(|row| row[2])),
        ];
        let expected = [(3, 1.0), (3, 11.0 / 6.0), (2, 3.0)];
        for ((count, value), (people, wanted)) in covariances.into_iter().zip(expected) {
            assert_eq!(count, people);
            assert!((value - wanted).abs() < 1e-14, "{value} and {wanted}");
        }
        let sum = 5.0 / 3.0 + 1.0 + 7.0 / 3.0;
        let total = sum + 2.0 * (1.0 + 11.0 / 6.0 + 3.0);
        assert!((found.alpha.unwrap() - 1.5 * (total - sum) / total).abs() < 1e-14);
        assert_eq!(found.least, 2);
    }

    #[test]
    fn too_little_has_no_alpha() {
        assert_eq!(pairwise(1, 5, &|person, _| Some(person as f64)).alpha, None);
        assert_eq!(
            pairwise(2, 3, &|person, item| (person != item + 1).then_some(person as f64)),
            Pairwise { alpha: None, least: 1 }
        );
        assert_eq!(pairwise(2, 4, &|_, _| Some(1.0)).alpha, None, "nothing varies");
        assert_eq!(pairwise(0, 0, &|_, _| None).alpha, None);
    }
}
