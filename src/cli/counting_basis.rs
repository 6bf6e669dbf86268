//! What the days of many sessions are counted on: the calendar, and every accompanying law, of which each session takes its
//! own.

use std::cell::{OnceCell, RefCell};

use chrono::NaiveDate;

use super::basis::Loaded;
use super::{RunPlace, cli_words};
use crate::domain::deadlines::Basis;
use crate::domain::deadlines::explain::Explainer;
use crate::domain::follow_up::{self, LedgerState, Overview, SessionPromises};
use crate::domain::record::SessionRecord;
use crate::domain::regulation::{Regulation, RegulationId};
use crate::store::sessions::follow_up::FollowedSession;

/// What counting needs: the calendar, and every accompanying law, of which each session takes its own.
pub(super) struct CountingBasis {
    place: RunPlace,
    /// Read when the first day is counted; where nothing was held yet, nobody waits for it.
    loaded: OnceCell<Loaded>,
    /// By the laws that run beside a session.
    known: RefCell<Vec<(Vec<RegulationId>, Basis)>>,
}

impl CountingBasis {
    pub(super) fn of(place: &RunPlace) -> Self {
        Self {
            place: place.clone(),
            loaded: OnceCell::new(),
            known: RefCell::default(),
        }
    }

    fn loaded(&self) -> &Loaded {
        self.loaded
            .get_or_init(|| Loaded::with_all_laws(&self.place))
    }

    pub(super) fn warn(&self) {
        super::basis::warn(&self.place, self.loaded(), &cli_words(self.place.lang));
    }

    /// What the days of a session are counted on.
    pub(super) fn basis(&self, promises: &SessionPromises) -> Basis {
        let occasion = promises.occasion();
        let runs = |law: &&Regulation| match &promises.laws {
            Some(chosen) => chosen.contains(&law.id),
            None => law.binds(&occasion),
        };
        let laws: Vec<&Regulation> = self.loaded().basis.laws.iter().filter(runs).collect();
        let ids: Vec<RegulationId> = laws.iter().map(|law| law.id.clone()).collect();
        let mut known = self.known.borrow_mut();
        if let Some((_, basis)) = known.iter().find(|(known, _)| *known == ids) {
            return basis.clone();
        }
        let basis =
            Basis::of(self.loaded().basis.calendar.clone()).with_laws(laws.into_iter().cloned());
        known.push((ids, basis.clone()));
        basis
    }

    /// The record with its days counted: from the notice too, where that was issued.
    pub(super) fn with_deadlines(
        &self,
        record: SessionRecord,
        regulation: &Regulation,
        promises: &SessionPromises,
        ledger: &LedgerState,
        explainer: &Explainer,
    ) -> SessionRecord {
        let basis = self.basis(promises);
        let notice = ledger.notice.as_ref().map(|notice| notice.letter.on);
        let due = basis.due_dates(regulation, &promises.dates(notice));
        let sources: Vec<&Regulation> = basis.sources(regulation).collect();
        record.with_deadlines(&due, &sources, explainer)
    }

    pub(super) fn overview(
        &self,
        session: &FollowedSession,
        today: NaiveDate,
        window: u16,
    ) -> Overview {
        follow_up::overview(
            &session.promises,
            session.ledger.state(),
            &self.basis(&session.promises),
            today,
            window,
        )
    }
}
