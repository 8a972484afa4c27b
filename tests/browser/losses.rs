//! Connections that are lost, databases that are newer or missing, and disks that are full.

use std::cell::RefCell;
use std::rc::Rc;

use so_giam_sat::browser::idb::{DATABASE_VERSION, IndexedDb, Lost};
use so_giam_sat::storage::backend::{Backend, Op, Rows, StoreError, Table};
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tricks::{Patch, everything, expect, fresh, fresh_name, open_raw, put, row, run, run_and_wait, wait_until};

/// What the app is told of lost connections.
fn told(database: &IndexedDb) -> Rc<RefCell<Vec<Lost>>> {
    let told = Rc::new(RefCell::new(Vec::new()));
    let notice = Rc::clone(&told);
    database.on_lost(move |lost| notice.borrow_mut().push(lost));
    told
}

/// A batch that would change every kind of thing.
fn batch() -> Vec<Op> {
    vec![
        put(Table::Revisions, "r", "2"),
        Op::Delete(Table::Tail, Rows::Prefix(String::new())),
        put(Table::Visits, "poison", "never"),
        put(Table::Changes, "v/2", "never"),
    ]
}

async fn filled() -> IndexedDb {
    let database = fresh().await;
    let ops = vec![put(Table::Revisions, "r", "1"), put(Table::Tail, "v/1", "kept")];
    database.write(Vec::new(), ops).await.unwrap();
    database
}

#[wasm_bindgen_test]
async fn a_closed_connection_is_opened_again() {
    let database = filled().await;
    let told = told(&database);
    database.close();
    assert_eq!(everything(&database).await, [row("v/1", "kept"), row("r", "1")]);
    database.close();
    database.write(vec![expect("r", Some("1"))], vec![put(Table::Revisions, "r", "2")]).await.unwrap();
    assert_eq!(everything(&database).await, [row("v/1", "kept"), row("r", "2")]);
    assert_eq!(*told.borrow(), [], "what the app does itself it need not be told");
}

#[wasm_bindgen_test]
async fn a_write_under_way_outlives_its_connection() {
    let database = filled().await;
    let writer = database.clone();
    let done = Rc::new(RefCell::new(None));
    let result = Rc::clone(&done);
    run("window.begun = new Promise((resolve) => { window.begin = resolve; })");
    let _patch = Patch::method("IDBObjectStore", "put", "window.begin(); return original.apply(this, args);");
    spawn_local(async move {
        let ops = vec![put(Table::Revisions, "r", "2")];
        result.replace(Some(writer.write(vec![expect("r", Some("1"))], ops).await));
    });
    // The write has asked for its put by then, and no event of the database can have come yet: it has not ended.
    run_and_wait("begun").await;
    assert_eq!(*done.borrow(), None);
    database.close();
    wait_until("the write ends", || done.borrow().is_some()).await;
    assert_eq!(*done.borrow(), Some(Ok(())));
    assert_eq!(everything(&database).await, [row("v/1", "kept"), row("r", "2")]);
}

#[wasm_bindgen_test]
async fn a_connection_closed_by_the_browser_is_told_and_opened_again() {
    let database = filled().await;
    let told = told(&database);
    {
        let capture = "window.captured = this; return original.apply(this, args);";
        let _patch = Patch::method("IDBDatabase", "transaction", capture);
        everything(&database).await;
    }
    // Closed without a word: found out by the call that fails.
    run("captured.close()");
    assert_eq!(everything(&database).await.len(), 2);
    assert_eq!(*told.borrow(), []);
    {
        let capture = "window.captured = this; return original.apply(this, args);";
        let _patch = Patch::method("IDBDatabase", "transaction", capture);
        everything(&database).await;
    }
    run("captured.close(); captured.dispatchEvent(new Event('close'));");
    assert_eq!(*told.borrow(), [Lost::ByBrowser]);
    database.write(Vec::new(), vec![put(Table::Visits, "v", "t")]).await.unwrap();
    assert_eq!(everything(&database).await.len(), 3);
}

#[wasm_bindgen_test]
async fn a_transaction_lost_once_is_done_again() {
    let database = filled().await;
    run("window.aborts = 0");
    let body = "const made = original.apply(this, args);
        if (args[1] === 'poison' && aborts++ === 0) this.transaction.abort();
        return made;";
    let _patch = Patch::method("IDBObjectStore", "put", body);
    let ops = vec![put(Table::Revisions, "r", "2"), put(Table::Visits, "poison", "there")];
    database.write(vec![expect("r", Some("1"))], ops).await.unwrap();
    assert_eq!(everything(&database).await, [row("poison", "there"), row("v/1", "kept"), row("r", "2")]);
}

#[wasm_bindgen_test]
async fn a_transaction_lost_twice_is_an_error_and_changes_nothing() {
    let database = filled().await;
    let before = everything(&database).await;
    run("window.aborts = 0");
    let body = "const made = original.apply(this, args);
        if (args[1] === 'poison') { aborts += 1; this.transaction.abort(); }
        return made;";
    let _patch = Patch::method("IDBObjectStore", "put", body);
    let result = database.write(vec![expect("r", Some("1"))], batch()).await;
    assert!(matches!(result, Err(StoreError::Backend { .. })), "{result:?}");
    assert_eq!(run("aborts"), 2.0, "it is tried twice, and not for ever");
    assert_eq!(everything(&database).await, before);
}

#[wasm_bindgen_test]
async fn a_put_that_finds_no_room_changes_nothing() {
    let database = filled().await;
    let before = everything(&database).await;
    let body = "if (args[1] === 'poison') throw new DOMException('no room', 'QuotaExceededError');
        return original.apply(this, args);";
    {
        let _patch = Patch::method("IDBObjectStore", "put", body);
        for expected in [vec![expect("r", Some("1"))], Vec::new()] {
            let result = database.write(expected, batch()).await;
            assert!(matches!(result, Err(StoreError::QuotaExceeded { .. })), "{result:?}");
        }
    }
    assert_eq!(everything(&database).await, before);
    database.write(vec![expect("r", Some("1"))], batch()).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_newer_database_is_refused_and_left_untouched() {
    let name = fresh_name();
    open_raw(&name, 7, "database.createObjectStore('future').put('kept', 'k');").await;
    run("raw.close()");
    for _ in 0..2 {
        let result = IndexedDb::open(&name).await;
        assert_eq!(result.err(), Some(StoreError::TooNew { found: 7 }));
    }
    open_raw(&name, 7, "throw new Error('no upgrade is due');").await;
    assert_eq!(run("[...raw.objectStoreNames].join()").as_string().unwrap(), "future");
    let kept = run_and_wait(
        "new Promise(resolve => {
            const request = raw.transaction('future').objectStore('future').get('k');
            request.onsuccess = () => resolve(request.result);
        })",
    );
    assert_eq!(kept.await.as_string().unwrap(), "kept");
    run("raw.close()");
}

#[wasm_bindgen_test]
async fn another_tab_may_upgrade_and_what_is_unsaved_is_saved_first() {
    let name = fresh_name();
    let database = IndexedDb::open(&name).await.unwrap();
    let told = Rc::new(RefCell::new(Vec::new()));
    database.on_lost({
        let (database, told) = (database.clone(), Rc::clone(&told));
        move |lost| {
            let (database, told) = (database.clone(), Rc::clone(&told));
            spawn_local(async move {
                let saved = database.write(Vec::new(), vec![put(Table::Visits, "v", "at the last moment")]).await;
                told.borrow_mut().push((lost, saved));
            });
        }
    });
    open_raw(&name, DATABASE_VERSION + 1, "").await;
    assert_eq!(*told.borrow(), [(Lost::ToUpgrade, Ok(()))]);
    let saved = run_and_wait(
        "new Promise(resolve => {
            const request = raw.transaction('visits').objectStore('visits').get('v');
            request.onsuccess = () => resolve(request.result);
        })",
    );
    assert_eq!(saved.await.as_string().unwrap(), "at the last moment");
    let result = database.write(Vec::new(), vec![put(Table::Visits, "v", "too late")]).await;
    assert_eq!(result, Err(StoreError::TooNew { found: DATABASE_VERSION + 1 }));
    run("raw.close()");
}

#[wasm_bindgen_test]
async fn a_deleted_database_is_told() {
    let name = fresh_name();
    let database = IndexedDb::open(&name).await.unwrap();
    database.write(Vec::new(), vec![put(Table::Revisions, "r", "1")]).await.unwrap();
    let told = told(&database);
    let delete = format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.deleteDatabase('{name}');
            request.onsuccess = resolve;
            request.onerror = reject;
        }})"
    );
    run_and_wait(&delete).await;
    assert_eq!(*told.borrow(), [Lost::ToDeletion]);
    // A write that stands on what was there is refused, and does not pretend.
    let result = database.write(vec![expect("r", Some("1"))], vec![put(Table::Revisions, "r", "2")]).await;
    assert_eq!(result, Err(StoreError::Conflict { key: "r".to_owned() }));
}
