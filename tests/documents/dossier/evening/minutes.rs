//! What the minutes say of the evening: only what happened, each once.

use doithoai::documents::Options;
use doithoai::domain::regulation::{ClassKind, StepKind, Unregistered};
use doithoai::domain::session::plan::Layout;

use super::super::readers::{Docx, bytes, dossier};
use super::super::stage;
use super::super::stage::{REGULATIONS, Stage};
use super::{each, step_of};

#[test]
fn the_conclusion_stands_at_its_last_visit_with_the_acts_that_were_done() {
    each(|evening, papers| {
        let conclusion = step_of(evening, &StepKind::Conclusion).unwrap();
        let minutes = &papers.minutes;
        // told once, after the speaker for whom it was left
        assert_eq!(
            minutes.matches("Người chủ trì kết luận:").count(),
            1,
            "{}",
            papers.told
        );
        let told = minutes.find("Người chủ trì kết luận:").unwrap();
        let last_speech = minutes.find("Ông Bàn Phúc Vượng").unwrap();
        assert!(last_speech < told, "{}\n{minutes}", papers.told);
        // its words keep their lines
        papers.has(minutes, "\nGhi nhận tinh thần thẳng thắn.\n");
        papers.has(minutes, "\nGiao Văn phòng theo dõi từng ý kiến.\n");
        // leaving it for a speaker is one departure; what was done when it was taken up again was not left out
        let way_back = minutes.find("quay lại nội dung").unwrap();
        let title = &conclusion.title.vi;
        let left_out = format!("Không thực hiện đủ các việc trong nội dung “{title}”");
        papers.lacks(&minutes[..way_back], &left_out);
        // the act that was never done is not concluded, in no paper
        if conclusion.acts.len() > 1 {
            let left = &conclusion.acts.last().unwrap().title.vi;
            let lower: String = {
                let mut letters = left.chars();
                let first = letters.next().unwrap().to_lowercase();
                first.chain(letters).collect()
            };
            papers.lacks(minutes, &format!("Không thực hiện: {lower}."));
            papers.lacks(&papers.notice, left);
        }
        // and what was left out with a reason is told once
        papers.has(minutes, "Không thực hiện đủ các việc trong nội dung");
        if conclusion.acts.len() > 1 {
            papers.has(minutes, &left_out);
        }
    });
}

#[test]
fn nobody_is_invited_by_being_registered_and_silence_is_no_breach() {
    each(|evening, papers| {
        let minutes = &papers.minutes;
        papers.lacks(minutes, "Mời ông Sùng A Lặng");
        papers.lacks(minutes, "là người không đăng ký trước");
        let spoke = match &evening.session.regulation().rules.unregistered {
            Unregistered::WithinScope(_) => {
                "đăng ký tại hội nghị, nội dung thuộc phạm vi đã thông báo"
            }
            Unregistered::ByLeave(_) => {
                "đăng ký tại hội nghị, theo sự điều hành của người chủ trì, "
            }
            Unregistered::Silent | Unregistered::Accepted(_) => "đăng ký tại hội nghị",
        };
        let line = minutes
            .lines()
            .find(|line| line.contains("Ông Cứ A Sếnh") && line.contains("phát biểu"))
            .unwrap();
        papers.has(line, spoke);
        // whoever answered for the scope where no text asks for it has given the minutes no rule to tell
        if !matches!(
            evening.session.regulation().rules.unregistered,
            Unregistered::WithinScope(_)
        ) {
            papers.lacks(minutes, "phạm vi đã thông báo");
        }
        // what departs from the order is only what did
        assert_eq!(
            minutes.matches("khác trình tự").count(),
            evening.session.state().deviations.len(),
            "{}\n{minutes}",
            papers.told
        );
    });
}

#[test]
fn a_deputy_without_a_case_cites_none_and_the_papers_say_who_presided() {
    each(|evening, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "1. Chủ trì: bà Vi Thị Huyền, Phó Chủ tịch UBND xã, thay ",
        );
        papers.has(minutes, "Lý do: Người chủ trì ốm đột xuất.");
        papers.lacks(minutes, "ốm đột xuất (căn cứ");
        // she is not her own co-chair
        let co_chairs = minutes
            .lines()
            .find(|line| line.starts_with("2. Đồng chủ trì"))
            .unwrap();
        papers.lacks(co_chairs, "Vi Thị Huyền");
        papers.has(co_chairs, "Đỗ Mạnh Cường");
        for paper in [&papers.notice, &papers.slips[0], &papers.petition] {
            papers.has(paper, "bà Vi Thị Huyền, Phó Chủ tịch UBND xã");
        }
        // who signs is the office's, whoever held the chair
        let signs = evening.session.plan().chair.name.as_str();
        for paper in [&papers.notice, &papers.slips[0], &papers.petition] {
            papers.has(paper, &format!("\n{signs}"));
        }
        if evening.session.plan().layout == Layout::State {
            papers.lacks(&papers.notice, "T/M BAN THƯỜNG VỤ");
            papers.has(&papers.notice, "CHỦ TỊCH");
        } else {
            papers.has(&papers.notice, "T/M BAN THƯỜNG VỤ");
        }
    });
}

#[test]
fn an_answer_that_was_kept_as_prepared_or_read_out_stands_everywhere() {
    each(|evening, papers| {
        let answer = "Phòng Kinh tế đã thay các đoạn ống vỡ trong tháng 10";
        papers.has(&papers.minutes, answer);
        if step_of(evening, &StepKind::PreparedAnswers).is_some() {
            let read = "đọc nội dung trả lời ý kiến thu thập trước hội nghị của";
            assert_eq!(papers.minutes.matches(read).count(), 1, "{}", papers.told);
            // nothing is read where nothing was prepared, and an organisation keeps its capital
            papers.has(&papers.minutes, "trả lời Chi hội Phụ nữ thôn Phiêng Đồn");
        }
        let record = evening.record();
        assert!(record.items.iter().any(|item| {
            item.as_prepared
                && item
                    .answer
                    .as_deref()
                    .is_some_and(|text| text.contains(answer))
        }));
        // in the table of items and in the notice it stands as it stands in the minutes
        papers.has(&papers.workbook, answer);
        papers.has(&papers.notice, answer);
        // nowhere a row of dots where the answer is known
        for text in papers.all() {
            papers.lacks(text, "Trả lời: …");
        }
        papers.lacks(&papers.minutes, "Trả lời ý kiến số 1: …");
        let letters = papers.letters.join("\n");
        if !papers.letters.is_empty() {
            papers.has(&letters, &format!("Trả lời: {answer}."));
        }
        // whoever came in another's place spoke for the agency
        papers.has(
            &papers.minutes,
            "Phòng Kinh tế xã (ông Đàm Văn Thay, Phó Trưởng phòng) trả lời",
        );
    });
}

#[test]
fn what_people_announced_and_could_not_say_is_named() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "- Ông Lường Văn Ẩn (số 5): không còn thời gian phát biểu, nội dung đã đăng ký: “",
        );
        papers.has(
            minutes,
            "” – không ghi thành ý kiến: người đăng ký đồng ý nêu vào kỳ sau",
        );
        papers.has(
            minutes,
            "- Chị Đặng Thị Như Quỳnh (số 6): vắng mặt khi được mời, nội dung đã đăng ký: “",
        );
        papers.has(
            minutes,
            "- Bà Sùng Thị Mỵ (số 7): xin rút đăng ký, nội dung đã đăng ký: “",
        );
        papers.has(minutes, "Bà Nguyễn Thị Ước (số 4): gửi ý kiến bằng văn bản");
        papers.has(
            minutes,
            "01 người vắng mặt, 01 người rút đăng ký, 01 người gửi ý kiến bằng văn bản",
        );
        papers.has(
            minutes,
            "Ý kiến bằng văn bản hoặc qua bộ phận tổng hợp ý kiến:",
        );
        papers.has(
            minutes,
            "của bà Nguyễn Thị Ước, thôn Nà Hỏi: Cả bản chưa có điện lưới",
        );
        papers.lacks(minutes, "bộ phận thu nhận:");
    });
}

#[test]
fn attendance_is_told_as_it_was_recorded() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(minutes, "4. Đại biểu có mặt (01 người):");
        papers.has(minutes, "Đại biểu vắng mặt (01 người): bà Lý Thị Phượng");
        papers.has(minutes, "chưa ghi nhận có mặt (01 người): anh Hà Minh Tuấn");
        papers.has(minutes, "Tổng số người dự hội nghị: 87 người.");
        papers.has(
            minutes,
            "- Phòng Kinh tế xã, người trả lời: ông Đàm Văn Thay, Phó Trưởng phòng",
        );
    });
}

#[test]
fn what_was_noted_after_the_floor_was_said_and_a_blink_of_the_program_is_nothing() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        let speech = minutes.find("Ông Triệu Văn Kẻo, thôn Nà Hỏi").unwrap();
        let noted = minutes.find("Ghi thêm khi đã về chỗ").unwrap();
        let answer = minutes.find(" trả lời ông Triệu Văn Kẻo").unwrap();
        assert!(
            speech < noted && noted < answer,
            "{}\n{minutes}",
            papers.told
        );
        papers.lacks(minutes, "Việc ghi diễn biến bị gián đoạn");
        papers.has(minutes, "Hội trường mất điện ít phút.");
    });
}

#[test]
fn nothing_tells_of_a_session_that_never_was() {
    for id in REGULATIONS {
        let regulation = doithoai::store::profiles::load(id, None).unwrap();
        let plan = stage::plan(&regulation, Layout::State, 3);
        let never = Stage::opened(plan, regulation);
        let paths: Vec<String> = dossier(&never, &Options::default())
            .into_iter()
            .map(|file| file.path)
            .collect();
        for path in ["thong-bao-ket-luan.docx", "thong-bao-cong-khai.docx"] {
            assert!(!paths.contains(&path.to_owned()), "{id}: {paths:?}");
        }
        assert!(paths.iter().all(|path| !path.starts_with("thu-tra-loi")));
    }
}

#[test]
fn short_minutes_tell_a_turn_in_a_sentence_and_the_times_in_an_annex() {
    let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 2);
    plan.settings.short_minutes = Some(true);
    plan.opinions.clear();
    let mut evening = Stage::opened(plan, regulation);
    evening.up_to_the_dialogue();
    evening.round(1, ClassKind::AnsweredNow);
    evening.round(2, ClassKind::VerifyLater);
    stage::conclude(&mut evening);
    let files = dossier(&evening, &Options::default());
    let minutes = Docx::read(bytes(&files, "bien-ban.docx"));
    let text = minutes.text();
    assert!(
        text.contains(
            "Ông Triệu Văn Kẻo, thôn Nà Hỏi (số 1) phát biểu: ý kiến số 1 – Đường trục thôn"
        ),
        "{text}"
    );
    let (course, annex) = text.split_once("PHỤ LỤC KÈM THEO BIÊN BẢN").unwrap();
    assert!(course.contains("Mã kiểm tra") && annex.contains("Thời gian phát biểu, trả lời"));
    assert!(annex.contains("2 phút 20 giây"), "{annex}");
    assert!(!course.contains("thời gian 2 phút"), "{course}");
    // what is owed by when is said once, with the conclusion, and no bracket stands in another
    assert!(course.contains(" trả lời sau)"), "{course}");
    assert!(!course.contains("))"), "{course}");
    assert!(
        course.contains("trong thời hạn 30 ngày làm việc"),
        "{course}"
    );
    // Word finds its way by its own names of headings.
    let document = &minutes.parts["word/document.xml"];
    assert!(document.contains(r#"<w:pStyle w:val="Heading1"/>"#));
    assert!(minutes.parts["word/styles.xml"].contains(r#"<w:name w:val="heading 1"/>"#));
}
