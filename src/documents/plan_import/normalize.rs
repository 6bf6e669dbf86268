//! Cleans every text of a plan: composed letters, no invisible signs, no blanks around; an optional text that is blank
//! is absent. Every structure is taken apart field by field, so that a new field cannot be forgotten here. Knows nothing
//! of what is right or wrong.

use std::sync::Arc;

use crate::domain::session::plan::{
    Agency, AgencyId, Official, Opinion, Plan, Registration, Settings, Subject,
};
use crate::domain::text::{clean_line, clean_text};

/// Cleans every text of a plan. Doing it twice changes nothing.
pub fn tidy(plan: &mut Plan) {
    let Plan {
        regulation,
        title,
        fictional: _,
        done: _,
        level: _,
        held: _,
        place,
        venue,
        mode,
        form,
        contents,
        body,
        superior_body,
        layout: _,
        chair,
        // Ids and names of the notation, which have to be right sign by sign.
        chair_post: _,
        laws: _,
        co_chairs,
        secretaries,
        signatory,
        lead_agency,
        delegates,
        agencies,
        higher_levels,
        // Numbers and choices; the ids of steps have to be those of the regulation, sign by sign.
        settings: Settings { .. },
        speakers,
        opinions,
    } = plan;
    line(&mut regulation.0);
    for text in [title, place, body, lead_agency] {
        line(text);
    }
    for text in [mode, form, superior_body, venue] {
        optional(text, clean_line);
    }
    contents.iter_mut().chain(higher_levels).for_each(line);
    official(chair);
    co_chairs
        .iter_mut()
        .chain(secretaries)
        .chain(signatory)
        .chain(delegates)
        .for_each(official);
    agencies.iter_mut().for_each(agency);
    speakers
        .iter_mut()
        .map(Arc::make_mut)
        .for_each(registration);
    opinions.iter_mut().for_each(opinion);
}

fn official(official: &mut Official) {
    let Official {
        honorific,
        name,
        office,
    } = official;
    for text in [honorific, name, office] {
        line(text);
    }
}

fn agency(agency: &mut Agency) {
    let Agency {
        id,
        name,
        spoken_for_by,
    } = agency;
    line(&mut id.0);
    line(name);
    if let Some(person) = spoken_for_by {
        official(person);
    }
}

fn registration(registration: &mut Registration) {
    let Registration {
        number: _,
        honorific,
        name,
        village,
        phone,
        address,
        venue,
        subjects,
    } = registration;
    for text in [honorific, name, village] {
        line(text);
    }
    optional(phone, clean_line);
    optional(address, clean_line);
    optional(venue, clean_line);
    subjects.iter_mut().for_each(subject);
}

fn subject(subject: &mut Subject) {
    let Subject {
        text,
        topic,
        agency,
        opinion: _,
    } = subject;
    line(text);
    optional(topic, clean_line);
    reference(agency);
}

fn opinion(opinion: &mut Opinion) {
    let Opinion {
        id: _,
        from,
        village,
        text,
        topic,
        agency,
        prepared_answer,
    } = opinion;
    line(from);
    line(village);
    *text = clean_text(text);
    optional(topic, clean_line);
    reference(agency);
    optional(prepared_answer, clean_text);
}

fn line(text: &mut String) {
    *text = clean_line(text);
}

fn optional(text: &mut Option<String>, clean: fn(&str) -> String) {
    *text = text
        .take()
        .map(|text| clean(&text))
        .filter(|text| !text.trim().is_empty());
}

fn reference(agency: &mut Option<AgencyId>) {
    *agency = agency
        .take()
        .map(|id| AgencyId(clean_line(&id.0)))
        .filter(|id| !id.0.is_empty());
}
