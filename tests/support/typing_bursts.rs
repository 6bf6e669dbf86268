//! What input methods outside the program send to a terminal, as bytes: letters, then backspaces, then the letters that
//! take their place, often all at once.
//!
//! Unikey, `EVKey`, `OpenKey` and ibus-bamboo cannot change a letter that a terminal has already got. They send a backspace
//! for every letter of the tail that changes, and the new tail. A text field has to show the expected text whether the
//! bytes come in one piece or one by one. Some send `0x7f` for a backspace and some `0x08`; some send letters in one
//! piece and some letter and marks apart, then still with one backspace for each letter that is seen.

use doithoai::tui::vn_input::{Method, ToneStyle, compose};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes that arrive, and the text a field shows afterwards, in NFC.
#[derive(Debug, Clone)]
pub struct Burst {
    pub name: String,
    pub bytes: Vec<u8>,
    pub text: String,
}

/// What is typed: the text, in Telex, in VNI.
const TYPED: [(&str, &str, &str); 8] = [
    (
        "Nguyễn Thị Ước",
        "Nguyeenx Thij Uwowcs",
        "Nguye6n4 Thi5 U7o7c1",
    ),
    ("Đặng", "DDawngj", "D9a8ng5"),
    ("Lường", "Luwowngf", "Lu7o7ng2"),
    (
        "đường thôn Nà Hỏi",
        "dduwowngf thoon Naf Hoir",
        "d9u7o7ng2 tho6n Na2 Hoi3",
    ),
    ("Ủy ban", "Uyr ban", "Uy3 ban"),
    (
        "HĐND xã Mường Nhé",
        "HDDND xax Muowngf Nhes",
        "HD9ND xa4 Muo7ng2 Nhe1",
    ),
    (
        "khuỷu ngoằn ngoèo",
        "khuyur ngoawnf ngoeof",
        "khuyu3 ngoa8n2 ngoeo2",
    ),
    ("Quỳnh, 45 tuổi", "Quynhf, 45 tuooir", "Quynh2, 45 tuo6i3"),
];

/// Sequences as such programs send them, written down by hand: they do not depend on the simulation below.
const WRITTEN_DOWN: [(&str, &[u8], &str); 8] = [
    (
        "telex, one letter corrected at a time",
        b"Nguye\x7f\xc3\xaan\x7f\x7f\xe1\xbb\x85n",
        "Nguyễn",
    ),
    (
        "telex, the key itself is sent before it is taken back",
        b"Nguyee\x7f\x7f\xc3\xaanx\x7f\x7f\x7f\xe1\xbb\x85n",
        "Nguyễn",
    ),
    (
        "vni, the digit is sent before it is taken back",
        b"D9\x08\x08\xc4\x90a8\x08\x08\xc4\x83ng5\x08\x08\x08\x08\xe1\xba\xb7ng",
        "Đặng",
    ),
    (
        "the whole word is taken back at the blank and sent anew",
        b"Luwowngf\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7fL\xc6\xb0\xe1\xbb\x9dng V\xc4\x83n",
        "Lường Văn",
    ),
    (
        "an empty letter is sent and taken back first, against completion in browsers",
        b"Uy\xe2\x80\xaf\x7f\x7f\x7f\xe1\xbb\xa6y ban",
        "Ủy ban",
    ),
    (
        "the word is committed at once",
        "Nguyễn Thị Ước".as_bytes(),
        "Nguyễn Thị Ước",
    ),
    (
        "the tone is a mark of its own after a composed letter, as in Windows-1258",
        b"Th\xc6\xb0\xc6\xa1\xcc\x80\x08\xc6\xa1\xcc\x80ng",
        "Thường",
    ),
    (
        "more is taken back than there is at the beginning of a field",
        b"\x7f\x7f\x08\xc6\xaf\x08\xe1\xbb\xa8ng",
        "Ứng",
    ),
];

/// Every burst of the table.
pub fn bursts() -> Vec<Burst> {
    let mut bursts: Vec<Burst> = WRITTEN_DOWN
        .iter()
        .map(|(name, bytes, text)| Burst {
            name: (*name).to_owned(),
            bytes: bytes.to_vec(),
            text: (*text).to_owned(),
        })
        .collect();
    for (text, telex, vni) in TYPED {
        for (method, keys) in [(Method::Telex, telex), (Method::Vni, vni)] {
            for backspace in [0x7f, 0x08] {
                for encoding in [Encoding::Composed, Encoding::Apart] {
                    bursts.push(Burst {
                        name: format!("{text}, {method:?}, {backspace:#04x}, {encoding:?}"),
                        bytes: sent(method, keys, backspace, encoding),
                        text: text.to_owned(),
                    });
                }
            }
        }
    }
    bursts
}

/// How the outside program writes a letter with marks.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    Composed,
    Apart,
}

/// An outside input method: at every key it sends one backspace for each letter that changes, and the new letters.
fn sent(method: Method, keys: &str, backspace: u8, encoding: Encoding) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut word = String::new();
    for key in keys.chars() {
        let new = compose(method, ToneStyle::Traditional, &word, key);
        let same = word
            .graphemes(true)
            .zip(new.graphemes(true))
            .take_while(|(old, new)| old == new)
            .count();
        let erased = word.graphemes(true).count() - same;
        bytes.extend(std::iter::repeat_n(backspace, erased));
        let tail: String = new.graphemes(true).skip(same).collect();
        let tail: String = match encoding {
            Encoding::Composed => tail.nfc().collect(),
            Encoding::Apart => tail.nfd().collect(),
        };
        bytes.extend(tail.bytes());
        word = if key.is_alphabetic() || erased > 0 {
            new
        } else {
            String::new()
        };
    }
    bytes
}
