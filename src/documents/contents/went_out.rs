//! How papers went out after the session, as the contents of the file tell it. Knows what was entered, and which papers
//! there are several of.

use chrono::NaiveDate;

use crate::documents::prose::{Prose, two_digits};
use crate::documents::words::ContentsMessage;
use crate::documents::{letter, slip};
use crate::domain::record::IssuedRecord;
use crate::domain::regulation::DocumentKind;

/// What was entered of the papers of a session.
#[derive(Clone, Copy)]
pub(super) struct WentOut<'a> {
    pub prose: Prose<'a>,
}

impl<'a> WentOut<'a> {
    /// How a paper went out, where that was entered: with its number and day, or so many of several, or a copy that was
    /// attached.
    pub(super) fn state(self, kind: Option<DocumentKind>, agency: Option<&str>) -> Option<String> {
        let kind = kind?;
        let single = |one: &&IssuedRecord| {
            one.item.is_none() && (one.agency.is_none() || one.agency.as_deref() == agency)
        };
        let letters = self.letters(kind);
        if let Some(one) = letters.clone().find(single) {
            return Some(self.dated(one));
        }
        if agency.is_none()
            && let Some(told) = self.some_of_several(kind)
        {
            return Some(told);
        }
        let copy = self.of(kind).find(|one| one.file.is_some())?;
        let words = &self.prose.words.contents;
        Some(words[ContentsMessage::PresentCopy].render(&[("date", &self.prose.date(copy.on))]))
    }

    /// The files of the copies of a paper.
    pub(super) fn copies(self, kind: Option<DocumentKind>) -> impl Iterator<Item = &'a str> {
        let copies = self.prose.record.issued.iter();
        copies
            .filter(move |one| Some(one.paper) == kind)
            .filter_map(|one| one.file.as_deref())
    }

    /// What went out beside everything that has a row: its title, how it went out, its copies.
    pub(super) fn beside(self, told: &[DocumentKind]) -> Vec<(String, String, Vec<&'a str>)> {
        let words = &self.prose.words.contents;
        let mut rows = Vec::new();
        let mut known = told.to_vec();
        for one in &self.prose.record.issued {
            if known.contains(&one.paper) {
                continue;
            }
            let Some(title) = title(one.paper) else {
                continue;
            };
            let title = words[title].to_string();
            if let (Some(agency), None) = (&one.agency, &one.file) {
                let title =
                    words[ContentsMessage::For].render(&[("paper", &title), ("agency", agency)]);
                rows.push((title, self.dated(one), Vec::new()));
                continue;
            }
            known.push(one.paper);
            let state = self.state(Some(one.paper), None).unwrap_or_default();
            rows.push((title, state, self.copies(Some(one.paper)).collect()));
        }
        rows
    }

    fn of(self, kind: DocumentKind) -> impl Iterator<Item = &'a IssuedRecord> + Clone {
        let issued = self.prose.record.issued.iter();
        issued.filter(move |one| one.paper == kind)
    }

    fn letters(self, kind: DocumentKind) -> impl Iterator<Item = &'a IssuedRecord> + Clone {
        self.of(kind).filter(|one| one.file.is_none())
    }

    fn dated(self, one: &IssuedRecord) -> String {
        let words = &self.prose.words.contents;
        let date = self.prose.date(one.on);
        match &one.number {
            Some(number) => words[ContentsMessage::PresentNumbered]
                .render(&[("number", number), ("date", &date)]),
            None => words[ContentsMessage::PresentOn].render(&[("date", &date)]),
        }
    }

    /// Of a paper that there are several of: all went out, or so many.
    fn some_of_several(self, kind: DocumentKind) -> Option<String> {
        let days = self.parts(kind)?;
        let sent: Vec<NaiveDate> = days.iter().flatten().copied().collect();
        let last = self.prose.date(sent.iter().max().copied()?);
        let words = &self.prose.words.contents;
        Some(if sent.len() == days.len() {
            words[ContentsMessage::PresentOn].render(&[("date", &last)])
        } else {
            words[ContentsMessage::PresentPart].render(&[
                ("sent", &two_digits(sent.len())),
                ("count", &two_digits(days.len())),
                ("date", &last),
            ])
        })
    }

    /// For each of the letters or slips the day it went out, once everything in it did.
    fn parts(self, kind: DocumentKind) -> Option<Vec<Option<NaiveDate>>> {
        let last = |wanted: &mut dyn Iterator<Item = Option<NaiveDate>>| {
            let days: Option<Vec<NaiveDate>> = wanted.collect();
            days?.into_iter().max()
        };
        if kind == DocumentKind::PetitionerLetter {
            let people = letter::all(self.prose);
            let days = people.iter().map(|person| {
                let mut items = person.item_ids().map(|item| {
                    let mut letters = self.letters(kind);
                    letters.find(|one| one.item == Some(item)).map(|one| one.on)
                });
                last(&mut items)
            });
            return Some(days.collect());
        }
        if kind == DocumentKind::TransferSlip {
            let slips = slip::all(self.prose);
            let days = slips.iter().map(|slip| {
                let mut letters = self.letters(kind);
                let sent = letters.find(|one| one.agency.as_deref() == Some(slip.name.as_str()));
                sent.map(|one| one.on)
            });
            return Some(days.collect());
        }
        None
    }
}

/// What a paper is called that only the office makes, or that follows the session. What the program makes with every file
/// has a row of its own.
const fn title(kind: DocumentKind) -> Option<ContentsMessage> {
    match kind {
        DocumentKind::SettlementReport => Some(ContentsMessage::Settlement),
        DocumentKind::Reminder => Some(ContentsMessage::Reminder),
        DocumentKind::SessionReport => Some(ContentsMessage::SessionReport),
        DocumentKind::PetitionerLetter => Some(ContentsMessage::PetitionerLetters),
        DocumentKind::TransferSlip => Some(ContentsMessage::Slips),
        DocumentKind::HigherLevelPetition => Some(ContentsMessage::UpwardPaper),
        DocumentKind::Plan => Some(ContentsMessage::Plan),
        DocumentKind::Assignment => Some(ContentsMessage::Assignment),
        DocumentKind::OpinionSlip => Some(ContentsMessage::OpinionSlips),
        DocumentKind::OpinionSummary => Some(ContentsMessage::OpinionSummary),
        DocumentKind::AnsweringReport => Some(ContentsMessage::AnsweringReport),
        DocumentKind::Invitation => Some(ContentsMessage::Invitations),
        DocumentKind::Programme => Some(ContentsMessage::Programme),
        DocumentKind::PublicNotice => Some(ContentsMessage::PublicNotice),
        DocumentKind::Minutes
        | DocumentKind::ItemTable
        | DocumentKind::ConclusionNotice
        | DocumentKind::PublicResult
        | DocumentKind::PeriodicReport => None,
    }
}
