//! Defaults from a config file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::Stop;

/// Applies the file that `--config` or `EPITOME_CONFIG` names, if any, as defaults of the options.
///
/// The file is TOML: the long names of options as keys, at the top for all commands, or in a table
/// with a command's name for that one.
pub(super) fn apply(
    command: clap::Command,
    args: impl Iterator<Item = OsString>,
) -> Result<clap::Command, Stop> {
    let Some(path) = named_file(args) else {
        return Ok(command);
    };
    let fail = |reason: String| Stop::Message(format!("{}: {reason}", path.display()));
    let text = std::fs::read_to_string(&path).map_err(|error| fail(error.to_string()))?;
    let table: Table = text
        .parse()
        .map_err(|error: toml::de::Error| fail(error.message().to_owned()))?;
    check(&command, &table).map_err(fail)?;
    Ok(command.mut_subcommands(|sub| {
        let own = table
            .get(sub.get_name())
            .and_then(Value::as_table)
            .cloned()
            .unwrap_or_default();
        sub.mut_args(|arg| {
            let value = arg
                .get_long()
                .and_then(|long| own.get(long).or_else(|| table.get(long)));
            match value.filter(|value| !value.is_table()) {
                Some(Value::Array(values)) => arg.default_values(values.iter().map(written)),
                Some(value) => arg.default_value(written(value)),
                None => arg,
            }
        })
    }))
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

/// Every key must be the name of an option, or of a command with a table of such.
fn check(command: &clap::Command, table: &Table) -> Result<(), String> {
    let has_option =
        |sub: &clap::Command, key: &str| sub.get_arguments().any(|arg| arg.get_long() == Some(key));
    for (key, value) in table {
        let unknown = match (command.find_subcommand(key), value.as_table()) {
            (Some(sub), Some(own)) => own.keys().find(|key| !has_option(sub, key)),
            _ if command.get_subcommands().any(|sub| has_option(sub, key)) => None,
            _ => Some(key),
        };
        if let Some(key) = unknown {
            return Err(format!("there is no option '{key}'"));
        }
    }
    Ok(())
}
