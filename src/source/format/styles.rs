//! What the styles of a word processor's paragraphs mean.

use crate::document::BlockKind;

/// The kind of a style with this name: the names of built-in styles are the same in all languages.
pub(super) fn named(name: &str) -> Option<BlockKind> {
    let name = name.trim().to_lowercase();
    if let Some(level) = name.strip_prefix("heading ") {
        return level
            .parse()
            .ok()
            .map(|level: u8| BlockKind::Heading(level.clamp(1, 6)));
    }
    match name.as_str() {
        "title" => Some(BlockKind::Heading(1)),
        "quote" | "intense quote" | "quotations" | "block text" => Some(BlockKind::Quote),
        "html preformatted" | "preformatted text" | "source code" => Some(BlockKind::Code),
        _ => None,
    }
}

/// The heading of an outline level, which counts from 0; 9 is running text.
pub(super) fn outline(level: u8) -> Option<BlockKind> {
    (level < 9).then(|| BlockKind::Heading((level + 1).min(6)))
}
