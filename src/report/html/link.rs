//! Links from a page to the documents it speaks of.

use std::path::MAIN_SEPARATOR;

use crate::report::percent::encoded;

/// The words at either end of a sentence that a link looks for.
const WORDS: usize = 3;

/// A link to a document, if it is a file and its place is known from the page's.
///
/// `depth` is how many folders the page is below the one that paths start from. The path never begins a
/// link by itself, so that no name of a file is taken for a scheme or a host.
pub(super) fn to_document(path: &str, depth: Option<usize>) -> Option<String> {
    if path == "-" {
        return None;
    }
    let path = path.replace(MAIN_SEPARATOR, "/");
    let root = match (path.starts_with('/'), depth) {
        (true, _) => "/".to_owned(),
        (false, Some(0)) => "./".to_owned(),
        (false, Some(depth)) => "../".repeat(depth),
        (false, None) => return None,
    };
    Some(root + &encoded(path.trim_start_matches('/'), "/"))
}

/// The same, to a text in it: browsers go there and mark it (URL Fragment Text Directives, WICG).
pub(super) fn to_text(path: &str, depth: Option<usize>, text: &str) -> Option<String> {
    let link = to_document(path, depth)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    let part = |words: &[&str]| encoded(&words.join(" "), "");
    let place = match words.len() {
        count if count > 2 * WORDS => {
            format!(
                "{},{}",
                part(&words[..WORDS]),
                part(&words[count - WORDS..])
            )
        }
        _ => part(&words),
    };
    Some(format!("{link}#:~:text={place}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_files_and_nowhere_else() {
        let link = |path| to_document(path, Some(0)).unwrap_or_default();
        assert_eq!(link("samples/a b.txt"), "./samples/a%20b.txt");
        assert_eq!(link("javascript:alert(1)"), "./javascript%3Aalert%281%29");
        assert_eq!(link("//host/x"), "/host/x");
        assert_eq!(link("a?b#c"), "./a%3Fb%23c");
        assert_eq!(link("-"), "");
        assert_eq!(
            to_document("a.txt", Some(2)).as_deref(),
            Some("../../a.txt")
        );
        assert_eq!(to_document("a.txt", None), None);
        assert_eq!(
            to_document("/tmp/a.txt", None).as_deref(),
            Some("/tmp/a.txt")
        );
    }

    #[test]
    fn a_sentence_is_found_by_its_ends() {
        let link = |text| to_text("a.txt", Some(0), text).unwrap_or_default();
        assert_eq!(
            link("The gates, by and large, stood wide-open on Monday."),
            "./a.txt#:~:text=The%20gates%2C%20by,wide%2Dopen%20on%20Monday."
        );
        assert_eq!(link("So it goes."), "./a.txt#:~:text=So%20it%20goes.");
    }
}
