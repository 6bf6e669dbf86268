//! The signals of shell, terminal, session manager and system, and what each asks of the program. Every one that would end or
//! stop a program that knows nothing of it is in one table; nothing is done here but standing still.

use std::io;
use std::os::fd::AsFd as _;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::Event;
use crossterm::terminal;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTRAP, SIGTSTP,
    SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::{SigId, flag, low_level};

use crate::tui::terminal::input::{Input, SystemRequest};

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SignalRequest {
    /// To end as by the aide's own key; whatever was acknowledged is on disk.
    End,
    /// To give the terminal back and stand still.
    Suspend,
    /// To stand still because the terminal is somebody else's just now.
    StandBack,
    Resume,
    Resize,
    /// Nothing; without a word here it would end the program.
    Nothing,
}

/// Not here are those that no program can catch, those that do nothing anyway, and those that tell of a fault of its own
/// (`SEGV`, `BUS`, `ILL`, `FPE`, `SYS`), after which nothing can be relied on.
const TABLE: &[(i32, SignalRequest)] = &[
    (SIGTERM, SignalRequest::End),
    (SIGINT, SignalRequest::End),
    (SIGHUP, SignalRequest::End),
    (SIGQUIT, SignalRequest::End),
    // The system ends by force whoever goes on after it.
    (SIGXCPU, SignalRequest::End),
    // A watchdog takes the program for dead.
    (SIGABRT, SignalRequest::End),
    (SIGTRAP, SignalRequest::End),
    // The power is failing.
    #[cfg(target_os = "linux")]
    (rustix::process::Signal::POWER.as_raw(), SignalRequest::End),
    (SIGTSTP, SignalRequest::Suspend),
    (SIGTTIN, SignalRequest::StandBack),
    (SIGTTOU, SignalRequest::StandBack),
    (SIGCONT, SignalRequest::Resume),
    (SIGWINCH, SignalRequest::Resize),
    (SIGUSR1, SignalRequest::Nothing),
    (SIGUSR2, SignalRequest::Nothing),
    (SIGALRM, SignalRequest::Nothing),
    (SIGVTALRM, SignalRequest::Nothing),
    (SIGPROF, SignalRequest::Nothing),
    (SIGIO, SignalRequest::Nothing),
    // A file that may not grow is a disk that takes nothing, and is told as that.
    (SIGXFSZ, SignalRequest::Nothing),
    #[cfg(target_os = "linux")]
    (
        rustix::process::Signal::STKFLT.as_raw(),
        SignalRequest::Nothing,
    ),
];

/// Those that have no meaning but what programs agree on.
#[cfg(target_os = "linux")]
const REAL_TIME: std::ops::RangeInclusive<i32> = 35..=64;

/// What was asked for since the last look.
#[derive(Debug, Default)]
pub(super) struct Signals {
    end: Arc<AtomicBool>,
    /// The system asked the program to end, however much input still waits.
    asked_to_end: Arc<AtomicBool>,
    suspend: Arc<AtomicBool>,
    stand_back: Arc<AtomicBool>,
    resume: Arc<AtomicBool>,
    /// The program was continued after it was last asked to stand still: who has not stopped by then must not.
    continued: Arc<AtomicBool>,
    resize: Arc<AtomicBool>,
    nothing: Arc<AtomicBool>,
    reading_is_over: AtomicBool,
}

impl Signals {
    /// From now on each signal raises its flag, and wakes those who wait where there is something to do.
    pub(super) fn listen(&self, wake: &[&UnixStream]) -> io::Result<Vec<SigId>> {
        let mut ids = Vec::new();
        for (signal, request) in TABLE.iter().copied() {
            ids.push(flag::register(signal, Arc::clone(self.flag(request)))?);
            let further = match request {
                SignalRequest::End => Some(&self.asked_to_end),
                SignalRequest::Resume => Some(&self.continued),
                SignalRequest::Suspend | SignalRequest::StandBack | SignalRequest::Resize => None,
                SignalRequest::Nothing => continue,
            };
            if let Some(raised) = further {
                ids.push(flag::register(signal, Arc::clone(raised))?);
            }
            for wake in wake {
                ids.push(low_level::pipe::register(signal, wake.try_clone()?)?);
            }
        }
        Ok(ids)
    }

    /// From now on those that only programs know do nothing either. Apart from [`listen`](Self::listen), as there are many
    /// of them and nothing waits for this.
    #[cfg(target_os = "linux")]
    pub(super) fn listen_to_real_time(&self) -> io::Result<Vec<SigId>> {
        REAL_TIME
            .map(|signal| flag::register(signal, Arc::clone(&self.nothing)))
            .collect()
    }

    const fn flag(&self, request: SignalRequest) -> &Arc<AtomicBool> {
        match request {
            SignalRequest::End => &self.end,
            SignalRequest::Suspend => &self.suspend,
            SignalRequest::StandBack => &self.stand_back,
            SignalRequest::Resume => &self.resume,
            SignalRequest::Resize => &self.resize,
            SignalRequest::Nothing => &self.nothing,
        }
    }

    pub(super) fn is_continued(&self) -> bool {
        self.continued.load(Ordering::SeqCst)
    }

    pub(super) fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::SeqCst)
    }

    pub(super) fn stop_reading(&self) {
        self.reading_is_over.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_reading_over(&self) -> bool {
        self.reading_is_over.load(Ordering::SeqCst)
    }

    pub(super) fn raised(&self) -> Vec<Input> {
        let mut inputs = Vec::new();
        // Before the request itself is taken: what comes after this line is seen by whoever is about to stop.
        if self.suspend.load(Ordering::SeqCst) {
            self.continued.store(false, Ordering::SeqCst);
        }
        let [suspend, resume, end] = [&self.suspend, &self.resume, &self.end]
            .map(|raised| raised.swap(false, Ordering::SeqCst));
        for (is_raised, request) in [
            // Both at once: the standstill is over before it began.
            (suspend && !resume, SystemRequest::Suspend),
            (resume, SystemRequest::Continue),
            (end, SystemRequest::End),
        ] {
            if is_raised {
                inputs.push(Input::System(request));
            }
        }
        if self.resize.swap(false, Ordering::SeqCst) {
            let (columns, rows) = terminal::size().unwrap_or((80, 24));
            inputs.push(Input::Event(Event::Resize(columns, rows)));
        }
        inputs
    }

    /// The system says that the terminal is somebody else's. Whoever sets or reads it then does so in vain, over and over,
    /// until the program is in front again; so it stands still at once, and there is nothing to give back. While it is in
    /// front only somebody who asks can have sent that; true then, as it becomes a request like any other.
    pub(super) fn stood_back(&self) -> bool {
        if !self.stand_back.swap(false, Ordering::SeqCst) {
            return false;
        }
        if is_in_front() {
            self.suspend.store(true, Ordering::SeqCst);
            return true;
        }
        let _ = low_level::emulate_default_handler(SIGTTOU);
        // What came while it stood is over.
        self.stand_back.store(false, Ordering::SeqCst);
        false
    }
}

/// Whether the terminal is this program's, as its shell sees it; where that cannot be told, it is.
fn is_in_front() -> bool {
    rustix::termios::tcgetpgrp(io::stdin().as_fd())
        .map_or(true, |in_front| in_front == rustix::process::getpgrp())
}
