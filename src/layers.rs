// The layers of the core in their order, for the modules of the page (`www/modules`), which take the core in as their
// own sources. The same as in `lib.rs`, which formatters and readers follow; a test compares them.
pub mod closed;
pub mod steps;
pub mod problem;
pub mod numeric;
pub mod text;
pub mod quiz;
pub mod model;
pub mod estimate;
pub mod precision;
pub mod quality;
pub mod roles;
pub mod select;
pub mod session;
pub mod report;
pub mod sitting;
#[cfg(feature = "whole")]
pub mod saved;
#[cfg(feature = "whole")]
pub mod advert;
#[cfg(feature = "author")]
pub mod author;
pub(crate) use closed::closed;
pub(crate) use text::record::record;
