//! Under the agenda: who waits, and what became of the others. Those who wait come first; a village that does not fit
//! beside the name stands under it, or is left out whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::format;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::Holder;
use crate::domain::session::plan::Number;
use crate::domain::session::queue::{Registrant, Standing};
use crate::domain::text;
use crate::domain::time::{Millis, SessionTime};
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::phrases::standing_word;
use crate::tui::desk::selection::people_in_order;
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;
use crate::tui::widgets::scroll::{in_sight, near};

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
    /// How many wait.
    pub count: String,
    /// Those who can be in sight.
    pub people: Vec<PersonLine>,
    /// The line of these that has to be in sight.
    pub around: usize,
    /// How many there are besides those made ready: before and behind.
    pub others: (usize, usize),
    pub has_keys: bool,
    /// What each would have if all who wait are to be heard; told where rows are left over.
    pub share: Option<String>,
    pub nobody: String,
    /// Signs that there are more, with a place for their number.
    pub above: crate::domain::i18n::Message,
    pub below: crate::domain::i18n::Message,
}

/// The queue's data, for a window of so many rows.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime, rows: usize) -> QueueView {
    let words = &desk.words;
    let selected = desk.person_in_question(session);
    let people = people_in_order(session);
    let around = people
        .iter()
        .position(|person| Some(person.registration.number) == selected)
        .unwrap_or(0);
    let waiting = session.state().queue.waiting().count();
    // Once nobody waits any more the list is of those who came.
    let (heading, count) = if waiting == 0 && !people.is_empty() {
        (FlowMessage::QueueOver, people.len())
    } else {
        (FlowMessage::QueueHeading, waiting)
    };
    let (shown, place) = near(&people, around, rows);
    let before = around - place;
    let several_venues = session.has_several_venues();
    QueueView {
        heading: words.flow[heading].to_string(),
        count: words.flow[FlowMessage::People].render(&[("count", &count)]),
        around: place,
        others: (before, people.len() - before - shown.len()),
        people: shown
            .iter()
            .map(|person| {
                let is_selected = Some(person.registration.number) == selected;
                PersonLine {
                    selected: is_selected,
                    village: if several_venues {
                        from_where(session, person)
                    } else {
                        person.registration.village.clone()
                    },
                    ..person_line(session, person, words)
                }
            })
            .collect(),
        has_keys: desk.has_keys(Pane::Queue),
        share: share_in_words(session, words, now),
        nobody: words.panes[PaneMessage::NobodyWaits].to_string(),
        above: words.flow[FlowMessage::MoreAbove].clone(),
        below: words.flow[FlowMessage::MoreBelow].clone(),
    }
}

/// How long each of those who wait may speak so that all are heard; nothing before the session and after it.
fn share_in_words(session: &Session, words: &DeskWords, now: SessionTime) -> Option<String> {
    let state = session.state();
    if state.agenda.began().is_none() || state.closed.is_some() {
        return None;
    }
    // Where everybody is heard anyway there is nothing to share out.
    let share = session.equal_share(now).filter(|share| {
        state
            .limits
            .of(Phase::Speech)
            .is_none_or(|limit| *share < limit)
    })?;
    let key = key_for(Mode::Desk, Action::EqualShare).map_or_else(String::new, Key::name);
    Some(words.flow[FlowMessage::ShareInWords].render(&[
        ("count", &state.queue.waiting().count()),
        ("share", &format::duration(share)),
        ("key", &key),
    ]))
}

/// How long somebody had the floor, all in all; nothing while they have it.
fn spoke_for(session: &Session, number: Number) -> Option<Millis> {
    let holder = Holder::Citizen(number);
    let turns = session.state().turns.iter();
    let ended = turns
        .filter(|turn| turn.holder == holder)
        .filter_map(|turn| Some(turn.lasted(turn.ended?)));
    let all = ended.fold(Millis::ZERO, Millis::saturating_add);
    (all > Millis::ZERO).then_some(all)
}

fn person_line(session: &Session, person: &Registrant, words: &DeskWords) -> PersonLine {
    let registration = &person.registration;
    let waits = person.standing == Standing::Waiting;
    let standing = match (waits, person.newcomer) {
        (true, true) => words.panes[PaneMessage::Newcomer].to_string(),
        (true, false) => String::new(),
        (false, _) => match spoke_for(session, registration.number) {
            Some(lasted) if person.standing == Standing::Spoke => {
                words.flow[FlowMessage::SpokeFor].render(&[("lasted", &format::duration(lasted))])
            }
            Some(_) | None => standing_word(person.standing, words).to_string(),
        },
    };
    PersonLine {
        number: registration.number.0.to_string(),
        name: registration.called(),
        village: String::new(),
        standing,
        waits,
        selected: false,
    }
}

/// Where somebody is from, and in which hall they sit where there are several.
fn from_where(session: &Session, person: &Registrant) -> String {
    let registration = &person.registration;
    match session.venue_of(registration.number) {
        Some(venue) if registration.village.is_empty() => venue.to_owned(),
        Some(venue) => format!("{} · {venue}", registration.village),
        None => registration.village.clone(),
    }
}

/// What stands at the right of a name: the word for what became of somebody, else where they are from.
fn aside(person: &PersonLine) -> String {
    match (person.standing.is_empty(), person.waits) {
        (true, _) => person.village.clone(),
        (false, true) if person.village.is_empty() => person.standing.clone(),
        (false, true) => format!("{} · {}", person.village, person.standing),
        (false, false) => person.standing.clone(),
    }
}

/// The columns in which the longest name and village stand side by side.
#[must_use]
pub fn needed_width(view: &QueueView) -> u16 {
    let widest = view
        .people
        .iter()
        .map(|person| NAME + text::width(&person.name) + 2 + text::width(&aside(person)))
        .max()
        .unwrap_or(0);
    u16::try_from(widest).unwrap_or(u16::MAX)
}

/// Where names begin: a sign, a number, a blank.
const NAME: usize = 6;

/// The rows of one person.
struct PersonRows {
    name: Vec<String>,
    /// Beside the last row of the name, or in a row of its own.
    aside: Option<(String, bool)>,
}

fn lay_out(person: &PersonLine, width: u16) -> PersonRows {
    let room = usize::from(width).saturating_sub(NAME).max(4);
    let name: Vec<String> = text::wrap(&person.name, room)
        .into_iter()
        .map(ToOwned::to_owned)
        .collect();
    let last = name.last().map_or(0, |line| text::width(line));
    let aside = aside(person);
    let needed = text::width(&aside);
    let beside = last + 2 + needed <= room;
    let aside = if aside.is_empty() {
        None
    } else if beside {
        Some((aside, true))
    } else if needed <= room && (person.selected || person.waits && width >= 30) {
        Some((aside, false))
    } else if !person.standing.is_empty() && last + 2 + text::width(&person.standing) <= room {
        Some((person.standing.clone(), true))
    } else {
        None
    };
    PersonRows { name, aside }
}

impl PersonRows {
    fn rows(&self) -> u16 {
        let own = usize::from(matches!(self.aside, Some((_, false))));
        u16::try_from(self.name.len() + own).unwrap_or(u16::MAX)
    }
}

/// Draws the queue.
pub fn draw(view: &QueueView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if area.height == 0 {
        return;
    }
    let heading = if view.has_keys {
        theme.accent()
    } else {
        theme.faint()
    };
    // The heading is whole; beside it the number alone where there is no room for its word.
    let number = view.count.split(' ').next().unwrap_or_default();
    let fits = |count: &str| {
        text::width(&view.heading) + 1 + text::width(count) <= usize::from(area.width)
    };
    let count = [view.count.as_str(), number]
        .into_iter()
        .find(|count| fits(count))
        .unwrap_or_default();
    let count = lines::put_right(buf, area, 0, count, theme.faint());
    let beside = Rect {
        width: area.width.saturating_sub(count + u16::from(count > 0)),
        ..area
    };
    lines::heading(buf, beside, 0, &view.heading, heading, theme.faint());
    if view.people.is_empty() {
        lines::put(buf, area, 1, &view.nobody, theme.faint());
        return;
    }
    let list = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    let drawn: Vec<PersonRows> = view
        .people
        .iter()
        .map(|person| lay_out(person, area.width))
        .collect();
    let heights: Vec<u16> = drawn.iter().map(PersonRows::rows).collect();
    let seen = in_sight(&heights, view.around, list.height);
    let mut row = 0;
    let above = view.others.0 + seen.first;
    if above > 0 {
        lines::put_at(
            buf,
            list,
            3,
            0,
            &view.above.render(&[("count", &above)]),
            theme.faint(),
        );
        row = 1;
    }
    for (person, drawn) in view
        .people
        .iter()
        .zip(&drawn)
        .skip(seen.first)
        .take(seen.count)
    {
        draw_person(person, drawn, list, row, view.has_keys, buf, theme);
        row += drawn.rows();
    }
    let below = view.people.len() - seen.first - seen.count + view.others.1;
    if below > 0 && row < list.height {
        lines::put_at(
            buf,
            list,
            3,
            row,
            &view.below.render(&[("count", &below)]),
            theme.faint(),
        );
        row += 1;
    }
    // In rows that are left over, whole and with a blank before it.
    if let Some(share) = &view.share {
        let rows = u16::try_from(text::wrap(share, usize::from(list.width.max(1))).len());
        if rows.is_ok_and(|rows| row + 1 + rows <= list.height) {
            lines::put_wrapped(buf, list, row + 1, share, list.height, theme.faint());
        }
    }
}

fn draw_person(
    person: &PersonLine,
    drawn: &PersonRows,
    area: Rect,
    row: u16,
    has_keys: bool,
    buf: &mut Buffer,
    theme: &Theme,
) {
    let style = if person.waits {
        theme.text()
    } else {
        theme.faint()
    };
    let sign = if person.selected { "▸" } else { " " };
    lines::put(buf, area, row, sign, theme.accent());
    let number = Rect {
        x: area.x + 1,
        width: 4.min(area.width.saturating_sub(1)),
        ..area
    };
    lines::put_right(buf, number, row, &person.number, style);
    let rest = Rect {
        x: area.x + 6,
        width: area.width.saturating_sub(6),
        ..area
    };
    let mut used = 0;
    for line in &drawn.name {
        lines::put(buf, rest, row + used, line, style);
        used += 1;
    }
    if let Some((aside, beside)) = &drawn.aside {
        let at = if *beside {
            used.saturating_sub(1)
        } else {
            used
        };
        lines::put_right(buf, rest, row + at, aside, theme.faint());
    }
    if person.selected && has_keys {
        let line = Rect {
            y: area.y + row,
            height: drawn.rows().min(area.height.saturating_sub(row)),
            ..area
        };
        lines::shade(buf, line, theme.selected());
    }
}
