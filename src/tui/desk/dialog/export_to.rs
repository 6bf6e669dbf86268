//! Where the dossier goes: the user's documents, a stick, beside the session, or a folder that is typed.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Complaint, Dialog, DialogForm, Panel, plain};
use super::path_typed::clear_path;
use crate::store::bundle::{Destination, DestinationKind};
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::words::FormMessage;

#[derive(Debug)]
struct ExportFolder {
    path: Field,
}

/// The places there are now; the first is taken with `Enter`.
pub(super) fn open(context: DialogContext<'_>, places: Vec<Destination>) -> Dialog {
    let forms = &context.words.forms;
    let lines = places
        .iter()
        .map(|place| {
            let sentence = match place.kind {
                DestinationKind::Office => &forms[FormMessage::ExportOffice],
                DestinationKind::Documents => &forms[FormMessage::ExportDocuments],
                DestinationKind::Stick => &forms[FormMessage::ExportStick],
                DestinationKind::BesideSession => &forms[FormMessage::ExportBeside],
            };
            let text = sentence.render(&[("path", &place.folder.display())]);
            plain(text, PickerAction::ExportTo(place.folder.clone()))
        })
        .chain(std::iter::once(plain(
            forms[FormMessage::ExportElsewhere].to_string(),
            PickerAction::Open(DialogKind::ExportFolder),
        )))
        .collect();
    Dialog {
        kind: DialogKind::ExportTo(places),
        panel: Panel::list(forms[FormMessage::ExportTo].to_string(), lines),
    }
}

pub(super) fn open_folder(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let path = Field::text(forms[FormMessage::Path].to_string(), "");
    Dialog {
        kind: DialogKind::ExportFolder,
        panel: Panel::form(
            forms[FormMessage::ExportTo].to_string(),
            ExportFolder { path },
        ),
    }
}

impl FormFields for ExportFolder {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.path]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.path]
    }
}

impl DialogForm for ExportFolder {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        Ok(Effect::ExportToTyped(clear_path(
            self, &self.path, context,
        )?))
    }
}
