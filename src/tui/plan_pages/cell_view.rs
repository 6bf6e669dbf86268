//! One cell as it is shown, with its mark. Data only.

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellView {
    pub text: String,
    pub mark: PageMark,
    /// The letters before the cursor, in the cell that is being typed in.
    pub cursor: Option<usize>,
}

/// How something is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageMark {
    #[default]
    Plain,
    Fault,
    Warning,
    Good,
}
