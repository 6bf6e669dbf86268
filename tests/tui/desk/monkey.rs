//! A monkey at the desk: whatever keys are pressed in whatever order, a class key changes no item but the one that the bottom
//! line names, and nothing panics.

use doithoai::domain::session::item::{Class, ItemId};
use doithoai::domain::session::next::Next;
use doithoai::domain::time::Millis;
use doithoai::tui::desk::input::Press;
use doithoai::tui::desk::view::footer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::aide::Aide;
use super::given::*;
use doithoai::tui::desk::words::NextMessage;

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
    const PLAIN: [KeyCode; 26] = [
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

fn plays(seed: u64, keys: usize) {
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut regulation = 0;
    let mut aide = Aide::under(ALL[regulation]);
    let mut since_begun = 0;
    for count in 0..keys {
        since_begun += 1;
        if aide.session.next() == Next::Nothing || since_begun > 400 {
            regulation = (regulation + 1) % ALL.len();
            aide = Aide::under(ALL[regulation]);
            since_begun = 0;
        }
        let key = key(&mut dice);
        let is_class_key = matches!(key.code, KeyCode::Char('1'..='3'));
        let named: Vec<String> = if is_class_key {
            let bottom = footer::view(&aide.session, &aide.desk, aide.now());
            bottom.next.into_iter().map(|(_, text)| text).collect()
        } else {
            Vec::new()
        };
        let before = classes(&aide);
        aide.presses(Press::alone(key));
        if is_class_key {
            for (id, class) in classes(&aide) {
                let was = before.iter().find(|(known, _)| *known == id);
                if was.is_some_and(|(_, was)| *was != class) {
                    let name = aide.desk.words.next[NextMessage::Class].render(&[("item", &id.0)]);
                    assert!(
                        named.contains(&name),
                        "seed {seed}, key {count}: item {} was classed while the bottom said {named:?}",
                        id.0
                    );
                }
            }
        }
        let passes = [0, 40, 160, 450, 2000][dice.roll(5)];
        aide.clock.pass(Millis(passes));
    }
}

#[test]
fn a_class_key_changes_no_item_that_the_bottom_line_does_not_name() {
    for seed in 1..=8 {
        plays(seed, 2500);
    }
}

/// The same with a million keys; minutes in a debug build: `cargo test --test tui monkey -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn a_million_keys_find_no_such_state() {
    for seed in 1..=100 {
        plays(seed + 1000, 10_000);
    }
}
