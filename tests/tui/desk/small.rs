//! The smallest window through a whole session: what is asked about and where the session is are never halves.

use doithoai::domain::regulation::RegulationId;
use doithoai::domain::session::next::Next;

use super::aide::Aide;
use super::given::*;
use super::whole;

#[test]
fn the_item_that_is_asked_about_and_the_step_are_told_in_the_smallest_window() {
    for regulation in [DAN_TIEN, LAO_CAI] {
        let mut plan = doithoai::documents::plan_import::sample().unwrap();
        plan.regulation = RegulationId(regulation.into());
        let mut aide = Aide::of(plan);
        let mut asked = 0;
        while aide.session.next() != Next::Nothing {
            for (width, height) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
                let faults = whole::faults(&aide.cells(width, height));
                assert!(
                    faults.is_empty(),
                    "{faults:?}\n{}",
                    aide.screen(width, height)
                );
            }
            let screen = aide.screen(60, 16);
            if let Next::Class(item) = aide.session.next() {
                let text = &aide.session.state().item(item).unwrap().text;
                let words: Vec<&str> = text.split(' ').take(4).collect();
                assert!(screen.contains(&words.join(" ")), "{item:?}\n{screen}");
                asked += 1;
            }
            let mut agenda = screen
                .lines()
                .skip_while(|line| !line.contains("CHƯƠNG TRÌNH"));
            let first = agenda.nth(1).unwrap_or_default();
            let begins = first.trim_start().chars().next();
            assert!(
                begins.is_some_and(|sign| "✓▶↻○⊘–[Đ".contains(sign)),
                "«{first}»\n{screen}"
            );
            aide.goes_on_by_one();
        }
        assert!(asked > 15, "{asked}");
    }
}
