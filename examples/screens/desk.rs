//! The aide of the stories, for pictures of her desk.

#[path = "../../tests/tui/desk/aide.rs"]
pub mod aide;
#[path = "../../tests/tui/desk/given.rs"]
pub mod given;
#[path = "../../tests/tui/desk/whole.rs"]
pub mod whole;
