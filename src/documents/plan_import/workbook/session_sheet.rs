//! The first sheet: what session it is, one matter a line – or, in workbooks that are not ours, one matter a column. Knows
//! nothing of the lists on the other sheets.

use std::collections::BTreeMap;

use chrono::NaiveTime;

use super::columns::{CellWords, PlanField, SheetKind, SheetSpec};
use super::headings::{self, HeadingFit};
use super::names::key;
use super::values;
use super::{At, Reading, whole_sheet};
use crate::documents::plan_import::diagnostic::{Problem, Remark};
use crate::documents::plan_import::table::{TableCell, TableSheet, Value};
use crate::domain::regulation::{Choice, DeadlineId, Post, Regulation, RegulationId};
use crate::domain::session::plan::{ClockStart, Layout, Level, SpeakingMode};

/// When a session begins whose hour nobody wrote down.
const USUAL_HOUR: (u32, u32) = (8, 0);

/// What of the plan a line holds.
pub(super) fn path(field: PlanField) -> &'static str {
    match field {
        PlanField::Regulation => "regulation",
        PlanField::Title => "title",
        PlanField::Day => "held",
        PlanField::Time => "held.time",
        PlanField::Place => "place",
        PlanField::Venue => "venue",
        PlanField::ChairName => "chair.name",
        PlanField::ChairOffice => "chair.office",
        PlanField::ChairHonorific => "chair.honorific",
        PlanField::ChairPost => "chair_post",
        PlanField::Laws => "laws",
        PlanField::Body => "body",
        PlanField::SuperiorBody => "superior_body",
        PlanField::LeadAgency => "lead_agency",
        PlanField::Level => "level",
        PlanField::Layout => "layout",
        PlanField::Mode => "mode",
        PlanField::Form => "form",
        PlanField::Contents => "contents",
        PlanField::HigherLevels => "higher_levels",
        PlanField::SpeechLimit => "settings.limits.speech",
        PlanField::AnswerLimit => "settings.limits.answer",
        PlanField::ExchangeLimit => "settings.limits.follow_up",
        PlanField::AllowedMinutes => "settings.allowed_minutes",
        PlanField::Warnings => "settings.warnings",
        PlanField::SpeakingMode => "settings.taking",
        PlanField::ClockStarts => "settings.clock_starts",
        PlanField::Bell => "settings.bell",
        PlanField::MaskNames => "settings.mask_names",
        PlanField::Done => "done",
        PlanField::Fictional => "fictional",
        _ => "",
    }
}

/// SessionLines of which there may be several.
const MANY: &[PlanField] = &[
    PlanField::Contents,
    PlanField::HigherLevels,
    PlanField::Done,
    PlanField::Laws,
];

/// The cells that hold what each line says; the label's own place where nothing was filled in.
#[derive(Default)]
struct SessionLines<'s> {
    values: BTreeMap<PlanField, Vec<(&'s TableCell, At<'s>)>>,
    /// A label whose value stands behind a colon in the same cell.
    inline: BTreeMap<PlanField, (String, At<'s>)>,
    labels: BTreeMap<PlanField, At<'s>>,
}

impl Reading<'_> {
    pub(super) fn session_sheet(&mut self, index: usize, sheet: &TableSheet) {
        let spec = self.table.sheet(SheetKind::Session).clone();
        let words = self.table.words.clone();
        let lines = self.lines(index, sheet, &spec, &words);
        for column in spec.columns.iter().filter(|column| column.needed) {
            let is_said = lines.values.contains_key(&column.field)
                || lines.inline.contains_key(&column.field);
            let is_given =
                column.field == PlanField::Regulation && self.catalogue.regulation.is_some();
            if is_said || is_given {
                continue;
            }
            let at = lines.labels.get(&column.field).map_or_else(
                || whole_sheet(index, &sheet.name, Some(&column.heading)),
                At::location,
            );
            let path = path(column.field);
            self.places.insert(path.to_owned(), at.clone());
            self.fault_at(path, at, Problem::Missing);
        }
        for (field, at) in &lines.labels {
            self.places
                .entry(path(*field).to_owned())
                .or_insert_with(|| at.location());
        }
        self.set_regulation_asked_for();
        // The regulation comes first in the table: what the others may say depends on it.
        for column in &spec.columns {
            if let Some(cells) = lines.values.get(&column.field) {
                self.take(column.field, cells, &words);
            } else if let Some((text, at)) = lines.inline.get(&column.field) {
                let cell = TableCell {
                    row: at.row,
                    column: at.column,
                    value: Value::Text(text.as_str().into()),
                    letters: None,
                };
                self.take(column.field, &[(&cell, *at)], &words);
            }
        }
        self.derive(&lines);
    }

    /// Finds labels and what they label.
    fn lines<'s>(
        &mut self,
        index: usize,
        sheet: &'s TableSheet,
        spec: &'s SheetSpec,
        words: &CellWords,
    ) -> SessionLines<'s> {
        let header = header(sheet, words);
        let at = |row: u32, column: u32, heading: &'s str| At {
            index,
            sheet,
            row,
            column,
            heading,
        };
        let label_of = |cell: &TableCell| -> Option<(&'s str, PlanField, Option<String>)> {
            let Value::Text(text) = &cell.value else {
                return None;
            };
            let (label, rest) = match text.split_once(':') {
                Some((label, rest)) => (label, rest.trim()),
                None => (&**text, ""),
            };
            let (fit, column) = headings::column(label, spec)?;
            // Without a column for labels only whole names count; a title begins with much.
            let is_label = match &header {
                Some(header) => cell.column == header.labels && cell.row > header.row,
                None => fit >= HeadingFit::Known && label.chars().count() < 80,
            };
            let rest = (!rest.is_empty()).then(|| rest.to_owned());
            is_label.then_some((column.heading.as_str(), column.field, rest))
        };
        let across = lies_across(sheet, &label_of);
        let mut lines = SessionLines::default();
        let mut last: Option<(PlanField, u32, u32)> = None;
        for cell in sheet.cells() {
            let Some((heading, field, inline)) = label_of(cell) else {
                self.go_on(
                    cell,
                    header.as_ref(),
                    &mut last,
                    &mut lines,
                    |row, column, heading| at(row, column, heading),
                );
                continue;
            };
            let (row, column) = if across {
                (cell.row + 1, cell.column)
            } else {
                let right = sheet
                    .merged_at(cell.row, cell.column)
                    .map_or(cell.column, |area| area.right);
                let value = header.as_ref().map_or(right + 1, |header| header.values);
                (cell.row, value)
            };
            let place = at(row, column, heading);
            if lines.labels.contains_key(&field) && !MANY.contains(&field) {
                continue;
            }
            lines.labels.insert(field, place);
            last = Some((field, row, column));
            let found = value_near(sheet, row, column, header.is_some() || across, &label_of);
            if let Some(value) = found {
                let place = at(value.row, value.column, heading);
                lines.values.entry(field).or_default().push((value, place));
                last = Some((field, value.row, value.column));
            } else if let Some(text) = inline {
                let place = at(cell.row, cell.column, heading);
                lines.inline.entry(field).or_insert((text, place));
            }
        }
        lines
    }

    /// A value below another whose label is blank goes on with it, where there may be several.
    fn go_on<'s>(
        &mut self,
        cell: &'s TableCell,
        header: Option<&Header>,
        last: &mut Option<(PlanField, u32, u32)>,
        lines: &mut SessionLines<'s>,
        at: impl Fn(u32, u32, &'s str) -> At<'s>,
    ) {
        let Some((field, row, column)) = *last else {
            return;
        };
        if cell.column != column || cell.row == row {
            return;
        }
        let heading = lines.labels.get(&field).map_or("", |at| at.heading);
        if cell.row == row + 1 && MANY.contains(&field) {
            let place = at(cell.row, cell.column, heading);
            lines.values.entry(field).or_default().push((cell, place));
            *last = Some((field, cell.row, column));
        } else if header.is_some() {
            let said = values::line(&cell.value).unwrap_or_default();
            let place = at(cell.row, cell.column, "").location();
            self.remark_at("", place, Remark::RowUnread { said });
        }
    }

    /// Takes over what the cells of one line say.
    fn take(&mut self, field: PlanField, cells: &[(&TableCell, At<'_>)], words: &CellWords) {
        let Some((first, at)) = cells.first() else {
            return;
        };
        let place = at.location();
        self.places.insert(path(field).to_owned(), place.clone());
        let value = &first.value;
        let result = match field {
            PlanField::Regulation => self.take_regulation(value),
            PlanField::Day | PlanField::Time => self.take_time(field, value),
            PlanField::Contents | PlanField::HigherLevels | PlanField::Done | PlanField::Laws => {
                for (cell, at) in cells {
                    if let Err(what) = self.take_many(field, &cell.value) {
                        self.fault_at(path(field), at.location(), what);
                    }
                }
                Ok(())
            }
            PlanField::Level
            | PlanField::Layout
            | PlanField::Mode
            | PlanField::Form
            | PlanField::ChairPost => self.take_choice(field, value, words),
            PlanField::SpeechLimit
            | PlanField::AnswerLimit
            | PlanField::ExchangeLimit
            | PlanField::AllowedMinutes
            | PlanField::Warnings
            | PlanField::SpeakingMode
            | PlanField::ClockStarts
            | PlanField::Bell
            | PlanField::MaskNames
            | PlanField::Fictional => self.take_setting(field, value, words),
            _ => self.take_text(field, value),
        };
        if let Err(what) = result {
            self.fault_at(path(field), place, what);
        }
    }

    fn take_text(&mut self, field: PlanField, value: &Value) -> Result<(), Problem> {
        let line = values::line(value)?;
        let plan = &mut self.plan;
        match field {
            PlanField::Title => plan.title = line,
            PlanField::Place => plan.place = line,
            PlanField::Venue => plan.venue = Some(line),
            PlanField::ChairName => plan.chair.name = line,
            PlanField::ChairOffice => plan.chair.office = line,
            PlanField::ChairHonorific => plan.chair.honorific = line,
            PlanField::Body => plan.body = line,
            PlanField::SuperiorBody => plan.superior_body = Some(line),
            PlanField::LeadAgency => plan.lead_agency = line,
            _ => {}
        }
        Ok(())
    }

    fn take_regulation(&mut self, value: &Value) -> Result<(), Problem> {
        if self.catalogue.regulation.is_some() {
            return Ok(());
        }
        let found = values::line(value)?;
        let regulation = regulation_named(self.catalogue.regulations, &found);
        let Some(regulation) = regulation else {
            return Err(Problem::UnknownRegulation {
                found,
                known: self
                    .catalogue
                    .regulations
                    .iter()
                    .map(|regulation| regulation.short.vi.clone())
                    .collect(),
            });
        };
        self.plan.regulation = regulation.id.clone();
        self.regulation = Some(regulation);
        Ok(())
    }

    fn take_time(&mut self, field: PlanField, value: &Value) -> Result<(), Problem> {
        let held = self.plan.held;
        if field == PlanField::Day {
            let (day, time) = values::day(value, self.from_1904)?;
            let usual = NaiveTime::from_hms_opt(USUAL_HOUR.0, USUAL_HOUR.1, 0).unwrap_or_default();
            self.plan.held = day.and_time(time.unwrap_or(usual));
        } else {
            // The day is read before the hour, in the order of the fields.
            self.plan.held = held.date().and_time(values::time(value)?);
        }
        Ok(())
    }

    fn take_many(&mut self, field: PlanField, value: &Value) -> Result<(), Problem> {
        let text = values::text(value)?;
        let lines: Vec<String> = unlisted(&text);
        match field {
            PlanField::Contents => self.plan.contents.extend(lines),
            PlanField::HigherLevels => self.plan.higher_levels.extend(lines),
            PlanField::Laws => {
                let no = key(&self.table.words.no);
                let laws = self.plan.laws.get_or_insert_default();
                laws.extend(
                    lines
                        .into_iter()
                        .filter(|line| key(line) != no)
                        .map(RegulationId),
                );
            }
            _ => {
                for line in lines {
                    self.take_done(&line)?;
                }
            }
        }
        Ok(())
    }

    /// `Gửi giấy mời: 10/11/2026`.
    fn take_done(&mut self, line: &str) -> Result<(), Problem> {
        let Some(regulation) = self.regulation else {
            return Ok(());
        };
        let wrong = || Problem::NotDone {
            found: line.to_owned(),
        };
        let (duty, day) = line.rsplit_once(':').ok_or_else(wrong)?;
        let (day, _) = values::day(&Value::Text(day.trim().into()), false).map_err(|_| wrong())?;
        let known = |deadline: &crate::domain::regulation::Deadline| {
            deadline.id.0 == duty.trim() || key(&deadline.title.vi) == key(duty)
        };
        let id = regulation
            .deadlines
            .iter()
            .find(|deadline| known(deadline))
            .map_or_else(
                || DeadlineId(duty.trim().to_owned()),
                |found| found.id.clone(),
            );
        self.plan.done.insert(id, day);
        Ok(())
    }

    fn take_choice(
        &mut self,
        field: PlanField,
        value: &Value,
        words: &CellWords,
    ) -> Result<(), Problem> {
        let found = values::line(value)?;
        match field {
            PlanField::Level => {
                let choices = [
                    (&words.province, Level::Province),
                    (&words.commune, Level::Commune),
                ];
                self.plan.level = chosen(&found, &choices)?;
            }
            PlanField::ChairPost => {
                let posts = self.table.posts.clone();
                let choices: Vec<(&String, Post)> =
                    posts.iter().map(|(post, name)| (name, *post)).collect();
                self.plan.chair_post = Some(chosen(&found, &choices)?);
            }
            PlanField::Layout => {
                let choices = [(&words.state, Layout::State), (&words.party, Layout::Party)];
                self.plan.layout = chosen(&found, &choices)?;
            }
            _ => {
                let Some(regulation) = self.regulation else {
                    return Ok(());
                };
                let choices = if field == PlanField::Mode {
                    &regulation.modes
                } else {
                    &regulation.forms
                };
                let named = choice_named(choices, &found);
                let is_known = named.is_some();
                let id = named.unwrap_or_else(|| found.clone());
                if !is_known {
                    let known = choices
                        .iter()
                        .map(|choice| choice.title.vi.clone())
                        .collect();
                    return Err(if field == PlanField::Mode {
                        Problem::UnknownMode { id, known }
                    } else {
                        Problem::UnknownForm { id, known }
                    });
                }
                if field == PlanField::Mode {
                    self.plan.mode = Some(id);
                } else {
                    self.plan.form = Some(id);
                }
            }
        }
        Ok(())
    }

    fn take_setting(
        &mut self,
        field: PlanField,
        value: &Value,
        words: &CellWords,
    ) -> Result<(), Problem> {
        let settings = &mut self.plan.settings;
        let no = words.no.as_str();
        match field {
            PlanField::SpeechLimit => settings.limits.speech = values::minutes(value, no)?,
            PlanField::AnswerLimit => settings.limits.answer = values::minutes(value, no)?,
            PlanField::ExchangeLimit => settings.limits.follow_up = values::minutes(value, no)?,
            PlanField::AllowedMinutes => {
                let seconds = values::minutes(value, no)?;
                let minutes = seconds.map(|seconds| u16::try_from(seconds / 60));
                settings.allowed_minutes =
                    minutes.transpose().map_err(|_| Problem::NotMinutes {
                        found: values::line(value).unwrap_or_default(),
                    })?;
            }
            PlanField::Warnings => {
                let found = values::line(value)?;
                let numbers: Vec<u32> = found
                    .split(|c: char| !c.is_ascii_digit())
                    .filter_map(|part| part.parse().ok())
                    .collect();
                let [first, second] = numbers.as_slice() else {
                    return Err(Problem::NotTwoNumbers { found });
                };
                settings.warnings = (*first, *second);
            }
            PlanField::SpeakingMode => {
                let found = values::line(value)?;
                let count = found
                    .split(|c: char| !c.is_ascii_digit())
                    .find_map(|part| part.parse().ok());
                let in_batches = words.in_batches(3);
                settings.taking = match count {
                    Some(count) => SpeakingMode::InBatches(count),
                    None => chosen(&found, &[(&words.one_by_one, SpeakingMode::OneByOne)])
                        .map_err(|_| Problem::NotAChoice {
                            found: found.clone(),
                            known: vec![words.one_by_one.clone(), in_batches.clone()],
                        })?,
                };
            }
            PlanField::ClockStarts => {
                let found = values::line(value)?;
                let choices = [
                    (&words.with_the_floor, ClockStart::WithTheFloor),
                    (&words.by_hand, ClockStart::ByHand),
                ];
                settings.clock_starts = chosen(&found, &choices)?;
            }
            PlanField::Bell => settings.bell = values::truth(value, &words.yes, no)?,
            PlanField::MaskNames => settings.mask_names = values::truth(value, &words.yes, no)?,
            _ => self.plan.fictional = values::truth(value, &words.yes, no)?,
        }
        Ok(())
    }

    /// What was left open and follows from what was not: level and layout from the chair's office.
    fn derive(&mut self, lines: &SessionLines<'_>) {
        let is_said = |field: PlanField| {
            lines.values.contains_key(&field) || lines.inline.contains_key(&field)
        };
        if !lines.labels.contains_key(&PlanField::ChairHonorific) {
            let name = std::mem::take(&mut self.plan.chair.name);
            let (honorific, name) = self.split_honorific(name);
            self.plan.chair.honorific = honorific;
            self.plan.chair.name = name;
        }
        let table = &self.table;
        let (level, layout) = table.of_office(&self.plan.chair.office, &self.plan.body);
        if !is_said(PlanField::Level) {
            self.plan.level = level;
        }
        if !is_said(PlanField::Layout) {
            self.plan.layout = layout;
        }
    }
}

impl super::columns::PlanTable {
    /// The level and the layout that follow from the chair's office, and from the body where the office says nothing.
    #[must_use]
    pub fn of_office(&self, office: &str, body: &str) -> (Level, Layout) {
        let has = |text: &str, words: &[String]| {
            let text = format!(" {} ", key(text));
            words
                .iter()
                .any(|word| text.contains(&format!(" {} ", key(word))))
        };
        let level = if has(office, &self.province_offices) || has(body, &self.province_offices) {
            Level::Province
        } else {
            Level::Commune
        };
        let layout = if has(office, &self.party_offices) {
            Layout::Party
        } else {
            Layout::State
        };
        (level, layout)
    }
}

/// The row that says which column holds labels and which values.
struct Header {
    row: u32,
    labels: u32,
    values: u32,
}

fn header(sheet: &TableSheet, words: &CellWords) -> Option<Header> {
    let is = |cell: &TableCell, word: &str| matches!(&cell.value, Value::Text(text) if key(text) == key(word));
    sheet
        .rows()
        .take_while(|row| {
            row.first()
                .is_some_and(|cell| cell.row < headings::ROWS_SEARCHED)
        })
        .find_map(|row| {
            let labels = row.iter().find(|cell| is(cell, &words.item))?;
            let values = row.iter().find(|cell| is(cell, &words.value))?;
            Some(Header {
                row: labels.row,
                labels: labels.column,
                values: values.column,
            })
        })
}

/// Whether the labels stand side by side in one row, with the values below.
fn lies_across<T>(sheet: &TableSheet, label_of: &impl Fn(&TableCell) -> Option<T>) -> bool {
    sheet.rows().any(|row| {
        let labels: Vec<u32> = row
            .iter()
            .filter(|cell| label_of(cell).is_some())
            .map(|cell| cell.column)
            .collect();
        labels.len() >= 3
            && labels
                .windows(2)
                .any(|two| matches!(two, [one, next] if one + 1 == *next))
    })
}

/// The value of a label: in its place, or, where nobody said which column holds values, the next to the right that is no
/// label itself.
fn value_near<'s, T>(
    sheet: &'s TableSheet,
    row: u32,
    column: u32,
    exactly: bool,
    label_of: &impl Fn(&TableCell) -> Option<T>,
) -> Option<&'s TableCell> {
    let reach = if exactly { 1 } else { 4 };
    (column..column.saturating_add(reach))
        .find_map(|column| sheet.at(row, column))
        .filter(|cell| exactly || label_of(cell).is_none())
}

/// The lines of a cell, without blank ones, and without the signs before them where every line has one.
fn unlisted(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let listed = |line: &&str| line.starts_with(['-', '+', '•', '*', '–']);
    let all_listed = !lines.is_empty() && lines.iter().all(listed);
    lines
        .into_iter()
        .map(|line| {
            if all_listed {
                line.trim_start_matches(['-', '+', '•', '*', '–']).trim()
            } else {
                line
            }
            .to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect()
}

fn chosen<T: Copy>(found: &str, choices: &[(&String, T)]) -> Result<T, Problem> {
    let said = key(found);
    choices
        .iter()
        .find(|(name, _)| {
            let name = key(name);
            // `Cấp xã` is also written `xã`.
            said == name || name.strip_prefix("cap ").is_some_and(|short| short == said)
        })
        .map(|(_, value)| *value)
        .ok_or_else(|| Problem::NotAChoice {
            found: found.to_owned(),
            known: choices.iter().map(|(name, _)| (*name).clone()).collect(),
        })
}

fn choice_named(choices: &[Choice], found: &str) -> Option<String> {
    choices
        .iter()
        .find(|choice| choice.id == found || choice.title.vi == found)
        .or_else(|| {
            choices
                .iter()
                .find(|choice| key(&choice.title.vi) == key(found))
        })
        .map(|choice| choice.id.clone())
}

/// The regulation that a cell means: by id, number or name, or by words that only one of them has.
pub(in crate::documents::plan_import) fn regulation_named<'a>(
    regulations: &'a [Regulation],
    found: &str,
) -> Option<&'a Regulation> {
    let said = key(found);
    let exactly = |regulation: &&Regulation| {
        regulation.id == RegulationId(found.to_owned())
            || [
                &regulation.short.vi,
                &regulation.title.vi,
                &regulation.short.en,
            ]
            .iter()
            .any(|name| key(name) == said)
            || regulation
                .number
                .as_deref()
                .is_some_and(|number| key(number) == said)
    };
    if let Some(regulation) = regulations.iter().find(exactly) {
        return Some(regulation);
    }
    if said.len() < 4 {
        return None;
    }
    let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
    let near: Vec<&Regulation> = regulations
        .iter()
        .filter(|regulation| {
            let number = regulation.number.as_deref().map(key);
            let names = [key(&regulation.short.vi), key(&regulation.title.vi)];
            number.is_some_and(|number| holds(&said, &number))
                || names.iter().any(|name| {
                    let is_telling = name.split(' ').count() >= 3;
                    holds(name, &said) || is_telling && holds(&said, name)
                })
        })
        .collect();
    match near.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}
