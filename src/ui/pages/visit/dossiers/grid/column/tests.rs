use chrono::NaiveTime;

use crate::domain::calendar::Term;
use crate::domain::dossier::fixture::{in_time, letter, open, table};
use crate::domain::fixture::{day, full_dossier};

use super::*;

fn dossiers_of_the_fixture() -> Vec<Dossier> {
    let more = [Dossier::default(), in_time(), open(), full_dossier()];
    table().into_iter().map(|row| row.dossier).chain(more).collect()
}

fn entered() -> impl Iterator<Item = Column> {
    Column::ALL.into_iter().filter(|column| column.editor() != Editor::None)
}

#[test]
fn a_dossier_takes_what_it_shows_and_stays_as_it_is() {
    let dossiers = dossiers_of_the_fixture();
    assert!(dossiers.len() >= 60);
    for dossier in dossiers {
        for column in entered() {
            for lang in Lang::ALL {
                let text = column.text(&dossier, lang);
                assert_eq!(column.take(&dossier, &text).as_ref(), Ok(&dossier), "{column:?} {text}");
            }
        }
    }
}

#[test]
fn another_dossier_that_takes_what_one_shows_shows_the_same() {
    for dossier in dossiers_of_the_fixture() {
        for column in entered() {
            for lang in Lang::ALL {
                let text = column.text(&dossier, lang);
                let taken = column.take(&Dossier::default(), &text).unwrap();
                assert_eq!(column.text(&taken, lang), text, "{column:?}");
            }
        }
    }
}

#[test]
fn a_cleared_cell_shows_nothing_and_a_computed_one_takes_nothing() {
    for column in Column::ALL {
        let cleared = column.take(&full_dossier(), "");
        match column.editor() {
            Editor::None => assert_eq!(cleared, Err(words::COMPUTED)),
            Editor::Text | Editor::List(_) => {
                let cleared = cleared.unwrap();
                assert_ne!(cleared, full_dossier(), "{column:?}");
                assert_eq!(column.text(&cleared, Lang::Vi), "", "{column:?}");
            }
        }
    }
}

#[test]
fn every_entry_of_a_list_is_taken() {
    for column in Column::ALL {
        if let Editor::List(labels) = column.editor() {
            for label in labels {
                for lang in Lang::ALL {
                    let taken = column.take(&full_dossier(), label.get(lang)).unwrap();
                    let shown = column.text(&taken, lang);
                    assert!(shown == label.get(lang) || shown.is_empty(), "{column:?} {shown}");
                }
            }
            assert_eq!(column.take(&full_dossier(), "có lẽ"), Err(words::CHOICE_WRONG));
        }
    }
}

#[test]
fn the_keys_of_the_columns_differ() {
    let mut keys = Column::ALL.map(Column::key).to_vec();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Column::ALL.len());
}

#[test]
fn a_letter_that_is_said_to_be_there_keeps_what_it_says() {
    let with = Dossier { apology: Seen::Is(letter()), ..in_time() };
    assert_eq!(Column::Apology.take(&with, "Có"), Ok(with.clone()));
    let without = Column::Apology.take(&with, "không").unwrap();
    assert_eq!(without.apology, Seen::Absent);
    assert_eq!(Column::Apology.take(&in_time(), "yes").unwrap().apology, Seen::Is(Letter::default()));
}

#[test]
fn a_date_of_a_letter_says_that_there_is_one() {
    let dated = Column::ApologyDate.take(&in_time(), "10/3/2023").unwrap();
    assert_eq!(dated.letter().and_then(|letter| letter.date), Some(day(2023, 3, 10)));
    assert_eq!(Column::ApologyDate.take(&in_time(), "").unwrap(), in_time());
    let without = Column::NewDate.take(&dated, "không có").unwrap();
    assert_eq!(without.letter().map(|letter| letter.new_date.clone()), Some(Seen::Absent));
}

#[test]
fn another_day_of_receipt_keeps_the_hour() {
    let time = NaiveTime::from_hms_opt(14, 30, 0);
    let before = Dossier { received: Some(Receipt { date: day(2023, 3, 6), time }), ..in_time() };
    let after = Column::Received.take(&before, "7/3/2023").unwrap();
    assert_eq!(after.received, Some(Receipt { date: day(2023, 3, 7), time }));
}

#[test]
fn what_was_returned_is_no_longer_open() {
    let returned = Column::Returned.take(&open(), "13/3/2023").unwrap();
    assert_eq!((returned.returned, returned.state), (Some(day(2023, 3, 13)), Some(State::Resolved)));
    let refused = Dossier { state: Some(State::Refused), ..open() };
    assert_eq!(Column::Returned.take(&refused, "13/3/2023").unwrap().state, Some(State::Refused));
}

#[test]
fn what_cannot_be_read_is_refused_with_its_sentence() {
    for (column, text, fault) in [
        (Column::Received, "31/02/2024", words::NO_SUCH_DATE),
        (Column::Returned, "12/7/23", words::DATE_WRONG),
        (Column::Appointed, "mai", words::SEEN_DATE_WRONG),
        (Column::Term, "0", words::TERM_WRONG),
        (Column::Times, "hai", dossiers::COUNT_WRONG),
        (Column::State, "xong", words::CHOICE_WRONG),
    ] {
        assert_eq!(column.take(&full_dossier(), text), Err(fault), "{column:?}");
    }
    let long = Column::Term.take(&full_dossier(), "1.000").unwrap();
    assert_eq!(long.term, Term::working_days(1_000).ok());
}
