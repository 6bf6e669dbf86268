//! What a package installs beside the program, in the user's language and from the one table of usage: completions for a
//! shell, the man page. It prints and knows nothing of where such files are put.

use std::io;

use clap_complete::Shell;

use super::usage;
use crate::domain::i18n::Lang;

/// The completions for a shell.
pub(super) fn completions(shell: Shell, lang: Lang) -> String {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut usage::command(lang), "doithoai", &mut written);
    String::from_utf8_lossy(&written).into_owned()
}

/// The man page: the program, and every command with its arguments.
///
/// # Errors
/// None that memory does not make.
pub(super) fn man(lang: Lang) -> io::Result<String> {
    let mut written = Vec::new();
    let mut command = usage::command(lang);
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut written)?;
    for one in command.get_subcommands() {
        let man = clap_mangen::Man::new(one.clone());
        man.render_name_section(&mut written)?;
        man.render_synopsis_section(&mut written)?;
        man.render_options_section(&mut written)?;
    }
    Ok(String::from_utf8_lossy(&written).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_completed_in_every_shell_and_stands_in_the_man_page() {
        let command = usage::command(Lang::Vi);
        for one in command.get_subcommands() {
            for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
                let written = completions(shell, Lang::Vi);
                assert!(
                    written.contains(one.get_name()),
                    "{shell} {}",
                    one.get_name()
                );
            }
            for lang in [Lang::Vi, Lang::En] {
                let page = man(lang).unwrap();
                assert!(
                    page.contains(&one.get_name().replace('-', "\\-")),
                    "{}",
                    one.get_name()
                );
            }
        }
        assert!(man(Lang::Vi).unwrap().contains("đối thoại"));
    }
}
