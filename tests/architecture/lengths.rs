//! How long functions are: from `fn` to the brace that closes it, as rustfmt lays them out. Knows no rule about it.

/// A function, and its lines.
#[derive(Debug, PartialEq, Eq)]
pub struct FunctionLength {
    pub name: String,
    /// The line on which it begins.
    pub at: usize,
    pub lines: usize,
}

/// Every function with a body in a source file, also those inside others.
pub fn functions_of(text: &str) -> Vec<FunctionLength> {
    let lines: Vec<&str> = text.lines().collect();
    (0..lines.len())
        .filter_map(|at| {
            let name = function_name(lines[at])?;
            let length = length_from(&lines[at..])?;
            Some(FunctionLength {
                name: name.to_owned(),
                at: at + 1,
                lines: length,
            })
        })
        .collect()
}

/// The name of a function that begins on this line.
fn function_name(line: &str) -> Option<&str> {
    let mut rest = line.trim_start();
    loop {
        if let Some(named) = rest.strip_prefix("fn ") {
            let end = named.find(['(', '<'])?;
            return named.get(..end);
        }
        let (word, after) = rest.split_once(' ')?;
        let is_before_fn = ["const", "async", "unsafe", "extern", "\"C\""].contains(&word)
            || word.starts_with("pub")
            || (word.ends_with(')') && !word.contains('('));
        if !is_before_fn {
            return None;
        }
        rest = after;
    }
}

/// The lines from the first to the brace that closes it; `None` where there is no body.
fn length_from(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?;
    let indent: String = first.chars().take_while(|letter| *letter == ' ').collect();
    if first.ends_with('}') {
        return Some(1);
    }
    let closing = format!("{indent}}}");
    let is_over = |line: &&str| {
        let rest = line.strip_prefix(indent.as_str());
        rest.is_some_and(|rest| !rest.starts_with(' '))
    };
    for (index, line) in lines.iter().enumerate() {
        if *line == closing {
            return Some(index + 1);
        }
        if line.ends_with(';') && is_over(line) {
            return None;
        }
    }
    None
}
