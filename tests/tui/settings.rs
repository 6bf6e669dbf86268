//! The screen of settings: what stands on it, what the keys change, and that nothing typed is lost.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::i18n::Lang;
use doithoai::store::sessions::UnclearPath;
use doithoai::store::settings::{UserSettings, load, save};
use doithoai::tui::settings::words::{SOURCES, SettingsWords};
use doithoai::tui::settings::{SETTING_ROWS, SettingKey, SettingsOutcome, SettingsScreen, draw};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::{Method, ToneStyle, Typing};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

fn words(lang: Lang) -> SettingsWords {
    SOURCES.read(lang)
}

fn regulations() -> Vec<(String, String)> {
    [("dan-tien-2025", "Dân Tiến"), ("dien-bien", "Điện Biên")]
        .map(|(id, name)| (id.to_owned(), name.to_owned()))
        .to_vec()
}

fn screen(own: UserSettings, behind: UserSettings) -> SettingsScreen {
    let typing = Typing::new(Method::Telex, ToneStyle::default());
    SettingsScreen::new(own, behind, regulations(), typing)
}

fn press(screen: &mut SettingsScreen, code: KeyCode) -> SettingsOutcome {
    screen.press(KeyEvent::from(code))
}

fn types(screen: &mut SettingsScreen, text: &str) {
    for letter in text.chars() {
        press(screen, KeyCode::Char(letter));
    }
}

/// Goes to a line, from wherever the choice stands.
fn go(screen: &mut SettingsScreen, key: SettingKey) {
    press(screen, KeyCode::PageUp);
    for _ in 0..SETTING_ROWS.iter().position(|row| *row == key).unwrap() {
        press(screen, KeyCode::Down);
    }
}

fn drawn(screen: &SettingsScreen, lang: Lang, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let view = screen.view(&words(lang), "/home/lan/.config/doithoai/settings.ron");
    let cursor = draw(&view, area, &mut buf, &Theme::plain());
    if let Some((x, y)) = cursor {
        assert!(x < width && y < height, "{x} {y} in {width}x{height}");
    }
    buf.content()
        .chunks(usize::from(width.max(1)))
        .map(|row| row.iter().map(Cell::symbol).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn an_office_sets_itself_up_and_finds_it_again_next_time() {
    let home = tempfile::tempdir().unwrap();
    let mut shown = screen(UserSettings::default(), UserSettings::default());
    assert_eq!(SETTING_ROWS[0], SettingKey::Language);
    // given colours and a regulation that are chosen, and names that are typed in Telex
    press(&mut shown, KeyCode::Down);
    assert_eq!(press(&mut shown, KeyCode::Right), SettingsOutcome::Changed);
    press(&mut shown, KeyCode::Right);
    go(&mut shown, SettingKey::Regulation);
    assert_eq!(
        press(&mut shown, KeyCode::Char(' ')),
        SettingsOutcome::Changed
    );
    go(&mut shown, SettingKey::Body);
    types(&mut shown, "UBND xax Naf Hori");
    assert_eq!(press(&mut shown, KeyCode::Enter), SettingsOutcome::Changed);
    go(&mut shown, SETTING_ROWS[10]);
    types(&mut shown, "Lof Thij Maaxu");
    // when the screen is left in the middle of a line, then it is kept as well
    assert_eq!(press(&mut shown, KeyCode::Esc), SettingsOutcome::Leave);
    save(home.path(), shown.settings()).unwrap();
    let loaded = load(Some(home.path()), None);
    assert!(loaded.faults.is_empty());
    let settings = loaded.settings;
    assert_eq!(settings.theme.as_deref(), Some("light"));
    assert_eq!(settings.regulation.as_ref().unwrap().0, "dan-tien-2025");
    assert_eq!(settings.office.body.as_deref(), Some("UBND xã Nà Hỏi"));
    assert_eq!(settings.office.chair.as_ref().unwrap().name, "Lò Thị Mẫu");
    let again = screen(settings, UserSettings::default());
    let picture = drawn(&again, Lang::Vi, 100, 40);
    for said in ["nền sáng", "Dân Tiến", "UBND xã Nà Hỏi", "Lò Thị Mẫu"] {
        assert!(picture.contains(said), "{said}\n{picture}");
    }
}

#[test]
fn a_folder_for_papers_that_is_not_clear_is_refused_in_its_line() {
    let mut shown = screen(UserSettings::default(), UserSettings::default());
    for (typed, unclear) in [
        ("~lan/giấy", UnclearPath::Beginning("~lan".to_owned())),
        ("'/media/USB", UnclearPath::Quote),
    ] {
        // when it is typed, the line is not left for another
        go(&mut shown, SettingKey::Papers);
        shown.paste(typed);
        for away in [KeyCode::Enter, KeyCode::Up, KeyCode::PageDown] {
            let outcome = press(&mut shown, away);
            assert_eq!(outcome, SettingsOutcome::Unclear(unclear.clone()));
        }
        assert!(drawn(&shown, Lang::Vi, 100, 40).contains(typed));
        // and the screen only when that is asked for again
        assert_eq!(
            press(&mut shown, KeyCode::Esc),
            SettingsOutcome::Unclear(unclear)
        );
        assert_eq!(press(&mut shown, KeyCode::Esc), SettingsOutcome::Leave);
        assert_eq!(shown.settings().office.papers, None);
        assert!(!shown.end(), "dropped");
        for _ in typed.chars() {
            press(&mut shown, KeyCode::Backspace);
        }
    }
    // and a clear one is taken
    shown.paste("~/giấy");
    assert_eq!(press(&mut shown, KeyCode::Enter), SettingsOutcome::Changed);
    let papers = shown.settings().office.papers.as_deref();
    assert_eq!(papers, Some(std::path::Path::new("~/giấy")));
}

#[test]
fn the_choices_go_round_and_one_of_them_is_to_set_nothing() {
    let mut shown = screen(UserSettings::default(), UserSettings::default());
    go(&mut shown, SettingKey::Bell);
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut shown, KeyCode::Right);
        seen.push(shown.settings().bell);
    }
    assert_eq!(seen, [Some(true), Some(false), None]);
    press(&mut shown, KeyCode::Left);
    assert_eq!(shown.settings().bell, Some(false));
    assert_eq!(press(&mut shown, KeyCode::Delete), SettingsOutcome::Changed);
    assert_eq!(shown.settings().bell, None);
    assert_eq!(press(&mut shown, KeyCode::Delete), SettingsOutcome::Nothing);
}

#[test]
fn what_the_administrator_set_is_shown_as_that_until_it_is_set_otherwise() {
    let behind = UserSettings {
        theme: Some("contrast".to_owned()),
        ..UserSettings::default()
    };
    let mut shown = screen(UserSettings::default(), behind);
    let picture = drawn(&shown, Lang::Vi, 100, 40);
    assert!(
        picture.contains("tương phản cao (quản trị máy đặt)"),
        "{picture}"
    );
    go(&mut shown, SettingKey::Theme);
    press(&mut shown, KeyCode::Right);
    assert_eq!(shown.settings().theme.as_deref(), Some("dark"));
}

#[test]
fn a_name_that_is_wiped_out_is_nobody_and_a_paste_is_one_line() {
    let mut shown = screen(UserSettings::default(), UserSettings::default());
    go(&mut shown, SETTING_ROWS[13]);
    shown.paste("Giàng Thị\nThử\u{7}");
    press(&mut shown, KeyCode::Down);
    assert_eq!(
        shown.settings().office.secretary.as_ref().unwrap().name,
        "Giàng Thị Thử"
    );
    press(&mut shown, KeyCode::Up);
    for _ in 0..40 {
        press(&mut shown, KeyCode::Backspace);
    }
    press(&mut shown, KeyCode::Up);
    assert_eq!(shown.settings().office.secretary, None);
}

#[test]
fn every_line_is_explained_and_everything_is_in_sight_at_every_size() {
    for lang in [Lang::Vi, Lang::En] {
        let mut shown = screen(UserSettings::default(), UserSettings::default());
        for key in SETTING_ROWS {
            let label = key.label(&words(lang));
            for (width, height) in [(80, 24), (120, 40), (200, 60), (40, 10)] {
                let picture = drawn(&shown, lang, width, height);
                let here = picture.lines().find(|line| line.contains('▸'));
                let begin: String = label.chars().take(12).collect();
                assert!(
                    here.is_some_and(|line| line.contains(&begin)),
                    "{label}\n{picture}"
                );
                let explained: String = key.explained(&words(lang)).chars().take(20).collect();
                assert!(picture.contains(&explained), "{explained}\n{picture}");
            }
            press(&mut shown, KeyCode::Down);
        }
        for (width, height) in (0..90).zip((0..45).cycle()) {
            drawn(&shown, lang, width, height);
        }
    }
}

#[test]
fn control_c_leaves_like_escape() {
    let mut shown = screen(UserSettings::default(), UserSettings::default());
    let key = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    assert_eq!(shown.press(key), SettingsOutcome::Leave);
}
