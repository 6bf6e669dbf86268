//! The first screen: every session of the office in a table, found by typing, with what can be done about each. It decides
//! nothing about a session and opens no journal; what is chosen is carried out by whoever shows it.

mod acts;
mod choice;
mod columns;
mod detail;
mod draw;
mod home;
mod offers;
mod press;
mod question;
mod run;
mod table;
mod view;
pub mod words;

pub use acts::{OFFICE_KEYS, OfficeAct};
pub use choice::{NewFrom, OfficeChoice, OfficeEntry, OfficeOwed, Owed, Regulations};
pub use detail::{OfficeLine, OwedMark};
pub use draw::draw;
pub use home::Office;
pub use press::OfficeAsks;
pub use run::{OfficeEnv, run};
pub use view::OfficeView;
