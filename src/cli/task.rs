//! What can be asked of the command line, with its arguments. Knows nothing of how it is done.

use std::path::PathBuf;

use clap::Subcommand;

use crate::domain::format;

/// What is asked for.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    Rehearse {
        #[arg(long, value_name = "ID")]
        regulation: Option<String>,
    },
    New {
        plan: PathBuf,
        #[arg(long, value_name = "ID")]
        regulation: Option<String>,
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
        #[arg(long)]
        json: bool,
    },
    Plan {
        session: Option<String>,
    },
    Update {
        session: String,
        plan: PathBuf,
        #[arg(long)]
        yes: bool,
    },
    Papers {
        #[arg(value_name = "PLAN|SESSION")]
        from: String,
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    Template {
        file: PathBuf,
        #[arg(long, value_name = "ID")]
        regulation: Option<String>,
        #[arg(long, value_name = "SESSION")]
        from: Option<String>,
    },
    Run {
        session: String,
    },
    Project {
        session: String,
    },
    Hall(HallTask),
    Share(ShareTask),
    Join(JoinTask),
    Station {
        session: String,
        #[arg(long = "as", value_enum, value_name = "STATION")]
        kind: StationTask,
        #[arg(long = "name", value_name = "NAME", required_if_eq("kind", "venue"))]
        label: Option<String>,
    },
    Export {
        session: String,
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
        #[arg(long)]
        public: bool,
        #[arg(long, requires = "public")]
        mask_names: bool,
        #[arg(long)]
        force: bool,
        #[arg(long, value_name = "KIND=FILE")]
        attach: Vec<String>,
    },
    Due {
        #[arg(long, value_name = "DAYS")]
        within: Option<String>,
        #[arg(long, conflicts_with = "ics")]
        json: bool,
        #[arg(long)]
        ics: bool,
    },
    FollowUp {
        session: Option<String>,
    },
    Report {
        #[arg(long, value_name = "PERIOD")]
        period: String,
        #[arg(long = "from", value_name = "DIR")]
        dossiers: Vec<PathBuf>,
        #[command(flatten)]
        engine: ReportEngine,
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
    },
    Find {
        #[arg(required = true, value_name = "WORDS")]
        words: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    Sessions {
        #[arg(long)]
        archived: bool,
        #[arg(long)]
        json: bool,
    },
    Archive {
        session: String,
        #[arg(long)]
        restore: bool,
    },
    Verify {
        path: PathBuf,
        #[arg(long, value_name = "N:CODE")]
        digest: Option<String>,
        #[arg(long)]
        json: bool,
    },
    Repair {
        session: String,
    },
    Regulations {
        id: Option<String>,
        #[arg(long, value_name = "FILE")]
        check: Option<PathBuf>,
        #[arg(long)]
        template: bool,
        #[arg(long)]
        json: bool,
    },
    Deadlines {
        #[arg(long, value_name = "ID")]
        regulation: String,
        #[arg(long = "law", alias = "floor", value_name = "ID")]
        laws: Vec<String>,
        #[arg(long, value_name = "DATE", value_parser = day)]
        held: chrono::NaiveDate,
        #[arg(long, value_name = "DATE", value_parser = day)]
        notice: Option<chrono::NaiveDate>,
        #[arg(long)]
        json: bool,
    },
    Help {
        command: Option<String>,
    },
    Completions {
        #[arg(value_enum, value_name = "SHELL")]
        shell: clap_complete::Shell,
    },
    Man,
    Settings,
}

/// What a station is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum StationTask {
    Registration,
    Secretary,
    Venue,
}

/// How the pages of the hall are offered.
#[derive(Debug, clap::Args)]
pub(super) struct HallTask {
    pub(super) session: String,
    #[arg(long, value_name = "ADDRESS", default_value = "0.0.0.0:8080")]
    pub(super) listen: String,
    #[arg(long)]
    pub(super) register: bool,
    #[arg(long, requires = "register")]
    pub(super) contacts: bool,
    #[arg(long, value_name = "NAME", requires = "register")]
    pub(super) venue: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) host: Vec<String>,
    /// Certificate and key.
    #[arg(long, num_args = 2, value_name = "PEM")]
    pub(super) tls: Vec<PathBuf>,
}

/// An engine whose dossiers are reported on, too.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct ReportEngine {
    #[arg(id = "report_engine", long = "engine", value_name = "URL")]
    pub(super) engine: Option<String>,
    #[arg(long, value_name = "DOMAIN", requires = "report_engine")]
    pub(super) gather: Vec<String>,
    #[arg(long = "ca", value_name = "FILE", requires = "report_engine")]
    pub(super) authority: Option<PathBuf>,
}

/// How a session is shared with other computers.
#[derive(Debug, clap::Args)]
pub(super) struct ShareTask {
    pub(super) session: String,
    #[arg(long, value_name = "URL", conflicts_with_all = ["share_listen", "tls"])]
    pub(super) engine: Option<String>,
    #[arg(
        id = "share_listen",
        long = "listen",
        value_name = "ADDRESS",
        default_value = "127.0.0.1:4222"
    )]
    pub(super) listen: String,
    #[arg(id = "share_name", long = "name", value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "COMMUNE", requires = "engine")]
    pub(super) dossier: Option<String>,
    #[arg(
        id = "share_host",
        long = "host",
        value_name = "NAME",
        conflicts_with = "engine"
    )]
    pub(super) host: Option<String>,
    /// Certificate and key.
    #[arg(long, num_args = 2, value_name = "PEM")]
    pub(super) tls: Vec<PathBuf>,
    #[arg(long = "ca", value_name = "FILE")]
    pub(super) authority: Option<PathBuf>,
}

/// As what a session is joined that another computer shares.
#[derive(Debug, clap::Args)]
pub(super) struct JoinTask {
    #[arg(value_name = "URL")]
    pub(super) url: String,
    #[arg(id = "shared_session", value_name = "SESSION")]
    pub(super) session: String,
    #[arg(id = "join_kind", long = "as", value_enum, value_name = "STATION")]
    pub(super) kind: JoinKind,
    #[arg(
        long = "name",
        value_name = "NAME",
        required_if_eq("join_kind", "venue")
    )]
    pub(super) label: Option<String>,
    #[arg(long = "ca", value_name = "FILE")]
    pub(super) authority: Option<PathBuf>,
}

/// What a computer that joins is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum JoinKind {
    Registration,
    Secretary,
    Venue,
    /// Shows what the hall sees.
    Hall,
}

/// A day as people here write it, `25/11/2026`, or as computers do.
fn day(typed: &str) -> Result<chrono::NaiveDate, chrono::ParseError> {
    format::read_date(typed).map_or_else(|| typed.parse(), Ok)
}
