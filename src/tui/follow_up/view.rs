//! The data of the follow-up screen: everything that is drawn, in words. Decides nothing.

use super::update::OpenForm;
use super::{FollowUpDialog, FollowUpPane, FollowUpScreen, FollowUpTone};
use crate::domain::follow_up::{DueState, OwedCounts, counts_of, due_list};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::tui::desk::view::overlay::FieldView;
use crate::tui::desk::view::overlay::fields;
use crate::tui::follow_up::words::{FollowUpScreenMessage, FollowUpScreenWords};

/// A line of the list of sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionLine {
    pub title: String,
    pub hint: String,
    pub is_overdue: bool,
    pub selected: bool,
}

/// A row of the list of what is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwedRowView {
    pub heading: Option<String>,
    pub sign: &'static str,
    pub state: DueState,
    pub state_text: String,
    pub day: String,
    pub what: String,
    pub agency: String,
    pub selected: bool,
}

/// A form that is filled in, or the page of keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpPanel {
    pub title: String,
    pub intro: Vec<String>,
    pub complaint: Option<String>,
    pub fields: Vec<FieldView>,
    /// Keys and what they do.
    pub lines: Vec<(String, String)>,
    pub keys: String,
}

/// Everything that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUpView {
    pub title: String,
    pub counts: String,
    pub has_overdue: bool,
    pub today: String,
    pub sessions: Vec<SessionLine>,
    pub sessions_title: String,
    pub sessions_have_keys: bool,
    pub owed_title: String,
    pub filter: String,
    pub filter_hint: String,
    pub rows: Vec<OwedRowView>,
    pub empty: String,
    /// What is known of the selected row, line by line; the first is its heading.
    pub detail: Vec<String>,
    pub notice: Option<(FollowUpTone, String)>,
    /// Keys and what they do.
    pub keys: Vec<(String, String)>,
    pub panel: Option<FollowUpPanel>,
    /// That there is more above, and below.
    pub more: (Message, Message),
}

/// The sign of a state: never colour alone.
#[must_use]
pub const fn sign(state: DueState) -> &'static str {
    match state {
        DueState::Overdue { .. } => "!!",
        DueState::Due { .. } => "! ",
        DueState::Running { .. } => "· ",
        DueState::AwaitsNotice => "… ",
        DueState::WithSuperior => "↑ ",
        DueState::NoLimit => "– ",
        DueState::Uncounted { .. } => "? ",
        DueState::Done { .. } => "✓ ",
        DueState::DoneLate { .. } => "✓!",
    }
}

impl FollowUpScreen {
    /// The screen's data.
    #[must_use]
    pub fn view(&self) -> FollowUpView {
        let words = &self.words;
        let counts = self.counts(None);
        FollowUpView {
            title: words[FollowUpScreenMessage::Title].to_string(),
            counts: words[FollowUpScreenMessage::Counts].render(&[
                ("overdue", &counts.overdue),
                ("due", &counts.due),
                ("open", &counts.open),
            ]),
            has_overdue: counts.overdue > 0,
            today: format::date(self.today),
            sessions: self.session_lines(),
            sessions_title: words[FollowUpScreenMessage::Sessions].to_string(),
            sessions_have_keys: self.pane == FollowUpPane::Sessions,
            owed_title: words[FollowUpScreenMessage::Owed].to_string(),
            filter: self.filter.typed().to_owned(),
            filter_hint: words[FollowUpScreenMessage::FilterHint].to_string(),
            rows: self.row_views(),
            empty: if self.cases.is_empty() {
                words[FollowUpScreenMessage::NothingOwed].to_string()
            } else {
                words[FollowUpScreenMessage::NothingFound].to_string()
            },
            detail: self.row().map_or_else(Vec::new, |row| self.detail(row)),
            notice: self.notice.clone().or_else(|| self.amendment_notice()),
            // A form or a page names its own.
            keys: if self.dialog.is_some() {
                Vec::new()
            } else {
                self.bottom_keys()
            },
            panel: self.panel(),
            more: (
                words[FollowUpScreenMessage::MoreAbove].clone(),
                words[FollowUpScreenMessage::MoreBelow].clone(),
            ),
        }
    }

    fn counts(&self, only: Option<usize>) -> OwedCounts {
        // A report that several sessions of one office point at is owed once.
        let cases = self.cases.iter().enumerate();
        counts_of(&due_list(
            cases
                .filter(|(place, _)| only.is_none_or(|only| only == *place))
                .map(|(_, case)| (case.id.as_str(), &case.promises, &case.overview)),
        ))
    }

    fn session_lines(&self) -> Vec<SessionLine> {
        let words = &self.words;
        let line = |title: String, counts: OwedCounts, selected| SessionLine {
            title,
            hint: if counts.overdue + counts.due == 0 {
                words[FollowUpScreenMessage::SessionClear].to_string()
            } else {
                words[FollowUpScreenMessage::SessionCounts]
                    .render(&[("overdue", &counts.overdue), ("due", &counts.due)])
            },
            is_overdue: counts.overdue > 0,
            selected,
        };
        let all = line(
            words[FollowUpScreenMessage::AllSessions].to_string(),
            self.counts(None),
            self.scope.is_none(),
        );
        let each = self.cases.iter().enumerate().map(|(place, case)| {
            let title = format!(
                "{} {}",
                format::date(case.promises.held),
                case.promises.title
            );
            line(title, self.counts(Some(place)), self.scope == Some(place))
        });
        std::iter::once(all).chain(each).collect()
    }

    fn row_views(&self) -> Vec<OwedRowView> {
        let rows = self.rows.iter().enumerate();
        rows.map(|(place, row)| OwedRowView {
            heading: row.heading.clone(),
            sign: sign(row.state),
            state: row.state,
            state_text: row.state_text.clone(),
            day: row.day.map_or_else(|| "–".to_owned(), format::date),
            what: row.what.clone(),
            agency: row.agency.clone(),
            selected: place == self.selected,
        })
        .collect()
    }

    /// The journal was amended since somebody last looked.
    fn amendment_notice(&self) -> Option<(FollowUpTone, String)> {
        let (words, teller) = (&self.words, &self.teller);
        let case = self.cases.get(self.session_meant()?)?;
        if case.amended.is_empty() {
            return None;
        }
        let changes = case.amended.iter().map(|change| {
            let class = |item: &Option<crate::domain::follow_up::ItemSummary>, none: &str| {
                item.as_ref()
                    .map_or_else(|| none.to_owned(), |item| teller.class(item.class))
            };
            words[FollowUpScreenMessage::AmendedBefore].render(&[
                ("item", &change.item),
                (
                    "before",
                    &class(
                        &change.before,
                        words[FollowUpScreenMessage::AmendedNew].as_str(),
                    ),
                ),
                (
                    "now",
                    &class(
                        &change.now,
                        words[FollowUpScreenMessage::AmendedGone].as_str(),
                    ),
                ),
            ])
        });
        let items: Vec<String> = changes.collect();
        let text = words[FollowUpScreenMessage::Amended].render(&[("items", &items.join(", "))]);
        Some((FollowUpTone::Warning, text))
    }

    fn bottom_keys(&self) -> Vec<(String, String)> {
        use super::keymap::{FOLLOW_UP_KEYS, FollowUpAction, FollowUpBinding, key_name};
        let is_wanted = |action| {
            !matches!(
                action,
                FollowUpAction::Up
                    | FollowUpAction::Down
                    | FollowUpAction::PageUp
                    | FollowUpAction::PageDown
                    | FollowUpAction::First
                    | FollowUpAction::Last
                    | FollowUpAction::Quit
                    | FollowUpAction::Redo
                    | FollowUpAction::AcceptAmendment
            )
        };
        // How to get help and away stands first; without a promise in sight there is nothing else to do.
        let leads = |action| matches!(action, FollowUpAction::Help | FollowUpAction::Leave);
        let has_row = self.row().is_some();
        let (first, others): (Vec<&FollowUpBinding>, Vec<&FollowUpBinding>) = FOLLOW_UP_KEYS
            .iter()
            .filter(|binding| is_wanted(binding.action))
            .partition(|binding| leads(binding.action));
        let mut seen = Vec::new();
        let mut keys = Vec::new();
        for binding in first
            .into_iter()
            .chain(others.into_iter().filter(|_| has_row))
        {
            if !seen.contains(&binding.action) {
                seen.push(binding.action);
                keys.push((key_name(binding), self.words[binding.words].to_string()));
            }
        }
        keys
    }

    fn panel(&self) -> Option<FollowUpPanel> {
        let words = &self.words;
        Some(match self.dialog.as_ref()? {
            FollowUpDialog::Form(OpenForm { form, .. }) => FollowUpPanel {
                title: form.title.clone(),
                intro: form.intro.clone(),
                complaint: form.complaint.clone(),
                fields: fields::view(form),
                lines: Vec::new(),
                keys: words[FollowUpScreenMessage::KeysForm].to_string(),
            },
            FollowUpDialog::Help => FollowUpPanel {
                title: words[FollowUpScreenMessage::HelpTitle].to_string(),
                intro: Vec::new(),
                complaint: None,
                fields: Vec::new(),
                lines: all_keys(words),
                keys: words[FollowUpScreenMessage::KeysPage].to_string(),
            },
        })
    }
}

/// Every key; those behind each other that do the same stand together.
fn all_keys(words: &FollowUpScreenWords) -> Vec<(String, String)> {
    use super::keymap::{FOLLOW_UP_KEYS, key_name};
    let mut told: Vec<(String, String)> = Vec::new();
    for binding in FOLLOW_UP_KEYS {
        let does = words[binding.words].to_string();
        match told.last_mut() {
            Some((keys, known)) if *known == does => {
                keys.push(' ');
                keys.push_str(&key_name(binding));
            }
            Some(_) | None => told.push((key_name(binding), does)),
        }
    }
    told
}
