//! What is shown in a terminal and read from its keys: the desk of the aide, the screen of the hall, and what both are
//! drawn with. It decides nothing about a session.

/// The aide's terminal: keys, dialogs, and one file per region of the screen.
pub mod desk;
/// What is owed after the sessions, and entering what was done about it.
pub mod follow_up;
/// The first screen: the sessions of the office.
pub mod office;
/// The pages on which a plan is written.
pub mod plan_pages;
/// The hall's screen: where everything stands, and its drawing.
pub mod projector;
/// What an office sets once.
pub mod settings;
/// A station beside the desk: the door, the secretary, another hall.
pub mod station;
/// Taking the terminal and giving it back clean, whatever happens.
pub mod terminal;
/// Colours by meaning.
pub mod theme;
/// Telex and VNI, for machines whose own input method fails in a terminal.
pub mod vn_input;
/// What is drawn from cells and nothing else: large letters and digits.
pub mod widgets;
