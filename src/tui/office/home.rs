//! The state of the first screen: which sessions there are, what is owed of them, what was typed to find some, and which is
//! chosen. What a key comes to is beside it.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::choice::{OfficeEntry, OfficeOwed, Owed};
use super::offers::Offers;
use crate::domain::format;
use crate::domain::text::Search;
use crate::tui::desk::form::Field;
use crate::tui::vn_input::Typing;

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
    /// Its day is over, and nobody began it.
    Missed,
    Owing,
    Done,
    Rehearsal,
}

/// What lies over the table.
#[derive(Debug)]
pub(super) enum OfficeOver {
    Offers(Offers),
    /// Whether a rehearsal is to be deleted.
    Delete(usize),
    /// The place of the line that is read.
    Help(usize),
}

/// The words that can be looked for in a session, read when they are first needed.
type WordsOf = Box<dyn Fn(&Path) -> String>;

/// The first screen.
pub struct Office {
    pub(super) entries: Vec<OfficeEntry>,
    /// Beside the entries, in their order.
    contents: OnceCell<Vec<String>>,
    words_of: WordsOf,
    pub(super) search: Field,
    pub(super) typing: Typing,
    /// The entries that fit what is typed.
    pub(super) found: Vec<usize>,
    pub(super) selected: usize,
    /// Somebody chose a line; until then the first is proposed.
    pub(super) has_moved: bool,
    pub(super) is_unfolded: bool,
    pub(super) over: Option<OfficeOver>,
    pub(super) notice: Option<String>,
    /// What is owed, once it was counted, and on which day.
    owed: OfficeOwed,
    counted_on: Option<NaiveDate>,
    /// The day it is, once somebody said so.
    today: Option<NaiveDate>,
    /// The entries in whose title or day all that is typed stands.
    in_title: Vec<usize>,
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
            has_moved: false,
            is_unfolded: false,
            over: None,
            notice: None,
            owed: OfficeOwed::default(),
            counted_on: None,
            today: None,
            in_title: Vec::new(),
        };
        office.renew(entries);
        // Somebody who only rehearsed so far goes on with that.
        office.is_unfolded = office
            .entries
            .iter()
            .all(|entry| entry.session.is_rehearsal);
        office.selected = office.proposed();
        office
    }

    fn proposed(&self) -> usize {
        usize::from(self.is_unfolded && !self.entries.is_empty())
    }

    /// The sessions as they are now; what is typed and chosen stays as far as it can. What is owed is to be counted again.
    pub fn renew(&mut self, entries: Vec<OfficeEntry>) {
        let chosen = self.chosen_folder();
        self.entries = entries
            .into_iter()
            .filter(|entry| !entry.session.is_archived)
            .collect();
        self.contents = OnceCell::new();
        self.counted_on = None;
        self.give_owed();
        self.narrow();
        if let Some(folder) = chosen {
            self.go_to(&folder);
        }
    }

    /// Says which day it is: sessions whose day is over stand apart from those that come.
    pub fn on_day(&mut self, today: NaiveDate) {
        if self.today == Some(today) {
            return;
        }
        let chosen = self.chosen_folder().filter(|_| self.has_moved);
        self.today = Some(today);
        self.narrow();
        match chosen {
            Some(folder) => self.go_to(&folder),
            None => self.selected = self.proposed(),
        }
    }

    /// Whether what is owed is not known for this day.
    #[must_use]
    pub fn needs_counting(&self, today: NaiveDate) -> bool {
        self.counted_on != Some(today)
    }

    /// What is owed, as it was counted for a day. The chosen session stays chosen.
    pub fn set_owed(&mut self, owed: OfficeOwed, today: NaiveDate) {
        self.today = Some(today);
        let chosen = self.chosen_folder();
        self.owed = owed;
        self.counted_on = Some(today);
        self.give_owed();
        self.narrow();
        match chosen {
            Some(folder) if self.has_moved => self.go_to(&folder),
            Some(_) | None if !self.has_moved => self.selected = self.proposed(),
            Some(_) | None => {}
        }
    }

    fn give_owed(&mut self) {
        for entry in &mut self.entries {
            if let Some(owed) = self.owed.sessions.get(&entry.session.folder) {
                entry.owed = Some(*owed);
            }
        }
    }

    pub(super) const fn owed(&self) -> &OfficeOwed {
        &self.owed
    }

    /// What is owed of the session of a folder.
    #[must_use]
    pub fn owed_of(&self, folder: &Path) -> Owed {
        self.owed.sessions.get(folder).copied().unwrap_or_default()
    }

    fn chosen_folder(&self) -> Option<PathBuf> {
        let entry = self.selected_entry()?;
        Some(entry.session.folder.clone())
    }

    /// Chooses the session of a folder, where it is in the table, until somebody chooses another.
    pub fn select(&mut self, folder: &Path) {
        self.has_moved = true;
        self.go_to(folder);
    }

    fn go_to(&mut self, folder: &Path) {
        let place = self.rows().into_iter().position(|row| match row {
            OfficeRow::Session(index) => self
                .entries
                .get(index)
                .is_some_and(|entry| entry.session.folder == folder),
            OfficeRow::Rehearsals => false,
        });
        if let Some(place) = place {
            self.selected = place;
        }
    }

    /// The chosen session, where it is over and no rehearsal.
    pub(super) fn selected_closed(&self) -> Option<&OfficeEntry> {
        self.selected_entry().filter(|entry| {
            let standing = entry.session.standing.as_ref();
            !entry.session.is_rehearsal && standing.is_some_and(|standing| standing.closed)
        })
    }

    /// The session held last, or prepared last, that was no rehearsal.
    pub(super) fn last_session(&self) -> Option<&OfficeEntry> {
        self.entries
            .iter()
            .find(|entry| !entry.session.is_rehearsal && entry.session.standing.is_some())
    }

    /// Something to tell until the next key.
    pub fn notify(&mut self, text: String) {
        self.notice = Some(text);
    }

    pub(super) fn typed(&self) -> String {
        self.search.typed().to_owned()
    }

    pub(super) fn narrow(&mut self) {
        let typed = self.typed();
        let search = Search::new(&typed);
        self.found = (0..self.entries.len()).collect();
        self.in_title.clear();
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
            let by_title = |index: &usize| {
                let entry = self.entries.get(*index);
                entry.is_some_and(|entry| is_in_title(entry, &search, &typed))
            };
            self.in_title = found.iter().copied().filter(by_title).collect();
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
            let is_missed = |today: NaiveDate| {
                standing
                    .is_some_and(|standing| standing.step.is_none() && standing.held.date() < today)
            };
            if self.today.is_some_and(is_missed) {
                SessionGroup::Missed
            } else {
                SessionGroup::Coming
            }
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
                SessionGroup::Missed | SessionGroup::Owing | SessionGroup::Done => -day,
            };
            let is_in_title = self.in_title.contains(index);
            (group, !is_in_title, !has_begun, by_day, *index)
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

    /// The line that fits best what is typed: a session with it in its title, else the first session.
    pub(super) fn best(&self) -> usize {
        let rows = self.rows();
        let has_title = |row: &OfficeRow| match row {
            OfficeRow::Session(index) => self.in_title.contains(index),
            OfficeRow::Rehearsals => false,
        };
        let is_session = |row: &OfficeRow| matches!(row, OfficeRow::Session(_));
        let titled = rows.iter().position(has_title);
        titled
            .or_else(|| rows.iter().position(is_session))
            .unwrap_or(0)
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
}

/// Whether what is looked for stands in a session's title or day, and not only in what was said there.
fn is_in_title(entry: &OfficeEntry, search: &Search, typed: &str) -> bool {
    let standing = entry.session.standing.as_ref();
    standing.is_some_and(|standing| {
        let day = format::date(standing.held.date());
        day.contains(typed.trim())
            || search
                .score(&format!("{}\n{day}", standing.title))
                .is_some()
    })
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
