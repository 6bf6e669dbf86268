//! What the hall sees, as it is told to another computer: the public picture and the point of the session's time at which it is
//! right. Nothing else of a session has a place in it.

use serde::{Deserialize, Serialize};

use crate::domain::hall_view::ProjectorView;
use crate::domain::time::Millis;

/// A picture is told again after this, so that whoever shows it knows that it is still the present one.
pub const AGAIN: Millis = Millis::of_seconds(2);
/// Nothing was heard for so long: the connection is lost.
const SILENT: Millis = Millis::of_seconds(7);

/// A picture as it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FarPicture {
    /// The point of the session's time, in milliseconds.
    pub at: u64,
    pub view: ProjectorView,
}

/// The last picture that was heard, and when, by this computer's own clock.
#[derive(Debug, Clone, Default)]
pub struct HeardPicture {
    last: Option<(FarPicture, Millis)>,
}

impl HeardPicture {
    /// A picture came.
    pub fn hears(&mut self, picture: FarPicture, now: Millis) {
        self.last = Some((picture, now));
    }

    /// What is to be seen now: with figures that are right, or, where nothing was heard for a while, that the connection is
    /// lost. `None` until the first one came.
    #[must_use]
    pub fn at(&self, now: Millis, lost: &str) -> Option<ProjectorView> {
        let (picture, heard) = self.last.as_ref()?;
        let since = now.saturating_sub(*heard);
        Some(if since > SILENT {
            picture.view.with_only(lost.to_owned())
        } else {
            picture
                .view
                .counted_on_to(picture.at.saturating_add(since.0))
        })
    }
}

/// What is told on the hall's subject.
#[derive(Debug, Default)]
pub struct PublishedPictures {
    /// Without its figures.
    last: Option<ProjectorView>,
    again_at: Millis,
}

impl PublishedPictures {
    /// Whether this picture has to be told now.
    pub fn is_due(&mut self, view: &ProjectorView, now: Millis) -> bool {
        let rest = view.without_figures();
        let is_due = self.last.as_ref() != Some(&rest) || now >= self.again_at;
        if is_due {
            self.last = Some(rest);
            self.again_at = now.saturating_add(AGAIN);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hall_view::{ClockCounting, ClockView, SceneView, TurnView, Urgency};

    fn picture(limit: Option<u64>, zero: i64) -> FarPicture {
        let clock = ClockView {
            figures: String::new(),
            word: String::new(),
            limit: None,
            tone: Urgency::Calm,
            left: None,
            counting: Some(ClockCounting { zero, limit }),
        };
        FarPicture {
            at: 10_000,
            view: ProjectorView {
                title: "Đối thoại".into(),
                sample: None,
                time: "08:05".into(),
                agenda: None,
                counts: Vec::new(),
                scene: SceneView::Floor(TurnView {
                    heading: None,
                    who: "Bà Lò Thị Mỷ".into(),
                    under: Vec::new(),
                    on: Vec::new(),
                    clock: Some(clock),
                    then: Vec::new(),
                    next: Vec::new(),
                }),
            },
        }
    }

    fn figures(view: &ProjectorView) -> String {
        let SceneView::Floor(turn) = &view.scene else {
            panic!("{view:?}");
        };
        turn.clock.as_ref().unwrap().figures.clone()
    }

    #[test]
    fn a_clock_counts_on_by_itself_and_a_lost_connection_shows_no_frozen_one() {
        let mut heard = HeardPicture::default();
        assert_eq!(heard.at(Millis(0), "lost"), None);
        heard.hears(picture(Some(180_000), 70_000), Millis(500));
        assert_eq!(figures(&heard.at(Millis(500), "lost").unwrap()), "01:00");
        assert_eq!(figures(&heard.at(Millis(3_500), "lost").unwrap()), "00:57");
        let view = heard.at(Millis(9_000), "lost").unwrap();
        assert_eq!(view.scene, SceneView::Message("lost".into()));
        // upward, where there is no limit, and beyond a limit
        heard.hears(picture(None, 4_000), Millis(9_000));
        assert_eq!(figures(&heard.at(Millis(9_000), "lost").unwrap()), "00:06");
        heard.hears(picture(Some(1_000), 9_000), Millis(9_000));
        assert_eq!(
            figures(&heard.at(Millis(10_000), "lost").unwrap()),
            "+00:02"
        );
    }

    #[test]
    fn a_picture_is_told_when_it_is_another_one_and_now_and_then() {
        let mut told = PublishedPictures::default();
        let view = picture(Some(180_000), 70_000).view;
        assert!(told.is_due(&view, Millis(0)));
        assert!(!told.is_due(&view.counted_on_to(12_000), Millis(1_000)));
        assert!(told.is_due(&view, Millis(2_000)));
        assert!(told.is_due(&view.with_only("x".into()), Millis(2_001)));
    }

    #[test]
    fn what_is_told_is_read_as_it_was() {
        let picture = picture(Some(180_000), 70_000);
        let json = serde_json::to_string(&picture).unwrap();
        assert_eq!(serde_json::from_str::<FarPicture>(&json).unwrap(), picture);
    }
}
