//! Metier: skill quizzes that run entirely in the reader's browser.
//!
//! The modules stand in the order of their layers: each may use only those before it (a test reads the imports).
//!
//! ```text
//! closed                        closed sets: enums whose values have words in documents and reports
//! steps                         the steps of reading, counted in tests alone
//! problem  numeric  text        what is wrong and where; numbers; JSON with positions, Markdown, records
//!    quiz                       the quiz document, its translations, answers to it
//!    quiz/kinds                 a room for each kind of item: fields, check, answers and what they say
//!    model                      what an answer says about skills, and how people are assumed to answer
//!    estimate                   level and spread by that, or level and standard error, of each skill
//!    precision                  reliability of a set of items, length, change between two attempts
//!    quality                    signs of careless answers, of answers that fit no model
//!    roles                      the catalogue of roles, draws, fit, verdict, match
//!    select                     which item comes next
//!    session                    quiz + responses + seed; nothing derived is kept
//!    report                     what is said of the skills at the end, resting on which answers
//!    sitting                    a session beside a catalogue: what comes next, the whole of what is said at the end
//!    saved                      a person's results over time: replayed, joined, compared (never in an embed)
//!    advert                     what an advert asks for: a lexicon's phrases found in it
//!    author                     for authors: simulated people, fixed forms (feature `author`, never in a page)
//!    build                      the build script: what the library holds of the shipped catalogue
//!    bin/metier                 the command line
//! www/  metier.js  tokens.js    the tag, which blogs import; the colours, each once
//!       element/              what the tag does before anybody touches it; the quiz being taken; its engine
//!       kinds/                each kind of item: inputs, how they are read, answers in words; a line each in table.js
//!       view/  words/         the drawing; the sentences by subject, all behind words.js
//!       profile/  advert/     the page of a person's own profile; the page that reads adverts
//!       evidence/             the page that finds evidence; what is asked below a result
//!       site/                 the worker and its registration; results saved on this device, and the offer to save one
//!       shared/               files brought, bounded; instances of a module, fresh after a trap; nodes
//!       frame.html  pages/    the frame of all pages, and the body of each; those of quizzes come from their documents
//!       bare.html             the frame of pages/frame.html, which shows a quiz in a frame of somebody else's page
//!       embed/                the page on embedding: what is chosen there, the lines for each host, one page of a quiz
//!       take/                 what others take: npm package, archive, plugin, tags for Hugo and Jekyll, one file
//!       metier-all.js         the tag as one classic script, which the release fills with all that it needs
//!       metier-frame.js       what lets such a frame follow the height of its quiz, which blogs name
//!       modules/              what each module exports; with boundary/ they alone know a browser
//!       build/                `cargo www`
//! ```
//!
//! **One answer's way.** A click in the page -> `www/kinds` (what was chosen) -> `www/element/player.js` (item, answer,
//! milliseconds) -> `element/engine.js` -> `www/modules/player` ->
//! [`session::Session::answer`] keeps the response -> at the end [`report::report`] asks [`model`] what each answer
//! says and [`estimate`] for the levels -> for a quiz of several skills [`roles::matching`] draws, ranks and judges ->
//! plain objects -> `www/view/result.js` draws them, focus moves to the new heading, one event leaves the element.
//!
//! **Modules from one core.** A module is a small package of exports in `www/modules`, with the core as its own sources
//! (`layers.rs`). Every embed loads `player`, which has the small reader ([`quiz::FULL`]); all others have the feature
//! `whole`. A quiz of several skills that the small reader takes loads `matcher`, before its first question. What it
//! does not take (calibrated, adaptive, counted, stated evidence, rarer items, mistakes to be told) goes to `whole`, a player
//! for everything with the matcher and what reads saved results; so does the page of a person's own profile. The page
//! of adverts loads `advert`, and `whole` for those who bring a profile. `MODULES` in `www/build/src/module.rs` is the
//! list.
//!
//! **Invariants, each with the test that holds it.** The core computes and does nothing else: no clock, file, network,
//! randomness or global; time and seed arrive as numbers (`tests/suite/layers.rs`). The same document, responses and
//! seed give the same bits, natively and in every browser: logarithms come from `libm`, and nothing is fused or
//! reordered (`tests/cases`). An input becomes a valid value or a list of problems with places; reading never panics
//! (`tests/suite/hostile.rs`), and takes about twice as many steps for twice as much, whatever arrives
//! (`tests/suite/linear.rs`). The core holds no prose: problems and reports carry codes and values, and `www/words/`
//! has the sentences.
#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

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
