//! The figures of the running text against the tables of the same reports.

use crate::domain::id::{FormId, LineKey, TableId};
use crate::words::Localised;

use super::super::super::figure::Figure;
use super::super::super::form::{Column, Form, Measure, Rows};
use super::super::super::table::{Cell, Period, Row};
use super::*;

/// A row: its name, its depth, its cells.
type Printed = (&'static str, u8, &'static [i64]);

/// Biểu 06c of the report 003: its total and its sections.
const BIEU_06C: &[Printed] = &[
    ("Tổng cộng", 0, &[126378, 13725, 108937, 3716, 120695, 41200, 78692, 803, 5683, 4682, 1001]),
    (
        "TTHC thuộc phạm vi thẩm quyền giải quyết của UBND cấp Tỉnh",
        1,
        &[11614, 828, 10407, 379, 11003, 1198, 9773, 32, 611, 603, 8],
    ),
    (
        "TTHC thuộc phạm vi thẩm quyền giải quyết của UBND cấp huyện",
        1,
        &[33513, 2819, 28210, 2484, 30283, 12766, 17014, 503, 3230, 2353, 877],
    ),
    (
        "TTHC thuộc phạm vi thẩm quyền giải quyết của UBND cấp xã",
        1,
        &[81251, 10078, 70320, 853, 79409, 27236, 51905, 268, 1842, 1726, 116],
    ),
];

/// The annex of the report 004 for 2021 and for 2022.
const HUYEN_2021: &[Printed] = &[
    (
        "TTHC thuộc phạm vi thẩm quyền giải quyết của UBND cấp huyện năm 2021",
        0,
        &[1716, 7, 1709, 0, 1716, 0, 1600, 116],
    ),
    ("Tiếp công dân", 1, &[17, 0, 17, 0, 17, 0, 17, 0]),
    ("Phát thanh, truyền hình và thông tin điện tử", 1, &[5, 0, 5, 0, 5, 0, 5, 0]),
    ("Đất đai", 1, &[315, 0, 315, 0, 315, 0, 222, 93]),
    ("Môi trường", 1, &[13, 0, 13, 0, 13, 0, 12, 1]),
    ("Chính sách Thuế", 1, &[13, 0, 13, 0, 13, 0, 13, 0]),
    ("Quy hoạch xây dựng, kiến trúc", 1, &[77, 0, 77, 0, 77, 0, 77, 0]),
    ("Quản lý hoạt động xây dựng", 1, &[33, 0, 33, 0, 33, 0, 33, 0]),
    ("Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân", 1, &[21, 0, 21, 0, 21, 0, 18, 3]),
    ("Hệ thống văn bản, chứng chỉ", 1, &[7, 0, 7, 0, 7, 0, 7, 0]),
    ("Bảo trợ xã hội", 1, &[290, 0, 290, 0, 290, 0, 280, 10]),
    ("Thi đua - khen thưởng", 1, &[20, 7, 13, 0, 20, 0, 20, 0]),
    ("Quản lý chất lượng nông lâm sản và thủy sản", 1, &[5, 0, 5, 0, 5, 0, 5, 0]),
    ("An toàn thực phẩm", 1, &[5, 0, 5, 0, 5, 0, 1, 4]),
    ("Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)", 1, &[701, 0, 701, 0, 701, 0, 696, 5]),
    ("Thành lập và hoạt động của hợp tác xã (liên hiệp hợp tác xã)", 1, &[162, 0, 162, 0, 162, 0, 162, 0]),
    ("Người có công", 1, &[10, 0, 10, 0, 10, 0, 10, 0]),
    ("Chứng thực", 1, &[14, 0, 14, 0, 14, 0, 14, 0]),
    ("Viễn thông in ternet", 1, &[1, 0, 1, 0, 1, 0, 1, 0]),
    ("hộ tịch", 1, &[4, 0, 4, 0, 4, 0, 4, 0]),
    ("kinh doanh khí", 1, &[3, 0, 3, 0, 3, 0, 3, 0]),
];

const HUYEN_2022: &[Printed] = &[
    (
        "TTHC thuộc phạm vi thẩm quyền giải quyết của UBND cấp Huyện năm 2022",
        0,
        &[2345, 607, 1687, 51, 2345, 0, 1759, 586],
    ),
    ("Hộ tịch (Bộ Tư pháp)", 1, &[22, 0, 22, 0, 22, 0, 11, 11]),
    ("An toàn thực phẩm và Dinh dưỡng (Bộ Y tế)", 1, &[10, 0, 10, 0, 10, 0, 4, 6]),
    ("Bảo trợ xã hội (Bộ Lao động - Thương binh và Xã hội)", 1, &[462, 189, 273, 0, 462, 0, 459, 3]),
    ("Chính sách Thuế (Bộ Tài chính)", 1, &[15, 0, 15, 0, 15, 0, 15, 0]),
    ("Đất đai (Bộ Tài nguyên và Môi trường)", 1, &[855, 2, 806, 47, 855, 0, 361, 494]),
    ("Giáo dục Trung học (Bộ Giáo dục và Đào tạo)", 1, &[25, 1, 24, 0, 25, 0, 24, 1]),
    ("Giáo dục và Đào tạo thuộc hệ thống giáo dục quốc dân (Bộ Giáo dục và Đào tạo)", 1, &[17, 1, 16, 0, 17, 0, 15, 2]),
    ("Hệ thống văn bằng, chứng chỉ (Bộ Giáo dục và Đào tạo)", 1, &[24, 0, 24, 0, 24, 0, 21, 3]),
    ("Kinh doanh khí (Bộ Công Thương)", 1, &[4, 0, 2, 2, 4, 0, 4, 0]),
    ("Lưu thông hàng hóa trong nước (Bộ Công Thương)", 1, &[1, 0, 1, 0, 1, 0, 1, 0]),
    ("Môi trường (Bộ Tài nguyên và Môi trường)", 1, &[3, 0, 3, 0, 3, 0, 2, 1]),
    ("Phát thanh, truyền hình và thông tin điện tử (Bộ Thông tin và Truyền thông)", 1, &[4, 1, 3, 0, 4, 0, 3, 1]),
    (
        "Quản lý chất lượng nông lâm sản và thủy sản (Bộ Nông nghiệp và Phát triển nông thôn)",
        1,
        &[17, 0, 17, 0, 17, 0, 16, 1],
    ),
    ("Hoạt động xây dựng (Bộ Xây dựng)", 1, &[78, 0, 78, 0, 78, 0, 78, 0]),
    ("Quy hoạch xây dựng, kiến trúc (Bộ Xây dựng)", 1, &[57, 0, 57, 0, 57, 0, 57, 0]),
    (
        "Thành lập và hoạt động của hợp tác xã (liên hiệp hợp tác xã) (Bộ Kế hoạch và Đầu tư)",
        1,
        &[19, 6, 13, 0, 19, 0, 17, 2],
    ),
    (
        "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh) (Bộ Kế hoạch và Đầu tư)",
        1,
        &[686, 396, 288, 2, 686, 0, 634, 52],
    ),
    ("Thi đua - khen thưởng (Bộ Nội vụ)", 1, &[46, 11, 35, 0, 46, 0, 37, 9]),
];

/// The communes of the report 004.
const XA: &[(&str, &[i64])] = &[
    ("UBND xã Ia Rmok", &[2270, 4613, 1561, 378, 38, 0, 1, 3]),
    ("UBND xã Chư Drăng", &[10941, 12906, 3637, 420, 600, 3, 8, 4]),
    ("UBND xã Ia Rsum", &[5780, 3653, 2756, 697, 25, 18, 9, 0]),
    ("UBND xã Phú Túc", &[11885, 12002, 3636, 5123, 544, 39, 771, 54]),
    ("UBND xã Phú Cần", &[1940, 2240, 139, 491, 3, 0, 3, 0]),
    ("UBND xã Ia Mlah", &[5918, 2998, 148, 1510, 30, 6, 128, 6]),
    ("UBND xã Đát Bằng", &[1567, 1359, 804, 655, 8, 0, 7, 0]),
    ("UBND xã Chư Ngọc", &[6925, 4215, 808, 1400, 0, 0, 4, 2]),
    ("UBND xã Chư Gu", &[7848, 882, 1121, 1398, 93, 7, 45, 0]),
    ("UBND xã Chư Rcăm", &[2342, 3304, 353, 862, 2, 1, 1, 0]),
    ("UBND xã Ia Rsai", &[3555, 3675, 1568, 841, 156, 0, 15, 3]),
    ("UBND xã Uar", &[767, 1240, 708, 856, 12, 6, 16, 0]),
    ("UBND xã Ia Dreh", &[2344, 2176, 1926, 1369, 10, 0, 6, 0]),
    ("UBND xã Krông Năng", &[2264, 5340, 744, 1886, 14, 4, 15, 2]),
];

const HEADINGS_06C: [&str; 11] = [
    "Số lượng hồ sơ tiếp nhận|Tổng số",
    "Số lượng hồ sơ tiếp nhận|Trong kỳ|Trực tuyến",
    "Số lượng hồ sơ tiếp nhận|Trong kỳ|Trực tiếp, dịch vụ bưu chính",
    "Số lượng hồ sơ tiếp nhận|Từ kỳ trước",
    "Số lượng hồ sơ đã giải quyết|Tổng số",
    "Số lượng hồ sơ đã giải quyết|Trước hạn",
    "Số lượng hồ sơ đã giải quyết|Đúng hạn",
    "Số lượng hồ sơ đã giải quyết|Quá hạn",
    "Số lượng hồ sơ đang giải quyết|Tổng số",
    "Số lượng hồ sơ đang giải quyết|Trong hạn",
    "Số lượng hồ sơ đang giải quyết|Quá hạn",
];

const HEADINGS_XA: [&str; 8] = [
    "Kết quả giải quyết hồ sơ TTHC (trên giấy)|2021",
    "Kết quả giải quyết hồ sơ TTHC (trên giấy)|2022",
    "Kết quả giải quyết hồ sơ TTHC (trên cổng Dịch vụ công tỉnh)|2021",
    "Kết quả giải quyết hồ sơ TTHC (trên cổng Dịch vụ công tỉnh)|2022",
    "Số hồ sơ trễ hạn, quá hạn (trên cổng)|2021|Đã giải quyết quá hạn",
    "Số hồ sơ trễ hạn, quá hạn (trên cổng)|2021|Đang giải quyết quá hạn",
    "Số hồ sơ trễ hạn, quá hạn (trên cổng)|2022|Đã giải quyết quá hạn",
    "Số hồ sơ trễ hạn, quá hạn (trên cổng)|2022|Đang giải quyết quá hạn",
];

fn vi(text: &str) -> Localised {
    Localised { vi: text.to_owned(), en: String::new() }
}

fn table(form: &str, kind: Rows, headings: &[&str], rows: &[Printed]) -> StatTable {
    let key = |letter: char, place: usize| LineKey::new(format!("{letter}{}", place + 1)).unwrap();
    let column = |(place, heading): (usize, &&str)| Column {
        key: key('c', place),
        heading: heading.split('|').map(vi).collect(),
        measure: Measure::Count { of: vi("hồ sơ") },
    };
    let row = |(place, (name, depth, cells)): (usize, &Printed)| Row {
        key: key('r', place),
        number: String::new(),
        name: (*name).to_owned(),
        depth: *depth,
        cells: cells.iter().map(|cell| Cell::Figure(Figure::whole(*cell).unwrap())).collect(),
    };
    let form = Form {
        id: FormId::new(form).unwrap(),
        version: 1,
        name: vi(form),
        source: String::new(),
        rows: kind,
        row_heading: vi("Lĩnh vực giải quyết"),
        columns: headings.iter().enumerate().map(column).collect(),
        across: Vec::new(),
        down: Vec::new(),
        indicators: Vec::new(),
    };
    let rows = rows.iter().enumerate().map(row).collect();
    StatTable { form, title: String::new(), body: String::new(), period: Period::default(), rows }
}

fn communes() -> StatTable {
    let rows: Vec<Printed> = XA.iter().map(|(name, cells)| (*name, 0, *cells)).collect();
    table("cap-xa", Rows::Units {}, &HEADINGS_XA, &rows)
}

fn held(statement: &Statement, tables: &[(&str, StatTable)]) -> Vec<(Strength, Why, String)> {
    let ids: Vec<TableId> = tables.iter().map(|(id, _)| TableId::new(*id).unwrap()).collect();
    let tables: Vec<(&TableId, &StatTable)> = ids.iter().zip(tables.iter().map(|(_, table)| table)).collect();
    let proposals = against(&id(), statement, &tables);
    proposals.iter().map(|proposal| (proposal.strength, proposal.why, short(statement, &proposal.relation))).collect()
}

fn of_report(file: &str, place: &str) -> Statement {
    let text = paragraphs(file).into_iter().find(|(of, _)| of == place).unwrap().1;
    statement(&text)
}

fn bieu_06c() -> [(&'static str, StatTable); 1] {
    [("b", table("06c", Rows::Fields {}, &HEADINGS_06C, BIEU_06C))]
}

fn both_years() -> [(&'static str, StatTable); 2] {
    let year = |rows| table("huyen", Rows::Fields {}, &HEADINGS_06C[..8], rows);
    [("a", year(HUYEN_2021)), ("b", year(HUYEN_2022))]
}

/// The relations of one strength.
fn of(strength: Strength, found: &[(Strength, Why, String)]) -> Vec<&str> {
    found.iter().filter(|(of, ..)| *of == strength).map(|(_, _, short)| short.as_str()).collect()
}

#[test]
fn all_eleven_figures_of_a_report_are_those_of_the_total_row() {
    let found = held(&of_report("003", "I.2"), &bieu_06c());
    let expected = [
        "126378 = [b:r1/c1]",
        "13725 = [b:r1/c2]",
        "3716 = [b:r1/c4]",
        "108937 = [b:r1/c3]",
        "120695 = [b:r1/c5]",
        "41200 = [b:r1/c6]",
        "78692 = [b:r1/c7]",
        "803 = [b:r1/c8]",
        "5683 = [b:r1/c9]",
        "4682 = [b:r1/c10]",
        "1001 = [b:r1/c11]",
    ];
    assert_eq!(of(Strength::Strong, &found), expected);
    assert!(of(Strength::Weak, &found).is_empty(), "{found:?}");
}

#[test]
fn a_figure_that_differs_from_its_table_is_tied_by_its_words() {
    let text = of_report("003", "I.2").text.replace("120.695", "120.696").replace("4.682", "4.681");
    let found = held(&statement(&text), &bieu_06c());
    assert_eq!(of(Strength::Weak, &found), ["120696 = [b:r1/c5]", "4681 = [b:r1/c10]"]);
    let text = of_report("004", "A.I.2.2 huyện").text.replace("702", "703");
    let found = held(&statement(&text), &both_years());
    assert!(of(Strength::Weak, &found).contains(&"703 = [a:r1/c8] + [b:r1/c8]"), "{found:?}");
}

#[test]
fn figures_over_two_years_are_the_sums_of_both_tables() {
    let found = held(&of_report("004", "A.I.2.2 huyện"), &both_years());
    let expected = [
        "614 = [a:r1/c2] + [b:r1/c2]",
        "3396 = [a:r1/c3] + [b:r1/c3]",
        "51 = [a:r1/c4] + [b:r1/c4]",
        "4061 = [a:r1/c5] + [b:r1/c5]",
        "3359 = [a:r1/c7] + [b:r1/c7]",
        "702 = [a:r1/c8] + [b:r1/c8]",
    ];
    assert_eq!(of(Strength::Strong, &found), expected);
    // Nothing says whether 4.061 is what was received or what was resolved.
    assert_eq!(of(Strength::Weak, &found), ["4061 = [a:r1/c1] + [b:r1/c1]", "4061 = [a:r1/c5] + [b:r1/c5]"]);
}

#[test]
fn figures_of_all_communes_are_the_sums_of_their_columns() {
    let statement = of_report("004", "A.I.2.2 xã");
    let id = TableId::new("xa").unwrap();
    let communes = communes();
    let columns = |total: &Relation| match total {
        Relation::Sum { parts, .. } => {
            let mut columns: Vec<String> = parts
                .iter()
                .map(|part| match part {
                    Operand::Cell { column, .. } => column.to_string(),
                    Operand::Said { .. } | Operand::Column { .. } | Operand::Rows { .. } => panic!("{part:?}"),
                })
                .collect();
            columns.dedup();
            (parts.len(), columns.join(" "))
        }
        other => panic!("{other:?}"),
    };
    let found = against(&self::id(), &statement, &[(&id, &communes)]);
    let found: Vec<_> = found.iter().map(|found| (found.strength, columns(&found.relation))).collect();
    let expected = [
        (Strength::Strong, (56, "c1 c2 c3 c4".to_owned())),
        (Strength::Strong, (28, "c3 c4".to_owned())),
        (Strength::Strong, (56, "c5 c6 c7 c8".to_owned())),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_number_of_units_is_the_number_of_rows() {
    for place in ["A.II.2 đường truyền", "B.I.2.2"] {
        let found = held(&of_report("004", place), &[("xa", communes())]);
        assert_eq!(found, [(Strength::Strong, Why::RowCount, "14 = #xa".to_owned())], "{place}");
    }
    let found = held(&statement("ở 15 xã, thị trấn"), &[("xa", communes())]);
    assert_eq!(found, [(Strength::Weak, Why::RowCount, "15 = #xa".to_owned())]);
    assert_eq!(held(&statement("có 02 xã giải quyết"), &[("xa", communes())]), []);
}

const LATE: [&str; 2] = ["Đã tiếp nhận", "Trễ hạn"];

const BRANCHES: &[Printed] = &[
    ("Buôn Ma Thuột", 0, &[900, 65]),
    ("Ea H'leo", 0, &[120, 8]),
    ("Krông Bông", 0, &[100, 6]),
    ("M'Đrăk", 0, &[0, 3]),
    ("Ea Kar", 0, &[80, 10]),
    ("Lắk", 0, &[70, 0]),
];

#[test]
fn names_with_figures_are_the_cells_of_their_rows() {
    let branches = || [("t", table("don-vi", Rows::Units {}, &LATE, BRANCHES))];
    let text = "97 hồ sơ (Chi nhánh huyện Ea H'leo: 8 hồ sơ; Chi nhánh huyện M’Đrắk: 03 hồ sơ; huyện Ea Kar: 11 hồ sơ)";
    let found = held(&statement(text), &branches());
    assert_eq!(of(Strength::Strong, &found), ["8 = [t:r2/c2]", "3 = [t:r4/c2]"]);
    assert_eq!(of(Strength::Weak, &found), ["11 = [t:r5/c2]"]);
}

#[test]
fn names_are_those_of_the_cells_that_are_not_nothing() {
    let branches = || [("t", table("don-vi", Rows::Units {}, &LATE, BRANCHES))];
    let text = "Các đơn vị còn hồ sơ trễ hạn là UBND các huyện, thành phố: Buôn Ma Thuột, Ea H'leo, Krông Bông, M'Đrăk";
    let all = held(&statement(&format!("{text}, Ea Kar.")), &branches());
    assert_eq!(all, [(Strength::Strong, Why::NamedRows, "5 names = t/c2".to_owned())]);
    // One is left out: the words still tell the column.
    let some = held(&statement(&format!("{text}.")), &branches());
    assert_eq!(some, [(Strength::Weak, Why::NamedRows, "4 names = t/c2".to_owned())]);
}

#[test]
fn a_table_of_another_body_is_left_out() {
    let text = of_report("003", "I.2").text;
    let said = Statement { body: "UBND tỉnh Đắk Nông".to_owned(), ..statement(&text) };
    let mut tables = bieu_06c();
    tables[0].1.body = "UBND huyện Krông Pa".to_owned();
    assert_eq!(held(&said, &tables), []);
    tables[0].1.body = "Đắk Nông".to_owned();
    assert_eq!(held(&said, &tables).len(), 11);
}
