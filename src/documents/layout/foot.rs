//! The foot of a document: who signs, in which capacity, and who receives it.

use super::super::model::{Paragraph, Run, Table, Twips, pt};
use super::Sheet;
use super::titles::as_spelled_today;
use crate::documents::words::LayoutMessage;
use crate::domain::i18n::Message;
use crate::domain::regulation::Level;
use crate::domain::session::plan::Official;
use crate::domain::text::fold;

impl<'s> Sheet<'s> {
    /// Signatures of the minutes: who wrote them left, who presided right; then the recipients.
    pub(in crate::documents) fn minutes_signatures(
        &mut self,
        secretary: Option<&Official>,
        to: &[String],
    ) {
        let layout = &self.prose.words.layout;
        let (left, right, file) = if self.is_state() {
            (
                &layout[LayoutMessage::MinutesSecretaryState],
                &layout[LayoutMessage::MinutesChairState],
                &layout[LayoutMessage::FileMinutesState],
            )
        } else {
            (
                &layout[LayoutMessage::MinutesSecretaryParty],
                &layout[LayoutMessage::MinutesChairParty],
                self.filed_by_party(),
            )
        };
        let (left, right, file) = (left.to_string(), right.to_string(), file.to_string());
        let check = self.check_line();
        let name = |official: Option<&Official>| official.map(|official| official.name.clone());
        let half = self.measures.margins.text_width() / 2;
        let hand = self.measures.hand;
        // In one row, which is never torn apart: the recipients do not go on to a page of their own.
        let mut left = signature(&[(left, true)], name(secretary).as_deref(), hand);
        left.extend(check);
        left.extend(self.recipients(to, &file));
        let right = signature(
            &[(right, true)],
            name(Some(self.prose.chair())).as_deref(),
            hand,
        );
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![left, right]],
            ..Table::default()
        });
    }

    /// Recipients left, the signature of whoever presided right.
    pub(in crate::documents) fn signed(&mut self, to: &[String]) {
        let layout = &self.prose.words.layout;
        let signatory = self.prose.signatory();
        let file = if self.is_state() {
            &layout[LayoutMessage::FileState]
        } else {
            self.filed_by_party()
        };
        let recipients = self.recipients(to, &file.to_string());
        let lines = self.capacity(signatory);
        let half = self.measures.margins.text_width() / 2;
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![
                recipients,
                signature(&lines, Some(&signatory.name), self.measures.hand),
            ]],
            ..Table::default()
        });
    }

    /// Recipients left, room for whoever heads the agency that prepares the session right: the plan does not know who that
    /// is.
    pub(in crate::documents) fn signed_by_lead(&mut self, to: &[String]) {
        let layout = &self.prose.words.layout;
        let file = if self.is_state() {
            &layout[LayoutMessage::FileState]
        } else {
            self.filed_by_party()
        };
        let recipients = self.recipients(to, &file.to_string());
        let office = layout[head_of(&self.prose.record.lead_agency)].to_string();
        let half = self.measures.margins.text_width() / 2;
        let right = signature(&[(office, self.is_state())], None, self.measures.hand);
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![recipients, right]],
            ..Table::default()
        });
    }

    /// In which capacity somebody signs: a secretary for the board of a Party committee, a deputy for the head, the head
    /// of an office by order. Whoever holds an office of government never signs for a board.
    fn capacity(&self, signatory: &Official) -> Vec<(String, bool)> {
        let layout = &self.prose.words.layout;
        let office = self.short_office(self.fitting_office(&signatory.office));
        let folded = fold(&office);
        let by_party =
            !self.is_state() && !fold(&self.prose.record.body).starts_with("uy ban nhan dan");
        let mut lines: Vec<(String, bool)> = Vec::new();
        if folded.starts_with("chanh van phong") {
            let order = if by_party {
                &layout[LayoutMessage::ByOrderParty]
            } else {
                &layout[LayoutMessage::ByOrderState]
            };
            lines.push((order.to_string(), true));
        } else if by_party && folded.contains("bi thu") {
            lines.push((layout[LayoutMessage::ForBoard].to_string(), true));
        } else if let Some(head) = office.strip_prefix("PHÓ ") {
            lines.push((
                layout[LayoutMessage::ForHead].render(&[("head", &head)]),
                true,
            ));
        }
        lines.push((office, self.is_state()));
        lines
    }

    /// Of several offices in one person the one that this body of rules signs with.
    fn fitting_office<'o>(&self, office: &'o str) -> &'o str {
        let is_of_party = |part: &&str| fold(part).contains("bi thu");
        let mut parts = office.split(',').map(str::trim);
        parts
            .find(|part| is_of_party(part) != self.is_state())
            .unwrap_or(office)
    }

    /// Where a Party committee files: the office of the province's, the city's, or its own.
    fn filed_by_party(&self) -> &'s Message {
        let (record, layout) = (self.prose.record, &self.prose.words.layout);
        let body = fold(&record.body);
        if body.contains("thanh uy") {
            &layout[LayoutMessage::FilePartyCity]
        } else if body.contains("tinh uy") || record.level == Level::Province {
            &layout[LayoutMessage::FilePartyProvince]
        } else {
            &layout[LayoutMessage::FileParty]
        }
    }

    /// One small line that holds the minutes on to the record they were made from.
    fn check_line(&self) -> Option<Paragraph> {
        let anchor = self.prose.record.journal.as_ref()?;
        let (entries, code) = anchor.split_once(':')?;
        let code: Vec<String> = code
            .chars()
            .collect::<Vec<char>>()
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        let line = self.prose.words.layout[LayoutMessage::CheckLine]
            .render(&[("records", &entries), ("code", &code.join(" "))]);
        Some(Paragraph::of(Run::new(line).size(9)).spaced(0, pt(6)))
    }

    fn recipients(&self, to: &[String], file: &str) -> Vec<Paragraph> {
        let measures = self.measures;
        let title = Run::new(self.prose.words.layout[LayoutMessage::Recipients].as_str())
            .size(measures.recipients);
        let title = if self.is_state() {
            title.bold().italic()
        } else {
            title.underline()
        };
        std::iter::once(Paragraph::of(title).spaced(pt(6), 0))
            .chain(
                to.iter()
                    .map(String::as_str)
                    .chain([file])
                    .map(|line| Paragraph::of(Run::new(line).size(measures.list))),
            )
            .collect()
    }

    /// An office as it is signed: *CHỦ TỊCH* of *Chủ tịch UBND xã*.
    fn short_office(&self, office: &str) -> String {
        let first = as_spelled_today(office.split(',').next().unwrap_or_default());
        let end = self
            .prose
            .words
            .office_ends
            .iter()
            .filter_map(|word| first.find(&format!(" {word}")))
            .min()
            .unwrap_or(first.len());
        let (short, _) = first.split_at_checked(end).unwrap_or((first.as_str(), ""));
        short.to_uppercase()
    }
}

/// What whoever heads an agency is called.
fn head_of(agency: &str) -> LayoutMessage {
    let name = fold(agency);
    if agency.contains(',') {
        LayoutMessage::ForAgencies
    } else if name.starts_with("van phong") {
        LayoutMessage::HeadOfOffice
    } else if name.starts_with("ban ") {
        LayoutMessage::HeadOfBoard
    } else if name.starts_with("phong ") {
        LayoutMessage::HeadOfDepartment
    } else {
        LayoutMessage::HeadOfUnit
    }
}

/// Lines of capacity and office, room for the hand, the name.
fn signature(lines: &[(String, bool)], name: Option<&str>, hand: Twips) -> Vec<Paragraph> {
    let mut cell: Vec<Paragraph> = lines
        .iter()
        .map(|(text, bold)| {
            let run = Run::new(text.as_str()).size(14);
            Paragraph::centred(if *bold { run.bold() } else { run }).with_next()
        })
        .collect();
    let name = Run::new(name.unwrap_or_default()).size(14).bold();
    cell.push(Paragraph::centred(name).spaced(hand, pt(12)));
    cell
}
