//! Stories of the command line as a whole.

use clap::CommandFactory as _;

use super::*;

#[test]
fn every_command_and_argument_is_explained_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let words = cli_words(lang);
        let command = usage::command(lang);
        for one in std::iter::once(&command).chain(command.get_subcommands()) {
            assert!(
                words.commands.contains_key(one.get_name()),
                "{}",
                one.get_name()
            );
            for argument in one.get_arguments() {
                let id = argument.get_id().as_str();
                assert!(words.args.contains_key(id), "{id}");
            }
        }
        // What stands for a value is named as the program names it, before it is put into words.
        let command = Arguments::command();
        for one in std::iter::once(&command).chain(command.get_subcommands()) {
            for argument in one
                .get_arguments()
                .filter(|one| one.get_action().takes_values())
            {
                let names = argument.get_value_names().unwrap();
                assert!(words.values.contains_key(names[0].as_str()), "{names:?}");
            }
        }
    }
}
