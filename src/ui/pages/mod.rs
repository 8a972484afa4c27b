//! Pages, one for each route.

pub mod home;

pub mod supervision;

pub mod supervision_form;

pub mod unit_form;

pub mod visit_form;

pub mod visit;

pub mod coverage;
pub mod ranking;

pub mod calendar;

pub mod legal;

pub mod procedures;

pub mod import;

pub mod bin;

pub mod settings;

pub mod not_found;
