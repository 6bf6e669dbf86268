//! The figures of a period with the sentences they are told in: names of periods, fields, agencies. What is made of them is
//! known elsewhere.

use chrono::NaiveDate;

use crate::documents::prose::Prose;
use crate::documents::words::AfterWords;
use crate::domain::follow_up::{ItemCounts, PeriodKind, ReportFigures, ReportPeriod};
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
    pub fn words(&self) -> &'a AfterWords {
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
            PeriodKind::Year(year) => words.period_year.render(&[("year", year)]),
            PeriodKind::Half(year, 1) => words.period_half_first.render(&[("year", year)]),
            PeriodKind::Half(year, _) => words.period_half_second.render(&[("year", year)]),
            PeriodKind::Quarter(year, quarter) => words
                .period_quarter
                .render(&[("quarter", quarter), ("year", year)]),
            PeriodKind::Days => words.period_days.render(&[("from", &from), ("to", &to)]),
            PeriodKind::AfterSession(_) => words.period_session.render(&[("date", &from)]),
        }
    }

    pub fn field(&self, field: Option<&String>) -> String {
        field.map_or_else(|| self.words().field_none.to_string(), Clone::clone)
    }

    pub fn agency(&self, agency: Option<&String>) -> String {
        agency.map_or_else(|| self.words().agency_none.to_string(), Clone::clone)
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
