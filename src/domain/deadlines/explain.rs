//! The counting of a deadline in sentences. Knows the words and the data, and decides nothing.

use chrono::NaiveDate;

use super::{DeadlineEntry, DueDate, DueWhen, ReportRemark, ReportedPeriod, Strictness};
use crate::domain::calendar::{Counting, DayNotice, Skipped, Why};
use crate::domain::i18n::{Group, Lang, Message, Sources};
use crate::domain::regulation::{Grade, Limit, Phrases, Text};

pub(crate) const WORDS: Sources = crate::word_sources!("deadlines");

crate::messages! {
    /// The sentences about days.
    pub enum DeadlinesMessage {
        Heading,
        HeadingWithNotice,
        Law,
        Cited,
        NoDate,
        NotCountable,
        NoLimitShort,
        Condition,
        OwedBy,
        CountedForward,
        CountedBack,
        SkippedWeekends,
        SkippedDayOff,
        CountedDay,
        Reached,
        RolledWeekend,
        RolledDayOff,
        DueForward,
        DueMoved,
        DueBack,
        Expected,
        AwaitsNotice,
        AwaitsEvent,
        OnDay,
        Waived,
        LastDayOff,
        OtherPeriod,
        FirstHalf,
        SecondHalf,
        WholeYear,
        Quarter,
        Month,
        Months,
        NoLimit,
        NoLimitMay,
        NoLimitListed,
        ReportBefore,
        ReportNoDate,
        Stricter,
        Same,
        Looser,
        NoYear,
        NoSource,
    }
}

pub type DeadlineWords = Group<DeadlinesMessage>;

/// The sentences about days together with the language they are in.
#[derive(Debug)]
pub struct Explainer {
    pub(crate) words: DeadlineWords,
    pub(crate) phrases: Phrases,
    pub(crate) lang: Lang,
}

impl Explainer {
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self {
            words: WORDS.read(lang),
            phrases: Phrases::new(lang),
            lang,
        }
    }

    /// That nothing was counted under a regulation, since its file cannot be used.
    #[must_use]
    pub fn not_counted(&self, source: &Text) -> String {
        self.words[DeadlinesMessage::NoSource].render(&[("source", &source.in_lang(self.lang))])
    }

    /// How a due date comes about, sentence by sentence.
    #[must_use]
    pub fn lines(&self, due_date: &DueDate) -> Vec<String> {
        let words = &self.words;
        let mut lines = match &due_date.due {
            DueWhen::Counted(counting) => self.counting(counting),
            DueWhen::Before(before) => vec![words[DeadlinesMessage::ReportBefore].render(&[
                ("before", &self.phrases.date(*before)),
                ("date", &self.phrases.date(due_date.on().unwrap_or(*before))),
            ])],
            DueWhen::AwaitsNotice => due_date
                .limit()
                .map(|limit| {
                    words[DeadlinesMessage::AwaitsNotice]
                        .render(&[("limit", &self.phrases.limit(limit))])
                })
                .into_iter()
                .collect(),
            DueWhen::On(day) => {
                vec![words[DeadlinesMessage::OnDay].render(&[("date", &self.phrases.date(*day))])]
            }
            DueWhen::AwaitsEvent(_) => vec![words[DeadlinesMessage::AwaitsEvent].to_string()],
            DueWhen::NoLimit => vec![
                match &due_date.entry {
                    DeadlineEntry::Deadline(duty) => match duty.grade {
                        Grade::Orders => &words[DeadlinesMessage::NoLimit],
                        Grade::May => &words[DeadlinesMessage::NoLimitMay],
                        Grade::Lists => &words[DeadlinesMessage::NoLimitListed],
                    },
                    DeadlineEntry::Report(_) => &words[DeadlinesMessage::ReportNoDate],
                }
                .to_string(),
            ],
            DueWhen::NoYear(no_year) => {
                vec![words[DeadlinesMessage::NoYear].render(&[("year", &no_year.year)])]
            }
        };
        lines.extend(
            due_date
                .remarks
                .iter()
                .map(|remark| self.of_report(*remark)),
        );
        let remark = match &due_date.entry {
            DeadlineEntry::Deadline(deadline) => deadline.remark.as_ref(),
            DeadlineEntry::Report(report) => report.remark.as_ref(),
        };
        lines.extend(remark.map(|remark| remark.in_lang(self.lang).to_owned()));
        lines.extend(due_date.waived.as_ref().map(|waiver| {
            words[DeadlinesMessage::Waived].render(&[
                ("text", &waiver.text.in_lang(self.lang)),
                ("article", &waiver.article.in_lang(self.lang)),
            ])
        }));
        lines.extend(due_date.beside.as_ref().map(|beside| {
            match beside.standing {
                Strictness::Stricter => &words[DeadlinesMessage::Stricter],
                Strictness::Same => &words[DeadlinesMessage::Same],
                Strictness::Looser => &words[DeadlinesMessage::Looser],
            }
            .render(&[("source", &beside.title.in_lang(self.lang))])
        }));
        lines
    }

    fn of_report(&self, remark: ReportRemark) -> String {
        let words = &self.words;
        match remark {
            ReportRemark::LastDayOff(day) => {
                words[DeadlinesMessage::LastDayOff].render(&[("date", &self.phrases.date(day))])
            }
            ReportRemark::OtherPeriod(period) => {
                words[DeadlinesMessage::OtherPeriod].render(&[("period", &self.period(period))])
            }
        }
    }

    /// What a report covers.
    fn period(&self, period: ReportedPeriod) -> String {
        let words = &self.words;
        match period {
            ReportedPeriod::FirstHalf(year) => {
                words[DeadlinesMessage::FirstHalf].render(&[("year", &year)])
            }
            ReportedPeriod::SecondHalf(year) => {
                words[DeadlinesMessage::SecondHalf].render(&[("year", &year)])
            }
            ReportedPeriod::Year(year) => {
                words[DeadlinesMessage::WholeYear].render(&[("year", &year)])
            }
            ReportedPeriod::Quarter(year, quarter) => {
                words[DeadlinesMessage::Quarter].render(&[("quarter", &quarter), ("year", &year)])
            }
            ReportedPeriod::Months { year, first, last } if first == last => {
                words[DeadlinesMessage::Month].render(&[("month", &first), ("year", &year)])
            }
            ReportedPeriod::Months { year, first, last } => words[DeadlinesMessage::Months]
                .render(&[("first", &first), ("last", &last), ("year", &year)]),
        }
    }

    /// How a date was counted, sentence by sentence.
    #[must_use]
    pub fn counting(&self, counting: &Counting) -> Vec<String> {
        let words = &self.words;
        let (began, ended) = if counting.back {
            (
                &words[DeadlinesMessage::CountedBack],
                &words[DeadlinesMessage::DueBack],
            )
        } else {
            (
                &words[DeadlinesMessage::CountedForward],
                &words[DeadlinesMessage::DueForward],
            )
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
                words[DeadlinesMessage::SkippedWeekends].render(&[("dates", &weekends.join(", "))]),
            );
        }
        for Skipped { on, why } in &counting.skipped {
            match why {
                Why::Weekend => {}
                Why::DayOff(notice) => {
                    lines.push(self.named(&words[DeadlinesMessage::SkippedDayOff], *on, notice));
                }
            }
        }
        for (on, notice) in &counting.made_up {
            lines.push(self.named(&words[DeadlinesMessage::CountedDay], *on, notice));
        }
        let limit = Limit {
            days: counting.days,
            unit: counting.unit,
        };
        let reached = if counting.rolled.is_empty() {
            ended
        } else {
            &words[DeadlinesMessage::Reached]
        };
        lines.push(reached.render(&[
            ("limit", &self.phrases.limit(limit)),
            ("date", &self.phrases.date(counting.reached)),
        ]));
        for Skipped { on, why } in &counting.rolled {
            lines.push(match why {
                Why::Weekend => words[DeadlinesMessage::RolledWeekend]
                    .render(&[("date", &self.phrases.date(*on))]),
                Why::DayOff(notice) => {
                    self.named(&words[DeadlinesMessage::RolledDayOff], *on, notice)
                }
            });
        }
        if !counting.rolled.is_empty() {
            let due = self.phrases.date(counting.due);
            lines.push(words[DeadlinesMessage::DueMoved].render(&[("date", &due)]));
        }
        if counting.leans_on_expected() {
            lines.push(words[DeadlinesMessage::Expected].to_string());
        }
        lines
    }

    fn named(&self, sentence: &Message, on: NaiveDate, notice: &DayNotice) -> String {
        sentence.render(&[
            ("date", &self.phrases.date(on)),
            ("what", &notice.what.in_lang(self.lang)),
            ("source", &notice.source),
        ])
    }
}
