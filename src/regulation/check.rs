//! Whether a profile makes sense. Knows no file.
