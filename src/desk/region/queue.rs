//! Below the floor: who waits, and what became of the others.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::standing_word;
use crate::desk::{Desk, Pane};
use crate::session::Session;
use crate::session::floor::Holder;
use crate::session::queue::Standing;
use crate::text;
use crate::theme::Theme;
use crate::widgets::lines;

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
    pub people: Vec<PersonLine>,
    /// The line that has to be in sight.
    pub around: usize,
    pub has_keys: bool,
    pub nobody: String,
}

/// The queue's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk) -> QueueView {
    let words = &desk.words;
    let state = session.state();
    let selected = desk.person_in_question(session);
    let speaking = state.floor().and_then(|turn| match turn.holder {
        Holder::Citizen(number) => Some(number),
        Holder::Chair | Holder::Agency(_) => None,
    });
    let people: Vec<PersonLine> = state
        .queue
        .people()
        .iter()
        .filter(|person| Some(person.registration.number) != speaking)
        .map(|person| {
            let registration = &person.registration;
            let waits = person.standing == Standing::Waiting;
            let mut standing = if waits {
                String::new()
            } else {
                standing_word(person.standing, words).to_string()
            };
            if waits && person.newcomer {
                standing = words.panes.newcomer.to_string();
            }
            PersonLine {
                number: registration.number.0.to_string(),
                name: registration.called(),
                village: registration.village.clone(),
                standing,
                waits,
                selected: Some(registration.number) == selected,
            }
        })
        .collect();
    QueueView {
        heading: words
            .panes
            .queue
            .fill(&[("count", &state.queue.waiting().count())]),
        around: people
            .iter()
            .position(|person| person.selected)
            .or_else(|| people.iter().position(|person| person.waits))
            .unwrap_or(people.len()),
        people,
        has_keys: desk.has_keys(Pane::Queue),
        nobody: words.panes.nobody_waits.to_string(),
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

/// The first line to show so that the one in question is in sight, with what follows it rather than what went before.
#[must_use]
pub fn first_in_sight(count: usize, around: usize, room: usize) -> usize {
    let last_start = count.saturating_sub(room);
    around.saturating_sub(room / 4).min(last_start)
}
