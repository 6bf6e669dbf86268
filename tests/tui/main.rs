//! Stories of the wing `tui`.

#[cfg(test)]
mod desk;
#[cfg(test)]
mod follow_up;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod office;
#[cfg(test)]
mod plan_pages;
#[cfg(test)]
mod projector;
#[cfg(test)]
mod readme_pictures;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod station;
#[cfg(test)]
#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "each test crate uses its part")]
mod support;
#[cfg(test)]
mod typing_bytes;
#[cfg(test)]
mod typing_words;
