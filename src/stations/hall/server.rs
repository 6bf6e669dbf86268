//! Takes connections and serves them on one thread: counted, timed, and ended when nothing moves on them.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};

use super::HallServer;
use super::connections::{Connections, Seat};
use super::encryption::Encryption;
use super::guard::Arrival;
use super::routes;
use super::watched::{Moved, WatchedStream};

/// How long the head of a request may take, and the silence before it.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// The bytes of a head, and of what waits to be sent.
const BUFFER: usize = 16 * 1024;
/// How long is waited when the system has no connection to give.
const NO_MORE: Duration = Duration::from_millis(200);
/// What is said where there is no room.
const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n";

/// Serves until the program ends.
pub(super) async fn serve(
    listener: std::net::TcpListener,
    hall: Arc<HallServer>,
    encryption: Option<Encryption>,
) -> io::Result<()> {
    let listener = TcpListener::from_std(listener)?;
    let (router, connections) = (routes::router(&hall), Arc::new(Connections::default()));
    loop {
        let Ok((stream, peer)) = listener.accept().await else {
            tokio::time::sleep(NO_MORE).await;
            continue;
        };
        match connections.admit(peer.ip()) {
            Some(seat) => {
                let (router, encryption) = (router.clone(), encryption.clone());
                tokio::spawn(converse(stream, peer, seat, router, encryption));
            }
            // Whoever does not take it at once gets nothing.
            None => drop(stream.try_write(FULL)),
        }
    }
}

async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    seat: Seat,
    router: Router,
    encryption: Option<Encryption>,
) {
    let Ok(local) = stream.local_addr() else {
        return;
    };
    // A picture is one small piece, and is not held back for more.
    let _ = stream.set_nodelay(true);
    let arrival = Arrival {
        peer,
        local,
        is_encrypted: encryption.is_some(),
    };
    match encryption {
        None => answer(stream, arrival, seat, router).await,
        Some(encryption) => {
            let begun = tokio::time::timeout(HEAD_TIME, encryption.begin(stream));
            let begun = tokio::select! {
                begun = begun => begun,
                () = seat.is_needed() => return,
            };
            if let Ok(Ok(stream)) = begun {
                answer(stream, arrival, seat, router).await;
            }
        }
    }
}

/// Answers requests on a connection until either side ends it, it stands still, or another one needs its place.
async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    arrival: Arrival,
    seat: Seat,
    router: Router,
) {
    let moved = Moved::default();
    let stream = TokioIo::new(WatchedStream::over(stream, moved.clone()));
    let router = TowerToHyperService::new(router);
    let service = service_fn(|mut request: hyper::Request<Incoming>| {
        seat.heard();
        request.extensions_mut().insert(arrival);
        request.extensions_mut().insert(seat.sign());
        router.call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(BUFFER)
        .serve_connection(stream, service);
    tokio::select! {
        // What went wrong on a connection is over with it.
        _ = connection => {}
        () = moved.stands_still() => {}
        () = seat.is_needed() => {}
    }
}
