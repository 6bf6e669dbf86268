//! Engines that are not used, and why, in words.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use crate::engines::{engine, free_port, until};
use crate::hall::Desk;

fn shares(desk: &Desk, engine: &Path, options: &[&str]) -> (Option<i32>, String) {
    let told: Output = Command::new(env!("CARGO_BIN_EXE_doithoai"))
        .args(["share", &desk.id(), "--data-dir"])
        .arg(desk.data.path())
        .args(options)
        .env("DOITHOAI_CONFIG_DIR", desk.data.path().join("none"))
        .env("NATS_SERVER", engine)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(told.stderr).unwrap();
    (told.status.code(), said)
}

#[cfg(unix)]
#[test]
fn an_engine_that_is_too_old_is_refused_in_both_languages_without_being_started() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::of_sample();
    let old = desk.data.path().join("nats-server");
    std::fs::write(
        &old,
        "#!/bin/sh\n[ \"$1\" = --version ] && echo 'nats-server: v2.9.10' || touch \"$0.started\"\n",
    )
    .unwrap();
    std::fs::set_permissions(&old, std::fs::Permissions::from_mode(0o755)).unwrap();
    for (lang, words) in [("vi", "mất điện"), ("en", "power cut")] {
        let (code, said) = shares(&desk, &old, &["--lang", lang]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("2.9.10") && said.contains(words), "{said}");
    }
    assert!(!desk.data.path().join("nats-server.started").exists());
    let (code, said) = shares(&desk, Path::new("/nonexistent/nats-server"), &[]);
    assert_eq!(code, Some(1));
    assert!(said.contains("NATS_SERVER"), "{said}");
}

/// A server that somebody else configured, ended with the story.
struct Foreign(Child);

impl Drop for Foreign {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn an_engine_that_acknowledges_before_it_is_on_disk_or_says_nothing_of_it_is_refused() {
    let Some(engine) = engine() else { return };
    let desk = Desk::of_sample();
    let tells = (
        r#"SYS { exports: [ { service: "$SYS.REQ.SERVER.PING.JSZ" } ] }"#,
        r#"imports: [ { service: { account: SYS, subject: "$SYS.REQ.SERVER.PING.JSZ" } } ]"#,
    );
    for (sync, told, words) in [
        ("", tells, "sync_interval: always"),
        ("sync_interval: \"1s\"", tells, "sync_interval: always"),
        ("sync_interval: always", ("SYS {}", ""), "docs/nats.md"),
    ] {
        let port = free_port();
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("server.conf");
        let store = folder.path().join("store");
        let text = format!(
            "listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: \"{}\"\n{sync}\n }}\nsystem_account: SYS\n\
             accounts {{\n{}\nA {{ jetstream: enabled, {}\n users: [ {{ user: desk, password: x }} ] }} }}\n",
            store.display(),
            told.0,
            told.1
        );
        std::fs::write(&config, text).unwrap();
        let child = Command::new(&engine)
            .arg("-c")
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let _foreign = Foreign(child);
        until("the server answers", || {
            std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        let url = format!("nats://desk:x@127.0.0.1:{port}");
        let (code, said) = shares(&desk, &engine, &["--engine", &url]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(words), "{sync}: {said}");
        let (_, said) = shares(
            &desk,
            &engine,
            &["--engine", &url.replace("desk:x", "desk:geheim")],
        );
        assert!(said.contains("mật khẩu"), "{said}");
        assert!(!said.contains("geheim"), "{said}");
    }
}
