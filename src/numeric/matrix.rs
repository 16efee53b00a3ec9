//! Small symmetric matrices: covariances of a few dozen skills, at most a hundred.

use super::{dot, sqrt};

/// A square matrix, row after row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

/// A pivot at or below this share of its diagonal entry counts as zero: rounding alone leaves about 1e-16 there.
const PIVOT: f64 = 1e-12;

impl Matrix {
    /// A matrix of zeros with `size` rows and columns.
    #[must_use]
    pub fn zeros(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    /// A matrix with these entries on the diagonal and zeros elsewhere: variances of independent errors.
    #[must_use]
    pub fn diagonal(entries: &[f64]) -> Self {
        let mut matrix = Self::zeros(entries.len());
        for (i, &entry) in entries.iter().enumerate() {
            matrix.set(i, i, entry);
        }
        matrix
    }

    /// The symmetric matrix with these cells, row after row.
    ///
    /// `None` when the cells are not `size` times `size`, or when one differs from its mirror image by more than
    /// 1e-9 or is not a number.
    #[must_use]
    pub fn symmetric(size: usize, cells: Vec<f64>) -> Option<Self> {
        if size.checked_mul(size) != Some(cells.len()) {
            return None;
        }
        let matrix = Self { size, cells };
        let mirrored = |row, column| (matrix.at(row, column) - matrix.at(column, row)).abs() <= 1e-9;
        let even = (0..size).all(|row| (0..=row).all(|column| mirrored(row, column)));
        even.then_some(matrix)
    }

    /// Number of rows, which is the number of columns.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.size
    }

    /// The entry at a place counted from 0; 0 outside the matrix.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> f64 {
        self.row(row).get(column).copied().unwrap_or(0.0)
    }

    /// Writes an entry; does nothing outside the matrix.
    pub fn set(&mut self, row: usize, column: usize, value: f64) {
        if column >= self.size {
            return;
        }
        if let Some(cell) = self.cells.get_mut(row * self.size + column) {
            *cell = value;
        }
    }

    /// One row; empty outside the matrix.
    #[must_use]
    pub fn row(&self, row: usize) -> &[f64] {
        let start = row * self.size;
        self.cells.get(start..start + self.size).unwrap_or_default()
    }

    /// The entries of a row from one column up to another, beyond which all entries are zero.
    fn part(&self, row: usize, from: usize, to: usize) -> &[f64] {
        self.row(row).get(from..to).unwrap_or_default()
    }

    /// The matrix times a vector.
    #[must_use]
    pub fn times(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.size).map(|row| dot(self.row(row), vector)).collect()
    }

    /// The lower triangular L with L times its transpose equal to this matrix, of which only the lower half is read.
    ///
    /// `None` when the matrix is not positive definite (a pivot of at most 1e-12 of its diagonal entry) or holds
    /// something that is not a finite number. Row by row after Cholesky and Banachiewicz (Golub & Van Loan, *Matrix
    /// Computations*, section 4.2).
    #[must_use]
    pub fn cholesky(&self) -> Option<Self> {
        let mut lower = Self::zeros(self.size);
        for row in 0..self.size {
            for column in 0..=row {
                let rest = self.at(row, column) - dot(lower.part(row, 0, column), lower.part(column, 0, column));
                if !rest.is_finite() {
                    return None;
                }
                if row != column {
                    lower.set(row, column, rest / lower.at(column, column));
                    continue;
                }
                if rest <= PIVOT * self.at(row, row).abs() {
                    return None;
                }
                lower.set(row, row, sqrt(rest));
            }
        }
        Some(lower)
    }

    /// The inverse of a positive definite matrix, symmetric to the last bit; `None` as for [`Matrix::cholesky`].
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        let lower = self.cholesky()?;
        // Row c holds column c of the inverse of `lower`, found by forward substitution.
        let mut columns = Self::zeros(self.size);
        for column in 0..self.size {
            for row in column..self.size {
                let unit = if row == column { 1.0 } else { 0.0 };
                let rest = unit - dot(lower.part(row, column, row), columns.part(column, column, row));
                columns.set(column, row, rest / lower.at(row, row));
            }
        }
        let mut inverse = Self::zeros(self.size);
        for row in 0..self.size {
            for column in 0..=row {
                let cell = dot(columns.part(row, row, self.size), columns.part(column, row, self.size));
                inverse.set(row, column, cell);
                inverse.set(column, row, cell);
            }
        }
        Some(inverse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::random::Random;

    fn three() -> Matrix {
        Matrix::symmetric(3, vec![4.0, 2.0, -2.0, 2.0, 10.0, 2.0, -2.0, 2.0, 6.0]).expect("symmetric")
    }

    /// By hand: 4 = 2^2; 2 / 2 = 1, -2 / 2 = -1; 10 - 1 = 3^2; (2 + 1) / 3 = 1; 6 - 1 - 1 = 2^2.
    #[test]
    fn cholesky_of_a_matrix_done_by_hand() {
        let lower = three().cholesky().expect("positive definite");
        assert_eq!(lower.cells, [2.0, 0.0, 0.0, 1.0, 3.0, 0.0, -1.0, 1.0, 2.0]);
    }

    /// By hand: the determinant is (2 * 3 * 2)^2 = 144; the cofactors are 56, -16, 24; 20, -12; 36.
    #[test]
    fn inverse_of_a_matrix_done_by_hand() {
        let inverse = three().inverse().expect("positive definite");
        let expected = [56.0, -16.0, 24.0, -16.0, 20.0, -12.0, 24.0, -12.0, 36.0];
        for (found, cofactor) in inverse.cells.iter().zip(expected) {
            assert!((found - cofactor / 144.0).abs() < 1e-16, "{found} for {cofactor} / 144");
        }
    }

    #[test]
    fn what_is_not_positive_definite_has_no_root() {
        let singular = Matrix::symmetric(2, vec![1.0, 1.0, 1.0, 1.0]).expect("symmetric");
        let indefinite = Matrix::symmetric(2, vec![1.0, 2.0, 2.0, 1.0]).expect("symmetric");
        for matrix in [
            singular,
            indefinite,
            Matrix::diagonal(&[1.0, 0.0]),
            Matrix::diagonal(&[1.0, -1.0]),
            Matrix::diagonal(&[1.0, f64::NAN]),
            Matrix::diagonal(&[f64::INFINITY, 1.0]),
        ] {
            assert_eq!(matrix.cholesky(), None);
            assert_eq!(matrix.inverse(), None);
        }
    }

    /// Three skills with correlations of one third in exact arithmetic, -1/2 each: singular, though rounding may
    /// leave a tiny positive pivot.
    #[test]
    fn a_pivot_made_of_rounding_counts_as_zero() {
        let third = 1.0 / 3.0;
        let cells = vec![
            third,
            -third / 2.0,
            -third / 2.0,
            -third / 2.0,
            third,
            -third / 2.0,
            -third / 2.0,
            -third / 2.0,
            third,
        ];
        assert_eq!(Matrix::symmetric(3, cells).expect("symmetric").cholesky(), None);
    }

    #[test]
    fn symmetric_wants_a_square_of_numbers_that_mirror() {
        assert_eq!(Matrix::symmetric(2, vec![1.0, 0.0, 0.0]), None);
        assert_eq!(Matrix::symmetric(2, vec![1.0, 0.3, 0.2, 1.0]), None);
        assert_eq!(Matrix::symmetric(1, vec![f64::NAN]), None);
        assert_eq!(Matrix::symmetric(usize::MAX, vec![]), None);
        assert!(Matrix::symmetric(2, vec![1.0, 0.3, 0.3, 1.0]).is_some());
    }

    #[test]
    fn nothing_and_outside_are_harmless() {
        let mut empty = Matrix::zeros(0);
        assert_eq!(empty.cholesky(), Some(Matrix::zeros(0)));
        assert_eq!(empty.inverse(), Some(Matrix::zeros(0)));
        empty.set(0, 0, 1.0);
        assert_eq!(empty.at(0, 0), 0.0);
        let mut two = Matrix::diagonal(&[1.0, 2.0]);
        two.set(0, 2, 9.0);
        two.set(2, 0, 9.0);
        assert_eq!(two, Matrix::diagonal(&[1.0, 2.0]));
        assert_eq!((two.at(0, 2), two.at(2, 0)), (0.0, 0.0));
        assert!(two.row(7).is_empty());
    }

    /// Random matrices A = B B' + I of 1 to 20 rows: L L' = A and A times its inverse = I, to rounding.
    #[test]
    fn roots_and_inverses_multiply_back() {
        let mut random = Random::new(6);
        for size in 1..=20 {
            let factors: Vec<Vec<f64>> = (0..size).map(|_| (0..size).map(|_| random.normal()).collect()).collect();
            let mut matrix = Matrix::zeros(size);
            for (i, a) in factors.iter().enumerate() {
                for (j, b) in factors.iter().enumerate() {
                    matrix.set(i, j, dot(a, b) + if i == j { 1.0 } else { 0.0 });
                }
            }
            let lower = matrix.cholesky().expect("positive definite");
            let inverse = matrix.inverse().expect("positive definite");
            for i in 0..size {
                let back = matrix.times(inverse.row(i));
                for (j, found) in back.iter().enumerate() {
                    let unit = if i == j { 1.0 } else { 0.0 };
                    assert!((found - unit).abs() < 1e-10);
                    assert!((dot(lower.row(i), lower.row(j)) - matrix.at(i, j)).abs() < 1e-12);
                    assert_eq!(inverse.at(i, j), inverse.at(j, i));
                }
            }
        }
    }
}
