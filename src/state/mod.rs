//! The session between the views and the store: signals, dispatch, autosave, notices. Views read signals and call
//! methods here; nothing here knows a view.

pub mod route;

pub mod notice;

pub mod references;

pub mod page;

pub mod owner_scope;

pub mod preferences;

pub mod app;

pub mod loading;

pub mod seen;

pub mod device;

pub mod library;

pub mod bin;

pub mod drafts;

mod draft_place;

mod start;

pub mod calendar;

mod legal;

mod forms;

pub mod procedures;

pub mod incoming;

pub mod reading;

pub mod figures_reading;

pub mod outgoing;

pub mod session;

mod held;

mod open;

mod typed_text;

pub mod opening;

mod samples;

mod handing;

mod units;

mod autosave;

pub use app::App;
pub use session::Session;
