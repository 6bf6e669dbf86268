//! Who presided and since when, for whom a paper is signed, and what the minutes say of opinions that nobody announced: under
//! every regulation in both layouts, what has to stand in the papers and what must not.

use doithoai::documents::Options;
use doithoai::domain::regulation::{ClassKind, Phase, Unregistered};
use doithoai::domain::session::command::Command;
use doithoai::domain::session::floor::Holder;
use doithoai::domain::session::item::Raiser;
use doithoai::domain::session::plan::{Layout, Number};
use doithoai::store::profiles;

use super::readers::{Docx, bytes, dossier};
use super::stage::{self, REGULATIONS, Stage, official, reason};

const LAYOUTS: [Layout; 2] = [Layout::State, Layout::Party];

fn text(stage: &Stage, path: &str) -> String {
    Docx::read(bytes(&dossier(stage, &Options::default()), path)).text()
}

fn opened(id: &str, layout: Layout) -> Stage {
    let regulation = profiles::load(id, None).unwrap();
    let mut plan = stage::plan(&regulation, layout, 3);
    plan.opinions.clear();
    Stage::opened(plan, regulation)
}

#[test]
fn a_deputy_who_took_over_under_way_is_named_with_the_time_in_every_paper() {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            // given the head opens, and is called away after the first answer
            let mut stage = opened(id, layout);
            stage.up_to_the_dialogue();
            stage.round(1, ClassKind::AnsweredNow);
            stage.act(Command::ReplaceChair {
                by: official("Bà", "Vi Thị Huyền", "Phó Chủ tịch UBND xã"),
                case: None,
                reason: reason("Người chủ trì bị mệt"),
            });
            stage.round(2, ClassKind::VerifyLater);
            stage.round(3, ClassKind::ReportUpward);
            stage::conclude(&mut stage);
            let at = stage.record().chair_changes[0].at;
            let time = at.format("%H giờ %M phút").to_string();
            // then the papers name both, and since when
            let head = stage.session.plan().chair.name.clone();
            let since = format!("(từ {time} là bà Vi Thị Huyền, Phó Chủ tịch UBND xã)");
            for path in [
                "thong-bao-ket-luan.docx",
                "phieu-chuyen/01-hanh-chinh-cong.docx",
                "kien-nghi-cap-tren.docx",
                "thong-bao-cong-khai.docx",
            ] {
                let paper = text(&stage, path);
                assert!(paper.contains(&since), "{id} {layout:?} {path}\n{paper}");
                assert!(paper.contains(&head), "{id} {layout:?} {path}\n{paper}");
            }
            // and the minutes tell it at its moment, citing no case of the text that was not chosen
            let minutes = text(&stage, "bien-ban.docx");
            let told =
                format!("{time}: Bà Vi Thị Huyền, Phó Chủ tịch UBND xã chủ trì hội nghị thay ");
            let told_small = told.replace(": Bà", ": bà");
            assert!(
                minutes.contains(&told) || minutes.contains(&told_small),
                "{id} {layout:?}\n{minutes}"
            );
            assert!(
                minutes.contains("Lý do: Người chủ trì bị mệt."),
                "{minutes}"
            );
            assert!(!minutes.contains("bị mệt (căn cứ"), "{minutes}");
        }
    }
}

#[test]
fn nobody_of_a_government_signs_for_the_board_of_a_party() {
    for id in REGULATIONS {
        // given an office of government that uses the layout of the Party
        let regulation = profiles::load(id, None).unwrap();
        let mut plan = stage::plan(&regulation, Layout::Party, 2);
        plan.opinions.clear();
        plan.body = "Ủy ban nhân dân xã Phiêng Mây".into();
        plan.chair = official("Ông", "Hoàng Văn Đức", "Chủ tịch UBND xã");
        let mut stage = Stage::opened(plan, regulation);
        stage.up_to_the_dialogue();
        stage.round(1, ClassKind::AnsweredNow);
        stage.round(2, ClassKind::ReportUpward);
        stage::conclude(&mut stage);
        for file in dossier(&stage, &Options::default()) {
            if std::path::Path::new(&file.path).extension() == Some("docx".as_ref()) {
                let paper = Docx::read(&file.bytes).text();
                assert!(
                    !paper.contains("BAN THƯỜNG VỤ\n"),
                    "{id} {}\n{paper}",
                    file.path
                );
            }
        }
        assert!(text(&stage, "thong-bao-ket-luan.docx").contains("CHỦ TỊCH\n"));
    }
}

/// Every item was answered now.
fn answers_everything(stage: &mut Stage) {
    let items: Vec<_> = stage
        .session
        .state()
        .items
        .iter()
        .map(|item| item.id)
        .collect();
    for item in items {
        let class = stage.session.proposal(item, ClassKind::AnsweredNow);
        stage.act(Command::ClassItem { item, class });
    }
}

#[test]
fn a_further_opinion_departs_only_where_the_text_binds_it_to_the_scope() {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let mut stage = opened(id, layout);
            let binds = matches!(
                stage.session.regulation().rules.unregistered,
                Unregistered::WithinScope(_)
            );
            assert_eq!(binds, id == "qd-1573-2025");
            stage.up_to_the_dialogue();
            stage.act(Command::GiveFloor {
                phase: Phase::Speech,
                to: Holder::Citizen(Number(1)),
                items: vec![],
            });
            stage.pass(60);
            let raise = |text: &str| Command::RaiseItem {
                by: Raiser::Citizen(Number(1)),
                text: text.into(),
                opinion: None,
            };
            if binds {
                stage.act(raise("Xin hỏi thêm về đường liên thôn").with_scope(true));
                let outside = raise("Xin hỏi thêm về lương hưu").with_scope(false);
                stage.act(outside.with_reason(reason("Chủ trì đồng ý nghe")));
            } else {
                stage.act(raise("Xin hỏi thêm về đường liên thôn"));
                stage.act(raise("Xin hỏi thêm về lương hưu"));
            }
            stage.act(Command::EndFloor);
            answers_everything(&mut stage);
            stage.act(Command::NoTimeForRest);
            stage::conclude(&mut stage);
            let minutes = text(&stage, "bien-ban.docx");
            let in_scope =
                "Xin hỏi thêm về đường liên thôn (chưa đăng ký trước, thuộc phạm vi đã thông báo).";
            let outside = "của ông Triệu Văn Kẻo, thôn Nà Hỏi, chưa đăng ký và ngoài phạm vi đã thông báo (khác trình tự tại khoản 3 Điều 8). Lý do: Chủ trì đồng ý nghe.";
            assert!(
                minutes.contains("Xin hỏi thêm về lương hưu"),
                "{id}\n{minutes}"
            );
            for sentence in [in_scope, outside] {
                assert_eq!(
                    minutes.contains(sentence),
                    binds,
                    "{id}: {sentence}\n{minutes}"
                );
            }
            if !binds {
                assert!(!minutes.contains("phạm vi đã thông báo"), "{id}\n{minutes}");
            }
        }
    }
}

#[test]
fn what_nobody_recorded_is_a_blank() {
    for id in REGULATIONS {
        for layout in LAYOUTS {
            let mut stage = opened(id, layout);
            stage.up_to_the_dialogue();
            stage.round(1, ClassKind::AnsweredNow);
            stage.act(Command::NoTimeForRest);
            stage::conclude(&mut stage);
            let minutes = text(&stage, "bien-ban.docx");
            for blank in [
                "4. Đại biểu được mời (03 người; có mặt: …… người):",
                "Tổng số người dự hội nghị: ………… người.",
            ] {
                assert!(
                    minutes.contains(blank),
                    "{id} {layout:?}: {blank}\n{minutes}"
                );
            }
            assert!(!minutes.contains("Đại biểu vắng mặt"), "{id}\n{minutes}");
        }
    }
}
