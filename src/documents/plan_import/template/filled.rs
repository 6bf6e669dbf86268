//! What a plan, or nothing yet, puts into the cells of a template. Knows what the reading makes of a cell, and nothing of
//! how cells look.

use std::collections::BTreeMap;

use super::office::{self, official, with_role};
use super::{Filled, Wanted};
use crate::documents::plan_import::workbook::columns::{
    CellWords, PlanField, PlanTable, SheetKind,
};
use crate::documents::plan_import::workbook::{is_own_id, same_words};
use crate::domain::format;
use crate::domain::regulation::{Choice, Regulation};
use crate::domain::session::plan::{ClockStart, Layout, Level, Plan, SpeakingMode};

/// The lines of the first sheet.
pub(super) fn session(wanted: &Wanted<'_>, table: &PlanTable) -> BTreeMap<PlanField, Filled> {
    let mut lines = BTreeMap::new();
    if let Some(regulation) = wanted.regulation {
        lines.insert(
            PlanField::Regulation,
            Filled::text(&name_of(regulation, wanted.regulations)),
        );
    }
    if let Some(plan) = wanted.plan {
        about(&mut lines, plan, wanted, table);
        settings(&mut lines, plan, table);
    } else {
        office::session(&mut lines, &wanted.office, table);
    }
    lines
}

fn name_of(regulation: &Regulation, all: &[Regulation]) -> String {
    let short = &regulation.short.vi;
    let same = all
        .iter()
        .filter(|other| same_words(&other.short.vi, short))
        .count();
    // One that is not installed can only be named by its id.
    if same == 1 {
        short.clone()
    } else {
        regulation.id.0.clone()
    }
}

fn about(
    lines: &mut BTreeMap<PlanField, Filled>,
    plan: &Plan,
    wanted: &Wanted<'_>,
    table: &PlanTable,
) {
    let words = &table.words;
    let regulation = wanted.regulation;
    if regulation.is_none() {
        lines.insert(PlanField::Regulation, Filled::text(&plan.regulation.0));
    }
    let level = match plan.level {
        Level::Province => &words.province,
        Level::Commune => &words.commune,
    };
    let layout = match plan.layout {
        Layout::State => &words.state,
        Layout::Party => &words.party,
    };
    let done = done(plan, regulation);
    let modes = regulation.map_or(&[] as &[Choice], |regulation| &regulation.modes);
    let forms = regulation.map_or(&[] as &[Choice], |regulation| &regulation.forms);
    lines.extend([
        (PlanField::Title, Filled::text(&plan.title)),
        (PlanField::Day, Filled::Day(plan.held.date())),
        (PlanField::Time, Filled::Time(plan.held.time())),
        (PlanField::Place, Filled::text(&plan.place)),
        (PlanField::Venue, Filled::optional(plan.venue.as_ref())),
        (PlanField::ChairName, Filled::text(&plan.chair.name)),
        (PlanField::ChairOffice, Filled::text(&plan.chair.office)),
        (
            PlanField::ChairHonorific,
            Filled::text(&plan.chair.honorific),
        ),
        (PlanField::ChairPost, chair_post(plan, table)),
        (PlanField::Laws, laws(plan, words)),
        (PlanField::Body, Filled::text(&plan.body)),
        (
            PlanField::SuperiorBody,
            Filled::optional(plan.superior_body.as_ref()),
        ),
        (PlanField::LeadAgency, Filled::text(&plan.lead_agency)),
        (PlanField::Level, Filled::text(level)),
        (PlanField::Layout, Filled::text(layout)),
        (PlanField::Mode, chosen(plan.mode.as_ref(), modes)),
        (PlanField::Form, chosen(plan.form.as_ref(), forms)),
        (PlanField::Contents, many(&plan.contents)),
        (PlanField::HigherLevels, many(&plan.higher_levels)),
        (PlanField::Done, many(&done)),
    ]);
    if plan.fictional {
        lines.insert(PlanField::Fictional, Filled::text(&words.yes));
    }
}

fn chair_post(plan: &Plan, table: &PlanTable) -> Filled {
    plan.chair_post
        .and_then(|post| table.posts.iter().find(|(known, _)| *known == post))
        .map_or(Filled::Nothing, |(_, name)| Filled::text(name))
}

fn laws(plan: &Plan, words: &CellWords) -> Filled {
    match plan.laws.as_deref() {
        None => Filled::Nothing,
        Some([]) => Filled::text(&words.no),
        Some(laws) => {
            let ids: Vec<&str> = laws.iter().map(|law| law.0.as_str()).collect();
            Filled::Text(ids.join("\n"))
        }
    }
}

/// What was done before, with its day: by its title where only one duty has it, else by its id.
fn done(plan: &Plan, regulation: Option<&Regulation>) -> Vec<String> {
    plan.done
        .iter()
        .map(|(id, day)| {
            let titled = regulation.and_then(|regulation| {
                let deadline = regulation.deadline(id)?;
                let same = regulation
                    .deadlines
                    .iter()
                    .filter(|other| same_words(&other.title.vi, &deadline.title.vi));
                (same.count() == 1).then(|| deadline.title.vi.clone())
            });
            format!(
                "{}: {}",
                titled.unwrap_or_else(|| id.0.clone()),
                format::date(*day)
            )
        })
        .collect()
}

fn settings(lines: &mut BTreeMap<PlanField, Filled>, plan: &Plan, table: &PlanTable) {
    let words = &table.words;
    let settings = &plan.settings;
    let truth = |truth: bool| Filled::text(if truth { &words.yes } else { &words.no });
    let limit = |seconds: Option<u32>| match seconds {
        Some(seconds) => Filled::Number(f64::from(seconds) / 60.0),
        None => Filled::text(&words.no),
    };
    let (first, second) = settings.warnings;
    let taking = match settings.taking {
        SpeakingMode::OneByOne => words.one_by_one.clone(),
        SpeakingMode::InBatches(count) => words.in_batches(count),
    };
    let starts = match settings.clock_starts {
        ClockStart::WithTheFloor => &words.with_the_floor,
        ClockStart::ByHand => &words.by_hand,
    };
    lines.extend([
        (PlanField::SpeechLimit, limit(settings.limits.speech)),
        (PlanField::AnswerLimit, limit(settings.limits.answer)),
        (PlanField::ExchangeLimit, limit(settings.limits.follow_up)),
        (
            PlanField::AllowedMinutes,
            settings.allowed_minutes.map_or(Filled::Nothing, |minutes| {
                Filled::Number(f64::from(minutes))
            }),
        ),
        (
            PlanField::Warnings,
            Filled::Text(format!("{first} và {second}")),
        ),
        (PlanField::SpeakingMode, Filled::Text(taking)),
        (PlanField::ClockStarts, Filled::text(starts)),
        (PlanField::Bell, truth(settings.bell)),
        (PlanField::MaskNames, truth(settings.mask_names)),
        (
            PlanField::ShortMinutes,
            settings.short_minutes.map_or(Filled::Nothing, truth),
        ),
    ]);
}

/// Several things in one cell, a line each. Where each begins with a sign that is taken off again, another is put before it.
fn many(lines: &[String]) -> Filled {
    let listed = |line: &String| line.starts_with(['-', '+', '•', '*', '–']);
    if lines.is_empty() {
        Filled::Nothing
    } else if lines.iter().all(listed) {
        let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
        Filled::Text(lines.join("\n"))
    } else {
        Filled::Text(lines.join("\n"))
    }
}

/// The title of a choice; its id where another has the same title.
fn chosen(id: Option<&String>, choices: &[Choice]) -> Filled {
    let Some(id) = id else {
        return Filled::Nothing;
    };
    let titled = choices
        .iter()
        .find(|choice| choice.id == *id)
        .filter(|found| {
            let same = choices
                .iter()
                .filter(|other| same_words(&other.title.vi, &found.title.vi));
            same.count() == 1
        });
    Filled::text(titled.map_or(id, |choice| &choice.title.vi))
}

/// The rows of a list, cell by cell in the order of its columns.
pub(super) fn rows(kind: SheetKind, wanted: &Wanted<'_>) -> Vec<Vec<Filled>> {
    match (kind, wanted.plan) {
        (SheetKind::Agenda, plan) => agenda(wanted.regulation, plan),
        (SheetKind::Delegates, None) => office::delegates(&wanted.office),
        (_, None) | (SheetKind::Session, _) => Vec::new(),
        (SheetKind::Agencies, Some(plan)) => agencies(plan),
        (SheetKind::Delegates, Some(plan)) => delegates(plan),
        (SheetKind::Speakers, Some(plan)) => speakers(plan),
        (SheetKind::Opinions, Some(plan)) => opinions(plan),
    }
}

fn agenda(regulation: Option<&Regulation>, plan: Option<&Plan>) -> Vec<Vec<Filled>> {
    let Some(regulation) = regulation else {
        return Vec::new();
    };
    regulation
        .steps
        .iter()
        .map(|step| {
            let same = regulation
                .steps
                .iter()
                .filter(|other| same_words(&other.title.vi, &step.title.vi));
            let title = if same.count() == 1 {
                &step.title.vi
            } else {
                &step.id.0
            };
            let minutes = plan.and_then(|plan| plan.settings.step_minutes.get(&step.id));
            vec![
                Filled::text(title),
                minutes.map_or(Filled::Nothing, |minutes| {
                    Filled::Number(f64::from(*minutes))
                }),
            ]
        })
        .collect()
}

fn agencies(plan: &Plan) -> Vec<Vec<Filled>> {
    let named: Vec<bool> = is_own_id(&plan.agencies);
    plan.agencies
        .iter()
        .zip(named)
        .map(|(agency, is_own)| {
            let (honorific, name, office) = match &agency.spoken_for_by {
                Some(person) => official(person),
                None => (Filled::Nothing, Filled::Nothing, Filled::Nothing),
            };
            let id = if is_own {
                Filled::Nothing
            } else {
                Filled::text(&agency.id.0)
            };
            vec![Filled::text(&agency.name), honorific, name, office, id]
        })
        .collect()
}

fn delegates(plan: &Plan) -> Vec<Vec<Filled>> {
    let table = PlanTable::shipped();
    let words = &table.words;
    [
        (&plan.co_chairs, &words.co_chair),
        (&plan.secretaries, &words.secretary),
        (&plan.delegates, &words.delegate),
    ]
    .into_iter()
    .flat_map(|(people, role)| people.iter().map(move |person| with_role(person, role)))
    .chain(
        plan.signatory
            .iter()
            .map(|person| with_role(person, &words.signatory)),
    )
    .collect()
}

/// How a cell names an agency: by its name, unless two have the same.
fn agency(plan: &Plan, id: Option<&crate::domain::session::plan::AgencyId>) -> Filled {
    let Some(id) = id else {
        return Filled::Nothing;
    };
    let named = plan
        .agencies
        .iter()
        .find(|agency| agency.id == *id)
        .filter(|found| {
            let same = plan
                .agencies
                .iter()
                .filter(|other| same_words(&other.name, &found.name));
            same.count() == 1
        });
    Filled::text(named.map_or(&id.0, |agency| &agency.name))
}

fn speakers(plan: &Plan) -> Vec<Vec<Filled>> {
    let mut rows = Vec::new();
    for person in &plan.speakers {
        let mut subjects = person.subjects.iter();
        let first = subjects.next();
        let of_subject = |subject: Option<&crate::domain::session::plan::Subject>| match subject {
            None => vec![Filled::Nothing; 4],
            Some(subject) => vec![
                Filled::text(&subject.text),
                Filled::optional(subject.topic.as_ref()),
                agency(plan, subject.agency.as_ref()),
                subject
                    .opinion
                    .map_or(Filled::Nothing, |id| Filled::Number(f64::from(id.0))),
            ],
        };
        let mut row = vec![
            Filled::Number(f64::from(person.number.0)),
            Filled::text(&person.honorific),
            Filled::text(&person.name),
            Filled::text(&person.village),
            Filled::optional(person.phone.as_ref()),
            Filled::optional(person.address.as_ref()),
        ];
        row.extend(of_subject(first));
        row.push(Filled::optional(person.venue.as_ref()));
        rows.push(row);
        for subject in subjects {
            let mut row = vec![Filled::Nothing; 6];
            row.extend(of_subject(Some(subject)));
            row.push(Filled::Nothing);
            rows.push(row);
        }
    }
    rows
}

fn opinions(plan: &Plan) -> Vec<Vec<Filled>> {
    plan.opinions
        .iter()
        .map(|opinion| {
            vec![
                Filled::Number(f64::from(opinion.id.0)),
                Filled::text(&opinion.from),
                Filled::text(&opinion.village),
                Filled::text(&opinion.text),
                Filled::optional(opinion.topic.as_ref()),
                agency(plan, opinion.agency.as_ref()),
                Filled::optional(opinion.prepared_answer.as_ref()),
            ]
        })
        .collect()
}
