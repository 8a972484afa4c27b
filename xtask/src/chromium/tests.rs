use std::path::PathBuf;
use std::time::Instant;

use super::*;
use crate::server::Server;

/// A folder with one page and its server; gone at the end.
struct Site {
    folder: PathBuf,
    server: Server,
}

impl Site {
    fn new(page: &str) -> Self {
        let folder = temporary();
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), format!("<!DOCTYPE html><meta charset=utf-8>{page}")).unwrap();
        let server = Server::start(&folder, "/", 0).unwrap();
        Self { folder, server }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn open(page: &str) -> (Site, Browser, Page) {
    let site = Site::new(page);
    let browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&site.server.url()).unwrap();
    (site, browser, page)
}

#[test]
fn expressions_have_values_promises_are_awaited_and_exceptions_are_errors() {
    let (_site, _browser, page) = open("<title>một</title>");
    assert_eq!(page.text("document.title").unwrap(), "một");
    assert_eq!(
        page.eval("new Promise((done) => setTimeout(() => done({ a: [1, null] }), 50))").unwrap(),
        json!({ "a": [1, null] })
    );
    assert!(page.eval("nothing.at.all").unwrap_err().contains("ReferenceError: nothing is not defined"));
    assert!(page.eval("Promise.reject(new Error('no'))").unwrap_err().contains("Error: no"));
    let error = page.wait_for("document.title === 'hai'", 0.2, "the second title").unwrap_err();
    assert!(error.contains("waited 0.2 s in vain: the second title"), "{error}");
    page.eval("setTimeout(() => { document.title = 'hai' }, 100)").unwrap();
    page.wait_for("document.title === 'hai'", 5.0, "the second title").unwrap();
    page.reload().unwrap();
    assert_eq!(page.text("document.title").unwrap(), "một");
}

#[test]
fn mouse_touch_and_keys_reach_the_page() {
    let (site, browser, page) = open(
        "<div style='height:3000px'></div><button id=b onclick='this.textContent += event.isTrusted'>x</button>
         <label for=r>Đạt</label><input id=r type=radio style='opacity:0;width:1px'><input id=t><input id=d type=date>
         <textarea id=n></textarea><input id=f type=file>
         <script>addEventListener('keydown', (e) => window.last = `${e.ctrlKey}${e.shiftKey}${e.key}`);
         addEventListener('touchstart', () => window.touched = true)</script>",
    );
    page.click("#b").unwrap();
    assert_eq!(page.text("b.textContent").unwrap(), "xtrue");
    page.tap("#b").unwrap();
    page.wait_for("window.touched && b.textContent === 'xtruetrue'", 5.0, "the tap").unwrap();
    page.click("#r").unwrap();
    assert_eq!(page.eval("r.checked").unwrap(), json!(true));
    page.fill("#t", "một").unwrap();
    page.fill("#t", "hai").unwrap();
    page.fill("#d", "2026-11-21").unwrap();
    page.click("#n").unwrap();
    page.type_text("Thiếu giấy,\nsố 7").unwrap();
    let values = page.eval("[t.value, d.value, n.value]").unwrap();
    assert_eq!(values, json!(["hai", "2026-11-21", "Thiếu giấy,\nsố 7"]));
    page.press("Control+Shift+Z").unwrap();
    assert_eq!(page.text("window.last").unwrap(), "truetrueZ");
    page.upload("#f", &site.folder.join("index.html")).unwrap();
    assert_eq!(page.text("f.files[0].name").unwrap(), "index.html");
    let error = page.centre_within("#absent", Duration::from_millis(200)).unwrap_err();
    assert!(error.contains("#absent cannot be clicked: it is not there"), "{error}");
    drop(browser);
}

#[test]
fn errors_requests_and_calls_are_reported() {
    let (site, _browser, page) = open(
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'self' 'unsafe-inline'\">
         <script>console.error('kêu', 1); setTimeout(() => { throw new Error('lost') })</script>
         <img src='http://example.invalid/x.png'>",
    );
    page.wait_for("document.readyState === 'complete'", 5.0, "the page").unwrap();
    page.bind("told").unwrap();
    page.eval("told('saved')").unwrap();
    for expected in ["console: kêu 1", "Error: lost", "content security policy"] {
        let is_reported = |page: &Page| Ok(page.report().errors.iter().any(|error| error.contains(expected)));
        page.until(expected, Duration::from_secs(10), is_reported).unwrap();
    }
    let report = page.report();
    assert!(report.requests.contains(&site.server.url()), "{:?}", report.requests);
    assert_eq!(report.calls, [("told".to_owned(), "saved".to_owned())]);
}

#[test]
fn a_killed_browser_keeps_what_was_written_strictly_and_starts_again() {
    let site = Site::new("<p>x");
    let mut browser = Browser::launch(Options::default()).unwrap();
    let page = browser.page(&site.server.url()).unwrap();
    let open = "new Promise((done, fail) => { const r = indexedDB.open('d'); r.onerror = fail;
        r.onupgradeneeded = () => r.result.createObjectStore('s'); r.onsuccess = () => done(r.result) })";
    page.eval(&format!(
        "{open}.then((d) => new Promise((done) => {{ const t = d.transaction('s', 'readwrite', {{ durability: 'strict' }});
         t.objectStore('s').put('kept', 1); t.oncomplete = done }})).then(() => true)"
    ))
    .unwrap();
    let started = Instant::now();
    browser.kill_hard();
    assert!(started.elapsed().as_secs_f64() < 5.0);
    assert!(page.eval("1").is_err());
    assert!(browser.page("about:blank").is_err());
    browser.relaunch().unwrap();
    let page = browser.page(&site.server.url()).unwrap();
    let read = format!(
        "{open}.then((d) => new Promise((done) => {{ const r = d.transaction('s').objectStore('s').get(1);
         r.onsuccess = () => done(r.result) }}))"
    );
    assert_eq!(page.text(&read).unwrap(), "kept");
    let profile = browser.profile().to_path_buf();
    drop(browser);
    assert!(!profile.exists());
}

#[test]
fn the_device_is_what_it_is_set_to_be() {
    let (site, browser, page) = open("<a id=a download=x.txt href='data:text/plain,abc'>x</a>");
    page.set_viewport(600, 900, true).unwrap();
    page.set_dark(true).unwrap();
    page.set_cpu_throttle(2.0).unwrap();
    page.reload().unwrap();
    let seen = page.eval("[screen.width, matchMedia('(prefers-color-scheme: dark)').matches]").unwrap();
    assert_eq!(seen, json!([600, true]));
    let picture = site.folder.join("picture.png");
    page.screenshot(&picture).unwrap();
    assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
    assert!(page.metrics().unwrap()["JSHeapUsedSize"] > 0.0);
    browser.set_download_dir(&site.folder).unwrap();
    page.set_viewport(600, 900, false).unwrap();
    page.click("#a").unwrap();
    let file = site.folder.join("x.txt");
    let is_whole = |_: &Page| Ok(fs::read(&file).is_ok_and(|found| found == b"abc"));
    page.until("the file is saved", Duration::from_secs(10), is_whole).unwrap();
}
