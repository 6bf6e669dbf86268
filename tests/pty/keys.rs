//! Keys as the bytes that a terminal sends for them.

pub const SPACE: &str = " ";
pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const F1: &str = "\x1bOP";
pub const F2: &str = "\x1bOQ";
pub const F4: &str = "\x1bOS";
pub const F5: &str = "\x1b[15~";
pub const F7: &str = "\x1b[18~";
pub const F8: &str = "\x1b[19~";
pub const F10: &str = "\x1b[21~";
pub const DOWN: &str = "\x1b[B";
pub const HOME: &str = "\x1b[H";

/// `Ctrl` and a letter.
pub fn ctrl(letter: char) -> String {
    let code = u8::try_from(letter).expect("an ASCII letter") & 0x1f;
    char::from(code).to_string()
}
