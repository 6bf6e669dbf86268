//! Who has the floor, or has it next: who, from where, on what, how long still, and who comes after.

use super::Looking;
use crate::domain::regulation::Phase;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::{Item, ItemId, Raiser};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;
use crate::tui::projector::public::Announced;
use crate::tui::projector::scene::{SceneView, TurnView, Upcoming};
use crate::tui::projector::words::TurnMessage;

/// How many of those who wait are named.
const NAMED: usize = 3;

impl Looking<'_> {
    pub(super) fn turn(self, turn: &Turn) -> TurnView {
        let (heading, on) = match &turn.holder {
            Holder::Citizen(number) => (
                self.words.turn[TurnMessage::Numbered].render(&[
                    ("what", self.words.turn.of(turn.phase)),
                    ("number", &number.0),
                ]),
                self.public.registered(*number),
            ),
            Holder::Chair | Holder::Agency(_) => (
                self.answer_heading(&turn.items),
                self.announced(&turn.items),
            ),
        };
        self.of_holder(&turn.holder, heading, &on, 0)
            .with_clock(self.clock_of_turn(turn))
    }

    /// Between two turns: the one that comes next, if there is one.
    pub(super) fn coming(self) -> Option<SceneView> {
        let words = &self.words.turn;
        if let Next::Answer { by, items } = self.session.next() {
            let heading = words[TurnMessage::AnswersNext].render(&[("who", &self.raisers(&items))]);
            let on = self.announced(&items);
            return Some(SceneView::Answer(self.of_holder(&by, heading, &on, 0)));
        }
        let next = self.session.state().queue.waiting().next()?;
        let number = next.registration.number;
        let heading = words[TurnMessage::CalledNext].render(&[("number", &number.0)]);
        let on = self.public.registered(number);
        let holder = Holder::Citizen(number);
        Some(SceneView::Floor(TurnView {
            next_heading: words[TurnMessage::After].to_string(),
            ..self.of_holder(&holder, heading, &on, 1)
        }))
    }

    fn of_holder(
        self,
        holder: &Holder,
        heading: String,
        on: &[Announced<'_>],
        called: usize,
    ) -> TurnView {
        let known = self.public.holder(holder);
        TurnView {
            heading,
            who: known.who,
            from: Some(known.from).filter(|from| !from.is_empty()),
            topic: topics(on),
            on: on
                .iter()
                .map(|announced| announced.text.to_owned())
                .collect(),
            clock: None,
            next_heading: self.words.turn[TurnMessage::Next].to_string(),
            next: self.upcoming(called),
        }
    }

    /// Those who wait, after the first so many.
    fn upcoming(self, after: usize) -> Vec<Upcoming> {
        self.session
            .state()
            .queue
            .waiting()
            .skip(after)
            .take(NAMED)
            .map(|person| self.upcoming_of(person.registration.number))
            .collect()
    }

    fn upcoming_of(self, number: Number) -> Upcoming {
        let known = self.public.citizen(number);
        Upcoming {
            number: number.0.to_string(),
            who: known.who,
            from: known.from,
        }
    }

    fn answer_heading(self, items: &[ItemId]) -> String {
        let words = &self.words.turn;
        let raisers = self.raisers(items);
        let is_collected = self
            .items(items)
            .next()
            .is_some_and(|item| matches!(item.by, Raiser::Collected(_)));
        match (is_collected, raisers.is_empty()) {
            (true, true) => words[TurnMessage::AnswerCollected].to_string(),
            (true, false) => words[TurnMessage::AnswerCollectedFrom].render(&[("from", &raisers)]),
            (false, true) => words.of(Phase::Answer).to_string(),
            (false, false) => words[TurnMessage::AnswerTo].render(&[("who", &raisers)]),
        }
    }

    /// Who raised these items, each once.
    fn raisers(self, items: &[ItemId]) -> String {
        let mut named: Vec<String> = Vec::new();
        for item in self.items(items) {
            let who = self.public.raiser(item.by).who;
            if !who.is_empty() && !named.contains(&who) {
                named.push(who);
            }
        }
        named.join(", ")
    }
}

impl<'a> Looking<'a> {
    fn announced(self, items: &[ItemId]) -> Vec<Announced<'a>> {
        self.items(items)
            .filter_map(|item| self.public.announced(item))
            .collect()
    }

    fn items(self, ids: &[ItemId]) -> impl Iterator<Item = &'a Item> {
        ids.iter()
            .filter_map(move |id| self.session.state().item(*id))
    }
}

impl TurnView {
    fn with_clock(self, clock: crate::tui::projector::scene::ClockView) -> Self {
        Self {
            clock: Some(clock),
            ..self
        }
    }
}

/// What it is about in a word or two, each topic once.
fn topics(on: &[Announced<'_>]) -> Option<String> {
    let mut named: Vec<&str> = Vec::new();
    for topic in on.iter().filter_map(|announced| announced.topic) {
        if !named.contains(&topic) {
            named.push(topic);
        }
    }
    (!named.is_empty()).then(|| named.join(" · "))
}
