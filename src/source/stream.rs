//! JSON Lines as a stream: each record is read by itself, whatever comes before and behind it, and what it says beside
//! its text goes along.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, Read};

use super::decode::{PROBE, decode};
use super::expand::Compression;
use super::format::json_lines::Object;
use super::limits::{size, too_many};
use super::look::Look;
use super::{Failure, FailureKind, Fault, Input, LARGEST_INPUT, ReadOptions, format, read_each_of};
use crate::document::Document;

/// So many bytes are read at a time, at the most.
const BLOCK: usize = 64 << 10;
/// The longest beginning that tells how bytes are compressed.
const HEAD: usize = 10;
/// So many bytes the reader of compressed bytes wants to see ahead.
const AHEAD: usize = 8;

/// Opens an input, and unpacks it if it is compressed. It is read as it comes, and never as a whole.
///
/// # Errors
/// When it can't be opened.
pub fn open(input: &Input) -> Result<Box<dyn Read>, Failure> {
    let opened = packed(input).map_err(|error| input.failure(&error))?;
    unpacked(opened).map_err(|fault| fault.of(input.name()))
}

fn packed(input: &Input) -> io::Result<Box<dyn Read>> {
    Ok(match input.path() {
        None => Box::new(io::stdin().lock()),
        Some(path) => Box::new(File::open(path)?),
    })
}

/// Whether an input is a list of records in an encoding that has lines: by its name, or by its beginning where `most` bytes
/// or more may come.
pub(super) fn is_list(input: &Input, most: u64, options: &ReadOptions) -> bool {
    let has_lines = (options.encoding).is_none_or(|encoding| encoding.is_ascii_compatible());
    let by_path = format::by_path(input.path());
    has_lines
        && match options.format {
            Some(format) => format.name == format::JSON_LINES,
            None if by_path.name == format::JSON_LINES => true,
            None => format::tells_nothing(by_path) && begins_as_list(input, most, options),
        }
}

/// Whether an input begins as a list of records does. Of standard input that is looked at which comes first.
fn begins_as_list(input: &Input, most: u64, options: &ReadOptions) -> bool {
    let is_it = |head: &[u8]| {
        let format = format::choose(&Look::new(head), input.path(), &options.fields);
        format.name == format::JSON_LINES
    };
    let Some(path) = input.path() else {
        return io::stdin().lock().fill_buf().is_ok_and(is_it);
    };
    let is_long = path
        .metadata()
        .is_ok_and(|meta| meta.is_file() && meta.len() >= most);
    let mut head = Vec::new();
    is_long
        && File::open(path)
            .and_then(|file| file.take(BLOCK as u64).read_to_end(&mut head))
            .is_ok_and(|_| is_it(&head))
}

/// Hands the documents of a list of records to `sink`, as [`super::read_each`] does. A list of `most` bytes or more is
/// not read as a whole, nor is one that is compressed.
pub(super) fn read_each(
    input: &Input,
    most: u64,
    options: &ReadOptions,
    sink: &mut dyn FnMut(Result<Document, Failure>),
) {
    let mut read = || -> Result<(), Failure> {
        let failure = |error| input.failure(&error);
        let (mut reader, mut bytes) = (packed(input).map_err(failure)?, Vec::new());
        let head = reader.by_ref().take(most).read_to_end(&mut bytes);
        let is_all = (head.map_err(failure)? as u64) < most;
        let has_lines = !bytes[..bytes.len().min(PROBE)].contains(&0);
        if Compression::of(&bytes).is_some() || (has_lines && !is_all) {
            return read_records(input, io::Cursor::new(bytes).chain(reader), options, sink);
        }
        let rest = options.largest().saturating_add(1);
        reader.take(rest).read_to_end(&mut bytes).map_err(failure)?;
        read_each_of(input, bytes, options, sink);
        Ok(())
    };
    if let Err(failure) = read() {
        sink(Err(failure));
    }
}

/// Hands one document a record on.
fn read_records(
    input: &Input,
    reader: impl Read + 'static,
    options: &ReadOptions,
    sink: &mut dyn FnMut(Result<Document, Failure>),
) -> Result<(), Failure> {
    let name = input.name();
    let reader = unpacked(reader).map_err(|fault| fault.of(&*name))?;
    let mut batches = Batches::new(reader, options.limits.bytes);
    let mut taken = 0;
    while let Some(batch) = batches
        .next_batch()
        .map_err(|error| input.failure(&error))?
    {
        let too_long = batch
            .is_too_long
            .then(|| Err(too_long(&name, batch.first, options)));
        let records = batch.lines().filter_map(|(number, line)| {
            let read = record(&name, number, &legible(line, options), options).transpose()?;
            Some(
                read.map(|record| record.document)
                    .map_err(|bad| bad.failure),
            )
        });
        for outcome in too_long.into_iter().chain(records) {
            if taken == options.limits.documents {
                return Err(too_many(taken).of(name));
            }
            taken += 1;
            sink(outcome);
        }
    }
    match taken {
        0 => Err(Failure::no_text(name)),
        _ => Ok(()),
    }
}

/// A line in UTF-8, if its encoding has to be guessed and can be.
fn legible<'l>(line: &'l [u8], options: &ReadOptions) -> Cow<'l, [u8]> {
    if options.encoding.is_some() || std::str::from_utf8(line).is_ok() {
        return Cow::Borrowed(line);
    }
    let decoded = decode(line.to_vec(), None);
    decoded.map_or(Cow::Borrowed(line), |decoded| {
        Cow::Owned(decoded.text.into_bytes())
    })
}

fn unpacked(reader: impl Read + 'static) -> Result<Box<dyn Read>, Fault> {
    let mut ahead = Ahead::new(reader);
    match ahead.compression() {
        Some(compression) => compression.reader(ahead),
        None => Ok(Box::new(ahead)),
    }
}

/// A reader that can be looked into.
struct Ahead<R> {
    reader: R,
    bytes: Vec<u8>,
    start: usize,
}

impl<R: Read> Ahead<R> {
    fn new(reader: R) -> Self {
        Self {
            reader,
            bytes: Vec::new(),
            start: 0,
        }
    }

    /// Reads until there are so many bytes, or the end.
    fn fill(&mut self, least: usize) -> io::Result<&[u8]> {
        while self.bytes.len() - self.start < least {
            self.bytes.drain(..std::mem::take(&mut self.start));
            if append(&mut self.reader, &mut self.bytes)? == 0 {
                break;
            }
        }
        Ok(&self.bytes[self.start..])
    }

    /// How what comes is compressed. It is waited for no longer than it may be.
    fn compression(&mut self) -> Option<Compression> {
        let may_be = |head: &[u8]| matches!(head, [0x1f | 0x28 | 0xfd | b'B', ..]);
        for length in 1..=HEAD {
            // An error comes again when it is read on.
            let head = self.fill(length).ok()?;
            if let Some(compression) = Compression::of(head) {
                return Some(compression);
            }
            if head.len() < length || !may_be(head) || head.contains(&b'\n') {
                return None;
            }
        }
        None
    }
}

impl<R: Read> Read for Ahead<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.start == self.bytes.len() {
            return self.reader.read(buffer);
        }
        let count = (&self.bytes[self.start..]).read(buffer)?;
        self.start += count;
        Ok(count)
    }
}

impl<R: Read> BufRead for Ahead<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill(AHEAD)
    }

    fn consume(&mut self, count: usize) {
        self.start += count;
    }
}

/// Reads what is there, but at most a block, behind other bytes.
fn append(reader: &mut impl Read, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let before = bytes.len();
    bytes.resize(before + BLOCK, 0);
    let outcome = loop {
        match reader.read(&mut bytes[before..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            outcome => break outcome,
        }
    };
    bytes.truncate(before + outcome.as_ref().copied().unwrap_or(0));
    outcome
}

/// Lines that were read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The number of the first, from 1.
    pub first: usize,
    /// The lines. The last of all may lack its line feed.
    pub bytes: Vec<u8>,
    /// Whether it is a single line that is too long, and was not kept.
    pub is_too_long: bool,
}

impl Batch {
    /// The lines and their numbers, without line feeds.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let lines = self.bytes.split_inclusive(|&byte| byte == b'\n');
        (self.first..).zip(lines.map(|line| line.strip_suffix(b"\n").unwrap_or(line)))
    }

    /// Takes lines that follow on these in, if it may have so many bytes.
    pub fn join(&mut self, next: Self, most: usize) -> Result<(), Self> {
        if self.is_too_long || next.is_too_long || self.bytes.len() + next.bytes.len() > most {
            return Err(next);
        }
        self.bytes.extend_from_slice(&next.bytes);
        Ok(())
    }
}

/// Cuts what a reader gives into whole lines, as soon as it gives them.
pub struct Batches<R> {
    reader: R,
    /// The beginning of a line, and what was read behind its end.
    rest: Vec<u8>,
    /// Up to here there is no line feed in it.
    searched: usize,
    /// The number of the line that it begins with.
    line: usize,
    /// The longest line, in bytes.
    longest: usize,
    /// Whether the line under way is too long, and what comes of it is dropped.
    is_too_long: bool,
}

impl<R: Read> Batches<R> {
    /// Lines of at most so many bytes.
    pub fn new(reader: R, longest: u64) -> Self {
        let longest = longest.min(LARGEST_INPUT);
        Self {
            reader,
            rest: Vec::new(),
            searched: 0,
            line: 1,
            longest: usize::try_from(longest).unwrap_or(usize::MAX),
            is_too_long: false,
        }
    }

    /// The next lines, or nothing at the end.
    ///
    /// # Errors
    /// When the reader fails; what came before has been handed out.
    pub fn next_batch(&mut self) -> io::Result<Option<Batch>> {
        loop {
            if let Some(batch) = self.whole_lines() {
                return Ok(Some(batch));
            }
            if self.rest.len() > self.longest {
                self.is_too_long = true;
            }
            if self.is_too_long {
                self.rest = Vec::new();
            }
            self.searched = self.rest.len();
            if append(&mut self.reader, &mut self.rest)? == 0 {
                let is_line = self.is_too_long || !self.rest.is_empty();
                return Ok(is_line.then(|| self.batch(self.rest.len(), 1)));
            }
        }
    }

    /// The lines that are there; of one that is too long, its end.
    fn whole_lines(&mut self) -> Option<Batch> {
        let new = &self.rest[self.searched..];
        let find = match self.is_too_long {
            true => memchr::memchr,
            false => memchr::memrchr,
        };
        let end = find(b'\n', new)? + 1;
        let lines = memchr::memchr_iter(b'\n', &new[..end]).count();
        Some(self.batch(self.searched + end, lines))
    }

    fn batch(&mut self, end: usize, lines: usize) -> Batch {
        let rest = self.rest.split_off(end);
        let bytes = std::mem::replace(&mut self.rest, rest);
        let is_too_long = std::mem::take(&mut self.is_too_long);
        self.searched = 0;
        let first = self.line;
        self.line += lines;
        Batch {
            first,
            bytes: if is_too_long { Vec::new() } else { bytes },
            is_too_long,
        }
    }
}

/// A record that was read.
#[derive(Debug)]
pub struct Record {
    /// Its text.
    pub document: Document,
    /// The language that it says its text is in: its field `language` or `lang`.
    pub language: Option<String>,
    /// All that it says beside the text: JSON, as it is written.
    pub others: String,
}

/// A line that is no record.
#[derive(Debug)]
pub struct BadRecord {
    /// What is wrong with it.
    pub failure: Failure,
    /// All that it says, if it is an object.
    pub others: Option<String>,
}

/// The record on a line of the file called `file`; `None`: there is nothing on it.
///
/// # Errors
/// When there is no record with a text.
pub fn record(
    file: &str,
    number: usize,
    line: &[u8],
    options: &ReadOptions,
) -> Result<Option<Record>, Box<BadRecord>> {
    let bad = |kind, reason: String, others| {
        let failure = Failure::new(format!("{file}#{number}"), kind, reason);
        Err(Box::new(BadRecord { failure, others }))
    };
    if line.len() as u64 > options.limits.bytes.min(LARGEST_INPUT) {
        let failure = too_long(file, number, options);
        return bad(failure.kind, failure.reason, None);
    }
    let encoding = options.encoding.unwrap_or(encoding_rs::UTF_8);
    let line = match number {
        1 => line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line),
        _ => line,
    };
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(line) else {
        let reason = format!("not valid {}", encoding.name());
        return bad(FailureKind::Damaged, reason, None);
    };
    if text.trim().is_empty() {
        return Ok(None);
    }
    let object = match Object::parse(&text) {
        Ok(object) => object,
        Err(reason) => return bad(FailureKind::Damaged, reason, None),
    };
    let fields = &options.fields;
    let text = match object.text(fields) {
        Ok(text) => text,
        Err(reason) => return bad(FailureKind::Damaged, reason, Some(object.without(None))),
    };
    let languages = ["language", "lang"].iter();
    Ok(Some(Record {
        language: languages
            .flat_map(|name| object.string(name))
            .next()
            .map(Into::into),
        others: object.without(Some(&text)),
        document: object.document(file, number, text, fields),
    }))
}

/// What is wrong with a line of a [batch](Batch) that is too long.
pub fn too_long(file: &str, number: usize, options: &ReadOptions) -> Failure {
    let most = size(options.limits.bytes.min(LARGEST_INPUT));
    let reason = format!("longer than {most}");
    Failure::new(format!("{file}#{number}"), FailureKind::TooLarge, reason)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use proptest::prelude::*;

    use super::*;

    /// Gives bytes in portions, as a pipe does.
    struct Portions(VecDeque<Vec<u8>>);

    impl Read for Portions {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let Some(mut portion) = self.0.pop_front() else {
                return Ok(0);
            };
            let count = portion.len().min(buffer.len());
            buffer[..count].copy_from_slice(&portion[..count]);
            if count < portion.len() {
                self.0.push_front(portion.split_off(count));
            }
            Ok(count)
        }
    }

    fn lines(portions: &[&[u8]], longest: u64) -> Vec<(usize, Option<String>)> {
        let portions = portions.iter().filter(|portion| !portion.is_empty());
        let reader = Portions(portions.map(|portion| portion.to_vec()).collect());
        let mut batches = Batches::new(Ahead::new(reader), longest);
        let mut found = Vec::new();
        while let Some(batch) = batches.next_batch().unwrap() {
            if batch.is_too_long {
                assert!(batch.bytes.is_empty());
                found.push((batch.first, None));
            }
            let line = |(number, line): (usize, &[u8])| {
                (number, Some(String::from_utf8_lossy(line).into_owned()))
            };
            found.extend(batch.lines().map(line));
        }
        found
    }

    fn numbered(lines: &[Option<&str>]) -> Vec<(usize, Option<String>)> {
        let lines = lines.iter().map(|line| line.map(str::to_owned));
        (1..).zip(lines).collect()
    }

    #[test]
    fn lines_come_whole_whatever_the_portions() {
        assert_eq!(
            lines(&[b"a\nb", b"c\n", b"\nd"], 9),
            numbered(&[Some("a"), Some("bc"), Some(""), Some("d")])
        );
        assert_eq!(lines(&[], 9), []);
        assert_eq!(lines(&[b"\n"], 9), numbered(&[Some("")]));
    }

    #[test]
    fn a_line_is_handed_out_before_the_next_is_there() {
        struct Pause(u8);
        impl Read for Pause {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                assert_eq!(self.0, 1, "nobody reads on");
                buffer[..3].copy_from_slice(b"a\nb");
                Ok(3)
            }
        }
        let unpacked = unpacked(Pause(0)).unwrap();
        let batch = Batches::new(unpacked, 9).next_batch().unwrap().unwrap();
        assert_eq!((batch.first, &*batch.bytes), (1, &b"a\n"[..]));
    }

    #[test]
    fn a_line_that_is_too_long_is_dropped_and_told() {
        let portions: &[&[u8]] = &[b"a\nlong", b"er and ", b"longer\nb\n", b"c\nand longer"];
        let expected = [Some("a"), None, Some("b"), Some("c"), None];
        assert_eq!(lines(portions, 4), numbered(&expected));
    }

    #[test]
    #[cfg(feature = "compression")]
    fn compressed_input_is_unpacked() {
        use std::io::Write;
        let text = "{\"text\":\"a\"}\n".repeat(20_000);
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(text.as_bytes()).unwrap();
        let level = ruzstd::encoding::CompressionLevel::Fastest;
        let mut zstd = ruzstd::encoding::compress_to_vec(text.as_bytes(), level);
        // Something to skip, and another frame.
        zstd.extend([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
        zstd.extend(ruzstd::encoding::compress_to_vec(&b"b\n"[..], level));
        for (packed, expected) in [
            (gzip.finish().unwrap(), text.clone()),
            (zstd, text.clone() + "b\n"),
            (
                b"BZh, not packed\n".to_vec(),
                "BZh, not packed\n".to_owned(),
            ),
            (b"(\n".to_vec(), "(\n".to_owned()),
        ] {
            let portions = packed.chunks(7).map(<[u8]>::to_vec).collect();
            let mut found = String::new();
            let mut reader = unpacked(Portions(portions)).unwrap();
            reader.read_to_string(&mut found).unwrap();
            assert!(found == expected);
        }
    }

    fn read(line: &str) -> Result<Record, Box<BadRecord>> {
        record("-", 3, line.as_bytes(), &ReadOptions::default()).map(|record| record.unwrap())
    }

    #[test]
    fn what_stands_beside_the_text_is_kept_as_it_is_written() {
        let line = r#" {"z": 1.0 , "text":"no","a\u0062":[1e400,{"b" :"\ud800"}],"text":"Tide.\nEbb.","n":12345678901234567890123,"z":null, "lang":"de"} "#;
        let found = read(line).unwrap();
        assert_eq!(found.document.text(), "Tide.\nEbb.");
        assert_eq!(found.document.path, "-#3");
        assert_eq!(found.language.as_deref(), Some("de"));
        let expected = r#"{"z":1.0,"a\u0062":[1e400,{"b" :"\ud800"}],"n":12345678901234567890123,"z":null,"lang":"de"}"#;
        assert_eq!(found.others, expected);
        assert_eq!(read(r#"{"text":"a"}"#).unwrap().others, "{}");
    }

    #[test]
    fn what_is_no_record_is_told() {
        let wrong = |line: &[u8], options: &ReadOptions| {
            let bad = record("-", 3, line, options).unwrap_err();
            (bad.failure.to_string(), bad.others)
        };
        let usual = ReadOptions::default();
        let message = |reason: &str| format!("-#3: {reason}");
        assert_eq!(wrong(b"[1]", &usual), (message("not a JSON object"), None));
        assert_eq!(wrong(b"\xff", &usual), (message("not valid UTF-8"), None));
        let mut named = usual.clone();
        named.fields.text = Some("say".to_owned());
        assert_eq!(
            wrong(br#"{"id":1, "say":2}"#, &named),
            (
                message("'say' is a number, not a string"),
                Some(r#"{"id":1,"say":2}"#.to_owned())
            )
        );
        let mut short = usual.clone();
        short.limits.bytes = 4;
        assert_eq!(
            wrong(b"     ", &short),
            (message("longer than 4 bytes"), None)
        );
        assert!(record("-", 3, b" \r", &usual).unwrap().is_none());
        // Arrays in arrays in arrays are no record, and harmless in one.
        let deep = "[".repeat(200_000);
        assert_eq!(
            wrong(deep.as_bytes(), &usual),
            (message("not a JSON object"), None)
        );
        let deep = format!("{{\"text\":\"a\",\"b\":{deep}{}}}", "]".repeat(200_000));
        assert!(record("-", 3, deep.as_bytes(), &usual).unwrap().is_some());
    }

    #[test]
    fn a_mark_at_the_beginning_and_other_encodings_are_read() {
        let marked = record(
            "-",
            1,
            b"\xef\xbb\xbf{\"text\":\"a\"}",
            &ReadOptions::default(),
        );
        assert!(marked.unwrap().is_some());
        let options = ReadOptions {
            encoding: super::super::decode::encoding_by_label("latin1"),
            ..ReadOptions::default()
        };
        let found = record("-", 1, b"{\"text\":\"\xe9t\xe9\",\"a\":\"\xe0\"}", &options)
            .unwrap()
            .unwrap();
        assert_eq!(
            (found.document.text(), &*found.others),
            ("été", "{\"a\":\"à\"}")
        );
    }

    /// What an input gives, read as a list that is long from so many bytes on.
    fn outcomes(bytes: &[u8], most: u64) -> Vec<Result<(String, String), (String, String)>> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), bytes).expect("written");
        let name = file.path().to_string_lossy().into_owned();
        let mut options = ReadOptions {
            format: super::super::format::by_name("jsonl"),
            ..ReadOptions::default()
        };
        options.limits.documents = 5;
        let input = Input::Named(file.path().to_owned());
        let mut outcomes = Vec::new();
        read_each(&input, most, &options, &mut |outcome| {
            let short = |path: &str| path.replace(&name, "list");
            outcomes.push(match outcome {
                Ok(document) => Ok((short(&document.path), document.text().to_owned())),
                Err(failure) => Err((short(&failure.path), failure.reason)),
            });
        });
        outcomes
    }

    #[test]
    fn long_lists_are_read_as_short_ones_are() {
        let many = "{\"text\":\"One.\"}\n".repeat(6);
        for list in [
            "",
            &many,
            &many[1..],
            "\n\n",
            "{\"text\":\"One.\"}\n\n{\"text\":\"Two.\",\"id\":\"b\"}\nno record\n{\"texts\":1}",
            "\u{feff}{\"text\":\"One.\"}\r\n{\"text\":\"\"}\r\n",
        ] {
            let whole = outcomes(list.as_bytes(), u64::MAX);
            for most in [0, 3, list.len() as u64, list.len() as u64 + 1] {
                assert_eq!(outcomes(list.as_bytes(), most), whole, "{most} {list:?}");
            }
        }
    }

    #[test]
    fn lines_of_other_encodings_are_legible() {
        let mut list = b"{\"text\":\"Der Pf\xf6rtner \xf6ffnete das gr\xfcne Tor.\"}\n".to_vec();
        list.extend_from_slice("{\"text\":\"Für später.\"}\n".as_bytes());
        let texts: Vec<String> = outcomes(&list, 0)
            .into_iter()
            .map(|outcome| outcome.unwrap().1)
            .collect();
        assert_eq!(
            texts,
            ["Der Pförtner öffnete das grüne Tor.", "Für später."]
        );
        // What has no lines is read as a whole.
        let wide: Vec<u8> = "{\"text\":\"Wide.\"}\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            outcomes(&wide, 8),
            [Ok(("list#1".to_owned(), "Wide.".to_owned()))]
        );
    }

    proptest! {
        #[test]
        fn portions_make_no_difference(text in "[a-c\n]{0,60}", cuts in prop::collection::vec(0_usize..60, 0..8), longest in 0_u64..6) {
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(text.len())).collect();
            cuts.extend([0, text.len()]);
            cuts.sort_unstable();
            let portions: Vec<&[u8]> = cuts.windows(2).map(|pair| &text.as_bytes()[pair[0]..pair[1]]).collect();
            let kept = |line: (usize, &str)| (line.0, (line.1.len() as u64 <= longest).then(|| line.1.to_owned()));
            let expected: Vec<_> = (1..).zip(text.lines()).map(kept).collect();
            let found = lines(&portions, longest).into_iter();
            let found: Vec<_> = found.map(|(number, line)| (number, line.filter(|line| line.len() as u64 <= longest))).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
