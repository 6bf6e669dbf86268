//! The tables of the workbook as data: every figure is a formula that counts raw rows, with the figure it comes to.

use super::period_telling::{PeriodTelling, by_alphabet, states};
use crate::documents::words::AfterMessage;
use crate::domain::follow_up::{ItemCounts, PeriodTotals};

/// A condition on a column of the raw items or sessions.
#[derive(Debug, Clone, Copy)]
pub(super) enum Where<'a> {
    /// The column has this text.
    Is(char, &'a str),
    /// The column has what the first cell of this row has.
    IsLabel(char),
}

/// A figure: how it is counted, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CountedFigure {
    pub formula: String,
    pub value: u32,
}

/// A table: heads, and rows of a label and figures.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct CountTable {
    pub name: String,
    pub heads: Vec<String>,
    pub rows: Vec<(String, Vec<CountedFigure>)>,
}

/// Which raw sheet is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RawSheet {
    Sessions,
    Items,
}

/// A figure of the whole: what it is called, the rows it counts, the column and word that they have beside their period, and
/// what it comes to.
type SummaryFigure = (
    AfterMessage,
    RawSheet,
    Option<(char, AfterMessage)>,
    fn(&PeriodTotals) -> u32,
);

const SUMMARY: &[SummaryFigure] = &[
    (AfterMessage::ColSessions, RawSheet::Sessions, None, |t| {
        t.sessions
    }),
    (
        AfterMessage::NoticesLate,
        RawSheet::Sessions,
        Some(('M', AfterMessage::Yes)),
        |t| t.notices_late,
    ),
    (AfterMessage::ColItems, RawSheet::Items, None, |t| {
        t.items.items
    }),
    (
        AfterMessage::ColNow,
        RawSheet::Items,
        Some(('I', AfterMessage::ClassNow)),
        |t| t.items.answered_now,
    ),
    (
        AfterMessage::ColLater,
        RawSheet::Items,
        Some(('I', AfterMessage::ClassLater)),
        |t| t.items.verify_later,
    ),
    (
        AfterMessage::ColUpward,
        RawSheet::Items,
        Some(('I', AfterMessage::ClassUpward)),
        |t| t.items.report_upward,
    ),
    (
        AfterMessage::ColUnclassed,
        RawSheet::Items,
        Some(('I', AfterMessage::ClassNone)),
        |t| t.items.unclassed,
    ),
    (
        AfterMessage::ColOnTime,
        RawSheet::Items,
        Some(('M', AfterMessage::StateOnTime)),
        |t| t.items.on_time,
    ),
    (
        AfterMessage::ColLate,
        RawSheet::Items,
        Some(('M', AfterMessage::StateLate)),
        |t| t.items.late,
    ),
    (
        AfterMessage::ColOverdue,
        RawSheet::Items,
        Some(('M', AfterMessage::StateOverdue)),
        |t| t.items.overdue,
    ),
    (
        AfterMessage::ColRunning,
        RawSheet::Items,
        Some(('M', AfterMessage::StateRunning)),
        |t| t.items.running,
    ),
    (
        AfterMessage::ColSuperior,
        RawSheet::Items,
        Some(('M', AfterMessage::StateSuperior)),
        |t| t.items.with_superior,
    ),
];

impl PeriodTelling<'_> {
    /// A figure that counts the rows of a raw sheet which meet every condition, in the row `at` of its own sheet.
    fn count(
        &self,
        sheet: RawSheet,
        conditions: &[Where<'_>],
        at: usize,
        value: u32,
    ) -> CountedFigure {
        let words = self.words();
        let (name, rows) = match sheet {
            RawSheet::Sessions => (
                &words[AfterMessage::SheetSessions],
                self.figures.sessions.len(),
            ),
            RawSheet::Items => (&words[AfterMessage::SheetItems], self.figures.items.len()),
        };
        let last = rows + 1;
        let parts: Vec<String> = conditions
            .iter()
            .map(|condition| {
                let (column, wanted) = match condition {
                    Where::Is(column, wanted) => (column, format!("\"{wanted}\"")),
                    Where::IsLabel(column) => (column, format!("$A{at}")),
                };
                // Compared whole and not by COUNTIFS, to which a star in a name would be any text.
                format!("('{name}'!${column}$2:${column}${last}={wanted})")
            })
            .collect();
        CountedFigure {
            formula: if rows == 0 {
                "0".to_owned()
            } else {
                format!("SUMPRODUCT(1*{})", parts.join("*"))
            },
            value,
        }
    }

    /// The figures of the whole, against the period before.
    pub fn summary(&self) -> CountTable {
        let words = self.words();
        let figures = self.figures;
        let periods = [
            (words[AfterMessage::This].as_str(), &figures.this),
            (words[AfterMessage::Previous].as_str(), &figures.previous),
        ];
        let mut rows: Vec<(String, Vec<CountedFigure>)> = SUMMARY
            .iter()
            .map(|(label, sheet, wanted, of)| {
                let cells = periods.iter().map(|(name, totals)| {
                    let wanted = wanted.map(|(column, id)| Where::Is(column, words[id].as_str()));
                    let conditions: Vec<Where<'_>> = std::iter::once(Where::Is('B', name))
                        .chain(wanted)
                        .collect();
                    self.count(*sheet, &conditions, 0, of(totals))
                });
                (words[*label].to_string(), cells.collect())
            })
            .collect();
        let carried = self.count(
            RawSheet::Items,
            &[Where::Is('O', words[AfterMessage::Yes].as_str())],
            0,
            figures.carried.items,
        );
        rows.push((words[AfterMessage::Carried].to_string(), vec![carried]));
        CountTable {
            name: words[AfterMessage::SheetSummary].to_string(),
            heads: vec![
                words[AfterMessage::ColFigure].to_string(),
                words[AfterMessage::ColThis].to_string(),
                words[AfterMessage::ColPrevious].to_string(),
            ],
            rows,
        }
    }

    /// By field, by agency, by body: of this period.
    pub fn tables(&self) -> Vec<CountTable> {
        let words = self.words();
        let figures = self.figures;
        let fields = by_alphabet(&figures.fields)
            .into_iter()
            .map(|(field, counts)| (self.field(field.as_ref()), None, counts));
        let agencies = by_alphabet(&figures.agencies)
            .into_iter()
            .map(|(agency, counts)| (self.agency(agency.as_ref()), None, counts));
        let bodies = figures
            .bodies
            .iter()
            .map(|(body, (sessions, counts))| (body.clone(), Some(*sessions), counts));
        vec![
            self.table(
                &words[AfterMessage::SheetFields],
                &words[AfterMessage::ColField],
                'H',
                true,
                fields,
            ),
            self.table(
                &words[AfterMessage::SheetAgencies],
                &words[AfterMessage::ColAgency],
                'J',
                false,
                agencies,
            ),
            self.table(
                &words[AfterMessage::SheetBodies],
                &words[AfterMessage::ColBody],
                'C',
                true,
                bodies,
            ),
        ]
    }

    fn table<'t>(
        &self,
        name: &crate::domain::i18n::Message,
        label: &crate::domain::i18n::Message,
        column: char,
        with_classes: bool,
        rows: impl Iterator<Item = (String, Option<u32>, &'t ItemCounts)>,
    ) -> CountTable {
        let words = self.words();
        let mut heads = vec![label.to_string()];
        let rows: Vec<_> = rows.collect();
        let with_sessions = rows.iter().any(|(_, sessions, _)| sessions.is_some());
        if with_sessions {
            heads.push(words[AfterMessage::ColSessions].to_string());
        }
        if with_classes {
            let classes = [
                &words[AfterMessage::ColItems],
                &words[AfterMessage::ColNow],
                &words[AfterMessage::ColLater],
                &words[AfterMessage::ColUpward],
                &words[AfterMessage::ColUnclassed],
            ];
            heads.extend(classes.map(ToString::to_string));
        }
        let of_states = [
            &words[AfterMessage::ColPromised],
            &words[AfterMessage::ColOnTime],
            &words[AfterMessage::ColLate],
            &words[AfterMessage::ColOverdue],
            &words[AfterMessage::ColRunning],
            &words[AfterMessage::ColSuperior],
        ];
        heads.extend(of_states.map(ToString::to_string));
        let rows = rows
            .into_iter()
            .enumerate()
            .map(|(index, (label, sessions, counts))| {
                // The head stands in the fourth row of the sheet.
                let at = index + 5;
                let mut cells = Vec::new();
                if with_sessions {
                    let conditions = [
                        Where::Is('B', words[AfterMessage::This].as_str()),
                        Where::IsLabel('C'),
                    ];
                    let sessions = sessions.unwrap_or_default();
                    cells.push(self.count(RawSheet::Sessions, &conditions, at, sessions));
                }
                cells.extend(self.item_cells(column, with_classes, at, counts));
                (label, cells)
            });
        CountTable {
            name: name.to_string(),
            rows: rows.collect(),
            heads,
        }
    }

    fn item_cells(
        &self,
        column: char,
        with_classes: bool,
        at: usize,
        counts: &ItemCounts,
    ) -> Vec<CountedFigure> {
        let words = self.words();
        let base = [
            Where::Is('B', words[AfterMessage::This].as_str()),
            Where::IsLabel(column),
        ];
        let cell = |more: Option<Where<'_>>, value| {
            let conditions: Vec<Where<'_>> = base.iter().copied().chain(more).collect();
            self.count(RawSheet::Items, &conditions, at, value)
        };
        let mut cells = Vec::new();
        if with_classes {
            cells.push(cell(None, counts.items));
            let classes = [
                (words[AfterMessage::ClassNow].as_str(), counts.answered_now),
                (
                    words[AfterMessage::ClassLater].as_str(),
                    counts.verify_later,
                ),
                (
                    words[AfterMessage::ClassUpward].as_str(),
                    counts.report_upward,
                ),
                (words[AfterMessage::ClassNone].as_str(), counts.unclassed),
            ];
            cells.extend(
                classes
                    .into_iter()
                    .map(|(class, value)| cell(Some(Where::Is('I', class)), value)),
            );
        }
        let [promised, on_time, late, overdue, running, superior] = states(counts);
        let later = cell(
            Some(Where::Is('I', words[AfterMessage::ClassLater].as_str())),
            0,
        );
        let upward = cell(
            Some(Where::Is('I', words[AfterMessage::ClassUpward].as_str())),
            0,
        );
        cells.push(CountedFigure {
            formula: format!("{}+{}", later.formula, upward.formula),
            value: promised,
        });
        let of_states = [
            (words[AfterMessage::StateOnTime].as_str(), on_time),
            (words[AfterMessage::StateLate].as_str(), late),
            (words[AfterMessage::StateOverdue].as_str(), overdue),
            (words[AfterMessage::StateRunning].as_str(), running),
            (words[AfterMessage::StateSuperior].as_str(), superior),
        ];
        cells.extend(
            of_states
                .into_iter()
                .map(|(state, value)| cell(Some(Where::Is('M', state)), value)),
        );
        cells
    }
}
