//! Following up with the real program.

mod owed;
