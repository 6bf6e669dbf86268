//! Stories of the wing `documents`.

#[cfg(test)]
mod dossier;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
#[path = "../support/follow_up.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod follow_up_given;
#[cfg(test)]
mod plan_import;
#[cfg(test)]
mod preparation;
