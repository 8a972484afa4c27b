use crate::intake::Merged;
use crate::intake::protocol::DossierColumn as C;

use super::*;

fn sheet(rows: &[&str]) -> Sheet {
    let cell = |text: &str| match text.trim() {
        "" => SheetCell::Empty,
        text => SheetCell::Text(text.to_owned()),
    };
    Sheet { rows: rows.iter().map(|row| row.split('|').map(cell).collect()).collect(), ..Sheet::default() }
}

fn meanings(rows: &[&str]) -> Vec<Option<C>> {
    let column = |target: Option<Target>| match target {
        Some(Target::Dossier(column)) => Some(column),
        Some(Target::Procedure(_)) | None => None,
    };
    describe(&sheet(rows), 0, Kind::Dossiers).matching.into_iter().map(column).collect()
}

#[test]
fn every_heading_of_the_template_means_its_own_column() {
    for kind in [Kind::Dossiers, Kind::Procedures] {
        let all = Target::all(kind);
        let headings: Vec<&str> = all.iter().map(|target| target.label().vi).collect();
        let info = describe(&sheet(&[&headings.join("|")]), 0, kind);
        assert_eq!(info.matching, all.into_iter().map(Some).collect::<Vec<_>>());
        assert_eq!(info.heading, Some(HeadingRows { first: 0, last: 0 }));
    }
}

#[test]
fn headings_as_they_are_written_in_practice_are_known() {
    for (heading, column) in [
        ("Số hồ sơ", C::Code),
        ("MÃ HS", C::Code),
        ("Mã số hồ sơ (trên iGate)", C::Code),
        ("Ngày tiếp nhận", C::Received),
        ("Ngày, giờ tiếp nhận", C::Received),
        ("Ngày tiếp nhận hồ sơ hợp lệ", C::Received),
        ("Ngày hẹn trả kết quả", C::Appointed),
        ("Hạn xử lý", C::Appointed),
        ("Ngày trả KQ", C::Returned),
        ("Ngày trả kết quả thực tế", C::Returned),
        ("Thời hạn giải quyết (ngày)", C::Term),
        ("Số ngày", C::Term),
        ("Tên TTHC", C::Procedure),
        ("Thủ tục", C::Procedure),
        ("Lĩnh vực giải quyết", C::Field),
        ("Hình thức nộp hồ sơ", C::Channel),
        ("Phiếu xin lỗi", C::Apology),
        ("Phiếu xin lỗi và hẹn lại ngày trả kết quả", C::Apology),
        ("Số phiếu xin lỗi và hẹn lại ngày trả kết quả", C::ApologyNumber),
        ("Số lần hẹn lại ngày trả kết quả", C::TimesReappointed),
        ("Giấy tiếp nhận hồ sơ và hẹn trả kết quả", C::Slip),
        ("Nguyên nhân trễ hạn", C::Cause),
        ("Tình trạng", C::State),
    ] {
        let found = meanings(&[&format!("{heading}|STT"), "H01|1"]);
        assert_eq!(found[0], Some(column), "{heading}");
    }
}

#[test]
fn columns_about_people_and_numbers_of_rows_are_left_alone() {
    let rows = ["STT|Mã hồ sơ|Ngày nhận|Họ tên người nộp hồ sơ|Địa chỉ|Số điện thoại|Ghi chú"];
    assert_eq!(meanings(&rows), [None, Some(C::Code), Some(C::Received), None, None, None, None]);
}

#[test]
fn what_two_columns_claim_by_one_heading_is_left_open_and_told() {
    let rows = ["Mã hồ sơ|Ngày trả kết quả|Ngày nhận|Ngày trả kết quả"];
    assert_eq!(meanings(&rows), [Some(C::Code), None, Some(C::Received), None]);
    let table = sheet(&rows);
    let info = describe(&table, 0, Kind::Dossiers);
    let told = rivals(&table, info.heading.unwrap(), Kind::Dossiers, &info.matching);
    let columns: Vec<(usize, bool)> = told.iter().map(|rival| (rival.column, rival.chosen.is_some())).collect();
    assert_eq!(columns, [(1, false), (3, false)]);
}

#[test]
fn of_two_headings_that_mean_the_same_the_more_usual_one_is_read() {
    for (heading, chosen, left) in [
        ("Ngày nộp|Ngày tiếp nhận", C::Received, 0),
        ("Ngày tiếp nhận|Ngày nộp hồ sơ", C::Received, 1),
        ("Hạn trả|Ngày hẹn trả", C::Appointed, 0),
        ("Ngày kết thúc xử lý|Ngày trả", C::Returned, 0),
        ("Tình trạng|Trạng thái hồ sơ", C::State, 0),
        ("Mã hồ sơ|Số biên nhận", C::Code, 1),
    ] {
        let table = sheet(&[&format!("{heading}|Lĩnh vực")]);
        let info = describe(&table, 0, Kind::Dossiers);
        let read = 1 - left;
        assert_eq!(info.matching[read], Some(Target::Dossier(chosen)), "{heading}");
        assert_eq!(info.matching[left], None, "{heading}");
        let told = rivals(&table, info.heading.unwrap(), Kind::Dossiers, &info.matching);
        assert_eq!((told[0].column, told[0].chosen.as_ref().unwrap().0), (left, read), "{heading}");
    }
}

#[test]
fn a_column_that_a_person_hid_comes_last() {
    let mut table = sheet(&["Mã hồ sơ|Ngày trả kết quả|Ngày trả thực tế", "H01|01/01/2022|10/5/2023"]);
    table.hidden_columns = vec![1];
    let info = describe(&table, 0, Kind::Dossiers);
    assert_eq!(info.matching[1..], [None, Some(Target::Dossier(C::Returned))]);
    // Alone it is read.
    table.rows.iter_mut().for_each(|row| row.truncate(2));
    assert_eq!(describe(&table, 0, Kind::Dossiers).matching[1], Some(Target::Dossier(C::Returned)));
}

#[test]
fn a_heading_over_several_columns_tells_them_apart() {
    let rows = [
        "BÁO CÁO HỒ SƠ|||||||",
        "",
        "Mã hồ sơ|Tiếp nhận||Văn bản xin lỗi||||Ghi chú",
        "|Ngày|Giờ|Số|Ngày|Lý do|Niêm yết|",
        "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)",
        "H01|06/3/2023|8:00|1/PXL|10/3/2023|chờ|x|",
    ];
    let info = describe(&sheet(&rows), 0, Kind::Dossiers);
    assert_eq!(info.heading, Some(HeadingRows { first: 2, last: 3 }));
    assert_eq!(info.columns[3].heading, "Văn bản xin lỗi – Số");
    assert_eq!(info.columns[7].heading, "Ghi chú");
    assert_eq!(info.columns[1].samples, ["06/3/2023"]);
    assert_eq!(
        meanings(&rows),
        [
            Some(C::Code),
            Some(C::Received),
            Some(C::ReceivedHour),
            Some(C::ApologyNumber),
            Some(C::ApologyDate),
            Some(C::ApologyReason),
            Some(C::Posted),
            None
        ]
    );
}

#[test]
fn merged_cells_of_a_workbook_are_believed() {
    let mut table = sheet(&["Mã hồ sơ|Phiếu xin lỗi||Ngày nhận", "|Số|Ngày|", "H01|1|06/3/2023|01/3/2023"]);
    let merged = |from, to| Merged { from, to };
    table.merged = vec![merged((0, 0), (1, 0)), merged((0, 1), (0, 2)), merged((0, 3), (1, 3))];
    let info = describe(&table, 0, Kind::Dossiers);
    let headings: Vec<&str> = info.columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["Mã hồ sơ", "Phiếu xin lỗi – Số", "Phiếu xin lỗi – Ngày", "Ngày nhận"]);
    assert_eq!(info.matching.iter().flatten().count(), 4);
}

#[test]
fn rows_without_a_heading_are_not_taken_for_one() {
    let info = describe(&sheet(&["H01|06/3/2023|x", "H02|07/3/2023|x"]), 0, Kind::Dossiers);
    assert_eq!((info.heading, info.matching), (None, vec![None; 3]));
    // A heading of unknown words is still a heading.
    let info = describe(&sheet(&["Code|Day|Sign", "H02|07/3/2023|x"]), 0, Kind::Dossiers);
    assert_eq!(info.heading, Some(HeadingRows { first: 0, last: 0 }));
}
