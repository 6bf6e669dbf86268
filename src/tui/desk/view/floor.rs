//! The middle: what is happening now. Who has the floor, from where, on what, with a large clock; the prepared answer and
//! the agency for this question; in other steps what is to be said, and at the conclusion what is to be read out.

mod draw;
mod rule;
mod spare;

use super::card::{self, CardView};
use super::clock::{self, ClockPane};
use super::conclusion;
use super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::i18n::Message;
use crate::domain::regulation::{ClassKind, Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::{Class, Item, ItemId};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Official;
use crate::domain::time::SessionTime;
use crate::tui::desk::phrases::{holder_name, item_text};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane};

pub use draw::{draw, draw_under_card};
use spare::{last_acts, notes};

/// What the floor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub heading: String,
    /// Beside the heading: a number, or the item.
    pub aside: String,
    pub title: String,
    /// Where the person is from, or who speaks for the agency, with the office: the host reads it out.
    pub subtitle: String,
    pub clock: Option<ClockPane>,
    /// What the regulation says of this moment, what matters most first.
    pub rules: Vec<String>,
    pub sections: Vec<ParagraphSection>,
    /// What is told where rows are left over.
    pub spare: Vec<ParagraphSection>,
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
        rules: rule::of_moment(session, desk),
        spare: vec![notes(session, desk), last_acts(session, desk)],
        ..view
    }
}

fn of_moment(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let plain = |heading: String, title: String, sections: Vec<ParagraphSection>| FloorView {
        heading,
        aside: String::new(),
        title,
        subtitle: String::new(),
        clock: None,
        rules: Vec::new(),
        sections,
        spare: Vec::new(),
        card: None,
        scrolled: desk.scrolled,
        has_keys: desk.has_keys(Pane::Floor),
        more: desk.words.flow[FlowMessage::MoreRows].clone(),
    };
    if state.closed.is_some() {
        let counted = line(counts(session, desk), Weight::Plain);
        let dossier = desk.exported.as_ref().map(|folder| {
            let says = &words[PaneMessage::DossierAt];
            line(says.render(&[("path", &folder.display())]), Weight::Plain)
        });
        return plain(
            desk.words.forms[FormMessage::DueAfter].to_string(),
            words[PaneMessage::Closed].to_string(),
            std::iter::once(counted)
                .chain(dossier)
                .map(|line| ParagraphSection::of(vec![line]))
                .collect(),
        );
    }
    if let Some(rest) = state.present_break() {
        return FloorView {
            clock: Some(clock::of_break(desk, rest, now)),
            ..plain(
                words[clock::rest_word(rest)].to_string(),
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
            desk.words.forms[FormMessage::DueBefore].to_string(),
            session.plan().title.clone(),
            vec![ParagraphSection::of(people(session))],
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
        Phase::Exchange => &words[PaneMessage::FollowUp],
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
fn of_items(session: &Session, desk: &Desk, turn: &Turn) -> Vec<ParagraphSection> {
    let items: Vec<&Item> = turn
        .items
        .iter()
        .filter_map(|id| session.state().item(*id))
        .collect();
    let heading = match turn.phase {
        Phase::Speech | Phase::Exchange => &desk.words.flow[FlowMessage::RaisedHeading],
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
) -> Vec<ParagraphSection> {
    let lines = items
        .iter()
        .flat_map(|item| about_item(session, desk, item, phase))
        .collect();
    let mut sections = vec![ParagraphSection::under(heading, String::new(), lines)];
    for item in items {
        if let Some(prepared) = session.prepared_answer(item) {
            sections.push(ParagraphSection::under(
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
        (None, None) if phase == Phase::Answer => String::new(),
        (_, None) => format!("∅ {}", words.panes[PaneMessage::NoPrepared]),
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
    plain: impl Fn(String, String, Vec<ParagraphSection>) -> FloorView,
) -> FloorView {
    let words = &desk.words.panes;
    let act = session.state().agenda.unticked(step).next();
    let mut sections = Vec::new();
    let title = match (&step.kind, act) {
        (StepKind::Conclusion, Some(act)) => {
            sections.push(ParagraphSection::of(conclusion::to_read(
                session, desk, act,
            )));
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
        StepKind::Opening => {
            sections.push(ParagraphSection::of(people(session)));
            sections.push(rule::to_read_out(session, desk));
        }
        StepKind::Announcement => {
            let contents = session.plan().contents.iter();
            let lines = contents.map(|content| FloorLine {
                indent: 2,
                ..line(format!("– {content}"), Weight::Plain)
            });
            sections.push(ParagraphSection::of(lines.collect()));
        }
        StepKind::Dialogue(_) | StepKind::PreparedAnswers => {
            sections.extend(coming(session, desk));
            let counted = line(counts(session, desk), Weight::Faint);
            sections.push(ParagraphSection::of(vec![counted]));
        }
        // Once everything is read out, the desk shows what the session sets running.
        StepKind::Conclusion if act.is_none() => {
            sections.push(ParagraphSection::of(conclusion::what_follows(
                session, desk,
            )));
        }
        StepKind::Conclusion | StepKind::Other => {}
    }
    plain(step.title.in_lang(desk.lang).to_owned(), title, sections)
}

/// What the next act is about, so that chair and aide can look ahead: the item to be answered, or what the next speaker
/// announced.
fn coming(session: &Session, desk: &Desk) -> Vec<ParagraphSection> {
    let words = &desk.words.panes;
    let state = session.state();
    let of_items = |ids: &[ItemId]| -> Vec<ParagraphSection> {
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
        return vec![ParagraphSection::of(lines)];
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
    vec![ParagraphSection::of(lines)]
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
