//! From what was typed to a command.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::builder::{FalseyValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches};
use epitome::report::{self, Kind};

use super::values::output_format;
use super::{Cli, Command, CompareArgs, KeywordsArgs, SummarizeArgs};
use crate::cli::exit::Status;
use crate::cli::help::{self, with_help};
use crate::cli::suggest::suggest;
use crate::cli::{Stop, config};

/// What came of the command line.
pub(in crate::cli) enum Parsed {
    Command(Box<Command>),
    /// Help or a version was asked for and printed, or the usage was wrong and told.
    Printed(Status),
}

/// The command line as clap sees it: every option can also come from the environment, and each command
/// shows the formats of its kind of report.
pub(in crate::cli) fn command() -> clap::Command {
    let with_kind = |command: clap::Command, branch: &Branch| {
        command.mut_subcommand(branch.name, |command| with_formats(command, branch.kind))
    };
    let command = BRANCHES
        .iter()
        .fold(Cli::command(), with_kind)
        .mut_subcommand("context", |command| with_formats(command, Kind::Context))
        .mut_subcommand("report", |command| {
            with_formats(command, Kind::Overview).mut_arg("format", |arg| arg.default_value("html"))
        })
        .mut_subcommand("evaluate", |command| {
            command.mut_subcommands(|task| with_formats(task, Kind::Evaluation))
        });
    with_help(with_environment(command))
}

/// A command that can be made alone: to make all of them takes longer than to read a short text.
struct Branch {
    name: &'static str,
    kind: Kind,
    with_args: fn(clap::Command) -> clap::Command,
}

const BRANCHES: &[Branch] = &[
    Branch {
        name: "summarize",
        kind: Kind::Summary,
        with_args: SummarizeArgs::augment_args,
    },
    Branch {
        name: "keywords",
        kind: Kind::Keywords,
        with_args: KeywordsArgs::augment_args,
    },
    Branch {
        name: "compare",
        kind: Kind::Comparison,
        with_args: CompareArgs::augment_args,
    },
];

/// What arguments say that begin with the name of a [`Branch`]. `None`: what the whole tree of commands is needed
/// for, a config file, help, and to tell what is wrong.
fn parse_alone(args: &[OsString]) -> Option<Cli> {
    let name = args.get(1)?;
    let branch = BRANCHES.iter().find(|branch| name == branch.name)?;
    if config::is_named(args) {
        return None;
    }
    let command = (branch.with_args)(clap::Command::new(branch.name));
    let command = with_environment(with_formats(command, branch.kind));
    let root = clap::Command::new("epitome").args_override_self(true);
    let matches = root.subcommand(command).try_get_matches_from(args).ok()?;
    Cli::from_arg_matches(&matches).ok()
}

/// Formats that can't print this kind are known, so that the reason can be told, but not shown.
fn with_formats(command: clap::Command, kind: Kind) -> clap::Command {
    let value = |format: &report::Format| {
        PossibleValue::new(format.name)
            .help(format.about)
            .hide(!format.prints(kind))
    };
    let values = PossibleValuesParser::new(report::FORMATS.iter().map(value));
    let parser = values.try_map(|name| output_format(&name));
    command.mut_arg("format", |arg| arg.value_parser(parser))
}

fn with_environment(command: clap::Command) -> clap::Command {
    command
        .mut_args(|arg| {
            match arg
                .get_long()
                .map(|long| long.to_uppercase().replace('-', "_"))
            {
                Some(name) if name != "HELP" && name != "VERSION" => {
                    let arg = arg.env(format!("EPITOME_{name}")).hide_env(true);
                    match arg.get_action() {
                        clap::ArgAction::SetTrue => arg.value_parser(FalseyValueParser::new()),
                        _ => arg,
                    }
                }
                _ => arg,
            }
        })
        .mut_subcommands(with_environment)
}

/// Parses the arguments; flags stand over the environment, the environment over a config file.
pub(in crate::cli) fn parse() -> Result<Parsed, Stop> {
    let args: Vec<OsString> = std::env::args_os().collect();
    if let Some(cli) = parse_alone(&args) {
        return Ok(Parsed::Command(Box::new(cli.command)));
    }
    let command = config::apply(command(), &args)?;
    let matches = match command.try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(mut error) => {
            if let Some(names) = asks_for_short_help(&error, &args) {
                // A closed pipe is no matter here.
                let _ = write!(anstream::stdout().lock(), "{}", help::short(names).ansi());
                return Ok(Parsed::Printed(Status::Done));
            }
            suggest(&mut error, self::command(), &args);
            let status = if error.use_stderr() {
                Status::Failed
            } else {
                Status::Done
            };
            // A closed pipe is no matter here.
            let _ = match args.iter().all(|arg| is_harmless(arg)) {
                true => error.print(),
                false => print_safe(&error),
            };
            return Ok(Parsed::Printed(status));
        }
    };
    match Cli::from_arg_matches(&matches) {
        Ok(cli) => Ok(Parsed::Command(Box::new(cli.command))),
        Err(error) => Err(Stop::Message(error.to_string())),
    }
}

/// The names of the command whose short help is asked for, if one is.
fn asks_for_short_help<'a>(error: &clap::Error, args: &'a [OsString]) -> Option<Vec<&'a str>> {
    let is_long = |arg: &OsString| arg == "--help" || arg == "help";
    let is_short = error.kind() == ErrorKind::DisplayHelp && !args.iter().any(is_long);
    let names = args.iter().skip(1).filter_map(|arg| arg.to_str());
    is_short.then(|| names.take_while(|name| !name.starts_with('-')).collect())
}

fn is_harmless(arg: &std::ffi::OsStr) -> bool {
    let arg = arg.to_string_lossy();
    report::safe(&arg) == arg
}

/// Prints what is wrong with arguments that a terminal would obey.
fn print_safe(error: &clap::Error) -> io::Result<()> {
    let message = error.render().to_string();
    let lines: Vec<String> = message.lines().map(report::safe).collect();
    writeln!(io::stderr().lock(), "{}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arguments of a command line.
    fn words(line: &str) -> Vec<OsString> {
        let words = ["epitome"].into_iter().chain(line.split(' '));
        words.map(OsString::from).collect()
    }

    #[test]
    fn a_command_made_alone_says_what_it_says_in_the_tree() {
        for line in [
            "summarize",
            "summarize -n 3 -n 4 --heat -f json a.txt b.txt",
            "summarize --focus costs --lang de -j2 -k 5 -",
            "keywords -n 20 -f csv --method tfidf docs",
            "compare a.txt b.txt -n 3",
        ] {
            let args = words(line);
            let matches = command().get_matches_from(&args);
            let in_tree = Cli::from_arg_matches(&matches).expect("known to the tree");
            let alone = parse_alone(&args).expect("known alone");
            assert_eq!(format!("{alone:?}"), format!("{in_tree:?}"), "{line}");
        }
        for line in [
            "summarise a.txt",
            "summarize --help",
            "summarize -V",
            "summarize --no-such",
            "methods",
            "keywords --config c.toml",
        ] {
            assert!(parse_alone(&words(line)).is_none(), "{line}");
        }
    }

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }
}
