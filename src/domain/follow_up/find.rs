//! Finding what was raised and what became of it, by a few words typed with or without diacritics.

use super::ledger::LedgerState;
use super::promise::{ItemSummary, SessionPromises};
use crate::domain::text::{Score, Search};

/// An item in which all words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundItem {
    pub item: ItemSummary,
    /// The answer that was given later, in its own words.
    pub answer: Option<String>,
    pub score: Score,
}

/// The items of a session in which every word occurs: in the person, the village, the text, the field, the agency, or an
/// answer.
#[must_use]
pub fn find(search: &Search, promises: &SessionPromises, ledger: &LedgerState) -> Vec<FoundItem> {
    promises
        .items
        .iter()
        .filter_map(|item| {
            let progress = ledger.promises.get(&item.id);
            let answer = progress
                .and_then(|known| known.answer())
                .and_then(|answer| answer.text.clone());
            let agency = progress.and_then(|known| known.agency.as_deref());
            let score = search.score(&haystack(item, agency, answer.as_deref()))?;
            Some(FoundItem {
                item: item.clone(),
                answer,
                score,
            })
        })
        .collect()
}

fn haystack(item: &ItemSummary, agency: Option<&str>, answer: Option<&str>) -> String {
    let parts = [
        Some(item.honorific.as_str()),
        Some(item.name.as_str()),
        Some(item.village.as_str()),
        Some(item.text.as_str()),
        item.topic.as_deref(),
        agency.or(item.agency.as_deref()),
        item.authority.as_deref(),
        item.answer.as_deref(),
        answer,
    ];
    let mut all = String::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str(" \u{b7} ");
        }
        all.push_str(part);
    }
    all
}
