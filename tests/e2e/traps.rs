//! What once stopped the app: something that ran later read what was gone with its page or its effect.

use xtask::chromium::Page;

use crate::pages::{Home, go, handle, wait_for_saved};
use crate::setup::{SOON, open_app};

fn set(page: &Page, field: &str, value: &str) {
    let set = format!(
        "(() => {{ const field = document.querySelector('{field}'); field.value = '{value}';
        field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    );
    page.eval(&set).unwrap();
}

fn value(page: &Page, field: &str) -> String {
    page.text(&format!("document.querySelector('{field}').value")).unwrap()
}

#[test]
fn a_clock_stop_can_be_typed_undone_and_typed_again() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample().open_visit(0);
    go(page, &format!("{}/ho-so/moi", app.place()), ".stops + button");
    page.fill("#code", "H-01").unwrap();
    page.eval("document.querySelector('.stops + button').click()").unwrap();
    page.wait_for_element("[id^=stop-from-]", SOON).unwrap();
    page.eval("document.querySelector('.stops').closest('details').open = true").unwrap();
    set(page, "[id^=stop-from-]", "2023-05-10");
    wait_for_saved(page);
    let other = app.browser.page(&page.text("location.href").unwrap()).unwrap();
    for (turn, why) in ["chờ bổ sung", "chờ giám định"].into_iter().enumerate() {
        page.fill("[id^=stop-why-]", why).unwrap();
        // What is typed without leaving the field would be one step to undo.
        page.eval("document.activeElement.blur()").unwrap();
        wait_for_saved(page);
        let arrived = format!("document.querySelector('[id^=stop-why-]')?.value === '{why}'");
        other.wait_for(&arrived, SOON, &format!("the other tab follows, turn {turn}")).unwrap();
    }
    page.click(&handle("undo")).unwrap();
    page.wait_for("document.querySelector('[id^=stop-why-]').value === 'chờ bổ sung'", SOON, "undone").unwrap();
    page.fill("[id^=stop-why-]", "nghỉ lễ").unwrap();
    wait_for_saved(page);
    for tab in [page, &other] {
        tab.wait_for("document.querySelector('[id^=stop-why-]')?.value === 'nghỉ lễ'", SOON, "it is typed again")
            .unwrap();
    }
    // The form goes on, in the stop and elsewhere.
    page.fill("#sector", "Đất đai").unwrap();
    wait_for_saved(page);
    page.fill("[id^=stop-why-]", "chờ hội đồng").unwrap();
    wait_for_saved(page);
    // What another tab writes comes into the form, and can be typed over.
    other.wait_for("document.querySelector('[id^=stop-why-]')?.value === 'chờ hội đồng'", SOON, "the last").unwrap();
    other.fill("[id^=stop-why-]", "chờ ý kiến").unwrap();
    page.wait_for("document.querySelector('[id^=stop-why-]').value === 'chờ ý kiến'", SOON, "it comes over").unwrap();
    page.fill("[id^=stop-why-]", "chờ lần hai").unwrap();
    wait_for_saved(page);
    page.fill("#sector", "Hộ tịch").unwrap();
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for_element("[id^=stop-why-]", SOON).unwrap();
    assert_eq!([value(page, "[id^=stop-why-]"), value(page, "#sector")], ["chờ lần hai", "Hộ tịch"]);
    app.assert_clean();
    assert_eq!(other.report().errors, [""; 0]);
}

/// Goes to a page, does something that takes a while, and leaves at once.
fn leave_at_once(page: &Page, place: &str, ready: &str, act: &str) {
    go(page, place, ready);
    page.eval(&format!("(() => {{ {act} location.hash = '#/cai-dat'; }})()")).unwrap();
    page.wait_for_element("#person", SOON).unwrap();
}

#[test]
fn a_page_left_while_its_change_is_written_takes_no_harm() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample();
    let field = |id: &str, value: &str| {
        format!(
            "{{ const field = document.querySelector('#{id}'); field.value = '{value}'; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
        )
    };
    // A day of the calendar, and a legal basis: added, and removed.
    go(page, "#/lich", &handle("calendar-day-add"));
    page.click(&handle("calendar-day-add")).unwrap();
    page.wait_for_element("#day-date", SOON).unwrap();
    let day =
        [field("day-date", "2024-09-10"), field("day-name", "Nghỉ bão"), field("day-basis", "Công điện")].concat();
    let save = format!("{day} document.querySelector('[data-testid=calendar-day-save]').click();");
    page.eval(&format!("(() => {{ {save} location.hash = '#/cai-dat'; }})()")).unwrap();
    page.wait_for_element("#person", SOON).unwrap();
    // While one record is written, no other one is.
    page.wait_for("document.querySelectorAll('.notice__action').length === 1", SOON, "the day is written").unwrap();
    leave_at_once(
        page,
        "#/can-cu",
        "[data-basis] button",
        "[...document.querySelectorAll('[data-basis] button')].at(-1).click();",
    );
    page.wait_for("document.querySelectorAll('.notice__action').length === 2", SOON, "the basis is removed").unwrap();
    let remove = "document.querySelector('[data-date=\"2024-09-10\"] [data-testid=calendar-day-remove]').click();";
    go(page, "#/lich", "#year");
    page.eval("(() => { const year = document.querySelector('#year'); year.value = '2024'; year.dispatchEvent(new Event('change', { bubbles: true })); })()").unwrap();
    page.wait_for_element("[data-date=\"2024-09-10\"] [data-testid=calendar-day-remove]", SOON).unwrap();
    page.eval(&format!("(() => {{ {remove} location.hash = '#/cai-dat'; }})()")).unwrap();
    page.wait_for_element("#person", SOON).unwrap();
    // All of them were written, and can be taken back from anywhere.
    page.wait_for("document.querySelectorAll('.notice__action').length === 3", SOON, "three offers").unwrap();
    page.click(".notice__action").unwrap();
    page.wait_for("document.querySelectorAll('.notice__action').length === 2", SOON, "one is taken").unwrap();
    app.assert_clean();
}

#[test]
fn a_field_that_is_left_by_going_elsewhere_is_taken_and_takes_no_harm() {
    let app = open_app();
    let page = &app.page;
    Home(page).open_sample().open_visit(0);
    let visit = app.place();
    go(page, &format!("{visit}/niem-yet"), "#posting-counted");
    page.click("#posting-counted").unwrap();
    page.type_text("17").unwrap();
    page.eval("history.back()").unwrap();
    page.wait_for_element("[data-item]", SOON).unwrap();
    page.eval("history.forward()").unwrap();
    page.wait_for("document.querySelector('#posting-counted')?.value === '17'", SOON, "it was taken").unwrap();
    wait_for_saved(page);
    page.reload().unwrap();
    page.wait_for("document.querySelector('#posting-counted')?.value === '17'", SOON, "it was kept").unwrap();
    app.assert_clean();
}
