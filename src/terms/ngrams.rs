//! Runs of words as terms: n-grams, and phrases of content words.

use std::collections::VecDeque;
use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use rayon::prelude::*;

use super::{Lexicon, TermCounts, TermEntry, TermId, Vocabulary};
use crate::document::Document;
use crate::text::{LanguageKit, WordForms, shown, tokens};

/// The longest run of words that is counted.
pub const LONGEST: usize = 8;

/// What is counted as a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Units {
    /// Words that can be keywords.
    Words,
    /// Runs of so many words that begin and end with such a word; stopwords may stand inside.
    NGrams(NGrams),
    /// Such words, and runs of up to so many of them without any other between.
    Phrases(usize),
}

/// Lengths of n-grams, from 1 to [`LONGEST`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NGrams(RangeInclusive<usize>);

impl NGrams {
    /// From 1 to so many, but no more than [`LONGEST`].
    pub fn up_to(most: usize) -> Self {
        Self(1..=most.clamp(1, LONGEST))
    }
}

impl FromStr for NGrams {
    type Err = String;

    /// ```
    /// use epitome::terms::NGrams;
    ///
    /// assert_eq!("2".parse::<NGrams>(), "2..2".parse());
    /// assert_eq!("1-3".parse::<NGrams>(), "1..3".parse());
    /// assert!("3..2".parse::<NGrams>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, String> {
        let (least, most) = text
            .split_once("..")
            .or_else(|| text.split_once('-'))
            .unwrap_or((text, text));
        match (least.trim().parse(), most.trim().parse()) {
            (Ok(least), Ok(most)) if 1 <= least && least <= most && most <= LONGEST => {
                Ok(Self(least..=most))
            }
            _ => Err(format!("must be N or N..M, from 1 to {LONGEST}")),
        }
    }
}

impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words => f.write_str("words"),
            Self::NGrams(NGrams(lengths)) => {
                write!(f, "{}..{}-grams", lengths.start(), lengths.end())
            }
            Self::Phrases(longest) => write!(f, "phrases of up to {longest} words"),
        }
    }
}

impl TermCounts {
    /// The counts of a document's terms of some kind.
    ///
    /// A run of words ends at the end of a block and at whatever stands between two words but blanks. Overlapping
    /// runs all count. Runs are grouped by the stems of their words.
    pub fn counted(document: &Document, kit: &LanguageKit, units: &Units) -> Self {
        let (lengths, has_gaps) = match units {
            Units::Words => return Self::of(document, kit),
            Units::NGrams(NGrams(lengths)) => (lengths.clone(), true),
            Units::Phrases(longest) => (1..=*longest, false),
        };
        let count = |kit, blocks: &[&str]| {
            let mut counter = Counter::new(lengths.clone(), has_gaps, kit);
            blocks.iter().for_each(|block| counter.count(block));
            counter
        };
        let counters: Vec<Counter> = parts(document, kit)
            .par_iter()
            .map(|(kit, blocks)| count(*kit, blocks))
            .collect();
        let mut counts = Self::of_one(counters.iter().map(|counter| counter.tokens).sum());
        for counter in counters {
            counter.add_to(&mut counts);
        }
        counts
    }
}

/// Blocks of this many bytes or more together are counted by themselves.
const PART: usize = 1 << 19;

/// The counted blocks of a document, in parts of one language each.
fn parts<'d, 'k>(
    document: &'d Document,
    kit: &'k LanguageKit,
) -> Vec<(&'k LanguageKit, Vec<&'d str>)> {
    let mut parts: Vec<(&LanguageKit, Vec<&str>)> = vec![(kit, Vec::new())];
    let mut bytes = 0;
    for (index, block) in document.blocks().iter().enumerate() {
        if !block.kind.is_counted() {
            continue;
        }
        let kit = kit.of_block(document, index);
        let is_other = parts
            .last()
            .is_some_and(|(last, _)| last.language != kit.language);
        if bytes >= PART || is_other {
            parts.push((kit, Vec::new()));
            bytes = 0;
        }
        let text = block.span.of(document.text());
        bytes += text.len();
        if let Some((_, last)) = parts.last_mut() {
            last.push(text);
        }
    }
    parts
}

/// A token of a run.
#[derive(Clone, Copy)]
struct Placed {
    start: usize,
    end: usize,
    entry: TermEntry,
}

/// Counts the runs of words of some blocks, by how they are written.
struct Counter<'k> {
    lengths: RangeInclusive<usize>,
    /// Whether other words may stand inside.
    has_gaps: bool,
    tokens: u64,
    forms: WordForms<'k>,
    lexicon: Lexicon,
    stems: Vocabulary,
    /// The runs as written, with single blanks.
    surfaces: Vocabulary,
    rows: Vec<Row>,
    /// The runs by the stems of their words.
    terms: Vocabulary,
    buffer: String,
}

/// What is known of a run as written.
struct Row {
    count: u64,
    term: TermId,
}

impl<'k> Counter<'k> {
    fn new(lengths: RangeInclusive<usize>, has_gaps: bool, kit: &'k LanguageKit) -> Self {
        Self {
            lengths,
            has_gaps,
            tokens: 0,
            forms: WordForms::new(kit),
            lexicon: Lexicon::default(),
            stems: Vocabulary::default(),
            surfaces: Vocabulary::default(),
            rows: Vec::new(),
            terms: Vocabulary::default(),
            buffer: String::new(),
        }
    }

    fn count(&mut self, block: &str) {
        let longest = *self.lengths.end();
        let mut run: VecDeque<Placed> = VecDeque::with_capacity(longest);
        for token in tokens(block) {
            self.tokens += 1;
            if token.is_chunk_start {
                self.drain(block, &mut run);
            }
            let entry = self
                .lexicon
                .look_up(token.surface, &mut self.forms, &mut self.stems);
            let (start, end) = (token.start, token.start + token.surface.len());
            run.push_back(Placed { start, end, entry });
            if run.len() == longest {
                self.count_first(block, &run);
                run.pop_front();
            }
        }
        self.drain(block, &mut run);
    }

    fn drain(&mut self, block: &str, run: &mut VecDeque<Placed>) {
        while !run.is_empty() {
            self.count_first(block, run);
            run.pop_front();
        }
    }

    /// Counts the terms that begin with the first token of a run.
    fn count_first(&mut self, block: &str, run: &VecDeque<Placed>) {
        for length in 1..=run.len() {
            let Placed { entry, .. } = run[length - 1];
            let is_content = entry.keyword_term().is_some();
            if is_content && self.lengths.contains(&length) {
                self.add(block, run, length);
            }
            // A token that is no term, as a lone `s`, is nowhere in one.
            let may_stand_inside =
                is_content || length > 1 && self.has_gaps && entry.term.is_some();
            if !may_stand_inside {
                break;
            }
        }
    }

    fn add(&mut self, block: &str, run: &VecDeque<Placed>, length: usize) {
        let (start, end) = (run[0].start, run[length - 1].end);
        let is_plain = (1..length).all(|i| {
            block.as_bytes()[run[i - 1].end..run[i].start]
                .iter()
                .all(|&byte| byte == b' ')
                && run[i].start - run[i - 1].end <= 1
        });
        let id = match is_plain {
            true => self.surfaces.intern_part(block, start, end),
            false => {
                self.buffer.clear();
                for i in 0..length {
                    if i > 0 && run[i].start > run[i - 1].end {
                        self.buffer.push(' ');
                    }
                    self.buffer.push_str(&block[run[i].start..run[i].end]);
                }
                self.surfaces.intern(&self.buffer)
            }
        };
        if id as usize == self.rows.len() {
            let term = self.term(run, length);
            self.rows.push(Row { count: 0, term });
        }
        self.rows[id as usize].count += 1;
    }

    fn term(&mut self, run: &VecDeque<Placed>, length: usize) -> TermId {
        let stems = run
            .iter()
            .take(length)
            .filter_map(|placed| placed.entry.term);
        self.buffer.clear();
        for stem in stems {
            if !self.buffer.is_empty() {
                self.buffer.push(' ');
            }
            self.buffer.push_str(self.stems.get(stem));
        }
        self.terms.intern(&self.buffer)
    }

    /// Adds the runs, shown without possessive and elision at their ends.
    fn add_to(self, counts: &mut TermCounts) {
        let kit = self.forms.kit();
        for (surface, row) in self.rows.iter().enumerate() {
            let surface = shown(self.surfaces.get(surface as TermId), kit);
            counts.add_form(self.terms.get(row.term), surface, row.count);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn kit(stopwords: Option<Vec<String>>) -> LanguageKit {
        let options = TextOptions {
            stopwords,
            ..TextOptions::default()
        };
        LanguageKit::new(Language::english(), &options)
    }

    fn counted(text: &str, units: &Units, kit: &LanguageKit) -> BTreeMap<String, u64> {
        let counts = TermCounts::counted(&plain("d", text), kit, units);
        counts
            .iter()
            .map(|(_, row)| (row.shown().to_owned(), row.count))
            .collect()
    }

    fn ngrams(lengths: &str) -> Units {
        Units::NGrams(lengths.parse().unwrap())
    }

    fn list(counts: &BTreeMap<String, u64>) -> Vec<(&str, u64)> {
        counts
            .iter()
            .map(|(term, count)| (term.as_str(), *count))
            .collect()
    }

    #[test]
    fn runs_end_at_punctuation_and_begin_and_end_with_content() {
        let text = "The state of the\nart barrier, state of the art. Art barriers rose in 1990; A\n\nflood gate";
        let found = counted(text, &ngrams("2..4"), &kit(None));
        let expected = [
            ("art barrier", 2),
            ("art barriers rose", 1),
            ("barriers rose", 1),
            ("flood gate", 1),
            ("state of the art", 2),
        ];
        // Capitals: the commonest form, of equals the first.
        let mut lower: Vec<(String, u64)> = list(&found)
            .into_iter()
            .map(|(term, count)| (term.to_lowercase(), count))
            .collect();
        lower.sort();
        let lower: Vec<(&str, u64)> = lower
            .iter()
            .map(|(term, count)| (term.as_str(), *count))
            .collect();
        assert_eq!(lower, expected);
    }

    #[test]
    fn overlapping_runs_count_and_possessives_at_the_end_are_not_shown() {
        let kit = kit(None);
        assert_eq!(
            list(&counted("heron heron heron", &ngrams("2"), &kit)),
            [("heron heron", 2)]
        );
        assert_eq!(
            list(&counted("the harbour board's", &ngrams("2"), &kit)),
            [("harbour board", 1)]
        );
    }

    #[test]
    fn without_stopwords_all_runs_are_bundles() {
        let found = counted("in terms of the", &ngrams("2..3"), &kit(Some(Vec::new())));
        let expected = [
            ("in terms", 1),
            ("in terms of", 1),
            ("of the", 1),
            ("terms of", 1),
            ("terms of the", 1),
        ];
        assert_eq!(list(&found), expected);
    }

    #[test]
    fn phrases_have_no_stopword_inside() {
        let found = counted(
            "flood barrier of steel, flood barrier",
            &Units::Phrases(3),
            &kit(None),
        );
        assert_eq!(
            list(&found),
            [
                ("barrier", 2),
                ("flood", 2),
                ("flood barrier", 2),
                ("steel", 1)
            ]
        );
    }

    #[test]
    fn chinese_is_joined_without_blanks() {
        let kit = LanguageKit::new(Language::by_code("zh").unwrap(), &TextOptions::default());
        let found = counted("茶叶市场很老", &ngrams("2"), &kit);
        assert!(found.contains_key("茶叶市场"), "{found:?}");
    }

    /// Each chunk cut out and all its windows looked at.
    fn slow(
        text: &str,
        lengths: RangeInclusive<usize>,
        kit: &LanguageKit,
    ) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for chunk in text.split(['.', ',']) {
            let words: Vec<&str> = chunk.split_whitespace().collect();
            for length in lengths.clone() {
                for window in words.windows(length) {
                    let can_end = |word: &str| !kit.is_stopword(word) && word.len() > 1;
                    if can_end(window[0]) && can_end(window[length - 1]) {
                        *counts.entry(window.join(" ")).or_default() += 1;
                    }
                }
            }
        }
        counts
    }

    proptest! {
        #[test]
        fn counts_are_those_of_all_windows(text in "((heron|reed|the|of|x|moss)( |[.] |, |\n)){0,40}", longest in 1_usize..5) {
            // Blank lines part blocks, as a stop does.
            let text = text.replace("\n\n", ". ");
            let options = TextOptions { stem: false, ..TextOptions::default() };
            let kit = LanguageKit::new(Language::english(), &options);
            let found = counted(&text.replace('\n', " "), &ngrams(&format!("1..{longest}")), &kit);
            prop_assert_eq!(found, slow(&text, 1..=longest, &kit));
        }

        #[test]
        fn single_words_are_those_of_the_fast_path(text in "[a-cA-C'’ .0-9é\n-]{0,80}") {
            let kit = kit(None);
            let document = plain("d", text.as_str());
            let rows = |counts: TermCounts| -> Vec<(String, u64, String)> {
                let mut rows: Vec<_> =
                    counts.iter().map(|(term, row)| (term.to_owned(), row.count, row.shown().to_owned())).collect();
                rows.sort();
                rows
            };
            let fast = TermCounts::of(&document, &kit);
            let slow = TermCounts::counted(&document, &kit, &ngrams("1"));
            prop_assert_eq!(fast.tokens, slow.tokens);
            prop_assert_eq!(rows(fast), rows(slow));
        }
    }
}
