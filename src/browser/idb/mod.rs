//! The database of the browser, IndexedDB, as a storage [`Backend`].
//!
//! It stands on web-sys itself. What the promises need, no wrapper crate offers together: durability `strict`, the
//! transaction's own reason for an abort, and word of a connection that the browser or another tab closed. The rules:
//!
//! - A read is one transaction, and so is a write with the check of what it expects. A write returns at `complete`.
//! - Nothing is awaited inside a transaction, because a transaction with no request in flight commits by itself.
//! - A connection that was lost is opened again and the call repeated once. A lost transaction has written nothing, as
//!   far as the browser can say; had it been written after all, the repetition ends as a conflict and never writes twice.
//! - Without IndexedDB there is no store: data is never put somewhere else in silence.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use web_sys::IdbDatabase;

use crate::storage::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};

use connection::Connection;
use failure::Failure;
use patience::{Patience, TellDelay};
use transaction::Batch;

mod connection;
mod failure;
mod opening;
mod patience;
mod transaction;

pub use connection::Lost;
pub use failure::store_error;
pub use opening::{DATABASE_VERSION, exists};
pub use patience::{BLOCKED_MS, Delay, SLOW_MS};

/// The database of the browser. Its clones share one connection.
#[derive(Clone)]
pub struct IndexedDb {
    inner: Rc<Inner>,
}

struct Inner {
    name: String,
    connection: RefCell<Option<Connection>>,
    notice: LostNotice,
    delay: DelayNotice,
}

/// Whom to tell of a lost connection.
type LostNotice = Rc<RefCell<Option<Rc<dyn Fn(Lost)>>>>;

/// Whom to tell that something takes long.
type DelayNotice = Rc<RefCell<Option<TellDelay>>>;

impl IndexedDb {
    /// Opens the database of this name, and makes or upgrades it where needed.
    ///
    /// Refused as [`StoreError::Unavailable`], [`StoreError::Forbidden`] or [`StoreError::PrivateWindow`] if the browser has
    /// no database to give, as [`StoreError::TooNew`] if a newer version of the app made it, which leaves it untouched, and
    /// as [`StoreError::Damaged`] if it does not open or lacks a table. It waits while another tab does not let go of an
    /// older version, and while the browser does not answer: see [`Self::on_delay`].
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let database = Self::lazy(name);
        database.connected().await?;
        Ok(database)
    }

    /// The database of this name, opened by the first call that needs it.
    pub fn lazy(name: &str) -> Self {
        let inner = Inner {
            name: name.to_owned(),
            connection: RefCell::default(),
            notice: Rc::default(),
            delay: Rc::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Calls back when the connection is lost, instead of whom it called before. The next call opens it again, so
    /// that [`Lost::ByBrowser`] needs no action.
    pub fn on_lost(&self, notice: impl Fn(Lost) + 'static) {
        self.inner.notice.replace(Some(Rc::new(notice)));
    }

    /// Calls back when opening or reading takes long, after [`BLOCKED_MS`] or [`SLOW_MS`], with the reason; and with none
    /// once it has ended. Every call that needs the database waits meanwhile.
    pub fn on_delay(&self, notice: impl Fn(Option<Delay>) + 'static) {
        self.inner.delay.replace(Some(Rc::new(notice)));
    }

    /// Closes the connection once running transactions have ended. The next call opens it again.
    pub fn close(&self) {
        self.inner.connection.take();
    }

    async fn connected(&self) -> Result<IdbDatabase, StoreError> {
        if let Some(database) = self.current() {
            return Ok(database);
        }
        let opened = opening::open(&self.inner.name, &self.tell_delay()).await?;
        if let Some(database) = self.current() {
            // Another call was quicker; a second connection would only stand in the way of an upgrade.
            opened.close();
            return Ok(database);
        }
        let connection = Connection::new(opened.clone(), Rc::clone(&self.inner.notice));
        self.inner.connection.replace(Some(connection));
        Ok(opened)
    }

    fn tell_delay(&self) -> TellDelay {
        let notice = Rc::clone(&self.inner.delay);
        Rc::new(move |delay| {
            let told = notice.borrow().clone();
            if let Some(told) = told {
                told(delay);
            }
        })
    }

    fn current(&self) -> Option<IdbDatabase> {
        self.inner.connection.borrow().as_ref().and_then(Connection::database)
    }

    /// Does something in the database, and once more over a new connection if the connection was lost.
    async fn with_connection<T>(
        &self,
        work: impl AsyncFn(&IdbDatabase) -> Result<T, Failure>,
    ) -> Result<T, StoreError> {
        let database = self.connected().await?;
        match work(&database).await {
            Err(failure) if failure.is_lost_connection => {
                if self.current().is_some_and(|current| current == database) {
                    self.close();
                }
                let database = self.connected().await?;
                work(&database).await.map_err(|failure| failure.error)
            }
            result => result.map_err(|failure| failure.error),
        }
    }
}

impl Backend for IndexedDb {
    async fn read(&self, ranges: Vec<(Table, Rows)>) -> Result<Vec<Vec<Row>>, StoreError> {
        let tell = self.tell_delay();
        let read = async |database: &IdbDatabase| {
            let _patience = Patience::new(&tell);
            transaction::read(database, &ranges).await
        };
        self.with_connection(read).await
    }

    async fn write(&self, expect: Vec<Expect>, ops: Vec<Op>) -> Result<(), StoreError> {
        let batch = Rc::new(Batch { expect, ops });
        self.with_connection(async |database| transaction::write(database, &batch).await).await
    }
}

impl fmt::Debug for IndexedDb {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("IndexedDb").field("name", &self.inner.name).finish_non_exhaustive()
    }
}
