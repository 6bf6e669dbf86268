//! The sentences about what others than the desk ask for.

use crate::domain::i18n::Group;

crate::messages! {
    /// What the desk says of stations, and answers them.
    pub enum StationMessage {
        Desk,
        Registration,
        RegistrationNamed,
        Secretary,
        SecretaryNamed,
        Venue,
        VenueNamed,
        Unnamed,
        Did,
        JustChanged,
        Junk,
        JunkMany,
        TooLong,
        NotUtf8,
        NotUnderstood,
        NotAnswered,
        NotRead,
        TakenNumber,
        Namesake,
        UnknownStation,
        ShutOut,
        NotForThisStation,
        AnotherJournal,
        NotItsOwn,
        AlreadyCalled,
        AnotherPerson,
        AnotherItem,
        TextChanged,
        NoTextWas,
        StandingChanged,
        OnlyTheDesk,
        NeedsScope,
        StoodOn,
        NoLongerThere,
        NoSuchStation,
        Title,
        NoStations,
        Asked,
        IsShutOut,
        DoShutOut,
        DoLetIn,
        DidShutOut,
        DidLetIn,
        VenueReady,
        VenueLost,
        MarkVenueReady,
        MarkVenueLost,
    }
}

pub type StationWords = Group<StationMessage>;
