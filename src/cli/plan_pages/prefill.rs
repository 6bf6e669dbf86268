//! What the office's settings say, in the cells of a new session's pages. Knows cells, and nothing of what they look like.

use crate::documents::plan_import::pages::{self, PageData};
use crate::documents::plan_import::workbook::columns::{PlanField, PlanTable};
use crate::domain::session::plan::Official;
use crate::store::settings::UserSettings;
use crate::tui::plan_pages::PageRows;

/// Fills the cells in. What is set stands before what the last session had; people besides the chair are added where the
/// list has nobody of their part.
pub(super) fn fill_in(cells: &mut [PageRows], pages: &[PageData], settings: &UserSettings) {
    let words = PlanTable::shipped().words;
    let office = &settings.office;
    let chair = office.chair.as_ref();
    let bell = settings
        .bell
        .map(|bell| if bell { &words.yes } else { &words.no });
    for (field, value) in [
        (
            PlanField::Regulation,
            settings.regulation.as_ref().map(|id| &id.0),
        ),
        (PlanField::Body, office.body.as_ref()),
        (PlanField::SuperiorBody, office.superior_body.as_ref()),
        (PlanField::LeadAgency, office.lead_agency.as_ref()),
        (
            PlanField::ChairHonorific,
            chair.map(|chair| &chair.honorific),
        ),
        (PlanField::ChairName, chair.map(|chair| &chair.name)),
        (PlanField::ChairOffice, chair.map(|chair| &chair.office)),
        (PlanField::Bell, bell),
    ] {
        if let (Some(value), Some((page, column))) = (value, pages::find(pages, field))
            && let Some(cell) = cells
                .get_mut(page)
                .and_then(|rows| rows.first_mut())
                .and_then(|row| row.get_mut(column))
        {
            cell.clone_from(value);
        }
    }
    for (person, role) in [
        (office.secretary.as_ref(), &words.secretary),
        (office.signatory.as_ref(), &words.signatory),
    ] {
        if let Some(person) = person {
            add(cells, pages, person, role);
        }
    }
}

fn add(cells: &mut [PageRows], pages: &[PageData], person: &Official, role: &str) {
    let Some((page, role_column)) = pages::find(pages, PlanField::Role) else {
        return;
    };
    let width = pages.get(page).map_or(0, |page| page.columns.len());
    let Some(rows) = cells.get_mut(page) else {
        return;
    };
    if rows
        .iter()
        .any(|row| row.get(role_column).is_some_and(|cell| cell == role))
    {
        return;
    }
    let mut row = vec![String::new(); width];
    let role = role.to_owned();
    for (field, value) in [
        (PlanField::Honorific, &person.honorific),
        (PlanField::Name, &person.name),
        (PlanField::Office, &person.office),
        (PlanField::Role, &role),
    ] {
        let column = pages
            .get(page)
            .and_then(|page| page.columns.iter().position(|column| column.field == field));
        if let Some(cell) = column.and_then(|column| row.get_mut(column)) {
            cell.clone_from(value);
        }
    }
    rows.push(row);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::plan_import::Catalogue;
    use crate::documents::plan_import::template::{OfficeNames, Wanted};
    use crate::domain::regulation::RegulationId;
    use crate::store::profiles;
    use crate::store::settings::OfficeSettings;

    #[test]
    fn a_new_session_knows_the_office_and_the_plan_that_comes_of_it_does_too() {
        let regulation = profiles::load("dan-tien-2025", None).unwrap();
        let regulations = [regulation];
        let pages = pages::pages(&Wanted {
            regulations: &regulations,
            regulation: None,
            plan: None,
            office: OfficeNames::default(),
        });
        let mut cells: Vec<PageRows> = pages.iter().map(|page| page.rows.clone()).collect();
        let official = |name: &str| Official {
            honorific: "Bà".to_owned(),
            name: name.to_owned(),
            office: "Chức vụ".to_owned(),
        };
        let settings = UserSettings {
            regulation: Some(RegulationId("dan-tien-2025".to_owned())),
            bell: Some(true),
            office: OfficeSettings {
                body: Some("Ủy ban nhân dân xã Nà Hỏi".to_owned()),
                superior_body: Some("Tỉnh Mẫu".to_owned()),
                lead_agency: Some("Văn phòng".to_owned()),
                chair: Some(official("Lò Thị Mẫu")),
                secretary: Some(official("Giàng Thị Thử")),
                signatory: Some(official("Vàng Thị Ký")),
                papers: None,
            },
            ..UserSettings::default()
        };
        // given an office that set its names, when a new session is begun, twice filled in by mistake
        for _ in 0..2 {
            fill_in(&mut cells, &pages, &settings);
        }
        let catalogue = Catalogue {
            regulations: &regulations,
            regulation: None,
        };
        let plan = pages::draft(&pages, &cells, &catalogue).plan;
        // then the plan has them
        assert_eq!(plan.regulation.0, "dan-tien-2025");
        assert_eq!(plan.body, "Ủy ban nhân dân xã Nà Hỏi");
        assert_eq!(plan.superior_body.as_deref(), Some("Tỉnh Mẫu"));
        assert_eq!(plan.lead_agency, "Văn phòng");
        assert_eq!(plan.chair, official("Lò Thị Mẫu"));
        assert_eq!(plan.secretaries, [official("Giàng Thị Thử")]);
        assert_eq!(plan.signatory, Some(official("Vàng Thị Ký")));
        assert!(plan.settings.bell);
    }
}
