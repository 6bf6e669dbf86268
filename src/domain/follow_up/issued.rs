//! Which papers a ledger says were issued: the notice with its number, what went to a superior, reminders, what was marked
//! as sent, what the duties that are done come to, what was published, and of what a copy was attached. Knows the ledger
//! and the regulation's names of papers; writes none.

use super::{LedgerState, LetterDate};
use crate::domain::record::IssuedRecord;
use crate::domain::regulation::{Deadline, DocumentKind, Regulation};

impl LedgerState {
    /// The papers that were issued under a regulation, each once, with the first day.
    #[must_use]
    pub fn issued(&self, regulation: &Regulation) -> Vec<IssuedRecord> {
        let mut issued = GatheredPapers::default();
        if let Some(notice) = &self.notice {
            issued.letter(DocumentKind::ConclusionNotice, &notice.letter);
        }
        for one in self.promises.values() {
            if let Some((_, letter)) = &one.submitted {
                issued.letter(DocumentKind::HigherLevelPetition, letter);
            }
        }
        for (paper, letter) in &self.papers {
            issued.add(IssuedRecord {
                number: letter.number.clone(),
                agency: paper.agency.clone(),
                item: paper.item,
                ..IssuedRecord::every(paper.kind, letter.on)
            });
        }
        for (agency, _, on) in &self.reminded {
            // Each reminder is a letter of its own.
            issued.papers.push(IssuedRecord {
                agency: Some(agency.clone()),
                ..IssuedRecord::every(DocumentKind::Reminder, *on)
            });
        }
        for (duty, days) in &self.done {
            let own = (duty.source == regulation.id).then(|| regulation.deadline(&duty.id));
            let paper = own.flatten().and_then(Deadline::discharged_by);
            // Sending the notice is not issuing it.
            let paper = paper.filter(|paper| *paper != DocumentKind::ConclusionNotice);
            if let (Some(paper), Some(on)) = (paper, days.first()) {
                issued.add(IssuedRecord::every(paper, *on));
            }
        }
        if let Some(on) = self.published.iter().map(|(_, on)| *on).min() {
            issued.add(IssuedRecord::every(DocumentKind::PublicResult, on));
        }
        for (paper, file, on) in &self.copies {
            issued.papers.push(IssuedRecord {
                file: Some(file.clone()),
                ..IssuedRecord::every(*paper, *on)
            });
        }
        issued.papers
    }
}

/// The papers as they are gathered.
#[derive(Debug, Default)]
struct GatheredPapers {
    papers: Vec<IssuedRecord>,
}

impl GatheredPapers {
    fn letter(&mut self, paper: DocumentKind, letter: &LetterDate) {
        self.add(IssuedRecord {
            number: letter.number.clone(),
            ..IssuedRecord::every(paper, letter.on)
        });
    }

    /// Of two of the same the one with a number counts, else the earlier: a number and a day belong together.
    fn add(&mut self, paper: IssuedRecord) {
        let same = |known: &&mut IssuedRecord| {
            (known.paper, &known.agency, known.item) == (paper.paper, &paper.agency, paper.item)
        };
        match self.papers.iter_mut().find(same) {
            Some(known) => {
                let rank = |one: &IssuedRecord| (one.number.is_none(), one.on);
                if rank(&paper) < rank(known) {
                    *known = paper;
                }
            }
            None => self.papers.push(paper),
        }
    }
}
