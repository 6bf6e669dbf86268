//! The figures of a period with the sentences they are told in: names of periods, fields, agencies. What is made of them is
//! known elsewhere.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::documents::prose::{Prose, plain, upper_first};
use crate::documents::words::AfterMessage;
use crate::domain::follow_up::{ItemCounts, PeriodKind, ReportFigures, ReportPeriod};
use crate::domain::i18n::Group;
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{PeriodicReport, Recipient};
use crate::domain::session::plan::Layout;
use crate::domain::text::{AlphabetKey, fold};

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

    /// Whether the body that reports is whom the text has report: of its kind and level, or its office or board. A text that names
    /// nobody leaves it to every body.
    pub fn owes(&self, report: &PeriodicReport) -> bool {
        // A duty that the text ties to a post is that of the body whose head held the session.
        let Some(who) = report
            .owed_by
            .as_ref()
            .filter(|_| report.when.chairs.is_empty())
        else {
            return true;
        };
        let who = fold(&who.vi);
        let body = fold(&self.office.record.body);
        let names = self.prose.words.codes.iter();
        let kinds: Vec<(String, &str)> = names
            .map(|(name, code)| (fold(name), code.as_str()))
            .collect();
        let code = kinds
            .iter()
            .find(|(name, _)| body.starts_with(name.as_str()))
            .map(|(_, code)| *code);
        let in_general = match self.office.record.layout {
            Layout::State => AfterMessage::PeriodEveryGovernment,
            Layout::Party => AfterMessage::PeriodEveryCommittee,
        };
        let in_general = fold(self.words()[in_general].as_str());
        let province = fold(self.words()[AfterMessage::PeriodProvince].as_str());
        let is_of_province = body.contains(&province);
        let kind_in = |text: &str| {
            let mut all = kinds.iter();
            all.any(|(name, of)| Some(*of) == code && text.contains(name.as_str()))
        };
        // To its own standing members a body's board reports, not the body.
        let to_itself = report.to.iter().any(|to| kind_in(&fold(&to.name.vi)));
        who.split([';', ',']).map(str::trim).any(|one| {
            let is_first_word = !one.is_empty() && body.split(' ').next() == Some(one);
            let is_above = one.contains(&format!(" {province}")) && !is_of_province;
            let is_named = is_first_word || (kind_in(one) && !to_itself);
            !is_above && (is_named || one.contains(&in_general))
        })
    }

    /// Who owes the report to whom and by which day, as the text says; where it is silent, that is said. `cited`: with the
    /// regulation, where nothing before has named it.
    pub fn order(&self, report: &PeriodicReport, cited: bool) -> String {
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
        let sentence = if cited {
            &words[AfterMessage::PeriodOrderCited]
        } else {
            &words[AfterMessage::PeriodOrder]
        };
        let order = sentence.render(&[
            ("article", &upper_first(&self.prose.cite(&report.article))),
            ("regulation", &self.prose.regulation()),
            ("who", &who),
            ("to", &to),
            ("day", &day),
        ]);
        match &report.remark {
            Some(remark) => format!("{order} {}.", plain(&remark.vi)),
            None => order,
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

/// Counts in the order of the alphabet; what belongs to nothing stands last.
pub(super) fn by_alphabet<T>(counted: &BTreeMap<Option<String>, T>) -> Vec<(&Option<String>, &T)> {
    let mut rows: Vec<(&Option<String>, &T)> = counted.iter().collect();
    rows.sort_by_cached_key(|(name, _)| (name.is_none(), name.as_deref().map(AlphabetKey::new)));
    rows
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
