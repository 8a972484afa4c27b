//! A robot does anything, anywhere, in two tabs of one profile: the app never traps, and always answers. `STEPS` sets how
//! many steps, `SEED` repeats a run as far as its decisions go, `SLOW_MS` is how long a page may take to answer.

use std::time::Instant;

use serde_json::Value;
use xtask::chromium::Page;

use crate::pages::Home;
use crate::setup::{Chance, SOON, open_app, poll};

/// Steps between two looks from outside.
const BATCH: u64 = 40;

/// How long a batch may take before the page counts as one that does not answer, in seconds.
const PATIENCE: f64 = 60.0;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |number| number.parse().unwrap())
}

/// Waits until the app stands on the page again.
fn wait_for_app(page: &Page) {
    page.wait_for(
        "window.robot && document.querySelector('main .page, main .visit, main .not-found, .rescue') !== null",
        SOON,
        "the app",
    )
    .unwrap();
}

/// What became of a batch: how many steps, and how long the slowest took.
struct Tale {
    done: u64,
    slowest: (u64, String),
}

/// Follows a batch to its end; what is wrong is told with the last steps.
fn follow(page: &Page, tab: usize) -> Result<Tale, String> {
    let mut last = Value::Null;
    let ended = poll(PATIENCE, || look(page, tab, &mut last));
    ended.unwrap_or_else(|| Err(wrong(tab, &last, "it does not answer")))
}

/// What became of a batch that has ended; `last` is what was told last.
fn look(page: &Page, tab: usize, last: &mut Value) -> Option<Result<Tale, String>> {
    // A page that goes elsewhere loses its robot: the steps up to then count.
    let Ok(tale) = page.eval("window.robot?.tale ?? null") else {
        return Some(Ok(Tale { done: 0, slowest: (0, String::new()) }));
    };
    if tale.is_null() {
        wait_for_app(page);
        return Some(Ok(Tale { done: last["done"].as_u64().unwrap_or_default(), slowest: (0, String::new()) }));
    }
    *last = tale;
    let errors = page.report().errors.join("\n");
    if !errors.is_empty() {
        return Some(Err(wrong(tab, last, &format!("errors on the page: {errors}"))));
    }
    match last["end"].as_str()? {
        "done" => {
            let slowest = last["slowest"][0].as_u64().unwrap_or_default();
            let of = last["slowest"][1].as_str().unwrap_or_default().to_owned();
            Some(Ok(Tale { done: last["done"].as_u64().unwrap_or_default(), slowest: (slowest, of) }))
        }
        end => Some(Err(wrong(tab, last, end))),
    }
}

fn wrong(tab: usize, tale: &Value, what: &str) -> String {
    let steps: Vec<&str> = tale["steps"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    format!("tab {tab}: {what}\nthe last steps:\n{}", steps.join("\n"))
}

#[test]
fn whatever_is_tapped_and_typed_the_app_does_not_trap_and_answers() {
    let (steps, limit) = (number("STEPS", 2_000), number("SLOW_MS", 5_000));
    let mut chance = Chance::seeded();
    let app = open_app();
    app.downloads();
    Home(&app.page).open_sample();
    let address = app.page.text("location.href").unwrap();
    let tabs = [&app.page, &app.browser.page(&address).unwrap()];
    for page in tabs {
        page.before_load(include_str!("robot.js")).unwrap();
        page.reload().unwrap();
        wait_for_app(page);
    }
    let (mut done, mut slow, mut slowest) = (0, 0, (0, String::new()));
    let began = Instant::now();
    while done < steps {
        // Both work at the same time: what one writes comes to the other in the middle of its steps.
        for page in tabs {
            page.eval(&format!("void robot.run({}, {BATCH})", 1 + chance.below((1 << 31) - 2))).unwrap();
        }
        for (tab, page) in tabs.into_iter().enumerate() {
            let tale = follow(page, tab).unwrap_or_else(|wrong| panic!("after {done} steps: {wrong}"));
            done += tale.done;
            slow += u64::from(tale.slowest.0 > 1_000);
            if tale.slowest.0 > slowest.0 {
                slowest = tale.slowest;
            }
        }
        for page in tabs {
            match chance.below(8) {
                0 => page.reload().unwrap(),
                1 => page.goto(&address).unwrap(),
                _ => continue,
            }
            wait_for_app(page);
        }
    }
    println!(
        "{done} steps in {:.0} s; {slow} batches with an answer above a second, the slowest {} ms: {}",
        began.elapsed().as_secs_f64(),
        slowest.0,
        slowest.1
    );
    assert!(slowest.0 < limit, "{} ms: {}", slowest.0, slowest.1);
}
