//! The one table of sheets and columns: what each is called, by which further names it is known, what is said of it, how
//! wide it is. Knows nothing of what is done with the cells.

use serde::Deserialize;

use super::names::key;
use crate::documents::plan_import::table::{ReadValue, TableSheet};
use crate::documents::ron_file;
use crate::domain::regulation::Post;

const SHIPPED: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/config/words/plan.ron"
));

/// What a workbook says of itself: written for a plan, in this version of the columns.
pub const MARK: &str = "doithoai-plan/";
pub const VERSION: u32 = 1;

/// The sheets there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum SheetKind {
    Session,
    Agenda,
    Agencies,
    Delegates,
    Speakers,
    Opinions,
}

/// What a column, or a line of the first sheet, holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
pub enum PlanField {
    Regulation,
    Title,
    Day,
    Time,
    Place,
    Venue,
    ChairName,
    ChairOffice,
    ChairHonorific,
    ChairPost,
    Laws,
    Body,
    SuperiorBody,
    LeadAgency,
    Level,
    Layout,
    Mode,
    Form,
    Contents,
    HigherLevels,
    SpeechLimit,
    AnswerLimit,
    ExchangeLimit,
    AllowedMinutes,
    Warnings,
    SpeakingMode,
    ClockStarts,
    Bell,
    MaskNames,
    ShortMinutes,
    Done,
    Fictional,
    Step,
    Minutes,
    AgencyName,
    SpokenHonorific,
    SpokenName,
    SpokenOffice,
    AgencyId,
    Honorific,
    Name,
    Office,
    Role,
    Number,
    Village,
    Phone,
    Address,
    SubjectText,
    Topic,
    Agency,
    OpinionRef,
    OpinionNumber,
    From,
    Text,
    PreparedAnswer,
}

/// One column.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputColumn {
    pub field: PlanField,
    pub heading: String,
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is for, shown where it is filled in.
    pub comment: String,
    /// The same for a page of the program, where that is another thing to do.
    #[serde(default)]
    pub on_page: Option<String>,
    #[serde(default)]
    pub needed: bool,
    /// In letters.
    pub width: u16,
    /// Only in a workbook that is written from a plan, and only where the plan has something that needs it.
    #[serde(default)]
    pub rare: bool,
}

/// One sheet.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetSpec {
    pub kind: SheetKind,
    pub name: String,
    #[serde(default)]
    pub also: Vec<String>,
    /// What it is for, as its workbook says it.
    pub about: String,
    /// The same on a page of the program, where that is another thing to do.
    #[serde(default)]
    pub on_page: Option<String>,
    pub columns: Vec<InputColumn>,
    /// Rows that show how it is filled in, cell by cell in the order of the columns.
    pub examples: Vec<Vec<String>>,
}

impl SheetSpec {
    #[must_use]
    pub fn column(&self, field: PlanField) -> Option<&InputColumn> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// What a column is called.
    #[must_use]
    pub fn heading(&self, field: PlanField) -> &str {
        self.column(field).map_or("", |column| &column.heading)
    }
}

/// Words that stand in cells.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellWords {
    pub item: String,
    pub value: String,
    pub explanation: String,
    pub order: String,
    pub example: String,
    pub needed: String,
    pub yes: String,
    pub no: String,
    pub province: String,
    pub commune: String,
    pub state: String,
    pub party: String,
    pub delegate: String,
    pub co_chair: String,
    pub secretary: String,
    pub signatory: String,
    pub one_by_one: String,
    in_batches: String,
    pub with_the_floor: String,
    pub by_hand: String,
    pub lists: String,
    pub report: String,
    pub report_place: String,
    pub report_kind: String,
    pub report_text: String,
    pub report_fault: String,
    pub report_warning: String,
    pub prompt_title: String,
    pub error_title: String,
    pub error_choice: String,
    pub error_date: String,
}

impl CellWords {
    /// *Theo lượt 3 người*.
    #[must_use]
    pub fn in_batches(&self, count: u32) -> String {
        self.in_batches.replace("{count}", &count.to_string())
    }
}

/// The whole table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanTable {
    pub sheets: Vec<SheetSpec>,
    pub words: CellWords,
    /// What the offices of a chair are called.
    pub posts: Vec<(Post, String)>,
    /// Words in an office by which its level and layout are known.
    pub province_offices: Vec<String>,
    pub party_offices: Vec<String>,
    pub honorifics: Vec<String>,
    /// What a row of sums begins with.
    pub totals: Vec<String>,
    /// How what is signed below a list begins.
    pub closings: Vec<String>,
}

impl PlanTable {
    /// The table of this program.
    ///
    /// # Panics
    /// Never in a released program: a test reads the table.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "the file is built in, and a test reads it"
    )]
    pub fn shipped() -> Self {
        ron_file::parse(SHIPPED).expect("config/words/plan.ron is read by a test")
    }

    /// # Panics
    /// Never in a released program: a test asks for every kind.
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test asks for every kind")]
    pub fn sheet(&self, kind: SheetKind) -> &SheetSpec {
        self.sheets
            .iter()
            .find(|sheet| sheet.kind == kind)
            .expect("config/words/plan.ron has every sheet")
    }

    /// Everything that the template itself writes, as it is compared.
    #[must_use]
    pub fn own_texts(&self) -> std::collections::BTreeSet<String> {
        let words = &self.words;
        let of_sheets = self.sheets.iter().flat_map(|sheet| {
            let columns = sheet
                .columns
                .iter()
                .flat_map(|column| [&column.heading, &column.comment]);
            [&sheet.name, &sheet.about].into_iter().chain(columns)
        });
        let of_cells = [
            &words.item,
            &words.value,
            &words.explanation,
            &words.order,
            &words.province,
            &words.commune,
            &words.state,
            &words.party,
            &words.delegate,
            &words.co_chair,
            &words.secretary,
            &words.signatory,
        ];
        of_sheets.chain(of_cells).map(|text| key(text)).collect()
    }

    /// Whether a sheet is the template's own list of choices, or the list of faults of a report.
    #[must_use]
    pub fn is_own_list(&self, sheet: &TableSheet) -> bool {
        let says_so = |text: &str| text.trim().starts_with(MARK);
        let first = sheet.own(0, 0).map(|cell| &cell.value);
        matches!(first, Some(ReadValue::Text(text)) if says_so(text))
            || key(&sheet.name) == key(&self.words.report)
    }

    /// The version of the columns that a workbook was written for, where it says so.
    #[must_use]
    pub fn version(sheets: &[TableSheet]) -> Option<u32> {
        sheets.iter().find_map(|sheet| {
            let ReadValue::Text(text) = &sheet.own(0, 0)?.value else {
                return None;
            };
            text.trim().strip_prefix(MARK)?.parse().ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [SheetKind; 6] = [
        SheetKind::Session,
        SheetKind::Agenda,
        SheetKind::Agencies,
        SheetKind::Delegates,
        SheetKind::Speakers,
        SheetKind::Opinions,
    ];

    #[test]
    fn every_sheet_is_there_once_and_its_examples_fit_its_columns() {
        let table = PlanTable::shipped();
        assert_eq!(table.sheets.len(), KINDS.len());
        for kind in KINDS {
            let sheet = table.sheet(kind);
            for example in &sheet.examples {
                assert_eq!(example.len(), sheet.columns.len(), "{}", sheet.name);
            }
        }
    }

    #[test]
    fn no_two_columns_of_a_sheet_have_the_same_name() {
        for sheet in PlanTable::shipped().sheets {
            let mut names = std::collections::BTreeMap::new();
            for column in &sheet.columns {
                for name in std::iter::once(&column.heading).chain(&column.also) {
                    if let Some(other) = names.insert(key(name), column.field) {
                        assert_eq!(other, column.field, "{name} in {}", sheet.name);
                    }
                }
            }
        }
    }
}
