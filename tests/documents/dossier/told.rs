//! What the papers may not leave out, and may not add: answers in every paper, notes in an annex, seconds where a minute
//! tells two times apart, nothing concluded without a tick, what follows the session alone in the calendar.

use doithoai::documents::Options;
use doithoai::domain::regulation::{Anchor, ClassKind, Phase, StepKind};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::event::NotePlace;
use doithoai::domain::session::floor::TurnId;
use doithoai::domain::session::plan::Layout;
use doithoai::domain::session::timing::{Edge, SegmentId};
use doithoai::store::profiles;

use super::evening::evening;
use super::readers::{Docx, bytes, dossier};
use super::stage::{self, REGULATIONS, Stage, reason};
use super::workbook::texts;

fn opened(id: &str, layout: Layout, speakers: u32) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = stage::plan(&regulation, layout, speakers);
    plan.opinions.clear();
    Stage::opened(plan, regulation)
}

fn text(stage: &Stage, path: &str) -> String {
    Docx::read(bytes(&dossier(stage, &Options::default()), path)).text()
}

#[test]
fn an_answer_stands_in_slip_petition_notice_and_workbook_as_it_stands_in_the_minutes() {
    for id in REGULATIONS {
        let mut stage = opened(id, Layout::State, 3);
        stage.up_to_the_dialogue();
        stage.round(1, ClassKind::AnsweredNow);
        stage.round(2, ClassKind::VerifyLater);
        stage.round(3, ClassKind::ReportUpward);
        stage::conclude(&mut stage);
        let files = dossier(&stage, &Options::default());
        let paper = |path: &str| Docx::read(bytes(&files, path)).text();
        let answers = [
            "sẽ bố trí đá dăm gia cố",
            "xã chia lịch cấp nước luân phiên",
            "Trung tâm sẽ liên hệ từng hộ",
        ];
        let book = texts(bytes(&files, "bang-tong-hop.xlsx")).join("\n");
        for answer in answers {
            assert!(paper("bien-ban.docx").contains(answer), "{id}: {answer}");
            assert!(
                paper("thong-bao-ket-luan.docx").contains(answer),
                "{id}: {answer}"
            );
            assert!(book.contains(answer), "{id}: {answer}");
        }
        assert!(
            paper("phieu-chuyen/01-hanh-chinh-cong.docx").contains(answers[1]),
            "{id}"
        );
        assert!(
            paper("kien-nghi-cap-tren.docx").contains(answers[2]),
            "{id}"
        );
        // no row of dots where the answer is known
        assert!(
            !paper("bien-ban.docx").contains("Trả lời ý kiến số 1: …"),
            "{id}"
        );
    }
}

#[test]
fn nothing_is_concluded_without_a_tick() {
    for id in REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            // given a conclusion that was begun and in which nothing was ticked
            let mut stage = opened(id, layout, 2);
            stage.up_to_the_dialogue();
            stage.round(1, ClassKind::AnsweredNow);
            stage.round(2, ClassKind::ReportUpward);
            let steps = &stage.session.regulation().steps;
            let conclusion = steps.iter().find(|step| step.kind == StepKind::Conclusion);
            let conclusion = conclusion.unwrap().clone();
            stage.act(Command::EnterStep {
                step: conclusion.id.clone(),
                reason: Some(reason("Mất điện")),
            });
            stage.pass(30);
            stage.act(Command::Close {
                reason: Some(reason("Mất điện")),
            });
            // then the papers conclude nothing and rest on no conclusion
            let minutes = text(&stage, "bien-ban.docx");
            assert!(
                !minutes.contains("Người chủ trì kết luận:"),
                "{id}\n{minutes}"
            );
            assert!(
                minutes.contains("Không thực hiện đủ các việc")
                    && !minutes.contains("Không thực hiện: "),
                "{id}\n{minutes}"
            );
            let notice = text(&stage, "thong-bao-ket-luan.docx");
            assert!(!notice.contains("kết luận như sau"), "{id}\n{notice}");
            assert!(
                notice.contains("chưa nêu kết luận theo từng nội dung"),
                "{id}\n{notice}"
            );
            let petition = text(&stage, "kien-nghi-cap-tren.docx");
            assert!(
                !petition.contains("Thực hiện kết luận của người chủ trì"),
                "{id}\n{petition}"
            );
        }
    }
}

#[test]
fn nothing_is_concluded_before_it_was_raised() {
    for id in REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            // given a conclusion that was given, and somebody heard after it, with whom the session ended
            let mut stage = opened(id, layout, 2);
            stage.up_to_the_dialogue();
            stage.round(1, ClassKind::AnsweredNow);
            let steps = stage.session.regulation().steps.clone();
            let conclusion = steps.iter().find(|step| step.kind == StepKind::Conclusion);
            let conclusion = conclusion.unwrap();
            let enter = |step: &doithoai::domain::regulation::Step| Command::EnterStep {
                step: step.id.clone(),
                reason: Some(reason("Chủ trì cho nghe thêm một ý kiến")),
            };
            stage.act(enter(conclusion));
            for act in &conclusion.acts {
                stage.pass(20);
                stage.act(Command::Tick {
                    act: act.id.clone(),
                });
            }
            stage.pass(60);
            let dialogue = steps
                .iter()
                .find(|step| step.phases().contains(&Phase::Speech));
            stage.act(enter(dialogue.unwrap()));
            stage.round(2, ClassKind::VerifyLater);
            stage.act(Command::Close {
                reason: Some(reason("Hết giờ")),
            });
            // then the minutes conclude only what had been raised by then
            let minutes = text(&stage, "bien-ban.docx");
            let at = minutes.find("Người chủ trì kết luận:").unwrap();
            let (_, after) = minutes.split_at(at);
            // what led away from the conclusion is told after it
            let way_back = after.find("quay lại nội dung").unwrap();
            let concluded = &after[..way_back];
            assert!(
                !concluded.contains("Bể nước tập trung"),
                "{id}\n{concluded}"
            );
            assert!(
                after[way_back..].contains("Bể nước tập trung"),
                "{id}\n{minutes}"
            );
            assert_eq!(
                minutes.matches("Người chủ trì kết luận:").count(),
                1,
                "{id}"
            );
        }
    }
}

#[test]
fn lawful_and_legitimate_is_what_the_chair_accepted_and_no_list_of_the_program() {
    for layout in [Layout::State, Layout::Party] {
        let evening = evening(profiles::load("dien-bien", None).unwrap(), layout);
        for (path, next) in [
            ("bien-ban.docx", "b) Chỉ đạo"),
            ("thong-bao-ket-luan.docx", "2. Chỉ đạo"),
        ] {
            let paper = text(&evening, path);
            let at = paper
                .find("Tiếp thu những ý kiến, kiến nghị hợp pháp, chính đáng")
                .unwrap();
            let accepted = &paper[at..at + paper[at..].find(next).unwrap()];
            assert!(
                accepted.contains("Ghi nhận tinh thần thẳng thắn."),
                "{accepted}"
            );
            assert!(
                !accepted.contains("ý kiến số") && !accepted.contains("Gồm"),
                "{accepted}"
            );
        }
    }
}

#[test]
fn a_note_for_the_annex_stands_there_and_one_for_the_aide_nowhere() {
    let mut stage = opened("dan-tien-2025", Layout::Party, 1);
    stage.up_to_the_dialogue();
    let note = |text: &str, place| Command::NoteInto {
        text: text.into(),
        item: None,
        place,
    };
    stage.act(note("Có 03 phóng viên dự", NotePlace::Annex));
    stage.act(Command::Note {
        text: "Nhớ rót nước".into(),
        item: None,
    });
    stage.round(1, ClassKind::AnsweredNow);
    stage::conclude(&mut stage);
    let minutes = text(&stage, "bien-ban.docx");
    let (course, annex) = minutes.split_once("PHỤ LỤC KÈM THEO BIÊN BẢN").unwrap();
    assert!(
        !course.contains("phóng viên") && annex.contains("Có 03 phóng viên dự"),
        "{minutes}"
    );
    for file in dossier(&stage, &Options::default()) {
        if std::path::Path::new(&file.path).extension() == Some("docx".as_ref()) {
            let paper = Docx::read(&file.bytes).text();
            assert!(!paper.contains("rót nước"), "{}", file.path);
        }
    }
}

#[test]
fn a_correction_below_a_minute_shows_seconds() {
    let mut stage = opened("lao-cai-7-qc-tu-2025", Layout::State, 1);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::AnsweredNow);
    let began = stage.record().turns[0].span.as_ref().unwrap().began;
    stage.act(Command::CorrectTime {
        segment: SegmentId::Turn(TurnId(1)),
        edge: Edge::Begin,
        by: if began.format("%S").to_string() == "00" {
            3_000
        } else {
            -1_000
        },
        reason: reason("Bấm muộn"),
    });
    stage::conclude(&mut stage);
    let span = stage.record().turns[0].span.clone().unwrap();
    let said = |at: doithoai::domain::time::Wall| at.format("%H giờ %M phút %S giây").to_string();
    let minutes = text(&stage, "bien-ban.docx");
    let told = format!(
        "bắt đầu lúc {} (ghi ban đầu: {})",
        said(span.began),
        said(span.measured_began)
    );
    assert!(minutes.contains(&told), "{told}\n{minutes}");
}

#[test]
fn a_session_that_is_called_a_dialogue_is_a_conference_in_a_sentence() {
    for layout in [Layout::State, Layout::Party] {
        let regulation = profiles::load("tang-tien-2024", None).unwrap();
        let mut plan = stage::plan(&regulation, layout, 2);
        plan.title = "Đối thoại trực tiếp với Nhân dân xã Phiêng Mây năm 2026".into();
        let mut stage = Stage::opened(plan, regulation);
        stage.up_to_the_dialogue();
        stage.round(1, ClassKind::AnsweredNow);
        stage.round(2, ClassKind::ReportUpward);
        stage::conclude(&mut stage);
        for path in [
            "thong-bao-ket-luan.docx",
            "kien-nghi-cap-tren.docx",
            "thong-bao-cong-khai.docx",
        ] {
            let paper = text(&stage, path);
            assert!(
                paper.contains("hội nghị đối thoại trực tiếp với Nhân dân"),
                "{path}\n{paper}"
            );
            for wrong in ["tại đối thoại", "chủ trì đối thoại", "hội nghị hội nghị"]
            {
                assert!(!paper.contains(wrong), "{path}: {wrong}\n{paper}");
            }
        }
    }
}

#[test]
fn the_calendar_holds_nothing_that_was_due_before_or_that_is_only_listed() {
    for id in REGULATIONS {
        let stage = evening(profiles::load(id, None).unwrap(), Layout::State);
        let files = dossier(&stage, &Options::default());
        let calendar = String::from_utf8(bytes(&files, "han-xu-ly.ics").to_vec()).unwrap();
        let calendar = calendar.replace("\r\n ", "");
        let days = calendar
            .lines()
            .filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:"));
        assert!(days.clone().count() > 0, "{id}");
        for day in days {
            assert!(day >= "20261125", "{id}: {day}");
        }
        let before = stage.session.regulation().deadlines.iter();
        for duty in before.filter(|duty| duty.anchor == Anchor::BeforeSession) {
            assert!(
                !calendar.contains(&duty.title.vi),
                "{id}: {}",
                duty.title.vi
            );
        }
    }
}

/// The minutes of a session that an earlier version ran.
fn minutes_of_before(name: &str) -> String {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/0.1.0/sessions");
    let path = folder.join(name).join("journal.ron");
    let reading = doithoai::store::journal::read(&path).unwrap();
    let session = doithoai::store::sessions::session_of(&reading).unwrap();
    let record = doithoai::domain::record::SessionRecord::as_left(&session);
    let lines = std::fs::read(&path).unwrap();
    let files = doithoai::documents::make(&record, &lines, &Options::default()).unwrap();
    Docx::read(bytes(&files, "bien-ban.docx")).text()
}

#[test]
fn what_earlier_versions_asked_under_every_text_is_told_only_where_the_text_asks_for_it() {
    for name in [
        "lao-cai-7-qc-tu-2025",
        "dien-bien",
        "dan-tien-2025",
        "tang-tien-2024",
    ] {
        let minutes = minutes_of_before(&format!("everything-{name}"));
        // he who came late spoke, and that is all there is to tell
        assert!(
            minutes.contains("đăng ký tại hội nghị) phát biểu"),
            "{name}\n{minutes}"
        );
        for breach in ["phạm vi đã thông báo", "là người không đăng ký trước"] {
            assert!(!minutes.contains(breach), "{name}: {breach}\n{minutes}");
        }
        // what did depart from the order is told as before
        assert!(minutes.contains("khác trình tự"), "{name}\n{minutes}");
    }
    let asked = minutes_of_before("everything-qd-1573-2025");
    assert!(
        asked.contains("nội dung thuộc phạm vi đã thông báo"),
        "{asked}"
    );
}

#[test]
fn a_conclusion_of_one_act_is_no_list_and_who_carries_out_a_step_does_not_preside_by_it() {
    for id in REGULATIONS {
        let evening = stage::everything(id, Layout::State);
        let minutes = text(&evening, "bien-ban.docx");
        let conclusion = evening
            .session
            .regulation()
            .steps
            .iter()
            .find(|step| step.kind == StepKind::Conclusion)
            .unwrap();
        let first = &conclusion.acts[0].title.vi;
        assert_eq!(
            minutes.contains(&format!("\na) {first}")),
            conclusion.acts.len() > 1,
            "{id}\n{minutes}"
        );
        assert!(minutes.contains(first), "{id}");
        assert!(!minutes.contains("Điều hành:"), "{id}");
        assert!(
            minutes.contains("Thực hiện: Người chủ trì."),
            "{id}\n{minutes}"
        );
    }
}
