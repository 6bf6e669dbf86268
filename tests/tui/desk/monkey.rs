//! A monkey at the desk: whatever keys are pressed in whatever order, a class key changes no item but the one that the bottom
//! line names, and nothing panics.

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::regulation::{Phase, Step, StepKind};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::view::overlay::{Body, OverlayView};
use doithoai::tui::desk::view::{footer, mirror, overlay};

use super::aide::Aide;
use super::given::*;

/// Random enough, and the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn key(dice: &mut Dice) -> KeyEvent {
    const PLAIN: [KeyCode; 28] = [
        KeyCode::Char(' '),
        KeyCode::Char(' '),
        KeyCode::Char(' '),
        KeyCode::Char('1'),
        KeyCode::Char('2'),
        KeyCode::Char('3'),
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::F(2),
        KeyCode::F(3),
        KeyCode::F(4),
        KeyCode::F(5),
        KeyCode::F(6),
        KeyCode::F(8),
        KeyCode::F(9),
        KeyCode::F(12),
        KeyCode::Insert,
        KeyCode::Char('a'),
        KeyCode::Backspace,
    ];
    const CHORDS: [char; 22] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'g', 'k', 'l', 'n', 'o', 'p', 'r', 's', 't', 'u', 'w',
        'y', 'z', 'z', 'g',
    ];
    if dice.roll(4) == 0 {
        let letter = CHORDS[dice.roll(CHORDS.len())];
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    KeyEvent::from(PLAIN[dice.roll(PLAIN.len())])
}

fn classes(aide: &Aide) -> Vec<(ItemId, Option<Class>)> {
    let items = aide.state().items.iter();
    items.map(|item| (item.id, item.class.clone())).collect()
}

/// Whether a text names an item by its number.
fn names(text: &str, item: ItemId) -> bool {
    let text = text.to_lowercase();
    let (mut rest, number) = (text.as_str(), item.0.to_string());
    while let Some((_, behind)) = rest.split_once("ý kiến ") {
        let figures: String = behind.chars().take_while(char::is_ascii_digit).collect();
        if figures == number {
            return true;
        }
        rest = behind;
    }
    false
}

/// What the last row says before a key, on the aide's own screen or on a mirrored one.
fn said(aide: &Aide) -> Vec<String> {
    let Some(mirrored) = mirror::view(&aide.session, &aide.desk, aide.now()) else {
        let bottom = footer::view(&aide.session, &aide.desk, aide.now(), 120);
        return bottom.next.into_iter().map(|(_, text)| text).collect();
    };
    let mut said = vec![mirrored.line];
    if let Some(strip) = mirrored.strip {
        said.push(strip.title);
        let taken = strip.options.into_iter().filter(|(_, taken)| *taken);
        said.extend(taken.map(|(option, _)| option));
    }
    said
}

/// Where an item was classed; a monkey that never comes there proves nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Asked by the order.
    Question,
    /// The card of another item, opened by hand.
    Card,
    Gate,
    Conclusion,
    Mirrored,
    /// After somebody went on.
    Exchange,
    Form,
}

const PLACES: [Place; 7] = [
    Place::Question,
    Place::Card,
    Place::Gate,
    Place::Conclusion,
    Place::Mirrored,
    Place::Exchange,
    Place::Form,
];

/// What lies open.
fn open(aide: &Aide) -> Option<OverlayView> {
    overlay::view(&aide.session, &aide.desk, aide.now(), 40)
}

fn is_gate(overlay: &OverlayView) -> bool {
    overlay.title.contains("trước khi kết thúc")
}

fn places(aide: &Aide) -> Vec<Place> {
    let question = aide.desk.question(&aide.session);
    let by_hand = question.map(|question| question.by_hand);
    let overlay = open(aide);
    let is_form = |overlay: &OverlayView| matches!(overlay.body, Body::Fields { .. });
    let concludes = |step: &Step| step.kind == StepKind::Conclusion;
    let mut last = aide.state().turns.iter().rev().take(2);
    let mirrored = mirror::view(&aide.session, &aide.desk, aide.now());
    let here = [
        (Place::Question, by_hand == Some(false)),
        (Place::Card, by_hand == Some(true)),
        (Place::Gate, overlay.as_ref().is_some_and(is_gate)),
        (
            Place::Conclusion,
            aide.session.present_step().is_some_and(concludes),
        ),
        (Place::Mirrored, mirrored.is_some()),
        (
            Place::Exchange,
            last.any(|turn| turn.phase == Phase::Exchange),
        ),
        (Place::Form, overlay.as_ref().is_some_and(is_form)),
    ];
    let here = here.into_iter().filter(|(_, is_here)| *is_here);
    here.map(|(place, _)| place).collect()
}

/// How a session is found: from its beginning, where its first class is asked for, or before its end with an item that was
/// opened again.
fn begun(count: usize, regulation: &str) -> Aide {
    match count % 3 {
        0 => Aide::under(regulation),
        1 => Aide::asked_for_the_first_class(regulation),
        _ => {
            let mut aide = Aide::under(regulation);
            aide.goes_on_until(|next| *next == Next::Close);
            aide.press(KeyCode::Tab);
            aide.press(KeyCode::Home);
            aide.ctrl('r');
            aide
        }
    }
}

type Classed = BTreeMap<Place, usize>;

/// Plays, and counts where how many items were classed.
fn plays(seed: u64, keys: usize) -> Classed {
    let mut classed = Classed::new();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut sessions = 0;
    let mut aide = begun(sessions, ALL[0]);
    let mut since_begun = 0;
    for count in 0..keys {
        since_begun += 1;
        if aide.session.next() == Next::Nothing || since_begun > 200 {
            sessions += 1;
            aide = begun(sessions, ALL[sessions % ALL.len()]);
            since_begun = 0;
        }
        let key = wanted(&aide, &mut dice).unwrap_or_else(|| key(&mut dice));
        let (named, here) = (said(&aide), places(&aide));
        let before = classes(&aide);
        aide.presses(Press::alone(key));
        let is_taken_back = aide
            .last()
            .iter()
            .any(|event| matches!(event, Event::Undone { .. } | Event::Redone { .. }));
        for (id, class) in classes(&aide) {
            let was = before.iter().find(|(known, _)| *known == id);
            if is_taken_back || class.is_none() || was.is_none_or(|(_, was)| *was == class) {
                continue;
            }
            // Whichever key it was, the bottom line named the item.
            assert!(
                named.iter().any(|text| names(text, id)),
                "seed {seed}, key {count}, {key:?}, {here:?}: item {} was classed while the bottom said {named:?}",
                id.0
            );
            for place in &here {
                *classed.entry(*place).or_default() += 1;
            }
        }
        let passes = [0, 40, 160, 450, 2000][dice.roll(5)];
        aide.clock.pass(Millis(passes));
    }
    classed
}

/// A key that leads on where a monkey that only rolls its dice seldom comes: the class keys where a class is asked for, the
/// exchange where one is offered.
fn wanted(aide: &Aide, dice: &mut Dice) -> Option<KeyEvent> {
    let overlay = open(aide);
    let is_asked = overlay.is_none() && aide.desk.question(&aide.session).is_some();
    if (is_asked || overlay.as_ref().is_some_and(is_gate)) && dice.roll(3) == 0 {
        let class = ['1', '2', '3'][dice.roll(3)];
        return Some(KeyEvent::from(KeyCode::Char(class)));
    }
    let goes_on = matches!(aide.session.alternative(), Some(Next::Exchange(_)));
    (goes_on && overlay.is_none() && dice.roll(2) == 0).then(|| KeyEvent::from(KeyCode::Enter))
}

fn together(all: impl Iterator<Item = Classed>) -> Classed {
    all.flatten()
        .fold(Classed::new(), |mut sum, (place, count)| {
            *sum.entry(place).or_default() += count;
            sum
        })
}

#[test]
fn a_class_key_changes_no_item_that_the_bottom_line_does_not_name() {
    let classed = together((1..=8).map(|seed| plays(seed, 4000)));
    for place in PLACES {
        let count = classed.get(&place).copied().unwrap_or(0);
        assert!(count > 2, "{place:?} only {count} times: {classed:?}");
    }
}

/// The same with a million keys; minutes in a debug build: `cargo test --test tui monkey -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn a_million_keys_find_no_such_state() {
    let classed = together((1..=100).map(|seed| plays(seed + 1000, 10_000)));
    let is_found = |place: &Place| classed.contains_key(place);
    assert!(PLACES.iter().all(is_found), "{classed:?}");
}
