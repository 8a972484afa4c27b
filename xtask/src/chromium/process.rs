//! The browser's processes: found, started, and ended whole.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::{Outcome, find};

/// How long the browser may take to open its debugging port.
const START: Duration = Duration::from_secs(60);

/// Where the browser writes its debugging port.
const PORT_FILE: &str = "DevToolsActivePort";

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS: [&str; 20] = [
    "--headless",
    "--remote-debugging-port=0",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-crash-restore-bubble",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    "--password-store=basic",
    "--mute-audio",
    "--window-size=1280,900",
];

/// Where Chromium is: what `CHROMIUM` names, else the first that `PATH` has.
pub fn executable() -> Outcome<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        let path = PathBuf::from(path);
        return if path.is_file() { Ok(path) } else { Err(format!("CHROMIUM names {}: no such file", path.display())) };
    }
    NAMES.iter().find_map(|name| find(name)).ok_or_else(|| {
        "Chromium is not there: install it (Debian: apt-get install chromium) or name it in CHROMIUM".to_owned()
    })
}

/// A running browser and the place of its debugging port.
pub(super) struct Process {
    child: Child,
    profile: PathBuf,
    pub port: u16,
    /// The path of the browser's own socket.
    pub path: String,
}

impl Process {
    /// Starts a browser on a profile and waits until it can be driven.
    pub fn start(profile: &Path, arguments: &[String]) -> Outcome<Self> {
        let program = executable()?;
        let failed = |error: std::io::Error| format!("{} cannot be started: {error}", program.display());
        fs::create_dir_all(profile).map_err(failed)?;
        clear_locks(profile).map_err(failed)?;
        let log = profile.join("chromium.log");
        let mut command = Command::new(&program);
        command.args(FLAGS).arg(format!("--user-data-dir={}", profile.display())).args(arguments);
        if is_root() {
            command.arg("--no-sandbox");
        }
        if let Ok(more) = std::env::var("CHROMIUM_FLAGS") {
            command.args(more.split_whitespace());
        }
        own_group(&mut command);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(File::create(&log).map_err(failed)?);
        let child = command.arg("about:blank").spawn().map_err(failed)?;
        let mut process = Self { child, profile: profile.to_path_buf(), port: 0, path: String::new() };
        match process.await_port(&log) {
            Ok(()) => Ok(process),
            Err(error) => {
                process.kill();
                Err(error)
            }
        }
    }

    fn await_port(&mut self, log: &Path) -> Outcome {
        let deadline = Instant::now() + START;
        loop {
            let text = fs::read_to_string(self.profile.join(PORT_FILE)).unwrap_or_default();
            if let Some((port, path)) = text.split_once('\n')
                && let Ok(port) = port.parse()
                && path.starts_with('/')
            {
                (self.port, self.path) = (port, path.trim().to_owned());
                return Ok(());
            }
            let ended = self.child.try_wait().ok().flatten();
            if ended.is_some() || Instant::now() > deadline {
                let said = fs::read_to_string(log).unwrap_or_default();
                let last: Vec<&str> = said.lines().rev().take(5).collect();
                let how =
                    ended.map_or_else(|| "opened no debugging port".to_owned(), |status| format!("ended ({status})"));
                return Err(format!("Chromium {how}: {}", last.into_iter().rev().collect::<Vec<_>>().join(" / ")));
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the browser has ended by itself. Whether it did.
    pub fn has_ended(&mut self, limit: Duration) -> bool {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Ends the browser and everything that it started, at once and without a word to it.
    pub fn kill(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(10);
        // The number of a process that has ended may be another's by now.
        let first = matches!(self.child.try_wait(), Ok(None)).then(|| self.child.id());
        let mut family = family(first, &self.profile);
        loop {
            if !family.is_empty() {
                signal(&family);
            }
            // It may have ended already.
            drop(self.child.kill());
            drop(self.child.wait());
            family = family_of_profile(&self.profile);
            if family.is_empty() || Instant::now() > deadline {
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Removes what a killed browser leaves: its locks, and the port it listened on.
fn clear_locks(profile: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(profile)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == PORT_FILE || name.to_string_lossy().starts_with("Singleton") {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The process, its descendants, and whatever else works on the profile.
fn family(first: Option<u32>, profile: &Path) -> Vec<u32> {
    let parents = parents();
    let mut family: Vec<u32> = first.into_iter().collect();
    let mut at = 0;
    while let Some(&parent) = family.get(at) {
        family.extend(parents.iter().filter(|(_, of)| **of == parent).map(|(child, _)| *child));
        at += 1;
    }
    let others = family_of_profile(profile).into_iter().filter(|other| !family.contains(other));
    let others: Vec<u32> = others.collect();
    family.extend(others);
    family
}

/// Every process whose command line names the profile.
fn family_of_profile(profile: &Path) -> Vec<u32> {
    let mark = format!("--user-data-dir={}\0", profile.display());
    let names = |id: &u32| {
        fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| {
            // Some of them write their arguments as one.
            let line = String::from_utf8_lossy(&line).replace(' ', "\0") + "\0";
            line.contains(&mark) && Some(*id) != Some(std::process::id())
        })
    };
    ids().filter(names).collect()
}

fn ids() -> impl Iterator<Item = u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Each process with its parent.
fn parents() -> HashMap<u32, u32> {
    let parent = |id: u32| {
        let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name in brackets may hold anything: the fields begin behind its last bracket.
        let (_, fields) = text.rsplit_once(')')?;
        Some((id, fields.split_whitespace().nth(1)?.parse().ok()?))
    };
    ids().filter_map(parent).collect()
}

/// Sends SIGKILL to all of them in one breath.
fn signal(processes: &[u32]) {
    let ids: Vec<String> = processes.iter().map(u32::to_string).collect();
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("kill -KILL {}", ids.join(" ")));
    // Those that have gone already are no failure; the caller looks again.
    drop(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status());
}

#[cfg(unix)]
fn own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn own_group(_: &mut Command) {}

/// Chromium refuses its sandbox to the superuser.
#[cfg(unix)]
fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
