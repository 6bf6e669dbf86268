//! The figures of a period with the sentences they are told in: names of periods, fields, agencies. What is made of them is
//! known elsewhere.

use chrono::NaiveDate;

use crate::documents::prose::{Prose, upper_first};
use crate::documents::words::AfterMessage;
use crate::domain::follow_up::{ItemCounts, PeriodKind, ReportFigures, ReportPeriod};
use crate::domain::i18n::Group;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{PeriodicReport, Recipient};

/// Who reports, to whom, on which article.
#[derive(Debug, Clone)]
pub struct PeriodOffice<'a> {
    /// A session of the office: its name, layout and chair head the report.
    pub record: &'a SessionRecord,
    /// The reports of the regulation for such a period; several bodies may owe one each.
    pub orders: Vec<PeriodicReport>,
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

    /// Whom the report is addressed to: the body above by its name, where the plan knows it.
    pub fn addressed_to(&self, report: &PeriodicReport) -> Option<String> {
        let above = self.office.record.superior_body.clone();
        match (report.to.as_slice(), above) {
            ([only], Some(above)) if only.who == Recipient::Superior => Some(above),
            _ => self.addressee(report),
        }
    }

    /// Whom a report goes to, and through whose hands, as the text says.
    pub fn addressee(&self, report: &PeriodicReport) -> Option<String> {
        let names: Vec<&str> = report.to.iter().map(|to| to.name.vi.as_str()).collect();
        let through = report.through.as_ref().map(|through| through.vi.as_str());
        match (names.is_empty(), through) {
            (true, _) => None,
            (false, None) => Some(names.join(", ")),
            (false, Some(through)) => Some(
                self.words()[AfterMessage::PeriodThrough]
                    .render(&[("to", &names.join(", ")), ("through", &through)]),
            ),
        }
    }

    /// Who owes the report to whom and by which day, as the text says; where it is silent, that is said.
    pub fn order(&self, report: &PeriodicReport) -> String {
        let words = self.words();
        let who = report.owed_by.as_ref().map_or_else(
            || words[AfterMessage::PeriodWhoSilent].to_string(),
            |who| who.vi.clone(),
        );
        let to = self
            .addressee(report)
            .unwrap_or_else(|| words[AfterMessage::PeriodToSilent].to_string());
        let days: Vec<String> = report
            .days_of_year()
            .iter()
            .map(|day| format!("{:02}/{:02}", day.day, day.month))
            .collect();
        let day = if days.is_empty() {
            words[AfterMessage::PeriodDaySilent].to_string()
        } else {
            words[AfterMessage::PeriodDay].render(&[("days", &days.join(", "))])
        };
        words[AfterMessage::PeriodOrder].render(&[
            ("article", &upper_first(&self.prose.cite(&report.article))),
            ("who", &who),
            ("to", &to),
            ("day", &day),
        ])
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
