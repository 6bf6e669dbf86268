//! What the hall sees, on a computer that joined: the last picture that was told, counted on. Nothing of a session is kept here.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;

use super::super::engine::EngineAddress;
use super::super::error::ShareError;
use super::super::pictures::{FarPicture, HeardPicture};
use super::super::subjects::SessionSubjects;
use super::super::words::{self, ShareTerminalMessage};
use super::{FirstContact, JoinOptions, connected};
use crate::domain::hall_view::ProjectorView;
use crate::domain::i18n::Lang;
use crate::store::clock::Clock;

/// How long the first contact is waited for.
const FIRST: Duration = Duration::from_secs(10);

/// The pictures of a session that is shared; followed as long as this is kept.
#[derive(Debug)]
pub struct HallFollower {
    heard: Arc<Mutex<HeardPicture>>,
    clock: Clock,
    lost: String,
    ended: Arc<AtomicBool>,
}

impl HallFollower {
    /// What is to be seen now; `None` until the first picture came.
    #[must_use]
    pub fn picture(&self) -> Option<ProjectorView> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.at(self.clock.now().up, &self.lost)
    }
}

impl Drop for HallFollower {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
    }
}

/// Follows what the hall sees, on a thread of its own, also after the connection was lost.
///
/// # Errors
/// When the engine cannot be reached at first, or lets nobody in.
pub fn join_hall(options: &JoinOptions, lang: Lang) -> Result<HallFollower, ShareError> {
    let address = EngineAddress::read(&options.engine, options.authority.as_deref())?;
    let subject = SessionSubjects::of(&options.session).hall();
    let says = &words::words_in(lang).terminal;
    let follower = HallFollower {
        heard: Arc::default(),
        clock: Clock::system(),
        lost: says[ShareTerminalMessage::HallLost].to_string(),
        ended: Arc::default(),
    };
    let (tell, contacts) = mpsc::channel();
    let (heard, clock, ended) = (
        Arc::clone(&follower.heard),
        follower.clock.clone(),
        Arc::clone(&follower.ended),
    );
    std::thread::Builder::new()
        .name("engine".to_owned())
        .spawn(move || {
            let Ok(runtime) = super::super::runtime() else {
                return;
            };
            runtime.block_on(async {
                let Some((engine, _signs)) = connected(&address, &ended, &tell).await else {
                    return;
                };
                let _ = tell.send(FirstContact::Level);
                let Ok(mut listening) = engine.listen(subject).await else {
                    return;
                };
                while let Some(told) = listening.next().await {
                    if ended.load(Ordering::SeqCst) {
                        return;
                    }
                    if let Ok(picture) = serde_json::from_slice::<FarPicture>(&told) {
                        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
                        heard.hears(picture, clock.now().up);
                    }
                }
            });
        })
        .map_err(ShareError::Start)?;
    match contacts.recv_timeout(FIRST) {
        Ok(FirstContact::Failed(error)) => Err(error),
        Ok(FirstContact::Level) | Err(_) => Ok(follower),
    }
}
