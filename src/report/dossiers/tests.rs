use crate::domain::calendar::fixture::working;
use crate::domain::calendar::{ClockStop, WorkingCalendar};
use crate::domain::dossier::fixture::{Row, in_time, judge_on, late, letter, table};
use crate::domain::dossier::{Cause, Channel, Letter, State};
use crate::domain::fixture::day;
use crate::domain::supervision::Level;
use crate::export::csv::{CsvForm, csv};
use crate::export::fixture::stays_as_it_is;

use super::*;

/// A dossier of which everything was looked at.
fn full() -> Dossier {
    let stop = ClockStop { from: day(2023, 3, 8), to: Some(day(2023, 3, 9)), why: "bổ sung hồ sơ".to_owned() };
    Dossier {
        level: Some(Level::Province),
        channel: Some(Channel::Online),
        stops: vec![stop],
        additions_asked: Some(2),
        returned: Some(day(2023, 3, 21)),
        apology: Seen::Is(Letter { date: Some(day(2023, 3, 12)), ..letter() }),
        times_reappointed: Some(2),
        posted: Some(true),
        uploaded: Some(false),
        in_system: Some(true),
        cause: Some(Cause::TrulyLate),
        body_at_fault: "Chi nhánh VPĐKĐĐ huyện Krông Pa".to_owned(),
        linked: Some(true),
        ..late()
    }
}

/// Rows of the hand-worked table, in its order, and two dossiers with everything and nothing.
fn sample(calendar: &WorkingCalendar) -> Vec<(Dossier, Judged)> {
    const CODES: [&str; 15] =
        ["H02", "H06", "H08", "H11", "H12", "H13", "H15", "H22", "H26", "H57", "H64", "H66", "H69", "H86", "H97"];
    let chosen = |row: &Row| CODES.contains(&row.dossier.code.as_str());
    let mut rows: Vec<(Dossier, Judged)> = table()
        .into_iter()
        .filter(chosen)
        .map(|row| {
            let judged = judge_on(&row.dossier, calendar, row.today);
            (row.dossier, judged)
        })
        .collect();
    assert_eq!(rows.len(), CODES.len());
    for dossier in [full(), Dossier::default()] {
        let judged = judge_on(&dossier, calendar, day(2023, 5, 10));
        rows.push((dossier, judged));
    }
    rows
}

fn table_of(rows: &[(Dossier, Judged)]) -> Table {
    let row = |(dossier, judged)| DossierRow { unit: "UBND xã Ia Rmok", visited: day(2023, 5, 10), dossier, judged };
    dossiers_table(rows.iter().map(|(dossier, judged)| row((dossier, judged))))
}

fn cell(table: &Table, row: usize, heading: Text) -> &Cell {
    let place = table.columns.iter().position(|column| column.heading == heading).unwrap();
    &table.rows[row][place]
}

#[test]
fn the_table_of_dossiers_stays_as_it_is() {
    let table = table_of(&sample(&working()));
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    stays_as_it_is("ho-so-mau.csv", &csv(&table, CsvForm::Spreadsheet));
    stays_as_it_is("ho-so-mau.may.csv", &csv(&table, CsvForm::Machine));
}

#[test]
fn what_nobody_looked_at_is_told_apart_from_what_is_not_there() {
    let calendar = working();
    let with = |apology| {
        let dossier = Dossier { apology, ..late() };
        let judged = judge_on(&dossier, &calendar, day(2023, 5, 10));
        table_of(&[(dossier, judged)])
    };
    let (unseen, absent) = (with(Seen::NotLookedAt), with(Seen::Absent));
    assert_eq!(cell(&unseen, 0, heading::APOLOGY), &Cell::Empty);
    assert_eq!(cell(&absent, 0, heading::APOLOGY), &words("Không"));
    let blank = with(Seen::Is(Letter { reason: Seen::Is(" ".to_owned()), new_date: Seen::Absent, ..letter() }));
    assert_eq!(cell(&blank, 0, heading::REASON), &words("Không có"), "a blank reason is none");
    assert_eq!(cell(&blank, 0, heading::NEW_DATE), &words("Không có"));
}

#[test]
fn remarks_are_not_counted_as_faults() {
    let calendar = working();
    let dossier = Dossier { appointed: Seen::Is(day(2023, 3, 10)), ..late() };
    let judged = judge_on(&dossier, &calendar, day(2023, 5, 10));
    let table = table_of(&[(dossier, judged)]);
    assert_eq!(cell(&table, 0, heading::FAULTS), &Cell::Count(1));
    assert_eq!(cell(&table, 0, heading::JUDGEMENTS), &words("Trả kết quả quá hạn 1 ngày làm việc"));
    assert_eq!(cell(&table, 0, heading::REMARKS), &words("Hẹn trả sớm hơn thời hạn 1 ngày làm việc"));
}

#[test]
fn an_open_clock_stop_leaves_the_due_date_empty() {
    let calendar = working();
    let stop = ClockStop { from: day(2023, 3, 8), to: None, why: String::new() };
    let state = Some(State::AwaitingAdditions);
    let dossier = Dossier { stops: vec![stop], returned: None, state, ..in_time() };
    let judged = judge_on(&dossier, &calendar, day(2023, 5, 10));
    let table = table_of(&[(dossier, judged)]);
    assert_eq!(cell(&table, 0, heading::STOPS), &words("từ 08/3/2023"));
    assert_eq!(cell(&table, 0, heading::DUE), &Cell::Empty);
    assert_eq!(cell(&table, 0, heading::COURSE), &words("Đang giải quyết, trong hạn"));
}
