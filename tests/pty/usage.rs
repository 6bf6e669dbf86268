//! Wrong usage and the help, in the language of whoever asks: a sentence of ours, how the command is used, where to read
//! on, and exit code 2.

use doithoai::cli::words::CliWords;
use doithoai::domain::i18n::Lang;

use crate::computer::{Computer, LANGUAGES, told, words};
use doithoai::cli::error::words::ErrorMessage;
use doithoai::cli::words::UsageMessage;

/// What is typed, and what is wrong with it.
type Mistake = (&'static [&'static str], fn(&CliWords) -> String);

const MISTAKES: &[Mistake] = &[
    (&["make-coffee"], |says| {
        says.usage[UsageMessage::UnknownCommand].render(&[("given", &"make-coffee")])
    }),
    (&["new"], |says| {
        let plan = format!("<{}>", says.values["PLAN"]);
        says.usage[UsageMessage::Missing].render(&[("arguments", &plan)])
    }),
    (&["new", "plan.ron", "--colour"], |says| {
        says.usage[UsageMessage::UnknownOption].render(&[("given", &"--colour")])
    }),
    (&["new", "plan.ron", "other.ron"], |says| {
        says.usage[UsageMessage::OneTooMany].render(&[("given", &"other.ron")])
    }),
    (&["regulations", "--theme", "pink"], |says| {
        let theme = format!("--theme <{}>", says.values["THEME"]);
        says.usage[UsageMessage::WrongValue].render(&[("argument", &theme), ("given", &"pink")])
    }),
    (
        &["deadlines", "--regulation", "a", "--held", "yesterday"],
        |says| {
            let held = format!("--held <{}>", says.values["DATE"]);
            says.usage[UsageMessage::WrongDay]
                .render(&[("argument", &held), ("given", &"yesterday")])
        },
    ),
    (&["export", "a", "--to"], |says| {
        let to = format!("--to <{}>", says.values["DIR"]);
        says.usage[UsageMessage::NoValue].render(&[("argument", &to)])
    }),
    (&["export", "a", "--force", "--force"], |says| {
        says.usage[UsageMessage::Repeated].render(&[("argument", &"--force")])
    }),
    (&["hall", "a", "--tls", "b"], |says| {
        let tls = format!("--tls <{0}> <{0}>", says.values["PEM"]);
        says.usage[UsageMessage::WrongCount].render(&[
            ("argument", &tls),
            ("needed", &2),
            ("given", &1),
        ])
    }),
    (&["export", "a", "--force=3"], |says| {
        says.usage[UsageMessage::TakesNoValue].render(&[("argument", &"--force"), ("given", &"3")])
    }),
];

/// What only the parser says.
const ENGLISH: &[&str] = &[
    "Usage",
    "OPTIONS",
    "Options",
    "Arguments",
    "Commands",
    "Print",
    "default",
    "possible",
    "value",
    "argument",
    "error",
    "unexpected",
    "For more",
    "tip:",
];

#[test]
fn every_mistake_is_told_in_a_sentence_of_ours_with_the_usage_and_where_to_read_on() {
    let computer = Computer::new();
    for (arguments, wrong) in MISTAKES {
        for (lang, name) in LANGUAGES {
            let says = words(lang);
            // The language is known though the rest cannot be read.
            let asked = [&["--lang", name], *arguments].concat();
            let ran = computer.run(&asked);
            assert_eq!(ran.code, 2, "{asked:?}: {}", ran.err);
            assert_eq!(ran.out, "");
            let whole = told(lang).errors[ErrorMessage::Error].render(&[("what", &wrong(&says))]);
            assert_eq!(ran.err.lines().next(), Some(whole.as_str()), "{asked:?}");
            let command = match arguments[0] {
                "make-coffee" => "doithoai".to_owned(),
                command => format!("doithoai {command}"),
            };
            let see = says.usage[UsageMessage::See].render(&[("command", &command)]);
            let usage = says.usage[UsageMessage::Usage].render(&[(
                "usage",
                &format!("{command} {}", says.usage[UsageMessage::OptionsPlace]),
            )]);
            for said in [see, usage] {
                assert!(ran.err.contains(&said), "{asked:?}: {said}\n{}", ran.err);
            }
            if lang == Lang::Vi {
                speaks_no_english(&ran.err);
            }
        }
    }
}

#[test]
fn what_was_nearly_right_is_proposed() {
    let computer = Computer::new();
    for (lang, name) in LANGUAGES {
        let says = words(lang);
        for (arguments, proposed) in [
            (&["verfy"][..], "verify"),
            (&["export", "a", "--forc"], "--force"),
            (&["regulations", "--theme", "ligth"], "light"),
        ] {
            let ran = computer.run(&[arguments, &["--lang", name]].concat());
            let proposal = says.usage[UsageMessage::DidYouMean].render(&[("suggested", &proposed)]);
            assert!(ran.err.contains(&proposal), "{proposal}\n{}", ran.err);
        }
        let ran = computer.run(&["regulations", "--theme", "pink", "--lang", name]);
        let choices =
            says.usage[UsageMessage::Choose].render(&[("values", &"dark, light, contrast")]);
        assert!(ran.err.contains(&choices), "{}", ran.err);
    }
}

#[test]
fn the_help_of_every_command_is_in_the_users_language() {
    let computer = Computer::new();
    for (lang, name) in LANGUAGES {
        let words = words(lang);
        let says = &words;
        let usual = says.usage[UsageMessage::Usual].render(&[("value", &"dark")]);
        for (command, about) in &words.commands {
            for flag in ["--help", "-h"] {
                let arguments = match command.as_str() {
                    "doithoai" => vec![flag, "--lang", name],
                    command => vec![command, flag, "--lang", name],
                };
                let ran = computer.run(&arguments);
                assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
                for said in [
                    about.as_str(),
                    says.usage[UsageMessage::Options].as_str(),
                    words.args["help"].as_str(),
                    words.args["typing"].as_str(),
                    usual.as_str(),
                ] {
                    assert!(ran.out.contains(said), "{arguments:?}: {said}\n{}", ran.out);
                }
                if lang == Lang::Vi {
                    speaks_no_english(&ran.out);
                }
            }
        }
        let ran = computer.run(&["-V", "--lang", name]);
        assert_eq!(ran.out, format!("doithoai {}\n", env!("CARGO_PKG_VERSION")));
    }
}

fn speaks_no_english(said: &str) {
    for word in ENGLISH {
        assert!(!said.contains(word), "{word} in\n{said}");
    }
}

#[test]
fn a_day_is_taken_as_people_write_it_and_as_computers_do() {
    let computer = Computer::new();
    let counted = |held: &str| {
        computer.run(&[
            "deadlines",
            "--regulation",
            "lao-cai-7-qc-tu-2025",
            "--held",
            held,
        ])
    };
    let (ours, iso) = (counted("25/11/2026"), counted("2026-11-25"));
    assert_eq!(ours.code, 0, "{}", ours.err);
    assert_eq!(ours.out, iso.out);
    assert!(ours.out.contains("25/11/2026"));
}
