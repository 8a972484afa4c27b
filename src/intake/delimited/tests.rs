use proptest::prelude::*;

use super::*;

fn texts(cut: &Cut) -> Vec<Vec<String>> {
    let text = |cell: &SheetCell| match cell {
        SheetCell::Text(text) => text.clone(),
        _ => String::new(),
    };
    cut.rows.iter().map(|row| row.iter().map(text).collect()).collect()
}

fn cut_of(text: &str) -> Vec<Vec<String>> {
    texts(&cut(text).unwrap())
}

#[test]
fn the_mark_between_cells_is_found() {
    for mark in [',', ';', '\t', '|'] {
        let text = "mã,ngày,lý do\nH1,06/3/2023,x\nH2,07/3/2023,y\n".replace(',', &mark.to_string());
        assert_eq!(cut_of(&text)[2], ["H2", "07/3/2023", "y"], "{mark:?}");
    }
    assert_eq!(cut_of("lý do;mã\na, b, c;H1\nd;H2\n")[1], ["a, b, c", "H1"]);
    assert_eq!(cut_of("sep=|\na|b,c,d,e\n"), [["a", "b,c,d,e"]]);
    assert_eq!(cut_of("H1, H2"), [["H1", "H2"]]);
    assert_eq!(cut_of("H1\nH2\n"), [["H1"], ["H2"]]);
}

#[test]
fn quoted_cells_hold_marks_quotes_and_lines() {
    assert_eq!(cut_of("\"a;\"\"b\"\"\r\nc\";d\r\ne;f"), [["a;\"b\"\nc", "d"], ["e", "f"]]);
    assert_eq!(cut_of("a\"b;c\nd;e"), [["a\"b", "c"], ["d", "e"]]);
}

#[test]
fn blank_lines_keep_their_number_and_the_end_is_cut() {
    assert_eq!(cut_of("a;b\r\n\r\nc;;\r\n;;\r\n\r\n"), [vec!["a", "b"], vec![], vec!["c"]]);
    assert_eq!(cut_of("a;b\rc;d\r"), [["a", "b"], ["c", "d"]]);
    assert_eq!(cut_of(""), [[""; 0]; 0]);
}

#[test]
fn a_quote_that_is_never_closed_swallows_no_rows() {
    let cut = cut("a;b\n\"c;d\ne;f\n").unwrap();
    assert_eq!(cut.unclosed, Some(2));
    assert_eq!(texts(&cut), [["a", "b"], ["\"c", "d"], ["e", "f"]]);
}

#[test]
fn too_many_rows_or_columns_are_refused() {
    let wide = |columns: usize| vec!["x"; columns].join(";");
    assert!(cut(&wide(MAX_COLUMNS)).is_ok());
    assert_eq!(cut(&wide(MAX_COLUMNS + 1)), Err(OpenError::TooManyColumns));
    assert!(cut(&"x\n".repeat(MAX_ROWS)).is_ok());
    assert_eq!(cut(&"x\n".repeat(MAX_ROWS + 1)), Err(OpenError::TooManyRows));
    // Blanks at the end are no columns and no rows.
    assert!(cut(&format!("a;b{}\n{}", ";".repeat(500), "\n".repeat(300_000))).is_ok());
}

proptest! {
    #[test]
    fn it_reads_what_the_crate_csv_writes(
        rows in prop::collection::vec(prop::collection::vec("[a-zđ][a-z\";,\n \t|]{0,8}[a-z]", 3), 2..8),
        mark in prop::sample::select(MARKS.to_vec()),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(mark).terminator(csv::Terminator::CRLF).from_writer(vec![]);
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let named = format!("sep={}\r\n{text}", char::from(mark));
        prop_assert_eq!(texts(&cut(&named).unwrap()), rows);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a\"';,|\t\r\nđ=s]{0,60}") {
        let _ = cut(&text);
    }
}
