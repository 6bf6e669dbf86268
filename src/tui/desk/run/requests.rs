//! What the desk asks for, carried out: acts, lists to be read, the dossier, another folder.

use std::path::Path;

use super::{Env, Exported, ListsFrom, draw};
use crate::store::bundle;
use crate::store::hall_sheet;
use crate::store::journal::{LockError, Mismatch};
use crate::store::sessions::{OpenSession, PerformError, typed_path};
use crate::tui::desk::draft::DraftFile;
use crate::tui::desk::import::ImportSource;
use crate::tui::desk::words::NoticeMessage;
use crate::tui::desk::{Desk, Effect, Severity};
use crate::tui::plan_pages::paste;
use crate::tui::terminal::Screen;

/// Carries out what the desk asks for; true when the aide leaves.
pub(super) fn carry_out(
    screen: &mut Screen,
    request: Effect,
    desk: &mut Desk,
    opened: &mut OpenSession,
    drafts: &mut DraftFile,
    around: &Env<'_>,
) -> bool {
    match request {
        // The desk has no key for it.
        Effect::LinkVenue(_) => {}
        Effect::Quit => return true,
        Effect::Perform(command) => {
            let (now, stamp) = opened.now();
            let outcome = match opened.perform(command.clone(), now) {
                Ok(()) => Ok(()),
                Err(PerformError::Refused(refusal)) => Err(refusal),
                Err(PerformError::NotWritten(error)) => {
                    let cause = (around.cause)(&error);
                    match Mismatch::in_error(&error) {
                        Some(mismatch) => desk.not_written_into(mismatch, &cause),
                        None => desk.not_written(&cause),
                    }
                    return false;
                }
            };
            desk.after_command(&command, outcome, opened.session(), stamp);
        }
        Effect::SaveTo(typed) => {
            let parent = typed_path(&typed.to_string_lossy(), around.home);
            // It is opened by that path from anywhere.
            let parent = std::path::absolute(&parent).unwrap_or(parent);
            save_to(&parent, desk, opened, drafts, around);
        }
        Effect::WriteAnew => write_anew(desk, opened, around),
        Effect::AskWhereToExport => {
            let (_, stamp) = opened.now();
            let places = bundle::destinations(opened.folder(), around.papers);
            desk.ask_where_to_export(places, opened.session(), stamp);
        }
        Effect::LookForHalls => {
            let (_, stamp) = opened.now();
            let halls = hall_sheet::sheets(opened.folder());
            desk.show_halls(halls, opened.session(), stamp);
        }
        Effect::Import(source) => import(desk, source, opened, around),
        Effect::ExportTo(to) => export(screen, desk, opened, &to, around),
        Effect::ExportToTyped(typed) => {
            let to = typed_path(&typed, around.home);
            export(screen, desk, opened, &to, around);
        }
    }
    false
}

/// Writes the dossier; the screen shows how far it is, document by document, and the clocks go on.
fn export(screen: &mut Screen, desk: &mut Desk, opened: &OpenSession, to: &Path, around: &Env<'_>) {
    let exported = (around.export)(opened, to, &mut |made, total| {
        let text = desk.words.notices[NoticeMessage::Exporting]
            .render(&[("made", &made), ("total", &total)]);
        desk.notify(Severity::Good, text);
        // A frame that cannot be drawn is told by the next one that has to be.
        let _ = draw(screen, desk, opened, around.theme);
    });
    match exported {
        Ok(Exported { folder, kept }) => {
            desk.exported_to(&folder);
            let says = &desk.words.notices;
            let (sentence, tone) = if opened.session().state().closed.is_some() {
                (&says[NoticeMessage::Exported], Severity::Good)
            } else {
                (&says[NoticeMessage::ExportedOpen], Severity::Warning)
            };
            let text = sentence.render(&[("path", &folder.display())]);
            let text = match kept {
                Some(kept) => {
                    says[NoticeMessage::ExportKept].render(&[("exported", &text), ("kept", &kept)])
                }
                None => text,
            };
            desk.notify(tone, text);
        }
        Err(cause) => {
            let text = desk.words.notices[NoticeMessage::NotExported].render(&[("cause", &cause)]);
            desk.notify(Severity::Warning, text);
        }
    }
}

/// Reads what is to be added, and shows it.
fn import(desk: &mut Desk, source: ImportSource, opened: &OpenSession, around: &Env<'_>) {
    let (_, stamp) = opened.now();
    let from = match &source {
        ImportSource::File(typed) => ListsFrom::File(typed_path(typed, around.home)),
        ImportSource::Pasted { text, read_as } => ListsFrom::Table {
            cells: paste::table(text),
            read_as: *read_as,
        },
    };
    match (around.import)(opened.session(), &from) {
        Ok(read) => desk.offer_import(source, read, opened.session(), stamp),
        Err(cause) => desk.not_imported(cause.as_str()),
    }
}

/// Goes on in another folder.
fn save_to(
    parent: &Path,
    desk: &mut Desk,
    opened: &mut OpenSession,
    drafts: &mut DraftFile,
    around: &Env<'_>,
) {
    match opened.move_to(parent) {
        Ok(folder) => {
            *drafts = DraftFile::beside(&folder);
            desk.saved_elsewhere(&folder);
            if let Some(left) = opened.without_redirect() {
                desk.moved_without_redirect(left, &folder);
            }
        }
        Err(error) => desk.not_saved_elsewhere(parent, &(around.cause)(&error)),
    }
}

/// Writes the journal anew in its place, if no other desk has it by now.
fn write_anew(desk: &mut Desk, opened: &mut OpenSession, around: &Env<'_>) {
    let (now, _) = opened.now();
    match opened.write_anew(now.wall) {
        Ok(kept) => desk.written_anew(kept.as_deref()),
        Err(LockError::Io(error)) => desk.not_written_anew(&(around.cause)(&error)),
        Err(LockError::Held(holder)) => desk.not_written_anew(&(around.held)(holder.as_ref())),
        Err(LockError::Unclear(_)) => desk.not_written_anew(&(around.held)(None)),
    }
}
