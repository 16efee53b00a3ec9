//! The steps of reading, for the law that reading is linear (`tests/suite/linear.rs`): whatever arrives, twice as much
//! takes about twice as many.
//!
//! A step is a character looked at, an entry passed over, two names compared. Readers count where they loop. The count
//! is there in builds with debug assertions alone, as tests are, also of the modules (`tests/module`); everywhere else
//! [`count`] is nothing at all.

#[cfg(debug_assertions)]
mod counter {
    use std::cell::Cell;

    std::thread_local! {
        /// One for each thread: tests run side by side.
        static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// Adds to the count of this thread.
    pub fn count(steps: usize) {
        STEPS.with(|all| all.set(all.get() + steps as u64));
    }

    /// All steps that this thread has counted.
    pub fn all() -> u64 {
        STEPS.with(Cell::get)
    }

    /// The steps that `work` takes.
    pub fn taken(work: impl FnOnce()) -> u64 {
        let before = all();
        work();
        all() - before
    }
}

#[cfg(debug_assertions)]
pub use counter::{all, count, taken};

/// Does nothing: steps are counted in debug builds only.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn count(_steps: usize) {}

/// Passes entries through and counts each as a step.
#[inline(always)]
pub fn counted<I: Iterator>(entries: I) -> impl Iterator<Item = I::Item> {
    entries.inspect(|_| count(1))
}
