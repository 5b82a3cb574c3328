//! What the sections of a document are, by their headings.

use std::sync::LazyLock;

use rayon::prelude::*;

use super::LanguageKit;
use super::fragments::{is_contents_entry, is_year};
use super::language::Matter;
use crate::chars::ends_sentence;
use crate::document::{Block, BlockKind, Document, one_line};

/// A heading of a kind that is known has no more bytes.
const LONGEST_HEADING: usize = 80;
/// "Keywords:" and the like have no more bytes.
const LONGEST_LABEL: usize = 50;
/// A document of more bytes is long.
const LONG: usize = 4_000;
/// Thanks go on for so many words at the most, where no heading ends them.
const MOST_THANKS: usize = 400;
/// So many numbers may be lost where a page ends inside a list of references, and one more.
const MOST_SKIPPED: usize = 3;
/// Who sends a text is named in so many bytes at its beginning.
const HEAD: usize = 1_500;
/// In a table of contents no sentence is longer, in words.
const LONGEST_ENTRY: usize = 7;
/// Blocks are looked at in parts of so many on each thread.
const PART: usize = 1_024;

/// What each block of a document is part of.
///
/// Below a heading of a known kind all is of that kind, up to the next heading; in a list of references
/// up to one behind which no reference stands, in a table of contents up to the first sentence.
/// "*** START OF" and "*** END OF" set off what a library of books has put around a text.
pub(super) fn matters(document: &Document, kit: &LanguageKit) -> Vec<Matter> {
    let mut section = Section {
        matter: Matter::Body,
        level: u8::MAX,
        words: 0,
    };
    let blocks = document.blocks();
    let text = document.text();
    // Few documents have a heading for which it is looked at.
    let head =
        LazyLock::new(|| text[..text.floor_char_boundary(HEAD.min(text.len() / 2))].to_lowercase());
    let sign = |block: &Block| Sign::of(block, block.span.of(document.text()), &head, kit);
    let signs: Vec<Sign> = blocks.par_iter().with_min_len(PART).map(sign).collect();
    let mut matters = Vec::with_capacity(blocks.len());
    let mut begin = 0;
    let mut entries = Entries(0);
    for (i, (block, sign)) in blocks.iter().zip(signs).enumerate() {
        match sign {
            Sign::BookBegins => {
                section = Section::new(Matter::Body, block);
                matters.push(Matter::Contents);
                begin = matters.len();
                continue;
            }
            Sign::BookEnds => {
                matters.resize(blocks.len(), Matter::References);
                break;
            }
            // A report tells of its funding before its middle, and a paper behind it.
            Sign::Heading(Matter::Acknowledgements) if is_before_middle(document, block) => {
                section = Section::new(Matter::Body, block);
            }
            Sign::Heading(matter) => section = Section::new(matter, block),
            Sign::Sender if is_behind_middle(document, block) => {
                section = Section::new(Matter::Acknowledgements, block);
            }
            _ if entries.goes_on(block.span.of(document.text())) => {
                section = Section::new(Matter::References, block);
            }
            _ if section.ends(document, i) => section = Section::new(Matter::Body, block),
            _ => section.read(block.span.of(document.text())),
        }
        if section.matter == Matter::References {
            entries.read(block.span.of(document.text()));
        }
        matters.push(match section.matter {
            Matter::Body | Matter::Abstract if sign == Sign::Keywords => Matter::Contents,
            matter => matter,
        });
    }
    matters[..begin].fill(Matter::Contents);
    matters
}

/// What a block tells by itself of what it is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// What a library has put before a text ends here.
    BookBegins,
    /// What it has put behind the text begins.
    BookEnds,
    /// It is a heading that is known.
    Heading(Matter),
    /// It is a heading that names who sends the text: "About Moorton Harbour".
    Sender,
    /// It lists keywords.
    Keywords,
    Nothing,
}

impl Sign {
    /// The sign of a block with this text, in a document that begins with `head`, in small letters.
    fn of(block: &Block, text: &str, head: &str, kit: &LanguageKit) -> Self {
        if text.starts_with("*** START OF") {
            Self::BookBegins
        } else if text.starts_with("*** END OF") {
            Self::BookEnds
        } else if let Some(sign) = heading(block, text, head, kit) {
            sign
        } else if lists_keywords(text, kit) {
            Self::Keywords
        } else {
            Self::Nothing
        }
    }
}

/// Whether a block is in the first half of a long document, but not near the beginning.
fn is_before_middle(document: &Document, block: &Block) -> bool {
    let (place, all) = (block.span.start, document.text().len());
    all > LONG && place * 8 > all && place * 2 < all
}

fn is_behind_middle(document: &Document, block: &Block) -> bool {
    block.span.start * 2 > document.text().len()
}

fn lists_keywords(text: &str, kit: &LanguageKit) -> bool {
    let head = &text[..text.floor_char_boundary(LONGEST_LABEL)];
    head.contains([':', '：', '–', '—']) && kit.signs().lists_keywords(&head.to_lowercase())
}

/// The section that a block is in.
struct Section {
    matter: Matter,
    /// The level of its heading.
    level: u8,
    /// So many words of thanks have been said.
    words: usize,
}

/// The number of the last entry of a list of references: the foot of a page, or a figure, may stand in
/// the middle of the list, which goes on behind it.
struct Entries(usize);

impl Entries {
    /// Notes the last number in a block of the list.
    fn read(&mut self, text: &str) {
        let mut numbers = text.lines().filter_map(entry_number);
        self.0 = numbers.next_back().unwrap_or(self.0);
    }

    /// Whether a block begins with one of the numbers that come next.
    fn goes_on(&self, text: &str) -> bool {
        let is_next = |number| (1..=MOST_SKIPPED).contains(&(number - self.0));
        self.0 > 0 && entry_number(text).is_some_and(|number| number > self.0 && is_next(number))
    }
}

/// The number of an entry of a list of references: "[17] Lee, A. …", "17. Lee, A. … 1999".
fn entry_number(text: &str) -> Option<usize> {
    let (bare, end) = match text.strip_prefix('[') {
        Some(bare) => (bare, "]"),
        None => (text, ". "),
    };
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let is_entry = bare[digits..].starts_with(end) && (end == "]" || is_reference(text));
    is_entry.then(|| bare[..digits].parse().ok())?
}

fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading(level) => Some(level),
        _ => None,
    }
}

impl Section {
    fn new(matter: Matter, heading: &Block) -> Self {
        Self {
            matter,
            // A first heading has the level of a title, whatever stands below it.
            level: level(heading).map_or(u8::MAX, |level| level.max(2)),
            words: 0,
        }
    }

    /// Goes on behind a block of the section.
    fn read(&mut self, text: &str) {
        if self.matter == Matter::Acknowledgements {
            self.words += text.split_ascii_whitespace().count();
        }
    }

    /// Whether the block with this index is no longer part of the section.
    fn ends(&self, document: &Document, index: usize) -> bool {
        let block = &document.blocks()[index];
        let text = block.span.of(document.text());
        let is_heading = level(block).is_some_and(|level| level <= self.level);
        match self.matter {
            Matter::Body => false,
            Matter::Abstract => is_heading,
            Matter::Acknowledgements => {
                is_heading || self.words > MOST_THANKS || begins_page(document, index)
            }
            Matter::Contents => {
                let next = document.blocks().get(index + 1);
                let stands_above_text =
                    is_heading && next.is_some_and(|next| is_text(document, next));
                stands_above_text || is_text(document, block)
            }
            Matter::References => {
                let next = document.blocks().get(index + 1);
                is_heading
                    && !is_reference(text)
                    && next.is_some_and(|next| !is_reference(next.span.of(document.text())))
            }
        }
    }
}

/// Whether a block is no entry of a table of contents: it ends a sentence of some words, or is code.
fn is_text(document: &Document, block: &Block) -> bool {
    let text = block.span.of(document.text());
    let is_long = || text.split_whitespace().nth(LONGEST_ENTRY).is_some();
    matches!(block.kind, BlockKind::Code | BlockKind::Table)
        || (ends_sentence(text) && is_long() && !is_contents_entry(text))
}

/// Whether a page ends between a block and the one before.
fn begins_page(document: &Document, index: usize) -> bool {
    let blocks = document.blocks();
    let before = index
        .checked_sub(1)
        .map_or(0, |before| blocks[before].span.end);
    document.text()[before..blocks[index].span.start].contains('\u{c}')
}

/// Whether a text looks like an entry of a list of references: it names a year or an address.
fn is_reference(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers.any(is_year) || text.contains("http") || text.contains("doi")
}

/// What a block tells by its text: a known heading, with or without a number before or behind it.
fn heading(block: &Block, text: &str, head: &str, kit: &LanguageKit) -> Option<Sign> {
    if text.len() > LONGEST_HEADING
        || !matches!(block.kind, BlockKind::Heading(_)) && !is_lone(text)
    {
        return None;
    }
    let heading = bare(text);
    let signs = kit.signs();
    let numbered = || {
        let name = heading.trim_end_matches(|c: char| c.is_ascii_digit());
        (name.len() < heading.len()).then(|| signs.matter(name.trim_end()))?
    };
    let matter = signs.matter(&heading).or_else(numbered);
    let names_sender = || {
        signs
            .sender(&heading)
            .is_some_and(|name| head.contains(name))
    };
    matter
        .map(Sign::Heading)
        .or_else(|| names_sender().then_some(Sign::Sender))
}

/// Whether a block may be a heading that its format does not tell.
fn is_lone(text: &str) -> bool {
    text.starts_with(char::is_alphanumeric) && !text.contains('\n')
}

/// A heading in small letters, without its number and the signs around it.
fn bare(heading: &str) -> String {
    let is_number = |word: &str| {
        let word = word.trim_end_matches(['.', ')']);
        let is_roman = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
        word.bytes().all(|b| b.is_ascii_digit() || b == b'.') || is_roman
    };
    let heading = one_line(heading);
    // "References[edit]"
    let heading = match heading.split_once('[') {
        Some((text, behind)) if behind.ends_with(']') && !text.is_empty() => text,
        _ => &heading,
    };
    let text = match heading.split_once(' ') {
        Some((first, rest)) if is_number(first) => rest,
        _ => heading,
    };
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    text.to_lowercase().replace('\u{2019}', "'")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Lines, Origin, Span};
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn of(document: &Document) -> Vec<(Matter, String)> {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let texts = document.blocks().iter().map(|block| {
            let text = one_line(block.span.of(document.text()));
            text.split(' ').next().unwrap_or_default().to_owned()
        });
        matters(document, &kit).into_iter().zip(texts).collect()
    }

    fn words(document: &Document, matter: Matter) -> String {
        let of_matter = of(document).into_iter().filter(|(m, _)| *m == matter);
        of_matter
            .map(|(_, word)| word)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn reports_tell_of_their_funding_before_their_middle() {
        let long = "The gate held in the storm, and nobody was hurt by it.\n\n";
        let text = |before: usize, behind: usize| {
            let money =
                "Funding\n\nThe state pays for half of the gate, and the town for the other half.";
            format!("{}{money}\n\n{}", long.repeat(before), long.repeat(behind))
        };
        let thanks = |text: &str| words(&plain("report", text), Matter::Acknowledgements);
        assert_eq!(thanks(&text(40, 90)), "");
        assert_eq!(thanks(&text(90, 0)), "Funding The");
        assert!(thanks(&text(4, 9)).starts_with("Funding The"));
    }

    #[test]
    fn sections_of_a_paper() {
        let text = "Tides and Barriers\n\n\
            ABSTRACT\n\nWe measured the tides for a year, and found them higher than before.\n\n\
            Keywords: tides, barriers\n\n\
            1. Introduction\n\nBarriers hold the water back. They cost a lot of money.\n\n\
            6. Acknowledgements\n\nOur thanks go to the harbour master for his patience with us.\n\n\
            7. REFERENCES [edit]\n\n[1] Lee, A. Barriers. Harbour Press, 1999.\n\n\
            Webb, B. (2004) Tides of the North, Harbour Letters 3\n\n\
            Appendix\n\nThe tables that follow list all tides by the hour of the day.\n";
        let document = plain("paper", text);
        assert_eq!(words(&document, Matter::Abstract), "ABSTRACT We");
        assert_eq!(words(&document, Matter::Contents), "Keywords:");
        assert_eq!(
            words(&document, Matter::Acknowledgements),
            "Acknowledgements Our"
        );
        assert_eq!(words(&document, Matter::References), "REFERENCES [1] Webb,");
        assert_eq!(
            words(&document, Matter::Body),
            "Tides Introduction Barriers Appendix The"
        );
    }

    #[test]
    fn a_list_of_references_goes_on_behind_the_foot_of_a_page() {
        let entry = |number: usize| format!("[{number}] Lee, A. Gates. Harbour Press, 1999.\n\n");
        let foot = "Tides of the North\n\nThe gate was paid by all the people of the town.\n\n";
        let text = format!(
            "References\n\n{}{}{foot}{}{foot}{}",
            entry(1),
            entry(2),
            entry(3),
            entry(9)
        );
        let document = plain("paper", &text);
        assert_eq!(
            words(&document, Matter::References),
            "References [1] [2] [3]"
        );
        assert_eq!(words(&document, Matter::Body), "Tides The Tides The [9]");
    }

    #[test]
    fn additional_files_are_for_readers_of_the_paper() {
        let text = "Tides rise.\n\nSupplementary material\n\nAdditional file 1\n\n\
            All tides by the hour of the day.\n\nadditional file 2\n\nSources of the tables.\n";
        let document = plain("paper", text);
        assert_eq!(words(&document, Matter::Body), "Tides");
    }

    #[test]
    fn a_heading_of_the_same_level_ends_a_list() {
        let text = "Swifts They References One More Another Nests In";
        let heading = BlockKind::Heading;
        let kinds = [
            heading(1),
            BlockKind::Paragraph,
            heading(2),
            BlockKind::ListItem,
            heading(3),
            BlockKind::ListItem,
            heading(2),
            BlockKind::Paragraph,
        ];
        let mut start = 0;
        let block = |(kind, word): (BlockKind, &str)| {
            let span = Span {
                start,
                end: start + word.len(),
            };
            start = span.end + 1;
            Block { kind, span }
        };
        let blocks = kinds.into_iter().zip(text.split(' ')).map(block).collect();
        let text = text.to_owned();
        let document = Document::new("d", None, text, blocks, Origin::Source, Lines::OfText);
        assert_eq!(
            words(&document, Matter::References),
            "References One More Another"
        );
        assert_eq!(words(&document, Matter::Body), "Swifts They Nests In");
    }

    #[test]
    fn what_a_library_puts_around_a_book_is_no_part_of_it() {
        let text = "This book is free.\n\n*** START OF THE BOOK ***\n\nIt rained.\n\n*** END OF THE BOOK ***\n\nAll may copy it.\n";
        assert_eq!(words(&plain("book", text), Matter::Body), "It");
    }

    #[test]
    fn a_book_may_begin_again_and_again() {
        let text = "*** START OF IT\n\n".repeat(200_000) + "It rained.\n";
        assert_eq!(words(&plain("book", text), Matter::Body), "It");
    }

    #[test]
    fn senders_tell_of_themselves_at_the_end() {
        let text = "Moorton Harbour opens its gate\n\n\
            Moorton Harbour opened the storm gate on Monday, and it held all day long.\n\n\
            About the gate\n\nIt is new. It weighs nine tons, and it closes within a minute.\n\n\
            About Moorton Harbour\n\nThe harbour is old. It serves all ships of the coast.\n\n\
            Media contact:\n\nAnna Lee, Moorton\n";
        let document = plain("release", text);
        assert_eq!(words(&document, Matter::Body), "Moorton Moorton About It");
        let first = text.replace("About Moorton Harbour", "About Linnet Harbour");
        let body = words(&plain("release", &first), Matter::Body);
        assert_eq!(body, "Moorton Moorton About It About The");
    }

    #[test]
    fn thanks_without_an_end_do_not_swallow_the_text() {
        let more =
            "The water rose again in the night, and the town slept on through it.\n\n".repeat(60);
        let text = format!("Acknowledgements\n\nI thank my aunt for the tea.\n\n{more}");
        let document = plain("d", &text);
        assert!(words(&document, Matter::Body).len() > 100);
    }
}
