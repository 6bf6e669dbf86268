//! Between turns: what the step asks for, who is introduced, and what the next act is about.

use super::super::conclusion;
use super::super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use super::{FloorView, about, official, rule};
use crate::domain::regulation::{ClassKind, Phase, Step, StepKind};
use crate::domain::session::Session;
use crate::domain::session::item::{Class, Item, ItemId};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Official;
use crate::tui::desk::Desk;
use crate::tui::desk::words::{FlowMessage, PaneMessage};

/// Between turns: what the step asks for.
pub(super) fn of_step(
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
        // The step stands above already.
        (_, None) => String::new(),
    };
    match step.kind {
        StepKind::Opening => {
            sections.push(ParagraphSection::of(people(session)));
            sections.push(rule::to_read_out(session, desk));
            // Who is introduced comes first until the house rules are to be read.
            if act.is_none_or(|act| act.reads_rules) {
                sections.rotate_right(1);
            }
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
pub(super) fn people(session: &Session) -> Vec<FloorLine> {
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

pub(super) fn counts(session: &Session, desk: &Desk) -> String {
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
