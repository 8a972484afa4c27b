use proptest::prelude::*;

use crate::words::Lang;

use super::*;

fn at(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn working(days: u32) -> Term {
    Term::working_days(days).unwrap()
}

fn days(days: u32) -> Term {
    Term::calendar_days(days).unwrap()
}

fn hours(hours: u32) -> Term {
    Term::working_hours(hours).unwrap()
}

fn same_day(cut_off: Option<NaiveTime>) -> Term {
    Term::SameDay { cut_off }
}

#[test]
fn a_term_is_read_where_every_word_is_understood() {
    for (text, term) in [
        ("5 ngày làm việc", working(5)),
        ("20 Ngày làm việc", working(20)),
        ("05 NGÀY LÀM VIỆC", working(5)),
        ("5 ngay lam viec", working(5)),
        ("5 ngày làm viec", working(5)),
        ("5 ngày làm vịêc", working(5)),
        ("5 ngày làmviệc", working(5)),
        ("5 ngày làm\u{ad}việc", working(5)),
        ("5ngàylàmviệc", working(5)),
        ("5 ngày l/v", working(5)),
        ("5 ngày LV.", working(5)),
        ("10 nlv", working(10)),
        ("10 ngày (làm việc)", working(10)),
        ("03 (ba) ngày làm việc", working(3)),
        ("15 (mười lăm) ngày", days(15)),
        ("121 (một trăm hai mươi mốt) ngày", days(121)),
        ("05 ngày làm việc kể từ ngày nhận đủ hồ sơ", working(5)),
        ("05 ngày làm việc, không kể ngày nghỉ, ngày lễ", working(5)),
        ("15 Ngày", days(15)),
        ("1.000 ngày", days(1_000)),
        ("Không quá 15 ngày kể từ ngày nhận đủ hồ sơ hợp lệ", days(15)),
        ("Thời hạn giải quyết: 10 ngày theo quy định của pháp luật", days(10)),
        ("trong vòng 7 ngày", days(7)),
        ("5 ngày kể từ ngày nhận", days(5)),
        ("3 Tháng", Term::months(3).unwrap()),
        ("8 giờ làm việc", hours(8)),
        ("Trong ngày", same_day(None)),
        ("Ngay trong ngày làm việc", same_day(None)),
        ("Giải quyết ngay trong ngày", same_day(None)),
        ("trong ngày, sau 15 giờ", same_day(at(15, 0))),
        ("trong ngày, 15:00", same_day(at(15, 0))),
        ("Trong ngày; sau 15 giờ trả ngày làm việc tiếp theo", same_day(at(15, 0))),
        ("trong ngày, nhận sau 15h30 thì trả ngày sau", same_day(at(15, 30))),
        ("Trong ngày làm việc hoặc ngày làm việc tiếp theo nếu nhận hồ sơ sau 15 giờ", same_day(at(15, 0))),
    ] {
        assert_eq!(read_term(text), Ok(TermText::Is(term, None)), "{text}");
    }
}

#[test]
fn what_is_taken_for_granted_is_said() {
    use TermRemark::{HoursAsWorking, SaidOtherwise};
    for (text, term, remark) in [
        ("8 Giờ", hours(8), HoursAsWorking),
        ("5 giờ", hours(5), HoursAsWorking),
        ("5 tiếng", hours(5), HoursAsWorking),
        ("5 giờ hành chính", hours(5), SaidOtherwise),
        ("5 ngày hành chính", working(5), SaidOtherwise),
        ("10 ngày trừ ngày nghỉ, ngày lễ", working(10), SaidOtherwise),
        ("10 ngày (không kể ngày nghỉ, lễ, tết)", working(10), SaidOtherwise),
        ("2 tuần", days(14), SaidOtherwise),
        ("01 năm", Term::months(12).unwrap(), SaidOtherwise),
    ] {
        assert_eq!(read_term(text), Ok(TermText::Is(term, Some(remark))), "{text}");
    }
}

#[test]
fn a_number_alone_names_no_unit() {
    for text in ["5", " 05 ", "5.", "Thời hạn: 5"] {
        assert_eq!(read_term(text), Ok(TermText::Bare(Length::new(5).unwrap())), "{text}");
    }
}

#[test]
fn what_is_not_understood_is_never_guessed() {
    for text in [
        "10 ngày không phải ngày làm việc",
        "trong ngày hôm sau",
        "trong ngày làm việc tiếp theo",
        "trong ngày kế tiếp, nhận sau 15 giờ",
        "trong ngày 05/3/2024",
        "5 ngày làn việc",
        "5 ngày làm",
        "5 ngày công",
        "5 ngày (cắt giảm)",
        "5n",
        "5 N",
        "15 ngày hoặc ít hơn",
        "10 ngày (trừ thứ Bảy, Chủ nhật)",
        "10 ngày, không tính thứ Bảy",
        "10 ngày trừ ngày nghỉ",
        "10 ngày (trong đó Sở 07 ngày, UBND tỉnh 03 ngày)",
        "03 (bốn) ngày làm việc",
        "5-7 ngày",
        "không phải 5 ngày",
        "5 ngày kể từ ngày làm việc tiếp theo",
        "30 phút",
        "5 ngày/tháng",
        "5 ngày + 2",
        "theo quy định",
        "Không có thông tin",
        "năm ngày",
        "ngày",
    ] {
        assert_eq!(read_term(text), Err(TermFault::Unclear), "{text}");
    }
    for text in ["0,5 ngày làm việc", "0.5 Ngày làm việc", "1/2 ngày làm việc", "nửa ngày", "1,5 ngày"]
    {
        assert_eq!(read_term(text), Err(TermFault::Part), "{text}");
    }
    for text in ["24 giờ", "48 giờ", "72h"] {
        assert_eq!(read_term(text), Err(TermFault::ClockHours), "{text}");
    }
    for text in ["5 ngày làm vi?c", "5 ng\u{fffd}y"] {
        assert_eq!(read_term(text), Err(TermFault::LettersLost), "{text}");
    }
    for text in ["0 ngày", "1001 ngày", "99999999999 ngày", "200 tuần", "0"] {
        assert_eq!(read_term(text), Err(TermFault::Length), "{text}");
    }
}

proptest! {
    #[test]
    fn a_term_in_words_is_read_back(length in 1_u32..=1_000, hour in 0_u32..24, minute in 0_u32..60) {
        let all = [working(length), days(length), hours(length), Term::months(length).unwrap(), same_day(None), same_day(at(hour, minute))];
        for term in all {
            for lang in Lang::ALL {
                let text = term.words(lang);
                prop_assert_eq!(read_term(&text), Ok(TermText::Is(term, None)), "{}", text);
            }
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), terms in "[0-9(]{0,5} ?[a-zà-ỹ :/()]{0,24}") {
        let _ = (read_term(&text), read_term(&terms));
    }

    #[test]
    fn no_further_word_is_looked_over(length in 1_u32..=1_000, word in "[b-z]{3,9}") {
        prop_assume!(!["tru", "theo", "within"].iter().any(|known| word.starts_with(known)));
        let text = format!("{length} ngày {word}");
        let known = matches!(read_term(&text), Ok(TermText::Is(..)));
        prop_assert!(!known || word.starts_with("ngay") || word.contains("lv"), "{}", text);
    }
}
