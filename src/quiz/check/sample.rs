//! What hangs together in the sample that a quiz's evidence describes.

use crate::problem::Code;
use crate::problem::Naming::Number;
use crate::quiz::document::Quiz;
use crate::quiz::kinds::checking::Checker;

impl Checker<'_, '_> {
    /// A sample is of piloted quizzes, has a mean and a row for each skill, and there can be people who spread like
    /// that.
    pub(super) fn sample(&mut self, quiz: &Quiz) {
        let Some(sample) = &quiz.evidence.sample else { return };
        if quiz.evidence.grade < 2 {
            self.error(Code::SAMPLE_GRADE, sample.at, &[("grade", Number(f64::from(quiz.evidence.grade)))], None);
        }
        let wanted = quiz.skills.len();
        let rows = &sample.covariance.0;
        if sample.means.0.len() != wanted || rows.len() != wanted || rows.iter().any(|row| row.0.len() != wanted) {
            return self.error(Code::SAMPLE_SIZE, sample.at, &[("count", Number(wanted as f64))], None);
        }
        let at = self.member(sample.at, "covariance");
        match sample.matrix() {
            None => self.error(Code::SAMPLE_SYMMETRIC, at, &[], None),
            Some(matrix) if matrix.cholesky().is_none() => self.error(Code::SAMPLE_IMPOSSIBLE, at, &[], None),
            Some(_) => {}
        }
    }
}
