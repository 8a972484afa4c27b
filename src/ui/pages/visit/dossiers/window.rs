//! Which rows of a long list are on the page: those in sight and some beyond either edge.

use std::ops::Range;

/// Rows beyond each edge, so that a flick of the finger meets no gap.
const BEYOND: usize = 8;

/// The rows to draw, of `total` rows of `height` pixels each. `above` is how far the top of the list lies above the top
/// of the screen, below zero while it is still further down, and `screen` is the height of the screen, in pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a page fit, and none is negative")]
pub(super) fn window(above: f64, screen: f64, height: f64, total: usize) -> Range<usize> {
    let row_at = |offset: f64| (offset.max(0.0) / height) as usize;
    let first = row_at(above).saturating_sub(BEYOND).min(total);
    let last = row_at(above + screen).saturating_add(1 + BEYOND).min(total);
    first..last.max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_in_sight_are_drawn_and_few_more() {
        assert_eq!(window(0.0, 800.0, 40.0, 10_000), 0..29);
        assert_eq!(window(4_000.0, 800.0, 40.0, 10_000), 92..129);
        assert_eq!(window(399_600.0, 800.0, 40.0, 10_000), 9_982..10_000);
    }

    #[test]
    fn a_list_further_down_shows_its_head_and_one_scrolled_past_its_tail() {
        assert_eq!(window(-500.0, 800.0, 40.0, 100), 0..16);
        assert_eq!(window(-5_000.0, 800.0, 40.0, 100), 0..9);
        assert_eq!(window(90_000.0, 800.0, 40.0, 100), 100..100);
        assert_eq!(window(0.0, 800.0, 40.0, 0), 0..0);
    }
}
