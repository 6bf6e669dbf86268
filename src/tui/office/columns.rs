//! How wide the columns of the table of sessions are. The title comes first: where the texts beside it would leave it too
//! little room, what is owed is broken between its kinds, and else all of them go below the title. Knows nothing of cells.

use super::detail::OfficeLine;
use super::view::OfficeView;
use crate::domain::text::width;

/// Columns between texts that are about different things.
pub(super) const BETWEEN: u16 = 2;
/// Columns of the mark of the chosen line.
pub(super) const MARK: u16 = 3;
pub(super) const DATE: u16 = 10;
/// The narrowest a title gets before the other columns give way.
const TITLE: u16 = 26;
/// Between the kinds of what is owed.
const DOT: &str = " · ";

/// What stands beside the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BesideTitle {
    /// In columns of these widths; one that is not shown has no width.
    Own {
        regulation: u16,
        state: u16,
        owed: u16,
    },
    /// There is no room for it: it stands below the title.
    Below,
}

/// How the width of the table is shared.
pub(super) struct TableColumns {
    pub title: u16,
    pub beside: BesideTitle,
}

impl TableColumns {
    pub fn of(view: &OfficeView, columns: u16) -> Self {
        let [_, _, of_regulation, of_state, of_owed] = &view.columns;
        let state = widest(view, of_state, |_, state, _| width(state));
        let whole = widest(view, of_owed, |_, _, owed| width(&owed.join(DOT)));
        let broken = widest(view, of_owed, |_, _, owed| {
            owed.iter().map(|text| width(text)).max().unwrap_or(0)
        });
        let regulation = if columns < 100 || is_equal(view) {
            0
        } else {
            widest(view, of_regulation, |regulation, _, _| width(regulation))
        };
        let taken = |beside: [u16; 3]| {
            let shown = beside.iter().filter(|columns| **columns > 0);
            shown.fold(MARK + DATE + BETWEEN, |sum, columns| {
                sum.saturating_add(columns.saturating_add(BETWEEN))
            })
        };
        let least = TITLE.max(columns / 8 * 3);
        let arrangements = [
            [regulation, state, whole],
            [regulation, state, broken],
            [0, state, broken],
        ];
        for beside in arrangements {
            let title = columns.saturating_sub(taken(beside));
            if title >= least {
                let [regulation, state, owed] = beside;
                return Self {
                    title,
                    beside: BesideTitle::Own {
                        regulation,
                        state,
                        owed,
                    },
                };
            }
        }
        Self {
            title: columns.saturating_sub(MARK + DATE + BETWEEN),
            beside: BesideTitle::Below,
        }
    }
}

/// The columns of the widest such text and its heading; none where every text is empty.
fn widest(view: &OfficeView, heading: &str, of: impl Fn(&str, &str, &[String]) -> usize) -> u16 {
    let texts = view.lines.iter().map(|line| match line {
        OfficeLine::Session {
            regulation,
            state,
            owed,
            ..
        } => of(regulation, state, owed),
        OfficeLine::Heading(_) | OfficeLine::Rehearsals { .. } => 0,
    });
    match texts.max().unwrap_or(0) {
        0 => 0,
        widest => u16::try_from(widest.max(width(heading))).unwrap_or(u16::MAX),
    }
}

/// Whether several sessions all have one regulation, which then tells nothing.
fn is_equal(view: &OfficeView) -> bool {
    let mut all = view.lines.iter().filter_map(|line| match line {
        OfficeLine::Session { regulation, .. } => Some(regulation),
        OfficeLine::Heading(_) | OfficeLine::Rehearsals { .. } => None,
    });
    let first = all.next();
    all.all(|regulation| Some(regulation) == first) && view.lines.len() > 3
}

/// These texts in rows of so many columns, broken only between them.
pub(super) fn in_rows(texts: &[String], columns: u16) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for text in texts {
        match rows.last_mut() {
            Some(row) if width(row) + width(DOT) + width(text) <= usize::from(columns) => {
                row.push_str(DOT);
                row.push_str(text);
            }
            _ => rows.push(text.clone()),
        }
    }
    rows
}

/// How far a session has come and what is owed of it, as they stand below its title.
pub(super) fn below(state: &str, owed: &[String], columns: u16) -> Vec<String> {
    let all: Vec<String> = std::iter::once(state.to_owned())
        .chain(owed.iter().cloned())
        .filter(|text| !text.is_empty())
        .collect();
    in_rows(&all, columns)
}
