//! Why nothing is shared or joined, in words.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use super::words::{self, ShareErrorMessage};
use crate::domain::i18n::{Explain, Explained, Lang};
use crate::domain::io_messages;

/// What is wrong with the certificate of an engine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Distrust {
    /// Its time is over.
    Ended,
    NotYet,
    /// Nobody who is trusted here signed it.
    Unknown,
    OtherName,
    /// In the words of whoever checked it.
    Other(String),
}

/// Why nothing is shared or joined.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// What was typed is no address of an engine.
    #[error("{0} is no address of an engine")]
    Address(String),
    #[error("nothing answers at {address}: {cause}")]
    Unreachable { address: String, cause: String },
    #[error("{0} lets nobody in under this name")]
    NotLetIn(String),
    #[error("{address} cannot be trusted: {why:?}")]
    Tls { address: String, why: Distrust },
    #[error("the program is built without encryption")]
    TlsNotBuilt,
    /// The server is of this version.
    #[error("version {0} does not sync what it stores")]
    TooOld(String),
    #[error("it does not sync what it stores")]
    SyncNotAlways,
    #[error("it does not say whether it syncs what it stores")]
    SyncUnknown,
    #[error("{} is no server", .0.display())]
    NoServer(PathBuf),
    #[error("the server cannot be started")]
    Server(#[source] io::Error),
    /// It ended; its log lies there.
    #[error("the server ended")]
    ServerEnded(PathBuf),
    #[error("{0} is no address to listen at")]
    ListenAddress(String),
    #[error("{address} cannot be listened at")]
    Listen {
        address: SocketAddr,
        #[source]
        cause: io::Error,
    },
    #[error("{} cannot be used", .path.display())]
    Folder {
        path: PathBuf,
        #[source]
        cause: io::Error,
    },
    /// The engine does not let a stream be made or read, in its words.
    #[error("the engine refuses: {0}")]
    Refused(String),
    #[error("the engine has no room")]
    Full,
    /// The engine holds no session of this name.
    #[error("no session {0}")]
    NoSession(String),
    /// Another writer was found under this name before.
    #[error("another writer has {0}")]
    Fenced(String),
    /// A dossier is handed over once the session is closed.
    #[error("{0} is not closed")]
    NotClosed(String),
    #[error("the system has no chance to give")]
    NoChance,
    #[error("it cannot be started")]
    Start(#[source] io::Error),
}

impl Explain for ShareError {
    fn explained(&self, lang: Lang) -> Explained {
        use ShareErrorMessage as M;
        let says = &words::words_in(lang).errors;
        let plain = |id: M| says[id].to_string();
        let told = |tried: String, because: Vec<String>, hint: Option<M>| Explained {
            tried,
            because,
            hint: hint.map(plain),
        };
        let io = |cause: &io::Error| vec![io_messages::sentence(cause, lang)];
        match self {
            Self::Address(typed) => told(
                says[M::Address].render(&[("typed", typed)]),
                Vec::new(),
                Some(M::AddressHint),
            ),
            Self::Unreachable { address, cause } => told(
                says[M::Unreachable].render(&[("address", address)]),
                vec![cause.clone()],
                Some(M::UnreachableHint),
            ),
            Self::NotLetIn(address) => told(
                says[M::NotLetIn].render(&[("address", address)]),
                Vec::new(),
                Some(M::NotLetInHint),
            ),
            Self::Tls { address, why } => {
                let (because, hint) = match why {
                    Distrust::Ended => (plain(M::TlsEnded), M::TlsEndedHint),
                    Distrust::NotYet => (plain(M::TlsNotYet), M::TlsNotYetHint),
                    Distrust::Unknown => (plain(M::TlsUnknown), M::TlsHint),
                    Distrust::OtherName => (plain(M::TlsOtherName), M::TlsOtherNameHint),
                    Distrust::Other(said) => (said.clone(), M::TlsHint),
                };
                let tried = says[M::Tls].render(&[("address", address)]);
                told(tried, vec![because], Some(hint))
            }
            Self::TlsNotBuilt => told(plain(M::TlsNotBuilt), Vec::new(), Some(M::TlsNotBuiltHint)),
            Self::TooOld(version) => told(
                plain(M::NotSafe),
                vec![says[M::TooOld].render(&[("version", version)])],
                Some(M::TooOldHint),
            ),
            Self::SyncNotAlways => told(
                plain(M::NotSafe),
                vec![plain(M::SyncNotAlways)],
                Some(M::SyncHint),
            ),
            Self::SyncUnknown => told(
                plain(M::NotSafe),
                vec![plain(M::SyncUnknown)],
                Some(M::SyncUnknownHint),
            ),
            Self::NoServer(program) => told(
                plain(M::Server),
                vec![says[M::NoServer].render(&[("program", &program.display())])],
                Some(M::NoServerHint),
            ),
            Self::Server(cause) => told(plain(M::Server), io(cause), Some(M::NoServerHint)),
            Self::ServerEnded(log) => told(
                plain(M::Server),
                vec![says[M::ServerEnded].render(&[("path", &log.display())])],
                None,
            ),
            Self::ListenAddress(typed) => told(
                says[M::ListenAddress].render(&[("typed", typed)]),
                Vec::new(),
                Some(M::ListenAddressHint),
            ),
            Self::Listen { address, cause } => told(
                says[M::Listen].render(&[("address", address)]),
                io(cause),
                Some(M::ListenHint),
            ),
            Self::Folder { path, cause } => told(
                says[M::Folder].render(&[("path", &path.display())]),
                io(cause),
                None,
            ),
            Self::Refused(said) => {
                told(plain(M::Refused), vec![said.clone()], Some(M::RefusedHint))
            }
            Self::Full => told(plain(M::Refused), vec![plain(M::Full)], Some(M::FullHint)),
            Self::NoSession(name) => told(
                says[M::NoSession].render(&[("name", name)]),
                Vec::new(),
                Some(M::NoSessionHint),
            ),
            Self::Fenced(name) => told(
                says[M::Fenced].render(&[("name", name)]),
                Vec::new(),
                Some(M::FencedHint),
            ),
            Self::NotClosed(name) => told(
                says[M::NotClosed].render(&[("name", name)]),
                Vec::new(),
                Some(M::NotClosedHint),
            ),
            Self::NoChance => told(plain(M::NoChance), Vec::new(), None),
            Self::Start(cause) => told(plain(M::Start), io(cause), None),
        }
    }
}
