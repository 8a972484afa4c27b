//! What goes wrong, and how it is said.

use std::sync::LazyLock;

use super::*;

const HEADING: &str = "STT,Tên đơn vị,Tiếp nhận,Trễ hạn\n";

fn units() -> Form {
    free(Rows::Units {}, &[("nhan", "Tiếp nhận"), ("tre", "Trễ hạn")])
}

#[test]
fn a_row_of_another_length_is_refused_with_its_line() {
    let longer = format!("{HEADING}1,Sở A,10,1\n2,Sở B,1,716,2\n");
    assert_eq!(refusal(&units(), &longer), FiguresRefusal::Ragged { line: 3, found: 5, wanted: 4 });
    let shorter = format!("{HEADING}1,Sở A,10\n2,Sở B,20,2\n");
    assert_eq!(refusal(&units(), &shorter), FiguresRefusal::Ragged { line: 2, found: 3, wanted: 4 });
    let blank_at_the_end = reading(&units(), &format!("{HEADING}1,Sở A,10,\n2,Sở B,20,"));
    assert_eq!(outline(&blank_at_the_end), ["0 1 Sở A: 10 _", "0 2 Sở B: 20 _"]);
}

#[test]
fn a_heading_of_another_table_is_refused_and_nothing_taken() {
    let other = "Mã hồ sơ,Ngày nhận,Họ tên,Ghi chú\nH01,2023-03-06,A,x\nH02,2023-03-07,B,y\n";
    assert_eq!(refusal(&units(), other), FiguresRefusal::Header { line: 1, found: 4, wanted: 4 });
    let (_, opened) = open_pasted(&form("bieu-06c"), HEADING).unwrap();
    let refused = opened.sheets[0].refusal.unwrap();
    assert_eq!(
        refused.sentence(Lang::Vi),
        "Dòng 1: tiêu đề không khớp mẫu biểu (bảng có 4 cột, mẫu biểu có 13 cột); chưa lấy số liệu nào."
    );
}

#[test]
fn more_rows_than_a_table_holds_are_counted_and_refused() {
    for rows in [5_001, 199_999] {
        let mut text = HEADING.to_owned();
        for row in 1..=rows {
            text.push_str(&format!("{row},Sở,1,0\n"));
        }
        assert_eq!(refusal(&units(), &text), FiguresRefusal::TooManyRows { rows });
    }
    let text = HEADING.to_owned() + &"1,Sở,1,0\n".repeat(200_000);
    assert_eq!(read_pasted(&text, &units()).unwrap_err(), OpenError::TooManyRows);
}

#[test]
fn a_table_without_any_figure_is_refused() {
    assert_eq!(refusal(&units(), &format!("{HEADING}1,Sở A,,\n2,Sở B,,\n")), FiguresRefusal::NoFigure);
    assert_eq!(refusal(&units(), HEADING), FiguresRefusal::NoFigure);
    assert_eq!(read_pasted("", &units()).unwrap_err(), OpenError::Empty);
}

#[test]
fn cells_that_are_no_figures_are_named_and_stay_unread() {
    let text = format!("{HEADING}1,Sở A,1000000000000001,1\n2,Sở B,nhiều,\"90,5\"\n3,Sở C,#REF!,02 hồ sơ\n");
    let reading = reading(&units(), &text);
    assert_eq!(outline(&reading), ["0 1 Sở A: ?1000000000000001 1", "0 2 Sở B: ?nhiều ?90,5", "0 3 Sở C: ?#REF! 2"]);
    let why: Vec<(usize, usize, FigureProblemKind)> =
        reading.problems.iter().map(|problem| (problem.line, problem.column, problem.why)).collect();
    let expected =
        [(2, FigureProblemKind::TooLarge), (3, FigureProblemKind::NotANumber), (4, FigureProblemKind::NotANumber)];
    assert_eq!(why, expected.map(|(line, why)| (line, 2, why)));
    assert_eq!(reading.asks.len(), 1);
    let asked = &reading.asks[0];
    assert_eq!((asked.line, asked.column, asked.row, asked.key.as_str()), (3, 3, 1, "tre"));
    assert_eq!(asked.readings, ["90.5", "905"].map(|figure| Figure::parse(figure).unwrap()));
    let columns = reading.asked_columns();
    assert_eq!(
        columns[0].sentence(&units(), Lang::Vi),
        "Cột D (Trễ hạn, hồ sơ): 1 ô như “90,5” có thể đọc theo nhiều cách; xin chọn một cách cho cả cột."
    );
    assert_eq!(columns[0].answer(Way::Thousands, &units(), Lang::Vi), "Dấu ngăn hàng nghìn: “90,5” là 905 hồ sơ");
}

#[test]
fn page_numbers_repeated_headings_and_numbers_of_columns_are_no_rows() {
    let heading = "STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\n(1)\t(2)\t(3)\t(4)\n";
    let text = format!(
        "\u{feff}BẢNG TỔNG HỢP\n\n{heading}1\tSở A\t10\t1\n\n227\n\n{heading}2\tSở B\t20\t2\n\nNơi nhận:\n- Như trên;\n"
    );
    let reading = reading(&units(), &text);
    assert_eq!(outline(&reading), ["0 1 Sở A: 10 1", "0 2 Sở B: 20 2"]);
    let skipped: Vec<(usize, SkippedWhy)> = reading.skipped.iter().map(|skipped| (skipped.line, skipped.why)).collect();
    let expected = [
        (4, SkippedWhy::Heading),
        (7, SkippedWhy::Unread),
        (9, SkippedWhy::Heading),
        (10, SkippedWhy::Heading),
        (13, SkippedWhy::Unread),
        (14, SkippedWhy::Unread),
    ];
    assert_eq!(skipped, expected);
}

#[test]
fn who_signed_a_table_and_where_it_comes_from_are_no_rows() {
    let text = "STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\n1\tSở A\t10\t1\n\tNguồn iGate\n\tNgười lập biểu\t\tGiám đốc\n";
    let reading = reading(&units(), text);
    assert_eq!(outline(&reading), ["0 1 Sở A: 10 1"]);
    assert_eq!(reading.skipped.iter().map(|skipped| skipped.line).collect::<Vec<_>>(), [3, 4]);
}

/// Two texts opened under a form, for requests of any kind.
static OPENED: LazyLock<[Reader; 2]> = LazyLock::new(|| {
    let texts = [include_str!("../../../../tests/fixtures/phu-luc/004-cap-xa.txt"), "a;b\n1;2;3\n"];
    texts.map(|text| open_pasted(&form("bang-cap-xa"), text).unwrap().0)
});

/// A table in which each line is right; numbers by thousands with a point, or not.
fn consistent() -> impl Strategy<Value = (Vec<[u32; 2]>, bool)> {
    (proptest::collection::vec([0_u32..20_000, 0_u32..3_000], 1..30), any::<bool>())
}

proptest! {
    #[test]
    fn a_consistent_table_comes_back_and_agrees((rows, pointed) in consistent(), below in any::<bool>()) {
        let write = |number: u32| if pointed { crate::words::format::count(number.into()) } else { number.to_string() };
        let line = |name: &str, figures: [u32; 2]| format!("\t{name}\t{}\t{}\n", write(figures[0]), write(figures[1]));
        let sum = rows.iter().fold([0, 0], |sum, row| [sum[0] + row[0], sum[1] + row[1]]);
        let mut lines: Vec<String> = rows.iter().enumerate().map(|(place, row)| line(&format!("Sở {place}"), *row)).collect();
        lines.insert(if below { lines.len() } else { 0 }, line("Tổng cộng", sum));
        let reading = reading(&units(), &format!("STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\n{}", lines.concat()));
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert_eq!(&reading.asks, &[]);
        prop_assert_eq!(reading.rows.len(), rows.len() + 1);
        prop_assert_eq!(reading.rows[0].key.as_str(), "tong");
        let audit = audited(&units(), &reading);
        prop_assert_eq!(audit.discrepancies, []);
        prop_assert!(audit.checks > 0);
    }

    #[test]
    fn no_request_makes_it_panic(
        first in 0_usize..80, last in 0_usize..80, sheet in 0_usize..2,
        columns in proptest::collection::vec(proptest::option::of(0_usize..6), 0..20),
    ) {
        let form = form("bang-cap-xa");
        let key = |place: usize| form.columns[place].key.clone();
        let meaning = |choice: usize| match choice {
            0 => FigureColumn::Number,
            1 => FigureColumn::Name,
            2 => FigureColumn::Section,
            3 => FigureColumn::RowKind,
            4 => FigureColumn::Cell(key(0)),
            _ => FigureColumn::Pair(key(4), key(5)),
        };
        let matching = columns.iter().map(|column| column.map(meaning)).collect();
        let heading = Some(HeadingRows { first, last });
        for reader in OPENED.iter() {
            let matching: Vec<Option<FigureColumn>> = Vec::clone(&matching);
            prop_assert!(describe(reader, &form, sheet, heading).is_some() == (sheet == 0));
            if let Ok(reading) = read(reader, &FiguresRequest { form: form.clone(), sheet, heading, matching, answers: Answers::default() }) {
                prop_assert_eq!(reading.rows.len(), reading.lines.len());
            }
        }
    }
}

proptest! {
    // Each text is opened and read under three forms.
    #![proptest_config(crate::domain::fixture::random::cases(128))]

    #[test]
    fn no_text_makes_it_panic_and_every_row_has_a_key_of_its_own(
        cells in proptest::collection::vec("(STT|Tổng cộng|I|A|1|1.1|-|Tiếp nhận|Trễ hạn|tre|[0-9.,]{0,6}|\\PC{0,6})", 0..60),
        marks in proptest::collection::vec("[\t\n;,\"]", 0..60),
    ) {
        let text: String = cells.iter().zip(marks.iter().chain(std::iter::repeat(&"\n".to_owned()))).map(|(cell, mark)| format!("{cell}{mark}")).collect();
        let text = format!("STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\n{text}");
        for form in [units(), free(Rows::Free { adds_up: true }, &[("tre", "Trễ hạn")]), form("bao-cao-thang-moi")] {
            if let Ok(Ok(reading)) = read_pasted(&text, &form) {
                let keys: std::collections::BTreeSet<&LineKey> = reading.rows.iter().map(|row| &row.key).collect();
                prop_assert_eq!(keys.len(), reading.rows.len());
                prop_assert!(reading.rows.iter().all(|row| row.cells.len() == form.columns.len()));
                prop_assert!(reading.asks.iter().all(|ask| reading.rows[ask.row].cells[form.column(&ask.key).unwrap()].is_unread()));
            }
        }
    }
}
