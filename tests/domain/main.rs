//! Stories of the wing `domain`.

#[cfg(test)]
mod deadlines;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
#[path = "../support/follow_up.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod follow_up_given;
#[cfg(test)]
mod regulation;
#[cfg(test)]
mod session;
