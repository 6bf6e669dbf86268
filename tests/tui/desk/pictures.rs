//! The whole screen, state by state, at three sizes of window: a pane that vanishes or a line that moves is seen in the
//! difference. Each picture stands in `snapshots/` and is looked at before it is accepted.

use crossterm::event::KeyCode;
use doithoai::domain::session::next::Next;
use doithoai::tui::desk::action::Action;

use crate::desk::aide::Aide;
use crate::desk::conclusion::about_to_conclude;
use crate::desk::given::*;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

fn at_every_size(name: &str, aide: &Aide) {
    at_every_size_but(name, aide, "");
}

/// The same, with dots in the place of a text that is another one whenever the program can do more.
fn at_every_size_but(name: &str, aide: &Aide, changing: &str) {
    let dots = "·".repeat(changing.chars().count());
    for (width, height) in SIZES {
        let mut screen = aide.screen(width, height);
        if !changing.is_empty() {
            assert!(screen.contains(changing), "no {changing} in\n{screen}");
            screen = screen.replace(changing, &dots);
        }
        insta::assert_snapshot!(format!("{name}-{width}x{height}"), screen);
    }
}

/// The first speaker has been answered.
fn answered() -> Aide {
    let mut aide = Aide::with_number_one_speaking(QD_1573);
    aide.passes(95);
    aide.space();
    aide
}

/// How many acts the desk has in all, and how many of them can be done now.
fn acts_in_palette(aide: &Aide) -> (usize, usize) {
    let acts = aide.desk.words.acts.keys();
    let acts: Vec<Action> = acts.copied().filter(|act| act.is_an_act()).collect();
    let can = |act: &&Action| {
        let why = aide.desk.why_not(**act, &aide.session, aide.now());
        why.is_none()
    };
    (acts.len(), acts.iter().filter(can).count())
}

#[test]
fn before_the_session() {
    at_every_size("before", &Aide::under(DAN_TIEN));
}

#[test]
fn the_opening_half_ticked() {
    let mut aide = Aide::under(DAN_TIEN);
    for _ in 0..3 {
        aide.passes(20);
        aide.space();
    }
    at_every_size("opening", &aide);
}

#[test]
fn the_next_speaker_is_about_to_be_called() {
    at_every_size("call", &Aide::before_the_first_speech(LAO_CAI));
}

#[test]
fn somebody_speaks() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(72);
    at_every_size("speech", &aide);
}

#[test]
fn somebody_speaks_for_too_long() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.passes(222);
    at_every_size("speech-over", &aide);
}

#[test]
fn an_agency_answers() {
    let mut aide = answered();
    aide.passes(5);
    aide.space();
    aide.passes(40);
    at_every_size("answer", &aide);
}

#[test]
fn an_item_waits_for_its_class() {
    at_every_size("class", &Aide::asked_for_the_first_class(DIEN_BIEN));
}

#[test]
fn a_newcomer_is_entered_while_somebody_speaks() {
    let mut aide = Aide::with_number_one_speaking(DIEN_BIEN);
    aide.passes(30);
    aide.press(KeyCode::F(9));
    aide.types("Giàng A Súa");
    at_every_size("newcomer", &aide);
}

#[test]
fn an_act_is_looked_for() {
    let mut aide = Aide::with_number_one_speaking(LAO_CAI);
    aide.ctrl('p');
    aide.types("nghi");
    // How many acts there are is counted from the table, so that one more makes no other picture.
    let (all, now) = acts_in_palette(&aide);
    at_every_size_but("palette", &aide, &format!("{all} việc · {now} làm"));
}

#[test]
fn the_gate_says_what_is_missing() {
    let mut aide = Aide::asked_for_the_first_class(LAO_CAI);
    aide.ctrl('g');
    at_every_size("gate", &aide);
}

#[test]
fn the_conclusion_is_read() {
    let mut aide = about_to_conclude(QD_1573);
    aide.space();
    at_every_size("conclusion", &aide);
}

#[test]
fn the_session_is_closed() {
    let mut aide = about_to_conclude(DAN_TIEN);
    aide.goes_on_until(|next| *next == Next::Close);
    aide.space();
    aide.press(KeyCode::Esc);
    at_every_size("closed", &aide);
}
