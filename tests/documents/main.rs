//! Stories of the wing `documents`.

#[cfg(test)]
mod dossier;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod plan_import;
#[cfg(test)]
mod preparation;
#[cfg(test)]
mod ron_door;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
