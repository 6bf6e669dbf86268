//! The middle: what is happening now. Who has the floor, from where, on what, with a large clock; the prepared answer and
//! the agency for this question; in other steps what is to be said, and at the conclusion what is to be read out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::card::{self, CardView};
use super::clock::{self, ClockView};
use super::conclusion;
use super::paragraph::{self, FloorLine, Section, Weight, line};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::regulation::{ClassKind, Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::{Class, Item, ItemId};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Official;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::phrases::{holder_name, item_text};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane, messages};
use crate::tui::theme::Theme;
use crate::tui::widgets::clock_digits::DigitSize;
use crate::tui::widgets::lines;

/// What the floor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub heading: String,
    /// Beside the heading: a number, or the item.
    pub aside: String,
    pub title: String,
    /// Where the person is from, or who speaks for the agency, with the office: the host reads it out.
    pub subtitle: String,
    pub clock: Option<ClockView>,
    pub sections: Vec<Section>,
    /// What is told where rows are left over.
    pub spare: Vec<Section>,
    /// The question about an item, instead of the sections.
    pub card: Option<CardView>,
    pub scrolled: usize,
    pub has_keys: bool,
    /// Said in the last row when there is no room for all rows.
    pub more: Message,
}

/// The floor's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let question = desk.question(session);
    let view = of_moment(session, desk, now);
    FloorView {
        card: question.and_then(|question| card::view(session, desk, question)),
        spare: vec![notes(session, desk), last_acts(session, desk)],
        ..view
    }
}

fn of_moment(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let plain = |heading: String, title: String, sections: Vec<Section>| FloorView {
        heading,
        aside: String::new(),
        title,
        subtitle: String::new(),
        clock: None,
        sections,
        spare: Vec::new(),
        card: None,
        scrolled: desk.scrolled,
        has_keys: desk.has_keys(Pane::Floor),
        more: desk.words.flow[FlowMessage::MoreRows].clone(),
    };
    if state.closed.is_some() {
        let counted = line(counts(session, desk), Weight::Plain);
        return plain(
            words[PaneMessage::Floor].to_string(),
            words[PaneMessage::Closed].to_string(),
            vec![Section::of(vec![counted])],
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
        return FloorView {
            clock: Some(clock::of_turn(session, desk, turn, now)),
            sections: of_items(session, desk, turn),
            ..of_turn(
                session,
                desk,
                turn,
                plain(String::new(), String::new(), Vec::new()),
            )
        };
    }
    // Between an answer and the class of what was answered the clock stands where it stopped.
    if let (Next::Class(_), Some(turn)) = (session.next(), state.turns.last()) {
        return FloorView {
            heading: desk.words.flow[FlowMessage::AnswerOver].to_string(),
            clock: clock::of_ended(session, desk, turn),
            sections: of_items(session, desk, turn),
            ..of_turn(
                session,
                desk,
                turn,
                plain(String::new(), String::new(), Vec::new()),
            )
        };
    }
    match session.present_step() {
        None => plain(
            words[PaneMessage::Floor].to_string(),
            session.plan().title.clone(),
            vec![Section::of(people(session))],
        ),
        Some(step) => of_step(session, desk, step, plain),
    }
}

/// Who has the floor, and from where.
fn of_turn(session: &Session, desk: &Desk, turn: &Turn, view: FloorView) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let heading = match turn.phase {
        Phase::Speech => &words[PaneMessage::Speech],
        Phase::Answer => &words[PaneMessage::Answer],
        Phase::FollowUp => &words[PaneMessage::FollowUp],
    };
    let (aside, subtitle) = match &turn.holder {
        Holder::Citizen(number) => {
            let person = state.queue.person(*number);
            let from = person.map_or_else(String::new, |person| {
                let parts = [&person.registration.village, &person.organisation];
                let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
                joined(&parts)
            });
            (
                desk.words.next[NextMessage::Number].render(&[("number", &number.0)]),
                from,
            )
        }
        Holder::Chair => (String::new(), official(session.chair())),
        Holder::Agency(id) => {
            let agency = state.agency(id);
            let speaks = agency.and_then(|agency| agency.spoken_for_by.as_ref());
            (String::new(), speaks.map_or_else(String::new, official))
        }
    };
    FloorView {
        heading: heading.to_string(),
        aside,
        title: holder_name(session, &turn.holder, &desk.words),
        subtitle,
        ..view
    }
}

fn official(person: &Official) -> String {
    joined(&[&person.called(), &person.office])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// What is spoken about, and the answers that were prepared for it.
fn of_items(session: &Session, desk: &Desk, turn: &Turn) -> Vec<Section> {
    let items: Vec<&Item> = turn
        .items
        .iter()
        .filter_map(|id| session.state().item(*id))
        .collect();
    let heading = match turn.phase {
        Phase::Speech | Phase::FollowUp => &desk.words.flow[FlowMessage::RaisedHeading],
        Phase::Answer => &desk.words.flow[FlowMessage::AnsweredHeading],
    };
    about(session, desk, &items, heading.to_string(), turn.phase)
}

fn about(
    session: &Session,
    desk: &Desk,
    items: &[&Item],
    heading: String,
    phase: Phase,
) -> Vec<Section> {
    let lines = items
        .iter()
        .flat_map(|item| about_item(session, desk, item, phase))
        .collect();
    let mut sections = vec![Section::under(heading, String::new(), lines)];
    for item in items {
        if let Some(prepared) = session.prepared_answer(item) {
            sections.push(Section::under(
                desk.words.flow[FlowMessage::PreparedHeading].to_string(),
                desk.words.flow[FlowMessage::OfItem].render(&[("item", &item.id.0)]),
                vec![line(prepared.to_owned(), Weight::Plain)],
            ));
        }
    }
    sections
}

/// What is known of an item: its text, who is to answer, and whether an answer was prepared.
fn about_item(session: &Session, desk: &Desk, item: &Item, phase: Phase) -> Vec<FloorLine> {
    let words = &desk.words;
    let text = item_text(session, item.id, words);
    let mut about = vec![FloorLine {
        indent: 4,
        ..line(format!("{}. {text}", item.id.0), Weight::Strong)
    }];
    let prepared = match (item.opinion, session.prepared_answer(item)) {
        (_, Some(_)) => words.flow[FlowMessage::IsPrepared].to_string(),
        (Some(_), None) => format!("∅ {}", words.panes[PaneMessage::NoPrepared]),
        (None, None) => String::new(),
    };
    if phase == Phase::Answer {
        if !prepared.is_empty() && session.prepared_answer(item).is_none() {
            about.push(line(prepared, Weight::Faint));
        }
    } else {
        let name = holder_name(session, &session.answerer(item), words);
        about.push(FloorLine {
            aside: prepared,
            ..line(
                words.panes[PaneMessage::Assigned].render(&[("name", &name)]),
                Weight::Faint,
            )
        });
    }
    about
}

/// Between turns: what the step asks for.
fn of_step(
    session: &Session,
    desk: &Desk,
    step: &Step,
    plain: impl Fn(String, String, Vec<Section>) -> FloorView,
) -> FloorView {
    let words = &desk.words.panes;
    let act = session.state().agenda.unticked(step).next();
    let mut sections = Vec::new();
    let title = match (&step.kind, act) {
        (StepKind::Conclusion, Some(act)) => {
            sections.push(Section::of(conclusion::to_read(session, desk, act)));
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
        StepKind::Opening => sections.push(Section::of(people(session))),
        StepKind::Announcement => {
            let contents = session.plan().contents.iter();
            let lines = contents.map(|content| FloorLine {
                indent: 2,
                ..line(format!("– {content}"), Weight::Plain)
            });
            sections.push(Section::of(lines.collect()));
        }
        StepKind::Dialogue(_) | StepKind::PreparedAnswers => {
            sections.extend(coming(session, desk));
            let counted = line(counts(session, desk), Weight::Faint);
            sections.push(Section::of(vec![counted]));
        }
        // Once everything is read out, the desk shows what the session sets running.
        StepKind::Conclusion if act.is_none() => {
            sections.push(Section::of(conclusion::what_follows(session, desk)));
        }
        StepKind::Conclusion | StepKind::Other => {}
    }
    plain(step.title.in_lang(desk.lang).to_owned(), title, sections)
}

/// What the next act is about, so that chair and aide can look ahead: the item to be answered, or what the next speaker
/// announced.
fn coming(session: &Session, desk: &Desk) -> Vec<Section> {
    let words = &desk.words.panes;
    let state = session.state();
    let of_items = |ids: &[ItemId]| -> Vec<Section> {
        let items: Vec<&Item> = ids.iter().filter_map(|id| state.item(*id)).collect();
        let heading = desk.words.flow[FlowMessage::AnsweredHeading].to_string();
        about(session, desk, &items, heading, Phase::Answer)
    };
    let next = session.next();
    if let Next::Class(item) = next {
        return of_items(&[item]);
    }
    if let Next::Answer { items, .. } = &next {
        return of_items(items);
    }
    if let Next::ReadPrepared(id) = next {
        let opinions = session.plan().opinions.iter();
        let lines = opinions
            .filter(|opinion| opinion.id == id)
            .map(|opinion| line(opinion.text.clone(), Weight::Strong))
            .collect();
        return vec![Section::of(lines)];
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
    )];
    for subject in &registration.subjects {
        lines.push(FloorLine {
            indent: 2,
            ..line(format!("– {}", subject.text), Weight::Plain)
        });
    }
    vec![Section::of(lines)]
}

/// Who presides, writes and attends: what the opening introduces.
fn people(session: &Session) -> Vec<FloorLine> {
    let plan = session.plan();
    let person = |person: &Official, weight: Weight| FloorLine {
        indent: 2,
        ..line(official(person), weight)
    };
    let mut lines = vec![person(session.chair(), Weight::Strong)];
    lines.extend(plan.co_chairs.iter().map(|who| person(who, Weight::Strong)));
    let others = plan.secretaries.iter().chain(&plan.delegates);
    lines.extend(others.map(|who| person(who, Weight::Plain)));
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

/// How many notes and acts a large window tells.
const SPARE: usize = 8;

fn notes(session: &Session, desk: &Desk) -> Section {
    let notes = session.state().notes.iter().rev().take(SPARE);
    let lines: Vec<FloorLine> = notes
        .map(|note| told_at(&format::time(note.at.wall), &note.text))
        .collect();
    if lines.is_empty() {
        return Section::default();
    }
    let heading = desk.words.flow[FlowMessage::NotesHeading].to_string();
    Section::under(heading, String::new(), lines)
}

/// What was done last, the latest first.
fn last_acts(session: &Session, desk: &Desk) -> Section {
    let entries = session.history().entries().iter().rev();
    let lines: Vec<FloorLine> = entries
        .filter(|entry| entry.in_force)
        .filter_map(|entry| {
            let events = &entry.record.events;
            let told = messages::in_words(events, session, &desk.words, desk.lang)?;
            Some(told_at(&format::time(entry.at.wall), &told))
        })
        .take(SPARE)
        .collect();
    if lines.is_empty() {
        return Section::default();
    }
    let heading = desk.words.flow[FlowMessage::ActsHeading].to_string();
    Section::under(heading, String::new(), lines)
}

fn told_at(time: &str, text: &str) -> FloorLine {
    FloorLine {
        indent: 6,
        ..line(format!("{time} {text}"), Weight::Faint)
    }
}

impl FloorView {
    /// The rows of the floor in a window of two columns: who speaks beside a small clock, and what it is about.
    #[must_use]
    pub fn rows(&self, width: u16, at_most: u16) -> u16 {
        let head = self.narrow_head(width).1;
        // The card takes the place of what it is about.
        let about = if self.card.is_some() {
            0
        } else {
            paragraph::rows(&self.sections, width)
        };
        let wanted = head + u16::from(about > 0) + about;
        wanted.clamp(3, at_most.max(3))
    }

    /// The size of the clock in a narrow window, and the rows of the head.
    fn narrow_head(&self, width: u16) -> (DigitSize, u16) {
        let size = self.clock.as_ref().map_or(DigitSize::Text, |clock| {
            let beside = width.saturating_sub(BESIDE_CLOCK);
            match clock.size(beside, 3) {
                DigitSize::Small => DigitSize::Small,
                DigitSize::Text | DigitSize::Large(_) => DigitSize::Text,
            }
        });
        let left = match size {
            DigitSize::Text => width,
            DigitSize::Small | DigitSize::Large(_) => {
                width.saturating_sub(size.width("+00:00") + 2)
            }
        };
        let rows = self.head_lines(left, size).len();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).max(size.rows());
        (size, rows)
    }

    /// The rows beside a small clock: what happens, who, from where, the time in words.
    fn head_lines(&self, width: u16, size: DigitSize) -> Vec<(String, HeadPart)> {
        let wide = usize::from(width).max(8);
        let heading = if self.aside.is_empty() {
            self.heading.clone()
        } else {
            format!("{} · {}", self.heading, self.aside)
        };
        let mut rows = Vec::new();
        let mut push = |text: &str, part: HeadPart, at_most: usize| {
            let wrapped = text::wrap(text, wide);
            rows.extend(
                wrapped
                    .into_iter()
                    .take(at_most)
                    .filter(|line| !line.is_empty())
                    .map(|line| (line.to_owned(), part)),
            );
        };
        push(&heading, HeadPart::Heading, 2);
        push(&self.title, HeadPart::Title, 3);
        push(&self.subtitle, HeadPart::Subtitle, 3);
        if let Some(clock) = &self.clock {
            let text = match size {
                DigitSize::Text => format!("{} {}", clock.digits, clock.words()),
                DigitSize::Small | DigitSize::Large(_) => clock.words(),
            };
            push(&text, HeadPart::Clock, 2);
        }
        rows
    }
}

/// The columns that names keep beside a small clock.
const BESIDE_CLOCK: u16 = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HeadPart {
    Heading,
    Title,
    Subtitle,
    Clock,
}

/// Draws the floor, and returns what lies under its clock, where a card or a form has its place.
pub fn draw(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
    let wide = area.height >= 18 && area.width >= 42;
    let head = if wide {
        draw_wide_head(view, area, buf, theme)
    } else {
        draw_narrow_head(view, area, buf, theme)
    };
    let under = below(area, head + u16::from(wide));
    if wide && view.card.is_some() {
        return under;
    }
    if view.card.is_none() || !wide {
        let told = below(area, head + 1);
        let rows = paragraph::draw(&view.sections, view.scrolled, &view.more, told, buf, theme);
        let spare = below(told, rows + u16::from(rows > 0));
        if wide && spare.height >= 6 {
            draw_spare(view, spare, buf, theme);
        }
    }
    under
}

/// Sections that fit whole where rows are left over.
fn draw_spare(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let mut rest = area;
    for section in &view.spare {
        let mut kept = section.clone();
        while paragraph::rows(std::slice::from_ref(&kept), rest.width) > rest.height {
            if kept.lines.pop().is_none() {
                return;
            }
        }
        if kept.lines.is_empty() {
            continue;
        }
        let rows = paragraph::draw(&[kept], 0, &view.more, rest, buf, theme);
        rest = below(rest, rows + 1);
        if rest.height < 3 {
            return;
        }
    }
}

fn draw_wide_head(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let heading = if view.has_keys {
        theme.strong()
    } else {
        theme.accent()
    };
    lines::put_wrapped(buf, area, 0, &view.heading, 2, heading);
    let mut row = u16::try_from(text::wrap(&view.heading, usize::from(area.width)).len())
        .unwrap_or(1)
        .clamp(1, 2);
    lines::put_right(buf, area, 0, &view.aside, theme.faint());
    let beside = text::width(&view.title) + 2 + text::width(&view.subtitle);
    if beside <= usize::from(area.width) {
        lines::put(buf, area, row, &view.title, theme.strong());
        lines::put_right(buf, area, row, &view.subtitle, theme.text());
        row += u16::from(!view.title.is_empty());
    } else {
        row += lines::put_wrapped(buf, area, row, &view.title, 4, theme.strong());
        row += lines::put_wrapped(buf, area, row, &view.subtitle, 3, theme.text());
    }
    let Some(clock) = &view.clock else {
        return row;
    };
    let size = clock.size(area.width, area.height * 2 / 5);
    row += u16::from(area.height >= 24);
    row + clock::draw(clock, size, area, row, buf, theme)
}

fn draw_narrow_head(view: &FloorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> u16 {
    let (size, rows) = view.narrow_head(area.width);
    let taken = match size {
        DigitSize::Text => 0,
        DigitSize::Small | DigitSize::Large(_) => size.width("+00:00"),
    };
    if let (Some(clock), true) = (&view.clock, taken > 0) {
        let digits = Rect {
            x: area.right().saturating_sub(size.width(&clock.digits)),
            width: size.width(&clock.digits),
            height: size.rows().min(area.height),
            ..area
        };
        clock::draw_digits(clock, size, digits, buf, theme);
    }
    let left = Rect {
        width: area.width.saturating_sub(taken + u16::from(taken > 0) * 2),
        ..area
    };
    for (row, (text, part)) in (0..).zip(view.head_lines(left.width, size)) {
        let style = match part {
            HeadPart::Heading => theme.accent(),
            HeadPart::Title => theme.strong(),
            HeadPart::Subtitle => theme.text(),
            HeadPart::Clock => view
                .clock
                .as_ref()
                .map_or_else(|| theme.text(), |clock| clock.style(theme)),
        };
        lines::put(buf, left, row, &text, style);
    }
    rows
}

fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}
