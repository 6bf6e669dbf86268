//! A commune as a leaf node of a province, with the configurations that are handed out: closed dossiers go up, nothing else does.

use std::path::Path;

use doithoai::domain::request::{StationCommand, StationKind};
use doithoai::domain::session::event::Seq;
use doithoai::domain::time::Millis;

use crate::bare::BareClient;
use crate::engines::{Server, engine, free_port, until, within};
use crate::hall::Desk;
use crate::program::{Joined, Share, Told, notes, program, waits_for};

/// A server with one of the configurations that are handed out.
fn handed_out(program: &Path, name: &str, leaf: u16) -> Server {
    Server::of(program, &configuration(name, leaf))
}

/// What a reader makes of such a configuration.
fn configuration(name: &str, leaf: u16) -> String {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/nats");
    let text = std::fs::read_to_string(text.join(name)).unwrap();
    // Only what a reader is told to change.
    text.replace("/var/lib/nats", "FOLDER")
        .replace("127.0.0.1:4222", "127.0.0.1:PORT")
        .replace("0.0.0.0:7422", &format!("127.0.0.1:{leaf}"))
        .replace("127.0.0.1:7422", &format!("127.0.0.1:{leaf}"))
        .replace("CHANGE-ME", "secret")
        // Somebody who may do everything there.
        .replace(
            "  PROVINCE {\n    jetstream: enabled\n    users: [",
            "  PROVINCE {\n    jetstream: enabled\n    users: [ { user: admin, password: \"secret-admin\" }",
        )
}

/// The same with the users that a reader adds as it is said there: the one of a venue, with another name three times.
fn with_every_station(text: &str) -> String {
    let begins = "      # doithoai join URL SESSION --as venue; registration and secretary alike, with their own name three times.\n";
    let ends = "      # doithoai join URL SESSION --as hall: hears the public picture, and says nothing.\n";
    let (before, from) = text.split_once(begins).unwrap();
    let (venue, behind) = from.split_once(ends).unwrap();
    let others = ["registration", "secretary"].map(|name| {
        venue
            .replace("user: venue", &format!("user: {name}"))
            .replace("secret-venue", &format!("secret-{name}"))
            .replace("requests.venue", &format!("requests.{name}"))
            .replace("_INBOX_venue", &format!("_INBOX_{name}"))
    });
    [before, venue, &others[0], &others[1], behind].concat()
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
fn a_province_reports_on_closed_dossiers_of_its_communes_also_after_it_was_down_or_restored() {
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
    // and the province is down meanwhile, with a backup of that day
    province.dies();
    copies_folder(&province.path("store"), &province.path("backup"));
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
    let all_are_there = |province: &Server| {
        within(Millis(180_000), "all are there", || {
            let (done, _) = report_on(data.path(), province, false);
            let names = std::fs::read_dir(data.path().join("bao-cao"))
                .into_iter()
                .flatten();
            done && names.flatten().count() > 0 && held_by(province).len() == 1 + communes.len()
        });
    };
    all_are_there(&province);
    // and when its disk has to be restored, what came since comes again
    province.dies();
    std::fs::remove_dir_all(province.path("store")).unwrap();
    copies_folder(&province.path("backup"), &province.path("store"));
    province.starts();
    assert_eq!(held_by(&province).len(), 1);
    all_are_there(&province);
}

fn copies_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copies_folder(&path, &to);
        } else {
            std::fs::copy(path, to).unwrap();
        }
    }
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
fn in_the_configurations_that_are_handed_out_every_station_works_and_nobody_deletes_or_purges() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let province = handed_out(&engine, "province.conf", leaf);
    let text = with_every_station(&configuration("commune.conf", leaf));
    let commune = Server::of(&engine, &text);
    let mut desk = Desk::of_sample();
    let url = commune.url("desk");
    let share = Share::through(&desk, &engine, &url);
    share.says("Đã chuyển đủ");
    for kind in StationKind::ALL {
        let there = tempfile::tempdir().unwrap();
        let joined = Joined::at(there, &commune.url(kind.id()), &desk.id(), (kind, None));
        joined.has_the_journal_of(&desk);
        let undo = joined.asks(joined.station(kind), StationCommand::Undo, Seq(1));
        waits_for(&desk, &undo);
        desk.takes_requests();
        joined.is_answered(&undo);
    }
    let told = hands_over(&closed(), &commune, "phieng-may");
    assert_eq!(told.code, Some(0), "{}", told.said);
    // given everybody who has a password, what they try on the streams they know
    let users = [
        (&commune, "desk"),
        (&commune, "venue"),
        (&commune, "registration"),
        (&commune, "secretary"),
        (&commune, "hall"),
        (&commune, "dossiers"),
        (&province, "province"),
    ];
    for (server, user) in users {
        let mut client = BareClient::of(&server.url(user));
        for stream in ["DOITHOAI", "DOSSIERS"] {
            for (api, payload) in [
                ("STREAM.DELETE", ""),
                ("STREAM.PURGE", ""),
                ("STREAM.MSG.DELETE", r#"{"seq":1}"#),
                ("STREAM.RESTORE", ""),
                ("STREAM.SNAPSHOT", ""),
            ] {
                let length = payload.len();
                let attempt = format!("PUB $JS.API.{api}.{stream} {length}\r\n{payload}");
                let said = client.tries(&attempt);
                assert!(
                    said.contains("Permissions Violation"),
                    "{user} {attempt}: {said}"
                );
            }
        }
        for subject in ["doithoai.session.>", "doithoai.dossier.>", ">", "$SYS.>"] {
            let said = client.tries(&format!("SUB {subject} 7"));
            assert!(
                said.contains("Permissions Violation"),
                "{user} {subject}: {said}"
            );
        }
    }
    // and the streams say so themselves, to whoever may change them
    let mut admin = BareClient::of(&province.url("admin"));
    admin.says("SUB answer.x 1");
    until("the province gathers", || {
        let data = tempfile::tempdir().unwrap();
        report_on(data.path(), &province, true).0
    });
    for api in [
        "STREAM.PURGE.DOSSIERS 0\r\n",
        "STREAM.MSG.DELETE.DOSSIERS 9\r\n{\"seq\":1}",
    ] {
        let (subject, rest) = api.split_once(' ').unwrap();
        admin.says(&format!("PUB $JS.API.{subject} answer.x {rest}"));
        let told = String::from_utf8(admin.hears()).unwrap();
        assert!(
            told.contains("not permitted") || told.contains("denied"),
            "{told}"
        );
    }
}

#[test]
fn a_commune_s_configuration_lets_sessions_be_shared_and_the_province_see_none_of_them() {
    let Some(engine) = engine() else { return };
    let leaf = free_port();
    let province = handed_out(&engine, "province.conf", leaf);
    let commune = handed_out(&engine, "commune.conf", leaf);
    let mut desk = Desk::of_sample();
    let url = commune.url("desk");
    let share = Share::through(&desk, &engine, &url);
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
    let share = Share::through(&desk, &engine, &url);
    share.says("Đã chuyển đủ");
    assert_eq!(
        std::fs::read(desk.folder.join("journal.ron")).unwrap(),
        journal
    );
}
