//! A paper as text: its paragraphs one after the other, the rows of a table with a stroke between the cells. Knows documents
//! as data, and nothing of what they say.

use crate::documents::model::{Cell, DocumentBlock, Paper, Paragraph, Table};

/// What stands between the cells of a row.
const BETWEEN: &str = " │ ";

pub(super) fn paragraphs(paper: &Paper) -> Vec<String> {
    let mut told: Vec<String> = paper.mark.iter().cloned().collect();
    for block in &paper.blocks {
        match block {
            DocumentBlock::Paragraph(paragraph) => told.push(text(paragraph)),
            DocumentBlock::Table(table) if table.lines => {
                told.extend(table.rows.iter().map(|cells| row(cells)));
            }
            DocumentBlock::Table(table) => told.extend(columns(table)),
        }
    }
    // One blank paragraph says as much as several.
    told.dedup_by(|one, before| one.is_empty() && before.is_empty());
    told
}

fn text(paragraph: &Paragraph) -> String {
    let runs = paragraph.runs.iter().map(|run| run.text.as_str());
    let text: String = runs.collect();
    let text = text.trim();
    if paragraph.dotted.is_some() {
        format!("{text} …………").trim_start().to_owned()
    } else {
        text.to_owned()
    }
}

fn row(cells: &[Cell]) -> String {
    let cells = cells.iter().map(|cell| lines(cell).join(" "));
    cells.collect::<Vec<_>>().join(BETWEEN)
}

fn lines(cell: &Cell) -> Vec<String> {
    let lines = cell.iter().map(text);
    lines.filter(|line| !line.is_empty()).collect()
}

/// A table without lines only sets texts beside each other: one column after the other.
fn columns(table: &Table) -> Vec<String> {
    let mut told = Vec::new();
    for row in &table.rows {
        told.extend(row.iter().flat_map(lines));
    }
    told.push(String::new());
    told
}
