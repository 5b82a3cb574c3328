//! All of it at once: the summary, the whole text with its scores, and the keywords of each document; and what
//! documents have in common and what sets them apart.

mod portrait;
mod set;
mod similarity;
mod sketch;

pub use portrait::{Portrait, SpreadKeyword};
pub use set::{Set, TermRates};
pub use similarity::{Likeness, Similarity};
pub use sketch::{Observer, OverviewOptions, Sketch};

use rayon::prelude::*;

use crate::keywords::Collection;
use crate::text::LanguageKits;

/// Documents, each by itself and as a set.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The documents, by name.
    pub documents: Vec<Portrait>,
    /// What is told of all of them, where there are several.
    pub set: Option<Set>,
}

impl Overview {
    /// From what was seen of each document, in any order.
    pub fn new(mut sketches: Vec<Sketch>, options: &OverviewOptions, kits: &LanguageKits) -> Self {
        sketches.sort_by(|a, b| a.summary.path.cmp(&b.summary.path));
        // What may hold several documents may also hold one.
        let mut collection = match sketches.iter().any(|sketch| sketch.counts.is_some()) {
            true => Collection::new(options.keywords.clone(), sketches.len()),
            false => Collection::of_one(options.keywords.clone()),
        };
        for sketch in &mut sketches {
            if let Some(extracted) = sketch.extracted.take() {
                collection.add(extracted);
            }
        }
        let (tables, all) = collection.finish();
        let all = all.filter(|all| all.documents_total > 1);
        let set = all.map(|all| Set::new(&mut sketches, all, kits));
        let portraits = sketches.into_par_iter().zip(tables);
        Self {
            documents: portraits
                .map(|(sketch, table)| Portrait::new(sketch, table, kits))
                .collect(),
            set,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::format::plain;
    use crate::text::{Language, LanguageSource};

    const TEXTS: [(&str, &str); 3] = [
        (
            "b.txt",
            "The barrier held. The flood barrier is new, and the town likes the flood barrier. Rain fell.",
        ),
        (
            "a.txt",
            "The barrier rose at dawn. Nobody in the town had seen the flood barrier rise before.",
        ),
        (
            "c.txt",
            "Herons nest in the reeds. The heron is a patient bird, and herons eat frogs.",
        ),
    ];

    fn overview(texts: &[(&str, &str)]) -> Overview {
        let (options, kits) = (OverviewOptions::default(), LanguageKits::default());
        let observer = Observer::new(options.clone());
        let see = |&(name, text): &(&str, &str)| {
            let several = texts.len() > 1;
            let language = Language::english();
            observer.see(
                plain(name, text),
                kits.get(language),
                LanguageSource::Set,
                several,
            )
        };
        Overview::new(texts.iter().map(see).collect(), &options, &kits)
    }

    #[test]
    fn a_document_alone_is_no_set() {
        let overview = overview(&TEXTS[..1]);
        assert!(overview.set.is_none());
        let [portrait] = &overview.documents[..] else {
            panic!("one document");
        };
        assert_eq!(portrait.keywords[0].keyword.term, "flood barrier");
        assert_eq!(portrait.keywords[0].parts.iter().sum::<u64>(), 2);
        assert!(!portrait.summary.summary.is_empty());
        assert!(portrait.summary.passages.is_some());
    }

    #[test]
    fn the_order_of_documents_does_not_matter() {
        let reversed: Vec<_> = TEXTS.iter().rev().copied().collect();
        let [a, b] =
            [overview(&TEXTS), overview(&reversed)].map(|overview| format!("{overview:?}"));
        assert_eq!(a, b);
    }

    #[test]
    fn a_set_tells_who_has_what_and_who_is_like_whom() {
        let overview = overview(&TEXTS);
        let set = overview.set.expect("three documents");
        let barrier = set.rates.iter().find(|row| row.term.contains("barrier"));
        let barrier = barrier.expect("a keyword of all");
        assert!(barrier.counts[0] > 0 && barrier.counts[1] > 0 && barrier.counts[2] == 0);
        let similarity = set.similarity.expect("few documents");
        let cosine = |a, b| similarity.cosine(a, b);
        assert!(cosine(0, 1) > cosine(0, 2) && cosine(0, 1) == cosine(1, 0));
        assert_eq!(set.comparison.groups.len(), 3);
    }
}
