//! Whose turn it is on a computer that has not enough time for everybody: the desk's. It must not know who asks.

/// Lets the desk go first, for this thread and those that it begins: called before there are others. On a small computer
/// everybody who looks takes time that the desk would have. Where the system refuses, both go on as they are.
pub(super) fn give_way() {
    #[cfg(unix)]
    let _ = rustix::process::nice(10);
}
