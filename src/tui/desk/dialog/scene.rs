//! What the hall is shown: a message, what happens, or one picture that stays.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Dialog, Panel, plain};
use crate::domain::regulation::ClassKind;
use crate::domain::session::command::Command;
use crate::domain::session::scene::Scene;

pub(super) fn open(context: DialogContext<'_>) -> Dialog {
    let forms = &context.words.forms;
    let conclusion = |kind: ClassKind| Some(Scene::Conclusion(Some(kind)));
    let scenes = [
        (&forms.scene_follow, None),
        (&forms.scene_blank, Some(Scene::Blank)),
        (&forms.scene_agenda, Some(Scene::Agenda)),
        (&forms.scene_floor, Some(Scene::Floor)),
        (&forms.scene_conclusion, Some(Scene::Conclusion(None))),
        (&forms.scene_now, conclusion(ClassKind::AnsweredNow)),
        (&forms.scene_later, conclusion(ClassKind::VerifyLater)),
        (&forms.scene_upward, conclusion(ClassKind::ReportUpward)),
    ];
    let message = plain(
        context.words.flow.write_to_hall.to_string(),
        PickerAction::Open(DialogKind::Hall),
    );
    let lines = std::iter::once(message)
        .chain(scenes.into_iter().map(|(text, scene)| {
            plain(
                text.to_string(),
                PickerAction::Perform(Command::SetScene { scene }),
            )
        }))
        .collect();
    Dialog {
        kind: DialogKind::Scene,
        panel: Panel::list(forms.scene.to_string(), lines),
    }
}
