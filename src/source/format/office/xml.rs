//! XML as a stream of elements and text, without a tree.

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::source::Fault;
use crate::source::archive::zip::Zip;
use crate::source::decode::decode;
use crate::source::limits::Allowance;

/// Elements may be nested so deep.
const DEEPEST: usize = 1_000;

/// What is done on the way through a file. Names are without their prefixes.
pub(super) trait Visitor {
    /// Whether an element is passed over with all that is in it.
    fn skips(&self, _name: &str) -> bool {
        false
    }

    /// An element begins.
    fn start(&mut self, name: &str, attributes: &Attributes);
    /// An element ends.
    fn end(&mut self, name: &str);
    /// Text inside the element that began last and has not ended.
    fn text(&mut self, text: &str);
}

/// The attributes of an element.
pub(super) struct Attributes<'e>(&'e BytesStart<'e>);

impl Attributes<'_> {
    /// The value of the attribute with this name, whatever its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes().filter_map(Result::ok);
        let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(unescaped(&found.value))
    }

    /// The value of the attribute with this name that has a prefix, whichever.
    pub fn get_prefixed(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes().filter_map(Result::ok);
        let is_it = |attribute: &Attribute| {
            attribute.key.prefix().is_some() && attribute.key.local_name().as_ref() == name
        };
        Some(unescaped(&all.find(is_it)?.value))
    }
}

fn unescaped(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), Into::into)
}

/// Goes through a member of a package that may be missing. `format` is what the package is.
pub(super) fn walk_member(
    zip: &mut Zip,
    member: &str,
    format: &str,
    visitor: &mut dyn Visitor,
) -> Result<bool, Fault> {
    match zip.read(member)? {
        Some(bytes) => walk(bytes, format, zip.allowance(), visitor).map(|()| true),
        None => Ok(false),
    }
}

/// So many events lie between two looks at the clock.
const EVENTS: usize = 1 << 12;

/// Goes through a file.
pub(super) fn walk(
    bytes: Vec<u8>,
    format: &str,
    allowance: &Allowance,
    visitor: &mut dyn Visitor,
) -> Result<(), Fault> {
    let decoded = decode(bytes, None).ok_or_else(|| Fault::damaged(format, "no XML in it"))?;
    let mut reader = Reader::from_str(&decoded.text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    // So many elements inside of one that is passed over.
    let mut skipped = 0_usize;
    let mut events = 0_usize;
    loop {
        events += 1;
        if events.is_multiple_of(EVENTS) {
            allowance.check_time()?;
        }
        let event = reader
            .read_event()
            .map_err(|error| Fault::damaged(format, error))?;
        match event {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Fault::damaged(format, "nested too deep"));
                }
                let name = element.local_name();
                if skipped > 0 || visitor.skips(name.as_ref()) {
                    skipped += 1;
                } else {
                    visitor.start(name.as_ref(), &Attributes(&element));
                }
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                match skipped {
                    0 => visitor.end(element.local_name().as_ref()),
                    _ => skipped -= 1,
                }
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if skipped > 0 => {}
            Event::Text(text) => visitor.text(&text),
            Event::CData(text) => visitor.text(&text),
            Event::GeneralRef(reference) => {
                if let Some(c) = resolved(&reference) {
                    visitor.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Empty(_) => {}
        }
    }
}

/// The character that a reference stands for. Entities of the file's own are nothing: they could grow without end.
fn resolved(reference: &BytesRef) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "shy" => Some('\u{ad}'),
        "ndash" => Some('–'),
        "mdash" => Some('—'),
        "hellip" => Some('…'),
        "lsquo" => Some('‘'),
        "rsquo" => Some('’'),
        "ldquo" => Some('“'),
        "rdquo" => Some('”'),
        _ => None,
    }
}

/// The text of the first element with a name.
pub(super) struct First {
    name: &'static str,
    is_inside: bool,
    found: Option<String>,
}

impl First {
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            is_inside: false,
            found: None,
        }
    }

    /// Its text, if there is any.
    pub fn found(self) -> Option<String> {
        let text = self.found.map(|text| text.trim().to_owned());
        text.filter(|text| !text.is_empty())
    }

    pub fn of(
        zip: &mut Zip,
        member: &str,
        format: &str,
        name: &'static str,
    ) -> Result<Option<String>, Fault> {
        let mut first = Self::new(name);
        walk_member(zip, member, format, &mut first)?;
        Ok(first.found())
    }
}

impl Visitor for First {
    fn start(&mut self, name: &str, _: &Attributes) {
        if name == self.name && self.found.is_none() {
            self.is_inside = true;
            self.found = Some(String::new());
        }
    }

    fn end(&mut self, name: &str) {
        self.is_inside &= name != self.name;
    }

    fn text(&mut self, text: &str) {
        if let Some(found) = self.found.as_mut().filter(|_| self.is_inside) {
            found.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::limits::Limits;

    #[derive(Default)]
    struct Log(String);

    impl Visitor for Log {
        fn start(&mut self, name: &str, attributes: &Attributes) {
            let value = attributes.get("val").unwrap_or_default();
            self.0.push_str(&format!("<{name}{value}>"));
        }

        fn end(&mut self, name: &str) {
            self.0.push_str(&format!("</{name}>"));
        }

        fn text(&mut self, text: &str) {
            self.0.push_str(text);
        }
    }

    fn log(xml: &str) -> Result<String, String> {
        let (mut log, allowance) = (Log::default(), Allowance::new(Limits::default(), 0));
        match walk(xml.as_bytes().to_vec(), "X", &allowance, &mut log) {
            Ok(()) => Ok(log.0),
            Err(fault) => Err(fault.of("x").reason),
        }
    }

    #[test]
    fn names_lose_prefixes_and_references_are_resolved() {
        let found =
            log("<w:a w:val='1 &amp; 2'>x &lt;&#65;&nbsp;<!-- y --><b/><![CDATA[<c>]]></w:a>");
        assert_eq!(found.as_deref(), Ok("<a1 & 2>x <A\u{a0}<b></b><c></a>"));
    }

    #[test]
    fn entities_of_its_own_are_nothing_and_depth_has_an_end() {
        let lol = "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;'>]><a>&m;.</a>";
        assert_eq!(log(lol).as_deref(), Ok("<a>.</a>"));
        let deep = "<a>".repeat(100_000);
        assert_eq!(
            log(&deep),
            Err("not a valid X file: nested too deep".to_owned())
        );
        assert!(log("<a></b>").is_err());
    }
}
