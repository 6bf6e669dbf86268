//! The figures of a period with the sentences they are told in: names of periods, fields, agencies. What is made of them is
//! known elsewhere.

use chrono::NaiveDate;

use crate::documents::prose::Prose;
use crate::documents::words::AfterMessage;
use crate::domain::follow_up::{ItemCounts, PeriodKind, ReportFigures, ReportPeriod};
use crate::domain::i18n::Group;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::Article;

/// Who reports, to whom, on which article.
#[derive(Debug, Clone)]
pub struct PeriodOffice<'a> {
    /// A session of the office: its name, layout and chair head the report.
    pub record: &'a SessionRecord,
    /// Where the regulation orders the report.
    pub article: Option<Article>,
    /// Whom it goes to, as the regulation says.
    pub to: Option<String>,
    /// What was left out of the figures, and why.
    pub left_out: Vec<String>,
}

/// The figures with the sentences they are told in.
pub(super) struct PeriodTelling<'a> {
    pub period: &'a ReportPeriod,
    pub figures: &'a ReportFigures,
    pub office: &'a PeriodOffice<'a>,
    pub today: NaiveDate,
    pub prose: Prose<'a>,
}

impl<'a> PeriodTelling<'a> {
    pub fn words(&self) -> &'a Group<AfterMessage> {
        &self.prose.words.after
    }

    /// *năm 2026*, *6 tháng đầu năm 2026* …
    pub fn period_name(&self) -> String {
        let words = self.words();
        let (from, to) = (
            super::After::short(self.period.from),
            super::After::short(self.period.to),
        );
        match &self.period.kind {
            PeriodKind::Year(year) => words[AfterMessage::PeriodYear].render(&[("year", year)]),
            PeriodKind::Half(year, 1) => {
                words[AfterMessage::PeriodHalfFirst].render(&[("year", year)])
            }
            PeriodKind::Half(year, _) => {
                words[AfterMessage::PeriodHalfSecond].render(&[("year", year)])
            }
            PeriodKind::Quarter(year, quarter) => {
                words[AfterMessage::PeriodQuarter].render(&[("quarter", quarter), ("year", year)])
            }
            PeriodKind::Days => {
                words[AfterMessage::PeriodDays].render(&[("from", &from), ("to", &to)])
            }
            PeriodKind::AfterSession(_) => {
                words[AfterMessage::PeriodSession].render(&[("date", &from)])
            }
        }
    }

    pub fn field(&self, field: Option<&String>) -> String {
        field.map_or_else(
            || self.words()[AfterMessage::FieldNone].to_string(),
            Clone::clone,
        )
    }

    pub fn agency(&self, agency: Option<&String>) -> String {
        agency.map_or_else(
            || self.words()[AfterMessage::AgencyNone].to_string(),
            Clone::clone,
        )
    }
}

/// Promised, on time, late, overdue, running, with the superior.
pub(super) fn states(counts: &ItemCounts) -> [u32; 6] {
    [
        counts.promised(),
        counts.on_time,
        counts.late,
        counts.overdue,
        counts.running,
        counts.with_superior,
    ]
}
