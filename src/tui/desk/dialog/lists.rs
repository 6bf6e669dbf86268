//! The lines of the lists: people, items, steps, turns, and what can be done with each.

use super::open::Ground;
use super::{Chosen, Opening, holder_name};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::regulation::{Order, Phase};
use crate::domain::session::command::Command;
use crate::domain::session::floor::Holder;
use crate::domain::session::item::{Class, Item, ItemId, Raiser};
use crate::domain::session::plan::Number;
use crate::domain::session::queue::Standing;
use crate::domain::session::timing::{SegmentId, Span};
use crate::tui::desk::picker::Line;
use crate::tui::desk::prompts::absence;
use crate::tui::desk::view::{class_word, standing_word};
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;

fn line(text: String, hint: String, value: Chosen) -> Line<Chosen> {
    Line { text, hint, value }
}

/// Everything that can be looked for: people, villages, items, notes.
pub(super) fn everything(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    let state = ground.session.state();
    let people = state.queue.people().iter().map(|person| {
        let registration = &person.registration;
        line(
            format!("{} {}", registration.number.0, registration.called()),
            format!(
                "{} · {}",
                registration.village,
                standing_word(person.standing, ground.words)
            ),
            Chosen::SelectPerson(registration.number),
        )
    });
    let notes = state.notes.iter().map(|note| {
        line(
            note.text.clone(),
            format::time(note.at.wall),
            Chosen::Nothing,
        )
    });
    people.chain(items(ground)).chain(notes).collect()
}

/// All items, with all they can be filtered by.
pub(super) fn items(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    ground
        .session
        .state()
        .items
        .iter()
        .map(|item| {
            line(
                format!("{}. {}", item.id.0, ground.item_text(item.id)),
                item_hint(ground, item),
                Chosen::SelectItem(item.id),
            )
        })
        .collect()
}

fn item_hint(ground: Ground<'_>, item: &Item) -> String {
    let mut parts = vec![class_word(item.class.as_ref(), ground.words).to_string()];
    match &item.class {
        Some(Class::VerifyLater {
            agency: Some(id), ..
        }) => parts.push(ground.session.agency_name(id).to_owned()),
        Some(Class::ReportUpward {
            authority: Some(authority),
        }) => parts.push(authority.clone()),
        Some(Class::AnsweredNow | Class::VerifyLater { .. } | Class::ReportUpward { .. })
        | None => {}
    }
    parts.push(ground.raiser_name(item.by));
    parts.extend(item.topic.clone());
    parts.join(" · ")
}

/// All turns, steps and breaks, planned and actual.
pub(super) fn segments(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    let (session, words) = (ground.session, ground.words);
    let state = session.state();
    let named = |what: &Message, name: &str| {
        words.forms[FormMessage::NamedSegment].render(&[("what", what), ("name", &name)])
    };
    let described = |what: &str, span: &Span| {
        words.forms[FormMessage::Segment].render(&[
            ("what", &what),
            ("begin", &format::time_with_seconds(span.began().wall)),
            (
                "end",
                &span
                    .ended()
                    .map_or_else(|| "…".to_owned(), |end| format::time_with_seconds(end.wall)),
            ),
            ("actual", &format::duration(span.lasted(ground.now))),
        ])
    };
    let visits = (0_u32..).zip(state.agenda.visits()).map(|(index, visit)| {
        let step = session.regulation().step(&visit.step);
        let title = step.map_or(visit.step.0.as_str(), |step| {
            step.title.in_lang(ground.lang)
        });
        let planned = step.map_or_else(String::new, |step| {
            format!("{}′", session.planned_minutes(step))
        });
        line(
            described(
                &named(&words.forms[FormMessage::StepSegment], title),
                &visit.span,
            ),
            planned,
            Chosen::Open(Opening::Correct(SegmentId::Visit(index))),
        )
    });
    let turns = state.turns.iter().filter_map(|turn| {
        let what = match turn.phase {
            Phase::Speech => &words.forms[FormMessage::PhaseSpeech],
            Phase::Answer => &words.forms[FormMessage::PhaseAnswer],
            Phase::FollowUp => &words.forms[FormMessage::PhaseFollowUp],
        };
        Some(line(
            described(
                &named(what, &holder_name(session, &turn.holder, words)),
                turn.clock.as_ref()?,
            ),
            turn.limit.map_or_else(String::new, format::duration),
            Chosen::Open(Opening::Correct(SegmentId::Turn(turn.id))),
        ))
    });
    let breaks = (0_u32..).zip(&state.breaks).map(|(index, rest)| {
        line(
            described(words.forms[FormMessage::BreakSegment].as_str(), &rest.span),
            rest.planned.map_or_else(String::new, format::duration),
            Chosen::Open(Opening::Correct(SegmentId::Break(index))),
        )
    });
    // A question that was put off is found here again.
    let away = state.away_to_judge().map(|(away, turn)| {
        line(
            absence(away, words),
            holder_name(session, &turn.holder, words),
            Chosen::Open(Opening::Away),
        )
    });
    away.into_iter()
        .chain(visits)
        .chain(turns)
        .chain(breaks)
        .collect()
}

/// What can be done with a person.
pub(super) fn person_menu(ground: Ground<'_>, number: Number) -> Vec<Line<Chosen>> {
    let forms = &ground.words.forms;
    let state = ground.session.state();
    let Some(person) = state.queue.person(number) else {
        return Vec::new();
    };
    let has_floor = state
        .floor()
        .is_some_and(|turn| turn.holder == Holder::Citizen(number));
    let mark = |text: &crate::domain::i18n::Message, standing: Standing| {
        line(
            text.to_string(),
            String::new(),
            Chosen::Perform(Command::SetStanding { number, standing }),
        )
    };
    let mut lines = Vec::new();
    if person.standing == Standing::Waiting && !has_floor {
        lines.push(mark(&forms[FormMessage::MarkAbsent], Standing::Absent));
        lines.push(mark(&forms[FormMessage::MarkWithdrew], Standing::Withdrew));
        lines.push(mark(&forms[FormMessage::MarkSlip], Standing::WrittenSlip));
        lines.push(mark(&forms[FormMessage::MarkNoTime], Standing::NoTimeLeft));
    } else if !has_floor {
        lines.push(mark(&forms[FormMessage::WaitAgain], Standing::Waiting));
    }
    if ground.session.regulation().refusal.is_some() && person.standing != Standing::Refused {
        lines.push(line(
            forms[FormMessage::Refuse].to_string(),
            String::new(),
            Chosen::Open(Opening::Grounds(number)),
        ));
    }
    lines.push(line(
        forms[FormMessage::AddItem].to_string(),
        String::new(),
        Chosen::Open(Opening::NewItem(Raiser::Citizen(number))),
    ));
    if person.standing == Standing::Waiting && !has_floor {
        // Last: it takes the floor from whoever has it, and there is a key for it.
        lines.push(line(
            forms[FormMessage::GiveFloor].to_string(),
            String::new(),
            Chosen::Perform(Command::GiveFloor {
                phase: Phase::Speech,
                to: Holder::Citizen(number),
                items: Vec::new(),
            }),
        ));
    }
    lines
}

/// The collected opinions an item can be linked to, and none.
pub(super) fn collected(ground: Ground<'_>, item: ItemId) -> Vec<Line<Chosen>> {
    let opinions = &ground.session.plan().opinions;
    let mut lines: Vec<Line<Chosen>> = opinions
        .iter()
        .map(|opinion| {
            line(
                format!("{}. {}", opinion.id.0, opinion.text),
                opinion.from.clone(),
                Chosen::Perform(Command::LinkItem {
                    item,
                    opinion: Some(opinion.id),
                }),
            )
        })
        .collect();
    let linked = ground
        .session
        .state()
        .item(item)
        .is_some_and(|item| item.opinion.is_some());
    if linked {
        lines.push(line(
            ground.words.forms[FormMessage::NoLink].to_string(),
            String::new(),
            Chosen::Perform(Command::LinkItem {
                item,
                opinion: None,
            }),
        ));
    }
    lines
}

/// Those an item can be moved to.
pub(super) fn people_of(ground: Ground<'_>, item: ItemId) -> Vec<Line<Chosen>> {
    ground
        .session
        .state()
        .queue
        .people()
        .iter()
        .map(|person| {
            let registration = &person.registration;
            line(
                format!("{} {}", registration.number.0, registration.called()),
                registration.village.clone(),
                Chosen::Perform(Command::MoveItem {
                    item,
                    to: Raiser::Citizen(registration.number),
                }),
            )
        })
        .collect()
}

/// Who may answer items: the one assigned to the first of them, the chair, every agency.
pub(super) fn answerers(ground: Ground<'_>, items: &[ItemId]) -> Vec<Line<Chosen>> {
    let state = ground.session.state();
    let assigned = items
        .first()
        .and_then(|item| state.item(*item))
        .map(|item| ground.session.answerer(item));
    let mut holders: Vec<Holder> = assigned.into_iter().collect();
    let others = std::iter::once(Holder::Chair).chain(
        state
            .agencies
            .iter()
            .map(|agency| Holder::Agency(agency.id.clone())),
    );
    for holder in others {
        if !holders.contains(&holder) {
            holders.push(holder);
        }
    }
    holders
        .into_iter()
        .map(|to| {
            line(
                holder_name(ground.session, &to, ground.words),
                String::new(),
                Chosen::Perform(Command::GiveFloor {
                    phase: Phase::Answer,
                    to,
                    items: items.to_vec(),
                }),
            )
        })
        .collect()
}

/// Citizens who may go on: those of this round first.
pub(super) fn follow_ups(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    let state = ground.session.state();
    let mut numbers: Vec<Number> = Vec::new();
    for turn in state.turns.iter().rev() {
        if let Holder::Citizen(number) = turn.holder
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    numbers
        .into_iter()
        .filter_map(|number| state.queue.person(number))
        .map(|person| {
            let registration = &person.registration;
            let by = Raiser::Citizen(registration.number);
            line(
                format!("{} {}", registration.number.0, registration.called()),
                registration.village.clone(),
                Chosen::Perform(Command::GiveFloor {
                    phase: Phase::FollowUp,
                    to: Holder::Citizen(registration.number),
                    items: state
                        .items
                        .iter()
                        .filter(|item| item.by == by)
                        .map(|item| item.id)
                        .collect(),
                }),
            )
        })
        .collect()
}

/// Every step of the regulation; where it prescribes no order, the end of the session as well.
pub(super) fn steps(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    let regulation = ground.session.regulation();
    let ends = regulation.order == Order::Unknown && ground.session.present_step().is_some();
    let end = ends.then(|| {
        let chosen = if ground.session.missing().is_empty() {
            Chosen::Perform(Command::Close { reason: None })
        } else {
            Chosen::Open(Opening::Gate)
        };
        line(
            ground.words.next[NextMessage::Close].to_string(),
            String::new(),
            chosen,
        )
    });
    regulation
        .steps
        .iter()
        .zip(1..)
        .map(|(step, number)| {
            line(
                format!("{number}. {}", step.title.in_lang(ground.lang)),
                step.article.to_string(),
                Chosen::Perform(Command::EnterStep {
                    step: step.id.clone(),
                    reason: None,
                }),
            )
        })
        .chain(end)
        .collect()
}

/// The groups of the conclusion.
pub(super) fn groups(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    ground
        .session
        .regulation()
        .steps
        .iter()
        .filter(|step| step.kind == crate::domain::regulation::StepKind::Conclusion)
        .flat_map(|step| &step.acts)
        .map(|act| {
            line(
                act.title.in_lang(ground.lang).to_owned(),
                ground
                    .session
                    .state()
                    .conclusion
                    .get(&act.id)
                    .cloned()
                    .unwrap_or_default(),
                Chosen::Open(Opening::Conclusion(act.id.clone())),
            )
        })
        .collect()
}
