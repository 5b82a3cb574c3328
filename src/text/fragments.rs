//! Sentences that are none: captions, greetings, notices, entries of contents, scraps of formulas; and
//! the datelines that stand before a first sentence.

use super::LanguageKit;
use crate::chars::{count_bytes, ends_sentence, is_unspaced};

/// Greetings and notices have no more bytes. Of scripts without blanks that is 25 characters.
const LONGEST_NOTICE: usize = 75;
/// One that names another page has no more.
const LONGEST_LINK: usize = 300;
/// Nor have they more words.
const NOTICE_WORDS: usize = 7;
/// Words of at most so many bytes in a row may be the label of a caption.
const LONGEST_LABEL: usize = 60;
/// Words between commas that point at a picture have no more bytes.
const LONGEST_POINTER: usize = 24;
/// The name of a speaker, with the colon, has no more bytes.
const LONGEST_SPEAKER: usize = 80;
/// A dateline has no more bytes.
const LONGEST_DATELINE: usize = 160;
/// A list of names and numbers has so many words at least.
const FEWEST_VALUES: usize = 6;
/// A row of dots in a table of contents has so many at least.
const LEADER: usize = 5;

/// Whether a short sentence greets or thanks, or tells about the page and not what the text is about.
pub(super) fn is_courtesy_or_notice(sentence: &str, kit: &LanguageKit) -> bool {
    points_to_other_page(sentence, kit) || is_short_notice(sentence, kit)
}

/// "Read also: Storm hits Linnet": what is named behind the colon may be longer.
fn points_to_other_page(sentence: &str, kit: &LanguageKit) -> bool {
    let head = &sentence[..sentence.floor_char_boundary(LONGEST_LABEL)];
    let colon = memchr::memchr(b':', head.as_bytes());
    colon.is_some_and(|colon| {
        sentence.len() <= LONGEST_LINK && kit.signs().is_notice(head[..colon].trim())
    })
}

fn is_short_notice(sentence: &str, kit: &LanguageKit) -> bool {
    let said = speaker(sentence).map_or(sentence, |name| &sentence[name.len()..]);
    let is_long = || said.split_ascii_whitespace().nth(NOTICE_WORDS).is_some();
    let is_quoted = || said.contains(['"', '“', '”', '„', '«', '»']);
    said.len() <= LONGEST_NOTICE
        && kit.signs().courtesy_or_notice(said).is_some()
        && !is_long()
        && !is_quoted()
        && !said.ends_with(',')
}

/// Whether a sentence has a row of dots and a number behind it, as entries of contents have.
pub(super) fn is_contents_entry(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let begins_row =
        |&place: &usize| bytes[place..].starts_with(b"...") || bytes[place..].starts_with(b". . .");
    let start = memchr::memchr_iter(b'.', bytes).find(begins_row);
    start.is_some_and(|start| {
        let behind = sentence[start..].trim_start_matches(['.', ' ']);
        let row = &sentence[start..sentence.len() - behind.len()];
        let dots = memchr::memchr_iter(b'.', row.as_bytes()).count();
        // A break in thought has fewer dots.
        let is_spaced = row.starts_with(". .");
        let is_row = behind.is_empty() && (dots >= 2 * LEADER || is_spaced && dots >= LEADER);
        let page = behind.split(|c: char| !c.is_alphanumeric()).next();
        is_row || (dots >= LEADER && page.is_some_and(is_page_number))
    })
}

/// "14", "xiv".
fn is_page_number(word: &str) -> bool {
    let is_roman = |byte| matches!(byte, b'i' | b'v' | b'x');
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) || word.bytes().all(is_roman);
    !word.is_empty() && is_number
}

/// Whether a sentence is the caption of a figure, a table or a picture by its label: "Figure 3: …",
/// "Photo: …". "Figure 3 shows …" is a sentence.
pub(super) fn is_caption(sentence: &str, kit: &LanguageKit) -> bool {
    let Label { name, number, rest } = Label::of(sentence);
    let is_colon = |text: &str| text.starts_with([':', '：', '=']);
    let is_closed = match number {
        "" => is_colon(rest),
        _ => {
            let next = rest.trim_start();
            number.ends_with('.') || is_colon(next) || next.starts_with('|')
        }
    };
    is_closed && kit.signs().is_caption(&name.to_lowercase())
        || number.is_empty() && is_credit(sentence, kit)
        || ends_with_credit(sentence, kit)
}

/// Whether the credit of a picture stands behind the stop: "Anna Lee opens it. (Photo: Berg)".
fn ends_with_credit(sentence: &str, kit: &LanguageKit) -> bool {
    let Some(open) = sentence.strip_suffix(')') else {
        return false;
    };
    let tail = &open[open.ceil_char_boundary(open.len().saturating_sub(LONGEST_LABEL))..];
    let Some((before, credit)) = tail.rsplit_once('(') else {
        return false;
    };
    let label = credit.split_once(':').map(|(label, _)| label.trim_end());
    ends_sentence(before.trim_end())
        && label.is_some_and(|label| kit.signs().is_caption(&label.to_lowercase()))
}

/// "SOURCE Moorton Harbour, Inc.", "PHOTO Anna Lee": a label in capitals, and names.
fn is_credit(sentence: &str, kit: &LanguageKit) -> bool {
    // Few sentences begin with two capitals.
    if !matches!(sentence.as_bytes(), [b'A'..=b'Z', b'A'..=b'Z', ..]) {
        return false;
    }
    let mut words = sentence.split(' ');
    let label = words.next().unwrap_or_default();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    sentence.len() <= LONGEST_NOTICE
        && words.clone().next().is_some()
        && words.all(is_name)
        && !is_in_capitals(sentence)
        && kit.signs().is_caption(&label.to_lowercase())
}

/// Whether a sentence is a caption whose label nothing closes: "Figure 3 Gates of the North". One that names a
/// figure goes on with a verb, and those have no capital.
pub(super) fn is_open_caption(sentence: &str, kit: &LanguageKit) -> bool {
    let Label { name, rest, .. } = Label::of(sentence);
    let mut next = rest.trim_start().chars();
    rest.starts_with(' ')
        && next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(char::is_lowercase)
        && begins_as_caption(sentence, kit)
        && !is_picture(name, kit)
}

/// Whether a text begins as captions do, with a label and a number: "Figure 3", "Fig. 3".
pub(super) fn begins_as_caption(text: &str, kit: &LanguageKit) -> bool {
    let Label { name, number, .. } = Label::of(text);
    !number.is_empty() && kit.signs().is_caption(&name.to_lowercase())
}

/// What may be the label of a caption.
struct Label<'t> {
    name: &'t str,
    /// Empty: there is none.
    number: &'t str,
    /// What comes behind it, as far as labels reach.
    rest: &'t str,
}

impl<'t> Label<'t> {
    fn of(text: &'t str) -> Self {
        let head = &text[..text.floor_char_boundary(LONGEST_LABEL)];
        let (name, behind) = head.split_at(end_of_name(head));
        // "Fig. 3: …" has a period behind the label too.
        let bare = behind.strip_prefix('.').unwrap_or(behind).trim_start();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '#');
        let rest = bare.trim_start_matches(is_part);
        let number = &bare[..bare.len() - rest.len()];
        Self {
            name: name.trim_end(),
            number,
            rest: if number.is_empty() { behind } else { rest },
        }
    }
}

/// Where the letters of a label end. In scripts without blanks the number may touch them.
fn end_of_name(head: &str) -> usize {
    let is_part = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b' ');
    let plain = head.bytes().take_while(is_part).count();
    let rest = &head[plain..];
    if rest.starts_with(|c: char| c.is_ascii()) {
        return plain;
    }
    let end = rest.find(|c: char| !c.is_alphabetic() && !matches!(c, '-' | ' '));
    plain + end.unwrap_or(rest.len())
}

/// Whether a sentence points at a picture, in brackets or between commas: "Anna Lee (left) opens the gate."
pub(super) fn points_at_picture(sentence: &str, kit: &LanguageKit) -> bool {
    points_in_brackets(sentence, kit) || points_between_commas(sentence, kit)
}

fn points_in_brackets(sentence: &str, kit: &LanguageKit) -> bool {
    let mut rest = sentence;
    while let Some(place) = bracket(rest.as_bytes()) {
        let behind = rest[place..].trim_start_matches(['(', '（']);
        // To look farther than a label reaches would take long where no bracket is closed.
        let near = &behind[..behind.floor_char_boundary(LONGEST_LABEL + 4)];
        let inside = near.split([')', '）']).next().unwrap_or_default();
        let first = inside.split([',', '，']).next().unwrap_or_default();
        // "(pictured with her son)"; but "(left ventricle)" is none.
        let second_blank = memchr::memchr_iter(b' ', inside.as_bytes()).nth(1);
        let two_words = &inside[..second_blank.unwrap_or(0)];
        if [inside, first, two_words]
            .iter()
            .any(|place| is_picture(place, kit))
        {
            return true;
        }
        rest = behind;
    }
    false
}

/// "Anna Lee, left, opens the gate." But "left, right, and centre" are listed.
fn points_between_commas(sentence: &str, kit: &LanguageKit) -> bool {
    let is_listed = |part: &str| {
        let part = part.trim_end_matches([' ', '.']);
        is_picture(part.rsplit(' ').next().unwrap_or_default(), kit)
    };
    let (mut start, mut comma) = (0, None);
    for end in memchr::memchr_iter(b',', sentence.as_bytes()) {
        if let Some(comma) = comma
            && end - comma <= LONGEST_POINTER
            && kit.signs().is_picture(&sentence[comma..=end])
        {
            let next = sentence[end + 1..].split(',').next().unwrap_or_default();
            if !is_listed(&sentence[start..comma]) && !is_listed(next) {
                return true;
            }
        }
        start = comma.map_or(0, |comma| comma + 1);
        comma = Some(end);
    }
    false
}

fn is_picture(place: &str, kit: &LanguageKit) -> bool {
    (1..=LONGEST_LABEL).contains(&place.len()) && kit.signs().is_picture(&place.to_lowercase())
}

/// Whether a notice points at pictures that stand below: "Scroll down for video."
pub(super) fn is_notice_of_picture(sentence: &str, kit: &LanguageKit) -> bool {
    is_picture(sentence.trim_end_matches(['.', '!', ':', ' ']), kit)
}

/// Where the first opening bracket stands.
fn bracket(text: &[u8]) -> Option<usize> {
    const WIDE: &[u8] = "（".as_bytes();
    memchr::memchr2_iter(b'(', WIDE[0], text)
        .find(|&place| text[place] == b'(' || text[place..].starts_with(WIDE))
}

/// Whether a sentence begins with a label of a few words and a colon: "Low tide: the gate at noon."
pub(super) fn is_labelled(sentence: &str) -> bool {
    let head = &sentence[..sentence.floor_char_boundary(LONGEST_LABEL)];
    // What somebody said is no caption.
    let is_quote = |text: &str| text.starts_with(['"', '\'', '“', '‘', '„', '«']);
    let is_label = |(label, behind): (&str, &str)| {
        !label.contains(['.', ',', '!', '?', '"', '“'])
            && label.split(' ').count() <= 6
            && !is_quote(behind.trim_start())
    };
    // A single byte is found sooner than two.
    let bytes = head.as_bytes();
    let colon = memchr::memchr_iter(b':', bytes).find(|end| bytes[end + 1..].starts_with(b" "));
    colon.is_some_and(|end| is_label((&head[..end], &head[end + 1..])))
}

/// The name of a speaker before what was said: "Anna Lee: …", "主持人：…".
pub(super) fn speaker(sentence: &str) -> Option<&str> {
    // Records of courts.
    if sentence.starts_with("Q. ") || sentence.starts_with("A. ") {
        return Some(&sentence[..2]);
    }
    let head = &sentence[..sentence.floor_char_boundary(LONGEST_SPEAKER)];
    memchr::memchr2(b':', 0xef, head.as_bytes())?;
    let (name, said) = head.split_once([':', '：'])?;
    let is_name = |word: &str| {
        // "#Person1#", "Woman #2"
        let word = word.trim_start_matches(['#', '(', '[']);
        word.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
    };
    let is_parted =
        name.ends_with(is_unspaced) || said.is_empty() || said.starts_with(char::is_whitespace);
    let mut words = name.split_whitespace();
    (is_parted && !name.is_empty() && words.all(is_name)).then_some(name)
}

/// What is said, without the name of the speaker before it.
pub(crate) fn behind_speaker(sentence: &str) -> &str {
    let said = speaker(sentence).map_or(sentence, |name| &sentence[name.len()..]);
    said.trim_start_matches([':', '：', ' '])
}

/// Whether all of a sentence stands in brackets, as asides do, and what is noted of an audience: "(Applause.)",
/// "(See the map.)".
pub(super) fn is_aside(sentence: &str) -> bool {
    let inside = match sentence.as_bytes() {
        [b'(', .., b')'] => &sentence[1..sentence.len() - 1],
        [b'(', .., b')', b'.'] => &sentence[1..sentence.len() - 2],
        _ => return false,
    };
    memchr::memchr2(b'(', b')', inside.as_bytes()).is_none()
}

/// Whether somebody was interrupted, or broke off: "What the gate should –", "And so {pause}".
pub(super) fn is_broken_off(said: &str) -> bool {
    let bare = said.trim_end_matches(['.', ' ']);
    bare.ends_with(['-', '–', '—']) || bare.ends_with('}') && !ends_sentence(said)
}

/// Whether all letters are capitals, as in headings that end with a stop: "GATES AND LOCKS."
pub(super) fn is_in_capitals(sentence: &str) -> bool {
    let mut letters = sentence.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}

/// Whether what stands here is no sentence but a scrap of a formula or a table: it begins with a sign
/// that begins none, or fewer than two of five words are words of two letters or more.
pub(super) fn is_scrap(sentence: &str) -> bool {
    // Tags and emphasis begin sentences as well: "<s> He left", "**He left**".
    let bare = sentence.trim_start_matches(['*', '<']);
    let is_marked = bare.len() < sentence.len() && bare.starts_with(char::is_alphabetic);
    if !is_marked
        && sentence.starts_with([
            ',', ';', ':', ')', ']', '}', '=', '+', '<', '>', '≤', '≥', '≈', '∈', '∼', '⊆', '→',
            '/', '*', '&', '%', '|', '·',
        ])
    {
        return true;
    }
    // Most sentences are letters for the most part, and need no closer look.
    let in_letters = count_bytes(sentence.as_bytes(), |byte| {
        byte.is_ascii_alphabetic() || !byte.is_ascii()
    });
    if in_letters * 5 >= sentence.len() * 3 || sentence.contains(is_unspaced) {
        return false;
    }
    let is_plain = |word: &&str| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && letters * 2 > word.chars().count()
    };
    let words = sentence.split_whitespace().count();
    let plain = sentence.split_whitespace().filter(is_plain).count();
    plain * 5 < words * 2 || words >= FEWEST_VALUES && is_all_names_and_numbers(sentence)
}

/// "Moorton (4-4-2): Lee 7; Hill 6, Stone 6 (Ruiz 80).": every third word is a number, and none has a small
/// letter first.
fn is_all_names_and_numbers(sentence: &str) -> bool {
    let (mut words, mut numbers) = (0, 0);
    for word in sentence.split_whitespace() {
        let bare = word.trim_start_matches(['(', '[', '"', '\'', '+', '-']);
        if bare.starts_with(char::is_lowercase) {
            return false;
        }
        words += 1;
        numbers += usize::from(bare.starts_with(|c: char| c.is_ascii_digit()));
    }
    numbers * 3 >= words && sentence.contains(char::is_uppercase)
}

/// Whether this is the line of an author, which ends with the address of their mail, or one whose parts stand
/// between bars: "By Anna Lee | Harbour News | 9:14 a.m."
pub(super) fn is_byline(sentence: &str) -> bool {
    let has_bars = || {
        let bars = sentence.matches(" | ").take(2).count();
        bars == 2 || bars == 1 && !ends_sentence(sentence)
    };
    if memchr::memchr(b'|', sentence.as_bytes()).is_some() && has_bars() {
        return true;
    }
    let last = sentence.rsplit(char::is_whitespace).next();
    let address = last.and_then(|last| last.split_once('@'));
    address.is_some_and(|(_, host)| host.contains('.') && !ends_sentence(host))
}

/// Whether a sentence is the entry of a list of references or a footnote: it names a year, and pages or a
/// volume, neither of them in brackets.
///
/// So do initials right before the year: "Lee, A., 1999. Gates", "Ли А. Ворота. М., 1999."
pub(super) fn is_citation(sentence: &str) -> bool {
    has_initial_before_year(sentence) || has_pages_and_year(sentence)
}

fn has_initial_before_year(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let is_initial = |&place: &usize| {
        let mut before = sentence[..place].chars().rev();
        let is_capital = before.next().is_some_and(char::is_uppercase);
        is_capital && matches!(before.next(), None | Some(' ' | '-'))
    };
    memchr::memchr_iter(b'.', bytes)
        .filter(|place| bytes[place + 1..].starts_with(b", "))
        .filter(is_initial)
        .any(|place| {
            let behind = &sentence[place + 3..];
            let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
            let is_open = || sentence[..place].rfind('(') > sentence[..place].rfind(')');
            is_year(&behind[..digits]) && !is_open()
        })
}

fn has_pages_and_year(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let is_mark = |place: usize| {
        let behind = bytes
            .get(place + 1..)
            .unwrap_or_default()
            .trim_ascii_start();
        place > 0
            && matches!(bytes[place - 1], b'p' | b'l' | b'd' | b'S')
            && behind.first().is_some_and(u8::is_ascii_digit)
    };
    if !memchr::memchr_iter(b'.', bytes).any(is_mark) {
        return false;
    }
    let (mut depth, mut has_year, mut has_pages) = (0_i32, false, false);
    let mut before = "";
    for word in sentence.split_whitespace() {
        let is_outside = depth == 0 && !word.starts_with(['(', '[']);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_number = bare.starts_with(|c: char| c.is_ascii_digit());
        let is_mark = matches!(before, "p." | "pp." | "vol." | "Vol." | "Bd." | "S.");
        has_pages |= is_outside && is_mark && is_number;
        has_year |= is_outside && !is_mark && is_year(bare);
        depth += word
            .chars()
            .map(|c| i32::from(c == '(') - i32::from(c == ')'))
            .sum::<i32>();
        before = word;
    }
    has_year && has_pages
}

/// Whether digits may be a year of the last five centuries.
pub(super) fn is_year(digits: &str) -> bool {
    let is_number = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && matches!(
            digits.as_bytes(),
            [b'1', b'5'..=b'9', ..] | [b'2', b'0', ..]
        )
}

/// Whether quotation marks or brackets in a sentence are opened and not closed, or closed and not opened.
pub(crate) fn is_torn(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    let (mut quotes, mut angles, mut opened, mut closed) = (0, 0, 0, 0);
    for place in memchr::memchr3_iter(b'"', b'(', b')', bytes) {
        match bytes[place] {
            b'"' => quotes += 1,
            b'(' => opened += 1,
            _ => closed += 1,
        }
    }
    if !sentence.is_ascii() {
        for place in memchr::memchr3_iter(0xc2, 0xe2, 0xef, bytes) {
            match sentence[place..].chars().next() {
                Some('“' | '”' | '„') => quotes += 1,
                Some('«' | '»') => angles += 1,
                Some('（') => opened += 1,
                Some('）') => closed += 1,
                _ => {}
            }
        }
    }
    quotes % 2 == 1 || angles % 2 == 1 || opened != closed
}

/// How many bytes of the beginning of a paragraph are a dateline, which tells where and when a report
/// was written and by whom: "LONDON (Reuters) – ", "21 juin 2012. – ", "River Daily (Reporter Lin) ".
pub(super) fn dateline(paragraph: &str, kit: &LanguageKit) -> usize {
    let head = &paragraph[..paragraph.floor_char_boundary(LONGEST_DATELINE)];
    // All datelines have a bracket or a dash; wide ones begin with these bytes.
    let bytes = head.as_bytes();
    let has_bracket = || bytes.starts_with(b"[") || memchr::memchr(0xef, bytes).is_some();
    if memchr::memchr3(b'(', b'-', 0xe2, bytes).is_none() && !has_bracket() {
        return 0;
    }
    let length = behind_agency(head)
        .or_else(|| behind_reporter(head, kit))
        .or_else(|| behind_equals(head, kit))
        .or_else(|| behind_place(head))
        .or_else(|| behind_headline(head));
    // "(ANSA) - ROMA, 3 MAG - "
    let again = length.and_then(|length| Some(length + behind_place(&head[length..])?));
    match again.or(length) {
        // The blanks behind it may reach farther than was looked.
        Some(length) if length < paragraph.len() => {
            let text = paragraph[length..].trim_start();
            // "Moorton (Lee) – a town": what goes on with a small letter goes on, unless all are small.
            let goes_on = text.starts_with(char::is_lowercase)
                && paragraph[..length].contains(char::is_uppercase);
            if goes_on {
                0
            } else {
                paragraph.len() - text.len()
            }
        }
        _ => 0,
    }
}

/// A dash between blanks, and where the text goes on behind it.
fn dash(text: &str) -> Option<(usize, usize)> {
    let is_open = |side: Option<char>| side.is_none_or(char::is_whitespace);
    // The first byte of wide dashes and bullets.
    memchr::memchr3_iter(b'-', b'_', 0xe2, text.as_bytes()).find_map(|place| {
        let (before, behind) = text.split_at(place);
        let behind = behind
            .strip_prefix("--")
            .or_else(|| behind.strip_prefix(['-', '–', '—', '•', '_']))?;
        (is_open(before.chars().next_back()) && is_open(behind.chars().next()))
            .then(|| (place, text.len() - behind.trim_start().len()))
    })
}

/// What stands in the first brackets, and where these are; "-lrb- cnn -rrb-" where text was cut into tokens.
fn in_brackets(head: &str) -> Option<(&str, &str, &str)> {
    let (before, behind) = head.split_once('(').or_else(|| head.split_once("-lrb- "))?;
    let (inside, rest) = behind
        .split_once(')')
        .or_else(|| behind.split_once(" -rrb-"))?;
    Some((before, inside, rest))
}

/// "Lisbon, 3 May (Lusa) – ", "(CNN) — ", "MADRID, 3 may. (EFE).- ".
fn behind_agency(head: &str) -> Option<usize> {
    let (before, agency, rest) = in_brackets(head)?;
    // "(د ب أ)": the letters of some agencies are written apart.
    let is_agency = (2..=20).contains(&agency.len())
        && agency.starts_with(char::is_alphabetic)
        && (agency.split(' ').count() <= 2
            || agency.split(' ').all(|part| part.chars().nth(1).is_none()));
    let is_name = |word: &str| {
        word.starts_with(|c: char| !c.is_lowercase()) || word.trim_end_matches('.').len() <= 3
    };
    let is_place =
        before.split_whitespace().all(is_name) && before.split_whitespace().count() <= 10;
    // "(AP) MOORTON, Ohio – " names the place behind the agency.
    if before.trim().is_empty()
        && is_agency
        && let Some(end) = behind_place(rest)
    {
        return Some(head.len() - rest.len() + end);
    }
    // "MOORTON, Ohio--(BUSINESS WIRE)--The gate".
    let wire = rest.strip_prefix("--").filter(|_| before.ends_with("--"));
    let is_wire = |agency: &str| {
        agency
            .bytes()
            .all(|byte| matches!(byte, b'A'..=b'Z' | b' '))
    };
    if let Some(text) = wire
        && is_wire(agency)
        && before.split_whitespace().count() <= 10
    {
        return Some(head.len() - text.len());
    }
    // "Moorton (CNN)The gate": the dash was lost with its blanks.
    let is_touched = rest.starts_with(char::is_uppercase)
        && agency.bytes().all(|byte| byte.is_ascii_uppercase())
        && before.split_whitespace().count() <= 4;
    if is_agency && is_place && is_touched {
        return Some(head.len() - rest.len());
    }
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let (place, end) = dash(rest)?;
    (is_agency && is_place && rest[..place].trim().is_empty())
        .then(|| head.len() - rest.len() + end)
}

/// "River Daily (Reporter Lin Mei) ", "本报讯（记者林梅）".
fn behind_reporter(head: &str, kit: &LanguageKit) -> Option<usize> {
    let (before, behind) = head.split_once(['(', '（'])?;
    let (inside, rest) = behind.split_once([')', '）'])?;
    let first = inside.split(' ').next().unwrap_or_default();
    let signs = kit.signs();
    let is_reporter = signs.is_reporter(&first.to_lowercase())
        || inside
            .char_indices()
            .any(|(end, c)| is_unspaced(c) && signs.is_reporter(&inside[..end + c.len_utf8()]));
    let is_name = |word: &str| word.starts_with(|c: char| !c.is_lowercase()) || word.len() <= 3;
    let is_paper = before.split_whitespace().all(is_name);
    (is_reporter && is_paper)
        .then(|| head.len() - rest.trim_start_matches([' ', ':', '：', ',', '，']).len())
}

/// "[무어턴=통신] 이안나 기자 = ": a name, what it does, and a sign that is never in a sentence.
fn behind_equals(head: &str, kit: &LanguageKit) -> Option<usize> {
    if !head.starts_with(['[', '(']) {
        return None;
    }
    let (before, behind) = head.split_once(" = ")?;
    let is_reporter = kit.signs().is_reporter(before.rsplit(' ').next()?);
    is_reporter.then(|| head.len() - behind.len())
}

/// "MOORTON, North Shore", "MOORTON, 3 mag".
fn is_place(before: &str) -> bool {
    let mut words = before.split_whitespace();
    let is_capital = |word: &str| {
        let word = word.trim_end_matches([',', '.']);
        word.chars().count() >= 3 && word.chars().all(char::is_uppercase)
    };
    let mut is_behind_number = false;
    let mut is_name = |word: &str| {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let is_month = std::mem::replace(&mut is_behind_number, is_number);
        is_number || is_month || word.starts_with(char::is_uppercase)
    };
    let count = before.split_whitespace().count();
    count <= 5 && words.next().is_some_and(is_capital) && words.all(&mut is_name)
}

/// Where the text goes on behind a place or a date and a dash; behind a date also the agency and its stop:
/// "МОСКВА, 3 мая — ТАСС. ".
fn behind_place(head: &str) -> Option<usize> {
    let (place, end) = dash(head)?;
    let before = head[..place].trim_end();
    let agency = || {
        let (name, _) = head[end..].split_once(". ")?;
        let is_name = |word: &str| word.starts_with(char::is_uppercase);
        let is_agency = name.split(' ').count() <= 2 && name.split(' ').all(is_name);
        (is_agency && before.contains(|c: char| c.is_ascii_digit())).then_some(end + name.len() + 2)
    };
    // "MOORTON, Ohio, May 3, 2012 /Wire/ -- "
    let is_between_slashes = |word: &str| word.len() > 2 && word.starts_with('/');
    let mut words = before.split_whitespace();
    let is_wire = before.ends_with('/')
        && words.next_back().is_some_and(is_between_slashes)
        && words.clone().count() <= 10
        && words.all(|word| !word.starts_with(char::is_lowercase));
    (is_wire || is_place(before) || is_date(before)).then(|| agency().unwrap_or(end))
}

/// "Gate held in storm MOORTON – The gate", where a headline has lost its line.
fn behind_headline(head: &str) -> Option<usize> {
    let line = head.trim_start_matches(['-', '–', '—', ' ']);
    let (place, end) = dash(line)?;
    let before = &line[..place];
    let place_name = before.split_whitespace().next_back()?;
    let is_capital = place_name.len() >= 4 && place_name.chars().all(char::is_uppercase);
    let is_headline =
        before.split_whitespace().nth(3).is_some() && !before.contains(['.', '!', '?']);
    let begins_sentence = line[end..].starts_with(char::is_uppercase);
    (is_capital && is_headline && begins_sentence).then(|| head.len() - line.len() + end)
}

/// "21 juin 2012.", "April 1, 2011".
fn is_date(before: &str) -> bool {
    let mut words = before.split_whitespace();
    let (Some(mut day), Some(mut month), Some(year)) = (words.next(), words.next(), words.next())
    else {
        return false;
    };
    let is_sign = |c: char| !c.is_ascii_digit();
    if day.chars().all(char::is_alphabetic) {
        (day, month) = (month, day);
    }
    let day = day.trim_end_matches(is_sign).parse();
    let is_day = day.is_ok_and(|day: u32| (1..=31).contains(&day));
    let is_month = month.chars().all(|c| c.is_alphabetic() || c == '.');
    is_day && is_month && is_year(year.trim_end_matches(is_sign)) && words.count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    fn kit(code: &str) -> LanguageKit {
        LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default())
    }

    #[test]
    fn courtesies_are_short() {
        for (code, text) in [
            ("en", "Thank you very much, Mr Chairman."),
            ("en", "Click here to read the full report."),
            ("en", "All rights reserved."),
            ("en", "Chair: Thank you all."),
            ("de", "Vielen Dank für Ihre Aufmerksamkeit!"),
            ("ru", "Спасибо вам за внимание!"),
            ("zh", "谢谢林校长。"),
            ("en", "Copyright © 2012 The Harbour News."),
            (
                "en",
                "Read also: Storm of the century hits Linnet, and nobody there had seen it coming",
            ),
        ] {
            assert!(is_courtesy_or_notice(text, &kit(code)), "{text}");
        }
        for (code, text) in [
            (
                "en",
                "They wanted to thank you for coming to the harbour on such a wet morning in March.",
            ),
            ("en", "People read more in winter."),
            ("en", "Children should read more."),
            ("en", "Thank you letters arrived from all over the world."),
            ("en", "Copyright law protects the harbour chart."),
            ("en", "“Read more,” he said."),
            ("zh", "市长对这个计划表示感谢。"),
            (
                "de",
                "Danken müssen wir dem Rat, der die Schranke trotz allem gebaut und bezahlt hat.",
            ),
            ("en", "The gate is open."),
        ] {
            assert!(!is_courtesy_or_notice(text, &kit(code)), "{text}");
        }
    }

    #[test]
    fn bylines_have_bars_or_an_address() {
        for text in [
            "By Anna Lee | Harbour News | 9:14 a.m.",
            "Gate held in storm | Harbour News",
            "Anna Lee, Moorton, lee@moorton.example",
        ] {
            assert!(is_byline(text), "{text}");
        }
        for text in [
            "Type `ls | wc` to count them.",
            "Write to lee@moorton.example.",
        ] {
            assert!(!is_byline(text), "{text}");
        }
    }

    #[test]
    fn captions_point_at_pictures() {
        for (code, text) in [
            ("en", "Anna Lee (left) opens the gate."),
            ("en", "Anna Lee (pictured with her son) opens the gate."),
            ("en", "She wore silk shorts (left, £89)."),
            ("en", "Anna Lee, left, and her son, right, open it."),
            ("en", "anna lee, pictured, opens it."),
            ("de", "Anna Lee (links) öffnet das Tor."),
            ("zh", "李安娜（左）打开闸门。"),
        ] {
            assert!(points_at_picture(text, &kit(code)), "{text}");
        }
        for (code, text) in [
            ("en", "The (left ventricle) of it was small."),
            ("en", "It was high (above 90 per cent)."),
            ("en", "Keys are up, down, left, right, and fire."),
            ("en", "People of the left, right, and centre came."),
            ("en", "The gate is on the left."),
            (
                "pt",
                "Fica na rua do Cais, centro, contra a qual nada foi dito.",
            ),
        ] {
            assert!(!points_at_picture(text, &kit(code)), "{text}");
        }
    }

    #[test]
    fn entries_of_contents_have_rows_of_dots() {
        assert!(is_contents_entry("2.1 The tides ........ 14"));
        assert!(is_contents_entry("The tides . . . . . . 14"));
        assert!(is_contents_entry("The tides ..............."));
        assert!(is_contents_entry("The tides by month . . . . . ."));
        assert!(!is_contents_entry("It was late ......"));
        assert!(!is_contents_entry(
            "He left... and came back. It was 3.5.2."
        ));
        assert!(!is_contents_entry("A. B. C. D. E. F."));
        assert!(is_contents_entry("Preface ......... xiv"));
        assert!(!is_contents_entry("He said . . . it was late."));
        assert!(!is_contents_entry("It is ...... very late."));
    }

    #[test]
    fn captions_have_a_label() {
        for text in [
            "Figure 3: The gate at noon.",
            "Fig. 3. The gate at noon.",
            "Table 2.1: Tides by month.",
            "Photo: Anna Lee",
            "TABLE 4 | Costs of the gate.",
            "Additional file 3: costs of the gate.",
            "SOURCE Moorton Harbour, Inc.",
            "PHOTO Anna Lee",
            "Anna Lee opens the gate. (Photo: Harbour News)",
        ] {
            assert!(is_caption(text, &kit("en")), "{text}");
        }
        for text in [
            "Figure 3 shows the gate at noon.",
            "Table manners: he had none.",
            "The figure: 3.",
            "Figures from 2001: they rose.",
            "Fig trees grow there.",
            "SOURCE is a word of Anna Lee.",
            "TABLE TENNIS IS HARD.",
            "It held. (Note: nobody was hurt)",
            "The gate held (photo: Harbour News)",
        ] {
            assert!(!is_caption(text, &kit("en")), "{text}");
        }
        assert!(is_open_caption("Fig. 3 Gate at noon", &kit("en")));
        assert!(!is_open_caption("Fig. 3 shows the gate.", &kit("en")));
        assert!(!is_open_caption("Left 4 Dead is a game.", &kit("en")));
        assert!(!is_open_caption("Figure 3 A is the gate.", &kit("en")));
        assert!(is_caption("Abb. 3: Das Tor am Mittag.", &kit("de")));
        assert!(is_caption("图3：中午的闸门。", &kit("zh")));
    }

    #[test]
    fn pictures_are_pointed_at_in_brackets() {
        for text in [
            "Anna Lee (left) opens it.",
            "The gate (pictured, above) held.",
            "She (far right) waits.",
        ] {
            assert!(points_at_picture(text, &kit("en")), "{text}");
        }
        assert!(!points_at_picture("She left (and came back).", &kit("en")));
        assert!(!points_at_picture(&"(left a ".repeat(100_000), &kit("de")));
        assert!(is_labelled("Low tide: the gate at noon."));
        for text in [
            "He said. And: no.",
            "Eve, 28, said: no.",
            "The mayor said: ‘No.’",
        ] {
            assert!(!is_labelled(text), "{text}");
        }
    }

    #[test]
    fn scraps_are_no_sentences() {
        for text in [
            ", where n is the number of tides.",
            "≥ n(log m − 1)/2.",
            "x = 3 + y, z = 4.",
            "< 3 of them",
            "Moorton (4-4-2): Lee 7; Hill 6, Stone 6, Marsh 7; Ruiz 6 (Webb 80).",
            "Goals: Lee 12, 60; Ruiz 88.",
        ] {
            assert!(is_scrap(text), "{text}");
        }
        for text in [
            "It is 5 % of all.",
            "“No!” he said.",
            "今天下雨。",
            "$5 is what it costs.",
            "Lee 12, Ruiz 88 and Webb 90 were the goals.",
            "I do.",
            "**Edit**: the gate is open now.",
            "<s> The gate is open now . </s>",
        ] {
            assert!(!is_scrap(text), "{text}");
        }
    }

    #[test]
    fn citations_name_a_year_and_pages() {
        for text in [
            "Anna Lee, 8 March 1985, Harbour Debates, Vol. 4, p. 35.",
            "Lee, A. (ed.), Gates, Moorton 1999, pp. 3-12.",
            "A. Berg, Tore des Nordens, Berlin 1999, S. 12.",
            "Lee, A., 1999.",
            "Ли А. Ворота Севера: в 2 т. М., 1999.",
        ] {
            assert!(is_citation(text), "{text}");
        }
        for text in [
            "Gates are dear (Lee 1999, p. 12), and slow.",
            "Gates are dear (see Lee, A., 1999), and slow.",
            "In Washington, D.C., 1931 was a dry year.",
            "It rose in 1999 to 12 metres.",
        ] {
            assert!(!is_citation(text), "{text}");
        }
    }

    #[test]
    fn asides_stand_in_brackets() {
        assert!(is_aside("(Applause.)"));
        assert!(is_aside("(See the map)."));
        for text in [
            "(a) The gate (new)",
            "(It held) well (so far)",
            "It held (well).",
            "(",
        ] {
            assert!(!is_aside(text), "{text}");
        }
    }

    #[test]
    fn speech_breaks_off_with_a_dash_or_a_note() {
        for text in [
            "What the gate should –",
            "The gate—.",
            "And the, um {pause}",
        ] {
            assert!(is_broken_off(text), "{text}");
        }
        for text in ["The gate held. {pause}", "The gate held", "It held – late."] {
            assert!(!is_broken_off(text), "{text}");
        }
    }

    #[test]
    fn torn_sentences_close_what_they_did_not_open() {
        for text in [
            "\"We are cold.",
            "He came (late.",
            "It rained”, he said.",
            "« Non, dit-il.",
        ] {
            assert!(is_torn(text), "{text}");
        }
        for text in [
            "\"We are cold,\" she said.",
            "Er sagte: „Nein.“",
            "« Non », dit-il (tard).",
        ] {
            assert!(!is_torn(text), "{text}");
        }
    }

    #[test]
    fn datelines_stand_before_the_first_sentence() {
        for (code, line, text) in [
            ("en", "LONDON (Reuters) - ", "The gate held."),
            ("en", "(CNN) — ", "The gate held."),
            ("en", "MOORTON, Ill. • ", "The gate held."),
            ("en", "(CBS/AP) MOORTON, Okla. - ", "The gate held."),
            ("en", "MOORTON, North Shore – ", "The gate held."),
            (
                "en",
                "River Daily News (Reporter Lin Mei) ",
                "On May 3 the gate held.",
            ),
            ("en", "Gate held in storm MOORTON - ", "The gate held."),
            ("en", "- AP Gate held in storm MOORTON - ", "The gate held."),
            ("pt", "Lisboa, 3 Mai (Lusa) - ", "A comporta resistiu."),
            ("fr", "21 juin 2012. – ", "À midi, la porte a tenu."),
            (
                "en",
                "MOORTON, Ohio, May 3, 2012 /HarbourWire/ -- ",
                "The gate held.",
            ),
            ("en", "MOORTON, Ohio--(HARBOUR WIRE)--", "The gate held."),
            ("en", "April 1, 2011 - ", "The gate held."),
            ("zh", "本报讯（记者林梅）", "闸门昨天经受住了考验。"),
            ("en", "Moorton (CNN)", "The gate held."),
            ("en", "MOORTON, Ohio (AP) _ ", "The gate held."),
            ("en", "-lrb- cnn -rrb- -- ", "the gate held ."),
            ("es", "MADRID, 14 mar. (EFE).- ", "La barrera se cerró."),
            (
                "it",
                "(ANSA) - ROMA, 14 MAR - ",
                "La barriera è stata chiusa.",
            ),
            ("ru", "МОСКВА, 14 мар — РИА Новости. ", "Барьер закрыли."),
            ("ar", "القاهرة (د ب أ) - ", "أُغلق الحاجز."),
            ("ko", "[무어턴=통신] 이안나 기자 = ", "수문이 닫혔다."),
        ] {
            assert_eq!(
                dateline(&format!("{line}{text}"), &kit(code)),
                line.len(),
                "{line}"
            );
        }
        let blanks = " ".repeat(LONGEST_DATELINE);
        let text = format!("(CNN) - {blanks}The gate held.");
        assert!(text[dateline(&text, &kit("en"))..].starts_with("The"));
        for text in [
            "The gate (new) - and not cheap - held.",
            "TREC-9: Filtering track.",
            "The study was paid by NASA - which nobody knew.",
            "Anna Lee - a nurse - said no.",
            "The town (Moorton) held a vote.",
            "3 of 4 people - most of them old - said no.",
            "Moorton (engl. Haven) — ein Hafen im Norden.",
        ] {
            assert_eq!(dateline(text, &kit("en")), 0, "{text}");
        }
    }
}
