use crate::domain::dossier::Seen;
use crate::domain::fixture::day;
use crate::intake::protocol::{Kind, Options, Request};
use crate::intake::reader::Reader;

use super::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/cases/", $name)).as_slice()
    };
}

fn read(bytes: &[u8]) -> Reading {
    let (reader, opened) = Reader::open_file(Kind::Dossiers, "ho-so.csv", bytes).unwrap();
    let sheet = &opened.sheets[0];
    let (heading, matching) = (sheet.heading, sheet.matching.clone());
    reader.read(&Request {
        kind: Kind::Dossiers,
        sheet: 0,
        heading,
        matching,
        options: Options::default(),
        answers: Default::default(),
    })
}

fn id(text: &str) -> DossierId {
    DossierId::new(text).unwrap()
}

/// The first list, with H-001 completed by hand.
fn held() -> Vec<(DossierId, Dossier)> {
    let first =
        update(std::iter::empty(), &read(fixture!("reimport-wipes-handwork/U01-list.csv")), false, Blanks::Keep);
    let mut held: Vec<(DossierId, Dossier)> =
        first.new.into_iter().zip(["d-1", "d-2"]).map(|(dossier, name)| (id(name), dossier)).collect();
    held[0].1.slip = Some(true);
    held[0].1.body_at_fault = "Chi nhánh VPĐKĐĐ".to_owned();
    held[0].1.appointed = Seen::Is(day(2023, 5, 11));
    held
}

fn again(held: &[(DossierId, Dossier)], reading: &Reading, take_bad: bool, blanks: Blanks) -> Update {
    update(held.iter().map(|(id, dossier)| (id, dossier)), reading, take_bad, blanks)
}

#[test]
fn a_second_import_leaves_what_was_noted_by_hand() {
    let held = held();
    let update = again(&held, &read(fixture!("reimport-wipes-handwork/U02-list-again.csv")), false, Blanks::Keep);
    assert_eq!(update.new.iter().map(|dossier| dossier.code.as_str()).collect::<Vec<_>>(), ["H-003"]);
    let first = &update.changed[0];
    assert_eq!(first.merged.dossier, held[0].1, "nothing that the file has no column for, and no blank, changes it");
    assert_eq!(first.merged.blanks, [Field::Appointed]);
    let second = &update.changed[1];
    assert_eq!(second.merged.filled, [Field::Returned]);
    assert_eq!(second.merged.dossier, Dossier { returned: Some(day(2023, 5, 16)), ..held[1].1.clone() });
    let taken = again(&held, &read(fixture!("reimport-wipes-handwork/U02-list-again.csv")), false, Blanks::Take);
    assert_eq!(taken.changed[0].merged.dossier, Dossier { appointed: Seen::NotLookedAt, ..held[0].1.clone() });
}

#[test]
fn a_column_that_is_left_out_in_the_matching_changes_nothing() {
    let held = held();
    let (reader, opened) =
        Reader::open_file(Kind::Dossiers, "a.csv", "Mã hồ sơ;Lĩnh vực;Ngày trả kết quả\nh-001;Hộ tịch;\n".as_bytes())
            .unwrap();
    let matching = vec![opened.sheets[0].matching[0], None, None];
    let heading = opened.sheets[0].heading;
    let request = Request {
        kind: Kind::Dossiers,
        sheet: 0,
        heading,
        matching,
        options: Options::default(),
        answers: Default::default(),
    };
    let update = again(&held, &reader.read(&request), false, Blanks::Take);
    assert_eq!((update.new.len(), update.changed.len(), update.same), (0, 0, 1));
}

#[test]
fn a_cell_that_could_not_be_read_takes_nothing_away() {
    let held = held();
    let reading =
        read("Mã hồ sơ;Ngày trả kết quả;Trạng thái;Lĩnh vực\nH-001;31/02/2024;Dừng xử lý;Hộ tịch\n".as_bytes());
    let update = again(&held, &reading, true, Blanks::Take);
    assert_eq!(update.changed[0].merged.dossier, Dossier { field: "Hộ tịch".to_owned(), ..held[0].1.clone() });
    assert_eq!(update.changed[0].merged.overwritten, [Field::Field]);
    assert!(
        again(&held, &reading, false, Blanks::Take).changed.is_empty(),
        "a row with problems is taken only if asked"
    );
}

#[test]
fn rows_of_one_code_are_put_on_top_of_each_other() {
    let held = held();
    let reading = read("Mã hồ sơ;Lĩnh vực;Ngày trả kết quả\nH-001;Hộ tịch;\nH-001;;23/5/2023\n".as_bytes());
    let update = again(&held, &reading, true, Blanks::Keep);
    assert_eq!(update.changed.len(), 1);
    let expected = Dossier { field: "Hộ tịch".to_owned(), returned: Some(day(2023, 5, 23)), ..held[0].1.clone() };
    assert_eq!(update.changed[0].merged.dossier, expected);
}
