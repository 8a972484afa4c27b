use std::collections::BTreeSet;

use chrono::Datelike;

use super::fixture::{announced, date, entered, working};
use super::*;

fn refused(change: impl FnOnce(&mut CalendarRecord)) -> CalendarError {
    let mut record = announced().record().clone();
    change(&mut record);
    Calendar::try_from(record).unwrap_err()
}

fn problem(day: CalendarDay) -> DayProblem {
    let on = day.date;
    match announced().edited(CalendarEdit::Add(day)).unwrap_err() {
        CalendarError::Day { row, date, problem } => {
            assert_eq!((row, date), (147, on));
            problem
        }
        other => panic!("{other}"),
    }
}

#[test]
fn the_bundled_calendar_holds_every_announced_day() {
    let calendar = announced();
    assert_eq!((calendar.days().len(), calendar.record().version), (146, 1));
    let of = |kind| calendar.days().iter().filter(|day| day.kind == kind).count();
    assert_eq!(DayKind::ALL.map(of), [59, 62, 13, 6, 6]);
    let of = |year| calendar.days().iter().filter(|day| day.date.year() == year).count();
    let by_year: Vec<usize> = (2018..=2027).map(of).collect();
    assert_eq!(by_year, [14, 14, 12, 14, 15, 17, 15, 13, 17, 15]);
    assert!((2018..=2027).all(|year| calendar.is_announced(year)));
    assert!(!calendar.is_announced(2017) && !calendar.is_announced(2028));
    assert!(calendar.days().is_sorted_by(|one, next| one.date < next.date));
}

#[test]
fn a_calendar_reads_back_as_it_was_written() {
    let text = serde_json::to_string(&announced()).unwrap();
    assert_eq!(serde_json::from_str::<Calendar>(&text).unwrap(), announced());
}

#[test]
fn an_unchecked_calendar_is_not_read() {
    let text = serde_json::to_string(&announced()).unwrap().replace("2024-05-04", "2024-05-03");
    let error = serde_json::from_str::<Calendar>(&text).unwrap_err().to_string();
    assert!(error.contains("2024-05-03: a make-up day must be a Saturday or Sunday"), "{error}");
}

#[test]
fn days_are_put_in_order() {
    let mut record = announced().record().clone();
    record.days.reverse();
    assert_eq!(Calendar::try_from(record).unwrap(), announced());
}

#[test]
fn a_date_given_twice_is_named_with_both_rows() {
    let error = refused(|record| record.days.insert(5, entered(date("1/1/2018"), DayKind::Holiday)));
    let problem = DayProblem::Duplicate(1);
    assert_eq!(error, CalendarError::Day { row: 6, date: date("1/1/2018"), problem });
}

#[test]
fn a_day_that_changes_nothing_is_refused() {
    assert_eq!(problem(entered(date("6/5/2024"), DayKind::MakeUp)), DayProblem::MakeUpOnWeekday);
    assert_eq!(problem(entered(date("11/5/2024"), DayKind::SwappedOff)), DayProblem::OffOnWeekend);
    assert_eq!(problem(entered(date("12/5/2024"), DayKind::InLieu)), DayProblem::OffOnWeekend);
}

#[test]
fn a_day_out_of_range_or_without_a_name_is_refused() {
    assert_eq!(problem(entered(date("31/12/2014"), DayKind::Holiday)), DayProblem::YearOutOfRange);
    assert_eq!(problem(entered(date("1/1/2061"), DayKind::Holiday)), DayProblem::YearOutOfRange);
    let named = |name: String| CalendarDay { name, ..entered(date("6/5/2024"), DayKind::Holiday) };
    assert_eq!(problem(named(" ".to_owned())), DayProblem::NoName);
    assert_eq!(problem(named("a".repeat(MAX_TEXT_BYTES + 1))), DayProblem::TextTooLong);
}

#[test]
fn a_calendar_with_a_bad_head_is_refused() {
    assert_eq!(refused(|record| record.id.clear()), CalendarError::BadName);
    assert_eq!(refused(|record| record.name = " ".to_owned()), CalendarError::BadName);
    assert_eq!(refused(|record| record.version = 0), CalendarError::BadVersion(0));
    let years = |from, through| CalendarError::BadYears { from, through };
    assert_eq!(refused(|record| record.announced_through = 2017), years(2018, 2017));
    assert_eq!(refused(|record| record.announced_from = 2014), years(2014, 2027));
    assert_eq!(refused(|record| record.announced_through = 2061), years(2018, 2061));
    let many = |record: &mut CalendarRecord| record.days = record.days.iter().cycle().take(5_001).cloned().collect();
    assert_eq!(refused(many), CalendarError::TooManyDays);
}

#[test]
fn an_edit_gives_a_new_version() {
    let storm = entered(date("10/9/2024"), DayKind::Holiday);
    let with = announced().edited(CalendarEdit::Add(storm.clone())).unwrap();
    assert_eq!((with.record().version, with.entry(storm.date)), (2, Some(&storm)));
    let moved = entered(date("11/9/2024"), DayKind::Holiday);
    let replace = CalendarEdit::Replace { date: storm.date, day: moved.clone() };
    let replaced = with.edited(replace).unwrap();
    assert_eq!((replaced.entry(storm.date), replaced.entry(moved.date)), (None, Some(&moved)));
    let without = replaced.edited(CalendarEdit::Remove(moved.date)).unwrap();
    assert_eq!((without.record().version, without.days()), (4, announced().days()));
    assert!(without.edited(CalendarEdit::AnnounceThrough(2028)).unwrap().is_announced(2028));
}

#[test]
fn an_edit_of_a_day_that_is_not_there_is_refused() {
    let monday = date("6/5/2024");
    let replace = CalendarEdit::Replace { date: monday, day: entered(monday, DayKind::Holiday) };
    for edit in [CalendarEdit::Remove(monday), replace] {
        assert_eq!(announced().edited(edit), Err(CalendarError::NoSuchDay(monday)));
    }
}

#[test]
fn a_day_is_what_the_calendar_says_and_else_what_its_weekday_says() {
    let calendar = working();
    let is = |text| calendar.day(date(text)).unwrap().is;
    assert_eq!(is("3/5/2024"), DayIs::Weekday);
    assert_eq!(is("5/5/2024"), DayIs::Weekend);
    assert!(matches!(is("4/5/2024"), DayIs::MakeUp(day) if day.kind == DayKind::MakeUp));
    assert!(matches!(is("29/4/2024"), DayIs::Off(day) if day.kind == DayKind::SwappedOff));
    assert!(matches!(is("11/2/2024"), DayIs::Off(day) if day.kind == DayKind::Tet));
    assert_eq!(calendar.day(date("31/12/2014")), None);
    assert_eq!(calendar.day(date("1/1/2061")), None);
}

#[test]
fn only_days_of_announced_years_are_certain() {
    let calendar = working();
    let provisional = |text| calendar.day(date(text)).unwrap().provisional;
    assert!(provisional("31/12/2017") && !provisional("1/1/2018"));
    assert!(!provisional("31/12/2027") && provisional("1/1/2028"));
}

/// The announcements differ from the rule in the days of Tết and in swaps alone.
#[test]
fn the_rule_gives_the_announced_days_but_for_tet_and_swaps() {
    let by_rule = |day: &&CalendarDay| matches!(day.kind, DayKind::Holiday | DayKind::InLieu);
    for year in 2018..=2027 {
        let expected = expected_days(year);
        // In lieu of Tết is announced as longer days of Tết.
        let expected = expected.iter().filter(by_rule).filter(|day| !day.name.contains("Tết Nguyên đán"));
        let expected: Vec<(NaiveDate, &str)> = expected.map(|day| (day.date, day.name.as_str())).collect();
        let calendar = announced();
        let given = calendar.days().iter().filter(|day| day.date.year() == year).filter(by_rule);
        let given: Vec<(NaiveDate, &str)> = given.map(|day| (day.date, day.name.as_str())).collect();
        assert_eq!(expected, given, "{year}");
    }
}

/// The announced years have no 02/9 on a Sunday.
#[test]
fn the_rule_joins_a_sunday_of_quoc_khanh_to_monday_and_tuesday() {
    let autumn = expected_days(2029).into_iter().filter(|day| day.date.month() == 9);
    let autumn: Vec<(NaiveDate, String)> = autumn.map(|day| (day.date, day.name)).collect();
    let named =
        [("2/9/2029", "Quốc khánh"), ("3/9/2029", "Quốc khánh (ngày liền kề)"), ("4/9/2029", "Nghỉ bù Quốc khánh")];
    assert_eq!(autumn, named.map(|(day, name)| (date(day), name.to_owned())));
}

#[test]
fn the_rule_gives_five_weekdays_off_at_tet_every_year() {
    for year in FIRST_YEAR..=LAST_YEAR {
        let days = expected_days(year);
        let tet = days.iter().filter(|day| day.name.contains("Tết Nguyên đán") && !is_weekend(day.date));
        assert_eq!(tet.count(), 5, "{year}");
    }
}

#[test]
fn the_rule_gives_as_many_weekdays_off_as_the_law_in_force() {
    for year in FIRST_YEAR..=LAST_YEAR {
        let lawful = 10 + usize::from(year >= 2021) + usize::from(year >= 2026);
        let days = expected_days(year);
        assert_eq!(days.iter().filter(|day| !is_weekend(day.date)).count(), lawful, "{year}");
        let dates: BTreeSet<NaiveDate> = days.iter().map(|day| day.date).collect();
        assert_eq!(dates.len(), days.len(), "{year}");
    }
    assert_eq!((expected_days(FIRST_YEAR - 1), expected_days(LAST_YEAR + 1)), (Vec::new(), Vec::new()));
}

#[test]
fn days_by_rule_pass_the_checks_of_a_calendar() {
    let mut record = announced().record().clone();
    record.days = (FIRST_YEAR..=LAST_YEAR).flat_map(expected_days).collect();
    let days = record.days.clone();
    assert_eq!(Calendar::try_from(record).unwrap().days(), days);
}

#[test]
fn a_year_not_announced_has_the_days_by_rule() {
    let calendar = working();
    let off: Vec<String> = calendar.days_of(2030).map(|day| day.date.format("%d/%m").to_string()).collect();
    // Mùng 1 is 02/02/2030 in Viet Nam (03/02 in China), a Saturday: 06 and 07/02 are in lieu.
    let tet = ["01/02", "02/02", "03/02", "04/02", "05/02", "06/02", "07/02"];
    assert_eq!(off[0], "01/01");
    assert_eq!(off[1..8], tet);
    assert_eq!(off[8..], ["12/04", "30/04", "01/05", "02/09", "03/09", "24/11", "25/11"]);
    assert!(!calendar.is_working(date("25/11/2030")), "24/11 is a Sunday");
}

#[test]
fn a_day_that_the_user_enters_goes_before_the_rule() {
    let saturday = date("1/1/2028");
    let edited = announced().edited(CalendarEdit::Add(entered(saturday, DayKind::MakeUp))).unwrap();
    let calendar = WorkingCalendar::new(&edited);
    assert!(calendar.is_working(saturday) && !working().is_working(saturday));
    assert!(calendar.day(saturday).unwrap().provisional);
    assert!(!calendar.is_working(date("3/1/2028")), "in lieu by rule still");
}

#[test]
fn an_announced_year_has_only_its_own_days() {
    let edited = announced().edited(CalendarEdit::AnnounceThrough(2028)).unwrap();
    assert_eq!(WorkingCalendar::new(&edited).days_of(2028).count(), 0);
}

#[test]
fn working_days_are_counted_after_the_first_day_through_the_second() {
    let calendar = working();
    let between = |after, through| calendar.working_days_between(date(after), date(through));
    assert_eq!(between("26/4/2024", "6/5/2024"), 4);
    assert_eq!(between("3/5/2024", "4/5/2024"), 1);
    assert_eq!(between("6/5/2024", "6/5/2024"), 0);
    assert_eq!(between("7/5/2024", "6/5/2024"), 0);
}

#[test]
fn the_neighbouring_working_days_jump_over_days_off() {
    let calendar = working();
    assert_eq!(calendar.next_working_on_or_after(date("8/2/2024")), Some(date("15/2/2024")));
    assert_eq!(calendar.next_working_on_or_after(date("4/5/2024")), Some(date("4/5/2024")));
    assert_eq!(calendar.last_working_before(date("15/2/2024")), Some(date("7/2/2024")));
    assert_eq!(calendar.last_working_before(date("6/5/2024")), Some(date("4/5/2024")));
}

#[test]
fn nothing_is_known_past_the_edges_of_the_calendar() {
    let calendar = working();
    let (first, last) = calendar.span();
    assert_eq!((first, last), (date("1/1/2015"), date("31/12/2060")));
    assert_eq!(calendar.next_working_on_or_after(first), Some(date("2/1/2015")));
    assert_eq!(calendar.next_working_on_or_after(date("31/12/2014")), None);
    assert_eq!(calendar.next_working_on_or_after(date("1/1/2061")), None);
    assert_eq!(calendar.last_working_before(last), Some(date("30/12/2060")));
    assert_eq!(calendar.last_working_before(date("2/1/2015")), None);
    assert_eq!(calendar.last_working_before(date("1/1/2061")), None);
    assert!(!calendar.is_working(date("31/12/2014")) && !calendar.is_working(date("3/1/2061")));
    assert_eq!(calendar.working_days_between(last, NaiveDate::MAX), 0);
    assert_eq!(calendar.working_days_between(NaiveDate::MIN, date("2/1/2015")), 1);
}

#[test]
fn a_year_that_is_marked_as_announced_keeps_its_days_by_rule_with_the_announcement() {
    let closure = CalendarDay { basis: "UBND tỉnh".to_owned(), ..entered(date("1/1/2028"), DayKind::Holiday) };
    let with = announced().edited(CalendarEdit::Add(closure.clone())).unwrap();
    let announce = |by_rule| CalendarEdit::Announce { year: 2028, basis: "Công văn 1".to_owned(), by_rule };
    let marked = with.edited(announce(true)).unwrap();
    assert!(marked.is_announced(2028));
    assert_eq!(marked.entry(closure.date), Some(&closure), "what was entered before stays");
    let dates = |calendar: &Calendar| -> Vec<NaiveDate> {
        WorkingCalendar::new(calendar).days_of(2028).map(|day| day.date).collect()
    };
    assert_eq!(dates(&marked), dates(&with));
    let others = marked.days().iter().filter(|day| day.date.year() == 2028 && day.date != closure.date);
    assert!(others.clone().count() > 10);
    assert!(others.clone().all(|day| day.basis == "Công văn 1" && day.certainty == Certainty::User));
    let unfounded = announced().edited(CalendarEdit::Add(entered(closure.date, DayKind::Holiday))).unwrap();
    let alone = unfounded.edited(announce(false)).unwrap();
    assert_eq!((dates(&alone), alone.is_announced(2028)), (vec![closure.date], true));
    assert_eq!(alone.entry(closure.date).unwrap().basis, "Công văn 1");
}

#[test]
fn only_the_year_after_the_last_announced_one_can_be_marked() {
    for year in [2027, 2029] {
        let announce = CalendarEdit::Announce { year, basis: String::new(), by_rule: true };
        assert_eq!(announced().edited(announce), Err(CalendarError::BadYears { from: 2018, through: year }));
    }
}

#[test]
fn a_swap_adds_both_days_or_none() {
    let off = entered(date("6/5/2024"), DayKind::SwappedOff);
    let make_up = entered(date("11/5/2024"), DayKind::MakeUp);
    let swapped = announced().edited(CalendarEdit::Swap { off: off.clone(), make_up: make_up.clone() }).unwrap();
    assert_eq!((swapped.entry(off.date), swapped.entry(make_up.date)), (Some(&off), Some(&make_up)));
    assert_eq!(swapped.record().version, 2);
    let weekday = entered(date("7/5/2024"), DayKind::MakeUp);
    let refused = announced().edited(CalendarEdit::Swap { off, make_up: weekday }).unwrap_err();
    assert!(matches!(refused, CalendarError::Day { problem: DayProblem::MakeUpOnWeekday, .. }));
}
