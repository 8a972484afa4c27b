//! The kill test: a robot edits, the browser is killed at a random instant, and every edit whose save was acknowledged must
//! be there, on each page where something is entered. `KILLS` sets the rounds, `SEED` repeats a run.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;
use xtask::chromium::Report;

use crate::grid::sample_with_dossiers;
use crate::pages::{Home, go, handle, wait_for_saved};
use crate::setup::{Chance, Opened, SOON, open_app, poll};

/// What the robot does on each page; it must be there in every document.
const HAND: &str = include_str!("kill.js");

/// The visit of the sample that is worked on.
const VISIT: &str = "#/buoi/krong-pa-2023-01-ubnd-huyen";

/// The fields of a page with their values.
type Shown = BTreeMap<String, String>;

/// What a field may hold after a kill: what was acknowledged last, or an edit made after that.
type Expected = BTreeMap<String, Vec<String>>;

/// Reads the robot's tale: what must be there, and how many edits were told and acknowledged.
fn expected(start: &Shown, report: &Report) -> (Expected, usize, usize) {
    let acknowledged = |shown: &Shown| -> Expected {
        shown.iter().map(|(field, value)| (field.clone(), vec![value.clone()])).collect()
    };
    let mut expected = acknowledged(start);
    let (mut edits, mut saves) = (0, 0);
    for (_, text) in &report.calls {
        let told: BTreeMap<String, Shown> = serde_json::from_str(text).unwrap();
        if let Some(shown) = told.get("saved") {
            saves += 1;
            expected = acknowledged(shown);
        }
        for (field, value) in told.get("edit").into_iter().flatten() {
            edits += 1;
            // What was not there before an edit may not be there after it.
            expected.entry(field.clone()).or_insert_with(|| vec![String::new()]).push(value.clone());
        }
    }
    (expected, edits, saves)
}

/// Whether an edit was told, and after it what is saved.
fn has_acknowledged(report: &Report) -> bool {
    let mut told = report.calls.iter().skip_while(|(_, text)| !text.starts_with("{\"edit\""));
    told.any(|(_, text)| text.starts_with("{\"saved\""))
}

/// Waits until a page is there, and has come to rest; gives what it shows.
fn shown(app: &Opened, name: &str) -> Shown {
    let rests = format!(
        "(async () => {{ if (!window.hand?.isReady('{name}')) return false; const before = JSON.stringify(hand.read('{name}'));
        await new Promise((done) => setTimeout(done, 300));
        return hand.isReady('{name}') && JSON.stringify(hand.read('{name}')) === before; }})()"
    );
    app.page.wait_for(&rests, SOON, &format!("the page of the {name} rests")).unwrap();
    let read: Value = app.page.eval(&format!("hand.read('{name}')")).unwrap();
    serde_json::from_value(read).unwrap()
}

/// A delegation with something to edit on each page; gives each page's name and place.
fn furnish(app: &Opened) -> Vec<(&'static str, String)> {
    let file = app.folder.join("sample.json");
    std::fs::write(&file, sample_with_dossiers(5).to_string()).unwrap();
    Home(&app.page).import(&file).confirm();
    let mandate = app.place();
    go(&app.page, &format!("{VISIT}/niem-yet"), "#posting-code");
    app.page.eval("document.querySelector('#posting-code').closest('details').open = true").unwrap();
    for code in ["1.003003", "2.000815"] {
        app.page.fill("#posting-code", code).unwrap();
        app.page.fill("#posting-name", "Chứng thực bản sao").unwrap();
        app.page.press("Enter").unwrap();
        app.page.wait_for_element(&format!("[data-procedure='{code}']"), SOON).unwrap();
    }
    go(&app.page, &format!("{VISIT}/so-lieu/moi"), "[data-kind='igate']");
    app.page.click("[data-kind='igate']").unwrap();
    app.page.wait_for_element(&handle("row-add"), SOON).unwrap();
    app.page.click(&handle("row-add")).unwrap();
    app.page.wait_for("document.activeElement.matches('[data-named] > input')", SOON, "the name is edited").unwrap();
    app.page.type_text("UBND xã Uar\n").unwrap();
    app.page.wait_for_element("[data-cell]", SOON).unwrap();
    wait_for_saved(&app.page);
    let table = app.place();
    let below = |place: &str| format!("{VISIT}{place}");
    vec![
        ("checklist", below("")),
        ("dossier", below("/ho-so/d00001")),
        ("grid", below("/ho-so")),
        ("posting", below("/niem-yet")),
        ("table", table),
        ("findings", below("/ton-tai")),
        ("mandate", mandate),
    ]
}

/// Opens the app again at a place, with the robot in it.
fn restart(app: &mut Opened, place: &str) {
    app.browser.relaunch().unwrap();
    app.page = app.browser.blank().unwrap();
    app.page.set_viewport(1280, 800, false).unwrap();
    app.page.before_load(HAND).unwrap();
    app.page.goto(&format!("{}{place}", app.url)).unwrap();
}

#[test]
fn no_acknowledged_edit_is_lost_on_any_page_when_the_browser_is_killed() {
    let kills: usize = std::env::var("KILLS").map_or(20, |kills| kills.parse().unwrap());
    let mut chance = Chance::seeded();
    let mut app = open_app();
    app.page.set_viewport(1280, 800, false).unwrap();
    let pages = furnish(&app);
    let (mut all_edits, mut all_saves, mut lost) = (0, BTreeMap::<&str, usize>::new(), Vec::new());
    let began = Instant::now();
    for round in 0..kills {
        let (name, place) = &pages[round % pages.len()];
        restart(&mut app, place);
        let start = shown(&app, name);
        app.page.bind("told").unwrap();
        app.page.eval(&format!("hand.begin('{name}', {})", 1 + chance.below((1 << 31) - 2))).unwrap();
        // A kill before anything was acknowledged would show nothing.
        let acknowledged = poll(SOON, || has_acknowledged(&app.page.report()).then_some(()));
        if acknowledged.is_none() {
            let status = app.page.text("document.querySelector('[data-testid=save-status]')?.dataset.state").unwrap();
            let report = app.page.report();
            let (calls, errors) = (report.calls.last(), &report.errors);
            panic!("round {round}, {name}: no edit is acknowledged: {status}, {calls:?}, {errors:?}");
        }
        // The moment of the kill is what is tried: it comes by chance, and nothing is waited for. Acknowledgements are taken
        // out of the page while it lives.
        let end = Instant::now() + Duration::from_millis(chance.below(3_000));
        while Instant::now() < end {
            app.page.listen();
        }
        app.browser.kill_hard();
        let (expected, edits, saves) = expected(&start, &app.page.report());
        restart(&mut app, place);
        let found = shown(&app, name);
        for (field, values) in expected {
            let found = found.get(&field).cloned().unwrap_or_default();
            if !values.contains(&found) {
                lost.push(format!("round {round}, {name}: {field}: {found:?} instead of {values:?}"));
            }
        }
        all_edits += edits;
        *all_saves.entry(name).or_default() += saves;
    }
    println!(
        "{kills} kills, {} lost; {all_edits} edits, acknowledged {all_saves:?}, {:.0} s",
        lost.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    let silent: Vec<_> = all_saves.iter().filter(|(_, saves)| **saves < 2).collect();
    assert!(kills < 20 || silent.is_empty(), "hardly acknowledged: {silent:?}");
}
