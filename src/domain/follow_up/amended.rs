//! What changed in a session's items since the ledger was opened: a journal may be amended after closing, and a promise may
//! then be another one. Compares two states of the same session; where they come from is not known here.

use super::promise::{ItemSummary, SessionPromises};

/// An item that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendedItem {
    pub item: u32,
    /// `None` when it is new.
    pub before: Option<ItemSummary>,
    /// `None` when it is gone.
    pub now: Option<ItemSummary>,
}

/// Every item that differs, in order.
#[must_use]
pub fn amended(before: &SessionPromises, now: &SessionPromises) -> Vec<AmendedItem> {
    let mut ids: Vec<u32> = before
        .items
        .iter()
        .chain(&now.items)
        .map(|item| item.id)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .filter_map(|id| {
            let (was, is) = (before.item(id), now.item(id));
            (was != is).then(|| AmendedItem {
                item: id,
                before: was.cloned(),
                now: is.cloned(),
            })
        })
        .collect()
}
