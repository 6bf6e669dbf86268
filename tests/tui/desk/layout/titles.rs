//! Long titles and the names of steps, which read whole wherever they stand.

use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::text;
use doithoai::tui::vn_input::Typing;

use super::long;
use crate::desk::aide::Aide;
use crate::desk::given::*;

#[test]
fn a_long_title_has_its_row_to_itself_and_the_mark_keeps_its_place() {
    let mut aide = Aide::reading(long(LAO_CAI), Typing::default(), Lang::Vi);
    let place = |aide: &Aide, width: u16| {
        let screen = aide.screen(width, 40);
        let rows: Vec<String> = screen.lines().take(3).map(ToOwned::to_owned).collect();
        let row = rows
            .iter()
            .position(|row| row.contains("✓ đã lưu"))
            .unwrap();
        (row, text::width(rows[row].trim_end()))
    };
    for width in [80, 120, 160] {
        let before = place(&aide, width);
        aide.goes_on_until(|next| matches!(next, Next::Call(_)));
        assert_eq!(place(&aide, width), before);
    }
    let screen = aide.screen(160, 40);
    assert!(screen.contains("với Nhân dân năm 2026"), "{screen}");
}

#[test]
fn a_title_reads_as_a_whole_in_every_window() {
    let mut plan = long(LAO_CAI);
    plan.fictional = true;
    let aide = Aide::reading(plan, Typing::default(), Lang::Vi);
    let title = |width: u16, height: u16| {
        let screen = aide.screen(width, height);
        let rows = screen
            .lines()
            .take_while(|row| !row.contains("chưa bắt đầu"));
        let rows = rows.map(|row| row.split("✓ đã lưu").next().unwrap().trim());
        let told = rows.collect::<Vec<_>>().join(" ");
        told.split("HƯ CẤU").last().unwrap().trim().to_owned()
    };
    let whole = &aide.session.plan().title;
    // where there is room, in one row or in two
    for (width, height) in [(120, 40), (120, 30), (160, 45), (200, 60), (240, 67)] {
        assert_eq!(&title(width, height), whole, "{width}x{height}");
    }
    // else as far as a part of it reads as a whole: never up to a word that joins, never within a list
    for (width, height) in [(60, 16), (80, 24), (100, 24), (118, 28)] {
        let told = title(width, height);
        assert_eq!(told, "Hội nghị đối thoại định kỳ", "{width}x{height}");
    }
    // and the times stay where they are while the session goes on
    let screen = aide.screen(120, 40);
    assert!(screen.lines().nth(3).unwrap().starts_with('─'), "{screen}");
}

#[test]
fn a_step_is_called_the_same_wherever_it_is_spoken_of() {
    for regulation in [
        LAO_CAI,
        "dan-tien-2025",
        "dien-bien",
        "qd-1573-2025",
        "tang-tien-2024",
    ] {
        for (width, height) in [(80, 24), (120, 40), (200, 60)] {
            let mut aide = Aide::under(regulation);
            let steps = aide.session.regulation().steps.clone();
            for (number, step) in (1..).zip(steps.iter().take(3)) {
                aide.goes_on_until(|next| matches!(next, Next::EnterStep(id) if *id == step.id));
                let name = step.name().in_lang(Lang::Vi);
                let screen = aide.screen(width, height);
                // what Space does, and the agenda, in which a name may go on in a second row
                let begins: Vec<&str> = name.split(' ').take(2).collect();
                let in_agenda = format!("○ {number} {}", begins.join(" "));
                let space = screen.lines().find(|row| row.contains("[Space]")).unwrap();
                assert!(
                    space.contains(name) && screen.contains(&in_agenda),
                    "{name}\n{screen}"
                );
                aide.passes(2);
                aide.space();
                // what the act left, and the words of the text in full
                let screen = aide.screen(width, height);
                assert!(
                    crate::desk::aide::unwrapped(&screen).contains(name),
                    "{screen}"
                );
                aide.shows_unwrapped(step.title.in_lang(Lang::Vi), 120, 40);
            }
        }
    }
}
