//! Stories of the wing `store`.

#[cfg(test)]
mod journal;
