//! What a terminal can show, from what the environment says of it: colours, signs, and whether a frame can be held back
//! until it is whole. Asks no terminal, since one that does not answer would have to be waited for.

use super::signs::SignSet;
use crate::tui::theme::Depth;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    pub depth: Depth,
    pub signs: SignSet,
    /// A frame is drawn between two marks, so that no half of it is seen.
    pub holds_frames: bool,
    /// It knows how to go to a column of the same row, and to a row in the same column.
    pub addresses_columns: bool,
}

impl Capabilities {
    /// What the environment says, given by name.
    #[must_use]
    pub fn of(variable: impl Fn(&str) -> Option<String>) -> Self {
        Self::on(cfg!(windows), variable)
    }

    fn on(is_windows: bool, variable: impl Fn(&str) -> Option<String>) -> Self {
        let named = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = named("TERM").unwrap_or_default();
        Self {
            depth: depth(is_windows, &term, named),
            signs: signs(is_windows, &term, named),
            holds_frames: term != LINUX_CONSOLE,
            addresses_columns: !is_of_old(&term),
        }
    }
}

impl Default for Capabilities {
    fn default() -> Self {
        Self {
            depth: Depth::Indexed,
            signs: SignSet::Full,
            holds_frames: true,
            addresses_columns: true,
        }
    }
}

/// The console without any window, by its name in `TERM`. It shows the marks of a frame as signs.
const LINUX_CONSOLE: &str = "linux";

/// A terminal of the eighties, or one that says that it is as simple.
fn is_of_old(term: &str) -> bool {
    let is_of_digital = term
        .strip_prefix("vt")
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    is_of_digital || matches!(term, "dumb" | "pcansi")
}

fn depth(is_windows: bool, term: &str, named: impl Fn(&str) -> Option<String>) -> Depth {
    if named("NO_COLOR").is_some() || matches!(term, "dumb" | "vt52" | "vt100" | "vt102") {
        return Depth::None;
    }
    let says_true = named("COLORTERM")
        .is_some_and(|value| value.contains("truecolor") || value.contains("24bit"));
    // Every console of Windows 10 shows all colours, and none says so.
    if says_true || term.ends_with("-direct") || (is_windows && term.is_empty()) {
        return Depth::TrueColour;
    }
    let has_few = matches!(term, LINUX_CONSOLE | "ansi" | "pcansi" | "cygwin" | "vt220")
        || term.starts_with("cons")
        || term.ends_with("-16color")
        || term.ends_with("-color");
    if has_few {
        Depth::Sixteen
    } else {
        Depth::Indexed
    }
}

fn signs(is_windows: bool, term: &str, named: impl Fn(&str) -> Option<String>) -> SignSet {
    if is_windows {
        // Those that are no console of Windows itself say who they are.
        let is_new = [
            "WT_SESSION",
            "TERM_PROGRAM",
            "TERM",
            "ConEmuPID",
            "ALACRITTY_WINDOW_ID",
        ]
        .iter()
        .any(|name| named(name).is_some());
        return if is_new {
            SignSet::Full
        } else {
            SignSet::Windows
        };
    }
    if is_plain_locale(named) {
        SignSet::Ascii
    } else if matches!(term, LINUX_CONSOLE | "cons25" | "pcansi" | "cygwin") {
        SignSet::Console
    } else {
        SignSet::Full
    }
}

/// The language of the computer is set to the one that knows ASCII only, or to letters of an older kind. Where nothing is
/// set, nothing is known.
fn is_plain_locale(named: impl Fn(&str) -> Option<String>) -> bool {
    let Some(locale) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(named) else {
        return false;
    };
    match locale.split_once('.') {
        Some((_, letters)) => {
            let letters: String = letters
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .collect();
            !letters.to_ascii_lowercase().starts_with("utf8")
        }
        None => matches!(locale.as_str(), "C" | "POSIX"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capabilities(is_windows: bool, variables: &[(&str, &str)]) -> Capabilities {
        Capabilities::on(is_windows, |asked| {
            variables
                .iter()
                .find(|(name, _)| *name == asked)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn a_terminal_of_unix_is_told_from_its_environment() {
        let on = |variables: &[(&str, &str)]| {
            let told = capabilities(false, variables);
            (told.depth, told.signs, told.holds_frames)
        };
        let (full, utf8) = (SignSet::Full, ("LANG", "vi_VN.UTF-8"));
        for (variables, expected) in [
            (
                &[("TERM", "xterm-256color"), utf8][..],
                (Depth::Indexed, full, true),
            ),
            (
                &[("TERM", "xterm"), ("COLORTERM", "truecolor")],
                (Depth::TrueColour, full, true),
            ),
            (&[("TERM", "xterm-direct")], (Depth::TrueColour, full, true)),
            (&[("TERM", "tmux-256color")], (Depth::Indexed, full, true)),
            (&[("TERM", "screen")], (Depth::Indexed, full, true)),
            (&[("TERM", "xterm-16color")], (Depth::Sixteen, full, true)),
            (&[("TERM", "xterm-color")], (Depth::Sixteen, full, true)),
            (
                &[("TERM", "linux"), utf8],
                (Depth::Sixteen, SignSet::Console, false),
            ),
            (
                &[("TERM", "linux"), ("LANG", "C")],
                (Depth::Sixteen, SignSet::Ascii, false),
            ),
            (&[("TERM", "vt100")], (Depth::None, full, true)),
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "1")],
                (Depth::None, full, true),
            ),
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "")],
                (Depth::Indexed, full, true),
            ),
            (&[], (Depth::Indexed, full, true)),
        ] {
            assert_eq!(on(variables), expected, "{variables:?}");
        }
    }

    #[test]
    fn where_the_computer_knows_ascii_only_signs_are_of_ascii() {
        for (variables, expected) in [
            (&[("LANG", "C")][..], SignSet::Ascii),
            (&[("LANG", "POSIX")], SignSet::Ascii),
            (&[("LANG", "vi_VN.TCVN")], SignSet::Ascii),
            (&[("LANG", "en_US.ISO-8859-1")], SignSet::Ascii),
            (&[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "C")], SignSet::Ascii),
            (&[("LANG", "C"), ("LC_CTYPE", "vi_VN.utf8")], SignSet::Full),
            (&[("LANG", "C.UTF-8")], SignSet::Full),
            (&[("LANG", "vi_VN")], SignSet::Full),
            (&[("LANG", "")], SignSet::Full),
        ] {
            assert_eq!(
                capabilities(false, variables).signs,
                expected,
                "{variables:?}"
            );
        }
    }

    #[test]
    fn the_old_console_of_windows_has_all_colours_and_fewer_signs() {
        let old = capabilities(true, &[]);
        assert_eq!(
            (old.depth, old.signs),
            (Depth::TrueColour, SignSet::Windows)
        );
        let new = capabilities(true, &[("WT_SESSION", "x")]);
        assert_eq!((new.depth, new.signs), (Depth::TrueColour, SignSet::Full));
        let msys = capabilities(
            true,
            &[("TERM", "xterm-256color"), ("TERM_PROGRAM", "mintty")],
        );
        assert_eq!((msys.depth, msys.signs), (Depth::Indexed, SignSet::Full));
        assert_eq!(capabilities(true, &[("NO_COLOR", "1")]).depth, Depth::None);
        // and the language of the computer says nothing of its letters there
        assert_eq!(
            capabilities(true, &[("WT_SESSION", "x"), ("LANG", "C")]).signs,
            SignSet::Full
        );
    }
}
