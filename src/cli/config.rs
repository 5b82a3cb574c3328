//! Defaults from a config file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::Stop;

/// Applies the file that `--config` or `EPITOME_CONFIG` names, if any, as defaults of the options.
///
/// The file is TOML: the long names of options as keys, at the top for all commands, or in a table
/// with a command's name for that one (`[evaluate.keywords]` for a command of a command).
pub(super) fn apply(
    command: clap::Command,
    args: impl Iterator<Item = OsString>,
) -> Result<clap::Command, Stop> {
    let Some(path) = named_file(args) else {
        return Ok(command);
    };
    let fail = |reason: String| Stop::Message(format!("{}: {reason}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|error| fail(super::reason(&error)))?;
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| fail(error.message().to_owned()))?;
    check(&command, &table).map_err(fail)?;
    Ok(with_defaults(command, &[table]))
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
            let Some(value) = value.filter(|value| !value.is_table()) else {
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

/// The config file that the arguments or the environment name.
fn named_file(args: impl Iterator<Item = OsString>) -> Option<PathBuf> {
    let mut args = args.take_while(|arg| arg != "--");
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
fn check(command: &clap::Command, table: &Table) -> Result<(), String> {
    table.iter().try_for_each(|(key, value)| {
        match (command.find_subcommand(key), value.as_table()) {
            (Some(sub), Some(own)) => check(sub, own),
            _ => check_option(command, key, value),
        }
    })
}

/// All options of a command and of those below it.
fn options(command: &clap::Command) -> Vec<&clap::Arg> {
    let below = command.get_subcommands().flat_map(options);
    command.get_arguments().chain(below).collect()
}

fn check_option(command: &clap::Command, key: &str, value: &Value) -> Result<(), String> {
    let mut options = options(command)
        .into_iter()
        .filter(|arg| arg.get_long() == Some(key));
    match (options.next(), value) {
        (None, _) => Err(format!("there is no option '{key}'")),
        (Some(option), Value::Array(_))
            if !matches!(option.get_action(), clap::ArgAction::Append) =>
        {
            Err(format!("'{key}' takes one value, not a list"))
        }
        (Some(_), Value::Table(_)) => Err(format!("'{key}' takes a value, not a table")),
        _ => Ok(()),
    }
}
