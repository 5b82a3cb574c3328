//! Counting a text that is read piece by piece, on several threads.

use std::io;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::tally::{Counter, Tally};
use crate::document::{Document, Lines, Origin};
use crate::source::pieces::{Piece, Pieces, RawPiece};

/// What one thread has counted, and what is needed to tell lines once all threads are done.
#[derive(Default)]
struct Reader {
    counter: Counter,
    /// The place of each word that the counter met first, and the line breaks before it in its piece.
    breaks_before: Vec<(usize, usize)>,
    /// Where each piece starts, and its line breaks.
    breaks: Vec<(usize, usize)>,
}

impl Tally {
    /// Counts a text in pieces, with a document that holds no text, but knows the line of each distinct
    /// word's first place.
    ///
    /// Each thread of the current `rayon` pool reads a piece when it is done with the one before; the
    /// result is that of [`Tally::of`] on the whole document.
    ///
    /// # Errors
    /// When the file can't be read further, or is not UTF-8: it has to be read whole then, and may show
    /// what is wrong.
    pub fn of_pieces(first: Piece, pieces: Pieces) -> io::Result<(Self, Document)> {
        let layout = pieces.layout();
        let (path, title) = (first.document.path.clone(), first.document.title.clone());
        let mut reader = Reader::default();
        reader.count(&first);
        drop(first);
        let pieces = Mutex::new(pieces);
        let read_on = |mut reader: Reader| -> io::Result<Reader> {
            let mut raw = RawPiece::default();
            // Nothing of rayon's happens while the lock is held.
            while pieces
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .next(&mut raw)?
            {
                let piece = raw.parse(layout).ok_or(io::ErrorKind::InvalidData)?;
                reader.count(&piece);
                raw.reuse(piece);
            }
            Ok(reader)
        };
        let mut readers = vec![reader];
        readers.resize_with(rayon::current_num_threads(), Reader::default);
        let readers: Vec<Reader> = readers
            .into_par_iter()
            .with_max_len(1)
            .map(read_on)
            .collect::<io::Result<_>>()?;
        let lines = Lines::Marks(marks(&readers));
        let counters = readers.into_iter().map(|reader| reader.counter).collect();
        let document = Document::new(
            path,
            title,
            String::new(),
            Vec::new(),
            Origin::Source,
            lines,
        );
        Ok((Self::merged(counters), document))
    }
}

impl Reader {
    fn count(&mut self, piece: &Piece) {
        let text = piece.document.text().as_bytes();
        let known = self.counter.firsts().len();
        self.counter.count_document(&piece.document, piece.offset);
        let (mut at, mut breaks) = (0, 0);
        let mut breaks_up_to = |end: usize| {
            breaks += memchr::memchr_iter(b'\n', &text[at..end]).count();
            at = end;
            breaks
        };
        for &first in &self.counter.firsts()[known..] {
            let first = first as usize;
            self.breaks_before
                .push((first, breaks_up_to(first - piece.offset)));
        }
        self.breaks.push((piece.offset, breaks_up_to(text.len())));
    }
}

/// The lines, from 1, of all places that are known.
fn marks(readers: &[Reader]) -> Vec<(usize, usize)> {
    let sorted = |lists: Vec<&Vec<(usize, usize)>>| {
        let mut all: Vec<(usize, usize)> = lists.into_iter().flatten().copied().collect();
        all.sort_unstable();
        all
    };
    let pieces = sorted(readers.iter().map(|reader| &reader.breaks).collect());
    let mut marks = sorted(readers.iter().map(|reader| &reader.breaks_before).collect());
    let mut line = 1;
    let mut rest = &mut marks[..];
    for (place, &(_, breaks)) in pieces.iter().enumerate() {
        let end = pieces.get(place + 1).map_or(usize::MAX, |next| next.0);
        let (inside, behind) = rest.split_at_mut(rest.partition_point(|mark| mark.0 < end));
        inside.iter_mut().for_each(|mark| mark.1 += line);
        (rest, line) = (behind, line + breaks);
    }
    marks
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::source::{Input, ReadOptions, read};

    fn listed(tally: &Tally, document: &Document) -> Vec<(String, u32, u32, usize)> {
        let row = |(word, row): (&str, crate::terms::TallyRow)| {
            (
                word.to_owned(),
                row.count,
                row.first,
                document.line(row.first as usize),
            )
        };
        tally.iter().map(row).collect()
    }

    #[test]
    fn pieces_count_as_the_whole_does() {
        let paragraph = |i: u64| {
            let words = (0..40).map(|k| format!("w{}", (i * i + k * k * k) % (i / 9 + 7)));
            let wrap = |(k, word): (usize, String)| word + if k % 7 == 6 { "\n" } else { " " };
            words.enumerate().map(wrap).collect::<String>()
        };
        let text: Vec<String> = (0..30_000).map(paragraph).collect();
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        file.write_all(text.join("\n\n").as_bytes())
            .expect("written");
        let input = Input::Named(file.path().into());
        let options = ReadOptions::default();
        let whole = read(&input, &options).remove(0).expect("readable text");
        let expected = listed(&Tally::of(&whole), &whole);
        for threads in [1, 3] {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| {
                let (first, pieces) = Pieces::open(&input, &options).expect("large plain text");
                let (tally, document) = Tally::of_pieces(first, pieces).expect("readable");
                assert!(listed(&tally, &document) == expected);
            });
        }
    }
}
