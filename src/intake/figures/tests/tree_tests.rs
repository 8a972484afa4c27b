//! How rows stand to each other.

use super::*;

fn units() -> Form {
    free(Rows::Units {}, &[("nhan", "Tiếp nhận"), ("tre", "Trễ hạn")])
}

#[test]
fn a_total_at_the_bottom_is_put_above_its_rows() {
    let reading =
        reading(&units(), "TT\tTên đơn vị\tTiếp nhận\tTrễ hạn\n1\tSở A\t10\t1\n2\tSở B\t20\t2\n\tToàn tỉnh\t30\t3");
    assert_eq!(outline(&reading), ["0 tong Toàn tỉnh: 30 3", "1 1 Sở A: 10 1", "1 2 Sở B: 20 2"]);
    assert_eq!(reading.notes, [FiguresNote::TotalMoved { line: 4 }]);
    assert_eq!(reading.lines, [Some(4), Some(2), Some(3)]);
    let audit = audited(&units(), &reading);
    assert_eq!((audit.discrepancies.len(), audit.checks > 1), (0, true));
}

#[test]
fn sections_by_level_stand_between_the_total_and_the_units() {
    let text = "STT;Tên đơn vị;Tiếp nhận;Trễ hạn\n;Tổng cộng;60;6\nA. Sở, ngành;;;\n1;Sở A;10;1\n2;Sở B;20;2\n\
                ;Cộng;30;3\nB;UBND huyện;30;3\n1;Huyện C;30;3\n";
    let reading = reading(&units(), text);
    assert_eq!(
        outline(&reading),
        [
            "0 tong Tổng cộng: 60 6",
            "1 A Sở, ngành: 30 3",
            "2 A.1 Sở A: 10 1",
            "2 A.2 Sở B: 20 2",
            "1 B UBND huyện: 30 3",
            "2 B.1 Huyện C: 30 3",
        ]
    );
    // "Cộng" below the rows of A, where a later row is no total.
    assert_eq!(reading.notes, [FiguresNote::SumIntoSection { line: 6, section: 3 }]);
    assert_eq!(audited(&units(), &reading).discrepancies, []);
}

#[test]
fn a_grand_total_below_sections_without_figures_stays_the_total() {
    let text = "STT\tTên đơn vị\tTiếp nhận\tTrễ hạn\nI\tSở, ngành\n1\tSở A\t10\t1\nII\tHuyện\n1\tHuyện B\t20\t2\n\
                Tổng cộng\t30\t3\n";
    let reading = reading(&units(), text);
    assert_eq!(
        outline(&reading),
        ["0 tong Tổng cộng: 30 3", "1 I Sở, ngành: _ _", "2 I.1 Sở A: 10 1", "1 II Huyện: _ _", "2 II.1 Huyện B: 20 2",]
    );
    // In what was pasted from a text document the two first cells of the total are one.
    assert_eq!(reading.notes, [FiguresNote::Shifted { line: 6 }, FiguresNote::TotalMoved { line: 6 }]);
}

#[test]
fn a_free_table_is_as_deep_as_its_numbers_say() {
    let form = free(Rows::Free { adds_up: true }, &[("so", "Số lượng")]);
    let text = "STT\tNội dung\tSố lượng\nI\tTổng hồ sơ\t30\n1\tTrực tuyến\t10\n1.1\tMột phần\t4\n1.2\tToàn trình\t6\n\
                2\tTrực tiếp\t20\na)\tTại xã\t15\nb)\tTại huyện\t5\nII\tKhác\t7";
    assert_eq!(
        outline(&reading(&form, text)),
        [
            "0 I Tổng hồ sơ: 30",
            "1 I.1 Trực tuyến: 10",
            "2 I.1.1 Một phần: 4",
            "2 I.1.2 Toàn trình: 6",
            "1 I.2 Trực tiếp: 20",
            "2 I.2.a Tại xã: 15",
            "2 I.2.b Tại huyện: 5",
            "0 II Khác: 7",
        ]
    );
    let flat = outline(&reading(&form, "Nội dung\tSố lượng\nMột\t1\nHai\t2"));
    assert_eq!(flat, ["0 r1 Một: 1", "0 r2 Hai: 2"]);
}

#[test]
fn fixed_rows_are_found_by_name_and_others_are_said() {
    let form = form("bao-cao-thang-cu");
    let text = "STT\tChỉ tiêu\tTổng số\tCấp tỉnh\tCấp huyện\tCấp xã\tTỷ lệ (%)\n\
                1\tTổng số hồ sơ TTHC đã giải quyết\t277.894\t122.803\t10.632\t144.459\t\n\
                \t- Trước hạn\t26.043\t\t\t\t9,37\n\
                \t- Đúng hạn\t251.734\n\
                \t- Quá hạn:\t117\t\t\t\t0,04%\n\
                \tSố cuộc họp\t3\n\
                \tQuá hạn\t118\n\
                2\tTổng số hồ sơ thủ tục hành chính tiếp nhận\t280.580\n";
    let reading = reading(&form, text);
    let Rows::Fixed { rows } = &form.rows else { panic!("not fixed") };
    assert_eq!(reading.rows.len(), rows.len(), "the form's rows, all of them");
    let filled: Vec<(&str, Option<usize>)> = reading
        .rows
        .iter()
        .zip(&reading.lines)
        .filter(|(_, line)| line.is_some())
        .map(|(row, line)| (row.key.as_str(), *line))
        .collect();
    let expected = [("giai_quyet", 2), ("truoc_han", 3), ("dung_han", 4), ("qua_han", 5), ("tiep_nhan", 8)];
    assert_eq!(filled, expected.map(|(key, line)| (key, Some(line))));
    let sentences: Vec<String> = reading.problems.iter().map(|problem| problem.sentence(Lang::Vi)).collect();
    assert_eq!(
        sentences,
        ["Dòng 6, cột B: “Số cuộc họp” không phải là hàng của mẫu biểu.", "Dòng 7, cột B: “Quá hạn” trùng với dòng 5.",]
    );
}
