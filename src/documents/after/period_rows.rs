//! The raw rows of the workbook as data: one for each session, one for each item.

use crate::documents::words::AfterMessage;
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
            &words[AfterMessage::ColSession],
            &words[AfterMessage::ColPeriod],
            &words[AfterMessage::ColBody],
            &words[AfterMessage::ColTitle],
            &words[AfterMessage::ColChair],
            &words[AfterMessage::ColOffice],
            &words[AfterMessage::ColHeld],
            &words[AfterMessage::ColMode],
            &words[AfterMessage::ColRegulation],
            &words[AfterMessage::ColSpoke],
            &words[AfterMessage::ColNoticeDue],
            &words[AfterMessage::ColNoticeOn],
            &words[AfterMessage::ColNoticeLate],
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
                text(words[AfterMessage::Yes].as_str())
            } else {
                RawCell::Nothing
            },
        ]
    }

    /// The head and the rows of the items.
    pub fn item_rows(&self) -> (Vec<String>, Vec<Vec<RawCell>>) {
        let words = self.words();
        let heads = [
            &words[AfterMessage::ColSession],
            &words[AfterMessage::ColPeriod],
            &words[AfterMessage::ColBody],
            &words[AfterMessage::ColItem],
            &words[AfterMessage::ColPerson],
            &words[AfterMessage::ColVillage],
            &words[AfterMessage::ColText],
            &words[AfterMessage::ColField],
            &words[AfterMessage::ColClass],
            &words[AfterMessage::ColAgency],
            &words[AfterMessage::ColDue],
            &words[AfterMessage::ColAnswered],
            &words[AfterMessage::ColState],
            &words[AfterMessage::ColDaysLate],
            &words[AfterMessage::ColCarried],
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
                text(words[AfterMessage::Yes].as_str())
            } else {
                RawCell::Nothing
            },
        ]
    }

    fn period_of(&self, period: RowPeriod) -> &str {
        let words = self.words();
        match period {
            RowPeriod::This => words[AfterMessage::This].as_str(),
            RowPeriod::Previous => words[AfterMessage::Previous].as_str(),
            RowPeriod::Earlier => words[AfterMessage::Earlier].as_str(),
        }
    }

    fn class_of(&self, class: Option<ClassKind>) -> &str {
        let words = self.words();
        match class {
            Some(ClassKind::AnsweredNow) => words[AfterMessage::ClassNow].as_str(),
            Some(ClassKind::VerifyLater) => words[AfterMessage::ClassLater].as_str(),
            Some(ClassKind::ReportUpward) => words[AfterMessage::ClassUpward].as_str(),
            None => words[AfterMessage::ClassNone].as_str(),
        }
    }

    fn state_of(&self, state: RowState) -> &str {
        let words = self.words();
        match state {
            RowState::AnsweredThere => words[AfterMessage::StateThere].as_str(),
            RowState::OnTime => words[AfterMessage::StateOnTime].as_str(),
            RowState::Late => words[AfterMessage::StateLate].as_str(),
            RowState::Overdue => words[AfterMessage::StateOverdue].as_str(),
            RowState::Running => words[AfterMessage::StateRunning].as_str(),
            RowState::WithSuperior => words[AfterMessage::StateSuperior].as_str(),
            RowState::Unclassed => words[AfterMessage::StateUnclassed].as_str(),
        }
    }
}

fn text(words: &str) -> RawCell {
    RawCell::Words(words.to_owned())
}
