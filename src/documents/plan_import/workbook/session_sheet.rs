//! The first sheet: what session it is, one matter a line – or, in workbooks that are not ours, one matter a column. Knows
//! nothing of the lists on the other sheets.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a match is about a few of the many fields"
)]

use chrono::NaiveTime;

use super::choices::{choice_named, chosen, regulation_named, unlisted};
use super::columns::{CellWords, PlanField, SheetKind};
use super::moments;
use super::names::key;
use super::session_lines::{SessionLines, path};
use super::values;
use super::{At, WorkbookReading, whole_sheet};
use crate::documents::plan_import::problem::PlanProblem;
use crate::documents::plan_import::table::{ReadValue, TableCell, TableSheet};
use crate::domain::regulation::{DeadlineId, Post, RegulationId};
use crate::domain::session::plan::{ClockStart, Layout, Level, SpeakingMode};

/// When a session begins whose hour nobody wrote down.
const USUAL_HOUR: (u32, u32) = (8, 0);

impl WorkbookReading<'_> {
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
            self.fault_at(path, at, PlanProblem::Missing);
        }
        for (field, at) in &lines.labels {
            self.places
                .entry(path(*field).to_owned())
                .or_insert_with(|| at.location());
        }
        self.name_lines(index, &sheet.name, &spec);
        self.set_regulation_asked_for();
        // The regulation comes first in the table: what the others may say depends on it.
        for column in &spec.columns {
            if let Some(cells) = lines.values.get(&column.field) {
                self.take(column.field, cells, &words);
            } else if let Some((text, at)) = lines.inline.get(&column.field) {
                let cell = TableCell {
                    row: at.row,
                    column: at.column,
                    value: ReadValue::Text(text.as_str().into()),
                    letters: None,
                };
                self.take(column.field, &[(&cell, *at)], &words);
            }
        }
        self.derive(&lines);
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
            | PlanField::ShortMinutes
            | PlanField::Fictional => self.take_setting(field, value, words),
            _ => self.take_text(field, value),
        };
        if let Err(what) = result {
            self.fault_at(path(field), place, what);
        }
    }

    fn take_text(&mut self, field: PlanField, value: &ReadValue) -> Result<(), PlanProblem> {
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

    fn take_regulation(&mut self, value: &ReadValue) -> Result<(), PlanProblem> {
        if self.catalogue.regulation.is_some() {
            return Ok(());
        }
        let found = values::line(value)?;
        let regulation = regulation_named(self.catalogue.regulations, &found);
        let Some(regulation) = regulation else {
            return Err(PlanProblem::UnknownRegulation {
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

    fn take_time(&mut self, field: PlanField, value: &ReadValue) -> Result<(), PlanProblem> {
        let held = self.plan.held;
        if field == PlanField::Day {
            let (day, time) = moments::day(value, self.from_1904)?;
            let usual = NaiveTime::from_hms_opt(USUAL_HOUR.0, USUAL_HOUR.1, 0).unwrap_or_default();
            self.plan.held = day.and_time(time.unwrap_or(usual));
        } else {
            // The day is read before the hour, in the order of the fields.
            self.plan.held = held.date().and_time(moments::time(value)?);
        }
        Ok(())
    }

    fn take_many(&mut self, field: PlanField, value: &ReadValue) -> Result<(), PlanProblem> {
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
    fn take_done(&mut self, line: &str) -> Result<(), PlanProblem> {
        let Some(regulation) = self.regulation else {
            return Ok(());
        };
        let wrong = || PlanProblem::NotDone {
            found: line.to_owned(),
        };
        let (duty, day) = line.rsplit_once(':').ok_or_else(wrong)?;
        let (day, _) =
            moments::day(&ReadValue::Text(day.trim().into()), false).map_err(|_| wrong())?;
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
        value: &ReadValue,
        words: &CellWords,
    ) -> Result<(), PlanProblem> {
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
                        PlanProblem::UnknownMode { id, known }
                    } else {
                        PlanProblem::UnknownForm { id, known }
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
        value: &ReadValue,
        words: &CellWords,
    ) -> Result<(), PlanProblem> {
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
                    minutes.transpose().map_err(|_| PlanProblem::NotMinutes {
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
                    return Err(PlanProblem::NotTwoNumbers { found });
                };
                settings.warnings = (*first, *second);
            }
            PlanField::SpeakingMode => settings.taking = speaking_mode(value, words)?,
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
            PlanField::ShortMinutes => {
                settings.short_minutes = Some(values::truth(value, &words.yes, no)?);
            }
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

/// One by one, or how many before their answers.
fn speaking_mode(value: &ReadValue, words: &CellWords) -> Result<SpeakingMode, PlanProblem> {
    let found = values::line(value)?;
    let count = found
        .split(|c: char| !c.is_ascii_digit())
        .find_map(|part| part.parse().ok());
    match count {
        Some(count) => Ok(SpeakingMode::InBatches(count)),
        None => chosen(&found, &[(&words.one_by_one, SpeakingMode::OneByOne)]).map_err(|_| {
            PlanProblem::NotAChoice {
                found,
                known: vec![words.one_by_one.clone(), words.in_batches(3)],
            }
        }),
    }
}
