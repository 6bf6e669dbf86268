//! What a key of the first screen comes to: the table is moved about in, a list is chosen from, or something is to be carried
//! out. It changes nothing but the screen.

use std::path::PathBuf;

use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::acts::OfficeAct;
use super::choice::{OfficeChoice, Regulations};
use super::home::{Office, OfficeOver, OfficeRow};
use super::offers::Offers;
use super::words::{OfficeNoticeMessage, OfficeWords};
use crate::domain::i18n::Lang;
use crate::tui::desk::form::Field;

/// So many lines of the help a page goes on.
const HELP_PAGE: usize = 5;

/// What a key is read with. What is costly is only asked once it is needed.
#[derive(Clone, Copy)]
pub struct OfficeAsks<'a> {
    pub regulations: &'a dyn Fn() -> Regulations,
    /// Whether a new plan was begun and not finished.
    pub has_draft: &'a dyn Fn() -> bool,
    pub today: NaiveDate,
    pub lang: Lang,
    pub words: &'a OfficeWords,
}

impl Office {
    /// What a key comes to.
    pub fn press(&mut self, key: KeyEvent, asks: &OfficeAsks<'_>) -> Option<OfficeChoice> {
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
            return self.enter(asks);
        }
        if key.code == KeyCode::Esc && is_looking {
            self.clear();
            return None;
        }
        if let Some(act) = OfficeAct::of(key.code) {
            return self.act(act, asks);
        }
        self.search.press(key, &mut self.typing);
        self.has_moved = true;
        self.narrow();
        self.selected = self.best();
        None
    }

    /// Text that was pasted, into what is looked for.
    pub fn paste(&mut self, text: &str) {
        if self.over.is_none() {
            self.search.paste(text);
            self.narrow();
            self.selected = self.best();
        }
    }

    fn clear(&mut self) {
        self.search = Field::text(String::new(), "");
        self.has_moved = false;
        self.selected = 0;
        self.narrow();
    }

    /// Whether the key moves the choice.
    fn moves(&mut self, code: KeyCode) -> bool {
        let last = self.rows().len().saturating_sub(1);
        let Some(selected) = moved(code, self.selected(), last, 10) else {
            return false;
        };
        self.selected = selected;
        self.has_moved = true;
        true
    }

    fn enter(&mut self, asks: &OfficeAsks<'_>) -> Option<OfficeChoice> {
        match self.selected_row() {
            Some(OfficeRow::Session(index)) => {
                let entry = self.entries.get(index)?;
                Some(OfficeChoice::Resume(entry.session.folder.clone()))
            }
            // While something is looked for, what fits is in sight anyway.
            Some(OfficeRow::Rehearsals) if !self.typed().is_empty() => None,
            Some(OfficeRow::Rehearsals) => {
                self.is_unfolded = !self.is_unfolded;
                None
            }
            None if self.entries.is_empty() => {
                self.offer(Offers::to_rehearse((asks.regulations)(), asks.lang));
                None
            }
            None => None,
        }
    }

    fn offer(&mut self, offers: Offers) {
        self.over = Some(OfficeOver::Offers(offers));
    }

    fn act(&mut self, act: OfficeAct, asks: &OfficeAsks<'_>) -> Option<OfficeChoice> {
        let words = asks.words;
        let selected = self
            .selected_entry()
            .map(|entry| entry.session.folder.clone());
        match act {
            OfficeAct::Help => self.over = Some(OfficeOver::Help(0)),
            OfficeAct::New => {
                let offers = Offers::for_new((asks.has_draft)(), self.last_session(), words);
                self.offer(offers);
            }
            OfficeAct::Rehearse => {
                self.offer(Offers::to_rehearse((asks.regulations)(), asks.lang));
            }
            OfficeAct::Leave => return Some(OfficeChoice::Quit),
            OfficeAct::Settings => return Some(OfficeChoice::Settings),
            OfficeAct::FollowUp => {
                // Until somebody chose a session, all of them are shown.
                let closed = self.selected_closed().filter(|_| self.has_moved);
                let folder = closed.map(|entry| entry.session.folder.clone());
                return Some(OfficeChoice::FollowUp(folder));
            }
            OfficeAct::Report => {
                let offers = Offers::to_report(asks.today, self.selected_closed(), words);
                self.offer(offers);
            }
            OfficeAct::Prepare | OfficeAct::Project | OfficeAct::Export | OfficeAct::PutAway
                if selected.is_none() =>
            {
                self.notice = Some(words.notices[OfficeNoticeMessage::NothingSelected].to_string());
            }
            OfficeAct::Prepare => self.prepare(words),
            OfficeAct::Project => return selected.map(OfficeChoice::Project),
            OfficeAct::Export => return self.export(selected?, words),
            OfficeAct::PutAway => return self.put_away(words),
        }
        None
    }

    fn prepare(&mut self, words: &OfficeWords) {
        let Some(entry) = self.selected_entry() else {
            return;
        };
        if self.selected_closed().is_some() {
            let id = &entry.session.id;
            let text = words.notices[OfficeNoticeMessage::OnlyOpen].render(&[("id", id)]);
            self.notice = Some(text);
        } else {
            let offers = Offers::to_prepare(entry, words);
            self.offer(offers);
        }
    }

    /// A dossier of what was held; of a session that was not begun only after asking.
    fn export(&mut self, folder: PathBuf, words: &OfficeWords) -> Option<OfficeChoice> {
        let standing = self
            .selected_entry()
            .and_then(|entry| entry.session.standing.as_ref());
        if standing.is_some_and(|standing| standing.step.is_none() && !standing.closed) {
            self.offer(Offers::to_export(folder, words));
            return None;
        }
        Some(OfficeChoice::Export(folder))
    }

    fn put_away(&mut self, words: &OfficeWords) -> Option<OfficeChoice> {
        let Some(OfficeRow::Session(index)) = self.selected_row() else {
            return None;
        };
        let session = &self.entries.get(index)?.session;
        if session.is_rehearsal {
            self.over = Some(OfficeOver::Delete(index));
            None
        } else if self.selected_closed().is_some() {
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
            OfficeOver::Delete(_) => None,
            OfficeOver::Help(here) => {
                let last = Self::help_lines().saturating_sub(1);
                // What turns no page closes it.
                self.over = moved(key.code, here, last, HELP_PAGE).map(OfficeOver::Help);
                None
            }
            OfficeOver::Offers(mut offers) => {
                if accepts || key.code == KeyCode::Char(' ') {
                    let chosen = offers.all.into_iter().nth(offers.selected);
                    return chosen.map(|offer| offer.choice);
                }
                if key.code == KeyCode::Esc {
                    return None;
                }
                let last = offers.all.len().saturating_sub(1);
                let by = offers.all.len();
                offers.selected =
                    moved(key.code, offers.selected, last, by).unwrap_or(offers.selected);
                self.over = Some(OfficeOver::Offers(offers));
                None
            }
        }
    }
}

/// Where a key goes to in a list of lines; a page is so many of them.
fn moved(code: KeyCode, here: usize, last: usize, page: usize) -> Option<usize> {
    if matches!(code, KeyCode::Up | KeyCode::BackTab) {
        Some(here.saturating_sub(1))
    } else if matches!(code, KeyCode::Down | KeyCode::Tab) {
        Some((here + 1).min(last))
    } else if code == KeyCode::PageUp {
        Some(here.saturating_sub(page))
    } else if code == KeyCode::PageDown {
        Some((here + page).min(last))
    } else if code == KeyCode::Home {
        Some(0)
    } else if code == KeyCode::End {
        Some(last)
    } else {
        None
    }
}
