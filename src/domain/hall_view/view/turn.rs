//! Who has the floor, or has it next: who, from where, on what, how long still, and what comes after.

use super::Looking;
use crate::domain::hall_view::public::Announced;
use crate::domain::hall_view::scene::{SceneView, TurnView, Upcoming};
use crate::domain::hall_view::words::TurnMessage;
use crate::domain::regulation::{Phase, StepKind};
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::{Item, ItemId, Raiser};
use crate::domain::session::next::Next;
use crate::domain::session::plan::Number;

/// How many of those who wait are named.
const NAMED: usize = 3;

impl Looking<'_> {
    /// Whoever has the floor.
    pub(super) fn turn(self, turn: &Turn) -> TurnView {
        let mut view = self.of_turn(turn);
        view.heading = self.heading(turn);
        view.clock = Some(self.clock_of_turn(turn));
        view
    }

    fn of_turn(self, turn: &Turn) -> TurnView {
        let (on, answers) = match &turn.holder {
            Holder::Citizen(number) => (self.public.registered(*number), None),
            Holder::Chair | Holder::Agency(_) => {
                (self.announced(&turn.items), self.answers(&turn.items))
            }
        };
        TurnView {
            then: self.then(),
            ..self.of_holder(&turn.holder, answers, &on)
        }
    }

    /// What is being done, where neither the step nor the line under the name says it.
    fn heading(self, turn: &Turn) -> Option<String> {
        let words = &self.words.turn;
        let says_so = self
            .session
            .present_step()
            .is_some_and(|step| step.kind == StepKind::Dialogue(vec![turn.phase]));
        match turn.phase {
            _ if says_so => None,
            Phase::Speech | Phase::Exchange => Some(words.of(turn.phase).to_string()),
            Phase::Answer => self
                .answers(&turn.items)
                .is_none()
                .then(|| words.of(Phase::Answer).to_string()),
        }
    }

    /// Between two turns: the one that comes next, if there is one. Nobody else is called while something of the one
    /// who spoke is still to be answered or has no class.
    pub(super) fn coming(self) -> Option<SceneView> {
        let words = &self.words.turn;
        match self.session.next() {
            Next::Answer { by, items } => {
                let on = self.announced(&items);
                let view = self.of_holder(&by, self.answers(&items), &on);
                Some(SceneView::Answer(TurnView {
                    heading: Some(words[TurnMessage::AnswersNext].to_string()),
                    ..view
                }))
            }
            Next::Class(item) => {
                let turns = &self.session.state().turns;
                let about =
                    |turn: &&Turn| turn.phase == Phase::Answer && turn.items.contains(&item);
                let turn = turns.iter().rfind(about).or_else(|| turns.last())?;
                Some(SceneView::Answer(TurnView {
                    heading: Some(words[TurnMessage::Answered].to_string()),
                    ..self.of_turn(turn)
                }))
            }
            Next::Call(number) => {
                let on = self.public.registered(number);
                let view = self.of_holder(&Holder::Citizen(number), None, &on);
                Some(SceneView::Floor(TurnView {
                    heading: Some(words[TurnMessage::CalledNext].render(&[("number", &number.0)])),
                    next: self.upcoming(number),
                    ..view
                }))
            }
            Next::EnterStep(_)
            | Next::ChooseStep
            | Next::Tick(_)
            | Next::StartClock
            | Next::ResumeClock
            | Next::EndFloor
            | Next::ReadPrepared(_)
            | Next::Exchange(_)
            | Next::HoldSpeeches
            | Next::EndBreak
            | Next::Close
            | Next::Nothing => None,
        }
    }

    fn of_holder(self, holder: &Holder, answers: Option<String>, on: &[Announced<'_>]) -> TurnView {
        let known = self.public.holder(holder);
        let from = Some(known.from.clone()).filter(|from| !from.is_empty());
        let topic = topics(on);
        let under = if answers.is_some() {
            [answers, topic, from]
        } else {
            [from, topic, None]
        };
        TurnView {
            heading: None,
            who: known.who(),
            under: under.into_iter().flatten().collect(),
            on: on
                .iter()
                .map(|announced| announced.text.to_owned())
                .collect(),
            clock: None,
            then: Vec::new(),
            next: Vec::new(),
        }
    }

    /// What comes after the present turn, as far as the order settles it: in the most words, and in fewer.
    fn then(self) -> Vec<String> {
        let words = &self.words.turn;
        match self.session.next_after_turn() {
            Some(Next::Call(number)) => {
                let who = self.public.citizen(number).within();
                let called: [(&str, &dyn std::fmt::Display); 2] =
                    [("number", &number.0), ("who", &who)];
                vec![
                    words[TurnMessage::ThenCitizen].render(&called),
                    words[TurnMessage::ThenNumber].render(&called),
                ]
            }
            Some(Next::Answer { by, .. }) => {
                let who = self.public.holder(&by).within();
                vec![words[TurnMessage::ThenAnswer].render(&[("who", &who)])]
            }
            Some(Next::EnterStep(id)) => {
                let step = self.session.regulation().step(&id);
                let title = step.map_or("", |step| step.title.in_lang(self.lang));
                vec![words[TurnMessage::ThenStep].render(&[("step", &title)])]
            }
            Some(
                Next::ChooseStep
                | Next::Tick(_)
                | Next::StartClock
                | Next::ResumeClock
                | Next::EndFloor
                | Next::ReadPrepared(_)
                | Next::Class(_)
                | Next::Exchange(_)
                | Next::HoldSpeeches
                | Next::EndBreak
                | Next::Close
                | Next::Nothing,
            )
            | None => Vec::new(),
        }
    }

    /// Those who wait, after this one.
    fn upcoming(self, after: Number) -> Vec<Upcoming> {
        self.session
            .state()
            .queue
            .waiting()
            .map(|person| person.registration.number)
            .filter(|number| *number != after)
            .take(NAMED)
            .map(|number| {
                let known = self.public.citizen(number);
                Upcoming {
                    number: number.0.to_string(),
                    who: known.within(),
                    from: known.from,
                }
            })
            .collect()
    }

    /// Whom it answers, as a line under the name.
    fn answers(self, items: &[ItemId]) -> Option<String> {
        let words = &self.words.turn;
        let raisers = self.raisers(items);
        let first = self.items(items).next()?;
        Some(match (&first.by, raisers.is_empty()) {
            (Raiser::Collected(_), true) => words[TurnMessage::AnswerCollected].to_string(),
            (Raiser::Collected(_), false) => {
                words[TurnMessage::AnswerCollectedFrom].render(&[("from", &raisers)])
            }
            (Raiser::Citizen(_), true) => return None,
            (Raiser::Citizen(_), false) => {
                words[TurnMessage::AnswerTo].render(&[("who", &raisers)])
            }
        })
    }

    /// Who raised these items, each once.
    fn raisers(self, items: &[ItemId]) -> String {
        let mut named: Vec<String> = Vec::new();
        for item in self.items(items) {
            let who = self.public.raiser(item.by).within();
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
