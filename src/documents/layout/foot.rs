//! The foot of a document: who signs, in which capacity, and who receives it.

use super::super::model::{Paragraph, Run, Table, pt};
use super::Sheet;
use crate::documents::words::LayoutMessage;
use crate::domain::session::plan::Official;

impl Sheet<'_> {
    /// Signatures of the minutes: who wrote them left, who presided right; then the recipients.
    pub(in crate::documents) fn minutes_signatures(
        &mut self,
        secretary: Option<&Official>,
        to: &[String],
    ) {
        let layout = &self.scribe.words.layout;
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
                &layout[LayoutMessage::FileParty],
            )
        };
        let (left, right, file) = (left.to_string(), right.to_string(), file.to_string());
        let name = |official: Option<&Official>| official.map(|official| official.name.clone());
        let half = self.measures.margins.text_width() / 2;
        // In one row, which is never torn apart: the recipients do not go on to a page of their own.
        let mut left = signature(&[(left, true)], name(secretary).as_deref());
        left.extend(self.recipients(to, &file));
        let right = signature(&[(right, true)], name(Some(self.scribe.chair())).as_deref());
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![left, right]],
            ..Table::default()
        });
    }

    /// A line below everything, in the size of the recipients.
    pub(in crate::documents) fn small_print(&mut self, text: &str) {
        let run = Run::new(text).size(self.measures.list).italic();
        self.add(Paragraph::of(run).spaced(pt(6), 0));
    }

    /// Recipients left, the signature of whoever presided right.
    pub(in crate::documents) fn signed(&mut self, to: &[String]) {
        let layout = &self.scribe.words.layout;
        let chair = self.scribe.chair();
        let file = if self.is_state() {
            &layout[LayoutMessage::FileState]
        } else {
            &layout[LayoutMessage::FileParty]
        };
        let recipients = self.recipients(to, &file.to_string());
        let office = self.short_office(&chair.office);
        let mut lines: Vec<(String, bool)> = Vec::new();
        if !self.is_state() {
            lines.push((layout[LayoutMessage::ForBoard].to_string(), true));
        } else if let Some(head) = office.strip_prefix("PHÓ ") {
            // A deputy signs for the head.
            lines.push((
                layout[LayoutMessage::ForHead].render(&[("head", &head)]),
                true,
            ));
        }
        lines.push((office, self.is_state()));
        let half = self.measures.margins.text_width() / 2;
        self.add(Table {
            columns: vec![half, half],
            rows: vec![vec![recipients, signature(&lines, Some(&chair.name))]],
            ..Table::default()
        });
    }

    fn recipients(&self, to: &[String], file: &str) -> Vec<Paragraph> {
        let measures = self.measures;
        let title = Run::new(self.scribe.words.layout[LayoutMessage::Recipients].as_str())
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
        let first = office.split(',').next().unwrap_or_default();
        let end = self
            .scribe
            .words
            .office_ends
            .iter()
            .filter_map(|word| first.find(&format!(" {word}")))
            .min()
            .unwrap_or(first.len());
        let (short, _) = first.split_at_checked(end).unwrap_or((first, ""));
        short.to_uppercase()
    }
}

/// Lines of capacity and office, room for the hand, the name.
fn signature(lines: &[(String, bool)], name: Option<&str>) -> Vec<Paragraph> {
    let mut cell: Vec<Paragraph> = lines
        .iter()
        .map(|(text, bold)| {
            let run = Run::new(text.as_str()).size(14);
            Paragraph::centred(if *bold { run.bold() } else { run }).with_next()
        })
        .collect();
    let name = Run::new(name.unwrap_or_default()).size(14).bold();
    cell.push(Paragraph::centred(name).spaced(pt(64), pt(12)));
    cell
}
