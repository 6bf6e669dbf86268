//! A folder as a person types it, pastes it or drops it into a terminal. Knows no file.

use std::path::{Path, PathBuf};

/// The path that was meant: without quotes or escapes, from `file://`, and below the home where it begins with `~`,
/// `$HOME` or `%USERPROFILE%`.
#[must_use]
pub fn typed_path(typed: &str, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let quoted = ['"', '\'']
        .iter()
        .find_map(|quote| typed.strip_prefix(*quote)?.strip_suffix(*quote));
    let text = match (quoted, typed.strip_prefix("file://")) {
        (Some(inside), _) => inside
            .strip_prefix("file://")
            .map_or_else(|| inside.to_owned(), from_url),
        (None, Some(url)) => from_url(url),
        (None, None) => unescaped(typed),
    };
    let below_home = ["~", "$HOME", "${HOME}", "%USERPROFILE%"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
    match (below_home, home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(['/', '\\'])),
        (Some(_) | None, _) => PathBuf::from(text),
    }
}

/// Why what was typed names no folder that is certain. Made all the same, it would be a folder of that name wherever the
/// program was started.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnclearPath {
    #[error("a quote is opened and not closed")]
    Quote,
    #[error("a `file://` address of another computer, {0}")]
    Computer(String),
    /// Somebody's home, or something that only a shell knows.
    #[error("only a shell knows which folder {0} is")]
    Beginning(String),
    #[error("a sign that no name of a file has")]
    Sign,
}

/// What is unclear about a path as it was typed, if anything is.
#[must_use]
pub fn unclear_path(typed: &str) -> Option<UnclearPath> {
    let typed = typed.trim();
    let quote = typed
        .chars()
        .next()
        .filter(|sign| matches!(sign, '"' | '\''));
    let inside = match quote {
        Some(quote) => {
            let inside = typed.get(1..).and_then(|rest| rest.strip_suffix(quote));
            let Some(inside) = inside else {
                return Some(UnclearPath::Quote);
            };
            inside
        }
        None => typed,
    };
    if let Some(url) = inside.strip_prefix("file://") {
        let host = url.split('/').next().unwrap_or_default();
        if !matches!(host, "" | "localhost") {
            return Some(UnclearPath::Computer(host.to_owned()));
        }
    }
    let path = typed_path(typed, Some(Path::new("")));
    let path = path.to_string_lossy();
    if path.chars().any(char::is_control) {
        return Some(UnclearPath::Sign);
    }
    let beginning = path.split(['/', '\\']).next().unwrap_or_default();
    let is_of_a_shell = beginning.starts_with(['~', '$'])
        || (beginning.len() > 2 && beginning.starts_with('%') && beginning.ends_with('%'));
    is_of_a_shell.then(|| UnclearPath::Beginning(beginning.to_owned()))
}

/// The path of a `file://` address, after those signs.
fn from_url(url: &str) -> String {
    let path = url.strip_prefix("localhost").unwrap_or(url);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let byte = (*first == b'%')
            .then(|| behind.get(..2))
            .flatten()
            .and_then(|figures| std::str::from_utf8(figures).ok())
            .and_then(|figures| u8::from_str_radix(figures, 16).ok());
        if let Some(byte) = byte {
            bytes.push(byte);
            rest = behind.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    // `file:///C:/…` is a path of Windows.
    match text.strip_prefix('/') {
        Some(drive) if drive.chars().nth(1) == Some(':') => drive.to_owned(),
        Some(_) | None => text,
    }
}

/// Without the signs by which a shell escapes blanks; on Windows these part folders.
fn unescaped(typed: &str) -> String {
    if cfg!(windows) {
        return typed.to_owned();
    }
    let mut signs = typed.chars();
    let mut text = String::with_capacity(typed.len());
    while let Some(sign) = signs.next() {
        if sign == '\\' {
            text.extend(signs.next());
        } else {
            text.push(sign);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_understood_as_it_is_typed_pasted_or_dropped() {
        let home = Path::new("/home/lan");
        for (typed, meant) in [
            ("/media/usb", "/media/usb"),
            ("  /media/usb\t", "/media/usb"),
            ("'/media/USB của Lan'", "/media/USB của Lan"),
            ("\"/media/USB của Lan\"", "/media/USB của Lan"),
            (
                "file:///media/USB%20c%E1%BB%A7a%20Lan",
                "/media/USB của Lan",
            ),
            ("'file:///media/a%20b'", "/media/a b"),
            ("file://localhost/media/50%", "/media/50%"),
            ("file:///C:/Users/Lan", "C:/Users/Lan"),
            ("~", "/home/lan"),
            ("~/hồ sơ", "/home/lan/hồ sơ"),
            ("$HOME/a", "/home/lan/a"),
            ("${HOME}/a", "/home/lan/a"),
            ("\"$HOME/a b\"", "/home/lan/a b"),
            ("~khác/a", "~khác/a"),
            ("usb", "usb"),
        ] {
            assert_eq!(typed_path(typed, Some(home)), Path::new(meant), "{typed}");
        }
        assert_eq!(typed_path("~/a", None), Path::new("~/a"));
        for (typed, unclear) in [
            ("'/media/USB của Lan", UnclearPath::Quote),
            ("\"", UnclearPath::Quote),
            ("\"/media/a'", UnclearPath::Quote),
            (
                "file://may-chu/chung/a%20b",
                UnclearPath::Computer("may-chu".to_owned()),
            ),
            ("~khác/a", UnclearPath::Beginning("~khác".to_owned())),
            ("$HOMER/a", UnclearPath::Beginning("$HOMER".to_owned())),
            ("%TEMP%/a", UnclearPath::Beginning("%TEMP%".to_owned())),
            ("file:///media/a%00b", UnclearPath::Sign),
            ("'/media/a\u{7}'", UnclearPath::Sign),
        ] {
            assert_eq!(unclear_path(typed), Some(unclear), "{typed}");
        }
        for clear in [
            "/media/usb",
            "..",
            "~/..",
            "$HOME/..",
            "%USERPROFILE%\\a",
            "./~a",
            "'file:///media/a%20b'",
            "C:\\a",
            "50%",
            "/media/bà Lan's",
        ] {
            assert_eq!(unclear_path(clear), None, "{clear}");
        }
        // A shell's sign before a blank; on Windows it parts folders.
        let escaped = "/media/USB\\ của\\ Lan";
        let meant = if cfg!(windows) {
            escaped
        } else {
            "/media/USB của Lan"
        };
        assert_eq!(typed_path(escaped, None), Path::new(meant));
    }
}
