//! The answers of those who answered everything, and their covariances.

use super::counts::Counts;
use crate::numeric::dot;
use crate::numeric::matrix::Matrix;

/// The scores of all who have one on every item, item after item, as deviations from the item's mean.
#[derive(Clone, Debug)]
pub struct Complete {
    persons: usize,
    columns: Vec<Vec<f64>>,
    /// The same as small whole numbers, where they are: those multiply many times faster, and without rounding.
    counts: Option<Counts>,
}

/// So many people at a time: their scores on a thousand items stay near the processor.
const CHUNK: usize = 256;

impl Complete {
    /// Takes the people out of `persons` to whom `score(person, item)` gives a finite number on every one of the items.
    #[must_use]
    pub fn new(items: usize, persons: usize, score: &dyn Fn(usize, usize) -> Option<f64>) -> Complete {
        let known = |person: usize, item: usize| score(person, item).filter(|score| score.is_finite());
        let whole = |person: &usize| (0..items).all(|item| known(*person, item).is_some());
        let used: Vec<usize> = (0..persons).filter(whole).collect();
        let column = |item: usize| used.iter().filter_map(|&person| known(person, item)).collect();
        let mut columns: Vec<Vec<f64>> = (0..items).map(column).collect();
        let counts = Counts::new(&columns);
        columns.iter_mut().for_each(|column| centre(column));
        Complete { persons: used.len(), columns, counts }
    }

    /// How many people there are.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.persons
    }

    /// The deviations of an item, person after person; none for an item that is not there.
    #[must_use]
    pub fn item(&self, item: usize) -> &[f64] {
        self.columns.get(item).map_or(&[], Vec::as_slice)
    }

    /// The deviation of each person's sum from the mean sum.
    #[must_use]
    pub fn totals(&self) -> Vec<f64> {
        let mut totals = vec![0.0; self.persons];
        for column in &self.columns {
            for (total, score) in totals.iter_mut().zip(column) {
                *total += score;
            }
        }
        totals
    }

    /// The covariances of the items, divisor n - 1; zeros where there are fewer than two people.
    #[must_use]
    pub fn covariance(&self) -> Matrix {
        if self.persons < 2 {
            return Matrix::zeros(self.columns.len());
        }
        self.counts.as_ref().map_or_else(|| self.products(), Counts::covariance)
    }

    /// The covariances from the deviations.
    fn products(&self) -> Matrix {
        let mut matrix = Matrix::zeros(self.columns.len());
        let divisor = (self.persons - 1) as f64;
        for start in (0..self.persons).step_by(CHUNK) {
            for (row, left) in self.columns.iter().enumerate() {
                for (column, right) in self.columns.iter().enumerate().take(row + 1) {
                    let sum = matrix.at(row, column) + dot(chunk(left, start), chunk(right, start)) / divisor;
                    matrix.set(row, column, sum);
                    matrix.set(column, row, sum);
                }
            }
        }
        matrix
    }
}

fn chunk(column: &[f64], start: usize) -> &[f64] {
    column.get(start..column.len().min(start + CHUNK)).unwrap_or_default()
}

/// Takes the mean from scores. The first score is taken away first: equal scores then deviate by nothing at all.
fn centre(scores: &mut [f64]) {
    let first = scores.first().copied().unwrap_or_default();
    let mut sum = 0.0;
    for score in &mut *scores {
        *score -= first;
        sum += *score;
    }
    let mean = sum / scores.len() as f64;
    for score in scores {
        *score -= mean;
    }
}
