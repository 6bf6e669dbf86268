//! The card of the item that the class keys are about: its text, what each of the three keys would do, and the prepared
//! answer. It stands under the clock, tied to the item it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::{self, FrameWeight};
use super::paragraph::{self, ParagraphSection, Weight};
use crate::domain::i18n::Message;
use crate::domain::regulation::ClassKind;
use crate::domain::session::Session;
use crate::domain::session::item::Class;
use crate::domain::text;
use crate::tui::desk::action::Action;
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::selection::Question;
use crate::tui::desk::words::ClassMessage;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, phrases};
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// What the card shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardView {
    pub head: String,
    /// The item has a class already.
    pub changes: bool,
    pub text: String,
    pub by: String,
    /// Key, sign and name of each class, and what it brings with it.
    pub choices: Vec<(String, ClassKind, String, String)>,
    /// A heading, and the prepared answer.
    pub prepared: Option<(String, String)>,
    /// What is asked after this.
    pub then: Option<String>,
    /// How far the prepared answer is scrolled, and the sign that there is more of it.
    pub scrolled: usize,
    pub more: Message,
}

impl CardView {
    /// What each key would do, in a line each.
    pub fn in_lines(&self) -> impl Iterator<Item = (ClassKind, String)> {
        self.choices.iter().map(|(key, kind, name, brings)| {
            let sign = phrases::class_sign(Some(*kind));
            (*kind, format!("[{key}] {sign} {name} · {brings}"))
        })
    }
}

/// The card's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, question: Question) -> Option<CardView> {
    let words = &desk.words;
    let item = session.state().item(question.item)?;
    let class = item.class.as_ref();
    let number = phrases::chip(question.item);
    let head = match class {
        Some(class) => words.flow[FlowMessage::CardChanges].render(&[
            ("item", &number),
            ("class", &phrases::class_sign(Some(class.kind()))),
        ]),
        None => words.flow[FlowMessage::CardAsks].render(&[("item", &number)]),
    };
    let prepared = session.prepared_answer(item);
    let following = session
        .state()
        .items
        .iter()
        .find(|other| other.answered && other.class.is_none() && other.id != question.item);
    Some(CardView {
        head,
        changes: class.is_some(),
        text: phrases::item_text(session, question.item, words),
        by: format!(
            "{}, {}",
            phrases::raiser_name(session, item.by),
            phrases::raiser_mark(item.by, words)
        ),
        choices: choices(session, desk, question, prepared.is_some()),
        prepared: prepared.map(|answer| {
            (
                words.panes[PaneMessage::Prepared].to_string(),
                answer.to_owned(),
            )
        }),
        then: following
            .map(|item| words.flow[FlowMessage::CardThen].render(&[("item", &item.id.0)])),
        scrolled: desk.selection.scrolled(),
        more: words.flow[FlowMessage::MoreRows].clone(),
    })
}

/// The three class keys, each with what it brings.
fn choices(
    session: &Session,
    desk: &Desk,
    question: Question,
    is_prepared: bool,
) -> Vec<(String, ClassKind, String, String)> {
    let words = &desk.words;
    let key = |action: Action| key_for(Mode::Desk, action).map_or_else(String::new, Key::name);
    vec![
        (
            key(Action::ClassNow),
            ClassKind::AnsweredNow,
            words.classes[ClassMessage::AnsweredNow].to_string(),
            if is_prepared {
                words.flow[FlowMessage::CardNowPrepared].to_string()
            } else {
                words.flow[FlowMessage::CardNow].to_string()
            },
        ),
        (
            key(Action::ClassLater),
            ClassKind::VerifyLater,
            words.classes[ClassMessage::VerifyLater].to_string(),
            later_in_words(session, desk, question),
        ),
        (
            key(Action::ClassUpward),
            ClassKind::ReportUpward,
            words.classes[ClassMessage::ReportUpward].to_string(),
            words.flow[FlowMessage::CardUpward].to_string(),
        ),
    ]
}

/// What class 2 would record, without a look at the form.
fn later_in_words(session: &Session, desk: &Desk, question: Question) -> String {
    let words = &desk.words;
    let proposed = session.proposal(question.item, ClassKind::VerifyLater);
    let Class::VerifyLater { agency, .. } = proposed else {
        return String::new();
    };
    let agency = agency.map_or_else(
        || words.panes[PaneMessage::NoAgency].to_string(),
        |id| session.agency_name(&id).to_owned(),
    );
    let due = session.due_later(&desk.basis);
    let told = phrases::with_latest_day(
        phrases::due_in_words(session, &due, words, desk.lang),
        session.latest_day(&due, &desk.basis),
        words,
    );
    format!("{agency} · {told}")
}

/// Draws the card from the top of an area, as high as its content, and returns where it stands.
pub fn draw(view: &CardView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Rect {
    let inner_width = usize::from(area.width.saturating_sub(4)).max(1);
    let rows_of = |text: &str| text::wrap(text, inner_width).len();
    let beside_width = inner_width.saturating_sub(4).max(1);
    let choices = view
        .choices
        .iter()
        .map(|(_, _, _, brings)| 1 + text::wrap(brings, beside_width).len().max(1));
    let mut needed = 2 + rows_of(&view.text) + rows_of(&view.by) + choices.sum::<usize>();
    if let Some((_, answer)) = &view.prepared {
        needed += 1 + rows_of(answer);
    }
    needed += usize::from(view.then.is_some());
    // Blank rows between the parts, while there is room for all of them.
    let room = usize::from(area.height);
    let spaced = needed + 2 <= room;
    let height = if spaced { needed + 2 } else { needed }.min(room);
    let frame = Rect {
        height: u16::try_from(height).unwrap_or(area.height),
        ..area
    };
    let head = if view.changes {
        theme.warning()
    } else {
        theme.accent()
    };
    let inner = frame::draw(
        &view.head,
        "",
        FrameWeight::Heavy,
        frame,
        buf,
        (theme.accent(), head),
        theme,
    );
    let mut row = lines::put_wrapped(buf, inner, 0, &view.text, 8, theme.strong());
    row += lines::put_wrapped(buf, inner, row, &view.by, 3, theme.faint());
    row += u16::from(spaced);
    for (key, kind, name, brings) in &view.choices {
        let shown = format!("[{key}] {} {name}", phrases::class_sign(Some(*kind)));
        lines::put(buf, inner, row, &shown, theme.class(*kind));
        let beside = Rect {
            x: inner.x + 4,
            width: inner.width.saturating_sub(4),
            ..inner
        };
        row += 1;
        row += lines::put_wrapped(buf, beside, row, brings, 4, theme.faint()).max(1);
    }
    row += u16::from(spaced);
    let kept = u16::from(view.then.is_some());
    if let Some((heading, answer)) = &view.prepared
        && row + 1 + kept < inner.height
    {
        lines::heading(buf, inner, row, heading, theme.faint(), theme.faint());
        let left = inner.height.saturating_sub(row + 1 + kept);
        let place = Rect {
            y: inner.y + row + 1,
            height: left,
            ..inner
        };
        let told = paragraph::line(answer.clone(), Weight::Plain);
        let told = [ParagraphSection::of(vec![told])];
        row += 1 + paragraph::draw(&told, view.scrolled, &view.more, place, buf, theme);
    }
    if let Some(then) = &view.then {
        lines::put(buf, inner, row, then, theme.faint());
    }
    frame
}
