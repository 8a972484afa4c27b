use super::*;
use crate::domain::calendar::fixture::{date, working};
use crate::domain::calendar::{DayKind, OfficeHoursError, Session};

mod laws;
mod steps;

const VECTORS: &str = include_str!("../../../../tests/fixtures/han_ngay_lam_viec.csv");

fn received(text: &str) -> Receipt {
    Receipt { date: date(text), time: None }
}

fn received_at(text: &str, time: &str) -> Receipt {
    Receipt { time: Some(clock(time)), ..received(text) }
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

fn stop(from: &str, to: Option<&str>) -> ClockStop {
    ClockStop { from: date(from), to: to.map(date), why: "bổ sung hồ sơ".to_owned() }
}

fn days(length: u32) -> Term {
    Term::working_days(length).unwrap()
}

/// The due date by the announced calendar, which both ways must give.
fn both(receipt: &Receipt, term: &Term, stops: &[ClockStop]) -> Result<DueDate, DueError> {
    let (calendar, office) = (working(), OfficeHours::default());
    let fast = due_date(receipt, term, stops, &calendar, &office);
    assert_eq!(due(receipt, term, stops, &calendar, &office).map(|due| due.due), fast);
    fast
}

fn due_on_day(receipt: &Receipt, term: &Term, stops: &[ClockStop]) -> NaiveDate {
    both(receipt, term, stops).unwrap().date
}

#[test]
fn the_known_due_dates_come_out() {
    let iso = |text: &str| text.parse::<NaiveDate>().unwrap();
    let mut rows = 0;
    for row in VECTORS.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(6, ',').collect();
        let receipt = Receipt { date: iso(cells[0]), time: None };
        let length: u32 = cells[1].parse().unwrap();
        // The one of 0 days is "trả trong ngày".
        let same_day = Term::SameDay { cut_off: None };
        let working_term = Term::working_days(length).unwrap_or(same_day);
        let calendar_term = Term::calendar_days(length).unwrap_or(same_day);
        assert_eq!(due_on_day(&receipt, &working_term, &[]), iso(cells[2]), "{row}");
        let deadlines = apology_deadlines(iso(cells[2]), None, &working()).unwrap();
        assert_eq!(deadlines.working_day_before, iso(cells[3]), "{row}");
        assert_eq!(due_on_day(&receipt, &calendar_term, &[]), iso(cells[4]), "{row}");
        assert!(!both(&receipt, &working_term, &[]).unwrap().provisional, "{row}");
        rows += 1;
    }
    assert_eq!(rows, 24);
}

#[test]
fn a_dossier_received_on_a_day_off_begins_on_the_next_working_day() {
    assert_eq!(due_on_day(&received("7/7/2024"), &days(1), &[]), date("8/7/2024"));
    assert_eq!(due_on_day(&received("6/7/2024"), &days(1), &[]), date("8/7/2024"));
    assert_eq!(due_on_day(&received("10/2/2024"), &days(1), &[]), date("15/2/2024"));
    assert_eq!(due_on_day(&received("7/7/2024"), &Term::SameDay { cut_off: None }, &[]), date("8/7/2024"));
}

#[test]
fn a_make_up_saturday_counts_on_both_sides() {
    assert_eq!(due_on_day(&received("3/1/2019"), &days(2), &[]), date("5/1/2019"));
    assert_eq!(due_on_day(&received("5/1/2019"), &days(1), &[]), date("7/1/2019"));
    assert_eq!(due_on_day(&received("3/5/2024"), &days(1), &[]), date("4/5/2024"));
    assert_eq!(due_on_day(&received("4/5/2024"), &days(1), &[]), date("6/5/2024"));
    assert_eq!(due_on_day(&received("9/1/2026"), &days(1), &[]), date("10/1/2026"));
    assert_eq!(due_on_day(&received("10/1/2026"), &Term::SameDay { cut_off: None }, &[]), date("10/1/2026"));
    assert_eq!(due_on_day(&received("25/4/2025"), &Term::calendar_days(1).unwrap(), &[]), date("26/4/2025"));
}

#[test]
fn a_term_before_tet_ends_before_or_after_it() {
    assert_eq!(due_on_day(&received("6/2/2024"), &days(1), &[]), date("7/2/2024"));
    assert_eq!(due_on_day(&received("6/2/2024"), &days(2), &[]), date("15/2/2024"));
    assert_eq!(due_on_day(&received("12/2/2026"), &days(1), &[]), date("13/2/2026"));
    assert_eq!(due_on_day(&received("12/2/2026"), &days(2), &[]), date("23/2/2026"));
}

#[test]
fn days_inside_a_stop_are_not_counted_its_two_ends_included() {
    // Monday 01/7/2024; a stop from Tuesday to Wednesday takes two days.
    let stops = [stop("2/7/2024", Some("3/7/2024"))];
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &[]), date("2/7/2024"));
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &stops), date("4/7/2024"));
    assert_eq!(due_on_day(&received("1/7/2024"), &days(3), &stops), date("8/7/2024"));
    assert_eq!(due_on_day(&received("1/7/2024"), &Term::calendar_days(2).unwrap(), &stops), date("5/7/2024"));
    let one_day = [stop("2/7/2024", Some("2/7/2024"))];
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &one_day), date("3/7/2024"));
}

#[test]
fn a_stop_costs_only_the_days_that_would_have_counted() {
    let tet = [stop("8/2/2024", Some("14/2/2024"))];
    assert_eq!(due_on_day(&received("6/2/2024"), &days(2), &tet), date("15/2/2024"));
    let past_tet = [stop("7/2/2024", Some("15/2/2024"))];
    assert_eq!(due_on_day(&received("6/2/2024"), &days(2), &past_tet), date("19/2/2024"));
    let make_up = [stop("4/5/2024", Some("4/5/2024"))];
    assert_eq!(due_on_day(&received("3/5/2024"), &days(1), &make_up), date("6/5/2024"));
}

#[test]
fn stops_that_overlap_take_each_day_once() {
    let stops = [stop("3/7/2024", Some("5/7/2024")), stop("2/7/2024", Some("4/7/2024"))];
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &stops), date("8/7/2024"));
    let within = [stop("2/7/2024", Some("5/7/2024")), stop("3/7/2024", Some("3/7/2024"))];
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &within), date("8/7/2024"));
}

#[test]
fn a_stop_before_receipt_or_after_the_due_date_has_no_effect() {
    let stops = [stop("1/6/2024", Some("1/7/2024")), stop("3/7/2024", None)];
    assert_eq!(due_on_day(&received("1/7/2024"), &days(1), &stops), date("2/7/2024"));
}

#[test]
fn a_term_that_ends_off_rolls_past_a_stop_too() {
    // Ends on Saturday 06/7; Monday and Tuesday are inside a stop.
    let stops = [stop("8/7/2024", Some("9/7/2024"))];
    assert_eq!(due_on_day(&received("1/7/2024"), &Term::calendar_days(5).unwrap(), &stops), date("10/7/2024"));
}

#[test]
fn while_the_clock_stands_there_is_no_due_date() {
    let stops = [stop("3/7/2024", Some("4/7/2024")), stop("2/7/2024", None)];
    for term in [days(1), Term::calendar_days(1).unwrap(), Term::working_hours(8).unwrap()] {
        let open = both(&received("1/7/2024"), &term, &stops);
        assert_eq!(open, Err(DueError::StillStopped(date("2/7/2024"))));
    }
    let on_the_day = [stop("1/7/2024", None)];
    let open = both(&received("1/7/2024"), &Term::SameDay { cut_off: None }, &on_the_day);
    assert_eq!(open, Err(DueError::StillStopped(date("1/7/2024"))));
}

#[test]
fn a_reversed_stop_is_named() {
    let stops = [stop("1/7/2024", Some("1/7/2024")), stop("3/7/2024", Some("2/7/2024"))];
    assert_eq!(both(&received("1/7/2024"), &days(1), &stops), Err(DueError::ReversedStop(2)));
}

#[test]
fn a_date_outside_the_calendar_is_an_error() {
    assert_eq!(both(&received("31/12/2014"), &days(1), &[]), Err(DueError::OutsideCalendar));
    assert_eq!(both(&received("31/12/2060"), &days(1), &[]), Err(DueError::OutsideCalendar));
    let day = Term::calendar_days(1).unwrap();
    assert_eq!(both(&received("31/12/2060"), &day, &[]), Err(DueError::OutsideCalendar));
    let far = [stop("2/7/2024", Some("1/1/2199"))];
    assert_eq!(both(&received("1/7/2024"), &days(1), &far), Err(DueError::OutsideCalendar));
    let open = [stop("1/1/2061", None)];
    assert_eq!(both(&received("31/12/2060"), &days(1), &open), Err(DueError::OutsideCalendar));
    assert_eq!(due_on_day(&received("30/12/2060"), &days(1), &[]), date("31/12/2060"));
}

#[test]
fn a_cut_off_hour_moves_what_comes_later_to_the_next_working_day() {
    let term = Term::SameDay { cut_off: Some(clock("15:00")) };
    // Friday 05/7/2024.
    assert_eq!(due_on_day(&received_at("5/7/2024", "14:59"), &term, &[]), date("5/7/2024"));
    assert_eq!(due_on_day(&received_at("5/7/2024", "15:00"), &term, &[]), date("5/7/2024"));
    assert_eq!(due_on_day(&received_at("5/7/2024", "15:01"), &term, &[]), date("8/7/2024"));
    assert_eq!(due_on_day(&received_at("6/7/2024", "8:00"), &term, &[]), date("8/7/2024"));
}

#[test]
fn an_unknown_hour_is_taken_to_be_late_and_said_to_be_assumed() {
    let cut_off = Term::SameDay { cut_off: Some(clock("15:00")) };
    let due = both(&received("4/7/2024"), &cut_off, &[]).unwrap();
    assert_eq!((due.date, due.time_assumed), (date("5/7/2024"), true));
    let due = both(&received("4/7/2024"), &Term::working_hours(1).unwrap(), &[]).unwrap();
    assert_eq!((due.date, due.time, due.time_assumed), (date("5/7/2024"), Some(clock("8:30")), true));
    for term in [days(1), Term::calendar_days(1).unwrap(), Term::SameDay { cut_off: None }] {
        assert!(!both(&received("4/7/2024"), &term, &[]).unwrap().time_assumed);
    }
    assert!(!both(&received_at("4/7/2024", "8:00"), &cut_off, &[]).unwrap().time_assumed);
}

#[test]
fn working_hours_run_within_the_office_hours() {
    let due_at = |receipt: Receipt, hours| {
        let due = both(&receipt, &Term::working_hours(hours).unwrap(), &[]).unwrap();
        (due.date, due.time.unwrap())
    };
    let thursday = |time| received_at("4/7/2024", time);
    let on = |day, time| (date(day), clock(time));
    assert_eq!(due_at(thursday("8:00"), 1), on("4/7/2024", "9:00"));
    assert_eq!(due_at(thursday("8:30"), 3), on("4/7/2024", "11:30"));
    assert_eq!(due_at(thursday("10:45"), 2), on("4/7/2024", "14:45"));
    assert_eq!(due_at(thursday("6:00"), 4), on("4/7/2024", "11:30"));
    assert_eq!(due_at(thursday("12:00"), 1), on("4/7/2024", "14:30"));
    assert_eq!(due_at(thursday("16:00"), 1), on("4/7/2024", "17:00"));
    assert_eq!(due_at(thursday("16:01"), 1), on("5/7/2024", "7:31"));
    assert_eq!(due_at(thursday("18:00"), 8), on("8/7/2024", "8:00"));
    assert_eq!(due_at(thursday("7:30"), 15), on("5/7/2024", "17:00"));
    assert_eq!(due_at(received_at("6/7/2024", "9:00"), 1), on("8/7/2024", "8:30"));
    assert_eq!(due_at(received_at("4/5/2024", "9:00"), 1), on("4/5/2024", "10:00"));
}

#[test]
fn working_hours_stand_still_on_stopped_days() {
    let stops = [stop("4/7/2024", Some("5/7/2024"))];
    let due = both(&received_at("4/7/2024", "8:00"), &Term::working_hours(1).unwrap(), &stops).unwrap();
    assert_eq!((due.date, due.time), (date("8/7/2024"), Some(clock("8:30"))));
}

#[test]
fn a_due_date_past_the_announced_years_is_provisional() {
    let provisional = |receipt, length| both(&received(receipt), &days(length), &[]).unwrap().provisional;
    assert!(!provisional("30/12/2027", 1) && provisional("30/12/2027", 2));
    assert!(provisional("29/12/2017", 1) && !provisional("1/1/2018", 1));
}

#[test]
fn both_readings_of_one_day_before_are_given() {
    let deadlines = |text| {
        let deadlines = apology_deadlines(date(text), None, &working()).unwrap();
        (deadlines.calendar_day_before, deadlines.working_day_before)
    };
    assert_eq!(deadlines("4/7/2024"), (date("3/7/2024"), date("3/7/2024")));
    assert_eq!(deadlines("8/7/2024"), (date("7/7/2024"), date("5/7/2024")));
    assert_eq!(deadlines("6/5/2024"), (date("5/5/2024"), date("4/5/2024")));
    assert_eq!(deadlines("15/2/2024"), (date("14/2/2024"), date("7/2/2024")));
    assert_eq!(apology_deadlines(date("2/1/2015"), None, &working()), None);
}

#[test]
fn no_apology_is_due_before_the_dossier_came() {
    let deadlines = |due, received| {
        let deadlines = apology_deadlines(date(due), Some(date(received)), &working())?;
        Some((deadlines.calendar_day_before, deadlines.working_day_before))
    };
    assert_eq!(deadlines("24/4/2024", "24/4/2024"), None, "due on the day it came");
    assert_eq!(deadlines("25/4/2024", "24/4/2024"), Some((date("24/4/2024"), date("24/4/2024"))));
    assert_eq!(deadlines("8/7/2024", "6/7/2024"), Some((date("7/7/2024"), date("6/7/2024"))), "received on a Saturday");
}

#[test]
fn a_term_has_a_length_of_1_to_1000() {
    for length in [0, 1_001] {
        assert!(Term::working_days(length).is_err() && Term::working_hours(length).is_err(), "{length}");
        assert!(serde_json::from_str::<Term>(&format!(r#"{{"working_days":{length}}}"#)).is_err(), "{length}");
    }
    assert_eq!(serde_json::from_str::<Term>(r#"{"working_days":1000}"#).unwrap(), days(1_000));
    let cut_off = r#"{"same_day":{"cut_off":"15:00:00"}}"#;
    assert_eq!(serde_json::from_str::<Term>(cut_off).unwrap(), Term::SameDay { cut_off: Some(clock("15:00")) });
}

#[test]
fn office_hours_must_be_in_order_and_in_whole_minutes() {
    let session = |from: &str, to: &str| Session { from: clock(from), to: clock(to) };
    let check = |sessions: &[Session]| OfficeHours::try_from(sessions.to_vec()).map(|hours| hours.minutes());
    assert_eq!(check(&[]), Err(OfficeHoursError::Empty));
    assert_eq!(check(&[session("8:00", "8:00")]), Err(OfficeHoursError::BadSession(1)));
    let overlapping = [session("8:00", "12:00"), session("11:59", "17:00")];
    assert_eq!(check(&overlapping), Err(OfficeHoursError::BadSession(2)));
    let seconds = Session { from: NaiveTime::from_hms_opt(8, 0, 1).unwrap(), to: clock("9:00") };
    assert_eq!(check(&[seconds]), Err(OfficeHoursError::BadSession(1)));
    assert_eq!(check(&[session("8:00", "12:00"), session("12:00", "17:00")]), Ok(540));
    assert_eq!(OfficeHours::default().minutes(), 450);
}
