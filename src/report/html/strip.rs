//! Strips: where in a text a term stands.

use std::fmt::Write;

use askama::Template;

/// The height of a strip, in units of which a part of the text is 4 wide.
const HEIGHT: u64 = 16;

/// A small drawing: a column for each part of the text, as high as the term is frequent there.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<svg class="strip" viewBox="0 0 {{ width }} 16" role="img" aria-label="{{ label }}"><path d="{{ path }}"/></svg>"#
)]
pub(super) struct Strip {
    width: usize,
    label: String,
    path: String,
}

impl Strip {
    /// That of the counts in the parts, in order, unless there are none.
    pub(super) fn of(parts: &[u64]) -> Option<Self> {
        let most = parts.iter().copied().max().filter(|&most| most > 0)?;
        let mut path = String::new();
        for (place, &count) in parts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let height = (count * HEIGHT).div_ceil(most);
            let (x, y) = (4 * place, HEIGHT - height);
            // Writing to a string does not fail.
            let _ = write!(path, "M{x} {y}h3v{height}h-3z");
        }
        let having = parts.iter().filter(|count| **count > 0).count();
        Some(Self {
            width: 4 * parts.len(),
            label: format!("in {having} of {} parts of the text", parts.len()),
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_with_the_term_has_a_column() {
        let strip = Strip::of(&[0, 1, 4]).expect("it occurs");
        assert_eq!(strip.path, "M4 12h3v4h-3zM8 0h3v16h-3z");
        assert_eq!(
            (strip.width, &*strip.label),
            (12, "in 2 of 3 parts of the text")
        );
        assert!(Strip::of(&[0, 0]).is_none() && Strip::of(&[]).is_none());
    }
}
