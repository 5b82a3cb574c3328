//! What was typed, as options of the library.

use std::fs;
use std::io::IsTerminal;
use std::path::{Component, Path};
use std::sync::Arc;

use epitome::compare::{CompareOptions, Correction, Direction, Sorting};
use epitome::context::{ContextOptions, Matching, Query, Selection, Sort};
use epitome::evaluate::rouge::Several;
use epitome::evaluate::{EvaluateOptions, Missing, Porter, Stems};
use epitome::keywords::{Background, KeywordOptions};
use epitome::overview::OverviewOptions;
use epitome::rank::{Position, RankOptions, WalkOptions};
use epitome::report::{Hyperlinks, Style};
use epitome::select::{Budget, Order, SummarizeOptions};
use epitome::source::filter::Filter;
use epitome::source::limits::Limits;
use epitome::source::{ReadOptions, RecordFields};
use epitome::terms::Units;
use epitome::text::{Language, LanguageKit, LanguageKits, TextOptions};

use super::args::{
    CombineArg, CommonArgs, CompareArgs, ContextArgs, CorrectionArg, DirectionArg,
    EvaluateKeywordsArgs, EvaluateSummariesArgs, KeywordsArgs, LengthArgs, MissingArg, OrderArg,
    OutputArgs, PositionArg, ReportArgs, ScoringArgs, SortArg, SummarizeArgs, TablesArg,
    TermOrderArg, WhenArg,
};
use super::cache::Cache;
use super::{Stop, worker};

impl SummarizeArgs {
    pub(super) fn options(&self) -> SummarizeOptions {
        let usual = RankOptions::default();
        SummarizeOptions {
            method: self.method,
            rank: RankOptions {
                walk: WalkOptions {
                    damping: self.damping.unwrap_or(usual.walk.damping),
                    ..usual.walk
                },
                focus_damping: self.damping.unwrap_or(usual.focus_damping),
                position: match self.position {
                    PositionArg::Auto => Position::Auto,
                    PositionArg::On => Position::On,
                    PositionArg::Off => Position::Off,
                },
                focus: Vec::new(),
            },
            focus: self.focus.clone(),
            budget: self.length.budget(),
            trade_off: self.trade_off,
            order: match self.order {
                OrderArg::Reading => Order::Reading,
                OrderArg::Score => Order::Score,
            },
            headings: self.headings,
            explain: self.explain,
            passages: self.heat,
        }
    }

    /// How many keywords stand beside a summary: some where people read, none where programs do.
    pub(super) fn keyword_count(&self) -> usize {
        let is_for_people = match self.common.output.format.name {
            "text" => self.common.output.style(true).width.is_some(),
            name => matches!(name, "markdown" | "html"),
        };
        self.keywords.unwrap_or(if is_for_people { 10 } else { 0 })
    }
}

impl LengthArgs {
    fn budget(&self) -> Budget {
        Budget {
            sentences: self.sentences,
            words: self.words,
            chars: self.chars,
            ratio: self.ratio,
            overshoot: self.overshoot,
        }
    }
}

impl ReportArgs {
    pub(super) fn options(&self) -> OverviewOptions {
        OverviewOptions {
            summary: SummarizeOptions {
                focus: self.focus.clone(),
                budget: self.length.budget(),
                ..SummarizeOptions::default()
            },
            keywords: KeywordOptions {
                top: self.keywords,
                ..KeywordOptions::default()
            },
        }
    }
}

impl KeywordsArgs {
    pub(super) fn options(&self) -> Result<KeywordOptions, Stop> {
        let background = self.background.as_deref().map(background).transpose()?;
        Ok(KeywordOptions {
            method: self.method,
            top: self.top,
            max_words: self.max_words,
            keep_nested: self.keep_nested,
            min_count: self.min_count,
            background: background.map(Arc::new),
        })
    }

    /// Whether something is asked for that takes all documents.
    pub(super) fn wants_all(&self) -> bool {
        self.tables == TablesArg::All || self.save_counts.is_some() || self.matrix.is_some()
    }
}

impl CompareArgs {
    pub(super) fn options(&self) -> CompareOptions {
        CompareOptions {
            measure: self.measure,
            dispersion: self.dispersion,
            min_count: self.min_count,
            min_documents: self.min_documents,
            alpha: self.alpha,
            correction: match self.correction {
                CorrectionArg::Bh => Correction::BenjaminiHochberg,
                CorrectionArg::Bonferroni => Correction::Bonferroni,
                CorrectionArg::None => Correction::None,
            },
            direction: match self.direction {
                Some(DirectionArg::Over) => Direction::Over,
                Some(DirectionArg::Under) => Direction::Under,
                Some(DirectionArg::Both) => Direction::Both,
                None if self.before.is_empty() => Direction::Over,
                None => Direction::Both,
            },
            sorting: match self.sort {
                TermOrderArg::Score => Sorting::Score,
                TermOrderArg::Term => Sorting::Term,
                TermOrderArg::Count => Sorting::Count,
                TermOrderArg::LogRatio => Sorting::LogRatio,
            },
            top: self.top,
            terms: None,
        }
    }
}

impl ContextArgs {
    /// The terms that are looked for; where they came as options, the first argument is a path.
    pub(super) fn query(&mut self) -> Result<Query, Stop> {
        if self.terms.is_empty() {
            let term = self.term.take().unwrap_or_default().into_string();
            let term = term.map_err(|_| Stop::Message("the term is not valid UTF-8".to_owned()))?;
            self.terms.push(term);
        } else if let Some(path) = self.term.take() {
            self.common.paths.insert(0, path.into());
        }
        let matching = Matching {
            exact: self.exact,
            case_sensitive: self.case_sensitive,
        };
        Query::new(&self.terms, matching).map_err(|error| Stop::Message(error.to_string()))
    }

    pub(super) fn options(&self) -> ContextOptions {
        ContextOptions {
            width: self.width,
            sort: match self.sort {
                SortArg::Position | SortArg::Path => Sort::Position,
                SortArg::Left => Sort::Left,
                SortArg::Right => Sort::Right,
            },
            selection: match (self.max, self.random) {
                (_, Some(most)) => Selection::Random(most),
                (Some(most), None) => Selection::First(most),
                (None, None) => Selection::All,
            },
            parts: self.parts,
            lines: !self.count,
        }
    }
}

impl CommonArgs {
    pub(super) fn read_options(&self) -> ReadOptions {
        ReadOptions {
            encoding: self.encoding,
            format: self.input_format,
            limits: Limits {
                bytes: self.max_size,
                expanded: self.max_unpacked,
                documents: self.max_documents,
                pages: self.max_pages,
                memory: self.max_memory,
                depth: self.max_depth,
                time: self.timeout,
            },
            fields: RecordFields {
                text: self.text_field.clone(),
                id: self.id_field.clone(),
                group: None,
            },
            worker: worker::this_program(),
            filter: self.filter(),
        }
    }

    fn filter(&self) -> Option<Filter> {
        let program = self.pre.clone()?;
        let mut globs = globset::GlobSetBuilder::new();
        for glob in &self.pre_glob {
            globs.add(glob.clone());
        }
        let only = globs.build().ok().filter(|globs| !globs.is_empty());
        Some(Filter { program, only })
    }

    /// The language of all documents, unless it is detected.
    pub(super) fn language(&self) -> Option<&'static Language> {
        Language::by_code(&self.lang)
    }

    pub(super) fn kits(&self) -> Result<LanguageKits, Stop> {
        Ok(LanguageKits::new(self.text_options()?))
    }

    /// A store of what a run makes of files that it reads like this: texts, and results by these settings.
    pub(super) fn open_cache(
        &self,
        folder: &Path,
        read: &ReadOptions,
        results: Option<&str>,
    ) -> Cache {
        let version = env!("CARGO_PKG_VERSION");
        let reading = (read.encoding, read.format, read.limits, &read.fields);
        let text = self.text_options().ok();
        let results = results.map(|results| format!("{results} {text:?} {}", self.lang));
        Cache::open(
            folder,
            &format!("{version} {reading:?}"),
            results.as_deref(),
        )
    }

    fn text_options(&self) -> Result<TextOptions, Stop> {
        let stopwords = match (&self.stopwords, self.no_stopwords) {
            (_, true) => Some(Vec::new()),
            (Some(path), _) => Some(word_list(path)?),
            _ => None,
        };
        let extra_stopwords = self
            .extra_stopwords
            .as_deref()
            .map_or(Ok(Vec::new()), word_list)?;
        Ok(TextOptions {
            stopwords,
            extra_stopwords,
            stem: !self.no_stem,
        })
    }

    /// How words are counted: what saved counts must agree in.
    pub(super) fn counted(&self, units: &Units) -> String {
        let stems = if self.no_stem {
            "as written"
        } else {
            "by stem"
        };
        let stopwords = match (&self.stopwords, self.no_stopwords) {
            (_, true) => "no stopwords",
            (Some(_), _) => "stopwords of a file",
            _ => "stopwords of the language",
        };
        let extra = if self.extra_stopwords.is_some() {
            " and more"
        } else {
            ""
        };
        format!("{units} {stems}, {stopwords}{extra}")
    }

    /// Whether progress is shown.
    pub(super) fn shows_progress(&self) -> bool {
        match self.progress {
            WhenArg::Always => true,
            WhenArg::Never => false,
            WhenArg::Auto => !self.output.quiet && std::io::stderr().is_terminal(),
        }
    }
}

impl EvaluateSummariesArgs {
    pub(super) fn several(&self) -> Several {
        match self.combine {
            CombineArg::Best => Several::Best,
            CombineArg::Mean => Several::Mean,
        }
    }
}

impl EvaluateKeywordsArgs {
    /// The lengths of list, each once, the shortest first.
    pub(super) fn lengths(&self) -> Vec<usize> {
        let mut lengths = self.at.clone();
        lengths.sort_unstable();
        lengths.dedup();
        lengths
    }
}

impl ScoringArgs {
    pub(super) fn options(&self) -> EvaluateOptions {
        EvaluateOptions {
            missing: match self.missing {
                MissingArg::Zero => Missing::Zero,
                MissingArg::Skip => Missing::Skip,
            },
            samples: self.samples,
        }
    }

    /// How words are stemmed; in English by `porter`.
    pub(super) fn stems<'k>(&self, kit: &'k LanguageKit, porter: Porter) -> Stems<'k> {
        if self.no_stem {
            Stems::None
        } else {
            Stems::of_language(kit, porter)
        }
    }
}

impl OutputArgs {
    /// The look of the output: that of a terminal only where it goes to one.
    pub(super) fn style(&self, has_headers: bool) -> Style {
        let is_terminal = self.file.is_none() && std::io::stdout().is_terminal();
        let color = match self.color {
            WhenArg::Always => true,
            WhenArg::Never => false,
            WhenArg::Auto => {
                self.file.is_none()
                    && anstream::AutoStream::choice(&std::io::stdout())
                        != anstream::ColorChoice::Never
            }
        };
        let columns =
            || terminal_size::terminal_size().map_or(80, |(width, _)| usize::from(width.0));
        Style {
            color,
            width: is_terminal.then(columns),
            has_headers,
            depth: self.depth(),
            links: self.links(is_terminal),
        }
    }

    /// Links for the terminal, if it is one that takes them.
    fn links(&self, is_terminal: bool) -> Option<Hyperlinks> {
        let is = |name: &str, value: &str| std::env::var_os(name).is_some_and(|own| own == value);
        let format = match &*self.hyperlinks {
            "auto" if !is_terminal || !supports_hyperlinks::supports_hyperlinks() => return None,
            "auto" if is("TERM", "xterm-kitty") => "kitty",
            "auto" if is("TERM_PROGRAM", "vscode") => "vscode",
            "auto" => "file",
            format => format,
        };
        Hyperlinks::new(format, std::env::current_dir().ok()?, Path::is_file)
    }

    /// How many folders the output is below the working one; nothing where that can't be told from its path.
    fn depth(&self) -> Option<usize> {
        let folder = self
            .file
            .as_deref()
            .map_or(Some(Path::new("")), Path::parent)?;
        let step = |component| match component {
            Component::Normal(_) => Some(1),
            Component::CurDir => Some(0),
            _ => None,
        };
        folder.components().map(step).sum()
    }
}

/// A table of words and their counts elsewhere.
fn background(path: &Path) -> Result<Background, Stop> {
    Background::parse(&list_text(path)?)
        .map_err(|error| Stop::Message(format!("{}: {error}", path.display())))
}

fn list_text(path: &Path) -> Result<String, Stop> {
    fs::read_to_string(path)
        .map_err(|error| Stop::Message(format!("{}: {}", path.display(), super::reason(&error))))
}

/// The words or phrases of a file, one a line; what stands behind a # is a comment.
pub(super) fn word_lines(path: &Path) -> Result<Vec<String>, Stop> {
    let text = list_text(path)?;
    let lines = text
        .lines()
        .map(|line| line.split('#').next().unwrap_or("").trim());
    Ok(lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect())
}

/// The words of a file, parted by blanks; what stands behind a # is a comment.
fn word_list(path: &Path) -> Result<Vec<String>, Stop> {
    let text = list_text(path)?;
    let words = text
        .lines()
        .flat_map(|line| line.split('#').next().unwrap_or("").split_whitespace());
    Ok(words.map(str::to_owned).collect())
}
