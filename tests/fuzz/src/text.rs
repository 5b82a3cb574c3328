//! Any text: what is found in it, counted of it, and reported.

use std::cell::RefCell;

use epitome::compare::{CompareOptions, Direction, Group, MEASURES, Reference, compare};
use epitome::context::{ContextOptions, Matching, Query, concordance};
use epitome::document::{Document, Span};
use epitome::keywords::{self, Collection, Extractor, KeywordOptions};
use epitome::rank::{self, RankInput, RankOptions};
use epitome::report::{FORMATS, Kind, Printer, Style};
use epitome::select::{Budget, SummarizeOptions, Summarizer};
use epitome::terms::{Corpus, SentenceTerms, TermCounts, Units};
use epitome::text::language::{Detector, LANGUAGES};
use epitome::text::{LanguageKit, LanguageKits, WordCount, body, segment, tokens, words};

use super::choice;
use super::sound::assert_sound;

thread_local! {
    static KITS: LanguageKits = LanguageKits::default();
    static DETECTOR: RefCell<Detector> = RefCell::default();
}

/// A plain text, in a language that the first byte chooses; the second chooses what else is looked at.
pub fn text(bytes: &[u8]) {
    let (language, bytes) = choice(bytes);
    let (way, bytes) = choice(bytes);
    let text = String::from_utf8_lossy(bytes);
    let document = |text: &str| epitome::source::format::plain("a<b>|\u{1b}\u{202e}.txt", text);
    let whole = document(&text);
    let outcome = [Ok(whole.clone())];
    assert_sound("plain", &outcome);
    DETECTOR.with_borrow(|detector| detector.detect(&whole));
    KITS.with(|kits| {
        let kit = kits.get(LANGUAGES[usize::from(language) % LANGUAGES.len()]);
        found(&whole, kit);
        match way % 4 {
            0 => ranked(&whole, kit),
            1 => summarized(&whole, kit, way),
            2 => extracted(&whole, kit),
            _ => {
                let half = (0..=text.len() / 2)
                    .rev()
                    .find(|&half| text.is_char_boundary(half));
                let (first, second) = text.split_at(half.unwrap_or(0));
                compared([&document(first), &document(second)], kit);
                in_context(whole, kit);
            }
        }
    });
}

/// Spans of a text are on its boundaries, in order, and hold something.
fn assert_spans(text: &str, spans: impl Iterator<Item = Span>) {
    let mut behind = 0;
    for Span { start, end } in spans {
        assert!(
            behind <= start && start < end,
            "{start}..{end} behind {behind}"
        );
        assert!(text.get(start..end).is_some(), "{start}..{end}");
        behind = end;
    }
}

fn found(document: &Document, kit: &LanguageKit) {
    let text = document.text();
    let span = |part: &str| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span {
            start,
            end: start + part.len(),
        }
    };
    assert_spans(
        text,
        words(text).map(|(start, word)| {
            assert_eq!(span(word).start, start);
            span(word)
        }),
    );
    assert_spans(
        text,
        tokens(text).map(|token| Span {
            start: token.start,
            end: token.start + token.surface.len(),
        }),
    );
    for sentences in [segment(document, kit), body(document, kit, true)] {
        assert_spans(text, sentences.iter().map(|sentence| sentence.span));
        for sentence in &sentences {
            let block = document.blocks()[sentence.block].span;
            assert!(block.start <= sentence.span.start && sentence.span.end <= block.end);
            assert!(!sentence.span.of(text).trim().is_empty());
        }
    }
    let count = WordCount::of(text);
    assert!(count.least <= count.most);
}

fn ranked(document: &Document, kit: &LanguageKit) {
    let mut terms = SentenceTerms::default();
    terms.add(document, &segment(document, kit), kit);
    let content = terms.matrix(false);
    let input = RankInput {
        terms: &terms,
        content: &content,
    };
    for method in rank::METHODS {
        let scores = (method.rank)(&input, &RankOptions::default());
        assert_eq!(scores.values.len(), terms.len(), "{}", method.name);
        let is_score = |score: &f64| (0.0..=1.0).contains(score);
        assert!(scores.values.iter().all(is_score), "{}", method.name);
    }
}

fn summarized(document: &Document, kit: &LanguageKit, way: u8) {
    let number = usize::from(way / 4);
    let methods = rank::METHODS;
    let limit = |place: u8| (way >> place & 1 == 1).then_some(number + 1);
    let options = SummarizeOptions {
        method: &methods[number % methods.len()],
        budget: Budget {
            sentences: limit(2),
            words: limit(3),
            chars: limit(4),
            ..Budget::default()
        },
        focus: (way & 0x20 != 0).then(|| document.text().chars().take(30).collect()),
        headings: way & 0x40 != 0,
        explain: way & 0x80 != 0,
        ..SummarizeOptions::default()
    };
    let summarizer = Summarizer::new(options.clone());
    let summary = summarizer.summarize(document, kit);
    let cost = |count: fn(&str) -> usize| -> usize {
        summary
            .summary
            .iter()
            .map(|sentence| count(&sentence.text))
            .sum()
    };
    let Budget {
        sentences,
        words,
        chars,
        ..
    } = options.budget;
    assert!(sentences.is_none_or(|most| summary.summary.len() <= most));
    assert!(words.is_none_or(|most| cost(|text| WordCount::of(text).most) <= most));
    assert!(chars.is_none_or(|most| cost(|text| text.chars().count() + 1) <= most));
    let again = summarizer.summarize(document, kit);
    assert_eq!(summary, again, "{}", options.method.name);
    let joint = summarizer.summarize_jointly(&[(document, kit), (document, kit)]);
    printed(Kind::Summary, &|printer, out| {
        printer.summary(&summary, out)
    });
    printed(Kind::Summary, &|printer, out| {
        printer.joint_summary(&joint, out)
    });
}

fn extracted(document: &Document, kit: &LanguageKit) {
    for method in keywords::METHODS {
        let options = KeywordOptions {
            method,
            ..KeywordOptions::default()
        };
        let extractor = Extractor::new(options.clone());
        let mut collection = Collection::new(options, 2);
        collection.add(extractor.read(document, kit, true));
        collection.add(extractor.read(document, kit, true));
        let (tables, all) = collection.finish();
        for keyword in &tables[0].keywords {
            assert!(
                keyword.score.is_finite() && keyword.count > 0,
                "{}",
                method.name
            );
        }
        printed(Kind::Keywords, &|printer, out| {
            printer.keywords(&tables[0], out)
        });
        if let Some(all) = all {
            printed(Kind::Keywords, &|printer, out| {
                printer.all_keywords(&all, out)
            });
        }
    }
}

fn compared(documents: [&Document; 2], kit: &LanguageKit) {
    for units in [
        Units::Words,
        Units::Phrases(3),
        Units::NGrams("1-3".parse().expect("n-grams")),
    ] {
        let mut corpus = Corpus::default();
        let groups = documents.map(|document| {
            let number = corpus.add("half", TermCounts::counted(document, kit, &units));
            Group {
                name: format!("half {number} =\u{9b}<i>|"),
                documents: vec![number],
            }
        });
        for measure in MEASURES {
            let options = CompareOptions {
                measure,
                min_count: 1,
                alpha: 1.0,
                direction: Direction::Both,
                ..CompareOptions::default()
            };
            let comparison = compare(&corpus, &groups, &Reference::Each, &options);
            if std::ptr::eq(measure, &MEASURES[0]) {
                printed(Kind::Comparison, &|printer, out| {
                    printer.comparison(&comparison, out)
                });
            }
        }
    }
}

fn in_context(document: Document, kit: &LanguageKit) {
    let words: Vec<String> = words(document.text())
        .map(|(_, word)| word.to_owned())
        .take(3)
        .collect();
    for exact in [true, false] {
        let matching = Matching {
            exact,
            case_sensitive: exact,
        };
        if let Ok(query) = Query::new([words.join(" "), words.concat(), "a*".to_owned()], matching)
        {
            for width in [None, Some(10)] {
                let options = ContextOptions {
                    width,
                    ..ContextOptions::default()
                };
                let found = concordance(document.clone(), kit, &query, &options);
                printed(Kind::Context, &|printer, out| {
                    printer.concordance(&found, out)
                });
            }
        }
    }
}

/// Reports in all formats are text without what a terminal would obey, and JSON is JSON.
fn printed(
    kind: Kind,
    print: &dyn Fn(&mut dyn Printer, &mut dyn std::io::Write) -> std::io::Result<()>,
) {
    for format in FORMATS.iter().filter(|format| format.prints(kind)) {
        for width in [None, Some(60)] {
            let style = Style {
                width,
                has_headers: true,
                ..Style::default()
            };
            let mut printer = (format.printer)(kind, style);
            let mut out = Vec::new();
            print(&mut *printer, &mut out).expect("memory takes it");
            printer.finish(&[], &mut out).expect("memory takes it");
            let out = String::from_utf8(out).expect("UTF-8");
            let is_obeyed = |c: char| {
                let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}');
                turns || c.is_control() && c != '\n' && (c != '\t' || format.name != "tsv")
            };
            assert!(!out.contains(is_obeyed), "{}: {out:?}", format.name);
            if format.name == "json" {
                serde_json::from_str::<serde_json::Value>(&out).expect("JSON");
            }
        }
    }
}
