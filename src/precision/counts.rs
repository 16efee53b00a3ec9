//! Covariances of scores that are small whole numbers, as categories are: four items to a machine word, and no
//! rounding.

use crate::numeric::matrix::Matrix;

/// Scores from 0 to 15 of items and people.
#[derive(Clone, Debug)]
pub struct Counts {
    /// Item after item, counted from the item's lowest score.
    columns: Vec<Vec<u8>>,
    /// The same, four items to a word, sixteen bits each, the first lowest.
    packed: Vec<Vec<u64>>,
}

/// The highest score above an item's lowest.
const HIGHEST: f64 = 15.0;

/// So many products of two scores add up to less than 2^16: 256 times 15 times 15.
const CHUNK: usize = 256;

/// Items in a word.
const LANES: usize = 4;

impl Counts {
    /// Takes the scores in, item after item; nothing unless each item's are whole numbers at most 15 apart.
    #[must_use]
    pub fn new(columns: &[Vec<f64>]) -> Option<Counts> {
        let columns: Vec<Vec<u8>> = columns.iter().map(|column| counted(column)).collect::<Option<_>>()?;
        let packed = columns.chunks(LANES).map(pack).collect();
        Some(Counts { columns, packed })
    }

    /// The covariances, divisor n - 1, of two people or more: (n sum xy - sum x sum y) / (n (n - 1)), in whole numbers
    /// up to the division.
    #[must_use]
    pub fn covariance(&self) -> Matrix {
        let mut matrix = Matrix::zeros(self.columns.len());
        let sums: Vec<u64> =
            self.columns.iter().map(|column| column.iter().map(|&score| u64::from(score)).sum()).collect();
        for (row, (left, left_sum)) in self.columns.iter().zip(&sums).enumerate() {
            let persons = left.len() as u64;
            let divisor = persons as f64 * (persons - 1) as f64;
            for (group, words) in self.packed.iter().enumerate().take(row / LANES + 1) {
                for (lane, product) in products(left, words).into_iter().enumerate() {
                    let column = group * LANES + lane;
                    let right_sum = sums.get(column).copied().unwrap_or_default();
                    let (both, apart) = (persons * product, left_sum * right_sum);
                    let covariance = (both as i64 - apart as i64) as f64 / divisor;
                    matrix.set(row, column, covariance);
                    matrix.set(column, row, covariance);
                }
            }
        }
        matrix
    }
}

/// The scores counted from the lowest, if all are whole and near enough.
fn counted(column: &[f64]) -> Option<Vec<u8>> {
    let lowest = column.iter().copied().fold(f64::INFINITY, f64::min);
    let count = |score: &f64| {
        let above = score - lowest;
        let count = above as u8;
        // Only a whole number from 0 comes back the same.
        (f64::from(count) == above && above <= HIGHEST).then_some(count)
    };
    column.iter().map(count).collect()
}

/// Up to four items as one word for each person.
fn pack(columns: &[Vec<u8>]) -> Vec<u64> {
    let mut words = vec![0; columns.first().map_or(0, Vec::len)];
    for column in columns.iter().rev() {
        for (word, &score) in words.iter_mut().zip(column) {
            *word = (*word << 16) | u64::from(score);
        }
    }
    words
}

/// The sums of products of an item with each of four.
fn products(column: &[u8], words: &[u64]) -> [u64; LANES] {
    let mut sums = [0; LANES];
    for (scores, words) in column.chunks(CHUNK).zip(words.chunks(CHUNK)) {
        let mut all = 0;
        for (&score, word) in scores.iter().zip(words) {
            all += u64::from(score) * word;
        }
        for sum in &mut sums {
            *sum += all & 0xffff;
            all >>= 16;
        }
    }
    sums
}
