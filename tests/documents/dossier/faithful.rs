//! What a secretary, a jurist and a hostile reader would have struck out of the papers of the evening, under every regulation
//! in both layouts: nothing is told that was not, no duty that the text does not know, nobody is left out who has a task.

use doithoai::domain::session::command::Command;
use doithoai::domain::session::plan::Layout;

use super::evening::{Papers, each, evening};
use super::readers::{Docx, bytes, dossier};
use super::stage::{self, Stage, official, reason};
use doithoai::documents::Options;
use doithoai::store::profiles;

fn id_of(evening: &Stage) -> &str {
    evening.session.regulation().id.0.as_str()
}

/// What stands in the notice from the tasks on.
fn tasks(papers: &Papers) -> &str {
    let notice = papers.notice.as_str();
    let (_, tasks) = notice.split_once("Tổ chức thực hiện\n").unwrap();
    tasks
}

#[test]
fn whoever_took_the_chair_before_anything_began_presided_from_the_beginning() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "1. Chủ trì: bà Vi Thị Huyền, Phó Chủ tịch UBND xã, thay ",
        );
        papers.has(
            minutes,
            "\nTừ đầu hội nghị, bà Vi Thị Huyền, Phó Chủ tịch UBND xã chủ trì thay ",
        );
        // nothing is timed before the session that begins at eight
        papers.has(minutes, "Thời gian bắt đầu: 08 giờ 00 phút");
        papers.lacks(minutes, "07 giờ 5");
    });
    // two deputies before the opening: the one who presided is named in the list, both in the course
    let regulation = profiles::load("dien-bien", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 1);
    plan.opinions.clear();
    let mut twice = Stage::opened(plan, regulation);
    for (honorific, name) in [("Ông", "Lò Văn Một"), ("Bà", "Lò Thị Hai")] {
        twice.act(Command::ReplaceChair {
            by: official(honorific, name, "Phó Chủ tịch UBND xã"),
            case: None,
            reason: reason("Đi họp"),
        });
        twice.pass(60);
    }
    twice.up_to_the_dialogue();
    twice.act(Command::NoTimeForRest);
    stage::conclude(&mut twice);
    let minutes = Docx::read(bytes(
        &dossier(&twice, &Options::default()),
        "bien-ban.docx",
    ))
    .text();
    assert!(
        minutes.contains("1. Chủ trì: bà Lò Thị Hai, Phó Chủ tịch UBND xã, thay ông Hoàng Văn Đức")
    );
    for told in [
        "Từ đầu hội nghị, ông Lò Văn Một, Phó Chủ tịch UBND xã chủ trì thay ông Hoàng Văn Đức",
        "Từ đầu hội nghị, bà Lò Thị Hai, Phó Chủ tịch UBND xã chủ trì thay ông Lò Văn Một",
    ] {
        assert!(minutes.contains(told), "{told}\n{minutes}");
    }
}

#[test]
fn the_order_of_the_text_is_told_as_that_and_once() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        let order = "Trình tự theo quy định:\n- ";
        let may = "- Người chủ trì có thể trả lời hoặc ";
        let told = minutes.matches(order).count();
        assert!(told <= 1, "{}\n{minutes}", papers.told);
        assert_eq!(minutes.matches(may).count(), told, "{}", papers.told);
    });
}

#[test]
fn a_step_of_less_than_a_minute_has_one_time() {
    each(|evening, papers| {
        let minutes = &papers.minutes;
        for line in minutes.lines().filter(|line| line.starts_with("Từ ")) {
            if let Some((began, rest)) = line.trim_start_matches("Từ ").split_once(" đến ") {
                assert!(!rest.starts_with(began), "{}: {line}", papers.told);
            }
        }
        if id_of(evening) == "tang-tien-2024" {
            papers.has(minutes, "\nLúc 08 giờ 05 phút. Thực hiện: Người chủ trì.\n");
        }
    });
}

#[test]
fn what_an_agency_owes_is_what_the_clause_that_is_cited_has_it_do() {
    each(|evening, papers| {
        for text in [&papers.minutes, &papers.notice] {
            match id_of(evening) {
                "qd-1573-2025" | "dien-bien" | "dan-tien-2025" => {
                    papers.has(
                        text,
                        "kiểm tra, xác minh, thông báo bằng văn bản kết quả tiếp nhận và ",
                    );
                    papers.lacks(text, "xác minh, trả lời trong thời hạn");
                }
                "lao-cai-7-qc-tu-2025" => {
                    papers.has(
                        text,
                        "giải quyết và báo cáo kết quả trong thời hạn 45 ngày, chậm nhất",
                    );
                }
                // The chair's own word; no clause is cited for it.
                _ => papers.lacks(text, "trả lời trước ngày …/…/…… ("),
            }
        }
    });
}

#[test]
fn the_notice_has_the_office_follow_up_what_the_text_has_it_follow_up() {
    each(|evening, papers| {
        let tasks = tasks(papers);
        papers.lacks(tasks, "tổng hợp báo cáo người chủ trì");
        let lead = &evening.session.plan().lead_agency;
        let ordered = match id_of(evening) {
            "qd-1573-2025" => {
                "theo dõi, đôn đốc việc thực hiện, giải quyết sau hội nghị (khoản 3 Điều 12)"
            }
            "dien-bien" => "theo dõi, đôn đốc việc thực hiện kết luận (khoản 2 Điều 14)",
            "dan-tien-2025" => {
                "theo dõi, đôn đốc việc thực hiện kết luận (khoản 2 Điều 12, khoản 3 Điều 13)"
            }
            "tang-tien-2024" => "đôn đốc các đơn vị thực hiện ý kiến kết luận (mục 5 Phần II)",
            // There the Party committee directs it, and no notice orders that.
            _ => {
                papers.lacks(tasks, "đôn đốc");
                return;
            }
        };
        papers.has(tasks, &format!("\n- {lead}: {ordered}."));
    });
}

#[test]
fn whoever_has_a_task_gets_the_notice() {
    each(|_, papers| {
        let (_, to) = papers.notice.split_once("Nơi nhận:").unwrap();
        for agency in ["Phòng Kinh tế xã", "Trung tâm Phục vụ hành chính công xã"] {
            papers.has(to, &format!("\n- {agency}"));
        }
        // co-chairs are named as what they are; who came is not guessed
        papers.has(
            &papers.notice,
            "\nĐồng chủ trì hội nghị: ông Đỗ Mạnh Cường, Chủ tịch Ủy ban MTTQ Việt Nam xã.\n",
        );
        papers.lacks(&papers.notice, "và tham dự");
    });
}

#[test]
fn an_agency_of_which_nothing_was_recorded_is_not_said_to_be_there() {
    each(|_, papers| {
        let minutes = &papers.minutes;
        papers.has(
            minutes,
            "- Công an xã, người trả lời: ông Đàm Quang Thắng, Trưởng Công an xã (chưa ghi nhận có mặt).",
        );
        papers.has(
            minutes,
            "- Phòng Kinh tế xã, người trả lời: ông Đàm Văn Thay, Phó Trưởng phòng;",
        );
    });
    // where nobody recorded anything and nobody spoke, the number is a blank
    let regulation = profiles::load("dien-bien", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 1);
    plan.opinions.clear();
    let mut silent = Stage::opened(plan, regulation);
    silent.up_to_the_dialogue();
    silent.act(Command::NoTimeForRest);
    stage::conclude(&mut silent);
    let minutes = Docx::read(bytes(
        &dossier(&silent, &Options::default()),
        "bien-ban.docx",
    ))
    .text();
    assert!(
        minutes.contains("5. Cơ quan, đơn vị được phân công trả lời (03; có mặt: ……):"),
        "{minutes}"
    );
    assert!(!minutes.contains("chưa ghi nhận có mặt"), "{minutes}");
}

#[test]
fn a_slip_says_a_village_once() {
    each(|_, papers| {
        let words = |slip: &String| slip.split_whitespace().collect::<Vec<_>>().join(" ");
        for slip in &papers.slips {
            papers.lacks(&words(slip), "thôn Nà Hỏi Số nhà");
        }
        papers.has(
            &words(&papers.slips[0]),
            "Ông Triệu Văn Kẻo Số nhà 1, thôn Nà Hỏi ĐT:",
        );
    });
}

#[test]
fn a_letter_carries_the_notice_where_the_text_has_that_sent_and_numbers_only_several() {
    each(|evening, papers| {
        let sends = "gửi kèm Thông báo kết luận hội nghị và thông báo việc tiếp nhận";
        for letter in &papers.letters {
            match id_of(evening) {
                "qd-1573-2025" | "dien-bien" | "dan-tien-2025" => papers.has(letter, sends),
                _ => papers.lacks(letter, sends),
            }
            let numbered = letter.contains("\n2. Nội dung ý kiến, kiến nghị: ");
            let first = letter.contains("\n1. Nội dung ý kiến, kiến nghị: ");
            assert_eq!(numbered, first, "{}\n{letter}", papers.told);
        }
        // what was answered and nobody wrote down is a blank, and no letter that says nothing
        if id_of(evening) == "dien-bien" {
            papers.has(&papers.letters[1], "\nNội dung đã trả lời tại hội nghị: …");
        }
    });
}

#[test]
fn blanks_for_a_day_are_short_enough_to_stand_in_a_line() {
    let regulation = profiles::load("tang-tien-2024", None).unwrap();
    let evening = evening(regulation, Layout::Party);
    let minutes = Docx::read(bytes(
        &dossier(&evening, &Options::default()),
        "bien-ban.docx",
    ))
    .text();
    assert!(minutes.contains("trả lời trước ngày …/…/……\n"), "{minutes}");
}
