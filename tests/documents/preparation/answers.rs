//! What people asked beforehand: given to agencies with its day, summed up, reported, and the answers that stand in the papers.

use doithoai::documents::preparation;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::deadlines::explain::Explainer;
use doithoai::domain::i18n::Lang;
use doithoai::domain::record::SessionRecord;
use doithoai::domain::session::Session;
use doithoai::domain::session::event::{JournalEntry, Seq};
use doithoai::domain::session::plan::Layout;
use doithoai::store::clock::Clock;
use doithoai::store::profiles;

use super::{record, sample, text};
use crate::dossier::readers::{Docx, bytes};

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
