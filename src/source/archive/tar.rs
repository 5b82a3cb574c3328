//! Tar archives (POSIX.1-1988 `ustar`, with the long names of POSIX.1-2001 `pax` and of GNU).

use super::super::Fault;

const BLOCK: usize = 512;

/// Whether the bytes begin as a tar archive does.
pub(in crate::source) fn is_tar(bytes: &[u8]) -> bool {
    // A word of text may stand there: Haustarif.
    let marks = |magic: &[u8]| magic.starts_with(b"ustar\0") || magic == b"ustar  \0";
    bytes.get(257..265).is_some_and(marks)
}

/// The files of an archive: name and bytes.
pub(super) fn members(bytes: &[u8]) -> Result<Vec<(String, &[u8])>, Fault> {
    let mut members = Vec::new();
    let mut long_name = None;
    let mut rest = bytes;
    // Two empty blocks end an archive, but not all programs write them.
    while let Some((header, behind)) = rest.split_at_checked(BLOCK).filter(|(h, _)| h[0] != 0) {
        let size = number(&header[124..136]).ok_or_else(|| damaged("a size is no number"))?;
        let content = behind
            .get(..size)
            .ok_or_else(|| damaged("it ends inside a file"))?;
        match header[156] {
            b'L' => long_name = Some(text(content)),
            b'x' => long_name = pax_path(content).or(long_name),
            b'0' | 0 | b'7' => {
                let name = long_name.take().unwrap_or_else(|| name(header));
                members.push((name, content));
            }
            // Links, folders, devices and what is said of the whole archive.
            b'g' | b'K' => {}
            _ => long_name = None,
        }
        rest = behind.get(size.next_multiple_of(BLOCK)..).unwrap_or(&[]);
    }
    Ok(members)
}

fn damaged(reason: &str) -> Fault {
    Fault::damaged("tar", reason)
}

/// A number in octal digits, or, where the first bit is set, in the bits of the last eight bytes.
fn number(field: &[u8]) -> Option<usize> {
    if field[0] & 0x80 != 0 {
        let bytes = field[field.len() - 8..].try_into().ok()?;
        return usize::try_from(u64::from_be_bytes(bytes))
            .ok()
            .filter(|&size| size < usize::MAX - BLOCK);
    }
    let digits = text(field);
    let digits = digits.trim();
    match digits {
        "" => Some(0),
        digits => usize::from_str_radix(digits, 8).ok(),
    }
}

/// The text of a field, up to its first zero.
fn text(field: &[u8]) -> String {
    let end = memchr::memchr(0, field).unwrap_or(field.len());
    String::from_utf8_lossy(&field[..end]).into_owned()
}

fn name(header: &[u8]) -> String {
    let name = text(&header[..100]);
    // GNU tar has times where POSIX has the first part of a long name.
    let prefix = match &header[257..263] {
        b"ustar\0" => text(&header[345..500]),
        _ => String::new(),
    };
    match prefix.is_empty() {
        true => name,
        false => format!("{prefix}/{name}"),
    }
}

/// The path in records of the form `27 path=folder/long name\n`.
fn pax_path(mut records: &[u8]) -> Option<String> {
    let mut path = None;
    while let Some(blank) = memchr::memchr(b' ', records) {
        let length: usize = str::from_utf8(&records[..blank]).ok()?.parse().ok()?;
        let record = records.get(blank + 1..length)?;
        if let Some(value) = record.strip_prefix(b"path=") {
            let value = value.strip_suffix(b"\n").unwrap_or(value);
            path = Some(String::from_utf8_lossy(value).into_owned());
        }
        records = &records[length..];
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file in an archive.
    fn entry(kind: u8, name: &str, content: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; BLOCK];
        bytes[..name.len()].copy_from_slice(name.as_bytes());
        bytes[124..135].copy_from_slice(format!("{:011o}", content.len()).as_bytes());
        bytes[156] = kind;
        bytes[257..263].copy_from_slice(b"ustar\0");
        bytes.extend_from_slice(content);
        bytes.resize(bytes.len().next_multiple_of(BLOCK), 0);
        bytes
    }

    fn names(bytes: &[u8]) -> Vec<(String, usize)> {
        let members = members(bytes).expect("an archive").into_iter();
        members
            .map(|(name, content)| (name, content.len()))
            .collect()
    }

    #[test]
    fn files_have_their_names_long_or_short() {
        let long = "long/".repeat(30) + "name.txt";
        let record = format!(" path={long}\n");
        let record = format!("{}{record}", record.len() + 3);
        let mut prefixed = entry(b'0', "b.txt", b"two");
        prefixed[345..348].copy_from_slice(b"dir");
        let archive = [
            entry(b'5', "dir/", b""),
            entry(b'0', "a.txt", &[b'x'; 700]),
            prefixed,
            entry(b'L', "././@LongLink", format!("{long}\0").as_bytes()),
            entry(b'0', "cut", b"three"),
            entry(b'x', "pax", record.as_bytes()),
            entry(b'0', "cut", b"four"),
            vec![0; 2 * BLOCK],
        ]
        .concat();
        assert!(is_tar(&archive));
        let expected = [
            ("a.txt".to_owned(), 700),
            ("dir/b.txt".to_owned(), 3),
            (long.clone(), 5),
            (long, 4),
        ];
        assert_eq!(names(&archive), expected);
    }

    #[test]
    fn the_mark_in_a_word_makes_no_archive() {
        let text = format!(
            "{}Haustarif, Haustarif und noch ein Haustarif.",
            " ".repeat(255)
        );
        assert_eq!(text.as_bytes()[257..262], *b"ustar");
        assert!(!is_tar(text.as_bytes()));
        let mut gnu = entry(b'0', "a.txt", b"one");
        gnu[257..265].copy_from_slice(b"ustar  \0");
        assert!(is_tar(&gnu));
        assert!(!is_tar(&gnu[..262]));
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let archive = entry(b'0', "a.txt", &[b'x'; 700]);
        assert!(members(&archive[..1_000]).is_err());
        assert_eq!(names(&archive[..300]), []);
        let mut huge = archive;
        huge[124] = 0xff;
        huge[125..136].fill(0xff);
        assert!(members(&huge).is_err());
        huge[124] = b'9';
        assert!(members(&huge).is_err());
    }
}
