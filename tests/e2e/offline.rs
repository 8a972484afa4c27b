//! What the app says about its use without a network, on hosts that give something else for its files.

use std::fs;

use xtask::chromium::{Browser, Options, Page};
use xtask::server::{Deed, Server};

use crate::pages::{Home, go, handle};
use crate::setup::{SOON, dist, open_app};
use crate::updates::next_build;

/// What the app says about its use without a network.
struct OfflineLine<'p>(&'p Page);

impl OfflineLine<'_> {
    fn wait_for(&self, state: &str) {
        let is = format!("document.querySelector('[data-testid=offline-ready]')?.dataset.state === '{state}'");
        if let Err(error) = self.0.wait_for(&is, SOON, &format!("the state {state}")) {
            let line = self.0.eval("document.querySelector('[data-testid=offline-ready]')?.textContent").unwrap();
            panic!("{error}; the page says {line}");
        }
    }

    fn text(&self) -> String {
        self.0.text("document.querySelector('[data-testid=offline-ready]').textContent").unwrap()
    }
}

/// The first page of a device without data.
fn wait_for_home(page: &Page) {
    page.wait_for_element(&handle("open-sample"), SOON).unwrap();
}

/// The path of a file of the app that begins and ends so.
fn file(begin: &str, end: &str) -> String {
    let files = xtask::shell::files_of(&dist()).unwrap();
    files.into_iter().find(|path| path.starts_with(begin) && path.ends_with(end)).unwrap()
}

#[test]
fn an_app_that_is_whole_says_so_and_opens_without_its_server() {
    let mut app = open_app();
    OfflineLine(&app.page).wait_for("ready");
    go(&app.page, "#/cai-dat", "#settings-offline");
    OfflineLine(&app.page).wait_for("ready");
    app.stop_server();
    app.restart("");
    wait_for_home(&app.page);
    OfflineLine(&app.page).wait_for("ready");
    let mark = "document.querySelector('.app-header__mark').naturalWidth > 0";
    app.page.wait_for(mark, SOON, "pictures come out of the cache, too").unwrap();
    app.assert_clean();
}

#[test]
fn files_that_the_app_can_do_without_keep_nothing_from_being_ready() {
    let server = Server::start(&dist(), "/", 0).unwrap();
    let is_optional = |path: &str| {
        path.ends_with(".webmanifest") || ["icons/", "schema/"].iter().any(|folder| path.starts_with(folder))
    };
    server.rewrite(move |path| is_optional(path).then_some(Deed::Missing));
    let url = server.url();
    let mut browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&url).unwrap();
    OfflineLine(&page).wait_for("ready");
    server.stop();
    browser.relaunch().unwrap();
    let page = browser.page(&url).unwrap();
    wait_for_home(&page);
    OfflineLine(&page).wait_for("ready");
}

#[test]
fn a_host_that_gives_something_else_for_a_file_is_named_and_once_it_is_mended_the_app_is_ready() {
    let page_of_app = String::new();
    let cases = [
        (file("reader/", ".wasm"), Deed::Missing, "máy chủ trả lời 404"),
        (file("parts/", ".wasm"), Deed::Page, "trang HTML"),
        (file("parts/", ".wasm"), Deed::Moved, "trang đăng nhập"),
        (file("style-", ".css"), Deed::Appended("/* seen by a proxy */"), "đã sửa nội dung"),
        (page_of_app.clone(), Deed::Appended("<!-- seen by a proxy -->"), "đã sửa nội dung"),
        (page_of_app, Deed::Minified, "đã sửa nội dung"),
        ("sw.js".to_owned(), Deed::Missing, "máy chủ trả lời 404"),
        ("sw.js".to_owned(), Deed::Page, "trang HTML"),
    ];
    let browser = Browser::launch(Options::default()).unwrap();
    for (altered, deed, sentence) in cases {
        let server = Server::start(&dist(), "/", 0).unwrap();
        let named = if altered.is_empty() { "index.html".to_owned() } else { altered.clone() };
        server.rewrite(move |path| (path == altered).then_some(deed));
        let page = browser.page(&server.url()).unwrap();
        let line = OfflineLine(&page);
        line.wait_for("not-ready");
        let said = line.text();
        assert!(said.contains(&named) && said.contains(sentence), "{named}, {deed:?}: {said}");
        server.rewrite(|_| None);
        page.click(&handle("offline-retry")).unwrap();
        line.wait_for("ready");
        page.close().unwrap();
    }
}

#[test]
fn a_first_visit_that_was_cut_goes_on_by_itself_from_what_it_has() {
    let server = Server::start(&dist(), "/", 0).unwrap();
    server.gate(|path| !path.contains("/parts/"));
    let browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&server.url()).unwrap();
    let line = OfflineLine(&page);
    line.wait_for("not-ready");
    assert!(line.text().contains("không có mạng"), "{}", line.text());
    let asked = |server: &Server| server.requests().iter().filter(|path| path.contains("/reader/")).count();
    let before = asked(&server);
    server.gate(|_| true);
    line.wait_for("ready");
    assert_eq!(asked(&server), before, "what has come is not fetched again");
}

#[test]
fn a_cache_that_was_taken_away_is_filled_again_at_the_next_visit() {
    let mut app = open_app();
    OfflineLine(&app.page).wait_for("ready");
    let empty = "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))";
    app.page.eval(empty).unwrap();
    app.page.reload().unwrap();
    OfflineLine(&app.page).wait_for("ready");
    app.stop_server();
    app.restart("");
    wait_for_home(&app.page);
    OfflineLine(&app.page).wait_for("ready");
}

#[test]
fn a_cache_that_was_taken_away_while_the_host_moved_on_is_filled_with_the_new_version() {
    let mut app = open_app();
    OfflineLine(&app.page).wait_for("ready");
    let build = "document.querySelector('meta[name=build]').content";
    let old = app.page.text(build).unwrap();
    app.server.as_ref().unwrap().set_root(&next_build(&app));
    app.page.eval("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))").unwrap();
    app.page.reload().unwrap();
    app.page.wait_for(&format!("{build} !== '{old}'"), SOON, "the page of the new version").unwrap();
    let new = app.page.text(build).unwrap();
    OfflineLine(&app.page).wait_for("ready");
    app.stop_server();
    app.restart("");
    wait_for_home(&app.page);
    assert_eq!(app.page.text(build).unwrap(), new);
    OfflineLine(&app.page).wait_for("ready");
}

#[test]
fn without_a_network_a_file_that_is_missing_is_named() {
    let mut app = open_app();
    OfflineLine(&app.page).wait_for("ready");
    let gone = file("parts/", ".wasm");
    let delete = format!(
        "(async () => {{ for (const name of await caches.keys()) await (await caches.open(name)).delete('./{gone}'); }})()"
    );
    app.page.eval(&delete).unwrap();
    app.stop_server();
    app.restart("");
    let line = OfflineLine(&app.page);
    line.wait_for("not-ready");
    assert!(line.text().contains(&gone), "{}", line.text());
}

/// Opens the app on a host that does this to its files.
fn opened(browser: &Browser, deed: impl Fn(&str) -> Option<Deed> + Send + 'static) -> (Server, Page) {
    let server = Server::start(&dist(), "/", 0).unwrap();
    server.rewrite(deed);
    let page = browser.page(&server.url()).unwrap();
    (server, page)
}

#[test]
fn a_host_that_keeps_the_app_from_starting_leaves_no_blank_page() {
    let browser = Browser::launch(Options::default()).unwrap();
    let (wasm, glue, boot) = (file("app-", ".wasm"), file("app-", ".js"), file("boot-", ".js"));
    let name = wasm.clone();
    let (_html, page) = opened(&browser, move |path| (path == name).then_some(Deed::Page));
    page.wait_for_element(".rescue", SOON).unwrap();
    let said = page.text("document.body.innerText").unwrap();
    assert!(said.contains(&wasm) && said.contains("Máy chủ trả về trang khác"), "{said}");

    let name = glue.clone();
    let (_gone, page) = opened(&browser, move |path| (path == name).then_some(Deed::Missing));
    page.wait_for_element(".rescue", SOON).unwrap();
    let said = page.text("document.body.innerText").unwrap();
    assert!(said.contains(&glue) && said.contains("404"), "{said}");

    let (_policy, page) = opened(&browser, |path| path.is_empty().then_some(Deed::Policy("default-src 'self'")));
    page.wait_for_element(".rescue", SOON).unwrap();
    let said = page.text("document.body.innerText").unwrap();
    assert!(said.contains("'wasm-unsafe-eval'"), "{said}");

    // No script runs at all: what stands in the page says what to do.
    for deed in [Deed::Policy("script-src 'none'"), Deed::Missing] {
        let name = boot.clone();
        let of_page = matches!(deed, Deed::Policy(_));
        let (_server, page) =
            opened(&browser, move |path| (if of_page { path.is_empty() } else { path == name }).then_some(deed));
        page.wait_for("document.body.innerText.includes('Nếu dòng này không mất đi')", SOON, "the sentence").unwrap();
        assert_eq!(page.eval("document.querySelector('main') === null").unwrap(), true);
    }
}

#[test]
fn a_page_that_a_host_minifies_or_adds_to_starts_the_app() {
    let browser = Browser::launch(Options::default()).unwrap();
    for deed in [Deed::Minified, Deed::Appended("<!-- seen -->")] {
        let (_server, page) = opened(&browser, move |path| path.is_empty().then_some(deed));
        wait_for_home(&page);
        assert_eq!(page.eval("document.getElementById('opening') === null").unwrap(), true);
        Home(&page).open_sample();
    }
}

#[test]
fn data_is_asked_for_by_a_name_that_no_other_version_has() {
    let app = open_app();
    go(&app.page, "#/lich", "#received");
    let data: Vec<String> = app.page.report().requests.iter().filter(|url| url.contains("/data/")).cloned().collect();
    assert!(!data.is_empty());
    let built = fs::read_dir(dist().join("data")).unwrap().flatten();
    let names: Vec<String> = built.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    for url in data {
        let name = url.rsplit('/').next().unwrap();
        assert!(names.iter().any(|built| built == name), "{url} is not among {names:?}");
        let hash = name.trim_end_matches(".json").rsplit('-').next().unwrap();
        assert!(hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{url}");
    }
}
