//! Below the floor: who waits, and what became of the others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::standing_word;
use crate::domain::session::Session;
use crate::domain::session::floor::Holder;
use crate::domain::session::queue::{Registrant, Standing};
use crate::domain::text;
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{first_in_sight, near};

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    pub number: String,
    pub name: String,
    pub village: String,
    /// Waiting needs no word.
    pub standing: String,
    pub waits: bool,
    pub selected: bool,
}

/// What the queue shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueView {
    pub heading: String,
    /// Those who can be in sight.
    pub people: Vec<PersonLine>,
    /// The line of these that has to be in sight.
    pub around: usize,
    pub has_keys: bool,
    pub nobody: String,
}

/// The queue's data, for a window of so many rows.
#[must_use]
pub fn view(session: &Session, desk: &Desk, rows: usize) -> QueueView {
    let words = &desk.words;
    let state = session.state();
    let selected = desk.person_in_question(session);
    let speaking = state.floor().and_then(|turn| match turn.holder {
        Holder::Citizen(number) => Some(number),
        Holder::Chair | Holder::Agency(_) => None,
    });
    let people: Vec<&Registrant> = state
        .queue
        .people()
        .iter()
        .filter(|person| Some(person.registration.number) != speaking)
        .collect();
    let around = people
        .iter()
        .position(|person| Some(person.registration.number) == selected)
        .or_else(|| people.iter().position(|person| waits(person)))
        .unwrap_or(people.len());
    let (people, around) = near(&people, around, rows);
    QueueView {
        heading: words.panes[PaneMessage::Queue]
            .render(&[("count", &state.queue.waiting().count())]),
        around,
        people: people
            .iter()
            .map(|person| {
                let is_selected = Some(person.registration.number) == selected;
                person_line(person, is_selected, words)
            })
            .collect(),
        has_keys: desk.has_keys(Pane::Queue),
        nobody: words.panes[PaneMessage::NobodyWaits].to_string(),
    }
}

fn waits(person: &Registrant) -> bool {
    person.standing == Standing::Waiting
}

fn person_line(person: &Registrant, selected: bool, words: &DeskWords) -> PersonLine {
    let registration = &person.registration;
    let standing = match (waits(person), person.newcomer) {
        (true, true) => words.panes[PaneMessage::Newcomer].to_string(),
        (true, false) => String::new(),
        (false, _) => standing_word(person.standing, words).to_string(),
    };
    PersonLine {
        number: registration.number.0.to_string(),
        name: registration.called(),
        village: registration.village.clone(),
        standing,
        waits: waits(person),
        selected,
    }
}

/// Draws the queue.
pub fn draw(view: &QueueView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let heading = if view.has_keys {
        theme.accent()
    } else {
        theme.faint()
    };
    lines::heading(buf, area, 0, &view.heading, heading, theme.faint());
    let room = usize::from(area.height.saturating_sub(1));
    if view.people.is_empty() {
        lines::put(buf, area, 1, &view.nobody, theme.faint());
        return;
    }
    for (row, person) in (1..).zip(view.people.iter().skip(first_in_sight(
        view.people.len(),
        view.around,
        room,
    ))) {
        if row >= area.height {
            break;
        }
        let style = if person.waits {
            theme.text()
        } else {
            theme.faint()
        };
        lines::put(
            buf,
            area,
            row,
            if person.selected { "›" } else { " " },
            theme.accent(),
        );
        let number = Rect {
            x: area.x + 1,
            width: 3.min(area.width.saturating_sub(1)),
            ..area
        };
        lines::put_right(buf, number, row, &person.number, style);
        let rest = Rect {
            x: area.x + 5,
            width: area.width.saturating_sub(5),
            ..area
        };
        // The name of somebody who is yet to be called matters more than a word beside it.
        let both = text::width(&person.name) + 1 + text::width(&person.standing);
        let word = if person.waits && both > usize::from(rest.width) {
            ""
        } else {
            &person.standing
        };
        let taken = lines::put_right(buf, rest, row, word, theme.faint());
        let beside = Rect {
            width: rest.width.saturating_sub(taken + u16::from(taken > 0)),
            ..rest
        };
        let column = lines::put(buf, beside, row, &person.name, style);
        lines::put_at(buf, beside, column + 1, row, &person.village, theme.faint());
        if person.selected && view.has_keys {
            let line = Rect {
                y: area.y + row,
                height: 1,
                ..area
            };
            lines::shade(buf, line, theme.selected());
        }
    }
}
