//! Making a dialog out of the session as it is now: what can be chosen, and what is proposed.

use super::lists::{
    answerers, collected, everything, follow_ups, groups, items, people_of, person_menu, segments,
    steps,
};
use super::{Chosen, Dialog, Opening, Purpose, class, due, holder_name, keys, order, times};
use crate::domain::deadlines::Basis;
use crate::domain::format;
use crate::domain::i18n::{Lang, Message};
use crate::domain::regulation::{ActId, ClassKind, Phase};
use crate::domain::session::Session;
use crate::domain::session::command::Command;
use crate::domain::session::item::{ItemId, Raiser};
use crate::domain::session::plan::{Number, Registration, SpeakingMode};
use crate::domain::session::scene::Scene;
use crate::domain::time::SessionTime;
use crate::tui::desk::form::{Field, Form};
use crate::tui::desk::picker::{Line, Picker};
use crate::tui::desk::words::DeskWords;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::PaneMessage;

/// What a dialog is made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub session: &'a Session,
    pub basis: &'a Basis,
    pub words: &'a DeskWords,
    pub lang: Lang,
    pub now: SessionTime,
}

impl Ground<'_> {
    pub(super) fn item_text(&self, id: ItemId) -> String {
        self.session
            .state()
            .item(id)
            .map(|item| item.text.clone())
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| self.words.panes[PaneMessage::NoText].to_string())
    }

    pub(super) fn raiser_name(&self, by: Raiser) -> String {
        match by {
            Raiser::Citizen(number) => self
                .session
                .state()
                .queue
                .person(number)
                .map_or_else(String::new, |person| person.registration.called()),
            Raiser::Collected(id) => self
                .session
                .plan()
                .opinions
                .iter()
                .find(|opinion| opinion.id == id)
                .map_or_else(String::new, |opinion| opinion.from.clone()),
        }
    }
}

/// The dialog that was asked for, or `None` when there is nothing to choose from.
#[must_use]
pub fn open(opening: Opening, ground: Ground<'_>) -> Option<Dialog> {
    let (session, words) = (ground.session, ground.words);
    let forms = &words.forms;
    let state = session.state();
    Some(match opening {
        Opening::Deadlines => Dialog::Page(due::page(ground)?),
        Opening::Help => Dialog::Page(keys::help(words)),
        Opening::Palette => picker(
            forms[FormMessage::Palette].to_string(),
            keys::palette(words),
        ),
        Opening::Find => picker(forms[FormMessage::Find].to_string(), everything(ground)),
        Opening::Items => picker(forms[FormMessage::Items].to_string(), items(ground)),
        Opening::Segments => picker(forms[FormMessage::Segments].to_string(), segments(ground)),
        Opening::Person(number) => person(ground, number)?,
        Opening::Grounds(number) => grounds(ground, number)?,
        Opening::ClassLater(item) => class::class_later(ground, item),
        Opening::ClassUpward(item) => class::class_upward(ground, item)?,
        Opening::Reason(command, departures) => order::reason(ground, command, &departures),
        Opening::Scope(command) => order::scope(ground, &command),
        Opening::Gate => order::gate(ground)?,
        Opening::Register => register(ground),
        Opening::Item(item) => writing(
            forms[FormMessage::Item].render(&[("item", &item.0)]),
            &forms[FormMessage::Text],
            &state.item(item)?.text,
            Purpose::Item(item),
        ),
        Opening::NewItem(by) => writing(
            forms[FormMessage::NewItem].render(&[("name", &ground.raiser_name(by))]),
            &forms[FormMessage::Text],
            "",
            Purpose::NewItem(by),
        ),
        Opening::Answer(item) => writing(
            forms[FormMessage::Answer].render(&[("item", &item.0)]),
            &forms[FormMessage::Text],
            state.item(item)?.answer.as_deref().unwrap_or_default(),
            Purpose::Answer(item),
        )
        .with_intro(vec![ground.item_text(item)]),
        Opening::Topic(item) => topic(ground, item),
        Opening::Note => writing(
            forms[FormMessage::Note].to_string(),
            &forms[FormMessage::Text],
            "",
            Purpose::Note,
        ),
        Opening::Hall => form(
            forms[FormMessage::Hall].to_string(),
            vec![
                Field::long(
                    forms[FormMessage::Text].to_string(),
                    state.message.as_deref().unwrap_or_default(),
                )
                .seen_by_hall(),
            ],
            Purpose::Hall,
        ),
        Opening::Scene => picker(forms[FormMessage::Scene].to_string(), scenes(ground)),
        Opening::Opinion(item) => picker(
            forms[FormMessage::Opinion].render(&[("item", &item.0)]),
            some(collected(ground, item))?,
        ),
        Opening::MoveItem(item) => picker(
            forms[FormMessage::MoveItem].render(&[("item", &item.0)]),
            people_of(ground, item),
        ),
        Opening::Answerer(items) => {
            let numbers: Vec<String> = items.iter().map(|item| item.0.to_string()).collect();
            picker(
                forms[FormMessage::Answerer].render(&[("item", &numbers.join(", "))]),
                answerers(ground, &items),
            )
            .with_intro(items.iter().map(|item| ground.item_text(*item)).collect())
        }
        Opening::FollowUpBy => picker(
            forms[FormMessage::FollowUpBy].to_string(),
            some(follow_ups(ground))?,
        ),
        Opening::Steps => picker(forms[FormMessage::Steps].to_string(), steps(ground)),
        Opening::Taking => taking(ground),
        Opening::Deputy => order::deputy(ground),
        Opening::Break => rest(ground),
        Opening::Limit => limit(ground),
        Opening::Correct(segment) => times::correct(ground, segment)?,
        Opening::ConclusionGroups => picker(
            forms[FormMessage::ConclusionWords].render(&[("act", &"")]),
            some(groups(ground))?,
        ),
        Opening::Conclusion(act) => conclusion(ground, act)?,
        Opening::Away => times::away(ground)?,
        Opening::Folder => form(
            forms[FormMessage::Folder].to_string(),
            vec![Field::text(forms[FormMessage::Path].to_string(), "")],
            Purpose::Folder,
        ),
        Opening::Quit => quit(ground),
    })
}

impl Dialog {
    pub(super) fn with_intro(self, intro: Vec<String>) -> Self {
        match self {
            Self::Picker(picker) => Self::Picker(Box::new(picker.with_intro(intro))),
            Self::Form(form, purpose) => Self::Form(Box::new(form.with_intro(intro)), purpose),
            Self::Page(page) => Self::Page(page),
        }
    }
}

pub(super) fn picker(title: String, lines: Vec<Line<Chosen>>) -> Dialog {
    Dialog::Picker(Box::new(Picker::new(title, lines)))
}

pub(super) fn form(title: String, fields: Vec<Field>, purpose: Purpose) -> Dialog {
    Dialog::Form(Box::new(Form::new(title, fields)), purpose)
}

/// The name alone is enough; villages and forms of address are those of the others.
fn register(ground: Ground<'_>) -> Dialog {
    let (session, forms) = (ground.session, &ground.words.forms);
    form(
        forms[FormMessage::Register].to_string(),
        vec![
            Field::text(forms[FormMessage::Name].to_string(), "").seen_by_hall(),
            Field::suggesting(
                forms[FormMessage::Village].to_string(),
                known_before(session, |registration| &registration.village),
            )
            .seen_by_hall(),
            Field::text(forms[FormMessage::Subject].to_string(), "").seen_by_hall(),
            Field::suggesting(
                forms[FormMessage::Honorific].to_string(),
                known_before(session, |registration| &registration.honorific),
            )
            .seen_by_hall(),
        ],
        Purpose::Register,
    )
}

fn rest(ground: Ground<'_>) -> Dialog {
    let forms = &ground.words.forms;
    let ends_turn = ground.session.state().floor().map(|turn| {
        let name = holder_name(ground.session, &turn.holder, ground.words);
        forms[FormMessage::BreakEndsTurn].render(&[("name", &name)])
    });
    form(
        forms[FormMessage::Rest].to_string(),
        vec![Field::proposing(forms[FormMessage::Minutes].to_string(), "15").seen_by_hall()],
        Purpose::Break,
    )
    .with_intro(ends_turn.into_iter().collect())
}

/// What those who registered have written in a field, each once, in order.
fn known_before(session: &Session, of: impl Fn(&Registration) -> &String) -> Vec<String> {
    let people = session.state().queue.people().iter();
    let mut known: Vec<String> = people
        .map(|person| of(&person.registration).clone())
        .filter(|text| !text.is_empty())
        .collect();
    known.sort();
    known.dedup();
    known
}

/// A dialog with one long field.
fn writing(title: String, label: &Message, text: &str, purpose: Purpose) -> Dialog {
    form(title, vec![Field::long(label.to_string(), text)], purpose)
}

/// The lines of a list, when there are any.
fn some(lines: Vec<Line<Chosen>>) -> Option<Vec<Line<Chosen>>> {
    Some(lines).filter(|lines| !lines.is_empty())
}

/// A line without a hint.
fn plain(text: String, value: Chosen) -> Line<Chosen> {
    Line {
        text,
        hint: String::new(),
        value,
    }
}

fn person(ground: Ground<'_>, number: Number) -> Option<Dialog> {
    let person = ground.session.state().queue.person(number)?;
    let title = ground.words.forms[FormMessage::Person].render(&[
        ("number", &number.0),
        ("name", &person.registration.called()),
    ]);
    Some(picker(title, person_menu(ground, number)))
}

/// The regulation's own grounds for refusing, and no other.
fn grounds(ground: Ground<'_>, number: Number) -> Option<Dialog> {
    let person = ground.session.state().queue.person(number)?;
    let stated = ground.session.regulation().refusal.as_ref()?;
    let title = ground.words.forms[FormMessage::Grounds].render(&[
        ("name", &person.registration.called()),
        ("article", &stated.article),
    ]);
    let lines = stated
        .grounds
        .iter()
        .map(|known| {
            plain(
                known.text.in_lang(ground.lang).to_owned(),
                Chosen::Perform(Command::RefusePerson {
                    number,
                    ground: known.id.clone(),
                }),
            )
        })
        .collect();
    Some(picker(title, lines))
}

/// The topics used so far narrow as a topic is typed.
fn topic(ground: Ground<'_>, item: ItemId) -> Dialog {
    let title = ground.words.forms[FormMessage::Topic].render(&[("item", &item.0)]);
    let mut topics: Vec<String> = ground
        .session
        .state()
        .items
        .iter()
        .filter_map(|item| item.topic.clone())
        .collect();
    topics.sort();
    topics.dedup();
    let present = ground
        .session
        .state()
        .item(item)
        .and_then(|item| item.topic.as_ref());
    let selected = topics
        .iter()
        .position(|topic| Some(topic) == present)
        .unwrap_or(topics.len());
    topics.push(ground.words.forms[FormMessage::NoTopic].to_string());
    form(
        title.clone(),
        vec![Field::choice(title, topics, selected, true).with_none_last()],
        Purpose::Topic(item),
    )
    .with_intro(vec![ground.item_text(item)])
}

fn taking(ground: Ground<'_>) -> Dialog {
    let forms = &ground.words.forms;
    let line = |taking: SpeakingMode, text: String| {
        plain(text, Chosen::Perform(Command::SetTaking { taking }))
    };
    let batches = [2_u32, 3, 4, 5, 10].map(|size| {
        line(
            SpeakingMode::InBatches(size),
            forms[FormMessage::Batch].render(&[("size", &size)]),
        )
    });
    let one_by_one = line(
        SpeakingMode::OneByOne,
        forms[FormMessage::OneByOne].to_string(),
    );
    picker(
        forms[FormMessage::Taking].to_string(),
        std::iter::once(one_by_one).chain(batches).collect(),
    )
}

fn limit(ground: Ground<'_>) -> Dialog {
    let (words, limits) = (ground.words, &ground.session.state().limits);
    let phases = [
        &words.forms[FormMessage::PhaseSpeech],
        &words.forms[FormMessage::PhaseAnswer],
        &words.forms[FormMessage::PhaseFollowUp],
    ]
    .map(ToString::to_string);
    let present = limits
        .of(Phase::Speech)
        .map_or_else(String::new, format::running);
    form(
        words.forms[FormMessage::Limit].to_string(),
        vec![
            Field::proposing(
                words.forms[FormMessage::MinutesOrNone].to_string(),
                &present,
            ),
            Field::choice(
                words.forms[FormMessage::Phase].to_string(),
                phases.to_vec(),
                0,
                false,
            ),
        ],
        Purpose::Limit,
    )
}

fn conclusion(ground: Ground<'_>, act: ActId) -> Option<Dialog> {
    let title = ground
        .session
        .regulation()
        .steps
        .iter()
        .flat_map(|step| &step.acts)
        .find(|known| known.id == act)?
        .title
        .in_lang(ground.lang);
    let said = ground.session.state().conclusion.get(&act);
    Some(writing(
        ground.words.forms[FormMessage::ConclusionWords].render(&[("act", &title)]),
        &ground.words.forms[FormMessage::Text],
        said.map_or("", String::as_str),
        Purpose::Conclusion(act),
    ))
}

/// What the hall may be shown: what happens, or one picture that stays.
fn scenes(ground: Ground<'_>) -> Vec<Line<Chosen>> {
    let forms = &ground.words.forms;
    let conclusion = |kind: ClassKind| Some(Scene::Conclusion(Some(kind)));
    [
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
    ]
    .into_iter()
    .map(|(text, scene)| {
        plain(
            text.to_string(),
            Chosen::Perform(Command::SetScene { scene }),
        )
    })
    .collect()
}

fn quit(ground: Ground<'_>) -> Dialog {
    let forms = &ground.words.forms;
    picker(
        forms[FormMessage::Quit].to_string(),
        vec![
            plain(forms[FormMessage::Leave].to_string(), Chosen::Quit),
            plain(forms[FormMessage::Stay].to_string(), Chosen::Nothing),
        ],
    )
}
