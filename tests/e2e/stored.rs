//! What the database of the browser holds of a visit, read past the app.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use serde_json::json;
use so_giam_sat::domain::id::VisitId;
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::storage::backend::{Backend, Op, Table};
use so_giam_sat::storage::memory::MemoryBackend;
use so_giam_sat::storage::store::Store;
use xtask::chromium::Page;

/// Gives all rows of some tables.
const ROWS: &str = r"(async (tables) => {
  const done = (request) => new Promise((ok, no) => { request.onsuccess = () => ok(request.result); request.onerror = () => no(request.error); });
  const database = await done(indexedDB.open('so-giam-sat'));
  const stores = database.transaction(tables);
  const rows = await Promise.all(tables.map(async (table) => {
    const store = stores.objectStore(table);
    const [keys, texts] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
    return keys.map((key, at) => [table, key, texts[at]]);
  }));
  database.close();
  return JSON.stringify(rows.flat());
})";

/// A future over memory never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a backend in memory waits for nothing"),
    }
}

/// The rows of these tables: table, key, text.
pub fn rows(page: &Page, tables: &[Table]) -> Vec<(String, String, String)> {
    let names: Vec<&str> = tables.iter().map(|table| table.name()).collect();
    serde_json::from_str(&page.text(&format!("{ROWS}({})", json!(names))).unwrap()).unwrap()
}

/// The visit as the database has it.
pub fn visit(page: &Page, id: &str) -> Visit {
    let tables = [Table::Visits, Table::Templates, Table::Tail];
    let table = |name: &str| *tables.iter().find(|table| table.name() == name).unwrap();
    let ops = rows(page, &tables).into_iter().map(|(name, key, text)| Op::Put(table(&name), key, text)).collect();
    let backend = MemoryBackend::default();
    now(backend.write(Vec::new(), ops)).unwrap();
    now(Store::new(backend).visit(&VisitId::new(id).unwrap())).unwrap().unwrap().0
}
