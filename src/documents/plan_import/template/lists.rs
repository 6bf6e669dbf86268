//! What may be chosen in the cells of a template, kept on a hidden sheet, with the mark of the workbook. Knows nothing of
//! which cell offers which list.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a match is about a few of the many fields"
)]

use std::collections::BTreeMap;

use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::Wanted;
use crate::documents::plan_import::workbook::columns::{MARK, PlanField, PlanTable, VERSION};
use crate::domain::regulation::{Choice, Regulation};

pub(super) struct Choices {
    lists: BTreeMap<PlanField, (u16, Vec<String>)>,
    sheet: String,
}

impl Choices {
    pub(super) fn of(wanted: &Wanted<'_>, table: &PlanTable) -> Self {
        let words = &table.words;
        let regulations: Vec<&Regulation> = match wanted.regulation {
            Some(one) => vec![one],
            None => wanted.regulations.iter().collect(),
        };
        let all: Vec<String> = wanted
            .regulations
            .iter()
            .map(|regulation| regulation.short.vi.clone())
            .collect();
        let lists = [
            (PlanField::Regulation, all),
            (
                PlanField::Level,
                vec![words.province.clone(), words.commune.clone()],
            ),
            (
                PlanField::Layout,
                vec![words.state.clone(), words.party.clone()],
            ),
            (
                PlanField::Mode,
                titles(&regulations, |regulation| &regulation.modes),
            ),
            (
                PlanField::Form,
                titles(&regulations, |regulation| &regulation.forms),
            ),
            (
                PlanField::Role,
                vec![
                    words.delegate.clone(),
                    words.co_chair.clone(),
                    words.secretary.clone(),
                    words.signatory.clone(),
                ],
            ),
            (
                PlanField::ClockStarts,
                vec![words.with_the_floor.clone(), words.by_hand.clone()],
            ),
            (PlanField::Bell, vec![words.yes.clone(), words.no.clone()]),
            (PlanField::Honorific, table.honorifics.clone()),
        ];
        let lists = (0_u16..)
            .zip(lists)
            .filter(|(_, (_, list))| !list.is_empty())
            .map(|(column, (field, list))| (field, (column, list)))
            .collect();
        Self {
            lists,
            sheet: words.lists.clone(),
        }
    }

    /// The list that a cell offers, as a formula; whether something else may be written, too.
    pub(super) fn formula(&self, field: PlanField, table: &PlanTable) -> Option<(Formula, bool)> {
        if field == PlanField::Agency {
            let agencies =
                table.sheet(crate::documents::plan_import::workbook::columns::SheetKind::Agencies);
            let formula = format!(
                "='{}'!$B${}:$B${}",
                agencies.name,
                super::FIRST_ROW + 1,
                super::ROWS
            );
            return Some((Formula::new(formula), true));
        }
        let (of, is_open) = list_of(field);
        let (column, list) = self.lists.get(&of)?;
        let letter = crate::documents::plan_import::table::column_name(u32::from(*column));
        let formula = format!("='{}'!${letter}$2:${letter}${}", self.sheet, list.len() + 1);
        Some((Formula::new(formula), is_open))
    }

    /// The names that a cell offers; whether something else may be written, too.
    pub(super) fn names(&self, field: PlanField) -> (Vec<String>, bool) {
        let (of, is_open) = list_of(field);
        let names = self.lists.get(&of).map(|(_, list)| list.clone());
        (names.unwrap_or_default(), is_open)
    }

    pub(super) fn write(&self, sheet: &mut Worksheet, table: &PlanTable) -> Result<(), XlsxError> {
        sheet.set_name(&table.words.lists)?;
        sheet.set_hidden(true);
        sheet.write_string(0, 0, format!("{MARK}{VERSION}"))?;
        for (column, list) in self.lists.values() {
            for (row, name) in (1_u32..).zip(list) {
                sheet.write_string(row, *column, name)?;
            }
        }
        Ok(())
    }
}

/// What regulations call their choices, each title once.
fn titles(regulations: &[&Regulation], of: fn(&Regulation) -> &Vec<Choice>) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for choice in regulations.iter().flat_map(|regulation| of(regulation)) {
        if !titles.contains(&choice.title.vi) {
            titles.push(choice.title.vi.clone());
        }
    }
    titles
}

/// The field whose list a cell offers; whether something else may be written, too.
const fn list_of(field: PlanField) -> (PlanField, bool) {
    match field {
        PlanField::ChairHonorific | PlanField::SpokenHonorific | PlanField::Honorific => {
            (PlanField::Honorific, true)
        }
        PlanField::MaskNames | PlanField::ShortMinutes | PlanField::Fictional | PlanField::Bell => {
            (PlanField::Bell, false)
        }
        field => (field, false),
    }
}
