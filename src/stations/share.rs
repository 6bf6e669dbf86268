//! A session on several machines, over an engine that keeps what it is handed: NATS with `JetStream`. `courier` says what is handed over,
//! `joined` what becomes of it elsewhere, both without a network; `engine` alone speaks to one; `carrying` and `following` bring
//! them together with the disk.
//!
//! The journal is the truth, and the desk does not know of this. Nothing here is on the way of a key.

mod carrying;
mod chain;
mod courier;
mod dossiers;
mod engine;
mod error;
mod following;
mod joined;
mod pictures;
mod requests;
mod server;
mod server_config;
mod simulation;
mod subjects;
pub mod words;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

pub use dossiers::{DossierEngine, DossierStored, fetch_dossiers, store_dossier};
pub use error::ShareError;
pub use following::{HallFollower, JoinOptions, JoinedSession, join_hall, join_station};

use tokio::sync::mpsc::UnboundedReceiver;

use super::{ending, listen, priority};
use crate::domain::i18n::{Explain as _, Lang};
use crate::store::sessions::{SessionStore, id_of};
use carrying::{CarryOrder, Carrying};
use engine::{Engine, EngineAddress, EngineSign};
use server::{LocalServer, LocalServerPlace};
use server_config::EngineUser;
use subjects::{ALL_SESSIONS, SESSIONS, SessionSubjects};
use words::{ShareTerminalMessage, ShareWords};

/// Where a server of this computer listens when only an address is said.
const PORT: u16 = 4222;

/// How a session is shared.
#[derive(Debug, Clone)]
pub struct ShareOptions {
    /// An engine that runs; without one a server of this computer is started.
    pub engine: Option<String>,
    /// Where that listens, as it was typed.
    pub listen: String,
    /// The name under which the session is shared, where it is not its own.
    pub name: Option<String>,
    /// Certificate and key of the server of this computer.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// The authority that vouches for the engine.
    pub authority: Option<PathBuf>,
    /// A name of this computer that its certificate bears.
    pub host: Option<String>,
    /// The server that is started, where it is not the installed one.
    pub program: Option<PathBuf>,
    /// Where a server of this computer keeps everything.
    pub folder: PathBuf,
}

/// Shares a session, named as for [`SessionStore::find`], until the program is ended.
///
/// # Errors
/// When there is no engine that can be used.
pub fn share(
    store: &SessionStore,
    session: &str,
    options: &ShareOptions,
    lang: Lang,
    print: fn(&str),
) -> Result<(), ShareError> {
    // Before the server is begun, which then gives way, too.
    priority::give_way();
    let words = words::words_in(lang);
    let ended = ending::asked_to_end().map_err(ShareError::Start)?;
    let name = options.name.clone().unwrap_or_else(|| {
        store
            .find(session)
            .map_or_else(|_| session.to_owned(), |folder| id_of(&folder))
    });
    let subjects = SessionSubjects::of(&name);
    runtime()?.block_on(async {
        let not_yet = |why: &ShareError| {
            let cause = why.explained(lang).in_one_line();
            print(&words.terminal[ShareTerminalMessage::NotYet].render(&[("cause", &cause)]));
        };
        let opened = OpenedEngine::of(options, &words, print, &not_yet, &ended).await?;
        let Some(opened) = opened else { return Ok(()) };
        let made = opened.engine.make_stream(SESSIONS, ALL_SESSIONS).await;
        made.map_err(ShareError::Refused)?;
        opened.tell_where(&words, &subjects, print);
        let order = CarryOrder {
            words: &words,
            lang,
            print,
            name: &name,
            subjects,
            ended,
        };
        Carrying::begin(order, store, session, opened).run().await
    })
}

/// An engine, and what becomes of the connection.
type EngineConnection = (Engine, UnboundedReceiver<EngineSign>);

/// One thread, as for everything that waits for a network here.
fn runtime() -> Result<tokio::runtime::Runtime, ShareError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(ShareError::Start)
}

/// An engine that can be used, and the server that was started for it.
struct OpenedEngine {
    engine: Engine,
    signs: UnboundedReceiver<EngineSign>,
    server: Option<LocalServer>,
    reached_at: EngineAddress,
    /// As it may be shown.
    address: String,
    /// How others get in, where the server is of this computer.
    entries: Vec<(EngineUser, String)>,
    is_only_here: bool,
    is_encrypted: bool,
}

impl OpenedEngine {
    /// `None` when the program is to end before an engine is there.
    async fn of(
        options: &ShareOptions,
        words: &ShareWords,
        print: fn(&str),
        not_yet: &dyn Fn(&ShareError),
        ended: &Arc<AtomicBool>,
    ) -> Result<Option<Self>, ShareError> {
        let opened = match &options.engine {
            Some(typed) => Self::elsewhere(typed, options, not_yet, ended).await?,
            None => Some(Self::on_this_computer(options, ended).await?),
        };
        if let Some(opened) = &opened {
            opened.engine.check_it_syncs().await?;
            if !opened.is_encrypted && !opened.is_only_here {
                print(words.terminal[ShareTerminalMessage::Plain].as_str());
            }
        }
        Ok(opened)
    }

    /// One that somebody else runs, once it answers.
    async fn elsewhere(
        typed: &str,
        options: &ShareOptions,
        not_yet: &dyn Fn(&ShareError),
        ended: &Arc<AtomicBool>,
    ) -> Result<Option<Self>, ShareError> {
        let address = EngineAddress::read(typed, options.authority.as_deref())?;
        let connected = once_it_answers(&address, not_yet, ended).await?;
        Ok(connected.map(|(engine, signs)| Self {
            engine,
            signs,
            server: None,
            address: address.shown(),
            reached_at: address,
            entries: Vec::new(),
            is_only_here: false,
            is_encrypted: true,
        }))
    }

    /// The one of this computer, started unless it runs already.
    async fn on_this_computer(
        options: &ShareOptions,
        ended: &Arc<AtomicBool>,
    ) -> Result<Self, ShareError> {
        let bound = listen::address(&options.listen, PORT)
            .ok_or_else(|| ShareError::ListenAddress(options.listen.clone()))?;
        let place = LocalServerPlace {
            program: options.program.as_deref(),
            folder: &options.folder,
            listen: bound,
            tls: options.tls.as_ref(),
        };
        let passwords = place.passwords()?;
        let url = |user: EngineUser, password: &str, host: &str| {
            let scheme = if options.tls.is_some() { "tls" } else { "nats" };
            format!(
                "{scheme}://{}:{password}@{host}:{}",
                user.name(),
                bound.port()
            )
        };
        let own = own_host(options, bound);
        let password = passwords.iter().find(|(user, _)| *user == EngineUser::Desk);
        let password = password.map(|(_, password)| password.as_str());
        let typed = url(EngineUser::Desk, password.unwrap_or_default(), &own);
        let address = EngineAddress::read(&typed, options.authority.as_deref())?;
        // One that a killed program left running is as good as a new one.
        let mut server = None;
        let (engine, signs) = if let Ok(connected) = Engine::connect(&address).await {
            connected
        } else {
            let mut started = place.start(&passwords)?;
            let connected = first_contact(&address, &mut started, &place, ended).await?;
            server = Some(started);
            connected
        };
        let reached = options
            .host
            .clone()
            .unwrap_or_else(|| listen::reached_at(bound).to_string());
        let entries = passwords
            .iter()
            .map(|(user, password)| (*user, url(*user, password, &reached)))
            .collect();
        Ok(Self {
            engine,
            signs,
            server,
            reached_at: address,
            address: format!("{reached}:{}", bound.port()),
            entries,
            is_only_here: bound.ip().is_loopback(),
            is_encrypted: options.tls.is_some(),
        })
    }

    /// Where it is, and how others get in.
    fn tell_where(&self, words: &ShareWords, subjects: &SessionSubjects, print: fn(&str)) {
        let says = &words.terminal;
        let mut lines = vec![
            says[ShareTerminalMessage::Begins]
                .render(&[("name", &subjects.word()), ("address", &self.address)]),
        ];
        if self.is_only_here {
            lines.push(says[ShareTerminalMessage::OnlyHere].to_string());
        }
        let authority = if self.is_encrypted { " --ca FILE" } else { "" };
        for (user, url) in &self.entries {
            let command = match user {
                EngineUser::Desk => continue,
                EngineUser::Province => format!("doithoai report --engine {url}{authority} …"),
                EngineUser::Registration
                | EngineUser::Secretary
                | EngineUser::Venue
                | EngineUser::Hall => {
                    format!(
                        "doithoai join {url} {} --as {}{}{authority}",
                        subjects.word(),
                        user.name(),
                        if *user == EngineUser::Venue {
                            " --name …"
                        } else {
                            ""
                        },
                    )
                }
            };
            lines.push(
                says[ShareTerminalMessage::Join]
                    .render(&[("station", &user.name()), ("command", &command)]),
            );
        }
        lines.push(says[ShareTerminalMessage::Stop].to_string());
        print(&lines.join("\n"));
    }
}

/// How this computer reaches its own server: by the name that the certificate bears, where there is one.
fn own_host(options: &ShareOptions, bound: SocketAddr) -> String {
    match &options.host {
        Some(host) => host.clone(),
        None if bound.ip().is_unspecified() => "127.0.0.1".to_owned(),
        None if bound.is_ipv6() => format!("[{}]", bound.ip()),
        None => bound.ip().to_string(),
    }
}

/// An engine of another computer may be away when sharing begins: that is told once, and it is called until it answers. `None`
/// when the program is to end before.
async fn once_it_answers(
    address: &EngineAddress,
    not_yet: &dyn Fn(&ShareError),
    ended: &AtomicBool,
) -> Result<Option<EngineConnection>, ShareError> {
    tokio::select! {
        connected = called_until_it_answers(address, not_yet) => connected.map(Some),
        () = is_asked_to_end(ended) => Ok(None),
    }
}

async fn called_until_it_answers(
    address: &EngineAddress,
    not_yet: &dyn Fn(&ShareError),
) -> Result<EngineConnection, ShareError> {
    const AGAIN: Duration = Duration::from_secs(1);
    let mut is_told = false;
    loop {
        match Engine::connect(address).await {
            Err(why @ ShareError::Unreachable { .. }) => {
                if !std::mem::replace(&mut is_told, true) {
                    not_yet(&why);
                }
            }
            connected_or_refused => return connected_or_refused,
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn is_asked_to_end(ended: &AtomicBool) {
    const LOOK: Duration = Duration::from_millis(50);
    while !ended.load(Ordering::SeqCst) {
        tokio::time::sleep(LOOK).await;
    }
}

/// A server that was just started takes a moment.
async fn first_contact(
    address: &EngineAddress,
    server: &mut LocalServer,
    place: &LocalServerPlace<'_>,
    ended: &Arc<AtomicBool>,
) -> Result<EngineConnection, ShareError> {
    /// So often, twenty times a second: a store that was left without order takes a while to be read.
    const TRIES: u32 = 600;
    let mut last = None;
    for _ in 0..TRIES {
        if server.has_ended() {
            return Err(ShareError::ServerEnded(place.folder.join("server.log")));
        }
        match Engine::connect(address).await {
            Ok(connected) => return Ok(connected),
            Err(error @ (ShareError::NotLetIn(_) | ShareError::Tls { .. })) => return Err(error),
            Err(error) => last = Some(error),
        }
        if ended.load(Ordering::SeqCst) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Err(last.unwrap_or(ShareError::NoChance))
}
