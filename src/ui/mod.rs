//! The views: pages by route, widgets that they share. Views read signals of `state` and call its methods; no rule of
//! the field is decided here.

pub mod app;

pub mod components;

pub mod pages;

pub mod parts;
