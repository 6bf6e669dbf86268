//! The papers that follow a session, and the report on a period with its workbook.

mod papers;
mod report;
