//! The counting of a deadline in sentences. Knows the words and the data, and decides nothing.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Due, DueDate, Entry, Standing};
use crate::domain::calendar::{Counting, Notice, Skipped, Why};
use crate::domain::i18n::{Lang, Message, Sources};
use crate::domain::regulation::{Limit, Phrases, Text};

pub(super) const WORDS: Sources = crate::word_sources!("deadlines");

/// The sentences of this room.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub(super) heading: Message,
    pub(super) heading_with_notice: Message,
    pub(super) law: Message,
    pub(super) cited: Message,
    pub(super) no_date: Message,
    pub(super) not_countable: Message,
    pub(super) no_limit_short: Message,
    pub(super) condition: Message,
    pub(super) owed_by: Message,
    counted_forward: Message,
    counted_back: Message,
    skipped_weekends: Message,
    skipped_day_off: Message,
    counted_day: Message,
    reached: Message,
    rolled_weekend: Message,
    rolled_day_off: Message,
    due_forward: Message,
    due_moved: Message,
    due_back: Message,
    expected: Message,
    awaits_notice: Message,
    awaits_event: Message,
    on_day: Message,
    waived: Message,
    no_limit: Message,
    report_before: Message,
    report_no_date: Message,
    stricter: Message,
    same: Message,
    looser: Message,
    no_year: Message,
    no_source: Message,
}

/// The sentences of this room together with the language they are in.
#[derive(Debug)]
pub struct Explainer {
    pub(super) words: Words,
    pub(super) phrases: Phrases,
    pub(super) lang: Lang,
}

impl Explainer {
    /// # Errors
    /// When the words are not as the program expects them, which a test of the words rules out.
    pub fn new(lang: Lang) -> Result<Self, ron::error::SpannedError> {
        Ok(Self {
            words: WORDS.read(lang)?,
            phrases: Phrases::new(lang)?,
            lang,
        })
    }

    /// That nothing was counted under a regulation, since its file cannot be used.
    #[must_use]
    pub fn not_counted(&self, source: &Text) -> String {
        self.words
            .no_source
            .render(&[("source", &source.in_lang(self.lang))])
    }

    /// How a due date comes about, sentence by sentence.
    #[must_use]
    pub fn lines(&self, due_date: &DueDate) -> Vec<String> {
        let words = &self.words;
        let mut lines = match &due_date.due {
            Due::Counted(counting) => self.counting(counting),
            Due::Before(before) => vec![words.report_before.render(&[
                ("before", &self.phrases.date(*before)),
                ("date", &self.phrases.date(due_date.on().unwrap_or(*before))),
            ])],
            Due::AwaitsNotice => due_date
                .limit()
                .map(|limit| {
                    words
                        .awaits_notice
                        .render(&[("limit", &self.phrases.limit(limit))])
                })
                .into_iter()
                .collect(),
            Due::On(day) => vec![words.on_day.render(&[("date", &self.phrases.date(*day))])],
            Due::AwaitsEvent(_) => vec![words.awaits_event.to_string()],
            Due::NoLimit => vec![
                match &due_date.entry {
                    Entry::Deadline(_) => &words.no_limit,
                    Entry::Report(_) => &words.report_no_date,
                }
                .to_string(),
            ],
            Due::NoYear(no_year) => vec![words.no_year.render(&[("year", &no_year.year)])],
        };
        let remark = match &due_date.entry {
            Entry::Deadline(deadline) => deadline.remark.as_ref(),
            Entry::Report(report) => report.remark.as_ref(),
        };
        lines.extend(remark.map(|remark| remark.in_lang(self.lang).to_owned()));
        lines.extend(due_date.waived.as_ref().map(|waiver| {
            words.waived.render(&[
                ("text", &waiver.text.in_lang(self.lang)),
                ("article", &waiver.article),
            ])
        }));
        lines.extend(due_date.beside.as_ref().map(|beside| {
            match beside.standing {
                Standing::Stricter => &words.stricter,
                Standing::Same => &words.same,
                Standing::Looser => &words.looser,
            }
            .render(&[("source", &beside.title.in_lang(self.lang))])
        }));
        lines
    }

    /// How a date was counted, sentence by sentence.
    #[must_use]
    pub fn counting(&self, counting: &Counting) -> Vec<String> {
        let words = &self.words;
        let (began, ended) = if counting.back {
            (&words.counted_back, &words.due_back)
        } else {
            (&words.counted_forward, &words.due_forward)
        };
        let mut lines = vec![began.render(&[
            ("event", &self.phrases.date(counting.event)),
            ("first", &self.phrases.date(counting.first)),
        ])];
        let weekends: Vec<String> = counting
            .skipped
            .iter()
            .filter(|day| day.why == Why::Weekend)
            .map(|day| self.phrases.date(day.on))
            .collect();
        if !weekends.is_empty() {
            lines.push(
                words
                    .skipped_weekends
                    .render(&[("dates", &weekends.join(", "))]),
            );
        }
        for Skipped { on, why } in &counting.skipped {
            match why {
                Why::Weekend => {}
                Why::DayOff(notice) => lines.push(self.named(&words.skipped_day_off, *on, notice)),
            }
        }
        for (on, notice) in &counting.made_up {
            lines.push(self.named(&words.counted_day, *on, notice));
        }
        let limit = Limit {
            days: counting.days,
            unit: counting.unit,
        };
        let reached = if counting.rolled.is_empty() {
            ended
        } else {
            &words.reached
        };
        lines.push(reached.render(&[
            ("limit", &self.phrases.limit(limit)),
            ("date", &self.phrases.date(counting.reached)),
        ]));
        for Skipped { on, why } in &counting.rolled {
            lines.push(match why {
                Why::Weekend => words
                    .rolled_weekend
                    .render(&[("date", &self.phrases.date(*on))]),
                Why::DayOff(notice) => self.named(&words.rolled_day_off, *on, notice),
            });
        }
        if !counting.rolled.is_empty() {
            let due = self.phrases.date(counting.due);
            lines.push(words.due_moved.render(&[("date", &due)]));
        }
        if counting.leans_on_expected() {
            lines.push(words.expected.to_string());
        }
        lines
    }

    fn named(&self, sentence: &Message, on: NaiveDate, notice: &Notice) -> String {
        sentence.render(&[
            ("date", &self.phrases.date(on)),
            ("what", &notice.what.in_lang(self.lang)),
            ("source", &notice.source),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::i18n::places_that_differ;

    #[test]
    fn both_languages_have_the_same_sentences_with_the_same_places() {
        assert_eq!(places_that_differ(WORDS), Vec::<String>::new());
        for lang in [Lang::Vi, Lang::En] {
            Explainer::new(lang).unwrap();
        }
    }
}
