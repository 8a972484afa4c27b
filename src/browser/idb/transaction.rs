//! One read, one write: a transaction each, whose requests are made in one go and whose end is waited for.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::browser::listener::Listener;
use crate::browser::slot::Slot;
use crate::storage::backend::{Expect, Op, Row, Rows, StoreError, Table};

use super::failure::Failure;

#[wasm_bindgen]
extern "C" {
    /// The database with the one method that web-sys counts as unstable; every browser since 2023 has it.
    #[wasm_bindgen(extends = IdbDatabase)]
    type DurableDatabase;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    fn durable_transaction(
        this: &DurableDatabase,
        names: &JsValue,
        mode: IdbTransactionMode,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction with the method that web-sys marks as deprecated, which the standard does not.
    #[wasm_bindgen(extends = IdbTransaction)]
    type WholeTransaction;

    #[wasm_bindgen(method, catch, js_name = commit)]
    fn commit_now(this: &WholeTransaction) -> Result<(), JsValue>;
}

/// What a write expects and does.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) expect: Vec<Expect>,
    pub(super) ops: Vec<Op>,
}

/// Reads all ranges in one transaction.
pub(super) async fn read(database: &IdbDatabase, ranges: &[(Table, Rows)]) -> Result<Vec<Vec<Row>>, Failure> {
    let Some(names) = names(ranges.iter().map(|(table, _)| *table)) else {
        return Ok(Vec::new());
    };
    let transaction = database.transaction_with_str_sequence(&names).map_err(exception)?;
    let ending = Ending::of(&transaction);
    let asked = ranges.iter().map(|(table, rows)| Asked::ask(&transaction, *table, rows));
    let asked = asked.collect::<Result<Vec<_>, _>>().map_err(exception)?;
    ending.wait().await?;
    asked.iter().map(Asked::rows).collect()
}

/// Checks what the batch expects and does its operations, in one transaction that is durable when this returns.
///
/// Every request is made when this is first polled: a page that goes away makes none later. What the rows were comes
/// back before what is done to them is, so a batch that is not as expected is aborted, and then nothing of it happened.
/// A batch that expects nothing needs no answer at all: it commits even if the page is gone.
pub(super) async fn write(database: &IdbDatabase, batch: &Rc<Batch>) -> Result<(), Failure> {
    let expected = batch.expect.iter().map(|expect| expect.table);
    let written = batch.ops.iter().map(|(Op::Put(table, ..) | Op::Delete(table, _))| *table);
    let Some(names) = names(expected.chain(written)) else {
        return Ok(());
    };
    let options = Object::new();
    // Without it "complete" may come before the data is on the disk.
    Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(exception)?;
    let database: &DurableDatabase = database.unchecked_ref();
    let transaction =
        database.durable_transaction(&names, IdbTransactionMode::Readwrite, &options).map_err(exception)?;
    let ending = Ending::of(&transaction);
    let refusal: Rc<RefCell<Option<Failure>>> = Rc::default();
    let refuse = {
        let (transaction, refusal) = (transaction.clone(), Rc::clone(&refusal));
        move |failure: Failure| {
            refusal.replace(Some(failure));
            // It throws only for a transaction that has ended, and then its end says why.
            let _ = transaction.abort();
        }
    };
    let found = batch
        .expect
        .iter()
        .map(|Expect { table, key, .. }| transaction.object_store(table.name())?.get(&JsValue::from_str(key)));
    let found = found.collect::<Result<Vec<_>, _>>().map_err(exception)?;
    if let Err(failure) = operate(&transaction, &batch.ops) {
        refuse(failure);
    }
    // Requests are answered in order, so the last answer is the sign that all are there.
    let _answered = match found.last().cloned() {
        None => {
            // It throws only for a transaction that was aborted just now.
            let _ = transaction.unchecked_ref::<WholeTransaction>().commit_now();
            None
        }
        Some(last) => {
            let batch = Rc::clone(batch);
            let check_all = move |_| {
                if let Err(failure) = check(&batch.expect, &found) {
                    refuse(failure);
                }
            };
            Some(Listener::on(last, "success", check_all))
        }
    };
    let ended = ending.wait().await;
    match refusal.take() {
        Some(failure) => Err(failure),
        None => ended,
    }
}

fn check(expect: &[Expect], found: &[IdbRequest]) -> Result<(), Failure> {
    for (Expect { key, text, .. }, found) in expect.iter().zip(found) {
        let found = found.result().map_err(exception)?;
        let is_as_expected = match text {
            Some(text) => found.as_string().as_ref() == Some(text),
            None => found.is_undefined(),
        };
        if !is_as_expected {
            return Err(Failure::of(StoreError::Conflict { key: key.clone() }));
        }
    }
    Ok(())
}

fn operate(transaction: &IdbTransaction, ops: &[Op]) -> Result<(), Failure> {
    let run = |op: &Op| {
        match op {
            Op::Put(table, key, text) => {
                let store = transaction.object_store(table.name())?;
                store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
            }
            Op::Delete(table, rows) => {
                let store = transaction.object_store(table.name())?;
                match rows {
                    Rows::Key(key) => store.delete(&JsValue::from_str(key))?,
                    Rows::Prefix(prefix) if prefix.is_empty() => store.clear()?,
                    Rows::Prefix(prefix) => store.delete(&range(prefix)?.into())?,
                };
            }
        }
        Ok(())
    };
    ops.iter().try_for_each(run).map_err(exception)
}

/// The keys that begin so. Keys are ASCII, so that the last character of the plane ends every one of them.
fn range(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&JsValue::from_str(prefix), &JsValue::from_str(&format!("{prefix}\u{ffff}")))
}

/// The names of tables, each once; none if there is none.
fn names(tables: impl Iterator<Item = Table>) -> Option<JsValue> {
    let mut tables: Vec<Table> = tables.collect();
    tables.sort_unstable();
    tables.dedup();
    let names: Array = tables.iter().map(|table| JsValue::from_str(table.name())).collect();
    (!tables.is_empty()).then(|| names.into())
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn exception(exception: JsValue) -> Failure {
    Failure::from_exception(&exception)
}

/// The requests for one range of rows.
enum Asked {
    One { table: Table, key: String, text: IdbRequest },
    Many { table: Table, keys: IdbRequest, texts: IdbRequest },
}

impl Asked {
    fn ask(transaction: &IdbTransaction, table: Table, rows: &Rows) -> Result<Self, JsValue> {
        let store: IdbObjectStore = transaction.object_store(table.name())?;
        Ok(match rows {
            Rows::Key(key) => Self::One { table, key: key.clone(), text: store.get(&JsValue::from_str(key))? },
            Rows::Prefix(prefix) if prefix.is_empty() => {
                Self::Many { table, keys: store.get_all_keys()?, texts: store.get_all()? }
            }
            Rows::Prefix(prefix) => {
                let range = range(prefix)?.into();
                let keys = store.get_all_keys_with_key(&range)?;
                Self::Many { table, keys, texts: store.get_all_with_key(&range)? }
            }
        })
    }

    /// The rows, once the transaction is complete.
    fn rows(&self) -> Result<Vec<Row>, Failure> {
        match self {
            Self::One { table, key, text } => {
                let text = text.result().map_err(exception)?;
                if text.is_undefined() { Ok(Vec::new()) } else { Ok(vec![row(*table, key.clone(), &text)?]) }
            }
            Self::Many { table, keys, texts } => {
                let keys: Array = keys.result().map_err(exception)?.unchecked_into();
                let texts: Array = texts.result().map_err(exception)?.unchecked_into();
                let rows = keys.iter().zip(texts.iter());
                rows.map(|(key, text)| row(*table, key.as_string().unwrap_or_default(), &text)).collect()
            }
        }
    }
}

fn row(table: Table, key: String, text: &JsValue) -> Result<Row, Failure> {
    match text.as_string() {
        Some(text) => Ok((key, text)),
        None => Err(Failure::of(StoreError::Corrupt {
            table: table.name(),
            key,
            detail: "the database holds something that is not a text".to_owned(),
            text: None,
        })),
    }
}

/// The end of a transaction.
struct Ending {
    slot: Slot<Result<(), Failure>>,
    _listeners: [Listener; 2],
}

impl Ending {
    /// Listens for it; to be called before the transaction can end, which is while the caller has not awaited.
    fn of(transaction: &IdbTransaction) -> Self {
        let slot = Slot::new();
        let complete = Listener::on(transaction.clone(), "complete", {
            let slot = slot.clone();
            move |_| {
                let _ = slot.fill(Ok(()));
            }
        });
        // A request that fails aborts its transaction; a full disk aborts it without any request failing.
        let abort = Listener::on(transaction.clone(), "abort", {
            let (transaction, slot) = (transaction.clone(), slot.clone());
            move |_| {
                let _ = slot.fill(Err(Failure::from_abort(transaction.error())));
            }
        });
        Self { slot, _listeners: [complete, abort] }
    }

    async fn wait(self) -> Result<(), Failure> {
        self.slot.take().await
    }
}
