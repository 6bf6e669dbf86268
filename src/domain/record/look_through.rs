//! Places in the version for public notice that still seem to name or place somebody: what people typed is free text, and
//! no program knows every name. Somebody looks them through before it goes up. Knows the record and no document.

use super::{SessionRecord, SpanRecord};
use crate::domain::session::attendance::{Attendee, Presence};
use crate::domain::session::plan::Official;
use crate::domain::text::fold;

/// A place to look through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    pub place: TextPlace,
    pub kind: SuspicionKind,
    /// The words themselves.
    pub found: String,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextPlace {
    /// What somebody raised: minutes, table of items, notice, record.
    Item(u32),
    /// What was answered: the same.
    Answer(u32),
    /// What a speaker announced: record only.
    Subject(u32),
    /// An opinion collected beforehand: table of items, record.
    Opinion(u32),
    /// The chair's own words: minutes, notice, record.
    Conclusion,
    /// A reason that was given for something: minutes, record.
    Reason,
}

/// What a text seems to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuspicionKind {
    /// A name after *ông*, *bà*, or several words with capitals.
    Name,
    /// A house, an alley, a group of houses.
    Address,
    Mail,
    /// A long number: a telephone, an identity card, an account.
    Number,
}

/// Words before a name.
const HONORIFICS: [&str; 19] = [
    "ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cụ", "cháu", "thầy", "dì", "cậu", "mợ",
    "thím", "mẹ", "bố", "hộ", "con",
];

/// Family names, with those of the peoples of the highlands; without those that begin well-known places, too.
const FAMILIES: [&str; 60] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Đoàn", "Trương", "Lương", "Lưu", "Tạ", "Phùng",
    "Giàng", "Vàng", "Sùng", "Thào", "Hạng", "Mùa", "Cứ", "Lầu", "Chang", "Tráng", "Lò", "Lường",
    "Quàng", "Cà", "Tòng", "Vì", "Cầm", "Điêu", "Chảo", "Tẩn", "Lù", "Phàn", "Triệu", "Bàn",
    "Nông", "Hứa", "Ma", "Vi", "Lộc", "Lục", "Hầu", "Ly", "Vừ", "Lèng", "Pờ", "Khoàng",
];

/// Words before the number of a house, folded, in one or two parts.
const HOUSES: [&str; 8] = [
    "so nha", "nha so", "ngo", "ngach", "hem", "kiet", "to", "can ho",
];

/// So many digits together are more than a measure or a year.
const LONG: usize = 7;

impl SessionRecord {
    /// The texts of this record that still seem to name or place somebody, in the order of the record. Names of those who
    /// held the session or answered in it are public and no matter.
    #[must_use]
    pub fn suspicions(&self) -> Vec<Suspicion> {
        let known = KnownNames {
            public: self.public_names(),
            given: self.given_names(),
        };
        let mut all = Vec::new();
        let mut look = |place, text: &str| {
            all.extend(
                suspicions_in(text, &known)
                    .into_iter()
                    .map(|(kind, found)| Suspicion { place, kind, found }),
            );
        };
        for item in &self.items {
            look(TextPlace::Item(item.id), &item.text);
            look(
                TextPlace::Item(item.id),
                item.topic.as_deref().unwrap_or_default(),
            );
            look(
                TextPlace::Answer(item.id),
                item.answer.as_deref().unwrap_or_default(),
            );
        }
        for speaker in &self.speakers {
            for subject in &speaker.subjects {
                look(TextPlace::Subject(speaker.number.0), &subject.text);
            }
            let aside = speaker.set_aside.as_deref().unwrap_or_default();
            look(TextPlace::Subject(speaker.number.0), aside);
        }
        for opinion in &self.opinions {
            look(TextPlace::Opinion(opinion.id.0), &opinion.text);
        }
        for text in self.conclusion.values() {
            look(TextPlace::Conclusion, text);
        }
        let reasons = self.deviations.iter().map(|deviation| &deviation.reason);
        let changes = self.chair_changes.iter().map(|change| &change.reason);
        let corrections = self.spans().flat_map(|span| &span.corrections);
        let corrections = corrections.map(|correction| &correction.reason);
        for reason in reasons.chain(changes).chain(corrections) {
            look(TextPlace::Reason, &reason.why);
            look(TextPlace::Reason, &reason.ordered_by);
        }
        all
    }

    /// Every stretch of time that somebody may have corrected.
    fn spans(&self) -> impl Iterator<Item = &SpanRecord> {
        let turns = self.turns.iter().filter_map(|turn| turn.span.as_ref());
        let visits = self.steps.iter().flat_map(|step| &step.visits);
        let breaks = self.breaks.iter().map(|rest| &rest.span);
        turns.chain(visits).chain(breaks)
    }

    /// What people are called by who registered: the last part of their names, folded.
    fn given_names(&self) -> Vec<String> {
        let speakers = self.speakers.iter();
        let given = speakers.filter_map(|speaker| speaker.name.split_whitespace().next_back());
        given.map(fold).collect()
    }

    /// Names that are public, folded: officials, agencies, bodies, villages.
    fn public_names(&self) -> Vec<String> {
        let officials = std::iter::once(&self.chair)
            .chain(self.chair_changes.iter().map(|change| &change.by))
            .chain(&self.co_chairs)
            .chain(&self.secretaries)
            .chain(&self.delegates)
            .chain(&self.signatory)
            .chain(
                self.agencies
                    .iter()
                    .filter_map(|agency| agency.spoken_for_by.as_ref()),
            );
        let came = self.attendance.expected.iter().filter_map(|expected| {
            match (&expected.presence, &expected.who) {
                (Some(Presence::Substituted { by }), _) => Some(by),
                (
                    Some(Presence::Present | Presence::Absent) | None,
                    Attendee::CoChair(_)
                    | Attendee::Secretary(_)
                    | Attendee::Delegate(_)
                    | Attendee::Agency(_),
                ) => None,
            }
        });
        let of = |official: &Official| [official.name.clone(), official.office.clone()];
        officials
            .chain(came)
            .flat_map(of)
            .chain(self.agencies.iter().map(|agency| agency.name.clone()))
            .chain([
                self.body.clone(),
                self.lead_agency.clone(),
                self.place.clone(),
            ])
            .chain(self.superior_body.clone())
            .chain(self.speakers.iter().map(|speaker| speaker.village.clone()))
            .chain(self.opinions.iter().map(|opinion| opinion.village.clone()))
            .map(|name| fold(&name))
            .collect()
    }
}

/// Names that the record knows, folded.
struct KnownNames {
    /// Of those who held the session, of bodies and villages: no matter.
    public: Vec<String>,
    /// What people are called by who registered.
    given: Vec<String>,
}

fn suspicions_in(text: &str, known: &KnownNames) -> Vec<(SuspicionKind, String)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let here = words.get(place..).unwrap_or_default();
        let (kind, taken) = if word.contains('@') {
            (SuspicionKind::Mail, 1)
        } else if let Some(taken) = long_number(here) {
            (SuspicionKind::Number, taken)
        } else if let Some(taken) = address(here) {
            (SuspicionKind::Address, taken)
        } else if let Some(taken) = name(here, place == 0 || ends_sentence(&words, place), known) {
            (SuspicionKind::Name, taken)
        } else {
            place += 1;
            continue;
        };
        let said = here.get(..taken).unwrap_or_default().join(" ");
        found.push((kind, bare(&said).to_owned()));
        place += taken.max(1);
    }
    found
}

/// Whether the word before ends a sentence, so that a capital here says nothing.
fn ends_sentence(words: &[&str], place: usize) -> bool {
    place
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|word| word.ends_with(['.', '!', '?', ':', ';', '–', '-']))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// So many words are one long number; amounts in thousands and dates are none.
fn long_number(words: &[&str]) -> Option<usize> {
    let mut digits = String::new();
    let mut taken = 0;
    for word in words {
        let inner = bare(word);
        let is_number = !inner.is_empty()
            && inner
                .chars()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '-' | '+'));
        if !is_number {
            break;
        }
        digits.push_str(inner);
        digits.push(' ');
        taken += 1;
        if word.ends_with([',', ';']) {
            break;
        }
    }
    let groups: Vec<&str> = digits
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let (first, rest) = groups.split_first()?;
    let is_amount = !rest.is_empty()
        && first.len() <= 3
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3);
    let is_date = groups.len() == 3 && count <= 8 && first.len() <= 2;
    (count >= LONG && !is_amount && !is_date).then_some(taken)
}

/// *số nhà 17*, *tổ 4*, *ngõ 12*: so many words. A *tổ dân phố* is what a village is in a commune.
fn address(words: &[&str]) -> Option<usize> {
    let folded: Vec<String> = words.iter().take(3).map(|word| fold(bare(word))).collect();
    let is_number = |word: &String| word.starts_with(|letter: char| letter.is_ascii_digit());
    HOUSES.iter().find_map(|house| {
        let parts: Vec<&str> = house.split(' ').collect();
        let number = folded.get(parts.len())?;
        let fits = folded.iter().zip(&parts).all(|(word, part)| word == part);
        (fits && is_number(number)).then_some(parts.len() + 1)
    })
}

/// A name: what follows *ông* or *bà* with a capital, or is called as somebody who registered; a family name with another
/// capital; or three words with capitals in a row. None of them where a public name holds it.
fn name(words: &[&str], begins: bool, known: &KnownNames) -> Option<usize> {
    let first = words.first()?;
    let capitals = |words: &[&str]| {
        let mut count = 0;
        for word in words {
            let inner = bare(word);
            let is_capital = inner.chars().next().is_some_and(char::is_uppercase);
            if !is_capital {
                break;
            }
            count += 1;
            // A sign behind a word ends the name.
            if !word.ends_with(char::is_alphanumeric) {
                break;
            }
        }
        count
    };
    let is_public = |words: &[&str]| {
        let said = fold(bare(&words.join(" ")));
        known.public.iter().any(|name| name.contains(&said))
    };
    if HONORIFICS.contains(&first.to_lowercase().as_str()) {
        let rest = words.get(1..).unwrap_or_default();
        let count = capitals(rest);
        let named = rest.get(..count).unwrap_or_default();
        if count == 0 {
            let called = fold(bare(rest.first()?));
            let is_known = called.len() > 1 && known.given.contains(&called);
            return (is_known && !is_public(rest.get(..1)?)).then_some(2);
        }
        return (!is_public(named)).then_some(count + 1);
    }
    let count = capitals(words);
    // The capital that begins a sentence is none of a name's; a family name with one behind it is a name.
    let enough = if FAMILIES.contains(&bare(first)) {
        2
    } else if begins {
        4
    } else {
        3
    };
    let named = words.get(..count).unwrap_or_default();
    (count >= enough && !is_public(named)).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(SuspicionKind, String)> {
        let known = KnownNames {
            public: vec![fold("Hoàng Văn Đức"), fold("thôn Nà Hỏi")],
            given: vec![fold("Ước"), fold("Chớ"), fold("Ý")],
        };
        suspicions_in(text, &known)
    }

    #[test]
    fn what_may_name_or_place_somebody_is_found() {
        for (text, kind, said) in [
            ("Nhờ anh Chớ xem lại", SuspicionKind::Name, "anh Chớ"),
            (
                "Con tôi là Lường Văn Ẩn, học lớp 9",
                SuspicionKind::Name,
                "Lường Văn Ẩn",
            ),
            ("Hỏi chị uoc ở đầu ngõ", SuspicionKind::Name, "chị uoc"),
            ("Đất của Vàng Dợ bị lấn", SuspicionKind::Name, "Vàng Dợ"),
            ("Sùng Mỵ chưa có thẻ", SuspicionKind::Name, "Sùng Mỵ"),
            ("Đất của hộ Kẻo bị lấn", SuspicionKind::Name, "hộ Kẻo"),
            ("Cạnh số nhà 17 có hố", SuspicionKind::Address, "số nhà 17"),
            ("Ở tổ 4 chưa có đèn", SuspicionKind::Address, "tổ 4"),
            (
                "Gửi về na.hoi@example.vn nhé",
                SuspicionKind::Mail,
                "na.hoi@example.vn",
            ),
            (
                "Chuyển vào tài khoản 8600 2051 23456, ngân hàng",
                SuspicionKind::Number,
                "8600 2051 23456",
            ),
        ] {
            assert_eq!(found(text), [(kind, said.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_is_public_or_a_measure_is_not() {
        for text in [
            "Ông Hoàng Văn Đức đã trả lời ở thôn Nà Hỏi",
            "Hỗ trợ 15.000.000 đồng cho 12 hộ từ ngày 25-11-2026",
            "Đề nghị sửa 1,2 km đường trong năm 2026",
            "Tổ dân phố 3 chưa có nước",
            "Các cháu đi học, anh em trong bản chờ, có ý kiến",
            "Bà con có ý gì thì nêu, hộ nghèo được ưu tiên",
            "Vàng bạc để ở nhà",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
