//! Letters with accents, and other characters that LaTeX writes by name.

/// Letters and the same with an accent, one string behind the other.
const ACCENTS: [(&str, &str, &str); 13] = [
    ("`", "aeiouAEIOUnN", "àèìòùÀÈÌÒÙǹǸ"),
    (
        "'",
        "aeiouyAEIOUYcnszlrCNSZLRgG",
        "áéíóúýÁÉÍÓÚÝćńśźĺŕĆŃŚŹĹŔǵǴ",
    ),
    ("^", "aeiouAEIOUcghjswyCGHJSWY", "âêîôûÂÊÎÔÛĉĝĥĵŝŵŷĈĜĤĴŜŴŶ"),
    ("\"", "aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
    ("~", "anoiuANOIU", "ãñõĩũÃÑÕĨŨ"),
    ("=", "aeiouAEIOU", "āēīōūĀĒĪŌŪ"),
    (".", "cegzCEGZI", "ċėġżĊĖĠŻİ"),
    ("c", "cstkglnrCSTKGLNR", "çşţķģļņŗÇŞŢĶĢĻŅŖ"),
    ("v", "cdenrstzlCDENRSTZLgG", "čďěňřšťžľČĎĚŇŘŠŤŽĽǧǦ"),
    ("H", "ouOU", "őűŐŰ"),
    ("k", "aeiuAEIU", "ąęįųĄĘĮŲ"),
    ("r", "auAU", "åůÅŮ"),
    ("u", "aegiouAEGIOU", "ăĕğĭŏŭĂĔĞĬŎŬ"),
];

/// Whether this control sequence puts an accent on what follows.
pub(super) fn is_accent(name: &str) -> bool {
    ACCENTS.iter().any(|(accent, _, _)| *accent == name)
}

/// A letter with an accent, or without where there is none such.
pub(super) fn accented(accent: &str, letter: char) -> char {
    let bare = match letter {
        'ı' => 'i',
        'ȷ' => 'j',
        letter => letter,
    };
    let row = ACCENTS.iter().find(|(name, _, _)| *name == accent);
    row.and_then(|(_, letters, marked)| {
        let place = letters.chars().position(|c| c == bare)?;
        marked.chars().nth(place)
    })
    .unwrap_or(letter)
}

/// The characters that a control sequence stands for.
pub(super) fn sign(name: &str) -> Option<&'static str> {
    Some(match name {
        "&" => "&",
        "%" => "%",
        "$" | "textdollar" => "$",
        "#" => "#",
        "_" | "textunderscore" => "_",
        "{" => "{",
        "}" => "}",
        " " | "\n" | "\t" | "," | ";" | ":" | "quad" | "qquad" | "enspace" | "thinspace"
        | "space" | "newline" | "linebreak" | "hfill" | "hfil" | "xspace" => " ",
        "ss" => "ß",
        "SS" => "ẞ",
        "o" => "ø",
        "O" => "Ø",
        "l" => "ł",
        "L" => "Ł",
        "ae" => "æ",
        "AE" => "Æ",
        "oe" => "œ",
        "OE" => "Œ",
        "aa" => "å",
        "AA" => "Å",
        "i" => "ı",
        "j" => "ȷ",
        "dh" => "ð",
        "DH" => "Ð",
        "dj" => "đ",
        "DJ" => "Đ",
        "th" => "þ",
        "TH" => "Þ",
        "S" | "textsection" => "§",
        "P" => "¶",
        "copyright" | "textcopyright" => "©",
        "textregistered" => "®",
        "texttrademark" => "™",
        "pounds" | "textsterling" => "£",
        "euro" | "texteuro" | "EUR" => "€",
        "textdegree" | "degree" => "°",
        "dots" | "ldots" | "textellipsis" => "…",
        "textendash" => "–",
        "textemdash" => "—",
        "textquoteleft" => "‘",
        "textquoteright" => "’",
        "textquotedblleft" => "“",
        "textquotedblright" => "”",
        "quotedblbase" | "glqq" => "„",
        "grqq" => "“",
        "guillemotleft" | "flqq" => "«",
        "guillemotright" | "frqq" => "»",
        "textbackslash" => "\\",
        "textasciitilde" => "~",
        "textasciicircum" => "^",
        "textbar" => "|",
        "textless" => "<",
        "textgreater" => ">",
        "textbullet" => "•",
        "TeX" => "TeX",
        "LaTeX" | "LaTeXe" => "LaTeX",
        "BibTeX" => "BibTeX",
        "slash" => "/",
        _ => return None,
    })
}

/// The signs of formulas that a sentence can be read with.
const FORMULA_SIGNS: [(&str, &str); 58] = [
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("varepsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("iota", "ι"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("phi", "φ"),
    ("varphi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Theta", "Θ"),
    ("Lambda", "Λ"),
    ("Sigma", "Σ"),
    ("Phi", "Φ"),
    ("Psi", "Ψ"),
    ("Omega", "Ω"),
    ("times", "×"),
    ("cdot", "·"),
    ("pm", "±"),
    ("leq", "≤"),
    ("le", "≤"),
    ("geq", "≥"),
    ("ge", "≥"),
    ("neq", "≠"),
    ("approx", "≈"),
    ("sim", "~"),
    ("infty", "∞"),
    ("in", "∈"),
    ("to", "→"),
    ("rightarrow", "→"),
    ("circ", "°"),
    ("ll", "≪"),
    ("gg", "≫"),
    ("ldots", "…"),
    ("dots", "…"),
    ("log", "log"),
    ("min", "min"),
    ("max", "max"),
    ("mathrm", ""),
    ("mathbf", ""),
    ("mathit", ""),
    ("text", ""),
];

/// A formula of more characters is not readable.
const LONGEST_FORMULA: usize = 40;

/// A short and simple formula without its markup.
pub(in super::super) fn readable(formula: &str) -> Option<String> {
    if formula.len() > 4 * LONGEST_FORMULA {
        return None;
    }
    let mut text = String::new();
    let mut rest = formula.trim();
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '{' | '}' => {}
            '\\' => {
                let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
                let name = &rest[..length.max(rest.chars().next().map_or(0, char::len_utf8))];
                let sign = FORMULA_SIGNS.iter().find(|(known, _)| *known == name);
                text.push_str(match (name, sign) {
                    (_, Some((_, sign))) => sign,
                    ("%" | "$" | "#" | "&" | "_", _) => name,
                    (" " | "," | ";" | ":" | "quad", _) => " ",
                    ("!", _) => "",
                    _ => return None,
                });
                rest = rest[name.len()..].trim_start_matches(|c| length > 0 && c == ' ');
            }
            '~' | '\n' => text.push(' '),
            c => text.push(c),
        }
    }
    (text.chars().count() <= LONGEST_FORMULA).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_its_marked_one() {
        for (accent, letters, marked) in ACCENTS {
            assert_eq!(letters.chars().count(), marked.chars().count(), "{accent}");
        }
        assert_eq!(
            (accented("\"", 'o'), accented("'", 'ı'), accented("v", 'q')),
            ('ö', 'í', 'q')
        );
    }

    #[test]
    fn simple_formulas_are_readable() {
        let cases = [
            ("n", Some("n")),
            ("O(n^2)", Some("O(n^2)")),
            ("10^{-3}", Some("10^-3")),
            ("\\alpha \\leq 5\\,\\%", Some("α≤5 %")),
            ("\\frac{a}{b}", None),
            ("a + b + c + d + e + f + g + h + i + j + k + l", None),
        ];
        for (formula, text) in cases {
            assert_eq!(readable(formula).as_deref(), text, "{formula}");
        }
    }
}
