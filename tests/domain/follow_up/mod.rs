//! What was promised in a session and what became of it, as stories of values.

mod ledger;
mod regulations;
