//! How the session stands on the disk, as far as the desk was told: whether the last record is there, and whether what
//! lies there is what was written. Knows no file and no sentence.

use crate::store::journal::Mismatch;

/// How the session stands on the disk.
#[derive(Debug, Default)]
pub(super) struct DiskState {
    /// The disk did not take the last record.
    unsaved: bool,
    /// What lies on the disk is no longer what was written there.
    mismatched: Option<Mismatch>,
}

impl DiskState {
    pub(super) const fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    pub(super) const fn is_mismatched(&self) -> bool {
        self.mismatched.is_some()
    }

    /// Everything is on the disk, and it is what was written.
    pub(super) fn took_all(&mut self) {
        *self = Self::default();
    }

    /// The disk takes no record.
    pub(super) const fn took_nothing(&mut self) {
        self.unsaved = true;
    }

    /// What lies on the disk is no longer what was written there; true where that is news.
    pub(super) fn differs(&mut self, mismatch: Mismatch) -> bool {
        self.unsaved = true;
        self.mismatched.replace(mismatch) != Some(mismatch)
    }

    /// What lies on the disk is what was written; true where that is news.
    pub(super) fn agrees(&mut self) -> bool {
        let is_news = self.is_mismatched();
        if is_news {
            self.took_all();
        }
        is_news
    }
}
