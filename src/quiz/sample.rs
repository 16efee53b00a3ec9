//! A reference sample that the author describes, against which one person's levels can be compared.

use super::limits::SKILLS;
use crate::numeric::matrix::Matrix;
use crate::record;
use crate::text::json::At;
use crate::text::record::{List, Slot};

/// The farthest mean, in levels: levels of calibrated items may lie beyond 0 and 4.
const FURTHEST: f64 = 10.0;

/// Means and covariance of the levels that a sample of people got, in the order of the quiz's skills.
#[derive(Debug, Default)]
pub struct Sample {
    /// Mean level of each skill.
    pub means: Means,
    /// A row for each skill, in squared levels.
    pub covariance: Rows,
    /// Node of the record.
    pub at: At,
}

record!(Sample, sample:
    "means" => Slot::List(&mut sample.means, 1, SKILLS),
    "covariance" => Slot::List(&mut sample.covariance, 1, SKILLS),
);

impl Sample {
    /// The covariance; nothing where it is not square or not symmetric.
    #[must_use]
    pub fn matrix(&self) -> Option<Matrix> {
        let rows = &self.covariance.0;
        // A row too long and one too short would make up for each other.
        let square = rows.iter().all(|row| row.0.len() == rows.len());
        Matrix::symmetric(rows.len(), rows.iter().flat_map(|row| row.0.iter().copied()).collect()).filter(|_| square)
    }
}

/// A list of means.
#[derive(Debug, Default)]
pub struct Means(pub Vec<f64>);

impl List for Means {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0.0);
        self.0.last_mut().map_or(Slot::Anything, |mean| Slot::Number(mean, -FURTHEST, FURTHEST))
    }
}

/// The rows of a matrix.
#[derive(Debug, Default)]
pub struct Rows(pub Vec<Row>);

/// One of them.
#[derive(Debug, Default)]
pub struct Row(pub Vec<f64>);

impl List for Rows {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(Row::default());
        self.0.last_mut().map_or(Slot::Anything, |row| Slot::List(row, 1, SKILLS))
    }
}

impl List for Row {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0.0);
        self.0
            .last_mut()
            .map_or(Slot::Anything, |number| Slot::Number(number, -FURTHEST * FURTHEST, FURTHEST * FURTHEST))
    }
}
