//! The middle: what is happening now. Who has the floor, from where, on what, with a large clock; the prepared answer and
//! the agency for this question; in other steps what is to be said, and at the conclusion what is to be read out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget as _};

use super::clock::{self, ClockView};
use super::conclusion;
use crate::domain::i18n::Message;
use crate::domain::regulation::{ClassKind, Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::{Class, Item, ItemId};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Official;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::dialog::holder_name;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// What the floor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub heading: String,
    pub title: String,
    pub subtitle: String,
    pub clock: Option<ClockView>,
    pub lines: Vec<FloorLine>,
    /// Said in the last row when there is no room for all lines.
    pub more: Message,
}

/// One paragraph under the clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorLine {
    pub text: String,
    pub weight: Weight,
    /// At most so many rows.
    pub rows: u16,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Strong,
    Plain,
    Faint,
    /// An item of this class.
    Class(ClassKind),
}

/// The floor's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let plain = |heading: String, title: String, lines: Vec<FloorLine>| FloorView {
        heading,
        title,
        subtitle: String::new(),
        clock: None,
        lines,
        more: words[PaneMessage::MoreBelow].clone(),
    };
    if state.closed.is_some() {
        return plain(
            words[PaneMessage::Floor].to_string(),
            words[PaneMessage::Closed].to_string(),
            vec![line(counts(session, desk), Weight::Plain, 3)],
        );
    }
    if let Some(rest) = state.present_break() {
        return FloorView {
            clock: Some(clock::of_break(desk, rest, now)),
            ..plain(
                words[PaneMessage::InBreak].to_string(),
                String::new(),
                Vec::new(),
            )
        };
    }
    if let Some(turn) = state.floor() {
        return of_turn(session, desk, turn, now);
    }
    match session.present_step() {
        None => plain(
            words[PaneMessage::Floor].to_string(),
            session.plan().title.clone(),
            people(session),
        ),
        Some(step) => of_step(session, desk, step),
    }
}

fn of_turn(session: &Session, desk: &Desk, turn: &Turn, now: SessionTime) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let heading = match turn.phase {
        Phase::Speech => &words[PaneMessage::Speech],
        Phase::Answer => &words[PaneMessage::Answer],
        Phase::FollowUp => &words[PaneMessage::FollowUp],
    };
    let (number, subtitle) = match &turn.holder {
        Holder::Citizen(number) => (
            Some(*number),
            state
                .queue
                .person(*number)
                .map_or_else(String::new, |person| person.registration.village.clone()),
        ),
        Holder::Chair => (None, session.chair().called()),
        Holder::Agency(id) => (
            None,
            state
                .agency(id)
                .and_then(|agency| agency.spoken_for_by.as_ref())
                .map_or_else(String::new, |person| {
                    format!("{}, {}", person.called(), person.office)
                }),
        ),
    };
    let heading = match number {
        Some(number) => format!(
            "{heading} · {}",
            desk.words.next[NextMessage::Number].render(&[("number", &number.0)])
        ),
        None => heading.to_string(),
    };
    FloorView {
        heading,
        title: holder_name(session, &turn.holder, &desk.words),
        subtitle,
        clock: Some(clock::of_turn(session, desk, turn, now)),
        lines: turn
            .items
            .iter()
            .filter_map(|id| state.item(*id))
            .flat_map(|item| about_item(session, desk, item, turn.phase))
            .collect(),
        more: words[PaneMessage::MoreBelow].clone(),
    }
}

/// What is known of an item: its text, who is to answer, and the prepared answer.
fn about_item(session: &Session, desk: &Desk, item: &Item, phase: Phase) -> Vec<FloorLine> {
    let words = &desk.words.panes;
    let text = if item.text.is_empty() {
        words[PaneMessage::NoText].to_string()
    } else {
        item.text.clone()
    };
    let mut about = vec![line(format!("{}. {text}", item.id.0), Weight::Strong, 3)];
    let opinion = item.opinion.and_then(|id| {
        session
            .plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
    });
    if phase != Phase::Answer {
        let answerer = session.answerer(item);
        let name = holder_name(session, &answerer, &desk.words);
        about.push(line(
            words[PaneMessage::Assigned].render(&[("name", &name)]),
            Weight::Faint,
            1,
        ));
    }
    if let Some(opinion) = opinion {
        let prepared = opinion
            .prepared_answer
            .clone()
            .unwrap_or_else(|| words[PaneMessage::NoPrepared].to_string());
        about.push(line(
            format!("{}: {prepared}", words[PaneMessage::Prepared]),
            Weight::Plain,
            6,
        ));
    }
    about
}

/// Between turns: what the step asks for.
fn of_step(session: &Session, desk: &Desk, step: &Step) -> FloorView {
    let words = &desk.words.panes;
    let act = session.state().agenda.unticked(step).next();
    let mut lines = Vec::new();
    let title = match (&step.kind, act) {
        (StepKind::Conclusion, Some(act)) => {
            lines.extend(conclusion::to_read(session, desk, act));
            act.title.in_lang(desk.lang).to_owned()
        }
        (_, Some(act)) => act.title.in_lang(desk.lang).to_owned(),
        (StepKind::Dialogue(_), None) if session.state().round.follow_up_offered => {
            words[PaneMessage::FollowUpOffered].to_string()
        }
        (StepKind::Dialogue(_) | StepKind::PreparedAnswers, None) => {
            words[PaneMessage::Free].to_string()
        }
        (_, None) => step.title.in_lang(desk.lang).to_owned(),
    };
    match step.kind {
        StepKind::Opening => lines.extend(people(session)),
        StepKind::Announcement => lines.extend(
            session
                .plan()
                .contents
                .iter()
                .map(|content| line(format!("– {content}"), Weight::Plain, 3)),
        ),
        StepKind::Dialogue(_) | StepKind::PreparedAnswers => {
            lines.extend(coming(session, desk));
            lines.push(line(counts(session, desk), Weight::Faint, 2));
        }
        // Once everything is read out, the desk shows what the session sets running.
        StepKind::Conclusion if act.is_none() => {
            lines.extend(conclusion::what_follows(session, desk));
        }
        StepKind::Conclusion | StepKind::Other => {}
    }
    FloorView {
        heading: step.title.in_lang(desk.lang).to_owned(),
        title,
        subtitle: String::new(),
        clock: None,
        lines,
        more: words[PaneMessage::MoreBelow].clone(),
    }
}

/// What the next act is about, so that chair and aide can look ahead: the item to be classed or answered, or what the
/// next speaker announced.
fn coming(session: &Session, desk: &Desk) -> Vec<FloorLine> {
    let words = &desk.words.panes;
    let state = session.state();
    let of_items = |ids: &[ItemId]| -> Vec<FloorLine> {
        ids.iter()
            .filter_map(|id| state.item(*id))
            .flat_map(|item| about_item(session, desk, item, Phase::Answer))
            .collect()
    };
    let opinions = &session.plan().opinions;
    let next = session.next();
    if let Next::Class(item) = next {
        return of_items(&[item]);
    }
    if let Next::Answer { items, .. } = &next {
        return of_items(items);
    }
    if let Next::ReadPrepared(id) = next {
        return opinions
            .iter()
            .filter(|opinion| opinion.id == id)
            .map(|opinion| line(opinion.text.clone(), Weight::Strong, 3))
            .collect();
    }
    let Next::Call(number) = next else {
        return Vec::new();
    };
    let Some(person) = state.queue.person(number) else {
        return Vec::new();
    };
    let registration = &person.registration;
    let mut lines = vec![line(
        words[PaneMessage::NextSpeaker].render(&[
            ("number", &number.0),
            ("name", &registration.called()),
            ("village", &registration.village),
        ]),
        Weight::Strong,
        2,
    )];
    for subject in &registration.subjects {
        lines.push(line(format!("– {}", subject.text), Weight::Plain, 2));
    }
    lines
}

/// Who presides, writes and attends: what the opening introduces.
fn people(session: &Session) -> Vec<FloorLine> {
    let plan = session.plan();
    let official = |official: &Official| format!("{}, {}", official.called(), official.office);
    let mut lines = vec![line(official(session.chair()), Weight::Strong, 2)];
    lines.extend(
        plan.co_chairs
            .iter()
            .map(|person| line(official(person), Weight::Strong, 1)),
    );
    lines.extend(
        plan.secretaries
            .iter()
            .chain(&plan.delegates)
            .map(|person| line(official(person), Weight::Plain, 1)),
    );
    lines
}

fn counts(session: &Session, desk: &Desk) -> String {
    let of = |kind: Option<ClassKind>| {
        session
            .state()
            .items
            .iter()
            .filter(|item| item.class.as_ref().map(Class::kind) == kind)
            .count()
    };
    desk.words.panes[PaneMessage::Counts].render(&[
        ("now", &of(Some(ClassKind::AnsweredNow))),
        ("later", &of(Some(ClassKind::VerifyLater))),
        ("upward", &of(Some(ClassKind::ReportUpward))),
        ("none", &of(None)),
    ])
}

/// A paragraph.
pub(super) fn line(text: String, weight: Weight, rows: u16) -> FloorLine {
    FloorLine { text, weight, rows }
}

/// Draws the floor.
pub fn draw(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(buf, area, 0, &view.heading, theme.accent(), theme.faint());
    let mut row = 1;
    let rows = if view.clock.is_some() { 1 } else { 2 };
    row += lines::put_wrapped(buf, area, row, &view.title, rows, theme.strong());
    if !view.subtitle.is_empty() {
        row += lines::put_wrapped(buf, area, row, &view.subtitle, 1, theme.text());
    }
    if let Some(clock) = &view.clock {
        row += clock::draw(clock, area, row, buf, theme);
    }
    for (index, line) in view.lines.iter().enumerate() {
        if row >= area.height {
            // The last row tells how many are out of sight, the one that stood in it among them.
            let left = view.lines.len() - index + 1;
            let last = Rect {
                y: area.bottom().saturating_sub(1),
                height: 1.min(area.height),
                ..area
            };
            Clear.render(last, buf);
            buf.set_style(last, theme.text());
            lines::put(
                buf,
                last,
                0,
                &view.more.render(&[("count", &left)]),
                theme.faint(),
            );
            break;
        }
        let style = match line.weight {
            Weight::Strong => theme.strong(),
            Weight::Plain => theme.text(),
            Weight::Faint => theme.faint(),
            Weight::Class(class) => theme.class(class),
        };
        row += lines::put_wrapped(buf, area, row, &line.text, line.rows, style);
    }
}
