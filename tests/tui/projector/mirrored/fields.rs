//! Every field of every form on a mirrored window: only what is public anyway is echoed in the hall.

use std::collections::BTreeSet;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::deadlines::Basis;
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::action::Action;
use doithoai::tui::desk::dialog::kind::DialogKind;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::words::{DeskWords, SOURCES};
use doithoai::tui::desk::{Desk, Effect};
use doithoai::tui::vn_input::Typing;

use super::{SECRET, marked, press, screen, types};
use crate::projector::stage::{Stage, following, rows};

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
        | DialogKind::NoTimeForRest
        | DialogKind::Scope(_)
        | DialogKind::Gate
        | DialogKind::Scene
        | DialogKind::Opinion(_)
        | DialogKind::MoveItem(_)
        | DialogKind::Answerer(_)
        | DialogKind::FollowUpBy
        | DialogKind::FollowUpAbout(_)
        | DialogKind::Steps
        | DialogKind::SpeakingMode
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
        stage.pass(1);
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
            stage.pass(1);
            press(desk, stage, KeyCode::Char('p'), KeyModifiers::CONTROL);
            assert_eq!(desk.paste(&act), None);
            stage.pass(1);
            asks(desk, stage, KeyCode::Enter);
            let is_list = desk.open_dialog().is_some_and(|dialog| {
                dialog.form().is_none() && dialog.kind != DialogKind::Palette
            });
            if is_list {
                for _ in 0..line {
                    press(desk, stage, KeyCode::Down, KeyModifiers::NONE);
                }
                stage.pass(1);
                asks(desk, stage, KeyCode::Enter);
                if matches!(
                    desk.open_dialog().map(|dialog| &dialog.kind),
                    Some(DialogKind::Presence(_))
                ) {
                    // somebody came instead
                    for _ in 0..2 {
                        press(desk, stage, KeyCode::Down, KeyModifiers::NONE);
                    }
                    stage.pass(1);
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
            stage.act(command);
            stage.pass(3);
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
