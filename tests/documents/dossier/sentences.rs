//! Sentences of the papers that a secretary signs and a jurist reads: what was heard apart from what came in writing, what
//! the text itself calls a thing, and nothing that a paper knows better than it says.

use doithoai::documents::{DossierFile, Options, preparation};
use doithoai::domain::regulation::{ClassKind, Phase};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::plan::{Layout, Number};
use doithoai::store::profiles;

use super::after;
use super::evening::{each, evening};
use super::readers::{Docx, bytes, dossier};
use super::stage::{self, REGULATIONS, Stage};

/// The papers of an office before a session under a regulation, from the sample's opinions.
fn before(id: &str) -> Vec<DossierFile> {
    let regulation = profiles::load(id, None).unwrap();
    let plan = doithoai::documents::plan_import::sample_under(&regulation).unwrap();
    let stage = Stage::opened(plan, regulation);
    preparation::make(&stage.record(), None).unwrap()
}

fn text(files: &[DossierFile], path: &str) -> String {
    Docx::read(bytes(files, path)).text()
}

#[test]
fn what_was_said_is_counted_apart_from_what_came_in_writing_or_was_collected() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let written = "ngoài ra, tiếp nhận 01 ý kiến bằng văn bản hoặc qua bộ phận tổng hợp ý kiến";
        for text in [&papers.notice, &papers.board] {
            papers.has(
                text,
                "Hội nghị có 05 người phát biểu với 06 ý kiến, kiến nghị;",
            );
            papers.has(text, written);
            let collected = "; 02 ý kiến thu thập trước hội nghị. Trong 09 ý kiến, kiến nghị: 04 ";
            if id == "dien-bien" {
                papers.has(text, collected);
            } else {
                papers.has(text, ". Trong 07 ý kiến, kiến nghị: 02 ");
                papers.lacks(text, "thu thập trước hội nghị");
            }
        }
    });
    // where everybody said everything, nothing is counted apart
    let stage = stage::long("qd-1573-2025", Layout::State, 3);
    let notice = text(
        &dossier(&stage, &Options::default()),
        "thong-bao-ket-luan.docx",
    );
    assert!(
        notice.contains("Hội nghị có 03 người phát biểu với 03 ý kiến, kiến nghị; trong đó "),
        "{notice}"
    );
    assert!(!notice.contains("ngoài ra"), "{notice}");
}

#[test]
fn the_conclusion_is_led_in_by_what_was_heard_before_it() {
    let led_in = |play: &dyn Fn(&mut Stage)| {
        let regulation = profiles::load("qd-1573-2025", None).unwrap();
        let mut plan = stage::plan(&regulation, Layout::State, 1);
        plan.opinions.clear();
        let mut stage = Stage::opened(plan, regulation);
        stage.up_to_the_dialogue();
        play(&mut stage);
        stage::conclude(&mut stage);
        let files = dossier(&stage, &Options::default());
        let notice = text(&files, "thong-bao-ket-luan.docx");
        let mut lines = notice.lines();
        let line = lines.find(|line| line.ends_with("kết luận như sau:"));
        line.unwrap_or_else(|| panic!("{notice}")).to_owned()
    };
    let chair = "ông Hoàng Văn Đức, Chủ tịch UBND xã kết luận như sau:";
    // an agency answered
    let all = led_in(&|stage| stage.round(1, ClassKind::AnsweredNow));
    assert_eq!(
        all,
        format!(
            "Sau khi nghe ý kiến của Nhân dân và phần trả lời của các cơ quan, đơn vị, {chair}"
        )
    );
    // the chair alone did
    let alone = led_in(&|stage| stage.round(1, ClassKind::ReportUpward));
    assert_eq!(alone, format!("Sau khi nghe ý kiến của Nhân dân, {chair}"));
    // nobody came to speak
    let silent = led_in(&|stage| stage.act(Command::NoTimeForRest));
    assert_eq!(
        silent,
        "Ông Hoàng Văn Đức, Chủ tịch UBND xã kết luận như sau:"
    );
}

#[test]
fn what_petitioners_are_told_of_is_called_as_each_text_calls_it() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let whole = "thông báo bằng văn bản kết quả tiếp nhận";
        for text in [&papers.minutes, &papers.notice] {
            match id {
                "qd-1573-2025" => {
                    papers.has(text, &format!("{whole} và giải quyết trong thời hạn"));
                }
                "dien-bien" | "dan-tien-2025" => papers.has(
                    text,
                    &format!("{whole} và chỉ đạo giải quyết trong thời hạn"),
                ),
                _ => papers.lacks(text, whole),
            }
        }
        if id == "qd-1573-2025" {
            for text in [&papers.notice, &papers.slips[0]] {
                papers.has(
                    text,
                    "báo cáo người chủ trì (qua cơ quan chủ trì tham mưu) và thông báo bằng văn bản",
                );
            }
        } else {
            for text in papers.all() {
                papers.lacks(text, "qua cơ quan chủ trì tham mưu");
            }
        }
        // and how often a dialogue is held is a rule of its own in every text, no kind of dialogue
        papers.has(&papers.minutes, "\nChế độ đối thoại: ");
    });
}

#[test]
fn the_public_version_says_of_a_petition_that_it_is_kept_back_and_not_that_there_was_none() {
    for id in REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            let stage = evening(profiles::load(id, None).unwrap(), layout);
            let public = Options {
                public: true,
                ..Options::default()
            };
            let files = dossier(&stage, &public);
            let contents = text(&files, "muc-luc.docx");
            assert!(!contents.contains("Không phát sinh"), "{id}\n{contents}");
            let is_listed = matches!(id, "dien-bien" | "qd-1573-2025");
            assert_eq!(
                contents.contains("Không thuộc bản công khai"),
                is_listed,
                "{id}\n{contents}"
            );
        }
    }
}

/// Where a citation could break across two lines.
fn loose(xml: &str) -> Option<&str> {
    const CITED: [&str; 8] = [
        "Điều ", "điều ", "Khoản ", "khoản ", "Mục ", "mục ", "Điểm ", "điểm ",
    ];
    CITED.iter().find_map(|word| {
        xml.match_indices(word).find_map(|(at, _)| {
            let rest = &xml[at + word.len()..];
            let mut letters = rest.chars();
            let (first, second) = (letters.next(), letters.next());
            let is_number = first.is_some_and(|c| c.is_ascii_digit());
            let is_letter = word.to_lowercase() == "điểm "
                && first.is_some_and(char::is_lowercase)
                && second.is_some_and(|c| !c.is_alphabetic());
            (is_number || is_letter).then(|| {
                let end = rest.char_indices().nth(20).map_or(rest.len(), |(at, _)| at);
                &xml[at..at + word.len() + end]
            })
        })
    })
}

#[test]
fn no_citation_breaks_across_two_lines_in_any_paper() {
    let mut read = 0;
    let mut cited = 0;
    let mut look = |told: &str, files: &[DossierFile]| {
        let is_paper = |path: &str| std::path::Path::new(path).extension() == Some("docx".as_ref());
        for file in files.iter().filter(|file| is_paper(&file.path)) {
            let docx = Docx::read(&file.bytes);
            let xml = &docx.parts["word/document.xml"];
            assert_eq!(loose(xml), None, "{told} {}", file.path);
            cited += xml.matches("Điều\u{a0}").count() + xml.matches("mục\u{a0}").count();
            read += 1;
        }
    };
    for id in REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            let stage = evening(profiles::load(id, None).unwrap(), layout);
            look(id, &dossier(&stage, &Options::default()));
            look(id, &after(&stage));
        }
        look(id, &before(id));
    }
    assert!(read > 150 && cited > 300, "{read} {cited}");
    // the search finds what it is to find
    assert_eq!(loose("theo khoản\u{a0}2 Điều 10 Quy"), Some("Điều 10 Quy"));
    assert_eq!(loose("điểm a khoản"), Some("điểm a khoản"));
    assert_eq!(loose("điểm cầu, Điều\u{a0}1"), None);
}

#[test]
fn where_no_day_was_set_nothing_is_answered_in_time_and_no_writing_is_asked_for() {
    for id in REGULATIONS {
        let stage = evening(profiles::load(id, None).unwrap(), Layout::State);
        let files = after(&stage);
        let settled = text(&files, "bao-cao-ket-qua-giai-quyet.docx");
        let reminder = files
            .iter()
            .find(|file| file.path.starts_with("don-doc-"))
            .unwrap();
        let reminder = Docx::read(&reminder.bytes).text();
        let is_silent = id == "tang-tien-2024";
        assert_eq!(
            settled.contains("00 ý kiến đã trả lời đúng hạn; 01 ý kiến không định hạn đã trả lời;"),
            is_silent,
            "{id}\n{settled}"
        );
        assert_eq!(
            settled.contains("01 ý kiến đã trả lời đúng hạn;"),
            !is_silent,
            "{id}\n{settled}"
        );
        // agencies answer petitioners in writing where a text has them do so
        let in_writing = !matches!(id, "tang-tien-2024" | "lao-cai-7-qc-tu-2025");
        assert_eq!(
            reminder.contains("trả lời bằng văn bản"),
            in_writing,
            "{id}\n{reminder}"
        );
    }
}

#[test]
fn whoever_is_named_twice_is_invited_once_and_no_word_is_said_twice() {
    let files = before("qd-1573-2025");
    let invited: Vec<String> = files
        .iter()
        .filter(|file| file.path.starts_with("giay-moi/"))
        .map(|file| {
            let said = Docx::read(&file.bytes).text();
            let mut lines = said.lines();
            let line = lines.find(|line| line.starts_with("Kính mời: ")).unwrap();
            line.to_owned()
        })
        .collect();
    let mut once = invited.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), invited.len(), "{invited:#?}");
    for said in [
        "Kính mời: Ông Nguyễn Hữu Nghị, Trưởng phòng Kinh tế xã.",
        "Kính mời: Bà Hứa Thị Quyên, Phó Giám đốc Trung tâm Phục vụ hành chính công xã.",
        "Kính mời: Ông Đàm Quang Thắng, Trưởng Công an xã.",
        "Kính mời: Ông Bùi Thế Vỹ, Chánh Văn phòng HĐND và UBND xã.",
        "Kính mời: Bà Quàng Thị Én, Trưởng trạm Y tế xã.",
    ] {
        assert!(
            invited.iter().any(|line| line == said),
            "{said}\n{invited:#?}"
        );
    }
}

#[test]
fn the_public_notice_names_what_each_text_wants_told_and_the_opening_as_the_text_has_it() {
    for id in REGULATIONS {
        let notice = text(&before(id), "thong-bao-to-chuc.docx");
        let is_lao_cai = id == "lao-cai-7-qc-tu-2025";
        assert_eq!(
            notice.contains("4. Chủ đề, nội dung đối thoại: "),
            is_lao_cai,
            "{id}\n{notice}"
        );
        assert_eq!(
            notice.contains("4. Nội dung đối thoại: "),
            !is_lao_cai,
            "{id}\n{notice}"
        );
        // one text alone binds opinions that nobody registered to what is announced here
        let bound =
            "ý kiến phải phù hợp với nội dung, phạm vi đối thoại đã thông báo (khoản 3 Điều 8)";
        assert_eq!(
            notice.contains(bound),
            id == "qd-1573-2025",
            "{id}\n{notice}"
        );
        // one text alone has the session opened
        assert_eq!(notice.contains("Khai mạc"), is_lao_cai, "{id}\n{notice}");
    }
    // topics stand in the order of the Vietnamese alphabet
    let summary = text(&before("qd-1573-2025"), "bao-cao-tong-hop.docx");
    assert!(
        summary.contains(
            "Theo lĩnh vực: An toàn giao thông (01); Bảo hiểm y tế (01); Dịch vụ số (01); Đất đai (01); Đường giao thông (01); Giáo dục (01);"
        ),
        "{summary}"
    );
}

#[test]
fn a_summary_that_nobody_gave_has_no_answer_and_a_speaker_without_one_is_heard_all_the_same() {
    let regulation = profiles::load("dan-tien-2025", None).unwrap();
    let mut plan = stage::plan(&regulation, Layout::State, 1);
    plan.opinions.clear();
    let mut stage = Stage::opened(plan, regulation);
    stage.up_to_the_dialogue();
    stage.act(Command::GiveFloor {
        phase: Phase::Speech,
        to: Holder::Citizen(Number(1)),
        items: vec![],
    });
    stage.pass(60);
    stage.act(Command::EndFloor);
    let item = stage.item_of(1);
    let class = stage.session.proposal(item, ClassKind::VerifyLater);
    stage.act(Command::ClassItem { item, class });
    stage::conclude(&mut stage);
    let notice = text(
        &dossier(&stage, &Options::default()),
        "thong-bao-ket-luan.docx",
    );
    assert!(
        notice.contains("Sau khi nghe ý kiến của Nhân dân, ông"),
        "{notice}"
    );
    assert!(!notice.contains("phần trả lời của các cơ quan"), "{notice}");
}

#[test]
fn the_workbook_calls_listed_what_is_listed_and_allowed_what_is_allowed() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let book = &papers.workbook;
        let listed = "Văn bản chỉ nêu tên giấy tờ này trong danh mục, không quy định phải lập";
        let allowed = "Văn bản cho phép làm việc này, không bắt buộc và không ấn định thời hạn";
        match id {
            "qd-1573-2025" | "dien-bien" => papers.has(book, listed),
            _ => papers.lacks(book, listed),
        }
        match id {
            "tang-tien-2024" => papers.has(book, allowed),
            _ => papers.lacks(book, allowed),
        }
    });
}
