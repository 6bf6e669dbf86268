//! `doithoai` runs a public dialogue between a local leader and citizens in the order the governing regulation
//! prescribes. The map of the house:

/// What a regulation prescribes, as data.
pub mod regulation;
/// Every sentence a person reads, in Vietnamese and English.
pub mod words;
