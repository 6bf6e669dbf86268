//! Where profiles come from.
