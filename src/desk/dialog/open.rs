//! Making a dialog out of the session as it is now: what can be chosen, and what is proposed.

use super::lists::{
    answerers, collected, everything, follow_ups, groups, items, people_of, person_menu, segments,
    steps,
};
use super::{Chosen, Dialog, Opening, Page, Purpose};
use crate::desk::form::{Field, Form};
use crate::desk::keymap::{KEYS, Mode, PALETTE_ONLY, key_for};
use crate::desk::picker::{Line, Picker};
use crate::desk::words::Words;
use crate::figures;
use crate::moment::{Millis, Stamp};
use crate::regulation::{ClassKind, Phase, Unregistered};
use crate::session::Session;
use crate::session::command::Command;
use crate::session::deviation::Departure;
use crate::session::gate::Missing;
use crate::session::item::{Class, ItemId, Raiser};
use crate::session::plan::Taking;
use crate::session::timing::SegmentId;
use crate::words::Lang;

/// What a dialog is made from.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    pub session: &'a Session,
    pub words: &'a Words,
    pub lang: Lang,
    pub now: Stamp,
}

impl Ground<'_> {
    pub(super) fn item_text(&self, id: ItemId) -> String {
        self.session
            .state()
            .item(id)
            .map(|item| item.text.clone())
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| self.words.panes.no_text.to_string())
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
        Opening::Help => Dialog::Page(help(words)),
        Opening::Palette => picker(forms.palette.to_string(), palette(words)),
        Opening::Find => picker(forms.find.to_string(), everything(ground)),
        Opening::Items => picker(forms.items.to_string(), items(ground)),
        Opening::Segments => picker(forms.segments.to_string(), segments(ground)),
        Opening::Person(number) => {
            let person = state.queue.person(number)?;
            let title = forms.person.fill(&[
                ("number", &number.0),
                ("name", &person.registration.called()),
            ]);
            picker(title, person_menu(ground, number))
        }
        Opening::Grounds(number) => {
            let person = state.queue.person(number)?;
            let grounds = session.regulation().refusal.as_ref()?;
            let title = forms.grounds.fill(&[
                ("name", &person.registration.called()),
                ("article", &grounds.article),
            ]);
            let lines = grounds
                .grounds
                .iter()
                .map(|known| {
                    let ground_id = known.id.clone();
                    Line {
                        text: known.text.in_lang(ground.lang).to_owned(),
                        hint: String::new(),
                        value: Chosen::Perform(Command::RefusePerson {
                            number,
                            ground: ground_id,
                        }),
                    }
                })
                .collect();
            picker(title, lines)
        }
        Opening::ClassLater(item) => class_later(ground, item),
        Opening::ClassUpward(item) => {
            let proposed = match state.item(item)?.class.clone() {
                Some(Class::ReportUpward { authority }) => authority,
                Some(Class::AnsweredNow | Class::VerifyLater { .. }) | None => None,
            };
            let levels = session.plan().higher_levels.clone();
            let selected = levels
                .iter()
                .position(|level| Some(level) == proposed.as_ref());
            form(
                forms.class_upward.fill(&[("item", &item.0)]),
                vec![Field::choice(
                    forms.authority.to_string(),
                    levels,
                    selected.unwrap_or(0),
                    true,
                )],
                Purpose::ClassUpward(item),
            )
            .with_intro(vec![ground.item_text(item)])
        }
        Opening::Reason(command, departures) => {
            let mut fields = vec![Field::long(forms.why.to_string(), "")];
            fields.push(Field::choice(
                forms.ordered_by.to_string(),
                vec![session.chair().called()],
                0,
                true,
            ));
            form(forms.reason.to_string(), fields, Purpose::Reason(command)).with_intro(
                departures
                    .iter()
                    .map(|departure| departure_in_words(ground, departure))
                    .collect(),
            )
        }
        Opening::Scope(command) => scope(ground, *command),
        Opening::Gate => gate(ground)?,
        Opening::Register => form(
            forms.register.to_string(),
            vec![
                Field::text(forms.name.to_string(), ""),
                Field::text(forms.village.to_string(), ""),
                Field::text(forms.subject.to_string(), ""),
                Field::text(forms.honorific.to_string(), ""),
            ],
            Purpose::Register,
        ),
        Opening::Item(item) => writing(
            forms.item.fill(&[("item", &item.0)]),
            &forms.text,
            &state.item(item)?.text,
            Purpose::Item(item),
        ),
        Opening::NewItem(by) => writing(
            forms.new_item.fill(&[("name", &ground.raiser_name(by))]),
            &forms.text,
            "",
            Purpose::NewItem(by),
        ),
        Opening::Answer(item) => writing(
            forms.answer.fill(&[("item", &item.0)]),
            &forms.text,
            state.item(item)?.answer.as_deref().unwrap_or_default(),
            Purpose::Answer(item),
        )
        .with_intro(vec![ground.item_text(item)]),
        Opening::Topic(item) => {
            let mut topics: Vec<String> = state
                .items
                .iter()
                .filter_map(|item| item.topic.clone())
                .collect();
            topics.sort();
            topics.dedup();
            form(
                forms.topic.fill(&[("item", &item.0)]),
                vec![Field::choice(
                    forms.topic.fill(&[("item", &item.0)]),
                    topics,
                    0,
                    true,
                )],
                Purpose::Topic(item),
            )
            .with_intro(vec![ground.item_text(item)])
        }
        Opening::Note => writing(forms.note.to_string(), &forms.text, "", Purpose::Note),
        Opening::Hall => writing(
            forms.hall.to_string(),
            &forms.text,
            state.message.as_deref().unwrap_or_default(),
            Purpose::Hall,
        ),
        Opening::Opinion(item) => {
            let lines = collected(ground, item);
            if lines.is_empty() {
                return None;
            }
            picker(forms.opinion.fill(&[("item", &item.0)]), lines)
        }
        Opening::MoveItem(item) => picker(
            forms.move_item.fill(&[("item", &item.0)]),
            people_of(ground, item),
        ),
        Opening::Answerer(item) => picker(
            forms.answerer.fill(&[("item", &item.0)]),
            answerers(ground, item),
        )
        .with_intro(vec![ground.item_text(item)]),
        Opening::FollowUpBy => {
            let lines = follow_ups(ground);
            if lines.is_empty() {
                return None;
            }
            picker(forms.follow_up_by.to_string(), lines)
        }
        Opening::Steps => picker(forms.steps.to_string(), steps(ground)),
        Opening::Taking => {
            let line = |taking: Taking, text: String| Line {
                text,
                hint: String::new(),
                value: Chosen::Perform(Command::SetTaking { taking }),
            };
            let batch = |size: u32| {
                line(
                    Taking::InBatches(size),
                    forms.batch.fill(&[("size", &size)]),
                )
            };
            picker(
                forms.taking.to_string(),
                vec![
                    line(Taking::OneByOne, forms.one_by_one.to_string()),
                    batch(2),
                    batch(3),
                    batch(4),
                    batch(5),
                    batch(10),
                ],
            )
        }
        Opening::Deputy => deputy(ground),
        Opening::Break => form(
            forms.rest.to_string(),
            vec![Field::text(forms.minutes.to_string(), "15")],
            Purpose::Break,
        ),
        Opening::Limit => {
            let phases = vec![
                words.panes.speech.to_string(),
                words.panes.answer.to_string(),
                words.panes.follow_up.to_string(),
            ];
            let present = state
                .limits
                .of(Phase::Speech)
                .map_or_else(String::new, figures::running);
            form(
                forms.limit.to_string(),
                vec![
                    Field::text(forms.minutes_or_none.to_string(), &present),
                    Field::choice(forms.phase.to_string(), phases, 0, false),
                ],
                Purpose::Limit,
            )
        }
        Opening::Correct(segment) => correct(ground, segment)?,
        Opening::ConclusionGroups => {
            let lines = groups(ground);
            if lines.is_empty() {
                return None;
            }
            picker(forms.conclusion_words.fill(&[("act", &"")]), lines)
        }
        Opening::Conclusion(act) => {
            let title = session
                .regulation()
                .steps
                .iter()
                .flat_map(|step| &step.acts)
                .find(|known| known.id == act)?
                .title
                .in_lang(ground.lang)
                .to_owned();
            writing(
                forms.conclusion_words.fill(&[("act", &title)]),
                &forms.text,
                state.conclusion.get(&act).map_or("", String::as_str),
                Purpose::Conclusion(act),
            )
        }
        Opening::Away => away(ground)?,
        Opening::Folder => form(
            forms.folder.to_string(),
            vec![Field::text(forms.path.to_string(), "")],
            Purpose::Folder,
        ),
        Opening::Quit => picker(
            forms.quit.to_string(),
            vec![
                Line {
                    text: forms.leave.to_string(),
                    hint: String::new(),
                    value: Chosen::Quit,
                },
                Line {
                    text: forms.stay.to_string(),
                    hint: String::new(),
                    value: Chosen::Nothing,
                },
            ],
        ),
    })
}

impl Dialog {
    fn with_intro(self, intro: Vec<String>) -> Self {
        match self {
            Self::Picker(picker) => Self::Picker(Box::new(picker.with_intro(intro))),
            Self::Form(form, purpose) => Self::Form(Box::new(form.with_intro(intro)), purpose),
            Self::Page(page) => Self::Page(page),
        }
    }
}

fn picker(title: String, lines: Vec<Line<Chosen>>) -> Dialog {
    Dialog::Picker(Box::new(Picker::new(title, lines)))
}

fn form(title: String, fields: Vec<Field>, purpose: Purpose) -> Dialog {
    Dialog::Form(Box::new(Form::new(title, fields)), purpose)
}

fn writing(title: String, label: &crate::words::Sentence, text: &str, purpose: Purpose) -> Dialog {
    form(title, vec![Field::long(label.to_string(), text)], purpose)
}

/// Class 2: the agency assigned and the regulation's deadline are proposed; both can be typed over.
fn class_later(ground: Ground<'_>, id: ItemId) -> Dialog {
    let (session, forms) = (ground.session, &ground.words.forms);
    let given = session
        .state()
        .item(id)
        .and_then(|item| item.class.clone())
        .filter(|class| class.kind() == ClassKind::VerifyLater)
        .unwrap_or_else(|| session.proposal(id, ClassKind::VerifyLater));
    let (agency, due) = match given {
        Class::VerifyLater { agency, due } => (agency, due),
        Class::AnsweredNow | Class::ReportUpward { .. } => {
            (None, crate::session::item::Due::default())
        }
    };
    let agencies = &session.state().agencies;
    let selected = agencies
        .iter()
        .position(|known| Some(&known.id) == agency.as_ref())
        .unwrap_or(0);
    let mut when: Vec<String> = due.on.map(figures::date).into_iter().collect();
    when.extend(
        super::submit::proposed_due(session).map(|deadline| deadline_in_words(ground, deadline)),
    );
    when.push(forms.due_open.to_string());
    form(
        forms.class_later.fill(&[("item", &id.0)]),
        vec![
            Field::choice(
                forms.agency.to_string(),
                agencies.iter().map(|agency| agency.name.clone()).collect(),
                selected,
                true,
            ),
            Field::choice(forms.due.to_string(), when, 0, true),
        ],
        Purpose::ClassLater(id),
    )
    .with_intro(vec![ground.item_text(id)])
}

/// A deadline as it is chosen: how long, where it stands, what it is.
fn deadline_in_words(ground: Ground<'_>, deadline: &crate::regulation::Deadline) -> String {
    let days = deadline.limit.map_or_else(String::new, |limit| {
        let unit = match limit.unit {
            crate::regulation::DayUnit::Working => &ground.words.forms.working_days,
            crate::regulation::DayUnit::Calendar => &ground.words.forms.calendar_days,
        };
        let after = match deadline.anchor {
            crate::regulation::Anchor::Notice => &ground.words.forms.after_notice,
            crate::regulation::Anchor::Session => &ground.words.forms.after_session,
            crate::regulation::Anchor::BeforeSession => &ground.words.forms.before_session,
        };
        after.fill(&[("days", &unit.fill(&[("days", &limit.days)]))])
    });
    ground
        .words
        .forms
        .due_under
        .fill(&[("days", &days), ("article", &deadline.article)])
}

fn scope(ground: Ground<'_>, command: Command) -> Dialog {
    let forms = &ground.words.forms;
    let article = match &ground.session.regulation().rules.unregistered {
        Unregistered::Accepted(rule) | Unregistered::WithinScope(rule) => rule.article.to_string(),
        Unregistered::Silent => String::new(),
    };
    let answered = |within: bool| Chosen::Perform(command.clone().with_scope(within));
    picker(
        forms.scope.fill(&[("article", &article)]),
        vec![
            Line {
                text: forms.in_scope.to_string(),
                hint: String::new(),
                value: answered(true),
            },
            Line {
                text: forms.out_of_scope.to_string(),
                hint: String::new(),
                value: answered(false),
            },
        ],
    )
}

fn gate(ground: Ground<'_>) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let missing = ground.session.missing();
    let waiting = ground.session.state().queue.waiting().count();
    let mut lines: Vec<Line<Chosen>> = missing
        .iter()
        .map(|missing| {
            let (text, value) = match *missing {
                Missing::Class(item) => (
                    forms
                        .missing_class
                        .fill(&[("item", &item.0), ("text", &ground.item_text(item))]),
                    Chosen::SelectItem(item),
                ),
                Missing::Agency(item) => (
                    forms.missing_agency.fill(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassLater(item)),
                ),
                Missing::Due(item) => (
                    forms.missing_due.fill(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassLater(item)),
                ),
                Missing::Authority(item) => (
                    forms.missing_authority.fill(&[("item", &item.0)]),
                    Chosen::Open(Opening::ClassUpward(item)),
                ),
                Missing::StillWaiting(number) => (
                    forms.missing_waiting.fill(&[
                        ("number", &number.0),
                        ("name", &ground.raiser_name(Raiser::Citizen(number))),
                    ]),
                    Chosen::Open(Opening::Person(number)),
                ),
            };
            Line {
                text,
                hint: String::new(),
                value,
            }
        })
        .collect();
    if waiting > 0 {
        lines.push(Line {
            text: forms.no_time_for_rest.fill(&[("count", &waiting)]),
            hint: String::new(),
            value: Chosen::Perform(Command::NoTimeForRest),
        });
    }
    (!lines.is_empty()).then(|| picker(forms.gate.to_string(), lines))
}

fn deputy(ground: Ground<'_>) -> Dialog {
    let forms = &ground.words.forms;
    let plan = ground.session.plan();
    let mut fields = vec![
        Field::choice(
            forms.name.to_string(),
            plan.co_chairs
                .iter()
                .map(|official| official.name.clone())
                .collect(),
            0,
            true,
        ),
        Field::text(forms.office.to_string(), ""),
    ];
    let rule = ground.session.regulation().rules.deputy.as_ref();
    let mut cases: Vec<String> = rule
        .iter()
        .flat_map(|rule| &rule.cases)
        .map(|case| case.title.in_lang(ground.lang).to_owned())
        .collect();
    if cases.is_empty() {
        cases.push(forms.no_case.to_string());
    }
    fields.push(Field::choice(forms.case.to_string(), cases, 0, false));
    fields.push(Field::long(forms.why.to_string(), ""));
    fields.push(Field::choice(
        forms.ordered_by.to_string(),
        vec![ground.session.chair().called()],
        0,
        true,
    ));
    form(forms.deputy.to_string(), fields, Purpose::Deputy).with_intro(
        rule.map(|rule| format!("{} ({})", rule.text.in_lang(ground.lang), rule.article))
            .into_iter()
            .collect(),
    )
}

fn correct(ground: Ground<'_>, segment: SegmentId) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let span = ground.session.span(segment).ok()?;
    let (begin, end) = span.measured();
    let mut edges = vec![
        forms
            .edge_begin
            .fill(&[("time", &figures::time_with_seconds(begin.wall))]),
    ];
    edges.extend(end.map(|end| {
        forms
            .edge_end
            .fill(&[("time", &figures::time_with_seconds(end.wall))])
    }));
    let last = edges.len() - 1;
    let name = segments(ground)
        .into_iter()
        .find(|line| line.value == Chosen::Open(Opening::Correct(segment)))
        .map(|line| line.text)?;
    Some(form(
        forms.correct.fill(&[("segment", &name)]),
        vec![
            Field::choice(forms.edge.to_string(), edges, last, false),
            Field::text(forms.shift.to_string(), ""),
            Field::long(forms.why.to_string(), ""),
            Field::choice(
                forms.ordered_by.to_string(),
                vec![ground.session.chair().called()],
                0,
                true,
            ),
        ],
        Purpose::Correct(segment),
    ))
}

fn away(ground: Ground<'_>) -> Option<Dialog> {
    let forms = &ground.words.forms;
    let state = ground.session.state();
    let away = state.open_away()?;
    let turn = state.floor().filter(|turn| turn.clock.is_some())?;
    let title = forms.away.fill(&[
        ("from", &figures::time_with_seconds(away.from.wall)),
        ("to", &figures::time_with_seconds(away.to.wall)),
        (
            "name",
            &super::holder_name(ground.session, &turn.holder, ground.words),
        ),
    ]);
    let line = |text: &crate::words::Sentence, went_on: bool| Line {
        text: text.to_string(),
        hint: String::new(),
        value: Chosen::Perform(Command::JudgeAway { went_on }),
    };
    Some(picker(
        title,
        vec![line(&forms.went_on, true), line(&forms.stood_still, false)],
    ))
}

/// A departure as the aide reads it before she gives the reason.
fn departure_in_words(ground: Ground<'_>, departure: &Departure) -> String {
    let words = &ground.words.departures;
    let regulation = ground.session.regulation();
    let named = |id: &crate::regulation::StepId| {
        regulation.step(id).map_or_else(
            || (id.0.clone(), String::new()),
            |step| {
                (
                    step.title.in_lang(ground.lang).to_owned(),
                    step.article.to_string(),
                )
            },
        )
    };
    match departure {
        Departure::StepSkipped { step } => {
            let (step, article) = named(step);
            words
                .step_skipped
                .fill(&[("step", &step), ("article", &article)])
        }
        Departure::ActsLeftOut { step, acts } => {
            let left_out: Vec<&str> = regulation
                .step(step)
                .iter()
                .flat_map(|step| &step.acts)
                .filter(|act| acts.contains(&act.id))
                .map(|act| act.title.in_lang(ground.lang))
                .collect();
            let (step, article) = named(step);
            words.acts_left_out.fill(&[
                ("step", &step),
                ("acts", &left_out.join("; ")),
                ("article", &article),
            ])
        }
        Departure::WentBack { from, to } => {
            let ((from, article), (to, _)) = (named(from), named(to));
            words
                .went_back
                .fill(&[("from", &from), ("to", &to), ("article", &article)])
        }
        Departure::StepRepeated { step } => {
            let (step, article) = named(step);
            words
                .step_repeated
                .fill(&[("step", &step), ("article", &article)])
        }
        Departure::UnregisteredSpeaker { .. } => words
            .unregistered
            .fill(&[("article", &ground.session.article_departed_from(departure))]),
    }
}

fn palette(words: &Words) -> Vec<Line<Chosen>> {
    let keyed = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| binding.intent);
    let mut seen = Vec::new();
    keyed
        .chain(PALETTE_ONLY.iter().copied())
        .filter(|intent| intent.is_an_act())
        .filter(|intent| {
            let first = !seen.contains(intent);
            seen.push(*intent);
            first
        })
        .filter_map(|intent| {
            let act = words.acts.get(&intent)?;
            let key = key_for(Mode::Desk, intent).map(super::super::keymap::Key::name);
            Some(Line {
                text: act.name.to_string(),
                hint: key.map_or_else(
                    || act.help.to_string(),
                    |key| format!("{key} · {}", act.help),
                ),
                value: Chosen::Mean(intent),
            })
        })
        .collect()
}

/// Every key of every mode, from the table.
fn help(words: &Words) -> Page {
    let mut lines = Vec::new();
    for (mode, heading) in &words.forms.modes {
        lines.push((String::new(), heading.to_string()));
        for binding in KEYS.iter().filter(|binding| binding.mode == *mode) {
            if let Some(act) = words.acts.get(&binding.intent) {
                lines.push((binding.key.name(), format!("{} – {}", act.name, act.help)));
            }
        }
        if *mode == Mode::Desk {
            for intent in PALETTE_ONLY {
                if let Some(act) = words.acts.get(intent) {
                    lines.push((
                        key_for(Mode::Desk, super::super::intent::Intent::Palette)
                            .map_or_else(String::new, super::super::keymap::Key::name),
                        format!("{} – {}", act.name, act.help),
                    ));
                }
            }
        }
    }
    Page {
        title: words.forms.help.to_string(),
        lines,
        scrolled: 0,
    }
}

/// The minutes of a form's field, if they can be read.
pub(super) fn minutes(text: &str) -> Option<Millis> {
    figures::read_minutes(text)
}
