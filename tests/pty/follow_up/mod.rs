//! Following up with the real program.

pub mod desk;
mod owed;
mod report;
mod screen;
