//! From tables to a plan: the sheets and columns of an office's workbook are found by their words, and every cell that
//! cannot be used is told with its sheet, its name and its heading, all at once. What the cells are called stands in one
//! table (`config/words/plan.ron`), from which the template is written and every workbook is read. Knows no file and no
//! session; whether the plan makes sense is asked of the one check afterwards.

mod agency_names;
mod choices;
pub mod columns;
mod headings;
mod lists;
mod moments;
mod names;
mod odd_tables;
mod rows;
mod session_lines;
mod session_sheet;
mod speakers;
pub mod values;

use std::collections::BTreeMap;

use super::diagnostic::{CellPlace, Findings, Location};
use super::old_letters;
use super::problem::{PlanProblem, Remark};
use super::table::{ReadValue, TableSheet, Workbook, column_name};
use crate::domain::regulation::{Regulation, RegulationId};
use crate::domain::session::plan::{
    ClockStart, Layout, Level, Official, Plan, Settings, SpeakingMode,
};
use columns::{PlanField, PlanTable, SheetKind, SheetSpec};

/// What a workbook's words are matched with.
#[derive(Debug, Clone, Copy)]
pub struct Catalogue<'a> {
    pub regulations: &'a [Regulation],
    /// The regulation that was asked for, whatever the workbook says.
    pub regulation: Option<&'a RegulationId>,
}

/// A plan as far as it could be read, what could not, and where everything stands.
pub(super) struct Read {
    pub plan: Plan,
    pub found: Findings,
    pub places: BTreeMap<String, Location>,
}

/// Reads a whole workbook. There is always a plan; what it lacks stands among the findings.
pub(super) fn read(mut workbook: Workbook, catalogue: &Catalogue<'_>) -> Read {
    let mut reading = WorkbookReading {
        table: PlanTable::shipped(),
        catalogue: *catalogue,
        regulation: None,
        from_1904: workbook.counts_from_1904,
        plan: blank(),
        found: Findings::default(),
        places: BTreeMap::new(),
        agencies: agency_names::AgencyNames::default(),
        lists_agencies: false,
    };
    for (index, sheet) in workbook.sheets.iter_mut().enumerate() {
        reading.settle_letters(index, sheet);
        odd_tables::join_names(sheet);
    }
    reading.tell_newer(&workbook.sheets);
    let chosen = headings::sheets(&reading.table, &workbook.sheets);
    reading.tell_unread(&workbook.sheets, &chosen);
    let sheet_of = |kind: SheetKind| {
        chosen
            .iter()
            .filter(move |(_, of, _)| *of == kind)
            .map(|(index, _, sheet)| (*index, &**sheet))
    };
    let mut of_session = sheet_of(SheetKind::Session);
    match of_session.next() {
        Some((index, sheet)) => reading.session_sheet(index, sheet),
        None => reading.session_missing(),
    }
    for (index, sheet) in of_session {
        reading.remark_sheet(index, sheet, Remark::SheetUnread);
    }
    for (index, sheet) in sheet_of(SheetKind::Agencies) {
        reading.agencies(index, sheet);
    }
    reading.lists_agencies = !reading.plan.agencies.is_empty();
    for (index, sheet) in sheet_of(SheetKind::Delegates) {
        reading.delegates(index, sheet);
    }
    for (index, sheet) in sheet_of(SheetKind::Opinions) {
        reading.opinions(index, sheet);
    }
    for (index, sheet) in sheet_of(SheetKind::Speakers) {
        reading.speakers(index, sheet);
    }
    for (index, sheet) in sheet_of(SheetKind::Agenda) {
        reading.agenda(index, sheet);
    }
    reading.place_lists(&workbook.sheets, &chosen);
    reading.number_what_has_none();
    super::tidy(&mut reading.plan);
    Read {
        plan: reading.plan,
        found: reading.found,
        places: reading.places,
    }
}

/// A plan in which nothing is said yet.
pub(super) fn blank() -> Plan {
    Plan {
        regulation: RegulationId(String::new()),
        title: String::new(),
        fictional: false,
        level: Level::Commune,
        held: chrono::NaiveDateTime::default(),
        place: String::new(),
        venue: None,
        mode: None,
        form: None,
        contents: Vec::new(),
        body: String::new(),
        superior_body: None,
        layout: Layout::State,
        chair: Official {
            honorific: String::new(),
            name: String::new(),
            office: String::new(),
        },
        chair_post: None,
        signatory: None,
        laws: None,
        co_chairs: Vec::new(),
        secretaries: Vec::new(),
        lead_agency: String::new(),
        delegates: Vec::new(),
        agencies: Vec::new(),
        higher_levels: Vec::new(),
        done: BTreeMap::new(),
        settings: Settings {
            taking: SpeakingMode::OneByOne,
            clock_starts: ClockStart::WithTheFloor,
            ..Settings::default()
        },
        speakers: Vec::new(),
        opinions: Vec::new(),
    }
}

/// The reading of one workbook.
struct WorkbookReading<'a> {
    table: PlanTable,
    catalogue: Catalogue<'a>,
    regulation: Option<&'a Regulation>,
    from_1904: bool,
    plan: Plan,
    found: Findings,
    places: BTreeMap<String, Location>,
    agencies: agency_names::AgencyNames,
    /// The workbook lists its agencies, so that a name that is not among them is a fault.
    lists_agencies: bool,
}

/// A cell with everything that a finding about it needs.
#[derive(Debug, Clone, Copy)]
struct At<'s> {
    index: usize,
    sheet: &'s TableSheet,
    row: u32,
    column: u32,
    heading: &'s str,
}

impl At<'_> {
    fn location(&self) -> Location {
        Location::Cell(CellPlace {
            order: self.index,
            row: Some(self.row),
            column: Some(self.column),
            sheet: self.sheet.name.clone(),
            heading: Some(self.heading.to_owned()).filter(|heading| !heading.is_empty()),
        })
    }
}

impl WorkbookReading<'_> {
    fn fault_at(&mut self, path: &str, at: Location, what: PlanProblem) {
        self.found.fault_at(path, at, what);
    }

    fn remark_at(&mut self, path: &str, at: Location, what: Remark) {
        self.found.warn_at(path, at, what);
    }

    fn remark_sheet(&mut self, index: usize, sheet: &TableSheet, what: Remark) {
        let at = whole_sheet(index, &sheet.name, None);
        self.found.warn_at("", at, what);
    }

    /// Texts of a sheet that is written in old letters become Unicode, and so do single cells whose font proves it.
    fn settle_letters(&mut self, index: usize, sheet: &mut TableSheet) {
        // What the template itself says speaks for nobody's letters.
        let known = self.table.own_texts();
        let judged = old_letters::judge(sheet.cells().iter().filter_map(|cell| {
            match (&cell.value, cell.letters) {
                (ReadValue::Text(text), None) if !known.contains(&names::key(text)) => {
                    Some(&**text)
                }
                _ => None,
            }
        }));
        let mut converted = BTreeMap::new();
        for cell in sheet.cells_mut() {
            let ReadValue::Text(text) = &cell.value else {
                continue;
            };
            let Some(letters) = cell.letters.or(judged) else {
                continue;
            };
            let unicode = old_letters::convert(text, letters);
            if unicode != **text {
                *converted.entry(letters.name()).or_insert(0_usize) += 1;
                cell.value = ReadValue::Text(unicode.into());
            }
        }
        for (table, cells) in converted {
            let what = Remark::OldLetters {
                table: table.to_owned(),
                cells,
            };
            self.remark_sheet(index, sheet, what);
        }
    }

    /// Says which sheets and hidden parts there are that somebody might believe to be read, or not to be.
    fn tell_unread(&mut self, sheets: &[TableSheet], chosen: &[headings::SheetPart<'_>]) {
        for (index, sheet) in sheets.iter().enumerate() {
            let is_read = chosen.iter().any(|(of, ..)| *of == index);
            if sheet.cells().is_empty() || self.table.is_own_list(sheet) {
                continue;
            }
            if sheet.hidden {
                self.remark_sheet(index, sheet, Remark::SheetHidden);
            } else if is_read {
                self.tell_hidden(index, sheet);
            } else {
                self.remark_sheet(index, sheet, Remark::SheetUnread);
            }
        }
    }

    /// A workbook of a newer program may hold what is not read here.
    fn tell_newer(&mut self, sheets: &[TableSheet]) {
        if let (Some(version), Some(sheet)) = (PlanTable::version(sheets), sheets.first())
            && version > columns::VERSION
        {
            self.remark_sheet(0, sheet, Remark::NewerWorkbook { version });
        }
    }

    /// What a whole list lacks is told with the name of its sheet, also where that is not there.
    fn place_lists(&mut self, sheets: &[TableSheet], chosen: &[headings::SheetPart<'_>]) {
        for (kind, path) in [
            (SheetKind::Agencies, "agencies"),
            (SheetKind::Delegates, "secretaries"),
            (SheetKind::Speakers, "speakers"),
        ] {
            let named = self.table.sheet(kind).name.clone();
            let found = chosen.iter().find(|(_, of, _)| *of == kind);
            let (order, name) = found
                .map_or((sheets.len(), named.as_str()), |(order, _, sheet)| {
                    (*order, sheet.name.as_str())
                });
            let at = whole_sheet(order, name, None);
            self.places.entry(path.to_owned()).or_insert(at);
        }
    }

    /// Says that rows and columns are read although nobody sees them.
    fn tell_hidden(&mut self, index: usize, sheet: &TableSheet) {
        if let Some(first) = sheet.hidden_rows.first() {
            let what = Remark::RowsHidden {
                rows: sheet.hidden_rows.len(),
                first: first + 1,
            };
            self.remark_sheet(index, sheet, what);
        }
        if !sheet.hidden_columns.is_empty() {
            let names = sheet.hidden_columns.iter().copied().map(column_name);
            let columns = names.collect::<Vec<_>>().join(", ");
            self.remark_sheet(index, sheet, Remark::ColumnsHidden { columns });
        }
    }

    /// Without a sheet that says what session it is, each thing that is needed is asked for.
    fn session_missing(&mut self) {
        let sheet = self.table.sheet(SheetKind::Session).clone();
        for column in sheet.columns.iter().filter(|column| column.needed) {
            if column.field == PlanField::Regulation && self.catalogue.regulation.is_some() {
                continue;
            }
            let at = whole_sheet(0, &sheet.name, Some(&column.heading));
            let path = session_lines::path(column.field);
            self.places.insert(path.to_owned(), at.clone());
            self.fault_at(path, at, PlanProblem::Missing);
        }
        self.name_lines(0, &sheet.name, &sheet);
        self.set_regulation_asked_for();
    }

    /// What concerns a line that a sheet does not have is told by the sheet and by what the line would be called.
    fn name_lines(&mut self, index: usize, name: &str, spec: &SheetSpec) {
        for column in &spec.columns {
            self.places
                .entry(session_lines::path(column.field).to_owned())
                .or_insert_with(|| whole_sheet(index, name, Some(&column.heading)));
        }
    }

    fn set_regulation_asked_for(&mut self) {
        if let Some(id) = self.catalogue.regulation {
            self.plan.regulation = id.clone();
            self.regulation = self
                .catalogue
                .regulations
                .iter()
                .find(|regulation| regulation.id == *id);
        }
    }
}

fn whole_sheet(order: usize, name: &str, heading: Option<&str>) -> Location {
    Location::Cell(CellPlace {
        order,
        row: None,
        column: None,
        sheet: name.to_owned(),
        heading: heading.map(ToOwned::to_owned),
    })
}

/// The column of a sheet that a heading means.
pub(super) fn column_of(kind: SheetKind, heading: &str) -> Option<PlanField> {
    let table = PlanTable::shipped();
    headings::column(heading, table.sheet(kind)).map(|(_, column)| column.field)
}

/// Which list a row of headings is of, where it says so.
pub(super) fn kind_of_headings(row: &[String]) -> Option<SheetKind> {
    let sheet = TableSheet::of_texts("", &[row.to_vec()]);
    let sheets = [sheet];
    let kinds = headings::sheets(&PlanTable::shipped(), &sheets);
    kinds.first().map(|(_, kind, _)| *kind)
}

/// Whether two names are the same to the reading, which does not see marks, capitals and brackets.
pub(super) fn same_words(one: &str, other: &str) -> bool {
    names::key(one) == names::key(other)
}

/// For each agency, whether its id is the one that is made from its name when nobody wrote one down.
pub(super) fn is_own_id(agencies: &[crate::domain::session::plan::Agency]) -> Vec<bool> {
    let mut names = agency_names::AgencyNames::default();
    agencies
        .iter()
        .map(|agency| {
            let is_own = names.new_id(&agency.name) == agency.id;
            names.add(agency);
            is_own
        })
        .collect()
}
