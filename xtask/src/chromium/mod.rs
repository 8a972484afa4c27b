//! Drives Chromium over the DevTools protocol, for tests and benchmarks.

mod emulation;
mod input;
mod page;
mod process;
mod report;
mod socket;

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use crate::run::Outcome;
pub use page::Page;
use process::Process;
pub use process::executable;
pub use report::Report;
use socket::Socket;

/// How long a command may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long the browser may take to end when asked.
const FAREWELL: Duration = Duration::from_secs(10);

/// How a browser is started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder of its profile; without one, a new folder that goes with the browser.
    pub profile: Option<PathBuf>,
    /// More arguments.
    pub arguments: Vec<String>,
}

/// A browser without a window, on a profile of its own.
pub struct Browser {
    options: Options,
    profile: PathBuf,
    running: Option<(Process, RefCell<Socket>)>,
}

impl Browser {
    /// Starts a browser.
    pub fn launch(options: Options) -> Outcome<Self> {
        let profile = options.profile.clone().unwrap_or_else(temporary);
        let mut browser = Self { options, profile, running: None };
        browser.start()?;
        Ok(browser)
    }

    fn start(&mut self) -> Outcome {
        let process = Process::start(&self.profile, &self.options.arguments)?;
        let socket = Socket::connect(process.port, &process.path)?;
        self.running = Some((process, RefCell::new(socket)));
        Ok(())
    }

    /// The folder of the profile.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// Opens a page in a tab of its own.
    pub fn page(&self, url: &str) -> Outcome<Page> {
        let page = self.blank()?;
        page.goto(url)?;
        Ok(page)
    }

    /// Opens an empty page, which can be prepared before it goes anywhere.
    pub fn blank(&self) -> Outcome<Page> {
        let (process, _) = self.running()?;
        let target = self.cdp("Target.createTarget", json!({ "url": "about:blank" }))?;
        let id = target["targetId"].as_str().ok_or("Chromium opened no tab")?;
        Page::attach(Socket::connect(process.port, &format!("/devtools/page/{id}"))?, id)
    }

    /// Sends a command to the browser itself.
    pub fn cdp(&self, method: &str, params: Value) -> Outcome<Value> {
        let (_, socket) = self.running()?;
        socket.borrow_mut().call(method, params, |_| Ok(()))
    }

    /// Lets pages save files, without a question, into a folder.
    pub fn set_download_dir(&self, folder: &Path) -> Outcome {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        self.cdp("Browser.setDownloadBehavior", json!({ "behavior": "allow", "downloadPath": folder }))?;
        Ok(())
    }

    /// Ends every process of the browser at once, as an operating system short of memory does.
    pub fn kill_hard(&mut self) {
        if let Some((mut process, _)) = self.running.take() {
            process.kill();
        }
    }

    /// Asks the browser to end, and waits until it has.
    pub fn quit(&mut self) {
        // The browser may be gone before it answers; what does not leave is killed on drop.
        drop(self.cdp("Browser.close", json!({})));
        if let Some((mut process, _)) = self.running.take() {
            process.has_ended(FAREWELL);
        }
    }

    /// Starts again on the same profile; a browser that still runs is asked to end first.
    pub fn relaunch(&mut self) -> Outcome {
        if self.running.is_some() {
            self.quit();
        }
        self.start()
    }

    fn running(&self) -> Outcome<&(Process, RefCell<Socket>)> {
        self.running.as_ref().ok_or_else(|| "the browser does not run".to_owned())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill_hard();
        if self.options.profile.is_none() {
            // A folder in the temporary place that stays behind harms nobody.
            drop(fs::remove_dir_all(&self.profile));
        }
    }
}

/// A name for a new folder in the place for temporary files.
pub fn temporary() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::SeqCst);
    std::env::temp_dir().join(format!("so-giam-sat-chromium-{}-{next}", std::process::id()))
}

#[cfg(test)]
mod tests;
