//! The sentences of what is worth knowing, and of files that hold no tables.

use super::{PlanImportMessage, PlanWords};
use crate::documents::plan_import::Remark;
use crate::documents::plan_import::table::TableFault;
use crate::domain::i18n::Lang;

impl PlanWords {
    pub(super) fn remark(&self, remark: &Remark, lang: Lang) -> String {
        match remark {
            Remark::NoPreparedAnswer { number, opinion } => self
                [PlanImportMessage::NoPreparedAnswer]
                .render(&[("number", number), ("opinion", opinion)]),
            Remark::OpinionWithoutAgency { id } => {
                self[PlanImportMessage::OpinionWithoutAgency].render(&[("id", id)])
            }
            Remark::SamePerson { number, first } => {
                self[PlanImportMessage::SamePerson].render(&[("number", number), ("first", first)])
            }
            Remark::NoHigherLevel => self[PlanImportMessage::NoHigherLevel].to_string(),
            Remark::NoSecretary => self[PlanImportMessage::NoSecretary].to_string(),
            Remark::NoAgency => self[PlanImportMessage::NoAgency].to_string(),
            Remark::NoSpeaker => self[PlanImportMessage::NoSpeaker].to_string(),
            Remark::NoBody => self[PlanImportMessage::NoBody].to_string(),
            Remark::NoLeadAgency => self[PlanImportMessage::NoLeadAgency].to_string(),
            Remark::OtherLayout => self[PlanImportMessage::OtherLayout].to_string(),
            Remark::ChairNotNamed {
                office,
                may,
                articles,
            } => {
                let may: Vec<&str> = may.iter().map(|text| text.in_lang(lang)).collect();
                let articles = articles.iter().map(|article| article.in_lang(lang));
                let articles: Vec<String> = articles.collect();
                self[PlanImportMessage::ChairNotNamed].render(&[
                    ("office", office),
                    ("may", &may.join("; ")),
                    ("article", &articles.join(", ")),
                ])
            }
            Remark::DutyLate { duty, on, article } => self[PlanImportMessage::DutyLate].render(&[
                ("duty", &duty.in_lang(lang)),
                ("on", &crate::domain::format::date(*on)),
                ("article", &article.in_lang(lang)),
            ]),
            Remark::SheetUnread => self[PlanImportMessage::SheetUnread].to_string(),
            Remark::SheetHidden => self[PlanImportMessage::SheetHidden].to_string(),
            Remark::RowsHidden { rows, first } => {
                self[PlanImportMessage::RowsHidden].render(&[("rows", rows), ("first", first)])
            }
            Remark::ColumnsHidden { columns } => {
                self[PlanImportMessage::ColumnsHidden].render(&[("columns", columns)])
            }
            Remark::ColumnUnread => self[PlanImportMessage::ColumnUnread].to_string(),
            Remark::RowUnread { said } => {
                self[PlanImportMessage::RowUnread].render(&[("said", said)])
            }
            Remark::OldLetters { table, cells } => {
                self[PlanImportMessage::OldLetters].render(&[("table", table), ("cells", cells)])
            }
            Remark::PhoneMended { phone } => {
                self[PlanImportMessage::PhoneMended].render(&[("phone", phone)])
            }
            Remark::PhoneLength { digits } => {
                self[PlanImportMessage::PhoneLength].render(&[("digits", digits)])
            }
            Remark::DateInText { found } => {
                self[PlanImportMessage::DateInText].render(&[("found", found)])
            }
            Remark::AgencyMade { name } => {
                self[PlanImportMessage::AgencyMade].render(&[("name", name)])
            }
            Remark::AgencyMeant { found, name } => {
                self[PlanImportMessage::AgencyMeant].render(&[("found", found), ("name", name)])
            }
            Remark::NewerWorkbook { version } => {
                self[PlanImportMessage::NewerWorkbook].render(&[("version", version)])
            }
        }
    }

    pub(super) fn no_tables(&self, fault: &TableFault) -> String {
        match fault {
            TableFault::NotATable => self[PlanImportMessage::NoTablesNotATable].to_string(),
            TableFault::Protected => self[PlanImportMessage::NoTablesProtected].to_string(),
            TableFault::TooLarge => self[PlanImportMessage::NoTablesTooLarge].to_string(),
            TableFault::TooOld => self[PlanImportMessage::NoTablesTooOld].to_string(),
            TableFault::Damaged { part } => {
                self[PlanImportMessage::NoTablesDamaged].render(&[("part", part)])
            }
        }
    }
}
