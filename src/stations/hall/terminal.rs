//! What stands on the terminal that offers the pages: where they are, the number for the next device with its picture for a
//! camera, and what happened. It prints lines and nothing else.

use std::path::PathBuf;

use super::qr;
use super::words::{HallServerWords, HallTerminalMessage};
use crate::store::sessions::id_of;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum HallNews {
    /// There is a session of this name.
    Found(PathBuf),
    /// It went on in this folder.
    Moved(PathBuf),
    Damaged,
    Mended,
    /// A device came in, and is called this.
    DeviceIn(String),
    /// The number for the next device.
    NextPin(String),
    /// Wrong numbers came from everywhere.
    Guessed,
}

/// Prints what happened.
#[derive(Debug, Clone)]
pub(super) struct HallTerminal {
    pub(super) words: HallServerWords,
    /// `http://192.168.1.10:8080`.
    pub(super) url: String,
    pub(super) in_colour: bool,
    pub(super) print: fn(&str),
}

impl HallTerminal {
    /// Where everything is, once it is offered.
    pub(super) fn begin(&self, is_encrypted: bool, is_only_here: bool) {
        let says = &self.words.terminal;
        let mut lines = vec![says[HallTerminalMessage::View].render(&[("url", &self.url)])];
        if is_only_here {
            lines.push(says[HallTerminalMessage::OnlyHere].to_string());
        }
        let how = if is_encrypted {
            &says[HallTerminalMessage::Encrypted]
        } else {
            &says[HallTerminalMessage::Plain]
        };
        lines.push(how.to_string());
        lines.push(says[HallTerminalMessage::Stop].to_string());
        (self.print)(&lines.join("\n"));
    }

    pub(super) fn print_news(&self, news: &HallNews) {
        let says = &self.words.terminal;
        let text = match news {
            HallNews::Found(folder) => {
                says[HallTerminalMessage::Found].render(&[("name", &id_of(folder))])
            }
            HallNews::Moved(folder) => {
                says[HallTerminalMessage::Moved].render(&[("path", &folder.display())])
            }
            HallNews::Damaged => says[HallTerminalMessage::Damaged].to_string(),
            HallNews::Mended => says[HallTerminalMessage::Mended].to_string(),
            HallNews::DeviceIn(label) => {
                says[HallTerminalMessage::DeviceIn].render(&[("label", label)])
            }
            HallNews::Guessed => says[HallTerminalMessage::Guessed].to_string(),
            HallNews::NextPin(pin) => self.next_pin(pin),
        };
        (self.print)(&text);
    }

    fn next_pin(&self, pin: &str) -> String {
        let says = &self.words.terminal;
        let url = format!("{}/register", self.url);
        let mut lines = Vec::new();
        // Behind the stroke: what stands there is sent to nobody.
        if let Some(picture) = qr::drawn(&qr::text(&self.url, pin), self.in_colour) {
            lines.push(says[HallTerminalMessage::ScanOrType].to_string());
            lines.extend(picture);
        }
        // Last, since a small window shows the last lines.
        lines.push(says[HallTerminalMessage::View].render(&[("url", &self.url)]));
        lines.push(says[HallTerminalMessage::Register].render(&[("url", &url)]));
        lines.push(says[HallTerminalMessage::NextPin].render(&[("pin", &pin)]));
        lines.join("\n")
    }
}
