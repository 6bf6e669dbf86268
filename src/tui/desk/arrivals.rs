//! What came from the terminal, sorted out for the desk: presses that know what came with them, texts, and what was
//! dropped. It knows keys, and nothing of what they mean.

use crossterm::event::{Event, KeyEvent, KeyEventKind};

use super::input::Press;
use crate::tui::terminal::{Dropped, Input};

/// Something that came from the terminal.
pub(in crate::tui) enum InputEvent {
    Press(Press),
    Paste(String),
    Dropped(Dropped),
}

/// All input that came, in order. Only presses and repeats count; keys that came in one burst know whether letters were
/// among them, and so many characters in one piece are a paste, however the terminal sent it.
pub(in crate::tui) fn sorted_out(inputs: Vec<Input>) -> Vec<InputEvent> {
    let keys: Vec<KeyEvent> = inputs.iter().filter_map(pressed).collect();
    let mut presses = Press::together(&keys).into_iter();
    let mut all = Vec::new();
    let mut text = Burst::default();
    for input in inputs {
        let is_press = pressed(&input).is_some();
        match input {
            Input::Event(Event::Paste(pasted)) => {
                text.end(&mut all);
                all.push(InputEvent::Paste(pasted));
            }
            Input::Dropped(dropped) => {
                text.end(&mut all);
                all.push(InputEvent::Dropped(dropped));
            }
            Input::Event(_) | Input::System(_) => {
                if is_press && let Some(press) = presses.next() {
                    text.take(press, &mut all);
                }
            }
        }
    }
    text.end(&mut all);
    all
}

fn pressed(input: &Input) -> Option<KeyEvent> {
    match input {
        Input::Event(Event::Key(key)) if key.kind != KeyEventKind::Release => Some(*key),
        Input::Event(_) | Input::Dropped(_) | Input::System(_) => None,
    }
}

/// Characters that came one behind the other.
#[derive(Default)]
struct Burst(Vec<Press>);

impl Burst {
    /// Nobody types so many characters in one piece.
    const PASTED: usize = 64;

    fn take(&mut self, press: Press, all: &mut Vec<InputEvent>) {
        if press.character().is_some() {
            self.0.push(press);
        } else {
            self.end(all);
            all.push(InputEvent::Press(press));
        }
    }

    fn end(&mut self, all: &mut Vec<InputEvent>) {
        let presses = std::mem::take(&mut self.0);
        if presses.len() < Self::PASTED {
            all.extend(presses.into_iter().map(InputEvent::Press));
        } else {
            let text = presses.iter().filter_map(Press::character).collect();
            all.push(InputEvent::Paste(text));
        }
    }
}
