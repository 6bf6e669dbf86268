//! The raw rows of the workbook as data: one for each session, one for each item.

use chrono::NaiveDate;

use super::period_telling::PeriodTelling;
use crate::domain::follow_up::{ItemRow, RowPeriod, RowState, SessionRow};
use crate::domain::regulation::ClassKind;

/// What stands in a cell of raw rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawCell {
    Nothing,
    Words(String),
    Count(i64),
    Day(NaiveDate),
}

impl PeriodTelling<'_> {
    /// The head and the rows of the sessions.
    pub fn session_rows(&self) -> (Vec<String>, Vec<Vec<RawCell>>) {
        let words = self.words();
        let heads = [
            &words.col_session,
            &words.col_period,
            &words.col_body,
            &words.col_title,
            &words.col_chair,
            &words.col_office,
            &words.col_held,
            &words.col_mode,
            &words.col_regulation,
            &words.col_spoke,
            &words.col_notice_due,
            &words.col_notice_on,
            &words.col_notice_late,
        ];
        let rows = self.figures.sessions.iter().map(|row| self.session(row));
        (heads.map(ToString::to_string).to_vec(), rows.collect())
    }

    fn session(&self, row: &SessionRow) -> Vec<RawCell> {
        let words = self.words();
        vec![
            text(&row.key),
            text(self.period_of(row.period)),
            text(&row.body),
            text(&row.title),
            text(&row.chair),
            text(&row.office),
            RawCell::Day(row.held),
            row.mode.as_deref().map_or(RawCell::Nothing, text),
            text(&row.regulation),
            RawCell::Count(i64::from(row.spoke)),
            row.notice_due.map_or(RawCell::Nothing, RawCell::Day),
            row.notice_on.map_or(RawCell::Nothing, RawCell::Day),
            if row.notice_late {
                text(words.yes.as_str())
            } else {
                RawCell::Nothing
            },
        ]
    }

    /// The head and the rows of the items.
    pub fn item_rows(&self) -> (Vec<String>, Vec<Vec<RawCell>>) {
        let words = self.words();
        let heads = [
            &words.col_session,
            &words.col_period,
            &words.col_body,
            &words.col_item,
            &words.col_person,
            &words.col_village,
            &words.col_text,
            &words.col_field,
            &words.col_class,
            &words.col_agency,
            &words.col_due,
            &words.col_answered,
            &words.col_state,
            &words.col_days_late,
            &words.col_carried,
        ];
        let rows = self.figures.items.iter().map(|row| self.item(row));
        (heads.map(ToString::to_string).to_vec(), rows.collect())
    }

    fn item(&self, row: &ItemRow) -> Vec<RawCell> {
        let words = self.words();
        vec![
            text(&row.session),
            text(self.period_of(row.period)),
            text(&row.body),
            RawCell::Count(i64::from(row.item)),
            text(&row.person),
            text(&row.village),
            text(&row.text),
            RawCell::Words(self.field(row.field.as_ref())),
            text(self.class_of(row.class)),
            match row.class {
                Some(ClassKind::VerifyLater | ClassKind::ReportUpward) => {
                    RawCell::Words(self.agency(row.agency.as_ref()))
                }
                Some(ClassKind::AnsweredNow) | None => RawCell::Nothing,
            },
            row.due.map_or(RawCell::Nothing, RawCell::Day),
            row.answered.map_or(RawCell::Nothing, RawCell::Day),
            text(self.state_of(row.state)),
            row.days_late.map_or(RawCell::Nothing, RawCell::Count),
            if row.carried {
                text(words.yes.as_str())
            } else {
                RawCell::Nothing
            },
        ]
    }

    fn period_of(&self, period: RowPeriod) -> &str {
        let words = self.words();
        match period {
            RowPeriod::This => words.this.as_str(),
            RowPeriod::Previous => words.previous.as_str(),
            RowPeriod::Earlier => words.earlier.as_str(),
        }
    }

    fn class_of(&self, class: Option<ClassKind>) -> &str {
        let words = self.words();
        match class {
            Some(ClassKind::AnsweredNow) => words.class_now.as_str(),
            Some(ClassKind::VerifyLater) => words.class_later.as_str(),
            Some(ClassKind::ReportUpward) => words.class_upward.as_str(),
            None => words.class_none.as_str(),
        }
    }

    fn state_of(&self, state: RowState) -> &str {
        let words = self.words();
        match state {
            RowState::AnsweredThere => words.state_there.as_str(),
            RowState::OnTime => words.state_on_time.as_str(),
            RowState::Late => words.state_late.as_str(),
            RowState::Overdue => words.state_overdue.as_str(),
            RowState::Running => words.state_running.as_str(),
            RowState::WithSuperior => words.state_superior.as_str(),
            RowState::Unclassed => words.state_unclassed.as_str(),
        }
    }
}

fn text(words: &str) -> RawCell {
    RawCell::Words(words.to_owned())
}
