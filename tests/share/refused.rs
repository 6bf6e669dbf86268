//! Engines that are not used, and why, in words.

use std::path::Path;

use crate::engines::{PLAIN, Server, engine};
use crate::hall::Desk;
use crate::program::{Told, program_with};

fn shares(desk: &Desk, engine: &Path, options: &[&str]) -> Told {
    let id = desk.id();
    let arguments = [&["share", id.as_str()], options].concat();
    program_with(desk.data.path(), &arguments, &[("NATS_SERVER", engine)])
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
        let told = shares(&desk, &old, &["--lang", lang]);
        assert_eq!(told.code, Some(1), "{}", told.said);
        assert!(told.said.contains("2.9.10"), "{}", told.said);
        assert!(told.said.contains(words), "{}", told.said);
    }
    assert!(!desk.data.path().join("nats-server.started").exists());
    let told = shares(&desk, Path::new("/nonexistent/nats-server"), &[]);
    assert_eq!(told.code, Some(1));
    assert!(told.said.contains("NATS_SERVER"), "{}", told.said);
}

#[test]
fn an_engine_that_acknowledges_before_it_is_on_disk_or_says_nothing_of_it_is_refused() {
    let Some(engine) = engine() else { return };
    let desk = Desk::of_sample();
    let sync = "sync_interval: always MORE";
    let tells =
        r#"imports: [ { service: { account: SYS, subject: "$SYS.REQ.SERVER.PING.JSZ" } } ]"#;
    for (instead_of, stands, words) in [
        (sync, "", "sync_interval: always"),
        (sync, "sync_interval: \"1s\"", "sync_interval: always"),
        (tells, "", "docs/nats.md"),
    ] {
        let server = Server::of(&engine, &PLAIN.replace(instead_of, stands));
        let url = server.url("desk");
        let told = shares(&desk, &engine, &["--engine", &url]);
        assert_eq!(told.code, Some(1), "{}", told.said);
        assert!(told.said.contains(words), "{stands}: {}", told.said);
        let wrong = url.replace("secret-desk", "geheim");
        let told = shares(&desk, &engine, &["--engine", &wrong]);
        assert!(told.said.contains("mật khẩu"), "{}", told.said);
        assert!(!told.said.contains("geheim"), "{}", told.said);
    }
}
