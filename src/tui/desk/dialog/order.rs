//! The dialogs around the prescribed order: the reason for leaving it, the scope of an unregistered speaker, the gate
//! before closing, and who takes the chair.

use super::open::{Ground, form, picker};
use super::{Chosen, Dialog, Opening, Purpose};
use crate::domain::regulation::{StepId, Unregistered};
use crate::domain::session::closing_check::Missing;
use crate::domain::session::command::Command;
use crate::domain::session::deviation::Departure;
use crate::domain::session::item::Raiser;
use crate::domain::session::plan::Number;
use crate::tui::desk::form::Field;
use crate::tui::desk::picker::Line;
use crate::tui::desk::words::DepartureMessage;
use crate::tui::desk::words::FormMessage;

/// Asks for the reason of departures, and who ordered them.
pub(super) fn reason(
    ground: Ground<'_>,
    command: Box<Command>,
    departures: &[Departure],
) -> Dialog {
    let forms = &ground.words.forms;
    form(
        forms[FormMessage::Reason].to_string(),
        reason_fields(ground),
        Purpose::Reason(command),
    )
    .with_intro(
        departures
            .iter()
            .map(|departure| departure_in_words(ground, departure))
            .collect(),
    )
}

/// Why, and who ordered it; the presiding chair is proposed.
pub(super) fn reason_fields(ground: Ground<'_>) -> Vec<Field> {
    let forms = &ground.words.forms;
    vec![
        Field::long(forms[FormMessage::Why].to_string(), ""),
        Field::choice(
            forms[FormMessage::OrderedBy].to_string(),
            vec![ground.session.chair().called()],
            0,
            true,
        )
        .complete_when(is_full_name),
    ]
}

/// One word narrows the list of names; more are somebody's own name.
fn is_full_name(typed: &str) -> bool {
    typed.split_whitespace().nth(1).is_some()
}

/// Asks whether an unregistered speaker's opinion is within the announced scope.
pub(super) fn scope(ground: Ground<'_>, command: &Command) -> Dialog {
    let forms = &ground.words.forms;
    let article = match &ground.session.regulation().rules.unregistered {
        Unregistered::Accepted(rule)
        | Unregistered::WithinScope(rule)
        | Unregistered::ByLeave(rule) => rule.article.to_string(),
        Unregistered::Silent => String::new(),
    };
    let answered = |within: bool| Chosen::Perform(command.clone().with_scope(within));
    picker(
        forms[FormMessage::Scope].render(&[("article", &article)]),
        vec![
            Line {
                text: forms[FormMessage::InScope].to_string(),
                hint: String::new(),
                value: answered(true),
            },
            Line {
                text: forms[FormMessage::OutOfScope].to_string(),
                hint: String::new(),
                value: answered(false),
            },
        ],
    )
}

/// What is missing before closing; `None` when nothing is.
pub(super) fn gate(ground: Ground<'_>) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let missing = ground.session.missing();
    let waiting = ground.session.state().queue.waiting().count();
    let mut lines: Vec<Line<Chosen>> = missing
        .iter()
        .map(|missing| {
            let (text, value) = match *missing {
                Missing::Class(item) => (
                    forms[FormMessage::MissingClass]
                        .render(&[("item", &item.0), ("text", &ground.item_text(item))]),
                    Chosen::SelectItem(item),
                ),
                Missing::Agency(item) => (
                    forms[FormMessage::MissingAgency].render(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassLater(item)),
                ),
                Missing::Due(item) => (
                    forms[FormMessage::MissingDue].render(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassLater(item)),
                ),
                Missing::Authority(item) => (
                    forms[FormMessage::MissingAuthority].render(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassUpward(item)),
                ),
                Missing::StillWaiting(number) => (
                    forms[FormMessage::MissingWaiting].render(&[
                        ("number", &number.0),
                        ("name", &ground.raiser_name(Raiser::Citizen(number))),
                    ]),
                    Chosen::Open(Opening::Person(number)),
                ),
                Missing::Subjects(number) => (
                    forms[FormMessage::MissingSubjects].render(&[
                        ("number", &number.0),
                        ("name", &ground.raiser_name(Raiser::Citizen(number))),
                        ("count", &subjects_left(ground, number)),
                    ]),
                    Chosen::Perform(Command::TakeUpSubjects {
                        numbers: vec![number],
                    }),
                ),
            };
            Line {
                text,
                hint: String::new(),
                value,
            }
        })
        .collect();
    if waiting > 0 {
        lines.push(Line {
            text: forms[FormMessage::NoTimeForRest].render(&[("count", &waiting)]),
            hint: String::new(),
            value: Chosen::Perform(Command::NoTimeForRest),
        });
    }
    (!lines.is_empty()).then(|| picker(forms[FormMessage::Gate].to_string(), lines))
}

/// How many of the matters somebody announced are still to be taken up or left aside.
fn subjects_left(ground: Ground<'_>, number: Number) -> usize {
    let person = ground.session.state().queue.person(number);
    person.map_or(0, |person| person.subjects_left().count())
}

/// Asks who takes the chair, in which case of the regulation, and why.
pub(super) fn deputy(ground: Ground<'_>) -> Dialog {
    let forms = &ground.words.forms;
    let plan = ground.session.plan();
    let mut fields = vec![
        Field::choice(
            forms[FormMessage::Name].to_string(),
            plan.co_chairs
                .iter()
                .map(|official| official.name.clone())
                .collect(),
            0,
            true,
        )
        .complete_when(is_full_name),
        Field::text(forms[FormMessage::Office].to_string(), ""),
    ];
    let rule = ground.session.regulation().rules.deputy.as_ref();
    let mut cases: Vec<String> = rule
        .iter()
        .flat_map(|rule| &rule.cases)
        .map(|case| case.title.in_lang(ground.lang).to_owned())
        .collect();
    // The record cites a case only when somebody chose it.
    let none = cases.len();
    cases.push(forms[FormMessage::NoCase].to_string());
    fields.push(Field::choice(
        forms[FormMessage::Case].to_string(),
        cases,
        none,
        false,
    ));
    fields.extend(reason_fields(ground));
    form(
        forms[FormMessage::Deputy].to_string(),
        fields,
        Purpose::Deputy,
    )
    .with_intro(
        rule.map(|rule| format!("{} ({})", rule.text.in_lang(ground.lang), rule.article))
            .into_iter()
            .collect(),
    )
}

/// A departure as the aide reads it before she gives the reason.
fn departure_in_words(ground: Ground<'_>, departure: &Departure) -> String {
    let words = &ground.words.departures;
    let regulation = ground.session.regulation();
    let named = |id: &StepId| {
        regulation.step(id).map_or_else(
            || (id.0.clone(), String::new()),
            |step| {
                (
                    step.title.in_lang(ground.lang).to_owned(),
                    step.article.to_string(),
                )
            },
        )
    };
    match departure {
        Departure::StepSkipped { step } => {
            let (step, article) = named(step);
            words[DepartureMessage::StepSkipped].render(&[("step", &step), ("article", &article)])
        }
        Departure::ActsLeftOut { step, acts } => {
            let left_out: Vec<&str> = regulation
                .step(step)
                .iter()
                .flat_map(|step| &step.acts)
                .filter(|act| acts.contains(&act.id))
                .map(|act| act.title.in_lang(ground.lang))
                .collect();
            let (step, article) = named(step);
            words[DepartureMessage::ActsLeftOut].render(&[
                ("step", &step),
                ("acts", &left_out.join("; ")),
                ("article", &article),
            ])
        }
        Departure::OpinionsLeftUnread { step, opinions } => {
            let numbers: Vec<String> = opinions.iter().map(|id| id.0.to_string()).collect();
            let (step, article) = named(step);
            words[DepartureMessage::OpinionsLeftUnread].render(&[
                ("step", &step),
                ("opinions", &numbers.join(", ")),
                ("article", &article),
            ])
        }
        Departure::WentBack { from, to } => {
            let ((from, article), (to, _)) = (named(from), named(to));
            words[DepartureMessage::WentBack].render(&[
                ("from", &from),
                ("to", &to),
                ("article", &article),
            ])
        }
        Departure::StepRepeated { step } => {
            let (step, article) = named(step);
            words[DepartureMessage::StepRepeated].render(&[("step", &step), ("article", &article)])
        }
        Departure::UnregisteredSpeaker { .. } => words[DepartureMessage::Unregistered]
            .render(&[("article", &ground.session.article_departed_from(departure))]),
        Departure::OpinionOutOfScope { .. } => words[DepartureMessage::OpinionOutOfScope]
            .render(&[("article", &ground.session.article_departed_from(departure))]),
    }
}
