//! A sixth regulation is a further file: other steps, anchors, units, grounds and papers than the five have.

use std::fs;
use std::path::Path;

use doithoai::cli::print::regulations as print;
use doithoai::domain::deadlines::{Basis, Dates};
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::regulation::{ClassKind, Phase, StepKind, Unregistered};
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use doithoai::store::profiles;

const SIXTH: &str = r#"
// Quy chế của xã Mường Thử.
(
    id: "muong-thu-2027",
    title: (vi: "Quy chế đối thoại xã Mường Thử", en: "Dialogue regulation of Mường Thử commune"),
    short: (vi: "Quy chế Mường Thử", en: "Mường Thử regulation"),
    number: "01-QC/ĐU",
    issued: On("2027-03-01"),
    issuer: (vi: "Đảng ủy xã Mường Thử", en: "Party Committee of Mường Thử commune"),
    steps: [
        (
            id: "welcome",
            kind: Opening,
            title: (vi: "Chào mừng", en: "Welcome"),
            lead: (vi: "Trưởng bản", en: "The village head"),
            article: "Điều 4",
            acts: [(id: "anthem", title: (vi: "Chào cờ", en: "Salute the flag"))],
            usual_minutes: 5,
        ),
        (
            id: "last-time",
            kind: Other,
            title: (vi: "Kết quả lần trước", en: "Results of last time"),
            lead: (vi: "Thư ký", en: "The secretary"),
            article: "Điều 4",
            acts: [(id: "read", title: (vi: "Đọc kết quả", en: "Read the results"), article: "Điều 9")],
            usual_minutes: 10,
        ),
        (
            id: "youth",
            kind: Dialogue([Speech, Answer]),
            title: (vi: "Thanh niên đối thoại", en: "Dialogue with the young"),
            lead: (vi: "Chủ tịch", en: "The chairman"),
            article: "Điều 5",
            usual_minutes: 45,
        ),
        (
            id: "break",
            kind: Other,
            title: (vi: "Văn nghệ", en: "Music"),
            lead: (vi: "Đoàn Thanh niên", en: "The Youth Union"),
            article: "Điều 5",
            acts: [(id: "song", title: (vi: "Hát", en: "Sing"))],
            usual_minutes: 15,
        ),
        (
            id: "elders",
            kind: Dialogue([Speech, Answer, FollowUp]),
            title: (vi: "Người cao tuổi đối thoại", en: "Dialogue with the elders"),
            lead: (vi: "Bí thư", en: "The secretary of the Party Committee"),
            article: "Điều 6",
            usual_minutes: 60,
        ),
        (
            id: "end",
            kind: Conclusion,
            title: (vi: "Kết luận", en: "Conclusion"),
            lead: (vi: "Bí thư", en: "The secretary of the Party Committee"),
            article: "Điều 7",
            acts: [(id: "promise", title: (vi: "Cam kết", en: "Promise"), items: [AnsweredNow, VerifyLater, ReportUpward])],
            usual_minutes: 10,
        ),
    ],
    rules: (
        unregistered: Accepted((article: "Điều 5", text: (vi: "Ai cũng được nói", en: "Anyone may speak"))),
    ),
    refusal: (
        article: "Điều 8",
        grounds: [(id: "armed", text: (vi: "Mang vũ khí", en: "Carries a weapon"))],
    ),
    deadlines: [
        (
            id: "drum",
            kind: PublicNotice,
            title: (vi: "Đánh trống báo", en: "Announce by drum"),
            article: "Điều 3",
            limit: (days: 3, unit: Working),
            anchor: BeforeSession,
        ),
        (
            id: "answers",
            title: (vi: "Trả lời", en: "Answer"),
            article: "Điều 10",
            limit: (days: 20, unit: Calendar),
            anchor: Notice,
            items: [VerifyLater],
        ),
        (
            id: "answers-longer",
            title: (vi: "Trả lời, kéo dài", en: "Answer, extended"),
            article: "Điều 10",
            limit: (days: 1, unit: Working),
            anchor: Notice,
            extends: "answers",
            condition: (vi: "Khi mưa lũ", en: "In floods"),
        ),
    ],
    dossier: (
        article: "Điều 11",
        entries: [
            (id: "photos", title: (vi: "Ảnh", en: "Photographs")),
            (id: "minutes", title: (vi: "Biên bản", en: "Minutes"), document: Minutes),
        ],
    ),
)
"#;

#[test]
fn a_sixth_regulation_in_a_file_of_its_own_loads_prints_and_counts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("muong-thu-2027.ron");
    fs::write(&path, SIXTH).unwrap();

    let regulation = profiles::load("muong-thu-2027", Some(folder.path())).unwrap();

    assert_eq!(regulation.steps.len(), 6);
    assert_eq!(
        regulation.steps[2].kind,
        StepKind::Dialogue(vec![Phase::Speech, Phase::Answer])
    );
    assert!(matches!(
        regulation.rules.unregistered,
        Unregistered::Accepted(_)
    ));
    let held = "2026-11-20".parse().unwrap();
    let notice = "2026-11-23".parse().ok();
    let calendar = doithoai::store::calendars::load(None).unwrap();
    let due: Vec<String> = Basis::of(calendar)
        .due_dates(&regulation, &Dates::of(held).with_notice(notice))
        .iter()
        .map(|due_date| due_date.on().unwrap().to_string())
        .collect();
    // 20 days after Monday 23/11 is Sunday 13/12; the day after 23/11 is off.
    assert_eq!(due, ["2026-11-17", "2026-12-14", "2026-11-25"]);
    let page = print::profile(&regulation, Lang::Vi);
    assert!(page.contains("Đánh trống báo") && page.contains("Mang vũ khí"));
    assert!(
        print::check(&path, Lang::Vi)
            .unwrap()
            .contains("không có lỗi")
    );
}

#[test]
fn a_session_runs_to_its_end_under_a_sixth_regulation() {
    // given a session of the sample under a regulation that only exists as a file
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("muong-thu-2027.ron"), SIXTH).unwrap();
    let regulation = profiles::load("muong-thu-2027", Some(folder.path())).unwrap();
    let plan = doithoai::documents::plan_import::sample_under(&regulation).unwrap();
    let mut clock = Clock::by_hand("2026-11-20T08:00:00+07:00".parse().unwrap());
    let mut session = Session::open(JournalEntry {
        by: None,
        request: None,
        seq: Seq(1),
        at: clock.now(),
        events: Session::opening(plan, regulation.clone()),
    })
    .unwrap();
    // when nothing but the prescribed next act is done, and every item gets the class proposed for it
    let mut classes = ClassKind::ALL.into_iter().cycle();
    for _ in 0..1000 {
        clock.pass(Millis::of_seconds(20));
        let next = session.next();
        let command = if let Next::Class(item) = next {
            let class = session.proposal(item, classes.next().unwrap());
            Command::ClassItem { item, class }
        } else if let Some(command) = next.command(&session) {
            command
        } else {
            break;
        };
        let events = session.decide(command, clock.now()).unwrap();
        let record = session.record(events, clock.now());
        session.apply(record);
    }
    // then it is closed, everybody was heard, and exactly the steps of the file were held, in its order
    assert!(session.state().closed.is_some());
    assert_eq!(session.state().queue.waiting().count(), 0);
    assert!(session.state().deviations.is_empty());
    let record = SessionRecord::as_left(&session);
    let steps: Vec<_> = record
        .steps
        .iter()
        .map(|step| (&step.id, &step.article))
        .collect();
    let prescribed: Vec<_> = regulation
        .steps
        .iter()
        .map(|step| (&step.id, &step.article))
        .collect();
    assert_eq!(steps, prescribed);
    assert!(record.steps.iter().all(|step| step.began.is_some()));
}

#[test]
fn the_template_passes_the_check_it_asks_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quy-che.ron");
    fs::write(&path, print::TEMPLATE).unwrap();
    assert_eq!(profiles::check_file(&path).unwrap().steps.len(), 3);
    let report = print::check(&path, Lang::Vi).unwrap();
    assert!(report.contains("không có lỗi") && report.contains("regulations-template.ron"));
    // In the folder the name has to be right, since it is found by its name.
    assert!(profiles::load("quy-che", Some(folder.path())).is_err());
    assert!(
        !profiles::ids(None)
            .iter()
            .any(|id| id.0.contains("template"))
    );
    assert!(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("config/regulations-template.ron")
            .exists()
    );
}

#[test]
fn every_file_in_the_folder_of_profiles_is_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/regulations");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let mut shipped: Vec<String> = profiles::ids(None).into_iter().map(|id| id.0).collect();
    files.sort();
    shipped.sort();
    assert_eq!(files, shipped);
}
