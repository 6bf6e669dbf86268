//! The desk's window as a mirrored display: the hall's own picture, all keys of the desk, and nothing private whatever lies
//! open.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::documents::plan_import;
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::Plan;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::action::Action;
use doithoai::tui::desk::dialog::kind::DialogKind;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::words::{DeskWords, SOURCES};
use doithoai::tui::desk::{Desk, Effect, view};
use doithoai::tui::theme::Theme;
use doithoai::tui::vn_input::Typing;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::projector::stage::{Stage, drawn, following, rows};

const SECRET: &str = "ZQX-BÍ-MẬT";

fn marked() -> Plan {
    let mut plan = plan_import::sample().unwrap();
    for speaker in plan.speakers.iter_mut().map(std::sync::Arc::make_mut) {
        speaker.phone = Some(format!("{SECRET} phone"));
        speaker.address = Some(format!("{SECRET} address"));
    }
    for opinion in &mut plan.opinions {
        opinion.prepared_answer = Some(format!("{SECRET} prepared"));
    }
    plan
}

fn press(desk: &mut Desk, stage: &mut Stage, code: KeyCode, modifiers: KeyModifiers) {
    let press = Press::alone(KeyEvent::new(code, modifiers));
    let now = stage.clock.now();
    if let Some(Effect::Perform(command)) = desk.press(press, &stage.session, now) {
        stage.does(command.clone());
        let at = stage.session.stamp(stage.clock.now());
        desk.after_command(&command, Ok(()), &stage.session, at);
    }
}

fn screen(desk: &Desk, stage: &Stage) -> Buffer {
    let area = Rect::new(0, 0, 100, 28);
    let mut buffer = Buffer::empty(area);
    let now = stage.session.stamp(stage.clock.now());
    let view = view::view(&stage.session, desk, now, area);
    view::draw(&view, area, &mut buffer, &Theme::plain());
    buffer
}

#[test]
fn the_mirrored_window_is_the_halls_picture_and_shows_nothing_that_lies_open_on_the_desk() {
    // given a desk whose window is mirrored, and a plan with a mark in every private field
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    let dialogs = [
        (KeyCode::Char('n'), KeyModifiers::CONTROL),
        (KeyCode::Char('a'), KeyModifiers::CONTROL),
        (KeyCode::Char('p'), KeyModifiers::CONTROL),
        (KeyCode::Char('o'), KeyModifiers::CONTROL),
        (KeyCode::Char('g'), KeyModifiers::CONTROL),
        (KeyCode::F(3), KeyModifiers::NONE),
        (KeyCode::F(6), KeyModifiers::NONE),
    ];
    let mut seen = 0;
    // when the session goes on, and at every moment something else lies open with a secret typed into it
    while following(&stage.session).is_some() {
        stage.clock.pass(Millis::of_seconds(9));
        // then the picture is the hall's own
        let hall = rows(&drawn(&stage.view(), 100, 27, &Theme::plain()));
        let mirrored = rows(&screen(&desk, &stage));
        assert!(mirrored.starts_with(hall.trim_end()), "{mirrored}\n{hall}");
        for (code, modifiers) in dialogs {
            press(&mut desk, &mut stage, code, modifiers);
            for letter in SECRET.chars() {
                press(
                    &mut desk,
                    &mut stage,
                    KeyCode::Char(letter),
                    KeyModifiers::NONE,
                );
            }
            // and nothing private is in it
            let shown = rows(&screen(&desk, &stage));
            assert!(!shown.contains(SECRET), "{shown}");
            assert!(!shown.contains("ZQX"), "{shown}");
            press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
            stage.clock.pass(Millis::of_seconds(2));
            seen += 1;
        }
        let records = stage.session.history().entries().len();
        stage.goes_on();
        // and the keys go on working: what was done is done on the desk, too
        assert!(stage.session.history().entries().len() > records);
    }
    assert!(seen > 500);
}

/// The fields of each form that may be echoed in the hall, by their place: what everybody gets to know anyway. Written from
/// what is public of a session, not from the forms.
#[expect(
    clippy::match_same_arms,
    reason = "one arm for each reason why something is public"
)]
fn may_be_echoed(kind: &DialogKind, masks: bool) -> &'static [usize] {
    match kind {
        // The notice is for the hall; the hall sees the countdown of a break, and the limit of a turn.
        DialogKind::Hall | DialogKind::Break => &[0],
        DialogKind::Limit => &[0, 1],
        // Who settles an item by when is read out at the end.
        DialogKind::ClassLater(_) => &[0, 1],
        DialogKind::ClassUpward(_) => &[0],
        // Name, village and form of address of whoever will speak, unless names are masked.
        DialogKind::Register => {
            if masks {
                &[1, 3]
            } else {
                &[0, 1, 3]
            }
        }
        DialogKind::PersonDetails(_) => {
            if masks {
                &[1, 3]
            } else {
                &[0, 1, 3]
            }
        }
        // What everybody just heard, in the aide's own words.
        DialogKind::AnswerNow(_) => &[0],
        // Who presides, in which office.
        DialogKind::Deputy => &[0, 1],
        // What somebody said in the hall everybody heard.
        DialogKind::Item(_) | DialogKind::NewItem(_) => &[0],
        // Answers, reasons, notes and paths are the aide's own.
        DialogKind::Answer(_)
        | DialogKind::Topic(_)
        | DialogKind::Note
        | DialogKind::Reason(..)
        | DialogKind::Conclusion(_)
        | DialogKind::SetAside(_)
        | DialogKind::Substitute(_)
        | DialogKind::PeopleCount
        | DialogKind::Correct(_)
        | DialogKind::Folder
        | DialogKind::ImportFile
        | DialogKind::ExportFolder => &[],
        // Lists and pages have no fields.
        DialogKind::Deadlines
        | DialogKind::Help
        | DialogKind::Rules
        | DialogKind::Palette
        | DialogKind::Find
        | DialogKind::Person(_)
        | DialogKind::PersonAtDoor(_)
        | DialogKind::Stations
        | DialogKind::HallAddress(_)
        | DialogKind::Grounds(_)
        | DialogKind::CallInstead(_)
        | DialogKind::ChangeToNow(_)
        | DialogKind::Scope(_)
        | DialogKind::Gate
        | DialogKind::Scene
        | DialogKind::Opinion(_)
        | DialogKind::MoveItem(_)
        | DialogKind::Answerer(_)
        | DialogKind::FollowUpBy
        | DialogKind::FollowUpAbout(_)
        | DialogKind::Steps
        | DialogKind::Taking
        | DialogKind::Items
        | DialogKind::Segments
        | DialogKind::ConclusionGroups
        | DialogKind::Subjects(_)
        | DialogKind::Attendance
        | DialogKind::Presence(_)
        | DialogKind::Away
        | DialogKind::ExportTo(_)
        | DialogKind::Import(_)
        | DialogKind::Quit => &[],
    }
}

fn types(desk: &mut Desk, stage: &mut Stage, text: &str) {
    for letter in text.chars() {
        press(desk, stage, KeyCode::Char(letter), KeyModifiers::NONE);
    }
}

/// Types a mark into every field of the form that lies open, and reads the wall after each.
fn marks_every_field(
    desk: &mut Desk,
    stage: &mut Stage,
    masks: bool,
    seen: &mut BTreeSet<String>,
    echoed: &mut BTreeSet<String>,
) {
    let Some((kind, count)) = desk
        .open_dialog()
        .and_then(|dialog| Some((dialog.kind.clone(), dialog.form()?.fields().len())))
    else {
        return;
    };
    let name = format!("{kind:?}");
    let name = name.split(['(', '{']).next().unwrap().to_owned();
    seen.insert(name.clone());
    let public = may_be_echoed(&kind, masks);
    let first = desk.open_dialog().unwrap().form().unwrap().focus();
    for step in 0..count {
        let place = (first + step) % count;
        types(desk, stage, SECRET);
        let shown = rows(&screen(desk, stage));
        let is_echoed = shown.contains(SECRET);
        assert!(
            !is_echoed || public.contains(&place),
            "field {place} of {kind:?} is on the wall:\n{shown}"
        );
        if is_echoed {
            echoed.insert(format!("{name} {place}"));
        } else {
            // not by its letters either, and not by the rest of what the form says
            assert!(!shown.contains("ZQX"), "{kind:?}\n{shown}");
        }
        press(desk, stage, KeyCode::Tab, KeyModifiers::NONE);
    }
}

fn closes(desk: &mut Desk, stage: &mut Stage) {
    for _ in 0..6 {
        stage.waits(1);
        if desk.open_dialog().is_some() {
            press(desk, stage, KeyCode::Esc, KeyModifiers::NONE);
        }
    }
}

/// Every act of the palette, one after the other, and every line of a list that opens: nothing is carried out.
fn opens_everything(
    desk: &mut Desk,
    stage: &mut Stage,
    masks: bool,
    seen: &mut BTreeSet<String>,
    echoed: &mut BTreeSet<String>,
) {
    let acts: Vec<String> = desk
        .words
        .acts
        .iter()
        .filter(|(action, _)| action.is_an_act() && **action != Action::Mirror)
        .map(|(_, words)| words.name.to_string())
        .collect();
    for act in acts {
        // The list about a person is the longest that leads to forms.
        let is_of_person = act == desk.words.acts[&Action::PersonMenu].name.to_string();
        for line in 0..if is_of_person { 9 } else { 4 } {
            stage.waits(1);
            press(desk, stage, KeyCode::Char('p'), KeyModifiers::CONTROL);
            assert_eq!(desk.paste(&act), None);
            stage.waits(1);
            asks(desk, stage, KeyCode::Enter);
            let is_list = desk.open_dialog().is_some_and(|dialog| {
                dialog.form().is_none() && dialog.kind != DialogKind::Palette
            });
            if is_list {
                for _ in 0..line {
                    press(desk, stage, KeyCode::Down, KeyModifiers::NONE);
                }
                stage.waits(1);
                asks(desk, stage, KeyCode::Enter);
                if matches!(
                    desk.open_dialog().map(|dialog| &dialog.kind),
                    Some(DialogKind::Presence(_))
                ) {
                    // somebody came instead
                    for _ in 0..2 {
                        press(desk, stage, KeyCode::Down, KeyModifiers::NONE);
                    }
                    stage.waits(1);
                    asks(desk, stage, KeyCode::Enter);
                }
            }
            marks_every_field(desk, stage, masks, seen, echoed);
            let shown = rows(&screen(desk, stage));
            assert!(
                !shown.contains("phone") && !shown.contains("prepared"),
                "{act}\n{shown}"
            );
            closes(desk, stage);
            if !is_list {
                break;
            }
        }
    }
}

/// A key whose request is not carried out.
fn asks(desk: &mut Desk, stage: &Stage, code: KeyCode) {
    let key = Press::alone(KeyEvent::new(code, KeyModifiers::NONE));
    let now = stage.clock.now();
    if let Some(Effect::Perform(command)) = desk.press(key, &stage.session, now) {
        // What needs a reason asks for it.
        let at = stage.session.stamp(now);
        if let Err(refusal) = stage.session.decide(command.clone(), now) {
            desk.after_command(&command, Err(refusal), &stage.session, at);
        }
    }
}

#[test]
fn of_every_field_of_every_form_only_what_is_public_anyway_is_echoed_in_the_hall() {
    for masks in [false, true] {
        let mut plan = marked();
        plan.settings.mask_names = masks;
        let words: DeskWords = SOURCES.read(Lang::Vi);
        let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
        let mut stage = Stage::of(plan);
        press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
        let (mut seen, mut echoed) = (BTreeSet::new(), BTreeSet::new());
        // when everything that can be opened is opened, before, during and at the end of a session
        let mut acts = 0;
        while let Some(command) = following(&stage.session) {
            let is_looked_at =
                acts == 33 || (!masks && (acts == 0 || stage.session.next() == Next::Close));
            if is_looked_at {
                opens_everything(&mut desk, &mut stage, masks, &mut seen, &mut echoed);
            }
            stage.does(command);
            stage.waits(3);
            acts += 1;
        }
        // then every form was looked at
        for form in [
            "Hall",
            "Break",
            "Limit",
            "Register",
            "PersonDetails",
            "Deputy",
            "Item",
            "NewItem",
            "Answer",
            "Topic",
            "Note",
            "Reason",
            "Conclusion",
            "Substitute",
            "PeopleCount",
            "Correct",
        ] {
            assert!(seen.contains(form), "{form} was not opened: {seen:?}");
        }
        // and what is public was there to be read, so that she does not write blind
        for public in ["Hall 0", "Register 1", "PersonDetails 1", "Deputy 0"] {
            assert!(echoed.contains(public), "{public}: {echoed:?}");
        }
        assert_eq!(echoed.contains("Register 0"), !masks);
    }
}

#[test]
fn a_prepared_answer_is_not_echoed_when_it_is_edited_instead_of_typed_over() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    // given an item with a prepared answer, answered now on a mirrored window
    stage.goes_on_until(|session| {
        matches!(session.next(), Next::Class(item)
            if session.state().item(item).is_some_and(|item| session.prepared_answer(item).is_some()))
    });
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.waits(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('1'),
        KeyModifiers::NONE,
    );
    // when its end is edited
    for code in [KeyCode::End, KeyCode::Backspace, KeyCode::Char('x')] {
        press(&mut desk, &mut stage, code, KeyModifiers::NONE);
        let shown = rows(&screen(&desk, &stage));
        assert!(
            !shown.contains("ZQX") && !shown.contains("prepare"),
            "{shown}"
        );
    }
    // and when it is left and opened again with what was typed
    press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
    stage.waits(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('a'),
        KeyModifiers::CONTROL,
    );
    assert!(!rows(&screen(&desk, &stage)).contains("ZQX"));
}

#[test]
fn of_a_private_field_the_wall_tells_only_how_much_was_typed() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    stage.goes_on_until(|session| session.state().floor().is_some());
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.waits(2);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('n'),
        KeyModifiers::CONTROL,
    );
    types(&mut desk, &mut stage, "Đất");
    let shown = strip(&desk, &stage);
    assert!(shown.contains("đã gõ 3 chữ"), "{shown}");
    assert!(!shown.contains("Đất"), "{shown}");
    // and F12 turns the window back while the form lies open, with everything that was typed
    stage.waits(2);
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    assert!(rows(&screen(&desk, &stage)).contains("Đất"));
}

/// The last rows of the mirrored window.
fn strip(desk: &Desk, stage: &Stage) -> String {
    let shown = rows(&screen(desk, stage));
    let rows: Vec<&str> = shown.lines().rev().take(7).collect();
    rows.join(
        "
",
    )
}

#[test]
fn on_a_mirrored_window_a_class_with_its_agency_can_be_chosen() {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(marked());
    stage.goes_on_until(|session| matches!(session.next(), Next::Class(_)));
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.waits(5);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('2'),
        KeyModifiers::NONE,
    );
    // then the strip names the field and what would be taken, and arrows choose another
    let first = strip(&desk, &stage);
    press(&mut desk, &mut stage, KeyCode::Down, KeyModifiers::NONE);
    assert_ne!(strip(&desk, &stage), first);
    // and the class is given
    stage.waits(2);
    press(&mut desk, &mut stage, KeyCode::Enter, KeyModifiers::NONE);
    let items = &stage.session.state().items;
    let classed = items.iter().filter(|item| item.class.is_some()).count();
    assert_eq!(classed, 1, "{}", strip(&desk, &stage));
}

/// A desk on a mirrored window, in a session that was played up to somewhere.
fn mirrored(
    plan: Plan,
    there: impl Fn(&doithoai::domain::session::Session) -> bool,
) -> (Desk, Stage) {
    let words: DeskWords = SOURCES.read(Lang::Vi);
    let mut desk = Desk::new(words, Lang::Vi, Typing::default(), Basis::default());
    let mut stage = Stage::of(plan);
    stage.goes_on_until(there);
    stage.waits(5);
    press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
    stage.waits(5);
    (desk, stage)
}

#[test]
fn what_a_citizen_says_is_read_while_it_is_written_down_on_the_shared_screen() {
    let (mut desk, mut stage) = mirrored(marked(), |session| session.state().floor().is_some());
    press(&mut desk, &mut stage, KeyCode::F(4), KeyModifiers::NONE);
    types(&mut desk, &mut stage, "Đường trục thôn");
    let shown = strip(&desk, &stage);
    assert!(shown.contains("Đường trục thôn"), "{shown}");
}

#[test]
fn of_whatever_lies_open_on_the_shared_screen_the_line_that_enter_takes_is_seen() {
    use doithoai::domain::session::plan::Number;
    let speaks = |session: &doithoai::domain::session::Session| session.state().floor().is_some();
    // A list: its title, which of how many, and the line that would be taken, which moves with the arrows.
    let (mut desk, mut stage) = mirrored(marked(), speaks);
    press(
        &mut desk,
        &mut stage,
        KeyCode::Char('s'),
        KeyModifiers::CONTROL,
    );
    let shown = strip(&desk, &stage);
    let first = stage.session.regulation().steps[0].title.vi.clone();
    assert!(shown.contains(&format!("● 1. {first}")), "{shown}");
    assert!(shown.contains("1/6"), "{shown}");
    press(&mut desk, &mut stage, KeyCode::Down, KeyModifiers::NONE);
    let shown = strip(&desk, &stage);
    assert!(shown.contains("● 2. ") && shown.contains("2/6"), "{shown}");
    // and what fits nothing says so
    types(&mut desk, &mut stage, "zzz");
    let shown = strip(&desk, &stage);
    assert!(!shown.contains("● "), "{shown}");
    // Leaving the session, ending somebody's turn, the scenes, the palette: each with its first line.
    let cases: [(KeyCode, KeyModifiers); 6] = [
        (KeyCode::Char('q'), KeyModifiers::CONTROL),
        (KeyCode::F(2), KeyModifiers::NONE),
        (KeyCode::Insert, KeyModifiers::NONE),
        (KeyCode::Char('p'), KeyModifiers::CONTROL),
        (KeyCode::F(6), KeyModifiers::NONE),
        (KeyCode::F(3), KeyModifiers::NONE),
    ];
    for (code, modifiers) in cases {
        let (mut desk, mut stage) = mirrored(marked(), speaks);
        press(&mut desk, &mut stage, code, modifiers);
        assert!(desk.open_dialog().is_some(), "{code:?}");
        let shown = strip(&desk, &stage);
        assert!(shown.contains("● "), "{code:?}\n{shown}");
        // its own window shows the same words
        let line = shown
            .lines()
            .find_map(|line| line.trim().strip_prefix("● "))
            .unwrap()
            .trim()
            .to_owned();
        press(&mut desk, &mut stage, KeyCode::F(12), KeyModifiers::NONE);
        let own = rows(&screen(&desk, &stage));
        let word = line.split([' ', '.', ',']).next_back().unwrap();
        assert!(own.contains(word), "{line}\n{own}");
    }
    // Where names are masked, a person is a number.
    let mut plan = marked();
    plan.settings.mask_names = true;
    let (mut desk, mut stage) = mirrored(plan, speaks);
    let name = |stage: &Stage, number: u32| {
        let queue = &stage.session.state().queue;
        queue
            .person(Number(number))
            .unwrap()
            .registration
            .name
            .clone()
    };
    for (code, modifiers) in cases {
        press(&mut desk, &mut stage, code, modifiers);
        let shown = strip(&desk, &stage);
        for number in 1..=6 {
            let name = name(&stage, number);
            assert!(!shown.contains(&name), "{name}\n{shown}");
        }
        stage.waits(2);
        press(&mut desk, &mut stage, KeyCode::Esc, KeyModifiers::NONE);
        stage.waits(2);
    }
}
