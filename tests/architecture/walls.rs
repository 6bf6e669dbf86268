//! The tables: which wing may know which, which places may ask for a part of the outside world, and the exceptions with
//! their reasons. Everything granted here has to be used.

/// A wing and the wings it knows.
pub struct Wing {
    pub wing: &'static str,
    pub knows: &'static [&'static str],
}

/// From the top down: a wing only knows wings that stand after it.
pub const WINGS: &[Wing] = &[
    Wing {
        wing: "cli",
        knows: &["tui", "stations", "store", "documents", "domain"],
    },
    Wing {
        wing: "tui",
        knows: &["store", "domain"],
    },
    Wing {
        wing: "stations",
        knows: &["store", "domain"],
    },
    Wing {
        wing: "store",
        knows: &["documents", "domain"],
    },
    Wing {
        wing: "documents",
        knows: &["domain"],
    },
    Wing {
        wing: "domain",
        knows: &[],
    },
];

/// A part of the outside world, and the places that may ask for it: a wing, or a module where a wing is too wide.
pub struct Part {
    pub path: &'static str,
    pub granted: &'static [&'static str],
}

impl Part {
    /// The granted place a module lies in, or its wing.
    pub fn place_of<'a>(&self, module: &'a str) -> &'a str {
        let granted = self.granted.iter().find(|place| {
            module
                .strip_prefix(**place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
        });
        granted
            .and_then(|place| module.get(..place.len()))
            .unwrap_or(module)
    }
}

/// Everything of the world that is watched; the root, which only starts the program, is `""`.
pub const WORLD: &[Part] = &[
    Part {
        path: "std::fs",
        granted: &[
            "store",
            "documents::attach",
            "documents::plan_import",
            "cli::new",
            "cli::plan_pages",
            "cli::template",
            "documents::ron_file",
            "stations::hall::encryption",
            "tui::desk::draft",
        ],
    },
    Part {
        path: "std::io",
        granted: &[
            "store",
            "documents",
            "cli",
            "tui",
            "stations",
            "domain::io_messages",
        ],
    },
    Part {
        path: "std::env",
        granted: &[""],
    },
    Part {
        path: "std::time",
        granted: &["stations", "store", "tui"],
    },
    Part {
        path: "std::process",
        granted: &[
            "",
            "stations::share::server",
            "store::journal::heartbeat",
            "store::journal::lock",
        ],
    },
    Part {
        path: "std::net",
        granted: &["stations"],
    },
    Part {
        path: "std::thread",
        granted: &[
            "tui::terminal",
            "stations::hall",
            "stations::share::following",
            "stations::share::server",
            "store::bundle::destinations",
            "store::journal::heartbeat",
            "store::private_fs",
        ],
    },
    Part {
        path: "tokio",
        granted: &["stations"],
    },
    Part {
        path: "tokio_rustls",
        granted: &["stations::hall::encryption"],
    },
    Part {
        path: "async_nats",
        granted: &["stations::share::engine"],
    },
    Part {
        path: "axum",
        granted: &["stations"],
    },
    Part {
        path: "hyper",
        granted: &["stations::hall::server"],
    },
    Part {
        path: "hyper_util",
        granted: &["stations::hall::server"],
    },
    Part {
        path: "qrcode",
        granted: &["stations::hall::qr"],
    },
    Part {
        path: "getrandom",
        granted: &["stations::hall::secrets", "stations::share::server"],
    },
    Part {
        path: "std::os",
        granted: &["store", "tui::terminal"],
    },
    Part {
        path: "chrono::Local",
        granted: &["store::clock"],
    },
    Part {
        path: "chrono::Utc",
        granted: &[],
    },
    Part {
        path: "ron",
        granted: &["documents", "store"],
    },
    Part {
        path: "serde_json",
        granted: &[
            "cli",
            "documents",
            "stations",
            "store::bundle::verify",
            "store::sessions::follow_up::index",
        ],
    },
    Part {
        path: "ratatui",
        granted: &["tui"],
    },
    Part {
        path: "crossterm",
        granted: &["tui"],
    },
    Part {
        path: "clap",
        granted: &["cli"],
    },
    Part {
        path: "directories",
        granted: &["cli", "store::bundle::destinations"],
    },
    Part {
        path: "tempfile",
        granted: &["store"],
    },
    Part {
        path: "rustix",
        granted: &["stations::priority", "store", "tui::terminal"],
    },
    Part {
        path: "signal_hook",
        granted: &["stations::ending", "tui::terminal"],
    },
    Part {
        path: "winapi_util",
        granted: &["store::journal::fingerprint"],
    },
    Part {
        path: "zip",
        granted: &["documents"],
    },
    Part {
        path: "rust_xlsxwriter",
        granted: &["documents"],
    },
    Part {
        path: "sha2",
        granted: &["store", "documents"],
    },
];

/// No file is longer.
pub const MOST_LINES: usize = 400;

/// A function with more lines is long.
pub const LONG_FUNCTION: usize = 60;

/// A type that holds the state of a whole screen, and the only modules in which it may have functions.
pub struct ScreenState {
    pub name: &'static str,
    pub home: &'static str,
    pub granted: &'static [&'static str],
}

/// Everything else of a screen's state has a type of its own, with functions of its own.
pub const SCREEN_STATES: &[ScreenState] = &[ScreenState {
    name: "Desk",
    home: "tui::desk",
    granted: &["tui::desk::update", "tui::desk::view"],
}];
