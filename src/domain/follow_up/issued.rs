//! Which papers a ledger says were issued: the notice with its number, what went to a superior, what the duties that are
//! done come to, what was published. Knows the ledger and the regulation's names of papers; writes none.

use super::LedgerState;
use crate::domain::record::IssuedRecord;
use crate::domain::regulation::{Deadline, DocumentKind, Regulation};

impl LedgerState {
    /// The papers that were issued under a regulation, each once, with the first day.
    #[must_use]
    pub fn issued(&self, regulation: &Regulation) -> Vec<IssuedRecord> {
        let mut issued: Vec<IssuedRecord> = Vec::new();
        let mut add = |paper, number: Option<&String>, on| match issued
            .iter_mut()
            .find(|known| known.paper == paper)
        {
            Some(known) if known.on <= on => {}
            Some(known) => known.on = on,
            None => issued.push(IssuedRecord {
                paper,
                number: number.cloned(),
                on,
            }),
        };
        if let Some(notice) = &self.notice {
            let letter = &notice.letter;
            add(
                DocumentKind::ConclusionNotice,
                letter.number.as_ref(),
                letter.on,
            );
        }
        let submitted = self
            .promises
            .values()
            .filter_map(|one| one.submitted.as_ref());
        for (_, letter) in submitted {
            add(
                DocumentKind::HigherLevelPetition,
                letter.number.as_ref(),
                letter.on,
            );
        }
        for (duty, days) in &self.done {
            let own = (duty.source == regulation.id).then(|| regulation.deadline(&duty.id));
            let paper = own.flatten().and_then(Deadline::discharged_by);
            // Sending the notice is not issuing it.
            let paper = paper.filter(|paper| *paper != DocumentKind::ConclusionNotice);
            if let (Some(paper), Some(on)) = (paper, days.first()) {
                add(paper, None, *on);
            }
        }
        if let Some(on) = self.published.iter().map(|(_, on)| *on).min() {
            add(DocumentKind::PublicResult, None, on);
        }
        issued
    }
}
