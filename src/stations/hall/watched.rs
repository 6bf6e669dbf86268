//! A stream that counts what passes through it, so that one on which nothing moves any more can be ended.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// How often is looked whether anything moved.
const LOOK: Duration = Duration::from_secs(5);
/// So many looks without any movement end a connection: a viewer is sent something at every one of them.
const LOOKS: u32 = 12;

/// How much passed, in bytes of both directions.
#[derive(Debug, Clone, Default)]
pub(super) struct Moved(Arc<AtomicU64>);

/// A stream whose movement is counted.
#[derive(Debug)]
pub(super) struct WatchedStream<S> {
    stream: S,
    moved: Moved,
}

impl Moved {
    fn add(&self, bytes: usize) {
        self.0
            .fetch_add(u64::try_from(bytes).unwrap_or(1), Ordering::Relaxed);
    }

    /// Until nothing has moved for a minute.
    pub(super) async fn stands_still(&self) {
        let (mut before, mut looks) = (self.0.load(Ordering::Relaxed), 0);
        while looks < LOOKS {
            tokio::time::sleep(LOOK).await;
            let now = self.0.load(Ordering::Relaxed);
            looks = if now == before { looks + 1 } else { 0 };
            before = now;
        }
    }
}

impl<S> WatchedStream<S> {
    pub(super) const fn over(stream: S, moved: Moved) -> Self {
        Self { stream, moved }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WatchedStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.moved.add(buffer.filled().len().saturating_sub(before));
        polled
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WatchedStream<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.stream).poll_write(context, bytes);
        if let Poll::Ready(Ok(written)) = &polled {
            self.moved.add(*written);
        }
        polled
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
