//! Everything that is written out of the record of a session: the dossier.
//!
//! Making is pure and comes document by document, so that a caller can show how far it is; nothing is written here. It
//! knows the record and the words of documents. It knows no session, no clock and no screen: the times in the files are the
//! session's.

mod after;
mod attach;
mod board;
mod bound;
mod builder;
mod conclusion;
mod contents;
mod docx;
mod error;
mod export;
mod height;
mod ics;
mod layout;
mod letter;
mod manifest;
mod minutes;
mod model;
mod notice;
mod petition;
/// The plan of a session, read from what the office prepared and checked.
pub mod plan_import;
pub mod preparation;
mod prose;
/// Files of data that people write by hand: reading them and telling what is wrong.
pub mod ron_file;
mod slip;
mod specs;
mod words;
mod workbook;
mod zip_origin;

use std::path::PathBuf;

pub use after::{AfterSession, PeriodOffice, make_after, period_papers};
pub use builder::{Making, public_record};
pub use error::{DossierError, IoAction};
#[cfg(test)]
pub(crate) use error::{DossierErrorWords, WORDS as DOSSIER_WORDS};
pub use manifest::{FILE_NAME as MANIFEST, LAYOUT, MadeBy, NotMadeBy};
pub use specs::CONTENTS;
pub use words::{FILE_NAME as WORDS_FILE, WordsFault};

use crate::domain::follow_up::LedgerState;
use crate::domain::record::SessionRecord;

/// What the office asks for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The version for public notice.
    pub public: bool,
    /// Initials for names in the version for public notice, whatever the plan says.
    pub mask_names: bool,
    /// Papers the office has already, each with the entry of the regulation's list that it fills.
    pub attach: Vec<(String, PathBuf)>,
    /// The ledger of what followed the session, and the files that belong to it.
    pub follow_up: Vec<DossierFile>,
    /// What that ledger amounts to.
    pub ledger: LedgerState,
    /// The office's own sentences for the documents; those of the program when there is no such file.
    pub user_words: Option<PathBuf>,
}

/// One file of the dossier. `path` is relative to its folder, with `/` between names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierFile {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The whole dossier as bytes; nothing is written.
///
/// # Errors
/// When a file the office named cannot be used, or a document cannot be made.
pub fn make(
    record: &SessionRecord,
    journal: &[u8],
    options: &Options,
) -> Result<Vec<DossierFile>, DossierError> {
    Making::new(record, journal, options)?.collect()
}

/// The papers of a dossier made once more out of its record, as it stands there, to be held against those that lie in it.
/// `attached` are the paths of the office's own papers in the dossier.
///
/// # Errors
/// When the office's sentences cannot be used, or a document cannot be made.
pub fn make_papers_again(
    record: &SessionRecord,
    attached: &[String],
    user_words: Option<&std::path::Path>,
) -> Result<Vec<DossierFile>, DossierError> {
    Making::again(record, attached, user_words)?.papers()
}

/// The contents of a file once more, with what its record says was issued since, and with these papers of the office.
///
/// # Errors
/// When the office's sentences cannot be used, or it cannot be made.
pub fn make_contents_again(
    record: &SessionRecord,
    attached: &[String],
    user_words: Option<&std::path::Path>,
) -> Result<Option<DossierFile>, DossierError> {
    Making::again(record, attached, user_words)?
        .document_at(CONTENTS)
        .transpose()
}

/// Whether some version of the program writes a file of this name into a dossier.
#[must_use]
pub fn is_name_of_dossier(path: &str) -> bool {
    specs::is_document(path)
}

/// A code of the office's own sentences, where it has any.
///
/// # Errors
/// When the file cannot be read.
pub fn words_code(user_words: Option<&std::path::Path>) -> Result<Option<String>, DossierError> {
    words::code(user_words)
}

/// The files of a dossier that are no papers made from its record.
pub const RECORD_FILES: [&str; 3] = ["record.json", "record.ron", JOURNAL];

/// What the journal is called in the folder of a dossier.
pub const JOURNAL: &str = "journal.ron";

/// Where the office's own papers lie.
pub const ATTACHED: &str = "dinh-kem/";

#[cfg(test)]
pub(crate) mod tests {
    use crate::domain::record::SessionRecord;

    /// A record of a session that has not begun, for tests that need any.
    pub(crate) fn empty_record() -> SessionRecord {
        use crate::domain::session::Session;
        let regulation = crate::store::profiles::load("dan-tien-2025", None).unwrap();
        let plan: crate::domain::session::plan::Plan = crate::documents::ron_file::parse(
            r#"(
                regulation: "dan-tien-2025", title: "Đối thoại", level: Commune,
                held: "2026-11-25T08:00:00", place: "Hội trường", body: "Ủy ban nhân dân xã X",
                layout: State, chair: (name: "Hoàng Văn Đức", office: "Chủ tịch UBND xã"),
                lead_agency: "Văn phòng", agencies: [],
            )"#,
        )
        .unwrap();
        let clock =
            crate::store::clock::Clock::by_hand("2026-11-25T08:00:00+07:00".parse().unwrap());
        let session = Session::open(crate::domain::session::event::JournalEntry {
            by: None,
            request: None,
            seq: crate::domain::session::event::Seq(1),
            at: clock.now(),
            events: Session::opening(plan, regulation),
        })
        .unwrap();
        SessionRecord::as_left(&session)
    }
}
