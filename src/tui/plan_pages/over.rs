//! Panels over the pages: the name of a file, the papers that would come of the plan, what the keys do. Knows keys and
//! texts; what is in a file or a paper is told by whoever opens the pages.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the keys of the terminal library are not ours"
)]

use crossterm::event::{KeyCode, KeyEvent};

use super::line::EditLine;
use super::words::{PageMessage, PlanPageWords};
use super::{Over, PlanPages, PlanPagesOutcome};
use crate::tui::vn_input::Typing;

/// So many paragraphs are passed by one key of a page.
const PARAGRAPHS: usize = 8;

/// A panel over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePanel {
    pub title: String,
    pub lines: Vec<String>,
    pub foot: String,
}

/// What a file is named for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFor {
    Import,
    Write,
}

/// The names that were typed last, offered again.
#[derive(Debug, Clone, Default)]
pub(super) struct FileNames {
    import: String,
    write: String,
}

/// A paper as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperText {
    pub title: String,
    pub paragraphs: Vec<String>,
}

/// Papers, one after the other.
#[derive(Debug, Clone)]
pub(super) struct PapersShown {
    papers: Vec<PaperText>,
    at: usize,
    /// The paragraph at the top.
    top: usize,
}

impl PapersShown {
    fn turn(&mut self, by: isize) {
        let last = self.papers.len().saturating_sub(1);
        let to = self.at.saturating_add_signed(by).min(last);
        if to != self.at {
            (self.at, self.top) = (to, 0);
        }
    }

    fn scroll(&mut self, by: isize) {
        let paragraphs = self
            .papers
            .get(self.at)
            .map_or(0, |paper| paper.paragraphs.len());
        self.top = self
            .top
            .saturating_add_signed(by)
            .min(paragraphs.saturating_sub(1));
    }

    /// `false` when they are to be closed.
    fn press(&mut self, key: KeyEvent) -> bool {
        let page = isize::try_from(PARAGRAPHS).unwrap_or(1);
        match key.code {
            KeyCode::Esc | KeyCode::Enter | KeyCode::F(1 | 2) => return false,
            KeyCode::Up => self.scroll(-1),
            KeyCode::Down => self.scroll(1),
            KeyCode::PageUp => self.scroll(-page),
            KeyCode::PageDown | KeyCode::Char(' ') => self.scroll(page),
            KeyCode::Left | KeyCode::BackTab => self.turn(-1),
            KeyCode::Right | KeyCode::Tab => self.turn(1),
            KeyCode::Home => self.top = 0,
            _ => {}
        }
        true
    }
}

impl PlanPages {
    /// With the name that a workbook is given where nobody says another.
    #[must_use]
    pub fn with_file_name(mut self, name: String) -> Self {
        self.files.write = name;
        self
    }

    /// Asks for a file to be brought in.
    pub fn ask_for_file(&mut self) {
        self.ask_for(FileFor::Import);
    }

    pub(super) fn ask_for(&mut self, what: FileFor) {
        self.end_line();
        let name = match what {
            FileFor::Import => &self.files.import,
            FileFor::Write => &self.files.write,
        };
        self.over = Over::FileName(EditLine::of(name), what);
    }

    /// Shows papers as they would be.
    pub fn show_papers(&mut self, papers: Vec<PaperText>) {
        self.over = Over::Papers(PapersShown {
            papers,
            at: 0,
            top: 0,
        });
    }

    /// Shows what the keys do.
    pub(super) fn show_help(&mut self, words: &PlanPageWords) {
        self.end_line();
        self.over = Over::Help(PapersShown {
            papers: vec![PaperText {
                title: words[PageMessage::HelpTitle].to_string(),
                paragraphs: words.all_keys(),
            }],
            at: 0,
            top: 0,
        });
    }

    /// What a key comes to in a panel over the page.
    pub(super) fn press_over(
        &mut self,
        key: KeyEvent,
        typing: &mut Typing,
    ) -> Option<PlanPagesOutcome> {
        match &mut self.over {
            Over::Papers(shown) | Over::Help(shown) => {
                if !shown.press(key) {
                    self.over = Over::Nothing;
                }
                None
            }
            Over::FileName(line, what) => match key.code {
                KeyCode::Enter => {
                    let (name, what) = (line.text(), *what);
                    self.over = Over::Nothing;
                    if name.is_empty() {
                        return None;
                    }
                    Some(match what {
                        FileFor::Import => {
                            self.files.import.clone_from(&name);
                            PlanPagesOutcome::Import(name)
                        }
                        FileFor::Write => {
                            self.files.write.clone_from(&name);
                            PlanPagesOutcome::Write(name)
                        }
                    })
                }
                KeyCode::Esc => {
                    self.over = Over::Nothing;
                    None
                }
                _ => {
                    line.press(key, typing);
                    None
                }
            },
            Over::Nothing | Over::Grid(_) => None,
        }
    }

    pub(super) fn panel(&self, words: &PlanPageWords) -> Option<PagePanel> {
        match &self.over {
            Over::Nothing | Over::Grid(_) => None,
            Over::FileName(line, what) => {
                let (title, foot) = match what {
                    FileFor::Import => (PageMessage::ImportTitle, PageMessage::ImportFoot),
                    FileFor::Write => (PageMessage::WriteTitle, PageMessage::WriteFoot),
                };
                Some(PagePanel {
                    title: words[title].to_string(),
                    lines: vec![format!("{}▏", line.shown().0)],
                    foot: words[foot].to_string(),
                })
            }
            Over::Help(shown) => {
                let help = shown.papers.get(shown.at)?;
                Some(PagePanel {
                    title: help.title.clone(),
                    lines: help.paragraphs.iter().skip(shown.top).cloned().collect(),
                    foot: words[PageMessage::HelpFoot].to_string(),
                })
            }
            Over::Papers(shown) => {
                let paper = shown.papers.get(shown.at)?;
                Some(PagePanel {
                    title: words[PageMessage::PapersTitle].render(&[
                        ("at", &(shown.at + 1)),
                        ("count", &shown.papers.len()),
                        ("title", &paper.title),
                    ]),
                    lines: paper.paragraphs.iter().skip(shown.top).cloned().collect(),
                    foot: words[PageMessage::PapersFoot].to_string(),
                })
            }
        }
    }
}
