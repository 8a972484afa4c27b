//! One visit in two tabs.

use crate::pages::{Checklist, Home};
use crate::setup::open_app;

#[test]
fn an_answer_in_one_tab_appears_in_the_other_and_edits_in_both_are_kept() {
    let app = open_app();
    let first = Home(&app.page).open_sample().open_visit(0);
    let address = app.page.text("location.href").unwrap();
    let page = app.browser.page(&address).unwrap();
    let second = Checklist::wait(&page);
    let open = first.open_verdicts();

    first.choose(&open[0], "Đạt");
    second.wait_for_chosen(&open[0], "Đạt");
    second.choose(&open[1], "Không đạt");
    first.wait_for_chosen(&open[1], "Không đạt");

    // At the same moment, and again and again.
    let choose = |code: &str, value: &str| {
        format!("document.querySelector('[data-item=\"{code}\"] input[type=radio][value=\"{value}\"]').click()")
    };
    let value =
        page.text(&format!("document.querySelector('[data-item=\"{}\"] input:checked').value", open[1])).unwrap();
    for pair in open[2..].chunks_exact(2).take(5) {
        app.page.eval(&choose(&pair[0], &value)).unwrap();
        page.eval(&choose(&pair[1], &value)).unwrap();
    }
    for list in [&first, &second] {
        list.wait_for_status("saved");
        for code in open[2..].chunks_exact(2).take(5).flatten() {
            list.wait_for_chosen(code, "Không đạt");
        }
    }
    app.page.reload().unwrap();
    let first = Checklist::wait(&app.page);
    assert_eq!(first.chosen(&open[0]), "Đạt");
    for code in open[1..].iter().take(11) {
        assert_eq!(first.chosen(code), "Không đạt", "{code}");
    }
    assert_eq!(first.answers(), second.answers());
    app.assert_clean();
}
