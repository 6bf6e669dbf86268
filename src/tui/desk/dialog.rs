//! What may lie on top of the desk: at most one list, form or page at a time, each carrying its own input. Every dialog has
//! a file of its own, which opens it, reads it back and says what it asks for; here stands only which file that is.

mod answer;
mod answerer;
mod attendance;
mod away;
mod call_instead;
mod change_to_now;
mod class_later;
mod class_upward;
mod conclusion;
pub mod context;
mod correct;
mod day;
mod deadlines;
mod deputy;
mod export_to;
mod find;
mod follow_up;
mod gate;
mod hall_address;
mod hall_message;
mod help;
mod import;
mod item;
mod items;
pub mod kind;
mod limit;
mod move_item;
mod new_item;
mod no_time;
mod note;
mod opinion;
mod palette;
pub mod panel;
mod path_typed;
mod person;
mod person_details;
mod quit;
mod reason;
mod reason_fields;
mod register;
mod rest;
mod rules;
mod save_elsewhere;
mod scene;
mod scope;
mod speaking_mode;
mod stations;
mod steps;
mod subjects;
mod topic;

use context::{AskAct, DialogContext};
use kind::DialogKind;
use panel::Dialog;

/// The dialog that was asked for, or `None` when there is nothing to choose from.
#[must_use]
pub fn open(kind: DialogKind, context: DialogContext<'_>, act_now: AskAct<'_>) -> Option<Dialog> {
    match kind {
        DialogKind::Deadlines => deadlines::open(context),
        DialogKind::Help => Some(help::open(context, act_now)),
        DialogKind::Rules => rules::open(context),
        DialogKind::Palette => Some(palette::open(context, act_now)),
        DialogKind::Find => Some(find::open(context)),
        DialogKind::Person(number) => person::open(context, number),
        DialogKind::PersonAtDoor(number) => person::open_at_door(context, number),
        DialogKind::Stations => stations::open(context),
        DialogKind::HallAddress(at) => hall_address::open(context, at),
        DialogKind::Grounds(number) => person::open_grounds(context, number),
        DialogKind::CallInstead(number) => call_instead::open(context, number),
        DialogKind::PersonDetails(number) => person_details::open(context, number),
        DialogKind::ClassLater(item) => class_later::open(context, item),
        DialogKind::ClassUpward(item) => class_upward::open(context, item),
        DialogKind::ChangeToNow(item) => change_to_now::open(context, item),
        DialogKind::NoTimeForRest => no_time::open(context),
        DialogKind::Reason(command, departures) => Some(reason::open(context, command, departures)),
        DialogKind::Scope(command) => Some(scope::open(context, command)),
        DialogKind::Gate => gate::open(context),
        DialogKind::Register => Some(register::open(context)),
        DialogKind::ImportFile => Some(import::open_file(context)),
        DialogKind::Import(offer) => Some(import::open(context, offer)),
        DialogKind::Item(item) => item::open(context, item),
        DialogKind::NewItem(by) => Some(new_item::open(context, by)),
        DialogKind::Answer(item) => answer::open(context, item),
        DialogKind::AnswerNow(item) => answer::open_in_flow(context, item),
        DialogKind::Topic(item) => topic::open(context, item),
        DialogKind::Note => Some(note::open(context)),
        DialogKind::Hall => Some(hall_message::open(context)),
        DialogKind::Scene => Some(scene::open(context)),
        DialogKind::Opinion(item) => opinion::open(context, item),
        DialogKind::MoveItem(item) => Some(move_item::open(context, item)),
        DialogKind::Answerer(items) => Some(answerer::open(context, items)),
        DialogKind::FollowUpBy => follow_up::open(context),
        DialogKind::FollowUpAbout(number) => follow_up::open_about(context, number),
        DialogKind::Steps => Some(steps::open(context)),
        DialogKind::SpeakingMode => Some(speaking_mode::open(context)),
        DialogKind::Deputy => Some(deputy::open(context)),
        DialogKind::Break => Some(rest::open(context)),
        DialogKind::Limit => Some(limit::open(context)),
        DialogKind::Items => Some(items::open(context)),
        DialogKind::Segments => Some(correct::open_segments(context)),
        DialogKind::Correct(segment) => correct::open(context, segment),
        DialogKind::ConclusionGroups => conclusion::open_groups(context),
        DialogKind::Conclusion(act) => conclusion::open(context, act),
        DialogKind::Subjects(number) => subjects::open(context, number),
        DialogKind::SetAside(number) => Some(subjects::open_set_aside(context, number)),
        DialogKind::Attendance => Some(attendance::open(context)),
        DialogKind::Presence(who) => Some(attendance::open_presence(context, who)),
        DialogKind::Substitute(who) => Some(attendance::open_substitute(context, who)),
        DialogKind::PeopleCount => Some(attendance::open_people_count(context)),
        DialogKind::Away => away::open(context),
        DialogKind::Folder => Some(save_elsewhere::open(context)),
        DialogKind::ExportTo(places) => Some(export_to::open(context, places)),
        DialogKind::ExportFolder => Some(export_to::open_folder(context)),
        DialogKind::Quit => Some(quit::open(context)),
    }
}
