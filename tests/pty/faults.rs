//! A computer whose disk, file system or clock fails on demand: a library is loaded into the program that fails what it
//! asks of the system.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::computer::Computer;

/// Faults of one computer.
pub struct Faults {
    folder: PathBuf,
    /// The clock that people see is off by so many seconds.
    off: i64,
}

impl Faults {
    /// Prepares a computer so that what is written below its sessions can fail.
    pub fn on(computer: &mut Computer) -> Self {
        let folder = computer.folder().join("faults");
        std::fs::create_dir(&folder).unwrap();
        computer.extra = vec![
            ("LD_PRELOAD", library().clone()),
            ("FAULTS", folder.clone()),
            ("FAULTS_AT", PathBuf::from("/sessions/20")),
        ];
        Self { folder, off: 0 }
    }

    /// What lies in this folder can fail, too.
    pub fn reach(computer: &mut Computer, folder: &std::path::Path) {
        for (name, value) in &mut computer.extra {
            if *name == "FAULTS_AT" {
                *value = folder.to_owned();
            }
        }
    }

    pub fn begin(&self, fault: &str) {
        std::fs::write(self.folder.join(fault), "").unwrap();
    }

    pub fn end(&self, fault: &str) {
        std::fs::remove_file(self.folder.join(fault)).unwrap();
    }

    /// So many seconds pass on the clock that people see, while the program does not run; how far it is off by now.
    pub fn time_passes(&mut self, seconds: i64) -> i64 {
        self.off += seconds;
        self.set_clock(self.off);
        self.move_start_along(seconds);
        self.off
    }

    /// When the computer was started is told by its clocks, of which only the one that people see is off here; that it was
    /// set is not what happened, so what was noted of the start goes with it.
    fn move_start_along(&self, seconds: i64) {
        let sessions = self.folder.with_file_name("data").join("sessions");
        for session in std::fs::read_dir(sessions).into_iter().flatten() {
            let alive = session.unwrap().path().join("desk.alive");
            let Ok(told) = std::fs::read_to_string(&alive) else {
                continue;
            };
            if let Some((before, began)) = told.trim().rsplit_once(' ') {
                let began: i64 = began.parse().unwrap();
                std::fs::write(&alive, format!("{before} {}\n", began + seconds)).unwrap();
            }
        }
    }

    /// The clock that people see is off by so many seconds.
    pub fn set_clock(&self, off: i64) {
        // Never half a number.
        let half = self.folder.join("half");
        std::fs::write(&half, off.to_string()).unwrap();
        std::fs::rename(half, self.folder.join("clock")).unwrap();
    }
}

/// The library, built once.
fn library() -> &'static PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let to = std::env::temp_dir().join(format!("doithoai-faults-{}.so", std::process::id()));
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pty/fault.c");
        let built = std::process::Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .args([to.as_os_str(), source.as_ref()])
            .status()
            .unwrap();
        assert!(built.success());
        to
    })
}
