//! The app in several folders of one host.

use std::fs;

use xtask::chromium::{Browser, Options, Page, temporary};
use xtask::server::Server;

use crate::pages::{Home, handle};
use crate::setup::{SOON, dist, wait_for_files};
use crate::updates::copy;

/// A host with the app at its root and in two folders.
fn host() -> (std::path::PathBuf, Server) {
    let folder = temporary();
    for place in ["", "huyen-a", "huyen-b"] {
        copy(&dist(), &folder.join(place));
    }
    let server = Server::start(&folder, "/", 0).unwrap();
    (folder, server)
}

fn home(browser: &Browser, server: &Server, folder: &str) -> Page {
    let page = browser.page(&format!("{}{folder}", server.url())).unwrap();
    page.wait_for_element(&handle("open-sample"), SOON).unwrap();
    page
}

#[test]
fn two_folders_of_one_host_share_neither_data_nor_preferences() {
    let (folder, server) = host();
    let browser = Browser::launch(Options::default()).unwrap();
    let first = home(&browser, &server, "huyen-a/");
    Home(&first).open_sample().wait();
    first.eval("location.hash = '#/cai-dat'").unwrap();
    first.wait_for_element("#person", SOON).unwrap();
    first.fill("#person", "Thư ký đoàn").unwrap();

    let second = home(&browser, &server, "huyen-b/");
    assert_eq!(second.eval("document.querySelector('.welcome') !== null").unwrap(), true, "nothing is here yet");
    assert_eq!(second.eval("document.querySelector('[data-testid=shared-data]') === null").unwrap(), true);
    second.eval("location.hash = '#/cai-dat'").unwrap();
    second.wait_for_element("#person", SOON).unwrap();
    assert_eq!(second.text("document.querySelector('#person').value").unwrap(), "");

    first.eval("location.hash = '#/'").unwrap();
    first.wait_for_element("[data-supervision]", SOON).unwrap();
    let names = first.text("indexedDB.databases().then((all) => all.map(({ name }) => name).sort().join())").unwrap();
    assert_eq!(names, "so-giam-sat /huyen-a/,so-giam-sat /huyen-b/");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_folder_without_data_hands_out_what_the_root_of_the_host_keeps() {
    let (folder, server) = host();
    let browser = Browser::launch(Options::default()).unwrap();
    let root = home(&browser, &server, "");
    Home(&root).open_sample().wait();
    let page = home(&browser, &server, "huyen-b/");
    page.wait_for_element(&handle("shared-data"), SOON).unwrap();
    let downloads = folder.join("downloads");
    browser.set_download_dir(&downloads).unwrap();
    page.click("[data-testid=shared-data] [data-testid=rescue]").unwrap();
    let file = wait_for_files(&downloads, ".json", 1).remove(0);
    let records: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    assert_eq!(records["supervisions"].as_object().unwrap().len(), 1);
    fs::remove_dir_all(folder).unwrap();
}
