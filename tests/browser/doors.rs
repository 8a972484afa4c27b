//! The small doors: clock, ids, preferences, files, other tabs, updates, the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use so_giam_sat::browser::files::{self, FileError};
use so_giam_sat::browser::listener::Listener;
use so_giam_sat::browser::offline::{self, HostAnswer, MissingFile, Obstacle, Readiness};
use so_giam_sat::browser::preferences::{self, MAX_CHARACTERS, Seen, Theme};
use so_giam_sat::browser::tabs::{Notice, Tabs};
use so_giam_sat::browser::timer::Timer;
use so_giam_sat::browser::{clock, page, persistence, random, updates};
use so_giam_sat::domain::id::{SupervisionId, VisitId};
use so_giam_sat::words::Lang;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

use crate::tricks::{Patch, run, run_and_wait, timer, wait_until};

#[wasm_bindgen_test]
fn the_clock_says_what_the_browser_says() {
    let before = run("Date.now()").as_f64().unwrap();
    let now = clock::now();
    let after = run("Date.now()").as_f64().unwrap();
    let milliseconds = now.timestamp_millis() as f64;
    assert!(before <= milliseconds && milliseconds <= after);
    assert_eq!(now.timestamp_subsec_nanos() % 1_000_000, 0, "to the millisecond");
    let today =
        "(d => [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-'))";
    assert_eq!(clock::today().to_string(), run(&format!("{today}(new Date())")).as_string().unwrap());
}

#[wasm_bindgen_test]
fn ids_are_uuids_that_the_domain_takes() {
    let id = random::id();
    let pattern = "/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/";
    assert_eq!(run(&format!("{pattern}.test('{id}')")), true, "{id}");
    assert!(SupervisionId::new(id.clone()).is_ok());
    assert_ne!(id, random::id());
}

#[wasm_bindgen_test]
fn preferences_are_kept_and_broken_ones_are_the_default() {
    run("localStorage.clear()");
    assert_eq!((preferences::lang(), preferences::theme()), (Lang::Vi, Theme::System));
    assert_eq!(preferences::person(), "");
    preferences::set_lang(Lang::En);
    preferences::set_theme(Theme::Dark);
    preferences::set_person("Nguyễn Thị Ánh");
    preferences::set_device(&"ố".repeat(MAX_CHARACTERS + 50));
    assert_eq!((preferences::lang(), preferences::theme()), (Lang::En, Theme::Dark));
    assert_eq!(preferences::person(), "Nguyễn Thị Ánh");
    assert_eq!(preferences::device(), "ố".repeat(MAX_CHARACTERS));
    for key in ["lang", "theme", "person", "device"] {
        run(&format!("localStorage.setItem('so-giam-sat.{key}', '{{broken')"));
    }
    assert_eq!((preferences::lang(), preferences::theme()), (Lang::Vi, Theme::System));
    assert_eq!((preferences::person(), preferences::device()), (String::new(), String::new()));
    let _patch = Patch::without("localStorage");
    preferences::set_person("nobody");
    assert_eq!(preferences::person(), "", "where storage is forbidden");
}

#[wasm_bindgen_test]
fn what_was_seen_is_kept_outside_the_database_by_the_folder_of_the_app() {
    run("localStorage.clear()");
    assert_eq!(preferences::seen(), Seen::default());
    let seen = Seen { supervisions: 2, visits: 7, on: Some(clock::today()) };
    preferences::set_seen(seen);
    assert_eq!(preferences::seen(), seen);
    assert_eq!(run("Object.keys(localStorage).join()").as_string().unwrap(), format!("{}.seen", page::kept_name()));
}

fn file(bytes: &[u8]) -> File {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), "so.json").unwrap()
}

#[wasm_bindgen_test]
async fn a_file_is_read_up_to_the_limit() {
    assert_eq!(files::read(&file(b"so so"), 5).await, Ok(b"so so".to_vec()));
}

#[wasm_bindgen_test]
async fn a_file_beyond_the_limit_is_not_read() {
    let body = "throw new Error('it must not be read');";
    let _patch = Patch::method("Blob", "arrayBuffer", body);
    assert_eq!(files::read(&file(b"so so"), 4).await, Err(FileError::TooLarge { size: 5, limit: 4 }));
}

#[wasm_bindgen_test]
async fn a_download_has_its_name_and_its_bytes() {
    {
        let _patch = Patch::method("HTMLAnchorElement", "click", "window.clicked = this;");
        files::download("Phiếu 01.csv", "text/csv", "Đạt;100 %".as_bytes()).unwrap();
    }
    assert_eq!(run("clicked.download").as_string().unwrap(), "Phiếu 01.csv");
    assert_eq!(run_and_wait("fetch(clicked.href).then(file => file.text())").await, "Đạt;100 %");
    assert_eq!(run_and_wait("fetch(clicked.href).then(file => file.headers.get('content-type'))").await, "text/csv");
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_part_of_the_app_is_named() {
    let result = files::bundled("/data/none.json").await;
    assert!(matches!(&result, Err(FileError::Absent { path, .. }) if path == "/data/none.json"), "{result:?}");
}

#[wasm_bindgen_test]
async fn tabs_hear_each_other_and_not_themselves() {
    let heard: [Rc<RefCell<Vec<Notice>>>; 3] = Default::default();
    let join = |which: usize| {
        let heard = Rc::clone(&heard[which]);
        Tabs::join(move |notice| heard.borrow_mut().push(notice))
    };
    let (one, two, three) = (join(0), join(1), join(2));
    let changed = Notice::VisitChanged(VisitId::new("v-1").unwrap());
    one.announce(&changed);
    one.announce(&Notice::LibraryChanged);
    run(
        "{ const odd = new BroadcastChannel('so-giam-sat'); odd.postMessage('visit:'); odd.postMessage({}); odd.close(); }",
    );
    // A line keeps the order of its messages: who hears this one has heard all that there was to hear before it.
    three.announce(&Notice::ReferencesChanged);
    let has_heard = |which: usize, last: Notice| {
        let heard = Rc::clone(&heard[which]);
        move || heard.borrow().last() == Some(&last)
    };
    wait_until("one hears three", has_heard(0, Notice::ReferencesChanged)).await;
    wait_until("two hears three", has_heard(1, Notice::ReferencesChanged)).await;
    assert_eq!(*heard[0].borrow(), [Notice::ReferencesChanged]);
    assert_eq!(*heard[1].borrow(), [changed, Notice::LibraryChanged, Notice::ReferencesChanged]);
    drop(two);
    one.announce(&Notice::DraftsChanged);
    wait_until("three hears one", has_heard(2, Notice::DraftsChanged)).await;
    assert_eq!(heard[1].borrow().len(), 3, "who hung up hears nothing");
}

#[wasm_bindgen_test]
fn updates_are_heard_and_accepted() {
    let count = Rc::new(Cell::new(0));
    let waiting = Rc::clone(&count);
    let listener = updates::on_waiting(move || waiting.set(waiting.get() + 1));
    let accepted = Rc::clone(&count);
    let window = web_sys::window().unwrap();
    let accept = Listener::on(window, "so-giam-sat:update-accept", move |_| accepted.set(accepted.get() + 10));
    run("window.dispatchEvent(new Event('so-giam-sat:update-waiting'))");
    updates::accept();
    assert_eq!(count.get(), 11);
    drop((listener, accept));
    run("window.dispatchEvent(new Event('so-giam-sat:update-waiting'))");
    updates::accept();
    assert_eq!(count.get(), 11, "a dropped listener hears nothing");
}

#[wasm_bindgen_test]
fn what_the_page_found_out_about_its_files_is_heard() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let found = Rc::clone(&heard);
    let _listener = offline::on_change(move |readiness| found.borrow_mut().push(readiness));
    assert_eq!(offline::readiness(), Readiness::Installing, "nothing is promised before it is known");
    let tell = |state: &str| {
        run(&format!("window.soGiamSatOffline = {state}; window.dispatchEvent(new Event('so-giam-sat:offline'))"));
        heard.borrow().last().cloned().unwrap()
    };
    assert_eq!(tell("{ state: 'ready' }"), Readiness::Ready);
    let whys = ["status", "moved", "html", "altered", "version", "full", "unreachable"];
    let files: String = whys.iter().map(|why| format!("{{ path: 'a.wasm', why: '{why}', status: 404 }},")).collect();
    let answers = [
        HostAnswer::Status(404),
        HostAnswer::Moved,
        HostAnswer::Page,
        HostAnswer::Altered,
        HostAnswer::OtherVersion,
        HostAnswer::NoRoom,
        HostAnswer::Nothing,
    ];
    let missing = answers.map(|answer| MissingFile { path: "a.wasm".to_owned(), answer });
    let told = tell(&format!("{{ state: 'not-ready', why: 'files', files: [{files}] }}"));
    assert_eq!(told, Readiness::NotReady(Obstacle::Files(missing.into())));
    let refused = Obstacle::Refused { detail: "no".to_owned() };
    assert_eq!(tell("{ state: 'not-ready', why: 'refused', detail: 'no' }"), Readiness::NotReady(refused));
    assert_eq!(tell("{ state: 'not-ready', why: 'insecure' }"), Readiness::NotReady(Obstacle::Insecure));
    assert_eq!(tell("{ state: 'not-ready', why: 'unsupported' }"), Readiness::NotReady(Obstacle::Unsupported));
    run("delete window.soGiamSatOffline");
}

#[wasm_bindgen_test]
async fn the_address_is_read_set_and_listened_to() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let places = Rc::clone(&heard);
    let _listener = page::on_hash_change(move |place| places.borrow_mut().push(place));
    page::set_hash("visit/v1");
    wait_until("the first change is heard", || heard.borrow().len() == 1).await;
    assert_eq!(page::hash(), "visit/v1");
    page::set_hash("");
    wait_until("the second change is heard", || heard.borrow().len() == 2).await;
    assert_eq!(page::hash(), "");
    assert_eq!(*heard.borrow(), ["visit/v1", ""]);
}

#[wasm_bindgen_test]
fn elements_are_found_by_their_id() {
    run("document.body.insertAdjacentHTML('beforeend', '<button id=\"here\">x</button>')");
    assert!(page::focus("here"));
    assert_eq!(run("document.activeElement.id"), "here");
    assert!(!page::focus("nowhere"));
    page::set_root_attribute("data-theme", Some("dark"));
    assert_eq!(run("document.documentElement.dataset.theme"), "dark");
    page::set_root_attribute("data-theme", None);
    assert_eq!(run("document.documentElement.hasAttribute('data-theme')"), false);
    run("here.remove()");
}

#[wasm_bindgen_test]
fn leaving_the_page_is_heard() {
    let count = Rc::new(Cell::new(0));
    let left = Rc::clone(&count);
    let listener = page::on_hide(move || left.set(left.get() + 1));
    run("window.dispatchEvent(new Event('pagehide')); document.dispatchEvent(new Event('visibilitychange'));");
    assert_eq!(count.get(), 1, "a page that is visible has not left");
    drop(listener);
    run("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(count.get(), 1);
}

#[wasm_bindgen_test]
async fn a_timer_fires_once_or_is_called_off() {
    let count = Rc::new(Cell::new(0));
    let after = |milliseconds| {
        let count = Rc::clone(&count);
        Timer::after(milliseconds, move || count.set(count.get() + 1))
    };
    let _held = after(10);
    after(10).keep();
    drop(after(10));
    // What was called off would have fired before this one, which was set later.
    timer(10).await;
    assert_eq!(count.get(), 2);
}

#[wasm_bindgen_test]
async fn the_browser_says_how_safe_the_data_is() {
    assert!(persistence::is_persisted().await.is_some());
    assert!(persistence::usage_bytes().await.is_some_and(|bytes| bytes >= 0.0));
}
