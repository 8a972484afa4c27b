//! Fresh databases, raw ones, and ways to make the browser misbehave.

use js_sys::Promise;
use so_giam_sat::browser::idb::IndexedDb;
use so_giam_sat::browser::random;
use so_giam_sat::browser::timer::Timer;
use so_giam_sat::storage::backend::{Backend, Expect, Op, Row, Rows, Table};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A name that no other test uses.
pub fn fresh_name() -> String {
    format!("test-{}", random::id())
}

/// An empty database.
pub async fn fresh() -> IndexedDb {
    IndexedDb::open(&fresh_name()).await.unwrap()
}

/// Runs JavaScript; its value.
pub fn run(script: &str) -> JsValue {
    js_sys::eval(script).unwrap()
}

/// Runs JavaScript that gives a promise, and waits for it.
pub async fn run_and_wait(script: &str) -> JsValue {
    JsFuture::from(Promise::from(run(script))).await.unwrap()
}

/// Opens a database behind the app's back; `upgrade` is JavaScript that sees `database`. It stays open as
/// `window.raw`, and lets no upgrade pass.
pub async fn open_raw(name: &str, version: u32, upgrade: &str) {
    let script = format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('{name}', {version});
            request.onupgradeneeded = () => {{ const database = request.result; {upgrade} }};
            request.onsuccess = () => {{ window.raw = request.result; resolve(); }};
            request.onerror = () => reject(request.error);
        }})"
    );
    run_and_wait(&script).await;
}

/// Milliseconds that anything may take; generous, because test machines are shared.
const SOON: f64 = 30_000.0;

/// Waits until a condition holds, and fails if it does not in [`SOON`]. It asks again in a new task each time, so that events of
/// the browser are heard in between.
pub async fn wait_until(what: &str, holds: impl Fn() -> bool) {
    let now = || run("performance.now()").as_f64().unwrap();
    let begun = now();
    while !holds() {
        assert!(now() - begun < SOON, "waited in vain: {what}");
        timer(5).await;
    }
}

/// Ends when a timer of so many milliseconds has fired. The timers of a page fire in the order of their times, so whatever was
/// to fire before it has fired then.
pub async fn timer(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        Timer::after(milliseconds, move || {
            resolve.call0(&JsValue::NULL).unwrap();
        })
        .keep();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Something replaced in the browser; put back when this is dropped.
pub struct Patch(String);

impl Patch {
    /// Replaces a method of a prototype. `body` is JavaScript that sees `original`, `this` and `args`.
    pub fn method(class: &str, method: &str, body: &str) -> Self {
        run(&format!(
            "{{
                const original = {class}.prototype.{method};
                window.originals ??= {{}};
                window.originals['{class}.{method}'] = original;
                {class}.prototype.{method} = function (...args) {{ {body} }};
            }}"
        ));
        Self(format!("{class}.prototype.{method} = window.originals['{class}.{method}'];"))
    }

    /// Takes a property of the window away.
    pub fn without(property: &str) -> Self {
        run(&format!(
            "window.originals ??= {{}};
            originals['{property}'] = Object.getOwnPropertyDescriptor(window, '{property}');
            Object.defineProperty(window, '{property}', {{ value: undefined, configurable: true }});"
        ));
        Self(format!("Object.defineProperty(window, '{property}', originals['{property}']);"))
    }
}

impl Drop for Patch {
    fn drop(&mut self) {
        run(&self.0);
    }
}

pub fn put(table: Table, key: &str, text: &str) -> Op {
    Op::Put(table, key.to_owned(), text.to_owned())
}

pub fn expect(key: &str, text: Option<&str>) -> Expect {
    Expect { table: Table::Revisions, key: key.to_owned(), text: text.map(str::to_owned) }
}

/// Everything in every table.
pub async fn everything(database: &IndexedDb) -> Vec<Row> {
    let ranges = Table::ALL.map(|table| (table, Rows::Prefix(String::new())));
    database.read(ranges.into()).await.unwrap().concat()
}

pub fn row(key: &str, text: &str) -> Row {
    (key.to_owned(), text.to_owned())
}
