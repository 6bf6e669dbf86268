//! Reads the arguments, runs, prints the error with its hint.

fn main() {}
