//! Databases that do not open, open late, or open damaged: each is told in its own way.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use so_giam_sat::browser::idb::{DATABASE_VERSION, Delay, IndexedDb, exists};
use so_giam_sat::storage::backend::{Backend, Rows, StoreError, Table};
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::tricks::{Patch, everything, fresh, fresh_name, open_raw, run, wait_until};

/// The tables of the first version.
const VERSION_1: &str =
    "for (const table of ['supervisions', 'templates', 'visits', 'summaries', 'changes', 'tail', 'revisions'])
    database.createObjectStore(table);";

/// What is told of delays.
fn told(database: &IndexedDb) -> Rc<RefCell<Vec<Option<Delay>>>> {
    let told = Rc::new(RefCell::new(Vec::new()));
    let delays = Rc::clone(&told);
    database.on_delay(move |delay| delays.borrow_mut().push(delay));
    told
}

/// Reads everything in the background; whether that has ended.
fn reading(database: &IndexedDb) -> Rc<Cell<bool>> {
    let is_read = Rc::new(Cell::new(false));
    let (database, done) = (database.clone(), Rc::clone(&is_read));
    spawn_local(async move {
        everything(&database).await;
        done.set(true);
    });
    is_read
}

#[wasm_bindgen_test]
async fn a_tab_that_does_not_let_go_is_told_and_waited_for() {
    let name = fresh_name();
    open_raw(&name, 1, VERSION_1).await;
    run("window.stubborn = raw");
    let database = IndexedDb::lazy(&name);
    let (told, is_read) = (told(&database), reading(&database));
    wait_until("the delay is told", || !told.borrow().is_empty()).await;
    assert_eq!(*told.borrow(), [Some(Delay::OtherTab)]);
    assert!(!is_read.get());
    run("stubborn.close()");
    wait_until("everything is read", || is_read.get()).await;
    assert_eq!(told.borrow().last(), Some(&None), "the end of the delay is told too");
}

#[wasm_bindgen_test]
async fn a_browser_that_does_not_answer_is_told_and_waited_for() {
    let name = fresh_name();
    let database = IndexedDb::lazy(&name);
    let (told, is_read) = {
        // The request is there, and nothing comes of it until it is let go.
        let body = "const late = new EventTarget();
            window.letGo = () => { const request = original.apply(this, args);
                for (const kind of ['upgradeneeded', 'success', 'error']) request.addEventListener(kind, (event) => {
                    for (const name of ['result', 'transaction', 'error'])
                        Object.defineProperty(late, name, { configurable: true, get: () => request[name] });
                    late.dispatchEvent(new IDBVersionChangeEvent(kind, event)); }); };
            return late;";
        let _patch = Patch::method("IDBFactory", "open", body);
        let (told, is_read) = (told(&database), reading(&database));
        wait_until("the delay is told", || !told.borrow().is_empty()).await;
        (told, is_read)
    };
    assert_eq!(*told.borrow(), [Some(Delay::Silence)]);
    assert!(!is_read.get());
    run("letGo()");
    wait_until("everything is read", || is_read.get()).await;
    assert_eq!(told.borrow().last(), Some(&None));
}

#[wasm_bindgen_test]
async fn a_database_without_one_of_its_tables_is_damaged() {
    let name = fresh_name();
    let tables = Table::ALL.iter().filter(|table| **table != Table::Visits).map(|table| table.name());
    let make: String = tables.map(|table| format!("database.createObjectStore('{table}');")).collect();
    open_raw(&name, DATABASE_VERSION, &make).await;
    run("raw.close()");
    let error = IndexedDb::open(&name).await.unwrap_err();
    assert!(matches!(&error, StoreError::Damaged { detail } if detail.contains("visits")), "{error:?}");
}

#[wasm_bindgen_test]
async fn each_way_of_not_opening_is_an_error_of_its_own() {
    let refused = async |body: &str| {
        let _patch = Patch::method("IDBFactory", "open", body);
        IndexedDb::open(&fresh_name()).await.unwrap_err()
    };
    let thrown = |name: &str| format!("throw new DOMException('x', '{name}')");
    let event = |name: &str| {
        format!(
            "const request = new EventTarget(); request.error = new DOMException('x', '{name}');
            setTimeout(() => request.dispatchEvent(new Event('error'))); return request;"
        )
    };
    assert!(matches!(refused(&thrown("SecurityError")).await, StoreError::Forbidden { .. }));
    assert!(matches!(refused(&event("InvalidStateError")).await, StoreError::PrivateWindow { .. }));
    assert!(matches!(refused(&event("QuotaExceededError")).await, StoreError::QuotaExceeded { .. }));
    for name in ["UnknownError", "AbortError", "TimeoutError"] {
        assert!(matches!(refused(&event(name)).await, StoreError::Damaged { .. }), "{name}");
    }
    let _patch = Patch::without("indexedDB");
    let error = IndexedDb::open(&fresh_name()).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
}

#[wasm_bindgen_test]
async fn a_row_that_the_disk_does_not_give_is_damage() {
    let database = fresh().await;
    let _patch = Patch::method("IDBObjectStore", "getAll", "throw new DOMException('gone', 'NotReadableError')");
    let result = database.read(vec![(Table::Visits, Rows::Prefix(String::new()))]).await;
    assert!(matches!(result, Err(StoreError::Damaged { .. })), "{result:?}");
}

#[wasm_bindgen_test]
async fn looking_for_a_database_makes_none() {
    let name = fresh_name();
    assert!(!exists(&name).await);
    assert!(!exists(&name).await, "the first look left nothing");
    drop(IndexedDb::open(&name).await.unwrap());
    assert!(exists(&name).await);
}
