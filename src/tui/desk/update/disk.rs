//! What the disk answered: that it did not take an act, that what lies there is not what was written, and where the session
//! goes on.

use std::io;
use std::path::Path;

use crate::store::journal::Mismatch;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Severity};

impl Desk {
    /// The disk did not take what a station asked; the request waits, and is tried again. Told once.
    pub fn request_not_written(&mut self, error: &io::Error, cause: &str) {
        let was_told = self.disk.is_unsaved();
        self.disk.took_nothing();
        let message = match Mismatch::in_error(error) {
            Some(mismatch) => {
                self.disk.differs(mismatch);
                NoticeMessage::NotWrittenInto
            }
            None => NoticeMessage::NotWritten,
        };
        if !was_told {
            let text = self.words.notices[message].render(&[("cause", &cause)]);
            self.notify(Severity::Alarm, text);
        }
    }

    /// The disk did not take an act; it does not count.
    pub fn not_written(&mut self, cause: &str) {
        self.disk.took_nothing();
        let text = self.words.notices[NoticeMessage::NotWritten].render(&[("cause", &cause)]);
        self.reopen_form(Severity::Alarm, text);
    }

    /// An act was not written because the journal on the disk is no longer the one that this desk writes.
    pub fn not_written_into(&mut self, mismatch: Mismatch, cause: &str) {
        self.disk.differs(mismatch);
        let text = self.words.notices[NoticeMessage::NotWrittenInto].render(&[("cause", &cause)]);
        self.reopen_form(Severity::Alarm, text);
    }

    /// While nothing was done, the journal on the disk was exchanged or changed. Told once; the header says it until it is
    /// mended.
    pub fn mismatch_seen(&mut self, mismatch: Mismatch, cause: &str) {
        if !self.disk.differs(mismatch) {
            return;
        }
        let text = self.words.notices[NoticeMessage::MismatchSeen].render(&[("cause", &cause)]);
        self.dialogs.complain(&text);
        self.notify(Severity::Alarm, text);
    }

    /// The session was opened and can only be read; another folder helps.
    pub fn opened_for_reading(&mut self, cause: &str) {
        self.disk.took_nothing();
        let text = self.words.notices[NoticeMessage::ReadOnly].render(&[("cause", &cause)]);
        self.notify_first(Severity::Alarm, &text);
    }

    /// The journal on the disk is the one that was written, again.
    pub fn matches_again(&mut self) {
        if self.disk.agrees() {
            self.notice = None;
        }
    }

    /// Another file with the same records lies in the place of the journal, and is written from now on.
    pub fn reopened(&mut self) {
        self.notify_first(
            Severity::Good,
            &self.words.notices[NoticeMessage::Reopened].to_string(),
        );
    }

    /// The whole journal was written anew; what lay in its place is kept there.
    pub fn written_anew(&mut self, kept: Option<&Path>) {
        self.disk.took_all();
        let says = &self.words.notices;
        let text = match kept {
            Some(kept) => says[NoticeMessage::WrittenAnewKept].render(&[("path", &kept.display())]),
            None => says[NoticeMessage::WrittenAnew].to_string(),
        };
        self.reopen_form(Severity::Good, text);
    }

    /// It could not be written anew either.
    pub fn not_written_anew(&mut self, cause: &str) {
        let text = self.words.notices[NoticeMessage::NotWrittenAnew].render(&[("cause", &cause)]);
        self.notify(Severity::Alarm, text);
    }

    /// The session goes on in another folder, so everything is on disk again; what could not be written before is on the
    /// screen once more, to be accepted.
    pub fn saved_elsewhere(&mut self, folder: &Path) {
        self.disk.took_all();
        let text = self.words.notices[NoticeMessage::Moved].render(&[("path", &folder.display())]);
        self.dialogs.drop_waiting();
        self.reopen_form(Severity::Good, text);
    }

    /// Nothing on this computer could be written to say where the session went.
    pub fn moved_without_redirect(&mut self, left: &Path, folder: &Path) {
        let text = self.words.notices[NoticeMessage::MovedUntold]
            .render(&[("left", &left.display()), ("path", &folder.display())]);
        self.notify(Severity::Alarm, text);
    }

    /// The session could not go on there.
    pub fn not_saved_elsewhere(&mut self, folder: &Path, cause: &str) {
        let text = self.words.notices[NoticeMessage::NotMoved]
            .render(&[("path", &folder.display()), ("cause", &cause)]);
        self.reopen_form(Severity::Alarm, text);
    }
}
