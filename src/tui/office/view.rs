//! The data of the first screen: the table in groups, with what stands above and below it, in words.

use chrono::NaiveDate;

use super::choice::OfficeEntry;
use super::detail::{OfficeLine, detail, line};
use super::home::{Office, OfficeRow, SessionGroup};
use super::words::{
    ColumnMessage, OfficeMessage, OfficeNoticeMessage, OfficeOwedMessage, OfficeWords,
    SessionGroupMessage,
};
use crate::domain::format;
use crate::domain::i18n::{Lang, Message};
use crate::domain::time::Wall;

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeView {
    /// In whose name the sessions are held.
    pub office: String,
    pub clock: String,
    pub summary: String,
    pub search: String,
    pub typed: String,
    /// Columns of what was typed before the cursor.
    pub before_cursor: String,
    pub hint: String,
    pub count: String,
    pub columns: [String; 5],
    pub lines: Vec<OfficeLine>,
    /// Instead of the table, where there is nothing in it.
    pub empty: Option<String>,
    pub detail: Vec<String>,
    /// A question, or a list to choose from, over the table.
    pub question: Option<String>,
    pub options: Vec<(String, String, bool)>,
    pub notice: Option<String>,
    /// What Enter will do.
    pub enter: Option<String>,
    pub keys: Vec<(String, String)>,
    /// That there are more: before and behind what is seen.
    pub above: Message,
    pub below: Message,
}

impl Office {
    /// The screen's data.
    #[must_use]
    pub fn view(&self, words: &OfficeWords, lang: Lang, now: Wall) -> OfficeView {
        let today = now.date_naive();
        let is_real = |entry: &&OfficeEntry| !entry.session.is_rehearsal;
        let real = self.entries.iter().filter(is_real).count();
        let lines = self.lines(words, lang, today);
        let columns = &words.columns;
        OfficeView {
            office: self.office_name(words),
            clock: format!("{}  {}", format::date(today), format::time(now)),
            summary: self.summary(real, words),
            search: words.general[OfficeMessage::Search].to_string(),
            typed: self.typed(),
            before_cursor: self.search.before_cursor(),
            hint: words.general[OfficeMessage::SearchHint].to_string(),
            count: words.general[OfficeMessage::Found].render(&[("count", &self.found.len())]),
            columns: [
                &columns[ColumnMessage::Date],
                &columns[ColumnMessage::Title],
                &columns[ColumnMessage::Regulation],
                &columns[ColumnMessage::State],
                &columns[ColumnMessage::Owed],
            ]
            .map(ToString::to_string),
            empty: if self.entries.is_empty() {
                Some(words.general[OfficeMessage::None].to_string())
            } else {
                lines
                    .is_empty()
                    .then(|| words.general[OfficeMessage::NotFound].to_string())
            },
            lines,
            detail: self
                .selected_entry()
                .map(|entry| detail(entry, words, lang))
                .unwrap_or_default(),
            question: self.question(words),
            options: self.options(words),
            notice: self.notice.clone().or_else(|| self.reminder(words)),
            enter: self.enters(words, lang),
            keys: self.keys(words),
            above: words.general[OfficeMessage::Above].clone(),
            below: words.general[OfficeMessage::More].clone(),
        }
    }

    /// The body of the session held last; the program's own name before there is one.
    fn office_name(&self, words: &OfficeWords) -> String {
        self.entries
            .iter()
            .filter(|entry| !entry.session.is_rehearsal)
            .filter_map(|entry| entry.session.standing.as_ref())
            .map(|standing| &standing.body)
            .find(|body| !body.is_empty())
            .map_or_else(
                || words.general[OfficeMessage::Name].to_string(),
                Clone::clone,
            )
    }

    fn summary(&self, real: usize, words: &OfficeWords) -> String {
        if real == 0 {
            return words.general[OfficeMessage::About].to_string();
        }
        let owed = self.owed();
        let counted = [
            (owed.overdue, &words.owed[OfficeOwedMessage::AllOverdue]),
            (owed.soon, &words.owed[OfficeOwedMessage::AllSoon]),
        ];
        std::iter::once(words.general[OfficeMessage::Sessions].render(&[("count", &real)]))
            .chain(
                counted
                    .into_iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, text)| text.render(&[("count", &count)])),
            )
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// What is overdue, where nothing else is to be told.
    fn reminder(&self, words: &OfficeWords) -> Option<String> {
        let owed = self.owed();
        let sessions = owed.sessions.values();
        let sessions = sessions.filter(|owed| owed.overdue > 0).count();
        (owed.overdue > 0).then(|| {
            words.notices[OfficeNoticeMessage::Overdue]
                .render(&[("count", &owed.overdue), ("sessions", &sessions)])
        })
    }

    fn lines(&self, words: &OfficeWords, lang: Lang, today: NaiveDate) -> Vec<OfficeLine> {
        let selected = self.selected();
        let mut lines = Vec::new();
        let mut group = None;
        for (place, row) in self.rows().into_iter().enumerate() {
            let is_selected = place == selected;
            match row {
                OfficeRow::Rehearsals => {
                    let is_one = |index: &&usize| self.group_of(**index) == SessionGroup::Rehearsal;
                    let count = self.found.iter().filter(is_one).count();
                    let count = words.groups[SessionGroupMessage::RehearsalCount]
                        .render(&[("count", &count)]);
                    lines.push(OfficeLine::Rehearsals {
                        title: words.groups[SessionGroupMessage::Rehearsals].to_string(),
                        count,
                        is_selected,
                        is_unfolded: self.shows_rehearsals(),
                    });
                    group = Some(SessionGroup::Rehearsal);
                }
                OfficeRow::Session(index) => {
                    let own = self.group_of(index);
                    if group != Some(own) {
                        let title = match own {
                            SessionGroup::Coming => &words.groups[SessionGroupMessage::Coming],
                            SessionGroup::Missed => &words.groups[SessionGroupMessage::Missed],
                            SessionGroup::Owing => &words.groups[SessionGroupMessage::Owing],
                            SessionGroup::Done | SessionGroup::Rehearsal => {
                                &words.groups[SessionGroupMessage::Done]
                            }
                        };
                        lines.push(OfficeLine::Heading(title.to_string()));
                        group = Some(own);
                    }
                    if let Some(entry) = self.entries.get(index) {
                        lines.push(line(entry, is_selected, words, (lang, today)));
                    }
                }
            }
        }
        lines
    }
}
