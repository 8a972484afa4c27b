use num_traits::ToPrimitive;
use proptest::prelude::*;

use crate::domain::answer::{Answer, Verdict};
use crate::domain::edit::Edit;
use crate::domain::fixture::{self, answer, code, day, every_answer, every_finding, make};
use crate::domain::id::{SectionCode, UnitId};
use crate::words::Lang;

use super::*;

fn seen(visit: Visit) -> VisitMaterial {
    VisitMaterial::new(visit, fixture::template(), None)
}

/// Two visits to the first unit, the later one empty, and one to the second.
fn visits() -> Vec<VisitMaterial> {
    let mut first = fixture::visit("v1", "u1", day(2023, 5, 10));
    make(&mut first, every_answer().into_iter().chain(every_finding()));
    let mut second = fixture::visit("v2", "u2", day(2023, 3, 9));
    make(&mut second, [answer("A01", Answer::Verdict { value: Verdict::Met })]);
    let latest = fixture::visit("v3", "u1", day(2023, 6, 1));
    [first, second, latest].map(seen).to_vec()
}

/// The cells under one heading.
fn column(table: &Table, heading: &str) -> Vec<Cell> {
    let position = table.columns.iter().position(|column| column.heading.vi == heading);
    let position = position.unwrap_or_else(|| panic!("no column {heading}"));
    table.rows.iter().map(|row| row[position].clone()).collect()
}

fn texts(table: &Table, heading: &str) -> Vec<String> {
    let text = |cell| match cell {
        Cell::Text(text) => text,
        Cell::Empty => String::new(),
        other => format!("{other:?}"),
    };
    column(table, heading).into_iter().map(text).collect()
}

fn said(item: &str, answer: Answer, lang: Lang) -> String {
    let template = fixture::template();
    answer_words(template.item(&code(item)).unwrap(), &answer, lang)
}

#[test]
fn answers_read_as_an_official_would_write_them() {
    let verdict = |value| Answer::Verdict { value };
    let ratio = |part, whole| Answer::Ratio { part, whole };
    let date = |on, due| Answer::Date { on, due };
    let reason = |reason: &str| Answer::NotApplicable { reason: reason.to_owned() };
    for (item, answer, vi, en) in [
        ("A01", verdict(Verdict::Met), "Đạt", "Met"),
        ("A01", verdict(Verdict::NotMet), "Không đạt", "Not met"),
        ("A01", reason(" "), "Không áp dụng: …", "Not applicable: …"),
        ("A02", reason("Chưa có "), "Không áp dụng: Chưa có", "Not applicable: Chưa có"),
        ("A02", ratio(Some(12), Some(15)), "12/15 (80,00%)", "12/15 (80,00%)"),
        ("A02", ratio(Some(1_298), Some(1_716)), "1.298/1.716 (75,64%)", "1.298/1.716 (75,64%)"),
        ("A02", ratio(Some(15), Some(15)), "15/15 (100%)", "15/15 (100%)"),
        ("A02", ratio(Some(0), Some(0)), "0/0 (không xác định)", "0/0 (undefined)"),
        ("A02", ratio(None, Some(15)), "…/15", "…/15"),
        (
            "B01",
            Answer::Counts { values: vec![Some(2), None] },
            "Quá hạn: 2; Tổng số: …",
            "Quá hạn (en): 2; Tổng số (en): …",
        ),
        ("B04", date(Some(day(2023, 1, 15)), None), "15/01/2023", "15/01/2023"),
        (
            "B05",
            date(Some(day(2023, 8, 1)), Some(day(2023, 8, 15))),
            "01/8/2023 (hạn 15/8/2023)",
            "01/8/2023 (due 15/8/2023)",
        ),
        ("B05", date(Some(day(2023, 8, 1)), None), "01/8/2023 (hạn …)", "01/8/2023 (due …)"),
        ("B06", Answer::Means { hundredths: vec![Some(970), Some(600)] }, "9,7/12; 6/8", "9,7/12; 6/8"),
        ("B06", Answer::Means { hundredths: vec![Some(600)] }, "6/12 điểm", "6/12 points"),
    ] {
        assert_eq!(said(item, answer.clone(), Lang::Vi), vi);
        assert_eq!(said(item, answer, Lang::En), en);
    }
}

#[test]
fn findings_keep_their_order_and_their_marks() {
    let (supervision, visits) = (fixture::supervision(), visits());
    let table = findings_table(&Material { supervision: &supervision, visits: &visits, legal: None });
    assert_eq!(texts(&table, "Mã mục"), ["A01", "A02", "B04", ""]);
    assert_eq!(texts(&table, "Trọng yếu"), ["Có", "Không", "Không", "Không"]);
    assert_eq!(texts(&table, "Tồn tại, hạn chế")[1], "Niêm yết 1.298/1.716 TTHC (75,64%)");
    assert_eq!(texts(&table, "Đã rút"), ["Không", "Có", "Không", "Không"]);
    assert_eq!(texts(&table, "Lý do rút")[1], "Đã bổ sung tại chỗ");
    assert_eq!(
        texts(&table, "Nguồn"),
        ["Từ mục kiểm tra, đã sửa lời", "Từ mục kiểm tra", "Mục không còn là không đạt", "Thêm tay"]
    );
    assert_eq!(texts(&table, "Nhóm")[0], "A. Công khai, niêm yết TTHC");
    assert_eq!(texts(&table, "Trả lời quan sát được")[0], "Không đạt");
    assert_eq!(texts(&table, "Ghi chú")[0], "Bảng trống,\n\"chỉ có bìa\"");
    assert_eq!(column(&table, "Thời hạn")[0], Cell::Date(day(2023, 8, 1)));
}

#[test]
fn answers_say_how_each_item_came_out() {
    let (supervision, visits) = (fixture::supervision(), visits());
    let table = answers_table(&Material { supervision: &supervision, visits: &visits[..1], legal: None });
    let codes = texts(&table, "Mã mục");
    let at = |code: &str| codes.iter().position(|known| known == code).unwrap();
    let conclusions = texts(&table, "Kết luận");
    for (code, conclusion) in [
        ("A01", "Không đạt"),
        ("A02", "Không đạt"),
        ("A03", "Chưa kiểm tra"),
        ("B01", "Đạt"),
        ("B02", "Không tính (ngoài phạm vi)"),
        ("B03", "Chưa kiểm tra"),
        ("B04", "Đạt"),
        ("B06", "Tính theo mức đạt"),
        ("B07", "Không áp dụng"),
        ("B09", "Chưa kiểm tra"),
    ] {
        assert_eq!(conclusions[at(code)], conclusion, "{code}");
    }
    // Asked only where A01 is met, and nothing was said there.
    assert!(!codes.contains(&"B08".to_owned()));
    assert_eq!(column(&table, "Tử số")[at("A02")], Cell::Count(1_298));
    assert_eq!(column(&table, "Trọng số")[at("B01")], Cell::Count(2));
    assert_eq!(column(&table, "Trọng số")[at("B02")], Cell::Empty);
    assert_eq!(texts(&table, "Lý do không áp dụng")[at("B07")], "Không phát sinh hồ sơ");
    assert_eq!(texts(&table, "Người trả lời")[at("A01")], "Lan");
    let exact = BigRational::new(1_298.into(), 1_716.into());
    assert_eq!(column(&table, "Tỷ lệ (%)")[at("A02")], Cell::Percent(exact.clone()));
    assert_eq!(column(&table, "Mức đạt (0–1)")[at("A02")], Cell::Decimal { value: exact, decimals: 4 });
}

#[test]
fn scores_end_in_a_total_with_its_band() {
    let (supervision, visits) = (fixture::supervision(), visits());
    let table = scores_table(&Material { supervision: &supervision, visits: &visits, legal: None });
    assert_eq!(texts(&table, "Nhóm")[..3], ["A. Công khai, niêm yết TTHC", "B. Tiếp nhận và giải quyết", "Tổng"]);
    assert_eq!(texts(&table, "Mục trọng yếu không đạt")[..3], ["A01", "", "A01"]);
    // 0 of 2, 1.298/1.716 of 1; then 1 of 1 three times and (9,7/12 + 6/8) / 2 of 1, each of weight 2.
    let points = BigRational::new(1_298.into(), 1_716.into())
        + BigRational::from(BigInt::from(6))
        + (BigRational::new(97.into(), 120.into()) + BigRational::new(3.into(), 4.into()));
    assert_eq!(column(&table, "Điểm")[2], Cell::Decimal { value: points, decimals: 2 });
    assert_eq!(column(&table, "Điểm tối đa")[2], Cell::Count(11));
    assert_eq!(texts(&table, "Xếp loại"), ["", "", "Khá", "", "", "Xuất sắc", "", "", ""]);
    assert_eq!(texts(&table, "Hạ bậc vì mục trọng yếu")[2], "Không");
    assert_eq!(column(&table, "Điểm /100")[8], Cell::Empty);
}

#[test]
fn units_stand_in_official_order_with_their_latest_visit() {
    let (supervision, visits) = (fixture::supervision(), visits());
    let material = Material { supervision: &supervision, visits: &visits, legal: None };
    let table = units_table(&material);
    assert_eq!(column(&table, "STT"), [1, 2, 3, 4].map(Cell::Count));
    assert_eq!(column(&table, "Số buổi làm việc"), [2, 1, 0, 0].map(Cell::Count));
    assert_eq!(column(&table, "Ngày gần nhất")[0], Cell::Date(day(2023, 6, 1)));
    assert_eq!(column(&table, "Điểm /100 (buổi gần nhất)")[0], Cell::Empty);
    assert_eq!(column(&table, "Số tồn tại, hạn chế (mọi buổi)")[0], Cell::Count(3));
    assert_eq!(column(&table, "Số tồn tại, hạn chế (mọi buổi)")[3], Cell::Empty);
    assert_eq!(texts(&table, "Hình thức giám sát")[3], "Gián tiếp qua báo cáo");
    assert_eq!(
        column(&units_table(&Material { visits: &visits[..1], ..material }), "Số buổi làm việc")[0],
        Cell::Count(1)
    );
}

#[test]
fn what_is_no_longer_asked_is_still_in_the_answers() {
    let mut visit = fixture::visit("v1", "u1", day(2023, 5, 10));
    make(&mut visit, every_answer());
    make(&mut visit, [Edit::Sections { sections: vec![SectionCode::new("B").unwrap()] }]);
    let supervision = fixture::supervision();
    let visits = [seen(visit)];
    let table = answers_table(&Material { supervision: &supervision, visits: &visits, legal: None });
    assert_eq!(texts(&table, "Mã mục")[..2], ["A01", "A02"]);
    assert_eq!(texts(&table, "Kết luận")[0], "Không tính (ngoài phạm vi)");
    assert_eq!(texts(&table, "Ghi chú")[0], "Bảng trống,\n\"chỉ có bìa\"");
}

#[test]
fn a_visit_to_a_unit_off_the_list_is_still_shown() {
    let mut supervision = fixture::supervision();
    supervision.units.retain(|unit| unit.id != UnitId::new("u1").unwrap());
    let visits = visits();
    let table = findings_table(&Material { supervision: &supervision, visits: &visits, legal: None });
    assert_eq!(texts(&table, "Đơn vị")[0], "u1");
}

proptest! {
    #[test]
    fn every_row_is_as_wide_as_its_table((visit, _) in fixture::random::any_visit()) {
        let supervision = fixture::supervision();
        let visits = [seen(visit)];
        let material = Material { supervision: &supervision, visits: &visits, legal: None };
        for table in [findings_table(&material), answers_table(&material), scores_table(&material), units_table(&material)] {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        }
        let shares = column(&answers_table(&material), "Mức đạt (0–1)");
        for share in shares {
            if let Cell::Decimal { value, .. } = share {
                prop_assert!((0.0..=1.0).contains(&value.to_f64().unwrap()));
            }
        }
        let findings = texts(&findings_table(&material), "Đã rút").iter().filter(|text| *text == "Không").count();
        prop_assert_eq!(column(&units_table(&material), "Số tồn tại, hạn chế (mọi buổi)")[0].clone(), number(findings));
    }
}
