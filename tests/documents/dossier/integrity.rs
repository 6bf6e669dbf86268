//! The dossier as a whole: sums, sameness, schema, calendar, the version for public notice, and where it is written.

use std::collections::BTreeSet;
use std::process::Command;

use doithoai::documents::{DossierError, Making, Options, is_name_of_dossier};
use doithoai::domain::i18n::Explain as _;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::plan::Layout;
use doithoai::store::bundle::write;
use serde_json::Value;

use crate::dossier::readers::{bytes, dossier, events, parts};
use crate::dossier::stage::{REGULATIONS, TAKEN_BACK, everything, long};

const SCHEMA: &str = include_str!("../../../config/schema/record.schema.json");

/// The published schema, and the same with nothing allowed that it does not name: a field that was added to the record
/// and not to the schema fails here.
fn validators() -> [jsonschema::Validator; 2] {
    let published: Value = serde_json::from_str(SCHEMA).unwrap();
    let mut strict = published.clone();
    forbid_unnamed(&mut strict);
    [published, strict].map(|schema| jsonschema::validator_for(&schema).unwrap())
}

fn forbid_unnamed(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") {
                object.insert("additionalProperties".into(), Value::Bool(false));
            }
            object.values_mut().for_each(forbid_unnamed);
        }
        Value::Array(values) => values.iter_mut().for_each(forbid_unnamed),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_record_follows_its_published_schema_and_reads_back() {
    let validators = validators();
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        for public in [false, true] {
            let options = Options {
                public,
                ..Options::default()
            };
            let files = dossier(&stage, &options);
            let json: Value = serde_json::from_slice(bytes(&files, "record.json")).unwrap();
            for validator in &validators {
                let faults: Vec<String> = validator
                    .iter_errors(&json)
                    .map(|fault| format!("{} at {}", fault, fault.instance_path()))
                    .collect();
                assert!(faults.is_empty(), "{id}: {faults:#?}");
            }
            let record = if public {
                stage.record().for_public()
            } else {
                stage.record()
            };
            let from_json: SessionRecord = serde_json::from_value(json).unwrap();
            assert_eq!(from_json, record);
            let ron = std::str::from_utf8(bytes(&files, "record.ron")).unwrap();
            let from_ron: SessionRecord = ron::from_str(ron).unwrap();
            assert_eq!(from_ron, record);
        }
    }
}

#[test]
fn the_same_session_gives_the_same_bytes_and_a_sum_for_each_file() {
    for layout in [Layout::State, Layout::Party] {
        let stage = everything("qd-1573-2025", layout);
        let files = dossier(&stage, &Options::default());
        assert_eq!(files, dossier(&stage, &Options::default()));
        for file in &files[..files.len() - 1] {
            assert!(is_name_of_dossier(&file.path), "{}", file.path);
        }
        assert!(!is_name_of_dossier("quyet-dinh.docx") && !is_name_of_dossier("phieu-chuyen/"));
        // given it is written, when the system's own tool checks it, then every file is whole
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("hồ sơ");
        write(&files, &to).unwrap();
        // Windows has none of that name.
        if cfg!(unix) {
            let checked = Command::new("sha256sum")
                .args(["--check", "--strict", "MANIFEST.sha256"])
                .current_dir(&to)
                .output()
                .unwrap();
            assert!(checked.status.success(), "{checked:?}");
            let sums = String::from_utf8(checked.stdout).unwrap();
            assert_eq!(sums.lines().count(), files.len() - 1);
        }
    }
}

#[test]
fn documents_are_made_one_by_one() {
    let stage = everything("dan-tien-2025", Layout::State);
    let (record, journal) = (stage.record(), stage.journal());
    let mut making = Making::new(&record, &journal, &Options::default()).unwrap();
    assert_eq!(making.coming().as_deref(), Some("bien-ban.docx"));
    let (mut paths, mut made) = (Vec::new(), 0);
    while let Some(coming) = making.coming() {
        let file = making.next().unwrap().unwrap();
        assert_eq!(file.path, coming);
        // A letter to each petitioner stands in its own folder.
        if !file.path.starts_with("thu-tra-loi/") {
            paths.push(file.path);
        }
        made += 1;
        assert_eq!(making.made(), made);
    }
    assert_eq!(made, making.total());
    assert_eq!(
        paths,
        [
            "bien-ban.docx",
            "bang-tong-hop.xlsx",
            "thong-bao-ket-luan.docx",
            "kien-nghi-cap-tren.docx",
            "phieu-chuyen/01-hanh-chinh-cong.docx",
            "thong-bao-cong-khai.docx",
            "han-xu-ly.ics",
            "record.json",
            "record.ron",
            "journal.ron",
            "muc-luc.docx",
            "MANIFEST.sha256",
        ]
    );
}

#[test]
fn the_calendar_has_every_day_with_its_article_and_the_same_ids_each_time() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let files = dossier(&stage, &Options::default());
        let found = events(bytes(&files, "han-xu-ly.ics"));
        let due = stage
            .record()
            .deadlines
            .iter()
            .filter(|deadline| deadline.waived.is_none())
            .filter(|deadline| {
                deadline
                    .on
                    .is_some_and(|on| on.to_string().as_str() >= "2026-11-25")
            })
            .count();
        assert!(found.len() > due, "{id}: {} of {due}", found.len());
        let ids: BTreeSet<&String> = found.iter().map(|event| &event["UID"]).collect();
        assert_eq!(ids.len(), found.len(), "{id}");
        // What was due before the session is no entry of what follows it.
        assert!(
            found
                .iter()
                .all(|event| event["DTSTART;VALUE=DATE"].as_str() >= "20261125")
        );
        for event in &found {
            assert!(event["DTSTAMP"].starts_with("20261125T"), "{event:?}");
            assert_eq!(event["DTSTART;VALUE=DATE"].len(), 8);
            assert!(!event["SUMMARY"].is_empty());
        }
        assert!(found.iter().any(|event| {
            event["SUMMARY"].contains("Trung tâm Phục vụ hành chính công xã")
                && event["DTSTART;VALUE=DATE"] == "20261218"
        }));
        assert!(
            found
                .iter()
                .any(|event| event["DESCRIPTION"].contains("Căn cứ:"))
        );
        // mended after closing: the same ids, so that importing again changes the entries
        let mut mended = everything(id, Layout::State);
        let item = mended.session.state().items[0].id;
        mended.act(
            doithoai::domain::session::command::Command::SummariseAnswer {
                item,
                answer: "Khác".into(),
            },
        );
        let again = events(bytes(
            &dossier(&mended, &Options::default()),
            "han-xu-ly.ics",
        ));
        let ids_again: BTreeSet<&String> = again.iter().map(|event| &event["UID"]).collect();
        assert_eq!(ids, ids_again);
    }
}

/// All text in a dossier, that inside zips too.
fn all_text(files: &[doithoai::documents::DossierFile]) -> String {
    files
        .iter()
        .map(|file| {
            if file.path.ends_with('x') {
                parts(&file.bytes).into_values().collect::<String>()
            } else {
                String::from_utf8_lossy(&file.bytes).into_owned()
            }
        })
        .collect()
}

#[test]
fn the_version_for_public_notice_holds_nothing_private() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let public = all_text(&dossier(
            &stage,
            &Options {
                public: true,
                ..Options::default()
            },
        ));
        let kept = all_text(&dossier(&stage, &Options::default()));
        for private in [
            "0900 000",
            "0987 654 321",
            "0912.345.678",
            "Số nhà",
            "Chú ý riêng cho thư ký",
            "Triệu Văn Kẻo",
            "Chảo Sử Mẩy",
        ] {
            assert!(!public.contains(private), "{id}: {private}");
            assert!(
                private == "Chảo Sử Mẩy" || kept.contains(private),
                "{id}: {private}"
            );
        }
        // The plan has names masked; officials and villages stay.
        for told in ["T.V.K.", "Hoàng Văn Đức", "thôn Nà Hỏi"] {
            assert!(public.contains(told), "{id}: {told}");
        }
        if let Some(refusal) = &stage.session.regulation().refusal {
            assert!(
                !public.contains(&refusal.grounds.last().unwrap().text.vi),
                "{id}"
            );
        }
    }
}

#[test]
fn what_was_taken_back_stands_in_no_file() {
    let files = dossier(&everything("dien-bien", Layout::State), &Options::default());
    assert!(!all_text(&files).contains(TAKEN_BACK));
    let record = String::from_utf8_lossy(bytes(&files, "record.json")).into_owned();
    assert!(record.contains("\"undone\": true"));
}

#[test]
fn a_dossier_is_written_whole_or_not_at_all() {
    let files = dossier(
        &everything("dan-tien-2025", Layout::State),
        &Options::default(),
    );
    let home = tempfile::tempdir().unwrap();
    // given a place that cannot be: a folder inside a file
    std::fs::write(home.path().join("file"), "").unwrap();
    let error = write(&files, &home.path().join("file/dossier")).unwrap_err();
    assert!(matches!(error, DossierError::Io { .. }));
    assert!(
        error
            .explained(doithoai::domain::i18n::Lang::Vi)
            .hint
            .is_some()
    );
    // and one where it lies already, as it was written: replaced
    let to = home.path().join("dossier");
    for _ in 0..2 {
        assert_eq!(write(&files, &to).unwrap().folder, to);
    }
    let left: BTreeSet<String> = std::fs::read_dir(home.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(
        left,
        BTreeSet::from(["dossier".to_owned(), "file".to_owned()])
    );
}

#[test]
fn a_session_that_has_hardly_begun_can_be_exported_as_well() {
    for id in REGULATIONS {
        let mut stage = long(id, Layout::Party, 1);
        // back to before everything
        while stage.session.history().to_undo().is_some() {
            stage.act(doithoai::domain::session::command::Command::Undo);
        }
        let files = dossier(&stage, &Options::default());
        assert!(files.iter().any(|file| file.path == "bien-ban.docx"));
    }
}
