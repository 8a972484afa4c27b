//! Sentences in other wording than that of the reports at hand.

use super::*;
use Strength::{Strong, Weak};

#[track_caller]
fn proposes(text: &str, expected: &[(Strength, &str)]) {
    let found = proposed(text);
    let found: Vec<(Strength, &str)> = found.iter().map(|(strength, _, short)| (*strength, short.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_ratio_is_tied_to_its_percentage_on_either_side() {
    proposes("Hồ sơ đúng hạn 77.021/77.390 hồ sơ (đạt 99,52%)", &[(Strong, "99.52% 77021/77390")]);
    proposes("Tỷ lệ giải quyết đúng hạn đạt 99,5% (77.021/77.390 hồ sơ)", &[(Strong, "99.5% 77021/77390")]);
    proposes("đạt tỷ lệ 80,4%, với 222/276 hồ sơ chưa có thư xin lỗi", &[(Strong, "80.4% 222/276")]);
    proposes("có 1.317/1.648 TTHC cung cấp trực tuyến, tương ứng 79,9 %.", &[(Strong, "79.9% 1317/1648")]);
    proposes(
        "nộp trực tuyến 33.679/79.111 hồ sơ, chiếm 42,57%; trả trực tuyến 14.569/39.763 hồ sơ, chiếm 36,64%",
        &[(Strong, "42.57% 33679/79111"), (Strong, "36.64% 14569/39763")],
    );
    // A wrong percentage of a ratio is tied all the same: that is what the audit is for.
    proposes("54/276 hồ sơ, đạt 30%", &[(Strong, "30% 54/276")]);
}

#[test]
fn a_share_finds_its_whole() {
    proposes("Trong tháng tiếp nhận 1.200 hồ sơ, trong đó 300 hồ sơ trực tuyến (25%).", &[(Strong, "25% 300/1200")]);
    proposes("Đã giải quyết 79.163 hồ sơ; 93% đúng hạn, 7% là 5506 hồ sơ trễ hạn", &[(Weak, "7% 5506/79163")]);
    proposes(
        "Tổng số 480 hồ sơ (trong đó 360 hồ sơ đúng hạn, đạt 75%; 120 hồ sơ quá hạn, chiếm 25%)",
        &[(Strong, "480 = 360 + 120"), (Strong, "75% 360/480"), (Strong, "25% 120/480")],
    );
    proposes("Mức độ hài lòng đạt 98,8% qua 580 phiếu khảo sát", &[]);
    proposes("Cấp tỉnh 30%, cấp huyện 20%, cấp xã 15%", &[]);
    proposes("tiếp nhận 120 hồ sơ, tăng 5% so với cùng kỳ", &[]);
}

#[test]
fn parts_in_brackets_are_tied_though_they_do_not_add_up() {
    proposes("164 hồ sơ (cấp tỉnh 100, cấp huyện 50, cấp xã 15)", &[(Strong, "164 = 100 + 50 + 15")]);
    proposes("2.028 TTHC (1.966 mức độ 2; 517 mức độ 3; 103 mức độ 4)", &[(Strong, "2028 = 1966 + 517 + 103")]);
    proposes(
        "Có 33 hồ sơ trễ hạn (UBND huyện Ea Kar: 20 hồ sơ; UBND huyện Lắk: 12 hồ sơ)",
        &[(Strong, "33 = 20 + 12")],
    );
    proposes("có 12 hồ sơ bị trả lại (7 lãnh đạo, 3 phòng chưa ký)", &[]);
    proposes(
        "đã xin lỗi 54/276 hồ sơ (cấp tỉnh 1/3 hồ sơ, cấp huyện 53/273 hồ sơ)",
        &[(Strong, "54 = 1 + 53"), (Strong, "276 = 3 + 273")],
    );
}

#[test]
fn parts_after_trong_do_are_tied() {
    proposes(
        "Tổng số hồ sơ tiếp nhận là 736.963 hồ sơ, trong đó đúng hạn 733.844 hồ sơ, quá hạn 3.119 hồ sơ.",
        &[(Strong, "736963 = 733844 + 3119")],
    );
    proposes(
        "369 hồ sơ quá hạn, gồm: 296 hồ sơ đất đai, 10 hồ sơ tư pháp, 27 hồ sơ lĩnh vực khác và 36 hồ sơ của cấp xã.",
        &[(Strong, "369 = 296 + 10 + 27 + 36")],
    );
    // One part is wrong.
    proposes(
        "369 hồ sơ quá hạn, gồm: 296 hồ sơ đất đai, 11 hồ sơ tư pháp, 27 hồ sơ lĩnh vực khác và 36 hồ sơ của cấp xã.",
        &[(Weak, "369 = 296 + 11 + 27 + 36")],
    );
    proposes("Trong 50 hồ sơ trễ hạn, có 30 hồ sơ đất đai; 20 hồ sơ hộ tịch.", &[(Strong, "50 = 30 + 20")]);
}

#[test]
fn bullets_are_tied_to_the_line_above() {
    proposes(
        "Số hồ sơ đã giải quyết: 1.000 hồ sơ, cụ thể:\n- Trước hạn: 400\n- Đúng hạn: 590\n- Quá hạn: 11",
        &[(Strong, "1000 = 400 + 590 + 11")],
    );
    proposes(
        "1. Tổng số phiếu phát ra: 300 phiếu, trong đó:\na) Cấp huyện: 100 phiếu\nb) Cấp xã: 200 phiếu\n2. Thu về: 290 phiếu",
        &[(Strong, "300 = 100 + 200")],
    );
    proposes("- Quá hạn: 20 hồ sơ\n+ Đã xin lỗi: 19/21 hồ sơ quá hạn", &[(Weak, "20 ~ 21")]);
}

#[test]
fn written_sums_and_runs_are_tied() {
    proposes("117 = 97 + 01 + 19 hồ sơ", &[(Strong, "117 = 97 + 1 + 19")]);
    proposes("3.823 hồ sơ + 1.477 hồ sơ = 5.300 hồ sơ", &[(Strong, "5300 = 3823 + 1477")]);
    proposes(
        "Tổng số hồ sơ trên cổng 37.795 hồ sơ, đúng hạn 35.073 hồ sơ; quá hạn 2.700 hồ sơ.",
        &[(Weak, "37795 = 35073 + 2700")],
    );
}

#[test]
fn what_came_is_balanced_with_what_was_done_and_is_left() {
    proposes("Tiếp nhận 300 hồ sơ. Đã giải quyết 280 hồ sơ. Còn tồn 30 hồ sơ.", &[(Weak, "300 - 280 - 30")]);
}

#[test]
fn unrelated_figures_are_left_alone() {
    proposes("Toàn huyện có 14 xã, thị trấn, 120 thôn và 09 cơ quan; đã mở 3 lớp tập huấn cho 250 người.", &[]);
    proposes("Ban hành 12 quyết định công bố 06 TTHC mới, 42 TTHC sửa đổi, 06 TTHC bãi bỏ.", &[]);
    proposes("", &[]);
}
