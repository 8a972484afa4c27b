use super::*;

#[test]
fn identity_and_telephone_numbers_are_seen() {
    for text in
        ["066090001234", "CCCD 066090001234", "số 066 090 001 234.", "CMND: 241234567", "CMND241234567", "(241234567)"]
    {
        assert_eq!(looks_personal(text), Some(Personal::CitizenId), "{text}");
    }
    for text in [
        "0912345678",
        "gọi 0912.345.678",
        "0912 345 678",
        "ĐT:0912-345-678",
        "SĐT0912345678",
        "+84912345678",
        "+84 912 345 678",
        "nhận 12 hồ sơ, 0262 385 234",
    ] {
        assert_eq!(looks_personal(text), Some(Personal::Phone), "{text}");
    }
}

#[test]
fn a_name_beside_a_number_is_seen() {
    for text in [
        "Nguyễn Văn A, 0912345678",
        "ông TRẦN VĂN B (066090001234)",
        "Ksor H'Lan 0912 345 678",
        "Y Blô Niê - CMND 241234567",
    ] {
        assert_eq!(looks_personal(text), Some(Personal::NameWithNumber), "{text}");
    }
}

#[test]
fn codes_numbers_dates_and_sums_pass() {
    for text in [
        "",
        "000.00.01.H11-240501-0001",
        "000.25.15.H15-210512-0012",
        "H15.25-250701-0003",
        "000240501001",
        "240501000123",
        "1.003003",
        "2.000815",
        "142/NQ-HĐND ngày 20/12/2022",
        "Quyết định số 1234/QĐ-UBND ngày 12/7/2023",
        "12/07/2023",
        "12.07.2023",
        "12-07-2023",
        "20230712",
        "15 giờ 30 ngày 20/6/2018",
        "1.234.567.890 đồng",
        "123.456.789 đồng",
        "123 456 789 đồng",
        "năm 2021 2022 2023",
        "0001, 0002, 0003",
        "mã số thuế 0101234567",
        "Nguyễn Văn A",
        "đường Trần Phú, số 12",
        "thửa 123, tờ bản đồ 45",
        "Chi nhánh VPĐKĐĐ thành phố Buôn Ma Thuột",
        "do thao tác; hệ thống treo 03 ngày",
    ] {
        assert_eq!(looks_personal(text), None, "{text}");
    }
}

#[test]
fn digits_in_many_groups_are_no_number_of_a_person() {
    assert_eq!(looks_personal("hồ sơ số 01 02 03 04 05 06"), None);
    assert_eq!(looks_personal("hồ sơ số 0101, 0102, 0103"), None);
    assert_eq!(looks_personal("các kỳ 12 34 56 78 90 12"), None);
}
