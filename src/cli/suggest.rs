//! What was probably meant: names near to one that is not there.

use std::ffi::OsString;
use std::path::Path;

use clap::Command;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// A beginning is told from a slip by so many letters.
const BEGINNING: usize = 2;

/// The names that are nearest to one that is none of them: those that begin like it, or those with the fewest slips
/// (a letter more, less, another, or two swapped), of which there may be one in three letters; or its first part.
pub(super) fn nearest<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let wrong = plain(wrong);
    let names: Vec<(String, &str)> = names
        .into_iter()
        .map(|name| (plain(name), name))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    let named = |is_near: &dyn Fn(&str) -> bool| -> Vec<&'n str> {
        let near = names.iter().filter(|(plain, _)| is_near(plain));
        near.map(|(_, name)| *name).collect()
    };
    let begun = named(&|name| wrong.len() >= BEGINNING && name.starts_with(&wrong));
    if !begun.is_empty() {
        return begun;
    }
    let slips = |name: &str| {
        let slips = strsim::osa_distance(&wrong, name);
        let letters = wrong.chars().count().max(name.chars().count());
        (slips <= (letters / 3).max(1)).then_some(slips)
    };
    if let Some(fewest) = names.iter().filter_map(|(name, _)| slips(name)).min() {
        // The first letter is hardly ever the wrong one.
        let first = |name: &str| name.chars().next() == wrong.chars().next();
        let alike = named(&|name| slips(name) == Some(fewest) && first(name));
        return match alike.is_empty() {
            true => named(&|name| slips(name) == Some(fewest)),
            false => alike,
        };
    }
    let first = wrong.split(['-', '.']).next().unwrap_or_default();
    named(&|name| name == first)
}

/// What follows a complaint about a name: the nearest ones, if there are any.
pub(super) fn hint<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let near: Vec<String> = nearest(wrong, names)
        .iter()
        .map(|name| format!("'{name}'"))
        .collect();
    match near.is_empty() {
        true => String::new(),
        false => format!("; did you mean {}?", near.join(" or ")),
    }
}

/// Puts into an error of the command line what was probably meant.
pub(super) fn suggest(error: &mut clap::Error, mut root: Command, args: &[OsString]) {
    root.build();
    let command = reached(&root, args);
    match error.kind() {
        ErrorKind::InvalidSubcommand => suggest_command(error, command),
        ErrorKind::UnknownArgument => suggest_option(error, command, &root),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            tell_environment(error, command, args);
            suggest_value(error, command);
        }
        _ => {}
    }
}

/// The command that the arguments name, as far as there is one.
fn reached<'c>(root: &'c Command, args: &[OsString]) -> &'c Command {
    let names = args.iter().skip(1).filter_map(|arg| arg.to_str());
    names
        .take_while(|name| !name.starts_with('-'))
        .fold(root, |command, name| {
            command.find_subcommand(name).unwrap_or(command)
        })
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn replace(error: &mut clap::Error, kind: ContextKind, mut names: Vec<String>) {
    // They are shown from the last to the first.
    names.reverse();
    match names.len() {
        0 => error.remove(kind),
        _ => error.insert(kind, ContextValue::Strings(names)),
    };
}

fn add_tip(error: &mut clap::Error, tip: String) {
    let tips = ContextValue::StyledStrs(vec![StyledStr::from(tip)]);
    error.insert(ContextKind::Suggested, tips);
}

fn suggest_command(error: &mut clap::Error, command: &Command) {
    let Some(wrong) = text(error, ContextKind::InvalidSubcommand) else {
        return;
    };
    let names = command.get_subcommands().map(Command::get_name);
    let mut near: Vec<String> = (nearest(&wrong, names).into_iter())
        .map(str::to_owned)
        .collect();
    // A file that is there is meant, however near its name is to that of a command.
    let reads_files = command.find_subcommand("summarize").is_some();
    if reads_files && Path::new(&wrong).exists() {
        near.clear();
        let tip = format!("to read it, say what for: 'epitome summarize {wrong}'");
        add_tip(error, tip);
    }
    replace(error, ContextKind::SuggestedSubcommand, near);
}

/// The nearest options; where another command has the option itself, that one.
fn suggest_option(error: &mut clap::Error, command: &Command, root: &Command) {
    let wrong = text(error, ContextKind::InvalidArg);
    let Some(wrong) = wrong.as_deref().and_then(|wrong| wrong.strip_prefix("--")) else {
        return;
    };
    let options = command.get_arguments().filter(|arg| !arg.is_hide_set());
    let near = nearest(wrong, options.filter_map(|arg| arg.get_long()));
    let near: Vec<String> = near.iter().map(|long| format!("--{long}")).collect();
    match owner(root, wrong) {
        Some(owner) => {
            error.remove(ContextKind::SuggestedArg);
            add_tip(error, format!("'--{wrong}' is an option of '{owner}'"));
        }
        None => replace(error, ContextKind::SuggestedArg, near),
    }
    let usage = ContextValue::StyledStr(command.clone().render_usage());
    error.insert(ContextKind::Usage, usage);
}

/// The first command with an option of this name.
pub(super) fn owner(command: &Command, long: &str) -> Option<String> {
    let has_it = command
        .get_arguments()
        .any(|arg| arg.get_long() == Some(long));
    if has_it {
        return Some(
            command
                .get_bin_name()
                .unwrap_or(command.get_name())
                .to_owned(),
        );
    }
    command.get_subcommands().find_map(|sub| owner(sub, long))
}

/// The option of a command that an error names as `--long <VALUE>` or `<VALUE>`.
fn named<'c>(error: &clap::Error, command: &'c Command) -> Option<&'c clap::Arg> {
    let name = text(error, ContextKind::InvalidArg)?;
    command.get_arguments().find(|arg| arg.to_string() == name)
}

/// The nearest values, under all the names that each has. Where the values are too many to be listed, it is said how
/// to get the list.
fn suggest_value(error: &mut clap::Error, command: &Command) {
    let (Some(arg), Some(wrong)) = (
        named(error, command),
        text(error, ContextKind::InvalidValue).filter(|wrong| !wrong.is_empty()),
    ) else {
        return;
    };
    let values = arg.get_possible_values();
    let names = values
        .iter()
        .filter(|value| !value.is_hide_set())
        .flat_map(|value| value.get_name_and_aliases());
    let near = nearest(&wrong, names).into_iter().map(str::to_owned);
    replace(error, ContextKind::SuggestedValue, near.collect());
    if arg.is_hide_possible_values_set() {
        error.remove(ContextKind::ValidValue);
        add_tip(error, "'epitome languages' lists all of them".to_owned());
    }
}

/// Says that a value was not typed.
fn tell_environment(error: &mut clap::Error, command: &Command, args: &[OsString]) {
    let (Some(arg), Some(wrong)) = (
        named(error, command),
        text(error, ContextKind::InvalidValue),
    ) else {
        return;
    };
    let is_typed = args
        .iter()
        .any(|typed| names_option(&typed.to_string_lossy(), arg));
    if let Some(variable) = arg.get_env()
        && !is_typed
        && std::env::var_os(variable).is_some_and(|value| value == *wrong)
    {
        let variable = variable.to_string_lossy();
        add_tip(error, format!("it stands in the environment: {variable}"));
    }
}

/// Whether something that was typed names an option: `--long`, `--long=value`, or its letter among others.
fn names_option(typed: &str, option: &clap::Arg) -> bool {
    match typed.strip_prefix("--") {
        Some(long) => long.split('=').next() == option.get_long(),
        None => {
            let letters = typed.strip_prefix('-').unwrap_or_default();
            option
                .get_short()
                .is_some_and(|short| letters.contains(short))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_has_the_fewest_slips() {
        let names = [
            "textrank",
            "textrank2004",
            "lexrank",
            "lsa",
            "g2",
            "sentences",
        ];
        for (wrong, near) in [
            ("texrank", &["textrank"][..]),
            ("textrank204", &["textrank2004"]),
            ("lxerank", &["lexrank"]),
            ("g3", &["g2"]),
            ("2g", &["g2"]),
            ("texrnk", &["textrank"]),
            ("Sentense", &["sentences"]),
            ("pexrank", &["lexrank"]),
            ("frobnicate", &[]),
            ("", &[]),
        ] {
            assert_eq!(nearest(wrong, names), near, "{wrong}");
        }
    }

    #[test]
    fn a_beginning_stands_for_all_that_begin_so() {
        let names = ["compare", "completions", "context"];
        assert_eq!(nearest("compl", names), ["completions"]);
        assert_eq!(nearest("comp", names), ["compare", "completions"]);
        assert_eq!(nearest("compre", names), ["compare"]);
    }

    #[test]
    fn the_first_part_of_a_name_is_better_than_nothing() {
        let names = ["de", "en", "auto"];
        assert_eq!(nearest("en-US", names), ["en"]);
        assert_eq!(nearest("de_CH.UTF-8", names), ["de"]);
    }

    #[test]
    fn a_hint_names_what_is_near() {
        assert_eq!(hint("wrods", ["words", "chars"]), "; did you mean 'words'?");
        assert_eq!(hint("co", ["com", "con"]), "; did you mean 'com' or 'con'?");
        assert_eq!(hint("frobnicate", ["words"]), "");
    }
}
