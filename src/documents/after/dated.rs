//! The conclusion notice and the transfer slips once more, with the number and day of the notice and the day on which each
//! answer is due, and the contents of the file as they are now.

use std::path::Path;

use super::{After, bytes};
use crate::documents::prose::Prose;
use crate::documents::words::{DocumentWords, LayoutMessage};
use crate::documents::{DossierError, DossierFile, make_contents_again, notice, slip};
use crate::domain::follow_up::LetterDate;
use crate::domain::i18n::Message;
use crate::domain::record::{ClassRecord, SessionRecord};

pub(super) fn files(
    after: After<'_>,
    user_words: Option<&Path>,
) -> Result<Vec<DossierFile>, DossierError> {
    let record = with_days(after);
    let issued = after.session.ledger.notice.as_ref();
    let dated = issued.map(|notice| numbered(after.prose, &notice.letter));
    let told = Prose {
        record: &record,
        words: dated.as_ref().unwrap_or(after.prose.words),
    };
    let path = "thong-bao-ket-luan.docx".to_owned();
    let mut files = vec![DossierFile {
        bytes: bytes(&notice::paper(told), after.session, &path)?,
        path,
    }];
    // A slip has a number and a day of its own, which the office gives it.
    let plain = Prose {
        record: &record,
        words: after.prose.words,
    };
    for (index, slip) in slip::all(plain).iter().enumerate() {
        let path = slip::file_name(slip, index + 1);
        files.push(DossierFile {
            bytes: bytes(&slip::paper(plain, slip), after.session, &path)?,
            path,
        });
    }
    files.extend(make_contents_again(&record, &[], user_words)?);
    Ok(files)
}

/// The record with the day on which each answer is due, and with what went out since.
fn with_days(after: After<'_>) -> SessionRecord {
    let mut record = after.session.record.clone();
    let ledger = after.session.ledger;
    record.issued = ledger.issued(&after.session.promises.regulation);
    for item in &mut record.items {
        let day = after.promise(item.id).and_then(|promise| promise.due.day);
        if let (Some(ClassRecord::VerifyLater { due, .. }), Some(day)) = (&mut item.class, day) {
            *due = Some(day);
        }
    }
    record
}

/// The sentences of the head, with number and day filled in.
fn numbered(prose: Prose<'_>, letter: &LetterDate) -> DocumentWords {
    let mut words = prose.words.clone();
    if let Some(number) = &letter.number {
        words.layout.replace(
            LayoutMessage::NumberState,
            Message::new(format!("Số: {number}")),
        );
        words.layout.replace(
            LayoutMessage::NumberParty,
            Message::new(format!("Số {number}")),
        );
    }
    words.layout.replace(
        LayoutMessage::PlaceDate,
        Message::new(format!("{{place}}, {}", prose.date(letter.on))),
    );
    words
}
