//! A term in its sentences: concordances, and how a term is spread over a text.
//!
//! Lines with the term in one column are Luhn's keywords in context (KWIC, 1960). A text is cut into parts of as
//! many tokens each; over their counts go the measures of dispersion of [`crate::compare`]. The words that are looked through are those that are counted: code and tables are not.

mod concordance;
mod matcher;
mod query;
mod scan;
mod sentences;
mod spread;
mod surroundings;

pub use concordance::{
    Concordance, ContextOptions, Line, Lines, Selection, Sort, concordance, spread,
};
pub use query::{Matching, Query, QueryError};
pub use spread::{AllConcordances, TermSpread, Totals};
