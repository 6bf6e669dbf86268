//! The lists of agencies, delegates, opinions and steps, row by row. Knows nothing of how rows are found.

use std::collections::BTreeSet;

use super::WorkbookReading;
use super::agency_names::Named;
use super::columns::{PlanField, SheetKind};
use super::names::key;
use super::rows::SheetRow;
use super::values;
use crate::documents::plan_import::diagnostic::Location;
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::documents::plan_import::table::{ReadValue, TableSheet};
use crate::domain::session::plan::{Agency, AgencyId, Official, Opinion, OpinionId};

impl WorkbookReading<'_> {
    /// What a cell says in one line; what is wrong with it is told, and it then says nothing.
    pub(super) fn line_of(&mut self, row: &SheetRow<'_>, field: PlanField, path: &str) -> String {
        let Some((cell, at)) = row.cell(field) else {
            return String::new();
        };
        self.places.insert(path.to_owned(), at.location());
        if let ReadValue::Date(_) = cell.value {
            let found = values::line(&cell.value).unwrap_or_default();
            self.remark_at(path, at.location(), Remark::DateInText { found });
        }
        match values::line(&cell.value) {
            Ok(line) => line,
            Err(what) => {
                self.fault_at(path, at.location(), what);
                String::new()
            }
        }
    }

    pub(super) fn text_of(&mut self, row: &SheetRow<'_>, field: PlanField, path: &str) -> String {
        let Some((cell, at)) = row.cell(field) else {
            return String::new();
        };
        self.places.insert(path.to_owned(), at.location());
        match values::text(&cell.value) {
            Ok(text) => text,
            Err(what) => {
                self.fault_at(path, at.location(), what);
                String::new()
            }
        }
    }

    pub(super) fn number_of(
        &mut self,
        row: &SheetRow<'_>,
        field: PlanField,
        path: &str,
    ) -> Option<u32> {
        let (cell, at) = row.cell(field)?;
        self.places.insert(path.to_owned(), at.location());
        match values::whole(&cell.value) {
            Ok(number) => Some(number),
            Err(what) => {
                self.fault_at(path, at.location(), what);
                None
            }
        }
    }

    /// A person's honorific and name. Where the sheet has no column for the honorific, it is taken off the name.
    pub(super) fn named(
        &mut self,
        row: &SheetRow<'_>,
        (honorific, name): (PlanField, PlanField),
        path: &str,
    ) -> (String, String) {
        let title = self.line_of(row, honorific, &format!("{path}.honorific"));
        let full = self.line_of(row, name, &format!("{path}.name"));
        let full = without_number(&full).to_owned();
        if row.has(honorific) {
            return (title, full);
        }
        self.split_honorific(full)
    }

    pub(super) fn split_honorific(&self, full: String) -> (String, String) {
        let split = self.table.honorifics.iter().find_map(|title| {
            let (first, rest) = full.split_once([' ', ':', '.'])?;
            let two = title.contains(' ');
            let (said, rest) = if two {
                let (second, rest) = rest.trim().split_once([' ', ':', '.'])?;
                (format!("{first} {second}"), rest)
            } else {
                (first.to_owned(), rest)
            };
            let rest = rest.trim_start_matches([' ', ':', '.', ',']);
            (key(&said) == key(title) && !rest.is_empty()).then(|| (title.clone(), rest.to_owned()))
        });
        split.unwrap_or((String::new(), full))
    }

    /// The agency that a cell names.
    pub(super) fn agency_of(&mut self, row: &SheetRow<'_>, path: &str) -> Option<AgencyId> {
        let path = format!("{path}.agency");
        let typed = self.line_of(row, PlanField::Agency, &path);
        if typed.is_empty() {
            return None;
        }
        let at = row.place(PlanField::Agency);
        match self.agencies.find(&typed) {
            Named::Agency(id) => Some(id),
            Named::Meant(id, name) => {
                let what = Remark::AgencyMeant { found: typed, name };
                self.remark_at(&path, at, what);
                Some(id)
            }
            Named::Unknown if !self.lists_agencies => {
                let agency = Agency {
                    id: self.agencies.new_id(&typed),
                    name: typed,
                    spoken_for_by: None,
                };
                let id = agency.id.clone();
                let name = agency.name.clone();
                self.agencies.add(&agency);
                self.plan.agencies.push(agency);
                self.remark_at(&path, at, Remark::AgencyMade { name });
                Some(id)
            }
            Named::Unknown => {
                let what = PlanProblem::UnknownAgency {
                    id: typed,
                    known: self.agencies.names(),
                };
                self.fault_at(&path, at, what);
                None
            }
        }
    }

    pub(super) fn agencies(&mut self, index: usize, sheet: &TableSheet) {
        let Some(lists) = self.lists(index, sheet, SheetKind::Agencies) else {
            return;
        };
        for row in lists.rows(sheet) {
            let count = self.plan.agencies.len();
            let path = format!("agencies.{count}");
            self.places
                .insert(path.clone(), row.place(PlanField::AgencyName));
            let name = self.line_of(&row, PlanField::AgencyName, &format!("{path}.name"));
            let own_id = self.line_of(&row, PlanField::AgencyId, &format!("{path}.id"));
            let person = format!("{path}.spoken_for_by");
            let (honorific, spoken) = self.named(
                &row,
                (PlanField::SpokenHonorific, PlanField::SpokenName),
                &person,
            );
            let office = self.line_of(&row, PlanField::SpokenOffice, &format!("{person}.office"));
            let nobody = honorific.is_empty() && spoken.is_empty() && office.is_empty();
            let id = if own_id.is_empty() {
                self.agencies.new_id(&name)
            } else {
                AgencyId(own_id)
            };
            let agency = Agency {
                id,
                name,
                spoken_for_by: (!nobody).then_some(Official {
                    honorific,
                    name: spoken,
                    office,
                }),
            };
            self.agencies.add(&agency);
            self.plan.agencies.push(agency);
        }
    }

    pub(super) fn delegates(&mut self, index: usize, sheet: &TableSheet) {
        let Some(lists) = self.lists(index, sheet, SheetKind::Delegates) else {
            return;
        };
        for row in lists.rows(sheet) {
            let words = self.table.words.clone();
            let role = row.cell(PlanField::Role);
            let said = role
                .as_ref()
                .and_then(|(cell, _)| values::line(&cell.value).ok())
                .unwrap_or_default();
            let known = [
                &words.delegate,
                &words.co_chair,
                &words.secretary,
                &words.signatory,
            ];
            let (list, count) = match role_of(&said, &known) {
                Some(1) => ("co_chairs", self.plan.co_chairs.len()),
                Some(2) => ("secretaries", self.plan.secretaries.len()),
                Some(3) => ("signatory", 0),
                Some(_) => ("delegates", self.plan.delegates.len()),
                None => {
                    if let Some((_, at)) = role {
                        let what = PlanProblem::NotAChoice {
                            found: said.clone(),
                            known: known.map(ToOwned::to_owned).to_vec(),
                        };
                        self.fault_at("", at.location(), what);
                    }
                    ("delegates", self.plan.delegates.len())
                }
            };
            let path = if list == "signatory" {
                list.to_owned()
            } else {
                format!("{list}.{count}")
            };
            self.places.insert(path.clone(), row.place(PlanField::Name));
            let (honorific, name) =
                self.named(&row, (PlanField::Honorific, PlanField::Name), &path);
            let office = self.line_of(&row, PlanField::Office, &format!("{path}.office"));
            if !row.has(PlanField::Office) {
                continue;
            }
            self.places
                .entry(format!("{path}.office"))
                .or_insert_with(|| row.place(PlanField::Office));
            let official = Official {
                honorific,
                name,
                office,
            };
            self.take_official(list, official);
        }
    }

    fn take_official(&mut self, list: &str, official: Official) {
        match list {
            "co_chairs" => self.plan.co_chairs.push(official),
            "secretaries" => self.plan.secretaries.push(official),
            "signatory" => self.plan.signatory = Some(official),
            _ => self.plan.delegates.push(official),
        }
    }

    pub(super) fn opinions(&mut self, index: usize, sheet: &TableSheet) {
        let Some(lists) = self.lists(index, sheet, SheetKind::Opinions) else {
            return;
        };
        for row in lists.rows(sheet) {
            let count = self.plan.opinions.len();
            let path = format!("opinions.{count}");
            for (field, part) in [
                (PlanField::From, ""),
                (PlanField::From, ".from"),
                (PlanField::Text, ".text"),
            ] {
                self.places
                    .insert(format!("{path}{part}"), row.place(field));
            }
            let number = self.number_of(&row, PlanField::OpinionNumber, &format!("{path}.id"));
            let from = self.line_of(&row, PlanField::From, &format!("{path}.from"));
            let village = self.line_of(&row, PlanField::Village, &format!("{path}.village"));
            let text = self.text_of(&row, PlanField::Text, &format!("{path}.text"));
            let topic = self.line_of(&row, PlanField::Topic, &format!("{path}.topic"));
            let agency = self.agency_of(&row, &path);
            let answer = self.text_of(
                &row,
                PlanField::PreparedAnswer,
                &format!("{path}.prepared_answer"),
            );
            self.plan.opinions.push(Opinion {
                // 0 stands for none until all are read.
                id: OpinionId(number.unwrap_or(0)),
                from,
                village,
                text,
                topic: Some(topic),
                agency,
                prepared_answer: Some(answer),
            });
            if number == Some(0) {
                let at = row.place(PlanField::OpinionNumber);
                self.fault_at(&format!("{path}.id"), at, PlanProblem::NumberZero);
            }
        }
        // Speakers refer to them, so they have their numbers before those are read.
        let taken = self.plan.opinions.iter().map(|opinion| opinion.id.0);
        let mut free = free_numbers(taken.collect());
        for opinion in &mut self.plan.opinions {
            if opinion.id.0 == 0
                && let Some(number) = free.next()
            {
                opinion.id = OpinionId(number);
            }
        }
    }

    pub(super) fn agenda(&mut self, index: usize, sheet: &TableSheet) {
        let Some(lists) = self.lists(index, sheet, SheetKind::Agenda) else {
            return;
        };
        let Some(regulation) = self.regulation else {
            return;
        };
        for row in lists.rows(sheet) {
            let typed = self.line_of(&row, PlanField::Step, "settings.step_minutes");
            let at: Location = row.place(PlanField::Step);
            let step = regulation.steps.iter().find(|step| {
                let name = step.name.as_ref().map(|name| key(&name.vi));
                step.id.0 == typed
                    || key(&step.title.vi) == key(&typed)
                    || name == Some(key(&typed))
            });
            let Some((cell, minutes_at)) = row.cell(PlanField::Minutes) else {
                continue;
            };
            let Some(step) = step else {
                let what = PlanProblem::UnknownStep {
                    id: typed,
                    known: regulation
                        .steps
                        .iter()
                        .map(|step| step.title.vi.clone())
                        .collect(),
                };
                self.fault_at("settings.step_minutes", at, what);
                continue;
            };
            let path = format!("settings.step_minutes.{}", step.id.0);
            self.places.insert(path.clone(), minutes_at.location());
            if let Ok(Ok(minutes)) = values::whole(&cell.value).map(u16::try_from) {
                self.plan
                    .settings
                    .step_minutes
                    .insert(step.id.clone(), minutes);
            } else {
                let found = values::line(&cell.value).unwrap_or_default();
                self.fault_at(
                    &path,
                    minutes_at.location(),
                    PlanProblem::NotANumber { found },
                );
            }
        }
    }
}

/// A name without the number that somebody wrote before it: `1. Lý Thị Mẩy`.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    // `3 hộ dân` are three; only a mark behind it makes a number one of the list.
    let is_of_list = rest.len() < name.len() && rest.starts_with(['.', ')', '/', '-']);
    let unmarked = rest.trim_start_matches(['.', ')', '/', '-', ' ']);
    if is_of_list && unmarked.starts_with(char::is_alphabetic) {
        unmarked
    } else {
        name
    }
}

/// Which of the roles a cell says: the first where it says nothing.
fn role_of(said: &str, known: &[&String]) -> Option<usize> {
    if said.is_empty() {
        return Some(0);
    }
    let said = key(said);
    let exact = known.iter().position(|role| key(role) == said);
    exact.or_else(|| {
        // `Thư ký hội nghị`, `Tổ thư ký`, `Đại biểu mời`
        known
            .iter()
            .enumerate()
            .rev()
            .find(|(_, role)| format!(" {said} ").contains(&format!(" {} ", key(role))))
            .map(|(index, _)| index)
    })
}

/// Numbers from 1 that nobody has, each once.
pub(super) fn free_numbers(taken: BTreeSet<u32>) -> impl Iterator<Item = u32> {
    (1..u32::MAX).filter(move |number| !taken.contains(number))
}
