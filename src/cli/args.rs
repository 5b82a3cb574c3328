//! What was typed.

mod parse;
mod values;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use epitome::source::limits::Limits;
use epitome::{evaluate, keywords, rank, report, source};

use super::units::UnitsArgs;
pub(super) use parse::{Parsed, command, parse};
pub(super) use values::{
    CombineArg, CorrectionArg, DirectionArg, GroupByArg, MatrixValuesArg, MissingArg, NamedGlob,
    OrderArg, PositionArg, SortArg, TablesArg, TermOrderArg, WhenArg,
};
use values::{
    at_least_one, dispersion, encoding, group_by, hyperlinks, input_format, keyword_ranking,
    language, matrix_path, measure, named_glob, output_format, parts, phrase_length,
    positive_share, ranking, seconds, share, size, tokenizer, width,
};

/// Summarizes documents and counts what is in them.
#[derive(Debug, Parser)]
#[command(
    name = "epitome",
    version,
    propagate_version = true,
    args_override_self = true
)]
pub(super) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Summarize each document, or all of them together
    #[command(visible_alias = "summarise")]
    Summarize(SummarizeArgs),
    /// Tell the keywords of each document, and of all of them together
    Keywords(KeywordsArgs),
    /// Tell what sets documents apart: terms that one has more of than the others
    Compare(CompareArgs),
    /// Add up counts that `epitome keywords --save-counts` saved
    Merge(MergeArgs),
    /// Show where a term stands, in its sentences, and how it is spread over each text
    #[command(arg_required_else_help = true)]
    Context(ContextArgs),
    /// Make a page of it all: summaries, shaded texts, keywords, what sets documents apart
    Report(ReportArgs),
    /// Score summaries or keywords against those that people wrote
    Evaluate(EvaluateArgs),
    /// List the languages and what is known of each
    Languages,
    /// List the methods and measures, with their sources
    Methods,
    /// Print the JSON Schema of an output
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
    /// Print the manual
    Man(ManArgs),
}

#[derive(Debug, Args)]
pub(super) struct SummarizeArgs {
    #[command(flatten)]
    pub length: LengthArgs,

    /// How sentences are scored (see `epitome methods`)
    #[arg(short, long, value_name = "NAME", default_value = rank::METHODS[0].name, value_parser = ranking())]
    pub method: &'static rank::Method,
    /// What the summary is to be about: words or a sentence
    #[arg(long, value_name = "TEXT")]
    pub focus: Option<String>,
    /// Make one summary of all documents
    #[arg(long)]
    pub joint: bool,
    /// With --joint: rank about N sentences at a time, and then the best of all, so that memory holds them
    #[arg(long, value_name = "N", default_value_t = 1_000_000, requires = "joint", value_parser = at_least_one)]
    pub shard_size: usize,
    /// The order of the sentences
    #[arg(long, value_name = "ORDER", default_value = "reading")]
    pub order: OrderArg,
    /// Whether an early place in the document counts (auto: in writing, not in speech)
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub position: PositionArg,
    /// The weight of the score against redundancy, from 0 to 1 (default: the method's)
    #[arg(long, value_name = "W", value_parser = share)]
    pub trade_off: Option<f64>,
    /// The damping of the random walk, from 0 to 1 (default: 0.85, with a focus 0.3)
    #[arg(long, value_name = "D", value_parser = share)]
    pub damping: Option<f64>,
    /// Let headings be sentences of the summary too
    #[arg(long)]
    pub headings: bool,
    /// Tell for each sentence how its score came about
    #[arg(long)]
    pub explain: bool,
    /// Show the whole text too, shaded by the scores of its sentences
    #[arg(long, conflicts_with = "joint")]
    pub heat: bool,
    /// Add N keywords to each summary (10 on a terminal, in Markdown and HTML, else 0)
    #[arg(short = 'k', long = "keywords", value_name = "N")]
    pub keywords: Option<usize>,

    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct LengthArgs {
    /// At most N sentences
    #[arg(short = 'n', long, value_name = "N", help_heading = "Length", value_parser = at_least_one)]
    pub sentences: Option<usize>,
    /// At most N words, however they are counted
    #[arg(short = 'w', long, value_name = "N", help_heading = "Length", value_parser = at_least_one)]
    pub words: Option<usize>,
    /// At most N characters, line breaks included
    #[arg(short = 'c', long, value_name = "N", help_heading = "Length", value_parser = at_least_one)]
    pub chars: Option<usize>,
    /// At most this share of the text's words, above 0 and up to 1
    #[arg(short = 'r', long, value_name = "R", help_heading = "Length", value_parser = positive_share)]
    pub ratio: Option<f64>,
    /// Take the sentence that crosses the limit too, so that the limit is reached
    #[arg(long, help_heading = "Length")]
    pub overshoot: bool,
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    #[command(flatten)]
    pub length: LengthArgs,
    /// What the summaries are to be about: words or a sentence
    #[arg(long, value_name = "TEXT")]
    pub focus: Option<String>,
    /// At most N keywords a table
    #[arg(short = 'k', long = "keywords", value_name = "N", default_value_t = 15, value_parser = at_least_one)]
    pub keywords: usize,

    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct KeywordsArgs {
    /// At most N keywords a table
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = at_least_one)]
    pub top: usize,
    /// How keywords are ranked (see `epitome methods`)
    #[arg(short, long, value_name = "NAME", default_value = keywords::METHODS[0].name, value_parser = keyword_ranking())]
    pub method: &'static keywords::Method,
    /// Phrases of at most N words, from 1 to 3 (default: the method's)
    #[arg(long, value_name = "N", value_parser = phrase_length)]
    pub max_words: Option<usize>,
    /// Weigh words by how common they are elsewhere: a table of word, tab, count
    #[arg(long, value_name = "FILE")]
    pub background: Option<PathBuf>,
    /// Leave out keywords that occur fewer than N times
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min_count: u64,
    /// Keep phrases that only occur inside better, longer ones
    #[arg(long)]
    pub keep_nested: bool,
    /// Which tables: one a file, one of all files, or both
    #[arg(long, value_name = "WHICH", default_value = "both")]
    pub tables: TablesArg,

    /// Save the counts of all words, for `epitome merge` and `epitome compare`; compressed if it ends in .gz. If it
    /// ends in .parquet: sums over documents, for engines that add up those of many parts
    #[arg(long, value_name = "FILE", help_heading = "Tables")]
    pub save_counts: Option<PathBuf>,
    /// In saved Parquet: sums for each directory, or each value of a field of JSON Lines or a column of a table
    #[arg(long, value_name = "dir|field:NAME", help_heading = "Tables", requires = "save_counts", value_parser = group_by)]
    pub counts_by: Option<GroupByArg>,
    /// Write the table of all documents and words: .csv, .tsv, .jsonl or .mtx (Matrix Market), also with .gz
    #[arg(long, value_name = "FILE", help_heading = "Tables", value_parser = matrix_path)]
    pub matrix: Option<PathBuf>,
    /// In saved counts and in the table of --matrix: count runs of N to M words, instead of words
    #[arg(long, value_name = "N..M", help_heading = "Tables")]
    pub ngrams: Option<epitome::terms::NGrams>,
    /// In these: count words, and phrases of up to four words without stopwords
    #[arg(long, help_heading = "Tables", conflicts_with = "ngrams")]
    pub phrases: bool,
    /// What stands in that table
    #[arg(
        long,
        value_name = "WHAT",
        default_value = "counts",
        help_heading = "Tables",
        requires = "matrix"
    )]
    pub matrix_values: MatrixValuesArg,

    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct MergeArgs {
    /// Files with saved counts
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Write to a file, compressed if it ends in .gz (default: standard output)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// Compare with these files or directories together, instead of each with the rest
    #[arg(long, value_name = "PATH", num_args = 1.., help_heading = "Groups", conflicts_with_all = ["pairwise", "before", "after"])]
    pub against: Vec<PathBuf>,
    /// A group of the files that match a pattern; may be repeated, also with the same name
    #[arg(long, value_name = "NAME=GLOB", help_heading = "Groups", value_parser = named_glob, conflicts_with_all = ["group_by", "before", "after"])]
    pub group: Vec<NamedGlob>,
    /// Groups by directory (dir: each one named, or where one is named each one in it) or by a field of JSON Lines
    /// or a column of a table (field:NAME)
    #[arg(long, value_name = "dir|field:NAME", help_heading = "Groups", value_parser = group_by, conflicts_with_all = ["before", "after"])]
    pub group_by: Option<GroupByArg>,
    /// Compare with counts in a file: a line a term, a tab and its count, or what --save-counts wrote
    #[arg(long, value_name = "FILE", help_heading = "Groups", conflicts_with_all = ["against", "pairwise", "before", "after"])]
    pub reference_counts: Option<PathBuf>,
    /// Compare each group with each other one
    #[arg(long, help_heading = "Groups", conflicts_with_all = ["before", "after"])]
    pub pairwise: bool,
    /// The older version: tells what rose, fell, appeared and vanished
    #[arg(long, value_name = "PATH", num_args = 1.., help_heading = "Groups", requires = "after")]
    pub before: Vec<PathBuf>,
    /// The newer version
    #[arg(long, value_name = "PATH", num_args = 1.., help_heading = "Groups", requires = "before", conflicts_with = "paths")]
    pub after: Vec<PathBuf>,
    #[command(flatten)]
    pub units: UnitsArgs,

    /// Exit with 1 if a term differs significantly, with 0 if none does
    #[arg(long)]
    pub exit_code: bool,

    /// At most N terms a group
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = at_least_one)]
    pub top: usize,
    /// The measure that chooses and orders the terms, `score` in JSON and CSV (see `epitome methods`)
    #[arg(short, long, value_name = "NAME", default_value = epitome::compare::MEASURES[0].name, value_parser = measure())]
    pub measure: &'static epitome::compare::Measure,
    /// The measure in the field `dispersion` of JSON and CSV (see `epitome methods`)
    #[arg(long, value_name = "NAME", default_value = "dp", value_parser = dispersion())]
    pub dispersion: &'static epitome::compare::Dispersion,
    /// The order in which the chosen terms are listed
    #[arg(long, value_name = "ORDER", default_value = "score")]
    pub sort: TermOrderArg,
    /// Test terms that occur N times or more on both sides together
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub min_count: u64,
    /// Test terms that N documents or more have, on both sides together
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub min_documents: u64,
    /// Test and list just the terms in a file, one a line, whatever comes of it
    #[arg(long, value_name = "FILE")]
    pub terms: Option<PathBuf>,
    /// The largest adjusted p-value of a listed term; the level of LRC
    #[arg(long, value_name = "P", default_value_t = 0.05, value_parser = share)]
    pub alpha: f64,
    /// How p-values are corrected for many tests
    #[arg(long, value_name = "HOW", default_value = "bh")]
    pub correction: CorrectionArg,
    /// Terms that a group has more of, less of, or both (over; with --before both)
    #[arg(long, value_name = "WHICH")]
    pub direction: Option<DirectionArg>,

    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
#[command(override_usage = "epitome context [OPTIONS] TERM [PATH]...\n       \
        epitome context [OPTIONS] -e TERM... [PATH]...")]
pub(super) struct ContextArgs {
    /// A word or a phrase; with -e, all arguments are paths
    #[arg(value_name = "TERM", required_unless_present = "terms")]
    pub term: Option<OsString>,
    /// Look for this term; may be repeated
    #[arg(
        id = "terms",
        short = 'e',
        long = "term",
        value_name = "TERM",
        help_heading = "Terms"
    )]
    pub terms: Vec<String>,
    /// Match words as they are written, not by stem; Chinese, Japanese and Thai by characters
    #[arg(long, help_heading = "Terms")]
    pub exact: bool,
    /// Match letters in the same case only
    #[arg(short = 's', long, help_heading = "Terms")]
    pub case_sensitive: bool,

    /// Show N characters on each side, within the paragraph (default: the sentence)
    #[arg(short = 'w', long, value_name = "N", help_heading = "Lines", value_parser = width)]
    pub width: Option<usize>,
    /// The order of the lines of a document
    #[arg(
        long,
        value_name = "ORDER",
        default_value = "position",
        help_heading = "Lines"
    )]
    pub sort: SortArg,
    /// At most N lines a document, the first in their order (default: all)
    #[arg(short = 'n', long, value_name = "N", help_heading = "Lines", value_parser = at_least_one)]
    pub max: Option<usize>,
    /// At most N lines a document, drawn by lot: the same on every run over the same text
    #[arg(long, value_name = "N", help_heading = "Lines", conflicts_with = "max", value_parser = at_least_one)]
    pub random: Option<usize>,
    /// Only count: matches of each document, per million words, and how they are spread
    #[arg(short = 'c', long, help_heading = "Lines", conflicts_with_all = ["width", "max", "random"])]
    pub count: bool,
    /// Cut each text into N parts, to tell how a term is spread
    #[arg(long, value_name = "N", default_value_t = 40, help_heading = "Lines", value_parser = parts)]
    pub parts: usize,

    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
pub(super) struct CommonArgs {
    /// Files, directories (walked), or - for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Read paths from a file, one a line (-: standard input)
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub files_from: Vec<PathBuf>,
    /// Read paths from a file, each ended by a NUL
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub files0_from: Vec<PathBuf>,
    /// In directories, only files that match (with ! in front: that don't)
    #[arg(short, long, value_name = "GLOB", help_heading = "Input")]
    pub glob: Vec<String>,
    /// Walk hidden files and directories too
    #[arg(long, help_heading = "Input")]
    pub hidden: bool,
    /// Don't obey .gitignore and .ignore files
    #[arg(long, help_heading = "Input")]
    pub no_ignore: bool,
    /// Only list the files that would be read
    #[arg(long, help_heading = "Input")]
    pub list_files: bool,
    /// The encoding of all files (default: by byte order mark, else detected)
    #[arg(short = 'E', long, value_name = "LABEL", help_heading = "Input", value_parser = encoding)]
    pub encoding: Option<source::decode::Encoding>,
    /// The format of all files (default: by content, else by extension). With jsonl and -f jsonl, `summarize` and
    /// `keywords` take record by record and give a line for each, in constant memory
    #[arg(long, value_name = "NAME", help_heading = "Input", value_parser = input_format())]
    pub input_format: Option<&'static source::format::Format>,
    /// The field of JSON Lines or column of a table with the text (default: text, body, content, article or abstract)
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub text_field: Option<String>,
    /// The field of JSON Lines or column of a table that names a document (default: id, else the line)
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub id_field: Option<String>,
    /// Pass over files and texts larger than this (500M, 2G, or bytes; at most 2G)
    #[arg(long, value_name = "SIZE", default_value = "2G", help_heading = "Input", value_parser = size)]
    pub max_size: u64,
    /// Unpack at most this much from one compressed file or archive
    #[arg(long, value_name = "SIZE", default_value = "1G", help_heading = "Input", value_parser = size)]
    pub max_unpacked: u64,
    /// Take at most N documents of one file
    #[arg(long, value_name = "N", default_value_t = Limits::default().documents, help_heading = "Input", value_parser = at_least_one)]
    pub max_documents: usize,
    /// Read what this program writes for a file: it is called with the path and has the file on standard input
    #[arg(long, value_name = "PROGRAM", help_heading = "Input")]
    pub pre: Option<PathBuf>,
    /// Keep in this folder what takes long, the texts of PDF, office and web pages and summaries, and take it from there
    /// for files that have not changed
    #[arg(
        long,
        value_name = "DIR",
        help_heading = "Input",
        conflicts_with = "pre"
    )]
    pub cache: Option<PathBuf>,
    /// Only files like this go through --pre (may be given several times)
    #[arg(long, value_name = "GLOB", help_heading = "Input", requires = "pre")]
    pub pre_glob: Vec<globset::Glob>,
    /// Take documents of at most N pages
    #[arg(long, value_name = "N", default_value_t = Limits::default().pages, help_heading = "Input", value_parser = at_least_one)]
    pub max_pages: usize,
    /// Give up on a PDF that takes more memory to read
    #[arg(long, value_name = "SIZE", default_value = "2G", help_heading = "Input", value_parser = size)]
    pub max_memory: u64,
    /// Open archives and compressed files inside of one another down to N
    #[arg(long, value_name = "N", default_value_t = Limits::default().depth, help_heading = "Input", value_parser = at_least_one)]
    pub max_depth: usize,
    /// Give up on a document that takes longer to unpack and read; 0: never
    #[arg(long, value_name = "SECONDS", default_value = "120", help_heading = "Input", value_parser = seconds)]
    pub timeout: Duration,

    /// The language of all files, or auto
    #[arg(short, long, value_name = "LANG", default_value = "auto", help_heading = "Text", hide_possible_values = true, ignore_case = true, value_parser = language())]
    pub lang: String,
    /// Stopwords in place of the language's own: a file with one or more a line
    #[arg(long, value_name = "FILE", help_heading = "Text")]
    pub stopwords: Option<PathBuf>,
    /// Stopwords beside the others
    #[arg(long, value_name = "FILE", help_heading = "Text")]
    pub extra_stopwords: Option<PathBuf>,
    /// No stopwords at all
    #[arg(long, help_heading = "Text", conflicts_with = "stopwords")]
    pub no_stopwords: bool,
    /// Don't group words by stem
    #[arg(long, help_heading = "Text")]
    pub no_stem: bool,

    #[command(flatten)]
    pub output: OutputArgs,
    /// Whether to show progress
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    pub progress: WhenArg,
    /// Tell at the end, on standard error, how much was read and how long it took; JSON Lines get a last line of it
    #[arg(long, help_heading = "Output")]
    pub stats: bool,

    /// How many threads to use (0: one a core)
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Read defaults from this TOML file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct OutputArgs {
    /// The format of the output
    #[arg(short, long, value_name = "NAME", default_value = "text", help_heading = "Output", value_parser = output_format)]
    pub format: &'static report::Format,
    /// Write to a file, which is replaced only when all is done
    #[arg(
        id = "output",
        short,
        long,
        value_name = "FILE",
        help_heading = "Output"
    )]
    pub file: Option<PathBuf>,
    /// Whether to use colours
    #[arg(
        long,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Output"
    )]
    pub color: WhenArg,
    /// Show long output on a terminal with this program; never: with none (default: $PAGER, else less)
    #[arg(long, value_name = "COMMAND", help_heading = "Output")]
    pub pager: Option<OsString>,
    /// Link documents and lines on a terminal: auto, never, file, kitty, vscode, or an address with {path} and {line}
    #[arg(long, value_name = "FORMAT", default_value = "auto", help_heading = "Output", value_parser = hyperlinks)]
    pub hyperlinks: String,
    /// No progress and no notes; errors are still told
    #[arg(short, long, help_heading = "Output")]
    pub quiet: bool,
}

#[derive(Debug, Args)]
pub(super) struct EvaluateArgs {
    #[command(subcommand)]
    pub task: EvaluateTask,
}

#[derive(Debug, Subcommand)]
pub(super) enum EvaluateTask {
    /// Score summaries: ROUGE-1, ROUGE-2, ROUGE-L and ROUGE-Lsum
    Summaries(EvaluateSummariesArgs),
    /// Score keyword lists: precision, recall and F1 of the first k, and MAP
    Keywords(EvaluateKeywordsArgs),
}

#[derive(Debug, Args)]
pub(super) struct EvaluateSummariesArgs {
    #[command(flatten)]
    pub scoring: ScoringArgs,

    /// What several references of a document make
    #[arg(long, value_name = "HOW", default_value = "best")]
    pub combine: CombineArg,
    /// The tokens that overlaps are counted in (default: ascii for English, else unicode)
    #[arg(long, value_name = "NAME", value_parser = tokenizer())]
    pub tokens: Option<&'static evaluate::Tokenizer>,
}

#[derive(Debug, Args)]
pub(super) struct EvaluateKeywordsArgs {
    #[command(flatten)]
    pub scoring: ScoringArgs,

    /// Score the first K keywords; the largest K is the depth of MAP
    #[arg(long, value_name = "K", value_delimiter = ',', default_values_t = evaluate::keywords::LENGTHS, value_parser = at_least_one)]
    pub at: Vec<usize>,
}

#[derive(Debug, Args)]
pub(super) struct ScoringArgs {
    /// What systems made: directories, JSON, JSON Lines, or - for standard input
    ///
    /// A directory has a file a document, named after it. JSON is what this program writes, or has objects with
    /// an `id` (or `path`) and a `text` (or `summary`), or `keywords`. The second system and all further ones
    /// are compared with the first.
    #[arg(value_name = "SYSTEM")]
    pub systems: Vec<PathBuf>,

    /// What people made: directories, JSON, JSON Lines, or the files of one document; may be repeated
    ///
    /// Files are named after the documents; several for the same are doc1.1.txt and doc1.2.txt, or doc1.A.txt and
    /// doc1.B.txt, or stand in folders of their own. Objects of JSON may have several `references`.
    #[arg(short, long, value_name = "PATH", required = true)]
    pub references: Vec<PathBuf>,
    /// What a document counts that a system gave nothing for
    #[arg(long, value_name = "HOW", default_value = "zero")]
    pub missing: MissingArg,
    /// Resample documents N times for intervals and p-values
    #[arg(long, value_name = "N", default_value_t = evaluate::EvaluateOptions::default().samples)]
    pub samples: usize,

    /// The encoding of all files (default: by byte order mark, else detected)
    #[arg(short = 'E', long, value_name = "LABEL", help_heading = "Text", value_parser = encoding)]
    pub encoding: Option<source::decode::Encoding>,
    /// The language of all documents, or auto: that of all references together
    #[arg(short, long, value_name = "LANG", default_value = "auto", help_heading = "Text", hide_possible_values = true, ignore_case = true, value_parser = language())]
    pub lang: String,
    /// Compare words as they are, not their stems
    #[arg(long, help_heading = "Text")]
    pub no_stem: bool,

    #[command(flatten)]
    pub output: OutputArgs,

    /// How many threads to use (0: one a core)
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// Read defaults from this TOML file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct SchemaArgs {
    /// Which output
    #[arg(value_parser = PossibleValuesParser::new(report::schema::SCHEMAS.iter().map(|(name, _)| *name)))]
    pub name: String,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The page of this command alone (default: that of all commands)
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    pub command: Vec<String>,
    /// Write a page for each command into this folder: epitome.1, epitome-summarize.1, and so on
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// Which shell
    pub shell: clap_complete::Shell,
}
