//! A whole text for a terminal, shaded by the scores of its sentences.

use std::io::{self, Write};

use anstyle::{Ansi256Color, Color, Style as Ansi};

use super::safe::{isolated, safe};
use super::table::wrapped;
use crate::select::{Passage, PassageKind, PassagePart};

/// The background of each tenth of the scores, in the palette of 256 colours; the lowest have none. Black can be read
/// on all of them, and they are no glare on a dark terminal.
const SHADES: [Option<u8>; 10] = [
    None,
    None,
    None,
    Some(187),
    Some(223),
    Some(222),
    Some(221),
    Some(220),
    Some(214),
    Some(208),
];
/// Below this score sentences are faint.
const FAINT: f64 = 0.15;
const BLACK: Color = Color::Ansi256(Ansi256Color(16));

/// Writes a text in lines of so many columns, with colours: the higher the score, the darker the shade; chosen
/// sentences are bold and underlined.
pub(super) fn in_colour(passages: &[Passage], width: usize, out: &mut dyn Write) -> io::Result<()> {
    for passage in passages {
        if passage.kind == PassageKind::Verbatim {
            verbatim(passage, out)?;
        } else {
            let (text, pieces) = pieces(passage);
            write_pieces(&text, &wrapped(&text, width), &pieces, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Writes a text without colours, a line a sentence: its score, a star if it was chosen, and what it says.
pub(super) fn plain(
    passages: &[Passage],
    width: Option<usize>,
    out: &mut dyn Write,
) -> io::Result<()> {
    for part in passages.iter().flat_map(|passage| &passage.parts) {
        let score = part
            .score
            .map_or(String::new(), |score| format!("{score:.2}"));
        let star = if part.rank.is_some() { '*' } else { ' ' };
        let text = safe(&part.text.replace('\n', " "));
        let lines = match width {
            Some(width) => wrapped(&text, width.saturating_sub(MARGIN).max(20)),
            None => vec![text],
        };
        for (place, line) in lines.iter().enumerate() {
            match place {
                0 => writeln!(out, "{score:>4}{star} {}", isolated(line))?,
                _ => writeln!(out, "{:MARGIN$}{}", "", isolated(line))?,
            }
        }
    }
    Ok(())
}

/// The columns before a sentence without colours.
const MARGIN: usize = 6;

fn verbatim(passage: &Passage, out: &mut dyn Write) -> io::Result<()> {
    let faint = Ansi::new().dimmed();
    let lines = passage.parts.iter().flat_map(|part| part.text.lines());
    lines
        .map(safe)
        .try_for_each(|line| writeln!(out, "{faint}{line}{faint:#}"))
}

/// The text of a passage, and where each look of it ends.
fn pieces(passage: &Passage) -> (String, Vec<(usize, Ansi)>) {
    let mut text = match passage.kind {
        PassageKind::ListItem => "• ".to_owned(),
        _ => String::new(),
    };
    let mut pieces = vec![(text.len(), Ansi::new())];
    let mut end = usize::MAX;
    for part in &passage.parts {
        if part.span.start > end {
            text.push(' ');
            pieces.push((text.len(), Ansi::new()));
        }
        end = part.span.end;
        text.push_str(&safe(&part.text));
        pieces.push((text.len(), look(part, passage.kind)));
    }
    (text, pieces)
}

fn look(part: &PassagePart, kind: PassageKind) -> Ansi {
    let Some(score) = part.score else {
        return match kind {
            PassageKind::Heading(_) => Ansi::new().bold(),
            _ => Ansi::new().dimmed(),
        };
    };
    let tenth = (score.clamp(0.0, 1.0) * (SHADES.len() - 1) as f64).round() as usize;
    let shaded = match SHADES[tenth] {
        Some(shade) => Ansi::new()
            .fg_color(Some(BLACK))
            .bg_color(Some(Color::Ansi256(Ansi256Color(shade)))),
        None if score < FAINT => Ansi::new().dimmed(),
        None => Ansi::new(),
    };
    match part.rank {
        Some(_) => shaded.bold().underline(),
        None => shaded,
    }
}

/// Writes the lines that a text was wrapped into, with the looks of its pieces.
fn write_pieces(
    text: &str,
    lines: &[String],
    pieces: &[(usize, Ansi)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let (mut offset, mut piece) = (0, 0);
    lines.iter().try_for_each(|line| {
        // Lines lack the blanks between them.
        offset += text[offset..].len() - text[offset..].trim_start_matches(' ').len();
        let end = offset + line.len();
        while offset < end {
            while piece + 1 < pieces.len() && pieces[piece].0 <= offset {
                piece += 1;
            }
            let (until, ansi) = pieces[piece];
            let own = &text[offset..until.clamp(offset + 1, end)];
            write!(out, "{ansi}{own}{ansi:#}")?;
            offset += own.len();
        }
        writeln!(out)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Span;

    fn passage(parts: &[(&str, Option<f64>, Option<usize>)]) -> Passage {
        let mut start = 0;
        let part = |&(text, score, rank): &(&str, Option<f64>, Option<usize>)| {
            let span = Span {
                start,
                end: start + text.len(),
            };
            start = span.end + 1;
            PassagePart {
                text: text.to_owned(),
                span,
                score,
                rank,
            }
        };
        Passage {
            kind: PassageKind::Paragraph,
            line: 1,
            page: None,
            parts: parts.iter().map(part).collect(),
        }
    }

    fn written(print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        print(&mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
    }

    /// Text without what colours it.
    fn bare(text: &str) -> String {
        let mut bare = String::new();
        let mut parts = text.split('\u{1b}');
        bare.push_str(parts.next().unwrap_or_default());
        for part in parts {
            bare.push_str(part.split_once('m').expect("a whole sequence").1);
        }
        bare
    }

    #[test]
    fn no_word_is_lost_at_any_width() {
        let parts = [
            ("By Ada.", None, None),
            ("The barrier held all night.", Some(1.0), Some(1)),
            ("茶市很老，也很热闹。", Some(0.5), None),
            ("Rain fell.", Some(0.0), None),
        ];
        let passages = [passage(&parts)];
        let whole = "By Ada. The barrier held all night. 茶市很老，也很热闹。 Rain fell.";
        for width in 1..80 {
            let text = written(|out| in_colour(&passages, width, out));
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&bare(&text)), squeezed(whole), "{width}");
        }
        let text = written(|out| in_colour(&passages, 200, out));
        assert_eq!(bare(&text), format!("{whole}\n\n"));
        assert!(text.contains("\u{1b}[1m\u{1b}[4m"), "{text:?}");
    }

    #[test]
    fn without_colours_each_sentence_has_its_score() {
        let parts = [
            ("By Ada.", None, None),
            ("The barrier held.", Some(1.0), Some(1)),
            ("Rain \u{1b}[31mfell.", Some(0.25), None),
        ];
        let text = written(|out| plain(&[passage(&parts)], None, out));
        assert_eq!(
            text,
            "      By Ada.\n1.00* The barrier held.\n0.25  Rain \u{fffd}[31mfell.\n"
        );
    }
}
