//! What the names of elements, classes and ids tell.

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Text goes on through it.
    Inline,
    /// A link.
    Link,
    /// It has no content.
    Void,
    /// A block that is to its text what the blocks around it are.
    Container,
    Heading(u8),
    Item,
    Quote,
    Code,
    Table,
    Row,
    Cell,
    /// What navigates, or stands beside the content.
    Aside,
    /// Its content is not shown as text.
    Dropped,
}

impl Element {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::Link,
            b"area" | b"base" | b"br" | b"col" | b"embed" | b"hr" | b"img" | b"input" | b"link"
            | b"meta" | b"param" | b"source" | b"track" | b"wbr" => Self::Void,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"li" | b"dt" | b"dd" => Self::Item,
            b"blockquote" => Self::Quote,
            b"pre" | b"xmp" | b"listing" => Self::Code,
            b"table" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"nav" | b"footer" | b"aside" | b"menu" | b"figcaption" | b"caption" | b"dialog" => {
                Self::Aside
            }
            b"script" | b"style" | b"noscript" | b"noframes" | b"template" | b"svg" | b"math"
            | b"iframe" | b"object" | b"canvas" | b"audio" | b"video" | b"select" | b"datalist"
            | b"button" | b"textarea" | b"head" | b"rp" | b"rt" | b"map" => Self::Dropped,
            b"address" | b"article" | b"body" | b"center" | b"details" | b"dir" | b"div"
            | b"dl" | b"fieldset" | b"figure" | b"form" | b"header" | b"hgroup" | b"html"
            | b"legend" | b"main" | b"ol" | b"p" | b"search" | b"section" | b"summary"
            | b"tbody" | b"tfoot" | b"thead" | b"ul" => Self::Container,
            _ => Self::Inline,
        }
    }

    /// Whether it begins and ends blocks.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Link | Self::Void)
    }
}

/// What classes and ids say of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hint {
    None,
    /// It is surely no content, however much text it holds.
    Foreign,
    /// It is no content, unless it holds most of the text.
    Beside,
}

/// Words that say: not the content, but what others wrote below it, or where else to go.
const FOREIGN: &[&str] = &[
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "respond",
    "reply",
    "replies",
    "related",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "newsletter",
    "outbrain",
    "taboola",
    "recommended",
    "recommendations",
    "breadcrumb",
    "breadcrumbs",
];

/// Words that say: beside the content.
const BESIDE: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "bottom",
    "byline",
    "copyright",
    "disclaimer",
    "footer",
    "foot",
    "login",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "nav",
    "navbar",
    "navi",
    "navigation",
    "overlay",
    "pager",
    "pagination",
    "popular",
    "popup",
    "print",
    "promo",
    "promotion",
    "rss",
    "search",
    "share",
    "sharing",
    "sharedaddy",
    "shariff",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "tagcloud",
    "tags",
    "teaser",
    "toolbar",
    "trending",
    "widget",
    "widgets",
];

/// What a `class` or `id` says of its element.
pub(super) fn hint(value: &str) -> Hint {
    let mut hint = Hint::None;
    for word in words(value) {
        let word = word.to_ascii_lowercase();
        if FOREIGN.contains(&word.as_str()) {
            return Hint::Foreign;
        }
        if BESIDE.contains(&word.as_str()) {
            hint = Hint::Beside;
        }
    }
    hint
}

/// The words of `post-meta`, `postMeta` and `post_meta`.
fn words(value: &str) -> impl Iterator<Item = &str> {
    let parts = value.split(|c: char| !c.is_ascii_alphanumeric());
    parts.flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let bytes = rest.as_bytes();
            let end = (1..bytes.len())
                .find(|&i| bytes[i].is_ascii_uppercase() && bytes[i - 1].is_ascii_lowercase())
                .unwrap_or(bytes.len());
            let (word, behind) = rest.split_at(end);
            rest = behind;
            Some(word)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        let words = |value| words(value).collect::<Vec<_>>();
        assert_eq!(
            words("post-meta postMeta POST_META"),
            ["post", "meta", "post", "Meta", "POST", "META"]
        );
        assert_eq!(hint("article postComments"), Hint::Foreign);
        assert_eq!(hint("left sidebar"), Hint::Beside);
        assert_eq!(hint("headline reads loads"), Hint::None);
    }
}
