//! Writes the README's tables of keys: `cargo run --example readme_keys`. A test holds the README against the same table,
//! so that none grows old.

mod table;

fn main() -> std::io::Result<()> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path)?;
    let written = table::with_tables(&readme)
        .ok_or_else(|| std::io::Error::other("README.md has no tables of keys"))?;
    std::fs::write(&path, written)
}
