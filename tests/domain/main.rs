//! Stories of the wing `domain`.

#[cfg(test)]
mod deadlines;
#[cfg(test)]
mod regulation;
#[cfg(test)]
mod session;
