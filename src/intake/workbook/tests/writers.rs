//! Workbooks as other programs than Excel write them, and references that no program writes.

use super::*;

const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const BOOK_RELS: &str = r#"<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="x/sharedStrings" Target="./shared.xml"/><Relationship Id="c" Type="x/styles" Target="../xl/styles.xml"/></Relationships>"#;

const BOOK: &str = r#"<x:workbook xmlns:x="urn:x" xmlns:r="urn:r"><x:sheets><x:sheet name="Hồ sơ" sheetId="1" r:id="a"/></x:sheets></x:workbook>"#;

const STYLES: &str = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="0&quot; hồ sơ&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs><dxfs><dxf><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></dxf></dxfs></styleSheet>"#;

const SHARED: &str = r#"<sst><si><t>A &amp; B</t></si><si><r><t xml:space="preserve">mã </t></r><r><t>hồ sơ</t></r><rPh><t>no</t></rPh></si><si><t>dòng_x000A_hai _x</t></si></sst>"#;

/// A workbook with one sheet of this XML within its root.
fn book(sheet: &str) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    archive(&[
        ("_rels\\.rels", RELS.as_bytes()),
        ("xl\\workbook.xml", BOOK.as_bytes()),
        ("xl\\_rels\\workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("XL/Styles.xml", STYLES.as_bytes()),
        ("xl/shared.xml", SHARED.as_bytes()),
        ("xl\\worksheets\\sheet1.xml", sheet.as_bytes()),
    ])
}

fn opened(sheet: &str) -> Result<Sheet, OpenError> {
    sheets(&book(sheet), &mut |_| {}).map(|mut sheets| sheets.remove(0))
}

#[test]
fn parts_are_found_whatever_marks_stand_between_their_folders() {
    let sheet =
        opened(r#"<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row></sheetData>"#);
    let sheet = sheet.unwrap();
    assert_eq!(sheet.name, "Hồ sơ");
    assert_eq!(sheet.rows, [vec![text("A & B"), text("mã hồ sơ"), text("dòng\nhai _x")]]);
}

#[test]
fn cells_without_references_follow_each_other_and_prefixes_are_read_over() {
    let sheet = opened(
        r#"<s:sheetData xmlns:s="u"><s:row><s:c><s:v>1</s:v></s:c><s:c r="D1" s="1"><s:v>12</s:v></s:c><s:c t="inlineStr"><s:is><s:t>x</s:t></s:is></s:c></s:row><s:row r="3"><s:c s="3"><s:v>0.5</s:v></s:c><s:c t="b"><s:v>1</s:v></s:c><s:c t="d"><s:v>2023-05-16T08:30:00</s:v></s:c></s:row></s:sheetData>"#,
    )
    .unwrap();
    let printed = |row: usize| sheet.rows[row].iter().map(|cell| crate::intake::cells::printed(cell).into_owned());
    assert_eq!(printed(0).collect::<Vec<_>>(), ["1", "", "", "12 hồ sơ", "x"]);
    assert_eq!(printed(2).collect::<Vec<_>>(), ["50,00%", "TRUE", "16/5/2023 08:30"]);
}

#[test]
fn hidden_rows_and_columns_are_marked() {
    let sheet = opened(
        r#"<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="7" max="16384" hidden="true"/></cols><sheetData><row r="2" hidden="1"><c><v>1</v></c></row><row r="4" hidden="0"><c><v>1</v></c></row></sheetData>"#,
    )
    .unwrap();
    assert_eq!(sheet.hidden_rows, [1]);
    assert_eq!((&sheet.hidden_columns[..4], sheet.hidden_columns.len()), ([1, 2, 4, 6].as_slice(), 97));
}

#[test]
fn references_that_no_spreadsheet_has_are_refused() {
    let made_up = [
        "XFE1",
        "XFD1048577",
        "XFE1048577",
        "A99999999999",
        "ZZZZZZZ1",
        "A0",
        "A-1",
        "A+1",
        "1A",
        "A",
        "7",
        "",
        "A1B",
        "Á1",
        "A1:B2",
        "99999999999999999999",
    ];
    for reference in made_up {
        let found = opened(&format!(r#"<sheetData><row r="1"><c r="{reference}"><v>1</v></c></row></sheetData>"#));
        assert_eq!(found, Err(OpenError::Workbook(WorkbookError::Broken)), "{reference}");
    }
    for row in ["0", "-1", "1048577", "4294967296", "99999999999999999999999", "x"] {
        let found = opened(&format!(r#"<sheetData><row r="{row}"><c><v>1</v></c></row></sheetData>"#));
        assert_eq!(found, Err(OpenError::Workbook(WorkbookError::Broken)), "{row}");
    }
    let merged = ["ZZZZZZZ1:A1", "A1:XFD1048576", "B2:A1", "x"].map(|area| format!(r#"<mergeCell ref="{area}"/>"#));
    let areas = format!(
        r#"<dimension ref="ZZZZ99999999:A0"/><sheetData><row r="1"><c s="99" r="A1"><v>1</v></c></row></sheetData><mergeCells>{}</mergeCells>"#,
        merged.concat()
    );
    let sheet = opened(&areas).unwrap();
    assert_eq!((sheet.rows.len(), sheet.merged.len()), (1, 2));
    assert_eq!(sheet.merged[1], Merged { from: (0, 0), to: (1, 1) });
    let unknown = opened(r#"<sheetData><row><c t="s"><v>99999999999999999999</v></c></row></sheetData>"#);
    assert_eq!(unknown, Err(OpenError::Workbook(WorkbookError::Broken)));
}

#[test]
fn numbers_that_are_none_stay_text() {
    for value in ["NaN", "inf", "1e999", "abc"] {
        let sheet = opened(&format!("<sheetData><row><c><v>{value}</v></c></row></sheetData>")).unwrap();
        assert_eq!(sheet.rows, [vec![text(value)]], "{value}");
    }
}

#[test]
fn a_sheet_that_does_not_end_is_damaged() {
    for cut in
        ["<worksheet><sheetData><row><c><v>1</v></c></row>", "<worksheet>", "", "<worksheet><sheetData></worksheet>"]
    {
        let parts: [(&str, &[u8]); 4] = [
            ("_rels/.rels", RELS.as_bytes()),
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
            ("xl/worksheets/sheet1.xml", cut.as_bytes()),
        ];
        assert_eq!(sheets(&archive(&parts), &mut |_| {}), Err(OpenError::Workbook(WorkbookError::Broken)), "{cut}");
    }
}

#[test]
fn a_text_that_many_cells_share_cannot_fill_the_memory() {
    let long = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(5_000_000));
    let cells = r#"<c t="s"><v>0</v></c>"#.repeat(90);
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let parts: [(&str, &[u8]); 5] = [
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/shared.xml", long.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    assert_eq!(sheets(&archive(&parts), &mut |_| {}), Err(OpenError::Workbook(WorkbookError::Unpacks)));
}
