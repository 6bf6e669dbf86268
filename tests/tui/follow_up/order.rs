//! The order in which what is owed stands.

use doithoai::domain::regulation::ClassKind;
use doithoai::tui::follow_up::OwedLine;

use super::Clerk;
use crate::support::closed_sessions::{closed_of, laid_down, plan};
use crate::support::days::day;

#[test]
fn within_a_group_the_days_follow_one_another_whatever_is_owed_on_them() {
    let Clerk { home, .. } = Clerk::on_monday();
    for (regulation, held, folder) in [
        ("lao-cai-7-qc-tu-2025", "01/12/2026", "2026-12-01-01"),
        ("dan-tien-2025", "03/12/2026", "2026-12-03-01"),
    ] {
        let plan = plan(regulation, day(held), "Ủy ban nhân dân xã Khác", 4);
        let session = closed_of(plan, |_| ClassKind::VerifyLater);
        laid_down(&session, &home.path().join(folder));
    }
    let mut clerk = Clerk::at(home, "04/12/2026");
    let mut is_report_before_another = false;
    for today in ["04/12/2026", "08/12/2026", "14/12/2026", "02/01/2027"] {
        clerk.opens_on(today);
        let rows = clerk.screen.rows();
        for (before, behind) in rows.iter().zip(rows.iter().skip(1)) {
            if behind.heading.is_some() {
                continue;
            }
            let order =
                |line: &OwedLine| (line.day.is_none(), line.day, line.key.session, line.item());
            assert!(
                order(before) <= order(behind),
                "{today}: {} {:?} before {} {:?}",
                before.what,
                before.day,
                behind.what,
                behind.day
            );
            is_report_before_another |= before.is_report && !behind.is_report;
        }
    }
    // else nothing of this was seen
    assert!(is_report_before_another);
}
