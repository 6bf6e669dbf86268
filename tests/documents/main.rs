//! Stories of the wing `documents`.

#[cfg(test)]
mod dossier;
#[cfg(test)]
mod plan_import;
#[cfg(test)]
mod preparation;
