//! Draws the pictures of the README from real cells: `cargo run --example pictures` writes `docs/pictures/*.svg`. A test
//! compares them with what the program draws, so that none grows old.

mod scenes;

fn main() -> std::io::Result<()> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    std::fs::create_dir_all(&folder)?;
    for (name, svg) in scenes::pictures() {
        std::fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    Ok(())
}
