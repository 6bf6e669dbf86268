//! An encrypted engine: who vouches for it, and what becomes of a session when its certificate ends.
//!
//! `certificates/` was made for these stories alone, for 127.0.0.1: an authority, whose key nobody has any more, one certificate
//! of it that ended in 2021 and one that ends in 2120, and their key.

use std::path::{Path, PathBuf};

use doithoai::domain::request::StationKind;

use crate::engines::{PLAIN, Server, engine};
use crate::hall::Desk;
use crate::program::{Joined, Share, notes, program, waits_for};

const VALID: &str = "certificate.pem";
const ENDED: &str = "ended.pem";

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/share/certificates")
        .join(name)
}

/// Puts this certificate where the server looks for its own.
fn bears(server: &Server, certificate: &str) {
    std::fs::copy(file(certificate), server.path("certificate.pem")).unwrap();
}

fn encrypted(engine: &Path, certificate: &str) -> Server {
    let mut server = Server::prepared(engine);
    bears(&server, certificate);
    std::fs::copy(file("key.pem"), server.path("key.pem")).unwrap();
    let tls = r#"tls { cert_file: "FOLDER/certificate.pem", key_file: "FOLDER/key.pem" }"#;
    server.is_configured(&PLAIN.replace("TLS", tls));
    server.starts();
    server
}

#[test]
fn an_engine_that_cannot_be_trusted_is_refused_in_both_languages_and_why() {
    let Some(engine) = engine() else { return };
    let desk = Desk::of_sample();
    let authority = file("authority.pem");
    let authority = authority.to_str().unwrap();
    let (valid, ended) = (encrypted(&engine, VALID), encrypted(&engine, ENDED));
    let url = |server: &Server, host: &str| {
        let url = server.url("desk").replace("nats://", "tls://");
        url.replace("127.0.0.1", host)
    };
    let vouched = ["--ca", authority];
    let cases: [(String, &[&str], [&str; 2]); 3] = [
        (
            url(&ended, "127.0.0.1"),
            &vouched,
            ["đã hết hạn", "has ended"],
        ),
        (url(&valid, "127.0.0.1"), &[], ["nơi đã cấp", "who signed"]),
        (
            url(&valid, "localhost"),
            &vouched,
            ["tên khác", "another name"],
        ),
    ];
    let id = desk.id();
    for (url, options, words) in cases {
        for (lang, words) in ["vi", "en"].iter().zip(words) {
            let lang = ["--lang", lang];
            let share = [&["share", &id, "--engine", &url], options, &lang].concat();
            let told = program(desk.data.path(), &share);
            assert_eq!(told.code, Some(1), "{}", told.said);
            assert!(told.said.contains(words), "{words}: {}", told.said);
            assert!(!told.said.contains("secret-desk"), "{}", told.said);
            // and who would join is told the same
            let there = tempfile::tempdir().unwrap();
            let join = [&["join", &url, &id, "--as", "secretary"], options, &lang].concat();
            let told = program(there.path(), &join);
            assert_eq!(told.code, Some(1), "{}", told.said);
            assert!(told.said.contains(words), "{words}: {}", told.said);
        }
    }
}

#[test]
fn a_certificate_that_ends_while_a_session_is_shared_stops_nobody_at_the_desk_and_renewed_all_catch_up()
 {
    let Some(engine) = engine() else { return };
    for (lang, words, level) in [
        ("vi", "đã hết hạn", "Đã chuyển đủ: 4"),
        ("en", "has ended", "Everything is handed over: 4"),
    ] {
        let mut server = encrypted(&engine, VALID);
        let mut desk = Desk::of_sample();
        let url = server.url("desk").replace("nats://", "tls://");
        let authority = file("authority.pem");
        let options = [
            "--engine",
            &url,
            "--ca",
            authority.to_str().unwrap(),
            "--lang",
            lang,
        ];
        let share = Share::with(desk.data.path(), &desk.id(), &engine, &options);
        let there = tempfile::tempdir().unwrap();
        let kind = StationKind::Venue;
        let joined = Joined::at(there, &url, &desk.id(), (kind, Some(authority.clone())));
        notes(&mut desk, "Khi chứng thư còn hạn");
        joined.has_the_journal_of(&desk);
        // given that it ended, and the connections broke
        server.dies();
        bears(&server, ENDED);
        server.starts();
        share.says(words);
        notes(&mut desk, "Khi chứng thư hết hạn");
        notes(&mut desk, "Vẫn ghi được");
        let request = joined.registers("Bà Chờ Chứng Thư");
        // when it is renewed, which needs no new start
        bears(&server, VALID);
        server.reloads();
        share.says(level);
        joined.has_the_journal_of(&desk);
        waits_for(&desk, &request);
    }
}
