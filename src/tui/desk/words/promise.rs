//! What the bottom line says that `Enter` will do in a list or a form.

use crate::domain::i18n::Group;

crate::messages! {
    /// What `Enter` will do.
    pub enum PromiseMessage {
        Does,
        AsksReason,
        NotYet,
        GoesTo,
        GoesToItem,
        WritesAnswer,
        ExportsHere,
        ExportsTo,
        SavesTo,
        ClosesList,
        TakesBack,
        PutsBack,
    }
}

pub type PromiseWords = Group<PromiseMessage>;
