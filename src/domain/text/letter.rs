//! A Vietnamese letter and the tone on it.
//!
//! `ế` is the letter `ê` with the tone `sắc`: the alphabet counts `ê` as a letter, the tone belongs to the syllable. This
//! module takes one character apart and puts it together; it knows nothing of syllables.

use unicode_normalization::UnicodeNormalization;

/// The tones in the order of the dictionary; a syllable without one comes before all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    Huyen,
    Hoi,
    Nga,
    Sac,
    Nang,
}

impl Tone {
    /// The letter with this tone, or as it is if there is no such letter.
    #[must_use]
    pub fn on(self, letter: char) -> char {
        // the whole text is composed and not only the pair, for `ặ` is made of `ạ` and not of `ă`
        let mut toned = [letter, self.mark()].into_iter().nfc();
        match (toned.next(), toned.next()) {
            (Some(toned), None) => toned,
            _ => letter,
        }
    }

    fn mark(self) -> char {
        match self {
            Self::Huyen => '\u{300}',
            Self::Hoi => '\u{309}',
            Self::Nga => '\u{303}',
            Self::Sac => '\u{301}',
            Self::Nang => '\u{323}',
        }
    }

    fn of(mark: char) -> Option<Self> {
        [Self::Huyen, Self::Hoi, Self::Nga, Self::Sac, Self::Nang]
            .into_iter()
            .find(|tone| tone.mark() == mark)
    }
}

/// The letter without its tone, and the tone. Two tones on one letter are no tone and stay where they are.
#[must_use]
pub fn part(c: char) -> (char, Option<Tone>) {
    if c.is_ascii() {
        return (c, None);
    }
    let (tones, letter): (Vec<char>, Vec<char>) = std::iter::once(c)
        .nfd()
        .partition(|mark| Tone::of(*mark).is_some());
    let mut letter = letter.into_iter().nfc();
    match (letter.next(), letter.next(), tones.as_slice()) {
        (Some(letter), None, [tone]) => (letter, Tone::of(*tone)),
        _ => (c, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_comes_apart_into_the_letter_of_the_alphabet_and_its_tone() {
        assert_eq!(part('ệ'), ('ê', Some(Tone::Nang)));
        assert_eq!(part('Ử'), ('Ư', Some(Tone::Hoi)));
        assert_eq!(part('đ'), ('đ', None));
        assert_eq!(part('â'), ('â', None));
        assert_eq!(part('村'), ('村', None));
    }

    #[test]
    fn every_letter_with_every_tone_is_put_together_again() {
        for c in "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ".chars()
        {
            let (letter, tone) = part(c);
            assert_eq!(tone.map(|tone| tone.on(letter)), Some(c));
        }
        assert_eq!(Tone::Sac.on('đ'), 'đ');
    }
}
