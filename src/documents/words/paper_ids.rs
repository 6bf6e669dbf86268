//! The ids of the sentences of single papers, beside the minutes. Knows nothing of where they stand.

crate::messages! {
    /// The conclusion, in minutes and notice.
    pub(crate) enum ConcludedMessage {
        Act,
        ActLettered,
        ActAlone,
        Class,
        OwnWords,
        Counted,
        CountedTopic,
        CountedElsewhere,
        Topic,
        Item,
        ItemAnswer,
        ItemResult,
        ItemBoth,
        None,
    }
}

crate::messages! {
    /// The conclusion notice.
    pub(crate) enum ConclusionNoticeMessage {
        Code,
        Kind,
        SubjectState,
        SubjectParty,
        Opening,
        Attended,
        Counts,
        CountsBeside,
        CountsWritten,
        CountsCollected,
        Unclassed,
        Concludes,
        ConcludesHeard,
        ConcludesOnly,
        Tasks,
        Task,
        DefaultTask,
        Upward,
        Lead,
        Closing,
        ToSuperior,
        ToChairs,
        ToAgency,
        ToAgencyTasked,
        ToPetitioners,
        NoConclusion,
        Also,
    }
}

crate::messages! {
    /// The petition to the higher level.
    pub(crate) enum PetitionMessage {
        Subject,
        To,
        ToMany,
        ToOne,
        Opening,
        HeadNumber,
        HeadItem,
        HeadFrom,
        HeadAnswer,
        HeadAuthority,
        Closing,
        ToChair,
        ToLead,
        ByOrder,
        ByConclusion,
    }
}

crate::messages! {
    /// A transfer slip.
    pub(crate) enum SlipMessage {
        Code,
        Kind,
        Subject,
        SubjectParty,
        To,
        Opening,
        HeadNumber,
        HeadItem,
        HeadFrom,
        HeadSaid,
        HeadDue,
        Phone,
        ItemNumber,
        TaskPlain,
        TaskArticle,
        Closing,
        ByConclusion,
        BySession,
    }
}

crate::messages! {
    /// The contents of the dossier.
    pub(crate) enum ContentsMessage {
        Kind,
        Subject,
        Basis,
        NoList,
        Kept,
        HeadNumber,
        HeadTitle,
        HeadBasis,
        HeadState,
        HeadFile,
        Present,
        PresentOn,
        PresentNumbered,
        Drafted,
        DraftedUnlisted,
        ToAdd,
        NotNeeded,
        NotPrescribed,
        NotPublic,
        Minutes,
        ItemTable,
        Notice,
        Petition,
        Slip,
        Calendar,
        Record,
        Journal,
        Drafts,
        Letters,
        Board,
        PresentPart,
        PresentCopy,
        For,
        Settlement,
        Reminder,
        SessionReport,
        PetitionerLetters,
        Slips,
        UpwardPaper,
        Plan,
        Assignment,
        OpinionSlips,
        OpinionSummary,
        AnsweringReport,
        Invitations,
        Programme,
        PublicNotice,
    }
}

crate::messages! {
    /// The workbook of items.
    pub(crate) enum WorkbookMessage {
        Title,
        Held,
        Page,
        SheetItems,
        SheetClasses,
        SheetAgencies,
        SheetSpeaking,
        SheetAgenda,
        SheetDeadlines,
        Number,
        Name,
        Village,
        Venue,
        Text,
        Answer,
        Result,
        Time,
        Level,
        Class,
        Topic,
        Prepared,
        Raised,
        Spoken,
        Answering,
        AnsweredBy,
        Phone,
        AtSession,
        Order,
        Phase,
        Speech,
        Reply,
        FollowUp,
        Who,
        Registration,
        About,
        Called,
        Began,
        Ended,
        Limit,
        Lasted,
        Over,
        Corrected,
        Yes,
        Step,
        StepTitle,
        Lead,
        Article,
        Outcome,
        HeldStep,
        NotHeld,
        NoOccasion,
        Planned,
        Actual,
        Difference,
        Breaks,
        Total,
        What,
        Source,
        Due,
        Counting,
        Condition,
        Items,
        Chair,
        Nobody,
        Collected,
        CollectedNumber,
        AnswerPrepared,
        AnswerOpen,
        UpwardTime,
    }
}

crate::messages! {
    /// The calendar of due dates.
    pub(crate) enum DueCalendarMessage {
        Name,
        Deadline,
        Item,
        ItemAbout,
        Basis,
    }
}

crate::messages! {
    /// A letter to somebody who raised something.
    pub(crate) enum LetterMessage {
        Subject,
        To,
        Opening,
        OpeningNotice,
        Basis,
        ItemAlone,
        Item,
        Answer,
        AnswerOpen,
        Result,
        Closing,
    }
}

crate::messages! {
    /// The notice for the board and the loudspeaker.
    pub(crate) enum BoardMessage {
        Subject,
        Opening,
        Answered,
        Later,
        Upward,
        MatterBy,
        More,
        Closing,
        ToBoard,
        ToLoudspeaker,
    }
}
