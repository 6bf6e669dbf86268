//! Stories of the wing `domain`.

#[cfg(test)]
mod deadlines;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod regulation;
#[cfg(test)]
mod session;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
