//! The sentences of the pages of a plan.

use crate::domain::i18n::{Group, Sources};

/// The files of these pages.
pub const SOURCES: Sources = crate::word_sources!("plan_pages");

crate::messages! {
    /// Everything the pages say besides what comes from the plan's own table.
    pub enum PageMessage {
        TitleNew,
        TitleOf,
        Promised,
        PromisedAbout,
        PromisedNone,
        Duties,
        DutiesAbout,
        Check,
        CheckAbout,
        AllRight,
        StillWrong,
        Choices,
        RowOut,
        Pasted,
        PasteUnknown,
        Marked,
        ImportTitle,
        ImportFoot,
        Imported,
        WriteTitle,
        WriteFoot,
        Written,
        PapersTitle,
        PapersFoot,
        PapersLack,
        NothingWrong,
        Optional,
        GridTitle,
        GridAbout,
        GridUnread,
        GridRow,
        GridLook,
        GridNone,
        GridTaken,
        GridTakeAll,
        GridTakeSome,
        GridEdit,
        GridMeaning,
        GridDrop,
        GridNextFault,
        GridLeave,
        HeldLines,
        HeldRows,
        HeldNone,
        HeldPromises,
        HeldDuties,
        HeldRight,
        HeldFaults,
        DraftBack,
        Kept,
        WhoChairs,
        WhoPrepares,
        PlanStates,
        PlanComplete,
        PlanLacks,
        ElementTime,
        ElementPlace,
        ElementForm,
        ElementContents,
        ElementParticipants,
        ElementPreparers,
        DutyDue,
        DutyDone,
        DutyLate,
        DutyWaived,
        DutyOpen,
        InLine,
        InRow,
        KeyPages,
        KeyNext,
        KeyChoice,
        KeyBreak,
        KeyAdd,
        KeyTakeOut,
        KeyNextFault,
        KeyPapers,
        KeyWrite,
        KeyMove,
        KeyImport,
        KeyFinish,
        KeyLeave,
        KeyMark,
        KeyGo,
    }
}

/// The sentences by their ids.
pub type PlanPageWords = Group<PageMessage>;

impl PlanPageWords {
    /// The keys that matter on a page, with what they do.
    pub(super) fn keys_of(&self, is_list: bool, is_duties: bool) -> Vec<(String, String)> {
        let mut keys = vec![
            ("Ctrl+S", &self[PageMessage::KeyFinish]),
            ("PgUp/PgDn", &self[PageMessage::KeyPages]),
        ];
        if is_duties {
            keys.push(("F9", &self[PageMessage::KeyMark]));
        } else {
            let enter = if is_list {
                PageMessage::KeyNext
            } else {
                PageMessage::KeyGo
            };
            keys.push(("Enter", &self[enter]));
            keys.push(("F4", &self[PageMessage::KeyChoice]));
        }
        keys.push(("Esc", &self[PageMessage::KeyLeave]));
        keys.push(("F8", &self[PageMessage::KeyNextFault]));
        if is_list {
            keys.push(("Insert", &self[PageMessage::KeyAdd]));
            keys.push(("Ctrl+X", &self[PageMessage::KeyTakeOut]));
            keys.push(("Ctrl+↑↓", &self[PageMessage::KeyMove]));
        }
        keys.push(("F2", &self[PageMessage::KeyPapers]));
        keys.push(("F7", &self[PageMessage::KeyWrite]));
        keys.push(("Ctrl+O", &self[PageMessage::KeyImport]));
        keys.push(("F3", &self[PageMessage::KeyBreak]));
        keys.into_iter()
            .map(|(key, words)| (key.to_owned(), words.to_string()))
            .collect()
    }
}
