//! The markup within a paragraph of reStructuredText, taken off in one pass.

use super::super::extract::Extract;
use super::super::latex::signs::readable;
use crate::map::Map;

/// A name between signs is no longer than this.
const LONGEST_NAME: usize = 80;
/// What substitutions add to any text.
const HARMLESS: usize = 1 << 16;

/// What stands for `|name|`, and how many bytes may still be put in.
#[derive(Debug)]
pub(super) struct Substitutions {
    pub texts: Map<String, String>,
    allowance: usize,
}

impl Substitutions {
    pub fn new(length: usize) -> Self {
        Self {
            texts: Map::default(),
            allowance: length + HARMLESS,
        }
    }

    fn take(&mut self, name: &str) -> Option<&str> {
        let text = self
            .texts
            .get(name)
            .filter(|text| text.len() <= self.allowance)?;
        self.allowance -= text.len();
        Some(text)
    }
}

/// Writes a paragraph that begins on this line of the file.
pub(super) fn write(
    text: &str,
    line: usize,
    substitutions: &mut Substitutions,
    extract: &mut Extract,
) {
    let mut inline = Inline {
        text,
        at: 0,
        line,
        output: String::new(),
        extract,
        has_no_code: false,
        has_no_quote: false,
    };
    inline.extract.at_line(line);
    while inline.step(substitutions) {}
    inline.flush();
}

struct Inline<'t, 'e> {
    text: &'t str,
    at: usize,
    line: usize,
    /// What has been read of this line.
    output: String,
    extract: &'e mut Extract,
    /// Whether what would close these is known to be missing.
    has_no_code: bool,
    has_no_quote: bool,
}

impl<'t> Inline<'t, '_> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    fn flush(&mut self) {
        self.extract.push(&self.output);
        self.output.clear();
    }

    /// Passes so many bytes, with the line breaks in them, and puts text in their place.
    fn replace(&mut self, length: usize, text: &str) {
        self.output.push_str(text);
        let passed = &self.text[self.at..self.at + length];
        let breaks = passed.matches('\n').count();
        self.at += length;
        if breaks > 0 {
            self.flush();
            self.line += breaks;
            self.extract.at_line(self.line);
        }
    }

    fn step(&mut self, substitutions: &mut Substitutions) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return false;
        };
        let is_start = self.before().is_none_or(|c| !c.is_alphanumeric());
        let done = match first {
            '\\' => self.escape(),
            '`' if rest.starts_with("``") => self.code(),
            '`' => self.quoted(""),
            ':' if is_start => self.role(),
            '_' if rest.starts_with("_`") && is_start => self.quoted_behind(1, ""),
            '_' => self.reference(),
            '*' => self.emphasis(),
            '|' if is_start => self.substitution(substitutions),
            '[' => self.note(),
            _ => false,
        };
        if !done {
            let plain = |c: char| !"\\`:_*|[\n".contains(c);
            let more = rest[first.len_utf8()..].find(|c| !plain(c));
            let length = if plain(first) {
                more.map_or(rest.len(), |more| more + first.len_utf8())
            } else {
                first.len_utf8()
            };
            self.replace(length, &rest[..length]);
        }
        true
    }

    fn escape(&mut self) -> bool {
        let Some(next) = self.rest()[1..].chars().next() else {
            return false;
        };
        let kept = if next.is_whitespace() {
            ""
        } else {
            &self.rest()[1..1 + next.len_utf8()]
        };
        self.replace(1 + next.len_utf8(), kept);
        true
    }

    /// ` ``code`` `
    fn code(&mut self) -> bool {
        let inner = &self.rest()[2..];
        let end = if self.has_no_code {
            None
        } else {
            inner.find("``")
        };
        self.has_no_code |= end.is_none();
        let Some(end) = end else {
            return false;
        };
        self.replace(2 + end + 2, &inner[..end]);
        true
    }

    /// Something in backquotes, which stands here: a link or what a role is of.
    fn quoted(&mut self, role: &str) -> bool {
        let inner = &self.rest()[1..];
        if inner.starts_with(char::is_whitespace) {
            return false;
        }
        let end = if self.has_no_quote {
            None
        } else {
            inner.find('`')
        };
        self.has_no_quote |= end.is_none();
        let Some(end) = end else {
            return false;
        };
        let text = &inner[..end];
        let behind = &inner[end + 1..];
        let marks = behind.bytes().take(2).take_while(|&b| b == b'_').count();
        // The role may stand behind it as well.
        let after =
            role_name(behind).map_or(0, |name| if role.is_empty() { name.len() + 2 } else { 0 });
        let (formula, told);
        let shown = match role {
            "math" => {
                formula = readable(text).unwrap_or_default();
                formula.as_str()
            }
            "rfc" | "pep" => {
                told = format!("{} {}", role.to_uppercase(), shown(text));
                told.as_str()
            }
            _ => shown(text),
        };
        self.replace(1 + end + 1 + marks + after, shown);
        true
    }

    /// `:role:` before something in backquotes.
    fn role(&mut self) -> bool {
        let Some(name) = role_name(self.rest()) else {
            return false;
        };
        if !self.rest()[name.len() + 2..].starts_with('`') {
            return false;
        }
        self.quoted_behind(name.len() + 2, name)
    }

    /// Something in backquotes behind so many bytes; without it, those are text.
    fn quoted_behind(&mut self, length: usize, role: &str) -> bool {
        self.at += length;
        let is_quoted = self.quoted(role);
        if !is_quoted {
            self.at -= length;
        }
        is_quoted
    }

    /// The `_` behind a word that is a link.
    fn reference(&mut self) -> bool {
        let rest = self.rest();
        let marks = rest.bytes().take_while(|&b| b == b'_').count();
        let is_end = rest[marks..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        let word = self.text[..self.at].chars().rev().take(LONGEST_NAME);
        let mut word = word
            .take_while(|&c| c.is_alphanumeric() || c == '_')
            .peekable();
        let is_word = word.peek().is_some_and(|&c| c != '_') && word.last() != Some('_');
        if marks > 2 || !is_end || !is_word {
            self.replace(marks, &rest[..marks]);
            return true;
        }
        self.replace(marks, "");
        true
    }

    /// The stars before or behind what is stressed.
    fn emphasis(&mut self) -> bool {
        let rest = self.rest();
        let marks = rest.bytes().take_while(|&b| b == b'*').count();
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let (before, behind) = (self.before(), rest[marks..].chars().next());
        let is_bound = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let opens = !is_space(behind) && is_bound(before);
        let closes = !is_space(before) && is_bound(behind);
        let is_markup = marks <= 3 && (opens || closes);
        self.replace(marks, if is_markup { "" } else { &rest[..marks] });
        true
    }

    fn substitution(&mut self, substitutions: &mut Substitutions) -> bool {
        let Some(name) = between(&self.rest()[1..], '|') else {
            return false;
        };
        let behind = &self.rest()[name.len() + 2..];
        let marks = behind.bytes().take(2).take_while(|&b| b == b'_').count();
        let text = substitutions
            .take(&name.to_lowercase())
            .unwrap_or("")
            .to_owned();
        self.replace(name.len() + 2 + marks, &text);
        true
    }

    /// `[1]_`: a note, which is told of elsewhere.
    fn note(&mut self) -> bool {
        let Some(name) = between(&self.rest()[1..], ']') else {
            return false;
        };
        let behind = &self.rest()[name.len() + 2..];
        if !behind.starts_with('_') || behind[1..].starts_with(char::is_alphanumeric) {
            return false;
        }
        self.output.truncate(self.output.trim_end().len());
        self.replace(name.len() + 3, "");
        true
    }
}

/// What stands before the next sign, without blanks at its ends.
fn between(text: &str, sign: char) -> Option<&str> {
    let near = &text[..text.floor_char_boundary(LONGEST_NAME)];
    let name = &near[..near.find([sign, '\n'])?];
    let is_name = !name.is_empty() && name.trim() == name && text[name.len()..].starts_with(sign);
    is_name.then_some(name)
}

/// The name in `:name:` at the beginning of a text.
fn role_name(text: &str) -> Option<&str> {
    let inner = text.strip_prefix(':')?;
    let is_name =
        |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'+' | b':');
    let length = inner
        .bytes()
        .take(LONGEST_NAME)
        .take_while(|&b| is_name(b))
        .count();
    let name = inner[..length].strip_suffix(':')?;
    (!name.is_empty() && !name.ends_with(':')).then_some(name)
}

/// The text of a link or of a role: without the place it leads to.
fn shown(text: &str) -> &str {
    let text = text.trim();
    if let Some(inner) = text.strip_suffix('>')
        && let Some(place) = inner.rfind('<')
    {
        let name = inner[..place].trim_end();
        return if name.is_empty() {
            &inner[place + 1..]
        } else {
            name
        };
    }
    match text.strip_prefix('~') {
        Some(path) => path.rsplit('.').next().unwrap_or(path),
        None => text.strip_prefix('!').unwrap_or(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        let mut substitutions = Substitutions::new(text.len());
        substitutions.texts.insert("v".to_owned(), "1.2".to_owned());
        let mut extract = Extract::default();
        write(text, 1, &mut substitutions, &mut extract);
        extract.open().to_owned()
    }

    #[test]
    fn markup_is_taken_off() {
        let cases = [
            (
                "*One* and **two**, 3 * 4 ** 5 ``a *b*`` (*c*).",
                "One and two, 3 * 4 ** 5 a *b* (c).",
            ),
            (
                "See `the docs <http://x>`_, `here`__, Python_ or a_b and __init__.",
                "See the docs, here, Python or a_b and __init__.",
            ),
            (
                ":ref:`Text <x>` :py:class:`~a.b.C` :func:`!f` `x`:code: at 10:30: `y`.",
                "Text C f x at 10:30: y.",
            ),
            (
                "Version |v| |V|_ |none| a | b | c || d.",
                "Version 1.2 1.2  a | b | c || d.",
            ),
            (
                "Noted [1]_. And [#auto]_ so [*]_, but [2] and a[3].",
                "Noted. And so, but [2] and a[3].",
            ),
            (":rfc:`5322`, :pep:`8`.", "RFC 5322, PEP 8."),
            (
                ":math:`x^2` and :math:`\\frac{a}{b}` it \\*a\\ b _`target` ` ``",
                "x^2 and  it *ab target ` ``",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
