//! The dossier of a session out of what the program keeps of it: the record completed, and every document made.

use crate::documents::{DossierError, DossierFile, Making, Options};
use crate::domain::deadlines::Basis;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::LedgerState;
use crate::domain::i18n::Lang;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::Regulation;
use crate::domain::session::Session;
use crate::store::journal::{self, ChainAnchor};

/// The record of a session with what is due counted on the calendar, and with what holds it to its journal. Beside the
/// regulation's own deadlines stand those of the accompanying laws. What cannot be counted stands without a day and says
/// so: the minutes must not wait for a file of days off. What was entered in a ledger afterwards counts: days from the notice
/// that was issued, and which papers went out.
///
/// # Errors
/// When the words by which the counting is explained cannot be read, which a test of them finds.
pub fn complete_record(
    session: &Session,
    basis: &Basis,
    anchor: Option<&ChainAnchor>,
    ledger: &LedgerState,
) -> Result<SessionRecord, DossierError> {
    // The documents are in Vietnamese, whatever the program speaks.
    let explainer = Explainer::new(Lang::Vi);
    let regulation = session.regulation();
    let notice = ledger.notice.as_ref().map(|notice| notice.letter.on);
    let due = basis.due_dates(regulation, &session.dates().with_notice(notice));
    let sources: Vec<&Regulation> = basis.sources(regulation).collect();
    let record = SessionRecord::as_left(session).with_deadlines(&due, &sources, &explainer);
    let mut record = basis.missing.iter().fold(record, |record, law| {
        record.without_law(&law.id, &law.title, &explainer)
    });
    record.journal = anchor.map(ToString::to_string);
    record.issued = ledger.issued(regulation);
    Ok(record)
}

/// Every document of the dossier of a session, one after the other; nothing is written yet. `journal` are the lines of its
/// whole entries, which are copied as they are; `progress` is told how many documents are made, of how many.
///
/// # Errors
/// When a file the office named cannot be used, or a document cannot be made.
pub fn assemble(
    session: &Session,
    journal: &[u8],
    basis: &Basis,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Vec<DossierFile>, DossierError> {
    let anchor = journal::read_bytes(journal).anchor();
    let record = complete_record(session, basis, anchor.as_ref(), &options.ledger)?;
    let mut making = Making::new(&record, journal, options)?;
    let mut files = Vec::with_capacity(making.total());
    progress(0, making.total());
    while let Some(made) = making.next() {
        files.push(made?);
        progress(making.made(), making.total());
    }
    Ok(files)
}
