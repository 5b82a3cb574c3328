//! How good summaries and keywords are: scores against what people wrote.

mod porter;

pub use porter::Porter;
