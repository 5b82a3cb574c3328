//! A plot of a comparison: how much more often a group has its terms, by how frequent they are.
//!
//! Each term is a circle: to the right the more frequent it is in both sides together, up the more the group
//! has of it (log ratio), the larger the more significant the difference is (G², by area). In order:
//! [`series`] takes from a comparison what is drawn, [`sheet`] gives everything its place with the help of
//! [`axis`], [`labels`] and [`width`](mod@width), and [`svg`] writes that down.

mod axis;
mod geometry;
mod labels;
mod series;
mod sheet;
mod svg;
mod width;

pub(super) use sheet::Sheet;
pub(super) use svg::{FORMAT, Inline, STYLE};
