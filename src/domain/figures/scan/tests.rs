//! What is picked, and what is passed over.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

/// Figures as `amount unit`, names as they are, citations as `number (date)`.
pub(crate) fn read(text: &str) -> Vec<String> {
    let said = |pick: Pick| match pick.what {
        Picked::Figure { figure, unit } => format!("{figure} {unit}").trim_end().to_owned(),
        Picked::Name { name } => name,
        Picked::Citation { number, date: Some(date) } => format!("{number} ({date})"),
        Picked::Citation { number, date: None } => number,
    };
    picks(text).into_iter().map(said).collect()
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn a_figure_is_read_as_it_is_printed() {
    for (written, stored) in [
        ("1.716", "1716"),
        ("1716", "1716"),
        ("02", "2"),
        ("1.372.242", "1372242"),
        ("9,55", "9.55"),
        ("90.5", "90.5"),
        ("2.10", "2.10"),
        ("0.716", "0.716"),
        ("1.234,5", "1234.5"),
    ] {
        assert_eq!(figure(written).unwrap().to_string(), stored, "{written}");
    }
    for written in ["1.7161", "12.34.56", "0262.3812.345", "0905123456", "1.23,4", "9001.2015"] {
        assert_eq!(figure(written), None, "{written}");
    }
}

#[test]
fn a_figure_takes_the_unit_behind_it() {
    reads("101.649/192.279 hồ sơ, chiếm tỷ lệ 53%", &["101649 hồ sơ", "192279 hồ sơ", "53 %"]);
    reads("tỷ lệ hài lòng đạt 98,8 %.", &["98.8 %"]);
    reads("9,7 điểm/12 điểm", &["9.7 điểm", "12 điểm"]);
    reads("117/117 hồ sơ quá hạn", &["117 hồ sơ", "117 hồ sơ"]);
    reads("có 15/15 UBND các huyện", &["15 UBND", "15 UBND"]);
    reads("đã phát 580 phiếu, 02 xã, 14 xã, thị trấn", &["580 phiếu", "2 xã", "14 xã, thị trấn"]);
    reads("giải quyết 05 (năm) hồ sơ", &["5 hồ sơ"]);
    reads("có **04 TTHC**", &["4 TTHC"]);
    reads("tổng kinh phí trên 3.763 triệu đồng", &["3763 triệu đồng"]);
    reads("từ 70 đến 120 triệu/năm", &["70 triệu", "120 triệu"]);
    reads("293 máy tính/293 cán bộ công chức", &["293 máy tính", "293 cán bộ công chức"]);
}

#[test]
fn a_figure_without_a_unit_takes_the_noun_before_it_or_that_of_its_enumeration() {
    reads("dịch vụ công trực tuyến mức độ 1 và mức độ 2 là 605 TTHC", &["605 TTHC"]);
    reads("Tổng số hồ sơ TTHC đã giải quyết: 277.894", &["277894 hồ sơ TTHC"]);
    reads("tổng số hồ sơ phát sinh của các cơ quan, đơn vị là 280.580", &["280580 hồ sơ"]);
    reads("trước hạn: 26.043 hồ sơ; đúng hạn 251.734", &["26043 hồ sơ", "251734 hồ sơ"]);
    reads("tỷ lệ đạt 9,5; điểm 7,25", &["9.5", "7.25"]);
    reads("có 97 hồ sơ (65; 8; 06)", &["97 hồ sơ", "65 hồ sơ", "8 hồ sơ", "6 hồ sơ"]);
}

#[test]
fn what_is_written_apart_stays_apart() {
    reads("tiếp nhận 1006 3 hồ sơ", &["1006 hồ sơ", "3 hồ sơ"]);
}

#[test]
fn dates_and_periods_are_no_figures() {
    for text in [
        "Krông Pa, ngày 12 tháng 7 năm 2023",
        "đến ngày 21/7/2020, tháng 6/2020 và ngày 15/5",
        "từ ngày 15/5 đến 14/6, trong năm 2021, 2022",
        "giai đoạn 2021-2025 và giai đoạn 2019 - 2020, định hướng đến năm 2025",
        "Quý II/2021, Quý 2/2021, quý 3 năm 2021",
        "Trong 02 năm (2021, 2022) và 6 tháng đầu năm",
        "lúc 08 giờ 30 phút, 8h30",
        "kể từ 29.4.2020",
    ] {
        reads(text, &[]);
    }
    reads("năm 2021 298 thủ tục, năm 2022 có 285 thủ tục", &["298 thủ tục", "285 thủ tục"]);
    reads("kế hoạch năm 2021, 2022 kế hoạch tuyên truyền", &[]);
    reads("tháng 5, 10 hồ sơ", &["10 hồ sơ"]);
}

#[test]
fn numbering_and_places_are_no_figures() {
    for text in [
        "1. Về công bố",
        "2.1. Công tác triển khai",
        "2.1 Công tác triển khai",
        "a) Đề nghị",
        "(3) Đề nghị",
        "tại mục II.4, Điều 6, khoản 2, các Biểu 1, 2, 3",
        "gồm: 1. Hộ tịch; 2. Đất đai; 3. Xây dựng",
        "dịch vụ công trực tuyến mức độ 3, 4 và mức độ 1, mức độ 2",
        "tiêu chuẩn ISO 9001:2015, TCVN ISO 9001: 2015",
        "hệ thống kế hoạch<sup>1</sup> và kế hoạch²",
        "Điện thoại: 0262 3812 345",
        "tại http://krongpa.gialai.gov.vn/2021/5 và a5@gialai.gov.vn",
        "Hệ thống Vilis 2.0 và Hệ thống iGate",
        "phòng chống dịch Covid-19, mã 06c",
        "kế hoạch\n12\ntiếp theo",
    ] {
        reads(text, &[]);
    }
    reads("1. Tổng số: 5 hồ sơ", &["5 hồ sơ"]);
    reads("mức độ 3 là 19 TTHC, mức độ 4: 413", &["19 TTHC", "413 TTHC"]);
    reads("đạt mức 30%", &["30 %"]);
}

#[test]
fn citations_are_picked_with_number_and_date() {
    reads("Thông tư số: 02/2017/TT-VPCP ngày 31/10/2017", &["02/2017/TT-VPCP (2017-10-31)"]);
    reads("Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của", &["61/2018/NĐ-CP (2018-04-23)"]);
    reads("Chỉ thị số 08/CT-UBND, Luật số 80/2015/QH13", &["08/CT-UBND", "80/2015/QH13"]);
    reads("Nghị quyết số: 04-/NQ/TU ngày 20/01/2022", &["04-/NQ/TU (2022-01-20)"]);
    reads("(Chi tiết tại Biểu số 06c/VPCP/KSTT).", &[]);
    let cited = picks("theo Chỉ thị số 08/CT-UBND ngày 29/4/2020 của tỉnh");
    let date = NaiveDate::from_ymd_opt(2020, 4, 29);
    assert_eq!(cited[0].what, Picked::Citation { number: "08/CT-UBND".to_owned(), date });
}

#[test]
fn names_of_units_are_picked_with_their_kind() {
    reads(
        "UBND các huyện, thị xã, thành phố: Cư Kuin, Cư M'gar, Lắk, Buôn Ma Thuột chưa thực hiện tốt",
        &["Cư Kuin", "Cư M'gar", "Lắk", "Buôn Ma Thuột"],
    );
    reads("là: thị trấn Phú Túc, xã Ia Rswom", &["thị trấn Phú Túc", "xã Ia Rswom"]);
    reads("Chi nhánh VPĐKĐĐ huyện Ea H'leo: 8 hồ sơ", &["huyện Ea H'leo", "8 hồ sơ"]);
    reads(
        "UBND các xã Ia Rmok, Chư Drăng, Ia Rsum và thị trấn Phú Túc; giám sát gián tiếp",
        &["xã Ia Rmok", "Chư Drăng", "Ia Rsum", "thị trấn Phú Túc"],
    );
    reads(
        "gồm 03 xã: Ea Tul (5 hồ sơ), Ea Kiết 3 hồ sơ và Cư Suê: 2",
        &["3 xã", "Ea Tul", "5 hồ sơ", "Ea Kiết", "3 hồ sơ", "Cư Suê", "2 hồ sơ"],
    );
    reads("UBND các xã, thị trấn đã ban hành; Sở Tài nguyên và Môi trường tỉnh Đắk Lắk", &[]);
    reads("có 03 xã (gồm Ia Rmok, Uar, Đất Bằng) dưới 80 điểm", &["3 xã", "Ia Rmok", "Uar", "Đất Bằng", "80 điểm"]);
    reads("TT. Huyện ủy, TP. Pleiku", &["TP. Pleiku"]);
    reads("tại huyện Krông Pa, Đoàn giám sát", &["huyện Krông Pa"]);
}

/// Pieces of reports, so that random texts meet the rules.
fn pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "1.716",
        "02",
        "2021",
        "98,8 %",
        "7%",
        " hồ sơ",
        " TTHC",
        "/",
        ", ",
        "; ",
        ": ",
        ". ",
        "\n",
        "\n\n- ",
        "(",
        ")",
        " ngày ",
        "29/4/2020",
        " tháng ",
        " năm ",
        " mức độ ",
        " Điều ",
        " số ",
        "08/CT-UBND",
        " các xã ",
        "Ia Rmok",
        " và ",
        "thị trấn ",
        "Phú Túc",
        " là ",
        "<sup>1</sup>",
        "²",
        "<",
        "http://a.vn/5",
        "@",
        "ISO 9001:2015",
        "1006 3",
        "Trong đó",
        " huyện, thị xã:",
        "\u{301}",
        "M’Đrắk",
        "+",
        "=",
        "-",
        "12.34.56",
        "5,6,7",
        "quý ",
        "%",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..40).prop_map(|parts| parts.concat())
}

fn slice(text: &str, pick: &Pick) -> String {
    text.chars().skip(pick.from as usize).take((pick.to - pick.from) as usize).collect()
}

fn holds(text: &str) -> Result<(), TestCaseError> {
    let picks = picks(text);
    for (pick, number) in picks.iter().zip(1..) {
        prop_assert_eq!(pick.number, number);
        let written = slice(text, pick);
        let again = super::picks(&written);
        match &pick.what {
            Picked::Figure { figure, unit } => {
                prop_assert_eq!(again.len(), 1, "{:?} in {:?}", written, text);
                let Picked::Figure { figure: read, unit: with } = &again[0].what else {
                    return Err(TestCaseError::fail(format!("{written:?} is no figure by itself")));
                };
                prop_assert_eq!((read, read.decimals()), (figure, figure.decimals()));
                // A unit that is written elsewhere is not read again.
                prop_assert!(with == unit || with.is_empty(), "{:?}", written);
            }
            Picked::Name { name } => prop_assert_eq!(&written, name),
            Picked::Citation { .. } => prop_assert_eq!(&again[0].what, &pick.what),
        }
    }
    for pair in picks.windows(2) {
        prop_assert!(pair[0].from < pair[0].to && pair[0].to <= pair[1].from);
    }
    Ok(())
}

proptest! {
    #[test]
    fn places_are_true_in_texts_like_reports(text in pieces()) {
        holds(&text)?;
    }

    #[test]
    fn places_are_true_in_any_text(text in any::<String>()) {
        holds(&text)?;
    }

    #[test]
    fn every_count_is_read_as_it_is_written(count in 0..=1_000_000_000_u64) {
        let text = format!("có {} hồ sơ", crate::words::format::count(count));
        prop_assert_eq!(read(&text), [format!("{count} hồ sơ")]);
    }
}
