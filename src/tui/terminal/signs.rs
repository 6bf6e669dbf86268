//! Signs that a terminal's font has in the place of those it lacks, each as wide as the other. Knows single signs, and
//! nothing of where they stand or what they mean; letters are the people's own and stay as they are.

use std::borrow::Cow;

/// Which signs a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SignSet {
    /// All of them, as fonts of today have.
    #[default]
    Full,
    /// The list of signs that every font of Windows has since 1997 (WGL4), as in its old console.
    Windows,
    /// The signs of the first PC (code page 437), as on the console of Linux.
    Console,
    /// Those of a typewriter, where the computer says that it knows no more.
    Ascii,
}

/// A sign, and what stands for it on an old console of Windows, on the console of Linux, and in ASCII.
const TABLE: &[[char; 4]] = &[
    ['✓', '√', '√', '+'],
    ['✗', '×', 'x', 'x'],
    ['▶', '►', '►', '>'],
    ['▸', '►', '►', '>'],
    ['◂', '◄', '◄', '<'],
    ['▾', '▼', '▼', 'v'],
    ['☐', '□', 'o', 'o'],
    ['◷', '◊', '♦', '@'],
    ['↻', '↨', '↨', '~'],
    ['∅', 'Ø', '°', '0'],
    ['⊘', '÷', '÷', '/'],
    ['⏎', '¶', '¶', '|'],
    ['✎', '»', '»', '*'],
    ['○', '○', '○', 'o'],
    ['●', '●', '•', '*'],
    ['•', '•', '•', '*'],
    ['▲', '▲', '▲', '^'],
    ['▼', '▼', '▼', 'v'],
    ['↑', '↑', '↑', '^'],
    ['↓', '↓', '↓', 'v'],
    ['←', '←', '←', '<'],
    ['→', '→', '→', '>'],
    ['‹', '‹', '<', '<'],
    ['›', '›', '>', '>'],
    ['⟨', '‹', '<', '<'],
    ['⟩', '›', '>', '>'],
    ['«', '«', '«', '<'],
    ['»', '»', '»', '>'],
    ['·', '·', '·', '.'],
    ['×', '×', 'x', 'x'],
    ['–', '–', '-', '-'],
    ['—', '—', '-', '-'],
    ['−', '−', '-', '-'],
    ['‘', '‘', '\'', '\''],
    ['’', '’', '\'', '\''],
    ['“', '“', '"', '"'],
    ['”', '”', '"', '"'],
    ['…', '…', '.', '.'],
    ['′', '′', '\'', '\''],
    ['″', '″', '"', '"'],
    ['№', '№', 'N', 'N'],
    ['─', '─', '─', '-'],
    ['│', '│', '│', '|'],
    ['┌', '┌', '┌', '+'],
    ['┐', '┐', '┐', '+'],
    ['└', '└', '└', '+'],
    ['┘', '┘', '┘', '+'],
    ['┬', '┬', '┬', '+'],
    ['┴', '┴', '┴', '+'],
    ['╭', '┌', '┌', '+'],
    ['╮', '┐', '┐', '+'],
    ['╯', '┘', '┘', '+'],
    ['╰', '└', '└', '+'],
    ['━', '═', '═', '='],
    ['┃', '║', '║', '#'],
    ['┏', '╔', '╔', '#'],
    ['┓', '╗', '╗', '#'],
    ['┗', '╚', '╚', '#'],
    ['┛', '╝', '╝', '#'],
    ['┣', '╠', '╠', '#'],
    ['┡', '╠', '╠', '#'],
    ['┢', '╠', '╠', '#'],
    ['┩', '╣', '╣', '#'],
    ['┪', '╣', '╣', '#'],
    ['┯', '╤', '╤', '+'],
    ['┿', '╪', '╪', '+'],
    ['▏', '│', '│', '|'],
    ['▌', '▌', '▌', '|'],
    ['▐', '▐', '▐', '|'],
];

/// The blocks that pictures and large figures are made of.
const BLOCKS: &[[char; 4]] = &[
    ['█', '█', '█', '#'],
    ['▀', '▀', '▀', '"'],
    ['▄', '▄', '▄', '_'],
];

impl SignSet {
    /// The sign that is shown for this one.
    #[must_use]
    pub fn shown(self, sign: char) -> char {
        if self == Self::Full || sign.is_ascii() {
            return sign;
        }
        TABLE
            .iter()
            .chain(BLOCKS)
            .find(|row| row.first() == Some(&sign))
            .and_then(|row| row.get(self as usize))
            .copied()
            .unwrap_or(sign)
    }

    /// A cell's text with the signs that are shown.
    #[must_use]
    pub fn fitted(self, text: &str) -> Cow<'_, str> {
        if self == Self::Full || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().map(|sign| self.shown(sign)).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use unicode_normalization::char::is_combining_mark;

    use super::*;
    use crate::domain::text::width;

    /// The signs of WGL4 beyond ASCII that are no letters, from Microsoft's list.
    const WGL4: &str = "¡¢£¤¥¦§¨©«¬®¯°±²³´µ¶·¸¹»¼½¾¿×÷‐–—―‘’‚“”„†‡•…‰′″‹›‼‾⁄ⁿ₣₤₧€№™Ω℮⅛⅜⅝⅞\
        ←↑→↓↔↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬\
        ▀▄█▌▐░▒▓■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫Øø";
    /// Those of code page 437, with the signs of its first thirty-two places.
    const CP437: &str = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼⌂¢£¥₧ƒªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌\
        █▄▌▐▀µΩ∞∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■";

    fn is_had(set: SignSet, sign: char) -> bool {
        sign.is_ascii()
            || match set {
                SignSet::Full => true,
                SignSet::Windows => WGL4.contains(sign),
                SignSet::Console => CP437.contains(sign),
                SignSet::Ascii => false,
            }
    }

    /// Every sign in the sources of the screens and in the words they show, and in what they looked like when they were
    /// drawn last.
    fn every_sign() -> BTreeSet<char> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folders: Vec<_> = ["src/tui", "config/words/vi", "config/words/en", "tests/tui"]
            .map(|folder| root.join(folder))
            .to_vec();
        let mut found = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                let is_source = path.extension().is_some_and(|extension| extension == "rs");
                // Some names are tried with signs that no screen of ours has; this list is one of them.
                if is_source && (path.ends_with("signs.rs") || !path.starts_with(root.join("src")))
                {
                    continue;
                }
                let told = |line: &&str| !(is_source && line.trim_start().starts_with("//"));
                found.extend(
                    text.lines()
                        .filter(told)
                        .take_while(|line| *line != "#[cfg(test)]")
                        .flat_map(str::chars)
                        .filter(|sign| {
                            !sign.is_ascii() && !sign.is_alphabetic() && !is_combining_mark(*sign)
                        }),
                );
            }
        }
        found
    }

    #[test]
    fn every_sign_of_every_screen_has_one_that_old_terminals_have() {
        let signs = every_sign();
        assert!(signs.len() > 40, "{signs:?}");
        for set in [SignSet::Windows, SignSet::Console, SignSet::Ascii] {
            let lacking: String = signs
                .iter()
                .filter(|sign| !is_had(set, set.shown(**sign)))
                .collect();
            assert_eq!(lacking, "", "{set:?}");
        }
    }

    #[test]
    fn no_sign_takes_another_room_than_the_one_it_stands_for() {
        for [sign, others @ ..] in TABLE.iter().chain(BLOCKS) {
            for other in others {
                let (one, two) = (sign.to_string(), other.to_string());
                assert_eq!(width(&one), width(&two), "{sign} {other}");
            }
        }
    }

    #[test]
    fn signs_that_tell_things_apart_stay_apart() {
        for set in [SignSet::Windows, SignSet::Console, SignSet::Ascii] {
            for apart in ["✓◷↑?", "✓✗✎∅", "▶✓○⊘↻", "●○", "━─"] {
                let shown: BTreeSet<char> = apart.chars().map(|sign| set.shown(sign)).collect();
                assert_eq!(shown.len(), apart.chars().count(), "{set:?} {apart}");
            }
        }
    }

    #[test]
    fn letters_and_what_is_ascii_stay_as_they_are() {
        for set in [SignSet::Windows, SignSet::Console, SignSet::Ascii] {
            assert_eq!(set.fitted("Đỗ Thị Ước, 5/5"), "Đỗ Thị Ước, 5/5");
        }
        assert_eq!(SignSet::Full.fitted("✓"), "✓");
        assert_eq!(SignSet::Windows.fitted("✓"), "√");
    }
}
