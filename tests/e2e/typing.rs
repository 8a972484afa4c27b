//! Text while it is typed.

use std::time::{Duration, Instant};

use crate::pages::{Checklist, Home};
use crate::setup::open_app;

#[test]
fn a_note_outlives_the_browser_half_a_second_after_its_last_key() {
    let mut app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    let item = list.without_note();
    let text = "Bảng niêm yết cũ, thiếu 3 thủ tục; ảnh chụp lúc 9 giờ.";
    app.page.click(&Checklist::note(&item)).unwrap();
    app.page.type_text(text).unwrap();
    let last = Instant::now();
    std::thread::sleep(Duration::from_millis(500).saturating_sub(last.elapsed()));
    app.kill_and_restart(&place);
    let answers = Checklist::wait(&app.page).answers();
    assert_eq!(answers[&item][1], text);
}
