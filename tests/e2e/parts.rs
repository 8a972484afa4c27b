//! Parts of the app that are fetched when one first goes there.

use xtask::chromium::{Browser, Options};
use xtask::server::Server;

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
