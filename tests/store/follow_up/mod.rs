//! The ledger of a session on disk.

mod disk;
mod killed;
