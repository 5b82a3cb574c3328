//! Summarizes documents and counts what is in them.
//!
//! Data flows one way: [`source`] turns files into [`document`]s, [`text`] finds sentences and words,
//! [`terms`] counts them (each a number of a [`vocabulary`]), [`rank`] and [`select`] make summaries,
//! [`keywords`] and [`compare`] make tables, [`context`] shows where a term stands, [`evaluate`] scores what was
//! made, [`overview`] tells all of a document and of a set, and [`report`] writes results as bytes. The library never prints, exits or keeps global state.
//!
//! A summary:
//!
//! ```
//! use epitome::select::{Budget, SummarizeOptions, Summarizer};
//! use epitome::text::{Language, LanguageKits};
//!
//! let text = "The barrier held. It was the first test of the barrier. People were glad.";
//! let document = epitome::source::format::plain("notes", text);
//! let kits = LanguageKits::default();
//! let summary = Summarizer::default().summarize(&document, kits.get(Language::english()));
//! for sentence in &summary.summary {
//!     println!("{}: {}", sentence.line, sentence.text);
//! }
//! ```

pub mod chars;
pub mod compare;
pub mod context;
pub mod document;
pub mod evaluate;
pub mod keywords;
pub mod map;
pub mod overview;
pub mod rank;
pub mod report;
pub mod select;
pub mod source;
pub mod terms;
pub mod text;
pub mod vocabulary;

/// The program in the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
