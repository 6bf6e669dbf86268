//! The README's tables of keys, made from the table of keys and its words. Knows nothing of what else stands there.

use doithoai::domain::i18n::Lang;
use doithoai::tui::desk::keymap::{KEYS, Mode, PALETTE_ONLY};
use doithoai::tui::desk::words::{DeskWords, SOURCES};

/// By which line a table of keys is found, and the language it is in.
const TABLES: [(&str, Lang); 2] = [
    ("| phím | việc | ý nghĩa |", Lang::Vi),
    ("| key | act | what it does |", Lang::En),
];

/// The README with its tables as the program has them; nothing when one of them is not there.
pub fn with_tables(readme: &str) -> Option<String> {
    TABLES.iter().try_fold(readme.to_owned(), |readme, table| {
        with_table(&readme, *table)
    })
}

fn with_table(readme: &str, (heading, lang): (&str, Lang)) -> Option<String> {
    let mut lines = readme.lines();
    let mut written: Vec<String> = Vec::new();
    for line in lines.by_ref() {
        written.push(line.to_owned());
        if line == heading {
            break;
        }
    }
    written.push(lines.next()?.to_owned());
    written.extend(rows(lang));
    written.extend(
        lines
            .skip_while(|line| line.starts_with('|'))
            .map(str::to_owned),
    );
    Some(written.join("\n") + "\n")
}

/// Every key of the desk, then what only the palette has.
fn rows(lang: Lang) -> Vec<String> {
    let words: DeskWords = SOURCES.read(lang);
    let keys = KEYS
        .iter()
        .filter(|binding| binding.mode == Mode::Desk)
        .map(|binding| (binding.key.name(), binding.action));
    let palette = PALETTE_ONLY
        .iter()
        .map(|action| ("Ctrl+P".to_owned(), *action));
    keys.chain(palette)
        .filter_map(|(key, action)| {
            let act = words.act(action)?;
            Some(format!("| `{key}` | {} | {} |", act.name, act.help))
        })
        .collect()
}
