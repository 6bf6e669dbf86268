//! The first screen: every session of the office in a table, found by typing, with what can be done about each. It decides
//! nothing about a session and opens no journal; what is chosen is carried out by whoever shows it.

mod acts;
mod draw;
mod home;
mod run;
mod table;
mod view;
pub mod words;

pub use acts::{OFFICE_KEYS, OfficeAct};
pub use draw::draw;
pub use home::{Office, OfficeChoice, OfficeEntry, Owed, Regulations};
pub use run::{OfficeEnv, run};
pub use view::{OfficeLine, OfficeView};
