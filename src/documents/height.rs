//! How high a paper will be, estimated from its letters: whether what has to stay on one page does. The program that opens
//! it sets the lines; this counts them with the width that letters have on average. Knows measures, and nothing of what is
//! said.

use super::model::{Cell, DocumentBlock, DocumentLine, Paper, Paragraph, Twips, mm, pt};

/// The width of a letter of Vietnamese text in Times New Roman on average, in thousandths of its size; a little more than
/// was measured, since lines end at words.
const LETTER: u32 = 455;

/// The same of capitals, and of bold letters.
const CAPITAL: u32 = 690;

/// A single line of letters of size 100.
const SINGLE: u32 = 115;

/// Whether a paper needs no second page.
pub(super) fn fits_one_page(paper: &Paper) -> bool {
    let page = mm(297) - paper.margins.top - paper.margins.bottom;
    let width = paper.margins.text_width();
    let blocks = paper.blocks.iter();
    let whole: Twips = blocks.map(|block| of_block(block, width, paper.size)).sum();
    whole <= page
}

fn of_block(block: &DocumentBlock, width: Twips, size: u32) -> Twips {
    match block {
        DocumentBlock::Paragraph(paragraph) => of_paragraph(paragraph, width, size),
        DocumentBlock::Table(table) => {
            let row = |cells: &Vec<Cell>| {
                let cells = cells.iter().zip(&table.columns);
                cells
                    .map(|(cell, column)| of_cell(cell, *column, size))
                    .max()
                    .unwrap_or_default()
            };
            table.rows.iter().map(row).sum()
        }
    }
}

fn of_cell(cell: &Cell, width: Twips, size: u32) -> Twips {
    cell.iter()
        .map(|paragraph| of_paragraph(paragraph, width, size))
        .sum()
}

fn of_paragraph(paragraph: &Paragraph, width: Twips, usual: u32) -> Twips {
    let sizes = paragraph.runs.iter().map(|run| run.size.unwrap_or(usual));
    let size = sizes.max().unwrap_or(usual);
    let letters: u32 = paragraph
        .runs
        .iter()
        .map(|run| {
            let points = run.size.unwrap_or(usual);
            let letters = run.text.chars();
            let wide = letters.map(|letter| {
                if letter.is_uppercase() {
                    CAPITAL
                } else {
                    LETTER
                }
            });
            wide.sum::<u32>() * pt(points) / 1000
        })
        .sum();
    let (left, right) = paragraph.indent;
    let room = width.saturating_sub(left + right).max(pt(size));
    let lines = (letters + paragraph.first_line).div_ceil(room).max(1);
    let breaks = paragraph.runs.iter();
    let breaks = breaks
        .map(|run| run.text.matches('\n').count())
        .sum::<usize>();
    let lines = lines + u32::try_from(breaks).unwrap_or_default();
    let line = match paragraph.line {
        DocumentLine::Single => pt(size) * SINGLE / 100,
        DocumentLine::Exactly(line) => line,
    };
    paragraph.before + lines * line + paragraph.after
}

#[cfg(test)]
mod tests {
    use super::super::model::{Margins, Run};
    use super::*;

    fn paper(lines: usize) -> Paper {
        let line = "Nhân dân thôn Nà Hỏi đề nghị sửa chữa đoạn đường trục thôn bị sạt lở sau mưa.";
        let block = Paragraph {
            line: DocumentLine::Exactly(pt(18)),
            ..Paragraph::of(Run::new(line).size(14))
        };
        Paper {
            title: String::new(),
            margins: Margins {
                top: mm(20),
                bottom: mm(20),
                left: mm(30),
                right: mm(15),
            },
            size: 14,
            mark: None,
            foot: None,
            blocks: vec![block.into(); lines],
        }
    }

    #[test]
    fn so_many_lines_fit_as_a_page_is_high() {
        // 257 mm are 728 points: forty lines of eighteen.
        assert!(!fits_one_page(&paper(41)));
        assert!(fits_one_page(&paper(20)));
    }
}
