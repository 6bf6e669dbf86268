//! What goes out after the evening: to whom, signed by whom, ordering what the text orders.

use doithoai::documents::Options;
use doithoai::domain::regulation::ClassKind;
use doithoai::domain::session::plan::Layout;

use super::super::readers::{Docx, bytes, dossier};
use super::super::stage;
use super::super::stage::{Stage, official};
use super::each;

#[test]
fn a_petition_cites_an_order_only_where_there_is_one() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let petition = &papers.petition;
        match id {
            // Both texts only list such a paper.
            "qd-1573-2025" | "dien-bien" => {
                papers.has(petition, "Thực hiện kết luận của người chủ trì, ");
                papers.lacks(petition, "Điều 15");
                papers.lacks(petition, "Điều 16");
            }
            "lao-cai-7-qc-tu-2025" => papers.has(petition, "Thực hiện khoản 3 Điều 10 Quy chế"),
            "dan-tien-2025" => papers.has(petition, "Thực hiện khoản 4 Điều 10 Quy chế"),
            _ => papers.has(petition, "Thực hiện mục 5 Phần II Kế hoạch"),
        }
        // A Party committee writes to the committee above it.
        if evening.session.plan().layout == Layout::Party {
            papers.has(petition, "Kính gửi: Tỉnh ủy Đông Lĩnh.");
            papers.has(petition, "UBND tỉnh Đông Lĩnh");
        } else {
            papers.has(petition, "Kính gửi: UBND tỉnh Đông Lĩnh.");
        }
    });
}

#[test]
fn slips_order_what_the_text_orders_of_agencies_and_no_more() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let slip = &papers.slips[0];
        match id {
            "lao-cai-7-qc-tu-2025" => {
                papers.has(slip, "về đơn vị chủ trì hội nghị");
                papers.has(slip, "để Nhân dân biết");
                papers.lacks(slip, "người kiến nghị bằng văn bản");
                // nor is anybody to answer in writing whoever raised it
                for text in papers.all() {
                    papers.lacks(text, "xác minh, trả lời trong thời hạn");
                    papers.lacks(text, "xác minh, trả lời chậm nhất");
                }
                papers.has(
                    &papers.minutes,
                    "giải quyết và báo cáo kết quả trong thời hạn 45 ngày, chậm nhất ngày 11 tháng 01 năm 2027 (khoản 3 Điều 10)",
                );
                assert!(papers.letters.is_empty());
            }
            "tang-tien-2024" => {
                // The office replies if needed; no agency is told to.
                papers.lacks(slip, "Trả lời bằng văn bản");
                papers.lacks(slip, "trả lời bằng văn bản");
                papers.has(
                    slip,
                    "Đề nghị Phòng Kinh tế xã giải quyết theo thẩm quyền.\n",
                );
                papers.lacks(slip, "(theo ");
                papers.has(slip, "Người nêu kiến nghị (để biết)");
                assert!(!papers.letters.is_empty());
            }
            _ => {
                papers.has(slip, "thông báo bằng văn bản cho");
                assert!(!papers.letters.is_empty());
            }
        }
    });
}

#[test]
fn the_notice_goes_to_whom_the_text_names() {
    each(|evening, papers| {
        let id = evening.session.regulation().id.0.as_str();
        let notice = &papers.notice;
        match id {
            "lao-cai-7-qc-tu-2025" => {
                papers.has(notice, "- Đối tượng tiếp xúc, đối thoại;");
                papers.lacks(notice, "Mặt trận");
            }
            "qd-1573-2025" => {
                papers.has(
                    notice,
                    "- Ban Tuyên giáo và Ban Dân vận cấp ủy (để biết, theo dõi, giám sát);",
                );
                papers.lacks(notice, "(để báo cáo)");
            }
            "dien-bien" => {
                papers.has(
                    notice,
                    "- Ban Dân vận (khối dân vận) (để theo dõi, giám sát thực hiện);",
                );
                // It does not order itself.
                papers.lacks(notice, "Chỉ đạo ban hành thông báo kết luận");
            }
            "dan-tien-2025" => papers.has(
                notice,
                "- Ban Xây dựng Đảng (để theo dõi, giám sát thực hiện);",
            ),
            _ => papers.lacks(notice, "(để báo cáo)"),
        }
    });
}

#[test]
fn whom_the_plan_names_signs_and_in_the_capacity_they_hold() {
    for (layout, office, lines) in [
        (
            Layout::State,
            "Phó Chủ tịch UBND xã",
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n",
        ),
        (
            Layout::State,
            "Chánh Văn phòng HĐND và UBND xã",
            "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG",
        ),
        (
            Layout::State,
            "Bí thư Đảng ủy, Chủ tịch UBND xã",
            "\nCHỦ TỊCH\n",
        ),
        (
            Layout::Party,
            "Phó Bí thư Thường trực Đảng ủy xã",
            "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\n",
        ),
        (
            Layout::Party,
            "Chủ tịch UBND xã, Bí thư Đảng ủy xã",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n",
        ),
        (
            Layout::Party,
            "Bí thư Đảng uỷ",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n",
        ),
        (Layout::State, "Chủ tịch Uỷ ban nhân dân xã", "\nCHỦ TỊCH\n"),
    ] {
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let mut plan = stage::plan(&regulation, layout, 1);
        plan.signatory = Some(official("Ông", "Lò Văn Ký", office));
        let mut evening = Stage::opened(plan, regulation);
        evening.up_to_the_dialogue();
        evening.round(1, ClassKind::AnsweredNow);
        stage::conclude(&mut evening);
        let files = dossier(&evening, &Options::default());
        let notice = Docx::read(bytes(&files, "thong-bao-ket-luan.docx")).text();
        assert!(notice.contains(lines), "{office}: {lines}\n{notice}");
        assert!(notice.contains("Lò Văn Ký"));
    }
}

/// A body, and the code, the place and the file of its papers.
const HEADS: &[(Layout, &str, &str, &str, &str)] = &[
    (
        Layout::State,
        "Sở Nông nghiệp và Môi trường tỉnh Đông Lĩnh",
        "TB-SNNMT",
        "Đông Lĩnh, ngày",
        "Lưu: VT",
    ),
    (
        Layout::State,
        "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Đông Lĩnh",
        "TB-MTTQ-BTT",
        "Đông Lĩnh, ngày",
        "Lưu: VT",
    ),
    // as it was spelled before, abbreviated, in capitals
    (
        Layout::State,
        "Uỷ ban nhân dân xã Phiêng Mây",
        "/TB-UBND",
        "Phiêng Mây, ngày",
        "Lưu: VT",
    ),
    (
        Layout::State,
        "UBND XÃ PHIÊNG MÂY",
        "/TB-UBND",
        "Phiêng Mây, ngày",
        "Lưu: VT",
    ),
    (
        Layout::State,
        "Ban Thường trực Uỷ ban MTTQ Việt Nam xã Phiêng Mây",
        "TB-MTTQ-BTT",
        "Phiêng Mây, ngày",
        "Lưu: VT",
    ),
    (
        Layout::Party,
        "Đảng uỷ xã Phiêng Mây",
        "-TB/ĐU",
        "Phiêng Mây, ngày",
        "- Lưu Văn phòng Đảng ủy.",
    ),
    (
        Layout::Party,
        "Tỉnh uỷ Đông Lĩnh",
        "-TB/TU",
        "Đông Lĩnh, ngày",
        "- Lưu Văn phòng Tỉnh ủy.",
    ),
    (
        Layout::Party,
        "Tỉnh ủy Đông Lĩnh",
        "-TB/TU",
        "Đông Lĩnh, ngày",
        "- Lưu Văn phòng Tỉnh ủy.",
    ),
];

#[test]
fn heads_name_the_code_and_the_place_of_any_body() {
    for (layout, body, code, place, filed) in HEADS.iter().copied() {
        let regulation = doithoai::store::profiles::load("dan-tien-2025", None).unwrap();
        let mut plan = stage::plan(&regulation, layout, 1);
        plan.body = body.into();
        let mut evening = Stage::opened(plan, regulation);
        evening.up_to_the_dialogue();
        evening.round(1, ClassKind::AnsweredNow);
        stage::conclude(&mut evening);
        let files = dossier(&evening, &Options::default());
        let notice = Docx::read(bytes(&files, "thong-bao-ket-luan.docx")).text();
        for expected in [code, place, filed] {
            assert!(notice.contains(expected), "{body}: {expected}\n{notice}");
        }
        // a head has the name of the body in full
        if body.starts_with("UBND") {
            let head = notice.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(head.contains("ỦY BAN NHÂN DÂN XÃ PHIÊNG MÂY"), "{notice}");
        }
    }
}
