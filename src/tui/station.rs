//! A station beside the desk: who registers at the door, who writes down what is said, another hall. It follows the journal,
//! has the forms of the desk, and asks; the desk alone decides. It never writes the journal, and goes on while the desk is
//! not there: what was asked then waits.

pub mod run;
pub mod sent;
pub mod view;
pub mod words;
