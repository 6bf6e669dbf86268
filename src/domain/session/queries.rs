//! Answers to plain questions about a session that are asked in more than one place: who presides, on which day it was
//! held, what an agency is called, how long a step is planned, what is proposed for a class.

use chrono::NaiveDate;

use super::Session;
use super::floor::Holder;
use super::item::{Class, Due, Item, ItemId, Raiser};
use super::plan::{AgencyId, Official, Opinion, Registration};
use super::rejection::Rejection;
use super::timing::{SegmentId, Span};
use crate::domain::regulation::{ClassKind, Phase, Step, StepKind};
use crate::domain::time::{Millis, SessionTime};

impl Session {
    /// Whether whoever raises something has had the floor, or the opinion collected was taken up: the hall heard it.
    #[must_use]
    pub fn was_heard(&self, by: Raiser) -> bool {
        match by {
            Raiser::Citizen(number) => {
                let turns = &self.state().turns;
                turns
                    .iter()
                    .any(|turn| turn.holder == Holder::Citizen(number))
            }
            Raiser::Collected(opinion) => self.taken_up(opinion).is_some(),
        }
    }

    /// Who presides now.
    #[must_use]
    pub fn chair(&self) -> &Official {
        self.state()
            .chair_changes
            .last()
            .map_or(&self.plan().chair, |change| &change.by)
    }

    /// Who presided at this point.
    #[must_use]
    pub fn chair_at(&self, at: SessionTime) -> &Official {
        self.state()
            .chair_changes
            .iter()
            .rev()
            .find(|change| change.at.line <= at.line)
            .map_or(&self.plan().chair, |change| &change.by)
    }

    /// The agency assigned to an item: its own, else the one that prepared the answer to the collected opinion it is
    /// linked to.
    #[must_use]
    pub fn assigned<'a>(&'a self, item: &'a Item) -> Option<&'a AgencyId> {
        let prepared = item.opinion.and_then(|id| {
            let opinions = &self.plan().opinions;
            let linked = opinions.iter().find(|opinion| opinion.id == id)?;
            linked.agency.as_ref()
        });
        item.agency
            .as_ref()
            .or(prepared)
            .filter(|id| self.state().agency(id).is_some())
    }

    /// The answer that was prepared on the opinion an item is linked to.
    #[must_use]
    pub fn prepared_answer(&self, item: &Item) -> Option<&str> {
        let id = item.opinion?;
        let opinions = &self.plan().opinions;
        let linked = opinions.iter().find(|opinion| opinion.id == id)?;
        linked.written_answer()
    }

    /// Whether the prepared answer to an item was read out: it was taken up without a speaker in the step of prepared
    /// answers, and the floor was given for it there.
    #[must_use]
    pub fn was_read_out(&self, item: &Item) -> bool {
        let is_collected = matches!(item.by, Raiser::Collected(_));
        let first = item.turns.first().and_then(|id| self.state().turn(*id));
        is_collected
            && self.prepared_answer(item).is_some()
            && first.is_some_and(|turn| {
                turn.phase == Phase::Answer
                    && self
                        .regulation()
                        .step(&turn.step)
                        .is_some_and(|step| step.kind == StepKind::PreparedAnswers)
            })
    }

    /// What was answered to an item: what somebody wrote down or kept as prepared, else the prepared answer where it was
    /// read out.
    #[must_use]
    pub fn answer_to<'a>(&'a self, item: &'a Item) -> Option<&'a str> {
        let written = item.answer.as_deref();
        written.or_else(|| {
            self.prepared_answer(item)
                .filter(|_| self.was_read_out(item))
        })
    }

    /// What an agency is called; its id when nobody named it.
    #[must_use]
    pub fn agency_name<'a>(&'a self, id: &'a AgencyId) -> &'a str {
        self.state().agency(id).map_or(&id.0, |agency| &agency.name)
    }

    /// The day the session was held: the day it ended, until then the last day it was held, and before it began the day it is
    /// planned for. Deadlines that run from the session are counted from it.
    #[must_use]
    pub fn held_on(&self) -> NaiveDate {
        let state = self.state();
        let Some(began) = state.agenda.began() else {
            return self.plan().held.date();
        };
        if let Some(ended) = state.ended() {
            return ended.wall.date_naive();
        }
        let adjourned = state.breaks.iter().filter(|rest| rest.adjourned);
        let went_on = adjourned
            .map(|rest| rest.span.ended().unwrap_or_else(|| rest.span.began()))
            .chain(self.nights_away().map(|away| away.to));
        let last = went_on.max_by_key(|at| at.line).unwrap_or(began);
        last.wall.date_naive()
    }

    /// How long the session has been held at `now`: without the time for which it was adjourned, and without a night in
    /// which the program was away and nobody said that the session went on. `None` before it began.
    #[must_use]
    pub fn held_time(&self, now: SessionTime) -> Option<Millis> {
        let state = self.state();
        let began = state.agenda.began()?;
        let adjourned: Millis = state
            .breaks
            .iter()
            .filter(|rest| rest.adjourned)
            .map(|rest| rest.span.lasted(now))
            .sum();
        let nights: Millis = self
            .nights_away()
            .map(|away| away.to.since(away.from))
            .sum();
        let whole = now.since(began);
        Some(whole.saturating_sub(adjourned).saturating_sub(nights))
    }

    /// Whether the text wants this session held in one sitting.
    #[must_use]
    pub fn is_one_sitting(&self) -> bool {
        let length = self.regulation().length.as_ref();
        length.is_some_and(|length| match &self.plan().mode {
            Some(mode) => length.one_sitting_for.contains(mode),
            None => !length.one_sitting_for.is_empty(),
        })
    }

    /// The minutes planned for a step: the office's setting, else the profile's usual ones.
    #[must_use]
    pub fn planned_minutes(&self, step: &Step) -> u16 {
        self.plan()
            .settings
            .step_minutes
            .get(&step.id)
            .copied()
            .or(step.usual_minutes)
            .unwrap_or_default()
    }

    /// The minutes the whole session may take, where the office or the regulation says.
    #[must_use]
    pub fn allowed_minutes(&self) -> Option<u16> {
        self.plan().settings.allowed_minutes.or_else(|| {
            self.regulation()
                .length
                .as_ref()
                .filter(|length| length.when.hold(&self.plan().occasion()))
                .and_then(|length| length.minutes)
        })
    }

    /// The class with what is known for it already: the agency to verify it and the regulation's deadline, or the authority
    /// named first. What nobody knows stays open.
    #[must_use]
    pub fn proposal(&self, item: ItemId, kind: ClassKind) -> Class {
        let item = self.state().item(item);
        match kind {
            ClassKind::AnsweredNow => Class::AnsweredNow,
            ClassKind::VerifyLater => Class::VerifyLater {
                agency: item.and_then(|item| self.to_verify(item).cloned()),
                due: Due {
                    on: None,
                    under: self
                        .regulation()
                        .deadline_for(kind)
                        .map(|deadline| deadline.id.clone()),
                },
            },
            ClassKind::ReportUpward => Class::ReportUpward {
                authority: self.plan().higher_levels.first().cloned(),
                due: None,
            },
        }
    }

    /// The agency an item falls to when it is verified later: the one assigned, else the one that answered it last, else
    /// the one that leads the preparation, alone or with others, where the plan names it among those present.
    fn to_verify<'a>(&'a self, item: &'a Item) -> Option<&'a AgencyId> {
        let answered = || {
            let turns = self.state().turns.iter().rev();
            turns
                .filter(|turn| turn.phase == Phase::Answer && turn.items.contains(&item.id))
                .find_map(|turn| match &turn.holder {
                    Holder::Agency(id) => Some(id),
                    Holder::Citizen(_) | Holder::Chair => None,
                })
        };
        let leads = || {
            let mut agencies = self.state().agencies.iter();
            agencies
                .find(|agency| self.plan().lead_agency.contains(&agency.name))
                .map(|agency| &agency.id)
        };
        self.assigned(item).or_else(answered).or_else(leads)
    }

    /// The span of a segment.
    ///
    /// # Errors
    /// When there is no such segment, or its clock was never started.
    pub fn span(&self, segment: SegmentId) -> Result<&Span, Rejection> {
        let at = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        let state = self.state();
        match segment {
            SegmentId::Turn(id) => state
                .turn(id)
                .ok_or(Rejection::NoSuchTurn(id))?
                .clock
                .as_ref(),
            SegmentId::Visit(index) => state
                .agenda
                .visits()
                .get(at(index))
                .map(|visit| &visit.span),
            SegmentId::Break(index) => state.breaks.get(at(index)).map(|rest| &rest.span),
        }
        .ok_or(Rejection::NoSuchBreakOrVisit)
    }
}

impl Opinion {
    /// The answer that was prepared, where one was.
    #[must_use]
    pub fn written_answer(&self) -> Option<&str> {
        let answer = self.prepared_answer.as_deref()?;
        (!answer.trim().is_empty()).then_some(answer)
    }
}

impl Official {
    /// The person as they are addressed: *ông Lường Văn Ẩn*.
    #[must_use]
    pub fn called(&self) -> String {
        addressed(&self.honorific, &self.name)
    }
}

impl Registration {
    /// The person as they are called up: *bà Nguyễn Thị Ước*.
    #[must_use]
    pub fn called(&self) -> String {
        addressed(&self.honorific, &self.name)
    }
}

fn addressed(honorific: &str, name: &str) -> String {
    if honorific.is_empty() {
        name.to_owned()
    } else {
        format!("{} {name}", honorific.to_lowercase())
    }
}
