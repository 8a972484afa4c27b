use std::sync::LazyLock;

use proptest::prelude::*;

use crate::domain::calendar::{WorkingCalendar, fixture::working};
use crate::domain::fixture::day;
use crate::domain::sampling::SampleShare;

use super::fixture::{in_time, judge_on, late, letter, open, table};
use super::*;

mod tables;

/// The bundled calendar, indexed once for all tests.
fn calendar() -> &'static WorkingCalendar {
    static CALENDAR: LazyLock<WorkingCalendar> = LazyLock::new(working);
    &CALENDAR
}

/// A judgement as the hand-worked table writes it: its kind, and its number or readings.
fn written(judgement: &Judgement) -> String {
    let kind = judgement.kind();
    match judgement {
        Judgement::AppointedLater { working_days: number }
        | Judgement::AppointedEarlier { working_days: number }
        | Judgement::ReturnedLate { working_days: number }
        | Judgement::PendingLate { working_days: number }
        | Judgement::NewDateMissed { working_days: number }
        | Judgement::AdditionsAskedTwice { times: number }
        | Judgement::ReappointedMoreThanOnce { times: number } => format!("{kind}:{number}"),
        Judgement::ApologyAfterDeadline(readings) => {
            let (calendar_day, working_day) = (readings.calendar_day_before, readings.working_day_before);
            format!("{kind}:{}{}", u8::from(calendar_day), u8::from(working_day))
        }
        Judgement::NoSlip
        | Judgement::SlipWithoutDate
        | Judgement::LateWithoutApology
        | Judgement::ApologyWithoutReason
        | Judgement::ApologyWithoutNewDate
        | Judgement::NotPosted
        | Judgement::NotUploaded
        | Judgement::NotInSystem => kind.to_owned(),
    }
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort();
    words
}

#[test]
fn every_dossier_of_the_table_is_judged_as_by_hand() {
    let calendar = calendar();
    let rows = table();
    assert!(rows.len() >= 60);
    for row in rows {
        let judged = judge_on(&row.dossier, calendar, row.today);
        let (code, why) = (&row.dossier.code, &row.why);
        assert!(!why.is_empty(), "{code} says why");
        assert_eq!(judged.due.map(|due| due.date), row.due, "{code}, due: {why}");
        assert_eq!(sorted(judged.judgements.iter().map(written)), row.judgements, "{code}: {why}");
        let errors = judged.errors.iter().map(|error| format!("{}:{}", error.field.key(), error.problem.key()));
        assert_eq!(sorted(errors), row.errors, "{code}: {why}");
    }
}

fn share(dossiers: &[Dossier], check: DossierCheck) -> Option<SampleShare> {
    let judged: Vec<Judged> = dossiers.iter().map(|one| judge_on(one, calendar(), day(2023, 5, 10))).collect();
    check.share(&judged)
}

fn told(met: u32, of: u32, failing: &[usize], critical: &[usize]) -> Option<SampleShare> {
    Some(SampleShare { met, of, failing: failing.to_vec(), critical: critical.to_vec() })
}

#[test]
fn checks_of_the_intake_count_the_slips_dates_returns_and_additions() {
    let sample = [
        in_time(),
        Dossier { slip: Some(false), appointed: Seen::NotLookedAt, additions_asked: Some(0), ..in_time() },
        Dossier { appointed: Seen::Absent, additions_asked: Some(1), ..in_time() },
        Dossier { appointed: Seen::Is(day(2023, 3, 14)), additions_asked: Some(3), ..late() },
        Dossier { appointed: Seen::Is(day(2023, 3, 10)), ..open() },
        Dossier { slip: None, appointed: Seen::NotLookedAt, ..Dossier::default() },
    ];
    assert_eq!(share(&sample, DossierCheck::SlipIssued), told(4, 5, &[1], &[1]));
    assert_eq!(share(&sample, DossierCheck::SlipDated), told(3, 4, &[2], &[2]));
    assert_eq!(
        share(&sample, DossierCheck::AppointedAsComputed),
        told(1, 3, &[3, 4], &[3]),
        "only a date too late is critical"
    );
    assert_eq!(share(&sample, DossierCheck::ReturnedInTime), told(3, 5, &[3, 4], &[]));
    assert_eq!(
        share(&sample, DossierCheck::AdditionsAskedOnce),
        told(1, 2, &[3], &[3]),
        "of those of whom additions were asked"
    );
}

#[test]
fn checks_of_lateness_count_the_late_and_the_letters() {
    let sample = [
        in_time(),
        Dossier { apology: Seen::Absent, ..late() },
        Dossier {
            apology: Seen::Is(letter()),
            posted: Some(true),
            uploaded: Some(false),
            times_reappointed: Some(1),
            cause: Some(Cause::TrulyLate),
            body_at_fault: "Chi cục Thuế".to_owned(),
            linked: Some(true),
            ..late()
        },
        Dossier {
            apology: Seen::Is(Letter { date: Some(day(2023, 3, 12)), reason: Seen::Is(" ".to_owned()), ..letter() }),
            posted: Some(false),
            times_reappointed: Some(2),
            field: String::new(),
            ..open()
        },
        Dossier { apology: Seen::Absent, ..open() },
        Dossier { apology: Seen::Is(Letter { new_date: Seen::Absent, ..letter() }), linked: Some(true), ..in_time() },
        Dossier { ..late() },
    ];
    assert_eq!(share(&sample, DossierCheck::LateResolved), told(2, 5, &[1, 2, 6], &[]), "its count is those that fail");
    assert_eq!(share(&sample, DossierCheck::LatePending), told(0, 2, &[3, 4], &[]));
    assert_eq!(
        share(&sample, DossierCheck::ApologyForLateResolved),
        told(1, 2, &[1], &[1]),
        "nobody looked for a letter of the last"
    );
    assert_eq!(share(&sample, DossierCheck::ApologyForLatePending), told(1, 2, &[4], &[4]));
    assert_eq!(share(&sample, DossierCheck::ApologyPosted), told(1, 2, &[3], &[]));
    assert_eq!(share(&sample, DossierCheck::ApologyUploaded), told(0, 1, &[2], &[]));
    assert_eq!(
        share(&sample, DossierCheck::ApologyComplete),
        told(1, 3, &[3, 5], &[5]),
        "only a missing date is critical"
    );
    assert_eq!(share(&sample, DossierCheck::ApologyBeforeDeadline), told(3, 3, &[], &[]));
    assert_eq!(share(&sample, DossierCheck::ReappointedOnce), told(1, 2, &[3], &[3]));
    assert_eq!(share(&sample, DossierCheck::LateByCause), told(1, 5, &[1, 3, 4, 6], &[]));
    assert_eq!(share(&sample, DossierCheck::LateByBody), told(1, 5, &[1, 3, 4, 6], &[]));
    assert_eq!(share(&sample, DossierCheck::LateByField), told(4, 5, &[3], &[]));
    assert_eq!(share(&sample, DossierCheck::LinkedInTime), told(1, 2, &[2], &[]));
    let judged: Vec<Judged> = sample.iter().map(|one| judge_on(one, calendar(), day(2023, 5, 10))).collect();
    assert_eq!(apology_by_working_day(&judged), told(2, 3, &[3], &[]), "12/3 is a Sunday");
}

#[test]
fn a_check_that_no_dossier_tells_has_no_share() {
    for (place, check) in DossierCheck::ALL.into_iter().enumerate() {
        assert_eq!(check as usize, place, "{check:?}");
        assert_eq!(share(&[], check), None, "{check:?}");
        assert_eq!(share(&[Dossier { code: "x".to_owned(), ..Dossier::default() }], check), None, "{check:?}");
    }
}

#[test]
fn a_dossier_of_which_nothing_is_known_is_not_without_fault() {
    let judged = |dossier: &Dossier| {
        judge(dossier, calendar(), &crate::domain::calendar::OfficeHours::default(), day(2023, 5, 31))
    };
    assert!(!judged(&Dossier { code: "H-1".to_owned(), ..Dossier::default() }).is_checked());
    assert!(judged(&crate::domain::fixture::full_dossier()).is_checked());
}

#[test]
fn the_slip_stands_in_only_while_the_due_date_is_not_known() {
    let calendar = calendar();
    let without_term = Dossier { term: None, ..late() };
    let judged = judge_on(&without_term, calendar, day(2023, 5, 10));
    assert_eq!(judged.deadline, Some(Deadline { date: day(2023, 3, 13), basis: Basis::Slip }));
    let promised = Dossier { appointed: Seen::Is(day(2023, 3, 20)), ..late() };
    let judged = judge_on(&promised, calendar, day(2023, 5, 10));
    assert_eq!(judged.deadline, Some(Deadline { date: day(2023, 3, 13), basis: Basis::Term }));
    assert_eq!(judged.course, Some(Course::ResolvedLate { working_days: 1 }));
}

#[test]
fn a_dossier_is_stored_without_what_is_not_known() {
    let bare = Dossier { code: "H21-1".to_owned(), ..Dossier::default() };
    let text = serde_json::to_string(&bare).unwrap();
    assert_eq!(text, r#"{"code":"H21-1","procedure":"","field":"","body_at_fault":""}"#);
    let full = Dossier { apology: Seen::Is(letter()), additions_asked: Some(1), ..late() };
    for dossier in [bare, full] {
        let text = serde_json::to_string(&dossier).unwrap();
        assert_eq!(serde_json::from_str::<Dossier>(&text).unwrap(), dossier);
    }
    assert!(serde_json::from_str::<Dossier>(r#"{"code":"H21-1","citizen":"x"}"#).is_err(), "no field for a name");
}

#[test]
fn personal_text_is_found_in_its_column() {
    let mut dossier = Dossier { apology: Seen::Is(letter()), ..in_time() };
    assert_eq!(dossier.personal(), []);
    dossier.body_at_fault = "Nguyễn Văn A 0912345678".to_owned();
    dossier.apology = Seen::Is(Letter { reason: Seen::Is("gọi 0912 345 678".to_owned()), ..letter() });
    assert_eq!(dossier.personal(), [(Field::BodyAtFault, Personal::NameWithNumber), (Field::Reason, Personal::Phone)]);
}

proptest! {
    #[test]
    fn a_later_return_is_never_less_late(first in 0u64..60, more in 0u64..30) {
        let calendar = calendar();
        let returned = |after| Dossier { returned: Some(day(2023, 3, 6) + chrono::Days::new(after)), ..in_time() };
        let days = |after| match judge_on(&returned(after), calendar, day(2023, 7, 1)).course.unwrap() {
            Course::ResolvedInTime => None,
            Course::ResolvedLate { working_days } => Some(working_days),
            other => panic!("{other:?}"),
        };
        prop_assert!(days(first) <= days(first + more));
    }

    #[test]
    fn an_impossible_row_silences_no_other(at in 0usize..4) {
        let mut sample = vec![in_time(), late(), open(), late()];
        let calendar = calendar();
        let judged = |sample: &[Dossier]| -> Vec<Judged> {
            sample.iter().map(|one| judge_on(one, calendar, day(2023, 5, 10))).collect()
        };
        let before = judged(&sample);
        sample[at].returned = Some(day(2023, 3, 1));
        let after = judged(&sample);
        prop_assert!(!after[at].errors.is_empty());
        for place in (0..4).filter(|place| *place != at) {
            prop_assert_eq!(&before[place], &after[place]);
        }
    }
}
