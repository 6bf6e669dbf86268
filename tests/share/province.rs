//! A commune as a leaf node of a province, with the configurations that are handed out: closed dossiers go up, nothing else does.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use doithoai::domain::session::command::Command as DeskCommand;
use doithoai::domain::time::Millis;

use crate::engines::{BareClient, Share, engine, free_port, until, within};
use crate::hall::Desk;

/// A server with one of the configurations that are handed out, ended with the story.
struct HandedOut {
    program: PathBuf,
    config: PathBuf,
    child: Option<Child>,
    _folder: tempfile::TempDir,
    port: u16,
}

impl HandedOut {
    fn of(program: &Path, name: &str, port: u16, leaf: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/nats");
        let text = std::fs::read_to_string(text.join(name)).unwrap();
        // Only what a reader is told to change.
        let text = text
            .replace("/var/lib/nats", folder.path().to_str().unwrap())
            .replace("127.0.0.1:4222", &format!("127.0.0.1:{port}"))
            .replace("0.0.0.0:7422", &format!("127.0.0.1:{leaf}"))
            .replace("127.0.0.1:7422", &format!("127.0.0.1:{leaf}"))
            .replace("CHANGE-ME", "secret")
            // Somebody who may do everything there.
            .replace(
                "  PROVINCE {\n    jetstream: enabled\n    users: [",
                "  PROVINCE {\n    jetstream: enabled\n    users: [ { user: admin, password: \"secret-admin\" }",
            );
        let config = folder.path().join(name);
        std::fs::write(&config, text).unwrap();
        let mut server = Self {
            program: program.to_owned(),
            config,
            child: None,
            _folder: folder,
            port,
        };
        server.starts();
        server
    }

    fn starts(&mut self) {
        let child = Command::new(&self.program)
            .arg("-c")
            .arg(&self.config)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.child = Some(child.unwrap());
        until("the server answers", || {
            std::net::TcpStream::connect(("127.0.0.1", self.port)).is_ok()
        });
    }

    fn dies(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    fn url(&self, user: &str) -> String {
        format!("nats://{user}:secret-{user}@127.0.0.1:{}", self.port)
    }
}

impl Drop for HandedOut {
    fn drop(&mut self) {
        self.dies();
    }
}

fn program(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_doithoai"))
        .args(arguments)
        .args(["--lang", "en", "--data-dir"])
        .arg(data)
        .env("DOITHOAI_CONFIG_DIR", data.join("none"))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let both = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    String::from_utf8(both).unwrap()
}

fn closed() -> Desk {
    let mut desk = Desk::of_sample();
    desk.goes_on_until(|session| session.state().closed.is_some());
    desk
}

fn hands_over(desk: &Desk, commune: &HandedOut, name: &str) -> Output {
    let url = commune.url("dossiers");
    let arguments = ["share", &desk.id(), "--engine", &url, "--dossier", name];
    program(desk.data.path(), &arguments)
}

/// The report of the year on what the province has, tried until it is on so many dossiers.
fn report_on(data: &Path, province: &HandedOut, gather: bool) -> (bool, String) {
    let (to, url) = (data.join("bao-cao"), province.url("province"));
    let mut arguments = vec!["report", "--period", "2026", "--engine", &url, "--to"];
    arguments.push(to.to_str().unwrap());
    if gather {
        arguments.extend(["--gather", "phieng-may"]);
    }
    let output = program(data, &arguments);
    (output.status.success(), said(&output))
}

#[test]
fn a_province_reports_on_closed_dossiers_of_its_communes_also_after_it_was_down() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let mut province = HandedOut::of(&engine, "province.conf", free_port(), leaf);
    let commune = HandedOut::of(&engine, "commune.conf", free_port(), leaf);
    let data = tempfile::tempdir().unwrap();
    // given a session that is not closed: nothing of it is handed over
    let open = Desk::of_sample();
    let refused = hands_over(&open, &commune, "phieng-may");
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("not closed"), "{}", said(&refused));
    // when a closed one is
    let first = closed();
    let output = hands_over(&first, &commune, "phieng-may");
    assert!(output.status.success(), "{}", said(&output));
    // and once more, nothing is stored again
    let again = said(&hands_over(&first, &commune, "phieng-may"));
    assert!(again.contains("already"), "{again}");
    until("the province has it", || {
        report_on(data.path(), &province, true).0
    });
    // and the province is down meanwhile
    province.dies();
    let second = closed();
    let output = hands_over(&second, &commune, "na-hoi");
    assert!(output.status.success(), "{}", said(&output));
    province.starts();
    // An engine that could not reach a source asks it again after a while.
    within(Millis(180_000), "both are there", || {
        let (done, _) = report_on(data.path(), &province, false);
        let names = std::fs::read_dir(data.path().join("bao-cao"))
            .into_iter()
            .flatten();
        done && names.flatten().count() > 0 && held_by(&province).len() == 2
    });
}

/// The subjects of what the province holds.
fn held_by(province: &HandedOut) -> Vec<String> {
    let mut client = BareClient::of(&province.url("province"));
    client.says("SUB _INBOX_province.x 1");
    let ask = r#"{"subjects_filter":">"}"#;
    client.says(&format!(
        "PUB $JS.API.STREAM.INFO.DOSSIERS _INBOX_province.x {}\r\n{ask}",
        ask.len()
    ));
    let told: serde_json::Value = serde_json::from_slice(&client.hears()).unwrap();
    let subjects = told["state"]["subjects"].as_object();
    subjects.map_or_else(Vec::new, |subjects| subjects.keys().cloned().collect())
}

#[test]
fn a_dossier_that_was_changed_is_left_out_like_one_on_a_stick() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let _province = HandedOut::of(&engine, "province.conf", free_port(), leaf);
    let commune = HandedOut::of(&engine, "commune.conf", free_port(), leaf);
    let desk = closed();
    // given a record that somebody else wrote, in pieces that are right in themselves
    let folder = desk.data.path().join("ho-so");
    let to = folder.to_str().unwrap();
    let exported = program(desk.data.path(), &["export", &desk.id(), "--to", to]);
    assert!(exported.status.success());
    let files: Vec<doithoai::documents::DossierFile> = std::fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| {
            let path = entry.file_name().into_string().unwrap();
            let mut bytes = std::fs::read(entry.path()).unwrap();
            if path == "record.json" {
                let text = String::from_utf8(bytes).unwrap();
                bytes = text.replacen("Hội nghị", "Hoi nghi", 1).into_bytes();
            }
            doithoai::documents::DossierFile { path, bytes }
        })
        .collect();
    let pieces = doithoai::store::bundle::pieces_of(&files).unwrap();
    let at = doithoai::stations::share::DossierEngine {
        engine: commune.url("dossiers"),
        authority: None,
    };
    doithoai::stations::share::store_dossier(&at, "phieng-may", "x", &pieces).unwrap();
    desk.open
        .sign_of_life(doithoai::store::clock::Clock::system().now().wall);
    let data = tempfile::tempdir().unwrap();
    let to = data.path().join("bao-cao");
    let arguments = [
        "report",
        "--period",
        "2026",
        "--engine",
        &at.engine,
        "--to",
        to.to_str().unwrap(),
    ];
    let output = program(data.path(), &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("record.json"), "{}", said(&output));
}

#[test]
fn a_commune_s_configuration_lets_sessions_be_shared_and_the_province_see_none_of_them() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let province = HandedOut::of(&engine, "province.conf", free_port(), leaf);
    let commune = HandedOut::of(&engine, "commune.conf", free_port(), leaf);
    let mut desk = Desk::of_sample();
    let url = commune.url("desk");
    let share = Share::with(desk.data.path(), &desk.id(), &engine, &["--engine", &url]);
    share.says("Đã chuyển đủ");
    desk.does(DeskCommand::Note {
        text: "Ghi ở xã".into(),
        item: None,
    });
    let mut hall = BareClient::of(&commune.url("hall"));
    hall.says("SUB doithoai.hall.> 1");
    assert!(!hall.hears().is_empty());
    // then not even who may do everything above sees any of it, or changes anything here
    let mut above = BareClient::of(&province.url("admin"));
    above.says("SUB > 1");
    desk.does(DeskCommand::Note {
        text: "Ghi ở xã lần nữa".into(),
        item: None,
    });
    hall.hears();
    let api = "PUB $JS.phieng-may.API";
    for attempt in [
        format!("{api}.STREAM.INFO.DOITHOAI answer.no 0\r\n"),
        format!("{api}.STREAM.DELETE.DOSSIERS answer.no 0\r\n"),
        format!("{api}.STREAM.MSG.GET.DOITHOAI answer.no 9\r\n{{\"seq\":1}}"),
        format!(
            "PUB doithoai.session.{}.journal answer.no 1\r\nx",
            desk.id()
        ),
        format!("{api}.CONSUMER.NAMES.DOSSIERS answer.yes 0\r\n"),
    ] {
        above.says(&attempt);
    }
    // What is asked last is answered last.
    let mut heard = Vec::new();
    loop {
        let line = above.line();
        if line.starts_with("MSG answer.yes") {
            break;
        }
        heard.push(line);
    }
    // Its own words come back to it, too; nobody else says any.
    let foreign = |line: &&String| {
        line.starts_with("MSG answer")
            || line.starts_with("MSG doithoai.hall")
            || line.starts_with("MSG doithoai.sign")
            || line.contains("Ghi ở xã")
            || line.contains("seq:")
    };
    let foreign: Vec<&String> = heard.iter().filter(foreign).collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    let journal = std::fs::read(desk.folder.join("journal.ron")).unwrap();
    drop(share);
    let share = Share::with(desk.data.path(), &desk.id(), &engine, &["--engine", &url]);
    share.says("Đã chuyển đủ");
    assert_eq!(
        std::fs::read(desk.folder.join("journal.ron")).unwrap(),
        journal
    );
}
