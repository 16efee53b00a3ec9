//! What was answered to an item.

/// An answer to an item of the kind beside it. Options are indices into the item's options.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// `single`: the option.
    Option(usize),
    /// `multiple`: the options. `rank`: all of them, best first.
    Options(Vec<usize>),
    /// `likert`, `frequency`, `statement`: the category, from 0. `slider`: the position, from 0.
    Category(u32),
    /// `judge`: a rating from 1 for each option; `None` where an option was not rated.
    Ratings(Vec<Option<u32>>),
    /// `best-worst`
    BestWorst {
        /// The option called best.
        best: usize,
        /// The option called worst.
        worst: usize,
    },
    /// `allocate`: points for each option, adding up to the item's total.
    Shares(Vec<u32>),
    /// `number`
    Number(f64),
    /// `sort`: how many options were put into their group.
    Groups(u32),
    /// `text`: that there are words. They themselves are read and forgotten: nothing could pass them on.
    Words,
}

impl Answer {
    /// The category that it is, on a scale.
    pub fn category(&self) -> Option<u32> {
        if let Answer::Category(category) = self { Some(*category) } else { None }
    }
}
