//! An open connection, and the two ways in which it ends without being asked.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbVersionChangeEvent};

use crate::browser::listener::Listener;
use crate::browser::timer::Timer;

use super::LostNotice;

/// How long another tab's upgrade waits for what is still unsaved here, in milliseconds.
const GRACE_MS: i32 = 300;

/// How a connection was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The browser closed it, for instance because the person cleared its data, or its database process died.
    ByBrowser,
    /// Another tab runs a newer version of the app, and waits to upgrade the database. What is unsaved must be written
    /// at once: the connection closes within a third of a second. Then the page must be loaded again.
    ToUpgrade,
    /// Somebody deletes the database.
    ToDeletion,
}

/// An open connection; dropping it closes it.
pub(super) struct Connection {
    database: IdbDatabase,
    is_open: Rc<Cell<bool>>,
    _closed: Listener,
    _version_change: Listener,
}

impl Connection {
    /// Listens for the end of the connection.
    pub(super) fn new(database: IdbDatabase, notice: LostNotice) -> Self {
        let is_open = Rc::new(Cell::new(true));
        let tell = move |lost| {
            // Taken out first: whom it calls may set another.
            let told = notice.borrow().clone();
            if let Some(told) = told {
                told(lost);
            }
        };
        let closed = Listener::on(database.clone(), "close", {
            let (is_open, tell) = (Rc::clone(&is_open), tell.clone());
            move |_| {
                is_open.set(false);
                tell(Lost::ByBrowser);
            }
        });
        let version_change = Listener::on(database.clone(), "versionchange", {
            let (database, is_open) = (database.clone(), Rc::clone(&is_open));
            move |event| {
                let event: IdbVersionChangeEvent = JsValue::from(event).unchecked_into();
                tell(if event.new_version().is_some() { Lost::ToUpgrade } else { Lost::ToDeletion });
                let (database, is_open) = (database.clone(), Rc::clone(&is_open));
                let close = move || {
                    is_open.set(false);
                    database.close();
                };
                Timer::after(GRACE_MS, close).keep();
            }
        });
        Self { database, is_open, _closed: closed, _version_change: version_change }
    }

    /// The database, while it is open.
    pub(super) fn database(&self) -> Option<IdbDatabase> {
        self.is_open.get().then(|| self.database.clone())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}
