//! The sentences of the papers before a session. They are in Vietnamese whatever the program speaks. Knows what the
//! sentences are called, and nothing of when they are said.

use serde::Deserialize;

use crate::documents::DossierError;
use crate::documents::ron_file;
use crate::documents::words::WordsFault;
use crate::domain::i18n::Message;

const SHIPPED: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/words/preparation.ron"
));

macro_rules! messages {
    ($(#[$about:meta])* $name:ident { $($message:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            $(pub(super) $message: Message,)*
        }
    };
}

messages! {
    /// The public notice.
    PublicNoticeWords {
        code, kind, subject_state, subject_party, opening, opening_no_body, time, place, chair,
        contents, contents_open, content, attendance, delegates, agencies, people, programme, step,
        taking_part, register, at_the_hall, closing, to_public,
    }
}

messages! {
    /// An invitation.
    InvitationWords {
        code, kind, subject_state, subject_party, to, leader_of, opening, opening_no_body, chair,
        time, place, contents, prepare, prepare_item, closing,
    }
}

messages! {
    /// Who prepares which answer.
    AssignmentWords {
        code, kind, subject_state, subject_party, opening, none, head_number, head_text, head_from,
        head_agency, head_state, yes, due, due_law, due_open, closing,
    }
}

messages! {
    /// The slip on which somebody writes an opinion.
    OpinionSlipWords {
        kind, code, subject_state, subject_party, about, about_open, name, village, phone, text,
        agency, speak, closing, line, full_line,
    }
}

messages! {
    /// The summary of opinions.
    SummaryWords {
        code, kind, subject_state, subject_party, opening, none, counts, counted, no_topic,
        head_number, head_from, head_text, head_topic, head_agency, closing,
    }
}

messages! {
    /// The report that answers them.
    AnswersWords {
        code, kind, subject_state, subject_party, opening, none, head_number, head_from, head_text,
        head_answer, head_agency, closing,
    }
}

messages! {
    /// The programme.
    ProgrammeWords {
        code, kind, subject_state, subject_party, opening, head_time, head_step, head_lead, span,
        closing,
    }
}

/// All of them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PreparationWords {
    pub(super) notice: PublicNoticeWords,
    pub(super) invitation: InvitationWords,
    pub(super) assignment: AssignmentWords,
    pub(super) slip: OpinionSlipWords,
    pub(super) summary: SummaryWords,
    pub(super) answers: AnswersWords,
    pub(super) programme: ProgrammeWords,
}

impl PreparationWords {
    /// The sentences of the program.
    ///
    /// # Errors
    /// A test reads them, so a user of the released program does not meet one.
    pub(super) fn shipped() -> Result<Self, DossierError> {
        ron_file::parse(SHIPPED).map_err(|(at, damage)| DossierError::Words {
            path: "preparation.ron".into(),
            fault: WordsFault::Damaged(at, damage),
        })
    }
}
