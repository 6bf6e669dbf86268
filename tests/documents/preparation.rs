//! The papers before a session, read back by an independent reader: what each has to say, in both layouts, with blanks
//! where the plan knows nothing.

mod answers;

use doithoai::documents::{DossierFile, preparation};
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
fn what_is_read_on_the_screen_is_what_stands_in_the_papers() {
    for layout in [Layout::State, Layout::Party] {
        let mut plan = sample();
        plan.layout = layout;
        let record = record(plan);
        let papers = preparation::make(&record, None).unwrap();
        let told = preparation::as_text(&record, None).unwrap();
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
