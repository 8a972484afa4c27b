//! What a page asks of the browser: focus, title, scroll. Views come here, since the browser's room is not theirs.

use crate::browser::page;

/// The id of the main part of every page.
pub const MAIN: &str = "main";

/// Moves the focus to the main part.
pub fn focus_main() {
    page::focus(MAIN);
}

pub use page::{focus, scroll_to_top, set_title};
