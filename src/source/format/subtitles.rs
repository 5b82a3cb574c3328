//! Subtitles: SubRip and WebVTT (W3C 2019), as the running text that is spoken.

use super::extract::Extract;
use super::{Format, Read};
use crate::document::{BlockKind, Document};
use crate::source::decode::Decoded;

pub(super) const FORMAT: Format = Format {
    name: "subtitles",
    about: "SubRip and WebVTT subtitles: what is spoken, without time stamps, tags and sounds",
    extensions: &["srt", "vtt"],
    recognizes: |look| look.start().starts_with("webvtt"),
    read: Read::Text(parse),
};

const ARROW: &str = "-->";

/// A pause of so many seconds behind the end of a sentence begins a paragraph.
const PAUSE: f64 = 2.0;

fn parse(name: &str, decoded: Decoded) -> Document {
    let mut speech = Speech::default();
    let mut is_cue = false;
    for (place, line) in decoded.text.lines().enumerate() {
        let line = line.trim();
        if let Some((start, end)) = line.split_once(ARROW) {
            is_cue = true;
            speech.pause(seconds(start), seconds(end));
        } else if line.is_empty() {
            is_cue = false;
        } else if is_cue {
            speech.extract.at_line(place + 1);
            speech.say(line);
        }
    }
    let mut document = speech.extract.into_document(name, None);
    document.is_spoken = true;
    document
}

/// What has been said so far.
#[derive(Default)]
struct Speech {
    extract: Extract,
    speaker: String,
    /// When the cue before ends, in seconds.
    end: Option<f64>,
}

impl Speech {
    /// The next cue is from `start` to `end`.
    fn pause(&mut self, start: Option<f64>, end: Option<f64>) {
        let pause = self.end.zip(start).map_or(0.0, |(end, start)| start - end);
        let said = self
            .extract
            .open()
            .trim_end_matches(['"', '”', '»', '’', ' ']);
        if pause >= PAUSE && said.ends_with(['.', '!', '?', '…', '。', '！', '？']) {
            self.extract.close(BlockKind::Paragraph);
        }
        self.end = end.or(self.end);
    }

    /// Adds a line of a cue. A dash before it, or another name, is another speaker.
    fn say(&mut self, line: &str) {
        let (speaker, line) = untagged(line);
        let line = line.trim();
        let turn = line.strip_prefix(['-', '–', '—']).map(str::trim_start);
        if turn.is_some() {
            self.extract.close(BlockKind::Paragraph);
        }
        let line = turn.unwrap_or(line);
        if is_sound(line) {
            return;
        }
        if let Some(speaker) = speaker.filter(|speaker| *speaker != self.speaker) {
            self.extract.close(BlockKind::Paragraph);
            self.extract.push(&format!("{speaker}: "));
            self.speaker = speaker;
        }
        self.extract.push(line);
        self.extract.push(" ");
    }
}

/// Music, and what is heard but not said.
fn is_sound(line: &str) -> bool {
    let is_within = |open, close| line.starts_with(open) && line.ends_with(close);
    line.contains('♪')
        || is_within('[', ']')
        || is_within('(', ')')
        || !line.contains(char::is_alphanumeric)
}

/// A line without `<i>` and `{\an8}`, and the speaker that `<v Anna>` names.
fn untagged(line: &str) -> (Option<String>, String) {
    let (mut speaker, mut text) = (None, String::with_capacity(line.len()));
    let mut rest = line;
    // Behind the last bracket that closes, no other tag has to be looked for.
    let last = ['>', '}'].map(|close| line.rfind(close).unwrap_or(0));
    while let Some(open) = rest.find(['<', '{']) {
        let begins_tag = |c: char| c.is_ascii_alphanumeric() || c == '/';
        let behind = &rest[open + 1..];
        let (close, last, is_tag) = match rest[open..].starts_with('<') {
            true => ('>', last[0], behind.starts_with(begins_tag)),
            false => ('}', last[1], behind.starts_with('\\')),
        };
        let is_closed = line.len() - behind.len() <= last;
        let end = (is_tag && is_closed).then(|| rest[open..].find(close));
        let Some(end) = end.flatten() else {
            text.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        text.push_str(&rest[..open]);
        let tag = &rest[open + 1..open + end];
        let voice = tag.strip_prefix("v ").or_else(|| {
            tag.strip_prefix("v.")?
                .split_once(' ')
                .map(|(_, name)| name)
        });
        speaker = speaker.or(voice.map(|name| name.trim().to_owned()));
        rest = &rest[open + end + 1..];
    }
    text.push_str(rest);
    let text = text
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    (speaker, text)
}

/// The seconds of `01:02:03,500` or `02:03.500`, with settings behind it.
fn seconds(time: &str) -> Option<f64> {
    let time = time.split_whitespace().next()?.replace(',', ".");
    time.split(':').try_fold(0.0, |sum, part| {
        Some(sum * 60.0 + part.parse::<f64>().ok()?)
    })
}

#[cfg(test)]
mod tests {
    use crate::source::{ReadOptions, read_bytes};

    fn blocks(name: &str, text: &str) -> Vec<String> {
        let documents = read_bytes(name, text.as_bytes().to_vec(), &ReadOptions::default());
        let document = documents.into_iter().next().unwrap().unwrap();
        assert!(document.is_spoken);
        let blocks = document.blocks().iter();
        blocks
            .map(|block| block.span.of(document.text()).to_owned())
            .collect()
    }

    #[test]
    fn sentences_run_through_cues() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\n<i>The gate</i> is\n\n2\n00:00:02,100 --> 00:00:03,000\n{\\an8}late again.\n\n\
            3\n00:00:03,100 --> 00:00:04,000\n[door slams]\n♪ la la ♪\n\n4\n00:00:09,000 --> 00:00:10,000\nWe & they know.\n\n\
            5\n00:00:10,000 --> 00:00:11,000\n- Who knows?\n- I do.\n";
        let expected = [
            "The gate is late again.",
            "We & they know.",
            "Who knows?",
            "I do.",
        ];
        assert_eq!(blocks("a.srt", text), expected);
    }

    #[test]
    fn voices_are_speakers_and_notes_are_none() {
        let text = "WEBVTT\n\nNOTE\nNobody reads this.\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Anna>The gate &amp; the wall.\n\n\
            00:02.000 --> 00:03.000\n<v Anna>They hold.\n\n00:03.000 --> 00:04.000\n<v.loud Ben>x < y, then.</v>\n";
        assert_eq!(
            blocks("a", text),
            ["Anna: The gate & the wall. They hold.", "Ben: x < y, then."]
        );
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let text =
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n";
        let documents = read_bytes("a.srt", text.as_bytes().to_vec(), &ReadOptions::default());
        let document = documents.into_iter().next().unwrap().unwrap();
        let line = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!((line("One"), line("Two")), (3, 7));
    }
}
