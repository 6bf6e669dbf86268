//! A monkey at the desk: whatever keys are pressed in whatever order, a class key changes no item but the one that the bottom
//! line names, and nothing panics.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use doithoai::domain::session::event::Event;
use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::view::footer;

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

/// Plays, and counts how many items were classed.
fn plays(seed: u64, keys: usize) -> usize {
    let mut classed = 0;
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut regulation = 0;
    let mut aide = Aide::under(ALL[regulation]);
    let (mut since_begun, mut begun) = (0, 0);
    for count in 0..keys {
        since_begun += 1;
        if aide.session.next() == Next::Nothing || since_begun > 200 {
            regulation = (regulation + 1) % ALL.len();
            // Every other session is found where its first class is asked for.
            begun += 1;
            aide = if begun % 2 == 0 {
                Aide::under(ALL[regulation])
            } else {
                Aide::asked_for_the_first_class(ALL[regulation])
            };
            since_begun = 0;
        }
        // Where a class is asked for, a monkey that presses class keys finds more.
        let is_asked = matches!(aide.session.next(), Next::Class(_));
        let key = if is_asked && dice.roll(3) == 0 {
            KeyEvent::from(KeyCode::Char(['1', '2', '3'][dice.roll(3)]))
        } else {
            key(&mut dice)
        };
        let bottom = footer::view(&aide.session, &aide.desk, aide.now(), 120);
        let named: Vec<String> = bottom.next.into_iter().map(|(_, text)| text).collect();
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
                "seed {seed}, key {count}, {key:?}: item {} was classed while the bottom said {named:?}",
                id.0
            );
            classed += 1;
        }
        let passes = [0, 40, 160, 450, 2000][dice.roll(5)];
        aide.clock.pass(Millis(passes));
    }
    classed
}

#[test]
fn a_class_key_changes_no_item_that_the_bottom_line_does_not_name() {
    let classed: usize = (1..=8).map(|seed| plays(seed, 2500)).sum();
    assert!(classed > 40, "the monkey classed {classed} items only");
}

/// The same with a million keys; minutes in a debug build: `cargo test --test tui monkey -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn a_million_keys_find_no_such_state() {
    for seed in 1..=100 {
        plays(seed + 1000, 10_000);
    }
}
