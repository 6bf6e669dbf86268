//! Who has the floor, or has it next. The name is the largest of the words and the clock the largest of all; what there is
//! no room for is left out in a fixed order.

use super::fit_text::name;
use super::{FittedLine, HallFace, HallSheet, Lettering, Part, Role};
use crate::domain::hall_view::{ClockView, TurnView, Urgency};
use crate::tui::widgets::letters::{Setting, fit_as};
use crate::tui::widgets::pixel_face::{PixelLine, PixelWeight};
use ratatui::layout::Size;

/// Rows of the smallest outline digits.
const DIGIT_ROWS: u16 = 10;
/// Between the digits and the words beside them.
const APART: i32 = 8;
/// Rows of cells for the gauge.
const GAUGE: i32 = 2;

pub(super) fn put(turn: &TurnView, sheet: &mut HallSheet, y: i32) {
    match &turn.clock {
        Some(clock) => with_clock(turn, clock, sheet, y),
        None => coming(turn, sheet, y),
    }
}

/// What stands over and under the clock, with what was left out for want of room.
struct Around {
    heading: Vec<FittedLine>,
    name: Vec<FittedLine>,
    under: Vec<FittedLine>,
    then: Vec<FittedLine>,
}

fn with_clock(turn: &TurnView, clock: &ClockView, sheet: &mut HallSheet, y: i32) {
    let room = sheet.height - y;
    // An outline name is worth more than what stands around it; then small letters for the name, and small digits.
    let digits = i32::from(DIGIT_ROWS) * 2;
    let (around, words) = [(24, digits), (12, digits), (12, 12), (2, 12), (2, 2)]
        .into_iter()
        .find_map(|(least, clock_least)| {
            let words = TimeWords::of(clock, clock_least, sheet);
            let around = (0..6).find_map(|dropped| {
                around(turn, &words, room, ((least, clock_least), dropped), sheet)
            });
            around.map(|around| (around, words))
        })
        .unwrap_or_else(|| {
            let around = Around {
                heading: Vec::new(),
                name: vec![FittedLine::plain(&turn.who)],
                under: Vec::new(),
                then: Vec::new(),
            };
            (around, TimeWords::of(clock, 2, sheet))
        });
    let mut y = sheet.put_all(around.heading, 0, y, Role::Accent);
    y = sheet.put_all(around.name, 0, y, Role::Strong) + sheet.gap();
    if !around.under.is_empty() {
        y = sheet.put_all(around.under, 0, y, Role::Text) + sheet.gap();
    }
    let mut bottom = sheet.height;
    if !around.then.is_empty() {
        let then_height = sheet.height_of(&around.then);
        let is_word = around
            .then
            .first()
            .is_some_and(|line| line.text == clock.word);
        let role = if is_word {
            Role::Time(clock.tone)
        } else {
            Role::Text
        };
        sheet.put_all(around.then, 0, bottom - then_height, role);
        bottom -= then_height + i32::from(sheet.lettering == Lettering::Hall);
    }
    put_timed(clock, &words, sheet, (y, bottom));
}

/// What fits around a name and a clock of at least so many pixels when the first so many of what may be left out are.
fn around(
    turn: &TurnView,
    words: &TimeWords,
    room: i32,
    ((least, clock), dropped): ((i32, i32), usize),
    sheet: &HallSheet,
) -> Option<Around> {
    let heading = turn
        .heading
        .as_ref()
        .filter(|_| dropped < 1)
        .map(|heading| sheet.wrapped(heading, PixelWeight::Bold, sheet.width))
        .unwrap_or_default();
    let parts = match dropped {
        0..=1 => turn.under.len(),
        2..=4 => 1,
        _ => 0,
    };
    let under = under(&turn.under, parts, sheet);
    // Where nothing fits beside the digits, what the figures mean comes before who is next.
    let then = match (&words.beside, dropped) {
        (None, 0..=3) => vec![words.word.clone()],
        (None, _) if words.is_pressing => vec![words.word.clone()],
        (Some(_), 0..=2) => then(&turn.then, sheet),
        (None | Some(_), _) => Vec::new(),
    };
    let block = |lines: &[FittedLine]| {
        if lines.is_empty() {
            0
        } else {
            sheet.height_of(lines) + 1 + sheet.gap()
        }
    };
    let rest = room - block(&heading) - block(&under) - block(&then) - GAUGE;
    // The clock keeps nearly half of what is left.
    let most = (rest - clock - 1 - sheet.gap()).min((rest * 11 / 20).max(25));
    // What cannot be that large is not tried.
    if least >= 12 && most < least {
        return None;
    }
    let name = name(&turn.who, sheet.width, most, sheet.lettering)
        .filter(|lines| lines.iter().all(|line| is_of(line, least)))?;
    Some(Around {
        heading,
        name,
        under,
        then,
    })
}

/// Columns of the smallest outline digits.
fn least_digits() -> i32 {
    let size = Size::new(u16::MAX, DIGIT_ROWS);
    fit_as(Setting::Clock, &["+00:00"], size, 1)
        .and_then(|fitted| fitted.into_iter().next())
        .map_or(0, |fitted| i32::from(fitted.size().width))
}

/// Whether a line is in letters of at least this kind: outline ones from 24 pixels on, small ones from twelve.
const fn is_of(line: &FittedLine, least: i32) -> bool {
    match line.face {
        HallFace::Large(_) => true,
        HallFace::Small(_) => least < 24,
        HallFace::Plain => least < 12,
    }
}

/// The first so many parts on one line, as many of them as fit; a first part too long for one takes several.
fn under(parts: &[String], most: usize, sheet: &HallSheet) -> Vec<FittedLine> {
    for count in (1..=most.min(parts.len())).rev() {
        let text = parts.get(..count).unwrap_or_default().join(" · ");
        let line = sheet.small(&text, PixelWeight::Regular);
        if line.width <= sheet.width {
            return vec![line];
        }
    }
    match parts.first().filter(|_| most > 0) {
        Some(first) => sheet.wrapped(first, PixelWeight::Regular, sheet.width),
        None => Vec::new(),
    }
}

/// What comes next in the most words that fit on one line.
fn then(alternatives: &[String], sheet: &HallSheet) -> Vec<FittedLine> {
    alternatives
        .iter()
        .map(|text| sheet.small(text, PixelWeight::Regular))
        .find(|line| line.width <= sheet.width)
        .into_iter()
        .collect()
}

/// What the figures mean, and the limit: beside the digits where there is room.
struct TimeWords {
    word: FittedLine,
    /// The words beside the digits, and the columns they take there.
    beside: Option<(Vec<(FittedLine, Role)>, i32)>,
    is_pressing: bool,
}

impl TimeWords {
    /// For digits of at least so many pixels.
    fn of(clock: &ClockView, least: i32, sheet: &HallSheet) -> Self {
        let word = sheet.small(&clock.word, PixelWeight::Regular);
        let digits = match sheet.lettering {
            Lettering::Hall | Lettering::Plain if least > 12 => least_digits(),
            Lettering::Hall | Lettering::Plain | Lettering::Preview => 42,
        };
        let role = Role::Time(clock.tone);
        let limit = clock
            .limit
            .iter()
            .map(|limit| (sheet.small(limit, PixelWeight::Regular), Role::Muted));
        let words: Vec<(FittedLine, Role)> =
            std::iter::once((word.clone(), role)).chain(limit).collect();
        // Beside small digits the sign before the word has to do where the word is too long.
        let sign = clock
            .word
            .split(' ')
            .next()
            .filter(|sign| least <= 12 && !sign.contains(char::is_alphanumeric))
            .map(|sign| vec![(sheet.small(sign, PixelWeight::Regular), role)]);
        let fits = |words: Vec<(FittedLine, Role)>| {
            let widest = words.iter().map(|(line, _)| line.width).max().unwrap_or(0);
            let columns = widest + APART;
            (sheet.width - columns >= digits).then_some((words, columns))
        };
        let beside = fits(words).or_else(|| sign.and_then(fits));
        Self {
            word,
            beside,
            is_pressing: clock.tone != Urgency::Calm,
        }
    }
}

/// The digits with the words beside them, and the gauge under both.
fn put_timed(
    clock: &ClockView,
    words: &TimeWords,
    sheet: &mut HallSheet,
    (top, bottom): (i32, i32),
) {
    let gauge = (bottom - GAUGE).div_euclid(2);
    if let Some(left) = clock.left
        && gauge * 2 >= top
    {
        sheet.picture.parts.push(Part::Gauge {
            row: gauge,
            left,
            tone: clock.tone,
        });
    }
    let room = gauge * 2 - top;
    let columns = words.beside.as_ref().map_or(0, |(_, columns)| *columns);
    let digits = digits(&clock.figures, sheet.width - columns, room, sheet.lettering);
    let (width, height) = (digits.width, digits.height);
    let y = top + (room - height).max(0) / 2;
    sheet.put(digits, 0, y, Role::Time(clock.tone));
    if let Some((beside, _)) = &words.beside {
        let x = width + APART;
        let mut at = y.min(top + (room - sheet.lettering.pitch()).max(0));
        for (line, role) in beside {
            if at + line.height <= gauge * 2 {
                sheet.put(line.clone(), x, at, *role);
            }
            at += sheet.lettering.pitch();
        }
    }
}

/// A clock as large as this room allows.
pub(super) fn digits(figures: &str, width: i32, room: i32, lettering: Lettering) -> FittedLine {
    let cells = |count: i32| u16::try_from(count.max(0)).unwrap_or(0);
    let size = Size::new(cells(width), cells(room / 2));
    // Room is kept for the sign of a time that is over, so that the digits stay as large.
    let fitted = fit_as(Setting::Clock, &[figures, "+00:00"], size, 1)
        .and_then(|fitted| fitted.into_iter().next())
        .filter(|fitted| fitted.size().height >= DIGIT_ROWS);
    if let Some(fitted) = fitted
        && lettering != Lettering::Preview
    {
        return FittedLine::large(figures, fitted);
    }
    match PixelLine::of(figures, PixelWeight::Bold) {
        Some(line) if line.width() <= width && room >= 12 => FittedLine::in_pixels(figures, line),
        Some(_) | None => FittedLine::plain(figures),
    }
}

/// Nobody has the floor yet: who is next, or has just answered.
fn coming(turn: &TurnView, sheet: &mut HallSheet, y: i32) {
    let mut y = y;
    if let Some(heading) = &turn.heading {
        let lines = sheet.wrapped(heading, PixelWeight::Bold, sheet.width);
        y = sheet.put_all(lines, 0, y, Role::Accent) + sheet.gap();
    }
    let room = sheet.height - y;
    let under = under(&turn.under, turn.under.len(), sheet);
    let kept = sheet.height_of(&under) + 2 + sheet.lettering.pitch();
    let who = name(
        &turn.who,
        sheet.width,
        (room - kept).min(room * 3 / 5),
        sheet.lettering,
    )
    .or_else(|| name(&turn.who, sheet.width, room, sheet.lettering))
    .unwrap_or_else(|| vec![FittedLine::plain(&turn.who)]);
    y = sheet.put_all(who, 0, y, Role::Strong) + sheet.gap();
    if y + sheet.height_of(&under) <= sheet.height {
        y = sheet.put_all(under, 0, y, Role::Text) + 2 * sheet.gap();
    }
    let mut bottom = sheet.height;
    let then = then(&turn.then, sheet);
    if let Some(line) = then.into_iter().next()
        && y + line.height <= bottom
    {
        bottom -= line.height;
        sheet.put(line, 0, bottom, Role::Text);
    }
    let numbers = turn
        .next
        .iter()
        .map(|next| sheet.small(&next.number, PixelWeight::Bold).width)
        .max()
        .unwrap_or(0);
    for next in &turn.next {
        let number = sheet.small(&next.number, PixelWeight::Bold);
        let x = numbers + 5;
        let line = with_village(&next.who, &next.from, sheet.width - x, sheet);
        if y + line.height > bottom || line.width > sheet.width - x {
            break;
        }
        sheet.put(number.clone(), numbers - number.width, y, Role::Accent);
        let below = super::below(&line);
        sheet.put(line, x, y, Role::Text);
        y += below;
    }
}

/// A name, with the village where there is room for it.
fn with_village(who: &str, from: &str, width: i32, sheet: &HallSheet) -> FittedLine {
    let both = sheet.small(&format!("{who}, {from}"), PixelWeight::Regular);
    if from.is_empty() || both.width > width {
        sheet.small(who, PixelWeight::Regular)
    } else {
        both
    }
}

/// A clock alone in its room, for a break.
pub(super) fn put_clock(clock: &ClockView, sheet: &mut HallSheet, room: (i32, i32)) {
    let words = TimeWords::of(clock, i32::from(DIGIT_ROWS) * 2, sheet);
    put_timed(clock, &words, sheet, room);
}
