//! Requests on their way to the desk, and answers on their way back: what still has to be handed over. Pure. Handing over twice
//! does no harm, since the desk carries out each id once; what is answered is not handed over again.

use std::collections::BTreeSet;

use crate::domain::request::{Answer, Request, StationKind};
use crate::domain::session::event::RequestId;

/// What a computer that joined asked, until it is answered.
#[derive(Debug, Default)]
pub struct UnansweredRequests {
    waiting: Vec<Request>,
    answered: BTreeSet<RequestId>,
    /// Stored by the engine since it was last reached.
    sent: BTreeSet<RequestId>,
}

impl UnansweredRequests {
    /// A request that lies in the inbox here.
    pub fn asked(&mut self, request: Request) {
        let is_known = self.waiting.iter().any(|known| known.id == request.id);
        if !is_known && !self.answered.contains(&request.id) {
            self.waiting.push(request);
        }
    }

    /// The answer to this request lies in the outbox here; whether it is a new one.
    pub fn answered(&mut self, id: &RequestId) -> bool {
        self.waiting.retain(|asked| asked.id != *id);
        self.answered.insert(id.clone())
    }

    /// The engine is another one, or was away: what is not answered is handed over once more.
    pub fn begin(&mut self) {
        self.sent.clear();
    }

    /// What has to be handed over now, in its order.
    #[must_use]
    pub fn next(&self) -> Option<&Request> {
        self.waiting
            .iter()
            .find(|request| !self.sent.contains(&request.id))
    }

    /// The engine has it.
    pub fn stored(&mut self, id: &RequestId) {
        self.sent.insert(id.clone());
    }
}

/// The requests that a courier brought into the inbox, and the answers that it handed over.
#[derive(Debug, Default)]
pub struct CarriedRequests {
    in_inbox: BTreeSet<RequestId>,
    answers_held: BTreeSet<RequestId>,
    answers: Vec<Answer>,
}

/// Why a request is not brought to the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCarried {
    /// It lies in the inbox already.
    Known,
    /// A station asks in the name of another kind.
    WrongKind,
}

impl CarriedRequests {
    /// A request that lies in the inbox.
    pub fn lies_there(&mut self, id: RequestId) {
        self.in_inbox.insert(id);
    }

    /// Whether a request that came in over the subject of this kind is to be brought into the inbox.
    ///
    /// # Errors
    /// Why it is not.
    pub fn comes(&self, request: &Request, kind: &str) -> Result<(), NotCarried> {
        if self.in_inbox.contains(&request.id) {
            return Err(NotCarried::Known);
        }
        match StationKind::of(&request.station) {
            Some((of, _)) if of.id() == kind => Ok(()),
            Some(_) | None => Err(NotCarried::WrongKind),
        }
    }

    /// An answer of the desk that lies in the outbox.
    pub fn answer(&mut self, answer: Answer) {
        self.answers.push(answer);
    }

    /// The engine is another one, or was away: what it holds is told again.
    pub fn begin(&mut self) {
        self.answers_held.clear();
    }

    /// The engine holds the answer to this request.
    pub fn holds_answer(&mut self, id: &RequestId) {
        self.answers_held.insert(id.clone());
    }

    /// The answer that has to be handed over next.
    #[must_use]
    pub fn next_answer(&self) -> Option<&Answer> {
        self.answers
            .iter()
            .find(|answer| !self.answers_held.contains(&answer.request))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::request::{AnswerWords, RequestOutcome, StationCommand};
    use crate::domain::session::event::{Seq, StationId};

    fn request(id: &str, station: &str) -> Request {
        Request {
            id: RequestId(id.into()),
            station: StationId(station.into()),
            at: "2026-11-25T08:00:00+07:00".parse().unwrap(),
            based_on: Seq(1),
            command: StationCommand::Undo,
        }
    }

    fn answer(id: &str) -> Answer {
        Answer {
            request: RequestId(id.into()),
            at: "2026-11-25T08:00:00+07:00".parse().unwrap(),
            outcome: RequestOutcome::Refused,
            says: AnswerWords::default(),
        }
    }

    #[test]
    fn what_is_not_answered_is_handed_over_again_in_its_order_when_the_engine_comes_back() {
        let mut unanswered = UnansweredRequests::default();
        for id in ["1", "2", "1"] {
            unanswered.asked(request(id, "venue-Bản Lếch"));
        }
        let mut sent = Vec::new();
        while let Some(next) = unanswered.next() {
            sent.push(next.id.0.clone());
            unanswered.stored(&RequestId(sent.last().unwrap().clone()));
        }
        assert_eq!(sent, ["1", "2"]);
        assert!(unanswered.answered(&RequestId("1".into())));
        assert!(!unanswered.answered(&RequestId("1".into())));
        unanswered.begin();
        assert_eq!(unanswered.next().unwrap().id.0, "2");
        unanswered.answered(&RequestId("2".into()));
        unanswered.asked(request("2", "venue-Bản Lếch"));
        assert_eq!(unanswered.next(), None);
    }

    #[test]
    fn a_request_is_brought_once_and_nobody_asks_in_the_name_of_another_kind() {
        let mut carried = CarriedRequests::default();
        let asked = request("1", "registration-2");
        assert_eq!(carried.comes(&asked, "registration"), Ok(()));
        assert_eq!(
            carried.comes(&asked, "secretary"),
            Err(NotCarried::WrongKind)
        );
        assert_eq!(
            carried.comes(&request("2", "desk"), "registration"),
            Err(NotCarried::WrongKind)
        );
        carried.lies_there(asked.id.clone());
        assert_eq!(
            carried.comes(&asked, "registration"),
            Err(NotCarried::Known)
        );
    }

    #[test]
    fn an_answer_that_the_engine_lost_is_handed_over_again() {
        let mut carried = CarriedRequests::default();
        carried.answer(answer("1"));
        carried.answer(answer("2"));
        carried.holds_answer(&RequestId("1".into()));
        assert_eq!(carried.next_answer().unwrap().request.0, "2");
        carried.holds_answer(&RequestId("2".into()));
        assert_eq!(carried.next_answer(), None);
        carried.begin();
        assert_eq!(carried.next_answer().unwrap().request.0, "1");
    }
}
