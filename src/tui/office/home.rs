//! The state of the first screen: which sessions there are, what was typed to find some, which is chosen, and what a key
//! comes to.

use std::cell::OnceCell;
use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::acts::OfficeAct;
use super::words::{OfficeNoticeMessage, OfficeWords};
use crate::domain::format;
use crate::domain::regulation::{RegulationId, Text};
use crate::domain::text::Search;
use crate::store::sessions::ListedSession;
use crate::tui::desk::form::Field;
use crate::tui::vn_input::Typing;

/// What is owed after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Owed {
    pub overdue: usize,
    pub soon: usize,
    pub running: usize,
}

impl Owed {
    #[must_use]
    pub const fn is_nothing(self) -> bool {
        self.overdue + self.soon + self.running == 0
    }
}

/// A session of the office.
#[derive(Debug, Clone)]
pub struct OfficeEntry {
    pub session: ListedSession,
    /// `None` where it is not known.
    pub owed: Option<Owed>,
}

/// What a rehearsal can be held under, the proposed one first.
pub type Regulations = Vec<(RegulationId, Text)>;

/// What was chosen, to be carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeChoice {
    Resume(PathBuf),
    Rehearse(RegulationId),
    Project(PathBuf),
    Export(PathBuf),
    Settings,
    Archive(PathBuf),
    DeleteRehearsal(PathBuf),
    Quit,
}

/// What a line of the table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfficeRow {
    /// The session of this number.
    Session(usize),
    /// The rehearsals, folded or not.
    Rehearsals,
}

/// Which part of the table a session stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum SessionGroup {
    Coming,
    Owing,
    Done,
    Rehearsal,
}

/// What lies over the table.
#[derive(Debug)]
pub(super) enum OfficeOver {
    Regulations(Regulations, usize),
    /// Whether a rehearsal is to be deleted.
    Delete(usize),
    Help,
}

/// The words that can be looked for in a session, read when they are first needed.
type WordsOf = Box<dyn Fn(&std::path::Path) -> String>;

/// The first screen.
pub struct Office {
    pub(super) entries: Vec<OfficeEntry>,
    /// Beside the entries, in their order.
    contents: OnceCell<Vec<String>>,
    words_of: WordsOf,
    pub(super) search: Field,
    typing: Typing,
    /// The entries that fit what is typed.
    pub(super) found: Vec<usize>,
    selected: usize,
    pub(super) is_unfolded: bool,
    pub(super) over: Option<OfficeOver>,
    pub(super) notice: Option<String>,
}

impl Office {
    /// The screen over these sessions.
    #[must_use]
    pub fn new(entries: Vec<OfficeEntry>, typing: Typing, words_of: WordsOf) -> Self {
        let mut office = Self {
            entries: Vec::new(),
            contents: OnceCell::new(),
            words_of,
            search: Field::text(String::new(), ""),
            typing,
            found: Vec::new(),
            selected: 0,
            is_unfolded: false,
            over: None,
            notice: None,
        };
        office.renew(entries);
        // Somebody who only rehearsed so far goes on with that.
        office.is_unfolded = office
            .entries
            .iter()
            .all(|entry| entry.session.is_rehearsal);
        office.selected = usize::from(office.is_unfolded && !office.entries.is_empty());
        office
    }

    /// The sessions as they are now; what is typed and chosen stays as far as it can.
    pub fn renew(&mut self, entries: Vec<OfficeEntry>) {
        self.entries = entries
            .into_iter()
            .filter(|entry| !entry.session.is_archived)
            .collect();
        self.contents = OnceCell::new();
        self.narrow();
    }

    /// Something to tell until the next key.
    pub fn notify(&mut self, text: String) {
        self.notice = Some(text);
    }

    pub(super) fn typed(&self) -> String {
        self.search.typed().to_owned()
    }

    fn narrow(&mut self) {
        let typed = self.typed();
        let search = Search::new(&typed);
        self.found = (0..self.entries.len()).collect();
        if !search.is_empty() {
            let contents = self.contents.get_or_init(|| {
                let folders = self.entries.iter().map(|entry| &entry.session.folder);
                folders.map(|folder| (self.words_of)(folder)).collect()
            });
            let fits = |index: &usize| {
                let entry = self.entries.get(*index);
                let content = contents.get(*index).map_or("", String::as_str);
                entry.is_some_and(|entry| fits(entry, content, &search, &typed))
            };
            let found: Vec<usize> = self.found.iter().copied().filter(fits).collect();
            self.found = found;
        }
        self.selected = self.selected.min(self.rows().len().saturating_sub(1));
    }

    pub(super) fn group_of(&self, index: usize) -> SessionGroup {
        let Some(entry) = self.entries.get(index) else {
            return SessionGroup::Done;
        };
        let standing = entry.session.standing.as_ref();
        if entry.session.is_rehearsal {
            SessionGroup::Rehearsal
        } else if !standing.is_some_and(|standing| standing.closed) {
            SessionGroup::Coming
        } else if entry.owed.is_some_and(|owed| !owed.is_nothing()) {
            SessionGroup::Owing
        } else {
            SessionGroup::Done
        }
    }

    /// The sessions found, in the order of the table: what is under way first, then what comes, what is owed, what is over.
    pub(super) fn in_order(&self) -> Vec<usize> {
        let mut order = self.found.clone();
        order.sort_by_cached_key(|index| {
            let group = self.group_of(*index);
            let standing = self
                .entries
                .get(*index)
                .and_then(|entry| entry.session.standing.as_ref());
            let has_begun = standing.is_some_and(|standing| standing.step.is_some());
            let day = standing.map_or(0, |standing| standing.held.and_utc().timestamp());
            // Entries come with the latest touched first; rehearsals and what is under way keep that.
            let by_day = match group {
                SessionGroup::Rehearsal => 0,
                SessionGroup::Coming if has_begun => 0,
                SessionGroup::Coming => day,
                SessionGroup::Owing | SessionGroup::Done => -day,
            };
            (group, !has_begun, by_day, *index)
        });
        order
    }

    /// The lines that can be chosen.
    pub(super) fn rows(&self) -> Vec<OfficeRow> {
        let order = self.in_order();
        let (rehearsals, sessions): (Vec<usize>, Vec<usize>) = order
            .into_iter()
            .partition(|index| self.group_of(*index) == SessionGroup::Rehearsal);
        let mut rows: Vec<OfficeRow> = sessions.into_iter().map(OfficeRow::Session).collect();
        if !rehearsals.is_empty() {
            rows.push(OfficeRow::Rehearsals);
            if self.shows_rehearsals() {
                rows.extend(rehearsals.into_iter().map(OfficeRow::Session));
            }
        }
        rows
    }

    /// Whether rehearsals stand in the table: also while something is looked for.
    pub(super) fn shows_rehearsals(&self) -> bool {
        self.is_unfolded || !self.typed().is_empty()
    }

    pub(super) fn selected(&self) -> usize {
        self.selected.min(self.rows().len().saturating_sub(1))
    }

    pub(super) fn selected_row(&self) -> Option<OfficeRow> {
        self.rows().get(self.selected()).copied()
    }

    pub(super) fn selected_entry(&self) -> Option<&OfficeEntry> {
        match self.selected_row()? {
            OfficeRow::Session(index) => self.entries.get(index),
            OfficeRow::Rehearsals => None,
        }
    }

    /// What a key comes to. The regulations are only read once a rehearsal is chosen.
    pub fn press(
        &mut self,
        key: KeyEvent,
        regulations: &dyn Fn() -> Regulations,
        words: &OfficeWords,
    ) -> Option<OfficeChoice> {
        self.notice = None;
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        if control && matches!(key.code, KeyCode::Char('c' | 'q')) {
            return Some(OfficeChoice::Quit);
        }
        if self.over.is_some() {
            return self.press_over(key);
        }
        if self.moves(key.code) {
            return None;
        }
        let is_looking = !self.typed().is_empty();
        if key.code == KeyCode::Enter || (key.code == KeyCode::Char(' ') && !is_looking) {
            return self.enter(regulations);
        }
        if key.code == KeyCode::Esc && is_looking {
            self.clear();
            return None;
        }
        if let Some(act) = OfficeAct::of(key.code) {
            return self.act(act, regulations, words);
        }
        self.search.press(key, &mut self.typing);
        self.selected = 0;
        self.narrow();
        None
    }

    /// Text that was pasted, into what is looked for.
    pub fn paste(&mut self, text: &str) {
        if self.over.is_none() {
            self.search.paste(text);
            self.selected = 0;
            self.narrow();
        }
    }

    fn clear(&mut self) {
        self.search = Field::text(String::new(), "");
        self.selected = 0;
        self.narrow();
    }

    /// Whether the key moves the choice.
    fn moves(&mut self, code: KeyCode) -> bool {
        let last = self.rows().len().saturating_sub(1);
        let here = self.selected();
        self.selected = if matches!(code, KeyCode::Up | KeyCode::BackTab) {
            here.saturating_sub(1)
        } else if matches!(code, KeyCode::Down | KeyCode::Tab) {
            (here + 1).min(last)
        } else if code == KeyCode::PageUp {
            here.saturating_sub(10)
        } else if code == KeyCode::PageDown {
            (here + 10).min(last)
        } else if code == KeyCode::Home {
            0
        } else if code == KeyCode::End {
            last
        } else {
            return false;
        };
        true
    }

    fn enter(&mut self, regulations: &dyn Fn() -> Regulations) -> Option<OfficeChoice> {
        match self.selected_row() {
            Some(OfficeRow::Session(index)) => {
                let entry = self.entries.get(index)?;
                Some(OfficeChoice::Resume(entry.session.folder.clone()))
            }
            Some(OfficeRow::Rehearsals) => {
                self.is_unfolded = !self.is_unfolded;
                None
            }
            None if self.entries.is_empty() => {
                self.over = Some(OfficeOver::Regulations(regulations(), 0));
                None
            }
            None => None,
        }
    }

    fn act(
        &mut self,
        act: OfficeAct,
        regulations: &dyn Fn() -> Regulations,
        words: &OfficeWords,
    ) -> Option<OfficeChoice> {
        let selected = self
            .selected_entry()
            .map(|entry| entry.session.folder.clone());
        match act {
            OfficeAct::Help => self.over = Some(OfficeOver::Help),
            OfficeAct::Rehearse => self.over = Some(OfficeOver::Regulations(regulations(), 0)),
            OfficeAct::Leave => return Some(OfficeChoice::Quit),
            OfficeAct::Settings => return Some(OfficeChoice::Settings),
            OfficeAct::Project | OfficeAct::Export | OfficeAct::PutAway if selected.is_none() => {
                self.notice = Some(words.notices[OfficeNoticeMessage::NothingSelected].to_string());
            }
            OfficeAct::Project => return selected.map(OfficeChoice::Project),
            OfficeAct::Export => return selected.map(OfficeChoice::Export),
            OfficeAct::PutAway => return self.put_away(words),
        }
        None
    }

    fn put_away(&mut self, words: &OfficeWords) -> Option<OfficeChoice> {
        let Some(OfficeRow::Session(index)) = self.selected_row() else {
            return None;
        };
        let session = &self.entries.get(index)?.session;
        let standing = session.standing.as_ref();
        if session.is_rehearsal {
            self.over = Some(OfficeOver::Delete(index));
            None
        } else if standing.is_some_and(|standing| standing.closed) {
            Some(OfficeChoice::Archive(session.folder.clone()))
        } else {
            let text =
                words.notices[OfficeNoticeMessage::OnlyClosed].render(&[("id", &session.id)]);
            self.notice = Some(text);
            None
        }
    }

    fn press_over(&mut self, key: KeyEvent) -> Option<OfficeChoice> {
        let accepts = matches!(key.code, KeyCode::Enter);
        match self.over.take()? {
            OfficeOver::Delete(index) if accepts => {
                let entry = self.entries.get(index)?;
                Some(OfficeChoice::DeleteRehearsal(entry.session.folder.clone()))
            }
            // Any other key leaves it where it is.
            OfficeOver::Delete(_) | OfficeOver::Help => None,
            OfficeOver::Regulations(offered, selected) => {
                if accepts || key.code == KeyCode::Char(' ') {
                    let chosen = offered.get(selected).map(|(id, _)| id.clone())?;
                    return Some(OfficeChoice::Rehearse(chosen));
                }
                let last = offered.len().saturating_sub(1);
                if key.code == KeyCode::Esc {
                    return None;
                }
                let selected = if matches!(key.code, KeyCode::Up | KeyCode::BackTab) {
                    selected.saturating_sub(1)
                } else if matches!(key.code, KeyCode::Down | KeyCode::Tab) {
                    (selected + 1).min(last)
                } else if matches!(key.code, KeyCode::Home | KeyCode::PageUp) {
                    0
                } else if matches!(key.code, KeyCode::End | KeyCode::PageDown) {
                    last
                } else {
                    selected
                };
                self.over = Some(OfficeOver::Regulations(offered, selected));
                None
            }
        }
    }
}

/// Whether a session has what is looked for: in its title, day, place, chair, id, or in what was written down of it.
fn fits(entry: &OfficeEntry, content: &str, search: &Search, typed: &str) -> bool {
    let session = &entry.session;
    let Some(standing) = &session.standing else {
        return session.id.contains(typed.trim());
    };
    let day: NaiveDate = standing.held.date();
    let regulation = &standing.regulation;
    let about = [
        standing.title.as_str(),
        &format::date(day),
        &session.id,
        &standing.place,
        &standing.chair,
        &regulation.vi,
        &regulation.en,
        content,
    ]
    .join("\n");
    // A day is typed with its strokes, which are no letters to the search.
    format::date(day).contains(typed.trim()) || search.score(&about).is_some()
}
