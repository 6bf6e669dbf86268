//! What an office set for every session, in the cells of a template that no plan fills. Knows the office's names, and nothing
//! of where they are set.

use std::collections::BTreeMap;

use super::Filled;
use crate::documents::plan_import::workbook::columns::{PlanField, PlanTable};
use crate::domain::session::plan::Official;

/// What an office is called and who acts for it.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfficeNames<'a> {
    pub body: Option<&'a str>,
    pub superior_body: Option<&'a str>,
    pub lead_agency: Option<&'a str>,
    pub chair: Option<&'a Official>,
    pub secretary: Option<&'a Official>,
    pub signatory: Option<&'a Official>,
    pub bell: Option<bool>,
}

/// The lines of the first sheet.
pub(super) fn session(
    lines: &mut BTreeMap<PlanField, Filled>,
    office: &OfficeNames<'_>,
    table: &PlanTable,
) {
    let words = &table.words;
    let chair = office.chair;
    let bell = office
        .bell
        .map(|bell| if bell { &words.yes } else { &words.no });
    for (field, text) in [
        (PlanField::Body, office.body),
        (PlanField::SuperiorBody, office.superior_body),
        (PlanField::LeadAgency, office.lead_agency),
        (
            PlanField::ChairHonorific,
            chair.map(|chair| chair.honorific.as_str()),
        ),
        (PlanField::ChairName, chair.map(|chair| chair.name.as_str())),
        (
            PlanField::ChairOffice,
            chair.map(|chair| chair.office.as_str()),
        ),
        (PlanField::Bell, bell.map(String::as_str)),
    ] {
        if let Some(text) = text {
            lines.insert(field, Filled::text(text));
        }
    }
}

/// Who acts for the office beside the chair, as rows of the list of delegates.
pub(super) fn delegates(office: &OfficeNames<'_>) -> Vec<Vec<Filled>> {
    let words = PlanTable::shipped().words;
    [
        (office.secretary, &words.secretary),
        (office.signatory, &words.signatory),
    ]
    .into_iter()
    .filter_map(|(person, role)| Some(with_role(person?, role)))
    .collect()
}

/// A row of the list of delegates.
pub(super) fn with_role(person: &Official, role: &str) -> Vec<Filled> {
    let (honorific, name, office) = official(person);
    vec![honorific, name, office, Filled::text(role)]
}

/// Form of address, name and office.
pub(super) fn official(person: &Official) -> (Filled, Filled, Filled) {
    (
        Filled::text(&person.honorific),
        Filled::text(&person.name),
        Filled::text(&person.office),
    )
}
