//! The real program on a terminal of its own: what stands on it, and how long it takes until it does.

use std::io::Read as _;
use std::num::NonZero;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a picture may take on a machine that does other things besides, before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

pub struct Wall {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    screen: Arc<Screen>,
    size: (u16, u16),
}

struct Screen {
    parser: Mutex<vt100::Parser>,
    changed: Condvar,
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

impl Wall {
    /// Starts `doithoai project NAME` in a window of this size, without colours.
    pub fn starts(data: &Path, name: &str, size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let mut command = CommandBuilder::new(
            std::env::var("DOITHOAI_BIN")
                .unwrap_or_else(|_| env!("CARGO_BIN_EXE_doithoai").to_owned()),
        );
        command.args(["project", name, "--data-dir"]);
        command.arg(data);
        // A home folder that is not there must not matter.
        command.cwd(env!("CARGO_MANIFEST_DIR"));
        command.env("NO_COLOR", "1");
        command.env("TERM", "xterm-256color");
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Screen {
            parser: Mutex::new(vt100::Parser::new(cells(size.1), cells(size.0), 0)),
            changed: Condvar::new(),
        });
        let mut reader = pair.master.try_clone_reader().unwrap();
        let read = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = vec![0; 65_536];
            while let Ok(count) = reader.read(&mut bytes)
                && count > 0
            {
                read.parser.lock().unwrap().process(&bytes[..count]);
                read.changed.notify_all();
            }
        });
        Self {
            child,
            master: pair.master,
            screen,
            size,
        }
    }

    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Waits until the rows are as they should be, and tells how long that took. What they should be is asked at every
    /// change, and at least twenty times a second, because a clock may run.
    #[expect(
        clippy::disallowed_methods,
        reason = "a real program is waited for, by the computer's clock"
    )]
    pub fn shows(&self, what: &str, is_right: impl Fn(&str) -> bool) -> Duration {
        let began = Instant::now();
        let mut parser = self.screen.parser.lock().unwrap();
        loop {
            let rows = rows_of(&parser, self.size);
            if is_right(&rows) {
                return began.elapsed();
            }
            assert!(began.elapsed() < PATIENCE, "not shown: {what}\n{rows}");
            parser = self
                .screen
                .changed
                .wait_timeout(parser, Duration::from_millis(50))
                .unwrap()
                .0;
        }
    }

    pub fn resizes(&mut self, size: (u16, u16)) {
        self.size = size;
        self.screen
            .parser
            .lock()
            .unwrap()
            .screen_mut()
            .set_size(cells(size.1), cells(size.0));
        self.master.resize(pty_size(size)).unwrap();
    }

    pub fn types(&mut self, keys: &[u8]) {
        use std::io::Write as _;
        self.master.take_writer().unwrap().write_all(keys).unwrap();
    }

    /// Waits for the program to end; whether it did so without fault and left the other screen.
    pub fn ends(&mut self) -> bool {
        let succeeded = self.child.wait().unwrap().success();
        let parser = self.screen.parser.lock().unwrap();
        let (parser, _) = self
            .screen
            .changed
            .wait_timeout_while(parser, PATIENCE, |parser| {
                parser.screen().alternate_screen()
            })
            .unwrap();
        succeeded && !parser.screen().alternate_screen()
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn rows_of(parser: &vt100::Parser, (cols, _): (u16, u16)) -> String {
    parser
        .screen()
        .rows(0, cols)
        .map(|row| row.trim_end().to_owned() + "\n")
        .collect()
}
