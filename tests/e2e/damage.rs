//! Databases that are gone, emptied, damaged or do not answer: none of them looks like a new device.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::chromium::Page;

use crate::pages::{Home, go, handle};
use crate::setup::{Opened, SOON, open_app, wait_for_files};

/// JavaScript that sees the open database and writes into it: `database`, and `all`, its tables.
fn in_database(work: &str) -> String {
    format!(
        "new Promise((done, fail) => {{ const opening = indexedDB.open('so-giam-sat'); opening.onerror = fail;
        opening.onsuccess = () => {{ const database = opening.result; const all = [...database.objectStoreNames];
            const writing = database.transaction(all, 'readwrite'); {work}
            writing.oncomplete = () => {{ database.close(); done(); }}; }}; }})"
    )
}

/// Makes the database of the app anew, of this version, without one of its tables.
fn anew(version: u32, without: &str) -> String {
    format!(
        "new Promise((done, fail) => {{ const deleting = indexedDB.deleteDatabase('so-giam-sat'); deleting.onerror = fail;
        deleting.onsuccess = () => {{ const opening = indexedDB.open('so-giam-sat', {version}); opening.onerror = fail;
            opening.onupgradeneeded = () => {{ for (const name of ['supervisions', 'templates', 'visits', 'summaries',
                'changes', 'tail', 'revisions', 'references', 'drafts', 'bin'])
                if (name !== '{without}') opening.result.createObjectStore(name); }};
            opening.onsuccess = () => {{ opening.result.close(); done(); }}; }}; }})"
    )
}

/// The app with the sample in it.
fn with_sample() -> Opened {
    let app = open_app();
    Home(&app.page).open_sample().wait();
    go(&app.page, "#/", "[data-supervision]");
    app
}

/// What the first page says once it has read the database: the loss, what cannot be read, the list, or a welcome.
fn said(page: &Page) -> (String, String) {
    let kinds = "['[data-testid=data-loss]', '[data-testid=not-read]', '.welcome', '[data-supervision]']";
    let found = format!("{kinds}.find((kind) => document.querySelector(kind) !== null)");
    page.wait_for(&format!("{found} !== undefined"), SOON, "the first page has read the database").unwrap();
    (page.text(&found).unwrap(), page.text("document.querySelector('main').innerText").unwrap())
}

/// Goes away from the app, does something to its database, and comes back.
fn damage(app: &Opened, work: &str) {
    app.page.goto(&format!("{}icons/icon.svg", app.url)).unwrap();
    app.page.eval(work).unwrap();
    app.page.goto(&app.url).unwrap();
}

#[test]
fn a_database_that_was_deleted_or_emptied_is_a_loss_and_not_a_new_device() {
    let app = with_sample();
    let delete = "new Promise((done) => { indexedDB.deleteDatabase('so-giam-sat').onsuccess = () => done(); })";
    let deeds = [
        delete.to_owned(),
        in_database("all.forEach((name) => writing.objectStore(name).clear());"),
        in_database("writing.objectStore('supervisions').clear();"),
        in_database("writing.objectStore('summaries').clear();"),
    ];
    for (place, deed) in deeds.iter().enumerate() {
        if place > 0 {
            damage(&app, delete);
            Home(&app.page).open_sample().wait();
            go(&app.page, "#/", "[data-supervision]");
            assert_eq!(said(&app.page).0, "[data-supervision]", "what came back is no loss any more");
        }
        damage(&app, deed);
        let (kind, text) = said(&app.page);
        assert_eq!(kind, "[data-testid=data-loss]", "{place}: {text}");
        assert!(text.contains("máy này có 1 cuộc giám sát"), "{place}: {text}");
        assert_eq!(app.page.eval("document.querySelector('.welcome') === null").unwrap(), true, "{place}: {text}");
        // It is said again until it is back.
        app.page.reload().unwrap();
        assert_eq!(said(&app.page).0, "[data-testid=data-loss]", "{place}");
    }
    let downloads = app.downloads();
    app.page.click("[data-testid=data-loss] [data-testid=rescue]").unwrap();
    let file = wait_for_files(&downloads, ".json", 1).remove(0);
    let records: serde_json::Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    assert!(!records["visits"].as_object().unwrap().is_empty(), "what is left is handed out");
    app.page.click(&handle("loss-known")).unwrap();
    app.page.reload().unwrap();
    assert_eq!(said(&app.page).0, "[data-supervision]", "what a person knows of is not said again");
}

#[test]
fn what_a_person_removes_is_no_loss() {
    let app = with_sample();
    app.page.click("[data-supervision]").unwrap();
    app.page.wait_for_element(".removal button", SOON).unwrap();
    app.page.click(".removal button").unwrap();
    app.page.wait_for_element(".welcome", SOON).unwrap();
    app.page.reload().unwrap();
    assert_eq!(said(&app.page).0, ".welcome");
}

#[test]
fn a_database_without_a_table_or_of_a_newer_version_is_named_as_such() {
    let app = with_sample();
    damage(&app, &anew(3, "visits"));
    let (kind, text) = said(&app.page);
    assert!(kind == "[data-testid=not-read]" && text.contains("visits") && !text.contains("ẩn danh"), "{text}");
    assert!(text.contains("máy này có 1 cuộc giám sát"), "{text}");
    damage(&app, &anew(99, ""));
    let (kind, text) = said(&app.page);
    assert!(kind == "[data-testid=not-read]" && text.contains("phiên bản mới hơn"), "{text}");
    let downloads = app.downloads();
    app.page.click(&handle("rescue")).unwrap();
    wait_for_files(&downloads, ".json", 1);
}

/// The folders of the browser's profile that hold the database.
fn database_folders(profile: &Path) -> Vec<PathBuf> {
    fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
        for path in fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.ends_with(".indexeddb.leveldb") {
                found.push(path);
            } else {
                collect(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    collect(profile, &mut found);
    found
}

/// What is done to the folder of the database, in words and in deed.
type Damage<'d> = (&'d str, &'d dyn Fn(&Path));

#[test]
fn a_database_damaged_on_the_disk_never_looks_like_a_new_device() {
    let in_each = |folder: &Path, end: &[&str], deed: &dyn Fn(&Path)| {
        let files = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
        let named = |path: &PathBuf| end.iter().any(|end| path.to_string_lossy().contains(end));
        files.filter(named).for_each(|path| deed(&path));
    };
    let garbage = |path: &Path| {
        let size = fs::read(path).unwrap().len();
        fs::write(path, vec![0x5a; size]).unwrap();
    };
    let deeds: [Damage; 5] = [
        ("the whole folder is gone", &|folder| fs::remove_dir_all(folder).unwrap()),
        ("CURRENT is gone", &|folder| fs::remove_file(folder.join("CURRENT")).unwrap()),
        ("the manifest is garbage", &|folder| in_each(folder, &["MANIFEST"], &garbage)),
        ("every table file is garbage", &|folder| in_each(folder, &[".ldb", ".log"], &garbage)),
        ("every file is empty", &|folder| in_each(folder, &[""], &|path| fs::write(path, "").unwrap())),
    ];
    for (what, deed) in deeds {
        let mut app = with_sample();
        app.browser.quit();
        let folders = database_folders(app.browser.profile());
        assert!(!folders.is_empty(), "the profile holds no database");
        folders.iter().for_each(|folder| deed(folder));
        app.restart("");
        let (kind, text) = said(&app.page);
        println!("{what}: {kind}");
        // Browsers mend some of it themselves: then everything is there.
        let is_told = ["[data-testid=data-loss]", "[data-testid=not-read]"].contains(&kind.as_str())
            && text.contains("máy này có 1 cuộc giám sát");
        assert!(is_told || kind == "[data-supervision]", "{what}: {text}");
    }
}

#[test]
fn a_database_that_does_not_answer_is_told_and_the_page_goes_on_when_it_does() {
    let app = with_sample();
    app.page.goto("about:blank").unwrap();
    // The browser answers once it is let go, as one whose database process was restarted.
    let hang = "{ const open = IDBFactory.prototype.open; const waiting = [];
        window.letGo = () => { IDBFactory.prototype.open = open; waiting.forEach((go) => go()); };
        IDBFactory.prototype.open = function (...args) { const late = new EventTarget();
            waiting.push(() => { const request = open.apply(this, args);
                for (const kind of ['upgradeneeded', 'success', 'error']) request.addEventListener(kind, (event) => {
                    for (const name of ['result', 'transaction', 'error'])
                        Object.defineProperty(late, name, { configurable: true, get: () => request[name] });
                    late.dispatchEvent(new IDBVersionChangeEvent(kind, event)); }); });
            return late; }; }";
    app.page.before_load(hang).unwrap();
    app.page.goto(&app.url).unwrap();
    app.page.wait_for_element(&handle("slow-database"), SOON).unwrap();
    let banner = app.page.text("document.querySelector('[data-testid=slow-database]').innerText").unwrap();
    assert!(banner.contains("đóng các thẻ khác") && banner.contains("Tải lại trang"), "{banner}");
    app.page.eval("letGo()").unwrap();
    app.page.wait_for_element("[data-supervision]", SOON).unwrap();
    app.page
        .wait_for("document.querySelector('[data-testid=slow-database]') === null", SOON, "nothing is slow any more")
        .unwrap();
}

#[test]
fn a_list_that_cannot_be_read_is_said_in_its_place_and_read_again() {
    let app = with_sample();
    let place = app.page.text("document.querySelector('[data-supervision]').getAttribute('href')").unwrap();
    app.page.goto("about:blank").unwrap();
    let fail = "{ const getAll = IDBObjectStore.prototype.getAll; window.fails = true;
        IDBObjectStore.prototype.getAll = function (...args) {
            if (window.fails) throw new DOMException('disk', 'UnknownError'); return getAll.apply(this, args); }; }";
    app.page.before_load(fail).unwrap();
    for (place, there) in [("#/", "[data-supervision]"), (place.as_str(), "[data-visit]")] {
        app.page.goto("about:blank").unwrap();
        app.page.goto(&format!("{}{place}", app.url)).unwrap();
        app.page.wait_for_element(&handle("not-read"), SOON).unwrap();
        let text = app.page.text("document.querySelector('main').innerText").unwrap();
        assert!(text.contains("không đọc được kho dữ liệu") && !text.contains("ẩn danh"), "{text}");
        app.page.eval("window.fails = false").unwrap();
        app.page.click(&handle("read-again")).unwrap();
        app.page.wait_for_element(there, SOON).unwrap();
    }
}
