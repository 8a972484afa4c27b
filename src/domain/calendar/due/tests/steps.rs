//! What the explanation says.

use super::*;

fn explained(receipt: &Receipt, term: &Term, stops: &[ClockStop]) -> Vec<(String, String)> {
    let due = due(receipt, term, stops, &working(), &OfficeHours::default()).unwrap();
    due.steps.iter().map(|step| (step.date.format("%-d/%-m").to_string(), word(&step.kind))).collect()
}

fn word(kind: &StepKind) -> String {
    let make_up = |make_up: &Option<CalendarDay>| match make_up {
        Some(day) => format!(" ({})", day.name),
        None => String::new(),
    };
    match kind {
        StepKind::Counted { number, make_up: by } => format!("{number}{}", make_up(by)),
        StepKind::Worked { minutes, make_up: by } => format!("{minutes} min{}", make_up(by)),
        StepKind::RolledTo { make_up: by } => format!("rolled{}", make_up(by)),
        StepKind::Skipped(Skip::FirstDay) => "first".to_owned(),
        StepKind::Skipped(Skip::TooLate) => "late".to_owned(),
        StepKind::Skipped(Skip::Weekend) => "weekend".to_owned(),
        StepKind::Skipped(Skip::DayOff(day)) => day.name.clone(),
        StepKind::Skipped(Skip::Stop(why)) => format!("stop: {why}"),
    }
}

fn assert_steps(found: &[(String, String)], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found.iter().map(|(day, word)| (day.as_str(), word.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_day_from_receipt_to_the_due_date_is_explained() {
    let found = explained(&received("26/4/2024"), &days(4), &[]);
    assert_steps(
        &found,
        &[
            ("26/4", "first"),
            ("27/4", "weekend"),
            ("28/4", "weekend"),
            ("29/4", "Nghỉ hoán đổi (làm bù 04/05/2024)"),
            ("30/4", "Ngày Chiến thắng"),
            ("1/5", "Ngày Quốc tế Lao động"),
            ("2/5", "1"),
            ("3/5", "2"),
            ("4/5", "3 (Làm bù cho ngày 29/04/2024)"),
            ("5/5", "weekend"),
            ("6/5", "4"),
        ],
    );
}

#[test]
fn a_stop_is_named_on_the_working_days_that_it_takes() {
    let found = explained(&received("5/7/2024"), &days(2), &[stop("6/7/2024", Some("9/7/2024"))]);
    let stopped = "stop: bổ sung hồ sơ";
    assert_steps(
        &found,
        &[
            ("5/7", "first"),
            ("6/7", "weekend"),
            ("7/7", "weekend"),
            ("8/7", stopped),
            ("9/7", stopped),
            ("10/7", "1"),
            ("11/7", "2"),
        ],
    );
}

#[test]
fn days_of_any_kind_count_and_the_roll_is_shown() {
    let found = explained(&received("4/7/2024"), &Term::calendar_days(2).unwrap(), &[]);
    assert_steps(&found, &[("4/7", "first"), ("5/7", "1"), ("6/7", "2"), ("7/7", "weekend"), ("8/7", "rolled")]);
    let found = explained(&received("2/5/2024"), &Term::calendar_days(2).unwrap(), &[]);
    assert_steps(&found, &[("2/5", "first"), ("3/5", "1"), ("4/5", "2 (Làm bù cho ngày 29/04/2024)")]);
}

#[test]
fn hours_are_shown_by_the_day() {
    let found = explained(&received_at("4/7/2024", "16:00"), &Term::working_hours(9).unwrap(), &[]);
    let by_day = [("4/7", "60 min"), ("5/7", "450 min"), ("6/7", "weekend"), ("7/7", "weekend"), ("8/7", "30 min")];
    assert_steps(&found, &by_day);
}

#[test]
fn what_came_too_late_in_the_day_says_so() {
    let term = Term::SameDay { cut_off: Some(clock("15:00")) };
    assert_steps(&explained(&received_at("4/7/2024", "15:30"), &term, &[]), &[("4/7", "late"), ("5/7", "1")]);
    assert_steps(&explained(&received_at("4/7/2024", "15:00"), &term, &[]), &[("4/7", "1")]);
    let hour = Term::working_hours(1).unwrap();
    assert_steps(&explained(&received_at("4/7/2024", "17:00"), &hour, &[]), &[("4/7", "late"), ("5/7", "60 min")]);
}

#[test]
fn each_step_says_whether_its_day_is_provisional() {
    let due = due(&received("30/12/2027"), &days(2), &[], &working(), &OfficeHours::default()).unwrap();
    let provisional: Vec<bool> = due.steps.iter().map(|step| step.provisional).collect();
    // 30 and 31/12, then Saturday 01/01, Sunday, Monday in lieu, Tuesday.
    assert_eq!(provisional, [false, false, true, true, true, true]);
    let new_year = &due.steps[4].kind;
    assert!(matches!(new_year, StepKind::Skipped(Skip::DayOff(day)) if day.kind == DayKind::InLieu), "{new_year:?}");
}
