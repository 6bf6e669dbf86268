//! The right time of one end of a segment: a reason, and the measured time is kept.

use chrono::{NaiveTime, TimeZone as _};

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Complaint, Dialog, DialogForm, Panel, hinted};
use super::reason_fields::ReasonFields;
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::regulation::Phase;
use crate::domain::session::command::Command;
use crate::domain::session::timing::{Edge, SegmentId, Span};
use crate::domain::time::SessionTime;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{ChoiceField, Field, FieldAnswer, FormFields};
use crate::tui::desk::phrases;
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct Correct {
    segment: SegmentId,
    /// Which end, and when it was measured.
    edge: ChoiceField<(Edge, SessionTime)>,
    time: Field,
    reason: ReasonFields,
}

pub(super) fn open(context: DialogContext<'_>, segment: SegmentId) -> Option<Dialog> {
    let forms = &context.words.forms;
    let (begin, end) = context.session.span(segment).ok()?.measured();
    let at = |stamp: SessionTime| format::time_with_seconds(stamp.wall);
    let mut edges = vec![(
        forms[FormMessage::EdgeBegin].render(&[("time", &at(begin))]),
        (Edge::Begin, begin),
    )];
    edges.extend(end.map(|end| {
        (
            forms[FormMessage::EdgeEnd].render(&[("time", &at(end))]),
            (Edge::End, end),
        )
    }));
    let name = segments(context)
        .into_iter()
        .find(|line| line.value == PickerAction::Open(DialogKind::Correct(segment)))
        .map(|line| line.text)?;
    let last = edges.len().saturating_sub(1);
    let is_last = edges.get(last).map(|(_, (edge, _))| *edge);
    let form = Correct {
        segment,
        edge: ChoiceField::closed(forms[FormMessage::Edge].to_string(), edges)
            .proposing(|(edge, _)| Some(*edge) == is_last),
        time: Field::text(forms[FormMessage::Shift].to_string(), ""),
        reason: ReasonFields::of(context),
    };
    Some(Dialog {
        kind: DialogKind::Correct(segment),
        panel: Panel::form(
            forms[FormMessage::Correct].render(&[("segment", &name)]),
            form,
        ),
    })
}

impl FormFields for Correct {
    fn fields(&self) -> Vec<&Field> {
        vec![
            self.edge.field(),
            &self.time,
            &self.reason.why,
            self.reason.directed_by.field(),
        ]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![
            self.edge.field_mut(),
            &mut self.time,
            &mut self.reason.why,
            self.reason.directed_by.field_mut(),
        ]
    }

    /// Times are among the edges, too; typed there, one would be taken for a choice.
    fn first(&self) -> Option<&Field> {
        Some(&self.time)
    }
}

impl DialogForm for Correct {
    /// The right time of day, typed, becomes the distance from what was measured.
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let forms = &context.words.forms;
        let FieldAnswer::Chosen((edge, measured)) = self.edge.answer() else {
            let text = forms[FormMessage::NotInList].to_string();
            return Err(Complaint::about(self, self.edge.field(), text));
        };
        let bad = || Complaint::about(self, &self.time, forms[FormMessage::BadTime].to_string());
        let typed = self.time.content();
        let time = NaiveTime::parse_from_str(&typed, "%H:%M:%S")
            .or_else(|_| NaiveTime::parse_from_str(&typed, "%H:%M"))
            .map_err(|_| bad())?;
        let right = measured
            .wall
            .timezone()
            .from_local_datetime(&measured.wall.date_naive().and_time(time))
            .single()
            .ok_or_else(bad)?;
        // Whole seconds: nobody types milliseconds, and none are to be invented.
        let by = right.timestamp() - measured.wall.timestamp();
        Ok(Effect::Perform(Command::CorrectTime {
            segment: self.segment,
            edge,
            by: by.saturating_mul(1000),
            reason: self.reason.read(self, context)?,
        }))
    }
}

/// The list of everything that was timed.
pub(super) fn open_segments(context: DialogContext<'_>) -> Dialog {
    let title = context.words.forms[FormMessage::Segments].to_string();
    Dialog {
        kind: DialogKind::Segments,
        panel: Panel::list(title, segments(context)),
    }
}

/// All turns, steps and breaks, planned and actual.
fn segments(context: DialogContext<'_>) -> Vec<PickerLine<PickerAction>> {
    let (session, words) = (context.session, context.words);
    // A question that was put off is found here again.
    let away = session.state().away_to_judge().map(|(away, turn)| {
        hinted(
            phrases::absence(away, words),
            phrases::holder_name(session, &turn.holder, words),
            PickerAction::Open(DialogKind::Away),
        )
    });
    let mut lines: Vec<_> = away.into_iter().collect();
    lines.extend(visits(context));
    lines.extend(turns(context));
    lines.extend(breaks(context));
    lines
}

fn visits(context: DialogContext<'_>) -> impl Iterator<Item = PickerLine<PickerAction>> {
    let session = context.session;
    let visits = session.state().agenda.visits();
    (0_u32..).zip(visits).map(move |(index, visit)| {
        let step = session.regulation().step(&visit.step);
        let title = step.map_or(visit.step.0.as_str(), |step| {
            step.name().in_lang(context.lang)
        });
        let planned = step.map_or_else(String::new, |step| {
            format!("{}′", session.planned_minutes(step))
        });
        let what = &context.words.forms[FormMessage::StepSegment];
        hinted(
            described(context, &named(context, what, title), &visit.span),
            planned,
            PickerAction::Open(DialogKind::Correct(SegmentId::Visit(index))),
        )
    })
}

fn turns(context: DialogContext<'_>) -> impl Iterator<Item = PickerLine<PickerAction>> {
    let (session, words) = (context.session, context.words);
    let turns = session.state().turns.iter();
    turns.filter_map(move |turn| {
        let what = match turn.phase {
            Phase::Speech => &words.forms[FormMessage::PhaseSpeech],
            Phase::Answer => &words.forms[FormMessage::PhaseAnswer],
            Phase::Exchange => &words.forms[FormMessage::PhaseFollowUp],
        };
        let who = phrases::holder_name(session, &turn.holder, words);
        Some(hinted(
            described(context, &named(context, what, &who), turn.clock.as_ref()?),
            turn.limit.map_or_else(String::new, format::duration),
            PickerAction::Open(DialogKind::Correct(SegmentId::Turn(turn.id))),
        ))
    })
}

fn breaks(context: DialogContext<'_>) -> impl Iterator<Item = PickerLine<PickerAction>> {
    let breaks = &context.session.state().breaks;
    (0_u32..).zip(breaks).map(move |(index, rest)| {
        let what = context.words.forms[FormMessage::BreakSegment].as_str();
        hinted(
            described(context, what, &rest.span),
            rest.planned.map_or_else(String::new, format::duration),
            PickerAction::Open(DialogKind::Correct(SegmentId::Break(index))),
        )
    })
}

/// What was timed, with whose it was.
fn named(context: DialogContext<'_>, what: &Message, name: &str) -> String {
    context.words.forms[FormMessage::NamedSegment].render(&[("what", what), ("name", &name)])
}

/// What was timed, from when until when, and for how long.
fn described(context: DialogContext<'_>, what: &str, span: &Span) -> String {
    let forms = &context.words.forms;
    let end = span.ended().map_or_else(
        || forms[FormMessage::UntilNow].to_string(),
        |end| format::time_with_seconds(end.wall),
    );
    forms[FormMessage::Segment].render(&[
        ("what", &what),
        ("begin", &format::time_with_seconds(span.began().wall)),
        ("end", &end),
        ("actual", &format::duration(span.lasted(context.now))),
    ])
}
