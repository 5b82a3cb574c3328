//! Defaults from a config file.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::Stop;
use super::suggest::{hint, owner};

/// Applies the file that `--config` or `EPITOME_CONFIG` names, if any, as defaults of the options.
///
/// The file is TOML: the long names of options as keys, at the top for all commands, or in a table
/// with a command's name for that one (`[evaluate.keywords]` for a command of a command).
pub(super) fn apply(command: clap::Command, args: &[OsString]) -> Result<clap::Command, Stop> {
    let Some(path) = named_file(args) else {
        return Ok(command);
    };
    let fail = |reason: String| Stop::Message(format!("{}: {reason}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|error| fail(super::reason(&error)))?;
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| fail(syntax(&text, &error)))?;
    check(&command, &command, &table).map_err(fail)?;
    Ok(with_defaults(command, &[table]))
}

/// What is wrong with a file that is no TOML, and where.
fn syntax(text: &str, error: &toml::de::Error) -> String {
    let start = error.span().map_or(0, |span| span.start);
    let line = text.get(..start).unwrap_or(text).matches('\n').count() + 1;
    format!("line {line}: {}", error.message())
}

/// Sets the defaults of the options of all commands below: the first table that has one has it.
fn with_defaults(command: clap::Command, tables: &[Table]) -> clap::Command {
    command.mut_subcommands(|sub| {
        let own = own_table(&sub, &tables[0]);
        let tables = [&[own], tables].concat();
        let sub = sub.mut_args(|arg| {
            let value = arg
                .get_long()
                .and_then(|long| tables.iter().find_map(|table| table.get(long)));
            let suits = |value: &&Value| each(value).all(|value| wrong(&arg, &value).is_none());
            let Some(value) = value.filter(|value| !value.is_table()).filter(suits) else {
                return arg;
            };
            // What has a default need not be given.
            let arg = arg.required(false);
            match value {
                Value::Array(values) => arg.default_values(values.iter().map(written)),
                value => arg.default_value(written(value)),
            }
        });
        with_defaults(sub, &tables)
    })
}

/// The table of a command, under its name or one of its other names.
fn own_table(sub: &clap::Command, table: &Table) -> Table {
    let names = std::iter::once(sub.get_name()).chain(sub.get_all_aliases());
    let own = names
        .filter_map(|name| table.get(name))
        .find_map(Value::as_table);
    own.cloned().unwrap_or_default()
}

/// A value as it would be typed.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether the arguments or the environment name a config file.
pub(super) fn is_named(args: &[OsString]) -> bool {
    named_file(args).is_some()
}

/// The config file that the arguments or the environment name.
fn named_file(args: &[OsString]) -> Option<PathBuf> {
    let mut args = args.iter().take_while(|arg| *arg != "--");
    while let Some(arg) = args.next() {
        if arg == "--config" {
            return args.next().map(PathBuf::from);
        }
        if let Some(path) = arg.to_str().and_then(|arg| arg.strip_prefix("--config=")) {
            return Some(Path::new(path).to_owned());
        }
    }
    std::env::var_os("EPITOME_CONFIG")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
}

/// Every key must be the name of an option, or of a command with a table of such; a list is for
/// options that may be given several times.
fn check(root: &clap::Command, command: &clap::Command, table: &Table) -> Result<(), String> {
    table.iter().try_for_each(|(key, value)| {
        match (command.find_subcommand(key), value.as_table()) {
            (Some(sub), Some(own)) => check(root, sub, own),
            (None, Some(_)) if options(command, key).is_empty() => {
                let names = command.get_subcommands().map(clap::Command::get_name);
                Err(format!("there is no command '{key}'{}", hint(key, names)))
            }
            _ => check_option(root, command, key, value),
        }
    })
}

/// The options with this name of a command and of those below it.
fn options<'c>(command: &'c clap::Command, name: &str) -> Vec<&'c clap::Arg> {
    let mut all = all_options(command);
    all.retain(|arg| arg.get_long() == Some(name));
    all
}

/// All options of a command and of those below it.
fn all_options(command: &clap::Command) -> Vec<&clap::Arg> {
    let below = command.get_subcommands().flat_map(all_options);
    command.get_arguments().chain(below).collect()
}

fn check_option(
    root: &clap::Command,
    command: &clap::Command,
    key: &str,
    value: &Value,
) -> Result<(), String> {
    let options = options(command, key);
    let is_list = |option: &clap::Arg| matches!(option.get_action(), clap::ArgAction::Append);
    match (options.first(), value) {
        (None, _) => {
            let all = all_options(command);
            let names = all.iter().filter_map(|option| option.get_long());
            let names: BTreeSet<&str> = names.collect();
            let hint = match owner(root, key) {
                Some(owner) => format!("; it is one of '{owner}'"),
                None => hint(key, names),
            };
            Err(format!("there is no option '{key}'{hint}"))
        }
        (Some(option), Value::Array(_)) if !is_list(option) => {
            Err(format!("'{key}' takes one value, not a list"))
        }
        (Some(_), Value::Table(_)) => Err(format!("'{key}' takes a value, not a table")),
        (Some(option), _) if matches!(option.get_action(), clap::ArgAction::SetTrue) => {
            match value.is_bool() {
                true => Ok(()),
                false => Err(format!("'{key}' is true or false")),
            }
        }
        // The same name may have other values in another command: one that takes them is enough.
        (Some(first), _) => {
            let fault = |option: &clap::Arg| each(value).find_map(|value| wrong(option, &value));
            match options.iter().any(|option| fault(option).is_none()) {
                true => Ok(()),
                false => Err(format!("'{key}' {}", fault(first).unwrap_or_default())),
            }
        }
    }
}

/// A value, or those of a list, as they would be typed.
fn each(value: &Value) -> impl Iterator<Item = String> {
    let values = value
        .as_array()
        .map_or(std::slice::from_ref(value), Vec::as_slice);
    values.iter().map(written)
}

/// What is wrong with the value of an option, if anything is.
fn wrong(option: &clap::Arg, value: &str) -> Option<String> {
    let alone = clap::Arg::new("value").value_parser(option.get_value_parser().clone());
    let parsed = clap::Command::new("value")
        .no_binary_name(true)
        .arg(alone.allow_hyphen_values(true))
        .ignore_errors(false)
        .try_get_matches_from([value]);
    let error = parsed.err()?;
    let values = option.get_possible_values();
    let names = values
        .iter()
        .filter(|value| !value.is_hide_set())
        .flat_map(|value| value.get_name_and_aliases());
    Some(match std::error::Error::source(&error) {
        Some(reason) => format!("{reason}, not '{value}'"),
        None => format!("has no value '{value}'{}", hint(value, names)),
    })
}
