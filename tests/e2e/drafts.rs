//! What is typed into a form and not saved: found again, however one leaves. `DRAFTS=all` tries every form with every way,
//! and the name of a form that form; otherwise each form is left in one way, chosen by `SEED`.

use serde_json::{Value, json};
use so_giam_sat::storage::backend::Table;
use xtask::chromium::Page;

use crate::audit::enter;
use crate::pages::{Checklist, Home, go, handle, press_in, to};
use crate::setup::{Chance, Opened, SOON, open_app, wait_until};
use crate::stored;

/// A form: its name, its place, and what is typed into which field.
struct Form {
    name: &'static str,
    place: String,
    /// What is clicked to open it.
    openers: Vec<String>,
    fields: Vec<(String, &'static str)>,
}

/// How a form is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Link,
    Reload,
    HideAndKill,
    Kill,
}

const WAYS: [Way; 5] = [Way::Back, Way::Link, Way::Reload, Way::HideAndKill, Way::Kill];

/// Whether the browser would ask before the page goes.
const ASKS: &str = "(() => { const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving); return leaving.defaultPrevented; })()";

fn form(name: &'static str, place: &str, opener: Option<&str>, fields: &[(&str, &'static str)]) -> Form {
    let fields = fields.iter().map(|(field, text)| ((*field).to_owned(), *text)).collect();
    Form { name, place: place.to_owned(), openers: opener.map(str::to_owned).into_iter().collect(), fields }
}

fn line(name: &str) -> String {
    format!("[data-testid=draft][data-form={name}]")
}

fn value(page: &Page, field: &str) -> Value {
    page.eval(&format!("document.querySelector({})?.value ?? null", json!(field))).unwrap()
}

fn wait_for_value(page: &Page, field: &str, text: &str, what: &str) -> Result<(), String> {
    let is = format!("document.querySelector({})?.value === {}", json!(field), json!(text));
    page.wait_for(&is, 8.0, what).map_err(|_late| format!("{what}: {field} holds {}", value(page, field)))
}

/// Opens a form by hand, unless it opens by itself.
fn open(page: &Page, form: &Form) {
    to(page, &form.place);
    let field = &form.fields[0].0;
    for opener in &form.openers {
        page.wait_for_element(opener, SOON).unwrap();
        wait_until_still(page, opener);
        page.click(opener).unwrap();
    }
    page.wait_for_element(field, SOON).unwrap();
}

/// Waits until an element stands still: what a page reads beside its visit may move it.
fn wait_until_still(page: &Page, selector: &str) {
    let still = format!(
        "(async () => {{ const top = () => document.querySelector({})?.getBoundingClientRect().top; const before = top();
        await new Promise((done) => setTimeout(done, 250)); return before !== undefined && top() === before; }})()",
        json!(selector)
    );
    page.wait_for(&still, SOON, &format!("{selector} stands still")).unwrap();
}

/// Waits until the database holds these texts in a draft. A draft is written within half a second of the last key, so a kill costs
/// what was typed in the last second at most; how long it takes here decides nothing.
fn wait_until_kept(page: &Page, texts: &[&str]) {
    let is_kept = || {
        let rows = stored::rows(page, &[Table::Drafts]);
        // In a row the text stands as JSON.
        let holds =
            |text: &&str| rows.iter().any(|(_, _, row)| row.contains(json!(text).to_string().trim_matches('"')));
        texts.iter().all(holds)
    };
    wait_until(&format!("a draft holds {texts:?}"), is_kept);
}

fn leave(app: &mut Opened, form: &Form, way: Way) {
    let texts: Vec<&str> = form.fields.iter().map(|(_, text)| *text).collect();
    match way {
        Way::Back => app.page.eval("history.back()").map(drop).unwrap(),
        // The name of the app leads home from every page.
        Way::Link => app.page.click("header a[href='#/']").unwrap(),
        Way::Reload => app.page.reload().unwrap(),
        Way::HideAndKill => {
            // Another tab comes to the front, and the browser ends.
            let hide = "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
                document.dispatchEvent(new Event('visibilitychange'))";
            app.page.eval(hide).unwrap();
            wait_until_kept(&app.page, &texts);
            app.kill_and_restart("#/");
        }
        Way::Kill => {
            wait_until_kept(&app.page, &texts);
            app.kill_and_restart("#/");
        }
    }
    app.page.wait_for_element("header a[href='#/']", SOON).unwrap();
}

/// Fills a form, leaves it, comes back, and discards what was found. What is not found again is told.
fn try_form(app: &mut Opened, form: &Form, way: Way) -> Result<(), String> {
    let what = format!("{} by {way:?}", form.name);
    to(&app.page, "#/cai-dat");
    open(&app.page, form);
    let before: Vec<Value> = form.fields.iter().map(|(field, _)| value(&app.page, field)).collect();
    for (field, text) in &form.fields {
        app.page.fill(field, text).unwrap();
    }
    leave(app, form, way);
    let page = &app.page;
    to(page, "#/cai-dat");
    page.wait_for(&format!("document.querySelector({}) === null", json!(form.fields[0].0)), SOON, "another page")
        .unwrap();
    to(page, &form.place);
    page.wait_for_element(&line(form.name), 8.0).map_err(|_late| format!("{what}: no draft"))?;
    for (field, text) in &form.fields {
        wait_for_value(page, field, text, &what)?;
    }
    press_in(page, &line(form.name), "Bỏ bản nháp");
    page.wait_for(&format!("document.querySelector('{}') === null", line(form.name)), SOON, "no draft").unwrap();
    for ((field, _), before) in form.fields.iter().zip(&before) {
        let is_back = || [before, &Value::Null].contains(&&value(page, field));
        // A cell that was open is closed with the next frame.
        page.wait_for(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
            SOON,
            "two frames",
        )
        .unwrap();
        if !is_back() {
            return Err(format!("{what}: {field} holds {} after the draft was discarded", value(page, field)));
        }
    }
    page.reload().unwrap();
    page.wait_for_element("header a[href='#/']", SOON).unwrap();
    Ok(())
}

/// The app with the sample, a passage that does not add up, and every form that there is.
fn all_forms() -> (Opened, Vec<Form>) {
    let app = open_app();
    app.page.set_viewport(1280, 800, false).unwrap();
    let supervision = Home(&app.page).open_sample();
    let home = app.place();
    let unit = app.page.text("document.querySelector('[href*=\"/don-vi/\"]:not([href$=\"/moi\"])').hash").unwrap();
    supervision.open_visit(0);
    let visit = app.place();
    enter(&app, &visit, "003", "I.2");
    let at = |end: &str| format!("{visit}{end}");
    go(&app.page, &at("/ton-tai"), "[data-finding]");
    let finding = app.page.text("document.querySelector('[data-finding]').dataset.finding").unwrap();
    let card = |rest: &str| format!("[data-finding=\"{finding}\"] {rest}");
    to(&app.page, &at("/so-lieu"));
    app.page.click(&handle("new-table")).unwrap();
    app.page.click("[data-kind=igate]").unwrap();
    app.page.wait_for_element(&handle("table-grid"), SOON).unwrap();
    app.page.click(&handle("row-add")).unwrap();
    app.page.wait_for("document.activeElement.matches('[data-named] > input')", SOON, "the name of the row").unwrap();
    app.page.type_text("UBND xã Uar").unwrap();
    app.page.press("Tab").unwrap();
    let table = app.place();
    let cell = "[data-cell='r1/tiep_nhan']";
    let long = "Kiểm tra 12 hồ sơ, 3 hồ sơ trễ hẹn không có thư xin lỗi";
    let mut forms = vec![
        form("supervision", "#/giam-sat/moi", None, &[("#topic", long), ("#place", "Ia Rmok"), ("#post-1", "Thư ký")]),
        form("supervision", &format!("{home}/sua"), None, &[("#topic", long), ("#name-0", "Bà A")]),
        form("units", &format!("{home}/don-vi/moi"), None, &[("#unit-names", "UBND xã A\nUBND xã B")]),
        form("unit", &unit, None, &[("#unit-name", "UBND xã khác")]),
        form(
            "visit",
            &format!("{home}/buoi/moi"),
            None,
            &[("#present", "Chủ tịch\nThư ký"), ("#visit-date", "2023-05-09")],
        ),
        form("visit", &at("/sua"), None, &[("#present", "Phó Chủ tịch")]),
        form(
            "finding",
            &at("/ton-tai"),
            Some(&card("[id$=-act]")),
            &[(&card("[id$=-statement]"), long), (&card("[id$=-deadline]"), "2023-06-30")],
        ),
        form("withdrawal", &at("/ton-tai"), Some(&card("button.button--quiet")), &[(&card("[id^=withdraw-]"), long)]),
        form("new-finding", &at("/ton-tai"), Some("#add-finding"), &[("#new-finding-statement", long)]),
        form("set-aside", &at("/chenh-lech"), Some(&handle("set-aside")), &[("[id^=why-]", long)]),
        form("apology", &at("/ho-so/d-1/xin-loi"), None, &[("#reason", long), ("#signer", "Chủ tịch")]),
        form("statement", &at("/so-lieu/loi-van/moi"), None, &[("#statement-place", "I.3"), ("#statement-text", long)]),
        form("posting-add", &at("/niem-yet"), Some("[data-testid=posting-add] summary"), &[("#posting-name", long)]),
        form("draw", &at("/lay-mau"), None, &[("#draw-list", "Sổ theo dõi"), ("#draw-size", "12")]),
        form("calendar-day", "#/lich", Some("#day-add"), &[("#day-name", long), ("#day-date", "2024-09-10")]),
        form("legal", "#/can-cu", Some("#legal-add"), &[("#legal-title", long), ("#legal-number", "12/CV")]),
        form("procedure-list", "#/thu-tuc", None, &[("#list-name", "gia-lai")]),
        form(
            "table-form",
            &at("/so-lieu/moi"),
            Some("[data-kind=tu-do]"),
            &[("#free-name", long), ("#free-column-0", "Quá hạn")],
        ),
        form("cell", &table, Some(cell), &[(&format!("{cell} > input"), "chờ số liệu")]),
    ];
    // A cell is made the active one, then it is edited.
    if let Some(form) = forms.last_mut() {
        form.openers.push(cell.to_owned());
    }
    (app, forms)
}

#[test]
fn no_draft_is_lost_however_a_form_is_left() {
    let (mut app, forms) = all_forms();
    let mut chance = Chance::seeded();
    let wanted = std::env::var("DRAFTS").ok();
    let is_wanted = |form: &Form| wanted.as_deref().is_none_or(|wanted| wanted == "all" || wanted == form.name);
    let (mut tried, mut lost) = (0, Vec::new());
    let began = std::time::Instant::now();
    for form in forms.iter().filter(|form| is_wanted(form)) {
        let one = WAYS[usize::try_from(chance.below(WAYS.len() as u64)).unwrap()];
        for way in WAYS.into_iter().filter(|way| wanted.is_some() || *way == one) {
            tried += 1;
            lost.extend(try_form(&mut app, form, way).err());
        }
    }
    println!("{tried} forms left, {} drafts lost, {:.0} s", lost.len(), began.elapsed().as_secs_f64());
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn leaving_a_visit_that_cannot_be_saved_is_told_and_asked_about() {
    let mut app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let address = app.page.text("location.href").unwrap();
    let origin = app.page.text("location.origin").unwrap();
    app.browser.relaunch().unwrap();
    app.page = app.browser.blank().unwrap();
    app.page.set_quota(&origin, Some(1)).unwrap();
    app.page.goto(&address).unwrap();
    let page = &app.page;
    let list = Checklist::wait(page);
    assert_eq!(page.eval(ASKS).unwrap(), false, "nothing is changed, nothing is asked");
    let item = list.open_verdicts().remove(0);
    list.choose(&item, "Đạt");
    list.wait_for_status("failed");
    assert_eq!(page.eval(ASKS).unwrap(), true, "the browser asks before the page goes");
    page.click("header a[href='#/']").unwrap();
    page.wait_for_element(".notice--error", SOON).unwrap();
    assert_eq!(page.eval(ASKS).unwrap(), true, "what the app still holds is asked about on every page");
    page.set_quota(&origin, None).unwrap();
    page.wait_for(&format!("!{ASKS}"), SOON, "nothing to ask once it is saved").unwrap();
    page.goto(&address).unwrap();
    page.reload().unwrap();
    assert_eq!(Checklist::wait(page).chosen(&item), "Đạt");
}

#[test]
fn a_finding_is_not_called_saved_while_its_text_is_not_and_its_draft_goes_with_the_save() {
    let app = open_app();
    Home(&app.page).open_sample().open_visit(0);
    let place = format!("{}/ton-tai", app.place());
    let page = &app.page;
    go(page, &place, "[data-finding]");
    let list = Checklist(page);
    list.wait_for_status("saved");
    page.click("[data-finding] [id$=-act]").unwrap();
    page.wait_for_element("[data-finding] [id$=-statement]", SOON).unwrap();
    list.wait_for_status("saved");
    page.fill("[data-finding] [id$=-statement]", "Chưa niêm yết 3 thủ tục.").unwrap();
    list.wait_for_status("typing");
    page.wait_for_element(&line("finding"), SOON).unwrap();
    page.click("[data-finding] .finding__form button[type=submit]").unwrap();
    list.wait_for_status("saved");
    let says = "document.querySelector('[data-finding]').innerText.includes('Chưa niêm yết 3 thủ tục.')";
    page.wait_for(says, SOON, "the finding with its new words").unwrap();
    page.reload().unwrap();
    page.wait_for_element("[data-finding]", SOON).unwrap();
    page.wait_for(says, SOON, "the finding with its new words").unwrap();
    assert_eq!(page.eval("document.querySelector('[data-testid=draft]')").unwrap(), Value::Null, "the draft is gone");
    app.assert_clean();
}

#[test]
fn a_form_that_was_left_half_filled_is_named_on_the_other_pages_and_leads_back() {
    let app = open_app();
    let page = &app.page;
    let left = |count: usize, what: &str| {
        let links = format!("document.querySelectorAll('[data-testid=drafts-left] a').length === {count}");
        page.wait_for(&links, SOON, what).unwrap();
    };
    to(page, "#/giam-sat/moi");
    page.fill("#topic", "Giải quyết thủ tục hành chính").unwrap();
    to(page, "#/");
    left(1, "the draft of the new supervision");
    page.click("[data-testid=drafts-left] a").unwrap();
    wait_for_value(page, "#topic", "Giải quyết thủ tục hành chính", "the draft").unwrap();
    press_in(page, ".form__buttons", "Hủy");
    page.wait_for("location.hash === '#/'", SOON, "home").unwrap();
    left(0, "a draft that was discarded is not left");

    Home(page).open_sample().open_visit(0);
    let place = app.place();
    to(page, &format!("{place}/ton-tai"));
    page.click("[data-finding] [id$=-act]").unwrap();
    page.wait_for_element("[data-finding] [id$=-statement]", SOON).unwrap();
    page.fill("[data-finding] [id$=-statement]", "Chưa niêm yết 3 thủ tục.").unwrap();
    page.wait_for_element(&line("finding"), SOON).unwrap();
    left(0, "a form that is open is not left");
    to(page, &place);
    left(1, "the draft of the finding, on the checklist");
    page.reload().unwrap();
    left(1, "the draft of the finding, after a reload");
    page.click("[data-testid=drafts-left] a").unwrap();
    page.wait_for_element(&line("finding"), SOON).unwrap();
    page.click("[data-finding] .finding__form button[type=submit]").unwrap();
    Checklist(page).wait_for_status("saved");
    to(page, &place);
    left(0, "what was saved is not left");
    app.assert_clean();
}

#[test]
fn a_saved_supervision_leaves_no_draft_and_a_cancelled_one_can_be_had_back() {
    let app = open_app();
    let page = &app.page;
    to(page, "#/giam-sat/moi");
    page.fill("#topic", "Giải quyết thủ tục hành chính").unwrap();
    page.wait_for_element(&line("supervision"), SOON).unwrap();
    press_in(page, ".form__buttons", "Hủy");
    page.wait_for("location.hash === '#/'", SOON, "home").unwrap();
    press_in(page, ".notice", "Hoàn tác");
    page.wait_for_element("#topic", SOON).unwrap();
    wait_for_value(page, "#topic", "Giải quyết thủ tục hành chính", "the draft again").unwrap();
    page.click(&handle("save")).unwrap();
    page.wait_for("/^#.giam-sat.(?!moi)/.test(location.hash)", SOON, "the supervision").unwrap();
    go(page, "#/giam-sat/moi", "#topic");
    page.reload().unwrap();
    page.wait_for_element("#topic", SOON).unwrap();
    assert_eq!(stored::rows(page, &[Table::Drafts]), [], "there is nothing to fill a form with");
    assert_eq!(value(page, "#topic"), "", "a new form is blank");
    assert_eq!(page.eval("document.querySelector('[data-testid=draft]')").unwrap(), Value::Null, "there is no draft");
    app.assert_clean();
}

#[test]
fn a_draft_over_a_record_that_changed_since_says_so_and_outlives_the_other_tabs_save() {
    let app = open_app();
    Home(&app.page).open_sample();
    let (page, edit) = (&app.page, format!("{}/sua", app.place()));
    let other = app.browser.page(&format!("{}{edit}", app.url)).unwrap();
    other.wait_for_element("#topic", SOON).unwrap();
    to(page, &edit);
    page.fill("#topic", "Chuyên đề đang gõ").unwrap();
    page.wait_for_element(&line("supervision"), SOON).unwrap();
    wait_until_kept(page, &["Chuyên đề đang gõ"]);
    other.fill("#topic", "Chuyên đề sửa ở thẻ khác").unwrap();
    other.click(&handle("save")).unwrap();
    other.wait_for_element("[data-visit]", SOON).unwrap();
    other.close().unwrap();
    // That save deleted the draft. Nothing is typed here any more: what stands in the form is kept all the same.
    wait_until_kept(page, &["Chuyên đề đang gõ"]);
    page.eval("history.back()").unwrap();
    page.wait_for_element("[data-visit]", SOON).unwrap();
    go(page, &edit, &line("supervision"));
    wait_for_value(page, "#topic", "Chuyên đề đang gõ", "the draft").unwrap();
    page.wait_for_element(&format!("{} .draft__warning", line("supervision")), SOON).unwrap();
    app.assert_clean();
}

#[test]
fn a_draft_that_the_device_cannot_keep_is_told_and_asked_about_before_leaving() {
    let mut app = open_app();
    Home(&app.page).open_sample();
    let address = format!("{}#/giam-sat/moi", app.url);
    let origin = app.page.text("location.origin").unwrap();
    app.browser.relaunch().unwrap();
    app.page = app.browser.blank().unwrap();
    app.page.set_quota(&origin, Some(1)).unwrap();
    app.page.goto(&address).unwrap();
    let page = &app.page;
    page.wait_for_element("#topic", SOON).unwrap();
    assert_eq!(page.eval(ASKS).unwrap(), false, "nothing is typed, nothing is asked");
    page.fill("#topic", "Giải quyết thủ tục hành chính").unwrap();
    page.wait_for_element(&format!("{}[data-state=failed]", line("supervision")), SOON).unwrap();
    assert_eq!(page.eval(ASKS).unwrap(), true, "the browser asks before the page goes");
    page.set_quota(&origin, None).unwrap();
    page.wait_for_element(&format!("{}[data-state=kept]", line("supervision")), SOON).unwrap();
    assert_eq!(page.eval(ASKS).unwrap(), false, "what is kept needs no question");
    page.reload().unwrap();
    page.wait_for_element(&line("supervision"), SOON).unwrap();
    wait_for_value(page, "#topic", "Giải quyết thủ tục hành chính", "the draft").unwrap();
}
