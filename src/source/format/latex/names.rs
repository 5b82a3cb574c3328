//! What commands and environments mean for the text.

/// What becomes of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// It begins a section so many levels below a chapter.
    Section(u8),
    Title,
    MakeTitle,
    Note,
    Item,
    /// It ends a paragraph.
    Paragraph,
    /// It and so many arguments are no text, and neither is the blank before it.
    Reference(usize),
    /// It and so many arguments are no text.
    Dropped(usize),
    /// Its argument is a place on the web.
    Address,
    Verbatim,
    Definition,
    Begin,
    End,
    /// It is passed over, its arguments are text.
    Unknown,
}

pub(super) fn command(name: &str) -> Command {
    use Command::{
        Address, Begin, Definition, Dropped, End, Item, MakeTitle, Note, Paragraph, Reference,
        Section, Title, Unknown, Verbatim,
    };
    match name {
        "part" | "chapter" => Section(0),
        "section" | "frametitle" => Section(1),
        "subsection" => Section(2),
        "subsubsection" => Section(3),
        "paragraph" => Section(4),
        "subparagraph" => Section(5),
        "title" => Title,
        "maketitle" | "titlepage" => MakeTitle,
        "footnote" | "footnotetext" | "endnote" | "sidenote" | "marginpar" => Note,
        "item" => Item,
        "par" | "bigskip" | "medskip" | "smallskip" | "newpage" | "clearpage"
        | "cleardoublepage" => Paragraph,
        "ref" | "eqref" | "pageref" | "autoref" | "cref" | "Cref" | "vref" | "nameref"
        | "label" | "index" | "gls" | "footnotemark" | "thanks" | "parencite" | "textcite"
        | "autocite" | "footcite" | "Cite" | "fullcite" | "supercite" | "nocite" => {
            Reference(usize::from(name != "footnotemark"))
        }
        _ if name.starts_with("cite") => Reference(1),
        "includegraphics"
        | "input"
        | "include"
        | "subfile"
        | "import"
        | "bibliography"
        | "bibliographystyle"
        | "vspace"
        | "hspace"
        | "usepackage"
        | "RequirePackage"
        | "documentclass"
        | "pagestyle"
        | "thispagestyle"
        | "caption"
        | "captionof"
        | "author"
        | "date"
        | "institute"
        | "affil"
        | "affiliation"
        | "address"
        | "email"
        | "graphicspath"
        | "addbibresource"
        | "hypersetup"
        | "geometry"
        | "usetikzlibrary"
        | "tikzset"
        | "lstset"
        | "lstinputlisting"
        | "inputminted"
        | "todo"
        | "hyphenation"
        | "hyperlink"
        | "orcid"
        | "ccsdesc"
        | "keywords"
        | "shortauthors"
        | "authornote"
        | "titlenote"
        | "enlargethispage"
        | "color"
        | "textcolor"
        | "colorbox"
        | "href"
        | "raisebox"
        | "scalebox"
        | "theoremstyle"
        | "bibitem"
        | "selectlanguage"
        | "foreignlanguage"
        | "pagenumbering"
        | "bookmarksetup"
        | "captionsetup"
        | "parbox"
        | "pgfplotsset"
        | "PassOptionsToPackage"
        | "sisetup"
        | "acmConference"
        | "setstretch"
        | "linespread"
        | "phantom"
        | "hphantom"
        | "vphantom" => Dropped(1),
        "setlength"
        | "setcounter"
        | "addtocounter"
        | "addtolength"
        | "markboth"
        | "fontsize"
        | "rule"
        | "resizebox"
        | "multicolumn"
        | "newtheorem"
        | "DeclareMathOperator"
        | "addcontentsline"
        | "newcounter"
        | "newlength"
        | "settowidth"
        | "pdfbookmark" => Dropped(2),
        "newenvironment" | "renewenvironment" | "definecolor" | "titleformat"
        | "DeclareFontFamily" => Dropped(3),
        "url" | "nolinkurl" | "path" => Address,
        "verb" | "lstinline" => Verbatim,
        "newcommand"
        | "renewcommand"
        | "providecommand"
        | "DeclareRobustCommand"
        | "def"
        | "gdef"
        | "edef"
        | "newcommandx" => Definition,
        "begin" => Begin,
        "end" => End,
        _ => Unknown,
    }
}

/// What an environment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Environment {
    Document,
    Abstract,
    List,
    Quote,
    /// A slide: what stands in braces behind it is its heading.
    Slide,
    /// No text.
    Dropped,
    /// Paragraphs like all others.
    Other,
}

/// An environment by its name without a star.
pub(super) fn environment(name: &str) -> Environment {
    match name {
        "document" => Environment::Document,
        "abstract" => Environment::Abstract,
        "itemize" | "enumerate" | "description" | "list" | "compactitem" | "compactenum"
        | "inparaenum" | "tasks" => Environment::List,
        "quote" | "quotation" | "verse" | "displayquote" => Environment::Quote,
        "frame" => Environment::Slide,
        "figure" | "table" | "wrapfigure" | "wraptable" | "SCfigure" | "sidewaystable"
        | "sidewaysfigure" | "tabular" | "tabularx" | "tabulary" | "longtable" | "supertabular"
        | "tabbing" | "array" | "equation" | "align" | "aligned" | "gather" | "multline"
        | "eqnarray" | "flalign" | "alignat" | "displaymath" | "math" | "dmath"
        | "subequations" | "split" | "verbatim" | "Verbatim" | "lstlisting" | "minted"
        | "alltt" | "comment" | "tikzpicture" | "tikzcd" | "picture" | "pspicture"
        | "pgfpicture" | "forest" | "thebibliography" | "filecontents" | "algorithm"
        | "algorithmic" | "algorithm2e" | "code" | "IEEEkeywords" | "keywords" | "keyword"
        | "CCSXML" | "titlepage" => Environment::Dropped,
        _ => Environment::Other,
    }
}
