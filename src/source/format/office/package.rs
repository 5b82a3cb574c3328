//! Where the members of a package are, and how they refer to each other.

use super::super::escapes;
use super::xml::{Attributes, Visitor, walk_member};
use crate::map::Map;
use crate::source::Fault;
use crate::source::archive::zip::Zip;

/// The folder that a member is in, with a slash at its end.
pub(super) fn folder(member: &str) -> &str {
    member.rfind('/').map_or("", |slash| &member[..=slash])
}

/// The member at a place that is told from a folder, without `..` and escapes.
pub(super) fn joined(folder: &str, place: &str) -> String {
    let place = unescaped(place.split('#').next().unwrap_or_default());
    let folder = if place.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(place.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A place with its `%20` and the like resolved.
pub(super) fn unescaped(place: &str) -> String {
    let bytes = escapes::unescaped(place.as_bytes(), b'%');
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a member refers to (ECMA-376 part 2, Open Packaging Conventions).
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// The types of what is referred to and the places, by their ids.
    targets: Map<String, (String, String)>,
    /// Ids in their order.
    ids: Vec<String>,
}

impl Relations {
    /// What this member of a package refers to; nothing, if it does not say.
    pub fn of(zip: &mut Zip, member: &str, format: &str) -> Result<Self, Fault> {
        let folder = folder(member);
        let list = format!("{folder}_rels/{}.rels", &member[folder.len()..]);
        let mut relations = Self::default();
        walk_member(zip, &list, format, &mut relations)?;
        for (_, place) in relations.targets.values_mut() {
            *place = joined(folder, place);
        }
        Ok(relations)
    }

    /// The member with this id.
    pub fn by_id(&self, id: &str) -> Option<&str> {
        self.targets.get(id).map(|(_, place)| place.as_str())
    }

    /// The first member of a type, by the last word of its address.
    pub fn of_type(&self, name: &str) -> Option<&str> {
        let targets = self.ids.iter().filter_map(|id| self.targets.get(id));
        let mut is_it = targets.filter(|(address, _)| address.rsplit('/').next() == Some(name));
        is_it.next().map(|(_, place)| place.as_str())
    }
}

impl Visitor for Relations {
    fn start(&mut self, name: &str, attributes: &Attributes) {
        let get = |name| attributes.get(name).unwrap_or_default();
        if name == "Relationship" && get("TargetMode") != "External" {
            self.ids.push(get("Id"));
            self.targets.insert(get("Id"), (get("Type"), get("Target")));
        }
    }

    fn end(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_the_list() {
        assert_eq!(
            joined("OEBPS/", "text/one%20two.xhtml#a"),
            "OEBPS/text/one two.xhtml"
        );
        assert_eq!(joined("a/b/", "../c.xhtml"), "a/c.xhtml");
        assert_eq!(joined("", "100%.xhtml"), "100%.xhtml");
        assert_eq!(joined("ppt/", "/ppt/slides/a.xml"), "ppt/slides/a.xml");
    }
}
