//! How often a chair held a dialogue, against what the regulation wants. Knows sessions and periods, and no workbook.

use std::collections::BTreeMap;

use super::period::{PeriodKind, ReportPeriod};
use super::promise::SessionPromises;
use crate::domain::regulation::Text;

/// How often somebody held a dialogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChairFrequency {
    pub body: String,
    pub chair: String,
    pub office: String,
    pub sessions: u32,
    /// In so many of them somebody else presided.
    pub stood_in: u32,
    /// What the regulation says of how often.
    pub wanted: Vec<Text>,
    /// At least so many in this period; `None` where the text gives no number.
    pub at_least: Option<u32>,
}

/// How often each chair held a dialogue in the period, with what the regulation wants; of each session whether it belongs to
/// the period.
pub(super) fn frequency<'s>(
    period: &ReportPeriod,
    sessions: impl Iterator<Item = (&'s SessionPromises, bool)>,
) -> Vec<ChairFrequency> {
    let mut all: BTreeMap<(String, String, String), ChairFrequency> = BTreeMap::new();
    // Of one session nobody else's chair is told.
    let is_of_one = matches!(period.kind, PeriodKind::AfterSession(_));
    for (promises, is_in) in sessions.filter(|(_, is_in)| *is_in || !is_of_one) {
        let key = (
            promises.body.clone(),
            promises.chair.office.clone(),
            promises.chair.name.clone(),
        );
        let one = all.entry(key).or_insert_with(|| ChairFrequency {
            body: promises.body.clone(),
            chair: promises.chair.name.clone(),
            office: promises.chair.office.clone(),
            sessions: 0,
            stood_in: 0,
            wanted: promises
                .regulation
                .frequencies(&promises.occasion())
                .map(|rule| rule.text.clone())
                .collect(),
            at_least: at_least(period, promises),
        });
        if is_in {
            one.sessions += 1;
            one.stood_in += u32::from(promises.stood_in);
        }
    }
    all.into_values().collect()
}

/// At least so many sessions in the period, where the regulation gives a number; a part of a turn counts for nothing.
fn at_least(period: &ReportPeriod, promises: &SessionPromises) -> Option<u32> {
    promises
        .regulation
        .frequencies(&promises.occasion())
        .filter_map(|rule| rule.often)
        .map(|often| {
            let months = u32::from(often.months).max(1);
            period.months() / months * u32::from(often.times)
        })
        .max()
}
