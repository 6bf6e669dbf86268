//! A table that was copied from a spreadsheet comes as text with tabs and line breaks, or, on a terminal that knows no
//! pasting, as a burst of keys. Knows text and keys, and nothing of what the columns are for.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the keys of the terminal library are not ours"
)]

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

/// Fewer keys at once may have been typed by a person while the program was busy.
const LEAST_BURST: usize = 8;

/// The cells of a pasted text. Quotes hold line breaks and tabs together, as spreadsheets copy them.
#[must_use]
pub fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut rows = vec![Vec::new()];
    let mut cell = String::new();
    let mut letters = text.chars().peekable();
    let mut in_quotes = false;
    let mut is_new = true;
    let end_cell = |rows: &mut Vec<Vec<String>>, cell: &mut String| {
        let text = crate::domain::text::clean_text(cell).trim().to_owned();
        if let Some(row) = rows.last_mut() {
            row.push(text);
        }
        cell.clear();
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_new => in_quotes = true,
            '"' if in_quotes => {
                if letters.peek() == Some(&'"') {
                    letters.next();
                    cell.push('"');
                } else {
                    in_quotes = false;
                }
            }
            '\t' if !in_quotes => end_cell(&mut rows, &mut cell),
            '\n' if !in_quotes => {
                end_cell(&mut rows, &mut cell);
                rows.push(Vec::new());
            }
            letter => cell.push(letter),
        }
        is_new = matches!(letter, '\t' | '\n') && !in_quotes;
    }
    end_cell(&mut rows, &mut cell);
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

/// The text of a burst of keys that can only be a paste: many at once, with tabs or line breaks between letters.
#[must_use]
pub fn of_burst(events: &[Event]) -> Option<String> {
    let mut text = String::new();
    let mut keys = 0;
    for event in events {
        let Event::Key(key) = event else {
            return None;
        };
        if key.kind == KeyEventKind::Release {
            continue;
        }
        if key
            .modifiers
            .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
        {
            return None;
        }
        match key.code {
            KeyCode::Char(letter) => text.push(letter),
            KeyCode::Enter => text.push('\n'),
            KeyCode::Tab => text.push('\t'),
            _ => return None,
        }
        keys += 1;
    }
    let inner = text.trim_matches(['\n', '\t']);
    (keys >= LEAST_BURST && inner.contains(['\n', '\t'])).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyEvent;

    #[test]
    fn a_copied_table_comes_apart_into_its_cells() {
        assert_eq!(
            table("Mẩy\tNước\r\nChớ\tSóng\r\n"),
            [["Mẩy", "Nước"], ["Chớ", "Sóng"]]
        );
        assert_eq!(
            table("\"hai\ndòng\"\t\"nói \"\"vâng\"\"\"\n"),
            [["hai\ndòng", "nói \"vâng\""]]
        );
        assert_eq!(table("một\nhai"), [["một"], ["hai"]]);
    }

    #[test]
    fn a_burst_with_line_breaks_inside_is_a_paste_and_typing_is_not() {
        let keys = |text: &str| -> Vec<Event> {
            text.chars()
                .map(|c| match c {
                    '\n' => Event::Key(KeyEvent::from(KeyCode::Enter)),
                    '\t' => Event::Key(KeyEvent::from(KeyCode::Tab)),
                    c => Event::Key(KeyEvent::from(KeyCode::Char(c))),
                })
                .collect()
        };
        assert_eq!(
            of_burst(&keys("Mẩy\tNước\n")).as_deref(),
            Some("Mẩy\tNước\n")
        );
        assert_eq!(of_burst(&keys("Lý Thị Mẩy")), None);
        assert_eq!(of_burst(&keys("xã\n")), None);
        assert_eq!(of_burst(&keys("a\nb")), None);
    }
}
