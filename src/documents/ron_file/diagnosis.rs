//! Every fault of a file's structure in one run: what is read goes into the wanted type as far as it fits; what does not
//! fit is told, replaced, and the reading goes on. Generic over the type, of which it learns entry by entry through serde.

use std::fmt;

use serde::de::{self, DeserializeOwned};

use super::reader::Reader;
use super::tolerant::{self, Entry, Node, Spanned};
use super::{Damage, Place};

/// What was read, with all its faults.
pub struct Diagnosis<T> {
    /// In the order of the file.
    pub faults: Vec<(Place, Damage)>,
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
    let mut value = None;
    for _ in 0..MOST {
        let reader = Reader {
            node: &root,
            path: Vec::new(),
        };
        match T::deserialize(reader) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(trouble) => {
                let path = trouble.path.unwrap_or_default();
                let Some(mended) = mend(&mut root, &path, &trouble.mend) else {
                    break;
                };
                faults.push((mended.at, trouble.damage));
                replaced.push(mended.name);
            }
        }
    }
    faults.sort_by_key(|(at, _)| *at);
    faults.dedup();
    Diagnosis {
        faults,
        value,
        replaced,
    }
}

/// What has to be done so that the reading can go on.
#[derive(Debug)]
pub(super) enum Mend {
    Replace,
    Add(&'static str),
    Remove(String),
}

/// Why something does not fit, and where: the way from the root, child by child.
#[derive(Debug)]
pub(super) struct Trouble {
    path: Option<Vec<usize>>,
    damage: Damage,
    mend: Mend,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.damage)
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    pub(super) fn new(damage: Damage, mend: Mend) -> Self {
        Self {
            path: None,
            damage,
            mend,
        }
    }

    pub(super) fn at(mut self, path: &[usize]) -> Self {
        self.path.get_or_insert_with(|| path.to_vec());
        self
    }
}

pub(super) fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl de::Error for Trouble {
    fn custom<M: fmt::Display>(message: M) -> Self {
        Self::new(Damage::of_message(&message.to_string()), Mend::Replace)
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(Damage::Unfit, Mend::Replace)
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::new(Damage::Unfit, Mend::Replace)
    }

    fn unknown_variant(found: &str, expected: &'static [&'static str]) -> Self {
        let damage = Damage::UnknownName {
            found: found.to_owned(),
            expected: owned(expected),
        };
        Self::new(damage, Mend::Replace)
    }

    fn unknown_field(found: &str, expected: &'static [&'static str]) -> Self {
        let damage = Damage::UnknownField {
            found: found.to_owned(),
            expected: owned(expected),
        };
        Self::new(damage, Mend::Remove(found.to_owned()))
    }

    fn missing_field(field: &'static str) -> Self {
        let damage = Damage::MissingField {
            field: field.to_owned(),
        };
        Self::new(damage, Mend::Add(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        let damage = Damage::DuplicateField {
            field: field.to_owned(),
        };
        Self::new(damage, Mend::Remove(field.to_owned()))
    }
}

/// Where something was mended.
struct Mended {
    at: Place,
    name: String,
}

fn children(node: &mut Node) -> Vec<(String, &mut Spanned)> {
    match node {
        Node::Entries(entries) => entries
            .iter_mut()
            .map(|entry| (entry.name.clone(), &mut entry.value))
            .collect(),
        Node::Values(values) | Node::List(values) => values
            .iter_mut()
            .enumerate()
            .map(|(number, value)| (number.to_string(), value))
            .collect(),
        Node::Pairs(pairs) => pairs
            .iter_mut()
            .map(|(key, value)| {
                let name = match &key.node {
                    Node::Text(text) => text.clone(),
                    Node::Word(word, _) => word.clone(),
                    Node::Entries(_)
                    | Node::Values(_)
                    | Node::List(_)
                    | Node::Pairs(_)
                    | Node::Number(_)
                    | Node::Phrase(_)
                    | Node::Dummy => String::new(),
                };
                (name, value)
            })
            .collect(),
        // What stands in brackets behind a name has the path of the name.
        Node::Word(_, Some(payload)) => vec![(String::new(), payload)],
        Node::Word(_, None) | Node::Text(_) | Node::Number(_) | Node::Phrase(_) | Node::Dummy => {
            Vec::new()
        }
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
            if matches!(here.node, Node::Dummy) {
                return None;
            }
            here.node = Node::Dummy;
        }
        Mend::Add(field) => {
            let value = Spanned {
                at,
                node: Node::Dummy,
            };
            let entry = Entry {
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

fn entries_of(node: &mut Node) -> Option<&mut Vec<Entry>> {
    match node {
        Node::Entries(entries) => Some(entries),
        Node::Word(_, Some(payload)) => entries_of(&mut payload.node),
        Node::Values(values) if values.is_empty() => {
            *node = Node::Entries(Vec::new());
            entries_of(node)
        }
        Node::Values(_)
        | Node::List(_)
        | Node::Pairs(_)
        | Node::Text(_)
        | Node::Number(_)
        | Node::Word(_, None)
        | Node::Phrase(_)
        | Node::Dummy => None,
    }
}

/// The paths of what was replaced while the notation was read.
fn dummies(root: &Spanned, path: String) -> Vec<String> {
    if matches!(root.node, Node::Dummy) {
        return vec![path];
    }
    let mut copy = root.node.clone();
    children(&mut copy)
        .into_iter()
        .flat_map(|(name, child)| dummies(child, joined(&path, &name)))
        .collect()
}
