//! The sentences that a document is about: without what stands around its text.

use rayon::prelude::*;

use super::fragments::{
    begins_as_caption, dateline, is_aside, is_broken_off, is_byline, is_caption, is_citation,
    is_contents_entry, is_courtesy_or_notice, is_in_capitals, is_labelled, is_notice_of_picture,
    is_open_caption, is_scrap, points_at_picture, speaker,
};
use super::language::Matter;
use super::matter::matters;
use super::{LanguageKit, Sentence, segment};
use crate::chars::ends_sentence;
use crate::document::{BlockKind, Document};

/// Texts of more sentences than this end with what they come to, as papers and reports do; texts of up
/// to [`SHORT`] with what matters least, as news does. Between them it is in between.
const LONG: usize = 120;
const SHORT: usize = 60;
/// A step away from the end of a long text is as far as so many away from its beginning.
const END_STEP: f64 = 3.0;
/// A text with so many sentences that point at pictures has captions; of those that look like captions by
/// their labels, so many show it if one points at a picture.
const ILLUSTRATED: usize = 2;
/// A record of speech has so many turns at least.
const FEWEST_TURNS: usize = 4;
/// What stands behind a label of a caption is part of it, in paragraphs of up to so many bytes.
const LONGEST_CAPTION: usize = 1_200;
/// Fewer than one of so many are rare.
const FEW: usize = 4;
/// One of so many is found often.
const SOME: usize = 20;
/// Sentences are looked at in parts of so many on each thread.
const PART: usize = 1_024;

/// The sentences of a document, in the order of the text: without headings (unless asked for), lists of
/// references, acknowledgements, contents, greetings and notices. Datelines are cut off; captions,
/// scraps and halves of sentences are marked as fragments.
///
/// Places count from the beginning, behind an abstract once more (it is not to win by its place), and in
/// long texts from the end too, in larger steps.
///
/// A document that has nothing else gives all its sentences.
pub fn body(document: &Document, kit: &LanguageKit, with_headings: bool) -> Vec<Sentence> {
    let mut sentences = segment(document, kit);
    let matters = matters(document, kit);
    let is_wanted = |sentence: &Sentence| with_headings || !sentence.is_heading;
    let is_matter = |sentence: &Sentence| {
        let is_text = matches!(matters[sentence.block], Matter::Body | Matter::Abstract);
        let text = || sentence.span.of(document.text());
        is_text && !is_courtesy_or_notice(text(), kit) && !is_contents_entry(text())
    };
    let is_kept: Vec<bool> = sentences
        .par_iter()
        .with_min_len(PART)
        .with_max_len(PART)
        .map(|sentence| is_wanted(sentence) && is_matter(sentence))
        .collect();
    let is_notice = |(sentence, is_kept): &(&Sentence, &bool)| {
        !**is_kept && is_notice_of_picture(sentence.span.of(document.text()), kit)
    };
    let notices = sentences.iter().zip(&is_kept).filter(is_notice).count();
    if is_kept.contains(&true) {
        let mut is_kept = is_kept.into_iter();
        sentences.retain(|_| is_kept.next().unwrap_or(true));
    } else {
        sentences.retain(is_wanted);
    }
    mark_speech(document, &mut sentences);
    cut_datelines(document, kit, &mut sentences);
    mark_fragments(document, kit, notices, &mut sentences);
    place(&matters, &mut sentences);
    sentences
}

/// Marks the sentences of a record of speech as spoken.
pub(crate) fn mark_speech(document: &Document, sentences: &mut [Sentence]) {
    if is_speech(document, sentences) {
        sentences
            .iter_mut()
            .for_each(|sentence| sentence.is_spoken = true);
    }
}

/// Whether a document is a record of speech: every fourth paragraph begins with the name of a speaker, and
/// speakers come back; or it has the time stamps of subtitles.
fn is_speech(document: &Document, sentences: &[Sentence]) -> bool {
    let blocks = document.blocks();
    let mut stamps = memchr::memmem::find_iter(document.text().as_bytes(), b" --> ");
    if document.is_spoken || stamps.nth(FEWEST_TURNS - 1).is_some() {
        return true;
    }
    let begins_block =
        |sentence: &&Sentence| sentence.span.start == blocks[sentence.block].span.start;
    let paragraphs = sentences.iter().filter(begins_block).count();
    let mut speakers: Vec<&str> = sentences
        .par_iter()
        .with_min_len(PART)
        .filter(begins_block)
        .filter_map(|sentence| speaker(sentence.span.of(document.text())))
        .collect();
    let turns = speakers.len();
    speakers.sort_unstable();
    speakers.dedup();
    turns >= FEWEST_TURNS && turns * FEW >= paragraphs && speakers.len() * 2 <= turns
}

/// Lets each paragraph start behind its dateline, whose stops may have made sentences of it.
fn cut_datelines(document: &Document, kit: &LanguageKit, sentences: &mut Vec<Sentence>) {
    let blocks = document.blocks();
    let end = |sentence: &Sentence| {
        let (block, start) = (blocks[sentence.block], sentence.span.start);
        let text = &document.text()[start..block.span.end];
        // "(CNN) - It rained" is found behind a headline that has lost its line, too.
        let is_agency = || text.starts_with('(') && text[1..].starts_with(char::is_uppercase);
        let can_begin =
            block.kind == BlockKind::Paragraph && (start == block.span.start || is_agency());
        let length = if can_begin { dateline(text, kit) } else { 0 };
        if length > 0 { start + length } else { 0 }
    };
    let ends = sentences
        .par_iter()
        .with_min_len(PART)
        .with_max_len(PART)
        .map(end);
    let mut ends = ends.collect::<Vec<usize>>().into_iter();
    let mut behind = 0;
    sentences.retain_mut(|sentence| {
        behind = ends.next().unwrap_or(0).max(behind);
        sentence.span.start = sentence.span.start.max(behind);
        sentence.span.start < sentence.span.end
    });
}

/// Marks what is no sentence that says something by itself, in a text with so many `notices` of pictures.
fn mark_fragments(
    document: &Document,
    kit: &LanguageKit,
    notices: usize,
    sentences: &mut [Sentence],
) {
    let text = |sentence: &Sentence| sentence.span.of(document.text());
    // Where others begin with a capital, a small letter without a stop before it begins the half that a page
    // or a formula has left.
    let begins_small = |text: &str| text.starts_with(char::is_lowercase);
    let blocks = document.blocks();
    let is_half = |sentence: &Sentence| {
        let before = sentence
            .block
            .checked_sub(1)
            .map(|before| blocks[before].kind);
        let begins_text = sentence.span.start == blocks[sentence.block].span.start
            && !before.is_some_and(BlockKind::is_prose);
        !begins_text && !ends_sentence(&document.text()[..sentence.span.start])
    };
    let counts = |sentence: &Sentence| {
        let text = text(sentence);
        let is_label = !sentence.is_spoken && is_labelled(text);
        let is_picture = points_at_picture(text, kit);
        [
            is_picture,
            is_label,
            begins_small(text),
            is_in_capitals(text),
        ]
        .map(usize::from)
    };
    let add = |a: [usize; 4], b: [usize; 4]| std::array::from_fn(|i| a[i] + b[i]);
    let all = sentences.par_iter().with_min_len(PART).with_max_len(PART);
    let [pictures, labels, small, capitals] = all.map(counts).reduce(|| [0; 4], add);
    let pictures = pictures + notices;
    let is_often = (pictures + labels) * SOME >= sentences.len();
    let is_illustrated = is_often && pictures > 0 && pictures.max(labels) >= ILLUSTRATED;
    let small_is_rare = small * FEW < sentences.len();
    let capitals_are_rare = capitals * 2 < sentences.len();
    sentences
        .par_iter_mut()
        .with_min_len(PART)
        .with_max_len(PART)
        .for_each(|sentence| {
            let text = text(sentence);
            sentence.is_fragment = is_caption(text, kit)
                || is_open_caption(text, kit)
                || (is_illustrated && !sentence.is_spoken && is_labelled(text))
                || is_scrap(text)
                || is_byline(text)
                || is_citation(text)
                || is_aside(text)
                || (sentence.is_spoken && is_broken_off(text))
                || (capitals_are_rare && is_in_capitals(text))
                || (small_is_rare && begins_small(text) && is_half(sentence));
        });
    let mut caption = None;
    for sentence in sentences {
        let block = blocks[sentence.block];
        let start = sentence.span.start;
        let begins = start == block.span.start;
        let is_short = block.span.end - start <= LONGEST_CAPTION;
        let touches = !begins && !document.text()[..start].ends_with(char::is_whitespace);
        // Few are fragments, and all captions are: the text of others need not be read again.
        let is_label = || match begins {
            true => sentence.is_fragment && is_caption(text(sentence), kit),
            false => touches && begins_as_caption(text(sentence), kit),
        };
        if is_short && is_label() {
            caption = Some(sentence.block);
        }
        sentence.is_fragment |= caption == Some(sentence.block);
    }
}

/// Tells the sentences their places.
fn place(matters: &[Matter], sentences: &mut [Sentence]) {
    let step = end_step(sentences.len());
    let all = sentences.len();
    let mut start = 0;
    let mut matter = Matter::Body;
    for (i, sentence) in sentences.iter_mut().enumerate() {
        if matters[sentence.block] != matter {
            (start, matter) = (i, matters[sentence.block]);
        }
        let from_end = step.map(|step| ((all - 1 - i) as f64 * step) as usize);
        sentence.place = (i - start).min(from_end.unwrap_or(i)) as u32;
    }
}

/// So many steps from the beginning are one from the end, in a text of so many sentences; `None`: it
/// is short.
fn end_step(sentences: usize) -> Option<f64> {
    let excess = sentences.saturating_sub(SHORT) as f64 / (LONG - SHORT) as f64;
    (excess > 0.0).then(|| END_STEP / excess.min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::one_line;
    use crate::source::format::plain;
    use crate::text::{Language, TextOptions};

    fn sentences(text: &str) -> (Document, Vec<Sentence>) {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let document = plain("d", text);
        let sentences = body(&document, &kit, false);
        (document, sentences)
    }

    fn texts(text: &str) -> Vec<String> {
        let (document, sentences) = sentences(text);
        let text = |sentence: &Sentence| one_line(sentence.span.of(document.text()));
        sentences.iter().map(text).collect()
    }

    #[test]
    fn furniture_is_left_out_and_datelines_are_cut() {
        let text = "Gate Holds\n\nMOORTON (Wire) - The gate held. It was new.\n\n\
            Thank you all for reading.\n\nClick here to sign up.\n\n\
            References\n\nLee, A. Gates of the North. Harbour Press, 1999.\n";
        assert_eq!(texts(text), ["The gate held.", "It was new."]);
        assert_eq!(
            texts("Thank you all. Click here!"),
            ["Thank you all.", "Click here!"]
        );
    }

    #[test]
    fn datelines_may_have_stops() {
        let text = "MOORTON, S.C. – The gate held.\n\n3 May 2012. - It was new, said No. 5.\n\n\
            The gate holds in the storm. (CNN) - It was late.\n";
        let expected = [
            "The gate held.",
            "It was new, said No. 5.",
            "The gate holds in the storm.",
            "It was late.",
        ];
        assert_eq!(texts(text), expected);
    }

    #[test]
    fn halves_and_captions_are_fragments() {
        let text = "The gate held, and the people of the town went on with\n\n\
            their lives as before. Nobody had been hurt.\n\nFigure 2: The gate at noon. It is new.\n\n\
            It was a quiet year. Few came to see it. The gate is green.\n";
        let fragments: Vec<bool> = sentences(text).1.iter().map(|s| s.is_fragment).collect();
        assert_eq!(
            fragments,
            [false, true, false, true, true, false, false, false]
        );
    }

    #[test]
    fn captions_that_touch_the_text_go_on_to_the_end_of_their_paragraph() {
        let text = "The gate of the harbour held.Fig. 3 Gate at noon. It is new.\n\nIt was late.\n";
        let fragments: Vec<bool> = sentences(text).1.iter().map(|s| s.is_fragment).collect();
        assert_eq!(fragments, [false, true, true, false]);
    }

    #[test]
    fn labels_are_captions_where_pictures_are_pointed_at() {
        let fragments =
            |text: &str| -> Vec<bool> { sentences(text).1.iter().map(|s| s.is_fragment).collect() };
        let labels = "Low tide: the gate at noon. It held. New: the lock of the gate. ";
        assert_eq!(fragments(labels), [false; 3]);
        let pointer = format!("{labels}Anna Lee (left) opens it.");
        // What points is as often a sentence of the text itself.
        assert_eq!(fragments(&pointer), [true, false, true, false]);
        let notice = format!("Scroll down for video. {labels}");
        assert_eq!(fragments(&notice), [true, false, true]);
        let text = "Low tide: the gate at noon. Anna Lee (left) opens it. Her son (right) waits.";
        assert_eq!(fragments(text), [true, false, false]);
        // One word in a long text shows no captions, and the labels of a talk are names.
        let long = format!("{pointer}{}", " It held the water back.".repeat(99));
        assert!(fragments(&long).iter().all(|is_fragment| !is_fragment));
        let talk = "Anna: It is late.\n\nMr Berg: We (left) know it.\n\n".repeat(3);
        let answers = fragments(&talk);
        assert!(answers.iter().step_by(2).all(|is_fragment| !is_fragment));
    }

    #[test]
    fn speech_is_known_by_its_speakers_and_by_time_stamps() {
        let is_spoken = |text: &str| sentences(text).1.iter().all(|sentence| sentence.is_spoken);
        let turn = "Anna: The gate is late.\n\nMr Berg: We know that. It is dear, too.\n\n";
        assert!(is_spoken(&turn.repeat(2)));
        assert!(!is_spoken(turn));
        assert!(!is_spoken(
            "Tides: high. Gates: low.\n\nOne thing: rain.\n\nBread: none.\n\nTea: hot.\n"
        ));
        let subtitle = "1\n00:00:01,000 --> 00:00:02,000\nThe gate is late.\n\n";
        assert!(is_spoken(&subtitle.repeat(4)));
    }

    #[test]
    fn headings_in_capitals_are_fragments() {
        let fragments =
            |text: &str| -> Vec<bool> { sentences(text).1.iter().map(|s| s.is_fragment).collect() };
        let act =
            "SEC. 2. GATES AND LOCKS. The gate shall be shut. It shall be new. It shall hold.";
        assert_eq!(fragments(act), [true, true, false, false, false]);
        assert_eq!(fragments("THE GATE HELD. IT IS NEW."), [false, false]);
    }

    #[test]
    fn places_begin_again_behind_an_abstract() {
        let text = "Abstract\n\nTides are high. They rise.\n\nIntroduction\n\nGates hold. They close. They open.\n";
        let places: Vec<u32> = sentences(text).1.iter().map(|s| s.place).collect();
        assert_eq!(places, [0, 1, 0, 1, 2]);
    }

    #[test]
    fn long_texts_end_with_what_they_come_to() {
        let places = |count: usize| -> Vec<u32> {
            let text = "The gate held. ".repeat(count);
            sentences(&text).1.iter().map(|s| s.place).collect()
        };
        assert_eq!(places(60), (0..60).collect::<Vec<u32>>());
        assert_eq!(places(200)[196..], [9, 6, 3, 0]);
        assert_eq!(places(200)[100], 100);
        assert_eq!(places(90)[88..], [6, 0]);
    }
}
