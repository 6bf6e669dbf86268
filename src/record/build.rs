//! Making the record of a session. Everything is taken from the state, so that an act that was taken back appears in the
//! list of acts and nowhere else.

use super::{
    ActDone, ActRecord, BreakRecord, ChairChangeRecord, Cited, ClassRecord, ClassedRecord,
    CorrectionRecord, DeviationRecord, DueUnder, Edition, HolderRecord, InterruptionRecord,
    ItemRecord, NoteRecord, PauseRecord, RaisedBy, RefusedRecord, RegulationCited, SCHEMA,
    SessionRecord, SpanRecord, SpeakerRecord, StepOutcome, StepRecord, TurnRecord,
};
use crate::moment::{Millis, Stamp};
use crate::regulation::{Choice, Phase, Rule, Step, Text};
use crate::session::Session;
use crate::session::floor::{Holder, Turn};
use crate::session::item::{Class, Item, Raiser};
use crate::session::queue::Registrant;
use crate::session::timing::Span;

impl SessionRecord {
    /// The record of a session at this point; a draft unless the session is closed.
    #[must_use]
    pub fn of(session: &Session, now: Stamp) -> Self {
        let (plan, regulation, state) = (session.plan(), session.regulation(), session.state());
        let now = state.closed.unwrap_or(now);
        let began = state.agenda.began();
        Self {
            schema: SCHEMA.to_owned(),
            fictional: plan.fictional,
            closed: state.closed.is_some(),
            title: plan.title.clone(),
            regulation: RegulationCited {
                id: regulation.id.clone(),
                title: regulation.title.clone(),
                number: regulation.number.clone(),
                issuer: regulation.issuer.clone(),
            },
            level: plan.level,
            layout: plan.layout,
            body: plan.body.clone(),
            superior_body: plan.superior_body.clone(),
            lead_agency: plan.lead_agency.clone(),
            place: plan.place.clone(),
            contents: plan.contents.clone(),
            mode: chosen(&regulation.modes, plan.mode.as_ref()),
            form: chosen(&regulation.forms, plan.form.as_ref()),
            planned_begin: plan.held,
            began: began.map(|stamp| stamp.wall),
            ended: state.closed.map(|stamp| stamp.wall),
            lasted_ms: began.map_or(Millis::ZERO, |began| now.since(began)),
            allowed_minutes: session.allowed_minutes(),
            chair: plan.chair.clone(),
            chair_changes: chair_changes(session),
            co_chairs: plan.co_chairs.clone(),
            secretaries: plan.secretaries.clone(),
            delegates: plan.delegates.clone(),
            agencies: state.agencies.clone(),
            steps: regulation
                .steps
                .iter()
                .map(|step| step_record(session, step, now))
                .collect(),
            speakers: state
                .queue
                .people()
                .iter()
                .map(|person| speaker_record(session, person))
                .collect(),
            turns: state
                .turns
                .iter()
                .map(|turn| turn_record(session, turn, now))
                .collect(),
            items: state
                .items
                .iter()
                .map(|item| item_record(session, item))
                .collect(),
            opinions: plan.opinions.clone(),
            breaks: state
                .breaks
                .iter()
                .map(|rest| BreakRecord {
                    planned_ms: rest.planned,
                    span: span_record(&rest.span, 0, now),
                })
                .collect(),
            interruptions: state
                .aways
                .iter()
                .map(|away| InterruptionRecord {
                    from: away.from.wall,
                    to: away.to.wall,
                    line_ms: away.from.line,
                    went_on: away.went_on,
                })
                .collect(),
            deviations: deviations(session),
            notes: notes(session),
            conclusion: state.conclusion.clone(),
            acts: acts_done(session),
            edition: Edition::Office {
                mask_names: plan.settings.mask_names,
            },
            length: regulation.length.as_ref().map(|length| Rule {
                article: length.article.clone(),
                text: length.text.clone(),
            }),
            item_table: regulation.rules.item_table.clone(),
            dossier: regulation.dossier.clone(),
            deadlines: super::due::uncounted(regulation),
        }
    }

    /// The record of a session as its last act left it, so that the same session always has the same record.
    #[must_use]
    pub fn as_left(session: &Session) -> Self {
        Self::of(session, session.stamp(session.history().last_moment()))
    }
}

fn chair_changes(session: &Session) -> Vec<ChairChangeRecord> {
    let rule = session.regulation().rules.deputy.as_ref();
    session
        .state()
        .chair_changes
        .iter()
        .map(|change| ChairChangeRecord {
            at: change.at.wall,
            line_ms: change.at.line,
            by: change.by.clone(),
            case: rule.and_then(|rule| chosen(&rule.cases, change.case.as_ref())),
            article: change.article.clone(),
            reason: change.reason.clone(),
        })
        .collect()
}

fn deviations(session: &Session) -> Vec<DeviationRecord> {
    session
        .state()
        .deviations
        .iter()
        .map(|deviation| DeviationRecord {
            at: deviation.at.wall,
            line_ms: deviation.at.line,
            departure: deviation.departure.clone(),
            article: deviation.article.clone(),
            reason: deviation.reason.clone(),
        })
        .collect()
}

fn notes(session: &Session) -> Vec<NoteRecord> {
    session
        .state()
        .notes
        .iter()
        .map(|note| NoteRecord {
            at: note.at.wall,
            text: note.text.clone(),
            item: note.item.map(|item| item.0),
        })
        .collect()
}

fn chosen(choices: &[Choice], id: Option<&String>) -> Option<Cited> {
    let id = id?;
    choices
        .iter()
        .find(|choice| &choice.id == id)
        .map(|choice| Cited {
            title: choice.title.clone(),
            article: choice.article.clone(),
        })
}

fn step_record(session: &Session, step: &Step, now: Stamp) -> StepRecord {
    let agenda = &session.state().agenda;
    let visits: Vec<SpanRecord> = agenda
        .visits()
        .iter()
        .filter(|visit| visit.step == step.id)
        .map(|visit| span_record(&visit.span, visit.round, now))
        .collect();
    let outcome = if !visits.is_empty() {
        StepOutcome::Held
    } else if session.has_occasion(step) {
        StepOutcome::NotHeld
    } else {
        StepOutcome::NoOccasion
    };
    StepRecord {
        id: step.id.clone(),
        kind: step.kind.clone(),
        title: step.title.clone(),
        lead: step.lead.clone(),
        article: step.article.clone(),
        outcome,
        planned_minutes: session.planned_minutes(step),
        began: visits.first().map(|visit| visit.began),
        ended: visits.last().and_then(|visit| visit.ended),
        actual_ms: agenda.lasted(&step.id, now),
        visits,
        acts: step
            .acts
            .iter()
            .map(|act| ActRecord {
                id: act.id.clone(),
                title: act.title.clone(),
                article: act.article.clone().unwrap_or_else(|| step.article.clone()),
                done: agenda
                    .ticked()
                    .iter()
                    .find(|ticked| ticked.step == step.id && ticked.act == act.id)
                    .map(|ticked| ticked.at.wall),
                items: act.items.clone(),
            })
            .collect(),
    }
}

fn span_record(span: &Span, round: u32, now: Stamp) -> SpanRecord {
    let (measured_began, measured_ended) = span.measured();
    SpanRecord {
        round,
        began: span.began().wall,
        ended: span.ended().map(|end| end.wall),
        actual_ms: span.lasted(now),
        pauses: span
            .pauses()
            .iter()
            .map(|pause| PauseRecord {
                from: pause.from.wall,
                to: pause.to.map(|to| to.wall),
            })
            .collect(),
        corrections: span
            .corrections()
            .iter()
            .map(|correction| CorrectionRecord {
                at: correction.at.wall,
                edge: correction.edge,
                by_ms: correction.by,
                reason: correction.reason.clone(),
            })
            .collect(),
        measured_began: measured_began.wall,
        measured_ended: measured_ended.map(|end| end.wall),
        line_ms: measured_began.line,
    }
}

fn speaker_record(session: &Session, person: &Registrant) -> SpeakerRecord {
    let registration = &person.registration;
    SpeakerRecord {
        number: registration.number,
        honorific: registration.honorific.clone(),
        name: registration.name.clone(),
        village: registration.village.clone(),
        phone: registration.phone.clone(),
        address: registration.address.clone(),
        newcomer: person.newcomer,
        within_scope: person.within_scope,
        standing: person.standing,
        refused: person.refused.as_ref().map(|refused| RefusedRecord {
            at: refused.at.wall,
            line_ms: refused.at.line,
            ground: refused.ground.clone(),
            text: session
                .regulation()
                .refusal
                .iter()
                .flat_map(|grounds| &grounds.grounds)
                .find(|ground| ground.id == refused.ground)
                .map_or_else(Text::default, |ground| ground.text.clone()),
            article: refused.article.clone(),
        }),
        subjects: registration.subjects.clone(),
    }
}

fn turn_record(session: &Session, turn: &Turn, now: Stamp) -> TurnRecord {
    TurnRecord {
        id: turn.id.0,
        phase: turn.phase,
        step: turn.step.clone(),
        article: session.regulation().step(&turn.step).map_or_else(
            || crate::regulation::Article(String::new()),
            |step| step.article.clone(),
        ),
        round: turn.round,
        holder: holder_record(session, &turn.holder, turn.called),
        items: turn.items.iter().map(|item| item.0).collect(),
        limit_ms: turn.limit,
        called: turn.called.wall,
        line_ms: turn.called.line,
        span: turn
            .clock
            .as_ref()
            .map(|clock| span_record(clock, turn.round, now)),
        over_ms: turn.left(now).map(|left| -left),
    }
}

fn holder_record(session: &Session, holder: &Holder, at: Stamp) -> HolderRecord {
    match holder {
        Holder::Citizen(number) => {
            let person = session.state().queue.person(*number);
            HolderRecord::Citizen {
                number: *number,
                name: person.map_or_else(String::new, |person| person.registration.name.clone()),
                village: person
                    .map_or_else(String::new, |person| person.registration.village.clone()),
            }
        }
        Holder::Chair => HolderRecord::Chair {
            name: session.chair_at(at).name.clone(),
        },
        Holder::Agency(id) => HolderRecord::Agency {
            id: id.clone(),
            name: session.agency_name(id).to_owned(),
        },
    }
}

fn item_record(session: &Session, item: &Item) -> ItemRecord {
    let state = session.state();
    let opinion_of = |id| {
        session
            .plan()
            .opinions
            .iter()
            .find(|opinion| opinion.id == id)
    };
    let (by, name, village) = match item.by {
        Raiser::Citizen(number) => {
            let registration = state
                .queue
                .person(number)
                .map(|person| &person.registration);
            (
                RaisedBy::Citizen { number },
                registration.map(|known| known.name.clone()),
                registration.map(|known| known.village.clone()),
            )
        }
        Raiser::Collected(opinion) => {
            let known = opinion_of(opinion);
            (
                RaisedBy::Collected { opinion },
                known.map(|known| known.from.clone()),
                known.map(|known| known.village.clone()),
            )
        }
    };
    ItemRecord {
        id: item.id.0,
        by,
        name: name.unwrap_or_default(),
        village: village.unwrap_or_default(),
        text: item.text.clone(),
        topic: item.topic.clone(),
        opinion: item.opinion,
        prepared_answer: item
            .opinion
            .and_then(opinion_of)
            .and_then(|opinion| opinion.prepared_answer.clone()),
        raised: item.raised.wall,
        round: item.round,
        turns: item.turns.iter().map(|turn| turn.0).collect(),
        answered_by: item
            .turns
            .iter()
            .filter_map(|id| state.turn(*id))
            .filter(|turn| turn.phase == Phase::Answer)
            .map(|turn| holder_record(session, &turn.holder, turn.called))
            .collect(),
        answer: item.answer.clone(),
        class: item
            .class
            .as_ref()
            .map(|class| class_record(session, class)),
        classed: item
            .classed
            .iter()
            .map(|(until, class)| ClassedRecord {
                until: until.wall,
                class: class.as_ref().map(|class| class_record(session, class)),
            })
            .collect(),
    }
}

fn class_record(session: &Session, class: &Class) -> ClassRecord {
    match class {
        Class::AnsweredNow => ClassRecord::AnsweredNow,
        Class::VerifyLater { agency, due } => ClassRecord::VerifyLater {
            agency: agency.clone(),
            agency_name: agency.as_ref().map(|id| session.agency_name(id).to_owned()),
            due: due.on,
            under: due
                .under
                .as_ref()
                .and_then(|id| session.regulation().deadline(id))
                .map(|deadline| DueUnder {
                    deadline: deadline.id.clone(),
                    title: deadline.title.clone(),
                    article: deadline.article.clone(),
                }),
        },
        Class::ReportUpward { authority } => ClassRecord::ReportUpward {
            authority: authority.clone(),
        },
    }
}

fn acts_done(session: &Session) -> Vec<ActDone> {
    session
        .history()
        .entries()
        .iter()
        .map(|entry| ActDone {
            seq: entry.record.seq.0,
            at: entry.at.wall,
            events: entry
                .record
                .events
                .iter()
                .map(|event| event.name().to_owned())
                .collect(),
            undone: !entry.in_force,
        })
        .collect()
}
