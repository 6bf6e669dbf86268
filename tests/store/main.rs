//! Stories of the wing `store`.

#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod journal;
#[cfg(test)]
mod stations;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
