//! The hall's view and the registration of speakers as pages on a network: `listen` finds an address, `server` takes
//! connections, `guard` and `routes` answer, `broadcast` follows the session on a thread of its own.
//!
//! What is shown is `ProjectorView` and nothing else. Whoever registers asks the desk by a request, and sees what it answers.

mod asked;
mod broadcast;
mod connections;
mod devices;
mod door;
mod encryption;
mod error;
mod guard;
mod pace;
mod page;
mod pin;
mod qr;
mod requests;
mod routes;
mod secrets;
mod server;
mod sheet;
mod terminal;
mod watched;
pub mod words;

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, mpsc};

use tokio::sync::watch;

pub use error::{HallError, TlsFault};
pub use secrets::NoChance;

use super::{ending, listen};
use crate::domain::i18n::Lang;
use crate::domain::text;
use crate::stations::priority;
use crate::store::clock::Clock;
use crate::store::hall_devices::HallDevices;
use crate::store::hall_sheet::HallAddress;
use crate::store::sessions::SessionStore;
use asked::AskedBoard;
use broadcast::{HallFrame, HallSource};
use devices::DeviceBook;
use door::Door;
use encryption::Encryption;
use pace::RequestPace;
use page::HallPage;
use requests::Errand;
use terminal::{HallNews, HallTerminal};
use words::HallServerWords;

/// Where it is offered when nothing is said.
const PORT: u16 = 8080;

/// What every request is answered from.
struct HallServer {
    words: HallServerWords,
    lang: Lang,
    page: HallPage,
    frames: watch::Receiver<HallFrame>,
    /// `None` where nobody registers.
    door: Option<Door>,
    /// Names by which this computer is reached, besides its addresses.
    names: Vec<String>,
    clock: Clock,
    pace: Mutex<RequestPace>,
}

/// How the pages are offered.
#[derive(Debug, Clone)]
pub struct HallOptions {
    /// As it was typed.
    pub listen: String,
    /// Devices may register speakers.
    pub registers: bool,
    /// Telephone and address are asked for, also where nothing is encrypted.
    pub asks_contacts: bool,
    /// The hall in which devices register, where it is another one.
    pub venue: Option<String>,
    /// Names by which this computer is reached, besides its addresses.
    pub names: Vec<String>,
    /// Certificate and key.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// The terminal has colours.
    pub in_colour: bool,
}

/// Offers the pages of a session, named as for [`SessionStore::find`], until the program is ended. There need not be a session
/// of this name yet.
///
/// # Errors
/// When nothing can be offered at the address.
pub fn offer(
    store: SessionStore,
    session: &str,
    options: &HallOptions,
    lang: Lang,
    print: fn(&str),
) -> Result<(), HallError> {
    let encryption = match &options.tls {
        Some((certificate, key)) => Some(encryption::with(certificate, key)?),
        None => None,
    };
    let listener = listener_of(options)?;
    let bound = listener.local_addr().map_err(HallError::Start)?;
    let (words, is_encrypted) = (words::words_in(lang), encryption.is_some());
    let terminal = HallTerminal {
        words: words.clone(),
        url: url(bound, &options.names, is_encrypted),
        in_colour: options.in_colour,
        print,
    };
    terminal.begin(is_encrypted, bound.ip().is_loopback());
    let (frames, pictures) = watch::channel(HallFrame::default());
    let (errands, to_do) = mpsc::channel();
    let (board, book) = (
        Arc::new(AskedBoard::empty()),
        Arc::new(DeviceBook::default()),
    );
    let door = if options.registers {
        if let Ok(folder) = store.find(session) {
            // Before the first of them asks anything.
            let kept = HallDevices::of(&folder).all().unwrap_or_default();
            book.take_up(kept, Clock::system().now().wall);
        }
        let shared = (Arc::clone(&board), Arc::clone(&book));
        let door = door_of(options, shared, errands.clone(), terminal.clone());
        Some(door?)
    } else {
        None
    };
    let sheet = HallAddress {
        url: terminal.url.clone(),
        is_only_here: bound.ip().is_loopback(),
        venue: options.venue.clone(),
        entry: None,
    };
    let source = HallSource {
        sheet,
        ended: ending::asked_to_end().map_err(HallError::Start)?,
        store,
        session: session.to_owned(),
        lang,
        words: words.clone(),
        frames,
        errands: to_do,
        board,
        book,
        tell: Box::new(move |news| terminal.print_news(&news)),
    };
    let hall = HallServer {
        page: HallPage::of(&words, lang, door.is_some()),
        words,
        lang,
        frames: pictures,
        door,
        names: options.names.clone(),
        clock: Clock::system(),
        pace: Mutex::default(),
    };
    serve(listener, hall, encryption, source)
}

/// Where connections come in.
fn listener_of(options: &HallOptions) -> Result<TcpListener, HallError> {
    let address = listen::address(&options.listen, PORT)
        .ok_or_else(|| HallError::Address(options.listen.clone()))?;
    let listener =
        TcpListener::bind(address).map_err(|cause| HallError::Listen { address, cause })?;
    listener.set_nonblocking(true).map_err(HallError::Start)?;
    Ok(listener)
}

/// The registration, which says on the terminal what happens, and hands the next number to whoever lays it down for the
/// desk.
fn door_of(
    options: &HallOptions,
    shared: (Arc<AskedBoard>, Arc<DeviceBook>),
    errands: mpsc::Sender<Errand>,
    terminal: HallTerminal,
) -> Result<Door, HallError> {
    let asks = (
        options.tls.is_some() || options.asks_contacts,
        options.venue.as_deref().map(text::clean_line),
    );
    let numbers = errands.clone();
    let tell = Box::new(move |news| {
        if let HallNews::NextPin(pin) = &news {
            // Whoever lays it down for the desk ends only with the program.
            let _ = numbers.send(Errand::NextPin(pin.clone()));
        }
        terminal.print_news(&news);
    });
    Ok(Door::open(asks, shared, errands, tell)?)
}

/// Serves while a thread follows the session; when that is told to end, so does this.
fn serve(
    listener: TcpListener,
    hall: HallServer,
    encryption: Option<Encryption>,
    source: HallSource,
) -> Result<(), HallError> {
    priority::give_way();
    let mut followed = hall.frames.clone();
    std::thread::Builder::new()
        .name("hall".to_owned())
        // With it goes the end from which the pictures come.
        .spawn(move || broadcast::follow(&source))
        .map_err(HallError::Start)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(HallError::Start)?;
    let served = runtime.block_on(async {
        let is_followed = async { while followed.changed().await.is_ok() {} };
        tokio::select! {
            served = server::serve(listener, Arc::new(hall), encryption) => served,
            () = is_followed => Ok(()),
        }
    });
    served.map_err(HallError::Start)
}

/// How other devices reach it: by the first name that was given, else by address.
fn url(bound: SocketAddr, names: &[String], is_encrypted: bool) -> String {
    let (scheme, usual) = if is_encrypted {
        ("https", 443)
    } else {
        ("http", 80)
    };
    let host = match (names.first(), listen::reached_at(bound)) {
        (Some(name), _) => name.clone(),
        (None, IpAddr::V6(ip)) => format!("[{ip}]"),
        (None, IpAddr::V4(ip)) => ip.to_string(),
    };
    let port = bound.port();
    if port == usual {
        format!("{scheme}://{host}")
    } else {
        format!("{scheme}://{host}:{port}")
    }
}
