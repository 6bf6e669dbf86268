//! Where a panel stands and how high it is: as high as its content, under the clock and beside what it is about. What has to
//! cover the clock carries it in its head.

use ratatui::layout::Rect;

use super::super::frame;
use super::super::places::Places;
use super::lines::Columns;
use super::{Body, OverlayView, PanelPlace, fields};
use crate::domain::text;

/// The head of a panel: its title and, where it covers the clock, what is left.
pub(super) struct Head {
    pub(super) title: String,
    pub(super) aside: String,
    /// The title stands inside the frame instead, where it is read whole.
    pub(super) is_inside: bool,
}

impl OverlayView {
    /// Both whole: the clock leaves its name out first; then the title goes inside.
    pub(super) fn head(&self, width: u16, covers_clock: bool) -> Head {
        let title = text::width(&self.title) + frame::AROUND_TITLE;
        let room = usize::from(width);
        let clock = self.clock.as_ref().filter(|_| covers_clock);
        let whole = clock.map(|clock| format!("● {} · {}", clock.name, clock.left));
        let short = clock.map(|clock| format!("● {}", clock.left));
        let asides = [whole.clone(), short].into_iter().flatten();
        let beside = asides
            .chain(clock.is_none().then(String::new))
            .find(|aside| title + frame::aside_width(aside) <= room);
        let is_inside = beside.is_none();
        Head {
            title: self.title.clone(),
            aside: beside.or(whole).unwrap_or_default(),
            is_inside,
        }
    }

    /// The same with a title that is too long for the frame inside it.
    #[must_use]
    pub(super) fn with_head(self, head: &Head) -> Self {
        if !head.is_inside {
            return self;
        }
        let title = std::iter::once(self.title);
        Self {
            title: String::new(),
            intro: title.chain(self.intro).collect(),
            ..self
        }
    }
}

/// Where the panel stands: as high as its content, under the clock. Where too little of it would be seen there, it begins
/// above, and carries the clock in its head.
#[must_use]
pub fn frame(view: &OverlayView, places: &Places, under_clock: Rect) -> Rect {
    if view.place == PanelPlace::Whole {
        return places.body;
    }
    let area = place(view, places, under_clock);
    let rows = |covers_clock: bool, most: Option<u16>| {
        let head = view.head(area.width, covers_clock);
        let inside = view.clone().with_head(&head);
        needed_rows(&inside, area.width.saturating_sub(4), most).saturating_add(2)
    };
    let needed = rows(false, None);
    if needed.min(rows(false, Some(LEAST_BODY))) <= area.height {
        return Rect {
            height: needed.min(area.height),
            ..area
        };
    }
    let body = places.body;
    let height = rows(true, None).min(body.height);
    Rect {
        y: (body.bottom() - height).min(area.y),
        height,
        ..area
    }
}

/// So many rows of what is chosen from or typed into have to be in sight.
pub(super) const LEAST_BODY: u16 = 4;

/// A panel wider than this is hard to read, and one of so many columns is not.
const WIDEST: u16 = 100;
const WIDE_ENOUGH: u16 = 60;

fn place(view: &OverlayView, places: &Places, under_clock: Rect) -> Rect {
    let body = places.body;
    let below = |x: u16, width: u16| Rect {
        x,
        y: under_clock.y.min(body.bottom()),
        width,
        height: body.bottom().saturating_sub(under_clock.y),
    };
    let all = below(body.x, body.width);
    let middle = below(places.floor.x, places.floor.width);
    match (view.place, places.wide) {
        (PanelPlace::Whole, _) => body,
        (PanelPlace::Card, true) => middle,
        (PanelPlace::Beside, true) => {
            // Over the items wholly or not at all: the rest of their words would say something else.
            let both = places.items.right().saturating_sub(places.floor.x);
            let alone = both > WIDEST && places.floor.width >= WIDE_ENOUGH;
            below(
                places.floor.x,
                if alone { places.floor.width } else { both },
            )
        }
        // In two columns the panel stands at the right, where it is wide enough.
        (PanelPlace::Card | PanelPlace::Beside, false) if places.floor.width >= 44 => middle,
        (PanelPlace::Card | PanelPlace::Beside | PanelPlace::Wide, _) => all,
    }
}

/// The rows of everything, or with at most so many of the body.
fn needed_rows(view: &OverlayView, width: u16, most: Option<u16>) -> u16 {
    let wide = usize::from(width).max(1);
    let mut rows = 0;
    for intro in view.intro.iter().chain(&view.complaint) {
        rows += text::wrap(intro, wide).len();
    }
    let body = body_rows(view, width).min(most.unwrap_or(u16::MAX));
    u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(body)
}

/// The rows of what stands below the introduction.
pub(super) fn body_rows(view: &OverlayView, width: u16) -> u16 {
    let rows = match &view.body {
        Body::List {
            typed,
            lines,
            others,
            ..
        } => {
            let columns = Columns::of(lines, width);
            let all: usize = lines
                .iter()
                .map(|line| usize::from(columns.rows(line, width)))
                .sum();
            usize::from(typed.is_some()) + all.max(1) + others.0 + others.1
        }
        Body::Fields { fields, .. } => usize::from(fields::needed(fields, width)),
        Body::Page { lines, .. } => lines.len(),
    };
    u16::try_from(rows).unwrap_or(u16::MAX)
}
