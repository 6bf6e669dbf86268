//! A commune as a leaf node of a province, with the configurations that are handed out: closed dossiers go up, nothing else does.

use std::path::Path;

use doithoai::domain::time::Millis;

use crate::bare::BareClient;
use crate::engines::{Server, engine, free_port, until, within};
use crate::hall::Desk;
use crate::program::{Share, Told, notes, program};

/// A server with one of the configurations that are handed out.
fn handed_out(program: &Path, name: &str, leaf: u16) -> Server {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/nats");
    let text = std::fs::read_to_string(text.join(name)).unwrap();
    // Only what a reader is told to change.
    let text = text
        .replace("/var/lib/nats", "FOLDER")
        .replace("127.0.0.1:4222", "127.0.0.1:PORT")
        .replace("0.0.0.0:7422", &format!("127.0.0.1:{leaf}"))
        .replace("127.0.0.1:7422", &format!("127.0.0.1:{leaf}"))
        .replace("CHANGE-ME", "secret")
        // Somebody who may do everything there.
        .replace(
            "  PROVINCE {\n    jetstream: enabled\n    users: [",
            "  PROVINCE {\n    jetstream: enabled\n    users: [ { user: admin, password: \"secret-admin\" }",
        );
    Server::of(program, &text)
}

fn in_english(data: &Path, arguments: &[&str]) -> Told {
    program(data, &[arguments, &["--lang", "en"]].concat())
}

fn closed() -> Desk {
    let mut desk = Desk::of_sample();
    desk.goes_on_until(|session| session.state().closed.is_some());
    desk
}

fn hands_over(desk: &Desk, commune: &Server, name: &str) -> Told {
    let url = commune.url("dossiers");
    let arguments = ["share", &desk.id(), "--engine", &url, "--dossier", name];
    in_english(desk.data.path(), &arguments)
}

/// The report of the year on what the province has, tried until it is on so many dossiers.
fn report_on(data: &Path, province: &Server, gather: bool) -> (bool, String) {
    let (to, url) = (data.join("bao-cao"), province.url("province"));
    let mut arguments = vec!["report", "--period", "2026", "--engine", &url, "--to"];
    arguments.push(to.to_str().unwrap());
    if gather {
        arguments.extend(["--gather", "phieng-may"]);
    }
    let told = in_english(data, &arguments);
    (told.code == Some(0), told.said)
}

#[test]
fn a_province_reports_on_closed_dossiers_of_its_communes_also_after_it_was_down() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let mut province = handed_out(&engine, "province.conf", leaf);
    let commune = handed_out(&engine, "commune.conf", leaf);
    let data = tempfile::tempdir().unwrap();
    // given a session that is not closed: nothing of it is handed over
    let open = Desk::of_sample();
    let refused = hands_over(&open, &commune, "phieng-may");
    assert_eq!(refused.code, Some(1));
    assert!(refused.said.contains("not closed"), "{}", refused.said);
    // when a closed one is
    let first = closed();
    let told = hands_over(&first, &commune, "phieng-may");
    assert_eq!(told.code, Some(0), "{}", told.said);
    // and once more, nothing is stored again
    let again = hands_over(&first, &commune, "phieng-may").said;
    assert!(again.contains("already"), "{again}");
    until("the province has it", || {
        report_on(data.path(), &province, true).0
    });
    // and the province is down meanwhile
    province.dies();
    let communes = [
        "na-hoi",
        "ta-phin",
        "ban-lien",
        "coc-ly",
        "nam-det",
        "lung-phinh",
    ];
    for commune_name in communes {
        let told = hands_over(&closed(), &commune, commune_name);
        assert_eq!(told.code, Some(0), "{}", told.said);
    }
    province.starts();
    // An engine that could not reach a source asks it again after a while.
    within(Millis(180_000), "all are there", || {
        let (done, _) = report_on(data.path(), &province, false);
        let names = std::fs::read_dir(data.path().join("bao-cao"))
            .into_iter()
            .flatten();
        done && names.flatten().count() > 0 && held_by(&province).len() == 1 + communes.len()
    });
}

#[test]
fn a_commune_whose_server_lost_its_disk_hands_over_again_and_the_province_has_what_is_new() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let mut province = handed_out(&engine, "province.conf", leaf);
    let mut commune = handed_out(&engine, "commune.conf", leaf);
    let data = tempfile::tempdir().unwrap();
    for name in ["phieng-may", "na-hoi"] {
        let told = hands_over(&closed(), &commune, name);
        assert_eq!(told.code, Some(0), "{}", told.said);
    }
    within(Millis(180_000), "the province has two", || {
        let _ = report_on(data.path(), &province, true);
        held_by(&province).len() == 2
    });
    // given an empty disk, on which what comes is counted from one again, while the province is down
    province.dies();
    commune.dies();
    std::fs::remove_dir_all(commune.path("store")).unwrap();
    commune.starts();
    // also more than there was before
    for name in ["ta-phin", "ban-lien", "coc-ly"] {
        let told = hands_over(&closed(), &commune, name);
        assert_eq!(told.code, Some(0), "{}", told.said);
    }
    province.starts();
    within(Millis(180_000), "the province has all", || {
        let _ = report_on(data.path(), &province, true);
        held_by(&province).len() == 5
    });
}

/// The subjects of what the province holds.
fn held_by(province: &Server) -> Vec<String> {
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
    let _province = handed_out(&engine, "province.conf", leaf);
    let commune = handed_out(&engine, "commune.conf", leaf);
    let desk = closed();
    // given a record that somebody else wrote, in pieces that are right in themselves
    let folder = desk.data.path().join("ho-so");
    let to = folder.to_str().unwrap();
    let exported = in_english(desk.data.path(), &["export", &desk.id(), "--to", to]);
    assert_eq!(exported.code, Some(0), "{}", exported.said);
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
    let told = in_english(data.path(), &arguments);
    assert_eq!(told.code, Some(1), "{}", told.said);
    assert!(told.said.contains("record.json"), "{}", told.said);
}

#[test]
fn a_commune_s_configuration_lets_sessions_be_shared_and_the_province_see_none_of_them() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let province = handed_out(&engine, "province.conf", leaf);
    let commune = handed_out(&engine, "commune.conf", leaf);
    let mut desk = Desk::of_sample();
    let url = commune.url("desk");
    let share = Share::with(desk.data.path(), &desk.id(), &engine, &["--engine", &url]);
    share.says("Đã chuyển đủ");
    notes(&mut desk, "Ghi ở xã");
    let mut hall = BareClient::of(&commune.url("hall"));
    hall.says("SUB doithoai.hall.> 1");
    assert!(!hall.hears().is_empty());
    // then not even who may do everything above sees any of it, or changes anything here
    let mut above = BareClient::of(&province.url("admin"));
    above.says("SUB > 1");
    notes(&mut desk, "Ghi ở xã lần nữa");
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
