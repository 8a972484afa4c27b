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

#[test]
fn a_bound_or_a_change_is_no_share() {
    proposes("Có 3/12 xã có tỷ lệ hồ sơ trực tuyến dưới 50%; 9/12 xã đạt trên 70%.", &[]);
    proposes("Thời hạn 30 ngày làm việc, cắt giảm còn 20 ngày làm việc, giảm 33,3%.", &[]);
    proposes("Giải quyết 120 hồ sơ, vượt 20% kế hoạch", &[]);
}

#[test]
fn a_month_of_ratios_is_read_to_its_end() {
    proposes(
        "Trong tháng 11/2024 đã giải quyết 77.390 hồ sơ, trong đó đúng hạn và trước hạn 77.021/77.390 hồ sơ, đạt \
         99,52%; quá hạn 369/77.390 hồ sơ, chiếm 0,48%. Cụ thể 369 hồ sơ quá hạn: 296 hồ sơ lĩnh vực đất đai, 10 hồ sơ \
         lĩnh vực Tư pháp, 27 hồ sơ lĩnh vực khác (cấp huyện) và 36 hồ sơ cấp xã.",
        &[
            (Strong, "77390 = 77021 + 369"),
            (Strong, "99.52% 77021/77390"),
            (Strong, "0.48% 369/77390"),
            (Strong, "369 = 296 + 10 + 27 + 36"),
        ],
    );
    proposes(
        "Đã có 54/276 hồ sơ có văn bản xin lỗi (19,57%), 222/276 hồ sơ chưa có, chiếm tỷ lệ còn rất cao 80,4% (Sở TN&MT \
         01 hồ sơ, UBND cấp huyện 218 hồ sơ, Chi cục Thuế 03 hồ sơ).",
        &[(Strong, "19.57% 54/276"), (Strong, "222 = 1 + 218 + 3"), (Strong, "80.4% 222/276")],
    );
    proposes(
        "Số hồ sơ còn tồn: 36.193 hồ sơ; trong hạn: 35.204/36.193 hồ sơ, quá hạn 989/36.193 hồ sơ.",
        &[(Strong, "36193 = 35204 + 989")],
    );
}

#[test]
fn a_quarter_of_three_stages_is_read_to_its_end() {
    proposes(
        "Tổng số hồ sơ tiếp nhận: 2.453 hồ sơ (số kỳ trước chuyển sang 153 hồ sơ, số mới tiếp nhận 2.300 hồ sơ); số hồ sơ \
         đã giải quyết: 2.301 hồ sơ; trong đó giải quyết trước hạn 1.900 hồ sơ, đúng hạn 391 hồ sơ, quá hạn 10 hồ sơ; số \
         hồ sơ đang giải quyết 152 hồ sơ.",
        &[(Strong, "2453 = 153 + 2300"), (Strong, "2453 = 2301 + 152"), (Strong, "2301 = 1900 + 391 + 10")],
    );
}

#[test]
fn a_survey_and_lines_without_bullets_are_read_to_their_end() {
    proposes(
        "Khảo sát 200 người dân: rất hài lòng 120 người (60%), hài lòng 70 người (35%), không hài lòng 10 người (5%).",
        &[(Strong, "200 = 120 + 70 + 10"), (Strong, "60% 120/200"), (Strong, "35% 70/200"), (Strong, "5% 10/200")],
    );
    proposes("Tổng số: 120\nĐúng hạn: 100\nTrễ hạn: 20", &[(Strong, "120 = 100 + 20")]);
    proposes("Kinh phí 1,5 tỷ đồng, gồm 1 tỷ đồng ngân sách huyện và 500 triệu đồng ngân sách xã.", &[]);
}

#[test]
fn a_part_with_a_percentage_of_its_own_is_not_the_whole_of_the_next() {
    proposes(
        "Tổng số 5.000 hồ sơ, trong đó: đúng hạn 4.900 hồ sơ (98%), quá hạn 100 hồ sơ (2%); lĩnh vực đất đai 80 hồ sơ, \
         chiếm 80% số hồ sơ quá hạn.",
        &[(Strong, "5000 = 4900 + 100"), (Strong, "98% 4900/5000"), (Strong, "2% 100/5000"), (Weak, "80% 80/100")],
    );
    proposes(
        "Đoàn kiểm tra 60 hồ sơ, phát hiện 15 hồ sơ không có phiếu hẹn (25%), 10 hồ sơ trễ hạn (16,7%).",
        &[(Strong, "25% 15/60"), (Strong, "16.7% 10/60")],
    );
}

#[test]
fn a_report_of_the_new_terms_is_read_to_its_end() {
    proposes(
        "Tiếp nhận: 8.512 hồ sơ (trong đó: tiếp nhận trực tuyến 5.108 hồ sơ, đạt 60%; trực tiếp và BCCI 3.120 hồ sơ; tồn kỳ \
         trước chuyển sang: 284 hồ sơ). Đã giải quyết: 8.210 hồ sơ (trước hạn 6.000, đúng hạn 2.150, quá hạn 60 hồ sơ chiếm \
         0,73%). Đang giải quyết 302 hồ sơ, trong đó trong hạn 300 hồ sơ, quá hạn 02 hồ sơ.",
        &[
            (Strong, "8512 = 5108 + 3120 + 284"),
            (Strong, "8512 = 8210 + 302"),
            (Strong, "60% 5108/8512"),
            (Strong, "8210 = 6000 + 2150 + 60"),
            (Strong, "0.73% 60/8210"),
            (Strong, "302 = 300 + 2"),
        ],
    );
    // Online services of both kinds overlap or leave some out: shown, not pressed.
    proposes(
        "TTHC cung cấp DVCTT: 1.317/1.648 TTHC; một phần 661/1.317 TTHC (phát sinh hồ sơ 510/661), toàn trình 682/1.317 \
         (303/682 TTHC).",
        &[(Weak, "1317 = 661 + 682")],
    );
}

#[test]
fn what_is_said_of_last_year_is_not_mixed_in() {
    proposes("So với năm 2021 (1.716 hồ sơ), năm 2022 tăng 629 hồ sơ (2.345 hồ sơ).", &[]);
}
