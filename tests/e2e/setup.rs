//! The app served and opened, with all that a test needs around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use xtask::chromium::{Browser, Options, Page, temporary};
use xtask::server::Server;

/// Seconds that anything on the screen may take; generous, because test machines are shared.
pub const SOON: f64 = 30.0;

/// The built folder.
pub fn dist() -> PathBuf {
    let dist = std::env::var_os("DIST").map_or_else(xtask::build::dist, PathBuf::from);
    assert!(dist.join("sw.js").is_file(), "{} holds no built app: run `cargo xtask build` first", dist.display());
    dist
}

/// A running app: its server, its browser, one page.
pub struct Opened {
    /// The server, until it is stopped.
    pub server: Option<Server>,
    /// The browser.
    pub browser: Browser,
    /// The page.
    pub page: Page,
    /// The app's address.
    pub url: String,
    /// Files for the test; gone at the end.
    pub folder: PathBuf,
}

/// Serves the built folder under `/` and opens it.
pub fn open_app() -> Opened {
    open(&dist(), "/")
}

/// Serves a folder under a prefix, opens it, and waits until the app could be opened again without the server.
pub fn open(root: &Path, prefix: &str) -> Opened {
    let server = Server::start(root, prefix, 0).unwrap();
    let url = server.url();
    let browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&url).unwrap();
    let controlled = "(async () => navigator.serviceWorker.controller !== null
        && (await navigator.serviceWorker.ready).active.state === 'activated')()";
    page.wait_for(controlled, SOON, "the service worker controls the page").unwrap();
    let folder = temporary();
    fs::create_dir_all(&folder).unwrap();
    Opened { server: Some(server), browser, page, url, folder }
}

impl Opened {
    /// Takes the network away: there is no server any more.
    pub fn stop_server(&mut self) {
        self.server.take().unwrap().stop();
    }

    /// Ends the browser and opens the app again, at a place in it.
    pub fn restart(&mut self, place: &str) {
        self.browser.relaunch().unwrap();
        self.page = self.browser.page(&format!("{}{place}", self.url)).unwrap();
    }

    /// Kills the browser and opens the app again, at a place in it.
    pub fn kill_and_restart(&mut self, place: &str) {
        self.browser.kill_hard();
        self.restart(place);
    }

    /// The part of the page's address after `#`, with it.
    pub fn place(&self) -> String {
        self.page.text("location.hash").unwrap()
    }

    /// Lets pages save into a new folder, and says which.
    pub fn downloads(&self) -> PathBuf {
        let folder = temporary();
        let folder = self.folder.join(folder.file_name().unwrap());
        self.browser.set_download_dir(&folder).unwrap();
        folder
    }

    /// The page has reported no error and asked nobody but its own server.
    pub fn assert_clean(&self) {
        let report = self.page.report();
        assert_eq!(report.errors, [""; 0], "errors on the page");
        let origin = self.url.split_inclusive('/').take(3).collect::<String>();
        let outside = |url: &&String| !["data:", "blob:", origin.as_str()].iter().any(|own| url.starts_with(own));
        assert_eq!(
            report.requests.iter().filter(outside).collect::<Vec<_>>(),
            [""; 0],
            "requests that left the origin"
        );
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        // A folder in the temporary place that stays behind harms nobody.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Waits until a condition outside the page holds.
pub fn wait_until(what: &str, holds: impl Fn() -> bool) {
    let held = poll(SOON, || holds().then_some(()));
    assert!(held.is_some(), "waited in vain: {what}");
}

/// Asks again and again until there is an answer, for so many seconds. What waits does so for a state and by this; the tidy
/// test holds that nothing else sleeps.
pub fn poll<T>(seconds: f64, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if started.elapsed().as_secs_f64() > seconds {
            return None;
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}

/// The whole files in a folder whose name ends so; one that is still empty is on its way.
pub fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let is_filled = |path: &PathBuf| fs::metadata(path).is_ok_and(|found| found.len() > 0);
    let ends_so = |path: &PathBuf| path.to_string_lossy().ends_with(end);
    let mut files: Vec<PathBuf> = entries.filter(|path| ends_so(path) && is_filled(path)).collect();
    files.sort();
    files
}

/// Waits until a folder holds so many whole files whose name ends so.
pub fn wait_for_files(folder: &Path, end: &str, number: usize) -> Vec<PathBuf> {
    wait_until(&format!("{number} files {end} in the download folder"), || files(folder, end).len() >= number);
    files(folder, end)
}

/// Chance from a seed, so that a run can be repeated.
pub struct Chance(u64);

impl Chance {
    /// Chance from the seed in `SEED`, else from the clock; prints it.
    pub fn seeded() -> Self {
        let clock = || std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
        let seed = std::env::var("SEED").ok().map_or_else(clock, |seed| seed.parse().unwrap());
        println!("SEED={seed}");
        Self(seed)
    }

    /// A number below the bound (splitmix64).
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }
}
