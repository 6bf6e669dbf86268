//! The papers before a session, read back by an independent reader: what each has to say, in both layouts, with blanks
//! where the plan knows nothing.

use doithoai::documents::{DossierFile, preparation};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::Session;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::plan::{Layout, Official, Plan};
use doithoai::store::clock::Clock;
use doithoai::store::profiles;

use crate::dossier::readers::{Docx, bytes};

fn record(plan: Plan) -> SessionRecord {
    let regulation = profiles::load(&plan.regulation.0, None).unwrap();
    let clock = Clock::by_hand("2026-11-01T08:00:00+07:00".parse().unwrap());
    let entry = JournalEntry::new(Seq(1), clock.now(), Session::opening(plan, regulation));
    SessionRecord::as_left(&Session::open(entry).unwrap())
}

fn sample() -> Plan {
    doithoai::documents::plan_import::sample().unwrap()
}

fn text(papers: &[DossierFile], path: &str) -> String {
    let docx = Docx::read(bytes(papers, path));
    let lines: Vec<String> = docx.paras.iter().map(|para| para.text.clone()).collect();
    lines.join("\n")
}

#[test]
fn the_notice_says_when_where_on_what_with_whom_and_how_to_take_part() {
    let papers = preparation::make(&record(sample()), None).unwrap();
    let notice = text(&papers, "thong-bao-to-chuc.docx");
    for said in [
        "THÔNG BÁO",
        "08 giờ 00 phút, ngày 25 tháng 11 năm 2026",
        "Hội trường UBND xã Phiêng Mây",
        "Đất đai, môi trường",
        "ông Hoàng Văn Đức, Bí thư Đảng ủy xã",
        "Chương trình",
        "Cách tham gia: đăng ký phát biểu",
        "Văn phòng HĐND và UBND xã",
        "điện thoại …",
    ] {
        assert!(notice.contains(said), "{said}\n{notice}");
    }
}

#[test]
fn everybody_is_invited_once_and_agencies_are_told_what_to_prepare() {
    let plan = sample();
    let papers = preparation::make(&record(plan.clone()), None).unwrap();
    let invitations: Vec<&DossierFile> = papers
        .iter()
        .filter(|paper| paper.path.starts_with("giay-moi/"))
        .collect();
    let people = plan.co_chairs.len() + plan.secretaries.len() + plan.delegates.len();
    assert_eq!(invitations.len(), people + plan.agencies.len());
    let agency = invitations
        .iter()
        .find(|paper| paper.path.contains("phong-kinh-te"))
        .unwrap();
    let said = text(&papers, &agency.path);
    assert!(said.contains("Kính mời: Ông Nguyễn Hữu Nghị"), "{said}");
    assert!(
        said.contains("đoạn đường trục thôn dài khoảng 800 m"),
        "{said}"
    );
    assert!(!said.contains("Xe tải chở đá"), "{said}");
}

#[test]
fn answers_are_assigned_summed_up_and_reported_and_what_is_not_there_is_a_blank() {
    let papers = preparation::make(&record(sample()), None).unwrap();
    let assignment = text(&papers, "phan-cong.docx");
    assert!(assignment.contains("Phòng Kinh tế xã"));
    let summary = text(&papers, "bao-cao-tong-hop.docx");
    assert!(summary.contains("10 ý kiến, kiến nghị"), "{summary}");
    let report = text(&papers, "bao-cao-tra-loi.docx");
    assert!(report.contains("07/10"), "{report}");
    assert!(report.contains("………"), "{report}");
    let slip = text(&papers, "phieu-lay-y-kien.docx");
    assert!(slip.contains("PHIẾU LẤY Ý KIẾN") && slip.contains("Họ và tên"));
    let programme = text(&papers, "chuong-trinh.docx");
    assert!(programme.contains("08:00 – "), "{programme}");
}

#[test]
fn the_assignment_has_the_day_that_the_text_orders_and_the_programme_one_time_for_the_dialogue() {
    for (id, said) in [
        (
            "qd-1573-2025",
            "chậm nhất ngày 18 tháng 11 năm 2026 (theo khoản 2 Điều 7 Quy chế",
        ),
        ("lao-cai-7-qc-tu-2025", "trước ngày ………"),
        ("dien-bien", "trước ngày ………"),
        ("tang-tien-2024", "trước ngày ………"),
    ] {
        let regulation = profiles::load(id, None).unwrap();
        let plan = doithoai::documents::plan_import::sample_under(&regulation).unwrap();
        let calendar = doithoai::store::calendars::load(None).unwrap();
        let clock = Clock::by_hand("2026-11-01T08:00:00+07:00".parse().unwrap());
        let entry = JournalEntry::new(Seq(1), clock.now(), Session::opening(plan, regulation));
        let session = Session::open(entry).unwrap();
        let due = session.due_dates(&Basis::of(calendar));
        let explainer = Explainer::new(Lang::Vi);
        let record = SessionRecord::as_left(&session).with_deadlines(
            &due,
            &[session.regulation()],
            &explainer,
        );
        let papers = preparation::make(&record, None).unwrap();
        let assignment = text(&papers, "phan-cong.docx");
        assert!(assignment.contains(said), "{id}: {said}\n{assignment}");
        // who speaks, who answers and who goes on share one time, since they come again with every round
        let programme = text(&papers, "chuong-trinh.docx");
        let times = programme
            .lines()
            .filter(|line| line.contains(" – ") && line.len() < 20);
        let steps = &session.regulation().steps;
        let spoken = steps
            .iter()
            .filter(|step| !step.phases().is_empty())
            .count();
        assert_eq!(times.count(), steps.len() - spoken + 1, "{id}\n{programme}");
        // and each of them has its own row, beside whoever conducts it
        let docx = Docx::read(bytes(&papers, "chuong-trinh.docx"));
        let xml = &docx.parts["word/document.xml"];
        let rows: Vec<&str> = xml.split("<w:tr>").collect();
        for step in steps {
            let row = rows.iter().find(|row| row.contains(&step.title.vi));
            let row = row.unwrap_or_else(|| panic!("{id}: {}", step.title.vi));
            assert!(row.contains(&step.lead.vi), "{id}: {}", step.lead.vi);
        }
        let joined = if spoken > 1 { spoken } else { 0 };
        assert_eq!(xml.matches("<w:vMerge").count(), joined, "{id}");
        // a prepared answer keeps the full stop it was written with
        let report = text(&papers, "bao-cao-tra-loi.docx");
        for opinion in &session.plan().opinions {
            if let Some(answer) = &opinion.prepared_answer {
                assert!(report.contains(answer.trim()), "{id}: {answer}");
            }
        }
        // none is addressed to somebody who stands nowhere
        for path in [
            "thong-bao-to-chuc.docx",
            "chuong-trinh.docx",
            "bao-cao-tong-hop.docx",
            "bao-cao-tra-loi.docx",
        ] {
            assert!(!text(&papers, path).contains("Như trên"), "{path}");
        }
    }
}

fn under(id: &str) -> Plan {
    let regulation = profiles::load(id, None).unwrap();
    doithoai::documents::plan_import::sample_under(&regulation).unwrap()
}

#[test]
fn the_notice_tells_who_takes_part_as_the_text_says_and_no_more() {
    for (id, said, not_said) in [
        (
            "dan-tien-2025",
            "có nhu cầu và được mời dự.",
            "đại diện lãnh đạo các cơ quan liên quan được mời",
        ),
        (
            "lao-cai-7-qc-tu-2025",
            "công dân có nhu cầu; Nhân dân trực tiếp tham gia",
            "và được mời",
        ),
        (
            "dien-bien",
            "tổ chức, tập thể cử người đại diện",
            "và được mời",
        ),
        ("qd-1573-2025", "; Nhân dân trên địa bàn.", "có nhu cầu"),
        (
            "tang-tien-2024",
            "các tầng lớp nhân dân.",
            "người đứng đầu Ủy ban MTTQ",
        ),
    ] {
        let notice = text(
            &preparation::make(&record(under(id)), None).unwrap(),
            "thong-bao-to-chuc.docx",
        );
        assert!(notice.contains(said), "{id}: {said}\n{notice}");
        assert!(!notice.contains(not_said), "{id}: {not_said}\n{notice}");
    }
    // where the plan names no agency, those stand there whom the text has invited
    let mut plan = under("dan-tien-2025");
    plan.agencies.clear();
    let notice = text(
        &preparation::make(&record(plan), None).unwrap(),
        "thong-bao-to-chuc.docx",
    );
    assert!(
        notice.contains("đại diện lãnh đạo các cơ quan liên quan được mời để trả lời"),
        "{notice}"
    );
}

#[test]
fn the_notice_is_short_enough_for_one_page() {
    // Looked at as pages: with so many letters, head and signature among them, it fits one in each layout.
    for (layout, most) in [(Layout::State, 2000), (Layout::Party, 1750)] {
        for id in [
            "dan-tien-2025",
            "qd-1573-2025",
            "tang-tien-2024",
            "lao-cai-7-qc-tu-2025",
            "dien-bien",
        ] {
            let mut plan = under(id);
            plan.layout = layout;
            let papers = preparation::make(&record(plan), None).unwrap();
            let notice = text(&papers, "thong-bao-to-chuc.docx");
            let letters = notice.chars().count();
            assert!(letters <= most, "{id}: {letters}\n{notice}");
        }
    }
}

#[test]
fn papers_are_called_as_the_regulation_lists_them() {
    for (id, assignment, summary) in [
        (
            "qd-1573-2025",
            "Phân công nhiệm vụ cho các cơ quan, đơn vị, bộ phận liên quan chuẩn bị ",
            "Tổng hợp ý kiến, kiến nghị trước ",
        ),
        (
            "dien-bien",
            "Phân công nhiệm vụ cho các cơ quan, đơn vị chuẩn bị ",
            "Tổng hợp ý kiến, kiến nghị trước ",
        ),
        // where the text has no name for them, ours
        (
            "lao-cai-7-qc-tu-2025",
            "Phân công nhiệm vụ chuẩn bị nội dung trả lời tại ",
            "Tổng hợp ý kiến, kiến nghị của Nhân dân trước ",
        ),
    ] {
        let mut plan = under(id);
        plan.layout = Layout::State;
        let papers = preparation::make(&record(plan), None).unwrap();
        // a long subject is broken where it looks best, so lines are joined
        let joined = |path| text(&papers, path).replace('\n', " ");
        assert!(
            joined("phan-cong.docx").contains(assignment),
            "{id}\n{}",
            joined("phan-cong.docx")
        );
        assert!(
            joined("bao-cao-tong-hop.docx").contains(summary),
            "{id}\n{}",
            joined("bao-cao-tong-hop.docx")
        );
    }
}

#[test]
fn an_opinion_slip_is_a_form_with_lines_to_write_on() {
    let papers = preparation::make(&record(sample()), None).unwrap();
    let slip = Docx::read(bytes(&papers, "phieu-lay-y-kien.docx"));
    let document = &slip.parts["word/document.xml"];
    assert_eq!(document.matches(r#"w:leader="dot""#).count(), 12);
    assert!(!slip.text().contains("Số:") && !slip.text().contains("………………………………"));
}

#[test]
fn papers_of_a_secretary_have_the_layout_of_the_party() {
    let mut plan = sample();
    plan.layout = Layout::Party;
    plan.chair = Official {
        honorific: "Đồng chí".into(),
        name: "Nông Quốc Khánh".into(),
        office: "Bí thư Đảng ủy xã".into(),
    };
    let papers = preparation::make(&record(plan), None).unwrap();
    let notice = text(&papers, "thong-bao-to-chuc.docx");
    assert!(notice.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), "{notice}");
    assert!(!notice.contains("CỘNG HÒA XÃ HỘI"), "{notice}");
    assert!(notice.contains("về việc tổ chức"), "{notice}");
}

#[test]
fn the_same_plan_makes_the_same_bytes() {
    let one = preparation::make(&record(sample()), None).unwrap();
    assert_eq!(one, preparation::make(&record(sample()), None).unwrap());
}

#[test]
fn an_opinion_is_told_with_its_place_once() {
    let mut plan = sample();
    plan.opinions[0].from = "Thôn Khuổi Ngàn".into();
    plan.opinions[0].village = "thôn Khuổi Ngàn".into();
    let papers = preparation::make(&record(plan), None).unwrap();
    for file in papers
        .iter()
        .filter(|file| std::path::Path::new(&file.path).extension() == Some("docx".as_ref()))
    {
        let told = Docx::read(&file.bytes).text();
        assert!(
            !told.contains("Thôn Khuổi Ngàn, thôn Khuổi Ngàn"),
            "{}\n{told}",
            file.path
        );
    }
}

#[test]
fn what_is_read_on_the_screen_is_what_stands_in_the_papers() {
    for layout in [Layout::State, Layout::Party] {
        let mut plan = sample();
        plan.layout = layout;
        let record = record(plan);
        let papers = preparation::make(&record, None).unwrap();
        let told = preparation::told(&record, None).unwrap();
        let names = |all: Vec<&String>| all.into_iter().cloned().collect::<Vec<String>>();
        assert_eq!(
            names(told.iter().map(|paper| &paper.path).collect()),
            names(papers.iter().map(|paper| &paper.path).collect())
        );
        for paper in &told {
            let read = Docx::read(bytes(&papers, &paper.path));
            // A title may be broken where the other tells it in one line.
            let in_one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let shown = in_one(&paper.paragraphs.join("\n"));
            for para in &read.paras {
                let text = in_one(&para.text);
                assert!(shown.contains(&text), "{}: {text}\n{shown}", paper.path);
            }
        }
    }
}

#[test]
fn what_is_reported_to_the_chair_comes_from_the_agency_that_prepares_the_session() {
    for (layout, body, lead, head, code, signs) in [
        (
            Layout::State,
            "Ủy ban nhân dân xã Phiêng Mây",
            "Văn phòng HĐND và UBND xã",
            "VĂN PHÒNG HĐND VÀ UBND XÃ",
            "/BC-VP\n",
            "CHÁNH VĂN PHÒNG",
        ),
        (
            Layout::Party,
            "Đảng ủy xã Phiêng Mây",
            "Ban Xây dựng Đảng Đảng ủy xã",
            "BAN XÂY DỰNG ĐẢNG",
            "-BC/……\n",
            "TRƯỞNG BAN",
        ),
        (
            Layout::Party,
            "Đảng ủy xã Phiêng Mây",
            "Văn phòng Đảng ủy xã",
            "VĂN PHÒNG ĐẢNG ỦY XÃ",
            "-BC/VPĐU\n",
            "CHÁNH VĂN PHÒNG",
        ),
        (
            Layout::State,
            "Ủy ban nhân dân xã Phiêng Mây",
            "Phòng Văn hóa xã, Văn phòng HĐND và UBND xã",
            "PHÒNG VĂN HÓA XÃ, VĂN PHÒNG HĐND",
            "/BC-……\n",
            "ĐẠI DIỆN CÁC CƠ QUAN",
        ),
    ] {
        let mut plan = sample();
        plan.layout = layout;
        plan.body = body.into();
        plan.lead_agency = lead.into();
        let chair = plan.chair.name.clone();
        let papers = preparation::make(&record(plan), None).unwrap();
        for path in ["bao-cao-tong-hop.docx", "bao-cao-tra-loi.docx"] {
            let said = text(&papers, path);
            for wanted in [head, code, signs] {
                assert!(said.contains(wanted), "{lead} {path}: {wanted}\n{said}");
            }
            // nobody reports to themselves
            assert!(!said.contains(&chair), "{lead} {path}\n{said}");
            let above = body.to_uppercase();
            assert!(
                said.replace('\n', " ").contains(&above),
                "{lead} {path}: {above}\n{said}"
            );
        }
        // what the chair orders, the chair's body issues
        let assignment = text(&papers, "phan-cong.docx");
        assert!(assignment.contains(&chair), "{assignment}");
    }
}
