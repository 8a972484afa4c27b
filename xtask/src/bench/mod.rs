//! The benchmark: bytes and milliseconds of the built app, beside a plain page written by hand with the same items (the
//! floor), measured in turn, because times on shared machines wander. It prints a table and writes `docs/bench.md`.

mod data;
mod measure;
pub mod reader;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::build;
use crate::chromium::{Browser, Options, Page, temporary};
use crate::run::{Outcome, output, root, say};
use crate::server::Server;
use crate::shell;
use measure::{Figures, Side, percentile};

/// How often each opening is measured, on each side in turn.
const OPENINGS: usize = 9;

/// How many taps are measured for each row of the table.
const TAPS: usize = 40;

/// How often a workbook is read.
const READINGS: usize = 5;

/// One row of the table.
struct Row {
    what: String,
    ours: String,
    floor: String,
    ratio: String,
    target: String,
}

/// Measures everything and writes the table.
pub fn run() -> Outcome {
    let mut rows = bytes()?;
    let bench = Bench::prepare()?;
    rows.extend(bench.openings()?);
    rows.extend(bench.taps()?);
    rows.extend(native()?);
    rows.push(bench.reading()?);
    rows.extend(bench.grid()?);
    rows.extend(bench.table()?);
    rows.extend(bench.cold_start()?);
    let table = table(&rows);
    println!("\n{table}");
    let path = root().join("docs/bench.md");
    fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))?;
    say(&format!("written to {}", path.display()));
    Ok(())
}

/// What runs natively (`benches/native.rs`): dossiers judged, tables audited, a history checked.
fn native() -> Outcome<Vec<Row>> {
    say("the pure rooms, natively");
    let mut cargo = Command::new("cargo");
    cargo.args(["bench", "--locked", "--quiet", "--features", "reader", "--bench", "native"]).current_dir(root());
    let told = output(&mut cargo).ok_or("the native benchmark failed")?;
    let rows = [
        ("100,000 dossiers judged", "1,000 ms"),
        ("1,000 tables of 100 x 11 audited", "500 ms"),
        ("20,000 changes of a visit of 5,000 dossiers checked at the gate", "1,000 ms"),
    ];
    let row = |(what, target): (&str, &str)| {
        let ours = time_of(&told, what).ok_or_else(|| format!("no time was told of {what}: {told}"))?.to_owned();
        let what = format!("{what}, natively");
        Ok(Row { what, ours, floor: String::new(), ratio: String::new(), target: target.to_owned() })
    };
    rows.into_iter().map(row).collect()
}

/// The time that a line of the native benchmark tells of something.
fn time_of<'t>(told: &'t str, what: &str) -> Option<&'t str> {
    told.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(": "))
}

fn bytes() -> Outcome<Vec<Row>> {
    let (first_load, shipped) = build::totals(&build::sizes(&build::dist())?);
    let row = |what: &str, bytes: usize, target: &str| Row {
        what: what.to_owned(),
        ours: format!("{:.1} kB", bytes as f64 / 1_000.0),
        floor: String::new(),
        ratio: String::new(),
        target: target.to_owned(),
    };
    Ok(vec![row("first load, brotli", first_load, "250 kB"), row("everything shipped, brotli", shipped, "900 kB")])
}

/// Both sides, served, installed for offline use and filled; then the server is gone.
struct Bench {
    browser: Browser,
    page: Page,
    ours: String,
    floor: String,
    _folder: Folder,
}

/// A folder that goes when it is no longer needed.
struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind in the temporary place harms nobody.
        drop(fs::remove_dir_all(&self.0));
    }
}

impl Bench {
    fn prepare() -> Outcome<Self> {
        say("serving the app and the floor, and filling both");
        let folder = Folder(temporary());
        let floor_root = folder.0.join("floor");
        write_floor(&floor_root)?;
        let file = folder.0.join("bench.json");
        let items = data::write(&file)?;
        let (app, plain) = (Server::start(&build::dist(), "/", 0)?, Server::start(&floor_root, "/", 0)?);
        let (ours, floor) = (app.url(), plain.url());
        // From the home screen no frozen copy of the page is in memory; between two measurements there would be.
        let arguments = vec!["--disable-back-forward-cache".to_owned()];
        let browser = Browser::launch(Options { arguments, ..Options::default() })?;
        let page = browser.page(&ours)?;
        page.before_load(measure::PROBE)?;
        page.set_viewport(800, 1280, true)?;
        installed(&page)?;
        page.wait_for_element("[data-testid=import-file]", 30.0)?;
        page.upload("[data-testid=import-file]", &file)?;
        page.wait_for_element("[data-testid=import-confirm]", 30.0)?;
        page.click("[data-testid=import-confirm]")?;
        page.wait_for_element("[data-visit]", 30.0)?;
        let (dossiers, table) = (folder.0.join("dossiers.json"), folder.0.join("table.json"));
        data::write_dossiers(&dossiers)?;
        data::write_table(&table)?;
        for (file, visit) in [(dossiers, data::GRID_VISIT), (table, data::TABLE_VISIT)] {
            page.goto(&ours)?;
            page.wait_for_element("[data-testid=import-file]", 30.0)?;
            page.upload("[data-testid=import-file]", &file)?;
            page.wait_for_element("[data-testid=import-confirm]", 60.0)?;
            page.click("[data-testid=import-confirm]")?;
            page.wait_for_element(&format!("[data-visit={visit}]"), 60.0)?;
        }
        page.goto(&floor)?;
        installed(&page)?;
        for (name, items) in items {
            page.eval(&format!("fillFloor('{name}', {items})"))?;
        }
        app.stop();
        plain.stop();
        Ok(Self { browser, page, ours, floor, _folder: folder })
    }

    fn url(&self, side: Side, items: usize) -> String {
        match side {
            Side::Ours => format!("{}#/buoi/{}", self.ours, data::visit(items)),
            Side::Floor => format!("{}#n{items}", self.floor),
        }
    }

    /// Opens a checklist from the offline store, each side in turn; milliseconds from navigation to the frame after all
    /// rows are there.
    fn openings(&self) -> Outcome<Vec<Row>> {
        let mut rows = Vec::new();
        for items in data::SIZES {
            for rate in [1, 4] {
                say(&format!("opening {items} items at CPU x{rate}"));
                self.page.set_cpu_throttle(f64::from(rate))?;
                let mut figures = Figures::default();
                for _ in 0..OPENINGS {
                    for side in [Side::Ours, Side::Floor] {
                        figures.add(side, measure::opening(&self.page, &self.url(side, items), rate)?);
                    }
                }
                let target = if rate == 1 { "1.5x the floor" } else { "" };
                rows.push(figures.row(
                    &format!("warm offline opening, {items} items, CPU x{rate}, median"),
                    0.5,
                    target,
                ));
            }
        }
        self.page.set_cpu_throttle(1.0)?;
        Ok(rows)
    }

    /// Taps on answers of the 86-item checklist: until the next paint, on the main thread, and in the database.
    fn taps(&self) -> Outcome<Vec<Row>> {
        let items = data::SIZES[0];
        let mut rows = Vec::new();
        for rate in [1, 4] {
            say(&format!("tapping at CPU x{rate}"));
            let (mut taps, mut busy, mut saves) = (Figures::default(), Figures::default(), Figures::default());
            let mut memory = [String::new(), String::new()];
            for side in [Side::Ours, Side::Floor] {
                self.page.set_cpu_throttle(1.0)?;
                measure::opening(&self.page, &self.url(side, items), 1)?;
                self.page.set_cpu_throttle(f64::from(rate))?;
                let found = measure::taps(&self.page, TAPS)?;
                found.paints.iter().for_each(|paint| taps.add(side, *paint));
                busy.add(side, found.main_thread_each);
                found.saves.iter().for_each(|save| saves.add(side, *save));
                memory[usize::from(side == Side::Floor)] = measure::memory(&self.page)?;
            }
            let target = if rate == 1 { "1.1x the floor" } else { "1.5x the floor" };
            rows.push(taps.row(&format!("tap to next paint, CPU x{rate}, p50"), 0.5, target));
            rows.push(taps.row(&format!("tap to next paint, CPU x{rate}, p95"), 0.95, ""));
            rows.push(busy.row(&format!("main thread per answer, saving included, CPU x{rate}"), 0.5, ""));
            if rate == 1 {
                rows.push(saves.row("strict transaction, p95", 0.95, "10 ms"));
                let [ours, floor] = memory;
                let what = "memory with 86 items open: JavaScript heap + wasm".to_owned();
                rows.push(Row { what, ours, floor, ratio: String::new(), target: String::new() });
            }
        }
        self.page.set_cpu_throttle(1.0)?;
        Ok(rows)
    }

    /// Reads a large workbook in a worker that is started for it, from the offline store.
    fn reading(&self) -> Outcome<Row> {
        say("reading a workbook");
        let workbook = reader::workbook(reader::ROWS)?;
        self.page.goto(&self.ours)?;
        let mut figures = Figures::default();
        for _ in 0..READINGS {
            figures.add(Side::Ours, reader::read(&self.page, &workbook)?.milliseconds);
        }
        let what = format!(
            "XLSX of {} rows x {} columns read in a worker, its start and progress included, CPU x1, median",
            reader::ROWS,
            reader::COLUMNS
        );
        Ok(figures.row(&what, 0.5, "3,000 ms"))
    }

    /// Changes figures in a table: until the next paint, the table being audited anew. There is no floor.
    fn table(&self) -> Outcome<Vec<Row>> {
        let rate = 4;
        say(&format!("editing a table of {} rows at CPU x{rate}", data::TABLE_ROWS));
        self.page.set_viewport(1280, 800, false)?;
        self.page.goto("about:blank")?;
        self.page.goto(&format!("{}#/buoi/{visit}/so-lieu/bieu/{visit}", self.ours, visit = data::TABLE_VISIT))?;
        self.page.wait_for_element("[data-testid=table-grid] [data-cell='I.1/nhan_truc_tuyen']", 60.0)?;
        self.page.set_cpu_throttle(f64::from(rate))?;
        let found = measure::table(&self.page, TAPS)?;
        self.page.set_cpu_throttle(1.0)?;
        self.page.set_viewport(800, 1280, true)?;
        let mut paints = Figures::default();
        found.iter().for_each(|paint| paints.add(Side::Ours, *paint));
        let what = format!("figure in a table of {} x 11 audited and painted, CPU x{rate}", data::TABLE_ROWS);
        let row = |part: f64, name: &str, target: &str| paints.row(&format!("{what}, {name}"), part, target);
        Ok(vec![row(0.5, "p50", ""), row(0.95, "p95", "50 ms")])
    }

    /// Edits cells of the grid of dossiers: until the next paint, and until it is saved. There is no floor.
    fn grid(&self) -> Outcome<Vec<Row>> {
        let rate = 4;
        say(&format!("editing a grid of {} dossiers at CPU x{rate}", data::DOSSIERS));
        self.page.set_viewport(1280, 800, false)?;
        let url = format!("{}#/buoi/{}/ho-so", self.ours, data::GRID_VISIT);
        self.page.goto("about:blank")?;
        self.page.goto(&url)?;
        self.page.wait_for_element("[data-testid=dossier-grid] [data-active]", 60.0)?;
        self.page.set_cpu_throttle(f64::from(rate))?;
        let found = measure::grid(&self.page, TAPS)?;
        self.page.set_cpu_throttle(1.0)?;
        self.page.set_viewport(800, 1280, true)?;
        let (mut paints, mut saves, mut scrolls) = (Figures::default(), Figures::default(), Figures::default());
        found.paints.iter().for_each(|paint| paints.add(Side::Ours, *paint));
        found.saves.iter().for_each(|save| saves.add(Side::Ours, *save));
        found.scrolls.iter().for_each(|scroll| scrolls.add(Side::Ours, *scroll));
        let what = format!("edit in a grid of 10,000 dossiers to next paint, CPU x{rate}");
        Ok(vec![
            paints.row(&format!("{what}, p50"), 0.5, ""),
            paints.row(&format!("{what}, p95"), 0.95, "50 ms"),
            saves.row(&format!("the same, until it is saved and everything follows, CPU x{rate}, p95"), 0.95, ""),
            scrolls.row(&format!("the same grid scrolled by a screen, to next paint, CPU x{rate}, p95"), 0.95, ""),
        ])
    }

    /// Starts a new browser process on the same profile, offline, and opens the list; and a first visit with a server.
    fn cold_start(mut self) -> Outcome<Vec<Row>> {
        say("cold starts");
        let (mut warm, mut first) = (Figures::default(), Figures::default());
        for _ in 0..3 {
            self.browser.relaunch()?;
            self.page = self.browser.blank()?;
            self.page.before_load(measure::PROBE)?;
            warm.add(Side::Ours, measure::home(&self.page, &self.ours)?);
        }
        let server = Server::start(&build::dist(), "/", 0)?;
        for _ in 0..3 {
            let browser = Browser::launch(Options::default())?;
            let page = browser.blank()?;
            page.before_load(measure::PROBE)?;
            first.add(Side::Ours, measure::home(&page, &server.url())?);
        }
        server.stop();
        Ok(vec![
            first.row("first visit, new profile, local server, to the home page, median", 0.5, ""),
            warm.row("offline start in a new browser process, to the home page, median", 0.5, "1,000 ms"),
        ])
    }
}

fn installed(page: &Page) -> Outcome {
    let controlled = "(async () => navigator.serviceWorker.controller !== null
        && (await navigator.serviceWorker.ready).active.state === 'activated')()";
    page.wait_for(controlled, 60.0, "the service worker controls the page")
}

fn write_floor(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, text) in [("floor.css", include_str!("floor.css")), ("floor.js", include_str!("floor.js"))] {
        fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))?;
    }
    // The same service worker as the app's, so that both start from the same kind of store.
    shell::seal(folder, include_str!("floor.html"))
}

fn table(rows: &[Row]) -> String {
    let mut table = String::from(
        "# Benchmark\n\nWritten by `cargo xtask bench`. The floor is a plain page written by hand with the same items, \
         measured in turn with the app in the same browser, both from their offline store with the server gone and no frozen page in memory. An \
         opening ends with the paint after the last row came, when every row can be read and answered; the fields for notes \
         and figures of the app's rows out of sight follow within the next second. Times on \
         shared machines wander; the ratio is what counts.\n\n| What | Sổ Giám Sát | Floor | Ratio | Target |\n|---|---|---|---|---|\n",
    );
    for Row { what, ours, floor, ratio, target } in rows {
        // Writing to a text cannot fail.
        let _ = writeln!(table, "| {what} | {ours} | {floor} | {ratio} | {target} |");
    }
    table
}

impl Figures {
    fn row(&self, what: &str, at: f64, target: &str) -> Row {
        let show = |values: &[f64]| percentile(values, at).map(|value| format!("{value:.1} ms")).unwrap_or_default();
        let ratio = percentile(&self.ours, at).zip(percentile(&self.floor, at));
        Row {
            what: what.to_owned(),
            ours: show(&self.ours),
            floor: show(&self.floor),
            ratio: ratio.map(|(ours, floor)| format!("{:.2}x", ours / floor)).unwrap_or_default(),
            target: target.to_owned(),
        }
    }
}

#[cfg(test)]
mod unit {
    use super::time_of;

    #[test]
    fn a_time_is_found_by_the_whole_of_what_it_is_told_of() {
        let told = "100 tables audited: 7.0 ms\n100 tables audited again: 8.5 ms\n";
        assert_eq!(time_of(told, "100 tables audited"), Some("7.0 ms"));
        assert_eq!(time_of(told, "100 tables audited again"), Some("8.5 ms"));
        assert_eq!(time_of(told, "100 tables"), None);
    }
}
