//! Prompts to the aide only: what is forgotten, over, or about to be.

use crossterm::event::KeyCode;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::Desk;
use doithoai::tui::vn_input::Typing;

use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn whoever_runs_over_the_limit_is_told_with_the_sign() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(180);
    aide.hides("quá giờ");
    aide.passes(42);
    aide.shows("bà Nguyễn Thị Ước quá giờ +00:42");
    aide.shows("QUÁ GIỜ");
    aide.space();
    aide.hides("quá giờ +");
}

#[test]
fn an_item_left_behind_without_a_class_is_told() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    // It is asked for now; that is no prompt.
    aide.hides("chưa phân loại  ·");
    aide.press(KeyCode::F(2));
    aide.shows("Ý kiến 1 chưa phân loại");
    // While somebody speaks nothing is classed; afterwards it is asked for again.
    aide.space();
    aide.classes_now();
    aide.passes(1);
    aide.hides("Ý kiến 1 chưa phân loại");
}

#[test]
fn running_past_the_length_is_told() {
    let mut plan = plan(LAO_CAI);
    plan.settings.allowed_minutes = Some(20);
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.shows("Dự kiến vượt giờ");
}

#[test]
fn too_little_time_for_all_is_told_with_the_share() {
    let mut plan = plan(LAO_CAI);
    plan.settings.allowed_minutes = Some(45);
    let mut aide = Aide::of(plan);
    aide.goes_on_until(|next| matches!(next, Next::Call(_)));
    aide.passes(12 * 60);
    let share = aide.session.equal_share(aide.now()).unwrap();
    let each = doithoai::domain::format::duration(share);
    // Both prompts stand in the smallest window.
    aide.shows("Dự kiến vượt giờ");
    aide.shows(&format!(
        "Còn 3 người, mỗi người {each} – Ctrl+F8 để chia đều"
    ));
}

#[test]
fn nothing_is_prompted_after_closing() {
    let mut aide = Aide::under(LAO_CAI);
    aide.goes_on_until(|next| next == &Next::Nothing);
    aide.passes(10 * 3600);
    aide.hides("Dự kiến vượt");
    aide.shows("Buổi đối thoại đã kết thúc");
}

#[test]
fn a_file_of_days_off_with_a_fault_is_told_when_the_desk_opens() {
    let mut aide = Aide::under(LAO_CAI);
    let words = doithoai::tui::desk::words::SOURCES.read(Lang::Vi);
    let basis = Basis {
        troubles: vec!["2026.ron: dòng 2, cột 5: ngày ghi hai lần".into()],
        ..Basis::default()
    };
    aide.desk = Desk::new(words, Lang::Vi, Typing::default(), basis);
    aide.desk.resume(
        &aide.session,
        aide.now(),
        doithoai::tui::desk::draft::Drafts::default(),
    );
    aide.shows("Thời hạn chưa tính đủ – 2026.ron: dòng 2, cột 5");
    // and where no day at all can be counted, the page of deadlines says so at each, and hides none
    aide.ctrl('p');
    aide.types("thoi han");
    aide.enter();
    aide.shows_at("Không có lịch nghỉ dùng được", 200, 60);
}

#[test]
fn what_presses_is_told_whole_however_long_the_name_is() {
    let mut aide = Aide::of(crate::desk::layout::long(LAO_CAI));
    aide.goes_on_until(|next| matches!(next, Next::Answer { .. }));
    aide.passes(10);
    aide.space();
    aide.passes(342);
    let told = "Trung tâm Phục vụ hành chính công và Phát triển kinh tế xã quá giờ +00:42";
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        aide.shows_unwrapped(told, width, height);
    }
    // and however much the head would have to tell, the time stays
    aide.shows_at("+00:42 QUÁ GIỜ", 60, 16);
}
