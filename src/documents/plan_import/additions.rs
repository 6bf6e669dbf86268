//! People and opinions that are to be added to a session under way: what of a file, or of a pasted table, can be used. Of a
//! file only its lists count; a row with a fault is left out and named, and keeps no other row from being added. Knows no
//! session.

use super::diagnostic::{PlanFault, Warning};
use super::table::{TableSheet, Workbook};
use super::workbook::columns::{PlanField, PlanTable, SheetKind};
use super::workbook::{Catalogue, kind_of_headings};
use super::{PlanDraft, from_workbook};
use crate::domain::regulation::Regulation;
use crate::domain::session::plan::Plan;

/// What a table's rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    People,
    Opinions,
}

impl ListKind {
    const fn sheet(self) -> SheetKind {
        match self {
            Self::People => SheetKind::Speakers,
            Self::Opinions => SheetKind::Opinions,
        }
    }
}

/// What can be added, and what cannot.
#[derive(Debug)]
pub struct Addable {
    /// Of it only people, opinions and agencies count.
    pub plan: Plan,
    pub left_out: Vec<PlanFault>,
    pub remarks: Vec<Warning>,
}

/// A pasted table as it was understood.
#[derive(Debug)]
pub struct PastedTable {
    pub draft: PlanDraft,
    pub kind: ListKind,
    /// What each column that counts was taken for.
    pub columns: Vec<String>,
    /// Its rows begin with a row of headings of its own.
    pub has_headings: bool,
}

/// The lists of a draft without the rows that are not right. Numbers are given anew, so nothing is wrong with one that is
/// taken.
#[must_use]
pub fn without_wrong_rows(mut draft: PlanDraft, regulation: Option<&Regulation>) -> Addable {
    let findings = draft.check(regulation);
    let is_of_lists = |path: &str| path.starts_with("speakers.") || path.starts_with("opinions.");
    let matters = |path: &str| {
        let field = path.rsplit('.').next().unwrap_or_default();
        is_of_lists(path) && !matches!(field, "number" | "id" | "opinion")
    };
    let left_out: Vec<PlanFault> = findings
        .faults
        .into_iter()
        .filter(|fault| matters(&fault.path))
        .collect();
    let remarks = findings
        .warnings
        .into_iter()
        .filter(|warning| warning.path.is_empty() || matters(&warning.path))
        .collect();
    let is_wrong = |list: &str, index: usize| {
        left_out.iter().any(|fault| {
            let mut parts = fault.path.split('.');
            parts.next() == Some(list)
                && parts.next().and_then(|part| part.parse().ok()) == Some(index)
        })
    };
    let mut index = 0;
    draft.plan.speakers.retain(|_| {
        index += 1;
        !is_wrong("speakers", index - 1)
    });
    index = 0;
    draft.plan.opinions.retain(|_| {
        index += 1;
        !is_wrong("opinions", index - 1)
    });
    Addable {
        plan: draft.plan,
        left_out,
        remarks,
    }
}

/// A table that was pasted, with or without headings; `None` where nothing in it looks like a list of either kind.
#[must_use]
pub fn of_table(
    rows: &[Vec<String>],
    asked: Option<ListKind>,
    catalogue: &Catalogue<'_>,
) -> Option<PastedTable> {
    let table = PlanTable::shipped();
    let named = named_columns(rows.first()?, asked);
    let has_headings = named.is_some();
    let (kind, fields) = match named {
        Some(named) => named,
        None => guessed(rows, asked)?,
    };
    let spec = table.sheet(kind.sheet());
    let headings: Vec<String> = fields
        .iter()
        .map(|field| field.map_or_else(String::new, |field| spec.heading(field).to_owned()))
        .collect();
    let columns = headings
        .iter()
        .filter(|text| !text.is_empty())
        .cloned()
        .collect();
    let body = rows.iter().skip(usize::from(has_headings)).cloned();
    let all: Vec<Vec<String>> = std::iter::once(headings).chain(body).collect();
    let workbook = Workbook {
        sheets: vec![TableSheet::of_texts(&spec.name, &all)],
        counts_from_1904: false,
    };
    Some(PastedTable {
        draft: from_workbook(workbook, catalogue),
        kind,
        columns,
        has_headings,
    })
}

type ColumnFields = Vec<Option<PlanField>>;

/// What the first row names, if it is a row of headings.
fn named_columns(first: &[String], asked: Option<ListKind>) -> Option<(ListKind, ColumnFields)> {
    let fields = |kind: ListKind| -> ColumnFields {
        let mut named: ColumnFields = Vec::new();
        for cell in first {
            let field = super::workbook::column_of(kind.sheet(), cell);
            // Of two columns that are called the same the first counts.
            named.push(field.filter(|field| !named.contains(&Some(*field))));
        }
        named
    };
    let count = |fields: &ColumnFields| fields.iter().flatten().count();
    let kinds = match asked {
        Some(kind) => vec![kind],
        None => match kind_of_headings(first) {
            Some(SheetKind::Opinions) => vec![ListKind::Opinions, ListKind::People],
            Some(_) | None => vec![ListKind::People, ListKind::Opinions],
        },
    };
    let filled = first.iter().filter(|cell| !cell.trim().is_empty()).count();
    kinds
        .into_iter()
        .map(|kind| (kind, fields(kind)))
        .find(|(_, fields)| count(fields) > 0 && count(fields) * 2 >= filled)
}

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CellLook {
    Number,
    Phone,
    Honorific,
    Village,
    Name,
    Words,
}

/// What the columns of a table without headings look like.
fn guessed(rows: &[Vec<String>], asked: Option<ListKind>) -> Option<(ListKind, ColumnFields)> {
    let width = rows.iter().map(Vec::len).max()?;
    let looks: Vec<Option<CellLook>> = (0..width).map(|column| look_of(rows, column)).collect();
    let has_name = looks.contains(&Some(CellLook::Name));
    let has_words = looks.contains(&Some(CellLook::Words));
    let kind = match asked {
        Some(kind) => kind,
        None if has_name => ListKind::People,
        None if has_words => ListKind::Opinions,
        None => return None,
    };
    let mut fields: ColumnFields = Vec::new();
    for look in looks {
        let field = look.and_then(|look| meaning(look, kind));
        fields.push(field.filter(|field| !fields.contains(&Some(*field))));
    }
    fields.iter().any(Option::is_some).then_some((kind, fields))
}

fn meaning(look: CellLook, kind: ListKind) -> Option<PlanField> {
    match (look, kind) {
        (CellLook::Village, _) => Some(PlanField::Village),
        (CellLook::Phone, ListKind::People) => Some(PlanField::Phone),
        (CellLook::Honorific, ListKind::People) => Some(PlanField::Honorific),
        (CellLook::Name, ListKind::People) => Some(PlanField::Name),
        (CellLook::Words, ListKind::People) => Some(PlanField::SubjectText),
        (CellLook::Name, ListKind::Opinions) => Some(PlanField::From),
        (CellLook::Words, ListKind::Opinions) => Some(PlanField::Text),
        (CellLook::Number, _) | (CellLook::Phone | CellLook::Honorific, ListKind::Opinions) => None,
    }
}

/// What most cells of a column look like.
fn look_of(rows: &[Vec<String>], column: usize) -> Option<CellLook> {
    let looks: Vec<CellLook> = rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.trim().is_empty())
        .map(|cell| look(cell))
        .collect();
    let most =
        |wanted: CellLook| looks.iter().filter(|look| **look == wanted).count() * 2 > looks.len();
    [
        CellLook::Number,
        CellLook::Phone,
        CellLook::Honorific,
        CellLook::Village,
        CellLook::Name,
    ]
    .into_iter()
    .find(|wanted| most(*wanted))
    .or((!looks.is_empty()).then_some(CellLook::Words))
}

/// With their marks: Bàn and Chu are surnames.
const HONORIFICS: [&str; 9] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "cô",
    "chú",
    "bác",
    "em",
    "đồng chí",
];
const VILLAGES: [&str; 16] = [
    "thôn",
    "bản",
    "xóm",
    "tổ",
    "khu",
    "ấp",
    "buôn",
    "làng",
    "phum",
    "sóc",
    "khóm",
    "xã",
    "phường",
    "cụm",
    "khối",
    "tiểu khu",
];

fn look(cell: &str) -> CellLook {
    let cell = cell.trim();
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let is_figures = cell
        .chars()
        .all(|sign| sign.is_ascii_digit() || " .+-()".contains(sign));
    if is_figures && digits > 0 {
        return if digits >= 8 {
            CellLook::Phone
        } else {
            CellLook::Number
        };
    }
    let lower = crate::domain::text::nfc(cell).to_lowercase();
    if HONORIFICS.contains(&lower.as_str()) {
        return CellLook::Honorific;
    }
    let begins = |words: &[&str]| {
        words.iter().any(|word| {
            lower
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let words: Vec<&str> = cell.split_whitespace().collect();
    if begins(&VILLAGES) && words.len() <= 6 {
        return CellLook::Village;
    }
    // A name: two to six words, each with a capital; a form of address may stand before it.
    let own = if begins(&HONORIFICS) {
        words.get(1..).unwrap_or_default()
    } else {
        words.as_slice()
    };
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_name = (2..=6).contains(&own.len())
        && own.iter().all(is_capital)
        && !cell.contains(|sign: char| sign.is_ascii_digit() || ".,:;?!".contains(sign));
    if is_name {
        CellLook::Name
    } else {
        CellLook::Words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_known_by_its_looks() {
        for (cell, expected) in [
            ("12", CellLook::Number),
            ("0912 345 678", CellLook::Phone),
            ("Bà", CellLook::Honorific),
            ("thôn Nà Hỏi", CellLook::Village),
            ("Tổ 5", CellLook::Village),
            ("Đặng Thị Như Quỳnh", CellLook::Name),
            ("bà Lý Thị Mẩy", CellLook::Name),
            ("Bàn Phúc Vượng", CellLook::Name),
            ("Đường hỏng nặng", CellLook::Words),
            ("Đề nghị xây cầu.", CellLook::Words),
        ] {
            assert_eq!(look(cell), expected, "{cell}");
        }
    }
}
