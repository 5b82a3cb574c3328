//! How letters begin and end: salutations, and below the text the closing, who writes, and what lawyers want.

use std::ops::Range;

use crate::chars::ends_sentence;

/// How letters begin, in small letters.
const SALUTATIONS: [&str; 67] = [
    "dear",
    "hi",
    "hello",
    "hey",
    "hiya",
    "greetings",
    "good morning",
    "good afternoon",
    "good evening",
    "good day",
    "to whom it may concern",
    "sehr geehrte",
    "sehr geehrter",
    "liebe",
    "lieber",
    "liebes",
    "hallo",
    "guten tag",
    "guten morgen",
    "guten abend",
    "moin",
    "servus",
    "grüezi",
    "bonjour",
    "bonsoir",
    "cher",
    "chère",
    "chers",
    "chères",
    "madame",
    "monsieur",
    "salut",
    "hola",
    "buenos días",
    "buenas tardes",
    "estimado",
    "estimada",
    "estimados",
    "querido",
    "querida",
    "olá",
    "bom dia",
    "boa tarde",
    "caro",
    "cara",
    "cari",
    "prezado",
    "prezada",
    "gentile",
    "egregio",
    "buongiorno",
    "buonasera",
    "ciao",
    "salve",
    "beste",
    "geachte",
    "hej",
    "hei",
    "kære",
    "kjære",
    "bästa",
    "dzień dobry",
    "szanowni",
    "szanowna",
    "szanowny",
    "dobrý den",
    "здравствуйте",
];
/// A salutation has no more words: with a comma or the like at its end, and without.
const SALUTATION_WORDS: (usize, usize) = (8, 4);

/// How letters end, in small letters.
const SIGN_OFFS: [&str; 105] = [
    "best",
    "best regards",
    "kind regards",
    "kindest regards",
    "with kind regards",
    "with best regards",
    "warm regards",
    "regards",
    "best wishes",
    "all the best",
    "sincerely",
    "yours sincerely",
    "sincerely yours",
    "yours faithfully",
    "yours truly",
    "yours",
    "cheers",
    "thanks",
    "many thanks",
    "thank you",
    "thanks in advance",
    "thanks and regards",
    "thank you and best regards",
    "respectfully",
    "warmly",
    "take care",
    "liebe grüße",
    "liebe grüsse",
    "viele grüße",
    "viele grüsse",
    "beste grüße",
    "beste grüsse",
    "schöne grüße",
    "herzliche grüße",
    "herzliche grüsse",
    "freundliche grüße",
    "freundliche grüsse",
    "mit freundlichen grüßen",
    "mit freundlichen grüssen",
    "mit freundlichem gruß",
    "mit besten grüßen",
    "mit herzlichen grüßen",
    "grüße",
    "gruß",
    "mfg",
    "lg",
    "vg",
    "hochachtungsvoll",
    "cordialement",
    "bien cordialement",
    "très cordialement",
    "bien à vous",
    "bien à toi",
    "amicalement",
    "sincères salutations",
    "meilleures salutations",
    "salutations distinguées",
    "à bientôt",
    "saludos",
    "saludos cordiales",
    "un saludo",
    "un cordial saludo",
    "un abrazo",
    "atentamente",
    "cordialmente",
    "muchas gracias",
    "atenciosamente",
    "cumprimentos",
    "melhores cumprimentos",
    "com os melhores cumprimentos",
    "abraços",
    "obrigado",
    "obrigada",
    "cordiali saluti",
    "distinti saluti",
    "un caro saluto",
    "saluti",
    "grazie",
    "a presto",
    "met vriendelijke groet",
    "met vriendelijke groeten",
    "vriendelijke groeten",
    "hartelijke groet",
    "groeten",
    "mvg",
    "vennlig hilsen",
    "med vennlig hilsen",
    "venlig hilsen",
    "med venlig hilsen",
    "hilsen",
    "de bedste hilsner",
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "vänliga hälsningar",
    "hälsningar",
    "mvh",
    "ystävällisin terveisin",
    "terveisin",
    "pozdrawiam",
    "serdecznie pozdrawiam",
    "z poważaniem",
    "s pozdravem",
    "s přátelským pozdravem",
    "с уважением",
    "всего доброго",
];
/// So many lines stand below that, and they are no longer than this, in characters.
const LONGEST_NAME: (usize, usize) = (8, 60);
/// A name on the line of the closing has no more words.
const NAME_WORDS: usize = 4;
/// How the names of companies end, which are no sentences.
const COMPANIES: [&str; 10] = [
    "ltd.", "inc.", "co.", "corp.", "llc.", "e.v.", "s.a.", "s.r.l.", "b.v.", "n.v.",
];

/// What lawyers and programs put below a letter, in small letters: one of these tells.
const FOOTERS: [&str; 44] = [
    "intended recipient",
    "intended solely for",
    "intended only for the",
    "confidential and may",
    "confidential and is intended",
    "may contain confidential",
    "may contain privileged",
    "received this email in error",
    "received this e-mail in error",
    "received this message in error",
    "received this communication in error",
    "please consider the environment",
    "sent from my ",
    "get outlook for ",
    "enthält vertrauliche",
    "vertrauliche und/oder",
    "nicht der richtige adressat",
    "nicht der beabsichtigte empfänger",
    "irrtümlich erhalten",
    "von meinem iphone gesendet",
    "gesendet von mein",
    "exclusivement destiné",
    "à l'intention exclusive",
    "reçu ce message par erreur",
    "reçu ce courriel par erreur",
    "envoyé de mon ",
    "dirigido exclusivamente",
    "recibido este mensaje por error",
    "recibido este correo por error",
    "enviado desde mi ",
    "destinada exclusivamente",
    "recebeu esta mensagem por engano",
    "enviado do meu ",
    "ricevuto questo messaggio per errore",
    "esclusivamente al destinatario",
    "inviato da iphone",
    "inviato dal mio ",
    "uitsluitend bestemd voor",
    "ten onrechte ontvangen",
    "verzonden vanaf mijn",
    "skickat från min ",
    "sendt fra min ",
    "wysłane z mojego",
    "wyłącznie dla adresata",
];
/// A footer that stands on a line of its own has no more bytes.
const LONGEST_LINE: usize = 100;
/// A footer has no more lines, and no more bytes.
const LONGEST_FOOTER: (usize, usize) = (20, 3_000);
/// How lines begin that tell where somebody can be reached, in small letters.
const CONTACTS: [&str; 20] = [
    "tel", "phone", "ph:", "fax", "mobile", "mob", "cell", "direct:", "handy", "mobil", "tlf",
    "www.", "http://", "https://", "e-mail:", "email:", "mail:", "web:", "t:", "m:",
];
/// So many digits are a number to call.
const DIGITS: usize = 8;

/// The lines of a letter that say something: without a salutation at the beginning, and without what stands below the
/// text. A letter of nothing else is all of it.
pub(super) fn matter(lines: &[&str]) -> Range<usize> {
    let is_said = |line: &&str| !line.trim().is_empty();
    let first = lines.iter().position(is_said).unwrap_or(0);
    let is_greeted = lines.get(first).is_some_and(|line| is_salutation(line));
    let start = if is_greeted { first + 1 } else { 0 };
    let end = end_of_text(lines, start);
    let is_left = |range: &Range<usize>| lines[range.clone()].iter().any(is_said);
    Some(start..end).filter(is_left).unwrap_or(0..lines.len())
}

/// `Dear Ms. Lee,`, `Hi Bob`
fn is_salutation(line: &str) -> bool {
    let line = line.trim();
    let bare = line.trim_end_matches([',', '!', ':', '.', '-', '–', '—', ' ']);
    let words = bare.split_whitespace().count();
    let most = match line.ends_with([',', '!', ':', '-', '–', '—']) {
        true => SALUTATION_WORDS.0,
        false => SALUTATION_WORDS.1,
    };
    // "Hi Bob, the gate is open": more than a salutation.
    words <= most
        && (!ends_sentence(line) || line.ends_with('!'))
        && !bare.contains([',', '?', '!', ';'])
        && begins_with_one(&SALUTATIONS, bare)
}

/// Whether a line is one of these, or begins with one and goes on with another word.
fn begins_with_one(phrases: &[&str], line: &str) -> bool {
    let lower = line.to_lowercase();
    phrases.iter().any(|phrase| {
        let rest = lower.strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// The line behind the last of the text that begins on line `start`.
fn end_of_text(lines: &[&str], start: usize) -> usize {
    let mut end = lines.len();
    while let Some(paragraph) = last_paragraph(lines, start..end) {
        let last = paragraph.end - 1;
        end = match () {
            () if lines[last].len() <= LONGEST_LINE && has_footer(lines[last]) => last,
            () if is_footer(&lines[paragraph.clone()]) => paragraph.start,
            () => break,
        };
    }
    sign_off(lines, start..end).unwrap_or(end)
}

/// The last lines without a blank one among them; none if they are too many for a footer.
fn last_paragraph(lines: &[&str], range: Range<usize>) -> Option<Range<usize>> {
    let is_blank = |place: usize| lines[place].trim().is_empty();
    let end = range.clone().rev().find(|&place| !is_blank(place))? + 1;
    let farthest = end.saturating_sub(LONGEST_FOOTER.0).max(range.start);
    let before = (farthest..end).rev().find(|&place| is_blank(place));
    match before {
        Some(blank) => Some(blank + 1..end),
        None => (farthest == range.start).then_some(farthest..end),
    }
}

fn is_footer(lines: &[&str]) -> bool {
    let length: usize = lines.iter().map(|line| line.len() + 1).sum();
    if length > LONGEST_FOOTER.1 {
        return false;
    }
    let text: Vec<&str> = lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    let text = text.join(" ");
    let is_short = |line: &&str| line.chars().count() <= LONGEST_NAME.1 && !is_sentence(line);
    let is_signature = || {
        lines.len() <= LONGEST_NAME.0
            && lines.iter().all(is_short)
            && lines.iter().any(|line| is_contact(line))
    };
    has_footer(&text) || is_signature()
}

fn has_footer(text: &str) -> bool {
    let lower = text.trim().to_lowercase() + " ";
    FOOTERS.iter().any(|footer| lower.contains(footer))
}

fn is_sentence(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    ends_sentence(line.trim()) && !COMPANIES.iter().any(|end| lower.ends_with(end))
}

/// `Tel. +44 1632 960123`, `www.moorton.example`
fn is_contact(line: &str) -> bool {
    let lower = line.trim().to_lowercase();
    let is_address = |word: &str| {
        let word = word.trim_matches(['<', '>', '(', ')']);
        word.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    let digits = lower.chars().filter(char::is_ascii_digit).count();
    let is_number = || digits >= DIGITS && !lower.contains(char::is_alphabetic);
    let begins = |start: &&str| {
        let rest = lower.strip_prefix(start);
        rest.is_some_and(|rest| {
            start.ends_with([':', '.', '/'])
                || !rest.starts_with(char::is_alphabetic)
                || rest.starts_with("efon")
        })
    };
    CONTACTS.iter().any(begins) || lower.split_whitespace().any(is_address) || is_number()
}

/// The line in which the writer closes the letter, with no more than a name and the like below it.
fn sign_off(lines: &[&str], range: Range<usize>) -> Option<usize> {
    let mut names = 0;
    for place in range.rev() {
        let line = lines[place].trim();
        if is_sign_off(line) {
            return Some(place);
        }
        names += usize::from(!line.is_empty());
        let is_name = line.chars().count() <= LONGEST_NAME.1 && !is_sentence(line);
        if names > LONGEST_NAME.0 || !is_name {
            return None;
        }
    }
    None
}

/// `Best regards,`, `Best regards, Anna Lee`
fn is_sign_off(line: &str) -> bool {
    let bare = line.trim_end_matches([',', '.', '!', ' ']).to_lowercase();
    if SIGN_OFFS.contains(&bare.as_str()) {
        return true;
    }
    let Some((closing, name)) = line.split_once([',', '!']) else {
        return false;
    };
    let is_name = (1..=NAME_WORDS).contains(&name.split_whitespace().count())
        && name.trim_start().starts_with(char::is_uppercase)
        && !ends_sentence(name);
    is_name && SIGN_OFFS.contains(&closing.trim().to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(letter: &str) -> String {
        let lines: Vec<&str> = letter.lines().collect();
        lines[matter(&lines)].join("\n").trim().to_owned()
    }

    #[test]
    fn salutations_closings_and_footers_are_left_out() {
        let text = "The storm gate of Moorton will be shut on Monday.\n\nBring the key.";
        for (above, below) in [
            (
                "Hi Bob,\n\n",
                "\n\nKind regards,\n\nAnna Lee\nHarbour Office Ltd.\nTel. 01632 960123\n\nThis e-mail is for the intended\nrecipient only. Delete it otherwise.\n",
            ),
            (
                "Dear Mr. and Mrs. Lee:\n",
                "\nBest regards, Anna Lee\nSent from my phone",
            ),
            (
                "Hello\n",
                "\n\nAnna Lee\nanna@moorton.example\n+44 1632 960123\n",
            ),
            (
                "Sehr geehrte Damen und Herren,\n\n",
                "\n\nMit freundlichen Grüßen\nAnna Lee\n\nDiese E-Mail enthält vertrauliche Informationen.\n",
            ),
            (
                "Bonjour Anne,\n\n",
                "\n\nBien cordialement,\nAnna\n\nSi vous avez reçu ce message par erreur, merci de le détruire.\n",
            ),
            ("Hej Anna!\n\n", "\n\nVenlig hilsen\nBo\n"),
            ("", ""),
        ] {
            assert_eq!(said(&format!("{above}{text}{below}")), text, "{above:?}");
        }
    }

    #[test]
    fn what_only_looks_like_manners_is_kept() {
        for letter in [
            "Hi Bob, the gate is open.",
            "Hello world is what it says on the gate.",
            "Dear me, the gate is open!",
            "Dearest of all gates\nwas that of Moorton.",
            "Kind regards",
            "Dear Bob,\nKind regards\nAnna",
            "It held.\n\nThanks to all.\nThe gate is at www.moorton.example.",
            "It held.\n\nThanks,\nI said to them, and so it is a sentence.",
            "Call 01632 960123",
        ] {
            assert_eq!(said(letter), letter);
        }
        assert!(
            !is_contact("telling tales")
                && is_contact("Telefon 0 12")
                && is_contact("www.x.example")
        );
    }

    #[test]
    fn a_text_of_many_lines_is_looked_at_once() {
        let lines = vec!["Tel. 1"; 400_000];
        assert_eq!(matter(&lines), 0..lines.len());
        let lines: Vec<&str> = ["Tel. 1", ""].into_iter().cycle().take(400_000).collect();
        assert_eq!(matter(&lines), 0..lines.len());
    }
}
