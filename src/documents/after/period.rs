//! The report on a period: the draft in official layout and the workbook behind it. Both are made from the same figures.

use crate::documents::words::AfterMessage;
use std::path::Path;

use chrono::NaiveDate;

use super::period_book;
use super::period_telling::{PeriodOffice, PeriodTelling, by_alphabet, states};
use crate::documents::layout::{Heading, Sheet};
use crate::documents::model::Paper;
use crate::documents::prose::{Prose, upper_first};
use crate::documents::words::DocumentWords;
use crate::documents::{DossierError, DossierFile, docx};
use crate::domain::follow_up::{ItemRow, ReportFigures, ReportPeriod, RowPeriod, RowState};

/// The draft report and its workbook.
///
/// # Errors
/// When the office's own words cannot be used, or a document cannot be made.
pub fn period_papers(
    period: &ReportPeriod,
    figures: &ReportFigures,
    office: &PeriodOffice<'_>,
    today: NaiveDate,
    user_words: Option<&Path>,
) -> Result<Vec<DossierFile>, DossierError> {
    let words = DocumentWords::load(user_words)?;
    let telling = PeriodTelling {
        period,
        figures,
        office,
        today,
        prose: Prose {
            record: office.record,
            words: &words,
        },
    };
    let unmade =
        |document: &str, cause: Box<dyn std::error::Error + Send + Sync>| DossierError::Unmade {
            document: document.to_owned(),
            cause,
        };
    let (report, book) = ("bao-cao.docx", "so-lieu.xlsx");
    let made = today.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
    Ok(vec![
        DossierFile {
            bytes: docx::bytes(&telling.paper(), Some(made.fixed_offset()))
                .map_err(|cause| unmade(report, Box::new(cause)))?,
            path: report.to_owned(),
        },
        DossierFile {
            bytes: period_book::bytes(&telling).map_err(|cause| unmade(book, Box::new(cause)))?,
            path: book.to_owned(),
        },
    ])
}

impl PeriodTelling<'_> {
    fn paper(&self) -> Paper {
        let words = self.words();
        let name = self.period_name();
        let subject = words[AfterMessage::PeriodSubject].render(&[("period", &name)]);
        let mut sheet = Sheet::headed(
            self.prose,
            &Heading::Kind {
                code: words[AfterMessage::PeriodCode].to_string(),
                kind: words[AfterMessage::PeriodKind].to_string(),
                subject: subject.clone(),
                dated: true,
            },
        );
        let first = self.office.orders.first();
        // Whom the text has somebody else report to, this body does not write to on its strength.
        let own = first.filter(|report| self.owes(report));
        if let Some(to) = own.and_then(|report| self.addressed_to(report)) {
            sheet.addressed(
                words[AfterMessage::PeriodTo].render(&[("to", &upper_first(&to))]),
                Vec::new(),
            );
        }
        let (body, today) = (&self.office.record.body, short(self.today));
        sheet.text(match own {
            Some(report) => words[AfterMessage::PeriodOpening].render(&[
                ("article", &self.prose.cite(&report.article)),
                ("regulation", &self.prose.regulation()),
                ("body", body),
                ("period", &name),
                ("today", &today),
            ]),
            None => words[AfterMessage::PeriodOpeningPlain].render(&[
                ("body", body),
                ("period", &name),
                ("today", &today),
            ]),
        });
        for (place, report) in self.office.orders.iter().enumerate() {
            sheet.text(self.order(report, own.is_none() && place == 0));
        }
        self.sessions(&mut sheet);
        self.items(&mut sheet);
        self.promises(&mut sheet);
        self.overdue(&mut sheet);
        for what in &self.office.left_out {
            sheet.text(words[AfterMessage::PeriodLeftOut].render(&[("what", what)]));
        }
        sheet.closing(&words[AfterMessage::PeriodClosing].render(&[("period", &name)]));
        sheet
            .signed(&[words[AfterMessage::ToLead]
                .render(&[("lead_agency", &self.office.record.lead_agency)])]);
        sheet.paper(&format!("{} – {subject}", words[AfterMessage::PeriodKind]))
    }

    fn sessions(&self, sheet: &mut Sheet<'_>) {
        let (words, figures) = (self.words(), self.figures);
        sheet.heading(words[AfterMessage::PeriodSessions].as_str());
        sheet.text(words[AfterMessage::PeriodSessionsText].render(&[
            ("sessions", &two(figures.this.sessions)),
            ("spoke", &two(figures.this.spoke)),
            ("items", &two(figures.this.items.items)),
            ("sessions_before", &two(figures.previous.sessions)),
            ("items_before", &two(figures.previous.items.items)),
        ]));
        // A province has a hundred chairs: they stand in the workbook.
        if figures.frequency.len() <= 12 {
            for one in &figures.frequency {
                let wanted: Vec<&str> = one.wanted.iter().map(|text| text.vi.as_str()).collect();
                let wanted = wanted.join("; ");
                let count = two(one.sessions);
                let stood_in = if one.stood_in == 0 {
                    String::new()
                } else {
                    words[AfterMessage::PeriodStoodIn].render(&[("count", &two(one.stood_in))])
                };
                sheet.text(if wanted.is_empty() {
                    words[AfterMessage::PeriodChairSilent].render(&[
                        ("chair", &one.chair),
                        ("office", &one.office),
                        ("count", &count),
                        ("stood_in", &stood_in),
                    ])
                } else {
                    words[AfterMessage::PeriodChair].render(&[
                        ("chair", &one.chair),
                        ("office", &one.office),
                        ("count", &count),
                        ("stood_in", &stood_in),
                        ("wanted", &wanted),
                    ])
                });
            }
        }
        sheet.text(
            words[AfterMessage::PeriodNotices]
                .render(&[("count", &two(figures.this.notices_late))]),
        );
    }

    fn items(&self, sheet: &mut Sheet<'_>) {
        let (words, counts) = (self.words(), &self.figures.this.items);
        sheet.heading(words[AfterMessage::PeriodItems].as_str());
        sheet.text(words[AfterMessage::PeriodItemsText].render(&[
            ("items", &two(counts.items)),
            ("now", &two(counts.answered_now)),
            ("later", &two(counts.verify_later)),
            ("upward", &two(counts.report_upward)),
            ("unclassed", &two(counts.unclassed)),
        ]));
        if self.figures.fields.is_empty() {
            return;
        }
        sheet.text(words[AfterMessage::PeriodByField].as_str());
        let rows = by_alphabet(&self.figures.fields).into_iter().enumerate();
        let rows = rows.map(|(index, (field, counts))| {
            vec![
                (index + 1).to_string(),
                self.field(field.as_ref()),
                counts.items.to_string(),
                counts.answered_now.to_string(),
                counts.verify_later.to_string(),
                counts.report_upward.to_string(),
            ]
        });
        sheet.table(
            &[10, 62, 22, 26, 26, 28],
            &[
                words[AfterMessage::HeadNumber].as_str(),
                words[AfterMessage::ColField].as_str(),
                words[AfterMessage::ColItems].as_str(),
                words[AfterMessage::ColNow].as_str(),
                words[AfterMessage::ColLater].as_str(),
                words[AfterMessage::ColUpward].as_str(),
            ],
            rows.collect(),
        );
    }

    fn promises(&self, sheet: &mut Sheet<'_>) {
        let (words, figures) = (self.words(), self.figures);
        let (now, before) = (&figures.this.items, &figures.previous.items);
        sheet.heading(words[AfterMessage::PeriodPromises].as_str());
        sheet.text(words[AfterMessage::PeriodPromisesText].render(&[
            ("promised", &two(now.promised())),
            ("on_time", &two(now.on_time)),
            ("late", &two(now.late)),
            ("overdue", &two(now.overdue)),
            ("running", &two(now.running)),
            ("superior", &two(now.with_superior)),
            ("on_time_before", &two(before.on_time)),
            ("late_before", &two(before.late)),
            ("overdue_before", &two(before.overdue)),
        ]));
        // What was answered without a day having been set for it counts as in time; that it had none is said.
        let undated = figures.items.iter().filter(|row| {
            row.period == RowPeriod::This && row.state == RowState::OnTime && row.due.is_none()
        });
        let undated = u32::try_from(undated.count()).unwrap_or(u32::MAX);
        if undated > 0 {
            sheet.text(
                words[AfterMessage::PeriodPromisesUndated].render(&[("count", &two(undated))]),
            );
        }
        let carried = &figures.carried;
        if carried.items > 0 {
            sheet.text(words[AfterMessage::PeriodCarried].render(&[
                ("count", &two(carried.items)),
                ("done", &two(carried.on_time + carried.late)),
            ]));
        }
        if figures.agencies.is_empty() {
            return;
        }
        sheet.text(words[AfterMessage::PeriodByAgency].as_str());
        let rows = by_alphabet(&figures.agencies).into_iter().enumerate();
        let rows = rows.map(|(index, (agency, counts))| {
            let mut row = vec![(index + 1).to_string(), self.agency(agency.as_ref())];
            row.extend(states(counts).map(|count| count.to_string()));
            row
        });
        sheet.table(
            &[10, 58, 20, 22, 20, 22, 22, 22],
            &[
                words[AfterMessage::HeadNumber].as_str(),
                words[AfterMessage::ColAgency].as_str(),
                words[AfterMessage::ColPromised].as_str(),
                words[AfterMessage::ColOnTime].as_str(),
                words[AfterMessage::ColLate].as_str(),
                words[AfterMessage::ColOverdue].as_str(),
                words[AfterMessage::ColRunning].as_str(),
                words[AfterMessage::ColSuperior].as_str(),
            ],
            rows.collect(),
        );
    }

    fn overdue(&self, sheet: &mut Sheet<'_>) {
        const MOST: usize = 60;
        let words = self.words();
        sheet.heading(words[AfterMessage::PeriodOverdue].as_str());
        let mut late: Vec<&ItemRow> = self
            .figures
            .items
            .iter()
            .filter(|row| row.state == RowState::Overdue)
            .collect();
        late.sort_by_key(|row| std::cmp::Reverse(row.days_late));
        if late.is_empty() {
            sheet.text(words[AfterMessage::PeriodNone].as_str());
            return;
        }
        let rows = late.iter().take(MOST).enumerate().map(|(index, row)| {
            let days = row.days_late.unwrap_or_default();
            vec![
                (index + 1).to_string(),
                row.text.clone(),
                format!("{}, {}", upper_first(&row.person), row.village),
                self.agency(row.agency.as_ref()),
                row.due.map(short).unwrap_or_default(),
                upper_first(&words[AfterMessage::Overdue].render(&[("days", &days)])),
            ]
        });
        sheet.table(
            &[10, 48, 32, 32, 28, 26],
            &[
                words[AfterMessage::HeadNumber].as_str(),
                words[AfterMessage::HeadItem].as_str(),
                words[AfterMessage::HeadFrom].as_str(),
                words[AfterMessage::HeadAgency].as_str(),
                words[AfterMessage::ColDue].as_str(),
                words[AfterMessage::HeadLate].as_str(),
            ],
            rows.collect(),
        );
    }
}

fn two(count: u32) -> String {
    format!("{count:02}")
}

fn short(date: NaiveDate) -> String {
    super::After::short(date)
}
