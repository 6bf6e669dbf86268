//! Whoever was heard is told of as heard, whatever became of them afterwards.

use doithoai::documents::Options;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::plan::{Layout, Number};
use doithoai::domain::session::queue::Standing;
use doithoai::store::profiles;

use crate::dossier::readers::{Docx, bytes, dossier};
use crate::dossier::stage::{Stage, conclude, plan};

/// Four who registered; the first two speak.
fn two_of_four_spoke() -> Stage {
    let regulation = profiles::load("lao-cai-7-qc-tu-2025", None).unwrap();
    let mut plan = plan(&regulation, Layout::State, 4);
    plan.opinions.clear();
    let mut stage = Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    stage.round(1, ClassKind::AnsweredNow);
    stage.round(2, ClassKind::AnsweredNow);
    stage
}

fn marked(number: u32, standing: Standing) -> Command {
    Command::SetStanding {
        number: Number(number),
        standing,
    }
}

fn text(stage: &Stage, path: &str) -> String {
    Docx::read(bytes(&dossier(stage, &Options::default()), path)).text()
}

/// What the minutes say in the list under this heading.
fn under<'a>(minutes: &'a str, heading: &str) -> Vec<&'a str> {
    let lines = minutes.lines().skip_while(|line| *line != heading).skip(1);
    lines.take_while(|line| line.starts_with("- ")).collect()
}

#[test]
fn whoever_was_refused_after_speaking_or_waited_again_in_vain_spoke() {
    // Given two who spoke: with one dialogue is refused since, the other waits once more until no time is left.
    let mut stage = two_of_four_spoke();
    let ground = stage.ground().unwrap();
    stage.act(Command::RefusePerson {
        number: Number(1),
        ground: ground.clone(),
    });
    stage.act(marked(2, Standing::Waiting));
    stage.act(marked(3, Standing::Absent));
    stage.act(Command::NoTimeForRest);
    conclude(&mut stage);

    // Then the minutes count each of the four once, those two among the heard.
    let minutes = text(&stage, "bien-ban.docx");
    assert!(
        minutes.contains(
            "04 người đăng ký phát biểu; 02 người đã phát biểu, 01 người vắng mặt, \
             01 người không còn thời gian phát biểu. Tổng số"
        ),
        "{minutes}"
    );
    // And list among the silent only who did not speak, and beside them what became of the others.
    assert_eq!(
        under(&minutes, "Những người đăng ký nhưng không phát biểu:"),
        [
            "- Anh Giàng A Chớ (số 3): vắng mặt khi được mời, nội dung đã đăng ký: “Nộp hồ sơ cấp giấy \
             chứng nhận quyền sử dụng đất đã lâu mà chưa được trả lời” – không ghi thành ý kiến: \
             người đăng ký đồng ý gửi bằng văn bản sau;",
            "- Bà Nguyễn Thị Ước (số 4): không còn thời gian phát biểu, nội dung đã đăng ký: “Cả bản chưa \
             có điện lưới, đề nghị cho biết kế hoạch cấp điện” – không ghi thành ý kiến: người đăng ký \
             đồng ý gửi bằng văn bản sau.",
        ]
    );
    assert_eq!(
        under(&minutes, "Ghi nhận thêm đối với những người đã phát biểu:"),
        [
            "- Ông Triệu Văn Kẻo (số 1): sau đó bị từ chối đối thoại;",
            "- Bà Lý Thị Mẩy (số 2): không còn thời gian phát biểu lần nữa.",
        ]
    );
    // And the notice counts both.
    let notice = text(&stage, "thong-bao-ket-luan.docx");
    assert!(
        notice.contains("Hội nghị có 02 người phát biểu"),
        "{notice}"
    );
}

#[test]
fn of_those_who_only_spoke_nothing_more_is_told() {
    let mut stage = two_of_four_spoke();
    stage.act(Command::NoTimeForRest);
    conclude(&mut stage);
    let minutes = text(&stage, "bien-ban.docx");
    assert!(!minutes.contains("Ghi nhận thêm"), "{minutes}");
}
