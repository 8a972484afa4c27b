use proptest::prelude::*;

use crate::domain::fixture::day;
use crate::domain::sampling::SampleShare;

use super::*;

fn procedure(code: &str, from: NaiveDate, to: Option<NaiveDate>) -> Procedure {
    Procedure {
        code: code.to_owned(),
        name: "Chứng thực bản sao từ bản chính".to_owned(),
        field: "Chứng thực".to_owned(),
        level: Level::Commune,
        other_levels: Vec::new(),
        decision: Decision { number: "1329/QĐ-BTP".to_owned(), date: Some(day(2020, 6, 1)) },
        term: None,
        fee: None,
        online_level: Some(OnlineLevel::Partial),
        valid_from: from,
        valid_to: to,
    }
}

fn list(entries: Vec<Procedure>) -> ProcedureList {
    ProcedureList { id: "gia-lai-xa".to_owned(), version: 1, taken_on: day(2023, 5, 1), entries }
}

fn posted(content: Content, edition: Edition) -> PostedProcedure {
    PostedProcedure {
        code: "2.000815".to_owned(),
        name: "Chứng thực bản sao từ bản chính".to_owned(),
        posted: Some(true),
        content: Some(content),
        edition: Some(edition),
        blank_fields: Some(false),
        internal_flow_posted: Some(false),
    }
}

#[test]
fn a_procedure_is_in_force_from_its_first_to_its_last_day() {
    let both = list(vec![
        procedure("2.000815", day(2020, 7, 1), Some(day(2022, 6, 30))),
        procedure("2.000815", day(2022, 7, 1), None),
    ]);
    assert_eq!(both.errors(), []);
    for (on, count) in
        [(day(2020, 6, 30), 0), (day(2020, 7, 1), 1), (day(2022, 6, 30), 1), (day(2022, 7, 1), 1), (day(2030, 1, 1), 1)]
    {
        assert_eq!(both.in_force(on).count(), count, "{on}");
    }
    let (old, new) = (&both.entries[0], &both.entries[1]);
    assert_eq!(both.standing("2.000815", day(2020, 6, 30)), Standing::NotYet(old));
    assert_eq!(both.standing(" 2.000815 ", day(2022, 6, 30)), Standing::InForce(old));
    assert_eq!(both.standing("2.000815", day(2022, 7, 1)), Standing::InForce(new));
    assert_eq!(both.standing("2.000816", day(2022, 7, 1)), Standing::Unlisted);
    let ended = list(vec![procedure("2.000815", day(2020, 7, 1), Some(day(2022, 6, 30)))]);
    assert_eq!(ended.standing("2.000815", day(2022, 7, 1)), Standing::Ended(&ended.entries[0]));
}

#[test]
fn a_code_in_force_twice_is_refused_with_its_rows() {
    let twice = list(vec![
        procedure("2.000815", day(2022, 7, 1), None),
        procedure("1.003003", day(2020, 7, 1), None),
        procedure("2.000815 ", day(2020, 7, 1), Some(day(2022, 7, 1))),
    ]);
    assert_eq!(twice.errors(), [ListError::Overlap { code: "2.000815".to_owned(), first: 1, second: 3 }]);
}

#[test]
fn what_is_missing_or_reversed_is_named_by_its_row() {
    let mut entries = vec![
        procedure(" ", day(2020, 7, 1), None),
        procedure("1", day(2020, 7, 1), None),
        procedure("2", day(2020, 7, 2), Some(day(2020, 7, 1))),
    ];
    entries[1].name = String::new();
    assert_eq!(
        list(entries).errors(),
        [ListError::NoCode { row: 1 }, ListError::NoName { row: 2 }, ListError::Reversed { row: 3 }]
    );
}

#[test]
fn each_check_has_its_share() {
    let mut blank = posted(Content::Full, Edition::Unknown);
    blank.blank_fields = Some(true);
    let mut absent = posted(Content::None, Edition::Unknown);
    absent.posted = Some(false);
    absent.internal_flow_posted = Some(true);
    let posting = Posting {
        list: Some(ProcedureListRef { id: "gia-lai-xa".to_owned(), version: 1 }),
        on: day(2023, 5, 10),
        in_force: Some(171),
        counted: Some(150),
        draw: None,
        sampled: vec![
            posted(Content::Full, Edition::Current),
            posted(Content::CoverOnly, Edition::Superseded),
            blank,
            absent,
            posted(Content::Full, Edition::Abolished),
            PostedProcedure {
                code: "drawn".to_owned(),
                name: "not looked at yet".to_owned(),
                ..PostedProcedure::default()
            },
        ],
    };
    let share = |met, of, failing: &[usize], critical: &[usize]| {
        Some(SampleShare { met, of, failing: failing.to_vec(), critical: critical.to_vec() })
    };
    let told = |check| posting.share(check);
    assert_eq!(told(PostingCheck::PostedShare), share(150, 171, &[], &[]));
    let content = told(PostingCheck::ContentFull);
    assert_eq!(content, share(3, 4, &[1], &[1]), "a folder that is not there has no content to judge");
    assert_eq!(told(PostingCheck::NoBlankFields), share(3, 4, &[2], &[2]));
    assert_eq!(told(PostingCheck::NoInternalFlow), share(4, 5, &[3], &[]));
    let edition = told(PostingCheck::EditionInForce);
    assert_eq!(edition, share(1, 3, &[1, 4], &[4]), "only an abolished procedure is critical");
}

#[test]
fn without_a_count_or_a_sample_nothing_is_told() {
    let posting = Posting {
        list: None,
        on: day(2023, 5, 10),
        in_force: Some(171),
        counted: None,
        draw: None,
        sampled: Vec::new(),
    };
    assert!(PostingCheck::ALL.into_iter().all(|check| posting.share(check).is_none()));
    let counted = |in_force| Posting { counted: Some(3), in_force, ..posting.clone() };
    for in_force in [Some(0), None] {
        let share = counted(in_force).share(PostingCheck::PostedShare);
        assert_eq!(share, None, "a share of nothing is undefined");
    }
    let share = counted(Some(2)).share(PostingCheck::PostedShare);
    assert_eq!(share.map(|share| (share.met, share.of)), Some((3, 2)));
}

proptest! {
    #[test]
    fn a_list_has_overlaps_exactly_where_two_entries_share_a_day(
        spans in prop::collection::vec((0u32..60, prop::option::of(0u32..20)), 0..8),
    ) {
        let first = day(2024, 1, 1);
        let entries: Vec<Procedure> = spans
            .iter()
            .map(|(from, length)| {
                let from = first + chrono::Days::new(u64::from(*from));
                procedure("1.1", from, length.map(|length| from + chrono::Days::new(u64::from(length))))
            })
            .collect();
        let days = (0..90).map(|after| first + chrono::Days::new(after));
        let shared = days.into_iter().any(|on| entries.iter().filter(|entry| entry.is_in_force(on)).count() > 1);
        prop_assert_eq!(!list(entries).errors().is_empty(), shared);
    }
}

proptest! {
    /// The short form counts as the list itself does, on every day around every turn.
    #[test]
    fn a_list_in_short_counts_what_is_in_force(spans in prop::collection::vec((0_u64..40, 0_i64..20), 0..12)) {
        let start = day(2024, 1, 1);
        let entry = |(number, (from, length)): (usize, &(u64, i64))| {
            let from = start + chrono::Days::new(*from);
            // Some have no end, some end before they begin.
            let to = (*length < 17).then(|| from + chrono::Duration::days(*length - 2));
            procedure(&number.to_string(), from, to)
        };
        let list = list(spans.iter().enumerate().map(entry).collect());
        let short = ProcedureListShort::of(&list);
        prop_assert_eq!(short.entries, list.entries.len());
        for on in start.iter_days().take(70) {
            prop_assert_eq!(short.in_force(on), list.in_force(on).count());
        }
        prop_assert_eq!(short.in_force(start - chrono::Days::new(1)), 0);
    }
}
