//! What was promised in a session and what became of it, as stories: due dates against a walk from day to day, the ledger
//! on disk, what is owed over many sessions.

#[cfg(test)]
mod disk;
#[cfg(test)]
mod given;
#[cfg(test)]
mod killed;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod owed;
