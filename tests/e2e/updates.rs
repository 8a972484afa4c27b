//! A new build while the app is in use.

use std::fs;
use std::path::Path;

use xtask::shell;

use crate::pages::{Checklist, Home};
use crate::setup::{Opened, SOON, dist, open, wait_until};

const BUILD: &str = "document.querySelector('meta[name=build]').content";

/// The button that takes the new version.
const OFFER: &str = ".banner button";

/// Copies every file of a folder.
pub fn copy(from: &Path, to: &Path) {
    for path in shell::files_of(from).unwrap() {
        let target = to.join(&path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(from.join(&path), target).unwrap();
    }
}

/// Makes the next build of the app: one file differs, so its name and its service worker do.
pub fn next_build(app: &Opened) -> std::path::PathBuf {
    let next = app.folder.join("next");
    copy(&dist(), &next);
    let manifest = next.join("manifest.webmanifest");
    fs::write(&manifest, fs::read_to_string(&manifest).unwrap() + "\n").unwrap();
    let page = fs::read_to_string(next.join("index.html")).unwrap();
    shell::seal(&next, &page).unwrap();
    next
}

fn waiting(app: &Opened) -> bool {
    let waits = "navigator.serviceWorker.getRegistration().then((found) => found.waiting !== null)";
    app.page.eval(waits).unwrap() == true
}

#[test]
fn a_new_version_waits_is_offered_and_comes_only_when_it_is_taken() {
    let app = open(&dist(), "/");
    let list = Home(&app.page).open_sample().open_visit(0);
    let old = app.page.text(BUILD).unwrap();
    let item = list.open_verdicts().remove(0);
    app.server.as_ref().unwrap().set_root(&next_build(&app));

    app.page.reload().unwrap();
    let list = Checklist::wait(&app.page);
    wait_until("the new version is installed", || waiting(&app));
    app.page.wait_for_element(OFFER, SOON).unwrap();
    list.choose(&item, "Đạt");
    list.wait_for_status("saved");
    assert_eq!(app.page.text(BUILD).unwrap(), old, "the page stays with its version");
    app.page.reload().unwrap();
    Checklist::wait(&app.page);
    assert_eq!(app.page.text(BUILD).unwrap(), old, "a reload keeps the version too");

    // What was typed in the very moment before goes along.
    app.page.wait_for_element(OFFER, SOON).unwrap();
    let type_and_take = format!(
        "(() => {{ const note = document.querySelector('{}'); note.value = 'ngay trước đó';
        note.dispatchEvent(new Event('input', {{ bubbles: true }})); document.querySelector('{OFFER}').click() }})()",
        Checklist::note(&item)
    );
    app.page.eval(&type_and_take).unwrap();
    app.page.wait_for(&format!("{BUILD} !== '{old}'"), SOON, "the new version").unwrap();
    let list = Checklist::wait(&app.page);
    assert_eq!(list.chosen(&item), "Đạt");
    assert_eq!(list.answers()[&item][1], "ngay trước đó");
    app.assert_clean();
}

#[test]
fn an_update_that_breaks_off_leaves_the_old_version_whole() {
    let mut app = open(&dist(), "/");
    Home(&app.page).open_sample();
    let old = app.page.text(BUILD).unwrap();
    let next = next_build(&app);
    let place = app.place();
    for bytes in [5_000, 60_000, 400_000] {
        let server = app.server.as_ref().unwrap();
        server.set_root(&next);
        server.fail_after(bytes);
        app.page.reload().unwrap();
        let idle = "navigator.serviceWorker.getRegistration().then((found) => found.installing === null)";
        let has_broken_off = || server.has_failed() && app.page.eval(idle).unwrap() == true;
        wait_until("the attempt has broken off", has_broken_off);
        assert!(!waiting(&app), "after {bytes} bytes");
        assert_eq!(app.page.text(BUILD).unwrap(), old, "after {bytes} bytes");
    }
    app.stop_server();
    app.restart(&place);
    crate::pages::Supervision(&app.page).wait();
    assert_eq!(app.page.text(BUILD).unwrap(), old);
}
