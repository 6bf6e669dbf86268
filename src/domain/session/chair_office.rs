//! Which office the chair of a plan holds, read from what it is called, and whether a regulation names it. Knows the words
//! of offices, and no workbook and no screen.

use super::plan::{Layout, Plan};
use crate::domain::regulation::{ChairVerdict, Occasion, Post, Regulation};
use crate::domain::text;

impl Plan {
    /// The office the chair holds: as the plan says, else as its name says, else a secretary's where papers are laid out
    /// as the Party's; `None` when none of it says anything.
    #[must_use]
    pub fn post(&self) -> Option<Post> {
        self.chair_post
            .or_else(|| posts_named(&self.chair.office).next())
            .or(match self.layout {
                Layout::Party => Some(Post::PartySecretary),
                Layout::State => None,
            })
    }

    /// Whether the regulation names the chair's office. Somebody who holds several is named by any of them; a deputy, or
    /// somebody who heads nothing, is not named by the office of the head.
    #[must_use]
    pub fn chair_verdict<'r>(&self, regulation: &'r Regulation) -> ChairVerdict<'r> {
        let occasion = self.occasion();
        let asked = |chair| {
            regulation.chair_verdict(&Occasion {
                chair,
                ..occasion.clone()
            })
        };
        if self.chair_post.is_some() {
            return asked(self.chair_post);
        }
        let mut posts = posts_named(&self.chair.office).peekable();
        if posts.peek().is_none() && heads_nothing(&self.chair.office) {
            return regulation.chair_not_named(&occasion);
        }
        if posts.any(|post| asked(Some(post)) == ChairVerdict::Fits) {
            return ChairVerdict::Fits;
        }
        asked(occasion.chair)
    }

    /// Whether the papers are laid out as those of the other kind of bodies: a Party committee's as the state's, or a
    /// government's as the Party's.
    #[must_use]
    pub fn has_other_layout(&self) -> bool {
        let body = text::fold(&self.body);
        let begins = |words: &[&str]| words.iter().any(|word| body.starts_with(word));
        match self.layout {
            Layout::State => begins(PARTY_BODIES),
            Layout::Party => begins(STATE_BODIES),
        }
    }

    /// Whether the chair is the deputy of whoever the office belongs to.
    #[must_use]
    pub fn is_chaired_by_a_deputy(&self) -> bool {
        let office = &self.chair.office;
        posts_named(office).next().is_none()
            && offices(office).any(|name| begins_with(&name, DEPUTIES))
    }
}

/// How the names of bodies of the Party begin, without diacritics, and those of the state.
const PARTY_BODIES: &[&str] = &[
    "dang uy",
    "tinh uy",
    "thanh uy",
    "dang bo",
    "ban thuong vu tinh uy",
    "ban thuong vu thanh uy",
    "ban thuong vu dang uy",
];
const STATE_BODIES: &[&str] = &[
    "uy ban nhan dan",
    "ubnd",
    "hoi dong nhan dan",
    "hdnd",
    "so ",
];

/// How the offices begin, without diacritics; the longer names first.
const OFFICES: &[(&str, Post)] = &[
    ("bi thu", Post::PartySecretary),
    ("chu tich hoi dong nhan dan", Post::CouncilChair),
    ("chu tich hdnd", Post::CouncilChair),
    ("chu tich uy ban mat tran", Post::OrganisationHead),
    ("chu tich uy ban mttq", Post::OrganisationHead),
    ("chu tich ubmttq", Post::OrganisationHead),
    ("chu tich mttq", Post::OrganisationHead),
    ("chu tich uy ban nhan dan", Post::GovernmentChair),
    ("chu tich ubnd", Post::GovernmentChair),
    ("giam doc so", Post::DepartmentHead),
    ("truong ban", Post::DepartmentHead),
];

/// How the offices of deputies begin.
const DEPUTIES: &[&str] = &["pho", "cap pho", "deputy", "vice"];

/// How the offices begin of those who stand at the head of no body that a regulation could name.
const HEADS_OF_NOTHING: &[&str] = &[
    "truong phong",
    "truong thon",
    "truong xom",
    "truong khu",
    "to truong",
    "chanh van phong",
    "chuyen vien",
    "cong chuc",
    "vien chuc",
    "can bo",
    "nhan vien",
    "thu ky",
];

/// The offices that somebody holds, as in `Phó Bí thư Đảng ủy, Chủ tịch UBND xã`, without diacritics.
fn offices(office: &str) -> impl Iterator<Item = String> {
    let folded = text::fold(office)
        .replace(" kiem ", ",")
        .replace(" - ", ",");
    let parts: Vec<String> = folded
        .split([',', ';', '–', '/'])
        .map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|part| !part.is_empty())
        .collect();
    parts.into_iter()
}

fn posts_named(office: &str) -> impl Iterator<Item = Post> {
    offices(office).filter_map(|name| {
        OFFICES
            .iter()
            .find(|(begins, _)| name.starts_with(begins))
            .map(|(_, post)| *post)
    })
}

fn begins_with(name: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|begins| {
        name.strip_prefix(begins)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

fn heads_nothing(office: &str) -> bool {
    offices(office).any(|name| begins_with(&name, DEPUTIES) || begins_with(&name, HEADS_OF_NOTHING))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_of_the_chair_is_read_from_how_its_name_begins() {
        for (office, post) in [
            (
                "Bí thư Đảng ủy, Chủ tịch HĐND xã",
                Some(Post::PartySecretary),
            ),
            ("Chủ tịch Ủy ban nhân dân tỉnh", Some(Post::GovernmentChair)),
            ("Chủ tịch  UBND xã", Some(Post::GovernmentChair)),
            ("Chủ tịch HĐND tỉnh", Some(Post::CouncilChair)),
            (
                "Chủ tịch Uỷ ban MTTQ Việt Nam tỉnh",
                Some(Post::OrganisationHead),
            ),
            ("Phó Bí thư Đảng ủy", None),
            (
                "Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
                Some(Post::GovernmentChair),
            ),
            (
                "Ủy viên Ban Thường vụ kiêm Chủ tịch HĐND xã",
                Some(Post::CouncilChair),
            ),
            ("Giám đốc Sở Xây dựng", Some(Post::DepartmentHead)),
            ("", None),
        ] {
            assert_eq!(posts_named(office).next(), post, "{office}");
        }
    }
}
