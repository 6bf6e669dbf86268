//! What the hall is shown, as data: sentences and figures that are ready to be drawn. There is no place in these types for
//! what is not public, and none for what only the desk needs.

use serde::{Deserialize, Serialize};

use crate::domain::regulation::ClassKind;

/// One picture for the hall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectorView {
    pub title: String,
    /// That everything is made up; on every picture of a rehearsal.
    pub sample: Option<String>,
    /// The time of day, `08:05`.
    pub time: String,
    /// Where the session stands in the prescribed order; `None` only where nothing at all is to be seen, or while there
    /// is no session.
    pub agenda: Option<AgendaLine>,
    /// How many items fell into each class; empty until one did.
    pub counts: Vec<Count>,
    pub scene: SceneView,
}

impl SceneView {
    /// The clock of a picture that has one.
    pub(super) fn clock_mut(&mut self) -> Option<&mut ClockView> {
        match self {
            Self::Floor(turn) | Self::Answer(turn) => turn.clock.as_mut(),
            Self::Break(rest) => rest.clock.as_mut(),
            Self::Waiting(_)
            | Self::Agenda(_)
            | Self::Conclusion(_)
            | Self::Ended(_)
            | Self::Message(_)
            | Self::Blank
            | Self::Dark => None,
        }
    }
}

impl ProjectorView {
    /// The same without what counts on by itself, to see whether anything else changed.
    #[must_use]
    pub fn without_figures(&self) -> Self {
        let mut view = self.clone();
        if let Some(clock) = view
            .scene
            .clock_mut()
            .filter(|clock| clock.counting.is_some())
        {
            clock.figures.clear();
            clock.left = None;
        }
        view
    }
}

/// Where the session stands, in one line that is part of every picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaLine {
    /// `3/6`; empty before the session began and after it ended.
    pub place: String,
    /// The present step, or when it begins, or that it has ended: in all its words, and in fewer.
    pub titles: Vec<String>,
    /// All steps in their order.
    pub steps: Vec<StepState>,
}

/// How many items fell into a class, with its sign: `✓ 3 trả lời ngay`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub class: ClassKind,
    pub text: String,
}

/// What the picture is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SceneView {
    /// There is no session yet.
    Waiting(String),
    Agenda(AgendaView),
    /// A citizen has the floor, or is the next to have it.
    Floor(TurnView),
    /// The chair or an agency answers, is the next to answer, or has just answered.
    Answer(TurnView),
    Break(BreakView),
    Conclusion(ConclusionView),
    Ended(EndedView),
    Message(String),
    /// The title, and where the session stands.
    Blank,
    /// Nothing at all.
    Dark,
}

/// The prescribed order and where the session stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaView {
    /// The whole order is asked for, and not only the present step.
    pub whole: bool,
    /// When it begins; until it began.
    pub begins: Option<String>,
    pub present: Option<PresentStep>,
    pub steps: Vec<StepView>,
}

/// The step the session is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresentStep {
    pub title: String,
    /// What is being done in it.
    pub act: Option<String>,
}

/// One step in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    pub state: StepState,
    pub number: String,
    pub title: String,
    /// The title in a few words.
    pub name: String,
}

/// Whether a step is over, present, or still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepState {
    Done,
    Present,
    /// It was held in this round or one before, and will be held again in the next.
    Ongoing,
    Ahead,
    /// Passed over: a later step was held.
    LeftOut,
}

/// Somebody has the floor, is next, or has just answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnView {
    /// What is being done, where the line of the agenda does not say it: `Tiếp theo: số 5`, `Trao đổi thêm`.
    pub heading: Option<String>,
    pub who: String,
    /// What stands under the name, the most important first: village or unit, whom it answers, the matters in a word or
    /// two each.
    pub under: Vec<String>,
    /// The matters as they were registered.
    pub on: Vec<String>,
    /// `None` while nobody has the floor.
    pub clock: Option<ClockView>,
    /// What comes next, when that is settled, in the most words and in fewer: `Tiếp: số 5, ông Lường Văn Ẩn`, `Tiếp: số 5`.
    pub then: Vec<String>,
    /// Those who are called after this one; only while this one is next.
    pub next: Vec<Upcoming>,
}

/// Somebody who is called soon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upcoming {
    pub number: String,
    pub who: String,
    pub from: String,
}

/// A running time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockView {
    /// `02:18`, `+00:42`.
    pub figures: String,
    /// What the figures mean, with a sign where it matters: `+ quá giờ`.
    pub word: String,
    /// `trong 4′30″`; `None` without a limit.
    pub limit: Option<String>,
    pub tone: Urgency,
    /// How much of the limit is left, in thousandths; `None` without a limit.
    pub left: Option<u16>,
    /// `None` while it stands.
    pub counting: Option<ClockCounting>,
}

/// How figures go on by themselves, for whoever shows them without looking again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockCounting {
    /// The point of the session's time, in milliseconds, at which nothing is left or from which on is counted.
    pub zero: i64,
    /// The limit in milliseconds; without one it is counted upward.
    pub limit: Option<u64>,
}

/// How pressing a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Urgency {
    Calm,
    /// The first mark is passed.
    Warning,
    /// The second mark is passed.
    Last,
    Over,
}

/// A break, or the time between two days of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreakView {
    pub heading: String,
    /// `None` while the session is adjourned: nobody waits for its end in the hall.
    pub clock: Option<ClockView>,
    /// When it goes on, or that it goes on now.
    pub back: Option<String>,
    /// How many still wait to speak.
    pub waiting: Option<String>,
}

/// What was raised, class by class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConclusionView {
    /// `trang {number}/{count}`, to be filled by whoever knows the pages.
    pub page: String,
    pub sections: Vec<Section>,
    /// The number of the item whose page is shown; the first page without one. How many items a page holds depends on
    /// the window.
    pub from: Option<u32>,
}

/// The items of one class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub class: ClassKind,
    /// `✓ Trả lời ngay: 3`.
    pub title: String,
    pub items: Vec<ConclusionItem>,
}

/// An item and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConclusionItem {
    pub number: u32,
    pub text: String,
    /// The matter in a word or two, as it was announced.
    pub subject: Option<String>,
    /// Who raised it, from where.
    pub by: String,
    /// Who settles it, by when.
    pub direction: Option<String>,
}

/// The session is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedView {
    pub heading: String,
    pub thanks: String,
}
