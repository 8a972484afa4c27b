//! The reader of workbooks in its worker, by the messages that the app sends it.

use serde_json::json;
use xtask::bench::reader::{COLUMNS, ROWS, code, read, workbook};

use crate::setup::open_app;

#[test]
fn a_workbook_of_ten_thousand_rows_is_read_without_a_network() {
    let mut app = open_app();
    let asked_by_the_page = app.page.report().requests.iter().filter(|url| url.contains("/reader/")).count();
    assert_eq!(asked_by_the_page, 0, "the first load does without the reader");
    app.stop_server();
    app.restart("");

    let found = read(&app.page, &workbook(ROWS).unwrap()).unwrap();
    println!("read in {:.0} ms", found.milliseconds);
    let sheet = &found.opened["opened"]["sheets"][0];
    assert_eq!((&sheet["name"], &sheet["rows"]), (&json!("Hồ sơ"), &json!(ROWS)));
    assert_eq!(sheet["columns"].as_array().unwrap().len(), usize::from(COLUMNS));
    assert_eq!(sheet["heading"], json!({ "first": 0, "last": 0 }));
    assert_eq!(found.rows, u64::from(ROWS) - 1);
    let last = &found.last;
    assert_eq!((&last["line"], &last["record"]["code"]), (&json!(ROWS), &json!(code(ROWS - 1))));
    // Column 1 of row 9,999: 44,927 is 1 January 2023; 10,000 leaves 100 of 900 days and 16 of 96 quarters of an hour.
    assert_eq!(last["record"]["received"], json!({ "date": "2023-04-11", "time": "04:00:00" }));
    assert!(found.shares.len() > 20 && found.shares.is_sorted(), "{:?}", found.shares);
    assert_eq!((found.shares.first(), found.shares.last()), (Some(&0.0), Some(&1.0)));

    let refused = read(&app.page, b"PK\x03\x04 and no more").unwrap();
    assert_eq!(refused.opened, json!({ "refused": { "workbook": "broken" } }));
    assert_eq!((refused.rows, &refused.last), (0, &json!(null)), "nothing is open");
    app.assert_clean();
}

#[test]
fn no_other_script_becomes_a_worker() {
    let app = open_app();
    let attempt =
        "(() => { try { new Worker('./reader/other.js'); return 'started'; } catch (error) { return error.name; } })()";
    assert_eq!(app.page.text(attempt).unwrap(), "TypeError");
    assert!(app.page.take_errors().iter().any(|error| error.contains("refused")), "the refusal is said");
}
