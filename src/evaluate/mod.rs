//! How good summaries and keywords are: scores against what people wrote.

pub mod bootstrap;
mod porter;

pub use porter::Porter;
