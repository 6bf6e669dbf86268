//! The floor that `terminal.py` measures the program against: the least a ratatui program of the same screen can do. It
//! fills the screen with text, shows the time once a second, and moves a mark at a key. Ctrl+Q leaves.

use std::io;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

const TEXT: &str = "Đối thoại trực tiếp giữa người đứng đầu với Nhân dân · ";

#[expect(
    clippy::disallowed_methods,
    reason = "the least a program can do reads events as the library offers them"
)]
fn main() -> io::Result<()> {
    let mut terminal = ratatui::try_init()?;
    let mut mark = 0;
    loop {
        let now = since_epoch();
        terminal.draw(|frame| draw(frame.buffer_mut(), mark, now.as_secs()))?;
        let to_next_second = 1000 - u64::from(now.subsec_millis());
        if !event::poll(Duration::from_millis(to_next_second))? {
            continue;
        }
        if let Event::Key(key) = event::read()?
            && key.kind != KeyEventKind::Release
        {
            if key.code == KeyCode::Char('q') && key.modifiers.contains(KeyModifiers::CONTROL) {
                break;
            }
            mark += 1;
        }
    }
    ratatui::try_restore()
}

fn draw(buf: &mut Buffer, mark: u16, seconds: u64) {
    let area = buf.area;
    let width = usize::from(area.width);
    for row in area.rows() {
        let line: String = TEXT.chars().cycle().take(width).collect();
        buf.set_string(row.x, row.y, line, Style::new());
    }
    let clock = format!("{:02}:{:02}", seconds / 60 % 60, seconds % 60);
    buf.set_string(area.x, area.y, clock, Style::new());
    let mut marked = area;
    marked.y = area.y + 1 + mark % area.height.saturating_sub(1).max(1);
    marked.height = 1;
    buf.set_style(
        marked.intersection(area),
        Style::new().add_modifier(Modifier::REVERSED),
    );
}

#[expect(
    clippy::disallowed_methods,
    reason = "the floor has no clock of its own"
)]
fn since_epoch() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}
