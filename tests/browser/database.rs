//! The database as such: what stays, who wins, what is asked of the browser.

use js_sys::{Array, Promise};
use so_giam_sat::browser::idb::{DATABASE_VERSION, IndexedDb, store_error};
use so_giam_sat::storage::backend::{Backend, Rows, StoreError, Table};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::tricks::{Patch, everything, expect, fresh, fresh_name, open_raw, put, row, run, run_and_wait};

#[wasm_bindgen_test]
async fn what_was_written_is_there_after_opening_again() {
    let name = fresh_name();
    let first = IndexedDb::open(&name).await.unwrap();
    first.write(Vec::new(), vec![put(Table::Visits, "v", "Đã lưu")]).await.unwrap();
    drop(first);
    let second = IndexedDb::open(&name).await.unwrap();
    assert_eq!(everything(&second).await, [row("v", "Đã lưu")]);
}

#[wasm_bindgen_test]
async fn a_new_database_has_every_table_and_the_present_version() {
    let name = fresh_name();
    drop(IndexedDb::open(&name).await.unwrap());
    open_raw(&name, DATABASE_VERSION, "throw new Error('no upgrade is due');").await;
    let mut names: Vec<&str> = Table::ALL.iter().map(|table| table.name()).collect();
    names.sort_unstable();
    assert_eq!(run("[...raw.objectStoreNames].join()").as_string().unwrap(), names.join(","));
    run("raw.close()");
}

/// As the first version of the app made it.
#[wasm_bindgen_test]
async fn a_database_of_version_1_gets_its_new_tables_and_keeps_its_rows() {
    let name = fresh_name();
    let upgrade =
        "for (const table of ['supervisions', 'templates', 'visits', 'summaries', 'changes', 'tail', 'revisions'])
        database.createObjectStore(table).put(table, 'k');";
    open_raw(&name, 1, upgrade).await;
    run("raw.close()");
    let database = IndexedDb::open(&name).await.unwrap();
    let new = [Table::References, Table::Drafts, Table::Bin];
    let old = Table::ALL.iter().filter(|table| !new.contains(table));
    let old: Vec<_> = old.map(|table| row("k", table.name())).collect();
    assert_eq!(everything(&database).await, old);
    database.write(Vec::new(), new.map(|table| put(table, "k", "text")).into()).await.unwrap();
    assert_eq!(everything(&database).await.len(), old.len() + new.len());
}

#[wasm_bindgen_test]
async fn every_write_is_strict_and_one_transaction() {
    let database = fresh().await;
    run("window.seen = []");
    let seen = "const made = original.apply(this, args); seen.push([made.mode, made.durability].join()); return made;";
    let _patch = Patch::method("IDBDatabase", "transaction", seen);
    let ops = Table::ALL.map(|table| put(table, "k", "t")).into();
    database.write(vec![expect("k", None)], ops).await.unwrap();
    assert_eq!(run("seen.join(' ')").as_string().unwrap(), "readwrite,strict");
    everything(&database).await;
    assert_eq!(run("seen.length"), 2.0, "a read of every table is one transaction");
}

#[wasm_bindgen_test]
async fn the_stale_one_of_two_connections_is_refused() {
    let name = fresh_name();
    let (one, two) = (IndexedDb::open(&name).await.unwrap(), IndexedDb::open(&name).await.unwrap());
    let write = |text: &str| vec![put(Table::Revisions, "visit:v", text)];
    one.write(vec![expect("visit:v", None)], write("1")).await.unwrap();
    two.write(vec![expect("visit:v", Some("1"))], write("2")).await.unwrap();
    let stale = one.write(vec![expect("visit:v", Some("1"))], write("2 of one")).await;
    assert_eq!(stale, Err(StoreError::Conflict { key: "visit:v".to_owned() }));
    assert_eq!(everything(&one).await, [row("visit:v", "2")]);
}

#[wasm_bindgen_test]
async fn of_writes_at_the_same_moment_one_wins() {
    let name = fresh_name();
    let writers = Array::new();
    for number in 0..8 {
        let name = name.clone();
        let promise: Promise = future_to_promise(async move {
            let database = IndexedDb::open(&name).await.unwrap();
            let ops = vec![put(Table::Revisions, "r", "1"), put(Table::Changes, &format!("v/{number}"), "t")];
            Ok(database.write(vec![expect("r", None)], ops).await.is_ok().into())
        });
        writers.push(&promise);
    }
    let results = Array::from(&JsFuture::from(Promise::all(&writers)).await.unwrap());
    assert_eq!(results.iter().filter(|result| *result == JsValue::TRUE).count(), 1);
    assert_eq!(everything(&IndexedDb::open(&name).await.unwrap()).await.len(), 2, "its rows and no others");
}

#[wasm_bindgen_test]
async fn calls_at_the_same_moment_share_one_connection() {
    let database = fresh().await;
    database.close();
    run("window.made = 0; window.ended = 0;");
    let _open = Patch::method("IDBFactory", "open", "made += 1; return original.apply(this, args);");
    let _close = Patch::method("IDBDatabase", "close", "ended += 1; return original.apply(this, args);");
    let readers = Array::new();
    for _ in 0..4 {
        let database = database.clone();
        readers.push(&future_to_promise(async move {
            everything(&database).await;
            Ok(JsValue::UNDEFINED)
        }));
    }
    JsFuture::from(Promise::all(&readers)).await.unwrap();
    assert_eq!(run("made - ended"), 1.0, "what was opened beyond one is closed");
}

#[wasm_bindgen_test]
async fn what_is_not_a_text_is_named_and_left() {
    let name = fresh_name();
    let database = IndexedDb::open(&name).await.unwrap();
    open_raw(&name, DATABASE_VERSION, "").await;
    run_and_wait(
        "new Promise(resolve => {
            const transaction = raw.transaction('visits', 'readwrite');
            transaction.objectStore('visits').put(42, 'v');
            transaction.oncomplete = resolve;
        })",
    )
    .await;
    run("raw.close()");
    let result = database.read(vec![(Table::Visits, Rows::Prefix(String::new()))]).await;
    assert!(matches!(result, Err(StoreError::Corrupt { table: "visits", key, .. }) if key == "v"));
}

#[wasm_bindgen_test]
fn a_full_disk_is_told_from_the_rest() {
    let full = store_error("QuotaExceededError", "no room");
    assert_eq!(full, StoreError::QuotaExceeded { detail: "QuotaExceededError: no room".to_owned() });
    let other = store_error("DataError", "odd");
    assert_eq!(other, StoreError::Backend { detail: "DataError: odd".to_owned() });
}

/// A tap must be saved before a person looks up. The bounds are wide, since test machines are slow; the figures are
/// what to read.
#[wasm_bindgen_test]
async fn a_tap_is_saved_in_a_moment() {
    const TAPS: usize = 200;
    let database = fresh().await;
    let clock = web_sys::window().unwrap().performance().unwrap();
    let text = format!("{{\"note\":\"{}\"}}", "Hồ sơ trễ hạn. ".repeat(40));
    let mut times = Vec::new();
    for tap in 0..TAPS {
        let before = (tap > 0).then(|| tap.to_string());
        let ops = vec![
            put(Table::Revisions, "visit:v", &(tap + 1).to_string()),
            put(Table::Summaries, "s/v", &text),
            put(Table::Tail, &format!("v/{tap:020}"), &text),
            put(Table::Changes, &format!("v/{tap:020}"), &text),
        ];
        let began = clock.now();
        database.write(vec![expect("visit:v", before.as_deref())], ops).await.unwrap();
        times.push(clock.now() - began);
    }
    let began = clock.now();
    let rows = database.read(vec![(Table::Changes, Rows::Prefix("v/".to_owned()))]).await.unwrap();
    let reading = clock.now() - began;
    assert_eq!(rows.concat().len(), TAPS);
    times.sort_by(f64::total_cmp);
    let (median, p95) = (times[TAPS / 2], times[TAPS * 95 / 100]);
    console_log!("{TAPS} strict writes of 4 rows: median {median:.1} ms, p95 {p95:.1} ms; read back {reading:.1} ms");
    assert!(median < 50.0, "a median of {median} ms");
}
