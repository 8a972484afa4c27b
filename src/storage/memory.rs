//! A database in memory, for tests and for a browser that has none.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};

/// Tables in memory.
#[derive(Debug, Default)]
pub struct MemoryBackend {
    tables: RefCell<BTreeMap<(Table, String), String>>,
}

impl MemoryBackend {
    fn keys(&self, table: Table, rows: &Rows) -> Vec<String> {
        let tables = self.tables.borrow();
        let from = match rows {
            Rows::Key(key) | Rows::Prefix(key) => key.clone(),
        };
        tables
            .range((table, from)..)
            .take_while(|((found, key), _)| {
                *found == table
                    && match rows {
                        Rows::Key(wanted) => key == wanted,
                        Rows::Prefix(prefix) => key.starts_with(prefix),
                    }
            })
            .map(|((_, key), _)| key.clone())
            .collect()
    }
}

impl Backend for MemoryBackend {
    async fn read(&self, ranges: Vec<(Table, Rows)>) -> Result<Vec<Vec<Row>>, StoreError> {
        let read = |(table, rows): (Table, Rows)| {
            let keys = self.keys(table, &rows);
            let tables = self.tables.borrow();
            keys.into_iter()
                .filter_map(|key| tables.get(&(table, key.clone())).map(|text| (key, text.clone())))
                .collect()
        };
        Ok(ranges.into_iter().map(read).collect())
    }

    async fn write(&self, expect: Vec<Expect>, ops: Vec<Op>) -> Result<(), StoreError> {
        for Expect { table, key, text } in expect {
            if self.tables.borrow().get(&(table, key.clone())) != text.as_ref() {
                return Err(StoreError::Conflict { key });
            }
        }
        for op in ops {
            match op {
                Op::Put(table, key, text) => {
                    self.tables.borrow_mut().insert((table, key), text);
                }
                Op::Delete(table, rows) => {
                    for key in self.keys(table, &rows) {
                        self.tables.borrow_mut().remove(&(table, key));
                    }
                }
            }
        }
        Ok(())
    }
}

/// What a future over this backend gives: in memory nothing is waited for, so it is ready when it is first polled.
#[cfg(test)]
pub fn ready<T>(future: impl Future<Output = T>) -> T {
    use std::task::{Context, Poll, Waker};
    match std::pin::pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the backend in memory never waits"),
    }
}
