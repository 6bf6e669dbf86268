//! Lists from which one thing is chosen over the table: under which regulation to rehearse, from what a new session is made,
//! what to prepare, on which period to report. An offer carries what it stands for; nothing is read back from its words.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};

use super::choice::{NewFrom, OfficeChoice, OfficeEntry, Regulations};
use super::words::{OfferMessage, OfficeWords};
use crate::domain::format;
use crate::domain::i18n::Lang;

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfferKind {
    Rehearse,
    New,
    Prepare,
    Report,
    Export,
}

/// One thing that can be chosen.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub name: String,
    pub about: String,
    pub choice: OfficeChoice,
}

/// A list with what would be taken.
#[derive(Debug, Clone)]
pub(super) struct Offers {
    pub kind: OfferKind,
    pub all: Vec<Offer>,
    pub selected: usize,
}

impl Offers {
    const fn of(kind: OfferKind, all: Vec<Offer>) -> Self {
        Self {
            kind,
            all,
            selected: 0,
        }
    }

    /// A draft of a session that was not begun.
    pub(super) fn to_export(folder: PathBuf, words: &OfficeWords) -> Self {
        let says = &words.offers;
        let all = vec![Offer {
            name: says[OfferMessage::DraftDossier].to_string(),
            about: says[OfferMessage::DraftDossierAbout].to_string(),
            choice: OfficeChoice::Export(folder),
        }];
        Self::of(OfferKind::Export, all)
    }

    /// The regulations under which can be rehearsed.
    pub(super) fn to_rehearse(regulations: Regulations, lang: Lang) -> Self {
        let all = regulations
            .into_iter()
            .map(|(id, short)| Offer {
                name: short.in_lang(lang).to_owned(),
                about: id.0.clone(),
                choice: OfficeChoice::Rehearse(id),
            })
            .collect();
        Self::of(OfferKind::Rehearse, all)
    }

    /// From what a new session can be made.
    pub(super) fn for_new(
        has_draft: bool,
        last: Option<&OfficeEntry>,
        words: &OfficeWords,
    ) -> Self {
        let says = &words.offers;
        let offer = |name: String, about: OfferMessage, from: NewFrom| Offer {
            name,
            about: says[about].to_string(),
            choice: OfficeChoice::New(from),
        };
        let draft = has_draft.then(|| {
            offer(
                says[OfferMessage::Draft].to_string(),
                OfferMessage::DraftAbout,
                NewFrom::Draft,
            )
        });
        let last = last.and_then(|entry| {
            let standing = entry.session.standing.as_ref()?;
            let name =
                says[OfferMessage::Last].render(&[("date", &format::date(standing.held.date()))]);
            let from = NewFrom::Session(entry.session.folder.clone());
            let mut offered = offer(name, OfferMessage::LastAbout, from);
            offered.about = format!("{} – {}", standing.title, offered.about);
            Some(offered)
        });
        let blank = offer(
            says[OfferMessage::Blank].to_string(),
            OfferMessage::BlankAbout,
            NewFrom::Nothing,
        );
        let file = offer(
            says[OfferMessage::File].to_string(),
            OfferMessage::FileAbout,
            NewFrom::File,
        );
        let all = draft.into_iter().chain(last).chain([blank, file]).collect();
        Self::of(OfferKind::New, all)
    }

    /// What can be prepared for a session that is not over.
    pub(super) fn to_prepare(entry: &OfficeEntry, words: &OfficeWords) -> Self {
        let folder = &entry.session.folder;
        let has_begun = entry
            .session
            .standing
            .as_ref()
            .is_some_and(|standing| standing.step.is_some());
        let says = &words.offers;
        let plan = if has_begun {
            (OfferMessage::Additions, OfferMessage::AdditionsAbout)
        } else {
            (OfferMessage::Plan, OfferMessage::PlanAbout)
        };
        let all = [
            (plan, OfficeChoice::EditPlan(folder.clone())),
            (
                (OfferMessage::Papers, OfferMessage::PapersAbout),
                OfficeChoice::Papers(folder.clone()),
            ),
            (
                (OfferMessage::Promised, OfferMessage::PromisedAbout),
                OfficeChoice::Promised(folder.clone()),
            ),
        ]
        .into_iter()
        .map(|((name, about), choice)| Offer {
            name: says[name].to_string(),
            about: says[about].to_string(),
            choice,
        })
        .collect();
        Self::of(OfferKind::Prepare, all)
    }

    /// The periods that an office reports on: the present ones and the last, and the chosen session where it is over.
    pub(super) fn to_report(
        today: NaiveDate,
        closed: Option<&OfficeEntry>,
        words: &OfficeWords,
    ) -> Self {
        let says = &words.offers;
        let year = today.year();
        let half = if today.month() <= 6 { 1 } else { 2 };
        let before = if half == 1 { (year - 1, 2) } else { (year, 1) };
        let of_half = |(year, half): (i32, u8)| {
            let name = if half == 1 {
                &says[OfferMessage::FirstHalf]
            } else {
                &says[OfferMessage::SecondHalf]
            };
            (name.render(&[("year", &year)]), format!("{year}-H{half}"))
        };
        let of_year = |year: i32| {
            let name = says[OfferMessage::Year].render(&[("year", &year)]);
            (name, year.to_string())
        };
        let after = closed.and_then(|entry| {
            let standing = entry.session.standing.as_ref()?;
            let name = says[OfferMessage::AfterSession]
                .render(&[("date", &format::date(standing.held.date()))]);
            Some((name, format!("after:{}", entry.session.id)))
        });
        let all = [
            of_half((year, half)),
            of_year(year),
            of_half(before),
            of_year(year - 1),
        ]
        .into_iter()
        .chain(after)
        .map(|(name, period)| Offer {
            name,
            about: says[OfferMessage::ReportAbout].to_string(),
            choice: OfficeChoice::Report(period),
        })
        .collect();
        Self::of(OfferKind::Report, all)
    }
}
