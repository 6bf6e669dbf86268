//! What the hall is shown: a message, what happens, or one picture that stays.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::regulation::ClassKind;
use crate::domain::session::command::Command;
use crate::domain::session::scene::Scene;
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let conclusion = |kind: ClassKind| Some(Scene::Conclusion(Some(kind)));
    let scenes = [
        (&forms[FormMessage::SceneFollow], None),
        (&forms[FormMessage::SceneBlank], Some(Scene::Blank)),
        (&forms[FormMessage::SceneAgenda], Some(Scene::Agenda)),
        (&forms[FormMessage::SceneFloor], Some(Scene::Floor)),
        (
            &forms[FormMessage::SceneConclusion],
            Some(Scene::Conclusion(None)),
        ),
        (
            &forms[FormMessage::SceneNow],
            conclusion(ClassKind::AnsweredNow),
        ),
        (
            &forms[FormMessage::SceneLater],
            conclusion(ClassKind::VerifyLater),
        ),
        (
            &forms[FormMessage::SceneUpward],
            conclusion(ClassKind::ReportUpward),
        ),
        (&forms[FormMessage::SceneDark], Some(Scene::Dark)),
    ];
    let message = plain(
        context.words.flow[FlowMessage::WriteToHall].to_string(),
        PickerAction::Open(DialogKind::Hall),
    );
    let lines = std::iter::once(message)
        .chain(scenes.into_iter().map(|(text, scene)| {
            let command = match scene {
                // Also a message that lies under a picture goes.
                None => Command::FollowInHall,
                Some(_) => Command::SetScene { scene },
            };
            plain(text.to_string(), PickerAction::Perform(command))
        }))
        .collect();
    Dialog {
        kind: DialogKind::Scene,
        panel: Panel::list(forms[FormMessage::Scene].to_string(), lines),
    }
}
