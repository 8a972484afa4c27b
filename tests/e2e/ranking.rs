//! What the figures say: units in order of an indicator, the lists, and where each figure stands.

use std::fs;

use serde_json::{Value, json};
use xtask::chromium::Page;

use crate::pages::{go, handle};
use crate::setup::{Opened, SOON, open_app};

/// iGate by unit: received, resolved, on time and late with their shares.
fn table(period: &str, units: &[(&str, i64, i64)]) -> Value {
    let forms: Value = serde_json::from_slice(&fs::read("public/data/bieu-mau.json").unwrap()).unwrap();
    let form = forms["forms"].as_array().unwrap().iter().find(|form| form["id"] == "igate").unwrap();
    let figure = |count: i64| json!({ "figure": count.to_string() });
    let rows = units.iter().enumerate().map(|(place, (name, resolved, late))| {
        let number = (place + 1).to_string();
        let cells =
            json!([figure(*resolved), figure(*resolved), figure(resolved - late), "blank", figure(*late), "blank"]);
        json!({ "key": number, "number": number, "name": name, "depth": 0, "cells": cells })
    });
    let rows: Vec<Value> = rows.collect();
    json!({ "form": form, "title": "", "body": "UBND tỉnh", "period": { "name": period }, "rows": rows })
}

/// The sample with tables in its first visit, imported; and the address of that visit.
fn open_with(tables: &[Value]) -> (Opened, String) {
    let app = open_app();
    let mut file: Value = serde_json::from_slice(&fs::read("public/data/giam-sat-mau-krong-pa.json").unwrap()).unwrap();
    let visit = file["visits"][0].as_object_mut().unwrap();
    let place = format!("#/buoi/{}", visit["id"].as_str().unwrap());
    let stamp = json!({ "at": "2023-05-10T01:00:00Z", "by": "", "device": "" });
    let held = |(place, table): (usize, &Value)| json!({ "id": format!("b{place}"), "held": { "value": table, "stamp": stamp } });
    let tables: Vec<Value> = tables.iter().enumerate().map(held).collect();
    visit.insert("figures".to_owned(), json!({ "tables": tables, "statements": [], "ties": [], "decisions": [] }));
    let path = app.folder.join("co-bieu.json");
    fs::write(&path, file.to_string()).unwrap();
    app.page.wait_for_element(&handle("import-file"), SOON).unwrap();
    app.page.upload(&handle("import-file"), &path).unwrap();
    app.page.wait_for_element(&handle("import-confirm"), SOON).unwrap();
    app.page.click(&handle("import-confirm")).unwrap();
    app.page.wait_for_element("[data-visit]", SOON).unwrap();
    (app, place)
}

/// Rank and name of each row, in order.
fn ranks(page: &Page) -> Value {
    page.eval(
        "[...document.querySelectorAll('[data-testid=ranking] tbody tr')]
            .map((row) => `${row.dataset.rank} ${row.querySelector('th').textContent}`)",
    )
    .unwrap()
}

fn choose(page: &Page, id: &str, name: &str) {
    let chosen = page.eval(&format!(
        "(() => {{ const list = document.getElementById({id}); const option = [...list.options].find((one) => one.text.includes({name}));
           if (!option) return [...list.options].map((one) => one.text).join(' | ');
           list.value = option.value; list.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()",
        id = json!(id),
        name = json!(name),
    ));
    assert_eq!(chosen.unwrap(), true);
}

#[test]
fn units_are_ranked_with_ties_and_each_share_opens_to_its_cells() {
    let units = [("xã Uar", 200, 20), ("xã Chư Gu", 100, 0), ("xã Ia Rmok", 50, 5), ("xã Đất Bằng", 0, 0)];
    let (app, visit) = open_with(&[table("Quý I/2023", &units)]);
    let page = &app.page;
    go(page, &format!("{visit}/xep-hang"), &handle("ranking"));
    choose(page, "chi-tieu", "trễ hạn");
    page.wait_for("document.querySelector('[data-testid=ranking] tbody tr')?.dataset.rank === '1'", SOON, "ranks")
        .unwrap();
    assert_eq!(ranks(page), json!(["1 xã Chư Gu", "2 xã Uar", "2 xã Ia Rmok"]));
    let all = page.text("document.querySelector('[data-testid=ranking]').textContent").unwrap();
    assert!(all.contains("Không xếp hạng vì không có tỷ lệ: xã Đất Bằng."), "{all}");
    assert!(all.contains("10,00%"), "{all}");
    let sources = page.text("document.querySelectorAll('[data-testid=ranking] details')[1].textContent").unwrap();
    assert!(sources.contains("Tử số 20") && sources.contains("Mẫu số 200") && sources.contains("xã Uar"), "{sources}");

    page.fill("#phe-binh", "10").unwrap();
    page.wait_for_element("[data-list=criticise]", SOON).unwrap();
    let list = page.text("document.querySelector('[data-list=criticise]').textContent").unwrap();
    assert_eq!(list, "Phê bình (2): xã Uar, xã Ia Rmok.");
    page.fill("#phe-binh", "nhiều").unwrap();
    let error = page.text("document.getElementById('phe-binh-error').textContent").unwrap();
    assert!(error.contains("từ 0 đến 100"), "{error}");
    app.assert_clean();
}

#[test]
fn an_indicator_is_followed_over_periods_and_bodies_are_held_against_each_other() {
    let of = |late| [("xã Uar", 100, late)];
    let (app, visit) = open_with(&[table("Quý II/2023", &of(10)), table("Quý I/2023", &of(30))]);
    let page = &app.page;
    go(page, &format!("{visit}/xep-hang"), &handle("ranking"));
    choose(page, "chi-tieu", "trễ hạn");
    let points = "[...document.querySelectorAll('.chart__point')].length";
    page.wait_for(&format!("{points} === 2"), SOON, "two points").unwrap();
    let line = page.text("document.querySelector('.chart__line').parentElement.textContent").unwrap();
    assert!(line.find("30,00%").unwrap() < line.find("10,00%").unwrap(), "the first quarter stands first: {line}");
    choose(page, "bieu", "cùng mẫu");
    page.wait_for("document.querySelectorAll('[data-testid=ranking] tbody tr').length === 2", SOON, "both tables")
        .unwrap();
    assert_eq!(ranks(page), json!(["1 UBND tỉnh (Quý II/2023)", "2 UBND tỉnh (Quý I/2023)"]));

    let supervision = page.text("document.querySelector('.tabs__up a').hash").unwrap();
    go(page, &format!("{supervision}/xep-hang"), &handle("ranking"));
    assert!(page.text("document.getElementById('bieu').textContent").unwrap().contains("cùng mẫu"));
    app.assert_clean();
}
