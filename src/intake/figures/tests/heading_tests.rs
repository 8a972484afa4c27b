//! Which column is which of the form.

use super::*;

fn units() -> Form {
    free(Rows::Units {}, &[("nhan", "Tiếp nhận"), ("tre", "Trễ hạn")])
}

/// The heading of a form as a spreadsheet has it, each upper heading over its first column alone.
fn heading(form: &Form, loud: bool) -> String {
    let rows = form.columns.iter().map(|column| column.heading.len()).max().unwrap();
    let said = |text: &str| if loud { text.to_uppercase() } else { text.to_owned() };
    let line = |row: usize| {
        let mut cells =
            if row == 0 { vec!["TT".to_owned(), said(&form.row_heading.vi)] } else { vec![String::new(); 2] };
        for (place, column) in form.columns.iter().enumerate() {
            let over = |column: &Column| column.heading.iter().take(row + 1).cloned().collect::<Vec<_>>();
            let is_first = place == 0 || over(&form.columns[place - 1]) != over(column);
            let own = column.heading.get(row).filter(|_| is_first);
            cells.push(own.map(|own| said(&own.vi)).unwrap_or_default());
        }
        cells.join("\t")
    };
    (0..rows).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_bundled_form_knows_its_own_headings() {
    for form in &FORMS.forms {
        for loud in [false, true] {
            let figures: Vec<String> = (0..form.columns.len()).map(|place| (place + 1).to_string()).collect();
            let text = format!(
                "{}\n1\tĐơn vị\t{}\n2\tĐơn vị\t{}",
                heading(form, loud),
                figures.join("\t"),
                figures.join("\t")
            );
            let (_, opened) = open_pasted(form, &text).unwrap();
            let sheet = &opened.sheets[0];
            let expected: Vec<Option<FigureColumn>> = [FigureColumn::Number, FigureColumn::Name]
                .into_iter()
                .chain(form.columns.iter().map(|column| FigureColumn::Cell(column.key.clone())))
                .map(Some)
                .collect();
            assert_eq!(sheet.matching, expected, "{}", form.id);
            assert!(sheet.matched_by.iter().all(|by| *by == Some(MatchedBy::Heading)), "{}", form.id);
        }
    }
}

#[test]
fn headings_of_other_provinces_are_known_by_their_words() {
    let form = form("bieu-06c");
    let text = "Stt\tLĩnh vực, công việc giải quyết theo cấp\tSố hồ sơ tiếp nhận\t\t\t\tSố hồ sơ đã GQ\t\t\t\tHồ sơ đang giải quyết\t\t\n\
                \t\tTổng số (3)=(4)+(5)+(6)\tTrong kỳ\t\tTừ kỳ trước chuyển qua\tTổng số\tTrước hạn\tĐúng hạn\tQuá hạn\tTổng số\tTrong hạn\tQuá hạn\n\
                \t\t\tTrực tuyến\tTrực tiếp, BCCI\t\t\t\t\t\t\t\t\n\
                (1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\t(8)\t(9)\t(10)\t(11)\t(12)\t(13)\n\
                1\tĐất đai\t10\t1\t8\t1\t9\t4\t3\t2\t1\t1\t0";
    let (_, opened) = open_pasted(&form, text).unwrap();
    let sheet = &opened.sheets[0];
    assert_eq!(sheet.missing, []);
    let how = |by: MatchedBy| sheet.matched_by.iter().filter(|found| **found == Some(by)).count();
    // "Trực tiếp, BCCI" shares too few words with the form; its number tells it.
    assert_eq!((how(MatchedBy::Heading), how(MatchedBy::Number)), (12, 1));
    assert_eq!(outline(&reading(&form, text)), ["0 1 Đất đai: 10 1 8 1 9 4 3 2 1 1 0"]);
}

#[test]
fn columns_are_found_by_their_printed_numbers_where_headings_do_not_tell() {
    let numbers: Vec<String> = (1..=13).map(|number| format!("({number})")).collect();
    let cells: Vec<String> = (3..=13).map(|number| number.to_string()).collect();
    let text = format!("a\tb\tc\n{}\n1\tĐất đai\t{}", numbers.join("\t"), cells.join("\t"));
    let form = form("bieu-06c");
    let (_, opened) = open_pasted(&form, &text).unwrap();
    let by = &opened.sheets[0].matched_by;
    assert!(by.iter().skip(2).all(|by| *by == Some(MatchedBy::Number)), "{by:?}");
    assert_eq!(outline(&reading(&form, &text)), [format!("0 1 Đất đai: {}", cells.join(" "))]);
}

#[test]
fn a_heading_pasted_from_merged_cells_gives_way_to_places() {
    // A table of a text document: merged cells of the heading come as one, so that they stand over other columns.
    let text = "STT\tLĩnh vực giải quyết\tSố lượng hồ sơ tiếp nhận\tSố lượng hồ sơ đã giải quyết\n\
                Tổng số\tTrong kỳ\tTừ kỳ trước\tTổng số\tTrước hạn\tĐúng hạn\tQuá hạn\n\
                Trực tuyến\tTrực tiếp, dịch vụ bưu chính\n\
                Tổng cộng\t10\t1\t8\t1\t9\t4\t3\t2\n\
                1\tĐất đai\t10\t1\t8\t1\t9\t4\t3\t2\n\
                2\tHộ tịch\t0\t0\t0\t0\t0\t0\t0\t0";
    let form = form("bieu-cap-huyen");
    let (_, opened) = open_pasted(&form, text).unwrap();
    let by = &opened.sheets[0].matched_by;
    assert!(by.iter().all(|by| *by == Some(MatchedBy::Position)), "{by:?}");
    let reading = reading(&form, text);
    assert_eq!(outline(&reading)[..2], ["0 tong Tổng cộng: 10 1 8 1 9 4 3 2", "1 1 Đất đai: 10 1 8 1 9 4 3 2"]);
    assert_eq!(reading.notes, [FiguresNote::Shifted { line: 4 }]);
    assert_eq!(reading.problems, []);
}

#[test]
fn a_unit_called_by_one_letter_is_no_numbering_of_columns() {
    let text = "STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\nA\tB\t1\t2\n1\tC\t2\t3\n";
    assert_eq!(outline(&reading(&units(), text)), ["0 1 C: 2 3"]);
}

#[test]
fn rows_without_a_heading_are_taken_by_place() {
    let text = "1\tSở A\t10\t1\n2\tSở B\t20\t2";
    let (_, opened) = open_pasted(&units(), text).unwrap();
    let sheet = &opened.sheets[0];
    assert_eq!((sheet.heading, sheet.matched_by.clone()), (None, vec![Some(MatchedBy::Position); 4]));
    assert_eq!(outline(&reading(&units(), text)), ["0 1 Sở A: 10 1", "0 2 Sở B: 20 2"]);
}

#[test]
fn a_heading_in_part_leaves_the_rest_blank_and_says_so() {
    let reading = reading(&units(), "STT\tTên đơn vị\tTiếp nhận\tGhi chú\n1\tSở A\t10\tx");
    assert_eq!(outline(&reading), ["0 1 Sở A: 10 _"]);
    assert_eq!(reading.unmatched, ["Ghi chú"]);
    assert_eq!(reading.missing, [LineKey::new("tre").unwrap()]);
}

#[test]
fn merged_headings_of_a_workbook_are_read_and_merged_figures_count_once() {
    let form = form("bieu-cap-huyen");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let plain = Format::new();
    sheet.write(0, 0, "Biểu tổng hợp").unwrap();
    sheet.merge_range(2, 0, 4, 0, "STT", &plain).unwrap();
    sheet.merge_range(2, 1, 4, 1, "Lĩnh vực giải quyết", &plain).unwrap();
    sheet.merge_range(2, 2, 2, 5, "Số lượng hồ sơ tiếp nhận", &plain).unwrap();
    sheet.merge_range(3, 2, 4, 2, "Tổng số", &plain).unwrap();
    sheet.merge_range(3, 3, 3, 4, "Trong kỳ", &plain).unwrap();
    sheet.write(4, 3, "Trực tuyến").unwrap();
    sheet.write(4, 4, "Trực tiếp, dịch vụ bưu chính").unwrap();
    sheet.merge_range(3, 5, 4, 5, "Từ kỳ trước", &plain).unwrap();
    sheet.merge_range(2, 6, 2, 9, "Số lượng hồ sơ đã giải quyết", &plain).unwrap();
    for (column, name) in [(6, "Tổng số"), (7, "Trước hạn"), (8, "Đúng hạn"), (9, "Quá hạn")] {
        sheet.merge_range(3, column, 4, column, name, &plain).unwrap();
    }
    for (row, figures) in [[30, 10, 15, 5, 30, 10, 18, 2], [30, 10, 15, 5, 30, 10, 18, 2]].iter().enumerate() {
        let line = 5 + u32::try_from(row).unwrap();
        sheet.write(line, 0, if row == 0 { "I" } else { "1" }).unwrap();
        sheet.write(line, 1, if row == 0 { "Cấp huyện" } else { "Đất đai" }).unwrap();
        for (column, figure) in figures.iter().enumerate() {
            sheet.write(line, 2 + u16::try_from(column).unwrap(), *figure).unwrap();
        }
    }
    sheet.merge_range(7, 2, 8, 2, "", &plain).unwrap();
    for (line, name) in [(7, "Hộ tịch"), (8, "Chứng thực")] {
        sheet.write(line, 0, line - 5).unwrap();
        sheet.write(line, 1, name).unwrap();
    }
    sheet.write(7, 2, 4).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let sheets = workbook::sheets(&bytes, &mut |_| {}).unwrap();
    let (reader, opened) = open_sheets(&form, sheets).unwrap();
    let found = &opened.sheets[0];
    assert_eq!(found.heading, Some(HeadingRows { first: 2, last: 4 }));
    assert_eq!(found.missing, []);
    let reading = read(&reader, &found.request(form.clone())).unwrap();
    assert_eq!(
        outline(&reading),
        [
            "0 I Cấp huyện: 30 10 15 5 30 10 18 2",
            "1 I.1 Đất đai: 30 10 15 5 30 10 18 2",
            "1 I.2 Hộ tịch: 4 _ _ _ _ _ _ _",
            "1 I.3 Chứng thực: _ _ _ _ _ _ _ _",
        ]
    );
}
