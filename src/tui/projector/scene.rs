//! What the wall shows, as data: sentences and figures that are ready to be drawn. There is no place in these types for
//! what is not public, and none for what only the desk needs.

use crate::domain::regulation::ClassKind;

/// One picture for the hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectorView {
    pub title: String,
    /// That everything is made up; on every picture of a rehearsal.
    pub sample: Option<String>,
    /// The clock on the wall, `08:05`.
    pub time: String,
    /// How many items fell into each class; empty until one did.
    pub counts: Vec<Count>,
    pub scene: SceneView,
}

/// How many items fell into a class, with its sign: `✓ 3 trả lời ngay`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    pub class: ClassKind,
    pub text: String,
}

/// What the picture is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SceneView {
    /// There is no session yet.
    Waiting(String),
    Agenda(AgendaView),
    /// A citizen has the floor, or is the next to have it.
    Floor(TurnView),
    /// The chair or an agency answers, or is the next to answer.
    Answer(TurnView),
    Break(BreakView),
    Conclusion(ConclusionView),
    Ended(EndedView),
    Message(String),
    /// Nothing but the title.
    Blank,
}

/// The prescribed order and where the session stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaView {
    /// When and where it begins; until it began.
    pub begins: Option<String>,
    pub present: Option<PresentStep>,
    pub steps: Vec<StepView>,
}

/// The step the session is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentStep {
    /// `Bước 3/6 · Đ8.3`.
    pub heading: String,
    pub title: String,
    /// What is being done in it.
    pub act: Option<String>,
}

/// One step in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepView {
    pub state: StepState,
    pub number: String,
    pub title: String,
    pub article: String,
    pub planned: String,
    /// What it took so far; `None` before it was held.
    pub actual: Option<String>,
}

/// Whether a step is over, present, or still to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Present,
    /// It was held in this round or one before, and will be held again in the next.
    Ongoing,
    Ahead,
    /// Passed over: a later step was held.
    LeftOut,
}

/// Somebody has the floor, or is next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnView {
    /// `Phát biểu · Số 4`.
    pub heading: String,
    pub who: String,
    /// Village or unit; for an agency, who speaks for it.
    pub from: Option<String>,
    /// The matters in a word or two each.
    pub topic: Option<String>,
    /// The matters as they were registered.
    pub on: Vec<String>,
    /// `None` while nobody has the floor.
    pub clock: Option<ClockView>,
    /// Over the list of who comes next.
    pub next_heading: String,
    pub next: Vec<Upcoming>,
}

/// Somebody who is called soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upcoming {
    pub number: String,
    pub who: String,
    pub from: String,
}

/// A running time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockView {
    /// `02:18`, `+00:42`.
    pub figures: String,
    /// What the figures mean, with a sign where it matters: `+ Quá thời gian`.
    pub word: String,
    pub tone: Tone,
    /// How much of the limit is left, in thousandths; `None` without a limit.
    pub left: Option<u16>,
}

/// How pressing a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Calm,
    /// The first mark is passed.
    Warning,
    /// The second mark is passed.
    Last,
    Over,
}

/// A break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakView {
    pub heading: String,
    pub clock: ClockView,
    /// When it goes on, or that it goes on now.
    pub back: Option<String>,
}

/// What was raised, class by class. The pages turn by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConclusionView {
    pub heading: String,
    pub sections: Vec<Section>,
    /// How many times a page was turned; how many pages there are depends on the window.
    pub turned: usize,
}

/// The items of one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub class: ClassKind,
    /// `✓ Trả lời ngay tại hội nghị: 3`.
    pub title: String,
    pub items: Vec<ConclusionItem>,
}

/// An item and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConclusionItem {
    pub text: String,
    /// Who raised it, from where.
    pub by: String,
    /// Who settles it, by when.
    pub direction: Option<String>,
}

/// The session is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EndedView {
    pub heading: String,
    pub thanks: String,
}
