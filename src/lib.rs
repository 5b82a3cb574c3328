//! Summarizes documents and counts what is in them.
//!
//! Data flows one way: [`source`] turns files into [`document`]s, [`text`] finds sentences and words,
//! [`terms`] counts them (each a number of a [`vocabulary`]), [`rank`] and [`select`] make summaries,
//! [`keywords`] and [`compare`] make tables, [`context`] shows where a term stands, [`evaluate`] scores what was
//! made, [`overview`] tells all of a document and of a set, and [`report`] writes results as bytes. The library never prints, exits or keeps global state.
//!
//! A document is read from a file ([`source::read_file`], in any format) or made of a string
//! ([`source::format::plain`]), and its language told ([`text::LanguageKits::detected`]) or set. A summary:
//!
//! ```
//! use epitome::{select::Summarizer, source::read_file, text::LanguageKits};
//!
//! let kits = LanguageKits::default();
//! let mut document = read_file("samples/abstract.md")?;
//! let kit = kits.detected(&mut document);
//! for sentence in Summarizer::default().summarize(&document, kit).summary {
//!     println!("{}: {}", sentence.line, sentence.text);
//! }
//! # Ok::<(), epitome::source::Failure>(())
//! ```
//!
//! Keywords, of a string in a language that is known:
//!
//! ```
//! use epitome::{keywords::Extractor, source::format::plain, text::Language, text::LanguageKits};
//!
//! let kits = LanguageKits::default();
//! let document = plain("notes", "The flood barrier was shut. Nobody had seen the flood barrier before.");
//! let table = Extractor::default().extract(&document, kits.get(Language::english()));
//! assert_eq!(table.keywords[0].term, "flood barrier");
//! ```
//!
//! A comparison, of two files:
//!
//! ```
//! use epitome::compare::{CompareOptions, Group, Reference, compare};
//! use epitome::{source::read_file, terms::Corpus, terms::TermCounts, text::LanguageKits};
//!
//! let (kits, mut corpus, mut groups) = (LanguageKits::default(), Corpus::default(), Vec::new());
//! for path in ["samples/abstract.md", "samples/interview.txt"] {
//!     let mut document = read_file(path)?;
//!     let kit = kits.detected(&mut document);
//!     groups.push(Group::new(path, [corpus.add(path, TermCounts::of(&document, kit))]));
//! }
//! let comparison = compare(&corpus, &groups, &Reference::Rest, &CompareOptions::default());
//! assert_eq!(comparison.terms[0].term, "courtyards");
//! # Ok::<(), epitome::source::Failure>(())
//! ```
//!
//! Options are structs with defaults, to be written `Budget { words: Some(100), ..Budget::default() }`: a new field
//! breaks no code that is written so. Results and errors are `#[non_exhaustive]`.

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
