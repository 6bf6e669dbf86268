//! The desk's window as a mirrored display: the hall's own view, and one row for the aide in which nothing private can
//! stand. All keys of the desk go on working.

mod choosing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::hall_view::ProjectorView;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::action::Action;
use crate::tui::desk::dialog::panel::Panel;
use crate::tui::desk::form::{Field, FieldValue};
use crate::tui::desk::keymap::{Key, Mode, key_for};
use crate::tui::desk::words::MirrorMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::projector;
use crate::tui::theme::Theme;
use crate::tui::widgets::lines;

/// What the mirrored display shows.
#[derive(Debug, Clone, PartialEq)]
pub struct MirrorView {
    pub hall: ProjectorView,
    /// For the aide: which kind of act comes next, or that something lies open. No names, no texts.
    pub line: String,
    /// What lies open: the field being typed, where what is typed becomes public anyway, or what would be taken of a list.
    pub strip: Option<StripView>,
}

/// The field that has the keys, or the lines of a list, for the aide who works on a mirrored display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripView {
    /// That something is being written, and about which item; no title of a form, since it may name somebody. The title of
    /// a list.
    pub title: String,
    /// The name of the field; empty where there is none.
    pub label: String,
    /// What is typed; of a private field only how much.
    pub text: String,
    /// The text before the cursor; `None` where it is not to be read here.
    pub before_cursor: Option<String>,
    /// The option or line that would be taken, with those beside it; in public words only.
    pub options: Vec<(String, bool)>,
}

impl StripView {
    /// A title with nothing under it.
    fn headed(title: String) -> Self {
        Self {
            title,
            label: String::new(),
            text: String::new(),
            before_cursor: None,
            options: Vec::new(),
        }
    }

    /// The rows each of its options takes: the one that would be taken is whole.
    fn option_rows(&self, width: u16) -> Vec<u16> {
        let room = usize::from(width.saturating_sub(2)).max(1);
        let rows = |(option, taken): &(String, bool)| {
            if *taken {
                text::wrap(option, room).len().clamp(1, MOST_ROWS)
            } else {
                1
            }
        };
        let rows = self.options.iter().map(rows);
        rows.map(|rows| u16::try_from(rows).unwrap_or(1)).collect()
    }

    /// Whether it has a row of its own under the title.
    fn has_field(&self) -> bool {
        !self.label.is_empty() || !self.text.is_empty()
    }

    fn rows(&self, width: u16) -> u16 {
        let options: u16 = self.option_rows(width).iter().sum();
        1 + u16::from(self.has_field()) + options
    }
}

/// More rows than this no line of a list needs to be understood.
const MOST_ROWS: usize = 3;

/// The mirrored display's data; `None` while the window is the aide's own.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> Option<MirrorView> {
    if !desk.hall.is_mirrored() {
        return None;
    }
    Some(MirrorView {
        hall: desk.hall_view(session, now),
        line: line(session, desk),
        strip: strip(session, desk),
    })
}

/// How many options of a field the strip has room for.
const OPTIONS: usize = 3;

/// The field that has the keys: its text where everybody gets to know it anyway, else only how much is typed. Of a list
/// what would be taken.
fn strip(session: &Session, desk: &Desk) -> Option<StripView> {
    let words = &desk.words.mirror;
    let dialog = desk.dialogs.top()?;
    let form = match &dialog.panel {
        Panel::List(picker) | Panel::Gate(picker) => {
            return Some(choosing::list(&dialog.kind, picker, session, desk));
        }
        Panel::Page(page) => return Some(choosing::page(&page.title)),
        Panel::Form(form) => form,
    };
    let field = form.focused()?;
    let title = match form.content.about_item() {
        Some(item) => words[MirrorMessage::WritingItem].render(&[("item", &item.0)]),
        None => words[MirrorMessage::Writing].to_string(),
    };
    let title = match form.complaint {
        Some(_) => format!("{title}  ·  {}", words[MirrorMessage::LookAgain]),
        None => title,
    };
    let label = field.label.clone();
    if !field.is_public() {
        let typed = if field.is_untouched() {
            0
        } else {
            field.typed().chars().count()
        };
        return Some(StripView {
            title,
            label,
            text: words[MirrorMessage::Private].render(&[("count", &typed)]),
            before_cursor: None,
            options: Vec::new(),
        });
    }
    Some(StripView {
        title,
        label,
        text: field.typed().to_owned(),
        before_cursor: Some(field.before_cursor()),
        options: options(field),
    })
}

fn options(field: &Field) -> Vec<(String, bool)> {
    let choices = field.choices();
    let first = field.selected().saturating_sub(1);
    let first = first.min(choices.len().saturating_sub(OPTIONS));
    choices
        .iter()
        .enumerate()
        .skip(first)
        .take(OPTIONS)
        .filter_map(|(at, choice)| {
            let text = match choice {
                FieldValue::Option(index) => field.options.get(*index).cloned(),
                FieldValue::Text(own) => Some(format!("+ {own}")),
                FieldValue::Nothing => field.options.last().cloned(),
            };
            Some((text?, at == field.selected()))
        })
        .collect()
}

fn line(session: &Session, desk: &Desk) -> String {
    let words = &desk.words.mirror;
    let name = |action: Action| key_for(Mode::Desk, action).map_or_else(String::new, Key::name);
    if desk.dialogs.top().is_some() {
        return words[MirrorMessage::Open].to_string();
    }
    if desk.disk.is_unsaved() {
        return words[MirrorMessage::NotSaved].to_string();
    }
    let back = format!("{} {}", name(Action::Mirror), words[MirrorMessage::Back]);
    // The class keys are about this item, also where its card was opened by hand.
    if let Some(question) = desk.question(session) {
        let asks = words[MirrorMessage::Class].render(&[("item", &question.item.0)]);
        return format!("{asks}  ·  {back}");
    }
    let act = match session.next() {
        Next::EnterStep(_) | Next::ChooseStep => &words[MirrorMessage::Step],
        Next::Tick(_) => &words[MirrorMessage::Tick],
        Next::Call(_) => &words[MirrorMessage::Call],
        Next::StartClock | Next::ResumeClock => &words[MirrorMessage::Clock],
        Next::EndFloor => &words[MirrorMessage::End],
        Next::Answer { .. } | Next::ReadPrepared(_) | Next::HoldSpeeches => {
            &words[MirrorMessage::Answer]
        }
        Next::Class(item) => {
            let asks = words[MirrorMessage::Class].render(&[("item", &item.0)]);
            return format!("{asks}  ·  {back}");
        }
        Next::Exchange(_) => &words[MirrorMessage::FollowUp],
        Next::EndBreak
            if session
                .state()
                .present_break()
                .is_some_and(|rest| rest.adjourned) =>
        {
            &words[MirrorMessage::Reconvene]
        }
        Next::EndBreak => &words[MirrorMessage::EndBreak],
        Next::Close => &words[MirrorMessage::Close],
        Next::Nothing => {
            // No key performs anything any more.
            let closed = &desk.words.next[NextMessage::Nothing];
            return format!("{closed}  ·  {back}");
        }
    };
    format!("{} {act}  ·  {back}", name(Action::Next))
}

/// Draws the mirrored display, and returns where the cursor stands in the strip.
pub fn draw(view: &MirrorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    let width = area.width.saturating_sub(2);
    let strip_rows = view.strip.as_ref().map_or(0, |strip| strip.rows(width));
    let below = (strip_rows + 1).min(area.height / 2).max(1);
    let rows = area.height.saturating_sub(below);
    let hall = Rect {
        height: rows,
        ..area
    };
    projector::draw(&view.hall, hall, buf, theme);
    let below = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    buf.set_style(below, theme.text());
    let inner = Rect {
        x: below.x + 1,
        width: below.width.saturating_sub(2),
        ..below
    };
    let last = below.height.saturating_sub(1);
    lines::put(buf, inner, last, &view.line, theme.faint());
    let strip = view.strip.as_ref()?;
    draw_strip(strip, inner, last, buf, theme)
}

fn draw_strip(
    strip: &StripView,
    area: Rect,
    rows: u16,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let bar = Rect { height: 1, ..area };
    lines::shade(buf, bar, theme.bar());
    lines::put(buf, area, 0, &strip.title, theme.bar());
    if rows < 2 {
        return None;
    }
    let cursor = draw_strip_field(strip, area, buf, theme);
    let mut row = 1 + u16::from(strip.has_field());
    for ((option, taken), height) in strip.options.iter().zip(strip.option_rows(area.width)) {
        let (sign, style) = if *taken {
            ("●", theme.strong())
        } else {
            ("○", theme.faint())
        };
        let height = height.min(rows.saturating_sub(row));
        lines::put(buf, area, row, if height > 0 { sign } else { "" }, style);
        let beside = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            ..area
        };
        let wrapped = text::wrap(option, usize::from(beside.width).max(1));
        for (at, line) in (0..height).zip(wrapped) {
            lines::put(buf, beside, row + at, line, style);
        }
        row += height;
    }
    cursor
}

/// The row under the title: a field's name and what is typed in it; returns where the cursor stands.
fn draw_strip_field(
    strip: &StripView,
    area: Rect,
    buf: &mut Buffer,
    theme: &Theme,
) -> Option<(u16, u16)> {
    let label = match lines::put(buf, area, 1, &strip.label, theme.accent()) {
        0 => 0,
        columns => columns + 2,
    };
    let field = Rect {
        x: area.x + label.min(area.width),
        y: area.y + 1,
        width: area.width.saturating_sub(label),
        height: 1,
    };
    let room = usize::from(field.width.saturating_sub(1)).max(1);
    let Some(before_cursor) = &strip.before_cursor else {
        lines::put(buf, field, 0, &strip.text, theme.faint());
        return None;
    };
    // A long text is seen where it is being written: its last words before the cursor.
    let wrapped = text::wrap(before_cursor, room);
    let before = wrapped.last().copied().unwrap_or_default();
    let is_whole = wrapped.len() <= 1;
    let shown = if is_whole {
        strip.text.as_str()
    } else {
        before
    };
    let shown = text::wrap(shown, room).first().copied().unwrap_or_default();
    lines::put(buf, field, 0, shown, theme.strong());
    let column = u16::try_from(text::width(before)).unwrap_or(0);
    Some((field.x + column.min(field.width.saturating_sub(1)), field.y))
}
