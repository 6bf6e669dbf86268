//! Every fault of a file's structure in one run: what is read goes into the wanted type as far as it fits; what does not
//! fit is told, replaced, and the reading goes on. Generic over the type, of which it learns entry by entry through serde.

use serde::de::DeserializeOwned;

use super::reader::RonReader;
use super::tolerant::{self, RonNode, Spanned, TolerantEntry};
use super::tree::Tree;
use super::trouble::Mend;
use crate::domain::source_text::{Place, SyntaxError};

/// What was read, with all its faults.
pub struct Diagnosis<T> {
    /// In the order of the file.
    pub faults: Vec<(Place, SyntaxError)>,
    /// The value with something in the place of whatever was wrong; `None` where even that could not be.
    pub value: Option<T>,
    /// The paths of what was replaced, for example `steps.3.kind`.
    pub replaced: Vec<String>,
}

/// More faults than this nobody mends in one go.
const MOST: usize = 200;

/// Reads a file that does not read as it should.
#[must_use]
pub fn diagnose<T: DeserializeOwned>(source: &str) -> Diagnosis<T> {
    let (mut root, mut faults) = tolerant::read(source);
    let mut replaced = dummies(&root, String::new());
    if let [(_, SyntaxError::EmptyFile)] = faults.as_slice() {
        return Diagnosis {
            faults,
            value: None,
            replaced,
        };
    }
    let mut value = None;
    for _ in 0..MOST {
        let mut tree = Tree::of(&root);
        let read = T::deserialize(RonReader(&mut tree));
        let path = tree.path;
        match read {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(trouble) => {
                let (damage, how) = trouble.into_parts();
                if path.is_empty() && matches!(damage, SyntaxError::Shape { .. }) {
                    // Nothing of it is ours, and nothing that follows from that is anybody's fault.
                    return Diagnosis {
                        faults: vec![(root.at, SyntaxError::NoData)],
                        value: None,
                        replaced,
                    };
                }
                let Some(mended) = mend(&mut root, &path, &how) else {
                    break;
                };
                // The same day once, with all that is to be written there.
                if matches!(damage, SyntaxError::UnknownName { .. } | SyntaxError::Date) {
                    let is_same = |at: Place| at == mended.at;
                    faults.retain(|(at, damage)| {
                        !(is_same(*at) && matches!(damage, SyntaxError::BareDate(_)))
                    });
                }
                faults.push((mended.at, damage));
                replaced.push(mended.name);
            }
        }
    }
    faults.sort_by_key(|(at, _)| *at);
    faults.dedup();
    // What stands behind a missing bracket belongs to nobody knows what.
    let torn = faults.iter().find(|(_, damage)| damage.tears());
    if let Some(torn) = torn.map(|(at, _)| *at) {
        faults.retain(|(at, damage)| *at <= torn || !damage.may_follow_from_a_tear());
    }
    Diagnosis {
        faults,
        value,
        replaced,
    }
}

/// Where something was mended.
struct Mended {
    at: Place,
    name: String,
}

fn children(node: &mut RonNode) -> Vec<(String, &mut Spanned)> {
    match node {
        RonNode::Entries(entries) => entries
            .iter_mut()
            .map(|entry| (entry.name.clone(), &mut entry.value))
            .collect(),
        RonNode::Values(values) | RonNode::List(values) => values
            .iter_mut()
            .enumerate()
            .map(|(number, value)| (number.to_string(), value))
            .collect(),
        RonNode::Pairs(pairs) => pairs
            .iter_mut()
            .map(|(key, value)| {
                let name = match &key.node {
                    RonNode::Text(text) => text.clone(),
                    RonNode::Word(word, _) => word.clone(),
                    RonNode::Entries(_)
                    | RonNode::Values(_)
                    | RonNode::List(_)
                    | RonNode::Pairs(_)
                    | RonNode::Number(_)
                    | RonNode::Phrase(_)
                    | RonNode::Dummy => String::new(),
                };
                (name, value)
            })
            .collect(),
        // What stands in brackets behind a name has the path of the name.
        RonNode::Word(_, Some(payload)) => vec![(String::new(), payload)],
        RonNode::Word(_, None)
        | RonNode::Text(_)
        | RonNode::Number(_)
        | RonNode::Phrase(_)
        | RonNode::Dummy => Vec::new(),
    }
}

fn joined(path: &str, name: &str) -> String {
    match (path.is_empty(), name.is_empty()) {
        (true, _) => name.to_owned(),
        (false, true) => path.to_owned(),
        (false, false) => format!("{path}.{name}"),
    }
}

fn mend(root: &mut Spanned, path: &[usize], how: &Mend) -> Option<Mended> {
    let mut here = root;
    let mut name = String::new();
    for child in path {
        let (part, next) = children(&mut here.node).into_iter().nth(*child)?;
        name = joined(&name, &part);
        here = next;
    }
    let mut at = here.at;
    match how {
        Mend::Replace => {
            if matches!(here.node, RonNode::Dummy) {
                return None;
            }
            here.node = RonNode::Dummy;
        }
        Mend::Add(field) => {
            let value = Spanned {
                at,
                node: RonNode::Dummy,
            };
            let entry = TolerantEntry {
                name: (*field).to_owned(),
                at,
                value,
            };
            entries_of(&mut here.node)?.push(entry);
            name = joined(&name, field);
        }
        Mend::Remove(field) => {
            let entries = entries_of(&mut here.node)?;
            let place = entries.iter().rposition(|entry| &entry.name == field)?;
            at = entries.remove(place).at;
            name = joined(&name, field);
        }
    }
    Some(Mended { at, name })
}

fn entries_of(node: &mut RonNode) -> Option<&mut Vec<TolerantEntry>> {
    match node {
        RonNode::Entries(entries) => Some(entries),
        RonNode::Word(_, Some(payload)) => entries_of(&mut payload.node),
        RonNode::Values(values) if values.is_empty() => {
            *node = RonNode::Entries(Vec::new());
            entries_of(node)
        }
        RonNode::Values(_)
        | RonNode::List(_)
        | RonNode::Pairs(_)
        | RonNode::Text(_)
        | RonNode::Number(_)
        | RonNode::Word(_, None)
        | RonNode::Phrase(_)
        | RonNode::Dummy => None,
    }
}

/// The paths of what was replaced while the notation was read.
fn dummies(root: &Spanned, path: String) -> Vec<String> {
    if matches!(root.node, RonNode::Dummy) {
        return vec![path];
    }
    let mut copy = root.node.clone();
    children(&mut copy)
        .into_iter()
        .flat_map(|(name, child)| dummies(child, joined(&path, &name)))
        .collect()
}
