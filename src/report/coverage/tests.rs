use crate::domain::calendar::fixture::working;
use crate::domain::dossier::fixture::{in_time, judge_on, late, letter, open};
use crate::domain::dossier::{Cause, Dossier, Judged, Seen};
use crate::domain::fixture::day;
use crate::domain::supervision::Level;
use crate::export::csv::{CsvForm, csv};
use crate::export::fixture::stays_as_it_is;

use super::*;

fn coverage(dossiers: &[Dossier], unit: Level) -> Coverage {
    let calendar = working();
    let judged: Vec<Judged> = dossiers.iter().map(|one| judge_on(one, &calendar, day(2023, 5, 10))).collect();
    Coverage::of(dossiers.iter().zip(&judged), unit)
}

fn apologised() -> Dossier {
    Dossier { apology: Seen::Is(letter()), posted: Some(true), uploaded: Some(true), ..late() }
}

fn through(body: &str, count: usize) -> Vec<Dossier> {
    vec![Dossier { body_at_fault: body.to_owned(), ..apologised() }; count]
}

/// The figures of 000, section II: Báo cáo kết quả thực hiện Chỉ thị 08/CT-UBND và 18/CT-UBND, Đắk Lắk, June 2020.
/// The thousands in time are left out.
fn june_2020() -> Coverage {
    let mut province = [
        through("Chi nhánh VPĐKĐĐ thành phố Buôn Ma Thuột", 65),
        through("Chi nhánh VPĐKĐĐ huyện Ea H'leo", 8),
        through("Chi nhánh VPĐKĐĐ huyện Krông Bông", 6),
        through("Chi nhánh VPĐKĐĐ huyện Krông Pắc", 5),
        through("Chi nhánh VPĐKĐĐ huyện M'Đrăk", 3),
        through("Chi nhánh VPĐKĐĐ huyện Ea Kar", 10),
        vec![Dossier { field: "Tư pháp".to_owned(), ..apologised() }; 19],
        vec![Dossier { apology: Seen::Is(letter()), ..open() }; 48],
    ]
    .concat();
    province.extend(vec![in_time(); 3]);
    let mut whole = coverage(&province, Level::Province);
    whole.merge(&coverage(&through("UBND cấp xã", 1), Level::Commune));
    whole
}

/// The rows of a table as a spreadsheet reads them, without the byte order mark.
fn lines(table: &Table) -> Vec<String> {
    let text = String::from_utf8(csv(table, CsvForm::Spreadsheet)).unwrap();
    text.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn the_tables_of_the_june_2020_report_stay_as_they_are() {
    let names = ["tong-hop", "linh-vuc", "cap", "nguyen-nhan", "co-quan"];
    for (name, table) in names.into_iter().zip(coverage_tables(&june_2020())) {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{name}");
        stays_as_it_is(&format!("qua-han_Dak-Lak_2020-06_{name}.csv"), &csv(&table, CsvForm::Spreadsheet));
    }
}

#[test]
fn the_letters_of_the_june_2020_report_are_117_of_117() {
    let rows = lines(&coverage_overview(&june_2020()));
    assert_eq!(
        rows,
        [
            "Đã giải quyết,117,Có văn bản xin lỗi,117,117,\"100,00\",0",
            "Đã giải quyết,117,Đã niêm yết văn bản xin lỗi,117,117,\"100,00\",0",
            "Đã giải quyết,117,Đã đăng tải văn bản xin lỗi,117,117,\"100,00\",0",
            "Chưa giải quyết,48,Có văn bản xin lỗi,48,48,\"100,00\",0",
            "Chưa giải quyết,48,Đã niêm yết văn bản xin lỗi,0,0,,48",
            "Chưa giải quyết,48,Đã đăng tải văn bản xin lỗi,0,0,,48",
        ]
    );
}

/// The lines are those of section II.1 of the report, word by word, but that it does not split posting by level.
#[test]
fn the_lines_are_those_that_the_june_2020_report_prints() {
    let posted = "Đã niêm yết công khai văn bản xin lỗi tại Bộ phận tiếp nhận và trả kết quả của đơn vị: 117/117 hồ sơ \
                  quá hạn (Cấp tỉnh: 116/116 hồ sơ, cấp xã: 1/1 hồ sơ)";
    let uploaded = "Đã đăng tải văn bản xin lỗi lên Trang thông tin điện tử của đơn vị: 117/117 hồ sơ quá hạn \
                    (Cấp tỉnh: 116/116 hồ sơ, cấp xã: 1/1 hồ sơ)";
    assert_eq!(
        coverage_lines(&june_2020().resolved),
        [
            "Quá hạn: 117 hồ sơ",
            "Đã có văn bản xin lỗi: 117/117 hồ sơ quá hạn (Cấp tỉnh: 116/116 hồ sơ, cấp xã: 1/1 hồ sơ)",
            posted,
            uploaded,
        ]
    );
}

#[test]
fn a_line_counts_apart_what_nobody_looked_at() {
    let sample = [Dossier { apology: Seen::Absent, ..late() }, late(), apologised(), apologised()];
    let lines = coverage_lines(&coverage(&sample, Level::Commune).resolved);
    assert_eq!(lines[1], "Đã có văn bản xin lỗi: 2/3 hồ sơ quá hạn đã xem; chưa xem 1 hồ sơ");
    assert_eq!(coverage_lines(&Lateness::default()), ["Quá hạn: 0 hồ sơ"]);
}

#[test]
fn a_share_is_of_those_looked_at() {
    let sample = [Dossier { apology: Seen::Absent, ..late() }, late(), apologised()];
    let table = coverage_overview(&coverage(&sample, Level::Commune));
    let row = lines(&table).remove(0);
    assert_eq!(row, "Đã giải quyết,3,Có văn bản xin lỗi,1,2,\"50,00\",1");
}

#[test]
fn names_stand_by_the_alphabet_and_blank_ones_last() {
    let field = |field: &str| Dossier { field: field.to_owned(), ..late() };
    let sample = [field(""), field("Tư pháp"), field("Đất đai"), field("Đầu tư"), field("Dân tộc")];
    let table = coverage_by_field(&coverage(&sample, Level::Commune));
    let names: Vec<&Cell> = table.rows.iter().map(|row| &row[1]).collect();
    let expected = ["Dân tộc", "Đất đai", "Đầu tư", "Tư pháp", "(chưa ghi)", "Tổng", "Tổng"].map(words);
    assert_eq!(names, expected.iter().collect::<Vec<_>>());
}

#[test]
fn those_in_time_are_in_no_table_by_cause_or_body() {
    let sample = [in_time(), Dossier { cause: Some(Cause::System), ..late() }];
    let coverage = coverage(&sample, Level::Commune);
    for table in [coverage_by_cause(&coverage), coverage_by_body(&coverage)] {
        assert_eq!(table.columns[2].heading, word::LATE);
        assert_eq!(table.rows[0][2], Cell::Count(1));
        assert_eq!(table.rows.len(), 3, "one row, and two totals");
    }
}

#[test]
fn the_charts_keep_one_order_the_most_late_first() {
    let longest = Dossier { field: "Hộ tịch".to_owned(), returned: Some(day(2023, 3, 20)), ..late() };
    let pending = Dossier { field: "Đất đai".to_owned(), ..open() };
    let in_time = Dossier { field: "Y tế".to_owned(), ..in_time() };
    let charts = lateness_charts(&coverage(&[longest, late(), pending, in_time], Level::Commune));
    let bars = |place: usize| charts[place].bars.iter().map(|bar| (bar.label.as_str(), bar.value)).collect::<Vec<_>>();
    assert_eq!(bars(0), [("Đất đai", 2), ("Hộ tịch", 1)]);
    // Pending since 13/3: 14 working days of March, 20 of April, and 04, 05, 08, 09, 10/5. One came back a day late.
    assert_eq!(bars(1), [("Đất đai", 40), ("Hộ tịch", 5)]);
    assert_eq!(bars(2), [("Đất đai", 39), ("Hộ tịch", 5)]);
}
