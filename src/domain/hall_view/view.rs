//! Chooses the picture and takes from the session what belongs on it.
//!
//! What the aide pinned comes first, then her message, then a break; otherwise what is happening decides: the end, whoever
//! has the floor, the conclusion, who is called next, the agenda.

mod agenda;
mod conclusion;
mod time;
mod turn;

use super::public::Public;
use super::scene::{BreakView, Count, EndedView, ProjectorView, SceneView};
use super::words::{BreakMessage, EndedMessage, HallMessage, HallWords};
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::regulation::{ClassKind, Phase, StepKind};
use crate::domain::session::Session;
use crate::domain::session::item::{Class, Item};
use crate::domain::session::scene::Scene;
use crate::domain::session::timing::Break;
use crate::domain::time::SessionTime;

/// What the hall sees of a session at this point of its time.
#[must_use]
pub fn view(session: &Session, now: SessionTime, words: &HallWords, lang: Lang) -> ProjectorView {
    let looking = Looking {
        public: Public { session },
        session,
        now,
        words,
        lang,
    };
    ProjectorView {
        title: session.plan().title.clone(),
        sample: session
            .plan()
            .fictional
            .then(|| words.general[HallMessage::Sample].to_string()),
        time: format::time(now.wall),
        agenda: (session.state().scene != Some(Scene::Dark)).then(|| looking.agenda_line()),
        counts: looking.counts(),
        scene: looking.scene(),
    }
}

impl ProjectorView {
    /// What is on the screen of the hall until there is a session of this name, and how its window is left.
    #[must_use]
    pub fn waiting_for(name: &str, words: &HallWords) -> Self {
        Self::without_session(words.general[HallMessage::Waiting].render(&[("name", &name)]))
    }

    /// The same where nobody sits at a keyboard.
    #[must_use]
    pub fn awaiting(name: &str, words: &HallWords) -> Self {
        Self::without_session(words.general[HallMessage::Awaited].render(&[("name", &name)]))
    }

    fn without_session(text: String) -> Self {
        Self {
            title: String::new(),
            sample: None,
            time: String::new(),
            agenda: None,
            counts: Vec::new(),
            scene: SceneView::Waiting(text),
        }
    }
}

/// A look at a session: what every picture is made from.
#[derive(Clone, Copy)]
struct Looking<'a> {
    public: Public<'a>,
    session: &'a Session,
    now: SessionTime,
    words: &'a HallWords,
    lang: Lang,
}

impl<'a> Looking<'a> {
    fn scene(self) -> SceneView {
        let state = self.session.state();
        match state.scene {
            Some(Scene::Blank) => return SceneView::Blank,
            Some(Scene::Dark) => return SceneView::Dark,
            Some(Scene::Agenda) => return SceneView::Agenda(self.agenda_view(true)),
            Some(Scene::Conclusion(class)) => {
                let classes = class.map_or(ClassKind::ALL.to_vec(), |class| vec![class]);
                return SceneView::Conclusion(self.conclusion(&classes));
            }
            Some(Scene::Floor) => {
                if let Some(scene) = self.floor() {
                    return scene;
                }
            }
            None => {}
        }
        if let Some(message) = &state.message {
            return SceneView::Message(message.clone());
        }
        if let Some(rest) = state.present_break() {
            return SceneView::Break(self.rest(rest));
        }
        if state.closed.is_some() {
            return SceneView::Ended(self.ended());
        }
        let kind = self.session.present_step().map(|step| &step.kind);
        match kind {
            _ if state.floor().is_some() => self.floor(),
            Some(StepKind::Dialogue(_)) => self.floor(),
            Some(StepKind::Conclusion) if state.items.iter().any(|item| item.class.is_some()) => {
                Some(SceneView::Conclusion(self.conclusion(&self.classes_read())))
            }
            Some(
                StepKind::Conclusion
                | StepKind::Opening
                | StepKind::Announcement
                | StepKind::PreparedAnswers
                | StepKind::Other,
            )
            | None => None,
        }
        .unwrap_or_else(|| self.agenda())
    }

    /// Who has the floor, or who comes next; `None` when nobody does.
    fn floor(self) -> Option<SceneView> {
        match self.session.state().floor() {
            Some(turn) if turn.phase == Phase::Answer => Some(SceneView::Answer(self.turn(turn))),
            Some(turn) => Some(SceneView::Floor(self.turn(turn))),
            None => self.coming(),
        }
    }

    fn agenda(self) -> SceneView {
        SceneView::Agenda(self.agenda_view(false))
    }

    fn rest(self, rest: &Break) -> BreakView {
        let words = &self.words.rest;
        let back = rest.planned.map(|planned| {
            let end = rest
                .span
                .began()
                .shifted(i64::try_from(planned.0).unwrap_or(0));
            if end.line < self.now.line {
                words[BreakMessage::Over].to_string()
            } else {
                words[BreakMessage::Back].render(&[("time", &format::time(end.wall))])
            }
        });
        let waiting = self.session.state().queue.waiting().count();
        let waiting =
            (waiting > 0).then(|| words[BreakMessage::Waiting].render(&[("count", &waiting)]));
        if rest.adjourned {
            return BreakView {
                heading: words[BreakMessage::Adjourned].to_string(),
                clock: None,
                back: Some(words[BreakMessage::GoesOn].to_string()),
                waiting,
            };
        }
        BreakView {
            heading: words[BreakMessage::Heading].to_string(),
            clock: Some(self.clock_of_break(rest)),
            back,
            waiting,
        }
    }

    fn ended(self) -> EndedView {
        let ended = self.session.state().ended().unwrap_or(self.now);
        EndedView {
            heading: self.words.ended[EndedMessage::Heading]
                .render(&[("time", &format::time(ended.wall))]),
            thanks: self.words.ended[EndedMessage::Thanks].to_string(),
        }
    }

    fn counts(self) -> Vec<Count> {
        if self
            .session
            .state()
            .items
            .iter()
            .all(|item| item.class.is_none())
        {
            return Vec::new();
        }
        ClassKind::ALL
            .map(|class| Count {
                class,
                text: self
                    .words
                    .counts
                    .of(class)
                    .render(&[("count", &self.items_of(class).count())]),
            })
            .to_vec()
    }

    fn items_of(self, class: ClassKind) -> impl Iterator<Item = &'a Item> {
        self.session
            .state()
            .items
            .iter()
            .filter(move |item| item.class.as_ref().map(Class::kind) == Some(class))
    }
}
