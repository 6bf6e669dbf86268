//! Reads the arguments, runs, and says how it ended: 0 done, 1 the user can mend it, 2 wrong usage, 3 something
//! is overdue.

use std::process::ExitCode;

use doithoai::cli::{self, Ended};

#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

fn main() -> ExitCode {
    match cli::run(std::env::args_os(), &|name| std::env::var(name).ok()) {
        Ended::Done => ExitCode::SUCCESS,
        Ended::Failed => ExitCode::from(1),
        Ended::Misused => ExitCode::from(2),
        Ended::Overdue => ExitCode::from(3),
    }
}
