//! A terminal with the program in it: keys go in, the screen is read as a person reads it.

use std::io::{Read as _, Write as _};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Output;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel};
use std::time::{Duration, Instant};

use doithoai::domain::time::Millis;
use doithoai::store::clock::Clock;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long to wait for something that will come; a slow machine under load is no failure.
const PATIENCE: Millis = Millis(30_000);
/// How often to look at what shows itself elsewhere than on the screen.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// A key that nothing was written for by then changed nothing on the screen.
const SURELY_DEALT_WITH: Duration = Duration::from_secs(1);

/// How many pieces of output to take before looking at them, should they never end.
const AT_ONCE: usize = 256;

const HIDE_CURSOR: &[u8] = b"\x1b[?25l";
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";
/// The cursor shown and set in its place takes fewer bytes than this.
const LONGEST_END: usize = 32;

/// The program in a terminal of its own.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// What is typed, and whether the terminal has taken it: one takes no more than the program reads.
    typed: Sender<Vec<u8>>,
    taken: Receiver<()>,
    output: Receiver<(Instant, Vec<u8>)>,
    /// When keys were pressed last, and when the program wrote something after that; where something was waited for, when it
    /// wrote that, since a clock that goes on is written as well.
    pressed: Option<Instant>,
    answered: Option<Instant>,
    /// When the program wrote last.
    wrote: Option<Instant>,
    /// The program has closed its side.
    is_over: bool,
    emulator: vt100::Parser,
    /// Every byte the program has written.
    raw: Vec<u8>,
    clock: Clock,
}

impl Terminal {
    /// Starts a command in a terminal of so many columns and rows.
    pub fn start(command: CommandBuilder, (columns, rows): (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let mut writer = pair.master.take_writer().unwrap();
        let (typed, to_type) = channel::<Vec<u8>>();
        let (has_taken, taken) = channel();
        std::thread::spawn(move || {
            while let Ok(bytes) = to_type.recv() {
                let written = writer.write_all(&bytes).and_then(|()| writer.flush());
                if written.is_err() || has_taken.send(()).is_err() {
                    break;
                }
            }
        });
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send((now(), buffer[..length].to_vec())).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            typed,
            taken,
            master: pair.master,
            output,
            pressed: None,
            answered: None,
            wrote: None,
            is_over: false,
            emulator: emulator(columns, rows),
            raw: Vec::new(),
            clock: Clock::system(),
        }
    }

    /// Sends the bytes of keys, in one piece.
    pub fn press(&mut self, bytes: impl AsRef<[u8]>) {
        self.take_in();
        (self.pressed, self.answered) = (Some(now()), None);
        self.typed.send(bytes.as_ref().to_vec()).unwrap();
        let patience = Duration::from_millis(PATIENCE.0);
        if let Err(why) = self.taken.recv_timeout(patience) {
            panic!("the program does not read what is typed: {why}");
        }
    }

    /// Lets so much time pass since the program dealt with the keys that were pressed last. The one place where a story waits
    /// for time: the program takes a key that comes too soon for the same press, and so it should.
    pub fn pause(&mut self, since_last_press: Duration) {
        let Some(pressed) = self.pressed else { return };
        while self.answered.is_none() && !self.is_over && pressed.elapsed() < SURELY_DEALT_WITH {
            self.take_in();
            std::thread::sleep(Duration::from_millis(1));
        }
        let from = self.answered.unwrap_or(pressed);
        if let Some(left) = since_last_press.checked_sub(from.elapsed()) {
            std::thread::sleep(left);
        }
    }

    /// The window becomes this large.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.take_in();
        self.emulator.set_size(
            NonZeroU16::new(rows).unwrap(),
            NonZeroU16::new(columns).unwrap(),
        );
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Waits until a whole frame shows what is waited for.
    pub fn wait_for(&mut self, what: &str, mut seen: impl FnMut(&vt100::Screen) -> bool) {
        self.wait_until(what, |terminal| seen(terminal.screen()));
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| shows(screen, text));
    }

    /// Waits for at least one further piece of output, and for the frame it belongs to.
    pub fn wait_for_frame(&mut self) {
        let before = self.raw.len();
        self.wait_until("a further frame", |terminal| terminal.raw.len() > before);
    }

    /// Waits until something has come true, here or on the disk.
    pub fn wait_until(&mut self, what: &str, mut is_true: impl FnMut(&Self) -> bool) {
        self.wait_for_anything(what, |terminal| {
            (terminal.is_over || terminal.is_whole_frame()) && is_true(terminal)
        });
    }

    /// Waits until something has come true, also when no whole frame follows.
    pub fn wait_for_anything(&mut self, what: &str, mut is_true: impl FnMut(&Self) -> bool) {
        let began = self.clock.now().up;
        loop {
            self.take_in();
            if is_true(self) {
                if self.answered.is_some() {
                    self.answered = self.wrote;
                }
                return;
            }
            let waited = self.clock.now().up.saturating_sub(began);
            assert!(
                !self.is_over && waited < PATIENCE,
                "waited {} ms for {what} and saw (over: {}):\n{}",
                waited.0,
                self.is_over,
                self.text()
            );
            match self.output.recv_timeout(LOOK_AGAIN) {
                Ok(output) => self.show(&output),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => self.is_over = true,
            }
        }
    }

    /// Shows what has been written by now.
    pub fn take_in(&mut self) {
        for _ in 0..AT_ONCE {
            match self.output.try_recv() {
                Ok(output) => self.show(&output),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.is_over = true;
                    return;
                }
            }
        }
    }

    /// A frame ends with the cursor: hidden, or shown and set in its place. What is read before that may be half a frame.
    pub fn is_whole_frame(&self) -> bool {
        let end = &self.raw[self.raw.len().saturating_sub(LONGEST_END)..];
        end.ends_with(HIDE_CURSOR)
            || last(end, SHOW_CURSOR).is_some_and(|at| is_one_move(&end[at + SHOW_CURSOR.len()..]))
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// The screen as text, row by row.
    pub fn text(&self) -> String {
        self.screen().contents()
    }

    /// Every byte the program has written.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Whether the program has closed its side of the terminal.
    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Sends a signal by its name, as in `KILL`.
    pub fn signal(&mut self, name: &str) {
        let sent = std::process::Command::new("kill")
            .arg(format!("-{name}"))
            .arg(self.process().to_string())
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Waits until the system says that the program stands still.
    pub fn wait_until_stopped(&mut self) {
        let process = rustix::process::Pid::from_raw(self.process().cast_signed()).unwrap();
        self.wait_for_anything("the program to stand still", |_| {
            let asked = rustix::process::WaitIdOptions::STOPPED
                | rustix::process::WaitIdOptions::NOHANG
                | rustix::process::WaitIdOptions::NOWAIT;
            let id = rustix::process::WaitId::Pid(process);
            rustix::process::waitid(id, asked).unwrap().is_some()
        });
    }

    /// The power is cut: the program ends at once. What it had shown until then is on the screen.
    pub fn kill(&mut self) {
        self.signal("KILL");
        self.wait_for_end();
    }

    /// Waits until the program has ended and everything it wrote is on the screen; its exit code.
    pub fn wait_for_end(&mut self) -> u32 {
        self.wait_until("the end of the program", |terminal| terminal.is_over);
        self.child.wait().unwrap().exit_code()
    }

    fn show(&mut self, (at, bytes): &(Instant, Vec<u8>)) {
        if self.pressed.is_some_and(|pressed| pressed < *at) {
            self.answered.get_or_insert(*at);
        }
        self.wrote = Some(*at);
        self.raw.extend(bytes);
        self.emulator.process(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A story that fails leaves no program behind.
        if let Ok(None) = self.child.try_wait() {
            self.signal("KILL");
            let _ = self.child.wait();
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the program measures how soon a key comes after another, so the story does, too"
)]
fn now() -> Instant {
    Instant::now()
}

/// Whether a text stands on the screen in one row.
pub fn shows(screen: &vt100::Screen, text: &str) -> bool {
    screen.contents().contains(text)
}

/// The program: the one that was just built, or another that is named, to see that a story fails on it.
pub fn program() -> String {
    std::env::var("DOITHOAI_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_doithoai").to_owned())
}

/// What a program without a terminal printed, which ends by itself before anybody loses patience.
pub fn output_of(started: std::process::Child, arguments: &[&str]) -> Output {
    let process = started.id();
    let (sender, ended) = channel();
    std::thread::spawn(move || sender.send(started.wait_with_output()));
    let Ok(output) = ended.recv_timeout(Duration::from_millis(PATIENCE.0)) else {
        let _ = std::process::Command::new("kill")
            .args(["-KILL", &process.to_string()])
            .status();
        panic!("{arguments:?} does not end");
    };
    output.unwrap()
}

/// A command with an environment of its own: nothing of the machine that runs the tests.
pub fn command(home: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(program());
    command.env_clear();
    command.cwd(home);
    command.env("TERM", "xterm-256color");
    command
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn emulator(columns: u16, rows: u16) -> vt100::Parser {
    vt100::Parser::new(
        NonZeroU16::new(rows).unwrap(),
        NonZeroU16::new(columns).unwrap(),
        0,
    )
}

/// Whether the cursor is set somewhere and nothing else: more would belong to the next frame.
fn is_one_move(bytes: &[u8]) -> bool {
    let inside = bytes
        .strip_prefix(b"\x1b[")
        .and_then(|rest| rest.strip_suffix(b"H"));
    inside.is_some_and(|place| {
        let is_figure = |byte: &u8| byte.is_ascii_digit() || *byte == b';';
        place.iter().all(is_figure)
    })
}

/// Where a piece stands last.
pub fn last(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    bytes
        .windows(piece.len())
        .rposition(|window| window == piece)
}
