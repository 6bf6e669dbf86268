//! What is known about the cells of the pages as they stand: faults, duties before the session, what the text says.

use std::cell::RefCell;

use super::Work;
use crate::cli::basis::Loaded;
use crate::documents::plan_import;
use crate::documents::plan_import::pages;
use crate::documents::plan_import::workbook::columns::PlanField;
use crate::domain::deadlines::{Dates, DeadlineEntry};
use crate::domain::format;
use crate::domain::regulation::{PlanElement, Regulation, Scope};
use crate::domain::session::plan::Plan;
use crate::tui::plan_pages::words::PageMessage;
use crate::tui::plan_pages::{DutyLine, Judged, PageFinding, PageRows};

impl Work<'_> {
    pub(super) fn judge(
        &self,
        cells: &[PageRows],
        today: chrono::NaiveDate,
        loaded: &RefCell<Option<Loaded>>,
    ) -> Judged {
        let lang = self.place.lang;
        let draft = self.draft_of(cells);
        let regulation = self.regulation_of(&draft.plan);
        let fresh = Loaded::for_plan(self.place, &draft.plan);
        let findings = draft.check_on(regulation, &fresh.basis, today);
        let at = |location| pages::place(&self.pages, location);
        let faults = findings.faults.iter().map(|fault| PageFinding {
            is_fault: true,
            sentence: plan_import::words::bare_fault(fault, lang),
            whereabouts: self.whereabouts(at(fault.at.as_ref())),
            at: at(fault.at.as_ref()),
        });
        let warnings = findings.warnings.iter().map(|warning| PageFinding {
            is_fault: false,
            sentence: plan_import::words::bare_warning(warning, lang),
            whereabouts: self.whereabouts(at(warning.at.as_ref())),
            at: at(warning.at.as_ref()),
        });
        let found = faults.chain(warnings).collect();
        let (duties, text_says) = match regulation {
            Some(regulation) => (
                self.duties(&draft.plan, regulation, &fresh, today),
                self.text_says(&draft.plan, regulation),
            ),
            None => (Vec::new(), Vec::new()),
        };
        *loaded.borrow_mut() = Some(fresh);
        Judged {
            found,
            duties,
            text_says,
            choices: self.choices(&draft.plan, regulation),
        }
    }

    /// Which cell something is about, as a person finds it on the pages.
    fn whereabouts(&self, at: Option<(usize, usize, usize)>) -> String {
        let Some((page, row, column)) = at else {
            return String::new();
        };
        let Some(of) = self.pages.get(page) else {
            return String::new();
        };
        let heading = of
            .columns
            .get(column)
            .map_or("", |column| column.heading.as_str());
        if of.is_lines {
            self.words[PageMessage::InLine].render(&[("page", &of.name), ("heading", &heading)])
        } else {
            self.words[PageMessage::InRow].render(&[
                ("page", &of.name),
                ("row", &(row + 1)),
                ("heading", &heading),
            ])
        }
    }

    /// What may be chosen now that it is known which agencies there are and which text applies.
    fn choices(
        &self,
        plan: &Plan,
        regulation: Option<&Regulation>,
    ) -> Vec<(usize, usize, Vec<String>)> {
        let names: Vec<String> = plan
            .agencies
            .iter()
            .map(|agency| agency.name.clone())
            .collect();
        let mut choices: Vec<(usize, usize, Vec<String>)> = pages::agency_columns(&self.pages)
            .into_iter()
            .map(|(page, column)| (page, column, names.clone()))
            .collect();
        if let Some(regulation) = regulation {
            let titles = |list: &[crate::domain::regulation::Choice]| {
                list.iter().map(|choice| choice.title.vi.clone()).collect()
            };
            for (field, list) in [
                (PlanField::Mode, titles(&regulation.modes)),
                (PlanField::Form, titles(&regulation.forms)),
                (
                    PlanField::Step,
                    regulation
                        .steps
                        .iter()
                        .map(|step| step.title.vi.clone())
                        .collect(),
                ),
            ] {
                if let Some((page, column)) = pages::find(&self.pages, field) {
                    choices.push((page, column, list));
                }
            }
        }
        choices
    }

    /// What is due before the session, with where each duty stands.
    fn duties(
        &self,
        plan: &Plan,
        regulation: &Regulation,
        loaded: &Loaded,
        today: chrono::NaiveDate,
    ) -> Vec<DutyLine> {
        let lang = self.place.lang;
        let dates = Dates {
            occasion: plan.occasion(),
            ..Dates::of(plan.held.date())
        };
        let mut duties = Vec::new();
        for due in loaded.basis.due_dates(regulation, &dates) {
            let DeadlineEntry::Deadline(deadline) = &due.entry else {
                continue;
            };
            if due.scope != Scope::Session || !regulation.is_before_session(deadline) {
                continue;
            }
            let article = deadline.article.in_lang(lang);
            let done = plan.done.get(&deadline.id);
            let on = due.on();
            let is_late = done.is_none() && due.waived.is_none() && on.is_some_and(|on| on < today);
            let state = match (done, on) {
                (Some(day), _) => self.words[PageMessage::DutyDone]
                    .render(&[("on", &format::date(*day)), ("article", &article)]),
                (None, _) if due.waived.is_some() => {
                    self.words[PageMessage::DutyWaived].render(&[("article", &article)])
                }
                (None, Some(on)) => {
                    let says = if is_late {
                        &self.words[PageMessage::DutyLate]
                    } else {
                        &self.words[PageMessage::DutyDue]
                    };
                    says.render(&[("on", &format::date(on)), ("article", &article)])
                }
                (None, None) => self.words[PageMessage::DutyOpen].render(&[("article", &article)]),
            };
            duties.push(DutyLine {
                title: deadline.title.in_lang(lang).to_owned(),
                mark: deadline.title.vi.clone(),
                state,
                is_done: done.is_some(),
                is_late,
            });
        }
        duties
    }

    /// Who may chair, who prepares, and what the plan has to state, as the text has it.
    fn text_says(&self, plan: &Plan, regulation: &Regulation) -> Vec<String> {
        let lang = self.place.lang;
        let occasion = plan.occasion();
        let chairs = regulation
            .chairs
            .iter()
            .filter(|rule| rule.when.hold(&occasion))
            .map(|rule| {
                self.words[PageMessage::WhoChairs].render(&[
                    ("text", &rule.text.in_lang(lang)),
                    ("article", &rule.article.in_lang(lang)),
                ])
            });
        let preparer = regulation.preparer(&occasion).map(|preparer| {
            let mut who = preparer.lead.in_lang(lang).to_owned();
            if let Some(with) = &preparer.with {
                who = format!("{who}; {}", with.in_lang(lang));
            }
            self.words[PageMessage::WhoPrepares]
                .render(&[("text", &who), ("article", &preparer.article.in_lang(lang))])
        });
        let states = regulation.plan_states.as_ref().map(|rule| {
            self.words[PageMessage::PlanStates].render(&[
                ("text", &rule.text.in_lang(lang)),
                ("article", &rule.article.in_lang(lang)),
            ])
        });
        let against = self.against_the_text(plan, regulation);
        chairs
            .chain(preparer)
            .chain(states)
            .chain(against)
            .collect()
    }

    /// What the text wants in a plan, point by point: what this one states and what it lacks.
    fn against_the_text(&self, plan: &Plan, regulation: &Regulation) -> Option<String> {
        let (stated, lacking): (Vec<PlanElement>, Vec<PlanElement>) = regulation
            .plan_elements
            .iter()
            .partition(|element| plan.states(**element));
        let named = |elements: Vec<PlanElement>| -> String {
            let names = elements.into_iter().map(|element| {
                let name = match element {
                    PlanElement::Time => PageMessage::ElementTime,
                    PlanElement::Place => PageMessage::ElementPlace,
                    PlanElement::Form => PageMessage::ElementForm,
                    PlanElement::Contents => PageMessage::ElementContents,
                    PlanElement::Participants => PageMessage::ElementParticipants,
                    PlanElement::Preparers => PageMessage::ElementPreparers,
                };
                self.words[name].to_string()
            });
            names.collect::<Vec<_>>().join(", ")
        };
        match (stated.is_empty(), lacking.is_empty()) {
            (true, true) => None,
            (_, true) => {
                Some(self.words[PageMessage::PlanComplete].render(&[("stated", &named(stated))]))
            }
            (_, false) => Some(
                self.words[PageMessage::PlanLacks]
                    .render(&[("stated", &named(stated)), ("lacking", &named(lacking))]),
            ),
        }
    }
}
