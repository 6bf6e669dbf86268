//! Making the record of a session. Everything is taken from the state, so that an act that was taken back appears in the
//! list of acts and nowhere else.

mod floor;
mod items;
mod times;

use super::{
    ActDone, AttendanceRecord, ChairChangeRecord, Cited, DeviationRecord, Edition, ExpectedRecord,
    NoteRecord, PersonCorrectionRecord, RefusedRecord, RegulationCited, SCHEMA, SessionRecord,
    SpeakerRecord,
};
use crate::domain::regulation::{
    Article, Attending, Choice, DossierList, Length, Occasion, PaperRule, Phase, Regulation, Rule,
    Text, Unregistered,
};
use crate::domain::session::Session;
use crate::domain::session::plan::Plan;
use crate::domain::session::queue::Registrant;
use crate::domain::time::{Millis, SessionTime};
use floor::turn_record;
use items::item_record;
use times::{breaks, clock_sets, interruptions, step_record};

/// With more items than this the minutes are short where the office says nothing.
const MANY_ITEMS: usize = 60;

impl SessionRecord {
    /// The record of a session at this point; a draft unless the session is closed.
    #[must_use]
    pub fn of(session: &Session, now: SessionTime) -> Self {
        let (plan, regulation, state) = (session.plan(), session.regulation(), session.state());
        let ended = state.ended();
        let now = ended.unwrap_or(now);
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
                citation: regulation.cited().clone(),
            },
            level: plan.level,
            layout: plan.layout,
            body: plan.body.clone(),
            superior_body: plan.superior_body.clone(),
            lead_agency: plan.lead_agency.clone(),
            place: plan.place.clone(),
            venues: super::people::venues(session),
            venue_links: super::people::venue_links(session),
            contents: plan.contents.clone(),
            mode: chosen(&regulation.modes, plan.mode.as_ref()),
            form: chosen(&regulation.forms, plan.form.as_ref()),
            planned_begin: plan.held,
            began: began.map(|stamp| stamp.wall),
            ended: ended.map(|stamp| stamp.wall),
            lasted_ms: session.held_time(now).unwrap_or(Millis::ZERO),
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
            breaks: breaks(session, now),
            interruptions: interruptions(session),
            clock_sets: clock_sets(session),
            deviations: deviations(session),
            notes: notes(session),
            conclusion: state.conclusion.clone(),
            acts: acts_done(session),
            edition: Edition::Office {
                mask_names: plan.settings.mask_names,
            },
            length: length(regulation, plan)
                .map(|length| Rule::new(length.article.clone(), length.text.clone())),
            item_table: regulation.rules.item_table.clone(),
            dossier: dossier(regulation, &plan.occasion()),
            papers: papers(regulation, &plan.occasion()),
            participants: participants(regulation, &plan.occasion()),
            deadlines: super::due::uncounted(regulation, &plan.occasion(), &plan.done),
            issued: Vec::new(),
            journal: None,
            signatory: plan.signatory.clone(),
            attendance: attendance(session),
            short_minutes: plan
                .settings
                .short_minutes
                .unwrap_or(state.items.len() > MANY_ITEMS),
            scope_rule: match &regulation.rules.unregistered {
                Unregistered::WithinScope(rule) => Some(rule.article.clone()),
                Unregistered::Silent | Unregistered::Accepted(_) | Unregistered::ByLeave(_) => None,
            },
        }
    }

    /// The record of a session as its last act left it, so that the same session always has the same record.
    #[must_use]
    pub fn as_left(session: &Session) -> Self {
        Self::of(session, session.stamp(session.history().last_moment()))
    }
}

/// How long such a session may last.
fn length<'a>(regulation: &'a Regulation, plan: &Plan) -> Option<&'a Length> {
    let length = regulation.length.as_ref();
    length.filter(|length| length.when.hold(&plan.occasion()))
}

fn attendance(session: &Session) -> AttendanceRecord {
    let recorded = &session.state().attendance;
    AttendanceRecord {
        people: recorded.people,
        expected: session
            .attendees()
            .into_iter()
            .map(|who| ExpectedRecord {
                presence: recorded.presence(&who).cloned(),
                who,
            })
            .collect(),
    }
}

/// The list of the file, with the one place where the file of such a session is kept.
fn dossier(regulation: &Regulation, occasion: &Occasion) -> Option<DossierList> {
    let kept = regulation
        .kept(occasion)
        .map(|(article, text)| Rule::new(article.clone(), text.clone()));
    regulation.dossier.clone().map(|list| DossierList {
        kept,
        kept_by: Vec::new(),
        ..list
    })
}

fn participants(regulation: &Regulation, occasion: &Occasion) -> Vec<Attending> {
    let rules = regulation.participants.iter();
    rules
        .filter(|rule| rule.when.hold(occasion))
        .cloned()
        .collect()
}

fn papers(regulation: &Regulation, occasion: &Occasion) -> Vec<PaperRule> {
    regulation
        .papers
        .iter()
        .filter(|rule| rule.when.hold(occasion))
        .map(|rule| PaperRule {
            to: rule
                .to
                .iter()
                .filter(|addressee| addressee.when.hold(occasion))
                .cloned()
                .collect(),
            ..rule.clone()
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

fn chair_changes(session: &Session) -> Vec<ChairChangeRecord> {
    let deputy = session.regulation().rules.deputy.as_ref();
    session
        .state()
        .chair_changes
        .iter()
        .map(|change| ChairChangeRecord {
            at: change.at.wall,
            line_ms: change.at.line,
            by: change.by.clone(),
            case: deputy.and_then(|rule| chosen(&rule.cases, change.case.as_ref())),
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
            line_ms: note.at.line,
            place: note.place,
            text: note.text.clone(),
            item: note.item.map(|item| item.0),
        })
        .collect()
}

fn speaker_record(session: &Session, person: &Registrant) -> SpeakerRecord {
    let registration = &person.registration;
    SpeakerRecord {
        number: registration.number,
        honorific: registration.honorific.clone(),
        name: registration.name.clone(),
        village: registration.village.clone(),
        venue: session.venue_of(registration.number).map(str::to_owned),
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
        organisation: person.organisation.clone(),
        corrected: person
            .corrected
            .iter()
            .map(|correction| PersonCorrectionRecord {
                at: correction.at.wall,
                was: correction.was.clone(),
            })
            .collect(),
        not_raised: person.not_yet_raised().cloned().collect(),
        set_aside: person.set_aside.as_ref().map(|aside| aside.why.clone()),
        by_leave: by_leave(session, person),
    }
}

/// Where the chair's leave stands under which somebody spoke who came once the speeches had begun.
fn by_leave(session: &Session, person: &Registrant) -> Option<Article> {
    let Unregistered::ByLeave(rule) = &session.regulation().rules.unregistered else {
        return None;
    };
    let mut turns = session.state().turns.iter();
    let first = turns.find(|turn| turn.phase == Phase::Speech)?;
    person
        .came
        .filter(|came| came.line > first.called.line)
        .map(|_| rule.article.clone())
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
