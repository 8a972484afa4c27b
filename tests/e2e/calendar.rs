//! The working calendar.

use serde_json::json;

use crate::pages::go;
use crate::setup::{SOON, open_app};

#[test]
fn a_due_date_is_reckoned_and_explained_without_a_network() {
    let mut app = open_app();
    app.stop_server();
    go(&app.page, "#/lich", "#received");
    let fill = |field: &str, value: &str| {
        let fill = format!(
            "(() => {{ const field = document.querySelector('{field}'); field.value = '{value}';
            field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
        );
        app.page.eval(&fill).unwrap();
    };
    fill("#received", "2024-04-26");
    fill("#length", "4");
    app.page.wait_for_element("[data-testid=due-date]", SOON).unwrap();
    assert_eq!(app.page.text("document.querySelector('[data-testid=due-date]').dataset.date").unwrap(), "2024-05-06");
    let counted =
        "[...document.querySelectorAll('[data-testid=due-why] .steps__day--counted')].map((day) => day.dataset.date)";
    // The Saturday makes up for 29 April.
    assert_eq!(app.page.eval(counted).unwrap(), json!(["2024-05-02", "2024-05-03", "2024-05-04", "2024-05-06"]));
    app.assert_clean();
}
