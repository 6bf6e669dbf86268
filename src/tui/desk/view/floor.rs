//! The middle: what is happening now. Who has the floor, from where, on what, with a large clock; the prepared answer and
//! the agency for this question; in other steps what is to be said, and at the conclusion what is to be read out.

mod between;
mod draw;
mod rule;
mod spare;

use super::card::{self, CardView};
use super::clock::{self, ClockPane};
use super::paragraph::{FloorLine, ParagraphSection, Weight, line};
use crate::domain::format;
use crate::domain::i18n::Message;
use crate::domain::regulation::Phase;
use crate::domain::session::Session;
use crate::domain::session::floor::{Holder, Turn};
use crate::domain::session::item::Item;
use crate::domain::session::next::Next;
use crate::domain::session::plan::Official;
use crate::domain::time::SessionTime;
use crate::tui::desk::dialog::kind::DialogKind;
use crate::tui::desk::phrases::{holder_name, item_text};
use crate::tui::desk::words::FlowMessage;
use crate::tui::desk::words::FormMessage;
use crate::tui::desk::words::NextMessage;
use crate::tui::desk::words::PaneMessage;
use crate::tui::desk::{Desk, Pane};

use between::{counts, of_step, people};
pub use draw::{draw, draw_under_card};
use spare::{last_acts, notes};

/// What the floor shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FloorView {
    pub heading: String,
    /// Beside the heading: a number, or the item.
    pub aside: String,
    pub title: String,
    /// Where the person is from, or who speaks for the agency, with the office: the host reads it out.
    pub subtitle: String,
    pub clock: Option<ClockPane>,
    /// What the regulation says of this moment, what matters most first.
    pub rules: Vec<String>,
    pub sections: Vec<ParagraphSection>,
    /// What is told where rows are left over.
    pub spare: Vec<ParagraphSection>,
    /// The question about an item, instead of the sections.
    pub card: Option<CardView>,
    pub scrolled: usize,
    pub has_keys: bool,
    /// Said in the last row when there is no room for all rows.
    pub more: Message,
}

/// The floor's data.
#[must_use]
pub fn view(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let question = desk.question(session);
    let view = of_moment(session, desk, now);
    FloorView {
        card: question.and_then(|question| card::view(session, desk, question)),
        rules: rule::of_moment(session, desk),
        spare: vec![notes(session, desk), last_acts(session, desk)],
        ..view
    }
}

fn of_moment(session: &Session, desk: &Desk, now: SessionTime) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let plain = |heading: String, title: String, sections: Vec<ParagraphSection>| FloorView {
        heading,
        aside: String::new(),
        title,
        subtitle: String::new(),
        clock: None,
        rules: Vec::new(),
        sections,
        spare: Vec::new(),
        card: None,
        scrolled: desk.selection.scrolled(),
        has_keys: desk.has_keys(Pane::Floor),
        more: desk.words.flow[FlowMessage::MoreRows].clone(),
    };
    if state.closed.is_some() {
        let counted = line(counts(session, desk), Weight::Plain);
        let dossier = desk.exported.as_ref().map(|folder| {
            let says = &words[PaneMessage::DossierAt];
            line(says.render(&[("path", &folder.display())]), Weight::Plain)
        });
        return plain(
            desk.words.forms[FormMessage::DueAfter].to_string(),
            words[PaneMessage::Closed].to_string(),
            std::iter::once(counted)
                .chain(dossier)
                .map(|line| ParagraphSection::of(vec![line]))
                .collect(),
        );
    }
    if let Some(rest) = state.present_break() {
        let since = rest.span.began().wall;
        let since = words[PaneMessage::AdjournedSince].render(&[
            ("time", &format::time(since)),
            ("date", &format::date(since.date_naive())),
        ]);
        return FloorView {
            // The hours of a night are nothing to count.
            clock: (!rest.adjourned).then(|| clock::of_break(desk, rest, now)),
            ..plain(
                words[clock::rest_word(rest)].to_string(),
                if rest.adjourned { since } else { String::new() },
                Vec::new(),
            )
        };
    }
    if let Some(turn) = state.floor() {
        return FloorView {
            clock: Some(clock::of_turn(session, desk, turn, now)),
            sections: of_items(session, desk, turn),
            ..of_turn(
                session,
                desk,
                turn,
                plain(String::new(), String::new(), Vec::new()),
            )
        };
    }
    // Between an answer and the class of what was answered the clock stands where it stopped, and until the line that the
    // class opened is left.
    let asked = matches!(session.next(), Next::Class(_));
    let writes_down = |turn: &Turn| {
        let kind = desk.dialogs.kind();
        matches!(kind, Some(DialogKind::AnswerNow(item)) if turn.items.contains(item))
    };
    let last = state.turns.last();
    if let Some(turn) = last.filter(|turn| asked || writes_down(turn)) {
        return FloorView {
            heading: desk.words.flow[FlowMessage::AnswerOver].to_string(),
            clock: clock::of_ended(session, desk, turn),
            sections: of_items(session, desk, turn),
            ..of_turn(
                session,
                desk,
                turn,
                plain(String::new(), String::new(), Vec::new()),
            )
        };
    }
    match session.present_step() {
        None => plain(
            desk.words.forms[FormMessage::DueBefore].to_string(),
            session.plan().title.clone(),
            vec![ParagraphSection::of(people(session))],
        ),
        Some(step) => of_step(session, desk, step, plain),
    }
}

/// Who has the floor, and from where.
fn of_turn(session: &Session, desk: &Desk, turn: &Turn, view: FloorView) -> FloorView {
    let words = &desk.words.panes;
    let state = session.state();
    let heading = match turn.phase {
        Phase::Speech => &words[PaneMessage::Speech],
        Phase::Answer => &words[PaneMessage::Answer],
        Phase::Exchange => &words[PaneMessage::FollowUp],
    };
    let (aside, subtitle) = match &turn.holder {
        Holder::Citizen(number) => {
            let person = state.queue.person(*number);
            let from = person.map_or_else(String::new, |person| {
                let parts = [&person.registration.village, &person.organisation];
                let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
                joined(&parts)
            });
            (
                desk.words.next[NextMessage::Number].render(&[("number", &number.0)]),
                from,
            )
        }
        Holder::Chair => (String::new(), official(session.chair())),
        Holder::Agency(id) => {
            let agency = state.agency(id);
            let speaks = agency.and_then(|agency| agency.spoken_for_by.as_ref());
            (String::new(), speaks.map_or_else(String::new, official))
        }
    };
    FloorView {
        heading: heading.to_string(),
        aside,
        title: holder_name(session, &turn.holder, &desk.words),
        subtitle,
        ..view
    }
}

fn official(person: &Official) -> String {
    joined(&[&person.called(), &person.office])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}

/// What is spoken about, and the answers that were prepared for it.
fn of_items(session: &Session, desk: &Desk, turn: &Turn) -> Vec<ParagraphSection> {
    let items: Vec<&Item> = turn
        .items
        .iter()
        .filter_map(|id| session.state().item(*id))
        .collect();
    let heading = match turn.phase {
        Phase::Speech | Phase::Exchange => &desk.words.flow[FlowMessage::RaisedHeading],
        Phase::Answer => &desk.words.flow[FlowMessage::AnsweredHeading],
    };
    about(session, desk, &items, heading.to_string(), turn.phase)
}

fn about(
    session: &Session,
    desk: &Desk,
    items: &[&Item],
    heading: String,
    phase: Phase,
) -> Vec<ParagraphSection> {
    let lines = items
        .iter()
        .flat_map(|item| about_item(session, desk, item, phase))
        .collect();
    let mut sections = vec![ParagraphSection::under(heading, String::new(), lines)];
    for item in items {
        if let Some(prepared) = session.prepared_answer(item) {
            sections.push(ParagraphSection::under(
                desk.words.flow[FlowMessage::PreparedHeading].to_string(),
                desk.words.flow[FlowMessage::OfItem].render(&[("item", &item.id.0)]),
                vec![line(prepared.to_owned(), Weight::Plain)],
            ));
        }
    }
    sections
}

/// What is known of an item: its text, who is to answer, and whether an answer was prepared.
fn about_item(session: &Session, desk: &Desk, item: &Item, phase: Phase) -> Vec<FloorLine> {
    let words = &desk.words;
    let text = item_text(session, item.id, words);
    let number = format!("{}. ", item.id.0);
    let mut about = vec![FloorLine {
        indent: u16::try_from(number.len()).unwrap_or_default(),
        ..line(format!("{number}{text}"), Weight::Strong)
    }];
    let prepared = match (item.opinion, session.prepared_answer(item)) {
        (_, Some(_)) => words.flow[FlowMessage::IsPrepared].to_string(),
        (None, None) if phase == Phase::Answer => String::new(),
        (_, None) => format!("∅ {}", words.panes[PaneMessage::NoPrepared]),
    };
    if phase == Phase::Answer {
        if !prepared.is_empty() && session.prepared_answer(item).is_none() {
            about.push(line(prepared, Weight::Faint));
        }
    } else {
        let name = holder_name(session, &session.answerer(item), words);
        about.push(FloorLine {
            aside: prepared,
            ..line(
                words.panes[PaneMessage::Assigned].render(&[("name", &name)]),
                Weight::Faint,
            )
        });
    }
    about
}
