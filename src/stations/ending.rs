//! That the program is to end, said by the system: what it laid down for the desk is taken away first. Said twice, it ends at
//! once, also while a disk keeps it waiting.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// The window that the program runs in was closed.
#[cfg(unix)]
const CLOSED: i32 = signal_hook::consts::SIGHUP;
/// Ctrl+Break, in the words of the C library of Windows.
#[cfg(windows)]
const CLOSED: i32 = 21;

/// Becomes true once the program is to end.
///
/// # Errors
/// When the system does not tell.
pub(super) fn asked_to_end() -> io::Result<Arc<AtomicBool>> {
    let ended = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM, CLOSED] {
        // First what happens the second time: it looks at what the first time set.
        flag::register_conditional_default(signal, Arc::clone(&ended))?;
        flag::register(signal, Arc::clone(&ended))?;
    }
    Ok(ended)
}
