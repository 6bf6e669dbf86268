//! The pictures of the README are what the program draws now.

#[path = "../../examples/pictures/scenes.rs"]
mod scenes;

#[test]
fn every_picture_of_the_readme_is_fresh() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let readme = include_str!("../../README.md");
    for (name, svg) in scenes::pictures() {
        let path = folder.join(format!("{name}.svg"));
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == svg,
            "{name} is old: cargo run --example pictures, and look at it"
        );
        assert!(
            readme.contains(&format!("docs/pictures/{name}.svg")),
            "{name} is not in the README"
        );
    }
}
