//! The left: the steps in their order with tick marks, planned and actual time, the article, and the acts of the present
//! step. Where rows are short, steps that are over are drawn together and less is told of the text, but nothing is cut.

mod standing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::format;
use crate::domain::regulation::Step;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::session::plan::SpeakingMode;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepMark {
    Ahead,
    Present,
    /// Done for the moment: the dialogue comes round to it again.
    ComesAgain,
    Held,
    Skipped,
    NoOccasion,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    pub mark: StepMark,
    pub number: u32,
    pub title: String,
    /// The title in a few words.
    pub name: String,
    /// Planned and actual, such as `15′` or `14′/15′`.
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
pub struct AgendaPane {
    pub heading: String,
    /// How speeches are taken.
    pub mode: String,
    pub steps: Vec<StepLine>,
    /// That the steps up to a number are over.
    pub over: String,
}

impl AgendaPane {
    /// The middle has the whole title of the present step over it while nobody speaks: it is not said a second time.
    pub(super) fn leave_title_to(&mut self, heading: &str) {
        for step in &mut self.steps {
            if step.title == heading {
                step.title.clone_from(&step.name);
            }
        }
    }
}

/// The agenda's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> AgendaPane {
    let words = &desk.words.panes;
    let mode = match session.state().taking {
        SpeakingMode::OneByOne => words[PaneMessage::OneByOne].to_string(),
        SpeakingMode::InBatches(size) => words[PaneMessage::Batch].render(&[("size", &size)]),
    };
    AgendaPane {
        heading: words[PaneMessage::Agenda].to_string(),
        mode,
        steps: session
            .regulation()
            .steps
            .iter()
            .zip(1..)
            .map(|(step, number)| step_line(session, desk, step, number, now))
            .collect(),
        over: desk.words.flow[FlowMessage::StepsOver].to_string(),
    }
}

fn step_line(
    session: &Session,
    desk: &Desk,
    step: &Step,
    number: u32,
    now: SessionTime,
) -> StepLine {
    let agenda = &session.state().agenda;
    let mark = standing::mark(session, step);
    let planned = format!("{}′", session.planned_minutes(step));
    let times = match mark {
        StepMark::Present | StepMark::Held | StepMark::ComesAgain => {
            let lasted = agenda.lasted(&step.id, now);
            format!("{}/{planned}", minutes(lasted))
        }
        StepMark::Ahead => planned,
        StepMark::Skipped => desk.words.flow[FlowMessage::StepSkipped].to_string(),
        StepMark::NoOccasion => String::new(),
    };
    let is_present = mark == StepMark::Present;
    let next = is_present.then(|| session.next());
    StepLine {
        mark,
        number,
        title: step.title.in_lang(desk.lang).to_owned(),
        name: step.name().in_lang(desk.lang).to_owned(),
        times,
        rule: rule(step, desk),
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

/// Whole minutes once there is one, seconds before.
fn minutes(lasted: crate::domain::time::Millis) -> String {
    match lasted.seconds() {
        seconds if seconds < 60 => format::duration(lasted),
        seconds => format!("{}′", seconds / 60),
    }
}

/// One row of the drawn agenda: sign, text, times.
struct AgendaRow {
    sign: &'static str,
    indent: u16,
    text: String,
    times: String,
    kind: RowKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Step(StepMark),
    Rule,
    Act { done: bool, next: bool },
}

/// How much is told of the steps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// What the text has of the present step whole.
    Whole,
    /// The rule in two rows.
    Names,
    /// Steps that are over are drawn together.
    Together,
    /// Of the acts only the next one.
    NextAct,
}

const DETAILS: [Detail; 4] = [
    Detail::Whole,
    Detail::Names,
    Detail::Together,
    Detail::NextAct,
];

/// The rows the agenda would like to have in so many columns: its heading, and everything whole.
#[must_use]
pub fn rows(view: &AgendaPane, width: u16) -> u16 {
    let rows = rows_of(view, width, Detail::Whole).len() + 2;
    u16::try_from(rows).unwrap_or(u16::MAX)
}

fn rows_of(view: &AgendaPane, width: u16, detail: Detail) -> Vec<AgendaRow> {
    let mut rows = Vec::new();
    let together = matches!(detail, Detail::Together | Detail::NextAct);
    let over = view
        .steps
        .iter()
        .take_while(|step| matches!(step.mark, StepMark::Held | StepMark::NoOccasion))
        .count();
    let skipped = if together && over > 1 {
        rows.push(AgendaRow {
            sign: "✓",
            indent: 2,
            text: format!("1–{over} {}", view.over),
            times: String::new(),
            kind: RowKind::Step(StepMark::Held),
        });
        over
    } else {
        0
    };
    for step in view.steps.iter().skip(skipped) {
        push_step(&mut rows, step, width, detail);
    }
    rows
}

impl AgendaRow {
    /// Whether it goes on with what stands in the row before.
    const fn goes_on(&self) -> bool {
        matches!(self.kind, RowKind::Step(_)) && self.sign.is_empty()
    }
}

fn push_step(rows: &mut Vec<AgendaRow>, step: &StepLine, width: u16, detail: Detail) {
    let sign = match step.mark {
        StepMark::Ahead => "○",
        StepMark::Present => "▶",
        StepMark::ComesAgain => "↻",
        StepMark::Held => "✓",
        StepMark::Skipped => "⊘",
        StepMark::NoOccasion => "–",
    };
    let beside = usize::from(width).saturating_sub(2 + text::width(&step.times) + 1);
    // A step is called the same wherever it is spoken of.
    let name = format!("{} {}", step.number, step.name);
    let mut first = true;
    for line in text::wrap(&name, beside.max(8)) {
        rows.push(AgendaRow {
            sign: if first { sign } else { "" },
            indent: if first { 2 } else { 4 },
            text: line.to_owned(),
            times: if first {
                step.times.clone()
            } else {
                String::new()
            },
            kind: RowKind::Step(step.mark),
        });
        first = false;
    }
    if step.mark != StepMark::Present {
        return;
    }
    let inner = usize::from(width.saturating_sub(4)).max(8);
    rows.extend(
        rule_rows(step, inner, detail)
            .into_iter()
            .map(|text| AgendaRow {
                sign: "",
                indent: 4,
                text,
                times: String::new(),
                kind: RowKind::Rule,
            }),
    );
    for act in &step.acts {
        if detail == Detail::NextAct && !act.next {
            continue;
        }
        let kind = RowKind::Act {
            done: act.done,
            next: act.next,
        };
        let box_sign = if act.done { "[✓] " } else { "[ ] " };
        let inner = usize::from(width.saturating_sub(6)).max(8);
        let lines = text::wrap(&act.title, inner);
        for (at, line) in lines.iter().enumerate() {
            rows.push(AgendaRow {
                sign: "",
                indent: if at == 0 { 2 } else { 6 },
                text: if at == 0 {
                    format!("{box_sign}{line}")
                } else {
                    (*line).to_owned()
                },
                times: String::new(),
                kind,
            });
        }
    }
}

/// The rows that say what the text has of a step: its own words where they are more than the name, the article, who
/// conducts it.
fn rule_rows(step: &StepLine, width: usize, detail: Detail) -> Vec<String> {
    let most = match detail {
        Detail::Whole => usize::MAX,
        Detail::Names | Detail::Together => 2,
        Detail::NextAct => 0,
    };
    let owned = |lines: Vec<&str>| lines.into_iter().map(ToOwned::to_owned).collect();
    let mut rows: Vec<String> = owned(text::wrap_parts(&step.rule, width));
    // What does not fit whole is told by its article.
    if rows.len() > most {
        let article = step.rule.split(" · ").next().unwrap_or_default();
        rows = Some(article.to_owned())
            .filter(|_| most > 0)
            .into_iter()
            .collect();
    }
    if detail == Detail::Whole && step.title != step.name {
        let mut whole: Vec<String> = owned(text::wrap(&step.title, width));
        whole.append(&mut rows);
        return whole;
    }
    rows
}

/// Draws the agenda.
pub fn draw(view: &AgendaPane, area: Rect, buf: &mut Buffer, theme: &Theme) {
    lines::put(buf, area, 0, &view.heading, theme.faint());
    if text::width(&view.heading) + text::width(&view.mode) + 2 <= usize::from(area.width) {
        lines::put_right(buf, area, 0, &view.mode, theme.faint());
    }
    let room = usize::from(area.height.saturating_sub(1));
    let rows = DETAILS
        .into_iter()
        .map(|detail| rows_of(view, area.width, detail))
        .find(|rows| rows.len() <= room)
        .unwrap_or_else(|| rows_of(view, area.width, Detail::NextAct));
    // The present step is in sight, with what comes after it.
    let present = rows
        .iter()
        .position(|row| matches!(row.kind, RowKind::Step(StepMark::Present)));
    let is_next = |row: &AgendaRow| matches!(row.kind, RowKind::Act { next: true, .. });
    let next = rows.iter().position(is_next);
    let next_ends = rows.iter().rposition(is_next);
    let last_start = rows.len().saturating_sub(room);
    let mut first = present.unwrap_or(0).min(last_start);
    if let (Some(next), Some(last)) = (next, next_ends) {
        // Of an act that is longer than the room, the beginning.
        first = first.max((last + 1).saturating_sub(room)).min(next);
    }
    // No half of a name stands at the top.
    let in_sight = next.or(present).unwrap_or(first);
    while rows.get(first).is_some_and(AgendaRow::goes_on) && first < in_sight {
        first += 1;
    }
    for (at, row) in (1..).zip(rows.iter().skip(first).take(room)) {
        draw_row(row, at, area, buf, theme);
    }
}

fn draw_row(row: &AgendaRow, at: u16, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = style_of(row.kind, theme);
    lines::put(buf, area, at, row.sign, style);
    lines::put_right(buf, area, at, &row.times, theme.faint());
    lines::put_at(buf, area, row.indent, at, &row.text, style);
}

fn style_of(kind: RowKind, theme: &Theme) -> Style {
    match kind {
        RowKind::Step(StepMark::Ahead | StepMark::NoOccasion) | RowKind::Rule => theme.faint(),
        RowKind::Step(StepMark::Present) | RowKind::Act { next: true, .. } => theme.accent(),
        RowKind::Step(StepMark::ComesAgain) | RowKind::Act { .. } => theme.text(),
        RowKind::Step(StepMark::Held) => theme.good(),
        RowKind::Step(StepMark::Skipped) => theme.warning(),
    }
}

/// Where the step stands and who conducts it, as far as the text says.
fn rule(step: &Step, desk: &Desk) -> String {
    let lead = step.lead.in_lang(desk.lang);
    let lead = if lead.trim().is_empty() {
        String::new()
    } else {
        desk.words.panes[PaneMessage::Lead].render(&[("lead", &lead)])
    };
    [step.article.in_lang(desk.lang), lead]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
