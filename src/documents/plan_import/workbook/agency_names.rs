//! Agencies by their names: clerks know no ids, so these are made from the names, and a cell that names an agency is
//! matched with the list. Knows nothing of rows and sheets.

use super::names::key;
use crate::domain::session::plan::{Agency, AgencyId};
use crate::domain::text::{fold, is_device_name};

/// So long may an id be; documents are named after it.
const LONGEST_ID: usize = 40;

/// The agencies that there are, by what they are called.
#[derive(Debug, Clone, Default)]
pub(super) struct AgencyNames {
    known: Vec<(String, String, AgencyId)>,
}

/// What a name in a cell is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Named {
    Agency(AgencyId),
    /// It is not written as in the list, but can only mean this one.
    Meant(AgencyId, String),
    Unknown,
}

impl AgencyNames {
    pub(super) fn add(&mut self, agency: &Agency) {
        self.known
            .push((key(&agency.name), agency.name.clone(), agency.id.clone()));
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.known.iter().map(|(_, name, _)| name.clone()).collect()
    }

    /// The agency that a cell means: by its name, by its id, or by words that only one name has.
    pub(super) fn find(&self, typed: &str) -> Named {
        let with_id = |wanted: &str| self.known.iter().find(|(_, _, id)| id.0 == wanted);
        let exactly: Vec<_> = self
            .known
            .iter()
            .filter(|(_, name, _)| name == typed)
            .collect();
        if let [(_, _, id)] = exactly.as_slice() {
            return Named::Agency(id.clone());
        }
        if let Some((_, _, id)) = with_id(typed) {
            return Named::Agency(id.clone());
        }
        let wanted = key(typed);
        let same: Vec<_> = self
            .known
            .iter()
            .filter(|(known, _, _)| *known == wanted)
            .collect();
        if let [(_, _, id)] = same.as_slice() {
            return Named::Agency(id.clone());
        }
        if !same.is_empty() || wanted.len() < 4 {
            return Named::Unknown;
        }
        let holds = |long: &str, short: &str| format!(" {long} ").contains(&format!(" {short} "));
        let near: Vec<_> = self
            .known
            .iter()
            .filter(|(known, _, _)| holds(known, &wanted) || holds(&wanted, known))
            .collect();
        match near.as_slice() {
            [(_, name, id)] => Named::Meant(id.clone(), name.clone()),
            _ => Named::Unknown,
        }
    }

    /// An id made from a name, not yet given to another agency.
    pub(super) fn new_id(&self, name: &str) -> AgencyId {
        let made = id_of(name);
        let is_free =
            |id: &str| !is_device_name(id) && self.known.iter().all(|(_, _, known)| known.0 != id);
        let mut id = made.clone();
        let mut count = 2;
        while !is_free(&id) {
            id = format!("{made}-{count}");
            count += 1;
        }
        AgencyId(id)
    }
}

/// `Phòng Kinh tế` as `phong-kinh-te`.
pub(in crate::documents::plan_import) fn id_of(name: &str) -> String {
    let folded = fold(name);
    let mut id = String::new();
    for word in folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST_ID));
    }
    if id.is_empty() {
        id.push_str("co-quan");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_found_by_name_by_id_and_by_words_that_only_it_has() {
        let mut names = AgencyNames::default();
        for name in ["Phòng Kinh tế xã", "Công an xã", "Trạm Y tế xã"] {
            let id = names.new_id(name);
            names.add(&Agency {
                id,
                name: name.to_owned(),
                spoken_for_by: None,
            });
        }
        let id = |id: &str| AgencyId(id.to_owned());
        assert_eq!(
            names.find("phòng kinh tế Xã"),
            Named::Agency(id("phong-kinh-te-xa"))
        );
        assert_eq!(names.find("cong-an-xa"), Named::Agency(id("cong-an-xa")));
        assert_eq!(
            names.find("Phòng Kinh tế"),
            Named::Meant(id("phong-kinh-te-xa"), "Phòng Kinh tế xã".into())
        );
        assert_eq!(names.find("xã"), Named::Unknown);
        assert_eq!(names.find("Phòng Nội vụ"), Named::Unknown);
        assert_eq!(names.new_id("Công an xã!").0, "cong-an-xa-2");
        assert_eq!(id_of("---"), "co-quan");
    }
}
