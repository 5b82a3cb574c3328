//! Which documents belong together in a comparison.

use std::path::{Path, PathBuf};

use epitome::compare::Group;
use epitome::terms::Corpus;

use super::args::{CompareArgs, GroupByArg};

/// The groups of some documents: those that patterns, directories or fields make, else one a document. `groups`
/// are the names that the documents of the corpus say themselves.
pub(super) fn grouped(
    args: &CompareArgs,
    corpus: &Corpus,
    groups: &[Option<String>],
    documents: Vec<usize>,
) -> Vec<Group> {
    let name = |document: usize| corpus.documents()[document].name.as_str();
    if !args.group.is_empty() {
        return by_pattern(args, name, &documents);
    }
    match &args.group_by {
        Some(GroupByArg::Directory) => {
            let paths = args.common.paths.iter().map(PathBuf::as_path);
            let roots: Vec<&Path> = paths.filter(|path| path.is_dir()).collect();
            return by_name(&documents, |document| {
                directory(Path::new(name(document)), &roots)
            });
        }
        Some(GroupByArg::Field(field)) => {
            let none = format!("no {field}");
            let group = |document: usize| groups.get(document).cloned().flatten();
            return by_name(&documents, |document| {
                group(document).unwrap_or_else(|| none.clone())
            });
        }
        None => {}
    }
    let single = |document| Group {
        name: name(document).to_owned(),
        documents: vec![document],
    };
    documents.into_iter().map(single).collect()
}

/// The group of a document by itself: of `said`, what it says, or of its path, among those that were named.
pub(super) fn group_of(
    by: &GroupByArg,
    paths: &[PathBuf],
    path: &str,
    said: Option<String>,
) -> Option<String> {
    let roots = || paths.iter().map(PathBuf::as_path);
    match by {
        GroupByArg::Field(_) => said,
        GroupByArg::Directory => {
            let roots: Vec<&Path> = roots().filter(|path| path.is_dir()).collect();
            Some(directory(Path::new(path), &roots))
        }
    }
}

/// The groups in the order of the command line.
fn by_pattern<'n>(
    args: &CompareArgs,
    name: impl Fn(usize) -> &'n str,
    documents: &[usize],
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for pattern in &args.group {
        let place = groups.iter().position(|group| group.name == pattern.name);
        let place = place.unwrap_or_else(|| {
            groups.push(Group {
                name: pattern.name.clone(),
                documents: Vec::new(),
            });
            groups.len() - 1
        });
        let group = &mut groups[place].documents;
        let matching = documents
            .iter()
            .filter(|&&document| pattern.glob.is_match(name(document)));
        group.extend(matching);
        group.sort_unstable();
        group.dedup();
    }
    groups
}

/// The groups in the order of their names.
fn by_name(documents: &[usize], name: impl Fn(usize) -> String) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &document in documents {
        let name = name(document);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.documents.push(document),
            None => groups.push(Group {
                name,
                documents: vec![document],
            }),
        }
    }
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    groups
}

/// The directory that names the group of a file: of several roots the one that it is in; in a single root the
/// directory below it, or the root itself; else where the file is.
fn directory(path: &Path, roots: &[&Path]) -> String {
    let root = roots.iter().find(|root| path.starts_with(root));
    let group = match (root, roots) {
        (Some(root), [_]) => {
            let mut below = path.strip_prefix(root).unwrap_or(path).components();
            match (below.next(), below.next()) {
                (Some(first), Some(_)) => root.join(first),
                _ => root.to_path_buf(),
            }
        }
        (Some(root), _) => root.to_path_buf(),
        (None, _) => path.parent().unwrap_or(path).to_path_buf(),
    };
    match group.as_os_str().is_empty() {
        true => ".".to_owned(),
        false => group.to_string_lossy().into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_name_groups() {
        let of = |path: &str, roots: &[&str]| {
            let roots: Vec<&Path> = roots.iter().map(Path::new).collect();
            directory(Path::new(path), &roots)
        };
        assert_eq!(of("all/left/2020/a.txt", &["all"]), "all/left");
        assert_eq!(of("all/a.txt", &["all"]), "all");
        assert_eq!(of("./left/a.txt", &["."]), "./left");
        assert_eq!(of("left/2020/a.txt", &["left", "right"]), "left");
        assert_eq!(of("left/a.txt", &[]), "left");
        assert_eq!(of("a.txt", &[]), ".");
    }
}
