use std::collections::BTreeSet;

use crate::domain::calendar::{FIRST_YEAR, LAST_YEAR};

use super::*;

const BOTH: [Lang; 2] = [Lang::Vi, Lang::En];

const FIELDS: [Field; 20] = [
    Field::Code,
    Field::Procedure,
    Field::Field,
    Field::Received,
    Field::Term,
    Field::Stops,
    Field::Slip,
    Field::Appointed,
    Field::Returned,
    Field::State,
    Field::Apology,
    Field::ApologyNumber,
    Field::ApologyDate,
    Field::Reason,
    Field::NewDate,
    Field::SignedBy,
    Field::TimesReappointed,
    Field::Posted,
    Field::Uploaded,
    Field::BodyAtFault,
];

fn vi(judgement: Judgement) -> String {
    judgement.words(Lang::Vi)
}

#[test]
fn a_judgement_says_its_number() {
    assert_eq!(vi(Judgement::AppointedLater { working_days: 2 }), "Hẹn trả muộn hơn thời hạn 2 ngày làm việc");
    assert_eq!(vi(Judgement::ReturnedLate { working_days: 3 }), "Trả kết quả quá hạn 3 ngày làm việc");
    assert_eq!(vi(Judgement::AdditionsAskedTwice { times: 3 }), "Yêu cầu bổ sung hồ sơ quá một lần (3 lần)");
    assert_eq!(Judgement::ReturnedLate { working_days: 1 }.words(Lang::En), "Returned late by 1 working day");
    assert_eq!(
        Judgement::ReappointedMoreThanOnce { times: 2 }.words(Lang::En),
        "Re-appointed more than once (2 times)"
    );
}

#[test]
fn a_return_on_the_saturday_after_the_deadline_is_late_by_no_working_day() {
    let late = "Trả kết quả quá hạn (chưa sang ngày làm việc kế tiếp)";
    assert_eq!(vi(Judgement::ReturnedLate { working_days: 0 }), late);
    let pending = Course::PendingLate { working_days: 0 };
    assert_eq!(pending.words(Lang::En), "Pending late (before the next working day)");
    assert_eq!(pending.days_late(), Some(0), "late all the same");
}

#[test]
fn a_letter_late_by_one_reading_alone_is_a_remark_and_says_which() {
    let judged = |calendar_day_before, working_day_before| {
        let judgement = Judgement::ApologyAfterDeadline(Readings { calendar_day_before, working_day_before });
        (judgement.is_fault(), vi(judgement))
    };
    let by_working_day = "Văn bản xin lỗi ban hành sau hạn xin lỗi (theo ngày làm việc)";
    let by_both = "Văn bản xin lỗi ban hành sau hạn xin lỗi (theo cả hai cách tính)";
    assert_eq!(judged(true, false), (false, by_working_day.to_owned()));
    assert_eq!(judged(false, false), (true, by_both.to_owned()));
}

#[test]
fn a_promise_too_early_is_a_remark_and_one_too_late_a_fault() {
    assert!(!Judgement::AppointedEarlier { working_days: 1 }.is_fault());
    assert!(Judgement::AppointedLater { working_days: 1 }.is_fault());
}

#[test]
fn a_course_says_how_late_it_is() {
    let words = |course: Course| course.words(Lang::Vi);
    assert_eq!(words(Course::ResolvedLate { working_days: 5 }), "Đã giải quyết quá hạn 5 ngày làm việc");
    assert_eq!(words(Course::PendingInTime), "Đang giải quyết, trong hạn");
    assert_eq!(Course::Withdrawn.days_late(), None);
}

#[test]
fn an_impossible_entry_is_one_sentence_that_begins_with_its_column() {
    let error = |field, problem| EntryError { field, problem }.words(Lang::Vi);
    assert_eq!(error(Field::Code, Problem::Blank), "Mã hồ sơ còn trống.");
    assert_eq!(error(Field::Returned, Problem::BeforeReceipt), "Ngày trả kết quả sớm hơn ngày nhận hồ sơ.");
    assert_eq!(error(Field::NewDate, Problem::NotAfterLetter), "Ngày hẹn lại không muộn hơn ngày của văn bản xin lỗi.");
    assert_eq!(
        EntryError { field: Field::Stops, problem: Problem::Reversed }.words(Lang::En),
        "Clock stop ends before it begins."
    );
}

#[test]
fn the_years_of_the_calendar_are_those_it_has() {
    for lang in BOTH {
        let label = Problem::OutsideCalendar.label().get(lang);
        assert!(label.contains(&format!("{FIRST_YEAR}–{LAST_YEAR}")), "{label}");
    }
}

#[test]
fn no_two_columns_have_one_name() {
    for lang in BOTH {
        let names: BTreeSet<&str> = FIELDS.iter().map(|field| field.label().get(lang)).collect();
        assert_eq!(names.len(), FIELDS.len());
    }
}
