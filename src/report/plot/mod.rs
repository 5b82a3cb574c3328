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

#[cfg(test)]
mod tests {
    use super::series::tests::comparison;
    use crate::report::{Kind, Style, by_name};

    /// What a format makes of terms and names that look like markup, and of numbers that are none.
    fn printed(format: &str) -> String {
        let mut comparison = comparison(&[
            ("</style><script>a", "stone stone reed water water"),
            ("b\u{0}\u{1b}[31m", "sand water sand swift \"swift\""),
        ]);
        for (place, row) in comparison.terms.iter_mut().enumerate() {
            match place % 4 {
                0 => row.term = "</title><script>alert('x')</script>&".to_owned(),
                1 => (row.p_adjusted, row.lrc) = (f64::NAN, f64::NAN),
                2 => (row.g2, row.log_ratio) = (f64::NAN, f64::INFINITY),
                _ => row.term = "\u{0}\u{ffff}\u{202e}".to_owned(),
            }
        }
        let format = by_name(format).expect("it is in the list");
        let mut printer = (format.printer)(Kind::Comparison, Style::default());
        let mut out = Vec::new();
        printer
            .comparison(&comparison, &mut out)
            .expect("memory takes all");
        printer.finish(&[], &mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn terms_and_names_are_never_markup_and_numbers_are_numbers() {
        for format in ["svg", "html"] {
            let text = printed(format);
            let body = text.strip_prefix("<!DOCTYPE html>\n").unwrap_or(&text);
            let document = roxmltree::Document::parse(body).expect("well-formed");
            let scripts = document
                .descendants()
                .filter(|node| node.tag_name().name() == "script");
            assert_eq!(scripts.count(), usize::from(format == "html"), "{text}");
            assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
            let said =
                |node: roxmltree::Node| node.text() == Some("</title><script>alert('x')</script>&");
            assert!(document.descendants().any(said), "{text}");
        }
    }
}
