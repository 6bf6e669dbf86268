//! The left: the steps in their order with tick marks, planned and actual time, the article, and the acts of the present
//! step.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::format;
use crate::domain::regulation::Step;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::session::plan::SpeakingMode;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::words::PaneMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Ahead,
    Present,
    Held,
    NoOccasion,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub mark: Mark,
    pub title: String,
    /// Planned and actual, such as `15′` or `3′20″/15′`.
    pub times: String,
    /// The article and who conducts it; drawn for the present step.
    pub rule: String,
    pub acts: Vec<ActLine>,
}

/// One act of the present step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLine {
    pub done: bool,
    /// The one that comes next.
    pub next: bool,
    pub title: String,
}

/// What the agenda shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaView {
    pub heading: String,
    pub steps: Vec<StepLine>,
}

/// The agenda's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> AgendaView {
    let words = &desk.words.panes;
    let taking = match session.state().taking {
        SpeakingMode::OneByOne => words[PaneMessage::OneByOne].to_string(),
        SpeakingMode::InBatches(size) => words[PaneMessage::Batch].render(&[("size", &size)]),
    };
    AgendaView {
        heading: format!("{} · {taking}", words[PaneMessage::Agenda]),
        steps: session
            .regulation()
            .steps
            .iter()
            .zip(1..)
            .map(|(step, number)| step_line(session, desk, step, number, now))
            .collect(),
    }
}

fn step_line(
    session: &Session,
    desk: &Desk,
    step: &Step,
    number: u32,
    now: SessionTime,
) -> StepLine {
    let words = &desk.words.panes;
    let agenda = &session.state().agenda;
    let is_present = agenda.present() == Some(&step.id) && session.state().closed.is_none();
    let mark = if is_present {
        Mark::Present
    } else if agenda.was_held(&step.id) {
        Mark::Held
    } else if session.has_occasion(step) {
        Mark::Ahead
    } else {
        Mark::NoOccasion
    };
    let planned = format!("{}′", session.planned_minutes(step));
    let times = match mark {
        Mark::Present | Mark::Held => {
            let lasted = format::duration(agenda.lasted(&step.id, now));
            format!("{lasted}/{planned}")
        }
        Mark::Ahead => planned,
        Mark::NoOccasion => String::new(),
    };
    let next = is_present.then(|| session.next());
    StepLine {
        mark,
        title: format!("{number}. {}", step.name().in_lang(desk.lang)),
        times,
        rule: format!(
            "{} · {}",
            step.article,
            words[PaneMessage::Lead].render(&[("lead", &step.lead.in_lang(desk.lang))])
        ),
        acts: step
            .acts
            .iter()
            .filter(|_| is_present)
            .map(|act| ActLine {
                done: agenda.is_ticked(&step.id, &act.id),
                next: next == Some(Next::Tick(act.id.clone())),
                title: act.title.in_lang(desk.lang).to_owned(),
            })
            .collect(),
    }
}

/// The rows the agenda would like to have: a heading, the steps, the rule and the acts of the present one.
#[must_use]
pub fn rows(view: &AgendaView) -> u16 {
    let acts: usize = view.steps.iter().map(|step| step.acts.len()).sum();
    let next = view
        .steps
        .iter()
        .flat_map(|step| &step.acts)
        .any(|act| act.next);
    u16::try_from(1 + view.steps.len() + 2 + acts + usize::from(next)).unwrap_or(u16::MAX)
}

/// Draws the agenda.
pub fn draw(view: &AgendaView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::heading(buf, area, 0, &view.heading, theme.faint(), theme.faint());
    let mut row = 1;
    for step in &view.steps {
        if row >= area.height {
            break;
        }
        row += draw_step(step, area, row, buf, theme);
    }
}

/// Draws one step and returns the rows it took.
fn draw_step(step: &StepLine, area: Rect, row: u16, buf: &mut Buffer, theme: &Theme) -> u16 {
    let (sign, style) = match step.mark {
        Mark::Ahead => ("○", theme.text()),
        Mark::Present => ("▶", theme.accent()),
        Mark::Held => ("✓", theme.good()),
        Mark::NoOccasion => ("–", theme.faint()),
    };
    lines::put(buf, area, row, sign, style);
    let taken = lines::put_right(buf, area, row, &step.times, theme.faint());
    let title = Rect {
        x: area.x + 2,
        width: area.width.saturating_sub(2),
        ..area
    };
    let beside = Rect {
        width: title.width.saturating_sub(taken + 1),
        ..title
    };
    lines::put(buf, beside, row, &step.title, style);
    if step.mark != Mark::Present {
        return 1;
    }
    let mut used = 1;
    used += lines::put_wrapped(buf, title, row + used, &step.rule, 2, theme.faint());
    for act in &step.acts {
        let (sign, style) = match (act.done, act.next) {
            (true, _) => ("[✓]", theme.good()),
            (false, true) => ("[ ]", theme.accent()),
            (false, false) => ("[ ]", theme.text()),
        };
        lines::put(buf, title, row + used, sign, style);
        let text = Rect {
            x: title.x + 4,
            width: title.width.saturating_sub(4),
            ..title
        };
        let rows = if act.next { 3 } else { 1 };
        used += lines::put_wrapped(buf, text, row + used, &act.title, rows, style).max(1);
    }
    used
}
