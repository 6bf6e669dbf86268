//! The papers that follow a session: reminder, letter with the result, notice and slips with real days, settlement report,
//! what was promised to open the next session with, and the periodic report with its workbook. Bytes come out; nothing is
//! written here.

mod dated;
mod letters;
mod opening;
mod period;
mod period_book;
mod period_rows;
mod period_sheets;
mod period_telling;
mod settlement;

use chrono::NaiveDate;

pub use period::period_papers;
pub use period_telling::PeriodOffice;

use super::words::{AfterMessage, DocumentWords};
use super::{DossierError, DossierFile, docx};
use crate::documents::model::Paper;
use crate::documents::prose::Prose;
use crate::domain::follow_up::{
    AnswerOutcome, DueState, FollowUpPaper, LedgerState, LetterDate, Overview, PromiseStanding,
    SessionPromises,
};
use crate::domain::record::SessionRecord;
use crate::domain::regulation::ClassKind;

/// A session and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct AfterSession<'a> {
    /// With its deadlines counted, from the notice too where that was issued.
    pub record: &'a SessionRecord,
    pub promises: &'a SessionPromises,
    pub ledger: &'a LedgerState,
    pub overview: &'a Overview,
    pub today: NaiveDate,
}

/// Makes a paper; the notice and the slips are several files.
///
/// # Errors
/// When the office's own words cannot be used, or a document cannot be made.
pub fn make_after(
    session: AfterSession<'_>,
    paper: &FollowUpPaper,
    user_words: Option<&std::path::Path>,
) -> Result<Vec<DossierFile>, DossierError> {
    let words = DocumentWords::load(user_words)?;
    let telling = After {
        session,
        prose: Prose {
            record: session.record,
            words: &words,
        },
    };
    let one = |path: String, paper: &Paper| -> Result<Vec<DossierFile>, DossierError> {
        let bytes = bytes(paper, session, &path)?;
        Ok(vec![DossierFile { path, bytes }])
    };
    match paper {
        FollowUpPaper::Reminder { agency, items } => one(
            format!("don-doc-{}.docx", super::slip::plain_name(agency)),
            &letters::reminder(telling, agency, items),
        ),
        FollowUpPaper::ResultLetter { item } => one(
            format!("tra-loi-y-kien-{item:02}.docx"),
            &letters::result(telling, *item),
        ),
        FollowUpPaper::Dated => dated::files(telling, user_words),
        FollowUpPaper::Settlement => one(
            "bao-cao-ket-qua-giai-quyet.docx".to_owned(),
            &settlement::paper(telling),
        ),
        FollowUpPaper::Opening => one(
            "viec-da-hua-ky-truoc.docx".to_owned(),
            &opening::paper(telling),
        ),
    }
}

fn bytes(paper: &Paper, session: AfterSession<'_>, path: &str) -> Result<Vec<u8>, DossierError> {
    let record = session.record;
    docx::bytes(paper, record.ended.or(record.began)).map_err(|cause| DossierError::Unmade {
        document: path.to_owned(),
        cause: Box::new(cause),
    })
}

/// A session with the sentences it is told in.
#[derive(Clone, Copy)]
pub(super) struct After<'a> {
    pub session: AfterSession<'a>,
    pub prose: Prose<'a>,
}

impl<'a> After<'a> {
    fn words(&self) -> &'a crate::domain::i18n::Group<AfterMessage> {
        &self.prose.words.after
    }

    /// *ngày 05/12/2026*, without the word: for tables and sentences that are full of days.
    fn short(date: NaiveDate) -> String {
        use chrono::Datelike as _;
        format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
    }

    fn promise(&self, item: u32) -> Option<&'a PromiseStanding> {
        let mut promises = self.session.overview.promises.iter();
        promises.find(|promise| promise.item.id == item)
    }

    /// *số 12/TB-UBND ngày 26/11/2026*.
    fn letter(letter: &LetterDate) -> String {
        let on = Self::short(letter.on);
        match &letter.number {
            Some(number) => format!("số {number} ngày {on}"),
            None => format!("số ………… ngày {on}"),
        }
    }

    /// What the agencies act on: the notice, once it was issued.
    fn basis(&self) -> String {
        let words = self.words();
        match &self.session.ledger.notice {
            Some(notice) => words[AfterMessage::RemindBasisNotice]
                .render(&[("letter", &Self::letter(&notice.letter))]),
            None => words[AfterMessage::RemindBasis].to_string(),
        }
    }

    fn outcome(&self, outcome: &AnswerOutcome) -> String {
        let words = self.words();
        match outcome {
            AnswerOutcome::Settled => words[AfterMessage::OutcomeSettled].to_string(),
            AnswerOutcome::Partly => words[AfterMessage::OutcomePartly].to_string(),
            AnswerOutcome::Timetable { until: None } => {
                words[AfterMessage::OutcomeTimetable].to_string()
            }
            AnswerOutcome::Timetable { until: Some(until) } => {
                words[AfterMessage::OutcomeTimetableUntil].render(&[("date", &Self::short(*until))])
            }
            AnswerOutcome::Refused { ground } => {
                words[AfterMessage::OutcomeRefused].render(&[("ground", ground)])
            }
            AnswerOutcome::PassedOn { to } => {
                words[AfterMessage::OutcomePassedOn].render(&[("to", to)])
            }
        }
    }

    /// By when it was due, with the article.
    fn due(&self, promise: &PromiseStanding) -> String {
        let words = self.words();
        let Some(day) = promise.due.day else {
            return String::new();
        };
        let due = words[AfterMessage::DueOn].render(&[("date", &Self::short(day))]);
        match &promise.due.counted {
            Some(counted) => words[AfterMessage::DueBy].render(&[
                ("due", &due),
                ("article", &self.prose.cite(counted.article())),
            ]),
            None => due,
        }
    }

    fn state(&self, state: DueState) -> String {
        let words = self.words();
        match state {
            DueState::Overdue { days } => words[AfterMessage::Overdue].render(&[("days", &days)]),
            DueState::Due { days: 0 } => words[AfterMessage::DueToday].to_string(),
            DueState::Due { days } | DueState::Running { days } => {
                words[AfterMessage::DueIn].render(&[("days", &days)])
            }
            DueState::AwaitsNotice
            | DueState::WithSuperior
            | DueState::NoLimit
            | DueState::Uncounted { .. }
            | DueState::Done { .. }
            | DueState::DoneLate { .. } => String::new(),
        }
    }

    /// How a promise stands that nobody answered: with the body above, not sent there yet, or late.
    fn waits(&self, promise: &PromiseStanding) -> String {
        let words = self.words();
        if let Some((to, _)) = &promise.progress.submitted {
            return words[AfterMessage::OpeningSuperior].render(&[("to", to)]);
        }
        let late = self.state(promise.state);
        if promise.class != ClassKind::ReportUpward {
            return late;
        }
        let not_sent = words[AfterMessage::OpeningNotSent].to_string();
        if late.is_empty() {
            not_sent
        } else {
            format!("{not_sent} ({late})")
        }
    }

    /// *bà Nguyễn Thị Ước, thôn Nà Hỏi*.
    fn person(promise: &PromiseStanding) -> String {
        let item = &promise.item;
        let person = super::prose::inside(&item.person());
        match item.from() {
            None => person,
            Some(village) => format!("{person}, {village}"),
        }
    }

    fn agency(&self, promise: &PromiseStanding) -> String {
        promise
            .agency
            .clone()
            .unwrap_or_else(|| self.words()[AfterMessage::AgencyNone].to_string())
    }
}
