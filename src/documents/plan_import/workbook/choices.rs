//! What a cell chooses: one of the choices there are, one of the regulations, several things in one cell. Knows names and
//! nothing of where they stand.

use super::names::key;
use crate::documents::plan_import::problem::PlanProblem;
use crate::domain::regulation::{Choice, Regulation, RegulationId};

/// The lines of a cell, without blank ones, and without the signs before them where every line has one.
pub(super) fn unlisted(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let listed = |line: &&str| line.starts_with(['-', '+', '•', '*', '–']);
    let all_listed = !lines.is_empty() && lines.iter().all(listed);
    lines
        .into_iter()
        .map(|line| {
            if all_listed {
                line.trim_start_matches(['-', '+', '•', '*', '–']).trim()
            } else {
                line
            }
            .to_owned()
        })
        .filter(|line| !line.is_empty())
        .collect()
}

pub(super) fn chosen<T: Copy>(found: &str, choices: &[(&String, T)]) -> Result<T, PlanProblem> {
    let said = key(found);
    choices
        .iter()
        .find(|(name, _)| {
            let name = key(name);
            // `Cấp xã` is also written `xã`.
            said == name || name.strip_prefix("cap ").is_some_and(|short| short == said)
        })
        .map(|(_, value)| *value)
        .ok_or_else(|| PlanProblem::NotAChoice {
            found: found.to_owned(),
            known: choices.iter().map(|(name, _)| (*name).clone()).collect(),
        })
}

pub(super) fn choice_named(choices: &[Choice], found: &str) -> Option<String> {
    choices
        .iter()
        .find(|choice| choice.id == found || choice.title.vi == found)
        .or_else(|| {
            choices
                .iter()
                .find(|choice| key(&choice.title.vi) == key(found))
        })
        .map(|choice| choice.id.clone())
}

/// The regulation that a cell means: by id, number or name, or by words that only one of them has.
pub(super) fn regulation_named<'a>(
    regulations: &'a [Regulation],
    found: &str,
) -> Option<&'a Regulation> {
    let said = key(found);
    let exactly = |regulation: &&Regulation| {
        regulation.id == RegulationId(found.to_owned())
            || [
                &regulation.short.vi,
                &regulation.title.vi,
                &regulation.short.en,
            ]
            .iter()
            .any(|name| key(name) == said)
            || regulation
                .number
                .as_deref()
                .is_some_and(|number| key(number) == said)
    };
    if let Some(regulation) = regulations.iter().find(exactly) {
        return Some(regulation);
    }
    if said.len() < 4 {
        return None;
    }
    let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
    let near: Vec<&Regulation> = regulations
        .iter()
        .filter(|regulation| {
            let number = regulation.number.as_deref().map(key);
            let names = [key(&regulation.short.vi), key(&regulation.title.vi)];
            number.is_some_and(|number| holds(&said, &number))
                || names.iter().any(|name| {
                    let is_telling = name.split(' ').count() >= 3;
                    holds(name, &said) || is_telling && holds(&said, name)
                })
        })
        .collect();
    match near.as_slice() {
        [one] => Some(one),
        _ => None,
    }
}
