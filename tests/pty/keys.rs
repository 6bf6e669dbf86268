//! Keys as the bytes that a terminal sends for them.

pub const SPACE: &str = " ";
pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const F1: &str = "\x1bOP";
pub const F4: &str = "\x1bOS";

/// `Ctrl` and a letter.
pub fn ctrl(letter: char) -> String {
    let code = u8::try_from(letter).expect("an ASCII letter") & 0x1f;
    char::from(code).to_string()
}
