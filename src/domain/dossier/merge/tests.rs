use chrono::NaiveTime;

use crate::domain::fixture::{day, full_dossier};

use super::*;

fn columns(fields: &[Field]) -> BTreeSet<Field> {
    fields.iter().copied().collect()
}

fn all() -> BTreeSet<Field> {
    columns(&Field::ALL)
}

#[test]
fn a_column_that_the_table_lacks_changes_nothing() {
    let held = full_dossier();
    let read = Dossier { code: held.code.clone(), ..Dossier::default() };
    for blanks in [Blanks::Keep, Blanks::Take] {
        let merged = merge(&held, &read, &columns(&[]), blanks);
        assert_eq!(merged, Merged { dossier: held.clone(), overwritten: vec![], filled: vec![], blanks: vec![] });
    }
    let read = Dossier { field: "Hộ tịch".to_owned(), returned: None, slip: None, ..read };
    let merged = merge(&held, &read, &columns(&[Field::Field]), Blanks::Take);
    assert_eq!(merged.dossier, Dossier { field: "Hộ tịch".to_owned(), ..held });
    assert_eq!((merged.overwritten, merged.blanks), (vec![Field::Field], vec![]));
}

#[test]
fn a_blank_is_named_and_takes_nothing_away_unless_asked() {
    let held = full_dossier();
    let read = Dossier { code: held.code.clone(), ..Dossier::default() };
    let kept = merge(&held, &read, &all(), Blanks::Keep);
    assert_eq!(kept.dossier, held);
    assert!(kept.overwritten.is_empty() && kept.blanks.contains(&Field::Returned), "{kept:?}");
    let taken = merge(&held, &read, &all(), Blanks::Take);
    assert_eq!(taken.dossier, read);
    assert_eq!(taken.blanks.first(), kept.blanks.first());
}

#[test]
fn what_is_filled_differs_from_what_is_overwritten() {
    let held = Dossier { code: "H-001".to_owned(), returned: Some(day(2023, 5, 22)), ..Dossier::default() };
    let read = Dossier { returned: Some(day(2023, 5, 23)), field: "Đất đai".to_owned(), ..held.clone() };
    let merged = merge(&held, &read, &all(), Blanks::Keep);
    assert_eq!((merged.filled, merged.overwritten), (vec![Field::Field], vec![Field::Returned]));
    assert_eq!(merged.dossier, read);
}

#[test]
fn an_hour_and_a_letter_noted_by_hand_stay() {
    let time = NaiveTime::from_hms_opt(8, 30, 0);
    let letter = Letter { signed_by: "Giám đốc".to_owned(), number: "12/PXL".to_owned(), ..Letter::default() };
    let held = Dossier {
        received: Some(Receipt { date: day(2023, 5, 4), time }),
        term: Some(Term::SameDay { cut_off: time }),
        apology: Seen::Is(letter.clone()),
        ..Dossier::default()
    };
    let read = Dossier {
        received: Some(Receipt { date: day(2023, 5, 4), time: None }),
        term: Some(Term::SameDay { cut_off: None }),
        apology: Seen::Is(Letter { number: "13/PXL".to_owned(), ..Letter::default() }),
        ..Dossier::default()
    };
    let merged = merge(&held, &read, &all(), Blanks::Keep);
    assert_eq!((merged.dossier.received, merged.dossier.term), (held.received, held.term));
    assert_eq!(merged.dossier.letter(), Some(&Letter { number: "13/PXL".to_owned(), ..letter }));
    assert_eq!(merged.overwritten, [Field::ApologyNumber]);
    // Another day has no hour yet, and a table that says that there is no letter is believed once it is confirmed.
    let other = Dossier {
        received: Some(Receipt { date: day(2023, 5, 5), time: None }),
        apology: Seen::Absent,
        ..Dossier::default()
    };
    let merged = merge(&held, &other, &columns(&[Field::Received, Field::Apology]), Blanks::Keep);
    assert_eq!((merged.dossier.received, &merged.dossier.apology), (other.received, &Seen::Absent));
    assert_eq!(merged.overwritten, [Field::Received, Field::Apology]);
}

#[test]
fn each_column_is_written_where_it_is_known() {
    let full = full_dossier();
    for field in Field::ALL {
        for lang in Lang::ALL {
            assert_eq!(field.written(&full, lang).is_empty(), field.is_blank(&full), "{field:?}");
            assert_eq!(field.written(&Dossier::default(), lang), "", "{field:?}");
        }
    }
}
