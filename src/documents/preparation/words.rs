//! The sentences of the papers before a session. They are in Vietnamese whatever the program speaks. Knows what the
//! sentences are called, and nothing of when they are said.

use crate::domain::i18n::{Catalog, Message};

const SHIPPED: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/words/preparation.ron"
));

macro_rules! sentences {
    ($(#[$about:meta])* $name:ident { $($message:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone)]
        pub(crate) struct $name {
            $(pub(in crate::documents) $message: Message,)*
        }

        impl $name {
            fn at(catalog: &Catalog, group: &str) -> Self {
                Self {
                    $($message: catalog.take(&format!("{group}.{}", stringify!($message))),)*
                }
            }
        }
    };
}

sentences! {
    /// The public notice.
    PublicNoticeWords {
        code, kind, subject_state, subject_party, opening, opening_no_body, time, place, chair,
        contents, contents_open, contents_topic, contents_topic_open, attendance, delegates, delegates_more, delegates_invited, agencies,
        agencies_assigned, people_silent,
        programme, taking_part, taking_part_scope, to_public,
    }
}

sentences! {
    /// An invitation.
    InvitationWords {
        code, kind, subject_state, subject_party, to, leader_of, opening, opening_no_body, chair,
        time, place, contents, prepare, prepare_item, closing,
    }
}

sentences! {
    /// Who prepares which answer.
    AssignmentWords {
        code, kind, subject_state, subject_party, own, opening, none, head_number, head_text, head_from,
        head_agency, head_state, yes, due, due_law, due_open, closing,
    }
}

sentences! {
    /// The slip on which somebody writes an opinion.
    OpinionSlipWords {
        kind, subject_state, subject_party, about, about_open, name, village, phone, text,
        agency, speak, closing,
    }
}

sentences! {
    /// The summary of opinions.
    SummaryWords {
        code, kind, subject_state, subject_party, own, opening, none, counts, counted, no_topic,
        head_number, head_from, head_text, head_topic, head_agency, closing,
    }
}

sentences! {
    /// The report that answers them.
    AnswersWords {
        code, kind, subject_state, subject_party, own, opening, none, head_number, head_from, head_text,
        head_answer, head_agency, closing,
    }
}

sentences! {
    /// The programme.
    ProgrammeWords {
        code, kind, subject_state, subject_party, opening, head_time, head_step, head_lead, span,
        closing, to,
    }
}

/// All of them.
#[derive(Debug, Clone)]
pub(crate) struct PreparationWords {
    pub(super) notice: PublicNoticeWords,
    pub(super) invitation: InvitationWords,
    pub(super) assignment: AssignmentWords,
    pub(super) slip: OpinionSlipWords,
    pub(super) summary: SummaryWords,
    pub(super) answers: AnswersWords,
    pub(super) programme: ProgrammeWords,
    /// How a text calls a paper whose kind it does not name, one and several.
    pub(super) written_matter: Message,
    pub(super) written_matters: Message,
}

impl PreparationWords {
    /// The sentences of the program.
    pub(super) fn shipped() -> Self {
        Self::of(&Catalog::shipped(SHIPPED))
    }

    fn of(catalog: &Catalog) -> Self {
        Self {
            notice: PublicNoticeWords::at(catalog, "notice"),
            invitation: InvitationWords::at(catalog, "invitation"),
            assignment: AssignmentWords::at(catalog, "assignment"),
            slip: OpinionSlipWords::at(catalog, "slip"),
            summary: SummaryWords::at(catalog, "summary"),
            answers: AnswersWords::at(catalog, "answers"),
            programme: ProgrammeWords::at(catalog, "programme"),
            written_matter: catalog.take("own_names.one"),
            written_matters: catalog.take("own_names.several"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_there_and_is_said() {
        let catalog = Catalog::shipped(SHIPPED);
        let _ = PreparationWords::of(&catalog);
        assert_eq!(catalog.missing(), Vec::<String>::new());
        assert_eq!(catalog.untaken(), Vec::<String>::new());
    }
}
