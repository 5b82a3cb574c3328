//! Lists of words and how often they occur elsewhere, as corpora are often published.

use super::{TermCounts, TermEntry, Vocabulary};
use crate::text::{LanguageKit, WordForms};

/// Words or phrases with their counts, and the tokens of the texts that they are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrequencyList {
    words: Vec<(String, u64)>,
    /// Tokens in all: as the list says, else its counts together.
    pub tokens: u64,
}

/// A line of a list that is no word and its count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: not a term, a tab and a count")]
#[non_exhaustive]
pub struct FrequencyListError {
    /// The line, from 1.
    pub line: usize,
}

impl FrequencyList {
    /// Reads lines of a term, a tab and a count; what stands behind another tab is passed over. Lines that
    /// begin with `#` are comments, but `# total` and a number tell the tokens of all texts, as does a line
    /// with the term `TOTAL`. A first line of column names is passed over.
    ///
    /// # Errors
    /// When a line is none of these.
    ///
    /// ```
    /// use epitome::terms::FrequencyList;
    ///
    /// let list = FrequencyList::parse("# total 1000\nbarrier\t3\nthe\t60\n").unwrap();
    /// assert_eq!(list.tokens, 1_000);
    /// assert_eq!(FrequencyList::parse("barrier\t3\nthe\t60\n").unwrap().tokens, 63);
    /// assert_eq!(FrequencyList::parse("barrier 3\n").unwrap_err().line, 1);
    /// ```
    pub fn parse(list: &str) -> Result<Self, FrequencyListError> {
        let (mut words, mut total) = (Vec::new(), None);
        for (i, line) in list.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            if let Some(comment) = line.strip_prefix('#') {
                total = total.or_else(|| stated_total(comment));
                continue;
            }
            let mut fields = line.split('\t').map(str::trim);
            let word = fields.next().unwrap_or_default();
            let count = fields.next().map(str::parse::<u64>);
            match count {
                Some(Ok(count)) if word == "TOTAL" => total = Some(count),
                Some(Ok(count)) => words.push((word.to_owned(), count)),
                Some(Err(_)) if i == 0 => {}
                _ => return Err(FrequencyListError { line: i + 1 }),
            }
        }
        let sum = || {
            words
                .iter()
                .fold(0_u64, |sum, (_, count)| sum.saturating_add(*count))
        };
        Ok(Self {
            tokens: total.unwrap_or_else(sum),
            words,
        })
    }

    /// The counts of the terms, as of one document: words that can be keywords, grouped by stem.
    pub fn counts(&self, kit: &LanguageKit) -> TermCounts {
        let mut counts = TermCounts::of_one(self.tokens);
        let (mut forms, mut stems) = (WordForms::of_large(kit), Vocabulary::default());
        for (words, count) in &self.words {
            let term = |word| TermEntry::of(forms.get(word), &mut stems).keyword_term();
            let terms: Option<Vec<_>> = words.split(' ').map(term).collect();
            if let Some(terms) = terms {
                let names: Vec<&str> = terms.into_iter().map(|term| stems.get(term)).collect();
                counts.add_form(&names.join(" "), words, *count);
            }
        }
        counts
    }
}

/// The number in a comment such as ` total 1000` or ` total: 1000`.
fn stated_total(comment: &str) -> Option<u64> {
    let rest = comment.trim().strip_prefix("total")?;
    rest.trim_start_matches([':', '=', '\t', ' ']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    #[test]
    fn words_of_a_stem_are_added_up_and_stopwords_count_as_tokens() {
        let list = "word\tcount\tshare\nbarriers\t3\t0.1\nBarrier\t2\nthe\t60\nclimate change\t7\n12\t5\nTOTAL\t900\n";
        let list = FrequencyList::parse(list).unwrap();
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let counts = list.counts(&kit);
        assert_eq!((counts.tokens, counts.len()), (900, 2));
        let row = counts.row(counts.find("barrier").unwrap());
        assert_eq!((row.count, row.documents, row.shown()), (5, 1, "barriers"));
        assert!(counts.find("climat chang").is_some());
    }

    #[test]
    fn totals_and_errors() {
        for text in [
            "# total: 70\na\t1",
            "#total=70\na\t1",
            "# total\t70\na\t1",
            "a\t1\nTOTAL\t70",
        ] {
            assert_eq!(FrequencyList::parse(text).unwrap().tokens, 70, "{text}");
        }
        assert_eq!(FrequencyList::parse("a\t1\nb\t-2").unwrap_err().line, 2);
        assert_eq!(FrequencyList::parse("").unwrap().tokens, 0);
    }
}
