//! Records that cannot be read.

use std::fs;

use crate::pages::Home;
use crate::setup::{SOON, open_app, wait_for_files};

#[test]
fn a_broken_visit_is_named_and_handed_out_as_it_is() {
    let app = open_app();
    Home(&app.page).open_sample().wait();
    let visit = app.page.text("document.querySelector('[data-visit]').dataset.visit").unwrap();
    let broken = r#"{"id": 1}"#;
    let spoil = format!(
        "new Promise((done) => {{ const opening = indexedDB.open('so-giam-sat'); opening.onsuccess = () => {{
            const writing = opening.result.transaction('visits', 'readwrite');
            writing.objectStore('visits').put({broken:?}, {visit:?});
            writing.oncomplete = () => {{ opening.result.close(); done(); }}; }}; }})"
    );
    app.page.eval(&spoil).unwrap();
    let downloads = app.downloads();
    app.page.click(&format!("[data-visit={visit:?}]")).unwrap();
    app.page.wait_for_element("[role=alert]", SOON).unwrap();
    assert!(app.page.text("document.querySelector('[role=alert]').innerText").unwrap().contains(&visit));
    app.page.click(".not-found button").unwrap();
    let files = wait_for_files(&downloads, ".json", 1);
    assert_eq!(fs::read_to_string(&files[0]).unwrap(), broken);
    app.assert_clean();
}
