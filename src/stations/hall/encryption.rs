//! Encrypted connections, where the program is built with them: the feature `tls`, which needs a C compiler.

use std::path::Path;

use super::error::HallError;

#[cfg(feature = "tls")]
pub(super) use with_tls::Encryption;
#[cfg(not(feature = "tls"))]
pub(super) use without::Encryption;

/// What encrypts, with the certificate and the key in these files.
///
/// # Errors
/// When the files cannot be used, or the program is built without.
pub(super) fn with(certificate: &Path, key: &Path) -> Result<Encryption, HallError> {
    Encryption::with(certificate, key)
}

#[cfg(feature = "tls")]
mod with_tls {
    use std::io;
    use std::path::Path;
    use std::sync::Arc;

    use tokio::net::TcpStream;
    use tokio_rustls::TlsAcceptor;
    use tokio_rustls::rustls::ServerConfig;
    use tokio_rustls::rustls::pki_types::pem::PemObject as _;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
    use tokio_rustls::server::TlsStream;

    use crate::stations::hall::error::{HallError, TlsFault};

    #[derive(Clone)]
    pub(in crate::stations::hall) struct Encryption(TlsAcceptor);

    impl Encryption {
        pub(super) fn with(certificate: &Path, key: &Path) -> Result<Self, HallError> {
            // Whoever renews certificates lays links to them, so links are followed here.
            let read = |path: &Path| {
                std::fs::read(path).map_err(|cause| HallError::Tls {
                    path: path.to_owned(),
                    fault: TlsFault::Read(cause),
                })
            };
            let wrong = |path: &Path, fault| HallError::Tls {
                path: path.to_owned(),
                fault,
            };
            let chain: Vec<CertificateDer<'static>> =
                CertificateDer::pem_slice_iter(&read(certificate)?)
                    .collect::<Result<_, _>>()
                    .unwrap_or_default();
            if chain.is_empty() {
                return Err(wrong(certificate, TlsFault::NoCertificate));
            }
            let secret = PrivateKeyDer::from_pem_slice(&read(key)?)
                .map_err(|_| wrong(key, TlsFault::NoKey))?;
            let config = ServerConfig::builder()
                .with_no_client_auth()
                .with_single_cert(chain, secret)
                .map_err(|_| wrong(key, TlsFault::NotOne))?;
            Ok(Self(TlsAcceptor::from(Arc::new(config))))
        }

        pub(in crate::stations::hall) async fn begin(
            &self,
            stream: TcpStream,
        ) -> io::Result<TlsStream<TcpStream>> {
            self.0.accept(stream).await
        }
    }
}

#[cfg(not(feature = "tls"))]
mod without {
    use std::io;
    use std::path::Path;

    use tokio::net::TcpStream;

    use crate::stations::hall::error::HallError;

    /// There is none: nothing makes one.
    #[derive(Clone)]
    pub(in crate::stations::hall) enum Encryption {}

    impl Encryption {
        pub(super) const fn with(_: &Path, _: &Path) -> Result<Self, HallError> {
            Err(HallError::TlsNotBuilt)
        }

        #[expect(clippy::unused_async, reason = "as where there is one")]
        pub(in crate::stations::hall) async fn begin(&self, _: TcpStream) -> io::Result<TcpStream> {
            match *self {}
        }
    }
}
