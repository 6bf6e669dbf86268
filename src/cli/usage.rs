//! How the command line is used, in the user's language: the help, and what is wrong with what was asked for. The parser
//! speaks English only, so its help is laid out anew and its errors are taken apart; what it may say that is not known
//! here is told in one sentence of ours.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};

use super::Arguments;
use super::words::{CliWords, SOURCES, UsageWords};
use crate::cli::words::UsageMessage;
use crate::domain::i18n::Explained;
use crate::domain::i18n::{Lang, Message};
use crate::store::settings::{THEMES, TYPING};

/// The arguments with their explanations in the user's language.
pub(super) fn command(lang: Lang) -> Command {
    // Not the parser's own: what nobody asked for is left to the settings.
    let command = Arguments::command()
        .mut_arg("theme", |theme| theme.default_value(THEMES[0]))
        .mut_arg("typing", |typing| typing.default_value(TYPING[0]));
    let words: CliWords = SOURCES.read(lang);
    let root = command.get_name().to_owned();
    let command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version),
        )
        .mut_subcommands(|command| explained(command, Some(&root), &words));
    explained(command, None, &words)
}

fn explained(command: Command, parent: Option<&str>, words: &CliWords) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help);
    let command = command
        .arg(help)
        .mut_args(|argument| with_help(argument, words));
    let command = match words.commands.get(command.get_name()) {
        Some(about) => command.about(about.to_string()),
        None => command,
    };
    let says = &words.usage;
    let usage = usage(&command, parent, says);
    let mut parts = vec![format!(
        "{{about-with-newline}}\n{}",
        says[UsageMessage::Usage].render(&[("usage", &usage)])
    )];
    let mut part = |is_there: bool, heading: &Message, place: &str| {
        if is_there {
            parts.push(format!("{heading}\n{place}"));
        }
    };
    part(
        command.has_subcommands(),
        &says[UsageMessage::Commands],
        "{subcommands}",
    );
    let has_positionals = command.get_positionals().next().is_some();
    part(
        has_positionals,
        &says[UsageMessage::Arguments],
        "{positionals}",
    );
    part(true, &says[UsageMessage::Options], "{options}");
    command
        .override_usage(usage)
        .help_template(parts.join("\n\n"))
}

/// An argument with what it means, what it can be and what it is unless said.
fn with_help(argument: Arg, words: &CliWords) -> Arg {
    let says = &words.usage;
    let mut help: Vec<String> = words
        .args
        .get(argument.get_id().as_str())
        .map(ToString::to_string)
        .into_iter()
        .collect();
    if !argument.get_action().takes_values() {
        return argument.help(help.join(" "));
    }
    let choices: Vec<String> = argument
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    if !choices.is_empty() {
        help.push(says[UsageMessage::Choices].render(&[("values", &choices.join(", "))]));
    }
    let usual = argument.get_default_values();
    if !usual.is_empty() {
        let usual: Vec<_> = usual.iter().map(|value| value.to_string_lossy()).collect();
        help.push(says[UsageMessage::Usual].render(&[("value", &usual.join(", "))]));
    }
    let name = argument
        .get_value_names()
        .and_then(<[_]>::first)
        .and_then(|name| words.values.get(name.as_str()))
        .map(ToString::to_string);
    let argument = argument
        .help(help.join(" "))
        .hide_possible_values(true)
        .hide_default_value(true);
    match name {
        Some(name) => argument.value_name(name),
        None => argument,
    }
}

/// `doithoai export [OPTIONS] <SESSION>`.
fn usage(command: &Command, parent: Option<&str>, says: &UsageWords) -> String {
    let mut parts: Vec<String> = parent.into_iter().map(ToOwned::to_owned).collect();
    parts.push(command.get_name().to_owned());
    parts.push(says[UsageMessage::OptionsPlace].to_string());
    for argument in command.get_arguments() {
        let value = argument
            .get_value_names()
            .and_then(<[_]>::first)
            .map_or("", |name| name.as_str());
        // What is not needed stands among the options.
        match argument.get_long() {
            Some(long) if argument.is_required_set() => parts.push(format!("--{long} <{value}>")),
            Some(_) => {}
            None if argument.is_required_set() => parts.push(format!("<{value}>")),
            None => parts.push(format!("[{value}]")),
        }
    }
    if command.has_subcommands() {
        parts.push(says[UsageMessage::CommandPlace].to_string());
    }
    parts.join(" ")
}

/// What is wrong with what was asked for, and how it is asked for; `None` where help or the version was asked for.
pub(super) fn misused(
    error: &clap::Error,
    arguments: &[OsString],
    lang: Lang,
) -> Option<(Explained, String)> {
    let words = SOURCES.read::<CliWords>(lang);
    let says = &words.usage;
    let tried = what(error, says)?;
    let command = command(lang);
    let root = command.get_name();
    let meant = arguments
        .iter()
        .skip(1)
        .filter_map(|argument| argument.to_str())
        .find_map(|name| command.find_subcommand(name));
    let (usage, name) = match meant {
        Some(meant) => (
            usage(meant, Some(root), says),
            format!("{root} {}", meant.get_name()),
        ),
        None => (usage(&command, None, says), root.to_owned()),
    };
    let hints = [
        error_part(error, ContextKind::ValidValue)
            .map(|values| says[UsageMessage::Choose].render(&[("values", &values)])),
        [
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedValue,
        ]
        .into_iter()
        .find_map(|kind| error_part(error, kind))
        .map(|suggested| says[UsageMessage::DidYouMean].render(&[("suggested", &suggested)])),
        Some(says[UsageMessage::See].render(&[("command", &name)])),
    ];
    let explained = Explained {
        tried,
        because: Vec::new(),
        hint: Some(hints.into_iter().flatten().collect::<Vec<_>>().join("; ")),
    };
    Some((
        explained,
        says[UsageMessage::Usage].render(&[("usage", &usage)]),
    ))
}

/// What is wrong, in one sentence.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds are the parser's and may grow; what is not known has one sentence"
)]
fn what(error: &clap::Error, says: &UsageWords) -> Option<String> {
    let argument = error_part(error, ContextKind::InvalidArg);
    let given = error_part(error, ContextKind::InvalidValue);
    Some(match error.kind() {
        ErrorKind::InvalidSubcommand => says[UsageMessage::UnknownCommand]
            .render(&[("given", &error_part(error, ContextKind::InvalidSubcommand)?)]),
        ErrorKind::UnknownArgument => {
            let given = argument?;
            let sentence = if given.starts_with('-') {
                &says[UsageMessage::UnknownOption]
            } else {
                &says[UsageMessage::OneTooMany]
            };
            sentence.render(&[("given", &given)])
        }
        ErrorKind::MissingRequiredArgument => {
            says[UsageMessage::Missing].render(&[("arguments", &argument?)])
        }
        ErrorKind::InvalidValue if given.is_none() => {
            says[UsageMessage::NoValue].render(&[("argument", &argument?)])
        }
        ErrorKind::InvalidValue => {
            says[UsageMessage::WrongValue].render(&[("argument", &argument?), ("given", &given?)])
        }
        ErrorKind::ValueValidation => {
            says[wrong_value(error)].render(&[("argument", &argument?), ("given", &given?)])
        }
        ErrorKind::TooManyValues => {
            says[UsageMessage::TakesNoValue].render(&[("argument", &argument?), ("given", &given?)])
        }
        ErrorKind::ArgumentConflict => {
            let other = error_part(error, ContextKind::PriorArg)
                .filter(|other| Some(other) != argument.as_ref());
            match other {
                None => says[UsageMessage::Repeated].render(&[("argument", &argument?)]),
                Some(other) => says[UsageMessage::NotTogether]
                    .render(&[("argument", &argument?), ("other", &other)]),
            }
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            let needed = error_part(error, ContextKind::ExpectedNumValues)
                .or_else(|| error_part(error, ContextKind::MinValues))?;
            let given = error_part(error, ContextKind::ActualNumValues)?;
            says[UsageMessage::WrongCount].render(&[
                ("argument", &argument?),
                ("needed", &needed),
                ("given", &given),
            ])
        }
        ErrorKind::InvalidUtf8 => says[UsageMessage::NotText].to_string(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return None,
        // A kind that is not known yet has no words of its own, and English ones help nobody.
        _ => says[UsageMessage::NotUsable].to_string(),
    })
}

fn wrong_value(error: &clap::Error) -> UsageMessage {
    let is_day = error
        .source()
        .is_some_and(<dyn std::error::Error>::is::<chrono::ParseError>);
    if is_day {
        UsageMessage::WrongDay
    } else {
        UsageMessage::WrongValue
    }
}

/// A part of what the parser says of an error; `None` where it says nothing.
fn error_part(error: &clap::Error, kind: ContextKind) -> Option<String> {
    error
        .get(kind)
        .map(ToString::to_string)
        .filter(|said| !said.is_empty())
}
