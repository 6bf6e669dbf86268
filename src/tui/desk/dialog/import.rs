//! Adding people and opinions while the session is under way: the file they come from, and what it would add.

use super::context::DialogContext;
use super::kind::{DialogKind, PickerAction};
use super::panel::{Complaint, Dialog, DialogForm, Panel, plain};
use super::path_typed::clear_path;
use crate::domain::session::command::Command;
use crate::domain::session::plan::{Opinion, Registration};
use crate::domain::session::plan_update::known_agency;
use crate::tui::desk::effect::Effect;
use crate::tui::desk::form::{Field, FormFields};
use crate::tui::desk::import::{ImportOffer, ImportSource, ReadAs};
use crate::tui::desk::picker::PickerLine;
use crate::tui::desk::words::ImportMessage;
use crate::tui::desk::words::RefusalMessage;

#[derive(Debug)]
struct ImportFile {
    path: Field,
}

/// The file, typed or dropped; a table may be pasted instead.
pub(super) fn open_file(context: DialogContext<'_>) -> Dialog {
    let says = &context.words.import;
    let path = Field::long(says[ImportMessage::File].to_string(), "");
    Dialog {
        kind: DialogKind::ImportFile,
        panel: Panel::form(says[ImportMessage::Title].to_string(), ImportFile { path })
            .with_intro(vec![says[ImportMessage::Intro].to_string()]),
    }
}

impl FormFields for ImportFile {
    fn fields(&self) -> Vec<&Field> {
        vec![&self.path]
    }

    fn fields_mut(&mut self) -> Vec<&mut Field> {
        vec![&mut self.path]
    }
}

impl DialogForm for ImportFile {
    fn accept(&self, context: DialogContext<'_>) -> Result<Effect, Complaint> {
        let path = clear_path(self, &self.path, context)?;
        Ok(Effect::Import(ImportSource::File(path)))
    }
}

/// What would be added: accepting any of its lines adds all of it, in one act.
pub(super) fn open(context: DialogContext<'_>, offer: Box<ImportOffer>) -> Dialog {
    let says = &context.words.import;
    let is_new = !offer.additions.is_empty();
    let title = title(context, &offer);
    let add = if is_new {
        PickerAction::Perform(Command::Import {
            additions: Box::new(offer.additions.clone()),
            within_scope: None,
            reason: None,
        })
    } else {
        PickerAction::Say(context.words.refusals[RefusalMessage::NothingNew].to_string())
    };
    let told = |text: String| plain(text, add.clone());
    let mut lines: Vec<PickerLine<PickerAction>> = Vec::new();
    if is_new {
        lines.push(told(says[ImportMessage::Add].render(&[
            ("people", &offer.additions.people.len()),
            ("opinions", &offer.additions.opinions.len()),
        ])));
    }
    let people = offer.additions.people.iter();
    lines.extend(people.map(|person| told(person_line(context, person))));
    let opinions = offer.additions.opinions.iter();
    lines.extend(opinions.map(|opinion| told(opinion_line(context, opinion))));
    for agency in &offer.additions.agencies {
        if known_agency(&context.session.state().agencies, agency).is_none() {
            lines.push(told(
                says[ImportMessage::Agency].render(&[("name", &agency.name)]),
            ));
        }
    }
    for what in &offer.read.left_out {
        lines.push(told(says[ImportMessage::LeftOut].render(&[("what", what)])));
    }
    for what in &offer.read.remarks {
        lines.push(told(says[ImportMessage::Look].render(&[("what", what)])));
    }
    lines.extend(known(context, &offer).map(|text| PickerLine {
        dimmed: true,
        ..told(text)
    }));
    lines.extend(other_way(context, &offer));
    let columns = offer.read.columns.as_ref().map(|(columns, _)| {
        says[ImportMessage::Columns].render(&[("columns", &columns.join(" · "))])
    });
    Dialog {
        panel: Panel::list(title, lines).with_intro(columns.into_iter().collect()),
        kind: DialogKind::Import(offer),
    }
}

/// What it is called: a file by its name.
fn from(context: DialogContext<'_>, source: &ImportSource) -> String {
    match source {
        ImportSource::File(path) => {
            let name = path.trim_end_matches(['"', '\'', ' ']);
            let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
            name.to_owned()
        }
        ImportSource::Pasted { .. } => context.words.import[ImportMessage::Pasted].to_string(),
    }
}

fn title(context: DialogContext<'_>, offer: &ImportOffer) -> String {
    let says = &context.words.import;
    let from = from(context, &offer.source);
    let nothing = offer.additions.is_empty() && offer.read.left_out.is_empty();
    if nothing {
        return says[ImportMessage::NothingNew].render(&[("from", &from)]);
    }
    says[ImportMessage::Offer].render(&[
        ("from", &from),
        ("people", &offer.additions.people.len()),
        ("opinions", &offer.additions.opinions.len()),
        ("known", &offer.known()),
        ("left_out", &offer.read.left_out.len()),
    ])
}

fn person_line(context: DialogContext<'_>, person: &Registration) -> String {
    let says = &context.words.import;
    let name = person.called();
    let subjects: Vec<&str> = person
        .subjects
        .iter()
        .map(|subject| subject.text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    let told = if subjects.is_empty() {
        says[ImportMessage::Person].render(&[("name", &name), ("village", &person.village)])
    } else {
        says[ImportMessage::PersonWithSubject].render(&[
            ("name", &name),
            ("village", &person.village),
            ("subject", &subjects.join("; ")),
        ])
    };
    // Nobody has to have a village.
    told.replace(",  –", " –")
        .trim_end_matches([',', ' '])
        .to_owned()
}

fn opinion_line(context: DialogContext<'_>, opinion: &Opinion) -> String {
    context.words.import[ImportMessage::Opinion]
        .render(&[("text", &opinion.text), ("from", &opinion.from)])
}

/// What is there already.
fn known<'a>(
    context: DialogContext<'a>,
    offer: &'a ImportOffer,
) -> impl Iterator<Item = String> + 'a {
    let says = &context.words.import;
    let plan = offer.read.plan.iter();
    plan.flat_map(move |plan| {
        let people = plan.speakers.iter().filter(|person| {
            let added = &offer.additions.people;
            !added.iter().any(|new| new == person.as_ref())
        });
        let opinions = plan.opinions.iter().filter(|opinion| {
            let added = &offer.additions.opinions;
            !added.iter().any(|new| new == *opinion)
        });
        let people = people.map(|person| {
            let told = says[ImportMessage::KnownPerson]
                .render(&[("name", &person.called()), ("village", &person.village)]);
            told.trim_end_matches([',', ' ']).to_owned()
        });
        let opinions = opinions
            .map(|opinion| says[ImportMessage::KnownOpinion].render(&[("text", &opinion.text)]));
        people.chain(opinions).collect::<Vec<_>>()
    })
}

/// A pasted table may be read as the other of the two lists.
fn other_way(context: DialogContext<'_>, offer: &ImportOffer) -> Option<PickerLine<PickerAction>> {
    let ImportSource::Pasted { text, .. } = &offer.source else {
        return None;
    };
    let says = &context.words.import;
    let (_, read_as) = offer.read.columns.as_ref()?;
    let (sentence, read_as) = match read_as {
        ReadAs::Opinions => (&says[ImportMessage::AsPeople], ReadAs::People),
        ReadAs::People | ReadAs::Guessed => (&says[ImportMessage::AsOpinions], ReadAs::Opinions),
    };
    let source = ImportSource::Pasted {
        text: text.clone(),
        read_as,
    };
    Some(plain(sentence.to_string(), PickerAction::Import(source)))
}
