//! The aide's desk: what her keys mean, what lies open on the screen, and what is asked of the session.
//!
//! The way of one key press: key → `keymap` → `Action` → `Desk::press` → `Effect` → the session decides, the
//! journal writes, the session applies (`run`) → `region` makes data and draws it. The desk itself changes no session
//! and reads no clock.

mod accept_dialog;
pub mod action;
pub(in crate::tui) mod arrivals;
mod at_station;
pub mod dialog;
mod disk;
pub mod draft;
pub mod effect;
pub mod form;
mod hall;
mod halls;
pub mod import;
pub mod input;
pub mod keymap;
pub mod messages;
mod narrow;
mod open_dialog;
mod outside;
pub mod phrases;
pub mod picker;
mod possible;
mod promise;
mod prompts;
mod question;
mod repeat;
mod resume;
pub mod run;
mod selection;
pub mod station_name;
mod stations;
mod update;
pub mod view;
pub mod words;

use std::path::PathBuf;

use crossterm::event::KeyModifiers;

use crate::domain::deadlines::Basis;
use crate::domain::i18n::Lang;
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::{Class, ItemId};
use crate::domain::session::plan::Number;
use crate::domain::session::rejection::Rejection;
use crate::domain::time::{ClockReading, SessionTime};
use crate::store::journal::Mismatch;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::vn_input::Typing;
use dialog::kind::DialogKind;
use dialog::panel::{Dialog, Panel};
use draft::Draft;
pub use effect::Effect;
use input::{Press, StrayTyping};
use keymap::{Key, Mode};
use repeat::Repeats;
use words::DeskWords;

/// Which list has the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pane {
    #[default]
    Queue,
    Items,
    /// The prepared answer and whatever else stands under the clock.
    Floor,
}

/// A line that stays until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskNotice {
    pub text: String,
    pub tone: Severity,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Good,
    Warning,
    /// The disk did not take a record.
    Alarm,
}

/// What lies on the aide's screen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent switches of one screen; each is asked where it is drawn"
)]
#[derive(Debug)]
pub struct Desk {
    pub words: DeskWords,
    pub lang: Lang,
    focus: Pane,
    /// Chosen with the arrows; otherwise the first who waits.
    person: Option<Number>,
    /// Chosen with the arrows; otherwise the item in question.
    item: Option<ItemId>,
    /// The item whose card was opened: the class keys are about it until it is closed.
    card: Option<ItemId>,
    /// How far the texts under the clock are scrolled.
    scrolled: usize,
    dialog: Option<Dialog>,
    /// Forms whose act is not on disk yet, the last on top: what was typed comes back if it cannot be done.
    under: Vec<Dialog>,
    /// The gate led to what is being done, and comes back after it.
    from_gate: bool,
    notice: Option<DeskNotice>,
    basis: Basis,
    typing: Typing,
    stray: StrayTyping,
    repeats: Repeats,
    /// What was being typed when the program went away, until it is offered again.
    left_behind: Option<Draft>,
    /// What was typed in forms that were left without being accepted.
    set_aside: Vec<Draft>,
    /// The disk did not take the last record.
    unsaved: bool,
    /// The window shows the hall's view.
    mirror: bool,
    /// The words of the hall's view.
    hall: crate::domain::hall_view::HallWords,
    /// The cells of the hall's window, as far as they are known.
    hall_window: (u16, u16),
    /// The cells of this window, once it was drawn.
    window: Option<(u16, u16)>,
    /// A picture of the hall stands in the desk where there is room.
    preview: bool,
    /// What lies on the disk is no longer what was written there.
    mismatched: Option<Mismatch>,
    /// Where the dossier was written to last.
    exported: Option<PathBuf>,
    /// What the keys mean while nothing lies open.
    at: Mode,
    /// What others than the desk asked for.
    stations: stations::Asked,
}

impl Desk {
    #[must_use]
    pub fn new(words: DeskWords, lang: Lang, typing: Typing, basis: Basis) -> Self {
        Self {
            words,
            lang,
            focus: Pane::default(),
            person: None,
            item: None,
            card: None,
            scrolled: 0,
            dialog: None,
            under: Vec::new(),
            from_gate: false,
            notice: None,
            basis,
            typing,
            stray: StrayTyping::default(),
            repeats: Repeats::default(),
            left_behind: None,
            set_aside: Vec::new(),
            unsaved: false,
            mirror: false,
            hall: crate::domain::hall_view::HallWords::of(lang),
            hall_window: hall::USUAL_HALL,
            window: None,
            preview: true,
            mismatched: None,
            exported: None,
            at: Mode::Desk,
            stations: stations::Asked::default(),
        }
    }

    /// What a key asks for, if anything.
    pub fn press(&mut self, press: Press, session: &Session, now: ClockReading) -> Option<Effect> {
        let at = session.stamp(now);
        let mode = self.dialog.as_ref().map_or(self.at, Dialog::mode);
        let key = Key {
            code: press.key.code,
            modifiers: press.key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT),
        };
        let since_same = self.repeats.pressed(key, now);
        match mode {
            Mode::Desk | Mode::Registration | Mode::Secretary => {
                if self.stray.is_typing(&press.key, press.among_letters, now) {
                    self.notify(
                        Severity::Warning,
                        self.words.notices[NoticeMessage::Stray].to_string(),
                    );
                    return None;
                }
                let action = keymap::action(mode, key)?;
                if repeat::is_swallowed(action, since_same, session, at) {
                    self.tell_swallowed();
                    return None;
                }
                if self.next_has_just_changed(action, now) {
                    return None;
                }
                self.notice = None;
                self.stations.told = None;
                self.on_action(action, session, at)
            }
            Mode::Picker | Mode::Gate | Mode::Form | Mode::Page => {
                // The key that opened the dialog is still held down.
                if self.repeats.is_held(key, since_same) {
                    self.tell_swallowed();
                    return None;
                }
                // In a burst on a terminal without bracketed paste, line breaks and tabs are part of the text.
                let pasted = press.is_pasted();
                let action = keymap::action(mode, key).filter(|_| !pasted);
                let here = action.filter(|act| leaves_page(*act) && !self.is_at_station());
                if let (Mode::Page, Some(act)) = (mode, here) {
                    if repeat::is_swallowed(act, since_same, session, at) {
                        self.tell_swallowed();
                        return None;
                    }
                    // What was read is put away, and the act is done as at the desk.
                    self.dialog = None;
                    self.notice = None;
                    return self.on_action(act, session, at);
                }
                if let Some(action) = action.or_else(|| self.habit(key)) {
                    self.mean_in_dialog(action, session, at)
                } else {
                    self.type_in_dialog(press.key, pasted);
                    None
                }
            }
        }
    }

    /// Text that was pasted; a table asks for what it would add.
    pub fn paste(&mut self, text: &str) -> Option<Effect> {
        if let Some(request) = self.pasted_table(text) {
            return Some(request);
        }
        match self.dialog.as_mut().map(|dialog| &mut dialog.panel) {
            Some(Panel::Form(form)) => form.paste(text),
            Some(Panel::List(picker)) => picker.paste(text),
            Some(Panel::Page(_) | Panel::Gate(_)) => {}
            None => self.notify(
                Severity::Warning,
                self.words.notices[NoticeMessage::Stray].to_string(),
            ),
        }
        None
    }

    /// What became of a request to carry out a command.
    pub fn after_command(
        &mut self,
        command: &Command,
        outcome: Result<(), Rejection>,
        session: &Session,
        now: SessionTime,
    ) {
        match outcome {
            Ok(()) => self.done(command, session, now),
            Err(Rejection::NeedsReason(departures)) => {
                let kind = DialogKind::Reason(Box::new(command.clone()), departures);
                self.open(kind, session, now);
            }
            Err(Rejection::NeedsScope) => {
                self.open(DialogKind::Scope(Box::new(command.clone())), session, now);
            }
            Err(Rejection::GateShut(_)) => self.open(DialogKind::Gate, session, now),
            Err(refusal) => {
                if refusal == Rejection::SameAsBefore {
                    self.forget_under();
                }
                let text = messages::of_refusal(&refusal, session, &self.words, self.lang);
                self.reopen_form(Severity::Warning, text);
                self.return_to_gate(session, now);
            }
        }
        self.restore_draft(session, now);
    }

    /// An act is on disk: it is told, and what follows from it is asked.
    fn done(&mut self, command: &Command, session: &Session, now: SessionTime) {
        self.unsaved = false;
        self.mismatched = None;
        self.forget_under();
        self.selection_after(command, session);
        let turned = self.page_turned(command, session, now);
        let told = turned.or_else(|| messages::of_success(session, &self.words, self.lang));
        if let Some(text) = told {
            self.notify(Severity::Good, text);
        }
        if let Command::ClassItem {
            item,
            class: Class::AnsweredNow,
        } = command
        {
            self.ask_for_answer(*item, session, now);
        }
        if matches!(command, Command::RecordAttendance { .. }) {
            // One after the other is marked from the same list.
            let told = self.notice.take();
            self.open(DialogKind::Attendance, session, now);
            self.notice = told;
        }
        self.return_to_gate(session, now);
    }

    /// The answer is in the flow: the line for it opens after the class, unless it is written already.
    fn ask_for_answer(&mut self, item: ItemId, session: &Session, now: SessionTime) {
        let known = session.state().item(item);
        let is_open = known.is_some_and(|item| session.answer_to(item).is_none());
        if is_open {
            let told = self.notice.take();
            self.open(DialogKind::AnswerNow(item), session, now);
            self.notice = told;
        }
    }

    /// Something to tell before what is told already.
    pub fn tell_first(&mut self, tone: Severity, text: &str) {
        let already = self.notice.take().map(|notice| notice.text);
        let texts: Vec<&str> = std::iter::once(text).chain(already.as_deref()).collect();
        self.notify(tone, texts.join("  ·  "));
    }

    /// That a key was held down or pressed twice and counted once, behind what is told already.
    fn tell_swallowed(&mut self) {
        let swallowed = self.words.flow[FlowMessage::Swallowed].to_string();
        match &mut self.notice {
            Some(notice) if notice.text.ends_with(&swallowed) => {}
            Some(notice) => notice.text = format!("{}  ·  {swallowed}", notice.text),
            None => self.notify(Severity::Warning, swallowed),
        }
    }

    /// What is told now.
    #[must_use]
    pub fn notice_text(&self) -> Option<&str> {
        self.notice.as_ref().map(|notice| notice.text.as_str())
    }

    /// Something to tell until the next key.
    pub fn notify(&mut self, tone: Severity, text: String) {
        self.notice = Some(DeskNotice { text, tone });
    }
}

/// Whether an act that is pressed while a page is read is an act of the desk.
const fn leaves_page(act: action::Action) -> bool {
    !matches!(act, action::Action::Go(_) | action::Action::Mirror)
}
