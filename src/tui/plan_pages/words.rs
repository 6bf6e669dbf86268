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
        KeyHelp,
        KeyPutBack,
        KeyToCell,
        HelpTitle,
        HelpFoot,
        HelpPages,
        HelpMove,
        HelpChoice,
        HelpBreak,
        HelpRows,
        HelpMoveRow,
        HelpPaste,
        HelpFindings,
        HelpDuties,
        HelpPapers,
        HelpWrite,
        HelpImport,
        HelpFinish,
        HelpLeave,
    }
}

/// The sentences by their ids.
pub type PlanPageWords = Group<PageMessage>;

/// What can be done where the keys are.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each of them shows keys of its own"
)]
pub(super) struct PossibleKeys {
    /// A list, with rows.
    pub is_list: bool,
    /// One of its rows, and not the one in which the next is begun.
    pub has_row: bool,
    /// A cell is being written in.
    pub is_cell: bool,
    pub has_choices: bool,
    /// Several lines may stand in the cell.
    pub is_many: bool,
    /// A row was taken out and can be put back.
    pub can_put_back: bool,
    /// Duties that can be marked.
    pub has_duties: bool,
    /// Findings that can be gone to.
    pub leads_to_cells: bool,
    /// Something was found in the cells.
    pub has_findings: bool,
}

impl PlanPageWords {
    /// The keys that do something now, with what they do: those that are needed most first.
    pub(super) fn keys_of(&self, now: PossibleKeys) -> Vec<(String, String)> {
        let enter = if now.is_list {
            PageMessage::KeyNext
        } else if now.leads_to_cells {
            PageMessage::KeyToCell
        } else {
            PageMessage::KeyGo
        };
        let has_enter = now.is_cell || now.leads_to_cells;
        let keys = [
            ("F1", PageMessage::KeyHelp, true),
            ("Ctrl+S", PageMessage::KeyFinish, true),
            ("PgUp/PgDn", PageMessage::KeyPages, true),
            ("F9", PageMessage::KeyMark, now.has_duties),
            ("Enter", enter, has_enter),
            ("F4", PageMessage::KeyChoice, now.has_choices),
            ("F3", PageMessage::KeyBreak, now.is_many),
            ("Esc", PageMessage::KeyLeave, true),
            ("F8", PageMessage::KeyNextFault, now.has_findings),
            ("Insert", PageMessage::KeyAdd, now.is_list),
            ("Ctrl+X", PageMessage::KeyTakeOut, now.has_row),
            ("Ctrl+Z", PageMessage::KeyPutBack, now.can_put_back),
            ("Ctrl+↑↓", PageMessage::KeyMove, now.has_row),
            ("F2", PageMessage::KeyPapers, true),
            ("F7", PageMessage::KeyWrite, true),
            ("Ctrl+O", PageMessage::KeyImport, true),
        ];
        keys.into_iter()
            .filter(|(_, _, can)| *can)
            .map(|(key, id, _)| (key.to_owned(), self[id].to_string()))
            .collect()
    }

    /// Every key with what it does, line by line.
    pub(super) fn all_keys(&self) -> Vec<String> {
        let keys = [
            ("PgUp PgDn F5", PageMessage::HelpPages),
            ("↑↓ Tab Enter", PageMessage::HelpMove),
            ("F4", PageMessage::HelpChoice),
            ("F3", PageMessage::HelpBreak),
            ("Insert Ctrl+X", PageMessage::HelpRows),
            ("Ctrl+↑↓", PageMessage::HelpMoveRow),
            ("Ctrl+Shift+V", PageMessage::HelpPaste),
            ("F8", PageMessage::HelpFindings),
            ("F9", PageMessage::HelpDuties),
            ("F2", PageMessage::HelpPapers),
            ("F7", PageMessage::HelpWrite),
            ("Ctrl+O", PageMessage::HelpImport),
            ("Ctrl+S", PageMessage::HelpFinish),
            ("Esc", PageMessage::HelpLeave),
        ];
        keys.into_iter()
            .map(|(key, id)| format!("{key:<13} {}", self[id]))
            .collect()
    }
}
