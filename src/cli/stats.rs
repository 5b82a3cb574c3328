//! What was read, and how long it took: `--stats`.

use std::io::{self, Write};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{DecimalBytes, HumanCount};
use serde::Serialize;

/// When the program began; the first call tells.
pub(super) fn start() -> Instant {
    static START: OnceLock<Instant> = OnceLock::new();
    *START.get_or_init(Instant::now)
}

/// How much was read. Nothing in it depends on the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Totals {
    #[serde(rename = "documents_total")]
    pub documents: u64,
    #[serde(rename = "files_total")]
    pub files: u64,
    /// Bytes of text: those of a file of plain text, those of the text in a packed or printed one.
    #[serde(rename = "bytes_total")]
    pub bytes: u64,
    #[serde(rename = "words_total")]
    pub words: u64,
    #[serde(rename = "failures_total")]
    pub failures: u64,
}

/// The last line of JSON Lines.
#[derive(Serialize)]
struct End<'t> {
    r#type: &'static str,
    #[serde(flatten)]
    totals: &'t Totals,
}

impl Totals {
    /// Adds what another reading read.
    pub(super) fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.files += other.files;
        self.bytes += other.bytes;
        self.words += other.words;
        self.failures += other.failures;
    }

    /// Writes the totals as a line of JSON Lines that is no document.
    pub(super) fn write_end(&self, out: &mut dyn Write) -> io::Result<()> {
        let end = End {
            r#type: "end",
            totals: self,
        };
        serde_json::to_writer(&mut *out, &end)?;
        out.write_all(b"\n")
    }

    /// The totals in words, with the time that all took.
    pub(super) fn told(&self, time: Duration) -> String {
        let seconds = time.as_secs_f64();
        let rate = DecimalBytes((self.bytes as f64 / seconds.max(1e-6)) as u64);
        format!(
            "{} in {}, {} of text, {}; {}; {seconds:.2} s, {rate}/s",
            count(self.documents, "document"),
            count(self.files, "file"),
            DecimalBytes(self.bytes),
            count(self.words, "word"),
            count(self.failures, "failure"),
        )
    }
}

/// A number and what it is of.
fn count(number: u64, one: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {one}{plural}", HumanCount(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOTALS: Totals = Totals {
        documents: 1,
        files: 1_234,
        bytes: 41_234_567,
        words: 6_912_000,
        failures: 0,
    };

    #[test]
    fn totals_are_told_in_words() {
        assert_eq!(
            TOTALS.told(Duration::from_millis(250)),
            "1 document in 1,234 files, 41.23 MB of text, 6,912,000 words; 0 failures; 0.25 s, 164.94 MB/s"
        );
        assert!(
            Totals::default()
                .told(Duration::ZERO)
                .ends_with(" 0.00 s, 0 B/s")
        );
    }

    #[test]
    fn the_end_of_json_lines_has_no_time() {
        let mut line = Vec::new();
        TOTALS.write_end(&mut line).expect("in memory");
        assert_eq!(
            String::from_utf8(line).expect("UTF-8"),
            "{\"type\":\"end\",\"documents_total\":1,\"files_total\":1234,\"bytes_total\":41234567,\"words_total\":6912000,\"failures_total\":0}\n"
        );
    }

    #[test]
    fn totals_add_up() {
        let mut totals = TOTALS;
        totals.add(TOTALS);
        assert_eq!(
            (totals.files, totals.words, totals.failures),
            (2_468, 13_824_000, 0)
        );
    }
}
