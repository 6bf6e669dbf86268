//! The version of a record for public notice: no telephone number, no address below the village, nothing that was written
//! for the chair and the aide alone, and initials for names where the office wants it.

use std::borrow::Cow;

use super::{ClassRecord, Edition, HolderRecord, ItemRecord, SessionRecord, SpeakerRecord};
use crate::domain::regulation::Text;
use crate::domain::session::deviation::Reason;
use crate::domain::session::plan::{Number, Opinion};
use crate::domain::text::{HONORIFICS, fold, mask_name, upper_first};

/// What stands where a number was taken out.
const TAKEN_OUT: &str = "…";

/// How parts of an address below the village begin, folded.
const BELOW_VILLAGE: [&str; 8] = [
    "so ", "nha ", "to ", "ngo ", "ngach ", "hem ", "kiet ", "duong ",
];

impl SessionRecord {
    /// The record for public notice.
    ///
    /// The aide's notes and the prepared answers are left out whole, and the ground on which somebody was refused, since
    /// it speaks of their health or of a prosecution; that they were refused stays. Numbers that look like a telephone
    /// number or an identity card are taken out of every text that was typed.
    #[must_use]
    pub fn for_public(&self) -> Self {
        let mut public = self.clone();
        let hidden = Hidden::of(self);
        public.edition = Edition::Public {
            names_masked: hidden.mask,
        };
        let spoke = self.heard();
        for speaker in &mut public.speakers {
            hidden.speaker(speaker, spoke.contains(&speaker.number));
        }
        // Letters between offices and people are no matter of public notice.
        public
            .issued
            .retain(|one| one.agency.is_none() && one.item.is_none() && one.file.is_none());
        for turn in &mut public.turns {
            hidden.holder(&mut turn.holder);
            turn.span.iter_mut().for_each(|span| hidden.span(span));
        }
        public.items.iter_mut().for_each(|item| hidden.item(item));
        let items = &public.items;
        public
            .opinions
            .retain(|opinion| items.iter().any(|item| item.opinion == Some(opinion.id)));
        for opinion in &mut public.opinions {
            hidden.opinion(opinion);
        }
        for step in &mut public.steps {
            step.visits.iter_mut().for_each(|span| hidden.span(span));
        }
        for rest in &mut public.breaks {
            hidden.span(&mut rest.span);
        }
        for deviation in &mut public.deviations {
            hidden.reason(&mut deviation.reason);
        }
        for change in &mut public.chair_changes {
            hidden.reason(&mut change.reason);
        }
        for text in public.conclusion.values_mut() {
            hidden.text(text);
        }
        public.notes.clear();
        public
    }

    /// Those who had the floor.
    fn heard(&self) -> Vec<Number> {
        self.turns
            .iter()
            .filter_map(|turn| match &turn.holder {
                HolderRecord::Citizen { number, .. } => Some(*number),
                HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => None,
            })
            .collect()
    }
}

/// What has to be hidden in texts: the names, when they are masked.
struct Hidden {
    mask: bool,
    /// Full names, the longest first, so that none is taken for the beginning of another.
    names: Vec<(String, String)>,
}

impl Hidden {
    fn of(record: &SessionRecord) -> Self {
        let mask = match record.edition {
            Edition::Office { mask_names } => mask_names,
            Edition::Public { names_masked } => names_masked,
        };
        let mut names: Vec<(String, String)> = if mask {
            record
                .speakers
                .iter()
                .filter(|speaker| speaker.name.contains(' '))
                .map(|speaker| (speaker.name.clone(), mask_name(&speaker.name)))
                .collect()
        } else {
            Vec::new()
        };
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Self { mask, names }
    }

    fn speaker(&self, speaker: &mut SpeakerRecord, was_heard: bool) {
        speaker.phone = None;
        speaker.address = None;
        // How somebody was misspelt is of no use to anybody else.
        speaker.corrected.clear();
        speaker.refused = speaker.refused.take().map(|refused| super::RefusedRecord {
            ground: crate::domain::regulation::GroundId(String::new()),
            text: Text::default(),
            ..refused
        });
        self.name(&mut speaker.name);
        self.village(&mut speaker.village);
        // What somebody announced and did not say aloud is theirs.
        if !was_heard {
            speaker.subjects.clear();
            speaker.not_raised.clear();
            speaker.set_aside = None;
        }
        speaker
            .set_aside
            .iter_mut()
            .for_each(|text| self.text(text));
        for subject in speaker.subjects.iter_mut().chain(&mut speaker.not_raised) {
            self.text(&mut subject.text);
            subject.topic.iter_mut().for_each(|text| self.text(text));
        }
    }

    fn item(&self, item: &mut ItemRecord) {
        // An answer that was read out in the hall is no longer for the chair alone.
        let read_out = item.prepared_answer.take().filter(|_| item.as_prepared);
        if item.answer.is_none() {
            item.answer = read_out;
        }
        self.from(&mut item.name);
        self.village(&mut item.village);
        self.text(&mut item.text);
        item.topic.iter_mut().for_each(|text| self.text(text));
        item.answer.iter_mut().for_each(|text| self.text(text));
        let before = item.classed.iter_mut();
        let classes = before.filter_map(|classed| classed.class.as_mut());
        classes
            .chain(&mut item.class)
            .for_each(|class| self.class(class));
        item.answered_by
            .iter_mut()
            .for_each(|holder| self.holder(holder));
    }

    fn opinion(&self, opinion: &mut Opinion) {
        opinion.prepared_answer = None;
        self.from(&mut opinion.from);
        self.village(&mut opinion.village);
        self.text(&mut opinion.text);
        opinion.topic.iter_mut().for_each(|text| self.text(text));
    }

    fn name(&self, name: &mut String) {
        if self.mask {
            *name = mask_name(name);
        }
    }

    /// A person's name behind *Ông* or *Bà* is masked; the name of an organisation stays.
    fn from(&self, from: &mut String) {
        self.text(from);
        if self.mask && !self.names.iter().any(|(_, masked)| from.contains(masked)) {
            *from = masked_person(from);
        }
    }

    fn village(&self, village: &mut String) {
        let mut parts: Vec<&str> = village.split(',').map(str::trim).collect();
        while parts.len() > 1 && parts.first().is_some_and(|part| is_below_village(part)) {
            parts.remove(0);
        }
        let kept = parts.join(", ");
        *village = kept;
        self.text(village);
    }

    fn text(&self, text: &mut String) {
        if let Cow::Owned(changed) = without_numbers(text) {
            *text = changed;
        }
        for (name, masked) in &self.names {
            if text.contains(name) {
                *text = text.replace(name, masked);
            }
        }
    }

    fn holder(&self, holder: &mut HolderRecord) {
        match holder {
            HolderRecord::Citizen { name, village, .. } => {
                self.name(name);
                self.village(village);
            }
            HolderRecord::Chair { .. } | HolderRecord::Agency { .. } => {}
        }
    }

    fn span(&self, span: &mut super::SpanRecord) {
        for correction in &mut span.corrections {
            self.reason(&mut correction.reason);
        }
    }

    fn reason(&self, reason: &mut Reason) {
        self.text(&mut reason.why);
        self.text(&mut reason.ordered_by);
    }

    /// Whom an item is passed on to may have been typed with somebody's name.
    fn class(&self, class: &mut ClassRecord) {
        if let ClassRecord::ReportUpward {
            authority: Some(authority),
            ..
        } = class
        {
            self.text(authority);
        }
    }
}

fn is_below_village(part: &str) -> bool {
    let folded = fold(part);
    part.starts_with(|c: char| c.is_ascii_digit())
        || (BELOW_VILLAGE.iter().any(|word| folded.starts_with(word))
            // In a ward the neighbourhood is what the village is in a commune.
            && !folded.starts_with("to dan pho"))
}

/// A name with whoever is named behind *ông* or *bà* in it masked, as in *Bà Lý Thị Mẩy và 14 hộ dân* and *Gia đình ông Giàng
/// A Páo, bản Nậm Cưởm*.
fn masked_person(from: &str) -> String {
    let mut words = from.split_whitespace().peekable();
    let mut said: Vec<String> = Vec::new();
    while let Some(word) = words.next() {
        said.push(word.to_owned());
        if !HONORIFICS.contains(&upper_first(word).as_str()) {
            continue;
        }
        let mut name = Vec::new();
        let mut sign = "";
        while let Some(word) = words.next_if(|word| word.starts_with(char::is_uppercase)) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            name.push(bare);
            sign = word.strip_prefix(bare).unwrap_or_default();
            if !sign.is_empty() {
                break;
            }
        }
        if !name.is_empty() {
            said.push(format!("{}{sign}", mask_name(&name.join(" "))));
        }
    }
    said.join(" ")
}

/// The text without what looks like a telephone number or an identity card: nine digits or more that begin with `0` or
/// `+84`, however they are spaced, and also where another number stands before them.
fn without_numbers(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut changed = false;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let run = from
            .find(|c: char| {
                !(c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')' | '\u{a0}'))
            })
            .unwrap_or(from.len());
        let (found, after) = from.split_at(run);
        let number = found.trim_end_matches(|c: char| !c.is_ascii_digit());
        if let Some((kept, taken)) = telephone(number) {
            out.push_str(kept);
            // Of a bracket that opened before the number nothing is left but what closes it.
            if taken.matches(')').count() > taken.matches('(').count() && out.ends_with('(') {
                out.pop();
            }
            out.push_str(TAKEN_OUT);
            out.push_str(found.strip_prefix(number).unwrap_or_default());
            changed = true;
        } else {
            out.push_str(found);
        }
        rest = after;
    }
    if !changed {
        return Cow::Borrowed(text);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What of a row of numbers stands before a telephone number or identity card, and that number. A thousandth of an amount
/// (`5 000 000 000`) begins none.
fn telephone(numbers: &str) -> Option<(&str, &str)> {
    let begins = |at: usize| {
        let (before, from) = numbers.split_at(at);
        let digits = from.chars().filter(char::is_ascii_digit).count();
        let is_first = at == 0;
        let is_apart = is_first || before.ends_with([' ', '(', '\u{a0}']);
        let rest = from.strip_prefix('0');
        let is_number = from.starts_with("+84")
            || rest
                .is_some_and(|rest| is_first || rest.starts_with(|c: char| matches!(c, '1'..='9')));
        (digits >= 9 && is_apart && is_number).then_some((before, from))
    };
    numbers
        .char_indices()
        .filter(|(_, letter)| matches!(letter, '0' | '+'))
        .find_map(|(at, _)| begins(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_go_however_they_are_spaced_and_other_numbers_stay() {
        let told = |text: &str| without_numbers(text).into_owned();
        assert_eq!(told("gọi 0912 345 678, cảm ơn"), "gọi …, cảm ơn");
        assert_eq!(told("+84912.345.678"), "…");
        assert_eq!(
            told("dài 1.200 m, từ 25-11-2026"),
            "dài 1.200 m, từ 25-11-2026"
        );
        assert_eq!(told("thẻ 001098012345."), "thẻ ….");
        assert_eq!(told("gọi +84 (98) 765 43 21 nhé"), "gọi … nhé");
        assert_eq!(told("máy (0214) 3840 000 (sáng)"), "máy … (sáng)");
        assert_eq!(told("nhà 7 - 0912.345.678"), "nhà 7 - …");
        assert_eq!(
            told("kinh phí 5 000 000 000 đồng, 84.500.000.000 đồng"),
            "kinh phí 5 000 000 000 đồng, 84.500.000.000 đồng"
        );
    }

    #[test]
    fn an_address_is_cut_down_to_the_village() {
        let hidden = Hidden {
            mask: false,
            names: Vec::new(),
        };
        let told = |text: &str| {
            let mut village = text.to_owned();
            hidden.village(&mut village);
            village
        };
        assert_eq!(told("Số nhà 17, tổ 4, thôn Nà Hỏi"), "thôn Nà Hỏi");
        assert_eq!(told("tổ dân phố 3, phường X"), "tổ dân phố 3, phường X");
        assert_eq!(told("tổ 4"), "tổ 4");
    }

    #[test]
    fn a_person_is_masked_and_an_organisation_is_not() {
        assert_eq!(
            masked_person("Bà Lý Thị Mẩy và 14 hộ dân"),
            "Bà L.T.M. và 14 hộ dân"
        );
        assert_eq!(masked_person("Hội Nông dân xã"), "Hội Nông dân xã");
        assert_eq!(
            masked_person("Bà con bản Háng Chua"),
            "Bà con bản Háng Chua"
        );
        assert_eq!(
            masked_person("Gia đình ông Giàng A Páo, bà Lý Thị Mẩy và 3 hộ ở bản Nậm Cưởm"),
            "Gia đình ông G.A.P., bà L.T.M. và 3 hộ ở bản Nậm Cưởm"
        );
    }
}
