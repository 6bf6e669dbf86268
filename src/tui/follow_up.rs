//! The follow-up screen: sessions left, what is owed in the middle, the form being filled in below. `press` decides what a
//! key asks for, the loop carries it out, and only what is on disk is shown.

mod case;
mod detail;
mod drafts;
pub mod draw;
mod effect;
mod forms;
pub mod keymap;
mod list;
mod outcome;
mod panel;
mod rows;
pub mod run;
mod update;
pub mod view;
pub mod words;

pub use case::FollowedCase;
pub use drafts::FollowUpDrafts;
pub use effect::FollowUpEffect;
pub use rows::{OwedKey, OwedLine, OwedSubject};

use crate::tui::follow_up::words::FollowUpScreenMessage;
use chrono::NaiveDate;

use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::DEFAULT_WINDOW;
use crate::domain::follow_up::teller::FollowUpTeller;
use crate::domain::time::ClockReading;
use crate::tui::desk::form::Field;
use crate::tui::follow_up::words::FollowUpScreenWords;
use crate::tui::vn_input::Typing;
use update::OpenForm;

/// Which pane has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FollowUpPane {
    Sessions,
    #[default]
    Owed,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowUpTone {
    Good,
    Warning,
    Alarm,
}

/// What lies over the list.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of it at a time")]
enum FollowUpDialog {
    Form(OpenForm),
    Help,
}

/// The follow-up screen.
#[derive(Debug)]
pub struct FollowUpScreen {
    pub words: FollowUpScreenWords,
    pub teller: FollowUpTeller,
    /// How days were counted, in sentences.
    counting: Explainer,
    pub today: NaiveDate,
    pub window: u16,
    cases: Vec<FollowedCase>,
    /// The session that is shown; `None` for all.
    scope: Option<usize>,
    pane: FollowUpPane,
    filter: Field,
    rows: Vec<OwedLine>,
    selected: usize,
    dialog: Option<FollowUpDialog>,
    /// The form whose act is not on disk yet: it comes back if it cannot be entered.
    under: Option<OpenForm>,
    /// What was typed in forms that were left.
    set_aside: FollowUpDrafts,
    notice: Option<(FollowUpTone, String)>,
    typing: Typing,
    /// When the form was opened.
    opened: Option<ClockReading>,
    /// Where the last paper was written.
    folder: String,
}

impl FollowUpScreen {
    /// The screen over these sessions. With a single one it is shown alone.
    #[must_use]
    pub fn new(
        words: FollowUpScreenWords,
        (teller, counting): (FollowUpTeller, Explainer),
        typing: Typing,
        today: NaiveDate,
        cases: Vec<FollowedCase>,
    ) -> Self {
        let scope = (cases.len() == 1).then_some(0);
        let mut screen = Self {
            words,
            teller,
            counting,
            today,
            window: DEFAULT_WINDOW,
            cases,
            scope,
            pane: FollowUpPane::Owed,
            filter: Field::text(String::new(), ""),
            rows: Vec::new(),
            selected: 0,
            dialog: None,
            under: None,
            set_aside: FollowUpDrafts::default(),
            notice: None,
            typing,
            opened: None,
            folder: String::new(),
        };
        screen.list_anew();
        screen.selected = rows::proposed(&screen.rows);
        screen.tell_troubles();
        screen
    }

    /// Proposes a folder for papers.
    #[must_use]
    pub fn with_folder(mut self, folder: String) -> Self {
        self.folder = folder;
        self
    }

    /// Shows one session alone at first.
    #[must_use]
    pub fn with_session(mut self, folder: &std::path::Path) -> Self {
        let place = self.cases.iter().position(|case| case.folder == folder);
        self.scope = place.or(self.scope);
        self.list_anew();
        self.selected = rows::proposed(&self.rows);
        self
    }

    #[must_use]
    pub fn cases(&self) -> &[FollowedCase] {
        &self.cases
    }

    #[must_use]
    pub fn case(&self, session: usize) -> Option<&FollowedCase> {
        self.cases.get(session)
    }

    /// The row that keys are about.
    #[must_use]
    pub fn row(&self) -> Option<&OwedLine> {
        self.rows.get(self.selected)
    }

    #[must_use]
    pub fn rows(&self) -> &[OwedLine] {
        &self.rows
    }

    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_ref().map(|(_, text)| text.as_str())
    }

    pub fn notify(&mut self, tone: FollowUpTone, text: String) {
        self.notice = Some((tone, text));
    }

    fn tell_troubles(&mut self) {
        let troubles: Vec<String> = self
            .cases
            .iter()
            .filter_map(|case| {
                let cause = case.trouble.as_ref()?;
                Some(
                    self.words[FollowUpScreenMessage::Trouble]
                        .render(&[("session", &case.id), ("cause", cause)]),
                )
            })
            .collect();
        if !troubles.is_empty() {
            self.notify(FollowUpTone::Alarm, troubles.join("  ·  "));
        }
    }

    /// The list made anew from what is on disk; what was selected stays selected.
    fn list_anew(&mut self) {
        let before = self.row().map(|row| row.key.clone());
        self.rows = rows::lines(self);
        let same = before.and_then(|key| self.rows.iter().position(|row| row.key == key));
        self.selected = same.unwrap_or(self.selected.min(self.rows.len().saturating_sub(1)));
    }
}
