//! What the documents say, and how they are laid out.

use doithoai::documents::Options;
use doithoai::domain::regulation::{ClassKind, StepKind};
use doithoai::domain::session::plan::Layout;

use crate::dossier::readers::{Docx, bytes, dossier, parts};
use crate::dossier::stage::{REGULATIONS, TAKEN_BACK, everything, long};

fn docx(stage: &crate::dossier::stage::Stage, path: &str) -> Docx {
    Docx::read(bytes(&dossier(stage, &Options::default()), path))
}

/// What the minutes tell under each regulation.
const OF_EVERY_SESSION: &[&str] = &[
    "Thời gian bắt đầu: 08 giờ 00 phút, ngày 25 tháng 11 năm 2026",
    "Địa điểm: Hội trường UBND xã Phiêng Mây",
    "Người chủ trì ốm đột xuất",
    "11 người đăng ký phát biểu, trong đó 01 người đăng ký tại hội nghị",
    "Tổng số người dự hội nghị: …………",
    "Không thực hiện đủ các việc",
    "Bộ phận đăng ký đã được phân công từ trước",
    "Ông Triệu Văn Kẻo, thôn Nà Hỏi (số 1, đã đăng ký trước) phát biểu",
    "Đường trục thôn hư hỏng nặng",
    "Phòng Kinh tế xã (ông Nguyễn Hữu Nghị, Trưởng phòng) trả lời ông Triệu Văn Kẻo",
    "sẽ bố trí đá dăm gia cố",
    "ghi nhận, báo cáo UBND tỉnh Đông Lĩnh",
    "Hội nghị giải lao đến",
    "Bà Nguyễn Thị Ước (số 4): vắng mặt khi được mời",
    "Ông Lường Văn Ẩn (số 5): gửi ý kiến bằng văn bản",
    "Bà Sùng Thị Mỵ (số 7): xin rút đăng ký",
    "Mương dẫn nước bị vùi lấp",
    "chậm nhất ngày 18 tháng 12 năm 2026",
    "Ông Cứ A Sếnh, thôn Suối Lê (số 11, đăng ký tại hội nghị",
    "Việc ghi diễn biến bị gián đoạn đến",
    "người có quyền phát biểu vẫn tiếp tục",
    "Bấm sớm khi người phát biểu còn đi lên",
    "không còn thời gian phát biểu",
    "Ghi nhận tinh thần thẳng thắn của Nhân dân",
    "Hội nghị kết thúc lúc",
    "Phạm Thùy Dương",
    "Nơi nhận:",
];

#[test]
fn the_minutes_tell_everything_that_happened_under_each_regulation() {
    for id in REGULATIONS {
        for layout in [Layout::State, Layout::Party] {
            // given a session in which everything happened
            let stage = everything(id, layout);
            let regulation = stage.session.regulation().clone();
            // when the minutes are read back
            let text = docx(&stage, "bien-ban.docx").text();
            // then they tell each thing
            let mut expected = OF_EVERY_SESSION.to_vec();
            // The deputy of the Party layout is a delegate, and presides.
            expected.push(if layout == Layout::State {
                "4. Đại biểu được mời (03 người; có mặt: …… người):"
            } else {
                "4. Đại biểu được mời (02 người; có mặt: …… người):"
            });
            if let Some(refusal) = &regulation.refusal {
                expected.push("từ chối đối thoại với chị Đặng Thị Như Quỳnh");
                expected.push(&refusal.grounds.last().unwrap().text.vi);
            }
            if regulation
                .steps
                .iter()
                .any(|step| step.kind == StepKind::PreparedAnswers)
            {
                expected.push("đọc nội dung trả lời ý kiến thu thập trước hội nghị");
                expected.push("đã thay các đoạn ống vỡ");
            }
            for expected in expected {
                assert!(
                    text.contains(expected),
                    "{id} {layout:?}: {expected}\n{text}"
                );
            }
            // and the steps with their titles, in the order they were held
            let course = &text[text.find("II. DIỄN BIẾN").unwrap()..];
            let mut last = 0;
            for step in &regulation.steps {
                let at = course
                    .find(&step.title.vi)
                    .unwrap_or_else(|| panic!("{id}: {}", step.title.vi));
                assert!(at > last, "{id}: {}", step.title.vi);
                last = at;
            }
            // and nothing that was taken back, or written for the aide alone
            assert!(!text.contains(TAKEN_BACK), "{id}");
            assert!(!text.contains("Chú ý riêng"), "{id}");
            // and nothing that was left unfilled
            assert!(!text.contains('{') && !text.contains(".."), "{id}: {text}");
        }
    }
}

#[test]
fn a_corrected_time_stands_corrected_with_what_was_measured() {
    let stage = everything("lao-cai-7-qc-tu-2025", Layout::State);
    let record = stage.record();
    let span = record
        .turns
        .iter()
        .filter_map(|turn| turn.span.as_ref())
        .find(|span| !span.corrections.is_empty())
        .unwrap();
    assert_eq!((span.began - span.measured_began).num_seconds(), 60);
    let time = |at: doithoai::domain::time::Wall| at.format("%H giờ %M phút").to_string();
    let text = docx(&stage, "bien-ban.docx").text();
    let spoke = format!("{}: Ông Triệu Văn Kẻo", time(span.began));
    assert!(text.contains(&spoke), "{spoke}\n{text}");
    let told = format!(
        "{} (ghi ban đầu: {})",
        time(span.began),
        time(span.measured_began)
    );
    assert!(text.contains(&told), "{told}");
}

#[test]
fn a_departure_is_told_before_the_step_that_it_led_to() {
    let text = docx(&everything("dan-tien-2025", Layout::State), "bien-ban.docx").text();
    let departed = text.find("Không thực hiện đủ các việc").unwrap();
    let entered = text.find("2. Người chủ trì thông báo nội dung").unwrap();
    assert!(departed < entered);
}

#[test]
fn the_conclusion_is_grouped_as_each_regulation_asks() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let record = stage.record();
        let step = record
            .steps
            .iter()
            .find(|step| step.kind == StepKind::Conclusion)
            .unwrap();
        for (path, from, to) in [
            (
                "bien-ban.docx",
                "Người chủ trì kết luận:",
                "Thời gian được đính chính:",
            ),
            (
                "thong-bao-ket-luan.docx",
                "kết luận như sau:",
                "Tổ chức thực hiện",
            ),
        ] {
            let text = docx(&stage, path).text();
            let begin = text.find(from).unwrap();
            let conclusion = &text[begin..begin + text[begin..].find(to).unwrap()];
            // every act in order, and every item told exactly once
            let mut rest = conclusion;
            for act in &step.acts {
                // The act that orders the notice is not told in it.
                if path != "bien-ban.docx" && act.paper.is_some() {
                    continue;
                }
                let at = rest
                    .find(&act.title.vi)
                    .unwrap_or_else(|| panic!("{id} {path}: {}", act.title.vi));
                rest = &rest[at + act.title.vi.len()..];
            }
            for item in &record.items {
                let told = conclusion
                    .matches(&format!("- Ý kiến số {} của", item.id))
                    .count();
                assert_eq!(told, 1, "{id} {path} item {}\n{conclusion}", item.id);
            }
        }
    }
}

#[test]
fn state_documents_have_the_measures_of_the_decree() {
    let stage = everything("tang-tien-2024", Layout::State);
    let minutes = docx(&stage, "bien-ban.docx");
    // A4, margins within the decree's bounds
    let (width, height, [top, right, bottom, left]) = minutes.page();
    assert_eq!((width, height), (210, 297));
    assert!((20..=25).contains(&top) && (20..=25).contains(&bottom));
    assert!((30..=35).contains(&left) && (15..=20).contains(&right));
    // the head
    let country = minutes.para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    assert!(country.bold && (24..=26).contains(&country.size) && country.align == "center");
    let motto = minutes.para("Độc lập - Tự do - Hạnh phúc");
    assert!(motto.bold && (26..=28).contains(&motto.size));
    let superior = minutes.para("ỦY BAN NHÂN DÂN TỈNH ĐÔNG LĨNH");
    assert!(!superior.bold && (24..=26).contains(&superior.size));
    let body = minutes.para("ỦY BAN NHÂN DÂN XÃ PHIÊNG MÂY");
    assert!(body.bold && (24..=26).contains(&body.size));
    assert_eq!(minutes.para("Số:").text, "Số: ………/BB-UBND");
    assert_eq!(minutes.para("Số:").size, 26);
    let kind = minutes.para("BIÊN BẢN");
    assert!(kind.bold && (26..=28).contains(&kind.size) && kind.align == "center");
    let subject = minutes.para("Hội nghị đối thoại trực tiếp");
    assert!(subject.bold && (26..=28).contains(&subject.size) && subject.align == "center");
    // three rules: below the body, the motto, the subject
    assert_eq!(minutes.paras.iter().filter(|para| para.rule).count(), 3);
    // the body
    let text = minutes.para("Địa điểm:");
    assert!(text.align == "both" && (26..=28).contains(&text.size));
    assert!((566..=721).contains(&text.first_line));
    // no place and date on minutes; the end, the signatures
    assert!(!minutes.text().contains("ngày …… tháng"));
    let end = minutes.para("Hội nghị kết thúc lúc");
    assert!(end.text.ends_with("năm 2026./.") && end.keep_next);
    assert!(minutes.para("THƯ KÝ").bold && minutes.para("CHỦ TỌA").bold);
    let recipients = minutes.para("Nơi nhận:");
    assert!(recipients.bold && recipients.italic && recipients.size == 24);
    assert_eq!(minutes.para("- Lưu:").text, "- Lưu: VT, Hồ sơ.");
    assert_eq!(minutes.para("- Lưu:").size, 22);

    // the notice has place and date, and whoever presided signs
    let notice = docx(&stage, "thong-bao-ket-luan.docx");
    let dated = notice.para("Phiêng Mây, ngày …… tháng …… năm");
    assert!(dated.italic && (26..=28).contains(&dated.size));
    assert_eq!(notice.para("Số:").text, "Số: ………/TB-UBND");
    // whoever held the chair, the office signs
    assert!(notice.para("CHỦ TỊCH").bold);
    assert!(!notice.text().contains("KT. CHỦ TỊCH"));
    // the petition is an official letter
    let letter = docx(&stage, "kien-nghi-cap-tren.docx");
    assert_eq!(letter.para("Số:").text, "Số: ………/UBND-………");
    assert!(
        letter
            .para("V/v kiến nghị")
            .text
            .contains("vượt thẩm quyền")
    );
}

#[test]
fn party_documents_have_the_measures_of_the_guidance() {
    let stage = everything("dien-bien", Layout::Party);
    let minutes = docx(&stage, "bien-ban.docx");
    assert_eq!(minutes.page(), (210, 297, [20, 15, 20, 30]));
    let party = minutes.para("ĐẢNG CỘNG SẢN VIỆT NAM");
    assert!(party.bold && party.size == 30);
    let superior = minutes.para("TỈNH ỦY ĐÔNG LĨNH");
    assert!(!superior.bold && superior.size == 28);
    let body = minutes.para("ĐẢNG ỦY XÃ PHIÊNG MÂY");
    assert!(body.bold && body.size == 28);
    assert_eq!(minutes.para("*").text, "*");
    assert_eq!(minutes.para("Số ").text, "Số ………-BB/ĐU");
    assert_eq!(minutes.para("Số ").size, 28);
    let kind = minutes.para("BIÊN BẢN");
    assert!(kind.bold && (30..=32).contains(&kind.size));
    let subject = minutes.para("hội nghị đối thoại trực tiếp");
    assert!(subject.bold && (28..=30).contains(&subject.size));
    minutes.para("-----");
    let text = minutes.para("Địa điểm:");
    assert!(text.align == "both" && (28..=30).contains(&text.size) && text.first_line == 567);
    assert!(text.line.1 == "exact" && (360..=440).contains(&text.line.0));
    assert!(!minutes.text().contains("./."));
    assert!(
        minutes
            .para("Hội nghị kết thúc lúc")
            .text
            .ends_with("năm 2026.")
    );
    assert!(minutes.para("NGƯỜI GHI BIÊN BẢN").bold);
    assert!(minutes.para("CHỦ TRÌ HỘI NGHỊ").bold);
    let recipients = minutes.para("Nơi nhận:");
    assert!(recipients.underline && !recipients.bold && recipients.size == 28);
    assert_eq!(minutes.para("- Lưu").text, "- Lưu Văn phòng Đảng ủy.");
    assert_eq!(minutes.para("- Lưu").size, 24);

    let notice = docx(&stage, "thong-bao-ket-luan.docx");
    assert!(notice.para("T/M BAN THƯỜNG VỤ").bold);
    let office = notice.para("BÍ THƯ");
    assert!(!office.bold && office.size == 28);
    assert!(notice.para("Phiêng Mây, ngày ……").italic);
}

#[test]
fn page_numbers_stand_in_the_top_margin_from_the_second_page() {
    for layout in [Layout::State, Layout::Party] {
        let minutes = docx(&everything("dien-bien", layout), "bien-ban.docx");
        let document = &minutes.parts["word/document.xml"];
        assert!(document.contains("<w:titlePg/>"));
        assert!(minutes.parts["word/header1.xml"].contains(" PAGE "));
        assert!(!minutes.parts["word/header2.xml"].contains("PAGE"));
        assert!(minutes.parts["word/header1.xml"].contains(r#"<w:sz w:val="28"/>"#));
        // fictional samples say so on every page
        assert!(minutes.parts["word/footer1.xml"].contains("(dữ liệu mẫu – hư cấu)"));
    }
}

#[test]
fn a_slip_for_each_agency_says_what_it_owes_by_when_and_on_which_article() {
    for id in REGULATIONS {
        let stage = everything(id, Layout::State);
        let files = dossier(&stage, &Options::default());
        let slips: Vec<&str> = files
            .iter()
            .map(|file| file.path.as_str())
            .filter(|path| path.starts_with("phieu-chuyen/"))
            .collect();
        assert_eq!(slips, ["phieu-chuyen/01-hanh-chinh-cong.docx"], "{id}");
        let slip = Docx::read(bytes(&files, slips[0]));
        let text = slip.text();
        for expected in [
            "PHIẾU CHUYỂN",
            "Kính gửi: Trung tâm Phục vụ hành chính công xã.",
            "02 ý kiến, kiến nghị",
            "Bể nước tập trung",
            "Chậm nhất ngày 18 tháng 12 năm 2026",
            "ĐT: 0900 000 002",
        ] {
            assert!(text.contains(expected), "{id}: {expected}\n{text}");
        }
        if let Some(deadline) = stage
            .session
            .regulation()
            .deadline_for(ClassKind::VerifyLater)
        {
            let number = deadline
                .article
                .0
                .rsplit('Đ')
                .next()
                .unwrap()
                .split('.')
                .next()
                .unwrap()
                .to_owned();
            assert!(text.contains(&format!("Điều {number}")), "{id}\n{text}");
        }
    }
}

#[test]
fn there_is_a_petition_only_when_there_is_something_to_petition() {
    let has_petition = |stage: &crate::dossier::stage::Stage| {
        dossier(stage, &Options::default())
            .iter()
            .any(|file| file.path == "kien-nghi-cap-tren.docx")
    };
    assert!(has_petition(&everything("dan-tien-2025", Layout::State)));
    // number 1 alone is to be verified later
    assert!(!has_petition(&long("dan-tien-2025", Layout::State, 1)));
}

fn is_a(path: &str, extension: &str) -> bool {
    std::path::Path::new(path)
        .extension()
        .is_some_and(|known| known == extension)
}

#[test]
fn a_session_that_is_not_closed_is_a_draft_on_every_page() {
    // given a session that stands before its conclusion
    let mut stage = long("dan-tien-2025", Layout::State, 2);
    stage.act(doithoai::domain::session::command::Command::Undo);
    let files = dossier(&stage, &Options::default());
    // then every document and sheet says so
    for file in &files {
        if is_a(&file.path, "docx") {
            let parts = parts(&file.bytes);
            for header in ["word/header1.xml", "word/header2.xml"] {
                assert!(parts[header].contains("DỰ THẢO"), "{} {header}", file.path);
            }
        }
        if is_a(&file.path, "xlsx") {
            for (name, part) in parts(&file.bytes) {
                if name.starts_with("xl/worksheets/sheet") {
                    assert!(part.contains("DỰ THẢO"), "{name}");
                }
            }
        }
    }
    let minutes = Docx::read(bytes(&files, "bien-ban.docx"));
    minutes.para("Hội nghị chưa kết thúc");
    // and once it is closed none does
    stage.act(doithoai::domain::session::command::Command::Redo);
    let files = dossier(&stage, &Options::default());
    let closed = Docx::read(bytes(&files, "bien-ban.docx"));
    assert!(closed.parts.values().all(|part| !part.contains("DỰ THẢO")));
}
