//! A term in its sentences: concordances (keywords in context, KWIC), and how a term is spread over a text.
//!
//! The words that are looked through are those that are counted: code and tables are not.

mod concordance;
mod matcher;
mod query;
mod scan;
mod sentences;
mod spread;
mod surroundings;

pub use concordance::{Concordance, ContextOptions, Line, Lines, Selection, Sort, concordance};
pub use query::{Matching, Query, QueryError};
pub use spread::{AllConcordances, TermSpread, Totals};
