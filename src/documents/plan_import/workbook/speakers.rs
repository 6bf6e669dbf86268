//! The list of those who registered to speak. Who has several subjects stands in several rows: below the first the name is
//! blank, merged, or written again with the same number. Knows nothing of how rows are found.

use std::sync::Arc;

use super::WorkbookReading;
use super::columns::{PlanField, SheetKind};
use super::lists::free_numbers;
use super::names::key;
use super::rows::SheetRow;
use super::values;
use crate::documents::plan_import::problem::{PlanProblem, Remark};
use crate::documents::plan_import::table::TableSheet;
use crate::domain::session::plan::{Number, OpinionId, Registration, Subject};

const OF_SUBJECT: &[PlanField] = &[
    PlanField::SubjectText,
    PlanField::Topic,
    PlanField::Agency,
    PlanField::OpinionRef,
];

const OF_PERSON: &[PlanField] = &[
    PlanField::Honorific,
    PlanField::Village,
    PlanField::Phone,
    PlanField::Address,
    PlanField::Venue,
];

impl WorkbookReading<'_> {
    pub(super) fn speakers(&mut self, index: usize, sheet: &TableSheet) {
        let Some(lists) = self.lists(index, sheet, SheetKind::Speakers) else {
            return;
        };
        let mut people: Vec<Registration> = Vec::new();
        let before = self.plan.speakers.len();
        let mut last = None;
        for row in lists.rows(sheet) {
            let goes_on = Self::goes_on(&row, people.last());
            // Behind an empty row nothing goes on: it may be what somebody signed below the list.
            let is_apart = last.is_some_and(|last| {
                (last + 1..row.at).any(|between| sheet.in_rows(between, between).is_empty())
            });
            if goes_on && is_apart && row.own_cell(PlanField::Name).is_none() {
                self.tell_row_unread(index, sheet, row.at);
                continue;
            }
            last = Some(row.at);
            if !goes_on {
                let person = self.person(&row, before + people.len());
                people.push(person);
            }
            let count = before + people.len().saturating_sub(1);
            if let Some(person) = people.last_mut()
                && row.holds_any(OF_SUBJECT)
            {
                let path = format!("speakers.{count}.subjects.{}", person.subjects.len());
                let subject = self.subject(&row, &path);
                person.subjects.push(subject);
            }
        }
        self.plan.speakers.extend(people.into_iter().map(Arc::new));
    }

    /// Whether a row holds a further subject of the person above.
    fn goes_on(row: &SheetRow<'_>, above: Option<&Registration>) -> bool {
        let Some(above) = above else { return false };
        let own = |field: PlanField| row.own_cell(field).map(|(cell, _)| &cell.value);
        match own(PlanField::Name) {
            // A number or a telephone of its own makes it somebody whose name was forgotten.
            None => {
                row.holds_any(OF_SUBJECT)
                    && own(PlanField::Number).is_none()
                    && !row.holds_any(OF_PERSON)
            }
            Some(name) => {
                let number = own(PlanField::Number).and_then(|value| values::whole(value).ok());
                let same_number = number.is_some_and(|number| Number(number) == above.number);
                let name = values::line(name).unwrap_or_default();
                same_number && (name == above.name || name.ends_with(&format!(" {}", above.name)))
            }
        }
    }

    fn person(&mut self, row: &SheetRow<'_>, count: usize) -> Registration {
        let path = format!("speakers.{count}");
        self.places.insert(path.clone(), row.place(PlanField::Name));
        self.places
            .insert(format!("{path}.name"), row.place(PlanField::Name));
        let number = self.number_of(row, PlanField::Number, &format!("{path}.number"));
        if number == Some(0) {
            let at = row.place(PlanField::Number);
            self.fault_at(&format!("{path}.number"), at, PlanProblem::NumberZero);
        }
        let (honorific, name) = self.named(row, (PlanField::Honorific, PlanField::Name), &path);
        let village = self.line_of(row, PlanField::Village, &format!("{path}.village"));
        let address = self.line_of(row, PlanField::Address, &format!("{path}.address"));
        let venue = self.line_of(row, PlanField::Venue, &format!("{path}.venue"));
        let phone = self.phone_of(row, &format!("{path}.phone"));
        // A list that has addresses only has villages there, which are no secret: with a house or a street they are one.
        let (village, address) = if !row.has(PlanField::Village) && is_village(&address) {
            (address, String::new())
        } else {
            (village, address)
        };
        Registration {
            // 0 stands for none until all are read.
            number: Number(number.unwrap_or(0)),
            honorific,
            name,
            village,
            phone,
            address: Some(address),
            venue: Some(venue),
            subjects: Vec::new(),
        }
    }

    fn phone_of(&mut self, row: &SheetRow<'_>, path: &str) -> Option<String> {
        let (cell, at) = row.cell(PlanField::Phone)?;
        self.places.insert(path.to_owned(), at.location());
        match values::phone(&cell.value) {
            Ok((phone, false)) => {
                if let Some(digits) = odd_length(&phone) {
                    let what = Remark::PhoneLength { digits };
                    self.remark_at(path, at.location(), what);
                }
                Some(phone)
            }
            Ok((phone, true)) => {
                let what = Remark::PhoneMended {
                    phone: phone.clone(),
                };
                self.remark_at(path, at.location(), what);
                Some(phone)
            }
            Err(what) => {
                self.fault_at(path, at.location(), what);
                None
            }
        }
    }

    fn subject(&mut self, row: &SheetRow<'_>, path: &str) -> Subject {
        self.places
            .insert(format!("{path}.text"), row.place(PlanField::SubjectText));
        let text = self.line_of(row, PlanField::SubjectText, &format!("{path}.text"));
        let topic = self.line_of(row, PlanField::Topic, &format!("{path}.topic"));
        let agency = self.agency_of(row, path);
        let opinion = self.number_of(row, PlanField::OpinionRef, &format!("{path}.opinion"));
        Subject {
            text,
            topic: Some(topic),
            agency,
            opinion: opinion.map(OpinionId),
        }
    }

    /// Whoever has no number gets the next that is free, in the order of the rows.
    pub(super) fn number_what_has_none(&mut self) {
        let taken = self.plan.speakers.iter().map(|person| person.number.0);
        let mut free = free_numbers(taken.collect());
        for person in &mut self.plan.speakers {
            if person.number.0 == 0
                && let Some(number) = free.next()
            {
                Arc::make_mut(person).number = Number(number);
            }
        }
    }
}

/// How many digits a number has that has too few or too many; an extension in words is none.
fn odd_length(phone: &str) -> Option<usize> {
    let is_number = phone
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '+' | '(' | ')'));
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    (is_number && digits > 0 && !(10..=11).contains(&digits)).then_some(digits)
}

/// Whether an address is a village, a hamlet or a quarter and nothing nearer.
fn is_village(address: &str) -> bool {
    const WORDS: [&str; 9] = [
        "thon",
        "ban",
        "to dan pho",
        "to",
        "xom",
        "ap",
        "khu",
        "khu pho",
        "lang",
    ];
    let said = key(address);
    let is_near = address.contains(',') || said.contains("so nha") || said.contains("duong");
    !is_near
        && WORDS
            .iter()
            .any(|word| said.starts_with(&format!("{word} ")))
}
