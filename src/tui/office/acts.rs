//! What can be done on the first screen: one table of keys, from which dispatch, the lines of keys and the help are made. A
//! key stands in it only when what it does exists.

use crossterm::event::KeyCode;

/// Something that can be done on the first screen, besides moving about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeAct {
    Help,
    /// A new session: from the last one, from a file, from nothing.
    New,
    Rehearse,
    /// The plan, the papers and the duties before a session.
    Prepare,
    FollowUp,
    Project,
    Export,
    Report,
    /// What the office sets once.
    Settings,
    /// A finished session is put away, a rehearsal deleted.
    PutAway,
    Leave,
}

/// Every key, in the order they give way where there is no room: the last first.
pub const OFFICE_KEYS: &[(KeyCode, OfficeAct)] = &[
    (KeyCode::F(1), OfficeAct::Help),
    (KeyCode::F(2), OfficeAct::New),
    (KeyCode::F(3), OfficeAct::Rehearse),
    (KeyCode::F(4), OfficeAct::Prepare),
    (KeyCode::F(5), OfficeAct::FollowUp),
    (KeyCode::F(6), OfficeAct::Project),
    (KeyCode::F(7), OfficeAct::Export),
    (KeyCode::F(8), OfficeAct::Report),
    (KeyCode::F(9), OfficeAct::Settings),
    (KeyCode::Delete, OfficeAct::PutAway),
    (KeyCode::Esc, OfficeAct::Leave),
];

impl OfficeAct {
    /// The act of a key.
    pub(super) fn of(code: KeyCode) -> Option<Self> {
        OFFICE_KEYS
            .iter()
            .find(|(key, _)| *key == code)
            .map(|(_, act)| *act)
    }
}

/// A key as it is printed on a keyboard.
pub(super) fn key_name(code: KeyCode) -> String {
    if let KeyCode::F(number) = code {
        format!("F{number}")
    } else {
        format!("{code:?}")
    }
}
