//! The sentences about people and opinions that are added while the session is under way.

use crate::domain::i18n::Group;

crate::messages! {
    /// What the desk says of what a file or a pasted table brings.
    pub enum ImportMessage {
        Title,
        Intro,
        File,
        Pasted,
        Offer,
        NothingNew,
        Add,
        Person,
        PersonWithSubject,
        Opinion,
        KnownPerson,
        KnownOpinion,
        LeftOut,
        Look,
        AsOpinions,
        AsPeople,
        Columns,
        Row,
        Agency,
        NoList,
        Did,
    }
}

pub type ImportWords = Group<ImportMessage>;
