//! What a filled-in form asks of the session, or which field is not right.

use std::path::PathBuf;

use chrono::{NaiveDate, TimeZone as _};

use super::Purpose;
use super::open::Ground;
use crate::domain::format;
use crate::domain::regulation::{ClassKind, Deadline, Phase};
use crate::domain::session::Session;
use crate::domain::session::command::{Command, Newcomer};
use crate::domain::session::deviation::Reason;
use crate::domain::session::item::{Class, Due, ItemId};
use crate::domain::session::plan::{AgencyId, Official};
use crate::domain::session::timing::{Edge, SegmentId};
use crate::domain::text;
use crate::tui::desk::form::{Form, Value};
use crate::tui::desk::words::FormMessage;

/// What a form asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Submitted {
    Command(Command),
    SaveTo(PathBuf),
}

/// The number of a field, and what is wrong with it.
pub type Complaint = (usize, String);

/// What a form asks of the session.
///
/// # Errors
/// The first field that is not right.
pub fn submit(form: &Form, purpose: &Purpose, ground: Ground<'_>) -> Result<Submitted, Complaint> {
    let forms = &ground.words.forms;
    let one = |command: Command| Ok(Submitted::Command(command));
    match purpose {
        Purpose::ClassLater(item) => class_later(form, *item, ground),
        Purpose::ClassUpward(item) => {
            let authority = chosen_or_typed(form, 0);
            one(Command::ClassItem {
                item: *item,
                class: Class::ReportUpward { authority },
            })
        }
        Purpose::Reason(command) => {
            let reason = reason(form, 0, 1, ground)?;
            one(command.as_ref().clone().with_reason(reason))
        }
        Purpose::Register => {
            let newcomer = Newcomer {
                name: needed(form, 0, ground)?,
                village: chosen_or_typed(form, 1).unwrap_or_default(),
                subject: Some(form.content(2)).filter(|subject| !subject.is_empty()),
                honorific: chosen_or_typed(form, 3).unwrap_or_default(),
            };
            one(Command::Register {
                newcomer,
                within_scope: None,
                reason: None,
            })
        }
        Purpose::Item(item) => one(Command::EditItem {
            item: *item,
            text: form.content(0),
        }),
        Purpose::NewItem(by) => one(Command::RaiseItem {
            by: *by,
            text: form.content(0),
            opinion: None,
        }),
        Purpose::Answer(item) => one(Command::SummariseAnswer {
            item: *item,
            answer: form.content(0),
        }),
        Purpose::Topic(item) => {
            let topic = chosen_or_typed(form, 0);
            one(Command::SetTopic { item: *item, topic })
        }
        Purpose::Note => one(Command::Note {
            text: needed(form, 0, ground)?,
            item: None,
        }),
        Purpose::Hall => one(Command::ShowHall {
            message: Some(form.content(0)).filter(|text| !text.is_empty()),
        }),
        Purpose::Deputy => deputy(form, ground),
        Purpose::Break => {
            let typed = form.content(0);
            let planned = if typed.is_empty() {
                None
            } else {
                Some(
                    format::read_minutes(&typed)
                        .ok_or((0, forms[FormMessage::BadMinutes].to_string()))?,
                )
            };
            one(Command::BeginBreak { planned })
        }
        Purpose::Limit => {
            let typed = form.content(0);
            let seconds = if typed.is_empty() {
                None
            } else {
                let limit = format::read_minutes(&typed)
                    .ok_or((0, forms[FormMessage::BadMinutes].to_string()))?;
                Some(u32::try_from(limit.seconds()).unwrap_or(u32::MAX))
            };
            let phase = match chosen(form, 1, ground)? {
                1 => Phase::Answer,
                2 => Phase::FollowUp,
                _ => Phase::Speech,
            };
            one(Command::SetLimitForRest { phase, seconds })
        }
        Purpose::Correct(segment) => correct(form, *segment, ground),
        Purpose::Conclusion(act) => one(Command::WordConclusion {
            act: act.clone(),
            text: form.content(0),
        }),
        Purpose::Folder => Ok(Submitted::SaveTo(PathBuf::from(needed(form, 0, ground)?))),
    }
}

/// The deadline of the regulation that is proposed for an item to be answered later.
pub(super) fn proposed_due(session: &Session) -> Option<&Deadline> {
    session.regulation().deadline_for(ClassKind::VerifyLater)
}

/// The option that was chosen, or what was typed instead of one.
fn chosen_or_typed(form: &Form, field: usize) -> Option<String> {
    match form.value(field) {
        Value::Option(index) => form
            .fields()
            .get(field)
            .and_then(|field| field.options.get(index).cloned()),
        Value::Text(text) => Some(text),
        Value::Nothing => None,
    }
}

/// The number of the option chosen in a field that takes nothing else.
fn chosen(form: &Form, field: usize, ground: Ground<'_>) -> Result<usize, Complaint> {
    match form.value(field) {
        Value::Option(index) => Ok(index),
        Value::Text(_) | Value::Nothing => Err((
            field,
            ground.words.forms[FormMessage::NotInList].to_string(),
        )),
    }
}

/// The due that the item has already.
fn given_due(session: &Session, item: ItemId) -> Option<Due> {
    match session.state().item(item)?.class.clone()? {
        Class::VerifyLater { due, .. } => Some(due),
        Class::AnsweredNow | Class::ReportUpward { .. } => None,
    }
}

fn class_later(form: &Form, item: ItemId, ground: Ground<'_>) -> Result<Submitted, Complaint> {
    let session = ground.session;
    let proposed = proposed_due(session);
    let under = proposed.map(|deadline| deadline.id.clone());
    let options = form
        .fields()
        .get(1)
        .map_or(&[][..], |field| field.options.as_slice());
    // A day among the options was counted under the deadline, or given before as it stands.
    let counted = |on: NaiveDate| {
        given_due(session, item)
            .filter(|given| given.on == Some(on))
            .unwrap_or(Due {
                on: Some(on),
                under: under.clone(),
            })
    };
    let due = match form.value(1) {
        Value::Option(index) => {
            let chosen = options.get(index);
            if let Some(on) = chosen.and_then(|text| format::read_date(text)) {
                counted(on)
            } else if chosen
                .is_some_and(|text| text == ground.words.forms[FormMessage::DueOpen].as_str())
            {
                Due::default()
            } else {
                Due { on: None, under }
            }
        }
        Value::Text(typed) => {
            let on = format::read_date(&typed)
                .ok_or((1, ground.words.forms[FormMessage::BadDate].to_string()))?;
            // The proposed day, typed out, is the proposed day.
            if options
                .iter()
                .any(|text| format::read_date(text) == Some(on))
            {
                counted(on)
            } else {
                Due {
                    on: Some(on),
                    under: None,
                }
            }
        }
        Value::Nothing => Due::default(),
    };
    let agency = match form.value(0) {
        Value::Option(index) => session.state().agencies.get(index),
        Value::Text(name) => {
            return Ok(Submitted::Command(Command::ClassUnderNewAgency {
                item,
                id: id_for(session, &name),
                name,
                due,
            }));
        }
        Value::Nothing => None,
    };
    Ok(Submitted::Command(Command::ClassItem {
        item,
        class: Class::VerifyLater {
            agency: agency.map(|known| known.id.clone()),
            due,
        },
    }))
}

fn deputy(form: &Form, ground: Ground<'_>) -> Result<Submitted, Complaint> {
    let plan = ground.session.plan();
    let by = match form.value(0) {
        Value::Option(index) => plan.co_chairs.get(index).cloned(),
        Value::Text(name) => Some(Official {
            honorific: String::new(),
            name,
            office: form.content(1),
        }),
        Value::Nothing => None,
    }
    .ok_or_else(|| (0, missing(form, 0, ground)))?;
    // The line behind the last case says that it is none of them.
    let case = chosen(form, 2, ground)?;
    let rule = ground.session.regulation().rules.deputy.as_ref();
    Ok(Submitted::Command(Command::ReplaceChair {
        by,
        case: rule
            .and_then(|rule| rule.cases.get(case))
            .map(|case| case.id.clone()),
        reason: reason(form, 3, 4, ground)?,
    }))
}

/// The right time of day, typed, becomes the distance from what was measured.
fn correct(form: &Form, segment: SegmentId, ground: Ground<'_>) -> Result<Submitted, Complaint> {
    let forms = &ground.words.forms;
    let edge = match chosen(form, 0, ground)? {
        1 => Edge::End,
        _ => Edge::Begin,
    };
    let bad = || (1, forms[FormMessage::BadTime].to_string());
    let (begin, end) = ground.session.span(segment).map_err(|_| bad())?.measured();
    let measured = match edge {
        Edge::Begin => begin,
        Edge::End => end.ok_or_else(bad)?,
    };
    let typed = form.content(1);
    let time = chrono::NaiveTime::parse_from_str(&typed, "%H:%M:%S")
        .or_else(|_| chrono::NaiveTime::parse_from_str(&typed, "%H:%M"))
        .map_err(|_| bad())?;
    let right = measured
        .wall
        .timezone()
        .from_local_datetime(&measured.wall.date_naive().and_time(time))
        .single()
        .ok_or_else(bad)?;
    // Whole seconds: nobody types milliseconds, and none are to be invented.
    let by = right.timestamp() - measured.wall.timestamp();
    Ok(Submitted::Command(Command::CorrectTime {
        segment,
        edge,
        by: by.saturating_mul(1000),
        reason: reason(form, 2, 3, ground)?,
    }))
}

/// Why, and who ordered it: the presiding chair unless somebody else was typed.
fn reason(
    form: &Form,
    why: usize,
    ordered_by: usize,
    ground: Ground<'_>,
) -> Result<Reason, Complaint> {
    let why = needed(form, why, ground)?;
    let ordered_by = match form.value(ordered_by) {
        Value::Text(name) => name,
        Value::Option(_) | Value::Nothing => ground.session.chair().called(),
    };
    Ok(Reason { why, ordered_by })
}

fn missing(form: &Form, field: usize, ground: Ground<'_>) -> String {
    let label = form.fields().get(field).map_or("", |field| &field.label);
    ground.words.forms[FormMessage::Needed].render(&[("field", &label)])
}

fn needed(form: &Form, field: usize, ground: Ground<'_>) -> Result<String, Complaint> {
    let content = form.content(field);
    if content.is_empty() {
        return Err((field, missing(form, field, ground)));
    }
    Ok(content)
}

/// An id for an agency that is named for the first time: its name in plain letters.
fn id_for(session: &Session, name: &str) -> AgencyId {
    let plain: String = text::fold(name)
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let free = |id: &AgencyId| session.state().agency(id).is_none();
    let first = AgencyId(if plain.is_empty() {
        "agency".to_owned()
    } else {
        plain.clone()
    });
    if free(&first) {
        return first;
    }
    (2_u32..10_000)
        .map(|number| AgencyId(format!("{plain}-{number}")))
        .find(free)
        .unwrap_or(first)
}
