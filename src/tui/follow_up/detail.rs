//! What is known of the selected row, line by line: the item, its day and how that was counted, what was said and done.

use super::{FollowUpScreen, FollowedCase, OwedLine, OwedSubject};
use crate::domain::follow_up::words::FollowUpMessage;
use crate::domain::follow_up::{DutyStanding, PromiseStanding};
use crate::domain::format;
use crate::tui::follow_up::words::FollowUpScreenMessage;

impl FollowUpScreen {
    /// The lines; the first is the heading.
    pub(super) fn detail(&self, row: &OwedLine) -> Vec<String> {
        let Some(case) = self.cases.get(row.key.session) else {
            return Vec::new();
        };
        match &row.key.subject {
            OwedSubject::Promise(item) => {
                let mut promises = case.overview.promises.iter();
                let found = promises.find(|promise| promise.item.id == *item);
                found.map_or_else(Vec::new, |promise| self.promise_detail(case, promise))
            }
            OwedSubject::Duty(duty) => {
                let mut duties = case.overview.duties.iter();
                let found = duties.find(|standing| standing.duty == *duty);
                found.map_or_else(Vec::new, |standing| self.duty_detail(case, row, standing))
            }
        }
    }

    fn promise_detail(&self, case: &FollowedCase, promise: &PromiseStanding) -> Vec<String> {
        let (words, teller) = (&self.words, &self.teller);
        let item = &promise.item;
        let person = match item.from() {
            None => item.person(),
            Some(village) => teller.words[FollowUpMessage::PromiseOf]
                .render(&[("person", &item.person()), ("village", &village)]),
        };
        let mut lines = vec![
            words[FollowUpScreenMessage::DetailItem]
                .render(&[("item", &item.id), ("person", &person)]),
            item.text.clone(),
        ];
        let agency = promise.agency.as_deref();
        let agency = agency.unwrap_or(teller.words[FollowUpMessage::NoAgency].as_str());
        lines.push(format!(
            "{} · {}",
            words[FollowUpScreenMessage::DetailAgency].render(&[("agency", &agency)]),
            words[FollowUpScreenMessage::DetailClass]
                .render(&[("class", &teller.class(Some(promise.class)))]),
        ));
        let due = promise.due.day.map_or_else(|| "–".to_owned(), format::date);
        lines.push(words[FollowUpScreenMessage::DetailDue].render(&[
            ("due", &due),
            ("state", &teller.promise_state(promise.state)),
        ]));
        lines.extend(
            promise
                .due
                .remarks
                .iter()
                .map(|remark| teller.remark(remark)),
        );
        if let Some(counted) = promise
            .due
            .counted
            .as_ref()
            .filter(|_| !promise.state.is_done())
        {
            lines.extend(self.counting.lines(counted));
        }
        if let Some(said) = &item.answer {
            lines.push(words[FollowUpScreenMessage::DetailSaid].render(&[("text", said)]));
        }
        if let Some(answer) = promise
            .progress
            .answer()
            .and_then(|answer| answer.text.as_ref())
        {
            lines.push(words[FollowUpScreenMessage::DetailAnswer].render(&[("text", answer)]));
        }
        lines.extend(self.history(case, item.id));
        lines.push(self.session_line(case));
        lines
    }

    fn duty_detail(
        &self,
        case: &FollowedCase,
        row: &OwedLine,
        standing: &DutyStanding,
    ) -> Vec<String> {
        let words = &self.words;
        let day = standing.day.map_or_else(|| "–".to_owned(), format::date);
        let mut lines = vec![
            row.what.clone(),
            words[FollowUpScreenMessage::DetailDue]
                .render(&[("due", &day), ("state", &row.state_text)]),
        ];
        if let Some(reason) = &standing.extended {
            let remark = &self.teller.words[FollowUpMessage::RemarkExtended];
            lines.push(remark.render(&[("reason", reason)]));
        }
        lines.extend(self.counting.lines(&standing.due));
        if standing.kind == Some(crate::domain::regulation::DeadlineKind::ConclusionNotice) {
            lines.push(case.ledger.state().notice.as_ref().map_or_else(
                || words[FollowUpScreenMessage::DetailNoNotice].to_string(),
                |notice| {
                    words[FollowUpScreenMessage::DetailNotice]
                        .render(&[("letter", &self.teller.letter(&notice.letter))])
                },
            ));
        }
        lines.push(self.session_line(case));
        lines
    }

    fn session_line(&self, case: &FollowedCase) -> String {
        self.words[FollowUpScreenMessage::DetailSession].render(&[
            ("date", &format::date(case.promises.held)),
            ("title", &case.promises.title),
        ])
    }

    fn history(&self, case: &FollowedCase, item: u32) -> Vec<String> {
        let acts = case.ledger.about(item).map(|(entry, event)| {
            let act = self.teller.act(event, &|duty| duty.id.0.clone());
            self.words[FollowUpScreenMessage::DetailHistory].render(&[
                ("date", &format::date(entry.at.wall.date_naive())),
                ("act", &act),
            ])
        });
        acts.collect()
    }
}
