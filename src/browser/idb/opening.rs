//! Opening the database, and bringing an older one up to the present version.

use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

use crate::browser::listener::Listener;
use crate::browser::page::window;
use crate::browser::slot::Slot;
use crate::storage::backend::{StoreError, Table};

use super::failure::name_and_message;
use super::patience::{Patience, TellDelay};

/// The version of the database's layout that this build works with. A new one needs a step of its own.
pub const DATABASE_VERSION: u32 = 3;

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// The step to each version from the one before. A step that was published never changes.
const STEPS: [Step; DATABASE_VERSION as usize] = [to_version_1, to_version_2, to_version_3];

fn to_version_1(database: &IdbDatabase) -> Result<(), JsValue> {
    // Written out: the tables of a later build do not belong to this version.
    for name in ["supervisions", "templates", "visits", "summaries", "changes", "tail", "revisions"] {
        database.create_object_store(name)?;
    }
    Ok(())
}

fn to_version_2(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store("references").map(drop)
}

fn to_version_3(database: &IdbDatabase) -> Result<(), JsValue> {
    ["drafts", "bin"].iter().try_for_each(|name| database.create_object_store(name).map(drop))
}

/// Why the database did not open.
enum Refusal {
    /// It has a newer version.
    Newer,
    /// Anything else.
    Other(StoreError),
}

type Opened = Result<IdbDatabase, Refusal>;

/// Opens the database of this name in the present version, and waits for as long as the browser takes.
pub(super) async fn open(name: &str, tell: &TellDelay) -> Result<IdbDatabase, StoreError> {
    if let Some(database) = woken(name) {
        return Ok(database);
    }
    match request(name, Some(DATABASE_VERSION), tell).await {
        Ok(database) => whole(database),
        Err(Refusal::Other(error)) => Err(error),
        Err(Refusal::Newer) => Err(StoreError::TooNew { found: version_found(name, tell).await }),
    }
}

/// By this name the page's script hands over the database that it woke.
const WOKEN: &str = "soGiamSatWoken";

/// The database that the page's script woke, if it is there already: this one, in the present version, with every table. The
/// script makes none and upgrades none. Where it has something else, or has nothing yet, the database is opened as ever,
/// and that says what is wrong with it.
fn woken(name: &str) -> Option<IdbDatabase> {
    let take: Function = Reflect::get(&window(), &WOKEN.into()).ok()?.dyn_into().ok()?;
    let taken = take.call2(&JsValue::NULL, &name.into(), &DATABASE_VERSION.into()).ok()?;
    whole(taken.dyn_into().ok()?).ok()
}

/// The database, if every table is in it.
fn whole(database: IdbDatabase) -> Result<IdbDatabase, StoreError> {
    let names = database.object_store_names();
    match Table::ALL.iter().find(|table| !names.contains(table.name())) {
        None => Ok(database),
        Some(table) => {
            database.close();
            Err(StoreError::Damaged { detail: format!("the table {} is missing", table.name()) })
        }
    }
}

/// Whether there is a database of this name with tables in it. None is made.
pub async fn exists(name: &str) -> bool {
    let tell: TellDelay = Rc::new(|_| ());
    let Ok(database) = request(name, None, &tell).await else {
        return false;
    };
    let has_tables = database.object_store_names().length() > 0;
    database.close();
    has_tables
}

/// The version that the database has; 0 if it does not say.
async fn version_found(name: &str, tell: &TellDelay) -> u32 {
    let Ok(database) = request(name, None, tell).await else {
        return 0;
    };
    database.close();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a version is a small whole number")]
    let version = database.version() as u32;
    version
}

fn factory() -> Result<IdbFactory, StoreError> {
    match window().indexed_db() {
        Ok(Some(factory)) => Ok(factory),
        Ok(None) => Err(StoreError::Unavailable { detail: "this browser has no IndexedDB".to_owned() }),
        Err(exception) => Err(not_opened(&exception)),
    }
}

/// What an exception means that came instead of an open database.
fn not_opened(exception: &JsValue) -> StoreError {
    let (name, message) = name_and_message(exception);
    match super::store_error(&name, &message) {
        // Firefox says so in a private window.
        StoreError::Backend { detail } if name == "InvalidStateError" => StoreError::PrivateWindow { detail },
        StoreError::Backend { detail } => StoreError::Damaged { detail },
        error => error,
    }
}

/// Opens in this version; without one, whatever there is, untouched.
async fn request(name: &str, version: Option<u32>, tell: &TellDelay) -> Opened {
    let factory = factory().map_err(Refusal::Other)?;
    let request = match version {
        Some(version) => factory.open_with_u32(name, version),
        None => factory.open(name),
    };
    let request = request.map_err(|exception| Refusal::Other(not_opened(&exception)))?;
    let slot: Slot<Opened> = Slot::new();
    let _listeners = listen(&request, version, &slot, Patience::new(tell));
    slot.take().await
}

fn listen(
    request: &IdbOpenDbRequest,
    version: Option<u32>,
    slot: &Slot<Opened>,
    mut patience: Patience,
) -> [Listener; 4] {
    let upgrade = Listener::on(request.clone(), "upgradeneeded", {
        let (request, slot) = (request.clone(), slot.clone());
        move |event| {
            let event: IdbVersionChangeEvent = JsValue::from(event).unchecked_into();
            if let Err(error) = upgrade(&request, version, event.old_version()) {
                let _ = slot.fill(Err(Refusal::Other(error)));
                if let Some(transaction) = request.transaction() {
                    // It throws only for a transaction that has ended.
                    let _ = transaction.abort();
                }
            }
        }
    });
    let success = Listener::on(request.clone(), "success", {
        let (request, slot) = (request.clone(), slot.clone());
        move |_| {
            let Ok(database) = request.result() else { return };
            if let Err(Ok(unwanted)) = slot.fill(Ok(database.unchecked_into())) {
                unwanted.close();
            }
        }
    });
    let error = Listener::on(request.clone(), "error", {
        let (request, slot) = (request.clone(), slot.clone());
        move |_| {
            let refusal = match request.error() {
                Ok(Some(exception)) if exception.name() == "VersionError" => Refusal::Newer,
                Ok(Some(exception)) => Refusal::Other(not_opened(&exception)),
                _ => Refusal::Other(StoreError::Damaged { detail: "the database did not open".to_owned() }),
            };
            let _ = slot.fill(Err(refusal));
        }
    });
    // The patience lives as long as the listeners.
    let blocked = Listener::on(request.clone(), "blocked", move |_| patience.blocked());
    [upgrade, success, error, blocked]
}

fn upgrade(request: &IdbOpenDbRequest, version: Option<u32>, from: f64) -> Result<(), StoreError> {
    if version.is_none() {
        // There is none; one without tables must not be left in its place.
        return Err(StoreError::Damaged { detail: "the database is gone".to_owned() });
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a version is a small whole number")]
    let from = from as usize;
    let run = || {
        let database: IdbDatabase = request.result()?.unchecked_into();
        STEPS.iter().skip(from).try_for_each(|step| step(&database))
    };
    run().map_err(|exception| not_opened(&exception))
}
