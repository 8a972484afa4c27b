//! The forms of a visit: a new one, which leads straight to its checklist, and one that is under way.

mod details;
mod edit;
mod export;
mod new;
mod present;
mod sections;
mod unit_select;

pub use edit::EditVisitForm;
pub use new::NewVisitForm;
