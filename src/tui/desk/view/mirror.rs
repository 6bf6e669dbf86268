//! The desk's window as a mirrored display: the hall's own view, and one row for the aide in which nothing private can
//! stand. All keys of the desk go on working.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::hall_view::ProjectorView;
use crate::domain::session::Session;
use crate::domain::session::next::Next;
use crate::domain::text;
use crate::domain::time::SessionTime;
use crate::tui::desk::Desk;
use crate::tui::desk::action::Action;
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
    /// The field being typed, where what is typed becomes public anyway.
    pub strip: Option<StripView>,
}

/// The field that has the keys, for the aide who writes on a mirrored display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripView {
    /// That something is being written, and about which item; no title of a form, since it may name somebody.
    pub title: String,
    pub label: String,
    /// What is typed; of a private field only how much.
    pub text: String,
    /// The text before the cursor; `None` where it is not to be read here.
    pub before_cursor: Option<String>,
    /// The option that would be taken, with those beside it; of a public field only.
    pub options: Vec<(String, bool)>,
}

/// The mirrored display's data; `None` while the window is the aide's own.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> Option<MirrorView> {
    if !desk.mirror {
        return None;
    }
    Some(MirrorView {
        hall: desk.hall_view(session, now),
        line: line(session, desk),
        strip: strip(desk),
    })
}

/// How many options of a field the strip has room for.
const OPTIONS: usize = 3;

/// The field that has the keys: its text where everybody gets to know it anyway, else only how much is typed. Nothing of a
/// list, which may name anybody.
fn strip(desk: &Desk) -> Option<StripView> {
    let words = &desk.words.mirror;
    let form = desk.dialog.as_ref()?.form()?;
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
    let name = |intent: Action| key_for(Mode::Desk, intent).map_or_else(String::new, Key::name);
    if desk.dialog.is_some() {
        return words[MirrorMessage::Open].to_string();
    }
    if desk.unsaved {
        return words[MirrorMessage::NotSaved].to_string();
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
        Next::Class(_) => &words[MirrorMessage::Class],
        Next::Exchange(_) => &words[MirrorMessage::FollowUp],
        Next::EndBreak => &words[MirrorMessage::EndBreak],
        Next::Close => &words[MirrorMessage::Close],
        Next::Nothing => {
            // No key performs anything any more.
            let closed = &desk.words.next[NextMessage::Nothing];
            return format!(
                "{closed}  ·  {} {}",
                name(Action::Mirror),
                words[MirrorMessage::Back]
            );
        }
    };
    format!(
        "{} {act}  ·  {} {}",
        name(Action::Next),
        name(Action::Mirror),
        words[MirrorMessage::Back]
    )
}

/// Draws the mirrored display, and returns where the cursor stands in the strip.
pub fn draw(view: &MirrorView, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<(u16, u16)> {
    let strip_rows = view.strip.as_ref().map_or(0, |strip| {
        let options = u16::try_from(strip.options.len()).unwrap_or(0);
        2 + options
    });
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
    let label = lines::put(buf, area, 1, &strip.label, theme.accent()) + 2;
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
    for (row, (option, taken)) in (2..rows).zip(&strip.options) {
        let sign = if *taken { "●" } else { "○" };
        let style = if *taken {
            theme.strong()
        } else {
            theme.faint()
        };
        lines::put(buf, area, row, &format!("{sign} {option}"), style);
    }
    let column = u16::try_from(text::width(before)).unwrap_or(0);
    Some((field.x + column.min(field.width.saturating_sub(1)), field.y))
}
