//! The data of the first screen: the table in groups, what the chosen session is, and what Enter will do, in words.

use chrono::NaiveDate;

use super::acts::{OFFICE_KEYS, OfficeAct, key_name};
use super::home::{Office, OfficeEntry, OfficeOver, OfficeRow, Owed, SessionGroup};
use super::words::{
    ColumnMessage, DetailMessage, EnterMessage, OfficeHelpMessage, OfficeMessage,
    OfficeOwedMessage, OfficeWords, SessionGroupMessage, SessionStateMessage,
};
use crate::domain::format;
use crate::domain::i18n::Lang;
use crate::domain::time::Wall;
use crate::store::sessions::SessionSummary;

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
    pub more: String,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeLine {
    Heading(String),
    Rehearsals {
        title: String,
        count: String,
        is_selected: bool,
        is_unfolded: bool,
    },
    Session {
        is_selected: bool,
        date: String,
        title: String,
        regulation: String,
        state: String,
        owed: String,
        is_overdue: bool,
    },
}

impl OfficeLine {
    #[must_use]
    pub const fn is_selected(&self) -> bool {
        match self {
            Self::Heading(_) => false,
            Self::Rehearsals { is_selected, .. } | Self::Session { is_selected, .. } => {
                *is_selected
            }
        }
    }
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
            options: self.options(words, lang),
            notice: self.notice.clone(),
            enter: self.enters(words, lang),
            keys: self.keys(words),
            more: words.general[OfficeMessage::More].to_string(),
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
        let owed = |of: fn(Owed) -> usize| -> usize {
            let owed = self.entries.iter().filter_map(|entry| entry.owed);
            owed.map(of).sum()
        };
        let counted = [
            (
                owed(|owed| owed.overdue),
                &words.owed[OfficeOwedMessage::AllOverdue],
            ),
            (
                owed(|owed| owed.soon),
                &words.owed[OfficeOwedMessage::AllSoon],
            ),
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

    fn question(&self, words: &OfficeWords) -> Option<String> {
        match self.over.as_ref()? {
            OfficeOver::Regulations(..) => {
                Some(words.general[OfficeMessage::ChooseRegulation].to_string())
            }
            OfficeOver::Delete(index) => {
                let id = &self.entries.get(*index)?.session.id;
                Some(words.general[OfficeMessage::Delete].render(&[("id", id)]))
            }
            OfficeOver::Help => words
                .acts
                .get(&OfficeAct::Help)
                .map(|act| act.name.to_string()),
        }
    }

    /// What stands under the question: a text, what is said of it, and whether it would be taken.
    fn options(&self, words: &OfficeWords, lang: Lang) -> Vec<(String, String, bool)> {
        match &self.over {
            Some(OfficeOver::Regulations(offered, selected)) => offered
                .iter()
                .enumerate()
                .map(|(place, (id, short))| {
                    let name = short.in_lang(lang).to_owned();
                    (name, id.0.clone(), place == *selected)
                })
                .collect(),
            Some(OfficeOver::Help) => {
                let acts = OFFICE_KEYS.iter().filter_map(|(key, act)| {
                    let act = words.acts.get(act)?;
                    let does = format!("{}: {}", act.name, act.help);
                    Some((key_name(*key), does, false))
                });
                let moves = [
                    (OfficeHelpMessage::MoveKeys, OfficeHelpMessage::Move),
                    (OfficeHelpMessage::AcceptKeys, OfficeHelpMessage::Accept),
                    (OfficeHelpMessage::FindKeys, OfficeHelpMessage::Find),
                ]
                .into_iter()
                .map(|(keys, does)| {
                    let [keys, does] = [keys, does].map(|id| words.help[id].to_string());
                    (keys, does, false)
                });
                moves.chain(acts).collect()
            }
            Some(OfficeOver::Delete(_)) | None => Vec::new(),
        }
    }

    /// What Enter will do.
    fn enters(&self, words: &OfficeWords, lang: Lang) -> Option<String> {
        let says = &words.enter;
        match &self.over {
            Some(OfficeOver::Help) => return None,
            Some(OfficeOver::Delete(index)) => {
                let id = &self.entries.get(*index)?.session.id;
                return Some(says[EnterMessage::Delete].render(&[("id", id)]));
            }
            Some(OfficeOver::Regulations(offered, selected)) => {
                let (_, short) = offered.get(*selected)?;
                let regulation = short.in_lang(lang);
                return Some(
                    says[EnterMessage::RehearseUnder].render(&[("regulation", &regulation)]),
                );
            }
            None => {}
        }
        match self.selected_row() {
            None => self
                .entries
                .is_empty()
                .then(|| says[EnterMessage::Rehearse].to_string()),
            Some(OfficeRow::Rehearsals) if self.shows_rehearsals() => {
                Some(says[EnterMessage::Fold].to_string())
            }
            Some(OfficeRow::Rehearsals) => {
                let is_one = |index: &&usize| self.group_of(**index) == SessionGroup::Rehearsal;
                let count = self.found.iter().filter(is_one).count();
                Some(says[EnterMessage::Unfold].render(&[("count", &count)]))
            }
            Some(OfficeRow::Session(index)) => {
                let session = &self.entries.get(index)?.session;
                let Some(standing) = &session.standing else {
                    return Some(says[EnterMessage::Open].render(&[("date", &session.id)]));
                };
                let date = format::date(standing.held.date());
                Some(match (&standing.step, standing.at) {
                    _ if standing.closed => says[EnterMessage::Look].render(&[("date", &date)]),
                    (Some(step), Some((number, _))) => says[EnterMessage::Resume].render(&[
                        ("date", &date),
                        ("number", &number),
                        ("step", &step.in_lang(lang)),
                    ]),
                    (Some(_), None) => says[EnterMessage::Open].render(&[("date", &date)]),
                    (None, _) => says[EnterMessage::Begin].render(&[("date", &date)]),
                })
            }
        }
    }

    /// The keys that do something now.
    fn keys(&self, words: &OfficeWords) -> Vec<(String, String)> {
        if self.over.is_some() {
            return Vec::new();
        }
        let selected = self.selected_entry();
        let can = |act: OfficeAct| match act {
            OfficeAct::Help | OfficeAct::Rehearse | OfficeAct::Settings | OfficeAct::Leave => true,
            OfficeAct::Project | OfficeAct::Export => selected.is_some(),
            OfficeAct::PutAway => selected.is_some_and(|entry| {
                let standing = entry.session.standing.as_ref();
                entry.session.is_rehearsal || standing.is_some_and(|standing| standing.closed)
            }),
        };
        OFFICE_KEYS
            .iter()
            .filter(|(_, act)| can(*act))
            .filter_map(|(key, act)| Some((key_name(*key), words.acts.get(act)?.name.to_string())))
            .collect()
    }
}

fn line(
    entry: &OfficeEntry,
    is_selected: bool,
    words: &OfficeWords,
    (lang, today): (Lang, NaiveDate),
) -> OfficeLine {
    let session = &entry.session;
    let owed = entry.owed.unwrap_or_default();
    let Some(standing) = &session.standing else {
        return OfficeLine::Session {
            is_selected,
            date: String::new(),
            title: session.id.clone(),
            regulation: String::new(),
            state: words.states[SessionStateMessage::Unknown].to_string(),
            owed: String::new(),
            is_overdue: false,
        };
    };
    OfficeLine::Session {
        is_selected,
        date: format::date(standing.held.date()),
        title: standing.title.clone(),
        regulation: standing.regulation.in_lang(lang).to_owned(),
        state: state(standing, words, today),
        owed: owed_text(owed, words),
        is_overdue: owed.overdue > 0,
    }
}

/// How far a session has come, in words.
pub(super) fn state(standing: &SessionSummary, words: &OfficeWords, today: NaiveDate) -> String {
    let says = &words.states;
    if standing.closed {
        return says[SessionStateMessage::Closed].to_string();
    }
    match (&standing.step, standing.at) {
        (Some(_), Some((number, count))) => {
            return says[SessionStateMessage::RunningIn]
                .render(&[("number", &number), ("count", &count)]);
        }
        (Some(_), None) => return says[SessionStateMessage::Running].to_string(),
        (None, _) => {}
    }
    let days = (standing.held.date() - today).num_days();
    match days {
        0 => says[SessionStateMessage::Today].render(&[("time", &standing.held.format("%H:%M"))]),
        1.. => says[SessionStateMessage::InDays].render(&[("days", &days)]),
        ..0 => says[SessionStateMessage::Passed].to_string(),
    }
}

fn owed_text(owed: Owed, words: &OfficeWords) -> String {
    [
        (owed.overdue, &words.owed[OfficeOwedMessage::Overdue]),
        (owed.soon, &words.owed[OfficeOwedMessage::Soon]),
        (owed.running, &words.owed[OfficeOwedMessage::Running]),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, text)| text.render(&[("count", &count)]))
    .collect::<Vec<_>>()
    .join(" · ")
}

/// What the chosen session is, where it stands, and where it lies.
fn detail(entry: &OfficeEntry, words: &OfficeWords, lang: Lang) -> Vec<String> {
    let session = &entry.session;
    let says = &words.detail;
    let path = session.folder.display();
    let folder = says[DetailMessage::Folder].render(&[("id", &session.id), ("path", &path)]);
    let Some(standing) = &session.standing else {
        return vec![folder];
    };
    let chair = Some(&standing.chair)
        .filter(|name| !name.is_empty())
        .map(|name| says[DetailMessage::Chair].render(&[("name", name)]));
    let place = Some(standing.place.clone()).filter(|place| !place.is_empty());
    let sample = standing
        .fictional
        .then(|| says[DetailMessage::Fictional].to_string());
    let first = [
        Some(format::date(standing.held.date())),
        place,
        chair,
        sample,
    ];
    let step = standing
        .step
        .as_ref()
        .zip(standing.at)
        .filter(|_| !standing.closed)
        .map(|(step, (number, count))| {
            says[DetailMessage::Step].render(&[
                ("number", &number),
                ("count", &count),
                ("step", &step.in_lang(lang)),
            ])
        });
    let heard = standing
        .heard
        .filter(|_| standing.step.is_some() || standing.closed)
        .map(|(spoke, count)| {
            says[DetailMessage::Heard].render(&[("spoke", &spoke), ("count", &count)])
        });
    let items = standing
        .items
        .filter(|items| items.iter().sum::<usize>() > 0)
        .map(|[now, later, upward, none]| {
            says[DetailMessage::Items].render(&[
                ("now", &now),
                ("later", &later),
                ("upward", &upward),
                ("none", &none),
            ])
        });
    let second = [step, heard, items];
    let joined = |parts: Vec<Option<String>>| -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    [joined(first.into()), joined(second.into()), folder]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}
