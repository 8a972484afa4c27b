use std::sync::LazyLock;

use crate::domain::calendar::fixture::working;
use crate::domain::calendar::{Length, Receipt};
use crate::domain::dossier::fixture::{in_time, judge_on, late, letter, open};
use crate::domain::dossier::{Beyond, EntryError, Personal, Problem, State, propose_new_date};
use crate::domain::fixture::day;
use crate::export::fixture::stays_as_it_is;
use crate::report::plain_text;

use super::*;

fn calendar() -> &'static WorkingCalendar {
    static CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(working);
    &CALENDAR
}

fn bases() -> LegalBases {
    serde_json::from_str(include_str!("../../../public/data/can-cu-phap-ly-1.json")).unwrap()
}

fn plain_request<'a>(dossier: &'a Dossier, judged: &'a Judged) -> ApologyRequest<'a> {
    ApologyRequest {
        dossier,
        judged,
        above: "Văn phòng Đăng ký đất đai tỉnh Gia Lai",
        issuer: "Chi nhánh huyện Krông Pa",
        counter: "",
        number: "12/PXL",
        place: "Krông Pa",
        date: Some(day(2023, 3, 10)),
        reason: "chờ xác minh thực địa",
        new_date: Some(day(2023, 3, 17)),
        signer_post: "Giám đốc",
    }
}

/// A letter for a dossier, with changes to what it is drafted from.
fn draft(dossier: &Dossier, change: impl FnOnce(&mut ApologyRequest<'_>)) -> ApologyDraft {
    let judged = judge_on(dossier, calendar(), day(2026, 12, 31));
    let mut request = plain_request(dossier, &judged);
    change(&mut request);
    apology_letter(&request, &bases(), calendar()).unwrap()
}

/// An open dossier with five working days, received and appointed on these days.
fn received(on: NaiveDate, appointed: NaiveDate) -> Dossier {
    let received = Some(Receipt { date: on, time: None });
    Dossier { received, appointed: Seen::Is(appointed), ..open() }
}

fn holds(name: &str, draft: &ApologyDraft) {
    let mut text = plain_text(&draft.document);
    for warning in &draft.warnings {
        text.push_str(&format!("\n[! {}]", warning.words(Lang::Vi)));
    }
    stays_as_it_is(&format!("xin-loi_{name}.txt"), text.as_bytes());
}

#[test]
fn the_letter_of_decision_09_names_no_form() {
    let draft = draft(&received(day(2018, 6, 4), day(2018, 6, 11)), |request| {
        request.date = Some(day(2018, 6, 13));
        request.new_date = Some(day(2018, 6, 20));
    });
    assert_eq!((draft.regime, draft.warnings.as_slice()), (Regime::Decision09_2015, [].as_slice()));
    holds("2018-06_qd-09", &draft);
}

#[test]
fn the_letter_of_decree_61_is_form_4_of_circular_01_2018() {
    let draft = draft(&open(), |_| {});
    assert_eq!((draft.regime, draft.warnings.as_slice()), (Regime::Decree61_2018, [].as_slice()));
    holds("2023-03_nd-61", &draft);
}

#[test]
fn the_letter_of_decree_118_asks_for_more_time() {
    let mut dossier = received(day(2026, 3, 2), day(2026, 3, 9));
    dossier.procedure = "Đăng ký biến động đất đai".to_owned();
    let draft = draft(&dossier, |request| {
        request.above = "Ủy ban nhân dân xã Ia Rmok";
        request.issuer = "Trung tâm Phục vụ hành chính công xã Ia Rmok";
        request.place = "Ia Rmok";
        request.number = "";
        request.date = Some(day(2026, 3, 11));
        request.new_date = Some(day(2026, 3, 13));
    });
    assert_eq!(draft.regime, Regime::Decree118_2025);
    let by_both = Readings { calendar_day_before: false, working_day_before: false };
    assert_eq!(draft.warnings, [Warning::Late(by_both)]);
    holds("2026-03_nd-118", &draft);
}

#[test]
fn the_name_changes_with_the_day_of_receipt_and_not_of_the_letter() {
    let title = |on: NaiveDate, appointed| {
        let draft = draft(&received(on, appointed), |request| {
            request.date = Some(day(2025, 12, 1));
            request.new_date = Some(day(2025, 12, 5));
        });
        draft.document.title
    };
    assert_eq!(title(day(2025, 6, 30), day(2025, 7, 7)), "Phiếu xin lỗi và hẹn lại ngày trả kết quả");
    assert_eq!(title(day(2025, 7, 1), day(2025, 7, 8)), "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết");
}

#[test]
fn a_form_is_not_named_before_its_circular_was_issued() {
    let note = |date| {
        let dossier = received(day(2018, 7, 2), day(2018, 7, 9));
        let draft = draft(&dossier, |request| request.date = Some(date));
        plain_text(&draft.document).contains("Mẫu số 04, Thông tư 01/2018/TT-VPCP")
    };
    assert_eq!((note(day(2018, 11, 22)), note(day(2018, 11, 23))), (false, true));
}

#[test]
fn without_an_appointed_date_the_letter_gives_the_due_date_by_law() {
    let dossier = Dossier { appointed: Seen::Absent, ..open() };
    let draft = draft(&dossier, |_| {});
    assert_eq!(draft.warnings, [Warning::NoAppointedDate]);
    holds("khong-ngay-hen", &draft);
    let unknown = Dossier { term: None, ..dossier };
    let judged = judge_on(&unknown, calendar(), day(2023, 3, 16));
    let draft = apology_letter(&plain_request(&unknown, &judged), &bases(), calendar()).unwrap();
    assert_eq!(draft.warnings, [Warning::NoAppointedDate, Warning::NoDeadline]);
    assert!(plain_text(&draft.document).contains("Ngày hẹn trả kết quả: ngày …… tháng …… năm ………."));
}

#[test]
fn a_second_new_date_is_warned_of() {
    let dossier = Dossier { apology: Seen::Is(letter()), times_reappointed: Some(1), ..open() };
    let proposed = propose_new_date(&dossier, day(2023, 3, 16), Length::new(3).unwrap(), calendar()).unwrap();
    let draft = draft(&dossier, |request| {
        request.date = Some(day(2023, 3, 10));
        request.new_date = Some(proposed.due.date);
    });
    let beyond = Beyond { times: 1, most: 1 };
    assert_eq!(proposed.beyond, Some(beyond));
    assert_eq!(draft.warnings, [Warning::AlreadyReappointed(beyond)]);
    holds("da-hen-lai", &draft);
}

#[test]
fn what_is_not_given_is_left_to_be_written_by_hand() {
    let dossier = Dossier { code: String::new(), procedure: String::new(), field: String::new(), ..open() };
    let draft = draft(&dossier, |request| {
        request.above = "";
        request.issuer = "";
        request.number = "";
        request.place = "";
        request.date = None;
        request.reason = "  ";
        request.new_date = None;
        request.signer_post = "";
    });
    assert_eq!(draft.warnings, [Warning::ReasonMissing, Warning::NewDateMissing]);
    holds("de-trong", &draft);
}

#[test]
fn a_dossier_returned_late_is_apologised_for_without_a_new_date() {
    let dossier = Dossier { returned: Some(day(2023, 3, 15)), ..late() };
    let draft = draft(&dossier, |request| request.date = Some(day(2023, 3, 16)));
    let text = plain_text(&draft.document);
    assert!(text.contains("trả kết quả ngày 15 tháng 3 năm 2023, chậm 2 ngày làm việc so với thời hạn quy định."));
    assert!(!text.contains("hẹn lại ngày trả kết quả là"));
    assert_eq!(draft.warnings.len(), 1, "only that the letter is late");
}

#[test]
fn a_letter_after_the_deadline_says_by_how_many_working_days_it_is_past() {
    let text = |date| {
        let draft = draft(&open(), |request| request.date = Some(date));
        (plain_text(&draft.document), draft.warnings)
    };
    let (on_time, warnings) = text(day(2023, 3, 13));
    assert!(on_time.contains("không thể trả kết quả đúng thời hạn quy định."), "the deadline's day is in time");
    assert_eq!(warnings.len(), 1, "though a letter had to be out the day before");
    let (late, _) = text(day(2023, 3, 16));
    assert!(late.contains("đã quá thời hạn quy định 3 ngày làm việc."));
    let (_, weekend) = text(day(2023, 3, 11));
    let by_one = Readings { calendar_day_before: true, working_day_before: false };
    assert_eq!(weekend, [Warning::Late(by_one)], "a Saturday before the Monday");
}

#[test]
fn a_new_date_that_cannot_be_is_warned_of() {
    let warnings = |new_date| draft(&open(), |request| request.new_date = Some(new_date)).warnings;
    assert_eq!(warnings(day(2023, 3, 18)), [Warning::NewDateOff]);
    let both = [Warning::NewDateNotAfterLetter, Warning::NewDateNotAfterDeadline];
    assert_eq!(warnings(day(2023, 3, 10)), both);
    assert_eq!(warnings(day(2023, 3, 13)), [Warning::NewDateNotAfterDeadline]);
    assert_eq!(warnings(day(2023, 3, 14)), []);
}

#[test]
fn a_number_of_a_person_in_the_reason_is_warned_of() {
    let draft = draft(&open(), |request| request.reason = "chờ gọi 0912345678");
    assert_eq!(draft.warnings, [Warning::PersonalReason(Personal::Phone)]);
}

#[test]
fn an_impossible_date_is_left_out_of_the_letter() {
    let draft = draft(&Dossier { appointed: Seen::Is(day(2023, 3, 1)), ..open() }, |_| {});
    let error = EntryError { field: Field::Appointed, problem: Problem::BeforeReceipt };
    assert_eq!(draft.warnings, [Warning::Impossible(error), Warning::NoAppointedDate]);
    assert!(!plain_text(&draft.document).contains("01 tháng 3"));
}

#[test]
fn without_a_day_of_receipt_the_letter_takes_the_form_of_its_own_day() {
    let draft = draft(&Dossier { received: None, ..open() }, |_| {});
    assert_eq!(
        (draft.regime, draft.warnings.as_slice()),
        (Regime::Decree61_2018, [Warning::ReceiptUnknown].as_slice())
    );
}

#[test]
fn there_is_nothing_to_apologise_for_in_a_dossier_returned_in_time_or_withdrawn() {
    let refused = |dossier: &Dossier| {
        let judged = judge_on(dossier, calendar(), day(2023, 3, 16));
        apology_letter(&plain_request(dossier, &judged), &bases(), calendar()).unwrap_err()
    };
    assert_eq!(refused(&in_time()), NoLetter::ResolvedInTime);
    assert_eq!(refused(&Dossier { state: Some(State::Withdrawn), ..late() }), NoLetter::Withdrawn);
}
