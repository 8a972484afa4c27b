use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::calendar::fixture::{announced, date, entered};
use crate::domain::calendar::{CalendarEdit, DayKind};
use crate::domain::regime::LegalBasesEdit;

fn legal() -> LegalBases {
    serde_json::from_str(include_str!("../../../public/data/can-cu-phap-ly-1.json")).unwrap()
}

fn with(calendar: &Calendar, on: &str) -> Calendar {
    calendar.edited(CalendarEdit::Add(entered(date(on), DayKind::Holiday))).unwrap()
}

fn without(calendar: &Calendar, on: &str) -> Calendar {
    calendar.edited(CalendarEdit::Remove(date(on))).unwrap()
}

#[test]
fn differences_name_what_came_changed_and_went() {
    let calendar = announced();
    let mut renamed = calendar.entry(date("2/9/2024")).unwrap().clone();
    renamed.name = "Lễ".to_owned();
    let other = without(&with(&calendar, "10/9/2024"), "1/1/2024");
    let other = other.edited(CalendarEdit::Replace { date: renamed.date, day: renamed.clone() }).unwrap();
    let found = differences(&calendar, &other);
    let dates = |days: &[CalendarDay]| days.iter().map(|day| day.date).collect::<Vec<NaiveDate>>();
    assert_eq!((dates(&found.added), dates(&found.removed)), (vec![date("10/9/2024")], vec![date("1/1/2024")]));
    assert_eq!((found.changed[0].1.clone(), found.count()), (renamed, 3));
    assert_eq!(differences(&calendar, &calendar).count(), 0);
}

#[test]
fn a_newer_bundle_comes_in_and_the_users_own_days_stay() {
    let base = announced();
    let mine = without(&with(&base, "10/9/2024"), "1/1/2024");
    let theirs = with(&without(&base, "2/9/2024"), "11/9/2024").edited(CalendarEdit::AnnounceThrough(2028)).unwrap();
    let merged = Calendar::merged(&base, &mine, &theirs);
    for (on, is_there) in [("10/9/2024", true), ("1/1/2024", false), ("2/9/2024", false), ("11/9/2024", true)] {
        assert_eq!(merged.entry(date(on)).is_some(), is_there, "{on}");
    }
    assert!(merged.is_announced(2028));
}

#[test]
fn where_both_changed_a_day_mine_stays() {
    let base = announced();
    let (mine, mut theirs) = (with(&base, "10/9/2024"), entered(date("10/9/2024"), DayKind::Tet));
    theirs.name = "của ứng dụng".to_owned();
    let theirs = base.edited(CalendarEdit::Add(theirs)).unwrap();
    assert!(Calendar::merged(&base, &mine, &theirs).holds_same(&mine));
}

#[test]
fn a_year_that_the_user_announced_stays_announced_and_a_later_one_of_the_bundle_counts() {
    let base = announced();
    let announced_through = |year| base.edited(CalendarEdit::AnnounceThrough(year)).unwrap();
    let merged = |mine: i32, theirs: i32| {
        Calendar::merged(&base, &announced_through(mine), &announced_through(theirs)).record().announced_through
    };
    assert_eq!([merged(2028, 2027), merged(2028, 2029), merged(2027, 2028)], [2028, 2029, 2028]);
}

#[test]
fn an_edit_of_the_legal_bases_can_be_taken_back_after_another() {
    let before = legal();
    let id = before.record().bases[3].id.clone();
    let after = before.edited(LegalBasesEdit::Remove(id.clone())).unwrap();
    let mut other = after.record().bases[0].clone();
    other.title = "Khác".to_owned();
    let current = after.edited(LegalBasesEdit::Replace(other.clone())).unwrap();
    let back = LegalBases::merged(&after, &current, &before);
    assert_eq!((back.get(&id), back.get(&other.id)), (before.get(&id), Some(&other)));
    assert!(LegalBases::merged(&after, &after, &before).holds_same(&before), "in whatever order");
}

proptest! {
    /// Taking an edit back is merging what was before it into what is now.
    #[test]
    fn an_edit_can_be_taken_back_whatever_was_edited_since(first in 0_u64..200, second in 0_u64..200) {
        let edit = |calendar: &Calendar, place: u64| {
            let on = date("1/1/2028") + chrono::Days::new(place);
            let edit = match calendar.entry(on) {
                Some(_) => CalendarEdit::Remove(on),
                None => CalendarEdit::Add(entered(on, DayKind::Holiday)),
            };
            calendar.edited(edit).unwrap()
        };
        let before = announced();
        let after = edit(&before, first);
        prop_assert!(Calendar::merged(&after, &after, &before).holds_same(&before));
        prop_assume!(first != second);
        let current = edit(&after, second);
        prop_assert!(Calendar::merged(&after, &current, &before).holds_same(&edit(&before, second)));
    }
}
