//! The aide's desk: what her keys mean, what lies open on the screen, and what is asked of the session.
//!
//! The way of one key press: key → `keymap` → `Action` → `update` → `Effect` → the session decides, the
//! journal writes, the session applies (`run`) → `view` makes data and draws it. The desk itself changes no session
//! and reads no clock.

pub mod action;
pub(in crate::tui) mod arrivals;
pub mod dialog;
mod disk;
pub mod draft;
pub mod effect;
pub mod form;
mod hall;
mod happening;
pub mod import;
pub mod input;
pub mod keymap;
pub mod messages;
mod narrow;
mod notice;
mod open_dialogs;
pub mod phrases;
pub mod picker;
mod prompts;
mod repeat;
pub mod run;
mod selection;
pub mod station_name;
mod stations;
mod update;
pub mod view;
pub mod words;

use std::path::PathBuf;

use crate::domain::deadlines::Basis;
use crate::domain::i18n::Lang;
use crate::store::hall_sheet::HallAddress;
use crate::tui::vn_input::Typing;
use disk::DiskState;
pub use effect::Effect;
use hall::HallWindow;
use input::StrayTyping;
use keymap::Mode;
pub use notice::{DeskNotice, Severity};
use open_dialogs::OpenDialogs;
use repeat::Repeats;
pub use selection::Pane;
use selection::Selection;
use stations::StationActivity;
use words::DeskWords;

/// What lies on the aide's screen. `update` changes it, `view` reads it.
#[derive(Debug)]
pub struct Desk {
    pub words: DeskWords,
    pub lang: Lang,
    selection: Selection,
    dialogs: OpenDialogs,
    notice: Option<DeskNotice>,
    basis: Basis,
    typing: Typing,
    stray: StrayTyping,
    repeats: Repeats,
    disk: DiskState,
    hall: HallWindow,
    /// The programs that offer the pages of the hall, as they were last looked for.
    hall_addresses: Vec<HallAddress>,
    /// Where the dossier was written to last.
    exported: Option<PathBuf>,
    /// What the keys mean while nothing lies open.
    at: Mode,
    stations: StationActivity,
}
