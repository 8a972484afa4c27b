//! Text while it is typed.

use std::time::{Duration, Instant};

use crate::pages::{Checklist, Home};
use crate::setup::{SOON, open_app};

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

#[test]
fn a_page_may_be_left_while_the_focus_is_in_a_field() {
    let app = open_app();
    let list = Home(&app.page).open_sample().open_visit(0);
    let place = app.place();
    let item = list.without_note();
    let text = "Bảng niêm yết đặt ngoài hành lang.";
    app.page.click(&Checklist::note(&item)).unwrap();
    app.page.type_text(text).unwrap();
    app.page.eval("history.back()").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    app.page.eval(&format!("location.hash = {}", serde_json::json!(place))).unwrap();
    assert_eq!(Checklist::wait(&app.page).answers()[&item][1], text);
    app.page.click("input[type=search]").unwrap();
    app.page.type_text("niêm yết").unwrap();
    app.page.eval("history.back()").unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    app.assert_clean();
}
