//! Stories of single keys; whole words in many ways of typing are in `tests/typing_words.rs`.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

fn typed(method: Method, keys: &str) -> String {
    let mut typing = Typing::new(method, ToneStyle::Traditional);
    keys.chars().fold(String::new(), |text, key| {
        let edit = typing.press(&text, key);
        let keep = text.graphemes(true).count() - edit.erase;
        text.graphemes(true).take(keep).collect::<String>() + &edit.insert
    })
}

fn telex(keys: &str) -> String {
    typed(Method::Telex, keys)
}

fn vni(keys: &str) -> String {
    typed(Method::Vni, keys)
}

#[test]
fn marks_and_tones_may_be_typed_early_or_late() {
    for keys in ["nguyeenx", "nguyenex", "nguyenxe", "nguyeexn", "nguxyeen"] {
        assert_eq!(telex(keys), "nguyễn", "{keys}");
    }
    for keys in [
        "dduwowngf",
        "dduowngf",
        "duongdwf",
        "duwowngfd",
        "ddwowngf",
        "dduwongf",
    ] {
        assert_eq!(telex(keys), "đường", "{keys}");
    }
    for keys in ["d9u7o7ng2", "duo7ng29", "d9u7ong2"] {
        assert_eq!(vni(keys), "đường", "{keys}");
    }
    assert_eq!(
        telex("uow uwow giuwongf thuowr thuowngf"),
        "ươ ươ giường thuở thường"
    );
}

#[test]
fn qu_and_gi_are_consonants() {
    assert_eq!(
        telex("quyf quyr giaf gif gin gifn giuwx quyeets quoocs"),
        "quỳ quỷ già gì gin gìn giữ quyết quốc"
    );
    assert_eq!(telex("giwx"), "giữ");
}

#[test]
fn the_second_time_a_key_takes_back_what_it_did() {
    assert_eq!(
        telex("aaa ass ddd www oww aww eee uww tww"),
        "aa as dd ww ow aw ee uw tw"
    );
    assert_eq!(vni("a66 a11 d99 o77 a88"), "a6 a1 d9 o7 a8");
    assert_eq!(telex("asz az hoafz"), "a az hoa");
    assert_eq!(telex("casf cafs"), "cà cá");
    assert_eq!(telex("xooong gooogle"), "xoong google");
}

#[test]
fn a_word_that_is_not_vietnamese_is_left_alone_or_given_back() {
    assert_eq!(
        telex("add class street wwifi Kuwwait xbox"),
        "add class street wifi Kuwait xbox"
    );
    assert_eq!(
        vni("A1 thon 12, 2026; Km9 QL4 H2O"),
        "Á thon 12, 2026; Km9 QL4 H2O"
    );
}

#[test]
fn abbreviations_keep_their_letters() {
    assert_eq!(
        telex("HDDND UBND BDDBP QDD-UBND NDD-CP hddnd"),
        "HĐND UBND BĐBP QĐ-UBND NĐ-CP hđnd"
    );
    assert_eq!(telex("DDT DDDT HDDDND"), "ĐT DDT HDDND");
    assert_eq!(vni("HD9ND BD9BP D9T741"), "HĐND BĐBP ĐT741");
}

#[test]
fn the_case_of_every_letter_is_kept() {
    assert_eq!(
        telex("UYEENR NGUYEENX DDUWOWNGF Dd dD Wowc"),
        "UYỂN NGUYỄN ĐƯỜNG Đ đ Ươc"
    );
    assert_eq!(telex("Thuyr THUYR"), "Thủy THỦY");
    assert_eq!(vni("NGUYE6N4 D9u7o7ng2"), "NGUYỄN Đường");
}

#[test]
fn a_tone_that_the_syllable_cannot_have_is_a_letter() {
    assert_eq!(telex("catf cats catj"), "catf cát cạt");
}

#[test]
fn the_word_is_what_is_seen_also_after_a_deletion_and_in_taken_apart_text() {
    // given "toán" typed and its last letter deleted, when a tone and a letter follow, then both fit what is left
    assert_eq!(
        compose(Method::Telex, ToneStyle::Traditional, "toá", 'f'),
        "tòa"
    );
    assert_eq!(compose(Method::Telex, ToneStyle::Modern, "toá", 'f'), "toà");
    // given text from a field that holds NFD, then the edit counts letters and not code points
    let apart: String = "ông Nguyễn".nfd().collect();
    let edit = Typing::new(Method::Telex, ToneStyle::Traditional).press(&apart, 'j');
    assert_eq!((edit.erase, edit.insert.as_str()), (2, "ện"));
}

proptest! {
    #[test]
    fn when_off_every_character_is_itself(text in any::<String>()) {
        prop_assert_eq!(typed(Method::Off, &text), text);
    }

    #[test]
    fn no_word_and_no_key_is_too_strange(
        before in any::<String>(),
        word in "[a-zA-ZàáạđĐêươỄ\u{301}\u{323}'0-9]{0,8}",
        key in any::<char>(),
        letter in "[a-zA-Z0-9]",
    ) {
        for method in [Method::Telex, Method::Vni] {
            let letter = letter.chars().next().unwrap();
            for key in [key, letter] {
                for before in [before.clone(), before.clone() + &word] {
                    let edit = Typing::new(method, ToneStyle::Modern).press(&before, key);
                    prop_assert!(edit.erase <= before.graphemes(true).count());
                    prop_assert!(edit.erase > 0 || !edit.insert.is_empty());
                }
            }
        }
    }

    #[test]
    fn digits_and_punctuation_pass_where_no_word_stands_before(text in "[0-9 .,;:/()\\-]{0,20}") {
        prop_assert_eq!(vni(&text), text.clone());
        prop_assert_eq!(telex(&text), text);
    }
}
