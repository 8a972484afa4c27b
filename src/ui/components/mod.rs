//! Widgets that pages share.

pub mod header;

pub mod not_readable;

pub mod not_read;

pub mod offline_line;

pub mod data_loss;

pub mod slow_database;

pub mod notices;

pub mod page_head;

pub mod loaded;

pub mod field;

pub mod typed;

pub mod text_field;

pub mod date_field;

pub mod choice;

pub mod form_buttons;

pub mod form_draft;

pub mod draft_line;

pub mod left_drafts;

pub mod search_field;

pub mod import_button;

pub mod file_button;

pub mod pick;

pub mod corrupt;

pub mod own_data;

pub mod reference_links;

pub mod meter;

pub mod visit_link;

pub mod protection_line;

pub mod mandate;

pub mod report_table;

pub mod select;

pub mod table_import;

pub mod steps;

pub mod stops;

pub mod term_field;
