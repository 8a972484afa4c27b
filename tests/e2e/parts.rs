//! Parts of the app that are fetched when one first goes there.

use std::collections::{BTreeSet, HashSet};
use std::sync::Mutex;

use xtask::chromium::{Browser, Options, Page};
use xtask::server::{Deed, Server};

use crate::pages::{Home, handle};
use crate::setup::{SOON, dist, open_app};

/// The button that tries again.
const AGAIN: &str = ".not-found button";

/// A field that only the page of the calendar has.
const CALENDAR: &str = "#received";

#[test]
fn a_part_is_not_asked_for_before_one_goes_there_and_is_there_without_a_network() {
    let mut app = open_app();
    let asked = app.page.report().requests.iter().filter(|url| url.contains("/parts/")).count();
    assert_eq!(asked, 0, "the first load does without the parts");
    app.stop_server();
    app.restart("#/lich");
    app.page.wait_for_element(CALENDAR, SOON).unwrap();
    app.assert_clean();
}

#[test]
fn a_part_that_cannot_be_fetched_is_said_and_tried_again_while_the_rest_goes_on() {
    let server = Server::start(&dist(), "/", 0).unwrap();
    // Without its parts the offline store is not filled, so nothing stands between the page and the network.
    server.gate(|path| !path.contains("/parts/"));
    let browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&format!("{}#/lich", server.url())).unwrap();
    page.wait_for_element(AGAIN, SOON).unwrap();
    assert_ne!(page.text("document.querySelector('main [role=alert]').innerText").unwrap(), "");

    page.eval("location.hash = '#/'").unwrap();
    page.wait_for_element(&handle("open-sample"), SOON).unwrap();
    page.click(&handle("open-sample")).unwrap();
    page.wait_for_element(".notice", SOON).unwrap();
    page.eval("location.hash = '#/lich'").unwrap();
    page.wait_for_element(AGAIN, SOON).unwrap();
    server.gate(|_| true);
    page.click(AGAIN).unwrap();
    page.wait_for_element(CALENDAR, SOON).unwrap();
    page.eval("location.hash = '#/'").unwrap();
    page.wait_for_element(&handle("open-sample"), SOON).unwrap();
    Home(&page).open_sample();
    assert!(page.take_errors().iter().all(|error| error.contains("/parts/") || error.contains("fetch")));
}

/// A place of each part.
const PLACES: [&str; 4] = ["#/lich", "#/giam-sat/moi", "#/buoi/v/lay-mau", "#/buoi/v/so-lieu"];

/// Waits until the part that draws the place is there.
fn wait_for_part(page: &Page) {
    let drawn = "['#opening', '.part-comes'].every((sign) => document.querySelector(sign) === null)";
    page.wait_for(drawn, SOON, "the part is there").unwrap();
    assert!(page.eval("document.querySelector('.not-found [role=alert]') === null").unwrap().as_bool().unwrap());
}

/// The parts that the page asked for, in order.
fn asked(page: &Page) -> Vec<String> {
    let report = page.report();
    let files = report.requests.iter().filter_map(|url| url.split_once("/parts/").map(|(_, file)| file.to_owned()));
    files.collect()
}

#[test]
fn the_parts_of_the_address_come_beside_the_main_module_each_once() {
    let server = Server::start(&dist(), "/", 0).unwrap();
    let browser = Browser::launch(Options::default()).unwrap();
    for place in PLACES {
        let page = browser.blank().unwrap();
        page.listen();
        page.goto(&format!("{}{place}", server.url())).unwrap();
        wait_for_part(&page);
        let asked = asked(&page);
        let files: BTreeSet<&str> = asked.iter().map(String::as_str).collect();
        assert_eq!(files.len(), asked.len(), "{place}: a part is fetched twice");
        let clauses = page.text("document.querySelector('meta[name=parts]').content").unwrap();
        let listed = clauses.split("; ").map(|clause| clause.split_once(": ").unwrap().1);
        let listed = listed.map(|files| files.split(' ').map(|file| file.trim_start_matches("parts/")).collect());
        let listed: Vec<BTreeSet<&str>> = listed.collect();
        assert!(listed.contains(&files), "{place} is drawn by {files:?}, which is not what the page lists");
        let left = page.eval("window.soGiamSatBegun.size").unwrap();
        assert_eq!(left.as_u64(), Some(0), "{place}: something was begun that nobody asked for");
        page.close().unwrap();
    }
}

#[test]
fn what_fails_as_the_page_opens_is_asked_for_once_more() {
    let server = Server::start(&dist(), "/", 0).unwrap();
    let failed: Mutex<HashSet<String>> = Mutex::default();
    let fails = move |path: &str| path.ends_with(".wasm") && failed.lock().unwrap().insert(path.to_owned());
    server.rewrite(move |path| fails(path).then_some(Deed::Missing));
    let browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&format!("{}#/buoi/v", server.url())).unwrap();
    wait_for_part(&page);
    let asked = asked(&page);
    let files: BTreeSet<&String> = asked.iter().collect();
    assert_eq!(asked.len(), 2 * files.len(), "each part once more, and no more");
}
