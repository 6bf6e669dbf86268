//! The one page of the hall: view and registration. It is one file, parted here into page, style and script, so that nothing
//! stands inside the page that a strict policy would have to let through, and televisions that know only the oldest form of
//! such a policy show it, too.

use axum::body::Bytes;
use serde::Serialize;

use super::words::{self, HallPageMessage, HallServerWords};
use crate::domain::i18n::Lang;

const SOURCE: &str = include_str!("page.html");

/// What the page is made of, as it is sent.
#[derive(Debug, Clone)]
pub(super) struct HallPage {
    pub(super) html: Bytes,
    pub(super) style: Bytes,
    pub(super) script: Bytes,
}

/// What the script is told before it begins.
#[derive(Serialize)]
struct ScriptWords<'a> {
    lang: &'a str,
    registers: bool,
    honorifics: Vec<&'a str>,
    says: serde_json::Map<String, serde_json::Value>,
}

impl HallPage {
    pub(super) fn of(words: &HallServerWords, lang: Lang, registers: bool) -> Self {
        let lang = match lang {
            Lang::Vi => "vi",
            Lang::En => "en",
        };
        let (before, style, rest) = parted(SOURCE, "<style>", "</style>");
        let (between, script, after) = parted(rest, "<script>", "</script>");
        let before = before.replacen("lang=\"vi\"", &format!("lang=\"{lang}\""), 1);
        let html = format!(
            "{before}<link rel=\"stylesheet\" href=\"/hall.css\">{between}<script src=\"/hall.js\"></script>{after}"
        );
        let told = ScriptWords {
            lang,
            registers,
            honorifics: words.page[HallPageMessage::Honorifics]
                .as_str()
                .split('|')
                .map(str::trim)
                .collect(),
            says: words::of_page(words),
        };
        let told = serde_json::to_string(&told).unwrap_or_default();
        Self {
            html: html.into(),
            style: without_layout(style).into(),
            script: format!("var WORDS = {told};{}", without_layout(script)).into(),
        }
    }
}

/// The same without what only whoever reads the file needs: how lines are set in, and lines of comment.
fn without_layout(source: &str) -> String {
    let lines = source.lines().map(str::trim_start);
    let mut sent = String::with_capacity(source.len());
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with("//")) {
        sent.extend([line, "\n"]);
    }
    sent
}

/// What stands before, between and behind two marks.
fn parted<'a>(text: &'a str, from: &str, to: &str) -> (&'a str, &'a str, &'a str) {
    let (before, rest) = text.split_once(from).unwrap_or((text, ""));
    let (between, after) = rest.split_once(to).unwrap_or((rest, ""));
    (before, between, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lang: Lang) -> HallPage {
        HallPage::of(&words::words_in(lang), lang, true)
    }

    fn text(bytes: &Bytes) -> String {
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn the_page_holds_no_script_and_no_style_and_asks_nobody_else() {
        for lang in [Lang::Vi, Lang::En] {
            let page = page(lang);
            let html = text(&page.html);
            for inside in [
                "<style",
                "style=",
                "<script>",
                "javascript:",
                "onload",
                "onclick",
            ] {
                assert!(!html.contains(inside), "{inside}\n{html}");
            }
            let all = html + &text(&page.style) + &text(&page.script);
            let foreign = all.replace("http://www.w3.org/2000/svg", "");
            assert!(
                !foreign.contains("http"),
                "something is fetched from elsewhere"
            );
            assert!(!foreign.contains("innerHTML") && !foreign.contains("eval("));
        }
    }

    #[test]
    fn style_and_script_take_at_most_thirty_kilobytes() {
        let page = page(Lang::Vi);
        assert!(page.style.len() + page.script.len() <= 30 * 1024);
        assert!(page.style.len() > 1000 && page.script.len() > 10_000);
    }

    #[test]
    fn the_script_says_nothing_that_has_no_sentence_and_every_sentence_is_said() {
        let page = page(Lang::Vi);
        let script = text(&page.script);
        let keys = words::of_page(&words::words_in(Lang::Vi));
        for key in keys.keys().filter(|key| *key != "honorifics") {
            assert!(script.contains(&format!("says.{key}")), "{key}");
        }
        for said in script.split("says.").skip(1) {
            let key: String = said
                .chars()
                .take_while(|sign| sign.is_ascii_lowercase() || *sign == '_')
                .collect();
            assert!(keys.contains_key(&key), "{key}");
        }
    }
}
