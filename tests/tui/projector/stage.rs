//! A session to be looked at: the rehearsal's plan under a regulation, played act by act on a clock that is moved by hand.

use doithoai::documents::plan_import;
use doithoai::domain::hall_view::{HallWords, ProjectorView, view};
use doithoai::domain::i18n::Lang;
use doithoai::domain::session::Session;
use doithoai::domain::session::command::Command;
use doithoai::domain::session::item::{Class, Due};
use doithoai::domain::session::next::Next;
use doithoai::domain::session::plan::{AgencyId, Plan};
use doithoai::store::profiles;
use doithoai::tui::projector::draw;
use doithoai::tui::theme::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::support::stage::AT_ONCE;
pub use crate::support::stage::Stage;

impl Stage {
    pub fn of(plan: Plan) -> Self {
        let regulation = profiles::load(&plan.regulation.0, None).unwrap();
        Self::opened_at("2026-11-25T08:00:00+07:00", AT_ONCE, plan, regulation)
    }

    pub fn rehearsal() -> Self {
        Self::of(plan_import::sample().unwrap())
    }

    /// The aide does what is prescribed, and chooses a class in turn where there is a choice.
    pub fn goes_on(&mut self) {
        let command = following(&self.session).expect("something is left to do");
        self.act(command);
    }

    pub fn goes_on_until(&mut self, there: impl Fn(&Session) -> bool) {
        while !there(&self.session) {
            self.pass(20);
            self.goes_on();
        }
    }

    pub fn view(&self) -> ProjectorView {
        view(
            &self.session,
            self.now(),
            &HallWords::of(Lang::Vi),
            Lang::Vi,
        )
    }

    pub fn drawn(&self, width: u16, height: u16, theme: &Theme) -> Buffer {
        drawn(&self.view(), width, height, theme)
    }
}

pub fn drawn(view: &ProjectorView, width: u16, height: u16, theme: &Theme) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(view, buf.area, &mut buf, theme);
    buf
}

/// What is to be read in a drawn picture, row by row.
pub fn rows(buf: &Buffer) -> String {
    buf.content
        .chunks(usize::from(buf.area.width))
        .map(|row| {
            let row: String = row.iter().map(Cell::symbol).collect();
            row.trim_end().to_owned() + "\n"
        })
        .collect()
}

/// The prescribed next command; the classes of items are given in turn.
pub fn following(session: &Session) -> Option<Command> {
    if let Next::Class(item) = session.next() {
        let class = match item.0 % 3 {
            1 => Class::AnsweredNow,
            2 => Class::VerifyLater {
                agency: Some(AgencyId("kinh-te".into())),
                due: Due {
                    on: "2026-12-09".parse().ok(),
                    under: None,
                },
            },
            _ => Class::ReportUpward {
                authority: Some("UBND tỉnh Đông Lĩnh".into()),
                due: None,
            },
        };
        return Some(Command::ClassItem { item, class });
    }
    session.next().command(session)
}
