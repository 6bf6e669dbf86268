//! Stories of what stations ask: how it comes to the desk and is answered, and that nothing is lost or done twice.

#[cfg(test)]
mod inbox;
#[cfg(test)]
mod interleaved;
