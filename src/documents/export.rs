//! The record as data: `record.json` for other programs, after the published schema, and `record.ron`. Knows nothing of
//! documents.

use ron::ser::PrettyConfig;

use super::DossierError;
use crate::domain::record::SessionRecord;

pub(super) fn json(record: &SessionRecord) -> Result<Vec<u8>, DossierError> {
    let written: &dyn erased_serde::Serialize = record;
    let mut text =
        serde_json::to_vec_pretty(written).map_err(|cause| unmade("record.json", cause))?;
    text.push(b'\n');
    Ok(text)
}

pub(super) fn ron(record: &SessionRecord) -> Result<Vec<u8>, DossierError> {
    // The same line ends on every computer: the files are compared byte by byte.
    let config = PrettyConfig::new().new_line("\n");
    let written: &dyn erased_serde::Serialize = record;
    let mut text =
        ron::ser::to_string_pretty(written, config).map_err(|cause| unmade("record.ron", cause))?;
    text.push('\n');
    Ok(text.into_bytes())
}

fn unmade(document: &str, cause: impl std::error::Error + Send + Sync + 'static) -> DossierError {
    DossierError::Unmade {
        document: document.to_owned(),
        cause: Box::new(cause),
    }
}
