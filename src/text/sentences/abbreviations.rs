//! Periods that end no sentence: those of abbreviations, initials and ordinals.

use super::style::Style;
use super::{LONGEST_WORD, OPENERS};
use crate::text::LanguageKit;

/// Abbreviations for "and so on" and what is counted, which stand at the end of a sentence more often than before a name.
const AND_SO_ON: &str = "etc ecc enz e.d usw osv m.m m.v m.fl itd itp т.д т.п др vb v.b vs o.s.v o.dyl o.l usf \
    atd apod aj atď pod κ.λπ κλπ κ.ά κτλ κ.τ.λ dll dsb dst итд и.т.д т.ін utt u.tml jne jms ipd itn stb kt t.t \
    руб коп долл чел";
/// What follows "a.m." and "p.m." inside a sentence with a capital: days, months and time zones.
const BEHIND_HOURS: &str = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays \
    Thursdays Fridays Saturdays Sundays Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February \
    March April May June July August September October November December Jan Feb Aug Sept Oct Nov \
    Dec EST EDT ET CST CDT CT PST PDT PT GMT UTC BST Eastern Pacific";
/// What ends the names of companies.
const COMPANIES: &str = "Inc Corp Ltd Co Cos Bros Plc plc L.L.C LLC S.A S.p.A S.A.S S.L N.V B.V A.Ş Ltda Lda Cia Cie \
    Cía";
/// Years and centuries in Russian and Polish: "в 1998 г.", "w 1998 r."
const YEARS: &str = "г гг в вв r w";
/// What goes before a year at the beginning of a sentence that goes on behind it: "В 1998 г. Иванов".
const BEFORE_YEARS: &str =
    "В Во С Со К До После На От По Около W We Od Do Po Na Przed Około Z Ze Już";
/// Words with a letter behind them that is no initial, by their beginnings: "vitamin C", "plan B".
const LABELED: &str = "vitamin witamin витамин plan план append anhang annex anex hepatitis typ tipo тип group grup \
    groep групп class klass exhibit grade categor version";
/// Titles in texts of small letters.
const TITLES_APART: &str = "mr mrs dr prof";
/// Nouns that an ordinal stands before in German, whatever stands before it.
const COUNTED: &str = "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November \
    Dezember Jahrhundert Jahrhunderts Weltkrieg Liga Bundesliga Klasse Auflage Stock Geburtstag \
    Mal";
/// The vowels of the scripts that have letters for all of them.
const VOWELS: &str =
    "aeiouyáàâäãåąæăāéèêëęěēėíìîïıīįóòôöõøőōúùûüůűūųýаеёєиіїоуыэюяъαάεέηήιίϊΐοόυύϋΰωώաեէըիոուօև";

/// Whether a list of words parted by blanks holds this one.
fn lists(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

/// Whether the period behind `body`, which begins with the sentence, marks an abbreviation, an initial
/// or a number, and the sentence goes on with `next`.
pub(super) fn is_abbreviated(body: &str, next: &str, style: &Style) -> bool {
    let kit = style.kit;
    let word = behind_prefix(last_word(body, is_edge));
    if word.is_empty() {
        return is_abbreviated_apart(body, next, kit);
    }
    // Thai and Lao have no stops but behind abbreviations.
    if word.ends_with(|c| matches!(c, '\u{0e00}'..='\u{0eff}')) {
        return true;
    }
    let head = &body[..body.len() - word.len()];
    // "at Miller's", "don't" end as words do.
    let is_ending = word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase());
    if is_ending && head.ends_with(['\'', '\u{2019}']) {
        return false;
    }
    let is_whole = head.len() <= LONGEST_WORD && head.chars().all(super::is_opener_or_blank);
    let is_letters = || word.contains('.') && is_initials(word);
    if is_whole && (is_enumerator(word) || kit.is_abbreviation(word) || is_letters()) {
        return true;
    }
    // "z. B." is one abbreviation.
    let pair = (word.len() <= 4 && head.trim_end().ends_with('.'))
        .then(|| format!("{}{word}", last_word(head.trim_end(), is_edge)));
    let pair = pair.as_deref().unwrap_or("");
    if is_unit(word, head) {
        return starts_with_number(next);
    }
    if is_title(word, kit)
        || kit.is_title(pair)
        || is_numbered(word, kit) && starts_with_number(next)
        || is_before_number_or_section(word, next)
    {
        return true;
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return is_part_of_date(word, head, next, kit) || is_ordinal(word, head, next, kit);
    }
    if next.starts_with(|c: char| c.is_ascii_digit()) && !reads_as_word(word, kit) {
        return true;
    }
    let is_regnal = kit.language.ordinal_period && word.len() > 1 && is_roman(word);
    let can_go_on = kit.is_abbreviation(word)
        || kit.is_abbreviation(pair)
        || is_initials(word)
        || is_regnal
        || word.ends_with("str")
        || word.ends_with("-Str");
    can_go_on && goes_on([word, pair], head, next, kit)
}

/// Whether the sentence goes on with `next` behind an abbreviation that could end it: the word, and
/// the word with the one before it.
fn goes_on(words: [&str; 2], head: &str, next: &str, kit: &LanguageKit) -> bool {
    let first = first_word(next);
    if opens_sentence(next, kit) {
        return false;
    }
    let is_one_of = |list| words.iter().any(|word| lists(list, word));
    if !next.starts_with(char::is_uppercase) {
        return true;
    }
    // "A. M. Turner" is a name.
    let is_hour = || head.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if is_one_of("a.m p.m") || lists("A.M P.M", words[0]) && is_hour() {
        return lists(BEHIND_HOURS, first);
    }
    let is_letter = |word: &str| word.chars().count() == 1;
    let is_initial = is_letter(first) && next[first.len()..].starts_with('.');
    if is_letter(words[0]) && !is_initial && is_labeled(last_word(head.trim_end(), is_edge)) {
        return false;
    }
    // A capital tells nothing where all nouns have one.
    if kit.language.code == "de" {
        return true;
    }
    if is_one_of(AND_SO_ON) {
        return false;
    }
    if is_one_of(COMPANIES) {
        let second = &next[first.len()..];
        return !second.trim_start().starts_with(char::is_lowercase) || !second.starts_with(' ');
    }
    let is_year = || {
        let before = last_word(head.trim_end(), is_edge);
        is_one_of(YEARS) && before.chars().any(is_of_number)
    };
    !is_year() || begins_with_year(head)
}

/// "1", "2.3", "iv", "B" as the whole of a would-be sentence.
fn is_enumerator(word: &str) -> bool {
    let is_number = word.len() <= 6 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let is_roman = word.len() <= 5 && word.bytes().all(|b| b"ivxIVX".contains(&b));
    is_number || is_roman || (word.chars().count() == 1 && word.starts_with(char::is_alphabetic))
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || OPENERS.contains(&c) && c != '-' || c == '/'
}

/// What stands behind the last edge of a text, as far back as words reach.
pub(super) fn last_word(text: &str, is_edge: impl Fn(char) -> bool) -> &str {
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_WORD))..];
    // Most words stand behind a space, which is found sooner than other edges.
    let tail = memchr::memrchr(b' ', tail.as_bytes()).map_or(tail, |space| &tail[space + 1..]);
    tail.rsplit(is_edge).next().unwrap_or("")
}

/// "U.S" of "then-U.S", "Sen" of "ex-Sen".
fn behind_prefix(word: &str) -> &str {
    match word.split_once('-') {
        Some((prefix, rest))
            if prefix.len() >= 2
                && rest.len() >= 2
                && prefix.bytes().all(|b| b.is_ascii_lowercase())
                && rest.starts_with(char::is_uppercase) =>
        {
            rest
        }
        _ => word,
    }
}

/// Titles that stand before names in texts of any language, whatever the case.
fn is_title(word: &str, kit: &LanguageKit) -> bool {
    const EVERYWHERE: [&str; 7] = ["mr", "mrs", "ms", "dr", "prof", "mme", "mlle"];
    kit.is_title(word)
        || EVERYWHERE
            .iter()
            .any(|title| word.eq_ignore_ascii_case(title))
}

/// Whether a number follows this abbreviation, which may be in capitals: "FIG. 3", "SEC. 2".
fn is_numbered(word: &str, kit: &LanguageKit) -> bool {
    kit.is_numbered(word)
        || word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && {
            let small = word.to_ascii_lowercase();
            kit.is_numbered(&small) || kit.is_numbered(&format!("{}{}", &word[..1], &small[1..]))
        }
}

/// "Pat. No. 6,123", "Rev. Stat. § 41": short words before the sign of a number or of a section, which
/// begins no sentence.
fn is_before_number_or_section(word: &str, next: &str) -> bool {
    let is_short = word.starts_with(|c: char| c.is_ascii_uppercase())
        && (1..=5).contains(&word.len())
        && word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let behind_sign = || {
        let signs = ["No. ", "Nos. ", "Nr. "];
        signs.iter().find_map(|sign| next.strip_prefix(sign))
    };
    is_short
        && (next.starts_with('§')
            || behind_sign().is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// Whether a word is an abbreviation of any kind, also with the capitals that it usually has.
pub(super) fn is_listed(word: &str, kit: &LanguageKit) -> bool {
    is_title(word, kit) || kit.is_numbered(word) || kit.is_abbreviation(word)
}

/// Whether a period with a blank before it, as in text that was cut into tokens, ends no sentence: "dr . lee",
/// "et al . [ 3 ]", "fig . 2".
pub(super) fn is_abbreviated_apart(body: &str, next: &str, kit: &LanguageKit) -> bool {
    let body = body.trim_end();
    let word = last_word(body, is_edge);
    let is_et_al =
        || word == "al" && last_word(body[..body.len() - word.len()].trim_end(), is_edge) == "et";
    let is_before_number = || {
        let is_number = next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '('));
        is_number && !kit.is_function_word(word) && is_numbered(word, kit)
    };
    !word.is_empty()
        && (lists(TITLES_APART, word) || kit.is_title(word) || is_et_al() || is_before_number())
}

/// Whether the period behind `body` ends no sentence in a text of small letters.
pub(super) fn is_abbreviated_in_small(body: &str, next: &str, style: &Style) -> bool {
    let kit = style.kit;
    let word = last_word(body, is_edge);
    if word.is_empty() {
        return is_abbreviated_apart(body, next, kit);
    }
    // "it wasn't" ends as words do.
    if body[..body.len() - word.len()].ends_with(['\'', '\u{2019}']) {
        return false;
    }
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    let capitalized: String = first.chain(chars).collect();
    let forms = [word, capitalized.as_str()];
    if next.starts_with(|c: char| c.is_ascii_digit()) {
        return forms.iter().any(|form| kit.is_numbered(form)) || is_abbreviated(body, next, style);
    }
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return kit.language.ordinal_period && word.len() <= 3;
    }
    let is_listed = |form: &&str| {
        is_title(form, kit) || kit.is_abbreviation(form) && !kit.is_function_word(form)
    };
    forms.iter().any(is_listed) || word.contains('.') || !reads_as_word(word, kit)
}

/// "24 h", "20 min": a unit behind a number, which ends a sentence as other words do.
fn is_unit(word: &str, head: &str) -> bool {
    const UNITS: &str = "h hr hrs min sec s ms m cm mm km g kg mg l ml hl ft lb lbs oz yd yds mph ha km/h \
            ч год хв hod val";
    let follows_number = head
        .trim_end()
        .ends_with(|c: char| c.is_ascii_digit() || c == '#');
    follows_number && lists(UNITS, word)
}

fn starts_with_number(next: &str) -> bool {
    let word = first_word(next);
    word.contains(|c: char| c.is_ascii_digit()) || next.starts_with('#') || is_roman(word)
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X')
}

/// "3. 10. 2019", "0. 5"; "3. 4. war" where ordinals have periods. `head` stands before the number.
fn is_part_of_date(number: &str, head: &str, next: &str, kit: &LanguageKit) -> bool {
    let follows = first_word(next);
    if is_in_date_from_year(number, head, follows, kit) {
        return true;
    }
    if follows.is_empty() || !follows.bytes().all(|b| b.is_ascii_digit()) || number.len() > 2 {
        return false;
    }
    let is_year = || {
        let day = head.trim_end().strip_suffix('.');
        follows.len() == 4 && day.is_some_and(|day| day.ends_with(|c: char| c.is_ascii_digit()))
    };
    let is_month = || {
        let behind = next[follows.len()..].strip_prefix('.').map(str::trim_start);
        behind.is_some_and(|behind| {
            kit.language.ordinal_period || behind.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    number == "0" || is_month() || is_year()
}

/// "1998. 3. 5. 서울에서": dates that begin with the year have a period behind the day too.
fn is_in_date_from_year(number: &str, head: &str, follows: &str, kit: &LanguageKit) -> bool {
    if !matches!(kit.language.code, "hu" | "ko") {
        return false;
    }
    let is_month = follows.len() <= 2 && follows.starts_with(|c: char| c.is_ascii_digit());
    let before = head.trim_end().strip_suffix('.').unwrap_or("");
    let follows_number = before.ends_with(|c: char| c.is_ascii_digit());
    number.len() == 4 && is_month || number.len() <= 2 && follows_number
}

/// Whether a number with a period is an ordinal before `next`, which has a capital: "am 3. Oktober".
fn is_ordinal(number: &str, head: &str, next: &str, kit: &LanguageKit) -> bool {
    let first = first_word(next);
    let can_be = kit.language.ordinal_period
        && number.len() <= 3
        && next.starts_with(char::is_alphabetic)
        && !opens_sentence(next, kit);
    if !can_be {
        return false;
    }
    let before = last_word(head.trim_end(), is_edge);
    if kit.is_function_word(&before.to_lowercase()) {
        return true;
    }
    match kit.language.code {
        // "Abb. 3. Werte", "auf Seite 12. Werte".
        "de" => {
            lists(COUNTED, first)
                || before.starts_with(char::is_lowercase) && !before.ends_with('.')
        }
        // "Sultan 2. Mahmut"; but "şek. 3. Harita".
        "tr" => !before.ends_with('.'),
        _ => false,
    }
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVXLC".contains(&b))
}

/// "J", "J.R.R", "U.S", "J.-P", "A.F.Th": single letters, parted by periods.
fn is_initials(word: &str) -> bool {
    let is_letter = |part: &str| {
        let mut chars = part.chars();
        let first = chars.next();
        let second = chars.next();
        first.is_some_and(char::is_alphabetic)
            && chars.next().is_none()
            && second.is_none_or(|second| {
                second == 'h' && first.is_some_and(char::is_uppercase) && word.contains('.')
            })
    };
    word.split(['.', '-'])
        .filter(|part| !part.is_empty())
        .all(is_letter)
        && (word.contains('.') || word.starts_with(char::is_uppercase) || word.chars().count() == 1)
}

/// Whether a letter behind this word is no initial: "vitamin C", "Plan B".
fn is_labeled(before: &str) -> bool {
    let before = before.to_lowercase();
    let is_form =
        |ending: &str| ending.chars().count() <= 2 && ending.chars().all(char::is_alphabetic);
    LABELED
        .split_ascii_whitespace()
        .any(|label| before.strip_prefix(label).is_some_and(is_form))
}

/// Whether the sentence has told no more than a year yet: "В 1998 г.", "W maju 1998 r."
fn begins_with_year(head: &str) -> bool {
    let mut words = head.split_whitespace();
    head.len() <= LONGEST_WORD
        && words.next().is_some_and(|first| lists(BEFORE_YEARS, first))
        && words.nth(3).is_none()
}

/// Whether a word is none of the abbreviations that no list has: "Abschn", "stn".
pub(super) fn reads_as_word(word: &str, kit: &LanguageKit) -> bool {
    let has_vowel = || {
        word.chars()
            .flat_map(char::to_lowercase)
            .any(|c| VOWELS.contains(c) || !is_of_vowel_script(c))
    };
    let is_acronym = || word.chars().all(|c| c.is_uppercase() || c.is_numeric());
    let letters = word.chars().take(3).count();
    // Words of other scripts are shorter.
    let is_long = letters == 3 || letters == 2 && !word.chars().any(is_of_vowel_script);
    is_long && has_vowel()
        || letters > 1 && is_acronym()
        || letters > 1 && kit.is_function_word(&word.to_lowercase())
        || word.ends_with(|c: char| !c.is_alphabetic())
}

/// Whether a character belongs to a script that has letters for all vowels: Latin, Greek, Cyrillic,
/// Armenian.
fn is_of_vowel_script(c: char) -> bool {
    c < '\u{590}' || matches!(c, '\u{1e00}'..='\u{20ff}')
}

/// Whether this reads as the beginning of a sentence: it begins with a function word with a capital.
pub(super) fn opens_sentence(next: &str, kit: &LanguageKit) -> bool {
    let word = first_word(next);
    let mut chars = word.chars();
    let is_capital = chars.next().is_some_and(char::is_uppercase);
    // "B." behind "z." is an abbreviation's second half, "Vol." one of its own.
    let is_word = match chars.next() {
        Some(second) => second.is_lowercase() || matches!(second, '\'' | '\u{2019}'),
        None => next[word.len()..].starts_with(' ') && is_word_of_one_letter(word, kit),
    };
    is_capital && is_word && {
        let word = word.to_lowercase().replace('\u{2019}', "'");
        let is_elided = || {
            word.split_once('\'')
                .is_some_and(|(head, _)| kit.is_elision(head))
        };
        kit.is_function_word(&word) || is_elided()
    }
}

/// Whether a capital alone is a word: all single letters are in the lists of function words.
fn is_word_of_one_letter(word: &str, kit: &LanguageKit) -> bool {
    let words = match kit.language.code {
        "en" => "IA",
        "es" => "AEOY",
        "fr" | "it" | "pt" => "AEO",
        "pl" => "AIOUWZ",
        _ => "",
    };
    !word.is_ascii() || words.contains(word)
}

pub(super) fn first_word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '\u{2019}'))
        .unwrap_or(text.len());
    &text[..end]
}

/// Whether a name goes on behind its stop: "Yahoo! Inc."
pub(super) fn names_company(next: &str) -> bool {
    let word = first_word(next);
    next[word.len()..].starts_with(['.', ',', ' ']) && lists(COMPANIES, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    /// Whether the period at the mark `|` ends no sentence.
    fn goes_on_at(code: &str, marked: &str) -> bool {
        let kit = LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default());
        let (body, next) = marked.split_once(".| ").unwrap();
        is_abbreviated(body, next, &Style::of("A", &kit))
    }

    #[test]
    fn what_follows_tells_whether_an_abbreviation_ends_the_sentence() {
        for (code, going_on, ended) in [
            ("en", "at 9 a.m.| Monday", "at 9 a.m.| Visitors"),
            ("en", "Dunn Inc.| Chairman Hale", "Dunn Inc.| Shares rose"),
            ("en", "in the U.S.| Senate", "in the U.S.| He left"),
            ("en", "in vol.| 12", "in vol.| Twelve"),
            ("en", "of FIG.| 3", "of FIG.| The gate"),
            ("en", "in U.S. Pat.| No. 6,123,456", "for Pat.| Nobody came"),
            ("en", "See N.S. Rev. Stat.| § 41", "It has a gate.| § 41"),
            ("en", "group S.| P. Hale", "group S.| Doctors"),
            ("en", "by A. M.| Turner", "it ended at 9 A.M.| Turner left"),
            ("de", "am 3.| Oktober", "auf Seite 3.| Werte"),
            ("de", "am 3.| 10. 2019", "auf Platz 3.| 12 Läufer"),
            ("da", "den 2.| Verdenskrig", "i fig. 2.| Kortet"),
            (
                "ru",
                "В 1998 г.| Иванов",
                "Завод закрыли в 1998 г.| Рабочие",
            ),
            ("tr", "Sultan 2.| Mahmut", "ve şek. 2.| Harita"),
        ] {
            assert!(goes_on_at(code, going_on), "{going_on}");
            assert!(!goes_on_at(code, ended), "{ended}");
        }
    }

    #[test]
    fn before_a_digit_what_is_no_word_is_an_abbreviation() {
        assert!(goes_on_at("en", "in stn.| 4"));
        assert!(!goes_on_at("en", "in the town.| 4"));
        assert!(!goes_on_at("en", "of the BBC.| 4"));
    }
}
