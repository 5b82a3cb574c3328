//! LaTeX: the text of an article, without what only a typesetter needs.

mod names;
mod reading;
pub(super) mod signs;

use super::{Format, Read};
use crate::document::Document;
use crate::source::decode::Decoded;
use crate::source::look::Look;
use reading::Reading;

pub(super) const FORMAT: Format = Format {
    name: "latex",
    about: "LaTeX: text, headings and lists; formulas, figures, tables, citations and listings are left out",
    extensions: &["tex", "latex", "ltx"],
    recognizes,
    read: Read::Text(parse),
};

/// The class of the document stands near the start, with only comments and commands before it.
fn recognizes(look: &Look) -> bool {
    let mut lines = look.start().lines().map(str::trim_start);
    let first = lines.find(|line| {
        !line.is_empty() && !line.starts_with(['%', '\\']) || line.starts_with("\\documentclass")
    });
    first.is_some_and(|line| line.starts_with("\\documentclass"))
}

fn parse(name: &str, decoded: Decoded) -> Document {
    let source = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    // Behind a carriage return a blank line is none.
    let source = source.replace("\r\n", "\n");
    Reading::new(&source).into_document(name)
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use crate::document::{BlockKind, Document};
    use crate::source::{ReadOptions, read_bytes};

    fn read(text: &str) -> Document {
        let documents = read_bytes("a.tex", text.as_bytes().to_vec(), &ReadOptions::default());
        documents.into_iter().next().unwrap().unwrap()
    }

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        let blocks = document.blocks().iter();
        blocks
            .map(|block| (block.kind, block.span.of(document.text())))
            .collect()
    }

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let document = read(text);
        let texts: Vec<&str> = blocks(&document)
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn an_article_has_a_title_sections_and_lists() {
        let text = r"% A comment
\documentclass[a4paper]{article}
\usepackage{x} Nothing.
\newcommand{\eg}{e.g.\ }
\title[Short]{The \emph{gate}\thanks{Nobody} \\ that held}
\author{A \and B}
\begin{document}
\maketitle
\begin{abstract}
We tell
of a gate.
\end{abstract}
\section{Introduction}\label{sec:one}
The ga% not this
 te held, \eg at night\footnote{By the guard.
So it is said.} and by \textbf{day}.

\subsection*{Points}
\begin{itemize}
  \item One.
  \item[Two] is \begin{enumerate}\item three.\end{enumerate}
\end{itemize}
\begin{figure}\includegraphics{x}\caption{No text.}\end{figure}
\begin{quote}Said she.\end{quote}
Behind.
\end{document}
Not this.";
        let document = read(text);
        let expected = [
            (BlockKind::Heading(1), "The gate that held"),
            (BlockKind::Heading(2), "Abstract"),
            (BlockKind::Paragraph, "We tell of a gate."),
            (BlockKind::Heading(2), "Introduction"),
            (
                BlockKind::Paragraph,
                "The gate held, e.g. at night and by day.",
            ),
            (BlockKind::ListItem, "By the guard. So it is said."),
            (BlockKind::Heading(3), "Points"),
            (BlockKind::ListItem, "One."),
            (BlockKind::ListItem, "Two is"),
            (BlockKind::ListItem, "three."),
            (BlockKind::Quote, "Said she."),
            (BlockKind::Paragraph, "Behind."),
        ];
        assert_eq!(blocks(&document), expected);
        assert_eq!(document.title.as_deref(), Some("The gate that held"));
        let line = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!(
            (
                line("We tell"),
                line("of a"),
                line("te held"),
                line("Behind")
            ),
            (10, 11, 15, 25)
        );
    }

    #[test]
    fn references_and_formulas_leave_whole_sentences() {
        reads(
            r"As shown~\cite[p.~3]{a,b}. So (\ref{x}) it is \citep{y}, see Figure~\ref{fig:a} for $n$ and $O(n^{2})$.
\[ x = y \] It is $\frac{a}{b}$ so $$z$$ ever. \begin{align*} a \end{align*} End \url{http://a.b/c_d%20e}.
\href{http://x%y}{Here} \verb|a_b| \(k\)\label{z}. 50\% of \$5.",
            &[
                "As shown. So it is, see Figure for n and O(n^2). It is so ever. End http://a.b/c_d%20e. Here a_b k. 50% of $5.",
            ],
        );
    }

    #[test]
    fn signs_and_accents_are_characters() {
        reads(
            r#"\"Ubergr\"o{\ss}e, \'etude, fran\c{c}ais, \v{S}koda, na\"{\i}ve, \o re, {\L}\'od\'z, ``so'' -- or --- `not'. A~b\,c \& d\_e \LaTeX{} f\textsuperscript{th} co\-op."#,
            &[
                "Übergröße, étude, français, Škoda, naïve, øre, Łódź, “so” – or — ‘not'. A\u{a0}b c & d_e LaTeX fth coop.",
            ],
        );
        reads(
            "\\usepackage[ngerman]{babel}\n\nDas \"Ubel \"`da\"'.",
            &["Das Übel „da“."],
        );
    }

    #[test]
    fn abbreviations_are_bounded() {
        let mut text =
            "\\newcommand{\\a}{xxxxxxxxxx}\\def\\b#1{(#1)}\\newcommand\\c[1]{#1}".to_owned();
        for i in 0..20 {
            let name = |i: u8| char::from(b'd' + i);
            let body = format!("\\{}", if i == 0 { 'a' } else { name(i - 1) }).repeat(10);
            text.push_str(&format!("\\newcommand{{\\{}}}{{{body}}}", name(i)));
        }
        let text = format!("{text}\\a\\b{{y}}\\c{{z}} {}", "\\e ".repeat(10_000));
        let document = read(&text);
        assert!(document.text().starts_with("xxxxxxxxxxyz"));
        assert!(document.text().len() < 3 * text.len() + (1 << 17));
    }

    #[test]
    fn chapters_are_above_sections() {
        let document =
            read("\\chapter{One}\nText.\n\n\\section{Two\n\nMore.} \\paragraph{Run in} it goes");
        let expected = [
            (BlockKind::Heading(2), "One"),
            (BlockKind::Paragraph, "Text."),
            (BlockKind::Heading(3), "Two"),
            (BlockKind::Paragraph, "More."),
            (BlockKind::Heading(6), "Run in"),
            (BlockKind::Paragraph, "it goes"),
        ];
        assert_eq!(blocks(&document), expected);
    }

    #[test]
    fn the_class_tells() {
        let name = |text: &str| {
            let look = crate::source::look::Look::new(text.as_bytes());
            super::super::choose(&look, None, &crate::source::RecordFields::default()).name
        };
        assert_eq!(
            name("% x\n\\RequirePackage{y}\n\n\\documentclass{article}"),
            "latex"
        );
        assert_eq!(name("See \\documentclass{article}"), "plain");
        assert_eq!(name("Text.\n\\documentclass{article}"), "plain");
    }

    #[test]
    fn hostile_files_end_soon() {
        let units = [
            "{",
            "}",
            "\\",
            "$",
            "$a ",
            "[",
            "\\a[",
            "\\cite{",
            "\\footnote{",
            "\\section{",
            "\\title{",
            "\\begin{figure}",
            "\\begin{itemize}",
            "\\begin{x",
            "\\end{x}",
            "\\verb|",
            "\\url{",
            "\\newcommand{\\a}{",
            "\\def\\a{\\a\\a}\\a ",
            "\\item[",
            "\\[",
            "\\(",
            "%",
            "\\iffalse ",
            "\\'{",
            "$$a",
            "``",
            "~",
            "\\ref{a}) (",
        ];
        reads_repeated("a.tex", "", &units);
    }
}
