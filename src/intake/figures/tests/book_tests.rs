//! Figures of workbooks: believed as their cells show them, asked by column where that says nothing, and never certain
//! where they were not read.

use crate::domain::figures::audit::Sure;
use crate::intake::protocol::Question;
use rust_xlsxwriter::{Formula, Worksheet};

use super::*;

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/fixtures/cases/", $name)).as_slice()
    };
}

const HEADINGS: [&str; 8] = [
    "STT",
    "Đơn vị",
    "Số lượng tiếp nhận",
    "Đã giải quyết",
    "Đúng hạn SL",
    "Đúng hạn TL (%)",
    "Trễ hạn SL",
    "Trễ hạn TL (%)",
];

fn opened(bytes: &[u8]) -> (Reader, FiguresOpened) {
    open_sheets(&form("igate"), workbook::sheets(bytes, &mut |_| {}).unwrap()).unwrap()
}

fn read_book(bytes: &[u8]) -> FiguresReading {
    let (reader, opened) = opened(bytes);
    read(&reader, &opened.sheets[opened.best].request(form("igate"))).unwrap()
}

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, HEADINGS).unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

/// A row of a unit: a number under a format, or under none.
fn unit(sheet: &mut Worksheet, row: u32, name: &str, cells: [(f64, &str); 6]) {
    sheet.write(row, 0, row).unwrap();
    sheet.write(row, 1, name).unwrap();
    for (column, (number, code)) in (2..).zip(cells) {
        let format = Format::new().set_num_format(code);
        sheet.write_with_format(row, column, number, &format).unwrap();
    }
}

const PLAIN: &str = "General";

#[test]
fn cells_shown_as_percentages_are_read_as_they_are_shown_and_not_asked() {
    let reading = read_book(case!("percent-cells-one-by-one/F01-percent-format.xlsx"));
    assert_eq!((reading.asks.len(), reading.problems.len()), (0, 0));
    assert_eq!(
        outline(&reading),
        [
            "0 1 UBND xã Mẫu Một: 1716 1700 1680 98.8 20 1.2",
            "0 2 UBND xã Mẫu Hai: 1095 1000 985 98.5 15 1.5",
            "0 3 UBND xã Mẫu Ba: 90 80 80 100.0 0 0.0",
        ]
    );
    assert_eq!(audited(&form("igate"), &reading).discrepancies, []);
    let thirty = read_book(case!("percent-cells-one-by-one/F01-thirty.xlsx"));
    assert_eq!((thirty.rows.len(), thirty.asks.len()), (30, 0));
}

#[test]
fn formats_say_thousands_decimals_and_units() {
    let reading = read_book(&book(|sheet| {
        unit(
            sheet,
            1,
            "Xã A",
            [
                (1716.0, "#,##0"),
                (1700.0, "0\" hồ sơ\""),
                (1680.0, "#,##0\\ \"hs\""),
                (98.823_529, "0.0"),
                (20.0, "# ##0"),
                (1.176, "0.0\"%\""),
            ],
        );
    }));
    assert_eq!(outline(&reading), ["0 1 Xã A: 1716 1700 1680 98.8 20 1.2"]);
    assert_eq!(reading.asks, []);
}

#[test]
fn a_column_that_can_be_read_in_several_ways_is_asked_once_with_its_unit_and_answered_for_all() {
    let reading = read_book(&book(|sheet| {
        for (row, number, part) in [(1, 1.716, 0.988), (2, 2.5, 1.0), (3, 90.0, 1.02)] {
            let cells = [(number, PLAIN), (80.0, PLAIN), (80.0, PLAIN), (part, PLAIN), (0.0, PLAIN), (0.0, PLAIN)];
            unit(sheet, row, &format!("Xã {row}"), cells);
        }
    }));
    let igate = form("igate");
    let asked = reading.asked_columns();
    let told: Vec<(usize, &str, usize)> =
        asked.iter().map(|asked| (asked.column, asked.key.as_str(), asked.cells.len())).collect();
    assert_eq!(told, [(2, "tiep_nhan", 2), (5, "tl_dung_han", 3)]);
    assert_eq!(
        asked[1].sentence(&igate, Lang::Vi),
        "Cột F (Đúng hạn – TL (%), %): 3 ô như “0.988” có thể đọc theo nhiều cách; xin chọn một cách cho cả cột."
    );
    assert_eq!(asked[1].answer(Way::PartOfOne, &igate, Lang::Vi), "Phần của 1, nhân 100: “0.988” là 98,8 %");
    // Unanswered cells are not blank.
    assert_eq!(outline(&reading)[0], "0 1 Xã 1: ?1.716 80 80 ?0.988 0 0");
    let table = |answers: &[Option<Way>]| {
        let rows = reading.answered(&igate, answers);
        outline(&FiguresReading { rows, ..reading.clone() })
    };
    assert_eq!(
        table(&[Some(Way::Thousands), Some(Way::PartOfOne)]),
        ["0 1 Xã 1: 1716 80 80 98.8 0 0", "0 2 Xã 2: 2500 80 80 100 0 0", "0 3 Xã 3: 90 80 80 102 0 0",]
    );
    assert_eq!(table(&[None, Some(Way::Kept)])[2], "0 3 Xã 3: 90 80 80 1.02 0 0");
}

#[test]
fn what_a_format_hides_is_asked() {
    let ways = |number: f64, code: &str| {
        let reading = read_book(&book(|sheet| {
            let cells = [(number, code), (1.0, PLAIN), (1.0, PLAIN), (100.0, PLAIN), (0.0, PLAIN), (0.0, PLAIN)];
            unit(sheet, 1, "Xã A", cells);
        }));
        let ask = reading.asks.first().map(|ask| ask.ways.clone()).unwrap_or_default();
        let says = |way: &Way| reading.asks[0].reading(*way).unwrap().to_string();
        ask.iter().map(|way| (*way, says(way))).collect::<Vec<_>>()
    };
    let two = |one: (Way, &str), other: (Way, &str)| [one, other].map(|(way, says)| (way, says.to_owned())).to_vec();
    assert_eq!(ways(1_716_000.0, "#,##0,"), two((Way::Kept, "1716000"), (Way::Shown, "1716")));
    assert_eq!(ways(12.4, "0"), two((Way::Shown, "12"), (Way::Kept, "12.4")));
    assert_eq!(ways(5.0, "0\" nghìn\""), two((Way::Scaled, "5000"), (Way::Shown, "5")));
    assert_eq!(ways(0.5, "0%"), two((Way::Shown, "50"), (Way::Kept, "0.5")));
    assert_eq!(ways(1.716, "0.000"), two((Way::Thousands, "1716"), (Way::Decimals, "1.716")));
    assert_eq!(ways(12.5, "0.0"), []);
}

#[test]
fn no_finding_rests_on_a_formula_whose_result_was_not_stored() {
    let reading = read_book(case!("formulas-without-values/F02-formulas-no-cache.xlsx"));
    let named: Vec<String> = reading.problems.iter().map(|problem| problem.sentence(Lang::Vi)).collect();
    assert_eq!(named.len(), 9);
    assert_eq!(
        named[0],
        "Dòng 2, cột F: công thức “=ROUND(E2/D2*100,2)” chưa lưu kết quả; xin mở bằng Excel, lưu lại rồi nhập lại."
    );
    assert_eq!(outline(&reading)[0], "0 1 UBND xã Mẫu Một: 100 90 80 ?=ROUND(E2/D2*100,2) ?=D2-E2 ?=100-F2");
    let audit = audited(&form("igate"), &reading);
    assert_eq!(audit.discrepancies, []);
    assert_eq!(audit.unread.len(), 9);
    // In each row resolved against received, and that each of three counts can be one.
    assert_eq!(audit.checks, 3 * (1 + 3 * 2));
}

#[test]
fn a_total_that_takes_an_unread_row_is_neither_right_nor_wrong() {
    let with = |fill: &dyn Fn(&mut Worksheet)| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write_row(0, 0, ["STT", "Tên đơn vị", "Tiếp nhận", "Trễ hạn"]).unwrap();
        sheet.write_row(1, 1, ["Tổng cộng"]).unwrap();
        sheet.write_row(1, 2, [30, 9]).unwrap();
        for row in 2..4 {
            sheet.write(row, 0, row - 1).unwrap();
            sheet.write(row, 1, format!("Sở {row}")).unwrap();
            sheet.write_row(row, 2, [10, 2]).unwrap();
        }
        fill(sheet);
        let form = free(Rows::Units {}, &[("nhan", "Tiếp nhận"), ("tre", "Trễ hạn")]);
        let sheets = workbook::sheets(&workbook.save_to_buffer().unwrap(), &mut |_| {}).unwrap();
        let (reader, opened) = open_sheets(&form, sheets).unwrap();
        let reading = read(&reader, &opened.sheets[0].request(form.clone())).unwrap();
        let sure = |found: &crate::domain::figures::audit::Discrepancy| match &found.place {
            Place::Cell { column, .. } => (column.to_string(), found.sure),
            other => panic!("{other:?}"),
        };
        audited(&form, &reading).discrepancies.iter().map(sure).collect::<Vec<_>>()
    };
    let certain = |column: &str| (column.to_owned(), Sure::Certain);
    assert_eq!(with(&|_| {}), [certain("nhan"), certain("tre")]);
    // Of a column with a formula, an error or words nothing is said.
    for spoil in [
        &|sheet: &mut Worksheet| {
            sheet.write(2, 2, Formula::new("=5+5")).unwrap();
        },
        &|sheet: &mut Worksheet| {
            sheet.write(3, 2, "chưa rõ").unwrap();
        },
        &|sheet: &mut Worksheet| {
            sheet.write(3, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        },
        &|sheet: &mut Worksheet| {
            sheet.write(1, 2, Formula::new("=SUM(C3:C4)")).unwrap();
        },
    ] as [&dyn Fn(&mut Worksheet); 4]
    {
        assert_eq!(with(spoil), [certain("tre")]);
    }
}

#[test]
fn a_formula_is_no_name_and_no_signature() {
    let reading = read_book(&book(|sheet| {
        let cells = [90.0, 80.0, 80.0, 100.0, 0.0, 0.0].map(|number| (number, PLAIN));
        unit(sheet, 1, "Xã A", cells);
        sheet.write(2, 1, Formula::new("=A9")).unwrap();
        for column in 2..8 {
            sheet.write(2, column, Formula::new("=1")).unwrap();
        }
    }));
    assert_eq!(outline(&reading)[1].split(": ").nth(1), Some("?=1 ?=1 ?=1 ?=1 ?=1 ?=1"));
    assert_eq!((reading.problems.len(), reading.problems[0].column), (7, 1));
    assert_eq!(reading.rows[1].name, "");
}

#[test]
fn hidden_rows_of_figures_are_asked_too() {
    let bytes = book(|sheet| {
        for row in 1..5 {
            let cells = [90.0, 80.0, 80.0, 100.0, 0.0, 0.0].map(|number| (number, PLAIN));
            unit(sheet, row, &format!("Xã {row}"), cells);
        }
        sheet.set_row_hidden(2).unwrap();
        sheet.set_row_hidden(4).unwrap();
    });
    let (reader, opened) = opened(&bytes);
    let mut request = opened.sheets[0].request(form("igate"));
    let reading = read(&reader, &request).unwrap();
    assert_eq!((reading.rows.len(), &reading.questions[..]), (2, [Question::HiddenRows { rows: 2 }].as_slice()));
    request.answers.give(&reading.questions[0], true);
    assert_eq!(read(&reader, &request).unwrap().rows.len(), 4);
}
