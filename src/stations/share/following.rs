//! A session on a computer that joined it: its journal as a copy on the own disk, which stations follow as they follow a session
//! beside the desk, and what they ask on its way to the desk. Without a connection the copy stays, and what is asked waits.

mod copying;
mod hall;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

pub use hall::{HallFollower, join_hall};

use super::engine::{Engine, EngineAddress, EngineSign};
use super::error::ShareError;
use super::server::short_word;
use super::subjects::{self, SessionSubjects};
use super::words::{self, ShareTerminalMessage};
use crate::domain::i18n::Lang;
use crate::domain::request::StationKind;
use crate::domain::time::Millis;
use crate::store::clock::Clock;
use crate::store::journal;
use crate::store::private_fs;
use crate::store::share_notes::ShareNotes;
use copying::{CopyOrder, Copying};

/// How long the first contact is waited for.
const FIRST: Duration = Duration::from_secs(15);
/// How long a session is waited for of which the engine holds nothing yet.
const SHARED_JUST_NOW: Duration = Duration::from_secs(5);
/// When is tried again to connect.
const AGAIN: Duration = Duration::from_millis(700);

/// What is joined, and as what.
#[derive(Debug, Clone)]
pub struct JoinOptions {
    /// The engine, as it was typed.
    pub engine: String,
    /// The name under which the session is shared.
    pub session: String,
    /// The authority that vouches for the engine.
    pub authority: Option<PathBuf>,
    /// The name of the station; of the hall in which it is.
    pub label: Option<String>,
    /// What this computer is called.
    pub computer: String,
    /// Where the copy is kept.
    pub data: PathBuf,
}

/// A session that was joined; it is followed as long as this is kept.
#[derive(Debug)]
pub struct JoinedSession {
    /// The data folder in which the copy is the session of this name.
    pub data: PathBuf,
    pub name: String,
    /// Which of several stations this one is: no other computer has this label.
    pub label: String,
    /// The name of the hall in which it is, as it was said.
    pub hall: Option<String>,
    ended: Arc<AtomicBool>,
}

impl Drop for JoinedSession {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
    }
}

/// What the first contact came to.
enum FirstContact {
    /// All that the engine holds is in the copy.
    Level,
    /// It is tried again, unless nobody wants to wait.
    Failed(ShareError),
}

/// Joins a session as a station, and follows it on a thread of its own.
///
/// # Errors
/// When the engine lets nobody in, holds no such session, or cannot be reached and there is no copy yet either.
pub fn join_station(
    options: &JoinOptions,
    kind: StationKind,
    lang: Lang,
    print: fn(&str),
) -> Result<JoinedSession, ShareError> {
    let address = EngineAddress::read(&options.engine, options.authority.as_deref())?;
    let subjects = SessionSubjects::of(&options.session);
    let data = options
        .data
        .join("joined")
        .join(subjects::word(&address.shown()));
    let folder = data.join("sessions").join(subjects.word());
    let failed = |cause| ShareError::Folder {
        path: folder.clone(),
        cause,
    };
    private_fs::folder(&folder).map_err(failed)?;
    // Two computers of one name are two stations all the same: each takes back its own acts only.
    let word = ShareNotes::in_folder(&folder)
        .word(&format!("{}-{}", options.computer, short_word()?))
        .map_err(failed)?;
    let label = match (&options.label, word.rsplit('-').next()) {
        (Some(label), Some(short)) => kind.label_apart(label, short),
        (Some(_) | None, _) => word,
    };
    let (tell, contacts) = mpsc::channel();
    let ended = Arc::new(AtomicBool::new(false));
    let name = subjects.word().to_owned();
    let order = CopyOrder {
        subjects,
        folder: folder.clone(),
        kind,
        ended: Arc::clone(&ended),
        tell,
    };
    let joined = JoinedSession {
        data,
        name,
        label,
        hall: options.label.clone(),
        ended,
    };
    let says = &words::words_in(lang).terminal;
    print(
        &says[ShareTerminalMessage::Waiting]
            .render(&[("name", &joined.name), ("address", &address.shown())]),
    );
    std::thread::Builder::new()
        .name("engine".to_owned())
        .spawn(move || follow(&address, order))
        .map_err(ShareError::Start)?;
    wait_for(&contacts, &folder, &joined.name)?;
    Ok(joined)
}

/// Waits until there is something to show: all that the engine holds, or what was copied before.
fn wait_for(
    contacts: &Receiver<FirstContact>,
    folder: &Path,
    name: &str,
) -> Result<(), ShareError> {
    let has_copy = || folder.join(journal::FILE_NAME).exists();
    let clock = Clock::system();
    let since = clock.now().up;
    let mut last = None;
    let mut whole = FIRST;
    while let Some(left) = left_of(whole, clock.now().up.saturating_sub(since)) {
        match contacts.recv_timeout(left) {
            Ok(FirstContact::Level) if has_copy() => return Ok(()),
            // It may be that it is shared just now.
            Ok(FirstContact::Level) => whole = whole.min(SHARED_JUST_NOW),
            Ok(FirstContact::Failed(error @ ShareError::Unreachable { .. })) if !has_copy() => {
                return Err(error);
            }
            // Offline the station works on what it has.
            Ok(FirstContact::Failed(ShareError::Unreachable { .. })) => return Ok(()),
            Ok(FirstContact::Failed(ShareError::Refused(said))) => {
                last = Some(ShareError::Refused(said));
            }
            Ok(FirstContact::Failed(error)) => return Err(error),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
        }
    }
    if has_copy() {
        return Ok(());
    }
    Err(last.unwrap_or_else(|| ShareError::NoSession(name.to_owned())))
}

fn left_of(whole: Duration, passed: Millis) -> Option<Duration> {
    whole.checked_sub(Duration::from_millis(passed.0))
}

fn follow(address: &EngineAddress, order: CopyOrder) {
    let runtime = match super::runtime() {
        Ok(runtime) => runtime,
        Err(error) => {
            // Whoever waited may have gone; so everywhere here.
            let _ = order.tell.send(FirstContact::Failed(error));
            return;
        }
    };
    runtime.block_on(async {
        let ended = Arc::clone(&order.ended);
        let Some((engine, signs)) = connected(address, &ended, &order.tell).await else {
            return;
        };
        match Copying::begin(order, engine, signs) {
            Ok(mut copying) => copying.run().await,
            Err((tell, error)) => {
                let _ = tell.send(FirstContact::Failed(error));
            }
        }
    });
}

/// Tries until it is connected, or nobody wants it any more.
async fn connected(
    address: &EngineAddress,
    ended: &AtomicBool,
    tell: &Sender<FirstContact>,
) -> Option<(Engine, tokio::sync::mpsc::UnboundedReceiver<EngineSign>)> {
    while !ended.load(Ordering::SeqCst) {
        match Engine::connect(address).await {
            Ok(connected) => return Some(connected),
            Err(error) => {
                let _ = tell.send(FirstContact::Failed(error));
            }
        }
        tokio::time::sleep(AGAIN).await;
    }
    None
}
